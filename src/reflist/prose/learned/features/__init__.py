"""The features of a token that the learned tagger uses, one small file for each kind.

A feature is a text such as ``w=press`` or ``-1:(``; the model has its weight for each label. After changing a feature,
train again (``make train``).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import pairwise

from reflist.prose.learned.features import enclosed, position, stretch, words
from reflist.prose.learned.features.form import KEPT
from reflist.prose.learned.features.words import END, START, Group, Tell, Word
from reflist.prose.tokens import Token


class Features:
    """The features of the tokens of strings, in groups.

    ``tell`` gives the replacement for a group of features: the group itself, or a model's names for it. Its answers for
    frequent groups are cached; pairs of neighbouring words, which seldom repeat, are passed one by one to ``tell_one``.
    """

    def __init__(self, tell: Tell, tell_one: Callable[[str], Group]) -> None:
        self._word: Callable[[str], Word] = lru_cache(KEPT)(partial(words.word, tell=tell))
        self._edges = words.edge(START, tell), words.edge(END, tell)
        self._position: position.Named = lru_cache(KEPT)(lambda *place: tell(position.name(*place)))
        self._enclosed: enclosed.Named = lru_cache(KEPT)(lambda *state: _both(tell, enclosed.name(*state)))
        self._stretch: stretch.Named = lru_cache(KEPT)(lambda *form: tell(stretch.name(*form)))
        self._tell_one = tell_one

    def of(self, tokens: Sequence[Token]) -> list[Group]:
        """All features of each token, in order."""
        return [
            (*word, *far_after, *after, *before, *far_before, *place, *state, *form, *left, *right)
            for word, far_after, after, before, far_before, place, state, form, left, right in self.groups(tokens)
        ]

    def groups(self, tokens: Sequence[Token]) -> Iterator[tuple[Group, ...]]:
        """The groups of each token; the last two are pairs."""
        found = [self._word(token.text) for token in tokens]
        start, end = self._edges
        alone, far_before, before, after, far_after, _, short, _ = zip(start, start, *found, end, end, strict=True)
        count = len(found)
        return zip(
            alone[2 : count + 2],
            far_after[:count],
            after[1 : count + 1],
            before[3 : count + 3],
            far_before[4:],
            position.position(found, self._position),
            enclosed.enclosed(tokens, found, self._enclosed),
            stretch.stretch(found, self._stretch),
            [self._tell_one(f"<{before}|{word}") for before, word in pairwise(short[1 : count + 2])],
            [self._tell_one(f">{word}|{after}") for word, after in pairwise(short[2 : count + 3])],
            strict=True,
        )


def _both(tell: Tell, groups: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[Group, Group]:
    return tell(groups[0]), tell(groups[1])


@lru_cache(1)
def named() -> Features:
    """Features under their own names, as used in training."""
    return Features(lambda group: group, lambda feature: (feature,))


def features(tokens: Sequence[Token]) -> list[Group]:
    """All features of each token under their own names, in order."""
    return named().of(tokens)
