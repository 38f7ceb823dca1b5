"""Labels of tokens by the model that ships with the package."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reflist.prose.labels import Label, Tag
from reflist.prose.learned.features import features
from reflist.prose.tokens import Token

if TYPE_CHECKING:
    import pycrfsuite

MODEL = Path(__file__).with_name("model.crfsuite")
"""The shipped model, made by ``make train``."""

OUTSIDE = "O"
"""The model's name for what separates; any other label has ``B-`` before it where a span begins, else ``I-``."""


def tag(_raw: str, tokens: Sequence[Token]) -> Iterator[Tag]:
    """The tag of each token of a reference string, as sure as the model is of that label there (0 to 1)."""
    model = _model()
    model.set(features(tokens))
    for index, name in enumerate(model.tag()):
        yield to_tag(name, model.marginal(name, index))


def to_tag(name: str, confidence: float = 1.0) -> Tag:
    """The tag that a name of the model stands for.

    >>> to_tag("B-title", 0.5), to_tag("O")
    (Tag(label=<Label.TITLE: 'title'>, begins=True, confidence=0.5), Tag(label=<Label.SEPARATOR: 'separator'>, ...))
    """
    if name == OUTSIDE:
        return Tag(Label.SEPARATOR, confidence=confidence)
    begins, _, label = name.partition("-")
    return Tag(Label(label), begins == "B", confidence)


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
