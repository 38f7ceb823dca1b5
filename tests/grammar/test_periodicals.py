"""Newspapers and periodicals."""

import pytest

from reflist.grammar.periodicals import is_newspaper, is_periodical


@pytest.mark.parametrize("printed", ["The Guardian", "guardian", "The Guardian (Society)", "The Times."])
def test_newspapers(printed: str) -> None:
    assert is_newspaper(printed)


@pytest.mark.parametrize("printed", ["", "Urban Affairs Quarterly", "The Guardian of Trust"])
def test_no_newspapers(printed: str) -> None:
    assert not is_newspaper(printed)


@pytest.mark.parametrize("printed", ["Journal of Forms", "Harvard Law Review", "Zeitschrift für Soziologie"])
def test_periodicals(printed: str) -> None:
    assert is_periodical(printed)


@pytest.mark.parametrize("printed", ["", "A Review of Care", "An Annals", "Care in towns: a review", "Reviewing Care"])
def test_no_periodicals(printed: str) -> None:
    assert not is_periodical(printed)
