"""A newspaper and its day in place of an author: ``FAZ v. 17.9.2003, S. 4: Der Kanzler wirbt``."""

import re
from functools import cache

from reflist.grammar.dates import DAY, YEAR, match_day
from reflist.grammar.pages import RANGE
from reflist.grammar.periodicals import NEWSPAPERS, is_newspaper
from reflist.grammar.wordlists import folded
from reflist.prose.labels import Label
from reflist.prose.line import CLAIMED, Line
from reflist.prose.tokens import words_in

_HEAD = re.compile(
    r"(?P<container>[^\d,.:;()]{2,40}?)(?:\s(?:vom|v\.)|,(?:\s(?:Nr\.|No\.)\s(?P<issue>\d{1,4}),)?)?\s(?=\d)"
)
_BARE_HEAD = re.compile(r"(?P<container>[^\d,.:;()]{2,40}):\s")
_NUMBERED_HEAD = re.compile(
    rf"(?P<container>[^\d,.:;()]{{2,40}}?),?\s(?:Nr\.\s|H(?:eft)?\.?\s)?(?P<issue>\d{{1,3}})\s?/\s?(?P<year>{YEAR}):\s"
    rf"(?P<title>[^\0]{{3,300}}?)(?:[,.]\s(?:S\.|pp?\.)\s?(?P<page>{RANGE}|\d+))?[\s.]*$"
)
_NUMBERED = re.compile(rf"\b(?:Nr|No|Heft|H)\b\.?\s*\d{{1,3}}(?:/{YEAR}|,)|\b{DAY}\.\s?\d\d?\.\s?{YEAR}")
_TITLE = re.compile(rf"(?:,?\s(?:S\.|p\.)\s?(?P<page>{RANGE}|\d+))?\s?:\s")


_PAGES_LAST = re.compile(rf",\s(?:S\.|pp?\.)\s?(?P<page>{RANGE}|\d+)[\s.]*$")
_WITHIN = re.compile(
    r"(?<=[.,?!:;”“\"’'»]\s)(?P<container>[^\W\d_a-z][^,.;:?!()\0\d]{1,40}?)"
    r"(?:,\s(?:[Nn]r|[Nn]o)\.\s(?P<issue>\d{1,4}(?:/\d{2,4})?)(?:,|\s(?:vom|v\.))?\s|,\s|\s(?:vom|v\.)\s|\s)(?=\d)"
)
_PAGES = re.compile(
    rf",\s(?:(?P<section>[A-Z]\d?|[Ss]ec(?:tion|\.)\s\w{{1,12}}|[A-Z][a-z]+\s[Ss]ection),\s)?(?:S\.|pp?\.)\s?(?P<page>{RANGE}|\d+|[A-Z]\d+)(?:\s?ff?\.)?"
)


@cache
def _words_of_names() -> frozenset[str]:
    """The longest word of the name of each known newspaper."""
    names = (words_in(name) for known in NEWSPAPERS for name in folded(known))
    return frozenset(max(words, key=lambda word: (len(word), word)) for words in names if words)


def find_newspaper_within(line: Line) -> None:
    """A known newspaper and its day after a title: ``Titel, Frankfurter Allgemeine Zeitung, 15.10.2001, S. 9``.

    Also with its issue: ``in: Die Zeit, Nr. 21 vom 17. Mai``.
    """
    if not line.tells(_words_of_names()):
        return
    for found in _WITHIN.finditer(line.open):
        day = match_day(line.open, found.end()) if is_newspaper(found["container"]) else None
        if day and day[0].first:
            line.claim_match(found, container=Label.CONTAINER, issue=Label.ISSUE)
            line.claim(found.end(), day[1], Label.DAY)
            if pages := _PAGES.match(line.open, day[1]):
                line.claim_match(pages, section=Label.SECTION, page=Label.PAGES)
            return


def find_newspaper_head(line: Line) -> None:
    """A newspaper, its issue, day and page, followed by a colon and a title that extends to the end of the string.

    Or the issue of a year: ``Der Spiegel 23/1997: Titel, S. 78``.
    Or only the newspaper, if its issue or day comes after the title: ``Der Spiegel: Titel. Nr. 42/2006``.
    """
    if (bare := _BARE_HEAD.match(line.open)) and is_newspaper(bare["container"]) and _NUMBERED.search(line.open):
        line.claim_match(bare, container=Label.CONTAINER)
        return
    if (numbered := _NUMBERED_HEAD.match(line.open)) and is_newspaper(numbered["container"]):
        labels = {"container": Label.CONTAINER, "issue": Label.ISSUE, "year": Label.DATE, "title": Label.TITLE}
        line.claim_match(numbered, **labels, page=Label.PAGES)
        return
    head = _HEAD.match(line.open)
    if not head or not is_newspaper(head["container"]):
        return
    day = match_day(line.open, head.end())
    rest = _TITLE.match(line.open, day[1]) if day and day[0].year else None
    if day and rest and CLAIMED not in line.open[rest.end() :]:
        line.claim_match(head, container=Label.CONTAINER, issue=Label.ISSUE)
        line.claim(head.end(), day[1], Label.DAY)
        line.claim_match(rest, page=Label.PAGES)
        end = len(line.open)
        if after := _PAGES_LAST.search(line.open, rest.end()):
            line.claim_match(after, page=Label.PAGES)
            end = after.start()
        line.claim_title(rest.end(), end, Label.TITLE)
