"""citeproc-py behind types: the one module that imports it.

Its elements are asked directly, past its own bibliography, which would format, sort and number a list as a whole: an
entry is formatted once and then used in every list it stands in.
"""

from io import BytesIO
from typing import Any

from citeproc.frontend import CitationStylesStyle
from citeproc.source import Date, DateRange, LiteralDate, Name, Reference
from citeproc.string import MixedString, NoCase, String

from reflist.csl.xml import NS
from reflist.engines.citeproc_py.item import Item, ItemDate, SingleDate
from reflist.engines.citeproc_py.marks import NO_CASE_OFF, NO_CASE_ON, NUMBER, ON_OFF
from reflist.text import Mark


class Formatter:
    """A style made ready for one language; formats one item at a time."""

    __slots__ = ("_style", "_layout", "_keys")

    def __init__(self, style: bytes, locale: str) -> None:
        self._style: Any = CitationStylesStyle(BytesIO(style), locale=locale, validate=False)
        self._style.root.formatter = _Marks
        bibliography = self._style.root.bibliography
        self._layout: Any = bibliography.layout
        self._keys: list[Any] = bibliography.findall("cs:sort/cs:key", NS)

    def entry(self, item: Item) -> str:
        """The entry of an item, with marks; empty where the style prints nothing. May raise anything."""
        rendered = self._layout.render_bibliography([_CitedItem(item)])
        return "".join(map(str, rendered))

    def sort_values(self, item: Item) -> tuple[str | None, ...]:
        """What the style sorts the item by, with marks; None where there is nothing. May raise anything."""
        cited = _CitedItem(item)
        values = [key.sort_keys([cited], self._layout)[0] for key in self._keys]
        return tuple(None if value is None else str(value) for value in values)


def _tag(mark: Mark) -> Any:
    on, off = ON_OFF[mark]
    return staticmethod(lambda text: String(f"{on}{text}{off}"))


class _Marks:
    """The formatter that citeproc-py writes through, in its own terms: marks instead of tags, and nothing escaped."""

    Italic = Oblique = _tag(Mark.ITALIC)
    Bold = _tag(Mark.BOLD)
    Superscript = _tag(Mark.SUP)
    Subscript = _tag(Mark.SUB)
    SmallCaps = _tag(Mark.SMALL_CAPS)
    Light = Underline = staticmethod(lambda text: text)
    preformat = staticmethod(lambda text: text)


class _CitedItem:
    """An item as citeproc-py's elements ask for it, without a citation or a bibliography behind it."""

    has_locator = False
    number = String(NUMBER)

    def __init__(self, item: Item) -> None:
        self.reference = _reference(item)

    def __contains__(self, key: str) -> bool:
        return False

    def __getitem__(self, variable: str) -> int:
        """A number-of-… variable as a number: labels ask whether it is more than one."""
        value = self.reference.get(variable.replace("-", "_"), "0")
        digits = "".join(filter(str.isdecimal, str(value)))
        return int(digits[:9] or 0)

    def get_field(self, variable: str) -> Any:
        return self.reference.get(variable)


def _reference(item: Item) -> Any:
    """A reference filled past its constructor, which warns of every variable newer than CSL 1.0.1 but takes it."""
    reference = Reference("item", item.type)
    reference.update({"citation_number": String(NUMBER), "citation-number": String(NUMBER)})
    for variable, string in item.strings.items():
        value = string[:2].lower() if variable == "language" else _string(string)
        reference.update({variable.replace("-", "_"): value, variable: value})
    for variable, names in item.names.items():
        reference[variable.replace("-", "_")] = [Name(**fields) for fields in names]
    for variable, date in item.dates.items():
        reference[variable.replace("-", "_")] = _date(date)
    return reference


def _string(marked: str) -> Any:
    if NO_CASE_ON not in marked:
        return String(marked)
    pieces = MixedString()
    for piece in marked.replace(NO_CASE_ON, NO_CASE_OFF).split(NO_CASE_OFF):
        fixed = len(pieces) % 2
        pieces.append(NoCase(piece) if fixed else String(piece))
    return MixedString(piece for piece in pieces if piece)


def _date(date: ItemDate) -> Any:
    if not date.parts:
        return LiteralDate(date.words, circa=date.circa)
    if len(date.parts) == 1:
        return _single(date.parts[0], date.circa)
    return DateRange(begin=_single(date.parts[0]), end=_single(date.parts[1]), circa=date.circa)


def _single(date: SingleDate, circa: bool = False) -> Any:
    known = {name: value for name, value in date._asdict().items() if value or name == "year"}
    return Date(circa=circa, **known)
