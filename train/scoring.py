"""How strings kept from training are read, as values instead of spans, and with what confidence."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import prod
from typing import NamedTuple

from reflist.prose.labels import Span, Tag, spans_of
from reflist.prose.learned.confidence import of_record
from reflist.prose.mending import mend
from reflist.prose.tokens import Token
from reflist.prose.values.filling import Reading
from reflist.prose.values.normalise import normalise
from sources import Sample

FIELDS = (
    *("author", "editor", "translator", "title", "container-title", "issued", "volume", "issue", "page"),
    *("publisher", "publisher-place"),
)
"""The variables that always count: a value that the sample does not have is an error."""

IF_GIVEN = ("edition", "URL", "DOI", "status", "collection-title")
"""The variables that count only if the sample has them."""

Labelled = tuple[Sample, Sequence[Token], Sequence[Tag]]
"""A sample, its tokens and their right tags."""

Tagger = Callable[[str, Sequence[Token]], Iterable[Tag]]
Judgement = tuple[float, bool]
"""A stated confidence, and whether the value was right."""


class Outcome(NamedTuple):
    """How a string was read: errors (field, kind), the confidence of each field and whether it is right, the spans."""

    wrong: list[tuple[str, str]]
    fields: list[Judgement]
    spans: list[float]

    @property
    def record(self) -> Judgement:
        """The confidence of the whole string, before calibration."""
        return prod(self.spans), not self.wrong


def outcome(labelled: Labelled, tag: Tagger) -> Outcome:
    """How a tagger reads a sample."""
    sample, tokens, _ = labelled
    expected = truth(labelled)
    wrong, read = wrong_fields(sample.text, spans_of(tokens, tag(sample.text, tokens)), expected)
    sure = read.draft.fields
    stated = [(sure[field].confidence, field not in wrong) for field in _fields_that_count(expected) if field in sure]
    return Outcome(list(wrong.items()), stated, [span.confidence for span in read.spans])


def truth(labelled: Labelled) -> Mapping[str, str]:
    """The right values of a sample by variable."""
    sample, tokens, tags = labelled
    return _values(_read(sample.text, spans_of(tokens, tags)))


def wrong_fields(raw: str, spans: Sequence[Span], expected: Mapping[str, str]) -> tuple[dict[str, str], Reading]:
    """The fields that come out wrong from a tagger's spans, with the kind of error; and what was read."""
    read = _read(raw, mend(raw, spans))
    found = _values(read)
    fields = _fields_that_count(expected)
    return {field: how for field in fields if (how := _difference(expected.get(field, ""), found.get(field, "")))}, read


def _fields_that_count(expected: Mapping[str, str]) -> tuple[str, ...]:
    return (*FIELDS, *(field for field in IF_GIVEN if field in expected))


def _read(raw: str, spans: Sequence[Span]) -> Reading:
    reading = Reading(raw, spans)
    normalise(reading)
    return reading


def _values(reading: Reading) -> dict[str, str]:
    variables = reading.draft.variables.items()
    return {variable: str(value).replace("’", "'").casefold() for variable, value in variables}


def _difference(true: str, read: str) -> str:
    """How a value differs from the right one; empty if it does not."""
    if true == read:
        return ""
    if not (true and read):
        return "invented" if read else "missed"
    inner_true, inner_read = true.strip("()[]'\""), read.strip("()[]'\"")
    if inner_true in inner_read:
        return "too much"
    return "too little" if inner_read in inner_true else "another"


class Score(NamedTuple):
    """The number of strings in a set, the number right in every field, and how often each error occurs."""

    strings: int
    right: int
    wrong: Counter[tuple[str, str]]

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.strings if self.strings else 0.0


def score(found: Iterable[Labelled], tag: Tagger) -> Score:
    """The score of a tagger on samples."""
    outcomes = [outcome(labelled, tag) for labelled in found]
    wrong = Counter(error for one in outcomes for error in one.wrong)
    return Score(len(outcomes), sum(not one.wrong for one in outcomes), wrong)


def judged(found: Iterable[Labelled], tag: Tagger) -> Iterator[Judgement]:
    """For each sample the confidence of its record, and whether it is right."""
    for labelled in found:
        read = outcome(labelled, tag)
        yield of_record(read.spans), not read.wrong
