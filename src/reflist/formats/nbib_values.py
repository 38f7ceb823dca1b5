"""The values of PubMed's tags, read and written: names, dates, identifiers, lists."""

import re

from reflist.formats.databases import issns_in, year_or_words
from reflist.formats.nbib_tables import CODES, LANGUAGES
from reflist.grammar.dates import read_day
from reflist.grammar.identifiers import read_doi
from reflist.grammar.persons import read_inverted
from reflist.grammar.seasons import ENGLISH_SEASONS
from reflist.model import Date, Name

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

_SHORT = re.compile(r"(?P<family>\S.*?) (?P<given>[^\W\d_a-z]{1,5})(?: (?P<suffix>Jr|Sr|II|III|IV|2nd|3rd))?")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[ ,/]+|(?=-\d{4}))(\S.*)")
_DIGITS = re.compile(r"(\d{4})(?:[/-]?(\d\d)(?:[/-]?(\d\d))?)?")
_TWO_DATES = re.compile(r"(.*?)\s*-\s*(\d{4} .*)")
_BRACKETS = re.compile(r"(.*\S) ?\[(\w+)\]")
_ISBN = re.compile(r"(?<![\d-])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?!\d)")
_ARTICLE_NUMBER = re.compile(r"[A-Za-z]{0,3}\d{1,7}")


# --- names --------------------------------------------------------------------------------------------


def full_name(printed: str) -> Name:
    """The name in FAU or FED: ``Thompson, Walter A Jr``; without a comma it is only a family name."""
    return read_inverted(printed) if "," in printed else Name(printed)


def short_name(printed: str) -> Name:
    """The name in AU or ED without a full form before it: ``Thompson WA Jr``; without initials it is not divided.

    >>> short_name("van Raaij MJ")
    Name(family='Raaij', given='MJ', non_dropping_particle='van')
    """
    if "," in printed:
        return read_inverted(printed)
    found = _SHORT.fullmatch(printed)
    if not found:
        return Name(literal=printed)
    return read_inverted(", ".join(filter(None, (found["family"], found["given"], found["suffix"]))))


def write_full_name(name: Name) -> str:
    """``Family, Given Suffix``, the form of FAU.

    >>> write_full_name(Name("Berg", "Jan", dropping_particle="van der", suffix="Jr"))
    'Berg, Jan van der Jr'
    """
    given = " ".join(filter(None, (name.given, name.dropping_particle, name.suffix)))
    return ", ".join(filter(None, (name.surname, given)))


def write_short_name(name: Name) -> str:
    """``Family IN Suffix``, the form of AU."""
    initials = "".join(part[0] for part in re.findall(r"[^\W\d_]+", name.given)).upper()
    return " ".join(filter(None, (name.surname, initials, name.suffix)))


# --- dates --------------------------------------------------------------------------------------------


def read_date(printed: str) -> tuple[Date, bool]:
    """A date of publication, and whether it is all that is printed.

    >>> read_date("2009 Nov-Dec")[0], read_date("2002 Dec 23-2003 Jan 6")[0].parts
    (Date(parts=((2009, 11), (2009, 12))), ((2002, 12, 23), (2003, 1, 6)))
    """
    if ends := _TWO_DATES.fullmatch(printed):
        first, last = _one_date(ends[1]), _one_date(ends[2])
        if first and last and len(first.parts) == len(last.parts) == 1 and not first.season + last.season:
            return Date(first.parts + last.parts), True
    if date := _one_date(printed):
        return date, True
    return year_or_words(printed)


def _one_date(printed: str) -> Date:
    """``1996 Jul 9``, ``2009 Nov-Dec``, ``1998 Spring``; an empty date for anything else."""
    digits = _DIGITS.fullmatch(printed)
    if digits and (date := _of_digits(digits)):
        return date
    if day := read_day(printed):
        return day.in_year()
    found = _YEAR_FIRST.fullmatch(printed)
    day = read_day(found[2]) if found else None
    return day.in_year(int(found[1])) if found and day and day.year is None else Date()


def _of_digits(digits: re.Match[str]) -> Date:
    year, month, day = (int(part or 0) for part in digits.groups())
    if not year or month > len(MONTHS) or day > 31 or (digits[2] and not month) or (digits[3] and not day):
        return Date()
    return Date.of(year, month or None, day or None)


def read_day_in_digits(printed: str) -> Date:
    """``20211227``, the form of DEP; an empty date for anything else."""
    digits = _DIGITS.fullmatch(printed)
    return _of_digits(digits) if digits else Date()


