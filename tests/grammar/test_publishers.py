"""Publishers that a list knows, and names that say what they are."""

import pytest

from reflist.grammar.publishers import is_publisher


@pytest.mark.parametrize(
    "printed", ["Sage", "Sage.", "The Policy Press", "the Policy Press", "Suhrkamp Verlag", "Upper End Books"]
)
def test_publishers(printed: str) -> None:
    assert is_publisher(printed)


@pytest.mark.parametrize("printed", ["", "Basingstoke", "Pressure groups", "sage advice", "The"])
def test_other_names(printed: str) -> None:
    assert not is_publisher(printed)
