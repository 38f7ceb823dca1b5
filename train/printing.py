"""A printed line with its labelled parts."""

from typing import NamedTuple

from reflist.prose.labels import Label, Span


class Printed(NamedTuple):
    """A reference string and its labelled parts, in order."""

    text: str
    spans: tuple[Span, ...]


class Printer:
    """Prints parts one after another, recording their labels."""

    def __init__(self) -> None:
        self.text = ""
        self.spans: list[Span] = []

    def put(self, label: Label, text: str) -> None:
        """Print a labelled value; if it has the label of the part just before, that part is continued."""
        if text:
            start = len(self.text)
            self.text += text
            self.spans.append(Span(label, start, len(self.text)))

    def literal(self, text: str) -> None:
        """Print what separates or introduces parts; a full stop or space is not repeated."""
        before = self.text[-1:]
        if before and text.startswith(".") and before in ".?!,":
            text = text[1:]
        if before in ("", " "):
            text = text.lstrip(" ")
        self.text += text

    def done(self) -> Printed:
        """The printed line."""
        return Printed(self.text.rstrip(), tuple(self.spans))