def write_day_in_digits(date: Date) -> str:
    """``20211227``, the form of DEP; empty if that cannot express the date."""
    if len(date.parts) != 1 or not all(0 < part <= 9999 for part in date.parts[0]):
        return ""
    year, *others = date.parts[0]
    return f"{year:04}" + "".join(f"{part:02}" for part in others)


def write_date(date: Date) -> str:
    """The date in the form of DP, as far as that can express it; empty if it cannot.

    >>> write_date(Date.of(1996, 7, 9)), write_date(Date(((2009, 11), (2009, 12))))
    ('1996 Jul 9', '2009 Nov-Dec')
    """
    ends = [parts for parts in date.parts if parts and 1000 <= parts[0] <= 9999]
    if not ends or len(ends) < len(date.parts):
        return "" if date.parts else date.literal
    if len(ends) == 1:
        season = ENGLISH_SEASONS.get(date.season) if len(ends[0]) == 1 else None
        return " ".join(filter(None, (_words(ends[0]), season)))
    (year, *first), (last_year, *last) = ends
    if year != last_year or not (first and last):
        return f"{_words(ends[0])}-{_words(ends[1])}"
    if len(first) == len(last) == 2 and first[0] == last[0]:
        return f"{_words(ends[0])}-{last[1]}"
    return f"{_words(ends[0])}-{_words(ends[1]).partition(' ')[2]}"


def _words(parts: tuple[int, ...]) -> str:
    """``1996 Jul 9``; a season has its word also at one end of a range."""
    year, *others = parts
    words = (_WORDS.get(part, str(part)) if place == 0 else str(part) for place, part in enumerate(others))
    return " ".join([str(year), *words])


_WORDS = dict(enumerate(MONTHS, start=1)) | {20 + int(number): word for number, word in ENGLISH_SEASONS.items()}
"""Months and, by their numbers in EDTF, seasons."""


# --- identifiers --------------------------------------------------------------------------------------


def read_location(printed: str) -> tuple[str, str]:
    """The kind of a location or article identifier (LID, AID), ``DOI``, ``URL``, ``pii`` or empty; and its value.

    >>> read_location("10.1000/x [doi]"), read_location("http://eric.ed.gov/?id=ED1"), read_location("NBK1 [book]")
    (('DOI', '10.1000/x'), ('URL', 'http://eric.ed.gov/?id=ED1'), ('', 'NBK1 [book]'))
    """
    found = _BRACKETS.fullmatch(printed)
    value, kind = (found[1], found[2]) if found else (printed, "")
    if kind == "doi":
        return "DOI", value
    if kind == "pii":
        return "pii", value
    if not kind and (doi := read_doi(value)) and ("://" not in value or "doi.org/" in value):
        return "DOI", doi
    return ("URL", value) if not kind and re.match(r"(?:https?|ftp)://\S+\Z", value) else ("", printed)


def is_article_number(pii: str) -> bool:
    """Whether a publisher's item identifier serves as page: ``e0123456``, ``1042``; not ``S0140-6736(…)``."""
    return _ARTICLE_NUMBER.fullmatch(pii) is not None


def read_issn(printed: str) -> str:
    """The ISSN in ``0027-8424 (Print)``; empty if there is none."""
    return next(iter(issns_in(printed)), "")


def read_isbn(printed: str) -> str:
    """The ISBN in ``978-1-59857-192-9 (hardcover)``, as printed; empty if there is none."""
    found = _ISBN.search(printed.removeprefix("ISBN-").removeprefix("ISBN "))
    return found[0] if found else ""


# --- texts --------------------------------------------------------------------------------------------


def read_title(printed: str) -> str:
    """The title without the full stop that PubMed puts after each; that of an abbreviation stays.

    >>> read_title("Binding of aurovertin B."), read_title("Care in the U.S.")
    ('Binding of aurovertin B', 'Care in the U.S.')
    """
    last = printed.rpartition(" ")[2]
    return printed[:-1] if printed.endswith(".") and last.count(".") == 1 and last != "." else printed


def read_language(printed: str) -> str:
    """The language in CSL's code; one that is not in the table as printed."""
    return LANGUAGES.get(printed, printed)


def write_language(language: str) -> str:
    """The language in MARC's code; one that is not in the table, or has a region, as it stands."""
    return CODES.get(language, language)


def split_keywords(joined: str) -> list[str]:
    """The keywords of a variable, separated by semicolons or, if it has none, by commas."""
    return [word for part in joined.split(";" if ";" in joined else ",") if (word := part.strip(" "))]


def join_keywords(keywords: list[str]) -> str:
    """Keywords as one value, separated by commas or, if a keyword has a comma, by semicolons."""
    return ("; " if any("," in word for word in keywords) else ", ").join(keywords)
