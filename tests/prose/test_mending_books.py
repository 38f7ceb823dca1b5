"""Corrected parts of books, whole titles and numbers of periodicals, for both taggers."""

import pytest

import reflist
from reflist.model import to_csl
from reflist.prose.labels import Label, Span
from reflist.prose.mending import mend

A, D, T, C, E = Label.AUTHOR, Label.DATE, Label.TITLE, Label.CONTAINER, Label.EDITOR
V, I, G, P, L = Label.VOLUME, Label.ISSUE, Label.PAGES, Label.PUBLISHER, Label.PLACE  # noqa: E741  # one letter each
N, S, R, X, U = Label.NOTE, Label.SERIES, Label.REPORT, Label.TRANSLATOR, Label.URL

Parts = list[tuple[Label, str]]


def spans(text: str, parts: Parts) -> list[Span]:
    """The parts as spans of the text, each after the one before."""
    found, offset = [], 0
    for label, printed in parts:
        start = text.index(printed, offset)
        offset = start + len(printed)
        found.append(Span(label, start, offset))
    return found


HEAD: Parts = [(A, "Weir, A."), (D, "2001"), (T, "Weirs")]


@pytest.mark.parametrize(
    ("text", "read", "mended"),
    [
        (
            "Weir, A. 2001. “Weirs.” In London: Sage.",
            [*HEAD, (L, "London"), (P, "Sage")],
            [*HEAD, (L, "London"), (P, "Sage")],
        ),
        (
            "Weir, A. 2001. Weirs. Poor Law Studies, 12, 3, 4–9. read online.",
            [*HEAD, (C, "Poor Law Studies"), (V, "12"), (I, "3"), (G, "4–9"), (N, "read online")],
            [*HEAD, (C, "Poor Law Studies"), (V, "12"), (I, "3"), (G, "4–9"), (N, "read online")],
        ),
        (
            "Weir, A. 2001. Weirs, in: R. Ash (Ed.), The Encyclopaedia of Mills, Pergamon, pp. 2–3.",
            [*HEAD, (E, "R. Ash"), (C, "The Encyclopaedia of Mills, Pergamon"), (G, "2–3")],
            [*HEAD, (E, "R. Ash"), (C, "The Encyclopaedia of Mills"), (P, "Pergamon"), (G, "2–3")],
        ),
        (
            "Weir, A. 2001. “Weirs.” In Wales, Place of Rain, edited by R. Ash, 3–9.",
            [*HEAD, (L, "Wales"), (P, "Place of Rain"), (E, "R. Ash"), (G, "3–9")],
            [*HEAD, (C, "Wales, Place of Rain"), (E, "R. Ash"), (G, "3–9")],
        ),
        (
            "Weir, A. 2001. Weirs, in Proceedings of Mills, Millers Association.",
            [*HEAD, (C, "Proceedings of Mills, Millers Association")],
            [*HEAD, (C, "Proceedings of Mills"), (P, "Millers Association")],
        ),
        (
            "Weir, A. 2001. Weirs. Princeton Princeton University Press.",
            [*HEAD, (P, "Princeton Princeton University Press")],
            [*HEAD, (L, "Princeton"), (P, "Princeton University Press")],
        ),
        (
            "Weir, A. 2001. Weirs. New York McGraw-Hill.",
            [*HEAD, (L, "New York McGraw-Hill")],
            [*HEAD, (L, "New York"), (P, "McGraw-Hill")],
        ),
        (
            "Weir, A. 2001. Weirs. Oxford University Press.",
            [*HEAD, (P, "Oxford University Press")],
            [*HEAD, (P, "Oxford University Press")],
        ),
        (
            "Weir, A. 2001. Weirs. Washington, DC Island Press.",
            [*HEAD, (P, "Washington, DC Island Press")],
            [*HEAD, (L, "Washington, DC"), (P, "Island Press")],
        ),
        (
            "Weir, A. 2001. Weirs. Poor Law Studies 12. Oxford: Sage.",
            [*HEAD, (C, "Poor Law Studies"), (V, "12"), (L, "Oxford"), (P, "Sage")],
            [*HEAD, (S, "Poor Law Studies 12"), (L, "Oxford"), (P, "Sage")],
        ),
        (
            "Weir, A. 2001. Weirs. In Poor Law Studies. Oxford: Sage.",
            [*HEAD, (C, "Poor Law Studies"), (L, "Oxford"), (P, "Sage")],
            [*HEAD, (C, "Poor Law Studies"), (L, "Oxford"), (P, "Sage")],
        ),
    ],
)
def test_parts_of_books(text: str, read: Parts, mended: Parts) -> None:
    assert _told(text, mend(text, spans(text, read))) == mended


