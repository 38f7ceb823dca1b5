"""Numbers: what is numeric, ordinals and roman numerals, page ranges, and when a label is plural."""

import re
from collections.abc import Callable

from reflist.csl.locales import Locales
from reflist.late import late
from reflist.value import remembered

_SMALL_ROMAN = r"(?=[ivxlcdm])m{0,4}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})"
_ONE = rf"(?:[^\W\d_]{{0,4}}\d+[^\W\d_]{{0,4}}|{_SMALL_ROMAN})"
_NUMERIC = late(rf"{_ONE}(?:\s*[,&–-]\s*{_ONE})*")

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
"""Roman numerals by value, in descending order."""

LARGEST_ROMAN = 5_000
"""The least number that is not written as a roman numeral."""

LARGEST_LONG_ORDINAL = 10
"""The largest ordinal that locales have in words: long-ordinal-01 to long-ordinal-10."""


LONGEST_NUMBER = 9
"""The most digits of a number that is written in another form."""


@remembered
def is_numeric(printed: str) -> bool:
    """Whether a content is numeric: numbers with affixes, joined by commas, hyphens or ampersands (CSL 1.0.2).

    Roman page numbers of a preface, such as xi–xiv, count too.
    """
    return bool(_NUMERIC.fullmatch(printed.strip()))


_ANOTHER = r"(?:[A-Za-z]{0,3}\d|[ivxlc]++\b)"
_SEVERAL = late(
    r"(?:[Pp]{1,2}\.\s*+)?(?:[A-Za-z]{0,3}\d++[A-Za-z]{0,3}|[ivxlc]++)\s*+"
    rf"(?:[,;&]\s*+(?:{_ANOTHER}|\S*+$)|(?<!\\)[-–]\s*+(?:{_ANOTHER}|$)|(?:,\s*+)?(?:and|et|und|y)\b\s*+{_ANOTHER})",
)
"""A number followed by another; or an operator followed by a number, and at most a word."""


def is_plural(printed: str) -> bool:
    """Whether a numeric content means several: it has a comma, a range or an ampersand between numbers."""
    first, _, last = printed.partition("-")
    if first.isdecimal() and (not last or last.isdecimal()):  # the most frequent case
        return first != printed
    return bool(_SEVERAL.match(printed.strip()))


def roman(number: int) -> str:
    """The number as a roman numeral in lower case; in digits if it is too large."""
    if not 0 < number < LARGEST_ROMAN:
        return str(number)
    written = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def formatted(printed: str, form: str, locales: Locales, gender: str = "") -> str:
    """A numeric content in a form ("numeric", "ordinal", "long-ordinal", "roman"); ranges get their dash."""
    write = FORMS.get(form)
    dash = locales.term("page-range-delimiter") or "–"
    pieces = re.split(r"(\s*[,&–-]\s*)", printed.strip())
    for index, piece in enumerate(pieces):
        if index % 2:
            mark = piece.strip()
            pieces[index] = {",": ", ", "&": " & "}.get(mark, dash if mark in "-–" else mark)
        elif write and piece.isdecimal() and len(piece) <= LONGEST_NUMBER:
            pieces[index] = write(int(piece), locales, gender)
    return "".join(pieces)


def _ordinal(number: int, locales: Locales, gender: str) -> str:
    return f"{number}{locales.ordinal(number, gender)}"


def _long_ordinal(number: int, locales: Locales, gender: str) -> str:
    if 1 <= number <= LARGEST_LONG_ORDINAL:
        return locales.term(f"long-ordinal-{number:02d}", gender=gender) or _ordinal(number, locales, gender)
    return _ordinal(number, locales, gender)


FORMS: dict[str, Callable[[int, Locales, str], str]] = {
    "ordinal": _ordinal,
    "long-ordinal": _long_ordinal,
    "roman": lambda number, _locales, _gender: roman(number),
}

_RANGE = late(r"(?P<prefix>(?:\w*[^\W\d_])?)(?P<first>\d+)\s*[-–—]+\s*(?P<again>(?:\w*[^\W\d_])?)(?P<last>\d+)")


def page_range(printed: str, form: str, delimiter: str) -> str:
    """Page ranges in a format (CSL 1.0.2, appendix V), each with the delimiter; anything else stays as it is."""
    first, dash, last = printed.partition("-")
    if first.isdecimal() and (last.isdecimal() if dash else True):  # the most frequent case
        return _span("", first, last, form, delimiter) if dash else first
    return _RANGES.sub(lambda found: _range(found[0], form, delimiter), printed)


_RANGES = late(r"(?<![^\s,;&])[^\s,;&–—-]++\s*+[-–—]\s*+[^\s,;&]++(?=\s*+(?:[,;&]|$))")
_DASH = late(r"\s*[-–—]+\s*")
_NUMBER = r"((?=[^\W\d]*+\d)\w++|[ivxlc]++)"
_LOOSE = late(rf"{_NUMBER}\s*+[-–—]++\s*+{_NUMBER}", re.IGNORECASE)


def _range(printed: str, form: str, delimiter: str) -> str:
    found = _RANGE.fullmatch(printed)
    if not found:
        return _LOOSE.sub(lambda ends: ends[1] + delimiter + ends[2], printed) if _LOOSE.fullmatch(printed) else printed
    if found["again"] != found["prefix"]:
        return _DASH.sub("-" if form else delimiter, printed)
    if form not in FORMATS:
        return _DASH.sub(delimiter, printed)
    return _span(found["prefix"], found["first"], found["last"], form, delimiter)


def _span(prefix: str, first: str, last: str, form: str, delimiter: str) -> str:
    """The pages from one number to another, both with the same letters before them."""
    if form not in FORMATS:
        return f"{prefix}{first}{delimiter}{prefix}{last}"
    whole = first[: max(len(first) - len(last), 0)] + last
    if len(whole) == len(first) and whole < first:
        return f"{prefix}{first}{delimiter}{prefix}{last}"
    again = prefix if form == EXPANDED else ""
    return f"{prefix}{first}{delimiter}{again}{FORMATS[form](first, whole)}"


def _minimal(first: str, last: str, fewest: int = 1) -> str:
    if len(first) != len(last):
        return last
    same = next((at for at in range(len(first)) if first[at] != last[at]), len(first) - 1)
    return last[min(same, len(last) - fewest) if len(last) > fewest else 0 :]


def _chicago(first: str, last: str, *, four_digits: bool) -> str:
    """Chicago Manual of Style: 15th edition, 9.64; 16th edition, 9.60."""
    if len(first) != len(last) or len(first) < len("100") or first.endswith("00"):
        return last
    if first[-2] == "0":
        return _minimal(first, last)
    shortened = _minimal(first, last, 2)
    return last if four_digits and len(first) == 4 and len(shortened) >= 3 else shortened


EXPANDED = "expanded"
"""The format that repeats letters before a number: S12–S18; in the others, S12–18."""

FORMATS: dict[str, Callable[[str, str], str]] = {
    EXPANDED: lambda _first, last: last,
    "minimal": _minimal,
    "minimal-two": lambda first, last: _minimal(first, last, 2),
    "chicago": lambda first, last: _chicago(first, last, four_digits=True),
    "chicago-15": lambda first, last: _chicago(first, last, four_digits=True),
    "chicago-16": lambda first, last: _chicago(first, last, four_digits=False),
}
"""The page range formats by name: functions that give the last page as printed after the first."""
