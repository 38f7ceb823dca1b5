"""What only Brazil's standard prints (ABNT NBR 6023:2018): periodicals with their town, theses with their leaves.

``Revista, São Paulo, v. 18, n. 2, p. 17-26, abr./jun. 2004``; ``2015. 180 f. Dissertação (Mestrado) – USP,
São Paulo, 2015``.
"""

from reflist.grammar.dates import YEAR
from reflist.grammar.pages import RANGE
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_PERIODICAL = Form(
    "v ano",
    rf"(?<=[.?!]\s)(?P<container>[^\W\d_][^.,\0]{{2,120}}),\s(?:(?P<place>[^\W\d_][^.,\d\0]{{2,40}}),\s)?(?:v\.|ano)\s?(?P<volume>\d{{1,4}}),"
    rf"\s?n\.\s?(?P<issue>\d{{1,4}}(?:[-/]\d{{1,4}})?),\sp\.\s?(?P<pages>{RANGE}|\d{{1,5}}),\s"
    rf"(?:(?P<day>(?:\d{{1,2}}\s)?[^\W\d_]{{3,9}}\.?(?:\s?[/-]\s?[^\W\d_]{{3,9}}\.?)?)\s)?(?P<year>{YEAR})",
)
_THESIS = Form(
    "dissertação tese monografia trabalho",
    rf"(?<=\.\s)(?P<early>{YEAR})\.\s(?:\d{{1,4}}\sf\.\s)?(?P<genre>(?:Dissertação|Tese|Monografia|Trabalho)\s[^()\0]{{0,40}}\([^()\0]{{3,80}}\))"
    rf"\s[–-]\s(?P<publisher>[^\0]{{3,160}}?),\s(?P<place>[^,\0]{{2,40}}),\s(?P<year>{YEAR})",
)


def find_periodical_with_town(line: Line) -> None:
    """The periodical with its town, volume, number, pages and months."""
    if found := _PERIODICAL.search(line):
        line.claim_parts(found)


def find_thesis_with_leaves(line: Line) -> None:
    """The year, the leaves, what kind of thesis it is, the university and its town."""
    if found := _THESIS.search(line):
        line.claim_match(found, genre=Label.THESIS, publisher=Label.PUBLISHER, place=Label.PLACE, year=Label.DATE)
