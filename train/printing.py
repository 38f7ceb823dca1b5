"""A line as it is printed, and which part of it is what."""

from typing import NamedTuple

from reflist.prose.labels import Label, Span


class Printed(NamedTuple):
    """A reference string and its labelled parts in order."""

    text: str
    spans: tuple[Span, ...]


class Printer:
    """Prints parts one after another."""

    def __init__(self) -> None:
        self.text = ""
        self.spans: list[Span] = []

    def put(self, label: Label, text: str) -> None:
        """Print what a label stands for; the last part goes on where its label comes again without a mark between."""
        if text:
            start = len(self.text)
            self.text += text
            self.spans.append(Span(label, start, len(self.text)))

    def say(self, text: str) -> None:
        """Print what separates or introduces; a stop that is there is not printed again, nor a space."""
        before = self.text[-1:]
        if before and text.startswith(".") and before in ".?!,":
            text = text[1:]
        if before in ("", " "):
            text = text.lstrip(" ")
        self.text += text

    def done(self) -> Printed:
        """The line."""
        return Printed(self.text.rstrip(), tuple(self.spans))
