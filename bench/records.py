"""Generated records for deduplication, some of which are repeated as another database would have them.

Words and names follow Zipf's law, as in languages and lists of names: a few are frequent and most are rare, so that
larger sets have more records that share a name or a word. The same count always gives the same records.
"""

import random
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

SYLLABLES = "ba ce di fo gu ka le mi no pu ra se ti vo wy zan dor mel rik sun".split()

AGAIN = 0.25
"""The share of records that repeat another one in another form."""

NEAR = 2_000
"""How many works back the repeated work may be."""


def records(count: int) -> Iterator[dict[str, Any]]:
    """``count`` CSL-JSON items in random order; ``custom.work`` is the work of each item."""
    chance = random.Random(7)
    words, names, journals = _Drawn(chance, 12_000), _Drawn(chance, 6_000), _Drawn(chance, 1_500)
    works: deque[dict[str, Any]] = deque(maxlen=NEAR)
    for number in range(count):
        if works and chance.random() < AGAIN:
            yield {**_again(chance, chance.choice(works)), "id": f"r{number}"}
            continue
        item = _item(chance, words, names, journals) | {"id": f"r{number}", "custom": {"work": number}}
        works.append(item)
        yield item


class _Drawn:
    """Words made of syllables; the first ones are drawn often, the last ones rarely."""

    def __init__(self, chance: random.Random, count: int) -> None:
        self._chance = chance
        self._words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(count)]
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(count)))

    def word(self) -> str:
        return self._words[bisect_left(self._weights, self._chance.random() * self._weights[-1])]


def _item(chance: random.Random, words: _Drawn, names: _Drawn, journals: _Drawn) -> dict[str, Any]:
    first = chance.randint(1, 2_000)
    title = " ".join(words.word() for _ in range(chance.randint(6, 14)))
    return {
        "type": "article-journal",
        "title": title.capitalize(),
        "author": [
            {"family": names.word().capitalize(), "given": f"{chance.choice('ABCDEFGJKLMPRST')}."}
            for _ in range(chance.randint(1, 7))
        ],
        "container-title": f"Journal of {journals.word().capitalize()}",
        "issued": {"date-parts": [[chance.randint(1980, 2024)]]},
        "volume": str(chance.randint(1, 90)),
        "issue": str(chance.randint(1, 12)),
        "page": f"{first}-{first + chance.randint(4, 20)}",
        "DOI": f"10.1000/{chance.getrandbits(40):x}",
        "abstract": " ".join(words.word() for _ in range(120)),
    }


def _again(chance: random.Random, item: dict[str, Any]) -> dict[str, Any]:
    """A record as another database has it, with something left out and something written differently."""
    other = dict(item)
    for name in chance.sample(("DOI", "issue", "abstract", "page"), k=2):
        other.pop(name, None)
    other["title"] = chance.choice((_as_it_is, str.title, _with_full_stop, _misprinted))(other["title"])
    other["author"] = other["author"][: chance.choice((None, 3))]
    return other


def _as_it_is(title: str) -> str:
    return title


def _with_full_stop(title: str) -> str:
    return f"{title}."


def _misprinted(title: str) -> str:
    middle = len(title) // 2
    return title[:middle] + title[middle + 1 :]
