"""One reference of several that are the same work: one member is chosen, the others fill its gaps."""

from collections.abc import Mapping, Sequence

from reflist.matching.folding import fold
from reflist.model import Reference, Value, Variant, Work
from reflist.text import Text

CORE = ("author", "editor", "title", "container-title", "issued")
"""What comes from one member as a whole: a mixture of two descriptions would describe nothing."""

OF_ITS_LIST = ("year-suffix", "citation-number", "citation-label", "first-reference-note-number")
"""What belongs to the list a reference stands in, not to the work: never merged, and no variant."""

BEFORE_PUBLICATION = ("status", "submitted")
"""What no longer holds once a work has a date."""

TOGETHER = (
    CORE,
    ("container-title", "container-title-short", "ISSN", "volume", "issue", "page", "page-first", "supplement-number"),
    ("container-title", "chapter-number", "page", "ISBN"),
    ("publisher", "publisher-place"),
    ("genre", "number"),
    ("collection-title", "collection-number"),
    ("event-title", "event-place", "event-date"),
    ("URL", "accessed"),
    ("archive", "archive_collection", "archive_location", "archive-place"),
)
"""Values that mean something beside each other: a member fills a gap only if it contradicts none of the known ones."""

NEEDED = {"accessed": "URL"}
"""A value that is nothing without another of the same member."""

OF_ARCHIVE = frozenset({"archive_collection", "archive_location", "archive-place"})
"""What is said of a place in an archive: of one that the member does not name, it says nothing of another's."""


def printed_suffix(work: Work) -> str:
    """The first letter that tells the work apart in a list it stands in; it orders works of one author and year."""
    return min((suffix for member in work.members if (suffix := member.plain("year-suffix"))), default="")


def chosen(members: Sequence[Reference]) -> Reference:
    """The member that says most: published, with most of the core, then with most variables; the first of equals."""
    return max(members, key=lambda member: (_is_published(member), _core(member), len(member.variables)))


def merge(members: Sequence[Reference]) -> Reference:
    """The merged reference of the members, which come in a fixed order; its id is the chosen member's."""
    merged = best = chosen(members) if len(members) > 1 else members[0]
    for member in members:
        if member is not best:
            gaps = {name: value for name, value in member.variables.items() if _fills(name, member, merged)}
            if gaps or member.extras:
                merged = merged.replace(
                    variables={**merged.variables, **gaps}, extras={**member.extras, **merged.extras}
                )
    return merged if merged.variables.keys().isdisjoint(OF_ITS_LIST) else merged | dict.fromkeys(OF_ITS_LIST)


def variants(merged: Reference, members: Sequence[Reference]) -> Mapping[str, tuple[Variant, ...]]:
    """The values in which members differ from the merged reference, by variable; the letter of a list is none."""
    if len(members) == 1:
        return {}
    found: dict[str, list[Variant]] = {}
    for member in members:
        for name, value in member.variables.items():
            known = merged.variables.get(name)
            if known is not value and known != value and name not in OF_ITS_LIST:
                found.setdefault(name, []).append(Variant(value, member.id))
    return {name: tuple(found[name]) for name in sorted(found)}


def _is_published(member: Reference) -> bool:
    return member.date("issued").year is not None and not member.plain("status")


def _core(member: Reference) -> int:
    return sum(name in member for name in CORE)


def _fills(name: str, member: Reference, into: Reference) -> bool:
    """Whether a member's value may fill a gap: nothing that is known beside it contradicts the member."""
    if name in into or name in OF_ITS_LIST or NEEDED.get(name, name) not in member:
        return False
    if (name in BEFORE_PUBLICATION and "issued" in into) or (name in CORE and member.type != into.type):
        return False
    if name in OF_ARCHIVE and "archive" in into and "archive" not in member:
        return False
    beside = {other for group in TOGETHER if name in group for other in group}
    return all(_agree(member, into, other) for other in beside)


def _agree(member: Reference, into: Reference, name: str) -> bool:
    """Whether the two have the same value of a variable, or one of them is silent."""
    return name not in member or name not in into or _folded(member[name]) == _folded(into[name])


def _folded(value: Value) -> str:
    """A value without what differs from one printing to another."""
    return fold(value.plain if isinstance(value, Text) else str(value))
