"""A few mutants for each reader, of our own samples; `make fuzz` reads 20,000, of real files too."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from fuzz.mutants import LONGEST, MUTATIONS, mutant, mutants
from fuzz.running import Failure, failures, fault, keep
from fuzz.samples import of_our_own, with_real_ones
from reflist.formats import BUILT_IN, Format
from reflist.model import Reference
from reflist.report import Report, Rule, Severity
from reflist.source import Source

SAMPLES = of_our_own()
COUNT = 40
HANG = 60.0
"""Seconds that only a hang takes, on however busy a machine."""


@pytest.mark.untraced
@pytest.mark.parametrize("name", BUILT_IN)
def test_mutants_are_read(name: str) -> None:
    assert [failure.what for failure in failures(name, SAMPLES[name], "test", COUNT, HANG)] == []


def test_the_same_seed_makes_the_same_mutant() -> None:
    first, second = (dict(mutants(SAMPLES["ris"], "a", 50)) for _ in range(2))
    assert first == second
    assert len(set(first.values())) > 40
    assert all(mutant(SAMPLES["ris"], seed) == data for seed, data in first.items())
    assert all(len(data) <= LONGEST for data in first.values())


def test_every_mutation_takes_an_empty_file() -> None:
    for mutation in MUTATIONS:
        assert isinstance(mutation(random.Random(1), b"", [b""]), bytes)


def test_real_files_are_taken_where_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "formats" / "ris"
    folder.mkdir(parents=True)
    (folder / "one.ris").write_bytes(b"TY  - BOOK\nTI  - Real\nER  - \n")
    (folder / "large.ris").write_bytes(b"TY  - BOOK\nTI  - Real\nER  - \n" * 1000)
    (folder / "other.txt").write_bytes(b"words")
    assert with_real_ones(tmp_path)["ris"][len(SAMPLES["ris"]) :] == [b"TY  - BOOK\nTI  - Real\nER  - \n"]
    assert with_real_ones(None) == SAMPLES


LOST = Rule("lost", Severity.LOSS, "For this test.")


def crash(_: Source, __: Report) -> Iterator[Any]:
    raise RecursionError("too deep")


def give_text(_: Source, __: Report) -> Iterator[Any]:
    yield "text"


def without_place(_: Source, report: Report) -> Iterator[Any]:
    report.add(LOST, "somewhere")
    yield Reference("a", "book")


def test_what_goes_wrong_is_found_and_kept(tmp_path: Path) -> None:
    faults: dict[str, Callable[[Source, Report], Iterator[Any]]] = {
        "RecursionError: too deep": crash,
        "gives something that is no item": give_text,
        "reports something without its place": without_place,
    }
    for message, read in faults.items():
        assert message in fault(Format("broken", "Broken", (), read), b"some text", HANG)
    assert fault(Format("slow", "Slow", (), without_place), b"text", -1).startswith("took ")
    path = keep(Failure("ris", "ris-1-2", "why\n", b"data"), tmp_path / "kept")
    assert (path.read_bytes(), path.with_name("ris-1-2.txt").read_text(encoding="utf-8")) == (b"data", "why\n")


def test_a_silent_reader_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fuzz.running.read_source", lambda *_, **__: iter(()))
    assert fault(Format("silent", "Silent", ()), b"text", HANG) == "neither an item nor a word about it\n"
