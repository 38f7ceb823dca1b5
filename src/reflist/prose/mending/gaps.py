"""Words between the parts. None is lost: if they are not known separators, they are the container or a note."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reflist.grammar.designations import OFFICIAL
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import put

KEPT = 1_000
"""How many gaps are cached."""

SEPARATORS = frozenset(
    """éd édition edición edição
    ed eds edn edition editor editors edited edit coord coords dir dirs orgs comp comps cura red coll series trans
    transl translated translator tr trad introduced introduction selected compiled annotated
    vol vols volume no nos number nr issue gen núm num numéro número numero tomo pág págs p pp pg page pages art
    article id part pt heft h jg jahrgang band bd bde t tome
    sp spalte spalten fassung download
    s seite seiten chapter chap ch kapitel kap suppl supplement aufl auflage hrsg hg herausgegeben herausgeber
    herausgeberin herausgeberinnen
    hginnen hrsginnen
    übers übersetzt übersetzung
    arxiv abs preprint posted pubmed doi http https org dx www print isbn issn pmid pmcid url uri online internet web
    ligne línea linha
    available accessible verfügbar abrufbar at from the on in im auf unter von vom zu zur am an der die das via by
    of for his her their own
    retrieved accessed access date last first viewed visited consulted downloaded checked seen see stand also pdf
    electronic modified
    updated cited consulté consultée consultés accès consultado consultada consulta consultato disponible disponível
    recuperado acesso acessado em desde
    deposited zugriff zugegriffen abruf abgerufen aufgerufen zuletzt letzter geprüft besucht konsultiert eingesehen
    vortrag gehalten dem
    ponencia presentada presentado comunicación trabajo comunicação trabalho apresentada apresentado
    communication présentée présenté
    paper presented prepared presentation speech given delivered made to address remarks talk keynote lecture conference
    version ver
    zuerst erschienen erstausgabe engl frz amerik v
    unpublished original originally work works published publ orig erstveröffentlichung
    and und et y e u with mit en dans le la les el de di du des d'
    c circa ca n d nd o j forthcoming hier vgl cf compare с т е вып изд siehe auch dazu hierzu voir aussi véase también
    director directors host hosts producer producers writer writers narrator presenter performer executive
    ref undated distributor distributors adopted opened signature signed concluded
    ano anno annata año année druk jrg f disponibile su nº n° º ª 1re 1ère 1ª 1a or par por da éds
    traduction traducción tradução traduzione traduit traducido traduzido repéré à voll
    col cols cap capítulo capitolo chapitre publicado publiée publicada
    besorgt bearbeitet sous direction årg utg uppl udg vyd overs av af övers przeł tłum přel çev i
    geraadpleegd op generally especially esp al a uhr 第 版 主编 编著 编 等""".split()
) | {"www document"}
"""Words that only introduce or separate parts."""

_WORD = re.compile(r"(?i:www document)|[^\W_]+(?:[’'‐-][^\W_]+)*")
_IN = re.compile(r"\bin\b\s*:?\s*", re.IGNORECASE)
_LABEL = re.compile(r"\W*\d{1,4}\W*")


@rule(frozenset({Label.TITLE, Label.CONTAINER}), marks="?!")
def marks_of_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """A question mark or exclamation mark directly after a title, which belongs to it."""
    if parts.after(index)[:1] not in ("?", "!"):
        return None
    return [parts[index]._replace(end=parts[index].end + 1)]


@rule(lacking=[Label.CASE])  # a case is read as a whole
def words_between(parts: Parts, _: int) -> Sequence[Span] | None:
    """What a tagger has left out between the parts, from the first to the last word that is not a separator.

    ``{Weir, A.} {2004}: {Hedges}, a history of theirs, {Leeds}``: here ``a history of theirs`` becomes a note. A single
    capitalised word directly before the title is added to it: ``{Weir, A.}, Well-Kept {Hedges}``.
    """
    text, mended, years = parts.text, parts, None
    for start, end in _gaps(text, parts.spans):
        words = _words(text[start:end])
        if words:
            years = years or [text[span.start : span.start + 4] for span in parts.spans if span.label is Label.DATE]
            words = [word for word in words if text[start + word[0] : start + word[1]] not in years]
        if not words or (start == 0 and _LABEL.fullmatch(text[: words[0][1]])):
            continue
        first, last = start + words[0][0], start + words[-1][1]
        if titled := _begun(mended, first, last, end):
            mended = titled
            continue
        label = Label.CONTAINER if _is_container(mended, start, first) else _label_of(text[first:last])
        mended = Parts(text, put(text, mended.spans, Span(label, first, last, LEAST)))
    return None if mended is parts else mended.spans


def _label_of(words: str) -> Label:
    """The label of words between parts: a report number for ``Cm 5086`` and ``RR013``, else a note."""
    is_number = words[-1].isdigit() and (OFFICIAL.fullmatch(words) or _CODE.fullmatch(words))
    return Label.REPORT if is_number else Label.NOTE


_CODE = re.compile(r"[A-Z]{2,4}\d{2,5}")


def _begun(parts: Parts, first: int, last: int, end: int) -> Parts | None:
    """The parts with the title beginning at ``first``, if one capitalised word and a space precede it; else None."""
    text = parts.text
    if text[last:end] != " " or not text[first].isupper() or " " in text[first:last]:
        return None
    spans = [
        span._replace(start=first) if span.start == end and span.label is Label.TITLE else span for span in parts.spans
    ]
    return Parts(text, spans) if spans != parts.spans else None


@lru_cache(KEPT)
def _words(gap: str) -> Sequence[tuple[int, int]]:
    """The positions of words in the text between two parts that are not separators. Cached, since few gaps differ."""
    return [found.span() for found in _WORD.finditer(gap) if found[0].casefold() not in SEPARATORS]


LEAST = 0.3
"""The confidence of a part that no tagger has found."""


def _gaps(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    begin = 0
    for span in spans:
        if begin < span.start:
            yield begin, span.start
        begin = span.end
    if begin < len(text):
        yield begin, len(text)


def _is_container(parts: Parts, start: int, word: int) -> bool:
    """Whether "in" introduces the words, and the reference has author and title but no container."""
    introduced = any(found.end() == word for found in _IN.finditer(parts.text, start, word))
    return introduced and parts.has(Label.TITLE, Label.AUTHOR) and not parts.has(Label.CONTAINER)
