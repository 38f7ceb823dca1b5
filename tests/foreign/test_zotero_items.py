"""Zotero's translators and we read the same from their test files; where not, `EXCEPTIONS.md` gives the reason."""

from pathlib import Path
from typing import NamedTuple

import pytest

from foreign.zotero import Comparison, compared, exception, listed


class Agreement(NamedTuple):
    """A format, the folder of its files, and the lowest permitted share of equal facts, not counting exceptions.

    ``open`` is the number of differences that nobody has examined yet. If they become fewer, the number is lowered
    here.
    """

    format: str
    folder: str
    least: float
    open: int = 0


AGREEMENTS = (
    Agreement("ris", "ris", 0.95),
    Agreement("refer", "refer", 0.95),
    Agreement("nbib", "nbib", 0.95),
    Agreement("bibtex", "bib", 0.95, open=2),
    Agreement("mods", "mods", 0.93),
    Agreement("endnotexml", "endnotexml", 0.95),
)


@pytest.fixture(scope="module", params=AGREEMENTS, ids=lambda agreement: agreement.format)
def found(request: pytest.FixtureRequest, data: Path | None) -> tuple[Agreement, Comparison]:
    folder = data and data / "formats" / request.param.folder
    if folder is None or not any(folder.rglob("*.items.json")):
        pytest.skip("the data is not there")
    return request.param, compared(request.param.format, folder)


def test_facts_are_equal(found: tuple[Agreement, Comparison]) -> None:
    agreement, comparison = found
    assert comparison.share >= agreement.least


def test_every_difference_is_listed(found: tuple[Agreement, Comparison]) -> None:
    agreement, comparison = found
    unlisted = [difference for difference in comparison.differences if exception(difference) not in listed()]
    assert len(unlisted) == agreement.open, unlisted


def test_every_listed_difference_occurs(found: tuple[Agreement, Comparison]) -> None:
    agreement, comparison = found
    assert {line for line in listed() if line[0] == agreement.format} == {
        line for line in map(exception, comparison.differences) if line in listed()
    }