@pytest.mark.parametrize(
    ("text", "read", "mended"),
    [
        (
            "Weir, A. 2001. Weirs in the UK: 2001. https://a.org",
            [(A, "Weir, A."), (D, "2001"), (T, "Weirs in the UK"), (U, "https://a.org")],
            [(A, "Weir, A."), (D, "2001"), (T, "Weirs in the UK: 2001"), (U, "https://a.org")],
        ),
        (
            "Weir, A. 2001. Weirs (Vol. 3). Sage.",
            [*HEAD, (V, "3"), (P, "Sage")],
            [*HEAD, (V, "3"), (P, "Sage")],
        ),
        (
            "Weir, A. 2001. Weirs [online]. Mill Trust. https://a.org",
            [(A, "Weir, A."), (D, "2001"), (T, "Weirs [online]"), (P, "Mill Trust"), (U, "https")],
            [*HEAD, (P, "Mill Trust"), (U, "https")],
        ),
    ],
)
def test_whole_titles(text: str, read: Parts, mended: Parts) -> None:
    assert _told(text, mend(text, spans(text, read))) == mended


@pytest.mark.parametrize(
    ("text", "read", "mended"),
    [
        (
            "Weir, A. 2001. “Weirs.” Mill Briefing (31): 1–24.",
            [*HEAD, (R, "Mill Briefing (31): 1–24")],
            [*HEAD, (C, "Mill Briefing"), (I, "31"), (G, "1–24")],
        ),
        (
            "Weir, A. 2001. Weirs. Mill Papers 11: 93– 104.",
            [*HEAD, (S, "Mill Papers 11: 93– 104")],
            [*HEAD, (C, "Mill Papers"), (V, "11"), (G, "93– 104")],
        ),
        (
            "Weir, A. 2001. “Weirs.” Encyclopedia of Mills 121134.",
            [*HEAD, (S, "Encyclopedia of Mills 121134")],
            [*HEAD, (C, "Encyclopedia of Mills"), (G, "121134")],
        ),
        (
            "Weir, A. 2001. Weirs. Financial Times 31.",
            [*HEAD, (S, "Financial Times 31")],
            [*HEAD, (C, "Financial Times"), (G, "31")],
        ),
        (
            "Weir, A. 2001. Weirs. Mill Review 9:",
            [*HEAD, (S, "Mill Review 9")],
            [*HEAD, (C, "Mill Review"), (V, "9")],
        ),
        (
            "Weir, A. 2001. Weirs. Think pieces 47. Bath: Sage.",
            [*HEAD, (S, "Think pieces 47"), (L, "Bath"), (P, "Sage")],
            [*HEAD, (S, "Think pieces 47"), (L, "Bath"), (P, "Sage")],
        ),
        (
            "Weir, A. (2001) ‘Weirs’, Proceedings of the Mills. Mill Society, pp. 1–18.",
            [*HEAD, (P, "Proceedings of the Mills"), (N, "Mill Society"), (G, "1–18")],
            [*HEAD, (C, "Proceedings of the Mills"), (P, "Mill Society"), (G, "1–18")],
        ),
        (
            "Weir, A. (2001) ‘Weirs’, in Proceedings of the Mills 211–220.",
            [*HEAD, (C, "Proceedings of the Mills 211–220")],
            [*HEAD, (C, "Proceedings of the Mills"), (G, "211–220")],
        ),
        (
            "Ann Weir. 2001. Weirs. Science 33, 60 (2001), 16–21.",
            [(A, "Ann Weir"), (D, "2001"), (T, "Weirs"), (C, "Science 33"), (V, "60"), (D, "2001"), (G, "16–21")],
            [(A, "Ann Weir"), (D, "2001"), (T, "Weirs"), (C, "Science"), (V, "33"), (I, "60"), (G, "16–21")],
        ),
        (
            "A. Weir, Weirs. Science 33, 60 (2001), 16–21.",
            [(A, "A. Weir"), (T, "Weirs"), (C, "Science"), (V, "33"), (G, "60"), (D, "2001"), (G, "16–21")],
            [(A, "A. Weir"), (T, "Weirs"), (C, "Science"), (V, "33"), (I, "60"), (D, "2001"), (G, "16–21")],
        ),
    ],
)
def test_numbers_of_periodicals(text: str, read: Parts, mended: Parts) -> None:
    assert _told(text, mend(text, spans(text, read))) == mended


