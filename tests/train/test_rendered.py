"""What a citation style prints, with labels from what is rendered."""

import random
from collections.abc import Sequence

import pytest

from printing import Printed
from reflist.csl.processor.document import Document
from reflist.csl.processor.program import Program
from reflist.csl.styles import find_style
from reflist.prose.labels import Label
from rendered import _is_clean, _printed, _reference
from works import LANGUAGES, Person, Work, invented

ARTICLE = Work(
    "article",
    "en",
    (Person("Lind", "Anna"), Person("Rossi", "Max")),
    "Towns",
    "An essay",
    "1998",
    container="Urban Studies",
    volume="4",
    issue="2",
    pages=("3", "19"),
)


def printed(works: Sequence[Work], style: str = "apa") -> list[Printed]:
    references = [_reference(work, number) for number, work in enumerate(works)]
    entries = Document(Program(find_style(style)), references).bibliography()
    return [_printed(entry.finished.text.plain, entry.finished.fields) for entry in entries]


def values(line: Printed) -> dict[str, str]:
    return {span.label.value: line.text[span.start : span.end] for span in line.spans}


def test_an_article_in_a_style() -> None:
    (line,) = printed([ARTICLE])
    assert line.text == "Lind, A., & Rossi, M. (1998). Towns: An essay. Urban Studies, 4(2), 3–19."
    assert values(line) == {
        "author": "Lind, A., & Rossi, M.",
        "date": "1998",
        "title": "Towns: An essay",
        "container-title": "Urban Studies",
        "volume": "4",
        "issue": "2",
        "page": "3–19",
    }


def test_quotation_marks_belong_to_the_title() -> None:
    (line,) = printed([ARTICLE], "harvard")
    assert values(line)["title"] == "‘Towns: An essay’"


def test_a_thesis_is_distinguished_from_a_report() -> None:
    thesis = Work(
        "thesis", "en", (Person("Lind", "Anna"),), "Towns", year="1998", genre="PhD thesis", publisher="Leeds"
    )
    report = thesis._replace(kind="report", genre="Working paper 7")
    labels = [{span.label for span in line.spans} for line in printed([thesis, report])]
    assert sorted(label.value for one in labels for label in one & {Label.THESIS, Label.REPORT}) == ["report", "thesis"]


@pytest.mark.parametrize("style", ["apa", "harvard"])
def test_parts_are_in_order_and_do_not_overlap(style: str) -> None:
    rng = random.Random(7)
    lines = printed([invented(rng, language) for language in LANGUAGES for _ in range(25)], style)
    assert len(lines) == 25 * len(LANGUAGES)
    for line in lines:
        assert all(0 <= span.start < span.end <= len(line.text) for span in line.spans)
        assert all(one.end <= other.start for one, other in zip(line.spans, line.spans[1:], strict=False))
        assert Label.TITLE in {span.label for span in line.spans}


@pytest.mark.parametrize(
    ("changes", "clean"),
    [
        ({}, True),
        ({"authors": ()}, False),
        ({"title": "Change Request 2007", "subtitle": ""}, False),
        ({"publisher": "Leeds: Pluto"}, False),
        ({"title": "x" * 300}, False),
        ({"title": "Two books, 16 pp."}, False),
        ({"container": "(515)"}, False),
        ({"kind": "book"}, False),  # its pages are how many it has
        ({"kind": "book", "pages": ()}, True),
    ],
)
def test_rendered_references_are_complete(changes: dict[str, object], clean: bool) -> None:
    assert _is_clean(_reference(ARTICLE._replace(**changes), 1)) is clean  # type: ignore[arg-type]  # as the cases say
