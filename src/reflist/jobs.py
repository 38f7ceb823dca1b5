"""Sharing work among processes, with results in the order of the input."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

AHEAD = 4
"""How many pieces of work per process may be waiting to be done, or their results waiting to be taken."""

_PIECE = TypeVar("_PIECE")
_RESULT = TypeVar("_RESULT")


def mapped(function: Callable[[_PIECE], _RESULT], given: Iterable[_PIECE], jobs: int = 1) -> Iterator[_RESULT]:
    """Apply a function to each piece in ``jobs`` processes, results in order; in this process if ``jobs`` is 1.

    With several processes the function, the pieces and the results must be picklable. This process works on the first
    piece: where the others are forked, they then share all that was loaded and compiled for it.
    """
    pieces = iter(given)
    yield from map(function, pieces if jobs == 1 else islice(pieces, 1))
    if jobs == 1:
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # takes as long to load as a list takes to read

    with ProcessPoolExecutor(jobs, initializer=_prepare, initargs=(function,)) as pool:
        waiting: deque[Future[_RESULT]] = deque()
        for piece in pieces:
            waiting.append(pool.submit(_work, piece))
            if len(waiting) > AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


_function: Callable[[Any], Any]
"""The function that this worker process applies; passed only once, since it may carry much data."""


def _prepare(function: Callable[[Any], Any]) -> None:
    global _function  # noqa: PLW0603  # a worker process has no other place for it
    _function = function


def _work(piece: Any) -> Any:
    return _function(piece)
