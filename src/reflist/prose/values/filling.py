"""A reference string being read: its spans, and the draft that they fill."""

from collections.abc import Sequence
from typing import NamedTuple

from reflist.draft import Draft
from reflist.model import FieldOrigin, Value
from reflist.prose.labels import Label, Span
from reflist.prose.values.habits import NO_HABITS, Habits
from reflist.report import Rule
from reflist.text import Text

FORMAT = "text"
"""The format name of the extras for text that no variable holds."""


class Repair(NamedTuple):
    """A repair of one span: the rule and its message."""

    rule: Rule
    message: str


class Reading:
    """A reference string being read: its text, its spans, and the draft that the normalisers fill.

    ``habits``: how the string's list prints page ranges and names.
    """

    def __init__(self, text: str, spans: Sequence[Span], habits: Habits = NO_HABITS) -> None:
        self.text = text
        self.spans = spans
        self.ranges = habits.ranges
        self.order = habits.order
        self.draft = Draft(FORMAT)
        self.repairs: list[tuple[Span, Repair]] = []

    def printed(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def has(self, *labels: Label) -> bool:
        """Whether a span has one of these labels."""
        return any(span.label in labels for span in self.spans)

    def put(self, variable: str, value: Value | str, span: Span, repair: Repair | None = None) -> None:
        """Set a variable of the draft from a span, recording its place and any repair."""
        message = repair.message if repair else ""
        field = FieldOrigin(span.start, span.end, self.printed(span), span.confidence, message)
        self.draft.put(variable, value, field)
        if repair:
            self.repairs.append((span, repair))

    def add(self, variable: str, value: Text | str, span: Span) -> None:
        """Set a variable, or append a further part to it: ``HC 888`` and ``Session 2012–13``."""
        before = self.draft.variables.pop(variable, None)
        if isinstance(before, Text):
            value = before + ", " + value
        elif isinstance(before, str):
            value = f"{before}, {value if isinstance(value, str) else value.plain}"
        self.put(variable, value, span)
