"""Formatting through our own CSL processor (`reflist.csl.processor`)."""

from collections.abc import Sequence

from reflist.csl.output import Entry
from reflist.csl.processor.document import Document
from reflist.csl.processor.program import Program
from reflist.csl.styles import BadStyleError, Style
from reflist.eager import collection_paused
from reflist.engines.fallback import NOT_FORMATTED, plain_entry
from reflist.engines.tidying import tidied
from reflist.model import Reference
from reflist.report import Place, Report
from reflist.text import Text

STYLES_KEPT = 16
"""How many styles in a language stay compiled."""


class OwnEngine:
    """The engine; keeps the styles that it has compiled."""

    __slots__ = ("_programs",)

    def __init__(self) -> None:
        self._programs: dict[tuple[Style, str | None], Program] = {}

    def render(
        self, references: Sequence[Reference], style: Style, locale: str | None, report: Report
    ) -> tuple[Entry, ...]:
        """One entry per reference, in the style's order; see `reflist.engines.base.Engine`.

        Raises `BadStyleError` for a style without a bibliography, and for one whose elements are nested too deeply.
        """
        try:
            program = self._program(style, locale)
            with collection_paused():
                return _entries(program, references, report)
        except RecursionError as error:
            raise BadStyleError(f"style {style.name!r} is nested too deeply") from error

    def _program(self, style: Style, locale: str | None) -> Program:
        key = style, locale
        if key not in self._programs:
            if len(self._programs) >= STYLES_KEPT:
                self._programs.clear()
            self._programs[key] = Program(style, locale)
        return self._programs[key]


def _entries(program: Program, references: Sequence[Reference], report: Report) -> tuple[Entry, ...]:
    """The entries of a list. Inside, works go by their place in it: ids need not differ."""
    if not program.has_bibliography:
        raise BadStyleError(f"style {program.style.name!r} formats citations only: it has no bibliography")
    for problem in program.problems:
        report.add(problem.rule, problem.message, Place(program.style.name, problem.line))
    if program.bibliography.keys:  # what sorts alike goes by the letters that the source printed
        references = sorted(references, key=lambda reference: (reference.plain("year-suffix"), reference.id))
    document = Document(program, [_placed(place, reference) for place, reference in enumerate(references)])
    formatted = {entry.id: entry.finished.text.strip() for entry in document.bibliography()}
    entries = []
    for work in document.ordered:
        reference = references[int(work.id)]
        text = formatted.get(work.id)
        entries.append(Entry(reference.id, text or _plain(reference, report)))
    return tuple(entries)


def _placed(place: int, reference: Reference) -> Reference:
    """A reference under its place, tidied. The letter of its year is left out: the list gives its own."""
    variables = {variable: value for variable, value in reference.variables.items() if variable != "year-suffix"}
    return Reference(str(place), reference.type, tidied(variables))


def _plain(reference: Reference, report: Report) -> Text:
    problem = "the style prints nothing for it" if reference.variables else "there is nothing to print"
    report.add(NOT_FORMATTED, problem, reference.origin.place, reference.id)
    return Text(f"{plain_entry(reference)}.")
