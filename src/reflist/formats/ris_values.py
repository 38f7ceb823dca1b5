"""Names, dates and pages in lines of RIS, written and read.

An institution is written with a comma at the end (``AU  - Department of Health,``), a custom since EndNote: programs
take the words before the comma as the family name, and so keep them together.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, starmap

from reflist.grammar.dates import MONTHS, read_day
from reflist.grammar.institutions import looks_like_institution
from reflist.grammar.name_words import SUFFIXES
from reflist.grammar.names import UPPER, read_names
from reflist.grammar.pages import read_pages
from reflist.grammar.persons import PARTICLES, read_direct, read_inverted
from reflist.grammar.seasons import ENGLISH_SEASONS
from reflist.grammar.seasons import SEASONS as SEASON_WORDS
from reflist.grammar.wordlists import words
from reflist.late import late
from reflist.model import Date, Name, edtf
from reflist.value import remembered

REMEMBERED = 60
"""The length of the longest names and dates whose readings are cached, in characters, since they often recur."""


SPACES = " \t"
"""Characters that are ignored at the ends of a value."""

EDGES = " \t\v\f\x00\ufeff\u200b"
"""Characters that are ignored at the ends of a line outside records."""

_CONTROL = late(r" ?[\x00-\x1f\x7f\x85\u2028\u2029]+ ?")
_RANGE = late(r"(\w+)[-–](\w+)")
AS_EDITOR = late(r",? *[\[(]Eds?\.?[\])]$", re.IGNORECASE)
"""What databases put after the name of an editor: ``Laidlaw, Ken [Ed]``."""
LIFE = late(r"(?<=[^\W\d_.]),? +(?:b\. *)?\d{4}\??-(?:\d{4}\??)?\.?,?$")
"""Years of birth and death, which catalogues put after a name: ``Stone, Mary, 1950-``."""
_LABEL = late(r"^(?:pp?\.? +|pages? +)(?=\w)", re.IGNORECASE)
_PLAIN_NAME = late(rf"([{UPPER}][\w’'‐-]+), ?([{UPPER}][\w.’‐-]*(?>(?: [{UPPER}][\w.’‐-]*)*))")
"""The usual form of a name: one family name, given names, no possible particle."""
_DIRECT = late(rf"(?:[{UPPER}][\w’'‐-]+ )+(?:[{UPPER}]\. ?)+(?:(?:{'|'.join(sorted(PARTICLES))}) )*[{UPPER}][\w’'‐-]+")
"""A person's name with the given names first, at least one of them an initial: ``Anna B. Weir``."""
_DIRECT_IN_FULL = late(
    rf"([{UPPER}][\w’'‐-]+) (?:(?:[{UPPER}][\w’'‐-]+|{'|'.join(sorted(PARTICLES))}) ){{0,3}}[{UPPER}][\w’'‐-]+"
)
"""A possible name with given names in full: ``Anna Weir``; the group is the first of them."""
_GIVEN = rf"(?!(?:{'|'.join(sorted(map(re.escape, SUFFIXES)))})$)[{UPPER}][\w.’‐-]*"
_USUAL_LINES = late(rf"^([{UPPER}][\w’'‐-]+), ?({_GIVEN}(?>(?: {_GIVEN})*))$", re.MULTILINE)
"""The usual form in each of several lines; no given name is a suffix."""
_USUAL_LINE = rf"[{UPPER}][\w’'‐-]++, {_GIVEN}(?>(?: {_GIVEN})*)"
_ALL_USUAL = re.compile(rf"(?>(?:{_USUAL_LINE}(?:\n|\Z))+)", re.MULTILINE)
"""Only such lines."""


def line(value: str) -> str:
    """A value as it can be written in a line: control characters replaced by spaces, no space at its ends."""
    return (value if value.isprintable() else _CONTROL.sub(" ", value)).strip(SPACES)


# --- names ---------------------------------------------------------------------------------------------


def write_name(name: Name) -> str:
    """``Family, Given, Suffix``, with particles before the family name; an institution with a comma at the end.

    >>> write_name(Name("Berg", "I.", non_dropping_particle="van den")), write_name(Name(literal="Ministry of Works"))
    ('van den Berg, I.', 'Ministry of Works,')
    """
    if name.literal or not name.family:
        whole = name.literal or name.given
        return line(f"{whole},") if whole else ""
    family = name.replace(given="", suffix="").display if name.dropping_particle or name.non_dropping_particle else ""
    parts = [family or name.family, name.given, name.suffix] if name.suffix else [family or name.family, name.given]
    return line(", ".join(parts))


