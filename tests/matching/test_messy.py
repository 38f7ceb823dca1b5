"""Pairs of one work as lists and search engines print it: truncated titles, broken names, venues in every form.

A side is ``authors | title | venue | year | volume | pages``; missing values at the end may be left out. Authors are
separated by semicolons, each ``Family, Given`` or a whole name.
"""

from typing import Any

import pytest

from described import described
from reflist.matching import Preprints, match
from reflist.matching.record import Record
from reflist.matching.score import REVIEW, likely, score
from reflist.model import Reference

REUSE = "Reusing carts: a new strategy for correlated bins"
WHEEL = "Potter's wheel: an interactive system for cleaning bins"
GRID = "A relational interface for collecting refuse in grids of narrow streets"

SAME = [
    # titles
    (f"Rao, J.; Ross, K. A. | {REUSE} | SIGBIN Conference | 1998", f"Rao, J; Ross, KA | {REUSE.upper()} | | 1998"),
    (
        f"Rao, J.; Ross, K. A. | {REUSE} | SIGBIN Conference | 1998",
        "Rao, J; Ross, KA | Reusing carts: a new strategy …",
    ),
    (f"Rao, J. | {REUSE} | | 1998 | 3 | 1-9", f"Rao, J. | {REUSE}. In Proc. of the ACM SIGBIN Conf. | | 1998"),
    (f"Rao, J. | {REUSE} | SIGBIN Conference | 1998", f"Rao, J. | {REUSE} in Proceedings of SIGBIN | | 1998"),
    (f"Rao, J.; Ross, K. A. | {REUSE} | Bins | 1998", f"Rao, J.; Ross, K. A. | Rao, Ross: {REUSE} | Bins | 1998"),
    (
        f"Rao, J. | {REUSE} | SIGBIN | 1998",
        "Rao, J. | Resuing carts: a new strategy for corelated bins | SIGBIN | 1998",
    ),
    (f"Rao, J. | {REUSE} | SIGBIN | 1998", f"Rao, J. | The {REUSE} | SIGBIN Record | 1998"),
    (f"Rao, J. | {REUSE} | SIGBIN | 1998", f"Rao, J. | {REUSE} (extended abstract) | SIGBIN | 1998"),
    (f"Rao, J. | {REUSE} | SIGBIN | 1998", f"Rao, J. | {REUSE}, Technical Report 98-7 | | 1998"),
    (f"Rao, J.; Ross, K. | {WHEEL} | VLDB | 2001", "Rao, J.; Ross, K. | Potter's wheel | VLDB | 2001"),
    (f"| {WHEEL} | VLDB | 1998", f"| 1998. {WHEEL} | VLDB |"),
    (f"| {WHEEL} | VLDB | 1998", f"| {WHEEL}, 1998 | VLDB |"),
    (f"Rao, J. | {GRID} | Carts and Bins | 1998", f"Rao, J. | {GRID} Carts and Bins | | 1998"),
    ("Rao, J. | On bins for streets | | 1998", "Rao, J. | Rao, On bins for streets | | 1998"),
    ("Rao, J. | On bins for streets | | 1998", "Rao, J. | Research paper: On bins for streets | | 1998"),
    (f"Rao, J. | {WHEEL} | VLDB | 2001", f"Rao, J. | {WHEEL.replace('system', 'systern')} | VLDB | 2001"),
    (
        "Rao, J.; Ross, K. | On bins for streets | Tech. Rep. 123 | 1998",
        "Rao, J.; Ross, K. | On bins for streets | Technical Report 123 | 1999",
    ),
    # names
    (f"Kimberley, J. | {REUSE} | | 1998", f"Kirnberley, J. | {REUSE} | | 1998"),
    (f"Rao, Jun; Ross, Kenneth A. | {REUSE}", f"[RR98] J. Rao and K. A. Ross | {REUSE}"),
    (f"Rao, Jun | {REUSE}", f"1998; Rao, J. | {REUSE}"),
    (f"Rao, Jun; Ross, Kenneth A. | {REUSE} | Bins | 1998", f"rao, j.; ross, k. a. | {REUSE.lower()} | bins | 1998"),
    (f"Rao, Jun; Ross, Kenneth A. | {REUSE} | | 1998", f"Ross, Kenneth; Rao, Jun | {REUSE} | | 1998"),
    (f"Rao, Jun; Ross, Kenneth A. | {REUSE} | | 1998", f"Jun, Rao; Kenneth A., Ross | {REUSE} | | 1998"),
    (f"Rao, Jun; Ross, Kenneth A.; Low, C. | {REUSE} | | 1998", f"Rao, J.; et al, | {REUSE} | Bins | 1998"),
    (f"Rao, Jun; Ross, Kenneth A.; Low, C. | {REUSE} | | 1998", f"Ross, K. A.; Low, C. | {REUSE} | | 1998"),
    (f"Rao, Jun; Ross, Kenneth A. | {REUSE} | | 1998", f"Rao,; J.,; Ross,; K. A., | {REUSE} | | 1998"),
    (f"Rao, Jun; Ross, Kenneth A. | {REUSE} | | 1998", f"J. Rao, K. A. Ross | {REUSE} | | 1998"),
    (f"Rao, Jun; Ross, Kenneth A. | {REUSE} | | 1998", f"J. Rao and K. A. Ross | {REUSE} | | 1998"),
    (f"Hellerstein, J.; Raman, V. | {WHEEL} | | 2001", f"Hellersteni, J.; Ramna, V. | {WHEEL} | | 2001"),
    (f"Gerber, Robert H. | {GRID} | | 1995", f"Gerber, Bob | {GRID} | | 1995"),
    (f"Nørvåg, Kjetil | {GRID} | | 1995", f"N?rv?g, Kjetil | {GRID} | | 1995"),
    (f"Nori, Anil | {GRID} | VLDB | 1995", f"Anil, Nori | {GRID} | VLDB | 1995"),
    # venue and year
    (f"Rao, J. | {REUSE} | SIGBIN Conference | 1998", f"Rao, J. | {REUSE} | | 1998"),
    (f"Rao, J. | {REUSE} | SIGBIN Conference | 1998", f"Rao, J. | {REUSE}"),
    (
        f"Rao, J. | {REUSE} | VLDB | 1998",
        f"Rao, J. | {REUSE} | In Proc. of the 24th Int. Conf. on Very Large Data Bases",
    ),
    (
        f"Rao, J. | {REUSE} | VLDB | 1998",
        f"Rao, J. | {REUSE} | Proceedings of the Very Large Database Conference | 1998",
    ),
    (f"Rao, J. | {REUSE} | SIGBIN Conference | 1998", f"Rao, J. | {REUSE} | In Proc. ACM SIGBIN | 1998 | | 5-19"),
    (
        f"Rao, J. | {REUSE} | COLT | 1998",
        f"Rao, J. | {REUSE} | Proc. 5th Workshop on Computational Learning Theory | 1998",
    ),
    (f"Rao, J.; Ross, K. | {REUSE} | VLDB | 1998", f"Rao, J.; Ross, K. | {REUSE} | Readings in Refuse | 1998"),
    (f"Rao, J.; Ross, K. | {REUSE} | SIGBIN Conference | 1998", f"Rao, J.; Ross, K. | {REUSE} | Proc. of | 1998"),
    (f"Rao, J.; Ross, K. | {REUSE} | SIGBIN | 1998", f"Rao, J.; Ross, K. | {REUSE} | Bins | 1999 | 3"),
    (
        f"Rao, J. | {REUSE} | ACM Trans. Database Syst. | 1998",
        f"Rao, J. | {REUSE} | ACM Transactions on Database Systems, | 1998",
    ),
    (f"Rao, J. | {REUSE} | ACM Transactions on Bins (TOBS) | 1998", f"Rao, J. | {REUSE} | TOBS | 1998"),
    (f"Rao, J. | {REUSE} | Bins | 1998 | 3(2) | 846--860", f"Rao, J. | {REUSE} | Bins, | 1998 | 3, no. 2 | 846-60"),
    # as in lists on machine learning and from search engines: no capitals, stray marks, truncated words
    (
        f"rao, j., ross, k. a., and low, d., | `{REUSE.lower()}', | in proc. 5th annu. conf. on bins, | 1998",
        f"j. rao, ken ross & dora low | {REUSE.lower()}. | proc. of the fifth annual conference on bins | 1998",
    ),
    (f"j. rao & others, | {REUSE.lower()} | | 1998", f"Rao, J.; Ross, K. A. | {REUSE} | SIGBIN Conference | 1998"),
    (
        f"j. rao. | {REUSE.lower()} | in: tobs | 1998",
        f"rao, j., | {REUSE.lower()}, | acm transactions on bins (tobs), | 1998",
    ),
    (
        f"j. rao and k. ross | {REUSE.lower()} | technical report tr-98-7, | 1998",
        f"rao, j. & ross, k. | {REUSE.lower()} | | 1998",
    ),
    (f"j. rao | {WHEEL.lower()} | phd thesis | 1998", f"rao, jun, | {WHEEL.lower()}. | ph.d. dissertation, | 1998"),
    (
        f"j. rao and k. ross | {GRID.lower()} | j. acm, | 1998 | 45(3): | 7-19.",
        f"rao, j. and ross, k. | {GRID.lower()} | journal of the acm | 1998 | vol. 45, | (7-19)",
    ),
    (
        f"j. rao and k. ross | {GRID.lower()} | j. acm, | 1998 | 45 | pages 7-19,",
        f"rao, j. and ross, k. | {GRID.lower()} | journal of the association for computing machinery | 1998 | 45 |",
    ),
    ("j. rao, k. ross | collecting refuse | bins | 1998", "J. Rao, K. Ross | Colleting refuse | Bins | 1998"),
    (
        f"J Rao, KA Ross | {REUSE} | Proceedings of the 24th International Conference on Very Large … | 1998",
        f"Rao, Jun; Ross, Kenneth A. | {REUSE} | VLDB | 1998",
    ),
    (
        f"Rao, J; Ross, KA | {GRID} | PROCEEDINGS OF THE INTERNATIONAL CONFERENCE ON VERY LARGE … |",
        f"Rao, Jun; Ross, Kenneth A. | {GRID} | VLDB | 1998",
    ),
    (
        f"Rao, J; Ross, KA | {GRID} | ACM TODS |",
        f"Rao, Jun; Ross, Kenneth A. | {GRID} | ACM Trans. Database Syst. | 1998",
    ),
    (f"Rao, J; … | {GRID} | VLDB |", f"Rao, Jun; Ross, Kenneth A. | {GRID} | VLDB | 1998"),
    (f"Rao, J | {GRID[:40]} ? | | 1998", f"Rao, Jun | {GRID} | VLDB | 1998"),
    (f"Rao, J; Ross, KA | {GRID[:50]}... | |", f"Rao, Jun; Ross, Kenneth A. | {GRID} | VLDB | 1998"),
    (f"Rao, J; Ross, KA | {GRID}, 1998 | VLDB | 1998", f"Rao, Jun; Ross, Kenneth A. | {GRID} | VLDB | 1998"),
    (f"Rao, J; Ross, KA | J Rao, KA Ross: {GRID} | VLDB |", f"Rao, Jun; Ross, Kenneth A. | {GRID} | VLDB | 1998"),
    (f"Schütz, H; Rao, J | {WHEEL} | | 2001", f"Rao, Jun; Sch?tz, H. | {WHEEL} | VLDB | 2001"),
    (f"Rao, J; Ross, KA | {WHEEL.upper()} | | 2001", f"Rao, Jun; Ross, Kenneth A. | {WHEEL} | VLDB | 2001"),
    (f"Rao, J. | {WHEEL}. SIGBIN Conference | SIGBIN Conference, | 1998", f"Rao, Jun | {WHEEL} | SIGBIN Conf. | 1998"),
    (f"Rao, J. | {WHEEL}, in Large Bins 2 | Large Bins 2 |", f"Rao, Jun | {WHEEL} | Large Bins | 1998"),
    (f"Rao, J. | {WHEEL} | Town Press | 1998", f"Rao, Jun | {WHEEL} | Bath: Town Press | 1998"),
    (f"Rao, J. | {WHEEL} | Ph.D. thesis | 1998", f"Rao, Jun | {WHEEL} | | 1998"),
    (f"RK Rao | {WHEEL} | VLDB | 1998", f"Rao, R. | {WHEEL} | VLDB | 1998"),
    (f"Rao, J. | {REUSE}. VLDB 1998 | Very Large Data Bases | 1998", f"Rao, J. | {REUSE} | VLDB | 1998"),
    (
        f"Rao, J. | {REUSE} | Carts and Bins, IEEE Transactions on | 1998",
        f"Rao, J. | {REUSE} | IEEE Trans. Carts Bins | 1998",
    ),
    (f"Rao, J. | {REUSE} | BIN | 1998", f"Rao, J. | {REUSE} | Proceedings of the seventh ACM SIGBIN … | 1998"),
    (f"Rao, J. | {REUSE} | ACM Multimodal Bins | 1998", f"Rao, J. | {REUSE} | Multimodal Bins | 1998"),
    # as in databases of medicine
    (
        f"Rao J, Ross KA | {GRID} [abstract] | Bins | 1998 | 3 | S7",
        f"Rao, J.; Ross, K. A. | {GRID} | Bins | 1998 | 3 | 7",
    ),
    (f"Rao, J.; Ross, K. | P-12. {GRID} | Bins | 1998 | 3 | 7", f"Rao, J.; Ross, K. | {GRID} | Bins | 1998 | 3 | 7"),
    (f"Rao, J.; Ross, K. | {GRID} (NCT01234567) | Bins | 1998", f"Rao, J.; Ross, K. | {GRID} | Bins | 1998 | 3 | 7-9"),
    (f"[No authors listed] | {GRID} | Bins | 1998 | 3 | 7-9", f"Rao, J.; Ross, K. | {GRID} | Bins | 1998 | 3 | 7-9"),
    (
        f"Rao, J.; Ross, K. | {GRID} | Bins: a journal of carts | 1999",
        f"Rao, J.; Ross, K. | {GRID} | Bins | 1998 | 3 | 7-9",
    ),
    ("Rao, J. | [What we throw away] | Bins | 1998 | 3 | 17-29", "Rao, J. | On refuse | Bins | 1998 | 3 | 17-29"),
    # false venues, venues with additions, acronyms
    (f"Rao, J. | {GRID} | Proceedings of the ACM VLDB International … |", f"Rao, Jun | {GRID} | VLDB | 1998"),
    (f"Rao, J. | {GRID} | Lecture Notes in Computer Science | 1998", f"Rao, Jun | {GRID} | VLDB | 1998"),
    (f"Rao, J. | {REUSE[:25]} … | portal.bins.org | 1998", f"Rao, Jun | {REUSE} | VLDB | 1998"),
    (f"Rao, J. | {GRID[:50]} | LRJ | 1998 | 3", f"Rao, Jun | {GRID} | Large Refuse | 1998 | 3"),
    (f"rao, j. | {WHEEL.lower()} | lrj | ", f"Rao, Jun | {WHEEL} | large refuse | 1998 | | 7-19"),
    (f"Rao, J. | {WHEEL} | In A. Doe, editor, Large Bins |", f"Rao, Jun | {WHEEL} | Large Bins | 1998"),
    (f"Rao, J. | {WHEEL} | A. Doe (ed.), Large Bins |", f"Rao, Jun | {WHEEL} | Large Bins | 1998"),
    (f"Rao, J. | {WHEEL} | Large Bins, pages 7-19 |", f"Rao, Jun | {WHEEL} | Large Bins | 1998 | | 7-19"),
    (f"Rao, J. | {WHEEL}. In LABIN-98 | | 1998", f"Rao, Jun | {WHEEL} | Large Bins | 1998"),
    (f"Rao, J. | {WHEEL}. In Int. Conf. Large Bins | | 1998", f"Rao, Jun | {WHEEL} | Large Bins | 1998"),
    (f"Rao, J. | {GRID} - group of 3 » | |", f"Rao, Jun | {GRID} | VLDB | 1998"),
    (f"Rao, J. | [PDF] {GRID} | |", f"Rao, Jun | {GRID} | VLDB | 1998"),
    (f"Rao, J. | {GRID.replace('int', 'itn')[:50]} … | | 1998", f"Rao, Jun | {GRID} | VLDB | 1998"),
    # one of several authors, as a whole name; titles after a name, with an error in the rest
    (f"KA Ross | {GRID} | | 1998", f"Rao, Jun; Ross, Kenneth A. | {GRID} | VLDB | 1998"),
    ("Rao, J. | Rao: Collecting refuse | VLDB | 1998", "Rao, J. | Collecting refuse | Very Large Data Bases | 1998"),
    (
        "Rao, J. | Collecting refuse in narorw streets | VLDB |",
        "Rao, J. | Collecting refuse in narrow streets: a relational interface | VLDB |",
    ),
    # a volume after a journal's name, two names of a publisher, variants of a given name
    ("Rao, J. | Potter's wheel | Artif. Bins 36 | 1998", f"Rao, Jun | {WHEEL} | Artificial Bins | 1998 | 36 | 7-19"),
    (
        "Rao, J.; Ross, K. | Collecting refuse | Wadsworth International Group | 1998",
        "Rao, J. and Ross, K. | Collecting refuse | Wadsworth and Roe, Bath | 1998",
    ),
    (
        "Rao, et al. | Collecting refuse | Bath: Wadsworth | 1998",
        "Rao, J.; Ross, K. | Collecting refuse | Plenum | 1998",
    ),
    # additions to a title or in place of a container, and truncation
    (f"Rao, J | {GRID}. J Rao |", f"Rao, Jun; Ross, Kenneth A. | {GRID} | VLDB | 1998"),
    (f"Rao, J; others | Rao, Ross: {GRID} |", f"Rao, Jun; Ross, Kenneth A. | {GRID} | VLDB | 1998"),
    (f"Rao, J. | (1998). {WHEEL} | Bins |", f"Rao, J. | {WHEEL} | Bins | 1998 | 3 | 7-19"),
    (f"Rao, J. | {WHEEL}. In | To appear | 1998 | 3", f"Rao, J. | {WHEEL} | Bins | 1998 | 3 | 7-19"),
    ("Rao, J. | Collecting refuse in small towns of the …", "Rao, J. | Collecting refuse in small towns of the Alps"),
    (
        "Rao, J. | Collecting refuse in small towns with | | 1998",
        "Rao, J. | Collecting refuse in small towns with carts",
    ),
    ("Rao, J. | The power of bins | Bins | 1998", "Rao, J. | On the power of bins | Bins | 1998 | 3"),
    (
        f"Rao, J. | {WHEEL} | AAAI-92 | ",
        f"Rao, J. | {WHEEL} | Proc. 10th National Conf. on Artificial Intelligence | 1992",
    ),
    (f"Rao, J. | {WHEEL} | Technical Report 98-7, MIT | 1998", f"Rao, J. | {WHEEL} | Tech. Rep. 98-7 | 1998"),
    (f"Rao, J.; Ross, K. | {GRID} | SIGBIN98 |", f"Rao, J.; Ross, K. | {GRID} | SIGBIN Conference | 1998"),
    (f"Rao, J.; Ross, K. | SIGBIN98. {GRID} |", f"Rao, J.; Ross, K. | {GRID} | SIGBIN Conference | 1998"),
    ("Rao, J. | Sorting bins, TOBS 1998 | Bins", "Rao, J. | Sorting bins | Bins | 1998"),
    (f"Low, D; Ross, K; Rao, J | {WHEEL} | | 2001", f"Rao, J; Doe, A; Low, D | {WHEEL} | VLDB | 2001"),
    (f"O'Brien | {WHEEL} | | 2001", f"O'Brien, Jun | {WHEEL} | VLDB | 2001"),
    # the site where a search engine found it, which is no container
    (f"Rao, J.; Ross, K. | {WHEEL} | Citeseer | 2001", f"Rao, J.; Ross, K. | {WHEEL} | VLDB | 2001"),
    (f"Rao, J.; Ross, K. | {WHEEL} | JSTOR | 2001", f"Rao, J.; Ross, K. | {WHEEL} | Bins | 2001 | 3 | 7-19"),
    # nothing else to compare
    (f"| {GRID}", f"Doe, A. | {GRID} | VLDB | 1995"),
]

