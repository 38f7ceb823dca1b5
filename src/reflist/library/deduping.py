"""De-duplication: merging the records of each work, finding works new to a library, and undoing merges."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from reflist.eager import collection_paused
from reflist.library.outputs import report_to_json
from reflist.matching import UNDECIDED, Decisions, Matching, match
from reflist.matching.merging import merge
from reflist.model import Evidence, Reference, Work, from_csl, to_csl
from reflist.model.csl import MEMBERS, OWN
from reflist.model.csl_reading import load
from reflist.report import Place, Report, Rule, Severity

DECISION_UNUSED = Rule(
    "decision-unused",
    Severity.NOTE,
    "A decision names a member that is in none of the inputs, so it has no effect here. That is not a mistake if the "
    "same file of decisions is used with other inputs too.",
)
DECISIONS_CONTRADICT = Rule(
    "decisions-contradict",
    Severity.ERROR,
    "By the decisions, two members are both the same and not the same. They were kept apart.",
)
MEMBERS_LEFT_OUT = Rule(
    "members-left-out",
    Severity.NOTE,
    "References were merged, but the format written has no place for their members, so `dedupe --undo` cannot give "
    "them back. The CSL formats have one (csljson, csljsonl, cslyaml).",
)
NOT_MERGED = Rule(
    "not-merged",
    Severity.NOTE,
    "A reference does not hold the members that it was merged from, so it was returned unchanged.",
)

WHOLE = frozenset(["csljson", "csljsonl", "cslyaml"])
"""The formats that hold the members completely."""

KEYS = {"biblatex": ("biblatex", "ids")}
"""The formats that hold the keys of the members, and the extra for them: biblatex's ``ids`` (manual, 3.3)."""


class Deduped(NamedTuple):
    """The result of de-duplicating records, with or without a library.

    ``references`` and ``members`` are parallel: the records as given, and as named in the works. ``new`` are the works
    without a member in the library: all of them if there is no library. ``known`` maps each member that the library has
    to that member of the library.
    """

    references: Sequence[Reference]
    members: Mapping[str, Reference]
    matching: Matching
    new: Sequence[Work]
    known: Mapping[str, str]

    @property
    def review(self) -> Sequence[Evidence]:
        """The pairs that a person must decide, except those within the library."""
        return [pair for pair in self.matching.review if not {*pair.members} <= self._library]

    @property
    def _library(self) -> frozenset[str]:
        return frozenset(self.matching.member_ids[len(self.references) :])

    def counts(self) -> dict[str, Any]:
        """The figures for a flow chart of records (PRISMA 2020, identification): per source, removed, left."""
        total = len(self.references)
        counts: dict[str, Any] = {
            "sources": dict(sorted(Counter(one.origin.source for one in self.references).items())),
            "records": total,
            "duplicates": total - len(self.known) - len(self.new),
            "known": len(self.known),
            "works": len(self.new),
            "questions": len(self.review),
        }
        return counts

    def to_json(self, report: Report) -> dict[str, Any]:
        """The content of the report file."""
        made = report_to_json(report, self.new, self.review)
        if self._library:
            made["known"] = [{"member": member, "library": library} for member, library in self.known.items()]
        return {**made, "counts": self.counts()}


@collection_paused()
def dedupe(
    references: Sequence[Reference],
    library: Sequence[Reference] = (),
    decisions: Decisions = UNDECIDED,
    report: Report | None = None,
) -> Deduped:
    """Find out which references are the same work, and which the library has; report what is odd in the decisions.

    Works merged by an earlier run are split again, so adding files one at a time gives the same result as one run.
    """
    references, library = list(_unfolded(references)), list(_unfolded(library))
    matching = match([*references, *library], decisions=decisions)
    _check(decisions, matching, Report() if report is None else report)
    count = len(references)
    held = dict(zip(matching.work_ids[count:], matching.member_ids[count:], strict=True))
    known = {
        member: held[work]
        for member, work in zip(matching.member_ids[:count], matching.work_ids[:count], strict=True)
        if work in held
    }
    new = [work for work in matching.works if work.id not in held]
    members = {member.id: member for work in matching.works for member in work.members}
    return Deduped(references, members, matching, new, known)


def _check(decisions: Decisions, matching: Matching, report: Report) -> None:
    work_of = dict(zip(matching.member_ids, matching.work_ids, strict=True))
    for id in dict.fromkeys(id for group in (*decisions.same, *decisions.apart) for id in group):
        if id not in work_of:
            report.add(DECISION_UNUSED, f"there is no member {id!r:.80}", key=id)
    for group in decisions.same:
        present = [id for id in group if id in work_of]
        if len({work_of[id] for id in present}) > 1:
            report.add(DECISIONS_CONTRADICT, f"same, and not the same: {', '.join(present)}", key=present[0])


# --- members ----------------------------------------------------------------------------------------------------------


def merged(deduped: Deduped, format: str, report: Report) -> Iterator[Reference]:
    """The new works as references, with their members if the format has a place for them."""
    given = dict(zip(deduped.matching.member_ids, deduped.references, strict=False))
    left_out = 0
    for work in deduped.new:
        members = [given[member.id] for member in work.members]
        if len(members) == 1 and members[0].id in ("", work.id):
            yield members[0].replace(id=work.id)
        elif format in WHOLE:
            yield _with_extra(work.reference, MEMBERS, tuple(map(_dumped, members)))
        else:
            left_out += len(members) > 1
            keys = tuple(dict.fromkeys(one.id for one in members if one.id not in ("", work.id)))
            holds = KEYS.get(format)
            yield _with_extra(work.reference, holds, (",".join(keys),)) if holds and keys else work.reference
    if left_out:
        report.add(MEMBERS_LEFT_OUT, f"{left_out} merged: format {format} has no place for their members")


def _with_extra(reference: Reference, extra: tuple[str, str], values: tuple[str, ...]) -> Reference:
    return reference.replace(extras={**reference.extras, extra: values})


def _dumped(member: Reference) -> str:
    """A member as a CSL-JSON item, in JSON, with the source that it was read from."""
    item = to_csl(member)
    own = item.setdefault("custom", {}).setdefault(OWN, {})
    own |= {"source": member.origin.source, "line": member.origin.line}
    return json.dumps(item, ensure_ascii=False)


def undone(references: Iterable[Reference], report: Report) -> Iterator[Reference]:
    """The references that merged ones were made from, each in the place of its work; other references as they are."""
    for reference in references:
        if members := _members(reference, report):
            yield from members
        else:
            report.add(NOT_MERGED, "returned unchanged", reference.origin.place, reference.id)
            yield reference


def _unfolded(references: Iterable[Reference]) -> Iterator[Reference]:
    """The references, with merged ones replaced by their members, unless somebody has changed them since."""
    for reference in references:
        members = _members(reference, Report()) if MEMBERS in reference.extras else []
        if members and (found := merge(members)).variables == reference.variables and found.type == reference.type:
            yield from members
        else:
            yield reference


def _members(reference: Reference, report: Report) -> list[Reference]:
    """The members of a merged reference; none if it holds none that can be read."""
    members = [load((member,)) for member in reference.extras.get(MEMBERS, ())]
    if not all(isinstance(member, dict) for member in members):
        return []
    return [_original(member, report) for member in members]


def _original(item: dict[str, Any], report: Report) -> Reference:
    custom = item.get("custom")
    own = custom.get(OWN) if isinstance(custom, dict) else None
    source, line = (own.get("source"), own.get("line")) if isinstance(own, dict) else (None, None)
    return from_csl(item, report, Place(str(source or ""), line if isinstance(line, int) else None))
