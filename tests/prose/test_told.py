"""What is told by how it is written: theses and talks in brackets, pages before the book they stand in."""

import pytest

from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.told.pages import find_pages_in
from reflist.prose.told.works import find_spoken, find_thesis_in_brackets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hedges [PhD thesis, University of Leeds].", {"thesis": "PhD thesis", "publisher": "University of Leeds"}),
        ("Hedges (unpublished EdD thesis).", {"thesis": "unpublished EdD thesis"}),
        ("Hedges [Master’s dissertation].", {"thesis": "Master’s dissertation"}),
        ("Hedges (a thesis).", {}),
    ],
)
def test_a_thesis_in_brackets(text: str, expected: dict[str, str]) -> None:
    line = Line(text)
    find_thesis_in_brackets(line)
    assert {str(span.label): line.printed(span) for span in line.spans} == expected


@pytest.mark.parametrize(("text", "spoken"), [("Hedges [Paper presentation].", True), ("Hedges [Paper].", False)])
def test_a_talk_in_brackets(text: str, spoken: bool) -> None:
    line = Line(text)
    find_spoken(line)
    assert line.has(Label.SPEECH) is spoken


def test_pages_before_their_book_behind_a_title_that_was_set_off() -> None:
    text = "“Hedges.” Pp. 12–40 in Ditches. Leeds: Ditch."
    line = Line(text)
    line.claim(0, 9, Label.TITLE)
    find_pages_in(line)
    (pages,) = line.of(Label.PAGES)
    assert line.printed(pages) == "12–40"
    assert text[line.container_start or 0 :].startswith("Ditches")
