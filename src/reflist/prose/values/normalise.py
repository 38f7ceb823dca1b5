"""From labelled spans to values: one function per label, in one table."""

import re
from collections.abc import Callable, Mapping

from reflist.grammar import wordlists
from reflist.grammar.dates import YEAR, read_day
from reflist.grammar.name_order import read_in_order
from reflist.grammar.names import People, read_names
from reflist.grammar.periodicals import is_abbreviated
from reflist.grammar.places import ends_in_namesake, is_abbreviated_region
from reflist.model import Date, Name
from reflist.prose.fixed.editions import SUPERSCRIPTS
from reflist.prose.fixed.gbt import KINDS
from reflist.prose.fixed.roles import did_both
from reflist.prose.labels import Label, Span
from reflist.prose.values.cleaning import clean, without_emphasis, without_halves
from reflist.prose.values.designated import fill_number, fill_report, fill_series
from reflist.prose.values.filling import Reading, Repair
from reflist.prose.values.name_stops import ends_sentence
from reflist.prose.values.pages import fill_pages
from reflist.report import Rule, Severity
from reflist.text import Text

LOST_DAY_DASH = Rule(
    "day-dash-lost",
    Severity.REPAIR,
    "Two days had lost the dash between them (1718 September for 17-18 September). The dash was put back.",
)
URL_DASH = Rule(
    "url-dash",
    Severity.REPAIR,
    "An address held a typographic dash, which word processors put in place of a hyphen. It was replaced by a hyphen.",
)


def normalise(reading: Reading) -> None:
    """Fill the draft from every span, in the order of the string; days last, since they need the year."""
    for span in sorted(reading.spans, key=lambda span: span.label in (Label.DAY, Label.EVENT_DATE)):
        NORMALISERS[span.label](reading, _with_bracket(reading.text, span))
    _name_body(reading)


def _name_body(reading: Reading) -> None:
    """Make an author who is also the publisher a body: ``Rural Action. Bus services. Hereford: Rural Action``."""
    authors, publisher = (reading.draft.variables.get(variable) for variable in ("author", "publisher"))
    if not isinstance(authors, tuple) or len(authors) != 1 or not isinstance(publisher, Text):
        return
    field = reading.draft.fields["author"]
    name = field.printed.strip(" .,")
    if name == publisher.plain and authors[0].given and name.split()[0] not in wordlists.words("given_names"):
        reading.draft.variables["author"] = (Name(literal=name),)


_ENDING_IN_BRACKETS = frozenset(
    {Label.TITLE, Label.CONTAINER, Label.PUBLISHER, Label.SERIES, Label.REPORT, Label.EVENT}
)
_CLOSING = {"(": ")", "[": "]"}


def _with_bracket(text: str, span: Span) -> Span:
    """A span with the bracket after it that closes the only one opened in it: ``Elites in France (1789–1914)``."""
    stop = text[span.end : span.end + 2] in (".)", ".]")  # "Title (Its other name.)"
    closing = text[span.end + stop : span.end + stop + 1]
    if span.label not in _ENDING_IN_BRACKETS or closing not in (")", "]"):
        return span
    printed = text[span.start : span.end]
    left = max(printed.rfind("("), printed.rfind("["))
    is_open = left > 0 and closing not in printed[left:] and _CLOSING[printed[left]] == closing
    return span._replace(end=span.end + stop + 1) if is_open else span


def _text(reading: Reading, span: Span) -> None:
    printed = clean(reading.printed(span))
    if printed:
        reading.put(span.label.value, Text(printed), span)


_STOP = re.compile(rf"\.(?!\s*{YEAR}[^;()]{{0,9}};)")
"""A stop after a name; not the one before ``2001;12``, which separates a name without stops from its numbers."""


