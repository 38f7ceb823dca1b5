"""Pausing Python's garbage collector while much is read at once and kept."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the garbage collector: what is read is kept and has no cycles, so each search of it finds nothing.

    Use it only around code that runs to its end: a generator that its caller abandons must not leave the collector
    paused. Afterwards the new objects are moved to the oldest generation; else the next allocation would cause a
    search of them all.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # objects that the program itself froze stay frozen
                gc.freeze()
                gc.unfreeze()
            gc.enable()
