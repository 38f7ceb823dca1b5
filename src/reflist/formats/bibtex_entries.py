"""The entries of BibTeX: a type, a key, and fields in LaTeX; and rules about them for both reading and writing."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from reflist.grammar.latex_mathematics import is_harmless
from reflist.model import Reference, Value
from reflist.text import Text

NAME = "bibtex"

ENTRY_TYPE = "entrytype"
"""The extra that holds the type of an entry for which CSL has no type."""

KEPT, DROPPED = ("options", "useprefix=true"), ("options", "useprefix=false")
PARTICLES = (KEPT, DROPPED)
"""The fields for whether particles in an entry belong to the family names (biblatex manual, 3.1.3)."""


is_issn_form = re.compile(r"\d{4}-\d{3}[\dXx]").fullmatch
"""Whether a number has the form of an ISSN, with its hyphen."""


_VERBATIM = frozenset(("file", "groups"))


def is_verbatim(tag: str) -> bool:
    r"""Whether a field belongs to a reference manager and is not in LaTeX: ``file = {:C\:/a--b.pdf:PDF}`` (JabRef)."""
    return tag.lower().partition("+")[0] in _VERBATIM


def is_writable(value: str) -> bool:
    """Whether a value can be written to such a field unchanged."""
    is_one_line = value.isprintable() and " ".join(value.split()) == value
    return is_one_line and is_harmless(value) and not value.endswith("\\")


BRACE_CODES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", "^": "%5E"})
"""Characters of an address that a field cannot hold, percent-encoded."""


class Entry(NamedTuple):
    """An entry: its type, its key, and its fields by tag, in LaTeX, in the order of writing."""

    type: str
    key: str
    fields: dict[str, str]


# --- fields that styles require but that repeat others --------------------------------------------


def _institution(reference: Reference) -> Text:
    """The author of a report without a publisher, if it is an institution, which then is the publisher."""
    author = reference.names("author")[:1]
    return Text(author[0].literal) if author else Text()


def _occasion(reference: Reference) -> Text:
    """What kind of unpublished work it is, and where it was presented."""
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
"""Fields that styles require, or would fill themselves ("Technical report"), by entry type ("" for all) and tag.

Their values repeat other values, so reading leaves them out. It cannot know whether the publisher of a report
that is the same as its author, without a place, was there originally.
"""


def put_issn(variables: dict[str, Value]) -> None:
    """Take a number in ``isbn`` that has the form of an ISSN as the ISSN; reference managers write it there."""
    isbn = variables["ISBN"]
    if "ISSN" not in variables and isinstance(isbn, str) and is_issn_form(isbn):
        variables["ISSN"] = variables.pop("ISBN")