def _container(reading: Reading, span: Span) -> None:
    """A container's title, with the stop of its last word if that is abbreviated."""
    printed = clean(reading.printed(span))
    end = span.end - reading.printed(span).endswith(".")
    is_law_report = reading.has(Label.CASE) and not printed.endswith(".")
    is_short = (is_abbreviated(printed) or is_law_report) and _STOP.match(reading.text, end)
    if is_short or (". " in printed and reading.text.startswith(".,", end)):  # "Hydrol. Process., 6"
        printed, span = f"{printed}.", span._replace(end=end + 1)
    if printed:
        reading.put(span.label.value, Text(printed), span)


_CUT_OFF = re.compile(r"\b(?:Univ|Inst|Publ|Acad|Dept|Lab|Soc|Assoc|Bros|Verl|Comm)$")
_COMPANY = re.compile(r"\s(?:Co|Inc|Ltd|Corp)$")


def _publisher(reading: Reading, span: Span) -> None:
    """A publisher, with the stop of its last word if that is abbreviated: ``Kyoto Univ.``."""
    printed = clean(reading.printed(span))
    end = span.end - reading.printed(span).endswith(".")
    is_company = _COMPANY.search(printed) and reading.text.startswith(".,", end)  # "Little, Brown & Co., 1984"
    if is_company or (_CUT_OFF.search(printed) and reading.text.startswith(".", end)):
        printed, span = f"{printed}.", span._replace(end=end + 1)
    if printed:
        reading.put(span.label.value, Text(printed), span)


_AND_ELSEWHERE = re.compile(r"\s*[\[(]?\b(?:u\.\s?a|et al|etc)\b\.?[\])]?\s*$")


def _place(reading: Reading, span: Span) -> None:
    printed = reading.printed(span)
    if others := _AND_ELSEWHERE.search(printed):
        reading.draft.keep(span.label.value, others[0].strip())
        printed, span = printed[: others.start()], span._replace(end=span.start + others.start())
    place, colon, publisher = printed.partition(": ")
    if colon and not reading.has(Label.PUBLISHER):
        reading.put("publisher", Text(clean(publisher)), span._replace(start=span.end - len(publisher)))
        printed, span = place, span._replace(end=span.start + len(place))
    cleaned = clean(printed)
    if cleaned.startswith("[") and cleaned.endswith("]"):  # a place that the work itself does not print
        cleaned = cleaned[1:-1]
    kept = "." if (is_abbreviated_region(printed) or ends_in_namesake(printed)) and not cleaned.endswith(".") else ""
    reading.put(span.label.value, Text(cleaned + kept), span)


_SAME = re.compile(
    r"(?:(?:d(?:ers|ies|ens|ieselben)|id(?:em)?|ibid(?:em)?|eadem)\b\.?|_{3,8}\.?)\s*(?:[/;,&]\s*|(?:und|u\.)\s|$)",
    re.IGNORECASE,
)
_ROLE_AFTER = re.compile(r"\.?\s*[(\[](?:Hrsg|Hg|[Ee]ds?)\b")

_NUMBER_FIRST = re.compile(r"\A\d{1,3}\s+(?=[^\W\d_][\w’'‐-]+,\s)")
"""The number of a reference with nothing but a space after it: ``12 Weir, A.``."""

_OF_BOOK = re.compile(r"(?<!\bal\.):|(?<!\bal\.),\s(?!(?:[Ee]d|[Ee]ditor|Hrsg|Hg|éd|dir|coord)s?\b)")
_BY = re.compile(r"\b(?:by|von|[Ee]ds?\.?|[Hh]rsg\.?|[Hh]g\.?|v\.|par|por|a cura di)\s+\Z")
"""Text after the names of a book's authors, and words before those of its editors."""

PERSONS = frozenset({Label.EDITOR, Label.SERIES_EDITOR, Label.TRANSLATOR})
"""Roles that normally only persons have, while authors may also be institutions."""


