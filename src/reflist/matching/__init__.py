"""Deduplication: candidate keys, scored comparisons, clusters of records, merged works.

`keys`, `score` (built from `comparisons`) and `clusters` are pure: they read and write no files and keep no state, so
that another engine can use them.
"""

from reflist.matching.decisions import UNDECIDED, Decisions, Preprints, with_preprints
from reflist.matching.json import evidence_to_json, work_to_json
from reflist.matching.merging import printed_suffix
from reflist.matching.works import Matching, match

__all__ = [
    "UNDECIDED",
    "Decisions",
    "Matching",
    "Preprints",
    "evidence_to_json",
    "match",
    "printed_suffix",
    "with_preprints",
    "work_to_json",
]
