"""Strings that training never saw: no rule may make what is read of them worse."""

from collections import Counter
from pathlib import Path

import pytest

from kept import is_kept
from labelling import tags
from reflist.prose import learned
from reflist.prose.tokens import tokenize
from scoring import outcome
from sources import samples

pytestmark = pytest.mark.untraced  # other tests reach the same lines; traced, these take twice as long

FLOORS = {"AnyStyle": 0.855, "GROBID": 0.845}
"""The shares that were right in every field, and a little less: `train/README.md` has what `make train` measures."""


def test_the_strings_that_were_kept_are_read_as_well_as_ever(data: Path | None) -> None:
    if data is None:
        pytest.skip("the data is not here")
    strings, right = Counter[str](), Counter[str]()
    for sample in samples(data / "parsing"):
        if sample.parts and is_kept(sample):
            tokens = list(tokenize(sample.text))
            strings[sample.set] += 1
            right[sample.set] += not outcome((sample, tokens, tags(sample, tokens)), learned.tag).wrong
    assert {name: right[name] / count for name, count in strings.items() if right[name] < FLOORS[name] * count} == {}
