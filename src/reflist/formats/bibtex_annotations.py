"""Details of names in annotations of BibTeX files: ``author+an:acronym = {2="DoH"}``.

The notation is that of biblatex's data annotations (manual, 3.7); BibTeX itself ignores such fields.
"""

from collections.abc import Callable, Mapping

from reflist.grammar import latex
from reflist.late import late
from reflist.model import Name
from reflist.text import Text

DETAILS = ("acronym", "affiliation", "orcid")
"""The details of a name that are written as annotations."""

_TAG = late(rf"([\w-]+)\+an:({'|'.join(DETAILS)})")
_NOTE = late(r'(\d{1,9})="((?:[^"\\]|\\.)*)"')


def write(tag: str, names: tuple[Name, ...], text: Callable[[Text], str] = latex.write) -> dict[str, str]:
    """One field for each detail that some of the names have; ``tag`` is that of the names, ``text`` makes LaTeX."""
    fields: dict[str, str] = {}
    for detail in DETAILS:
        notes = [(at, note) for at, name in enumerate(names, start=1) if (note := getattr(name, detail))]
        if notes:
            words = ((at, " ".join(note.replace('"', "”").split())) for at, note in notes)
            written = (f'{at}="{text(Text(note))}"' for at, note in words)
            fields[f"{tag}+an:{detail}"] = "; ".join(written)
    return fields


def annotated(tag: str) -> str:
    """The tag of the names that a field with this tag annotates; empty if it annotates none."""
    found = _TAG.fullmatch(tag) if "+" in tag else None
    return found[1] if found else ""


def read(names: Mapping[str, tuple[Name, ...]], fields: Mapping[str, str]) -> dict[str, tuple[Name, ...]]:
    """The annotated names, by tag, with their details. An annotation for a name that does not exist is ignored."""
    detailed: dict[str, tuple[Name, ...]] = {}
    for tag, written in fields.items():
        found = _TAG.fullmatch(tag) if "+" in tag else None
        if found is None or found[1] not in names:
            continue
        people = list(detailed.get(found[1], names[found[1]]))
        for at, note in _NOTE.findall(written):
            if 1 <= int(at) <= len(people):
                people[int(at) - 1] = people[int(at) - 1].replace(**{found[2]: latex.read_plain(note)})
        detailed[found[1]] = tuple(people)
    return detailed
