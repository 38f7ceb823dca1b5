"""The collection of garbage, paused while all is read at once."""

import gc

import pytest

from reflist.eager import collection_paused


@pytest.fixture(autouse=True)
def _nothing_frozen() -> None:
    gc.unfreeze()  # another test may have ended as a program does


class Kept:
    """Something that the search for garbage looks at."""


def is_old(one: object) -> bool:
    return any(other is one for other in gc.get_objects(generation=2))


def test_what_was_made_meanwhile_is_old_afterwards() -> None:
    with collection_paused():
        assert not gc.isenabled()
        with collection_paused():
            one = Kept()
        assert not gc.isenabled()
        assert not is_old(one)
    assert gc.isenabled()
    assert is_old(one)


def test_what_a_program_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with collection_paused():
            pass
        assert gc.get_freeze_count() == frozen
    finally:
        gc.unfreeze()


def test_it_goes_on_after_an_error_and_stays_off_where_it_was() -> None:
    with pytest.raises(KeyError), collection_paused():
        raise KeyError
    assert gc.isenabled()
    gc.disable()
    try:
        with collection_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