def are_usual(written: Sequence[str]) -> bool:
    """Whether all names are in the usual form, ``Family, Given``, so that `read_names_of_lines` gives them back."""
    together = "\n".join(written)
    return together.count("\n") == len(written) - 1 and _ALL_USUAL.fullmatch(together) is not None


def read_name(value: str) -> tuple[Name, ...]:
    """The name in a line; several names if they are separated by semicolons.

    >>> read_name("King, Martin Luther, Jr.")
    (Name(family='King', given='Martin Luther', suffix='Jr.'),)
    """
    return _remembered_name(value)


def read_names_of_lines(values: Sequence[str]) -> tuple[Name, ...]:
    """The names in lines, one or more in each.

    >>> [name.surname for name in read_names_of_lines(["Doe, Jo", "van den Berg, I.", "Ministry of Works,"])]
    ['Doe', 'van den Berg', 'Ministry of Works']
    >>> [name.surname for name in read_names_of_lines(["Anna B. Weir", "Jan van der Berg", "Ministry of Works"])]
    ['Weir', 'van der Berg', 'Ministry of Works']
    >>> [name.surname for name in read_names_of_lines(["Thomas Kvist", "Oyelaran Duah", "Cabinet Office"])]
    ['Kvist', 'Duah', 'Cabinet Office']
    """
    usual = _USUAL_LINES.findall("\n".join(values))
    if len(usual) == len(values):
        return tuple(starmap(Name, usual))
    if any(map(_is_direct, values)):  # the other names are in the same order
        values = [_inverted(value) if "," not in value else value for value in values]
    return tuple(chain.from_iterable(map(read_name, values)))


def _is_direct(value: str) -> bool:
    """Whether a line certainly is a person's name with given names first, by an initial or a known given name."""
    if "," in value or " " not in value:
        return False
    if _DIRECT.fullmatch(value):
        return True
    found = _DIRECT_IN_FULL.fullmatch(value)
    return bool(found and found[1] in words("given_names") and not looks_like_institution(value))


def _inverted(value: str) -> str:
    """A name of two or three words with the given name first, in the form of RIS; an institution's unchanged."""
    if not _is_direct(value) and (len(value.split()) not in (2, 3) or looks_like_institution(value)):
        return value
    return write_name(read_direct(value))


def _read_name(value: str) -> tuple[Name, ...]:
    plain = _PLAIN_NAME.fullmatch(value)
    if plain and plain[2].rpartition(" ")[2] not in SUFFIXES:
        return (Name(plain[1], plain[2]),)
    value = AS_EDITOR.sub("", value)
    value = LIFE.sub("", value)
    if value.endswith(","):
        whole = value.rstrip(", ")
        person = _PLAIN_NAME.fullmatch(whole)
        if person and not looks_like_institution(whole.replace(",", "")):  # the comma is a catalogue's
            return read_name(whole)
        return (Name(literal=whole),) if whole else ()
    if ";" in value and "," in value.partition(";")[0]:
        return tuple(name for part in value.split(";") for name in read_name(part.strip()))
    if "," in value:
        return (read_family_first(value),)
    return _undivided(value)


_remembered_name = remembered(_read_name, most=4096, longest=REMEMBERED)


def read_family_first(value: str) -> Name:
    """A name with commas, family name first; the third of three parts is the suffix, unless the second clearly is.

    >>> read_family_first("Newton, Isaac, Sir").suffix, read_family_first("King, Jr., Martin Luther").suffix
    ('Sir', 'Jr.')
    """
    parts = [part.strip() for part in value.split(",")]
    if len(parts) == 2 and parts[1] in SUFFIXES and " " in parts[0]:  # no given name follows: "Jo Doe, Jr."
        return read_direct(value)
    if len(parts) != 3 or parts[1] in SUFFIXES or not parts[0] or parts[2] in SUFFIXES:
        return read_inverted(value)
    return read_inverted(f"{parts[0]}, {parts[1]}").replace(suffix=parts[2])


def _undivided(value: str) -> tuple[Name, ...]:
    """A name without a comma: a person's if it has initials (``Fanning E.``), else undivided."""
    names = read_names(value).names if " " in value else ()
    person = len(names) == 1 and names[0].family and len(names[0].given.replace(".", "").replace(" ", "")) <= 3
    return names if person else (Name(literal=value),) if value else ()


# --- pages ---------------------------------------------------------------------------------------------


