"""What counts as a number, its forms, page ranges."""

import pytest

from csl.tiny import one, work
from reflist.csl.locales import Locales
from reflist.csl.processor.numbers import formatted, is_numeric, is_plural, page_range, roman
from reflist.csl.styles import find_style

ENGLISH = Locales(find_style("apa"), "en-US")


@pytest.mark.parametrize("printed", ["1", "2nd", "D2", "12a", "2, 3", "2-5", "1 & 3", "10–12", "iv", "xi–xiv"])
def test_numeric(printed: str) -> None:
    assert is_numeric(printed)


@pytest.mark.parametrize("printed", ["", "second", "2 and 3", "2nd edition", "XIV", "1 -", "ivx", "mild"])
def test_not_numeric(printed: str) -> None:
    assert not is_numeric(printed)


@pytest.mark.parametrize(
    "printed", ["1-2", "1, 3", "ii–iv", "3 & 4", "5 and 6", "1,\u20093", "A1-A9", "28, mimeo", "277-", "p. 5-6"]
)
def test_several(printed: str) -> None:
    assert is_plural(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "1",
        "xii",
        "1 \\- 2",
        "page",
        "12 pages",
        "Spring 3-4",
        "12(3), 4",
        "064a-b",
        "74, with maps",
        "1" + " " * 50_000,
    ],
)
def test_only_one(printed: str) -> None:
    assert not is_plural(printed)


@pytest.mark.parametrize(("number", "expected"), [(1, "i"), (4, "iv"), (1994, "mcmxciv"), (5000, "5000"), (0, "0")])
def test_roman(number: int, expected: str) -> None:
    assert roman(number) == expected


@pytest.mark.parametrize(
    ("printed", "form", "expected"),
    [
        ("2", "numeric", "2"),
        ("2-4", "numeric", "2–4"),
        ("2,3 &4", "numeric", "2, 3 & 4"),
        ("1", "ordinal", "1st"),
        ("12", "ordinal", "12th"),
        ("112", "ordinal", "112th"),
        ("22", "ordinal", "22nd"),
        ("2", "long-ordinal", "second"),
        ("23", "long-ordinal", "23rd"),
        ("14", "roman", "xiv"),
        ("2a", "roman", "2a"),
        ("1" * 30, "ordinal", "1" * 30),
    ],
)
def test_forms(printed: str, form: str, expected: str) -> None:
    assert formatted(printed, form, ENGLISH) == expected


@pytest.mark.parametrize(
    ("printed", "form", "expected"),
    [
        ("321-328", "expanded", "321–328"),
        ("321-28", "expanded", "321–328"),
        ("N110-5", "expanded", "N110-5"),
        ("N110-N5", "expanded", "N110–N115"),
        ("S12-S18", "expanded", "S12–S18"),
        ("S12-S18", "chicago", "S12–18"),
        ("S12-S123", "minimal", "S12–123"),
        ("42-45", "minimal", "42–5"),
        ("42-45", "minimal-two", "42–45"),
        ("1234-1238", "minimal-two", "1234–38"),
        ("7-9", "minimal-two", "7–9"),
        ("99-101", "minimal", "99–101"),
        ("3-10", "chicago", "3–10"),
        ("100-104", "chicago", "100–104"),
        ("107-108", "chicago", "107–8"),
        ("321-328", "chicago", "321–28"),
        ("1496-1504", "chicago", "1496–1504"),
        ("1496-1504", "chicago-16", "1496–504"),
        ("1496-1504", "chicago-15", "1496–1504"),
        ("99-101", "chicago", "99–101"),
        ("300-200", "minimal", "300–200"),
        ("1-5, 8-12", "", "1–5, 8–12"),
        ("5 - 9", "none such", "5–9"),
        ("A1-B9", "minimal", "A1-B9"),
        ("A1 - B9", "", "A1–B9"),
        ("iv-xii", "minimal", "iv–xii"),
        ("e12", "minimal", "e12"),
        ("9" * 5000 + "-" + "8" * 5000, "chicago", "9" * 5000 + "–" + "8" * 5000),
    ],
)
def test_page_ranges(printed: str, form: str, expected: str) -> None:
    assert page_range(printed, form, "–") == expected


def test_a_range_of_numbers_has_the_dash_of_pages() -> None:
    assert one('<number variable="issue"/>', work(issue="3-4"), language="es") == "3-4"
    assert one('<text variable="issue"/>', work(issue="3-4"), language="fr") == "3\u20114"


def test_pages_that_go_on_and_on_are_read_once() -> None:
    assert page_range("a" * 200_000, "minimal", "–") == "a" * 200_000
