"""CSL-JSON lines: one CSL-JSON item per line (JSON Lines, jsonlines.org), so that files of any length can be streamed.

A line that is not one plain object is given to the reader of CSL-JSON, which repairs and reports what it can. The next
line is then read as usual.
"""

import json
import math
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from reflist.formats import csljson
from reflist.formats.base import Format, Item
from reflist.formats.csljson_crossref import as_csl
from reflist.formats.sniffing import SNIFFERS
from reflist.grammar.keys import keyed
from reflist.model import Reference, Remainder, from_csl, to_csl
from reflist.report import Place, Report
from reflist.source import Source

NAME = "csljsonl"
OPENINGS = ("[", "{")
"""A first line that is only this begins a JSON text over many lines, as CSL-JSON is commonly written."""


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; a line that is not an item as a `Remainder`."""
    text = source.text.removeprefix("\ufeff")
    if _is_one_text(text):
        yield from csljson.read(source, report)
        return
    for number, line in enumerate(_lines(text), source.first_line):
        if line.isspace():
            continue
        item = _item(line)
        if item is None:
            yield from _repaired(line, source.place(number), report)
        else:
            yield from_csl(as_csl(item), report, source.place(number))


def write(
    references: Iterable[Reference],
    report: Report,  # noqa: ARG001  # a writer's parameter; CSL-JSON carries everything
    origin: bool = False,
) -> Iterator[str]:
    """One line for each item; with its origin in ``custom.reflist`` if asked for."""
    for reference in keyed(references):
        yield _ENCODER.encode(to_csl(reference, origin)) + "\n"


def ends(text: str) -> int:
    """The offset after the last line end; 0 if the text is one JSON text over many lines."""
    return 0 if _is_one_text(text) else text.rfind("\n") + 1


def _is_one_text(text: str) -> bool:
    """Whether the text is not JSON lines, but CSL-JSON as it is commonly written."""
    return text.lstrip().partition("\n")[0].rstrip() in OPENINGS


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, one at a time; only line feeds separate lines."""
    begin = 0
    while (end := text.find("\n", begin)) >= 0:
        yield text[begin : end + 1]
        begin = end + 1
    if begin < len(text):
        yield text[begin:]


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        raise ValueError("a field occurs twice")
    return value


def _finite(printed: str) -> float:
    value = float(printed)
    if not math.isfinite(value):
        raise ValueError(f"{printed} is not a number that JSON could write")
    return value


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_float=_finite, parse_constant=_finite)


def _item(line: str) -> dict[str, Any] | None:
    """The object of a line; None if it is anything else."""
    try:
        value = _DECODER.decode(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and not any(name in value for name in csljson.LISTS) else None


def _repaired(line: str, place: Place, report: Report) -> Iterator[Item]:
    """What the reader of CSL-JSON finds in a line."""
    found = Report()
    for item in csljson.read(Source.from_text(line.rstrip("\n"), place.source or ""), found):
        if isinstance(item, Remainder):
            yield item.replace(place=item.place._replace(line=place.line))
        elif isinstance(item, Reference) and not item.origin.raw:
            yield item.replace(origin=item.origin.replace(line=place.line))
        else:
            yield item
    report.extend(finding._replace(place=finding.place._replace(line=place.line)) for finding in found)


FORMAT = Format(
    NAME,
    "CSL-JSON, an item a line",
    (".jsonl", ".ndjson"),
    read,
    write,
    SNIFFERS[NAME],
    extras="unknown fields as they are; ours in custom.reflist",
    write_origin=partial(write, origin=True),
)