OTHER = [
    (f"Rao, J. | {REUSE} | Proc. of ICBE | 2002", f"Rao, J. | {REUSE} | ACM Trans. Refuse Syst. | 2003"),
    (f"Rao, J.; Ross, K. | {REUSE} | ICBE |", f"Rao, J.; Ross, K. | {REUSE} | ACM Transactions on Refuse | 2003"),
    (f"AB Rao | {WHEEL} | Bins | 1998", f"Rao, J. | {WHEEL} | Carts | 1998"),
    ("Rao, J. | Diseases of the bins | Bins | 1998 | 3", "Rao, J. | Diseases of the | Carts | 1998 | 7"),
    (f"Rao, J. | {WHEEL} | Ph.D. thesis | 1998", f"Rao, Jun | {WHEEL} | Bins | 2003 | 3 | 7-19"),
    (f"Rao, J. | {REUSE} | VLDB | 1998", f"Rao, J. | {REUSE} | VLDB Journal | 2000 | 9 | 1-30"),
    (f"Rao, J. | {REUSE} | Proc. Conf. on Large Bins | 1997", f"Rao, J. | {REUSE} | Large Bins | 1998 | 9 | 1-30"),
    (f"Rao, J. | {REUSE} | SIGBIN Conference | 1998", f"Rao, J. | {REUSE} | VLDB | 1999"),
    (f"Rao, J. | {REUSE} | SIGBIN Conference | 1998", f"Rao, J. | {REUSE} | SIGBIN Conference | 2001"),
    (f"Rao, J. | {REUSE}: part 1 | VLDB | 1998", f"Rao, J. | {REUSE}: part 2 | VLDB | 1998"),
    (f"Rao, J. | Abstract 12: {GRID} | Bins | 1998", f"Rao, J. | Abstract 13: {GRID} | Bins | 1998"),
    (f"Rao, J. | {GRID} | Bins | 1998 | 3 | S12", f"Rao, J. | {GRID} | Bins | 1999 | 4 | 17-29"),
    (f"Rao, J. | {GRID} | Bins | 1998 | 3 | S12", f"Rao, J. | {GRID} | Carts | 1998 | 7 | e505"),
    (f"Rao, J. | Reply to: {GRID} | Bins | 1998", f"Roe, B. | {GRID} | Bins | 1998"),
    (f"Rao, J. | {GRID}: a protocol | Bins | 1998", f"Rao, J. | {GRID} | Carts | 2001"),
    (f"Rao, J. | {GRID} | | 1998", f"Rao, J. | Temporal {GRID.lower()} | | 1998"),
    ("Rao, J. | Refuse in towns | VLDB | 1998", "Rao, J. | Refuse in towns and villages | VLDB | 1998"),
    ("Rao, J. | Annual refuse of towns, 1998 | Bins", "Rao, J. | Annual refuse of towns, 1999 | Bins"),
    ("Rao, J. | On bins for streets, 1998 | VLDB", "Rao, J. | On bins for streets | VLDB | 2001"),
    ("Rao, J. | Annual refuse of towns, 1998 | Bins | 1998", "Rao, J. | Annual refuse of towns, 1999 | Bins | 1999"),
    (f"Rao, J.; Ross, K. | {WHEEL} | Bins | 1998 | 3 | S7", f"Rao, J.; Ross, K. | {GRID} | Bins | 1998 | 3 | S7"),
    ("Rao, J. | Guest editor's introduction | Bins | 1998 | 3 | 7", "Rao, J. | Editorial | Bins | 1998 | 3 | 70"),
    ("Rao, J. | Book review column | Bins | 1998", "Rao, Jun | Book review column | Bins | 1998"),
    (f"Doe, A. | {GRID} | SIGBIN Conference | 1998", f"Rao, J. | {REUSE} | SIGBIN Conference | 1998"),
    ("Rao, J. | Guest editorial | VLDB Journal | 1998", "Roe, B. | Guest editorial | VLDB Journal | 1998"),
    ("Rao, J. | Guest editorial | VLDB Journal | 1998 | 3", "Rao, J. | Guest editorial | VLDB Journal | 1999 | 4"),
    ("Rao, J. | Refuse in large towns | SIGBIN 98 | 1998", "Rao, J. | Refuse in large towns | SIGBIN 99 | 1999"),
    ("Rao, J. | Refuse of towns | Bins 3 | 1998 | | 7", "Rao, J. | Refuse of towns | Bins | 1998 | 4 | 70-79"),
    ("Rao, J.; Ross, K. | Guest editorial | VLDB | 1998", "Rao, J.; Ross, K. | Guest editorial | VLDB | 1999"),
    ("Rao, J. | Editorial | Bins | 1998 | 3(2) | 7-9", "Rao, J. | Editorial | Bins | 1998 | 3(2) | 17-19"),
    (
        f"Rao, J. | {GRID} in towns of men | Bins | 1998 | 3 | S7",
        f"Rao, J. | {GRID} in towns of women | Bins | 1998 | 3 | S7",
    ),
    (f"Rao, J. | {GRID} for boys | Bins | 1998 | 3 | S7", f"Rao, J. | {GRID} for older adults | Bins | 1998 | 3 | S7"),
    (f"Rao, J. | {GRID} | portal.bins.org | 1998", f"Roe, B. | {GRID} | VLDB | 2003"),
    ("Rao, J. | Refuse. In vivo | Bins | 1998", "Rao, J. | Refuse in towns | Carts | 1998"),
    ("Rao, J. | Refuse of large towns | VLDB | 1998", "Rao, J. | Refuse of large towns | VLDB J. | 2000"),
    (f"Rao, J. | {GRID} | Technical Report 98-7, MIT | 1998", f"Rao, J. | {GRID} | Bins | 1998 | 3 | 7-19"),
    (f"Rao, J. | {GRID} | University of Bath | 1998", f"Rao, J. | {GRID} | SIGBIN Conference | 1999"),
    (f"Rao, J. | {GRID} | MIT | 1998", f"Rao, J. | {GRID} | Bins | 1999"),
    (f"Rao, J. | {WHEEL} | Tech. Rep. 98-7 | 1998", f"Rao, J. | {WHEEL} | Tech. Rep. 12 | 1998"),
    (f"Rao, J. | {GRID} | Ph.D. thesis |", f"Rao, J. | {GRID} | Bins | 1998"),
    (
        f"Rao, J.; Ross, K. | {GRID} | | ",
        f"Rao, J.; Ross, K. | {GRID.replace('interface', 'mobile interface')} | Bins | 2002",
    ),
    ("Rao, J. | Bins | VLDB | 1998", "Ross, K. | Bins | SIGBIN Conference | 1998"),
    (f"Rao, J. | {REUSE} | SIGBIN Conference | 1998", f"Roe, B. | {REUSE} | Towns | 2003"),
]


