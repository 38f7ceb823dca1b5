"""Quotation marks: pairs in the data are recognized, and printed as outer or inner marks of the locale.

In a title that the style quotes, its own quotation marks become inner ones. An apostrophe is not a quotation mark; a
straight one is printed as a curly one.
"""

import re
from collections.abc import Iterator

from reflist.engines.citeproc_py.marks import QUOTE_OFF, QUOTE_ON, without_marks

CLOSERS = {"‘": "’'", "'": "'’", "“": '”"', '"': '"”', "„": "“”"}
"""The marks that may close each opening one; sources mix curly and straight."""

APOSTROPHES = "'’"
"""The marks that may also be apostrophes."""

BEFORE_WORD = "([{—–-/:" + "".join(CLOSERS)
"""What may stand before an opening mark besides white space."""

TOO_MANY = 200
"""A value with more quotation marks than this is not a title; its marks stay as they are."""

_QUOTE = re.compile("[‘’'“”\"„]")
_PRINTED = re.compile(f"[{QUOTE_ON}{QUOTE_OFF}]")


def marked_quotes(value: str) -> str:
    """A value with its paired quotation marks replaced by internal marks, and its apostrophes by curly ones."""
    found = [quote.start() for quote in _QUOTE.finditer(value)]
    if not found:
        return value
    characters = list(value)
    if len(found) <= TOO_MANY:
        for opening, closing in _pairs(value, found):
            characters[opening], characters[closing] = QUOTE_ON, QUOTE_OFF
    return "".join(characters).replace("'", "’")


def printed(raw: str, outer: tuple[str, str], inner: tuple[str, str]) -> str:
    """The string with internal marks replaced by quotation marks, chosen by the depth of each pair."""
    depth = 0

    def quotation_mark(sign: re.Match[str]) -> str:
        nonlocal depth
        if sign[0] == QUOTE_ON:
            depth += 1
            return (inner, outer)[depth % 2][0]
        quote = (inner, outer)[depth % 2][1]
        depth = max(0, depth - 1)
        return quote

    return _PRINTED.sub(quotation_mark, raw)


def _pairs(value: str, found: list[int]) -> Iterator[tuple[int, int]]:
    """The offsets of opening and closing marks that belong together; pairs nest."""
    taken: set[int] = set()
    limits = [len(value)]
    for at in found:
        while at >= limits[-1]:
            limits.pop()
        if at in taken or value[at] not in CLOSERS or not _begins_word(value, at):
            continue
        closing = _closing(value, at, [other for other in found if at < other < limits[-1] and other not in taken])
        if closing is not None:
            taken.add(closing)
            limits.append(closing)
            yield at, closing


def _closing(value: str, opening: int, candidates: list[int]) -> int | None:
    """The mark that closes this one. One after an s may be an apostrophe ("the workers’ rights"): others go first."""
    wanted = CLOSERS[value[opening]]
    ends: list[int] = []
    for at in candidates:
        if value[at] == value[opening] and _begins_word(value, at) and not _ends_word(value, at):
            break
        if value[at] in wanted and _ends_word(value, at):
            ends.append(at)
    if wanted[0] not in APOSTROPHES:
        return ends[0] if ends else None
    return next((at for at in ends if value[at - 1] not in "sS"), ends[-1] if ends else None)


def _begins_word(value: str, at: int) -> bool:
    before, after = without_marks(value[:at])[-1:], without_marks(value[at + 1 :])[:1]
    return (not before or before.isspace() or before in BEFORE_WORD) and bool(after) and not after.isspace()


def _ends_word(value: str, at: int) -> bool:
    before, after = without_marks(value[:at])[-1:], without_marks(value[at + 1 :])[:1]
    return bool(before) and not before.isspace() and not after.isalnum()
