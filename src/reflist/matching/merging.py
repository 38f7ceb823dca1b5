"""Merging references of the same work: one member is chosen, and the others fill its gaps."""

from collections.abc import Mapping, Sequence

from reflist.matching.folding import fold
from reflist.model import Reference, Value, Variant, Work
from reflist.text import Text

CORE = ("author", "editor", "title", "container-title", "issued")
"""Variables taken from one member as a whole; a mixture would describe no real publication."""

OF_ITS_LIST = ("year-suffix", "citation-number", "citation-label", "first-reference-note-number")
"""Variables that belong to a reference list, not to the work: never merged, and not variants."""

BEFORE_PUBLICATION = ("status", "submitted")
"""Variables that no longer apply once a work has a date."""

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
"""Variables that belong together: a member fills a gap only if it contradicts no known value of the same group."""

NEEDED = {"accessed": "URL"}
"""Variables that are useless without another one of the same member."""

OF_ARCHIVE = frozenset({"archive_collection", "archive_location", "archive-place"})
"""Locations within an archive: without its name they do not belong to an archive that another member names."""


def printed_suffix(work: Work) -> str:
    """The first in the alphabet of the work's year suffixes; it orders works with the same author and year."""
    return min((suffix for member in work.members if (suffix := member.plain("year-suffix"))), default="")


def chosen(members: Sequence[Reference]) -> Reference:
    """The most complete member: published, with most of the core, with most variables; the first among equals."""
    return max(members, key=lambda member: (_is_published(member), _core(member), len(member.variables)))


def merge(members: Sequence[Reference]) -> Reference:
    """The merged reference of the members, which are in a fixed order; its id is that of the chosen member."""
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
    """The values in which members differ from the merged reference, by variable, except those that belong to a list."""
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
    """Whether a member's value may fill a gap, that is, contradicts nothing known that belongs with it."""
    if name in into or name in OF_ITS_LIST or NEEDED.get(name, name) not in member:
        return False
    if (name in BEFORE_PUBLICATION and "issued" in into) or (name in CORE and member.type != into.type):
        return False
    if name in OF_ARCHIVE and "archive" in into and "archive" not in member:
        return False
    together = {other for group in TOGETHER if name in group for other in group}
    return all(_agree(member, into, other) for other in together)


def _agree(member: Reference, into: Reference, name: str) -> bool:
    """Whether the two have the same value of a variable, or at least one has none."""
    return name not in member or name not in into or _folded(member[name]) == _folded(into[name])


def _folded(value: Value) -> str:
    """A value reduced to what does not vary between printings."""
    return fold(value.plain if isinstance(value, Text) else str(value))
