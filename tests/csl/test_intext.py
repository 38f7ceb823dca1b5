"""Citations that are part of a sentence."""

import pytest

from csl.tiny import people, program, shown, work
from reflist.csl.processor.document import Document
from reflist.csl.processor.intext import AUTHOR_ONLY, COMPOSITE, SUPPRESS_AUTHOR
from reflist.csl.processor.program import Program
from reflist.csl.processor.state import Cite
from reflist.model import Reference

DOE = people("Doe, Jane")
WORKS = [
    work("a", title="Alpha", author=DOE, issued=2001),
    work("b", title="Beta", author=DOE, issued=2005),
    work("c", title="Gamma", author=people("Roe, Richard", "Poe, Edgar"), issued=2010),
    work("none", title="Anonymous", issued=1999),
]
NAMES = '<names variable="author"><name form="short" and="text"/>{}</names>'
YEAR = '<date variable="issued" form="numeric" date-parts="year"/>'
LOCATOR = '<text variable="locator" prefix=", "/>'
AROUND = {"around": 'prefix="(" suffix=")" delimiter="; "'}
BY_NAME = program(f'<group delimiter=" ">{NAMES.format("")}{YEAR}</group>{LOCATOR}', **AROUND)
TITLED = NAMES.format('<substitute><text variable="title"/></substitute>')
BY_TITLE = program(f'<group delimiter=" ">{TITLED}{YEAR}</group>', **AROUND)
NUMBERED = program('<text variable="citation-number"/>', around='prefix="[" suffix="]" delimiter=", "')


def one(in_style: Program, mode: str, *cites: Cite, works: list[Reference] = WORKS) -> str:
    """One citation in a mode."""
    return shown(Document(in_style, works, [cites], [mode]).citations()[0].text)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("", "(Doe 2001, 5; Roe and Poe 2010)"),
        (COMPOSITE, "Doe (2001, 5; Roe and Poe 2010)"),
        (SUPPRESS_AUTHOR, "(2001, 5; Roe and Poe 2010)"),
        (AUTHOR_ONLY, "Doe; Roe and Poe"),
    ],
)
def test_the_modes(mode: str, expected: str) -> None:
    assert one(BY_NAME, mode, Cite("a", "5"), Cite("c")) == expected


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        ([Cite("a", author_only=True)], "Doe"),
        ([Cite("a", "5", prefix="as", suffix="says", author_only=True)], "as Doe says"),
        ([Cite("a", author_only=True), Cite("b", author_only=True)], "Doe"),
        ([Cite("c", author_only=True), Cite("a")], "Roe and Poe (Doe 2001)"),
        ([Cite("a", suppress_author=True), Cite("b")], "(2001; Doe 2005)"),
    ],
)
def test_cites_that_are_marked_themselves(cites: list[Cite], expected: str) -> None:
    assert one(BY_NAME, "", *cites) == expected


def test_affixes_of_the_first_work_are_inside() -> None:
    assert one(BY_NAME, COMPOSITE, Cite("a", prefix="see", suffix="ff.")) == "Doe (see 2001 ff.)"


@pytest.mark.parametrize(
    ("mode", "expected"),
    [(COMPOSITE, "(1999)"), (SUPPRESS_AUTHOR, "(1999)"), (AUTHOR_ONLY, "Anonymous")],
)
def test_a_work_without_names(mode: str, expected: str) -> None:
    assert one(BY_NAME, mode, Cite("none")) == expected


@pytest.mark.parametrize(
    ("mode", "expected"),
    [(COMPOSITE, "Anonymous (1999)"), (SUPPRESS_AUTHOR, "(1999)"), (AUTHOR_ONLY, "Anonymous")],
)
def test_substitutes_for_names_are_named(mode: str, expected: str) -> None:
    assert one(BY_TITLE, mode, Cite("none")) == expected


@pytest.mark.parametrize(
    ("mode", "expected"),
    [(COMPOSITE, "Roe and Poe [1, 2]"), (SUPPRESS_AUTHOR, "[1, 2]"), (AUTHOR_ONLY, "Roe and Poe, Doe")],
)
def test_a_style_of_numbers_names_authors_too(mode: str, expected: str) -> None:
    assert one(NUMBERED, mode, Cite("c"), Cite("a")) == expected


def test_a_style_of_numbers_names_four_authors_by_the_first() -> None:
    many = [work("m", author=people("One, A.", "Two, B.", "Three, C.", "Four, D."))]
    assert one(NUMBERED, COMPOSITE, Cite("m"), works=many) == "One et al. [1]"


def test_a_work_without_anything_to_name() -> None:
    assert one(NUMBERED, AUTHOR_ONLY, Cite("x"), works=[work("x")]) == ""
    assert one(NUMBERED, COMPOSITE, Cite("x"), works=[work("x")]) == "[1]"


@pytest.mark.parametrize("mode", [COMPOSITE, SUPPRESS_AUTHOR, AUTHOR_ONLY])
def test_a_work_that_is_not_given(mode: str) -> None:
    assert one(BY_NAME, mode, Cite("zzz", author_only=True)) == "({bold zzz?})"


def test_a_mode_overrides_the_options_of_a_cite() -> None:
    assert one(BY_NAME, COMPOSITE, Cite("a", author_only=True)) == "Doe (2001)"


def test_the_first_work_is_the_first_as_sorted() -> None:
    sort = '<sort><key variable="issued"/></sort>'
    in_style = program(f'<group delimiter=" ">{NAMES.format("")}{YEAR}</group>{LOCATOR}', sort=sort, **AROUND)
    assert one(in_style, COMPOSITE, Cite("c"), Cite("a")) == "Doe (2001; Roe and Poe 2010)"


def test_years_of_the_same_names_are_collapsed_after_them() -> None:
    in_style = program(
        f'<group delimiter=" ">{NAMES.format("")}{YEAR}</group>{LOCATOR}', options='collapse="year"', **AROUND
    )
    assert one(in_style, COMPOSITE, Cite("a"), Cite("b"), Cite("c")) == "Doe (2001, 2005; Roe and Poe 2010)"


def test_ibid_prints_no_name_but_the_work_has_one() -> None:
    layout = f'<choose><if position="ibid"><text term="ibid"/></if><else>{NAMES.format("")}</else></choose>'
    document = Document(program(layout), WORKS, [[Cite("a")], [Cite("a", author_only=True)]])
    assert [finished.text.plain for finished in document.citations()] == ["Doe", "Doe"]
