"""The registry of formats: the built-in ones, free text, and those that other packages add."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from operator import itemgetter
from pathlib import PurePath
from typing import NoReturn

from reflist import addons
from reflist.formats import BUILT_IN, Format, Item, built_in
from reflist.formats.foreign import ALTERNATIVES, recognise
from reflist.formats.sniffing import SNIFFED, SNIFFERS, SURE, sniff, sureness
from reflist.report import ReflistError, Report, Rule, Severity
from reflist.source import Source

GROUP = "reflist.formats"
"""The entry points by which packages add formats: each is a `Format`. Only consulted for what is none of ours."""

NOT_LOADED = Rule(
    "format-not-loaded",
    Severity.ERROR,
    "Another package declares a format that cannot be loaded, so it is missing from the list of formats.",
)

UNMISTAKABLE = ("bibtex", "biblatex", "ris", "nbib", "csljson", "mods", "endnotexml")
"""The formats that may be recognized in a part of a text in another format."""

PART_CERTAINTY = 0.8
"""The least certainty for that."""

FAMILIES = {"biblatex": "bibtex", "csljsonl": "csljson", "tsv": "csv"}
"""Formats that look alike: a part that the reader of one leaves over is not tried in the other."""

SUFFIX_CERTAINTY = 0.6
"""The certainty that a suffix alone gives."""


PREFERRED = frozenset({"bibtex"})
"""The formats meant by a suffix that others share: a ``.bib`` file is BibTeX, unless its content or the user shows that
it is BibLaTeX, whose reader also reads BibTeX."""


USUAL = {
    ".bib": ("bibtex", "biblatex"),
    ".ris": ("ris",),
    ".nbib": ("nbib",),
    ".enw": ("refer",),
    ".json": ("csljson",),
    ".jsonl": ("csljsonl",),
    ".csv": ("csv",),
}
"""Our formats that files with these suffixes are usually in.

These are asked first, and if one recognizes the content, no other is: loading all formats takes as long as reading a
thousand references. A suffix missing here costs only that time.
"""


class FormatError(ReflistError):
    """A format does not exist, or cannot do what is asked of it."""


class UnclaimedError(FormatError):
    """The content is of no format that we read."""


def _read_any(source: Source, report: Report, jobs: int = 1) -> Iterator[Item]:
    from reflist.prose import read

    return read(source, report, jobs)


def _read_page(source: Source, report: Report, jobs: int = 1) -> Iterator[Item]:
    from reflist.prose import read_page

    return read_page(source, report, jobs)


def _read_list(source: Source, report: Report, jobs: int = 1) -> Iterator[Item]:
    from reflist.prose import read_list

    return read_list(source, report, jobs)


def _read_lines(source: Source, report: Report, jobs: int = 1) -> Iterator[Item]:
    from reflist.prose import read_lines

    return read_lines(source, report, jobs)


PROSE = {
    "page": Format("page", "A pasted page: its own details, its references, its citations", (), _read_page),
    "list": Format("list", "A pasted reference list", (), _read_list),
}
"""Free text, under the names a user may give it; only `parse` and `bib` assume it unasked."""

FREE_TEXT = Format("text", "Free text: a page or a list, whichever it is", (), _read_any)
"""Used by `parse` and `bib` for what no format claims."""

LINES = Format("lines", "Free text: every line that is not blank is one reference", (), _read_lines)
"""Used by `parse --lines`."""


def shared(format: Format, jobs: int) -> Format:
    """The format, read in ``jobs`` processes if it is free text, whose strings take longest."""
    if format.read in _FREE and jobs > 1:
        return format._replace(read=partial(format.read, jobs=jobs))
    return format


_FREE = (_read_any, _read_page, _read_list, _read_lines)


def names() -> list[str]:
    """The names of the formats that come with reflist, in table order."""
    return [*BUILT_IN, *PROSE]


def formats() -> list[Format]:
    """The formats that come with reflist."""
    return [find(name) for name in names()]


def added(report: Report) -> list[Format]:
    """The formats that other packages add, by name; one that cannot be loaded is reported."""
    found = []
    for name in addons.names(GROUP):
        try:
            found.append(_added(name))
        except FormatError as error:
            report.add(NOT_LOADED, str(error))
    return found


def find(name: str) -> Format:
    """The format of this name. Raises `FormatError`, with similar names, for an unknown one."""
    if name in PROSE:
        return PROSE[name]
    return built_in(name) if name in BUILT_IN else _added(name)


def reader(name: str) -> Format:
    """The format of this name. Raises `FormatError` unless it can be read."""
    format = find(name)
    if format.read is None:
        raise FormatError(f"format '{name}' cannot be read yet; these can: {_listed(reading=True)}")
    return format


def writer(name: str) -> Format:
    """The format of this name. Raises `FormatError` unless it can be written."""
    format = find(name)
    if format.write is None:
        raise FormatError(f"format '{name}' cannot be written; these can: {_listed(reading=False)}")
    return format


def with_origin(format: Format) -> Format:
    """The format, writing also the places of values. Raises `FormatError` if it has no place for that."""
    if format.write_origin is None:
        able = ", ".join(format.name for format in formats() if format.write_origin)
        raise FormatError(f"format '{format.name}' cannot hold the places of values; these can: {able}")
    return format._replace(write=format.write_origin)


def writer_for(name: str) -> Format:
    """The format to write into a file of this name. Raises `FormatError` if its suffix does not decide it."""
    format = format_by_suffix(name)
    if format is None:
        raise FormatError(f"{name!r} does not show which format to write: name one of {_listed(reading=False)}")
    return format


def format_by_suffix(name: str) -> Format | None:
    """The format for writing files of this name; None if no format has their suffix.

    Raises `FormatError` if several formats have it and none of them takes precedence.
    """
    for known in chain([_usual(name)], _all_formats()):
        fitting = [format for format in _by_suffix(name, known) if format.write]
        if fitting:
            return _preferred(fitting) or _unclear(name, fitting)
    return None


def _unclear(name: str, fitting: list[Format]) -> NoReturn:
    raise FormatError(f"{name!r} may be {' or '.join(format.name for format in fitting)}: name which one to write")


def claimed(source: Source) -> Format | None:
    """The format of a source: that of its suffix, unless the content is evidently in another.

    None if no format claims it. Formats of other packages are asked only if none of ours claims it. Raises
    `UnclaimedError` if it is evidently in a format that cannot be read, and so is not free text either.
    """
    foreign = recognise(source.beginning)
    for sure, format in _claims(source):
        if foreign and foreign.sure > sure:
            continue
        if format.read:
            return format
        raise UnclaimedError(unread(format.title))
    if foreign:
        raise UnclaimedError(unread(foreign.title))
    return None


PLAIN = (".txt", ".text", ".md", ".markdown")
"""Suffixes of free text: other packages are not asked about it, which would take as long as reading a page."""


def within(text: str, around: str) -> str:
    """The name of the format of a part of a text in another format; empty if none, or if it is that format.

    Tables and lines of JSON are not recognized: any text may look like one.
    """
    head = text[:SNIFFED]
    sure, name = _surest(head, UNMISTAKABLE)
    return "" if sure < PART_CERTAINTY or FAMILIES.get(name, name) == FAMILIES.get(around, around) else name


def _claims(source: Source) -> Iterator[tuple[float, Format]]:
    """The formats that claim a source, with the certainty: the usual ones, then all of ours, then other packages'."""
    sure, usual = _surest(source.beginning[:SNIFFED], USUAL.get(PurePath(source.name.lower()).suffix, ()))
    if sure >= SURE:
        yield sure, built_in(usual)
    plain = PurePath(source.name).suffix.lower() in PLAIN
    for known in [_may_be(source.beginning)] if plain else _all_formats():
        sure, format = _claim(source, known)
        if format:
            yield sure, format


