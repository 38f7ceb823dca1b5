"""A typed wrapper of citeproc-py: the one module that imports it.

It uses citeproc-py's elements directly and bypasses its bibliography, which would format, sort and number a whole list:
here an entry is formatted once and then used in every list it is in.
"""

from contextlib import suppress
from typing import Any

from citeproc import model
from citeproc.source import Date, DateRange, LiteralDate, Name, Reference, VariableError
from citeproc.string import MixedString, NoCase, String
from lxml import etree

from reflist.csl.xml import NAMESPACE
from reflist.engines.citeproc_py.initials import initials
from reflist.engines.citeproc_py.item import Item, ItemDate, SingleDate
from reflist.engines.citeproc_py.marks import LETTER, NO_CASE_OFF, NO_CASE_ON, NUMBER, ON_OFF
from reflist.engines.citeproc_py.template import NS
from reflist.text import Mark


class Formatter:
    """A style prepared for one language; formats one item at a time."""

    __slots__ = ("_root", "_keys")

    def __init__(self, style: bytes, locale: str) -> None:
        self._root = _style(style)
        self._root.formatter = _Marks
        self._root.set_locale_list(locale, validate=False)
        self._root.remembered = {}
        self._root.layout = self._root.find("cs:bibliography/cs:layout", NS)
        self._root.macros = {macro.get("name"): macro for macro in self._root.iterfind("cs:macro", NS)}
        self._keys: list[Any] = self._root.findall("cs:bibliography/cs:sort/cs:key", NS)

    def entry(self, item: Item) -> str:
        """The entry of an item, with marks; empty if the style prints nothing. May raise anything."""
        rendered = self._root.layout.render_bibliography([_CitedItem(item)])
        return "".join(map(str, rendered))

    def sort_values(self, item: Item) -> tuple[str | None, ...]:
        """What the style sorts the item by, with marks; None for a key without a value. May raise anything."""
        cited = _CitedItem(item)
        values = [key.sort_keys([cited], self._root.layout)[0] for key in self._keys]
        return tuple(None if value is None else str(value) for value in values)


class _Remembering:
    """A style's element that caches what citeproc-py looks up by XPath for each item, half of its time."""

    def get_macro(self: Any, name: str) -> Any:
        return self.get_root().macros[name]

    def get_layout(self: Any) -> Any:
        return self.get_root().layout

    def get_term(self: Any, *asked: Any, **named: Any) -> Any:
        remembered, key = self.get_root().remembered, (asked, *named.items())
        if key not in remembered:
            remembered[key] = super().get_term(*asked, **named)  # type: ignore[misc]  # of the element that it is mixed into
        return remembered[key]


class _RememberingName(_Remembering):
    """The same for the many options of ``cs:name``; with our own initials, since citeproc-py requires capitals."""

    def get_option(self: Any, name: str, context: Any = None, sort_options: dict[str, str] | None = None) -> Any:
        key = (self, name, context, *(sort_options or {}).items())
        remembered = self.get_root().remembered
        if key not in remembered:
            remembered[key] = super().get_option(name, context, sort_options)  # type: ignore[misc]  # as above
        return remembered[key]

    def initialize(self: Any, given: str, mark: str, context: Any) -> str:
        return initials(given, mark, self.get_option("initialize-with-hyphen", context))


class _SuppressedNames(_Remembering):
    """A ``cs:names`` that prints nothing after it has replaced another (CSL 1.0.2, "Substitute")."""

    def render(self: Any, item: Any, *asked: Any, **named: Any) -> Any:
        if self.get("variable") in self.get_layout().repressed.get(self.tag, ()):
            return None
        return super().render(item, *asked, **named)  # type: ignore[misc]  # as above


class _RangingDate(_Remembering):
    """A ``cs:date`` that renders ranges whatever the order of its parts; citeproc-py expects days to come first."""

    def process(self: Any, item: Any, variable: str | None = None, *asked: Any, **named: Any) -> Any:
        dates = item.reference[(variable or self.get("variable")).replace("-", "_")]
        if not isinstance(dates, DateRange):
            return super().process(item, variable, *asked, **named)  # type: ignore[misc]  # as above
        form = self.get("form")
        shown = self.get("date-parts", "year-month-day").split("-") if form else LEVELS
        parts = [part for part in (self.get_date(form) if form else self).iterchildren() if part.get("name") in shown]
        return self.wrap(_date_range(dates, parts, self))


