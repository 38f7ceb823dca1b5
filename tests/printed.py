"""Random reference strings for property tests, built of fragments."""

from hypothesis import strategies as st

FRAGMENTS = """\
Smith, J. | Smith J, | Smith | J.-P. | van der | d’ | Ó | et al. | and | & | ; | , | . | : | ? | ! | ( | ) | [
] | (2001), | (2001a) | 2001, | 2001 | (n.d.) | (in press). | forthcoming, | [1978] 2001 | (2001, May 3) | c.
1999–2003 | 0 | ‘ | ’ | “ | ” | " | ' | « | » | ‘A title’, | “A title,” | *A title* | _a_ | ** | <i> | <i>a</i>
</i> | Users' | don't | A Title of Things | in | In | In: | in A. Abel (ed.), | (eds) | ed. by
edited by A. Abel | trans. A. Abel, | (A. Abel, Trans.) | 12, | 12(3), | 12, 3, | Vol. 12 | No. 3, | pp. 1–9.
1–9 | 699721 | e123 | XII | S1–S9 | Suppl. 2 | n/a–n/a | art. 5 | 4th edn, | 2 vols | (2nd ed., pp. 1–2).
chapter 10 | London: Sage. | London, | Cambridge, MA: | Sage, | The Policy Press | Basingstoke | A: B
New York/Berlin | NESS Report 024, | Cm 4310, | HC 104 Session 2006–2007 | Think pieces 47
(Working Paper No. 4) | Series | unpublished PhD thesis, | University of Leeds | Speech to
paper presented at the | Conference, | 17–18 September | 1718 September | 26 October | May | Spring
The Guardian (Society), | Journal of Forms, | accessed 3 May 2011 | Retrieved May 3, 2011, from | available at:
http://a.b/c | www.a.org. | a.org | doi:10.5555/x | https://doi.org/10.5555/y_(z) | ISBN 978-0-306-40615-7
Act 1999 (NSW). | 1. | [12] | • | – | — | - | / | # | ~ | `"""
SIGNS = [
    "\0",
    "\x07",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\xa0",
    "\t",
    "\n",
    "漢字",
    "عربي",
    "𝒜",
    "²",
    "Ⅷ",
    "٣",
    "ﬁ",
    "é",
    "\ud83d",
]

parts = st.one_of(
    st.sampled_from([part.strip() for part in FRAGMENTS.replace("\n", "|").split("|")] + SIGNS), st.text(max_size=4)
)
glue = st.sampled_from(["", " ", " ", " ", "  "])
strings = st.lists(st.tuples(parts, glue), max_size=25).map(lambda pairs: "".join(map("".join, pairs)))
"""Strings of fragments of references, of unusual characters, and of any text."""
