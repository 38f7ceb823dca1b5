"""Which references are the same work: candidate keys, scored evidence, clusters, merged works.

Keys (`keys`), score (`score`, made of `comparisons`) and clusters (`clusters`) are pure: nothing is read, written or
remembered, so that another engine can run them.
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
