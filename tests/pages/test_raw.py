"""Stretches of a raw line marked, and the words in which two lines differ."""

from hypothesis import given
from hypothesis import strategies as st

from reflist.model import FieldOrigin, Origin, Reference
from reflist.pages.questions import differing_words
from reflist.pages.raw import Stretch, marked, place, repaired

LINE = st.text("ab ,.<&", max_size=30)


def test_overlapping_stretches_share_no_character() -> None:
    stretches = [Stretch(6, 9, "later"), Stretch(0, 3, "first"), Stretch(2, 5, "second")]
    assert marked("abcdefgh", stretches).source == (
        '<mark title="first">abc</mark><mark title="second">de</mark>f<mark title="later">gh</mark>'
    )


@given(LINE, st.lists(st.builds(Stretch, st.integers(-3, 35), st.integers(-3, 35), st.just(""))))
def test_marking_changes_no_character(raw: str, stretches: list[Stretch]) -> None:
    plain = marked(raw, stretches).source.replace("<mark>", "").replace("</mark>", "")
    assert plain == raw.replace("&", "&amp;").replace("<", "&lt;")


def test_only_repaired_fields_whose_place_is_known_are_marked() -> None:
    fields = {
        "title": FieldOrigin(0, 5, "Title"),
        "page": FieldOrigin(7, 11, "1935", 1.0, "1935 -> 19-35"),
        "volume": FieldOrigin(-1, 1, "57", 1.0, "from the next line"),
    }
    reference = Reference("x", "book", origin=Origin("a.txt", 1, "Title, 1935", fields=fields))
    assert repaired(reference).source == 'Title, <mark title="page: 1935 -&gt; 19-35">1935</mark>'


def test_a_reference_without_place_is_named_by_its_id() -> None:
    assert place(Reference("key1", "book")).source == "<code>key1</code>"


@given(LINE, LINE)
def test_words_outside_the_differences_are_the_same(one: str, other: str) -> None:
    first, second = differing_words(one, other)
    assert _words(one, first) == _words(other, second)


def test_punctuation_and_capitals_make_no_difference() -> None:
    assert differing_words("Demos, London.", "Demos: London") == ([], [])
    assert differing_words("On Carts and Bins", "On carts and bins") == ([], [])


def _words(line: str, stretches: list[Stretch]) -> list[str]:
    """The words that are left when the stretches are taken out."""
    for start, end, _ in reversed(stretches):
        line = line[:start] + " " * (end - start) + line[end:]
    return "".join(character if character.isalnum() else " " for character in line).casefold().split()
