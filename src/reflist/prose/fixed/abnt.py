"""Forms that only Brazil's standard uses (ABNT NBR 6023:2018).

Periodicals with their town, ``Revista, São Paulo, v. 18, n. 2, p. 17-26, abr./jun. 2004``; theses with their number of
leaves, ``2015. 180 f. Dissertação (Mestrado) – USP, São Paulo, 2015``; official bodies and laws under the name of the
state, ``BRASIL. Ministério da Saúde.``; papers in the proceedings of a meeting. ``In: ______.``, for a book by the same
author, is read by `reflist.prose.fixed.heads`.
"""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.pages import RANGE
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_PERIODICAL = Form(
    "p",
    rf"(?<=[.?!]\s)(?P<container>[^\W\d_][^.,?!\0]{{2,120}}),\s(?:(?P<place>[^\W\d_][^.,\d\0]{{2,40}}),\s)?(?:(?:v\.|ano)\s?(?P<volume>\d{{1,4}}),"
    rf"\s?)?(?:n\.\s?|\()(?P<issue>\d{{1,4}}(?:[-/]\d{{1,4}})?)\)?,\sp\.\s?(?P<pages>{RANGE}|\d{{1,5}}),\s"
    rf"(?:(?P<day>(?:\d{{1,2}}\s)?[^\W\d_]{{3,9}}\.?(?:\s?[/-]\s?[^\W\d_]{{3,9}}\.?)?)\s)?(?P<year>{YEAR})",
)
_THESIS = Form(
    "dissertação tese monografia trabalho",
    rf"(?<=\.\s)(?P<early>{YEAR})\.\s(?:(?P<leaves>\d{{1,4}})\sf\.\s)?(?P<genre>(?:Dissertação|Tese|Monografia|Trabalho)\s[^()\0]{{0,40}}\([^()\0]{{3,80}}\))"
    rf"\s[–-]\s(?P<publisher>[^\0]{{3,160}}?),\s(?P<place>[^,\0]{{2,40}}),\s(?P<year>{YEAR})",
)
_STATE = (
    r"(?:(?:Brasil|Portugal|Angola|Moçambique)(?=\.)"
    r"|[A-ZÀ-Ý]{4,}(?:\s[A-ZÀ-Ý]{2,}){0,3}(?:\s\((?:Estado|Cidade|Município|Distrito)\))?)"
)
_BODY = (
    r"(?:Minist[ée]rio|Secretaria|Presidência|Câmara|Senado|Tribunal|Supremo|Superior|Conselho|Congresso|Instituto"
    r"|Departamento|Prefeitura|Assembl[ée]ia|Casa\sCivil|Agência|Comissão|Coordenação|Procuradoria|Controladoria)"
)
_BODIES = Form(
    "ministério secretaria presidência câmara senado tribunal supremo superior conselho congresso instituto"
    " departamento prefeitura assembleia casa agência comissão coordenação procuradoria controladoria",
    rf"\A(?P<names>{_STATE}\.\s(?>{_BODY}\b[^.\0]{{2,90}}\.\s?){{1,4}})(?=[^\W\d_a-z]|\(\d)",
)
_LAW = Form(
    "lei decreto portaria resolução medida emenda constituição",
    rf"\A(?P<names>{_STATE})\.\s(?P<title>(?:Lei|Decreto|Decreto-[Ll]ei|Portaria|Resolução|Medida\s[Pp]rovisória|Emenda\s[Cc]onstitucional"
    r"|Constituição)\b(?:\s[Cc]omplementar)?[^.\0]{0,30}(?:\.\d{3})?[^.\0]{0,60})\.\s(?:(?P<note>[^.\0]{3,400})\.\s)?"
    r"(?P<container>Diário\s[Oo]ficial[^.,:\0]{0,60}|DOU)?",
)
_CAPITALS = r"[A-ZÀ-Ý]{3,}(?:[\s-][A-ZÀ-Ý]{2,}){0,3}"
_GIVEN = (
    r"(?:[A-ZÀ-Ý]\.\s?(?:(?:d[aeo]s?|e)\s(?=[A-Z]\.))?){1,5}(?:d[aeo]s?\b)?"
    r"|[A-ZÀ-Ý][a-zà-ÿ]+(?:\s(?:d[aeo]s?|e|[A-ZÀ-Ý][a-zà-ÿ]+|[A-ZÀ-Ý]\.)){0,4}"
)
_HEAD = re.compile(
    rf"(?P<names>{_CAPITALS},\s(?:{_GIVEN})(?>(?:;\s{_CAPITALS},\s(?:{_GIVEN}))*))(?:(?<=\.)|(?<=\.\s)|\.)\s?"
    r"(?=[A-ZÀ-Ý][a-zà-ÿ]*\s[a-zà-ÿ])"
)
_PROCEEDINGS = Form(
    "anais resumos atas trabalhos proceedings",
    rf"(?<=[.?!]\s)In:\s(?P<event>[A-ZÀ-Ý][^.,\0]{{8,160}},\s\d{{1,3}})\.?,\s(?P<held>{YEAR}),\s(?P<town>[^.,\0]{{2,60}})\.\s"
    rf"(?P<container>(?:Anais|Resumos|Atas|Trabalhos|Proceedings)(?:\s[^.\[:\0]{{2,80}})?)(?:\s?\[?(?:\.{{3}}|…)\]?)?\.?\s"
    rf"(?P<place>[^.:\0]{{2,40}}):\s(?P<publisher>[^,\0]{{2,80}}),\s(?P<year>{YEAR})",
)


def find_periodical_with_town(line: Line) -> None:
    """A periodical's title and town, its volume, issue and pages, and the months and year."""
    if found := _PERIODICAL.search(line):
        line.claim_parts(found)


def find_thesis_with_leaves(line: Line) -> None:
    """The year, the number of leaves, the kind of thesis, the university and its town."""
    if found := _THESIS.search(line):
        line.claim_match(
            found,
            leaves=Label.PAGES,
            genre=Label.THESIS,
            publisher=Label.PUBLISHER,
            place=Label.PLACE,
            year=Label.DATE,
        )


def find_body_of_state(line: Line) -> None:
    """``BRASIL. Ministério da Saúde. Secretaria de Saúde.``: a body after the state and the bodies above it."""
    if found := _BODIES.search(line):
        line.claim_match(found, names=Label.AUTHOR)


def find_names_in_capitals(line: Line) -> None:
    """``CASTRO, E. V. de; MARQUES, R. O mármore e a murta.``: family names in capitals, followed by a title."""
    if (found := _HEAD.match(line.open)) and ";" in found["names"]:
        line.claim(*found.span("names"), Label.AUTHOR)


def find_law_of_state(line: Line) -> None:
    """A law: ``BRASIL. Lei nº 9.394, de 20 de dezembro de 1996. Estabelece …. Diário Oficial da União``."""
    if found := _LAW.search(line):
        line.claim_match(found, names=Label.AUTHOR, title=Label.STATUTE, note=Label.NOTE, container=Label.CONTAINER)


def find_paper_of_meeting(line: Line) -> None:
    """A paper's proceedings: ``In: CONGRESSO DE SOCIOLOGIA, 10., 2001, Fortaleza. Anais... Fortaleza: SBS, 2001``."""
    if found := _PROCEEDINGS.search(line):
        line.claim_match(
            found,
            event=Label.EVENT,
            held=Label.EVENT_DATE,
            town=Label.EVENT_PLACE,
            container=Label.CONTAINER,
            place=Label.PLACE,
            publisher=Label.PUBLISHER,
            year=Label.DATE,
        )