_SHOWN_ROLE = re.compile(
    r",?\s\((?P<role>Director|Host|Executive\sProducer|Producer|Writer|Narrator|Presenter|Performer)s?\)"
)
_ROLES = {
    "Director": "director",
    "Host": "host",
    "Presenter": "host",
    "Executive Producer": "executive-producer",
    "Producer": "producer",
    "Writer": "script-writer",
    "Narrator": "narrator",
    "Performer": "performer",
}
"""The variables of the roles printed in brackets after the names of who made a film or broadcast (APA, 7th edition)."""

LONGEST_SHOWN = 25
"""The most characters that such a role and its brackets have."""


def _is_of_book(reading: Reading, span: Span) -> bool:
    """Whether the names before a book's title are its authors, as no word for editors is beside them."""
    is_role = _BY.search(reading.text, max(0, span.start - LONGEST_ROLE), span.start)
    return not is_role and _OF_BOOK.match(reading.text, span.end) is not None


LONGEST_ROLE = 12


def _shown_role(reading: Reading, span: Span) -> tuple[str, str]:
    """The variable that names belong to, by the role printed after them if they are authors, and the names."""
    printed = reading.printed(span)
    if span.label is Label.AUTHOR and "(" in reading.text:
        role = _SHOWN_ROLE.search(reading.text, span.start, span.end + LONGEST_SHOWN)
        if role and role.start() <= span.end <= role.end():
            return _ROLES[role["role"]], reading.text[span.start : role.start()]
    return span.label.value, printed


def _names(reading: Reading, span: Span) -> None:
    printed = reading.printed(span)
    authors = reading.draft.variables.get("author")
    if isinstance(authors, tuple) and (same := _SAME.match(printed)):
        others = read_names(printed[same.end() :], are_persons=True).names
        is_editor = _ROLE_AFTER.match(reading.text, span.end)
        reading.put("editor" if is_editor else "container-author", (*authors, *others), span)
        return
    variable, printed = _shown_role(reading, span)
    printed = without_emphasis(printed)
    if span.start == 0:
        printed = _NUMBER_FIRST.sub("", printed)
    if ends_sentence(reading.text, span.end, printed):
        printed = printed[:-1]
    in_order = read_in_order(printed, reading.order) if reading.order else ()
    people = People(in_order, others=False) if in_order else read_names(printed, are_persons=span.label in PERSONS)
    if span.label is Label.EDITOR and isinstance(authors, tuple) and _is_of_book(reading, span):
        if people.names == authors:  # "In: Weir, Ann: Das Dorf"
            variable = "container-author"
        elif len(authors) == 1 and printed == authors[0].family:  # "In: Weir, Das Dorf"
            variable, people = "container-author", People(authors, others=False)
    if people.names:
        earlier = reading.draft.variables.pop(variable, ())
        reading.put(variable, (*earlier, *people.names) if isinstance(earlier, tuple) else people.names, span)
        if span.label is Label.TRANSLATOR and did_both(reading.text[: span.start]):
            reading.put("editor", people.names, span)
    if people.others:
        reading.draft.keep(variable, "et al.")


_YEAR = re.compile(rf"(?P<year>{YEAR})(?P<suffix>[a-z])?(?:\s*[-–/]\s*(?P<last>\d+))?")


_NO_YEAR = re.compile(r"\(?[NnSs]\.?")
"""The remainder of ``n.d.`` if its halves were separated."""


