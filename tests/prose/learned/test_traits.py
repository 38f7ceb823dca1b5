"""The traits of a reading as a whole."""

import pytest

from reflist.prose.learned.agreement import Step
from reflist.prose.learned.readings import Part
from reflist.prose.learned.traits import Labels, Run, Words, pieces, traits

RAW = "Weir, A. Title. Leeds"
PARTS = [Part("author", 0, 8), Part("title", 9, 14), Part("publisher-place", 16, 21)]


def test_the_pieces_of_a_reading() -> None:
    found = list(pieces(RAW, PARTS))
    assert [piece for piece in found if isinstance(piece, Words)] == [
        Words("author", "Weir, A."),
        Words("title", "Title"),
        Words("publisher-place", "Leeds"),
    ]
    assert [piece.marks for piece in found if isinstance(piece, Step)] == ["", " ", ". ", ""]
    assert [piece for piece in found if isinstance(piece, Run)] == [
        Run("beginning", "beginning", "author"),
        Run("beginning", "author", "title"),
        Run("author", "title", "publisher-place"),
        Run("title", "publisher-place", "end"),
    ]
    assert found[-1] == Labels(("author", "publisher-place", "title"))


def test_a_string_without_parts_has_its_ends() -> None:
    assert list(pieces("...", [])) == [
        Step("beginning", "...", "end"),
        Run("beginning", "beginning", "end"),
        Labels(()),
    ]


@pytest.mark.parametrize(
    ("label", "text", "shown"),
    [
        ("title", "A study of voting", {"title size 4", "title few capital 4", "title word voting", "title first a"}),
        ("title", "Votes count. Their price", {"title sentences", "title has ."}),
        ("title", "on voting", {"title small 2", "title looks x x"}),
        ("title", "The Price of Votes", {"title most capital 4"}),
        ("title", "“Votes", {"title open", "title has “", "title all capital 1"}),
        ("title", 'The "price', {"title open"}),
        ("author", "Weir A", {"author initials", "author looks Xx X", "author last a"}),
        ("page", "12-19", {"page digits", "page looks 9-9", "page begins 9-9", "page ends 9-9", "page last 19"}),
        ("publisher-place", "Leeds", {"publisher-place in places"}),
        ("note", "—", {"note size 0", "note has —"}),
    ],
)
def test_the_traits_of_a_part(label: str, text: str, shown: set[str]) -> None:
    assert shown <= set(traits(Words(label, text)))


def test_what_a_part_does_not_show() -> None:
    found = set(traits(Words("title", "The price of “votes” (and others)")))
    assert not {"title open", "title sentences", "title initials", "title digits"} & found
    assert not any(trait.startswith("title looks") for trait in found)
    assert "title word 19" not in set(traits(Words("title", "19 cases")))


def test_the_traits_between_parts() -> None:
    assert list(traits(Step("author", ", “", "title"))) == ["author|, “|title", "author then ,"]
    assert list(traits(Run("author", "title", "end"))) == ["author > title > end"]


def test_the_traits_of_all_labels() -> None:
    found = list(traits(Labels(("author", "title", "title"))))
    assert {"two title", "author with title", "title without date", "no container-title"} <= set(found)
    assert not {"two author", "no title"} & set(found)
    assert len(found) == len(set(found))
