"""The rows of a table as text (RFC 4180): cells separated by delimiters, quoted or not."""

import re
from collections.abc import Iterator
from typing import NamedTuple

DELIMITERS = (",", ";", "\t", "|")


class Row(NamedTuple):
    """A row: its cells, its line, its raw text, and whether its quotation marks are where they may be."""

    cells: list[str]
    line: int
    raw: str
    is_sound: bool = True


def rows(text: str, delimiter: str) -> Iterator[Row]:
    r"""The rows of a text. A quotation mark that is not closed at the end of a cell is an ordinary character.

    >>> [row.cells for row in rows('a,"b ""c"" d"\n"e,f', ",")]
    [['a', 'b "c" d'], ['"e', 'f']]
    """
    cell = _cell(delimiter)
    begin = at = 0
    line = 1
    cells: list[str] = []
    is_sound = True
    while at < len(text) or cells:
        found = cell.match(text, at)
        assert found is not None  # an empty cell always matches
        at = found.end()
        if found["quoted"] is not None:
            cells.append(found["quoted"].replace('""', '"'))
        else:
            cells.append(_unquoted(found["plain"]))
            is_sound = is_sound and '"' not in found["plain"][:1]
        if found["end"] != delimiter:
            raw = text[begin:at]
            yield Row(cells, line, raw.removesuffix("\n"), is_sound)
            line += raw.count("\n")
            begin, cells, is_sound = at, [], True


def _cell(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(
        rf'(?:[ ]*+"(?P<quoted>(?:[^"]++|"")*+)"[ ]*+(?=[{mark}\n]|\Z)|(?P<plain>[^{mark}\n]*+))(?P<end>[{mark}\n]|\Z)'
    )


def _unquoted(cell: str) -> str:
    """A cell with misplaced quotation marks; without the outer ones if it has both: ``"He said "no""``."""
    return cell[1:-1] if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
