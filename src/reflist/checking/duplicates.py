"""Keys used by more than one reference."""

from collections.abc import Sequence

from reflist.checking.base import Input
from reflist.formats.bibtex_reading import DUPLICATE_KEY as REPORTED_BY_READER
from reflist.model import Reference
from reflist.report import Place, Report, Rule, Severity

DUPLICATE_KEY = Rule(
    "duplicate-key",
    Severity.ERROR,
    "Two references have the same key, in one file or in several, so a citation cannot tell which is meant.",
)
DUPLICATE_ENTRY = Rule(
    "duplicate-entry",
    Severity.NOTE,
    "The same reference occurs in several files, or twice in one, under the same key.",
)


def duplicate_keys(inputs: Sequence[Input], report: Report) -> None:
    """Report each key that an earlier reference also has; references from free text have no keys of their own."""
    reported = {(*finding.place[:2], finding.key) for finding in report if finding.rule == REPORTED_BY_READER}
    first: dict[str, Reference] = {}
    for reference in (reference for checked in inputs if checked.is_file for reference in checked.listed):
        place = reference.origin.place
        if not reference.id:
            continue
        if reference.id not in first:
            first[reference.id] = reference
        elif (*place[:2], reference.id) not in reported:
            other = first[reference.id]
            rule = DUPLICATE_ENTRY if other == reference else DUPLICATE_KEY
            where = f"at {other.origin.place}" if other.origin.place != Place() else "before"
            report.add(rule, f"the key is already used {where}", place, reference.id)
