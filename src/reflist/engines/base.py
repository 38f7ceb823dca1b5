"""The seam behind which formatters work, and what comes out of it."""

from collections.abc import Sequence
from typing import Protocol

from reflist.csl.output import OUTPUTS, Entry, write
from reflist.csl.styles import Style
from reflist.model import Reference
from reflist.report import ReflistError, Report


class UnknownEngineError(ReflistError):
    """No engine has this name."""


class UnknownOutputError(ReflistError):
    """Bibliographies cannot be written in this output."""


class Engine(Protocol):
    """Turns references into the entries of a bibliography."""

    def render(
        self, references: Sequence[Reference], style: Style, locale: str | None, report: Report
    ) -> tuple[Entry, ...]:
        """One entry per reference, in the style's order.

        ``locale`` is a tag such as ``en-GB``; None means the style's own. Content never raises: what cannot be
        formatted gets a plain entry and a diagnostic.
        """
        ...


class Rendered:
    """A rendered bibliography: its entries in the style's order, their language, and what was found on the way.

    ``output`` is how it shows itself as a string.
    """

    __slots__ = ("entries", "style", "lang", "report", "output")

    entries: tuple[Entry, ...]
    style: Style
    lang: str
    report: Report
    output: str

    def __init__(
        self, entries: tuple[Entry, ...], style: Style, lang: str, report: Report, output: str = "text"
    ) -> None:
        self.entries = entries
        self.style = style
        self.lang = lang
        self.report = report
        self.output = output

    def to(self, output: str) -> str:
        """The bibliography as ``text``, ``html`` (a fragment), ``markdown``, ``latex`` or ``rtf``.

        Raises `UnknownOutputError`.
        """
        if output not in OUTPUTS:
            raise UnknownOutputError(f"unknown output {output!r}: there are {', '.join(OUTPUTS)}")
        return write(self.entries, output)

    def __len__(self) -> int:
        return len(self.entries)

    def __str__(self) -> str:
        return self.to(self.output)

    def __repr__(self) -> str:
        return f"<Rendered: {len(self)} entries, {self.style.name}>"

    def _repr_html_(self) -> str:
        return self.to("html")
