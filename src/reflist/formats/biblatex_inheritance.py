"""What entries of BibLaTeX inherit (biblatex manual, 2.4.1 on ``crossref``, 3.13.5 on ``xdata``, and appendix B)."""

from collections.abc import Mapping

from reflist.formats.bibtex_entries import Entry
from reflist.formats.bibtex_reading import field_of
from reflist.grammar.bibtexnames import split_list
from reflist.late import late

PARENTS = ("xdata", "crossref")
"""The fields that name parents. Data containers (``xdata``) are part of the entry itself, so they come first."""

REPLACED_AFTER = {"xdata": "", "crossref": "xref"}
"""What these fields become after inheriting: nothing is inherited from an ``xref`` (manual, 2.2.3)."""

NEVER = frozenset(
    """crossref xref entryset entrysubtype execute ids label options presort related relatedoptions relatedstring
    relatedtype shorthand shorthandintro sortkey xdata""".split()
)
"""Fields that are never inherited."""

NOT_WITH_TITLES = frozenset({"shorttitle", "sorttitle", "indextitle", "indexsorttitle"})
"""Fields that belong to a title, and are not inherited if the title becomes another field in the child."""

DATES = ("", "event", "orig", "url")
"""Prefixes of the fields of dates. An entry that has a part of a date inherits no other part of it."""

SETS = {
    "setnames": frozenset(
        """author bookauthor editor editora editorb editorc translator annotator commentator introduction foreword
        afterword holder shortauthor shorteditor sortname namea nameb namec""".split()
    ),
    "settitles": frozenset("title booktitle eventtitle issuetitle journaltitle maintitle origtitle".split()),
}
"""The sets of fields that biblatex itself declares (manual, 4.5.2). From the set that the option ``noinherit`` names,
nothing is inherited. Other sets are declared in a LaTeX document, so they cannot be known from the file."""

_NO_INHERITANCE = late(r"(?:^|,)\s*noinherit\s*=\s*\{?\s*(\w+)")

_TO_MAIN_TITLE = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_TO_BOOK_TITLE = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_TO_JOURNAL_TITLE = {"title": "journaltitle", "subtitle": "journalsubtitle"}

_RULES = (
    ("mvbook", "book inbook bookinbook suppbook", _TO_MAIN_TITLE),
    ("mvcollection mvreference", "collection reference incollection inreference suppcollection", _TO_MAIN_TITLE),
    ("mvproceedings", "proceedings inproceedings", _TO_MAIN_TITLE),
    ("book", "inbook bookinbook suppbook", _TO_BOOK_TITLE),
    ("collection reference", "incollection inreference suppcollection", _TO_BOOK_TITLE),
    ("proceedings", "inproceedings conference", _TO_BOOK_TITLE),
    ("periodical", "article suppperiodical", _TO_JOURNAL_TITLE),
)
"""What titles become in the child, by the types of the parent and of the child."""

_TITLES = {
    (parent, child): titles for above, below, titles in _RULES for parent in above.split() for child in below.split()
}
_PARTS_OF_BOOKS = frozenset({"inbook", "bookinbook", "suppbook"})


PART = "xdata="
"""How a reference to a part of another entry begins."""

_PART = late(r"\s*xdata=([^\s{},]+)-([A-Za-z]+)(?:-([1-9]\d{0,3}))?\s*")


def filled(item: str, entries: Mapping[str, Entry]) -> tuple[str, int]:
    """The text of an item of a list that refers to another entry.

    ``xdata=doe-author-1`` is the first author of ``doe``; without a number, the whole field. The second
    value is the number of characters read for it. An item that refers to nothing is returned as it is, as biber leaves
    it.
    """
    found = _PART.fullmatch(item)
    container = entries.get(found[1].lower()) if found else None
    if found is None or container is None:
        return item, 0
    words = field_of(container, found[2].lower())
    if not found[3]:
        return words or item, len(words)
    listed, place = list(split_list(words)), int(found[3])
    return (listed[place - 1].strip() if words and place <= len(listed) else item), len(words)


def inherited_fields(parent: Entry, child: Entry, kind: str) -> Mapping[str, str]:
    """The fields that ``child`` inherits from ``parent``, which its field ``kind`` names.

    Fields that the child itself has may be among them. The tags of the child must be in lower case.
    """
    above = {tag.lower(): value for tag, value in parent.fields.items()}
    if kind == "xdata":
        return {tag: value for tag, value in above.items() if tag not in ("ids", *PARENTS)}
    titles = _TITLES.get((parent.type, child.type), {})
    withheld = NEVER | (NOT_WITH_TITLES if titles else frozenset()) | _dates_withheld(child.fields)
    passed = {titles.get(tag, tag): value for tag, value in above.items() if tag not in withheld}
    if parent.type in ("mvbook", "book") and child.type in _PARTS_OF_BOOKS and "author" in above:
        passed["bookauthor"] = above["author"]
    kept_out = _kept_out(child.fields.get("options", ""))
    return {tag: value for tag, value in passed.items() if tag not in kept_out} if kept_out else passed


def _kept_out(options: str) -> frozenset[str]:
    """The fields that the option ``noinherit`` of an entry excludes from inheritance."""
    found = _NO_INHERITANCE.search(options)
    return SETS.get(found[1], frozenset()) if found else frozenset()


def _dates_withheld(own: Mapping[str, str]) -> set[str]:
    """All fields of those dates of which the entry has at least one field itself."""
    withheld = set()
    for prefix in DATES:
        fields = {f"{prefix}{part}" for part in ("date", "year", "month", "day")}
        if not fields.isdisjoint(own):
            withheld |= fields
    return withheld
