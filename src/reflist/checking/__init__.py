"""Checks of references and manuscripts, beyond what the readers report: a visible list."""

from collections.abc import Sequence

from reflist.checking.base import Check, CheckAll, Input
from reflist.checking.citations import citations
from reflist.checking.citekeys import citation_keys, cites_by_key
from reflist.checking.dates import dates
from reflist.checking.duplicates import duplicate_keys
from reflist.checking.identifiers import identifiers
from reflist.checking.pages import pages
from reflist.checking.required import required
from reflist.checking.texkeys import is_latex
from reflist.checking.titles import titles
from reflist.report import Report

__all__ = [
    "CHECKS",
    "CHECKS_OF_ALL",
    "CHECKS_OF_FILES",
    "Check",
    "CheckAll",
    "Input",
    "check_inputs",
    "cites_by_key",
    "is_latex",
]

CHECKS: tuple[Check, ...] = (identifiers, dates, pages)
"""Checks of every reference."""

CHECKS_OF_FILES: tuple[Check, ...] = (titles, required)
"""Checks only of references from files: what a printed reference seems to lack may just not have been read."""

CHECKS_OF_ALL: tuple[CheckAll, ...] = (duplicate_keys, citations, citation_keys)
"""Checks of all inputs together."""


def check_inputs(inputs: Sequence[Input], report: Report) -> None:
    """Add what is wrong in the inputs to the report, which holds what the readers found; sort it all by place."""
    for checked in inputs:
        for reference in checked.listed:
            for check in (*CHECKS, *(CHECKS_OF_FILES if checked.is_file else ())):
                for finding in check(reference):
                    place = checked.place(reference, finding.printed)
                    report.add(finding.rule, finding.message, place, reference.id or None)
    for check_all in CHECKS_OF_ALL:
        check_all(inputs, report)
    order = {checked.source.name: at for at, checked in enumerate(inputs)}
    report.diagnostics.sort(
        key=lambda found: (order.get(found.place.source or "", -1), found.place.line or 0, found.place.column or 0)
    )
