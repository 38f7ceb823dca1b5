"""The strings that people have labelled, with tokens and tags, and which of them training never sees."""

import zlib
from collections.abc import Iterator
from pathlib import Path

from labelling import tags
from reflist.prose.tokens import tokenize
from scoring import Labelled
from sources import Sample, samples

LONGEST = 250
"""A sample of more tokens is several references."""

KEPT = 12
"""One file of GROBID's in so many, and one of so many strings of AnyStyle's, is never trained on."""

LARGEST = "citations.xml"
"""The largest file of GROBID's, from one archive: it is trained on."""


def labelled(folder: Path) -> Iterator[Labelled]:
    """All samples that people have labelled."""
    for sample in samples(folder):
        tokens = list(tokenize(sample.text))
        if sample.parts and len(tokens) <= LONGEST:
            yield sample, tokens, tags(sample, tokens)


def is_kept(sample: Sample) -> bool:
    """Whether a sample is kept from training."""
    told_by = sample.text if sample.set == "AnyStyle" else sample.file
    return sample.file != LARGEST and zlib.crc32(told_by.encode()) % KEPT == 0


def to_measure(kept: list[Labelled]) -> list[Labelled]:
    """Those of the kept samples that the curves of confidence are not made of."""
    return kept[1::2]


def to_fit(kept: list[Labelled]) -> list[Labelled]:
    """Those that they are made of."""
    return kept[::2]
