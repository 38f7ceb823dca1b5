"""For what is done at once and kept: Python's search for cyclic garbage paused."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Python's search for cyclic garbage paused: what is read is kept, has no cycles, and would be searched for ever.

    Only where all is done at once: a reader that its caller leaves half-way must not leave Python like this. What was
    made is put with the old objects, which are searched seldom: else all of it would be as soon as an object is made.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # what a program froze itself stays so
                gc.freeze()
                gc.unfreeze()
            gc.enable()
