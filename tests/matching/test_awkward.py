"""Pairs of records with awkward values, as parsers, spreadsheets and databases leave them."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from described import described
from reflist.matching import Preprints
from reflist.matching.comparisons import year
from reflist.matching.record import Record
from reflist.matching.score import REVIEW, likely, score
from reflist.model import from_csl

TYPES = "article-journal book chapter report thesis paper-conference article-newspaper webpage document".split()
TITLES = """On bins|On bins: a study|On …|Editorial|[On bins]|Erratum: On bins (vol 3, pg 4, 2001)|In|...|?|IV|Part 1
|日本語の題|<i>On</i> bins|On bins. In Proceedings of|reply|= x|()|On bins [in women]|PhD""".replace("\n", "").split(
    "|"
)
PLACES = """In|Proc. of|Proceedings of the 1992 Conference on Bins|AAAI-92|COLT '91|Technical report 7|Ph.D. thesis|MIT
|University of Bins|Lecture Notes in Bins|Bins 12|submitted|arXiv|…|Conference|www.example.com|Bins, Transactions on
|Springer|D. Doe (ed.), Bins|12|in press|年報""".replace("\n", "").split("|")
NUMBERS = "1|12|c3|Suppl 1|iv|1-9|S1|e12|no pagination|215 p|7-Oct|-|()|1,2,3|٣|1-1|0".split("|")
IDENTIFIERS = "10.1/x|https://doi.org/10.1/x|HC 104 2006-07|Cm 4310|978-0-306-40615-7|12345|arXiv:1234.5678".split("|")
AUTHORS: list[list[dict[str, str]]] = [
    [],
    [{"family": "Doe", "given": "A"}],
    [{"literal": "Doe, A. and Roe, B."}],
    [{"literal": "Department of Health"}],
    [{"family": "?", "given": "?"}],
    [{"family": "Doe"}, {"family": "A. B."}],
    [{"family": "Doe, et al."}],
    [{"literal": ", ,"}],
]
DATES: list[dict[str, Any]] = [
    {"date-parts": [[2001]]},
    {"date-parts": [[2001, 2, 3]]},
    {"date-parts": [[2001, 2, 4]]},
    {"date-parts": [[99999999]]},
    {"literal": "forthcoming"},
    {"date-parts": [[1991], [1993]]},
]
VALUES: dict[str, Sequence[Any]] = {
    "title": TITLES,
    "issued": DATES,
    "author": AUTHORS,
    **dict.fromkeys(("container-title", "genre", "publisher", "event-title", "status"), PLACES),
    **dict.fromkeys(("volume", "issue", "page", "edition", "part-number", "year-suffix"), NUMBERS),
    **dict.fromkeys(("DOI", "ISBN", "PMID", "URL", "note", "number"), IDENTIFIERS),
}


def records() -> st.SearchStrategy[Record]:
    """A record made of some of the values above."""
    some = {name: st.sampled_from(choices) for name, choices in VALUES.items()}
    items = st.fixed_dictionaries({"type": st.sampled_from(TYPES)}, optional=some)
    return st.builds(Record, items.map(from_csl), st.sampled_from([(), ("one list",)]))


@settings(max_examples=40)  # ten pairs each
@given(st.lists(records(), min_size=2, max_size=5), st.sampled_from(list(Preprints)))
def test_any_two_records_are_compared_either_way_round(found: list[Record], preprints: Preprints) -> None:
    for a, b in combinations(found, 2):
        one, other = score(a, b, preprints), score(b, a, preprints)
        assert 0 <= one.value <= 1
        assert abs(one.value - other.value) < 1e-9
        assert (likely(a, b, preprints) is not None) == (one.value >= REVIEW)


def test_of_two_that_only_the_name_of_a_meeting_dates_no_day_is_asked_for() -> None:
    both = [
        Record(described(title=title, container_title="Proceedings of the 1992 Bins", type="paper-conference"))
        for title in ("On bins", "On carts")
    ]
    found = year.compare(*both)
    assert found is not None
    assert found.level == year.SAME
