"""The fields of a record in MODS: its leaves, the elements that hold words, by path; titles and names as a whole.

Both reading and writing references use these fields, so that what is written can be read back without XML.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from reflist.formats.xml import LONGEST_PATH, as_read, escaped, squeezed

OURS = "reflist"
"""The name of our element within an ``extension``, and in its namespace."""

ID = "@ID"
"""The path of the attribute with the record's key."""

GROUPED = frozenset({"titleInfo", "name"})
"""Elements whose parts belong together."""

TEXT_ONLY = frozenset(
    """title subTitle partNumber partName nonSort namePart displayForm affiliation roleTerm description publisher
    edition abstract tableOfContents note topic geographic temporal shelfLocator physicalLocation url number
    caption""".split()
)
"""Elements that only hold words; elements within them are markup of another kind."""

TYPE_ATTRIBUTES = {"extent": "unit"}
"""Elements whose type is given by an attribute other than ``type``."""

RECORD_INFO = ("recordContentSource", "recordIdentifier")
"""The parts of ``recordInfo`` that have a meaning outside the catalogue."""

_PAGES = frozenset({"pages", "p", "p.", "pp", "pp."})
"""Other words for the unit ``page`` of the extent of a part."""

_NO_ATTRIBUTES: Mapping[str, str] = {}


class Leaf(NamedTuple):
    """An element: its path within the record, its attributes, and its words or else its parts, with paths of their own.

    In a path each element has its ``type`` in brackets (an ``extent`` its ``unit``, a ``name`` nothing).
    """

    path: str
    words: str
    attributes: Mapping[str, str] = _NO_ATTRIBUTES
    parts: "tuple[Leaf, ...]" = ()


Fields = list[Leaf]


def leaf(path: str, words: str, **attributes: str) -> Leaf:
    """A leaf as it is read back after writing; the words of a title are in a part."""
    above, title, inner = path.rpartition("titleInfo")
    typed, slash, part = inner.partition("/")
    if title and slash:
        return Leaf(above + title + typed, "", attributes, (Leaf(part, as_read(words)),))
    return Leaf(path, as_read(words), attributes)


def fields_of(record: etree._Element) -> tuple[Fields, str]:
    """The leaves of a record, and what the additional element holds."""
    leaves: Fields = []
    _gather("", record, leaves)
    if key := squeezed(record.get("ID") or ""):
        leaves.append(Leaf(ID, key))
    additional = next((found.words for found in leaves if found.path == _ADDITIONAL), "")
    return [found for found in leaves if found.path != _ADDITIONAL] if additional else leaves, additional


_ADDITIONAL = f"extension/{OURS}"


def _gather(above: str, element: etree._Element, leaves: Fields) -> None:
    """Add the leaves of an element. The parser rejects XML that is nested too deep for this."""
    for child in element:
        name = child.tag.rpartition("}")[2]
        attributes = _attributes(child) if child.keys() else _NO_ATTRIBUTES
        path = above[:LONGEST_PATH] + (_typed(name, attributes, above) if attributes and name != "name" else name)
        if not len(child):
            words = child.text
            if words and (words := words if path == _ADDITIONAL else squeezed(words)):
                leaves.append(Leaf(path, words, attributes))
        elif name in TEXT_ONLY or (child.text and child.text.strip()):
            leaves.append(Leaf(path, squeezed("".join(map(str, child.itertext()))), attributes))
        elif name in GROUPED:
            parts: Fields = []
            _gather("", child, parts)
            leaves.append(Leaf(path, "", attributes, tuple(parts)))
        elif name == "recordInfo":
            for kept in RECORD_INFO:
                leaves += [
                    Leaf(f"{path}/{kept}", squeezed(found.text or "")) for found in child.iterfind(f"{{*}}{kept}")
                ]
        else:
            _gather(path + "/", child, leaves)


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.items()}


def _typed(name: str, attributes: Mapping[str, str], above: str) -> str:
    """A step of a path, with its type in brackets."""
    type_ = attributes.get(TYPE_ATTRIBUTES.get(name, "type"), "")[:LONGEST_PATH]
    if name == "extent" and type_ in _PAGES and above.endswith("part/"):
        type_ = "page"
    return f"{name}[{type_}]" if type_ else name


# --- as XML -----------------------------------------------------------------------------------------------------------


def to_xml(fields: Fields, additional: str) -> str:
    """The record with these leaves, and with the additional element."""
    own = f'<extension><{OURS} xmlns="urn:{OURS}">{escaped(additional)}</{OURS}></extension>' if additional else ""
    return f"<mods>{_nested(fields)}{own}</mods>"


def is_written(path: str) -> bool:
    """Whether the content of a path comes back unchanged: whether its elements are read as leaves."""
    return len(path) < LONGEST_PATH and _PATH.fullmatch(path) is not None


_TYPE = r"(?:\[[^\[\]/<>]+\])?"
_PATH = re.compile(
    rf"(?!(?:.*/)?(?:name|extension|recordInfo/(?!{'|'.join(RECORD_INFO)}))\b)\w+{_TYPE}(?:/\w+{_TYPE})*", re.ASCII
)
_STEP = re.compile(r"(\w+)(?:\[(.+)\])?", re.DOTALL)

_ENCLOSING = frozenset({"relatedItem", "originInfo", "part", "physicalDescription", "location", "extent", "role"})
"""Elements that enclose all their contents once; of others there is one for each content."""


def _nested(leaves: Iterable[Leaf]) -> str:
    """The elements, each within those that its path names."""
    written: list[str] = []
    opened: tuple[str, ...] = ()
    for path, words, attributes, parts in leaves:
        above, last = _steps(path)
        if above or opened:
            written.append(_transition(opened, above))
            opened = above
        start, end = _tags(last)
        written.append(start)
        written += [f' {name}="{escaped(value)}"' for name, value in attributes.items()]
        written += [">", _nested(parts) if parts else escaped(words), end]
    return "".join([*written, _transition(opened, ())])


@lru_cache(maxsize=1024)
def _transition(opened: tuple[str, ...], above: tuple[str, ...]) -> str:
    """The tags that close the open elements and open those of a path, except those that can hold both."""
    same = 0
    while same < min(len(above), len(opened)) and above[same] == opened[same] and _encloses_once(above[same]):
        same += 1
    closing = "".join(_tags(outer)[1] for outer in reversed(opened[same:]))
    return closing + "".join(_tags(outer)[0] + ">" for outer in above[same:])


@lru_cache(maxsize=1024)
def _steps(path: str) -> tuple[tuple[str, ...], str]:
    *above, last = path.split("/")
    return tuple(above), last


def _encloses_once(step: str) -> bool:
    return step.partition("[")[0] in _ENCLOSING


@lru_cache(maxsize=1024)
def _tags(step: str) -> tuple[str, str]:
    """The start tag of a step, still open for more attributes, and its end tag."""
    _, name, type_, _ = _STEP.split(step)
    return f'<{name} {TYPE_ATTRIBUTES.get(name, "type")}="{escaped(type_)}"' if type_ else f"<{name}", f"</{name}>"
