"""Fields that a reference of its type must have (biblatex manual, 2.1.1, "Regular types").

Titles have a check of their own. Fields that biblatex requires but real works lack are not asked for: authors of
newspaper articles, encyclopedia entries and web pages; dates of web pages that have an access date.
"""

from collections.abc import Iterator, Mapping

from reflist.checking.base import Finding
from reflist.model import Reference
from reflist.report import Rule, Severity

MISSING_FIELD = Rule(
    "missing-field",
    Severity.ERROR,
    "A reference lacks a field that biblatex requires for its type and without which readers can hardly find the work: "
    "its author, its container or its year.",
)

PEOPLE = "author editor translator compiler editor-translator director composer container-author chair organizer"
DATE = "issued status original-date"

REQUIRED: Mapping[str, Mapping[str, str]] = {
    "article-journal": {"author": PEOPLE, "journal": "container-title", "year": DATE},
    "article-magazine": {"magazine": "container-title", "year": DATE},
    "article-newspaper": {"newspaper": "container-title", "year": DATE},
    "book": {"author or editor": PEOPLE, "year": DATE},
    "chapter": {"author or editor": PEOPLE, "title of the book": "container-title chapter-number", "year": DATE},
    "entry-dictionary": {"title of the dictionary": "container-title", "year": DATE},
    "entry-encyclopedia": {"title of the encyclopedia": "container-title", "year": DATE},
    "paper-conference": {
        "author": PEOPLE,
        "title of the proceedings, or conference": "container-title event-title event",
        "year": f"{DATE} event-date",
    },
    "patent": {"number": "number call-number", "year": f"{DATE} submitted"},
    "report": {"author or institution": f"{PEOPLE} publisher authority", "year": DATE},
    "thesis": {"author": PEOPLE, "institution": "publisher archive", "year": DATE},
    "webpage": {"address": "URL DOI", "year, or when it was visited": f"{DATE} accessed"},
}
"""For each type, the name of each required field, and the variables any one of which supplies it."""

ANONYMOUS = frozenset("booklet manual proceedings mvproceedings".split())
"""Entry types for which BibTeX ("BibTeXing", section 3.1), or biblatex for proceedings, requires no people."""

INHERITED = frozenset({"crossref", "xdata"})
"""Fields that name a parent entry. If one is still there, the parent was not found, which is reported elsewhere."""


def required(reference: Reference) -> Iterator[Finding]:
    """One finding that names all missing fields."""
    if any(tag in INHERITED for _, tag in reference.extras):
        return
    needed = REQUIRED.get(reference.type, {})
    if any(tag == "entrytype" and not ANONYMOUS.isdisjoint(values) for (_, tag), values in reference.extras.items()):
        needed = {what: names for what, names in needed.items() if names != PEOPLE}
    missing = [what for what, names in needed.items() if not any(name in reference for name in names.split())]
    if missing:
        yield Finding(MISSING_FIELD, f"{reference.type} without {' and without '.join(missing)}")
