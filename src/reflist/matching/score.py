"""How likely it is that two records are one work, and why."""

from collections.abc import Mapping
from typing import NamedTuple

from reflist.matching.comparisons import COMPARISONS, REMAINING, Comparison
from reflist.matching.decisions import Preprints
from reflist.matching.levels import Finding
from reflist.matching.preprints import DIFFER_IN, judged
from reflist.matching.record import Record

PRIOR = -4.0
"""Odds, in bits, that two records which share a key are one work, before anything is compared."""

MERGED = 0.97
"""From this score on two records are merged."""

REVIEW = 0.5
"""From this score on, below `MERGED`, they are a question for a person; below it they are apart."""


LEAST = 0.0001
"""The score of what is least likely; a veto alone makes it 0."""


class Score(NamedTuple):
    """From 0 (apart) to 1 (the same work), and what each comparison found."""

    value: float
    findings: tuple[Finding, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """The findings in words."""
        return tuple(finding.reason for finding in self.findings)

    @property
    def is_likely_but_for_title(self) -> bool:
        """Whether the two are more likely one work than not even if their titles, which agree, say nothing."""
        return PRIOR + sum(finding.level.weight for finding in self.findings[1:]) > 0

    @property
    def is_vetoed(self) -> bool:
        """Whether something keeps the two apart whatever else agrees."""
        return any(finding.level.veto for finding in self.findings)


def score(a: Record, b: Record, preprints: Preprints = Preprints.WEIGHED) -> Score:
    """Compare two records. The weights of what was found are odds in bits and add up; a veto makes the score 0.

    ``preprints`` says what a preprint and what was published of it are.
    """
    return _added(a, b, {compare: found for compare in COMPARISONS if (found := compare(a, b))}, preprints)


def likely(a: Record, b: Record, preprints: Preprints = Preprints.WEIGHED) -> Score | None:
    """The score of two records where it is `REVIEW` or more; None as soon as what is left to compare cannot make it so.

    Most pairs that share a key are none: to know that takes a fifth of the time that a score takes.
    """
    found: dict[Comparison, Finding] = {}
    bits = PRIOR
    for compare, remaining in REMAINING:
        if finding := compare(a, b):
            found[compare] = finding
            weight = finding.level.weight
            if weight > 0 or preprints is not Preprints.SAME or compare not in DIFFER_IN:
                bits += weight
        if bits + remaining < 0:  # below even odds, which is what `REVIEW` is
            return None
    added = _added(a, b, {compare: found[compare] for compare in COMPARISONS if compare in found}, preprints)
    return added if added.value >= REVIEW else None


def _added(a: Record, b: Record, found: Mapping[Comparison, Finding], preprints: Preprints) -> Score:
    """The score of what was found."""
    findings = judged(a, b, found, preprints)
    bits = PRIOR
    for finding in findings:
        if finding.level.veto:
            return Score(0.0, findings)
        bits += finding.level.weight
    return Score(max(LEAST, 1 / (1 + 2.0**-bits)), findings)