LEVELS = {"year": ("year",), "month": ("month", "season"), "day": ("day",)}
"""The parts of a date, the largest first, and the keys of citeproc-py's dates that hold them."""


def _date_range(dates: Any, parts: list[Any], style: Any) -> str:
    """What both dates share, once, and the rest as a range (CSL 1.0.2, "Date ranges")."""
    differing = [level for level, keys in LEVELS.items() if _differ(dates, keys)]
    ranged = list(LEVELS)[list(LEVELS).index(differing[0]) :] if differing else []
    places = [index for index, part in enumerate(parts) if part.get("name") in ranged]
    if not places:
        return _joined(parts, dates.begin, style)
    first, last = places[0], places[-1] + 1
    begin = _joined(parts[first:last], dates.begin, style)
    end = "" if dates.end.is_nil() else _joined(parts[first:last], dates.end, style)
    before, after = _joined(parts[:first], dates.begin, style), _joined(parts[last:], dates.begin, style)
    to = next((part.get("range-delimiter", "–") for part in parts if part.get("name") == differing[0]), "–")
    middle = f"{begin.rstrip(' ,')}{to}{end.lstrip()}"
    return str(style.get("delimiter", "")).join(filter(None, (before, middle, after)))


def _differ(dates: Any, keys: tuple[str, ...]) -> bool:
    return any(dates.begin.get(key) != dates.end.get(key) for key in keys)


def _joined(parts: list[Any], date: Any, style: Any) -> str:
    texts = []
    for part in parts:
        with suppress(VariableError):
            texts.append(str(part.render(date, style)))
    return str(style.get("delimiter", "")).join(texts)


_MIXED_IN = {"Date": _RangingDate, "Name": _RememberingName, "Names": _SuppressedNames}


def _style(source: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    parser.set_element_class_lookup(_LOOKUP)
    return etree.fromstring(source, parser)


def _lookup() -> etree.ElementNamespaceClassLookup:
    """The classes for a style's elements: citeproc-py's, overridden by ours."""
    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace(NAMESPACE)
    namespace[None] = model.CitationStylesElement
    for element in model.CitationStylesElement.__subclasses__():
        name = element.__name__
        mixed = element if name in {"Style", "Locale"} else type(name, (_MIXED_IN.get(name, _Remembering), element), {})
        namespace[name.replace("_", "-").lower()] = mixed
    return lookup


_LOOKUP = _lookup()


def _tag(mark: Mark) -> Any:
    on, off = ON_OFF[mark]
    return staticmethod(lambda text: String(f"{on}{text}{off}"))


class _Marks:
    """The formatter that citeproc-py writes with, under its names: marks instead of tags, and nothing escaped."""

    Italic = Oblique = _tag(Mark.ITALIC)
    Bold = _tag(Mark.BOLD)
    Superscript = _tag(Mark.SUP)
    Subscript = _tag(Mark.SUB)
    SmallCaps = _tag(Mark.SMALL_CAPS)
    Light = Underline = staticmethod(lambda text: text)
    preformat = staticmethod(lambda text: text)


class _CitedItem:
    """An item as citeproc-py's elements expect it, without a citation or a bibliography."""

    has_locator = False
    number = String(NUMBER)

    def __init__(self, item: Item) -> None:
        self.reference = _reference(item)

    def __contains__(self, key: str) -> bool:
        return False

    def __getattr__(self, name: str) -> Any:
        """What only a citation has, such as a locator."""
        raise VariableError(name)

    def __getitem__(self, variable: str) -> int:
        """A number-of-… variable as a number: labels test whether it is more than one."""
        value = self.reference.get(variable.replace("-", "_"), "0")
        digits = "".join(filter(str.isdecimal, str(value)))
        return int(digits[:9] or 0)

    def get_field(self, variable: str) -> Any:
        return self.reference.get(variable)


def _reference(item: Item) -> Any:
    """A reference made without its constructor, which warns of every variable newer than CSL 1.0.1."""
    reference = Reference("item", item.type)
    reference.update({"citation_number": String(NUMBER), "citation-number": String(NUMBER)})
    reference["year_suffix"] = String(LETTER)
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
