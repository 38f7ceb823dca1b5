"""Which formats there are: the built-in ones, free text, and those that other packages add."""

from collections.abc import Iterator
from functools import partial
from importlib import import_module

from reflist.formats import BUILT_IN, Format, Item, built_in
from reflist.formats.sniffing import recognise, sniff
from reflist.report import ReflistError, Report
from reflist.source import Source

GROUP = "reflist.formats"
"""The entry points by which a package adds a format: each names a `Format`. Consulted for a name not found here."""


BEGINNING = 2_000
"""How much of a text shows that it is in a format not read yet: further down, a page may quote one."""


WITH_ORIGIN = ("csljson", "cslyaml")
"""The formats that can carry the origin of each value: CSL's, under ``custom.reflist``."""


class FormatError(ReflistError):
    """A format that does not exist, or cannot do what is asked of it."""


class UnclaimedError(FormatError):
    """Content that no format we read claims."""


def _read_any(source: Source, report: Report) -> Iterator[Item]:
    from reflist.prose import read

    return read(source, report)


def _read_page(source: Source, report: Report) -> Iterator[Item]:
    from reflist.prose import read_page

    return read_page(source, report)


def _read_list(source: Source, report: Report) -> Iterator[Item]:
    from reflist.prose import read_list

    return read_list(source, report)


def _read_lines(source: Source, report: Report) -> Iterator[Item]:
    from reflist.prose import read_lines

    return read_lines(source, report)


PROSE = {
    "page": Format("page", "A pasted page: its own details, its references, its citations", (), _read_page),
    "list": Format("list", "A pasted reference list", (), _read_list),
}
"""Free text, under the names a person may give it; nothing is taken for it unasked, except by `parse` and `bib`."""

FREE_TEXT = Format("text", "Free text: a page or a list, whichever it is", (), _read_any)
"""What `parse` and `bib` take for what no format claims."""

LINES = Format("lines", "Free text: every line that is not blank is one reference", (), _read_lines)
"""What `parse --lines` reads."""


def names() -> list[str]:
    """The names of the formats that come with reflist, in the order of their table."""
    return [*BUILT_IN, *PROSE]


def formats() -> list[Format]:
    """The formats that come with reflist."""
    return [find(name) for name in names()]


def find(name: str) -> Format:
    """The format of this name. Raises `FormatError`, with near names, for one that there is not."""
    if name in PROSE:
        return PROSE[name]
    return built_in(name) if name in BUILT_IN else _added(name)


def reader(name: str) -> Format:
    """The format of this name, which can be read. Raises `FormatError` otherwise."""
    format = find(name)
    if format.read is None:
        raise FormatError(f"format '{name}' cannot be read yet; these can: {_listed(reading=True)}")
    return format


def writer(name: str) -> Format:
    """The format of this name, which can be written. Raises `FormatError` otherwise."""
    format = find(name)
    if format.write is None:
        raise FormatError(f"format '{name}' cannot be written; these can: {_listed(reading=False)}")
    return format


def with_origin(format: Format) -> Format:
    """The format, writing also where values stood. Raises `FormatError` where it has no place for that."""
    if format.name not in WITH_ORIGIN:
        raise FormatError(f"format '{format.name}' cannot say where values stood; these can: {', '.join(WITH_ORIGIN)}")
    return format._replace(write=partial(import_module(BUILT_IN[format.name]).write, origin=True))


def writer_for(name: str) -> Format:
    """The format to write into a file of this name. Raises `FormatError` where its suffix does not tell."""
    format = told_by_suffix(name)
    if format is None:
        raise FormatError(f"{name!r} does not tell the format to write: name one of {_listed(reading=False)}")
    return format


def told_by_suffix(name: str) -> Format | None:
    """The one format that files of this name are written in, if its suffix tells."""
    fitting = [format for format in _by_suffix(name) if format.write]
    return fitting[0] if len(fitting) == 1 else None


def claimed(source: Source) -> Format | None:
    """The format that a source is in, by its suffix, else by its content; None where none claims it.

    Raises `UnclaimedError` for what is evidently in a format that cannot be read yet: it is no free text either.
    """
    fitting = _by_suffix(source.name)
    name = sniff(source.text)
    format = fitting[0] if len(fitting) == 1 else built_in(name) if name else None
    if format and format.read:
        return format
    foreign = (format.name, format.title) if format else recognise(source.text[:BEGINNING])
    if foreign:
        raise UnclaimedError(f"this looks like {foreign[1]}, which reflist cannot read yet")
    return None


def near(name: str, known: list[str]) -> str:
    """``: did you mean 'x'?`` for the known name that is nearest, or nothing."""
    from difflib import get_close_matches

    found = get_close_matches(name.lower(), known, n=1)
    return f": did you mean '{found[0]}'?" if found else ""


def _by_suffix(name: str) -> list[Format]:
    return [format for format in map(built_in, BUILT_IN) if name.lower().endswith(format.suffixes)]


def _listed(*, reading: bool) -> str:
    return ", ".join(format.name for format in formats() if (format.read if reading else format.write))


def _added(name: str) -> Format:
    from importlib.metadata import entry_points

    added = entry_points(group=GROUP)
    if name not in added.names:
        known = [*names(), *sorted(added.names)]
        raise FormatError(f"unknown format '{name}'{near(name, known) or '; there are: ' + ', '.join(known)}")
    try:
        format = added[name].load()
    except (ImportError, AttributeError) as error:
        raise FormatError(
            f"format '{name}' is declared by {added[name].value}, which cannot be loaded: {error}"
        ) from error
    if not isinstance(format, Format):
        raise FormatError(f"format '{name}': {added[name].value} is no Format")
    return format
