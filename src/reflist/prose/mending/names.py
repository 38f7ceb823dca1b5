"""Names, and the year, the role or the full stop next to them."""

import re
from collections.abc import Sequence

from reflist.grammar.dates import YEAR
from reflist.grammar.publishers import is_publisher
from reflist.late import late
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import NAMES, split
from reflist.prose.tagger.years import FORTHCOMING

_YEAR_LAST = re.compile(rf"[\s,.;:(\[]+(?P<year>{YEAR}[a-z]?)[\s,.;:)\]]*$")
_YEAR = re.compile(YEAR)
_NO_DATE_LAST = re.compile(r"[\s,;:(\[]+(?:o\.\s?J|[nN]\.\s?d|nd|s\.\s?[ad])\.?[\s)\]]*$")
_NO_DATE_FIRST = re.compile(
    r"(?:\((?=[^()]+\)))?(?:o\.\s?[JD]|n\.\s?d|s\.\s?[ad]|no date|undated)\.?\)?[.:,]?\s*[“‘\"']?"
)
_STATUS_LAST = late(rf"[\s,]+(?P<status>{FORTHCOMING})[\s.]*\Z", re.IGNORECASE | re.VERBOSE)
_ENDS_OF_STATUSES = frozenset(
    "forthcoming press preparation review submitted accepted appear erscheinen druck paraître presse prensa".split()
)
_PAGES_LAST = re.compile(r"[\s,:]+(?:pp?\.\s?)?(?P<pages>\d{1,4}[–-]\d{1,4})\.?\Z")
_BESIDE = re.compile(r"\s*(?:\]\s)?[(\[/]\s*")
_ROLES = (
    r"(?:Hrsg|hrsg|Hg|hg|HG|[Ee]ds?|EDS?|[Ee]ditors?|[Hh]erausgeber(?:in(?:nen)?)?"
    r"|[Dd]irs?|[Cc]oords?|[Oo]rgs?|[Cc]omps?|[Éé]ds?|a cura di|(?<=[(\[])red(?=\.))"
)
_ROLE_AFTER = re.compile(rf"[\s,]*[(\[]?\s*{_ROLES}\b")
_ROLE_AT_END = re.compile(rf"[\s,(\[]+{_ROLES}\b[\s.)\]]*\Z")
_TRANSLATOR_AT_END = re.compile(r",?\s\(?[Tt]ranslators?\)?\Z")
_IN_BEFORE = re.compile(r"\b[Ii]n:?\s\Z")
_SIDE_BY_SIDE = re.compile(r"\s*[,;/&]\s*|\s+(?:and|und|u\.)\s+|\s")
_YEARS = frozenset({Label.DATE, Label.ORIGINAL_DATE})


@rule(NAMES)
def years_after(parts: Parts, index: int) -> Sequence[Span] | None:
    """The year or status, or words for "no date", taken for the end of names: ``Weir, Ann. 1980 [1922]``.

    Also pages: ``edited by Ann Weir 105–146``.
    """
    span = parts[index]
    printed = parts.printed(span)
    last = printed.rstrip(" ,.;:)]")[-2:]
    if printed.rstrip(" .").rpartition(" ")[2].casefold() in _ENDS_OF_STATUSES and parts.is_first(index):
        status = _STATUS_LAST.search(printed)
        return split(span, status, status=Label.STATUS) if status else None
    if last.endswith(("J", "d", "a")) and parts.is_first(index) and (none := _NO_DATE_LAST.search(printed)):
        return [span._replace(end=span.start + none.start())] if none.start() else []
    if span.label is Label.EDITOR and last[-1:].isdigit() and (pages := _PAGES_LAST.search(printed)):
        return split(span, pages, pages=Label.PAGES)
    if last[:1].isdigit() and parts.is_first(index) and (found := _YEAR_LAST.search(printed)):
        return [part for part in split(span, found, year=Label.DATE) if part.start < part.end]
    return None


@rule(Label.TITLE)
def titles_after_no_date(parts: Parts, index: int) -> Sequence[Span] | None:
    """Words for "no date" that were taken for the beginning of a title: ``Weir, A. (o.J.): Das Dorf``."""
    span = parts[index]
    start = span.start
    if parts.text.startswith("date)", start):  # here "(no" was taken for the end of the name
        start = max(0, start - len("(no "))
    if parts.text[start] not in "onsu(":
        return None
    none = _NO_DATE_FIRST.match(parts.text, start, span.end - 1)
    return [span._replace(start=none.end())] if none else None