def _told(text: str, found: list[Span]) -> Parts:
    return [(span.label, text[span.start : span.end]) for span in found]


@pytest.mark.parametrize(
    ("text", "read", "mended"),
    [
        (
            "Weir, A. 2001. “Weirs of Kent,” in Proceedings of Mills, 2001.",
            [(A, "Weir, A."), (D, "2001"), (T, "“Weirs of Kent,” in Proceedings of Mills")],
            [(A, "Weir, A."), (D, "2001"), (T, "Weirs of Kent,"), (C, "Proceedings of Mills")],
        ),
        (
            "Weir, A. 2001. ‘Weirs of Kent’, Weirs in Kent: Policy and Law 5: 7–9.",
            [(A, "Weir, A."), (D, "2001"), (T, "‘Weirs of Kent’, Weirs in Kent"), (C, "Policy and Law"), (V, "5")],
            [(A, "Weir, A."), (D, "2001"), (T, "Weirs of Kent"), (C, "Weirs in Kent: Policy and Law"), (V, "5")],
        ),
        (
            "Weir, A. 2001. ‘Weirs’ of Kent. Bath: Sage.",
            [(A, "Weir, A."), (D, "2001"), (T, "‘Weirs’ of Kent"), (L, "Bath"), (P, "Sage")],
            [(A, "Weir, A."), (D, "2001"), (T, "‘Weirs’ of Kent"), (L, "Bath"), (P, "Sage")],
        ),
        (
            "Weir, A. 2001. May 14 and after. Bath: Sage.",
            [(A, "Weir, A."), (D, "2001"), (T, "May 14 and after"), (L, "Bath"), (P, "Sage")],
            [(A, "Weir, A."), (D, "2001"), (T, "May 14 and after"), (L, "Bath"), (P, "Sage")],
        ),
    ],
)
def test_quotations(text: str, read: Parts, mended: Parts) -> None:
    found = [(label, printed) for label, printed in _told(text, mend(text, spans(text, read))) if label is not N]
    assert found[: len(mended)] == mended


@pytest.mark.parametrize(
    ("text", "read", "mended"),
    [
        (
            "Weir, A. 2001. Weirs. Mill Papers, 2, 1146.",
            [*HEAD, (R, "Mill Papers"), (N, "2"), (G, "1146")],
            [*HEAD, (C, "Mill Papers"), (V, "2"), (G, "1146")],
        ),
        (
            "Weir, A. 2001. Weirs. Mill Briefing, (31), 1–24.",
            [*HEAD, (R, "Mill Briefing"), (N, "(31)"), (G, "1–24")],
            [*HEAD, (C, "Mill Briefing"), (I, "31"), (G, "1–24")],
        ),
        (
            "Weir, A. 2001. Weirs. BMJ 372:n71.",
            [*HEAD, (C, "BMJ"), (V, "372"), (G, "71")],
            [*HEAD, (C, "BMJ"), (V, "372"), (G, "n71")],
        ),
    ],
)
def test_letters_and_numbers_of_periodicals(text: str, read: Parts, mended: Parts) -> None:
    assert _told(text, mend(text, spans(text, read))) == mended


@pytest.mark.parametrize(
    ("text", "variable", "value"),
    [
        ("Weir, A. 2001. “Weirs.” https://a.org/b (September 5, 2022).", "accessed", {"date-parts": [[2022, 9, 5]]}),
        ("Weir A. Weirs. Bath: Sage, 2001. https://a.org (2 May 2023, date last accessed).", "accessed", [2023, 5, 2]),
        ("Weir, S.F., 2001. Of weirs. Journal of Mills 12(3), 4–19.", "author", [{"family": "Weir", "given": "S.F."}]),
        ("Weir A (2001) Can weirs speak? In Ash R (ed), Mills. Bath: Sage, pp. 3–9.", "title", "Can weirs speak?"),
        ("Weir A. Of weirs. Mill Desk. 2001. https://a.org/b (accessed 3 May 2002).", "type", "webpage"),
    ],
)
def test_what_a_line_gives(text: str, variable: str, value: object) -> None:
    item = to_csl(reflist.parse(text).references[0])
    got = item[variable]
    assert got == ({"date-parts": [value]} if variable == "accessed" and isinstance(value, list) else value)
