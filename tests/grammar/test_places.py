"""Places of publication, and what is printed after them."""

import pytest

from reflist.grammar.places import is_place, is_region


@pytest.mark.parametrize(
    "printed",
    """
    London; LONDON.; Cambridge, MA; Cambridge (MA); New York/Berlin; Oxford and New York; London & Delhi
    Newcastle upon Tyne; Frankfurt am Main; Thousand Oaks, CA; Washington, D.C.
    """.strip()
    .replace("\n", ";")
    .split(";"),
)
def test_places(printed: str) -> None:
    assert is_place(printed)


@pytest.mark.parametrize(
    "printed", ["", "MA", "Governance Basingstoke", "London, Sage", "London School", "and", "Care"]
)
def test_what_is_not_a_place(printed: str) -> None:
    assert not is_place(printed)


def test_regions() -> None:
    assert [is_region(name) for name in ("MA", "D.C.", "(CA)", "Sage", "ma")] == [True, True, True, False, False]
