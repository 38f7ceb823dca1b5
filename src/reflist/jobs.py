"""Work shared out among processes, its results in the order it came in."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

AHEAD = 4
"""So many pieces for each process may wait to be worked on, or to be taken from it."""

_ASKED = TypeVar("_ASKED")
_GIVEN = TypeVar("_GIVEN")


def mapped(function: Callable[[_ASKED], _GIVEN], asked: Iterable[_ASKED], jobs: int = 1) -> Iterator[_GIVEN]:
    """What a function gives for each piece, in order, worked out by so many processes; by this one where that is 1.

    For several, the function, the pieces and what it gives for them must be picklable. This one works out the first
    piece: what that has loaded and compiled, the others have too where they are forked.
    """
    pieces = iter(asked)
    yield from map(function, pieces if jobs == 1 else islice(pieces, 1))
    if jobs == 1:
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # takes as long to load as a list to read

    with ProcessPoolExecutor(jobs, initializer=_prepare, initargs=(function,)) as pool:
        waiting: deque[Future[_GIVEN]] = deque()
        for piece in pieces:
            waiting.append(pool.submit(_work, piece))
            if len(waiting) > AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


_function: Callable[[Any], Any]
"""What a process of `mapped` was started for: given once, since it may carry much."""


def _prepare(function: Callable[[Any], Any]) -> None:
    global _function  # noqa: PLW0603  # there is no other place in a process that was started to work
    _function = function


def _work(piece: Any) -> Any:
    return _function(piece)
