"""What an entry of BibLaTeX inherits (biblatex manual, 2.4.1 on ``crossref``, 3.13.5 on ``xdata``, and appendix B)."""

from collections.abc import Mapping

from reflist.formats.bibtex_entries import Entry
from reflist.formats.bibtex_reading import field_of
from reflist.grammar.bibtexnames import split_list
from reflist.late import late

PARENTS = ("xdata", "crossref")
"""The fields that name parents; data containers are part of the entry itself, so that they count first."""

HEEDED = {"xdata": "", "crossref": "xref"}
"""What these fields become once heeded: ``xref`` names a parent of which nothing is inherited (manual, 2.2.3)."""

NEVER = frozenset(
    """crossref xref entryset entrysubtype execute ids label options presort related relatedoptions relatedstring
    relatedtype shorthand shorthandintro sortkey xdata""".split()
)
"""Fields that are an entry's own."""

NOT_WITH_TITLES = frozenset({"shorttitle", "sorttitle", "indextitle", "indexsorttitle"})
"""Fields that go with a title, and not with what it becomes in another entry."""

DATES = ("", "event", "orig", "url")
"""Dates come whole: where an entry has a part of one, it inherits no other part."""

SETS = {
    "setnames": frozenset(
        """author bookauthor editor editora editorb editorc translator annotator commentator introduction foreword
        afterword holder shortauthor shorteditor sortname namea nameb namec""".split()
    ),
    "settitles": frozenset("title booktitle eventtitle issuetitle journaltitle maintitle origtitle".split()),
}
"""The sets of fields that biblatex declares itself (manual, 4.5.2): of the set that the option ``noinherit`` names,
nothing is inherited. Any other set is declared in a LaTeX document, so that nobody who reads the file knows it."""

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
"""What titles become, by the types of the parent and of the child."""

_TITLES = {
    (parent, child): titles for above, below, titles in _RULES for parent in above.split() for child in below.split()
}
_PARTS_OF_BOOKS = frozenset({"inbook", "bookinbook", "suppbook"})


PART = "xdata="
"""What names a part of another entry within a field."""

_PART = late(r"\s*xdata=([^\s{},]+)-([A-Za-z]+)(?:-([1-9]\d{0,3}))?\s*")


def filled(item: str, entries: Mapping[str, Entry]) -> tuple[str, int]:
    """The part of another entry that one of a list names, a field or one of a list: ``xdata=doe-author-1``.

    Also how many characters were looked at for it. What names nothing stands as it is, as biber leaves it.
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


def passed_on(parent: Entry, child: Entry, kind: str) -> Mapping[str, str]:
    """The fields that ``child`` inherits from ``parent``, which its field ``kind`` names, unless it has them itself.

    The tags of the child are in small letters.
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
    """The fields that the options of an entry keep it from inheriting."""
    found = _NO_INHERITANCE.search(options)
    return SETS.get(found[1], frozenset()) if found else frozenset()


def _dates_withheld(own: Mapping[str, str]) -> set[str]:
    """The fields of the dates of which the entry has some field itself."""
    withheld = set()
    for prefix in DATES:
        fields = {f"{prefix}{part}" for part in ("date", "year", "month", "day")}
        if not fields.isdisjoint(own):
            withheld |= fields
    return withheld
