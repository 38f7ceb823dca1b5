"""The cells of tables: writing and reading our own, and reading those of other programs."""

import re
from collections.abc import Callable, Mapping, Sequence

from reflist.formats.databases import bare_doi, issns_in, year_or_words
from reflist.grammar.dates import read_day
from reflist.grammar.institutions import is_institution_word, looks_like_institution
from reflist.grammar.names import UPPER, read_names
from reflist.grammar.pages import read_pages
from reflist.grammar.persons import PARTICLES, read_direct, read_inverted
from reflist.model import Date, Name, Value, edtf
from reflist.text import Text

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_FORMULA = re.compile(r"'*(?:[\t\n]|\s*[=+\-@＝＋－＠])")
_AS_TEXT = re.compile(r'="([^"]*)"')
_NUMBER_OF_AUTHOR = re.compile(r"\s*\(\d{6,}\)")
_NOBODY = re.compile(r"\[?(?:no (?:author|editor)\b[^;,\]]*|anon(?:ymous)?|n\.?[an]\.?)\]?", re.IGNORECASE)
_TIME = re.compile(r"[ T]\d\d?:\d\d.*\Z", re.DOTALL)
_SLASHES = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")
_FIGURES = re.compile(r"(\d\d?)(?: (\d\d?))?")
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
_PMID = re.compile(r"\b[1-9]\d{0,8}\b")
_FAMILY_AND_INITIALS = re.compile(r"[^\W\d_][\w'’ -]* [^\W\d_a-z]{1,4}")
_LAST_STOP = re.compile(r"[^,.] [^\W\d_a-z]{2,4}\.\Z")
_DIRECT = re.compile(r"[^\W\d_]\S*(?: [^\W\d_]\S*){1,3}")
_CITATION = re.compile(
    r"[^;:\n]{1,200}?\. (?P<day>\d{4}(?: [A-Z][a-z]{2}(?: \d\d?)?)?);"
    r"(?P<volume>\w+)?(?:\((?P<issue>[^()\n]{1,40})\))?:(?P<page>[\w-]+)\."
)
_IMPRINT = re.compile(
    r"(?:^|(?<=\. ))(?P<place>(?:St\. )?[^.:;\n]{2,60}): (?P<publisher>[^:;\n]{2,200}); "
    r"(?P<day>\d{4}(?: [A-Z][a-z]{2}(?: \d\d?)?)?)\b[^.;\n]*\.(?: Chapter (?P<chapter>\w+)\b)?"
)
_WHOLE_BOOK = re.compile(r"(?:\d{4}\b[^.\n]{0,60}\. )?(?P<edition>)")
_PART_OF_BOOK = re.compile(
    r"(?:\d{4}\b[^.\n]{0,60}\. )?In: (?:(?P<editors>[^.:;\n]{1,2000}), editors?\. )?"
    r"(?P<book>[^\n]{2,300}?)(?: \[Internet\])?\. (?:(?P<edition>\d++|[A-Z]\w+)\w* ed(?:ition|\.)\.? )?"
)
_WITH_PARTICLES = re.compile(
    rf"[{UPPER}][\w'’.-]*+(?: [{UPPER}][\w'’.-]*+){{0,2}}(?>(?: (?:{'|'.join(sorted(PARTICLES))}))+) [{UPPER}][\w'’-]++"
)
"""A name in which only particles are in lower case: a person's or an institution's (``Banque de France``)."""

_GLUED = re.compile(
    rf"(?<=[^\W\d_{UPPER}])(?<!\bMc)(?<!\b(?:Mac|Van|Von|Del|Des))(?<!\bFitz)(?<!\b(?:De|Di|Du|La|Le))(?=[{UPPER}])"
)
"""The border between two names without a space: after a lower-case letter, but not within McAllister or DeWitt."""


# --- any table ----------------------------------------------------------------------------------------


def guarded(cell: str) -> str:
    """A cell that no spreadsheet executes: what looks like a formula gets an apostrophe, as users type it themselves.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("plain")
    ("'=1+1", "''=1+1", 'plain')
    """
    cell = _CONTROLS.sub(" ", cell.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{cell}" if _FORMULA.match(cell) else cell


def bare(cell: str) -> str:
    """A cell without what only spreadsheets need: that apostrophe, or ``="0123"`` around digits that are text."""
    if cell.startswith("'") and _FORMULA.match(cell):
        return cell[1:]
    found = _AS_TEXT.fullmatch(cell.strip())
    return found[1] if found else cell


# --- our own ------------------------------------------------------------------------------------------


def write_cell(value: Value) -> str:
    """A value as people read it in a table; names as ``Family, Given``, separated by semicolons."""
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(_written, value)))
    if isinstance(value, Date):
        return edtf.write(value) or edtf.write(Date(value.parts, circa=value.circa)) or value.literal
    return value.plain if isinstance(value, Text) else value


