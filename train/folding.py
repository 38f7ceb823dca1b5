"""The model that ships, of the one that was trained: without weights that tell nothing, and with groups of features.

Of a group that many tokens have, one attribute with the sums of its features' weights is known too, so that CRFsuite
looks for one name and not for several; what it decodes is the same.
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
"""A weight that is nearer to none is left out: there are many, and no string of `tests/lists` is read otherwise."""

GROUPS = 1_500
"""So many groups of features have an attribute: those that save most."""


def fold(trained: Path, strings: Iterable[Sequence[Token]], model: Path, attributes: Path) -> None:
    """Write the model and the list of its attributes, for a model trained on strings."""
    weights = modelfile.read(trained)
    rows = {line: row for line, row in folded(weights.attributes, strings).items() if row}
    numbered = {name(number): row for number, row in enumerate(rows.values())}
    modelfile.write(weights._replace(attributes=numbered), model)
    attributes.write_text("\n".join(rows), "utf-8")


def folded(
    attributes: Mapping[str, Mapping[str, float]], strings: Iterable[Sequence[Token]]
) -> dict[str, dict[str, float]]:
    """The weights of features, and of the groups of them that strings have most, by what they are joined to."""
    found = {feature: _that_tell(row) for feature, row in attributes.items()}
    for group in _frequent(strings):
        sums = defaultdict[str, float](float)
        for feature in group:
            for label, weight in attributes.get(str(feature), {}).items():
                sums[label] += weight
        found[joined(group)] = _that_tell(sums)
    return found


def _that_tell(row: Mapping[str, float]) -> dict[str, float]:
    return {label: weight for label, weight in row.items() if abs(weight) >= LEAST}


def _frequent(strings: Iterable[Sequence[Token]]) -> list[Group]:
    """The groups for which there are most features fewer to look for, if each has a name."""
    saved = Counter[Group]()
    for tokens in strings:
        for found in named().groups(tokens):
            for group in found[:-2]:
                saved[group] += len(group) - 1
    return sorted(filter(saved.get, saved), key=lambda group: (-saved[group], joined(group)))[:GROUPS]
