"""How many strings come out right in every labelled field, as values and not as spans."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import pycrfsuite

from reflist.prose import choice, learned, tagger
from reflist.prose.labels import Span, Tag, spans_of
from reflist.prose.mending import mend
from reflist.prose.normalise import Reading, normalise
from reflist.prose.tokens import Token
from sources import Sample

FIELDS = (
    *("author", "editor", "translator", "title", "container-title", "issued", "volume", "issue", "page"),
    *("publisher", "publisher-place"),
)
"""The variables that count whether the sample gives them or not: one that is invented is an error."""

IF_GIVEN = ("edition", "URL", "DOI", "status", "collection-title")
"""Those that count where the sample gives them."""


class Score(NamedTuple):
    """How many strings there were, how many each tagger read right, and how often the learned one missed each field."""

    strings: int
    learned: int
    ruled: int
    chosen: int
    wrong: Counter[str]


def score(found: Iterable[tuple[Sample, Sequence[Token], Sequence[Tag]]], path: Path) -> Score:
    """The score of a model, of the rules, and of the choice between them, on strings that training has not seen."""
    model = pycrfsuite.Tagger()
    model.open(str(path))
    count, right, wrong = 0, Counter[str](), Counter[str]()
    with mock.patch("reflist.prose.learned.tagger._model", return_value=model):
        for sample, tokens, tagged in found:
            true = _values(sample.text, spans_of(tokens, tagged))
            missed = {name: _missed(true, sample.text, tokens, tag) for name, tag in TAGGERS.items()}
            count += 1
            right.update(name for name, fields in missed.items() if not fields)
            wrong.update(missed["learned"])
    return Score(count, right["learned"], right["rules"], right["chosen"], wrong)


TAGGERS: dict[str, Callable[[str, Sequence[Token]], Iterable[Tag]]] = {
    "learned": learned.tag,
    "rules": tagger.tag,
    "chosen": choice.judging,
}


def _missed(
    true: dict[str, str], raw: str, tokens: Sequence[Token], tag: Callable[[str, Sequence[Token]], Iterable[Tag]]
) -> list[str]:
    read = _values(raw, mend(raw, spans_of(tokens, tag(raw, tokens))))
    fields = (*FIELDS, *(field for field in IF_GIVEN if field in true))
    return [field for field in fields if _folded(true.get(field, "")) != _folded(read.get(field, ""))]


def _values(raw: str, spans: Sequence[Span]) -> dict[str, str]:
    reading = Reading(raw, spans)
    normalise(reading)
    return {variable: str(value) for variable, value in reading.draft.variables.items()}


def _folded(value: str) -> str:
    return value.replace("’", "'").casefold()
