"""A plain entry for a reference that a style or engine could not format: who, when, what."""

from reflist.model import Name, Reference
from reflist.report import Rule, Severity

NOT_FORMATTED = Rule(
    "entry-not-formatted",
    Severity.ERROR,
    "A reference could not be formatted in the style. A plain entry (author, year, title) was printed instead.",
)

CREATORS = ("author", "editor", "translator", "director", "composer")
"""The variables whose names may lead the entry; the first that has a value does."""


def plain_entry(reference: Reference) -> str:
    """``Author (year) Title. Container. Publisher. URL``, as far as known; the id if nothing is."""
    who = ", ".join(name.literal or f"{name.surname}, {name.given}".rstrip(", ") for name in _creators(reference))
    when = f"({_when(reference)})".replace("()", "")
    what = (reference.plain(variable) for variable in ("title", "container-title", "publisher", "URL"))
    parts = [" ".join(filter(None, (who, when))), *what]
    return ". ".join(part.rstrip(".") for part in parts if part) or reference.id


def plain_citation(reference: Reference) -> str:
    """``Author, year``, as far as known; else the title, else the id."""
    who = ", ".join(name.literal or name.surname for name in _creators(reference))
    return ", ".join(filter(None, (who, _when(reference)))) or reference.plain("title") or reference.id


def _creators(reference: Reference) -> tuple[Name, ...]:
    return next(filter(None, map(reference.names, CREATORS)), ())


def _when(reference: Reference) -> str:
    issued = reference.date("issued")
    return str(issued.year or reference.plain("status") or issued.literal)
