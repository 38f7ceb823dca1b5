"""The citations of a manuscript, as its author's program writes them in JSON, turned into cites with their places.

An array of citations ``{"id", "items": [{"id", "locator", "label", "prefix", "suffix", "suppress-author",
"author-only"}], "note": number or 0, "mode": ...}``: the fields of citeproc-js and Zotero. Only ``items`` and the
``id`` of each item are required; the id of a citation without one is its number in the array.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from reflist.csl.processor.intext import AUTHOR_ONLY, COMPOSITE, SUPPRESS_AUTHOR
from reflist.csl.processor.state import Cite
from reflist.engines.tidying import unbroken
from reflist.report import Place, Report, Rule, Severity
from reflist.source import Places, Source, SourceError

WRONG_FORM = Rule(
    "citation-wrong-form",
    Severity.ERROR,
    "Something in the file of citations has the wrong form: a citation that is not an object, an item without an id, a "
    "value of the wrong kind. It was left out; the rest was read.",
)
UNKNOWN_LABEL = Rule(
    "citation-unknown-label",
    Severity.LOSS,
    "CSL does not know the label of a locator. The locator is printed without a word such as “p.” before it.",
)

NOCITE = "nocite"
"""The mode of a citation that prints nothing but adds its works to the bibliography; ``*`` adds all."""

MODES = (COMPOSITE, AUTHOR_ONLY, SUPPRESS_AUTHOR, NOCITE)
"""The modes that a citation can have; without one it is a plain citation."""

LABELS = frozenset(
    """act appendix article article-locator book canon chapter column elocation equation figure folio issue line note
    opus page paragraph part rule scene section sub-verbo supplement table timestamp title title-locator verse version
    volume""".split()
)
"""The labels of locators (CSL 1.0.2, "Locators"); ``sub verbo`` is the old name of ``sub-verbo``."""

_TEXTS = ("locator", "prefix", "suffix")
_FLAGS = ("suppress-author", "author-only")
_LONGEST_NOTE = 9
_BRACES = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}]', re.DOTALL)


class Cluster(NamedTuple):
    """A citation: its id, the works it cites, where each of them is in the file, and its mode."""

    id: str
    cites: tuple[Cite, ...]
    places: tuple[Place, ...]
    mode: str = ""


class _Object(dict[str, Any]):
    """A JSON object with its offset in the text."""

    offset = 0


def read_citations(source: Source, report: Report) -> list[Cluster]:
    """The citations in a file; what has the wrong form is reported and left out.

    Raises `SourceError`, with line and column, if the text is not a JSON array.
    """
    text = source.text
    offsets = _ends_first(text)

    def placed(pairs: list[tuple[str, Any]]) -> _Object:
        value = _Object(pairs)
        value.offset = next(offsets, 0)
        return value

    try:
        value = json.loads(text, object_pairs_hook=placed, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise SourceError(f"{source.name}:{error.lineno}:{error.colno}: not JSON: {error.msg}") from error
    except RecursionError as error:
        raise SourceError(f"{source.name}: nested too deeply for citations") from error
    if not isinstance(value, list):
        raise SourceError(f"{source.name}:1:1: not an array of citations")
    return _clusters(value, Places(text, source), report)


def citations_of(values: Iterable[Any], report: Report) -> list[Cluster]:
    """The citations in plain Python values of the same form."""
    return _clusters(values, None, report)


def _ends_first(text: str) -> Iterator[int]:
    """The offset at which each object begins, in the order in which objects end, which is the order of decoding."""
    begun: list[int] = []
    for token in _BRACES.finditer(text):
        if token[0] == "{":
            begun.append(token.start())
        elif token[0] == "}" and begun:
            yield begun.pop()


def _clusters(values: Iterable[Any], places: Places | None, report: Report) -> list[Cluster]:
    reading = _Reading(places, report)
    return [cluster for number, value in enumerate(values, 1) if (cluster := reading.cluster(value, str(number)))]


class _Reading:
    """Reads citations one after the other."""

    def __init__(self, places: Places | None, report: Report) -> None:
        self.places = places
        self.report = report
        self.whole = places.source.place() if places else Place()
        self.place = self.whole
        self.key = ""

    def cluster(self, value: Any, number: str) -> Cluster | None:
        """A citation; None if the value is not one."""
        self.key, self.place = number, self.whole
        if not isinstance(value, Mapping):
            self._wrong(f"citation {number} is not an object")
            return None
        self._move_to(value)
        self.key = self._text(value, "id") or number
        note = self._note(value)
        mode = self._mode(value)
        items = value.get("items")
        if not isinstance(items, list | tuple) or not items:
            self._wrong("a citation without items")
            items = ()
        cites = [found for item in items if (found := self._cite(item, note))]
        return Cluster(self.key, tuple(cite for cite, _ in cites), tuple(place for _, place in cites), mode)

    def _cite(self, item: Any, note: int) -> tuple[Cite, Place] | None:
        if not isinstance(item, Mapping):
            self._wrong("an item that is not an object")
            return None
        self._move_to(item)
        id = self._text(item, "id")
        if not id:
            self._wrong("an item without an id")
            return None
        locator, prefix, suffix = (self._text(item, name) for name in _TEXTS)
        suppressed, only = (self._flag(item, name) for name in _FLAGS)
        cite = Cite(id, locator.strip(), self._label(item), prefix, suffix, suppressed, only, note=note)
        return cite, self.place

    def _move_to(self, value: Mapping[str, Any]) -> None:
        if self.places is not None and isinstance(value, _Object):
            self.place = self.places.place(value.offset)

    def _text(self, value: Mapping[str, Any], name: str) -> str:
        """The string in a field; a number is taken as a string, a missing field or null as empty."""
        found = value.get(name)
        if isinstance(found, int) and not isinstance(found, bool):
            found = str(found)
        if found is not None and not isinstance(found, str):
            self._wrong(f"{name} is not a string")
            return ""
        return unbroken(found or "")

    def _flag(self, value: Mapping[str, Any], name: str) -> bool:
        found = value.get(name)
        if found not in (True, False, None):
            self._wrong(f"{name} is neither true nor false")
        return found is True

    def _note(self, value: Mapping[str, Any]) -> int:
        note = str(value.get("note") or 0)
        if note.isascii() and note.isdecimal() and len(note) <= _LONGEST_NOTE:
            return int(note)
        self._wrong("note is not a number")
        return 0

    def _mode(self, value: Mapping[str, Any]) -> str:
        mode = value.get("mode") or ""
        if mode and mode not in MODES:
            self._wrong(f"unknown mode: choose from {', '.join(MODES)}")
            return ""
        return str(mode)

    def _label(self, item: Mapping[str, Any]) -> str:
        label = self._text(item, "label") or "page"
        if label.replace(" ", "-") not in LABELS:
            self.report.add(UNKNOWN_LABEL, f"CSL has no locator label {label!r}", self.place, self.key)
        return label

    def _wrong(self, what: str) -> None:
        self.report.add(WRONG_FORM, what, self.place, self.key)
