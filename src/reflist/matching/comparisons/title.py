"""How far two titles agree."""

from rapidfuzz import fuzz

from reflist.matching.folding import significant
from reflist.matching.levels import Finding, Level
from reflist.matching.record import Record
from reflist.matching.titles import Title

LONG = 4
"""From how many significant words on a title is unlikely to be another work's."""

SAME = Level("same", 9)
SAME_SHORT = Level("same, short", 5)
SAME_GENERIC = Level("same, generic", 0)
SPELT = Level("spelt differently", 7)
ALMOST = Level("but for a word", 6)
REORDERED = Level("in another order", 5)
PART = Level("one without the end", 5)
PART_SHORT = Level("one without the end, short", 2)
SIMILAR = Level("similar", -4)
NUMBER = Level("another number", -12)
OPPOSITE = Level("the opposite", -10)
DIFFERENT = Level("different", -12)

FEW = 2
"""How many significant words one of two titles may have more."""

SPELLING = 80
"""How alike (0 to 100) two words are that are one, spelt differently or misprinted."""

ALIKE = 93
"""How alike two titles are that differ in spelling only."""

RESEMBLING = 82
"""Below this two titles are different ones."""

NUMBERING = 3
"""How many words a part's number takes at most ("a second report")."""

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
"""Beginnings that make words which look alike mean different things."""

NEGATIONS = frozenset("not no non without never nor nicht ohne kein sans pas sin".split())


def compare(a: Record, b: Record) -> Finding | None:
    """Whether the titles are the same, the same but for spelling, a word or the subtitle, or different."""
    one, other = a.title, b.title
    if not one or not other:
        return None
    if one.whole == other.whole:
        return _same(one)
    return _cut_short(one, other) or _numbers(one, other) or _words(one, other)


def _same(title: Title) -> Finding:
    if title.is_generic:
        return Finding(SAME_GENERIC, "the same title, one that many works have")
    level = SAME if len(set(title.significant)) >= LONG else SAME_SHORT
    return Finding(level, "the same title")


def _cut_short(one: Title, other: Title) -> Finding | None:
    """One title is the other's main part, or breaks off."""
    short, long = sorted((one, other), key=lambda title: len(title.whole))
    if short.is_generic or short.notice != long.notice or _is_numbered(short, long):
        return None
    words = len(set(short.significant))
    if short.whole == long.main:
        return Finding(PART if words > LONG - 2 else PART_SHORT, "one title is the other without its subtitle")
    if words > LONG and long.whole.startswith(short.whole) and len(short.whole) > len(long.whole) // 3:
        return Finding(PART, "one title is the beginning of the other")
    return None


def _is_numbered(short: Title, long: Title) -> bool:
    """Whether what the longer title has more is a number, as of a part, with few words about it."""
    return len(long.words) - len(short.words) <= NUMBERING and long.numbers != short.numbers


def _numbers(one: Title, other: Title) -> Finding | None:
    """Other numbers in titles that are alike otherwise: another part, year or volume."""
    if sorted(one.numbers) == sorted(other.numbers) or "".join(one.numbers) == "".join(other.numbers):
        return None
    if fuzz.ratio(one.folded, other.folded) < RESEMBLING:
        return None
    mine, theirs = (_only(x.numbers, y.numbers) for x, y in ((one, other), (other, one)))
    said = " and ".join(number or "none" for number in (" ".join(mine), " ".join(theirs)))
    return Finding(NUMBER, f"the titles differ in a number: {said}")


def _words(one: Title, other: Title) -> Finding:
    mine, theirs = list(_only(one.words, other.words)), list(_only(other.words, one.words))
    if not mine and not theirs:
        return Finding(REORDERED, "the titles have the same words in another order")
    spelt = _take_pairs(mine, theirs)
    extra = significant(tuple(mine or theirs)) if mine or theirs else ()
    shared = min(len(set(one.significant)), len(set(other.significant))) - len(extra)
    few = not (mine and theirs) and len(extra) <= FEW and shared >= LONG
    if not few and fuzz.token_sort_ratio(one.folded, other.folded) < RESEMBLING:
        return Finding(DIFFERENT, "the titles differ")
    if any(_opposed(*pair) for pair in spelt) or NEGATIONS.intersection(mine + theirs):
        return Finding(OPPOSITE, "the titles say different things in the same words")
    if few and extra:
        return Finding(ALMOST, f"the titles agree but for “{' '.join(mine or theirs)}”")
    if few or (fuzz.ratio(one.whole, other.whole) >= ALIKE and not (mine and theirs)):
        return Finding(SPELT, "the titles agree but for spelling")
    return Finding(SIMILAR, "the titles are alike")


def _only(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """What stands in one and not, or less often, in the other; in order."""
    left = list(other)
    result = []
    for word in one:
        if word in left:
            left.remove(word)
        else:
            result.append(word)
    return tuple(result)


def _take_pairs(mine: list[str], theirs: list[str]) -> list[tuple[str, str]]:
    """Take out the words that are one, spelt differently: ``organisation`` and ``organization``."""
    pairs = []
    for word in list(mine):
        best = max(theirs, key=lambda candidate: fuzz.ratio(word, candidate), default="")
        if len(word) > 3 and fuzz.ratio(word, best) >= SPELLING:
            pairs.append((word, best))
            mine.remove(word)
            theirs.remove(best)
    return pairs


def _opposed(one: str, other: str) -> bool:
    return any(
        x.startswith(first) and y.startswith(second) and x[len(first) :] == y[len(second) :]
        for first, second in OPPOSED
        for x, y in ((one, other), (other, one))
    )
