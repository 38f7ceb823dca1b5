"""Words between the parts: none is lost. What is no known separator is the container, or a note."""

import re
from collections.abc import Collection, Iterator

from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import has, put

SEPARATORS = frozenset(
    """ed eds edn edition editor editors edited edit coord coords dir dirs orgs comp comps cura coll series trans
    transl translated translator trad
    vol vols volume no nos number nr issue núm num numéro número numero tomo pág págs p pp pg page pages art
    article part pt heft h jg jahrgang band bd bde t tome
    sp spalte spalten fassung download
    s seite seiten chapter chap ch kapitel kap suppl supplement aufl auflage hrsg hg herausgegeben herausgeber
    herausgeberin herausgeberinnen
    hginnen hrsginnen
    übers übersetzt übersetzung
    arxiv preprint posted doi http https org dx www isbn issn pmid pmcid url uri online internet web
    available accessible verfügbar abrufbar at from the on in im auf unter von vom zu zur am an der die das via by
    of for
    retrieved accessed access date last first viewed visited consulted downloaded checked seen see stand also
    updated cited consulté consultée consultés accès consultado consultada consulta consultato disponible disponível
    recuperado acesso acessado em desde
    zugriff zugegriffen abruf abgerufen aufgerufen zuletzt letzter geprüft besucht konsultiert eingesehen
    vortrag gehalten dem
    paper presented prepared presentation speech given delivered made to address remarks talk keynote lecture conference
    version ver
    zuerst erschienen erstausgabe engl frz amerik v
    unpublished original originally work works published publ orig erstveröffentlichung
    and und et y e u with mit en dans le la les el de du des d'
    c circa ca n d nd o j forthcoming hier vgl cf compare с т е вып изд siehe auch dazu hierzu voir aussi véase también
    generally especially al a uhr 第 版 主编 编著 编 等""".split()
)
"""Words that only introduce or part."""

_MARKS = " .,;:()[]"
_WORD = re.compile(r"(?i:www document)|[^\W_]+(?:[’'‐-][^\W_]+)*")
_IN = re.compile(r"\bin\b\s*:?\s*", re.IGNORECASE)
_LABEL = re.compile(r"\W*\d{1,4}\W*")


def words_between(text: str, spans: list[Span]) -> list[Span]:
    """What a tagger has left out between the parts, from the first to the last word that says something."""
    years = {text[span.start : span.end][:4] for span in spans if span.label is Label.DATE}
    for start, end in list(_gaps(text, spans)):
        if not text[start:end].strip(_MARKS):
            continue
        words = [word for word in _WORD.finditer(text, start, end) if not _parts(word[0].casefold(), years)]
        if not words or (start == 0 and _LABEL.fullmatch(text, start, end)):
            continue
        label = Label.CONTAINER if _is_container(text, spans, start, words[0].start()) else Label.NOTE
        spans = put(text, spans, Span(label, words[0].start(), words[-1].end(), LEAST))
    return spans


def _parts(word: str, years: Collection[str]) -> bool:
    return word in SEPARATORS or word in years or word == "www document"


LEAST = 0.3
"""How sure a part is that no tagger has seen."""


def _gaps(text: str, spans: list[Span]) -> Iterator[tuple[int, int]]:
    begin = 0
    for span in spans:
        if begin < span.start:
            yield begin, span.start
        begin = span.end
    if begin < len(text):
        yield begin, len(text)


def _is_container(text: str, spans: list[Span], start: int, word: int) -> bool:
    """Whether "in" introduces the words, and only the container is missing before the numbers."""
    introduced = any(found.end() == word for found in _IN.finditer(text, start, word))
    return introduced and has(spans, Label.TITLE, Label.AUTHOR) and not has(spans, Label.CONTAINER)
