"""Parts put right that publishers' pages print so: closed quotations, abbreviated names, places, spaces."""

from collections.abc import Callable

import pytest

from reflist.prose.labels import Label, Span
from reflist.prose.mending.containers import (
    ends_of_titles,
    pages_of_books,
    places_for_containers,
    publishers_for_containers,
)
from reflist.prose.mending.days import statuses_of_containers
from reflist.prose.mending.publication import bodies_of_states, places_of_publishers
from reflist.prose.mending.reports import numbered_papers
from reflist.prose.mending.titles import beginnings_of_containers, questions, words_behind_quotes
from reflist.prose.misprints import mend_print
from reflist.prose.page.furniture import split_tail
from reflist.prose.page.lines import Joiner
from reflist.prose.strings import String
from reflist.report import Report
from reflist.source import Source

TITLE, CONTAINER, PUBLISHER, PLACE = Label.TITLE, Label.CONTAINER, Label.PUBLISHER, Label.PLACE
Parts = list[tuple[Label, str]]


def mended(mend: Callable[[str, list[Span]], list[Span]], text: str, parts: Parts) -> Parts:
    spans, begin = [], 0
    for label, printed in parts:
        begin = text.index(printed, begin)
        spans.append(Span(label, begin, begin + len(printed)))
        begin += len(printed)
    return [(span.label, text[span.start : span.end]) for span in mend(text, spans)]


@pytest.mark.parametrize(
    ("mend", "text", "parts", "expected"),
    [
        (questions, "Why? Lancet", [(TITLE, "Why")], [(TITLE, "Why?")]),
        (
            words_behind_quotes,
            "‘Films’, Electrocompon. Sci., 3",
            [(TITLE, "‘Films’, Electrocompon"), (CONTAINER, "Sci")],
            [(TITLE, "‘Films’"), (CONTAINER, "Electrocompon. Sci")],
        ),
        (
            words_behind_quotes,
            '"Methods," Energy Agency, Paris',
            [(TITLE, '"Methods," Energy Agency'), (PLACE, "Paris")],
            [(TITLE, '"Methods,"'), (PUBLISHER, "Energy Agency"), (PLACE, "Paris")],
        ),
        (
            beginnings_of_containers,
            "Be hot! Read. Teach. 65",
            [(TITLE, "Be hot! Read"), (CONTAINER, "Teach")],
            [(TITLE, "Be hot!"), (CONTAINER, "Read. Teach")],
        ),
        (
            ends_of_titles,
            "To Alcedo, Galápagos. J. Geophys. Res. 112",
            [(TITLE, "To Alcedo"), (CONTAINER, "Galápagos. J. Geophys. Res")],
            [(TITLE, "To Alcedo, Galápagos"), (CONTAINER, "J. Geophys. Res")],
        ),
        (places_for_containers, "Title. Dublin, 2014", [(CONTAINER, "Dublin")], [(PLACE, "Dublin")]),
        (
            places_for_containers,
            "Title. Dublin 3, 2014",
            [(CONTAINER, "Dublin"), (Label.VOLUME, "3")],
            [(CONTAINER, "Dublin"), (Label.VOLUME, "3")],
        ),
        (
            publishers_for_containers,
            "Title. Standards Agency, Paris",
            [(TITLE, "Title"), (CONTAINER, "Standards Agency"), (PLACE, "Paris")],
            [(TITLE, "Title"), (PUBLISHER, "Standards Agency"), (PLACE, "Paris")],
        ),
        (
            publishers_for_containers,
            "Title. Walls, Paris: Sage",
            [(TITLE, "Title"), (CONTAINER, "Walls"), (PLACE, "Paris"), (PUBLISHER, "Sage")],
            [(TITLE, "Title"), (CONTAINER, "Walls"), (PLACE, "Paris"), (PUBLISHER, "Sage")],
        ),
        (
            pages_of_books,
            "In Walls, 12140. Leeds",
            [(CONTAINER, "Walls, 12140"), (PLACE, "Leeds")],
            [(CONTAINER, "Walls"), (Label.PAGES, "12140"), (PLACE, "Leeds")],
        ),
        (pages_of_books, "In Walls, 12140", [(CONTAINER, "Walls, 12140")], [(CONTAINER, "Walls, 12140")]),
        (
            statuses_of_containers,
            "IEEE Softw., early access",
            [(CONTAINER, "IEEE Softw., early access")],
            [(CONTAINER, "IEEE Softw."), (Label.STATUS, "early access")],
        ),
        (
            statuses_of_containers,
            "IEEE Softw., early access",
            [(CONTAINER, "IEEE Softw."), (Label.STATUS, "early access")],
            [(CONTAINER, "IEEE Softw."), (Label.STATUS, "early access")],
        ),
        (
            bodies_of_states,
            "U.S. Department of Labor",
            [(PUBLISHER, "U.S"), (Label.NOTE, "Department of Labor")],
            [(PUBLISHER, "U.S. Department of Labor")],
        ),
        (
            places_of_publishers,
            "University of Kent, Canterbury",
            [(PUBLISHER, "University of Kent, Canterbury")],
            [(PUBLISHER, "University of Kent"), (PLACE, "Canterbury")],
        ),
        (
            places_of_publishers,
            "Perkin Works, Eden Prairie, Minnesota (1992)",
            [(PUBLISHER, "Perkin Works, Eden Prairie"), (PLACE, "Minnesota")],
            [(PUBLISHER, "Perkin Works"), (PLACE, "Eden Prairie, Minnesota")],
        ),
        (
            numbered_papers,
            "NICE guideline NG27",
            [(CONTAINER, "NICE guideline NG27")],
            [(Label.REPORT, "NICE guideline NG27")],
        ),
        (
            numbered_papers,
            "NICE guideline NG27 3",
            [(CONTAINER, "NICE guideline NG27"), (Label.ISSUE, "3")],
            [(CONTAINER, "NICE guideline NG27"), (Label.ISSUE, "3")],
        ),
    ],
)
def test_a_part_put_right(
    mend: Callable[[str, list[Span]], list[Span]], text: str, parts: Parts, expected: Parts
) -> None:
    assert mended(mend, text, parts) == expected


def test_spaces_before_punctuation_are_taken_out() -> None:
    report = Report()
    string = String(1, "Weir A , Ash C . Hedges . Lancet 2016 ; 387 ( 4 ): 475 – 90 .")
    read = mend_print(string, Joiner([]), report, Source("list.txt", b"")).text
    assert read == "Weir A, Ash C. Hedges. Lancet 2016; 387 (4): 475–90."
    assert [diagnostic.code for diagnostic in report] == ["space-repaired"]
    french = String(1, "Weir A. Le monde : une haie ; essai. Paris, 2001.")
    assert mend_print(french, Joiner([]), Report(), Source("list.txt", b"")) == french


def test_links_of_markdown_are_furniture() -> None:
    text = "Weir, A. Hedges. [[Google Scholar](https://example.org/a(b)c)] [[CrossRef](https://doi.org/10.1/x)]"
    assert split_tail(text) == ("Weir, A. Hedges.", ("CrossRef", "Google Scholar"))
    link = "Weir, A. [Hedges](https://example.org/a)"
    assert split_tail(link) == (link, ())