GARBLED = f"""
J. Rao and K. Ross; | {WHEEL} | Proc. of the Fifth Annual Conference on Bins | 1998 | | 12-19
Rao, J.; Ross, K. A. | ``{WHEEL.lower()},'' | in sigbin 98 | 1998
Rao, Jun; Ross, Kenneth | {WHEEL.replace("Potter", "Poter")} | SIGBIN Conference | 1998 | | pp. 12--19
rao, j., ross, k. | {WHEEL.replace("cleaning", "claning")}. | | 1998
Rao, J.; et al. | {WHEEL}. SIGBIN 98 | SIGBIN 98, | 1998
J. Rao; K. Ross | {WHEEL.lower()} | San Mateo: Morgan Kaufmann | 1998
Rao, J.; Ross, K. | {WHEEL} | Town Press, Bath | 1998 | | 12-19
Rao, J.; Ross, K. | {WHEEL}, 1998 | Conference on Bins | 1998
rao, jun and ross, ken | "{WHEEL.lower()}" | proc. 5th annu. conf. bins, | 1999 | | pages 12-19.
Rao, J.; Ross, K. | {REUSE} | Bins | 2001 | 5 | 7-31
Rao, J.; Ross, K. | {REUSE.lower()}. | bins, | 2001 | 5(2) | 7--31
rao, j., and ross, k. | ``{REUSE}'' | Bins 5 | 2001
Rao, J. | {REUSE}. Bins | Bins | 2001 | 5
"""


