"""The type of a draft, by its evidence."""

import pytest

from reflist.draft import Draft
from reflist.model import Date, Name
from reflist.prose.types import type_of
from reflist.text import Text

DAY = Date(((2001, 5, 3),))
ABEL = (Name(family="Abel", given="R."),)
OFFICE = (Name(literal="The Rates Office", acronym="RO"),)


@pytest.mark.parametrize(
    ("variables", "type"),
    [
        ({"genre": "unpublished PhD thesis", "publisher": "University of Leeds"}, "thesis"),
        ({"genre": "Masterarbeit"}, "thesis"),
        ({"genre": "mimeo"}, "manuscript"),
        ({"genre": "U.S. Patent", "number": "9,876,543"}, "patent"),
        ({"container-title": "The Guardian"}, "article-newspaper"),
        ({"container-title": "The Guardian", "volume": "3"}, "article-journal"),
        ({"container-title": "Journal of Forms", "issue": "3"}, "article-journal"),
        ({"container-title": "A Book", "volume": "3", "publisher": "Sage"}, "chapter"),
        ({"container-title": "A Book", "chapter-number": "3"}, "chapter"),
        ({"container-title": "A Book", "editor": ABEL}, "chapter"),
        ({"event-title": "Boards Forum", "publisher": "Sage"}, "paper-conference"),
        ({"container-title": "Proceedings of the Forum", "publisher": "Sage"}, "paper-conference"),
        ({"container-title": "Harbour News", "issued": DAY}, "article-newspaper"),
        ({"container-title": "Harbour News", "issued": DAY, "DOI": "10.5555/x"}, "article-journal"),
        ({"container-title": "Harbour News", "issued": DAY, "page": "3"}, "article-newspaper"),
        ({"container-title": "Policy Matters"}, "article-journal"),
        ({"author": (Name(literal="The Guardian"),), "issued": DAY}, "article-newspaper"),
        ({"author": ABEL, "issued": DAY}, "document"),
        ({"title": "Speech on hedges", "publisher-place": "Leeds", "issued": DAY}, "speech"),
        ({"title": "Speech on hedges", "publisher-place": "Leeds"}, "book"),
        ({"title": "Speech on hedges", "publisher-place": "Leeds", "publisher": "Sage", "issued": DAY}, "book"),
        ({"genre": "White Paper", "publisher": "Sage"}, "report"),
        ({"number": "Cm 4310"}, "report"),
        ({"author": OFFICE, "publisher": "Rates Office", "ISBN": "x"}, "report"),
        ({"author": OFFICE, "publisher": "RO", "edition": "2"}, "report"),
        ({"author": ABEL, "publisher": "The Stationery Office"}, "report"),
        ({"author": OFFICE, "publisher": "Sage"}, "report"),
        ({"author": OFFICE, "publisher": "Sage", "ISBN": "x"}, "book"),
        ({"author": (*OFFICE, *ABEL), "publisher": "Sage"}, "book"),
        ({"URL": "http://a.org"}, "webpage"),
        ({"URL": "http://a.org", "publisher": "Strategy Unit"}, "report"),
        ({"URL": "http://a.org", "publisher": "Sage"}, "book"),
        ({"URL": "http://a.org", "collection-title": "Guides", "edition": "2"}, "book"),
        ({"publisher": "Sage"}, "book"),
        ({"publisher-place": "London"}, "book"),
        ({"editor": ABEL}, "book"),
        ({"DOI": "10.5555/x"}, "article"),
        ({"title": "A title"}, "document"),
    ],
)
def test_types(variables: dict[str, object], type: str) -> None:
    draft = Draft("text")
    for variable, value in variables.items():
        is_text = isinstance(value, str) and variable in (
            "genre",
            "container-title",
            "publisher",
            "event-title",
            "title",
        )
        draft.put(variable, Text(value) if is_text else value)  # type: ignore[arg-type]  # a table of values of any kind
    assert type_of(draft) == type


def test_a_type_that_is_known_stays() -> None:
    assert type_of(Draft("text", "speech")) == "speech"
