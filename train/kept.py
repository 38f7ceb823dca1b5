"""The strings labelled by people, with tokens and tags, and which of them are kept from training."""

import zlib
from collections.abc import Iterator
from pathlib import Path

from labelling import tags
from reflist.prose.tokens import tokenize
from scoring import Labelled
from sources import Sample, samples

LONGEST = 250
"""A sample with more tokens consists of several references."""

KEPT = 12
"""One in this many of GROBID's files, and of AnyStyle's strings, is kept from training."""

LARGEST = "citations.xml"
"""The largest of GROBID's files, from one archive, which is always trained on."""


def labelled(folder: Path) -> Iterator[Labelled]:
    """All samples labelled by people."""
    for sample in samples(folder):
        tokens = list(tokenize(sample.text))
        if sample.parts and len(tokens) <= LONGEST:
            yield sample, tokens, tags(sample, tokens)


def is_kept(sample: Sample) -> bool:
    """Whether a sample is kept from training."""
    by = sample.text if sample.set == "AnyStyle" else sample.file
    return sample.file != LARGEST and zlib.crc32(by.encode()) % KEPT == 0


def to_measure(kept: list[Labelled]) -> list[Labelled]:
    """The kept samples that measure calibration."""
    return kept[1::2]


def to_fit(kept: list[Labelled]) -> list[Labelled]:
    """The kept samples that the curves of confidence are fitted to."""
    return kept[::2]
