"""Manuscripts with numbered lines: all lines or every fifth, with numbers before them or on lines of their own."""

import textwrap
from collections.abc import Callable

import pytest

import reflist
from reflist.prose.page.line_numbers import without_line_numbers
from reflist.source import Source

REFERENCES = (
    "Adeyemi, T. (2010). Falls in care homes of the north of England. Ageing & Society, 30(2), 1–20.",
    "Falk, I. (1998). The moral economy of sandbags and of other public goods. Policy & Politics, 26(4), 381–396.",
    "Harrow, M. (1987). The making of the provincial town in three centuries. Pluto Press.",
    "Lind, P. (1994). Neighbours and wardens of a coast that moves every winter. Rural Studies, 10(1), 11–29.",
    "Okafor, B., & Lind, P. (1999). Who governs the clinic? Public Administration, 77(3), 431–450.",
    "Sato, K. (2004). Users as partners. Social Policy & Administration, 38(2), 101–115.",
    "van Weir, A. (2011). Talking of floods by lamplight: A field experiment. Parish Climate, 157, 433–449.",
)
LINES = ["References", *(line for text in REFERENCES * 2 for line in textwrap.wrap(text, 50))]


@pytest.mark.parametrize(
    "number",
    [
        lambda at, line: f"{at} {line}",
        lambda at, line: f"{at:>4}   {line}",
        lambda at, line: f"{at}\n{line}",
        lambda at, line: f"{at} {line}" if at % 5 == 0 else line,
        lambda at, line: f"{at:>4}   {line}" if at % 5 == 0 else f"       {line}",
        lambda at, line: f"{at} {line}" + ("\n\n20\n\fA Running Head\n" if at == 140 else ""),
    ],
)
def test_numbers_of_lines_are_no_part_of_references(number: Callable[[int, str], str]) -> None:
    text = "\n".join(number(at, line) for at, line in enumerate(LINES, start=128))
    library = reflist.parse(text)
    assert [reference.origin.raw for reference in library.references] == [*REFERENCES, *REFERENCES]
    lines = text.split("\n")
    for reference in library.references:
        begin = reference.origin.line or 0
        assert reference.origin.raw[:9] in lines[begin - 1]


def test_a_line_that_is_blank_keeps_its_place() -> None:
    text = "\n".join(f"{at} {line}".strip() for at, line in enumerate([*LINES[:9], "", *LINES[9:]], start=1))
    assert without_line_numbers(Source.from_text(text)).text.split("\n") == [*LINES[:9], "", *LINES[9:]]


@pytest.mark.parametrize("form", ["{} {}", "{}\n{}"])
def test_a_page_that_begins_with_a_number_begins_still(form: str) -> None:
    text = "\n".join("\f" * (at == 20) + form.format(at, line) for at, line in enumerate(LINES, start=1))
    assert without_line_numbers(Source.from_text(text)).text.replace("\f\n", "\f") == (
        "\n".join("\f" * (at == 20) + line for at, line in enumerate(LINES, start=1))
    )


@pytest.mark.parametrize("form", ["{} {}", "{}\n{}", "{:>3}   {}"])
def test_numbers_of_references_stay(form: str) -> None:
    listed = "\n".join(form.format(number, text) for number, text in enumerate(REFERENCES * 3, start=1))
    wrapped = "\n".join(
        textwrap.fill(form.format(number, text), 50) for number, text in enumerate(REFERENCES * 3, start=1)
    )
    for text in (listed, wrapped):
        source = Source.from_text(text)
        assert without_line_numbers(source) is source
