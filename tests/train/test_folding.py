"""A rewritten model file decodes as the one that was trained, with fewer attributes."""

from pathlib import Path

import pycrfsuite
import pytest

import folding
import modelfile
from modelfile import Weights
from reflist.prose.learned.attributes import attributes
from reflist.prose.learned.features import features
from reflist.prose.tokens import tokenize

LINES = ("Lind, P. (2001) The town. Leeds: Pluto.", "Ash, B. (1999) A wall. York: Abacus.", "Roe, C. (1980) Hedges.")


@pytest.fixture
def trained(tmp_path: Path) -> Path:
    """A small model: words are A, marks B, numbers C."""
    path = tmp_path / "trained.crfsuite"
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params={"max_iterations": 20}, verbose=False)
    for line in LINES:
        tokens = tokenize(line)
        kinds = ["A" if token.text.isalpha() else "C" if token.text.isdigit() else "B" for token in tokens]
        trainer.append(features(tokens), kinds)
    trainer.train(str(path))
    return path


def decoded(path: Path, items: list[tuple[str | bytes, ...]]) -> tuple[list[str], list[float]]:
    model = pycrfsuite.Tagger()
    model.open(str(path))
    model.set(items)
    names = model.tag()
    found = names, [model.marginal(name, index) for index, name in enumerate(names)]
    model.close()
    return found


def test_a_file_is_written_as_it_was_read(trained: Path, tmp_path: Path) -> None:
    weights = modelfile.read(trained)
    modelfile.write(weights, tmp_path / "again.crfsuite")
    assert modelfile.read(tmp_path / "again.crfsuite") == weights
    items = features(tokenize(LINES[0]))
    names, sure = decoded(tmp_path / "again.crfsuite", items)
    expected, right = decoded(trained, items)
    assert names == expected
    assert sure == pytest.approx(right, abs=1e-4)


def test_a_folded_model_decodes_the_same(trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "LEAST", 1e-4)
    model, names = tmp_path / "model.crfsuite", tmp_path / "attributes.txt"
    folding.fold(trained, map(tokenize, LINES), model, names)
    lines = names.read_text("utf-8").split("\n")
    assert "w=, mark" in lines
    known = attributes(lines)
    for line in LINES:
        tokens = tokenize(line)
        items = known.of(tokens)
        assert sum(map(len, items)) < sum(map(len, features(tokens))) / 2
        found, expected = decoded(model, items), decoded(trained, features(tokens))
        assert found[0] == expected[0]
        assert found[1] == pytest.approx(expected[1], abs=0.01)


def test_weights_that_tell_nothing_are_left_out() -> None:
    strings = [tokenize("a, b"), tokenize("c, d")]
    rows = folding.folded({"w=,": {"A": 0.5, "B": 0.006}, "mark": {"B": 0.006}, "w=a": {"B": 0.001}}, strings)
    assert rows["w=,"] == {"A": 0.5}
    assert rows["w=, mark"] == {"A": 0.5, "B": 0.012}
    assert rows["w=a"] == {}


def test_names_that_share_a_slot_are_all_found(tmp_path: Path) -> None:
    attributes = {f"name{number}": {"A": round(1.0 + number / 1000, 3)} for number in range(2_000)}
    weights = Weights(["A", "B"], attributes, {("A", "B"): 0.25})
    modelfile.write(weights, tmp_path / "model.crfsuite")
    assert modelfile.read(tmp_path / "model.crfsuite") == weights


@pytest.mark.parametrize(
    ("key", "value"),
    [(b"", 0xDEADBEEF), (b"Four score and seven years ago", 0x17770551)],
)
def test_the_hash(key: bytes, value: int) -> None:
    """Values that ``lookup3.c`` names itself."""
    assert modelfile.lookup3(key) == value
