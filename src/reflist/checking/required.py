"""Fields that a reference of its type cannot do without (biblatex manual, 2.1.1, "Regular types").

The titles are checked by themselves. Of what biblatex requires is left out what real works lack: authors of newspaper
articles, encyclopedia entries and web pages; dates of web pages that say when they were visited.
"""

from collections.abc import Iterator, Mapping

from reflist.checking.base import Finding
from reflist.model import Reference
from reflist.report import Rule, Severity

MISSING_FIELD = Rule(
    "missing-field",
    Severity.ERROR,
    "A reference lacks a field that biblatex requires for its type, without which a reader can hardly find the work: "
    "who wrote it, where it stands, when it appeared.",
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
"""By type, what is needed in words, and the variables of which one gives it."""

ANONYMOUS = frozenset("booklet manual proceedings mvproceedings".split())
"""Entry types that BibTeX ("BibTeXing", section 3.1), or biblatex of proceedings, asks no author or editor of."""

INHERITED = frozenset({"crossref", "xdata"})
"""Fields that name the entry of which fields are inherited: where they are left, it was not found, as is said."""


def required(reference: Reference) -> Iterator[Finding]:
    """That fields are missing, all in one finding."""
    if any(tag in INHERITED for _, tag in reference.extras):
        return
    needed = REQUIRED.get(reference.type, {})
    if any(tag == "entrytype" and not ANONYMOUS.isdisjoint(said) for (_, tag), said in reference.extras.items()):
        needed = {what: names for what, names in needed.items() if names != PEOPLE}
    missing = [what for what, names in needed.items() if not any(name in reference for name in names.split())]
    if missing:
        yield Finding(MISSING_FIELD, f"{reference.type} without {' and without '.join(missing)}")