def write_pages(page: str) -> list[tuple[str, str]]:
    """First and last page of a range; anything else as it stands."""
    pages = _RANGE.fullmatch(page)
    return [("SP", pages[1]), ("EP", pages[2])] if pages else [("SP", line(page))]


def join_pages(first: str, last: str) -> str:
    """The range of a first and a last page; either may be missing, and either may already be the range.

    >>> join_pages("377", "86"), join_pages("12-18", "18"), join_pages("pp 37-64", ""), join_pages("e0815", "")
    ('377-386', '12-18', '37-64', 'e0815')
    """
    if first.isdecimal() and last.isdecimal() and len(first) <= len(last) and first != last:
        return f"{first}-{last}"
    if last and first != last and not _RANGE.search(first):
        first = f"{first}-{last}" if first else last
    if first.isalnum():
        return first  # one page or an article number
    return read_pages(_LABEL.sub("", first), lost_dash=False).value


# --- dates ---------------------------------------------------------------------------------------------


def write_issued(date: Date) -> list[tuple[str, str]]:
    """PY with the year; and DA with the day, month or season if known, or with both ends of a range."""
    if date.year is None:
        return [("PY", line(date.literal))]
    lines = [("PY", str(date.year))]
    if len(date.parts) > 1 and date.parts[1]:
        ends = (edtf.write(Date((parts,))) for parts in date.parts)
        lines.append(("DA", _TO.join(ends)))
    elif len(date.parts[0]) > 1 or date.season in ENGLISH_SEASONS:
        lines.append(("DA", write_day(Date(date.parts[:1], date.season))))
    return lines


def write_date(date: Date) -> str:
    """Any other date: in the form of RIS if that can express it, else in words."""
    return write_day(date) or line(in_words(date))


def write_day(date: Date) -> str:
    """``YYYY/MM/DD/season``, the form of the specification; empty for a date that it cannot express."""
    if date.circa or date.literal or len(date.parts) != 1 or (date.season and date.season not in ENGLISH_SEASONS):
        return ""
    if (20,) < date.parts[0][1:2] < (25,):  # a season at one end of a range
        return ""
    year, month, day = (*(str(part).zfill(2) for part in date.parts[0]), "", "")[:3]
    return f"{year}/{month}/{day}/{ENGLISH_SEASONS.get(date.season, '')}"


def in_words(date: Date) -> str:
    """The whole date, in EDTF or in words."""
    if in_edtf := edtf.write(date):
        return in_edtf
    return ", ".join(filter(None, (edtf.write(Date(date.parts, circa=date.circa)), date.season, date.literal)))


