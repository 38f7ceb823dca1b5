"""The numbers that manuscripts print before their lines for referees, which are not part of the text.

Every line has one, or every fifth. A number may be on a line of its own, before the line that it counts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from reflist.grammar.persons import PARTICLES
from reflist.prose.page.relaid import Printed, Relaid
from reflist.source import Source

FEWEST: Mapping[int, int] = {1: 10, 5: 4}
"""The least number of line numbers in a row, by the step from one number to the next."""

FARTHEST = 12
"""The number of further lines that may be between two numbers: the foot and the head of a page."""

GOES_ON = 0.12
"""Numbers count lines if more than this share of the text after them begins in lower case, as references do not."""

_NUMBER = re.compile(r"[ \t\f]*(?P<number>\d{1,4})(?:(?P<gap>[ \t]+)(?=\S)|[ \t]*$)")

Numbered = tuple[int, re.Match[str]]
"""The index of a line, and the number at its beginning."""


def without_line_numbers(source: Source) -> Source | Relaid:
    """The source without line numbers; the source itself if it has none. Linear in its length."""
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
    """Numbers that increase by a step, ignoring other numbers at the beginning of lines between them."""
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
    """Whether numbers count lines, not references, which do not begin in lower case except with a particle."""
    after = (match.string[match.end() :] if match["gap"] else "".join(texts[at + 1 : at + 2]) for at, match in chain)
    first = (text.split(maxsplit=1)[0] for text in after if text and not text.isspace())
    small = sum(word[0].islower() and word not in PARTICLES and not word.startswith("http") for word in first)
    return small > GOES_ON * len(chain)


def _rest(match: re.Match[str]) -> str:
    """The text after a number, indented by the width of the number if a wide gap follows it; a form feed is kept."""
    page, rest = "\f" * ("\f" in match[0]), match.string[match.end() :]
    return page + (rest if match["gap"] in (None, " ") else " " * match.end() + rest)
