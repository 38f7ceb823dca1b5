"""Formatting with pybtex: a ``.bst`` file by its path, or one of pybtex's own styles by name."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from reflist.csl.output import Entry, Link
from reflist.csl.styles import UnknownStyleError
from reflist.engines import bst, rich
from reflist.engines.fallback import NOT_FORMATTED, plain_entry
from reflist.engines.tidying import tidied
from reflist.formats import bibtex
from reflist.formats.pybtex_exchange import to_pybtex
from reflist.model import Reference
from reflist.report import Place, Report, Rule, Severity
from reflist.source import Source, SourceError
from reflist.text import Mark, Span, Text

SUFFIX = ".bst"
"""The file suffix of BibTeX styles."""

WARNING = Rule(
    "bibtex-style-warning",
    Severity.NOTE,
    "A BibTeX style, or pybtex, which runs it, gave a warning: most often that an entry lacks a field.",
)
FAILED = Rule(
    "bibtex-style-failed",
    Severity.ERROR,
    "A BibTeX style stopped with an error. Its list was replaced by plain entries (author, year, title).",
)

_KEY = re.compile(r"[^\s\"',]+")
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._+/-]*")
"""An id that BibTeX accepts as a key."""


class PybtexStyle:
    """A style that pybtex can format with: a ``.bst`` program, or the name of one of its own styles."""

    __slots__ = ("name", "title", "program")

    def __init__(self, name: str, program: bst.Program | None = None) -> None:
        self.name = name
        self.title = name
        self.program = program

    def __repr__(self) -> str:
        return f"<PybtexStyle {self.name}>"


class PybtexEngine:
    """The engine; keeps no state."""

    def style(self, name: str, _report: Report) -> PybtexStyle:
        """The style in a ``.bst`` file, or pybtex's own style of this name. Raises `UnknownStyleError`."""
        if name.lower().endswith(SUFFIX):
            try:
                source = Source.from_path(Path(name))
                return PybtexStyle(Path(name).stem, bst.read_program(source.text, source.name))
            except SourceError as error:
                raise UnknownStyleError(f"style: {error}") from error
            except bst.BstError as error:
                raise UnknownStyleError(f"not a BibTeX style: {error}") from error
        known = rich.names()
        if name not in known:
            near = get_close_matches(name.lower(), known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"pybtex has {', '.join(known)}, and runs .bst files"
            raise UnknownStyleError(f"unknown style {name!r}: {hint}")
        return PybtexStyle(name)

    def render(
        self, references: Sequence[Reference], style: PybtexStyle, _locale: str | None, report: Report
    ) -> tuple[Entry, ...]:
        """One entry per reference, in the style's order, with its label; see `reflist.engines.base.Engine`."""
        keyed = _keyed(references)
        works = [Reference(key, one.type, tidied(one.variables)) for key, one in keyed.items()]
        formatted: list[tuple[str, Entry]] = []
        try:
            formatted, warnings = _run(style, works)
        except bst.BstError as error:
            report.add(FAILED, str(error), Place(style.name))
            warnings = []
        for warning in warnings:
            _report_warning(warning, keyed, style, report)
        entries = [entry._replace(id=keyed[key].id) for key, entry in formatted if key in keyed and entry.text]
        done = {key for key, entry in formatted if entry.text}
        for key, reference in keyed.items():
            if key not in done:
                report.add(NOT_FORMATTED, "the style prints nothing for it", reference.origin.place, reference.id)
                entries.append(Entry(reference.id, Text(f"{plain_entry(reference)}.")))
        return tuple(entries)


def _keyed(references: Sequence[Reference]) -> dict[str, Reference]:
    """The references by unique keys: the id, if it is a valid key and no other id differs only in case."""
    ids = Counter(reference.id.casefold() for reference in references)
    return {
        reference.id
        if ids[reference.id.casefold()] == 1 and _SAFE.fullmatch(reference.id)
        else f"reference{number}+": reference
        for number, reference in enumerate(references, start=1)
    }


def _run(style: PybtexStyle, works: Sequence[Reference]) -> tuple[list[tuple[str, Entry]], list[str]]:
    """The entries by key, and the warnings. Losses in writing BibTeX are not reported: styles use known fields only."""
    if style.program is not None:
        written = "".join(bibtex.write(works, Report()))
        items, warnings = bst.run(style.program, written, [work.id for work in works])
        return [(item.key, _labelled(item.label, item.text, ())) for item in items], warnings
    try:
        own, warnings = rich.run(style.name, to_pybtex(works))
    except Exception as error:  # pybtex raises anything, and that must not cost the list
        raise bst.BstError(f"{type(error).__name__}: {error}") from error
    return [(item.key, _labelled(item.label, item.text, item.links)) for item in own], warnings


def _labelled(label: str, text: Text, links: Sequence[Link]) -> Entry:
    """An entry with its label in the margin."""
    if not label or not text:
        return Entry("", text, tuple(links))
    margin = f"[{label}]"
    at = len(margin)
    whole = Text(margin, [Span(0, at, Mark.LEFT_MARGIN)]) + text.marked(Mark.RIGHT_INLINE)
    return Entry("", whole, tuple(Link(start + at, end + at, target) for start, end, target in links))


def _report_warning(warning: str, keyed: dict[str, Reference], style: PybtexStyle, report: Report) -> None:
    """Report a warning, with the reference that it names."""
    named = next((word for word in _KEY.findall(warning) if word in keyed), None)
    if named is None:
        report.add(WARNING, warning, Place(style.name))
    else:
        reference = keyed[named]
        report.add(WARNING, warning.replace(named, reference.id), reference.origin.place, reference.id)
