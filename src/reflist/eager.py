"""For what is done at once and kept: Python's search for cyclic garbage paused."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Python's search for cyclic garbage paused: what is read is kept, has no cycles, and would be searched for ever.

    Only where all is done at once: a reader that its caller leaves half-way must not leave Python like this.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
