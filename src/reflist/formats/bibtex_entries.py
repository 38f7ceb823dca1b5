"""The entries of BibTeX: a type, a key, and fields in LaTeX; and what of them both reading and writing must know."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from reflist.grammar.latex_mathematics import is_harmless
from reflist.model import Reference, Value
from reflist.text import Text

NAME = "bibtex"

ENTRY_TYPE = "entrytype"
"""The extra that holds the type of an entry for which CSL has no type of its own."""

KEPT, DROPPED = ("options", "useprefix=true"), ("options", "useprefix=false")
PARTICLES = (KEPT, DROPPED)
"""Fields that say whether the particles in an entry belong to the family names (biblatex manual, 3.1.3)."""


is_issn_form = re.compile(r"\d{4}-\d{3}[\dXx]").fullmatch
"""Whether a number has the form of an ISSN: with its hyphen, as it is printed."""


_VERBATIM = frozenset(("file", "groups"))


def is_verbatim(tag: str) -> bool:
    r"""Whether a field is of managers of references and not in LaTeX: ``file = {:C\:/a--b.pdf:PDF}`` (JabRef)."""
    return tag.lower().partition("+")[0] in _VERBATIM


def may_stand(value: str) -> bool:
    """Whether a value may stand in such a field as it is."""
    is_one_line = value.isprintable() and " ".join(value.split()) == value
    return is_one_line and is_harmless(value) and not value.endswith("\\")


class Entry(NamedTuple):
    """An entry: its type, its key, and its fields by tag, in LaTeX, in the order of writing."""

    type: str
    key: str
    fields: dict[str, str]


# --- fields that only say again, for styles that ask for them, what stands elsewhere --------------


def _institution(reference: Reference) -> Text:
    """The author of a report that names no publisher, where it is an institution: it is who published it."""
    author = reference.names("author")[:1]
    return Text(author[0].literal) if author else Text()


def _occasion(reference: Reference) -> Text:
    """What an unpublished work is, and where it was given."""
    kind = reference.text("genre") or Text("Speech" if reference.type == "speech" else "Unpublished")
    return Text.join(", ", filter(None, (kind, reference.text("event-title"), reference.text("event-place"))))


def _year(reference: Reference) -> Text:
    return Text() if "issued" in reference else reference.text("status")


DERIVED: Mapping[tuple[str, str], Callable[[Reference], Text]] = {
    ("techreport", "type"): lambda _: Text("Report"),
    ("techreport", "institution"): _institution,
    ("inproceedings", "booktitle"): lambda reference: reference.text("event-title"),
    ("unpublished", "note"): _occasion,
    ("", "year"): _year,
}
"""By entry type ("" for all) and field: fields that styles ask for, or would fill themselves ("Technical report").

Reading leaves them out again. What it cannot tell: whether the publisher of a report, the same as its author and
without a place, was there before.
"""


def put_issn(variables: dict[str, Value]) -> None:
    """Take the number in ``isbn`` as ISSN where it has the form of one, as managers of references write it there."""
    isbn = variables["ISBN"]
    if "ISSN" not in variables and isinstance(isbn, str) and is_issn_form(isbn):
        variables["ISSN"] = variables.pop("ISBN")
