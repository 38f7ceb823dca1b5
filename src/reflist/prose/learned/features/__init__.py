"""What the learned tagger sees of each token: a visible list, one small file each.

A feature is a word such as ``w=press`` or ``-1:(``; the model knows which labels each speaks for. Whoever changes one
trains the model anew (``make train``).
"""

from collections.abc import Callable, Iterable, Sequence
from operator import add

from reflist.prose.learned.features.around import around
from reflist.prose.learned.features.behind import behind
from reflist.prose.learned.features.enclosed import enclosed
from reflist.prose.learned.features.form import form
from reflist.prose.learned.features.position import position
from reflist.prose.learned.features.stretch import stretch
from reflist.prose.learned.features.vocabulary import vocabulary
from reflist.prose.tokens import Token

FEATURES: tuple[Callable[[Sequence[Token]], Sequence[tuple[str, ...]]], ...] = (
    form,
    vocabulary,
    position,
    enclosed,
    behind,
    stretch,
    around,
)
"""Each gives, for every token of a string, the features that it finds."""


def features(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """All features of each token, in order."""
    if any("\ud800" <= token.text <= "\udfff" for token in tokens):  # half a character, which has no bytes
        tokens = [token._replace(text="\ufffd") if "\ud800" <= token.text <= "\udfff" else token for token in tokens]
    first, *others = FEATURES
    found: Iterable[tuple[str, ...]] = first(tokens)
    for find in others:
        found = map(add, found, find(tokens))
    return list(found)
