"""Values from what reports, papers, series and cases call themselves, and from their numbers."""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.designations import Designation, read_designation
from reflist.model import Date
from reflist.prose.labels import Label, Span
from reflist.prose.values.cleaning import clean, without_halves
from reflist.prose.values.filling import Reading
from reflist.text import Text

_ONLY_NUMBERED = re.compile(
    r"(?:(?P<volume>vol(?:ume)?|bd|band|tome?|jg|folge)|nos?|nr|n°|number|issue|heft|h)\b\.?\s*(?P<number>\d\w*(?:[-–/]\d\w*)*)",
    re.IGNORECASE,
)


_NUMBER_OF_REPORT = "Report No.: "
"""The words before the number of a report in the style of the National Library of Medicine."""


def fill_report(reading: Reading, span: Span) -> None:
    """A report's kind and number; a series if no kind is given."""
    printed = without_halves(reading.printed(span).strip(' .,;"“”'))
    if printed.isdecimal() or printed.startswith(_NUMBER_OF_REPORT):
        reading.put("number", printed.removeprefix(_NUMBER_OF_REPORT), span)
        return
    if sign := _ONLY_NUMBERED.fullmatch(printed):
        variable = "volume" if sign["volume"] else "issue" if "volume" in reading.draft else "number"
        reading.put(variable, sign["number"], span)
        return
    designation = read_designation(printed) or Designation(series=printed)
    for variable, words in (("genre", designation.genre), ("collection-title", designation.series)):
        if words:
            reading.add(variable, Text(clean(words)), span)
    if designation.number:
        is_of_series = designation.series and not designation.genre
        reading.add("collection-number" if is_of_series else "number", designation.number, span)
    if (of_year := _OF_YEAR.match(designation.number)) and not reading.has(Label.DATE):
        reading.put("issued", Date(((int(of_year["year"]),),)), span)


_OF_YEAR = re.compile(rf"(?:NOU|SOU|Ds)\s(?P<year>{YEAR}):")
"""The number of a Nordic commission's report, which begins with the year."""


_NUMBERED = re.compile(r"(?P<series>[^\W\d].+),\s(?P<number>\d{1,4})")


def fill_series(reading: Reading, span: Span) -> None:
    """A series, and its number: ``Sonderheft 34 der KZfSS``, ``Industrielle Welt, Bd. 44``, ``edition spade, 20``."""
    designation = read_designation(reading.printed(span))
    if designation and designation.series and designation.number:
        fill_report(reading, span)
    elif numbered := _NUMBERED.fullmatch(reading.printed(span)):
        reading.put(span.label.value, Text(clean(numbered["series"])), span)
        reading.add("collection-number", numbered["number"], span)
    elif printed := clean(reading.printed(span)):
        reading.put(span.label.value, Text(printed), span)


_EUROPEAN_IDENTIFIER = re.compile(rf"\b[A-Z]{{2}}:[A-Z]{{1,8}}:(?P<year>{YEAR}):")


def fill_number(reading: Reading, span: Span) -> None:
    """The number of a case; its European Case Law Identifier, ``EU:C:2011:124``, also gives the year."""
    reading.add("number", reading.printed(span), span)
    if (found := _EUROPEAN_IDENTIFIER.search(reading.printed(span))) and not reading.has(Label.DATE, Label.DAY):
        reading.put("issued", Date(((int(found["year"]),),)), span)
