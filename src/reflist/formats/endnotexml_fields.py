"""The fields of a record in EndNote XML: the contents of its elements, by path.

Both reading and writing references use these fields, so that what is written can be read back without XML.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from reflist.formats.endnotexml_tables import ORDER, PATHS
from reflist.formats.xml import LONGEST_PATH, children, escaped, squeezed
from reflist.text import Mark

OURS = "reflist"
"""The program named by a foreign key that is ours."""

FACES = {"italic": Mark.ITALIC, "bold": Mark.BOLD, "superscript": Mark.SUP, "subscript": Mark.SUB}
"""The faces of styles and their marks; underlining and ``normal`` have none."""

REF_TYPE, KEYS = "ref-type", "foreign-keys"

BOOKKEEPING = frozenset({"database", "source-app"})
"""Elements for the library that a record was in, which has no meaning outside that library."""

ELSEWHERE = {name: f"titles/{name}" for name in ("secondary-title", "tertiary-title", "alt-title", "short-title")}
"""Elements that JabRef writes outside the element they belong in."""

Runs = tuple[tuple[str, tuple[Mark, ...]], ...]
"""Pieces of text, with a carriage return for each line break, and the marks of each."""

Content = str | Runs
"""What an element holds: a string or, if styles mark some of the words, runs."""


class Fields(NamedTuple):
    """A record: the name and number of its reference type, and the contents of its other elements by path."""

    kind: str
    number: str
    contents: dict[str, list[Content]]


def fields_of(record: etree._Element) -> tuple[Fields, str]:
    """The fields of a record, and what the additional element holds."""
    kinds: list[tuple[str, str]] = []
    contents: dict[str, list[Content]] = {}
    additional = ""
    for name, element in children(record):
        if name == REF_TYPE:
            kinds.append((squeezed(element.get("name") or ""), squeezed(element.text or "")))
        elif name == KEYS:
            additional = next((key.text or "" for key in element if key.get("app") == OURS), additional)
        elif name not in BOOKKEEPING:
            _gather(ELSEWHERE.get(name, name), element, contents)
    kind, number = kinds[0] if kinds else ("", "")
    return Fields(kind, number, contents), additional


def _gather(path: str, element: etree._Element, contents: dict[str, list[Content]]) -> None:
    """Add the contents of an element. The parser rejects XML that is nested too deep for this."""
    inner = [*children(element)] if len(element) else []
    others = [found for found in inner if found[0] != "style"]
    for name, child in others:
        _gather(f"{path}/{name}"[:LONGEST_PATH], child, contents)
    if others:
        return
    if content := _styled(element, [style for _, style in inner]) if inner else squeezed(element.text or ""):
        contents.setdefault(path, []).append(content)


def _styled(element: etree._Element, styles: list[etree._Element]) -> Content:
    runs = tuple(run for run in _runs(element, styles) if run[0])
    if any(marks for _, marks in runs):
        return runs
    return squeezed("".join(words for words, _ in runs))


def _runs(element: etree._Element, styles: list[etree._Element]) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """Pieces of text and their marks; white space that only separates the elements is left out."""
    yield _between(element.text), ()
    for style in styles:
        faces = (style.get("face") or "").split()
        words = "".join(map(str, style.itertext())) if len(style) else style.text or ""
        yield words, tuple(FACES[face] for face in faces if face in FACES)
        yield _between(style.tail), ()


def _between(words: str | None) -> str:
    return words if words and words.strip() else ""


def plain(content: Content) -> str:
    """The words of a content without its styles."""
    return content if isinstance(content, str) else squeezed("".join(words for words, _ in content))


# --- as XML -----------------------------------------------------------------------------------------------------------


def to_xml(fields: Fields, additional: str) -> str:
    """The record with these fields, and with the additional element."""
    key = f'<{KEYS}><key app="{OURS}">{escaped(additional)}</key></{KEYS}>' if additional else ""
    parts = [f'<record>{key}<{REF_TYPE} name="{escaped(fields.kind)}">{fields.number}</{REF_TYPE}>']
    opened: tuple[str, ...] = ()
    for path, contents in fields.contents.items():
        above, name = _steps(path)
        if above != opened:
            parts.append(_transition(opened, above))
            opened = above
        for content in contents:
            written = escaped(content) if isinstance(content, str) else _styles(content)
            parts.append(f"<{name}>{written}</{name}>")
    return "".join([*parts, _transition(opened, ()), "</record>"])


def in_order(contents: dict[str, list[Content]]) -> dict[str, list[Content]]:
    """Contents in the order of the DTD, without empty ones."""
    return {path: contents[path] for path in sorted(contents, key=_place) if contents[path]}


def is_written(path: str) -> bool:
    """Whether the content of a path comes back unchanged: whether its elements are read as fields."""
    return (
        len(path) < LONGEST_PATH and _PATH.fullmatch(path) is not None and path.partition("/")[0] not in _NOT_CONTENTS
    )


_PATH = re.compile(r"(?!.*\bstyle(?:/|\Z))[A-Za-z_][\w.-]*(?:/[A-Za-z_][\w.-]*)*", re.ASCII)
_NOT_CONTENTS = frozenset({REF_TYPE, KEYS, *BOOKKEEPING, *ELSEWHERE})
_TOP_ORDER = {name: at for at, name in enumerate(ORDER)}
_PATH_ORDER = {path: at for at, path in enumerate(PATHS)}


def _place(path: str) -> tuple[int, int, str]:
    known = _PLACES.get(path)
    return known or (_TOP_ORDER.get(path.partition("/")[0], len(_TOP_ORDER)), len(_PATH_ORDER), path)


_PLACES = {path: (_TOP_ORDER[path.partition("/")[0]], at, path) for path, at in _PATH_ORDER.items()}


@lru_cache(maxsize=1024)
def _steps(path: str) -> tuple[tuple[str, ...], str]:
    *above, name = path.split("/")
    return tuple(above), name


@lru_cache(maxsize=1024)
def _transition(opened: tuple[str, ...], above: tuple[str, ...]) -> str:
    """The tags that close the open elements and open those of a path, except what both have in common."""
    pairs = enumerate(zip(opened, above, strict=False))
    same = next((at for at, (left, right) in pairs if left != right), min(len(opened), len(above)))
    closing = "".join(f"</{outer}>" for outer in reversed(opened[same:]))
    return closing + "".join(f"<{outer}>" for outer in above[same:])


_FACES = {mark: face for face, mark in FACES.items()}


def _styles(runs: Runs) -> str:
    return "".join(_style(words, marks) for words, marks in runs)


def _style(words: str, marks: Iterable[Mark]) -> str:
    face = " ".join(_FACES[mark] for mark in marks) or "normal"
    return f'<style face="{face}" font="default" size="100%">{escaped(words)}</style>'
