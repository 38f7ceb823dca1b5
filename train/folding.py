"""Making the shipped model from the trained one: negligible weights dropped, and groups of features combined.

For a group that many tokens have, there is also an attribute with the sums of its features' weights, so that CRFsuite
looks up one name instead of several; the results of decoding are the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import modelfile
from reflist.prose.learned.attributes import joined, name
from reflist.prose.learned.features import named
from reflist.prose.learned.features.words import Group
from reflist.prose.tokens import Token

LEAST = 0.01
"""Weights closer to zero are dropped; there are many, and all of `tests/lists` is read as with them."""

GROUPS = 1_500
"""How many groups of features get an attribute: those that save most."""


def fold(trained: Path, strings: Iterable[Sequence[Token]], model: Path, attributes: Path) -> None:
    """Write the model and the list of its attributes, from a model trained on these strings."""
    weights = modelfile.read(trained)
    rows = {line: row for line, row in folded(weights.attributes, strings).items() if row}
    numbered = {name(number): row for number, row in enumerate(rows.values())}
    modelfile.write(weights._replace(attributes=numbered), model)
    attributes.write_text("\n".join(rows), "utf-8")


def folded(
    attributes: Mapping[str, Mapping[str, float]], strings: Iterable[Sequence[Token]]
) -> dict[str, dict[str, float]]:
    """The weights of features, and of their most frequent groups in the strings, by attribute."""
    found = {feature: _distinguishing(row) for feature, row in attributes.items()}
    for group in _frequent(strings):
        sums = defaultdict[str, float](float)
        for feature in group:
            for label, weight in attributes.get(str(feature), {}).items():
                sums[label] += weight
        found[joined(group)] = _distinguishing(sums)
    return found


def _distinguishing(row: Mapping[str, float]) -> dict[str, float]:
    return {label: weight for label, weight in row.items() if abs(weight) >= LEAST}


def _frequent(strings: Iterable[Sequence[Token]]) -> list[Group]:
    """The groups that save most lookups of features, if each becomes one attribute."""
    saved = Counter[Group]()
    for tokens in strings:
        for found in named().groups(tokens):
            for group in found[:-2]:
                saved[group] += len(group) - 1
    return sorted(filter(saved.get, saved), key=lambda group: (-saved[group], joined(group)))[:GROUPS]
