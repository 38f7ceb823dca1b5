"""The references of the seed pages, strictly scored from the raw paste: the acceptance test of the main purpose."""

from pathlib import Path

import pytest

import reflist
import strict
from reflist.model import to_csl

SEEDS = {"000": 23, "001": 43, "002": 0, "003": 41, "004": 5}
"""The number of references on each page."""


def read_seed(root: Path, number: str) -> list[dict[str, object]]:
    (page,) = (root / "seeds").glob(f"{number}_*.txt")
    return [to_csl(reference) for reference in reflist.read(page, "page").references]


def truths_of(number: str, root: Path, data: Path | None) -> list[strict.Record]:
    """The right values for a page: two of the files are here, two are with the data."""
    own = root / "tests" / "seeds" / f"{number}.jsonl"
    if own.exists():
        return strict.read_truth(own)
    if data is None:
        return []
    return [truth for truth in strict.read_truth(data / "seeds" / "records.jsonl") if truth["seed"] == number]


@pytest.mark.parametrize(("number", "count"), SEEDS.items())
def test_every_line_of_the_list_is_one_reference(root: Path, number: str, count: int) -> None:
    assert len(read_seed(root, number)) == count


@pytest.mark.parametrize("number", ["000", "001", "003", "004"])
def test_every_record_is_strictly_right(root: Path, data: Path | None, number: str) -> None:
    truths = truths_of(number, root, data)
    if not truths:
        assert number in ("000", "004"), "the truth for 001 and 003 is part of the project"
        return
    items = read_seed(root, number)
    wrong = {truth["id"]: strict.differences(truth, item) for truth, item in zip(truths, items, strict=True)}
    assert not {id: difference for id, difference in wrong.items() if difference}
