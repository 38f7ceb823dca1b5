"""The choice among likely readings by whole strings."""

import math
from collections.abc import Iterator

import pytest

from reflist.prose.learned import ranking
from reflist.prose.learned.ranking import PROBABILITY, ranked, worth
from reflist.prose.learned.readings import Decoded
from reflist.prose.learned.traits import Words
from reflist.prose.tokens import tokenize

RAW = "Lancet. London"
AS_JOURNAL = ["B-container-title", "O", "B-publisher-place"]
AS_TITLE = ["B-title", "O", "B-publisher-place"]
DOUBTFUL = Decoded(AS_TITLE, [0.6, 1.0, 1.0], [(math.log(0.6), AS_TITLE), (math.log(0.4), AS_JOURNAL)], [0])


@pytest.fixture(autouse=True)
def weights(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, float]]:
    """Weights of the test's own, without cached scores for others."""
    found = {PROBABILITY: 1.0}
    monkeypatch.setattr(ranking, "_weights", lambda: found)
    worth.cache_clear()
    ranking._weights_of.cache_clear()
    yield found
    worth.cache_clear()
    ranking._weights_of.cache_clear()


def test_what_is_sure_stays() -> None:
    sure = Decoded(AS_TITLE, [0.99] * 3)
    assert ranked(RAW, tokenize(RAW), sure) is sure


def test_the_most_likely_reading_where_nothing_speaks_against_it() -> None:
    found = ranked(RAW, tokenize(RAW), DOUBTFUL)
    assert found.names == AS_TITLE
    assert found.sure == pytest.approx([0.6, 1.0, 1.0])


def test_what_speaks_for_another_reading(weights: dict[str, float]) -> None:
    weights |= {"container-title word lancet": 2.0, "publisher-place size 1": 5.0}
    found = ranked(RAW, tokenize(RAW), DOUBTFUL)
    assert found.names == AS_JOURNAL
    assert found.sure == pytest.approx([0.4 * math.e**2 / (0.4 * math.e**2 + 0.6), 1.0, 1.0])
    assert [names for _, names in found.readings] == [AS_TITLE, AS_JOURNAL]


def test_a_piece_is_worth_its_traits(weights: dict[str, float]) -> None:
    weights |= {"title size 1": 0.5, "title word lancet": -2.0, "title word brain": 9.0}
    assert worth(Words("title", "Lancet")) == -1.5


def test_the_weights_that_ship(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert 0.3 < ranking._weights()[PROBABILITY] < 3
    assert worth(Words("author", "Weir, A. (")) < worth(Words("author", "Weir, A."))
