"""Labels of tokens by the model that ships with the package."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reflist.prose.labels import Label, Tag
from reflist.prose.learned.features import features
from reflist.prose.learned.features.enclosed import CLOSING
from reflist.prose.line import CLAIMED, Line
from reflist.prose.tokens import Token
from reflist.prose.told import TOLD

if TYPE_CHECKING:
    import pycrfsuite

MODEL = Path(__file__).with_name("model.crfsuite")
"""The shipped model, made by ``make train``."""

OUTSIDE = "O"
"""The model's name for what separates; any other label has ``B-`` before it where a span begins, else ``I-``."""


def tag(raw: str, tokens: Sequence[Token]) -> Iterator[Tag]:
    """The tag of each token of a reference string, as sure as the model is of that label there (0 to 1).

    What is told by how it is written, such as addresses and identifiers, is not left to the model; and a part that
    begins with a quotation mark ends with one.
    """
    model = _model()
    model.set(features(tokens))
    found = [to_tag(name, model.marginal(name, index)) for index, name in enumerate(model.tag())]
    return _told(raw, tokens, closed(tokens, found))


def closed(tokens: Sequence[Token], tags: list[Tag]) -> list[Tag]:
    """The tags, with the marks that stand right before and behind a quoted part as its first and last token."""
    opened = ""
    for index, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
        begins = tags[index + 1] if index + 1 < len(tags) else tag
        if tag.label is Label.SEPARATOR and begins.begins and token.text in CLOSING:
            tags[index], tags[index + 1] = begins, begins._replace(begins=False)
            opened = CLOSING[token.text]
        elif tag.begins:
            opened = CLOSING.get(token.text, "")
        elif opened and token.text in opened:
            before = tags[index - 1]
            if tag.label is Label.SEPARATOR and before.label is not Label.SEPARATOR:
                tags[index] = before._replace(begins=False)
            opened = ""
    return tags


def _told(raw: str, tokens: Sequence[Token], tags: Sequence[Tag]) -> Iterator[Tag]:
    """The tags, with those of what the rules in `reflist.prose.told` find, and the words that set them off."""
    line = Line(raw)
    for find in TOLD:
        find(line)
    if not line.spans:
        yield from tags
        return
    for token, told, tag in zip(tokens, line.tags(tokens), tags, strict=True):
        yield told if line.open[token.start] == CLAIMED else tag


_TAGS = {OUTSIDE: (Label.SEPARATOR, False)} | {
    f"{prefix}-{label.value}": (label, prefix == "B") for label in Label for prefix in "BI"
}


def to_tag(name: str, confidence: float = 1.0) -> Tag:
    """The tag that a name of the model stands for.

    >>> to_tag("B-title", 0.5), to_tag("O")
    (Tag(label=<Label.TITLE: 'title'>, begins=True, confidence=0.5), Tag(label=<Label.SEPARATOR: 'separator'>, ...))
    """
    label, begins = _TAGS[name]
    return Tag(label, begins, confidence)


def to_name(tag: Tag) -> str:
    """The model's name for a tag: the inverse of `to_tag`."""
    if tag.label is Label.SEPARATOR:
        return OUTSIDE
    return f"{'B' if tag.begins else 'I'}-{tag.label.value}"


@cache
def _model() -> "pycrfsuite.Tagger":
    import pycrfsuite  # noqa: PLC0415  # loaded, as the model is, when a string needs it

    model = pycrfsuite.Tagger()
    model.open(str(MODEL))
    return model