def _surest(head: str, names: Iterable[str]) -> tuple[float, str]:
    """Which of these formats of ours the beginning of a text looks most like, and how much; none of them is loaded."""
    return max(((SNIFFERS[name](head), name) for name in names), key=itemgetter(0), default=(0, ""))


def _claim(source: Source, known: list[Format]) -> tuple[float, Format | None]:
    """The one of these formats that claims a source, and the certainty."""
    fitting = _by_suffix(source.name, known)
    sniffed = sniff(source.beginning, known)
    by_suffix = sniffed if sniffed in fitting else _preferred(fitting)
    if by_suffix:
        sure = sureness(source.beginning, by_suffix)
        if sniffed is None or sure or by_suffix.read is sniffed.read:
            return max(sure, SUFFIX_CERTAINTY), by_suffix
    return (sureness(source.beginning, sniffed), sniffed) if sniffed else (0, None)


def suggestion(name: str, known: list[str]) -> str:
    """``: did you mean 'x'?`` for the most similar known name; empty if there is none."""
    from difflib import get_close_matches

    found = get_close_matches(name.lower(), known, n=1)
    return f": did you mean '{found[0]}'?" if found else ""


def _all_formats() -> Iterator[list[Format]]:
    """Our formats, then those of other packages."""
    yield [built_in(name) for name in BUILT_IN]
    yield added(Report())


def _may_be(text: str) -> list[Format]:
    """Those of our formats that a text may be in; the others need not even be loaded."""
    return [built_in(name) for name in BUILT_IN if name not in SNIFFERS or SNIFFERS[name](text[:SNIFFED])]


def _usual(name: str) -> list[Format]:
    """The usual formats of files of this name."""
    return [built_in(format) for format in USUAL.get(PurePath(name.lower()).suffix, ())]


def _preferred(fitting: list[Format]) -> Format | None:
    """Of the formats that share a suffix, the one meant if only the suffix decides."""
    return fitting[0] if len(fitting) == 1 else next((format for format in fitting if format.name in PREFERRED), None)


def _by_suffix(name: str, known: Iterable[Format]) -> list[Format]:
    return [format for format in known if format.suffixes and name.lower().endswith(format.suffixes)]


def unread(title: str) -> str:
    """The message for a format that cannot be read."""
    instead = ALTERNATIVES.get(title)
    return f"this looks like {title}, which reflist cannot read yet" + (f"; {instead}" if instead else "")


def _listed(*, reading: bool) -> str:
    return ", ".join(format.name for format in formats() if (format.read if reading else format.write))


def _added(name: str) -> Format:
    """The format that another package adds. Raises `FormatError` if there is none, or it cannot be loaded."""
    try:
        format = addons.load(GROUP, name, Format)
    except KeyError:
        known = [*names(), *addons.names(GROUP)]
        message = f"unknown format '{name}'{suggestion(name, known) or ': choose from ' + ', '.join(known)}"
        raise FormatError(message) from None
    except addons.AddonError as error:
        raise FormatError(f"format {error}") from error
    if format.name != name:
        raise FormatError(f"format '{name}' calls itself '{format.name}'")
    return format