def test_garbled_entries_of_two_works_by_the_same_people() -> None:
    entries = [reference(line).replace(id=f"e{n}") for n, line in enumerate(GARBLED.strip().splitlines())]
    works = match(entries).work_ids
    assert [len(set(own)) for own in (works[:9], works[9:], works)] == [1, 1, 2]


def test_a_record_without_a_place_does_not_join_a_report_and_an_article() -> None:
    where = ["Technical Report 98-7, MIT", "Tech. Rep. 98-7", "University of Bath", *[""] * 6, *["Bins", "Bins,"] * 2]
    people = ["Rao, J.", "J. Rao", "rao, jun", "Rao, Jun"]
    entries = [reference(f"{people[n % 4]} | {WHEEL}{'.' * (n % 3)} | {one} | 1998") for n, one in enumerate(where)]
    works = match([entry.replace(id=f"e{n}") for n, entry in enumerate(entries)]).work_ids
    assert set(works[:2]).isdisjoint(works[-4:])


@pytest.mark.parametrize("variable", ["genre", "note", "publisher"])
def test_a_report_or_thesis_may_be_named_elsewhere_than_in_the_container(variable: str) -> None:
    def read(printed: str, type: str = "article-journal") -> Record:
        values: dict[str, Any] = {variable: printed}
        return Record(described("Rao, J.", 1998, REUSE, type=type, **values))

    numbered = read("Technical Report TR-98-7, University of Newcastle")
    assert (numbered.type, numbered.is_numbered_report) == ("report", True)
    assert read("Ph.D. dissertation").type == "thesis"
    assert read("University of Newcastle").type == "report"
    assert read("University of Newcastle", "book").type == "book"
    assert read("Newcastle Press").type == "article-journal"


def reference(side: str) -> Reference:
    authors, title, venue, year, volume, pages = (part.strip() for part in f"{side} ||||||".split("|")[:6])
    given: dict[str, Any] = {"container_title": venue, "volume": volume, "page": pages}
    return described(
        tuple(name.strip() for name in authors.split(";") if name.strip()),
        int(year) if year else None,
        title,
        type="article-journal",
        **{name: value for name, value in given.items() if value},
    )


@pytest.mark.parametrize("preprints", Preprints)
def test_what_is_likely_has_its_score_and_nothing_else_has(preprints: Preprints) -> None:
    for one, other in [*SAME, *OTHER]:
        a, b = Record(reference(one)), Record(reference(other))
        exact = score(a, b, preprints)
        assert likely(a, b, preprints) == (exact if exact.value >= REVIEW else None)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_work(one: str, other: str) -> None:
    assert len(match([reference(one), reference(other)]).works) == 1


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_works(one: str, other: str) -> None:
    assert len(match([reference(one), reference(other)]).works) == 2