def _written(name: Name) -> str:
    """The name with the family name first; an institution as it stands."""
    if name.literal:
        return name.literal
    family = name.replace(given="", suffix="").display
    return ", ".join(filter(None, (family, name.given, name.suffix)))


def names_in(cell: str) -> tuple[Name, ...]:
    """The names in a cell that we wrote: a person if there is a comma, else an institution."""
    parts = filter(None, cell.split("; "))
    return tuple(read_inverted(part) if "," in part else Name(literal=part) for part in parts)


def date_in(cell: str) -> Date:
    """The date in a cell that we wrote."""
    return edtf.read(cell) or Date(literal=cell)


# --- others' ------------------------------------------------------------------------------------------


def foreign_names(cell: str) -> tuple[Name, ...]:
    """The names in a cell, separated by semicolons, bars or, as in PubMed's and Embase's tables, by commas.

    >>> [name.display for name in foreign_names("Wilson, Lauren N. (58975547800); UNICEF; Mateen Moghbel")]
    ['Lauren N. Wilson', 'UNICEF', 'Mateen Moghbel']
    >>> [name.display for name in foreign_names("Griffin DK, O'Connor RE.")]
    ['DK Griffin', "RE O'Connor"]
    >>> [name.display for name in foreign_names("Ian McAllisterZoë K. HartMax von Laue")]
    ['Ian McAllister', 'Zoë K. Hart', 'Max von Laue']
    >>> [name.family for name in foreign_names("Gregor Sersa; Remco de Bree; Ministry of Works")]
    ['Sersa', 'Bree', '']
    """
    cell = _separated(_NUMBER_OF_AUTHOR.sub("", cell).strip()).replace("|", ";")
    if _LAST_STOP.search(cell) or _ends_in_stop(cell):
        cell = cell[:-1]
    parts = [name for piece in cell.split(";") if (part := piece.strip()) for name in _by_commas(part)]
    if len(parts) > 1 or "," not in cell:
        return _names_of_all(parts) or (Name(literal=cell),)
    parts = [piece.strip() for piece in cell.split(",")]
    if len(parts) > 2 and all(" " in part for part in parts):
        return _names_of_all(parts)
    return read_names(cell).names or (Name(literal=cell),)


def _by_commas(part: str) -> list[str]:
    """The names of a part separated by commas, as PubMed writes those of people before a group's; else the part."""
    names = [name.strip() for name in part.split(",")]
    return names if len(names) > 1 and all(map(_FAMILY_AND_INITIALS.fullmatch, names)) else [part]


def is_nobody(cell: str) -> bool:
    """Whether a cell means that there is no name.

    >>> is_nobody("[No author name available]"), is_nobody("[Anonymous]"), is_nobody("Anonymous; Doe, J.")
    (True, True, False)
    """
    return _NOBODY.fullmatch(cell.strip()) is not None


def _ends_in_stop(cell: str) -> bool:
    """Whether the only full stop in a list of several names with initials is the one that ends the list."""
    first = cell.partition(",")[0]
    return first != cell and cell.find(".") == len(cell) - 1 and _FAMILY_AND_INITIALS.fullmatch(first) is not None


def _separated(cell: str) -> str:
    """The names in a cell separated by semicolons, if they were next to each other (as in Springer's tables)."""
    if ";" in cell or "," in cell:
        return cell
    parts = _GLUED.split(cell)
    people = all(" " in part and not any(name.literal for name in _names_of(part)) for part in parts)
    return "; ".join(parts) if people else cell


def _names_of_all(parts: Sequence[str]) -> tuple[Name, ...]:
    """The names in the parts of a list; if some are people's, one that could be a person's with particles is."""
    named = [_names_of(part) for part in parts]
    if any(not name.literal for names in named for name in names):
        named = [
            (read_direct(part),) if names[0].literal and _may_be_person(part) else names
            for part, names in zip(parts, named, strict=True)
        ]
    return tuple(name for names in named for name in names)


def _may_be_person(part: str) -> bool:
    return _WITH_PARTICLES.fullmatch(part) is not None and not any(map(is_institution_word, part.split()))


def _names_of(part: str) -> tuple[Name, ...]:
    """The name (rarely names) in a part of a list of names."""
    if "," in part:
        return (read_inverted(part),)
    if _FAMILY_AND_INITIALS.fullmatch(part):
        return (read_inverted(", ".join(part.rsplit(" ", 1))),)
    if _DIRECT.fullmatch(part) and not part.endswith(".") and not looks_like_institution(part):
        return (read_direct(part),)
    return read_names(part).names or (Name(literal=part),)