@rule(_YEARS, _YEARS)
def earlier_years(parts: Parts, index: int) -> Sequence[Span] | None:
    """Of two years after the names, the earlier is that of the original, in either order: ``(1969/1980)``."""
    spans = parts.spans[index : index + 2]
    years = [_YEAR.match(parts.text, span.start, span.end) for span in spans]
    if None in years or not parts.is_first(index) or not _BESIDE.fullmatch(parts.after(index)):
        return None
    one, other = (year[0] for year in years if year)
    labels = (Label.DATE, Label.ORIGINAL_DATE) if one > other else (Label.ORIGINAL_DATE, Label.DATE)
    return [span._replace(label=label) for span, label in zip(spans, labels, strict=True)] if one != other else None


@rule(
    frozenset({Label.AUTHOR, Label.EDITOR, Label.TITLE}),
    words="hrsg hg ed eds éd éds editor editors herausgeber herausgeberin herausgeberinnen"
    " dir dirs coord coords org orgs comp comps cura red translator translators",
)
def roles_after(parts: Parts, index: int) -> Sequence[Span] | None:
    """Names before a word for editors are editors, ``Statistisches Bundesamt (Hrsg.)``; translators likewise."""
    span = parts[index]
    if span.label is Label.TITLE:
        is_edited = _ROLE_AFTER.match(parts.after(index).lstrip(". "))
        is_within = is_edited and index and _IN_BEFORE.search(parts.text[: span.start])
        return [span._replace(label=Label.EDITOR)] if is_within else None
    if translated := _TRANSLATOR_AT_END.search(parts.text, span.start, span.end):
        return [span._replace(label=Label.TRANSLATOR, end=translated.start())]
    if role := _ROLE_AT_END.search(parts.text, span.start, span.end):
        return [span._replace(label=Label.EDITOR, end=role.start())] if role.start() > span.start else []
    is_called_so = span.label is Label.AUTHOR and _ROLE_AFTER.match(parts.after(index)) and parts.is_first(index)
    return [span._replace(label=Label.EDITOR)] if is_called_so else None


@rule(Label.AUTHOR, Label.EDITOR)
def one_role(parts: Parts, index: int) -> Sequence[Span] | None:
    """Names at the beginning that only a comma separates have the same role: ``Weir, A., Lee, B. & Ash, C. (Hrsg.)``.

    If only a space separates them, they are one name: ``Child | Poverty Unit (ed.)``.
    """
    author, editor = parts.spans[index : index + 2]
    if not parts.is_first(index) or not _SIDE_BY_SIDE.fullmatch(parts.after(index)):
        return None
    return [editor._replace(start=author.start, confidence=min(author.confidence, editor.confidence))]


_LAST_NAME = re.compile(r"(?:^|,\s+)(?P<publisher>[^,;]{5,60})\Z")


@rule(frozenset({Label.EDITOR, Label.TRANSLATOR}), lacking=[Label.PUBLISHER])
def publishers_for_names(parts: Parts, index: int) -> Sequence[Span] | None:
    """A publisher that was taken for the last of the names before it: ``translated by Ann Weir, Ditch Press``."""
    span = parts[index]
    found = _LAST_NAME.search(parts.printed(span))
    if not found or not is_publisher(found["publisher"]):
        return None
    return [part for part in split(span, found, publisher=Label.PUBLISHER) if part.start < part.end]


_INITIAL_LAST = re.compile(r"(?:^|[\s.\-‐])[^\W\d_a-z]$")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_a-z][a-z]?\.")
_GIVEN_IN_FULL = re.compile(r"(?:^|[;&/]|\band\b|\bund\b)\s*[^\W\d_][\w’'‐-]+, [^\W\d_a-z][\w’'‐-]+ [^\W\d_a-z]$")


@rule(NAMES)
def stops_of_initials(parts: Parts, index: int) -> Sequence[Span] | None:
    """The full stop after the last initial belongs to it if the other initials have full stops: ``Rubin, D. B.``."""
    span = parts[index]
    if parts.text[span.end : span.end + 1] != "." or not parts.text[span.end - 1].isupper():
        return None
    printed = parts.printed(span)
    is_abbreviated = _INITIAL_LAST.search(printed) and (_INITIAL.search(printed) or _GIVEN_IN_FULL.search(printed))
    return [span._replace(end=span.end + 1)] if is_abbreviated else None
