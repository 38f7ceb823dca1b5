"""What databases put into lines of RIS, or leave out: each habit that a table of tags cannot express, in one place."""

import re
from collections.abc import Collection, Iterable, MutableMapping

from reflist.formats.databases import ISBD
from reflist.formats.ris_tables import SHORT_JOURNALS
from reflist.formats.ris_values import AS_EDITOR, read_issued
from reflist.grammar.editions import ORDINALS
from reflist.late import late
from reflist.model import Date, Value
from reflist.text import Text

_LABELLED = late(r"[^;()]+ \(IS[SB]N\)(?:; [^;()]+ \(IS[SB]N\))+")
_ANY_NUMBER = r"(?:97[89]-?)?\d{1,5}-\d{1,7}-\d{1,6}-[\dXx]|97[89]\d{10}|\d{4}-\d{3}[\dXx]"
_NUMBER = late(_ANY_NUMBER)
_UNLABELLED = late(rf"(?:{_ANY_NUMBER})(?:[;,]? (?:{_ANY_NUMBER}))+")
_CATALOGUE, _SCIENCE_DIRECT = "worldcat.org", "sciencedirect.com"
_CHAPTER = late(r"Chapter (\w{1,6}) [-–] (.+)")
_EDITION = late(rf"(.+) \(({'|'.join(ORDINALS)}) edition\)", re.IGNORECASE)
_ACCESSION = late(r"[?&]AN=(\w+)|/docview/(\w+)")


def are_numbers(line: str) -> bool:
    """Whether a line has several ISSNs and ISBNs, with labels, as in Scopus, or without.

    >>> are_numbers("10504729 (ISSN); 9781509046331 (ISBN)"), are_numbers("1660-4601 1661-7827"), are_numbers("Cm 4310")
    (True, True, False)
    """
    return (_LABELLED.fullmatch(line) or _UNLABELLED.fullmatch(line)) is not None


def numbers_in(line: str) -> list[str]:
    """The numbers in such a line.

    >>> numbers_in("978-90-6605-590-2 0567-7572")
    ['978-90-6605-590-2', '0567-7572']
    """
    return line.split("; ") if _LABELLED.fullmatch(line) else _NUMBER.findall(line)


def are_editors(names: Iterable[str]) -> bool:
    """Whether all names are marked as those of editors, as in Ovid's exports under the tag of authors.

    >>> are_editors(["Laidlaw, Ken [Ed]", "Pachana, Nancy A. (Ed.)"]), are_editors(["Laidlaw, Ken [Ed]", "Doe, J."])
    (True, False)
    """
    return all(map(AS_EDITOR.search, names))


CLASSED = frozenset({"article-journal", "book", "chapter", "paper-conference"})
"""Item types that databases divide into classes (article, review, note), which are not genres that a style prints."""


def is_class(genre: str, type_: str, id: str) -> bool:
    """Whether a genre is a database's class of an item type. Database records have no key, while ours usually do.

    >>> is_class("Review", "article-journal", ""), is_class("Review", "article-journal", "doe2001")
    (True, False)
    """
    if id or type_ not in CLASSED:
        return False
    from reflist.formats.csv_tables import TYPE_NAMES, folded  # noqa: PLC0415  # few records have a kind

    return TYPE_NAMES.get(folded(genre)) == type_


def separate_class(
    variables: MutableMapping[str, Value],
    kept: MutableMapping[tuple[str, str], list[str]],
    type_: str,
    id: str,
    extra: tuple[str, str],
) -> None:
    """Keep a database's class under its tag, not as a genre, which a style would print: ``[Article]``."""
    genre = _plain(variables, "genre")
    if is_class(genre, type_, id):
        del variables["genre"]
        kept.setdefault(extra, []).append(genre)


def correct_habits(
    variables: MutableMapping[str, Value],
    kept: MutableMapping[tuple[str, str], list[str]],
    tags: Collection[str],
    abbreviated: bool,
) -> None:
    """Correct variables for which the whole record must be known; ``kept`` are the extras, which may change too.

    ``abbreviated`` means that one of the ``tags`` is of abbreviated journals. Records with a title under T1 are not
    ours; what we write is left unchanged.
    """
    if abbreviated:
        _full_container(variables, kept)
    if "PMID" in variables and "URL" in variables:
        _move_database_number(variables)
    for extra in [extra for extra in kept if extra[1] == "C1"]:
        _full_date(variables, kept, extra)
    if "T1" in tags and _SCIENCE_DIRECT in _plain(variables, "URL"):
        _read_titles(variables)
    elif "T1" in tags and _CATALOGUE in _plain(variables, "source"):
        _without_isbd(variables)


def _move_database_number(variables: MutableMapping[str, Value]) -> None:
    """Move a number from PMID that is in the address of an EBSCO or ProQuest record: it is the database's own."""
    found = _ACCESSION.search(str(variables["URL"]))
    if found and variables["PMID"] in found.groups():
        variables.setdefault("archive_location", variables.pop("PMID"))


def _plain(variables: MutableMapping[str, Value], variable: str) -> str:
    value = variables.get(variable, "")
    return value.plain if isinstance(value, Text) else str(value)


def _read_titles(variables: MutableMapping[str, Value]) -> None:
    """Take chapter numbers and editions out of titles, where ScienceDirect puts them."""
    title, book = _plain(variables, "title"), _plain(variables, "container-title")
    if (chapter := _CHAPTER.fullmatch(title)) and "chapter-number" not in variables:
        variables["chapter-number"], variables["title"] = chapter[1], Text(chapter[2])
    if (edition := _EDITION.fullmatch(book)) and "edition" not in variables:
        number = ORDINALS.index(edition[2].casefold()) + 1
        variables["edition"], variables["container-title"] = str(number), Text(edition[1])


def _without_isbd(variables: MutableMapping[str, Value]) -> None:
    """Remove the punctuation that WorldCat's lines end in before the next element: ``CY  - Edinburgh :``."""
    for variable in ("title", "publisher", "publisher-place", "collection-title"):
        value = variables.get(variable)
        if isinstance(value, Text) and not value.spans:
            variables[variable] = Text(ISBD.sub("", value.plain))


def _full_date(
    variables: MutableMapping[str, Value], kept: MutableMapping[tuple[str, str], list[str]], extra: tuple[str, str]
) -> None:
    """Take the full date from JSTOR's ``Full publication date: Spring, 1996``; the year's tag has only the year."""
    (words, *others), issued = kept[extra], variables.get("issued")
    beginning, _, day = words.partition(": ")
    if beginning != "Full publication date" or others or not isinstance(issued, Date):
        return
    date, _ = read_issued((day,))
    if date and date.year == issued.year and issued == Date.of(issued.year or 0):
        variables["issued"] = date
        del kept[extra]


def _full_container(variables: MutableMapping[str, Value], kept: MutableMapping[tuple[str, str], list[str]]) -> None:
    """Take the abbreviated journal as the container if there is no other.

    If both are the same, the abbreviation is taken from another tag, as in EBSCO's exports (JO and JF in full, J2
    short).
    """
    short = variables["container-title-short"]
    if variables.setdefault("container-title", short) == short:
        del variables["container-title-short"]
        others = [extra for extra, values in kept.items() if extra[1] in SHORT_JOURNALS and len(values) == 1]
        if others:
            variables["container-title-short"] = Text(kept.pop(others[0])[0])
