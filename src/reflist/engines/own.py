"""Formatting with our own CSL processor (`reflist.csl.processor`)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from reflist.csl.catalogue import SUFFIX
from reflist.csl.output import Entry
from reflist.csl.processor.checking import unknown_names
from reflist.csl.processor.document import Document
from reflist.csl.processor.program import Program
from reflist.csl.styles import BadStyleError, Style, find_style
from reflist.eager import collection_paused
from reflist.engines.base import Written
from reflist.engines.citations import Cluster
from reflist.engines.manuscript import as_work, bibliography, written
from reflist.model import Reference
from reflist.report import Place, Report

STYLES_KEPT = 16
"""How many compiled styles (each for one language) are kept."""


class OwnEngine:
    """The engine; keeps compiled styles."""

    __slots__ = ("_programs",)

    def __init__(self) -> None:
        self._programs: dict[tuple[Style, str | None], Program] = {}

    def style(self, name: str, report: Report) -> Style:
        """The CSL style of this name or path; see `reflist.csl.styles.find_style`."""
        return find_style(name, report)

    def render(
        self, references: Sequence[Reference], style: Style, locale: str | None, report: Report
    ) -> tuple[Entry, ...]:
        """One entry per reference, in the style's order; see `reflist.engines.base.Engine`.

        Raises `BadStyleError` for a style without a bibliography, or with elements nested too deeply.
        """
        with _bounded(style), collection_paused():
            program = self._program(style, locale)
            if not program.has_bibliography:
                raise BadStyleError(f"style {style.name!r} formats citations only: it has no bibliography")
            _report_problems(program, report)
            return _entries(program, references, report)

    def write(
        self,
        references: Sequence[Reference],
        clusters: Sequence[Cluster],
        style: Style,
        locale: str | None,
        report: Report,
    ) -> Written:
        """A formatted manuscript; nothing is kept from one call to the next. See `CitingEngine`.

        Raises `BadStyleError` for a style with elements nested too deeply.
        """
        with _bounded(style), collection_paused():
            program = self._program(style, locale)
            _report_problems(program, report)
            return written(program, references, clusters, report)

    def _program(self, style: Style, locale: str | None) -> Program:
        key = style, locale
        if key not in self._programs:
            if len(self._programs) >= STYLES_KEPT:
                self._programs.clear()
            self._programs[key] = Program(style, locale)
        return self._programs[key]


def _entries(program: Program, references: Sequence[Reference], report: Report) -> tuple[Entry, ...]:
    """The entries of a list. Internally a work's id is its position, since references may share ids."""
    if program.bibliography.keys:  # works that sort alike are ordered by the year suffixes that their sources printed
        references = sorted(references, key=_printed_letter_and_id)
    known = {str(place): reference for place, reference in enumerate(references)}
    document = Document(program, (as_work(place, reference, keeps_letter=True) for place, reference in known.items()))
    return bibliography(document, known, report)


def _printed_letter_and_id(reference: Reference) -> tuple[str, str]:
    return (reference.plain("year-suffix") if "year-suffix" in reference.variables else ""), reference.id


@contextmanager
def _bounded(style: Style) -> Iterator[None]:
    try:
        yield
    except RecursionError as error:
        raise BadStyleError(f"style {style.name!r} is nested too deeply") from error


def _report_problems(program: Program, report: Report) -> None:
    for problem in (*program.problems, *unknown_names(program.style.root, program.locales)):
        report.add(problem.rule, problem.message, Place(f"{program.style.name}{SUFFIX}", problem.line))
