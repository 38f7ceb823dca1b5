"""Labels of tokens by the model that ships with the package."""

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from reflist.prose.fixed import FINDERS
from reflist.prose.labels import Label, Tag
from reflist.prose.learned.attributes import shipped
from reflist.prose.learned.confidence import STEPS, Curve, field_curve
from reflist.prose.learned.features.enclosed import CLOSING
from reflist.prose.learned.features.words import Group
from reflist.prose.learned.ranking import ranked
from reflist.prose.learned.readings import BEGINS, OUTSIDE, Decoded, with_readings
from reflist.prose.line import Line
from reflist.prose.tokens import Token

if TYPE_CHECKING:
    import pycrfsuite

MODEL = Path(__file__).with_name("model.crfsuite")
"""The shipped model, made by ``make train``."""

NAMES = (Label.AUTHOR, Label.EDITOR)

BEGUN = frozenset(
    {
        *(Label.AUTHOR, Label.EDITOR, Label.TITLE, Label.CONTAINER, Label.SERIES),
        *(Label.PLACE, Label.PUBLISHER, Label.REPORT, Label.NOTE),
    }
)
"""The labels whose first token has a model name of its own (``B-title``, ``I-title``), as their first words are
special.

For other labels, a span begins wherever the label changes. Fewer names keep the model small and fast.
"""


def tag(raw: str, tokens: Sequence[Token], curve: Curve | None = None) -> Sequence[Tag]:
    """The tag of each token of a reference string, with a measured confidence: how often such tags are right.

    What the rules of `reflist.prose.fixed` recognise by its form, such as addresses and identifiers, overrides the
    model; and a part that begins with a quotation mark ends with one. Training passes a ``curve`` of its own instead of
    the measured one.
    """
    return put_right(raw, tokens, decode(raw, tokens), curve)


def decode(raw: str, tokens: Sequence[Token]) -> Decoded:
    """The labels of a string's tokens: the most likely ones or, where some are doubtful, those of the best reading."""
    return ranked(raw, tokens, decode_by(_model(), shipped().of(tokens)))


def decode_by(model: "pycrfsuite.Tagger", features: Sequence[Group]) -> Decoded:
    """The most likely labels of tokens with these features and, if some are doubtful, the likely readings."""
    model.set(features)
    names = model.tag()
    decoded = Decoded(names, [model.marginal(name, index) for index, name in enumerate(names)])
    return with_readings(model, decoded)


def put_right(raw: str, tokens: Sequence[Token], decoded: Decoded, curve: Curve | None = None) -> Sequence[Tag]:
    """The tags of decoded labels, corrected by the rules for fixed forms, with confidences as described at `tag`."""
    right = curve or field_curve()
    found = to_tags(decoded.names, [right[int(sure * STEPS)] for sure in decoded.sure])
    return _with_fixed(raw, tokens, closed(tokens, found))


_QUOTES = frozenset(CLOSING) | frozenset("".join(CLOSING.values()))


def closed(tokens: Sequence[Token], tags: list[Tag]) -> list[Tag]:
    """The tags, with the quotation marks around a quoted part as its first and last token.

    A mark that can both open and close closes an open quotation; inside a part it is an apostrophe.
    """
    if _QUOTES.isdisjoint([token.text for token in tokens]):
        return tags
    opened = ""
    for index, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
        after = tags[index + 1] if index + 1 < len(tags) else Tag(Label.SEPARATOR)
        if opened and token.text in opened:
            if tag.label is Label.SEPARATOR or tag.begins or after.begins or after.label is not tag.label:
                _close(tokens, tags, index)
                opened = ""
        elif tag.label is Label.SEPARATOR and after.begins and token.text in CLOSING:
            tags[index], tags[index + 1] = after, after._replace(begins=False)
            opened = CLOSING[token.text]
        elif tag.begins:
            opened = CLOSING.get(token.text, "")
    return tags


def _close(tokens: Sequence[Token], tags: list[Tag], index: int) -> None:
    """Give a closing mark, and a full stop or comma right before it, the tag of the part that it closes."""
    before = index - 1 - (tokens[index - 1].text in ".," and tags[index - 1].label is Label.SEPARATOR)
    last = tags[before]
    if last.label is Label.SEPARATOR or tags[index].label not in (Label.SEPARATOR, last.label):
        return
    for place in range(before + 1, index + 1):
        tags[place] = last._replace(begins=False)


