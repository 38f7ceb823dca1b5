"""Names: the year, the role and the full stop that stand beside them."""

import re
from itertools import pairwise

from reflist.grammar.dates import YEAR
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import NAMES, between, is_first, split
from reflist.prose.tokens import words_in

_YEARS = re.compile(rf"[\s,.;:(\[]+(?P<year>{YEAR}[a-z]?)[\s,.;:)\]]*$")
_YEAR = re.compile(YEAR)
_NO_DATE = re.compile(r"[\s,;:(\[]+(?:o\.\s?J|n\.\s?d|nd|s\.\s?[ad])\.?[\s)\]]*$")
_ORIGINAL = re.compile(r"\s*[(\[/]\s*")
_ROLE_WORDS = frozenset("hrsg hg ed eds editor editors herausgeber herausgeberin herausgeberinnen".split())
_ROLES = r"(?:Hrsg|hrsg|Hg|hg|HG|[Ee]ds?|EDS?|[Ee]ditors?|[Hh]erausgeber(?:in(?:nen)?)?)"
_ROLE_BEHIND = re.compile(rf"[\s,]*[(\[]?\s*{_ROLES}\b")
_ROLE_AT_END = re.compile(rf"[\s,(\[]+{_ROLES}\b[\s.)\]]*\Z")
_LAST_INITIAL = re.compile(r"(?:^|[\s.\-‐])[^\W\d_a-z]$")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_a-z][a-z]?\.")
_GIVEN_IN_FULL = re.compile(r"(?:^|[;&/]|\band\b|\bund\b)\s*[^\W\d_][\w’'‐-]+, [^\W\d_a-z][\w’'‐-]+ [^\W\d_a-z]$")


def years_behind(text: str, spans: list[Span]) -> list[Span]:
    """The year, or the words for none, that were taken for the end of names: ``Weir, Ann. 1980 [1922]``."""
    mended: list[Span] = []
    for index, span in enumerate(spans):
        if span.label not in NAMES or not is_first(spans, index):
            mended.append(span)
            continue
        printed = text[span.start : span.end]
        if none := _NO_DATE.search(printed):
            mended.append(span._replace(end=span.start + none.start()))
        elif any(map(str.isdigit, printed)) and (found := _YEARS.search(printed)):
            mended += split(span, found, year=Label.DATE)
            if index + 1 < len(spans) and _is_original(text, span, spans[index + 1]):
                spans[index + 1] = spans[index + 1]._replace(label=Label.ORIGINAL_DATE)
        else:
            mended.append(span)
    return [span for span in mended if span.start < span.end]


def _is_original(text: str, year: Span, after: Span) -> bool:
    return after.label is Label.DATE and bool(_ORIGINAL.fullmatch(text, year.end, after.start))


def roles_behind(text: str, spans: list[Span]) -> list[Span]:
    """Who is called an editor behind the name is one: ``Statistisches Bundesamt (Hrsg.)``."""
    if _ROLE_WORDS.isdisjoint(words_in(text)):
        return spans
    mended = [_with_role(text, spans, index) for index in range(len(spans))]
    return [span for span in mended if span.start < span.end]


_SIDE_BY_SIDE = re.compile(r"\s*[,;/&]\s*|\s+(?:and|und|u\.)\s+")


def one_role(text: str, spans: list[Span]) -> list[Span]:
    """Names at the head with only a comma between them do the same: ``Weir, A., Lee, B. & Ash, C. (Hrsg.)``."""
    mended: list[Span] = []
    for index, span in enumerate(spans):
        last = mended[-1] if mended else None
        is_list = (
            last is not None and last.label is Label.AUTHOR and span.label is Label.EDITOR and is_first(spans, index)
        )
        if last is not None and is_list and _SIDE_BY_SIDE.fullmatch(text, last.end, span.start):
            mended[-1] = span._replace(start=last.start, confidence=min(last.confidence, span.confidence))
        else:
            mended.append(span)
    return mended


def earlier_years(text: str, spans: list[Span]) -> list[Span]:
    """Of two years at the head the earlier is that of the original, whichever stands first: ``(1969/1980)``."""
    mended = list(spans)
    for index, (one, other) in enumerate(pairwise(spans)):
        if {one.label, other.label} != {Label.DATE, Label.ORIGINAL_DATE} or not is_first(spans, index):
            continue
        years = {span.label: _YEAR.match(text, span.start, span.end) for span in (one, other)}
        issued, original = years[Label.DATE], years[Label.ORIGINAL_DATE]
        if issued and original and issued[0] < original[0] and _ORIGINAL.fullmatch(text, one.end, other.start):
            mended[index : index + 2] = one._replace(label=other.label), other._replace(label=one.label)
    return mended


_IN_BEFORE = re.compile(r"\b[Ii]n:?\s\Z")


def _with_role(text: str, spans: list[Span], index: int) -> Span:
    span = spans[index]
    if span.label is Label.TITLE and index and _IN_BEFORE.search(text[: span.start]):
        is_edited = _ROLE_BEHIND.match(between(text, spans, index).lstrip(". "))
        return span._replace(label=Label.EDITOR) if is_edited else span
    if span.label not in (Label.AUTHOR, Label.EDITOR):
        return span
    if role := _ROLE_AT_END.search(text, span.start, span.end):
        return span._replace(label=Label.EDITOR, end=role.start())
    if is_first(spans, index) and _ROLE_BEHIND.match(between(text, spans, index)):
        return span._replace(label=Label.EDITOR)
    return span


def stops_of_initials(text: str, spans: list[Span]) -> list[Span]:
    """The stop behind the last initial belongs to it where the others have theirs: ``Rubin, D. B.``."""
    return [
        span._replace(end=span.end + 1) if span.label in NAMES and _lacks_stop(text, span) else span for span in spans
    ]


def _lacks_stop(text: str, span: Span) -> bool:
    printed = text[span.start : span.end]
    if text[span.end : span.end + 1] != "." or not _LAST_INITIAL.search(printed):
        return False
    return bool(_INITIAL.search(printed) or _GIVEN_IN_FULL.search(printed))


_TRANSLATED = re.compile(r"(?:[,.;]\s|[(\[]\s?)[Tt]rans(?:l|lated)?\b\.?(?:\sby)?\s\Z")
_TAKEN_FOR_TRANSLATORS = frozenset({Label.CONTAINER, Label.EDITOR, Label.PUBLISHER, Label.NOTE, Label.AUTHOR})


def translators_by_role(text: str, spans: list[Span]) -> list[Span]:
    """Who stands behind "trans." translated the work, and neither published nor contains it."""
    return [
        span._replace(label=Label.TRANSLATOR, end=span.end - text[span.start : span.end].endswith((")", "]")))
        if span.label in _TAKEN_FOR_TRANSLATORS and _TRANSLATED.search(text[: span.start], max(0, span.start - 16))
        else span
        for span in spans
    ]
