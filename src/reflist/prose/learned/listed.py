"""The learned tagger for a whole list: doubtful strings are decided by what the strings of the list have in common."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reflist.prose.labels import Tag
from reflist.prose.learned.agreement import (
    BEGINNING,
    DOUBTED,
    REPEATED,
    SURE,
    Agreement,
    Seen,
    end_of,
    name,
    seen_in,
    step,
    unity,
)
from reflist.prose.learned.readings import Decoded, Part, parts_of, settled, stretches
from reflist.prose.learned.tagger import decode, put_right
from reflist.prose.tokens import Token, tokenize


class _First(NamedTuple):
    """A string as read by itself: its labels, what they show of the list's style, and the weight of this evidence."""

    decoded: Decoded
    seen: Seen
    weight: int


class Listed:
    """Reads the strings of a list, given some of its strings."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._agreement = Agreement()
        self._first: dict[str, _First] = {}
        for text in texts:
            if text not in self._first:
                first = self._first[text] = _first(text, tokenize(text))
                self._agreement.add(first.seen, first.weight)
        self._unity = unity(first.seen for first in self._first.values())

    def tag(self, raw: str, tokens: Sequence[Token]) -> Sequence[Tag]:
        """The tag of each token of a string of this list."""
        first = self._first.get(raw)
        decoded = first.decoded if first else decode(raw, tokens)
        if decoded.readings and self._unity:
            if first:  # only the other strings decide
                self._agreement.add(first.seen, -first.weight)
            decoded = self._agreed(raw, tokens, decoded)
            if first:
                self._agreement.add(first.seen, first.weight)
        return put_right(raw, tokens, decoded)

    def _agreed(self, raw: str, tokens: Sequence[Token], decoded: Decoded) -> Decoded:
        """The reading that agrees best with the other strings."""
        scores = _Scores(raw, tokens, decoded, self._agreement)
        weight = self._unity
        readings = [(score + weight * scores.of(names), names) for score, names in decoded.readings]
        return settled(decoded._replace(readings=readings))


def _first(text: str, tokens: Sequence[Token]) -> _First:
    decoded = decode(text, tokens)
    weight = DOUBTED if decoded.readings else SURE
    return _First(decoded, seen_in(text, parts_of(tokens, decoded.names)), weight)


class _Known(NamedTuple):
    """The first and last part of a stretch with given labels, and the score of the steps between its parts."""

    first: Part
    last: Part
    score: float


class _Scores:
    """Scores how well readings of a string agree with its list, caching the stretches that they share."""

    def __init__(self, raw: str, tokens: Sequence[Token], decoded: Decoded, agreement: Agreement) -> None:
        self._raw = raw
        self._tokens = tokens
        self._agreement = agreement
        self._stretches = [(begin, end, dict[tuple[str, ...], _Known | None]()) for begin, end in stretches(decoded)]
        self._steps: dict[tuple[Part, Part], float] = {}

    def of(self, names: Sequence[str]) -> float:
        score, last = 0.0, BEGINNING
        for begin, end, known in self._stretches:
            labels = tuple(names[begin:end])
            if labels not in known:
                known[labels] = self._of_parts(list(parts_of(self._tokens[begin:end], labels)))
            if found := known[labels]:
                score += self._of_step(last, found.first) + found.score
                last = found.last
        return score + self._of_step(last, end_of(self._raw))

    def _of_parts(self, parts: Sequence[Part]) -> _Known | None:
        if not parts:
            return None
        return _Known(parts[0], parts[-1], sum(self._of_step(*both) for both in pairwise(parts)))

    def _of_step(self, part: Part, after: Part) -> float:
        score = self._steps.get((part, after))
        if score is None:
            score = self._agreement.of_step(step(self._raw, part, after))
            if after.label in REPEATED:
                score += self._agreement.of_name(*name(self._raw, after))
            self._steps[part, after] = score
        return score
