"""Diagnostics with a stable code and a place, collected in a report.

Each kind of finding is declared as a :class:`Rule`, a constant in the module that uses it. The page
``docs/diagnostics.md`` lists them all; it is generated from these constants.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple


class ReflistError(Exception):
    """The base class of reflist's exceptions, raised for misuse only (an unknown format, an unreadable file)."""


class Severity(StrEnum):
    """How much a diagnostic matters, the most serious first."""

    ERROR = "error"
    LOSS = "loss"
    REPAIR = "repair"
    NOTE = "note"


class Rule(NamedTuple):
    """One kind of finding: its stable code, its severity, and an explanation for the user."""

    code: str
    severity: Severity
    meaning: str


class Place(NamedTuple):
    """Where something is: a source's name without folders, and line and column, both counted from 1."""

    source: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join([str(part) for part in self if part is not None])


class Diagnostic(NamedTuple):
    """One finding, with the key of the record it is about if there is one."""

    rule: Rule
    message: str
    place: Place = Place()
    key: str | None = None

    @property
    def severity(self) -> Severity:
        """How serious it is, by its rule."""
        return self.rule.severity

    @property
    def code(self) -> str:
        """The stable code of its rule."""
        return self.rule.code

    def __str__(self) -> str:
        """``source:line:column: severity[code] message``; unknown parts are left out."""
        where = f"{self.place}: " if any(self.place) else ""
        who = f" ({self.key})" if self.key else ""
        return f"{where}{self.severity.value}[{self.code}] {self.message}{who}"

    def to_json(self) -> dict[str, str | int | None]:
        """A dictionary for one element of ``diagnostics`` in a report file."""
        return {
            "severity": self.severity.value,
            "code": self.code,
            "message": self.message,
            "source": self.place.source,
            "line": self.place.line,
            "column": self.place.column,
            "key": self.key,
        }


class Report:
    """The diagnostics of one task, in the order they were found."""

    __slots__ = ("diagnostics",)

    def __init__(self, diagnostics: Iterable[Diagnostic] = ()) -> None:
        self.diagnostics: list[Diagnostic] = list(diagnostics)

    def add(self, rule: Rule, message: str, place: Place = Place(), key: str | None = None) -> None:
        """Add a finding."""
        self.diagnostics.append(Diagnostic(rule, message, place, key))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add the findings of another report."""
        self.diagnostics.extend(diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.count(severity)} {severity}" for severity in Severity)
        return f"<Report: {counts}>"

    def of(self, *severities: Severity) -> list[Diagnostic]:
        """The findings of these severities."""
        return [diagnostic for diagnostic in self if diagnostic.severity in severities]

    def count(self, severity: Severity) -> int:
        """The number of findings of this severity."""
        return sum(diagnostic.severity is severity for diagnostic in self)

    def counts(self) -> Counter[str]:
        """The number of findings for each code."""
        return Counter(diagnostic.code for diagnostic in self)

    def to_json(self) -> list[dict[str, str | int | None]]:
        """The list for ``diagnostics`` in a report file."""
        return [diagnostic.to_json() for diagnostic in self]
