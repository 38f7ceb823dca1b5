"""Reading the notes of our writer in RIS and similar formats, which hold what the lines of variables cannot."""

import json
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import chain

from reflist.formats.ris_lines import NAME_DETAILS
from reflist.formats.ris_records import Field
from reflist.formats.ris_tables import NOTES
from reflist.formats.ris_writing import UNWRITTEN, WRITTEN
from reflist.model import Name, Reference, from_csl

DETAILS = tuple(f"{title} of " for title in NAME_DETAILS.values())
"""The beginnings of notes on names."""

FEW = 4
"""So many lines are searched for one by one; more are counted, which takes linear time."""

_EXACT = (f"{WRITTEN}: {{", f"{UNWRITTEN}: {{")


def may_be_exact(tag: str, value: str) -> bool:
    """Whether a field may be one of our notes in CSL-JSON, by its beginning."""
    return tag == NOTES and value.startswith(_EXACT)


def exact_note(note: str) -> tuple[str, Reference] | None:
    """The title and the content of one of our notes in CSL-JSON; None if it is none."""
    title, _, raw = note.partition(": ")
    if title not in (WRITTEN, UNWRITTEN):
        return None
    try:
        item = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return (title, from_csl({"type": "document", **item})) if isinstance(item, dict) else None


def without(fields: list[Field], lines: Sequence[Field]) -> list[Field] | None:
    """The fields without those of these lines; None if not all of them are there."""
    if len(lines) <= FEW:
        left = list(fields)
        for line in lines:
            if line not in left:
                return None
            left.remove(line)
        return left
    wanted = Counter(lines)
    left = []
    for field in fields:
        if wanted[field] > 0:
            wanted[field] -= 1
        else:
            left.append(field)
    return None if wanted.total() else left


class Details:
    """Notes on the details of names; each is used once."""

    def __init__(self) -> None:
        self.notes: dict[str, deque[str]] = {}

    def add(self, note: str) -> None:
        """Add a note: what it is about, a colon, and the detail."""
        beginning, colon, _ = note.partition(": ")
        self.notes.setdefault(beginning + colon, deque()).append(note)

    def added_to(self, name: Name) -> Name:
        """The name with its details from notes, which are then removed."""
        details = {}
        for detail, title in NAME_DETAILS.items():
            beginning = f"{title} of {name.display}: "
            if notes := self.notes.get(beginning):
                details[detail] = notes.popleft()[len(beginning) :]
        return name.replace(**details) if details else name

    def left(self) -> Iterator[str]:
        """The notes for which no name was found."""
        return chain.from_iterable(self.notes.values())
