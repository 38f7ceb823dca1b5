"""Words that give titles different meanings, however similar the titles are otherwise."""

from collections.abc import Iterable, Sequence

OPPOSED = (
    ("hyper", "hypo"),
    ("in", "de"),
    ("pre", "post"),
    ("women", "men"),
    ("female", "male"),
    ("inter", "intra"),
    ("over", "under"),
    ("un", ""),
    ("non", ""),
    ("anti", ""),
    ("a", ""),
)
"""Pairs of prefixes that give otherwise equal words different meanings."""

ALTERNATIVES = tuple(
    frozenset(row.split())
    for row in (
        "man woman boy girl child adult adolescent infant neonate inpatient outpatient student veteran",
        "rat mouse rabbit dog pig human",
        "left right",
        "upper lower",
        "early late",
        "acute chronic",
        "short long",
        "high low",
        "increase decrease",
        "increased decreased",
        "increased reduced",
        "mother father",
        "north south east west",
        "spring summer autumn winter",
        "anterior posterior",
    )
)
"""Alternative subjects of studies, in the singular: titles that differ in them are of two works."""

SINGULAR = {"men": "man", "women": "woman", "children": "child", "mice": "mouse"}
"""Irregular plurals of the words above, with their singular."""

NEGATIONS = frozenset("not no non without never nor nicht ohne kein sans pas sin".split())


def are_opposites(pairs: Iterable[tuple[str, str]], mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two titles contradict each other in words that correspond, or in words that only one of them has.

    ``pairs`` are corresponding words; ``mine`` and ``theirs`` are the words that only one title has.

    >>> are_opposites([("hypertension", "hypotension")], [], []), are_opposites([], ["women"], ["men", "only"])
    (True, True)
    """
    if not NEGATIONS.isdisjoint(mine) or not NEGATIONS.isdisjoint(theirs):
        return True
    return any(_opposed(*pair) for pair in pairs) or _are_alternatives(mine, theirs)


def _are_alternatives(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether each title has a different word of one row: "in women", "in men and boys"."""
    one, other = ({SINGULAR.get(word, word.removesuffix("s")) for word in words} for words in (mine, theirs))
    return any(one & row and other & row and not one & other & row for row in ALTERNATIVES)


def _opposed(one: str, other: str) -> bool:
    return any(
        x.startswith(first) and y.startswith(second) and x[len(first) :] == y[len(second) :]
        for first, second in OPPOSED
        for x, y in ((one, other), (other, one))
    )