def foreign_date(cell: str) -> tuple[Date, bool]:
    """The date in a cell, and whether the cell holds nothing more; of ``4/3/2024`` only the year is certain.

    >>> foreign_date("4/3/2024"), foreign_date("4/23/2024"), foreign_date("2012 Jul 3")[0].parts
    ((Date(parts=((2024,),)), False), (Date(parts=((2024, 4, 23),)), True), ((2012, 7, 3),))
    """
    day = _TIME.sub("", cell.strip())
    if _ISO.fullmatch(day) and (date := edtf.read(day)):
        return date, day == cell.strip()
    if found := _SLASHES.fullmatch(day):
        return _of_slashes(*map(int, found.groups()))
    if (read := read_day(day)) and (date := read.in_year()):
        return date, True
    return year_or_words(day)


def published_in(citation: str) -> dict[str, Value]:
    """When and where a work appeared, by variable, from a citation of PubMed's; empty for any other text.

    >>> found = published_in("Biol Rev Camb Philos Soc. 2011 Feb;86(1):117-55. doi: 10.1000/x. Epub 2010 Mar 4.")
    >>> found["issued"], found["volume"], found["issue"], found["page"]
    (Date(parts=((2011, 2),)), '86', '1', '117-155')
    """
    found = _CITATION.match(citation)
    if found is None:
        return _book_in(citation)
    day = read_day(found["day"])
    volume, issue, page = found["volume"] or "", found["issue"] or "", read_pages(found["page"]).value
    values: dict[str, Value] = {
        "issued": day.in_year() if day else Date(),
        "volume": volume,
        "issue": issue,
        "page": page,
    }
    return {variable: value for variable, value in values.items() if value}


def _book_in(citation: str) -> dict[str, Value]:
    """The variables of the book in PubMed's citation of a book or chapter; empty for any other text.

    >>> found = _book_in("2023 Jul 4. In: Weir A, editor. Hedges [Internet]. 2nd edition. London: Field; 2025 Jan–.")
    >>> found["container-title"].plain, found["editor"][0].display, found["edition"], found["publisher"].plain
    ('Hedges', 'A Weir', '2', 'Field')
    """
    imprint = _IMPRINT.search(citation)
    before = citation[: imprint.start()] if imprint else ""
    found = _PART_OF_BOOK.fullmatch(before) or _WHOLE_BOOK.fullmatch(before)
    if imprint is None or found is None:
        return {}
    part, day = found.groupdict(), read_day(imprint["day"])
    values: dict[str, Value] = {
        "issued": day.in_year() if day else Date(),
        "container-title": Text(part.get("book") or ""),
        "editor": foreign_names(part["editors"]) if part.get("editors") else (),
        "edition": part["edition"] or "",
        "publisher": Text(imprint["publisher"]),
        "publisher-place": Text(imprint["place"]),
        "chapter-number": imprint["chapter"] or "",
    }
    return {variable: value for variable, value in values.items() if value}


def day_of_year(day: str, year: int) -> Date | None:
    """The date from a month in figures or words, or a month and a day, and its year; None if they give none.

    >>> day_of_year("NOV 15", 2020), day_of_year("3", 2020), day_of_year("SPR", 2020)
    (Date(parts=((2020, 11, 15),)), Date(parts=((2020, 3),)), None)
    """
    if figures := _FIGURES.fullmatch(day):
        month, of_month = int(figures[1]), int(figures[2] or 0)
        if not 1 <= month <= 12 or of_month > 31:
            return None
        return Date.of(year, month, of_month) if of_month else Date.of(year, month)
    read = read_day(f"{day} {year}")
    date = read.in_year() if read else None
    return date if date and date.year == year else None


def _of_slashes(first: int, second: int, year: int) -> tuple[Date, bool]:
    """The date of a day and month, if only one order of them is possible; else only the year."""
    if 0 < first == second <= 12:
        return Date.of(year, first, second), True
    month, day = min(first, second), max(first, second)
    return (Date.of(year, month, day), True) if 0 < month <= 12 < day <= 31 else (Date.of(year), False)


def _doi(cell: str) -> tuple[str, bool]:
    """A DOI without the address of a resolver."""
    return bare_doi(cell), True


def _pmid(cell: str) -> tuple[str, bool]:
    """The number in ``PUBMED 21314913``; zero stands for none."""
    found = _PMID.search(cell)
    return (found[0], True) if found else ("", False)


def _issn(cell: str) -> tuple[str, bool]:
    """The first ISSN, with its hyphen."""
    found = issns_in(cell)
    return (f"{found[0][:4]}-{found[0][-4:]}", len(found) == 1) if found else (cell, True)


def _url(cell: str) -> tuple[str, bool]:
    """The first of several addresses."""
    first, *others = cell.split()
    return first.rstrip(";,") if others else first, not others


VERBATIM: Mapping[str, Callable[[str], tuple[str, bool]]] = {"DOI": _doi, "PMID": _pmid, "ISSN": _issn, "URL": _url}
"""How identifiers in other programs' tables are read: the value, and whether the cell holds nothing more."""