def _year(reading: Reading, span: Span) -> None:
    found = _YEAR.match(reading.printed(span))
    if not found and _NO_YEAR.fullmatch(reading.printed(span)):
        return
    if not found:
        reading.put("issued", Date(literal=reading.printed(span)), span)
        return
    year = int(found["year"])
    parts: tuple[tuple[int, ...], ...] = ((year,),)
    if found["last"]:
        last = int(found["last"])
        parts = ((year,), (last if last > 99 else year // 100 * 100 + last,))
    reading.put("issued", Date(parts), span)
    if found["suffix"]:
        reading.put("year-suffix", found["suffix"], span._replace(start=span.start + found.start("suffix")))


def _day(reading: Reading, span: Span) -> None:
    """A day or month completes the year; without a year it is kept as an extra."""
    day = read_day(reading.printed(span).strip("()").removesuffix(" de"))  # "julio de | 1979"
    issued = reading.draft.variables.get("issued")
    year = issued.year if isinstance(issued, Date) else None
    date = day.in_year(year) if day else Date()
    if not day or not date or (issued and date.year != year):
        reading.draft.keep("date", reading.printed(span))
        return
    reading.draft.variables.pop("issued", None)
    reading.put("issued", date, span, _day_repair(reading, span) if day.repaired else None)


def _event_days(reading: Reading, span: Span) -> None:
    """The days of an event; if there is no other date, their year (or single month or day) also dates the work."""
    day = read_day(reading.printed(span).strip("()"))
    issued = reading.draft.variables.get("issued")
    date = day.in_year(issued.year if isinstance(issued, Date) else None) if day else Date()
    if day and date:
        reading.put("event-date", date, span, _day_repair(reading, span) if day.repaired else None)
        if issued is None and day.year:
            reading.put("issued", Date(((day.year,),)) if len(date.parts) > 1 else date, span)
    else:
        reading.draft.keep("event-date", reading.printed(span))


def _day_repair(reading: Reading, span: Span) -> Repair:
    return Repair(LOST_DAY_DASH, f"'{reading.printed(span)}' read as days that lost their dash")


def _date(reading: Reading, span: Span) -> None:
    day = read_day(reading.printed(span).strip("()[] "))
    date = day.in_year() if day else Date()
    if not date and span.label is Label.ACCESSED:  # "(Nachdruck 1987)" is no access date
        reading.draft.keep(span.label.value, reading.printed(span))
        return
    reading.put(span.label.value, date or Date(literal=reading.printed(span)), span)


_ORDINALS = {
    word: str(number)
    for words in (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte",
    )
    for number, word in enumerate(words.split(), start=1)
} | {sign: str(number) for number, sign in enumerate(SUPERSCRIPTS, start=2)}


def _edition(reading: Reading, span: Span) -> None:
    """``4th`` is 4, ``second`` is 2, and so is ``²``; anything else is kept as printed."""
    printed = reading.printed(span).strip(" ()[]")
    number = re.fullmatch(r"(\d{1,2})\s?(?:st|nd|rd|th|d|\.?\s?[ªº]|\.|e|ème|a)?(?:\s[Ee]d(?:n|ition)?\.?)?", printed)
    if number:
        printed = number[1]
    printed = _ORDINALS.get(printed.casefold(), printed)
    reading.put("edition", printed, span)


_SPECIAL = re.compile(r"(?P<issue>\d{1,4}(?:-\d{1,4})?),\s(?P<kind>[Ss]pecial [Ii]ssue.*)")


_ISSUE_OF_YEAR = re.compile(rf"(?P<issue>\d{{1,3}}(?:-\d{{1,3}})?)/(?P<year>{YEAR})")


def _issue(reading: Reading, span: Span) -> None:
    printed = re.sub(r"\s*[–—]\s*", "-", reading.printed(span)).strip(" .")
    if ". " in printed and reading.printed(span).endswith("."):
        printed += "."  # "19 SPEC. ISS."
    issued = reading.draft.variables.get("issued")
    if issued is None and not reading.has(Label.DATE) and (dated := _ISSUE_OF_YEAR.fullmatch(printed)):
        printed = dated["issue"]  # "Feminist Studies 14 (3/1988)"
        reading.put("issued", Date(((int(dated["year"]),),)), span)
    if isinstance(issued, Date) and printed.endswith(f"/{issued.year}"):
        printed = printed.rpartition("/")[0]
    if isinstance(issued, Date) and printed == str(issued.year) and "volume" in reading.draft:
        return  # "46 (1994), S. 1-42" after "Weir, A. (1994)" repeats the year
    if special := _SPECIAL.fullmatch(printed):
        printed = special["issue"]
        reading.draft.keep("issue", special["kind"])
    reading.put("issue", printed, span)


def _plain(reading: Reading, span: Span) -> None:
    reading.put(span.label.value, reading.printed(span).strip(" .,;"), span)


def _doi(reading: Reading, span: Span) -> None:
    """A DOI without the brackets that Markdown and some styles put around addresses."""
    printed = reading.printed(span).strip(" .,;<>")
    doi = _DASHES.sub("-", printed)
    repair = Repair(URL_DASH, f"typographic dash in '{printed}' made a hyphen") if doi != printed else None
    reading.put("DOI", doi, span, repair)


def _preprint(reading: Reading, span: Span) -> None:
    """An arXiv number with the archive's name before it (as arXiv asks for it to be cited)."""
    reading.put("number", f"arXiv:{reading.printed(span)}", span)


_DASHES = re.compile("[‐‑‒–—]")


def _url(reading: Reading, span: Span) -> None:
    printed = reading.printed(span).strip("<>")
    url = _DASHES.sub("-", printed)
    repair = Repair(URL_DASH, f"typographic dash in '{printed}' made a hyphen") if url != printed else None
    reading.put("URL", url, span, repair)


_ABBREVIATED_THESIS = re.compile(r"\b(?:[Dd]iss|[Hh]abil|phil|jur|pol|nat|soc|med|Ms)$")


def _thesis(reading: Reading, span: Span) -> None:
    printed = without_halves(reading.printed(span).strip(" .,"))
    stop = "." if _ABBREVIATED_THESIS.search(printed) else ""
    reading.put("genre", Text(printed + stop), span)


def _kind(reading: Reading, span: Span) -> None:
    sign = re.match(r"\[(\w+)", reading.printed(span))
    if sign and (kind := KINDS.get(sign[1])):
        reading.draft.type = kind


def _statute(reading: Reading, span: Span) -> None:
    reading.draft.type = "legislation"
    reading.put("title", Text(reading.printed(span)), span)


def _case(reading: Reading, span: Span) -> None:
    reading.draft.type = "legal_case"
    reading.put("title", Text(reading.printed(span)), span)


def _court(reading: Reading, span: Span) -> None:
    reading.put("authority", reading.printed(span), span)


def _speech(reading: Reading, _span: Span) -> None:
    reading.draft.type = "speech"


NORMALISERS: Mapping[Label, Callable[[Reading, Span], None]] = {
    Label.AUTHOR: _names,
    Label.EDITOR: _names,
    Label.SERIES_EDITOR: _names,
    Label.TRANSLATOR: _names,
    Label.DATE: _year,
    Label.ORIGINAL_DATE: _date,
    Label.DAY: _day,
    Label.STATUS: _text,
    Label.TITLE: _text,
    Label.STATUTE: _statute,
    Label.CASE: _case,
    Label.COURT: _court,
    Label.NUMBER: fill_number,
    Label.CONTAINER: _container,
    Label.SECTION: _plain,
    Label.VOLUME: _plain,
    Label.VOLUME_TITLE: _text,
    Label.ISSUE: _issue,
    Label.PAGES: fill_pages,
    Label.CHAPTER: _plain,
    Label.VOLUMES: _plain,
    Label.EDITION: _edition,
    Label.REPORT: fill_report,
    Label.THESIS: _thesis,
    Label.SERIES: fill_series,
    Label.PLACE: _place,
    Label.PUBLISHER: _publisher,
    Label.SPEECH: _speech,
    Label.EVENT: _text,
    Label.EVENT_PLACE: _text,
    Label.EVENT_DATE: _event_days,
    Label.URL: _url,
    Label.DOI: _doi,
    Label.ISBN: _plain,
    Label.ISSN: _plain,
    Label.PMID: _plain,
    Label.PMCID: _plain,
    Label.ARCHIVED: _preprint,
    Label.ACCESSED: _date,
    Label.VERSION: _plain,
    Label.MEDIUM: _plain,
    Label.DATABASE: _text,
    Label.KIND: _kind,
    Label.NOTE: _text,
}
"""The normaliser of each label."""
