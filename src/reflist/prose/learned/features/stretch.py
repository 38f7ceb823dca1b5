"""The stretch between two marks that contains the token: how it begins and ends, its length, and what follows."""

from collections.abc import Callable, Sequence

from reflist.prose.learned.features.words import END, Group, Word

MARKS = frozenset('.,;:()[]?!“”„«»"')
"""The marks between stretches."""

LONGEST = 8
"""Stretches of this many tokens or more count as the same size."""

Named = Callable[[str, int, int, str, str], Group]


def stretch(words: Sequence[Word], named: Named) -> list[Group]:
    """The stretch around each token, as `name` names it; a mark belongs to the stretch that it ends."""
    found: list[Group] = []
    start, capitals, before = 0, 0, ""
    for at, word in enumerate(words):
        text = word.text
        if text in MARKS and not (text == "." and len(before) == 1 and before.isupper()):
            after = words[at + 1].short if at + 1 < len(words) else END
            found += [named(words[start].short, capitals, at - start, text, after)] * (at + 1 - start)
            start, capitals = at + 1, 0
        else:
            capitals += text[0].isupper()
        before = text
    if start < len(words):
        count, mark = len(words) - start, before if before in MARKS else ""
        found += [named(words[start].short, capitals, count - len(mark), mark or END, END)] * count
    return found


def name(first: str, capitals: int, count: int, mark: str, after: str) -> tuple[str, ...]:
    """The features of a stretch of ``count`` tokens, ``capitals`` of them with a capital, and its mark."""
    share = "none" if not capitals else "all" if capitals == count else "most" if 2 * capitals > count else "few"
    return f"begins={first}", f"ends={mark}|{after}", f"size={share}{min(count, LONGEST)}{mark}"
