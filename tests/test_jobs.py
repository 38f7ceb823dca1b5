"""Work shared among processes."""

import pytest

from reflist.jobs import AHEAD, mapped


def doubled(number: int) -> int:
    return 2 * number


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_work(jobs: int) -> None:
    numbers = range(3 * AHEAD * 2)
    assert list(mapped(doubled, iter(numbers), jobs)) == [2 * number for number in numbers]


def test_no_more_is_taken_in_hand_than_is_soon_worked_on() -> None:
    numbers = iter(range(1_000))
    results = mapped(doubled, numbers, 2)
    assert next(results) == 0
    assert next(numbers) <= 2 * AHEAD + 1
