"""The numbers that manuscripts print before their lines, for referees: they are no part of the text.

Every line has one, or every fifth. A number may stand on a line of its own, before the line that it counts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from reflist.grammar.persons import PARTICLES
from reflist.prose.page.relaid import Printed, Relaid
from reflist.source import Source

FEWEST: Mapping[int, int] = {1: 10, 5: 4}
"""So many numbers in a row count lines, by how many lines are counted from one to the next."""

FARTHEST = 12
"""So many lines more may stand between two numbers: the foot and the head of a page."""

GOES_ON = 0.12
"""A larger share of the lines behind numbers begins small, as references do not, if it is lines that are counted."""

_NUMBER = re.compile(r"[ \t\f]*(?P<number>\d{1,4})(?:(?P<gap>[ \t]+)(?=\S)|[ \t]*$)")

Numbered = tuple[int, re.Match[str]]
"""The index of a line, and the number that it begins with."""


def without_line_numbers(source: Source) -> Source | Relaid:
    """The source without the numbers of its lines; itself if they have none. Linear in its length."""
    texts = source.text.split("\n")
    found = [(index, match) for index, text in enumerate(texts) if (match := _NUMBER.match(text))]
    counted = dict[int, str]()
    alone = set[int]()
    for step in FEWEST:
        for chain in _chains(found, step):
            if len(chain) >= FEWEST[step] and _count_lines(chain, texts):
                counted.update((index, _rest(match)) for index, match in chain)
                bare = [index for index, match in chain if not match["gap"]]
                alone.update(bare if 2 * len(bare) > len(chain) else ())
    if not counted:
        return source
    rests = ((index, counted.get(index, text)) for index, text in enumerate(texts))
    return Relaid(source, [Printed(index + 1, rest) for index, rest in rests if rest or index not in alone])


def _chains(found: Sequence[Numbered], step: int) -> Iterator[list[Numbered]]:
    """The numbers that count up by a step, whatever other numbers lines begin with between them."""
    chains = dict[int, list[Numbered]]()  # by the number that comes next
    for index, match in found:
        number = int(match["number"])
        chain = chains.pop(number, [])
        if chain and index - chain[-1][0] > step + FARTHEST:
            yield chain
            chain = []
        if chain or number % step == 0:
            chain.append((index, match))
            chains[number + step] = chain
    yield from chains.values()


def _count_lines(chain: Sequence[Numbered], texts: Sequence[str]) -> bool:
    """Whether numbers count lines, and not references: of these none begins small but with a particle."""
    behind = (match.string[match.end() :] if match["gap"] else "".join(texts[at + 1 : at + 2]) for at, match in chain)
    first = (text.split(maxsplit=1)[0] for text in behind if text and not text.isspace())
    small = sum(word[0].islower() and word not in PARTICLES and not word.startswith("http") for word in first)
    return small > GOES_ON * len(chain)


def _rest(match: re.Match[str]) -> str:
    """What stands behind a number, indented as far as the number and a wide gap behind it are; a page still begins."""
    page, rest = "\f" * ("\f" in match[0]), match.string[match.end() :]
    return page + (rest if match["gap"] in (None, " ") else " " * match.end() + rest)
