"""The interface behind which formatters work, and what they return."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol, runtime_checkable

from reflist.csl.output import OUTPUTS, Entry, write, write_text
from reflist.engines.citations import Cluster
from reflist.model import Reference
from reflist.report import ReflistError, Report


class UnknownEngineError(ReflistError):
    """There is no engine of this name."""


class UnknownOutputError(ReflistError):
    """Bibliographies cannot be written in this output."""


class AnyStyle(Protocol):
    """A style as its engine finds it: a CSL `Style`, or one of another kind."""

    name: str
    title: str


class Engine(Protocol):
    """Turns references into the entries of a bibliography."""

    def style(self, name: str, report: Report) -> AnyStyle:
        """The style of this name or path. Raises `UnknownStyleError`, `BadStyleError`."""
        ...

    def render(
        self, references: Sequence[Reference], style: Any, locale: str | None, report: Report
    ) -> tuple[Entry, ...]:
        """One entry per reference, sorted as in the style; ``style`` is one that the method `style` has found.

        ``locale`` is a tag such as ``en-GB``; None means the style's own. Content never raises: what cannot be
        formatted gets a plain entry and a diagnostic.
        """
        ...


class Written(NamedTuple):
    """A formatted manuscript: its citations in order, each with its id, and its bibliography in the style's order."""

    citations: tuple[Entry, ...]
    bibliography: tuple[Entry, ...]


@runtime_checkable
class CitingEngine(Engine, Protocol):
    """An engine that can also format the citations of a manuscript."""

    def write(
        self,
        references: Sequence[Reference],
        clusters: Sequence[Cluster],
        style: Any,
        locale: str | None,
        report: Report,
    ) -> Written:
        """A text for each citation, and an entry for each reference that is cited."""
        ...


class Rendered:
    """A rendered bibliography: its entries in the style's order, their language, and the report.

    For a manuscript also the ``citations`` in its text. ``output`` is the output used by ``str``.
    """

    __slots__ = ("entries", "citations", "style", "lang", "report", "output")

    entries: tuple[Entry, ...]
    citations: tuple[Entry, ...]
    style: AnyStyle
    lang: str
    report: Report
    output: str

    def __init__(
        self,
        entries: tuple[Entry, ...],
        style: AnyStyle,
        lang: str,
        report: Report,
        output: str = "text",
        citations: tuple[Entry, ...] = (),
    ) -> None:
        self.entries = entries
        self.citations = citations
        self.style = style
        self.lang = lang
        self.report = report
        self.output = output

    def to(self, output: str) -> str:
        """The bibliography as ``text``, ``html`` (a fragment), ``markdown``, ``latex`` or ``rtf``.

        Raises `UnknownOutputError`.
        """
        return write(self.entries, _known(output))

    def to_json(self, output: str | None = None) -> dict[str, list[dict[str, Any]]]:
        """``{"citations": [{"id", "text"}], "bibliography": [{"id", "text"}]}``, with the texts in this output.

        Without one, the output used by ``str`` is taken. Raises `UnknownOutputError`.
        """
        known = _known(output or self.output)
        written = {"citations": self.citations, "bibliography": self.entries}
        return {
            part: [{"id": entry.id, "text": write_text(entry.text, known, entry.links)} for entry in entries]
            for part, entries in written.items()
        }

    def __len__(self) -> int:
        return len(self.entries)

    def __str__(self) -> str:
        return self.to(self.output)

    def __repr__(self) -> str:
        return f"<Rendered: {'1 entry' if len(self) == 1 else f'{len(self)} entries'}, {self.style.name}>"

    def _repr_html_(self) -> str:
        return self.to("html")


def _known(output: str) -> str:
    if output not in OUTPUTS:
        raise UnknownOutputError(f"unknown output {output!r}: choose from {', '.join(OUTPUTS)}")
    return output