_SLASHED = re.compile(r"\s*(-\d{1,6}|\d{3,6})\s*(?:/\s*(\d{0,2})\s*(?:/\s*(\d{0,2})\s*(?:/\s*(.*?)\s*)?)?)?")
_TO = " – "
_YEARS = late(r"(\d{4})\s*[-–/]\s*(\d{4})")
_DIGITS = late(r"(?<!\d)((?:1[4-9]|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_A_DIGIT = late(r"\d")
_NO_WORD = late(r"[\W_0]+")
_BEFORE_YEARS = frozenset(("", "c", "cop", "copyright"))
"""What printers put before a year without adding a meaning."""
_A_YEAR = late(r"(?<![\w/])((?:1[4-9]|20)\d\d)(?!\w)")


def read_date(value: str) -> Date:
    """The date in a line, in any form that databases write; in words if it has no digit, empty if it has only signs.

    >>> [read_date(form).parts for form in ("2001/09/01/", "2015/october", "Start date: 20170812", "2001/00/00")]
    [((2001, 9, 1),), ((2015, 10),), ((2017, 8, 12),), ((2001,),)]
    >>> read_date("2007///Autumn"), read_date("///"), read_date("in press")
    (Date(parts=((2007,),), season='3'), Date(), Date(literal='in press'))
    """
    return _remembered_date(value) if len(value) <= REMEMBERED else _read_date(value)


def _read_date(value: str) -> Date:
    slashed = _SLASHED.fullmatch(value)
    if slashed:
        return _slashed(*slashed.groups(""))
    if not value.strip("/ 0"):
        return Date()
    if not _A_DIGIT.search(value):
        return Date(literal=value)  # without a year, it is words
    return _ranged(value) or edtf.read(value) or _printed(value) or Date(literal=value)


_remembered_date = lru_cache(2_000)(_read_date)


def _slashed(year: str, month: str, day: str, more: str) -> Date:
    """The form of the specification; it may have a season at the end, or a month or day in words (``Sep/Oct2017``)."""
    parts = [int(year)]
    for part, most in ((month, 12), (day, 31)):
        if not part or not 0 < int(part) <= most:
            break
        parts.append(int(part))
    if not parts[0]:
        return Date()
    season = SEASON_WORDS.get(more.casefold(), "") if len(parts) == 1 else ""
    printed = read_day(more if year in more else f"{more} {year}") if more and not season else None
    date = printed.in_year() if printed else Date()
    return date if date.parts and date.parts[0][: len(parts)] == tuple(parts) else Date((tuple(parts),), season)


_NO_CALENDAR = late(r"\d{4}(?!-2[1-4](?![\d/-]))[/-](?:(?:1[3-9]|[2-9]\d)(?!\d)|\d\d?[/-](?:3[2-9]|[4-9]\d)(?!\d))")


def is_read_in_part(value: str) -> bool:
    """Whether a date holds more than is read: words beside its year, or numbers that cannot be months or days.

    Seasons of EDTF (``2001-21``) are read.

    >>> [is_read_in_part(value) for value in ("2001/13/01", "[2001?]", "2001///Lent", "c2001", "2001/12/01", "2001///")]
    [True, True, True, False, False, False]
    """
    if _NO_CALENDAR.match(value):
        return True
    if (slashed := _SLASHED.fullmatch(value)) and not slashed[4]:
        return False
    date = read_date(value)
    if date.season or date.literal or date.parts[1:] or not date.parts:
        return False
    if slashed:
        return len(date.parts[0]) == 1 + sum(map(bool, slashed.group(2, 3)))
    beside = value.replace(str(date.parts[0][0]), "", 1).casefold()
    return len(date.parts[0]) == 1 and (_NO_WORD.sub("", beside) not in _BEFORE_YEARS or "?" in beside)


def _ranged(value: str) -> Date | None:
    """A range of years, or of days in ISO 8601 with a dash between them."""
    if years := _YEARS.fullmatch(value):
        return Date(((int(years[1]),), (int(years[2]),)))
    return edtf.read(value.replace(_TO, "/")) if value.count(_TO) == 1 else None


def _printed(value: str) -> Date | None:
    """A date in words, also with slashes (``2020/JAN/01``); else the only year in the value."""
    if found := _DIGITS.search(value):
        return Date(((int(found[1]), int(found[2]), int(found[3])),))
    day = read_day(value) or read_day(value.replace("/", " ").title())
    if day:
        return day.in_year()
    years = _A_YEAR.findall(value)
    return Date.of(int(years[0])) if len(years) == 1 else None


def read_issued(printed: tuple[str, ...]) -> tuple[Date, tuple[int, ...]]:
    """The date that the lines of PY, Y1 and DA give together, and the indices of those with another date.

    The first with a year counts; it is completed by a more exact one of the same year, or by one without a year.

    >>> read_issued(("1996", "OCT")), read_issued(("2013", "2013/04/18", "2012"))[1]
    ((Date(parts=((1996, 10),)), ()), (2,))
    """
    if len(printed) == 1:
        return read_date(printed[0]), ()
    return _remembered_issued(printed) if sum(map(len, printed)) <= REMEMBERED else _read_issued(printed)


def _read_issued(printed: tuple[str, ...]) -> tuple[Date, tuple[int, ...]]:
    dates = [read_date(value) for value in printed]
    at = next((at for at, date in enumerate(dates) if date.parts), None)
    if at is None:
        at = next((at for at, date in enumerate(dates) if date), 0)
        return dates[at], tuple(other for other, date in enumerate(dates) if date and other != at)
    found, others = dates[at], list[int]()
    for other, date in enumerate(dates):
        more = date if date.parts else _in_year(printed[other], found.parts[0][0])
        if more == Date.of(found.parts[0][0]):
            continue  # only repeats the year
        if more and more.parts[0][: len(found.parts[0])] == found.parts[0]:
            found = more if _exactness(more) > _exactness(found) else found
        elif date and other != at:
            others.append(other)
    return found, tuple(others)


_remembered_issued = lru_cache(2_000)(_read_issued)


def _exactness(date: Date) -> tuple[int, int]:
    return len(date.parts), len(date.parts[0]) + bool(date.season)


def _in_year(value: str, year: int) -> Date:
    """A day or month printed without its year: ``OCT``, ``SEP 15``, ``JAN-FEB``."""
    if month := MONTHS.get(value.casefold()):
        return Date.of(year, month)
    day = read_day(value.title())
    return day.in_year(year) if day else Date()