def _with_fixed(raw: str, tokens: Sequence[Token], tags: Sequence[Tag]) -> Sequence[Tag]:
    """The tags, overridden by those that the rules in `reflist.prose.fixed` find, and by words that introduce a part.

    If the rules have found a DOI, a DOI of the model is only a continuation of it: ``10.1000/4[hep-th/9906022]``.
    """
    fixed = fixed_tags(raw, tokens)
    if not fixed:
        return tags
    tags = _titled(tokens, fixed, tags)
    if any(tag is not None and tag.label is Label.DOI for tag in fixed):
        tags = [Tag(Label.SEPARATOR) if tag.label is Label.DOI else tag for tag in tags]
    return [tag if other is None else other for other, tag in zip(fixed, tags, strict=True)]


def _titled(tokens: Sequence[Token], fixed: Sequence[Tag | None], tags: Sequence[Tag]) -> Sequence[Tag]:
    """The tags, where names that the model finds right after the names found by rules begin the title instead."""
    if fixed[0] is None or fixed[0].label not in NAMES:
        return tags
    end = next((index for index, one in enumerate(fixed) if one is None), len(fixed))
    if any(one is not None and one.label is Label.TITLE for one in fixed[:end]):
        return tags
    after = end
    while after < len(tags) and fixed[after] is None and tags[after].label in (*NAMES, Label.SEPARATOR):
        after += 1
    named = [index for index in range(end, after) if tags[index].label in NAMES]
    worded = [index for index in named if tokens[index].text[0].isalnum()]
    if not named:
        return tags
    titled = list(tags)
    for index in named:
        titled[index] = Tag(Label.SEPARATOR)
    for index in range(worded[0], worded[-1] + 1) if worded else ():
        titled[index] = Tag(Label.TITLE, index == worded[0], tags[index].confidence)
    if worded and after < len(tags) and tags[after].label is Label.TITLE:
        for index in range(worded[-1] + 1, after + 1):
            titled[index] = tags[after]._replace(begins=False)
    return titled


def fixed_tags(raw: str, tokens: Sequence[Token]) -> Sequence[Tag | None]:
    """The tags of tokens that the rules of `reflist.prose.fixed` find, None for others; empty if there are none."""
    line = Line(raw)
    for find in FINDERS:
        find(line)
    return () if line.open == raw else line.claimed(tokens)


_LABELS = {OUTSIDE: Label.SEPARATOR} | {
    f"{prefix}{label.value}": label for label in Label for prefix in ("", "B-", "I-")
}


_new_tag = partial(tuple.__new__, Tag)
"""Makes a tag in a third of the time that the class itself needs."""


def to_tags(names: Sequence[str], confidences: Sequence[float]) -> list[Tag]:
    """The tags for names of the model, in order, each with its confidence.

    >>> to_tags(["B-title", "O"], [0.5, 1.0])
    [Tag(label=<Label.TITLE: 'title'>, begins=True, confidence=0.5), Tag(label=<Label.SEPARATOR: 'separator'>, ...)]
    """
    labels = map(_label, names, (OUTSIDE, *names))
    return [_new_tag((label, begins, sure)) for (label, begins), sure in zip(labels, confidences, strict=True)]


@cache
def _label(name: str, before: str) -> tuple[Label, bool]:
    """The label of a name, and whether a span begins with it after another name."""
    label = _LABELS[name]
    return label, label is not Label.SEPARATOR and (label is not _LABELS[before] or name.startswith(BEGINS))


def to_name(tag: Tag) -> str:
    """The model's name for a tag; `to_tags` is its inverse."""
    if tag.label is Label.SEPARATOR:
        return OUTSIDE
    if tag.label not in BEGUN:
        return tag.label.value
    return f"{'B' if tag.begins else 'I'}-{tag.label.value}"


@cache
def _model() -> "pycrfsuite.Tagger":
    import pycrfsuite  # noqa: PLC0415  # loaded, like the model, only when needed

    model = pycrfsuite.Tagger()
    model.open(str(MODEL))
    return model
