"""What is learned of strings that a model doubts."""

from collections.abc import Sequence

import pytest

import choosing
from choosing import Candidate, choices, is_in_first_half, weights
from kept import LARGEST
from printing import Printed
from reflist.prose.labels import Label, Span
from reflist.prose.learned.ranking import PROBABILITY
from reflist.prose.learned.readings import Decoded
from reflist.prose.learned.tagger import to_name
from reflist.prose.tokens import Token
from scoring import Labelled
from sources import Sample
from synthetic import labelled

LINE = labelled(
    Printed(
        "Weir, A. 2001. Voting. Leeds", (Span(Label.AUTHOR, 0, 8), Span(Label.DATE, 9, 13), Span(Label.TITLE, 15, 21))
    )
)


def test_a_trait_that_right_readings_have_gains_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "FEWEST", 2)
    case = [Candidate(-0.1, ["two title"], False), Candidate(-2.0, ["one", "in order"], True)]
    found = weights([case] * 20 + [[*case, Candidate(-3.0, ["rare"], False)]])
    assert found["in order"] > 0 > found["two title"]
    assert found[PROBABILITY] < 1
    assert "rare" not in found
    assert list(found) == [PROBABILITY, "in order", "one", "two title"]
    assert weights([case] * 20) == weights([case] * 20)


def test_halves_keep_files_whole() -> None:
    lines = [f"line {number}" for number in range(40)]
    assert len({is_in_first_half(Sample(line, (), "a.xml", "GROBID")) for line in lines}) == 1
    assert len({is_in_first_half(Sample(line, (), LARGEST, "GROBID")) for line in lines}) == 2
    assert len({is_in_first_half(Sample(line, (), "core.xml", "AnyStyle")) for line in lines}) == 2


def _decoder(*readings: Sequence[str]) -> object:
    found = [(-float(number), list(names)) for number, names in enumerate(readings)]
    return lambda _model, tokens: Decoded(readings[0], [0.5] * len(tokens), found, range(len(tokens)))


def test_what_a_model_doubts(monkeypatch: pytest.MonkeyPatch) -> None:
    _, _, tags = LINE
    right = list(map(to_name, tags))
    wrong = ["O" if name.endswith("title") else name for name in right]
    monkeypatch.setattr(choosing, "decode_by", _decoder(wrong, right))
    (found,) = choices([LINE], object())
    assert [(one.likely, one.right) for one in found] == [(0.0, False), (-1.0, True)]
    assert "no title" in found[0].traits
    assert "title size 1" in found[1].traits
    assert not any("date size 1" in one.traits for one in found)


@pytest.mark.parametrize("is_sure", [True, False])
def test_traits_without_effect(monkeypatch: pytest.MonkeyPatch, is_sure: bool) -> None:
    """A string that is sure, and one without a right reading."""

    def decode(_model: object, tokens: Sequence[Token]) -> Decoded:
        names = ["O"] * len(tokens)
        return Decoded(names, [1.0] * len(tokens), () if is_sure else [(0.0, names), (-1.0, names)], ())

    monkeypatch.setattr(choosing, "decode_by", decode)
    one: Labelled = LINE
    assert list(choices([one], object())) == []
