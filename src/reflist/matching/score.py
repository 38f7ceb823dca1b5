"""Scoring: how likely it is that two records are one work, and why."""

from collections.abc import Mapping
from typing import NamedTuple

from reflist.matching.comparisons import COMPARISONS, REMAINING, Comparison
from reflist.matching.decisions import Preprints
from reflist.matching.levels import Finding
from reflist.matching.preprints import DIFFER_IN, judged
from reflist.matching.record import Record

PRIOR = -4.0
"""Prior log odds, in bits, that two records with a common key are one work, before they are compared."""

MERGED = 0.97
"""Two records with at least this score are merged."""

REVIEW = 0.5
"""Two records with at least this score, but less than `MERGED`, are a question for a person; others are kept apart."""


LEAST = 0.0001
"""The least score without a veto; a veto makes it 0."""


class Score(NamedTuple):
    """A score from 0 (different works) to 1 (the same work), and what each comparison found."""

    value: float
    findings: tuple[Finding, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons of the findings."""
        return tuple(finding.reason for finding in self.findings)

    @property
    def is_likely_but_for_title(self) -> bool:
        """Whether the two are likely to be one work even if the agreement of their titles is not counted."""
        return PRIOR + sum(finding.level.weight for finding in self.findings[1:]) > 0

    @property
    def is_vetoed(self) -> bool:
        """Whether a veto keeps the two apart."""
        return any(finding.level.veto for finding in self.findings)


def score(a: Record, b: Record, preprints: Preprints = Preprints.WEIGHED) -> Score:
    """Compare two records. Weights of findings are log odds in bits and are added; a veto makes the score 0.

    ``preprints`` is how to treat a preprint and its published version.
    """
    return _added(a, b, {compare: found for compare in COMPARISONS if (found := compare(a, b))}, preprints)


def likely(a: Record, b: Record, preprints: Preprints = Preprints.WEIGHED) -> Score | None:
    """The score of two records if it is at least `REVIEW`; None as soon as the remaining comparisons cannot reach that.

    Most pairs that share a key are not the same work; this takes a fifth of the time of a full score to find out.
    """
    found: dict[Comparison, Finding] = {}
    bits = PRIOR
    for compare, remaining in REMAINING:
        if finding := compare(a, b):
            found[compare] = finding
            weight = finding.level.weight
            if weight > 0 or preprints is not Preprints.SAME or compare not in DIFFER_IN:
                bits += weight
        if bits + remaining < 0:  # less than even odds, which is what `REVIEW` stands for
            return None
    added = _added(a, b, {compare: found[compare] for compare in COMPARISONS if compare in found}, preprints)
    return added if added.value >= REVIEW else None


def _added(a: Record, b: Record, found: Mapping[Comparison, Finding], preprints: Preprints) -> Score:
    """The score for a set of findings."""
    findings = judged(a, b, found, preprints)
    bits = PRIOR
    for finding in findings:
        if finding.level.veto:
            return Score(0.0, findings)
        bits += finding.level.weight
    return Score(max(LEAST, 1 / (1 + 2.0**-bits)), findings)
