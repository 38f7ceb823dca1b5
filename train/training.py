"""Train the model of `reflist.prose.learned`: ``make train``, or ``python train/training.py DATA [--scores]``."""

import argparse
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite

from labelling import tags
from own import own_samples
from reflist.prose.labels import Tag
from reflist.prose.learned.features import features
from reflist.prose.learned.tagger import MODEL, to_name
from reflist.prose.tokens import Token, tokenize
from scoring import Score, score
from sources import Sample, samples

LONGEST = 250
"""A sample of more tokens is several references."""

KEPT = 8
"""One file of GROBID's in so many is kept from training when scores are asked for, and AnyStyle's core."""

SETS = ("AnyStyle core", "GROBID")

PARAMETERS = {
    "c1": 0.1,
    "c2": 0.05,
    "max_iterations": 60,
    "feature.minfreq": 3,
    "feature.possible_transitions": False,
}
"""Of L-BFGS in CRFsuite: L1 and L2 regularisation, how often a feature must occur, and when to stop."""

Labelled = tuple[Sample, Sequence[Token], Sequence[Tag]]
"""A sample, its tokens and their tags."""


def main() -> None:
    """Train on all samples; with ``--scores`` on a part of them, and print how the others are read."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path, help="the folder with anystyle/ and grobid/")
    arguments.add_argument("--scores", action="store_true", help="train on a part, score the rest, ship nothing")
    options = arguments.parse_args()
    found = list(_labelled(options.data))
    if not options.scores:
        train(found, MODEL)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.crfsuite"
        train([labelled for labelled in found if not _is_kept(labelled[0].file)], path)
        for name in SETS:
            kept = [labelled for labelled in found if _is_kept(labelled[0].file) and _set(labelled[0].file) == name]
            _print(name, score(kept, path))


def train(found: Sequence[Labelled], path: Path) -> None:
    """Train on samples and write the model."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=PARAMETERS, verbose=False)
    for _, tokens, tagged in found:
        trainer.append(features(tokens), list(map(to_name, tagged)))
    trainer.train(str(path))


def _labelled(folder: Path) -> Iterator[Labelled]:
    for sample in samples(folder):
        tokens = list(tokenize(sample.text))
        if sample.parts and len(tokens) <= LONGEST:
            yield sample, tokens, tags(sample, tokens)
    for sample, tagged in own_samples():
        yield sample, list(tokenize(sample.text)), tagged


def _is_kept(file: str) -> bool:
    """Whether a file is kept for validation; GROBID's largest, from one archive, and our own are trained on."""
    is_trained = file == "citations.xml" or file.endswith(".jsonl")
    return file == "core.xml" or (not is_trained and zlib.crc32(file.encode()) % KEPT == 0)


def _set(file: str) -> str:
    return SETS[0] if file == "core.xml" else SETS[1]


def _print(name: str, found: Score) -> None:
    worst = ", ".join(f"{field} {count}" for field, count in found.wrong.most_common(10))
    print(f"{name}: of {found.strings} strings, right in every field: learned {found.learned}, rules {found.ruled},")
    print(f"  the one that is chosen for each string {found.chosen}; the learned one's errors: {worst}")


if __name__ == "__main__":
    main()
