"""References in the form of Russia's standard (GOST R 7.0.5-2008): two slashes before the title of the container.

``Иванов И. И. Самоуправление // Вопросы экономики. – 2015. – Т. 3, № 3. – С. 45–60.`` Dashes separate the areas, and
every number has a letter as its label.
"""

from reflist.grammar.dates import YEAR
from reflist.grammar.names import UPPER
from reflist.grammar.pages import RANGE
from reflist.late import late
from reflist.prose.line import Line

_AREA = r"(?:\.?\s[–—-]\s|\.\s)"
_DASH = r"\.?\s[–—-]\s"
_CYRILLIC = late("[А-Яа-я]")
_PERSON = rf"[{UPPER}][\w’'-]+,?\s(?:[{UPPER}]\.\s?){{1,3}}"
_HEAD = late(
    rf"(?P<names>{_PERSON}(?:,\s{_PERSON})*)(?=[{UPPER}«\"])(?P<title>[^/\0]{{3,300}}?)"
    rf"(?=\s//\s|\s/\s|{_DASH}(?:\d|[А-Я][^.\0]{{0,24}}\.?\s?:\s))"
)
_WITHIN = late(
    rf"\s//\s(?P<container>[^\0]{{2,160}}?){_AREA}(?P<year>{YEAR})"
    rf"(?:{_AREA}(?:Т|Vol|V)\.\s?(?P<volume>\d{{1,4}}))?(?:(?:{_AREA}|,\s)(?:№|No\.?|Вып\.|Iss\.)\s?(?P<issue>\d{{1,4}}(?:[-–/]\d{{1,4}})?))?"
    rf"(?:{_AREA}(?:С|P|Pp)\.\s?(?P<pages>{RANGE}|\d{{1,5}}))?\.?"
)
_IMPRINT = late(
    rf"{_DASH}(?:(?P<edition>\d{{1,2}})-е\sизд\.{_AREA})?(?P<place>[А-Я][^.:,\0]{{0,24}}\.?)(?:\s?:\s(?P<publisher>[^,\0]{{2,60}}))?,\s"
    rf"(?P<year>{YEAR})(?:{_AREA}(?P<pages>\d{{1,4}})\sс)?\.?"
)


def find_areas(line: Line) -> None:
    """The areas after two slashes, or the imprint of a book; and the names and title before them."""
    found = _WITHIN.search(line.open) if " // " in line.text else None
    if not found and not line.text.isascii() and _CYRILLIC.search(line.text):
        found = _IMPRINT.search(line.open)
    if not found:
        return
    head = _HEAD.match(line.open)
    line.claim_parts(found)
    if head and head.end() <= found.start():
        line.claim_parts(head)
