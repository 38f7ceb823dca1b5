"""From labelled parts to a tag for each token; words and marks that introduce or separate parts get none."""

import re
from collections.abc import Callable, Iterator, Sequence

from reflist.grammar.dates import YEAR
from reflist.prose.labels import Label, Span, Tag
from reflist.prose.tokens import Token
from sources import Part, Sample

MARKS = " ,;:*"
"""Punctuation that never belongs to the end of a part."""

BRACKETED = (Label.SERIES, Label.PUBLISHER, Label.PLACE, Label.EVENT)
"""Parts often printed in brackets that do not belong to them."""

_ABBREVIATED = re.compile(r"\b[A-Z]\.$|\.\.\.$|\b(?:Inc|Co|Ltd|al|[JS]r)\.$")
_IN = re.compile(r"(?:in|en|dans|im)\b\s*[:.]?\s*", re.IGNORECASE)
_EDITED = re.compile(
    r"(?:in\b\s*[:.]?\s*)?[(\[]?\s*"
    r"(?:(?:ed(?:ited|s|itors?)?|hrsg|hg|trans(?:lated|l)?|tr|übers(?:etzt)?|herausgegeben|traduit)\b\.?\s*(?:(?:by|von|par)\b)?\s*)?[:,]?\s*",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?<!\w)[^\W\d_a-z]$")
_ROLES = r"(?:(?:gen(?:eral)?|vol)\.?\s)?(?:eds?|editors?|hr?s?g|hgg|éds?|dirs?|coords?|comps?)"
_ROLE = re.compile(rf"[\s,(\[]+{_ROLES}\b\.?[\s)\].,:;]*$", re.IGNORECASE)
_EDITOR = re.compile(
    rf"[\s,(\[]*(?:\b(?:{_ROLES}|trans(?:lators?)?)\b\.?(?:\s(?:and|&)\strans\.?)?)?[\s)\].,:;]*$", re.IGNORECASE
)
_YEAR = re.compile(rf"(?<!\d){YEAR}(?:[a-z]\b)?")
_LAST_YEAR = re.compile(r"\s?[-–/]\s?\d{2,4}(?!\d|-\d)")
_REPRINT = re.compile(r"orig|\[|/", re.IGNORECASE)
_STATUS = re.compile(r"forthcoming|in press|to appear|submitted|im Erscheinen|in preparation|accepted", re.IGNORECASE)
_NO_DATE = re.compile(r"n\.?\s?d\b|o\.\s?J|s\.\s?[ad]\b", re.IGNORECASE)
_VOLUME = re.compile(r"[A-Za-z]?\d+[A-Za-z]?(?:\s?[-–/]\s?\d+)?|\b[IVXLCDM]+\b")
_YEAR_FIRST = re.compile(rf"[\s(]*(?P<year>{YEAR})\)?\s*;\s*")
_ISSUE_WORD = r"(?:[Nn]os?|[Nn]r|[Ii]ss(?:ue)?|[Hh](?:eft)?|[Nn]umber|n°|[Pp]t|[Ss]uppl)"
_ISSUE_BEFORE = re.compile(rf"(?:\b{_ISSUE_WORD}|\()\.?\s*$")
_ISSUE = re.compile(
    rf"\(\s*(?P<bracketed>[^()]{{1,25}}?)\s*\)|{_ISSUE_WORD}\.?\s*(?P<named>\w+(?:[-–/]\w+)?)"
    r"|^\s*[,.:;/-]\s*(?P<split>\d+(?:[-–/]\d+)?)"
)
_ISSUE_LABEL = re.compile(rf"(?!Suppl|[Pp]t){_ISSUE_WORD}\b\.?\s*(?=\w)")
_PAGES_WITHIN = re.compile(
    r"\s*(?:\((?P<issue>[^()]{1,25})\)\s*(?::|,?(?=\s*\d+\s?[-–—]))|:(?=\s*\d+\s?[-–—]))"
    r"\s*(?P<page>\d+(?:\s?[-–—]\s?\d+)?)\W*$"
)
_VOLUMES = re.compile(r"\W*(?P<count>\d+)\s+(?:vols?|Bde|volumes|tomes)\b")
_ISSUE_ALONE = re.compile(r"\(?\s*(?:[^\W\d_]+\.?\s*)?(?P<issue>\w*\d[\w–/-]*|[IVXLC]+\b|.+)")
_NUMBERED = r"[A-Za-z]{0,3}\.?\d+[A-Za-z]?"
_PAGES = re.compile(
    rf"{_NUMBERED}(?:\s*[-‐‑‒–—―−]{{1,2}}\s*{_NUMBERED})?(?:\s*[,;&]\s*\d+(?:\s*[-–]\s*\d+)?)*"
    r"|\b[ivxlc]+\s*[-–]\s*[ivxlc]+\b"
)
_PAGE_WORD = re.compile(r"\b(?:[Pp]{1,2}|S(?=\s?\.)|[Pp]ages?|[Pp][áa]gs?|Seiten?)\s?\.?\s?(?=\d)")
_EDITION = re.compile(
    r"\d+\s?(?:st|nd|rd|th|\.|e|ème|ª)?(?!\w)|first|second|third|fourth|fifth|sixth|seventh|eighth|rev(?:\.|ised\b)",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?\s?:|ftp:|www\.)\S+(?: \S*/\S*)*")
_ACCESSED = re.compile(
    r"(?:accessed|retrieved|visited|viewed|abgerufen)(?:\s+(?:on|am))?:?\s*(?P<day>[^():]*?\d{4}|\d[\d./-]+)",
    re.IGNORECASE,
)
_DOI = re.compile(r"10\.\d{3,9}\s?/\S+")
_RESOLVED = re.compile(r"doi\.org/(?P<doi>10\.\d{3,9}/\S+)")
_ISBN = re.compile(r"[\dXx][\d\sXx-]{8,}")
_MEDIUM = re.compile(r"\W*(?:online|en ligne|print|web|\[?electronic)\b", re.IGNORECASE)
THESIS = re.compile(r"thes[ei]s|dissert|diss\b|habil", re.IGNORECASE)

Spans = Iterator[Span]


def tags(sample: Sample, tokens: Sequence[Token]) -> list[Tag]:
    """The tag of each token of a sample."""
    return tags_of(sorted(_spans(sample), key=lambda span: span.start), tokens)


def tags_of(spans: Sequence[Span], tokens: Sequence[Token]) -> list[Tag]:
    """The tag of each token: that of the first span that it overlaps."""
    found, current = list[Tag](), -1
    for token in tokens:
        index = next((i for i, span in enumerate(spans) if span.start < token.end and token.start < span.end), -1)
        label = spans[index].label if index >= 0 else Label.SEPARATOR
        found.append(Tag(label, index >= 0 and index != current))
        current = index
    return found


def _spans(sample: Sample) -> Spans:
    for part in sample.parts:
        start, end = part.start, min(part.end, len(sample.text))
        if sample.text[start:end].strip():
            yield from LABELLERS[part.kind](sample.text, part._replace(end=end))


def _stripped(text: str, start: int, end: int, left: str = MARKS, right: str = MARKS) -> tuple[int, int]:
    while start < end and text[start] in left:
        start += 1
    while end > start and text[end - 1] in right:
        end -= 1
    return start, end


def _span(label: Label, text: str, start: int, end: int, left: str = MARKS, right: str = MARKS) -> Spans:
    start, end = _stripped(text, start, end, left, right)
    if start < end:
        yield Span(label, start, end)


def _words(label: Label) -> Callable[[str, Part], Spans]:
    """Words without the punctuation after them, unless that ends an abbreviation."""

    def find(text: str, part: Part) -> Spans:
        start, end = part.start, part.end
        if label is Label.CONTAINER and (begin := _IN.match(text, start, end)):
            start = begin.end()
        start, end = _stripped(text, start, end, MARKS + (".([" if label is Label.PLACE else "."))
        if label in BRACKETED and text[start : start + 1] in "([":
            start, end = _stripped(text, start, end, "([", MARKS + ".)]")
        while end > start and text[end - 1] in MARKS + "." and not _ABBREVIATED.search(text, start, end):
            end -= 1
        yield from _span(label, text, start, end)

    return find


def _authors(text: str, part: Part) -> Spans:
    """Names; those called editors are labelled so."""
    if _ROLE.search(text[: part.end], part.start):
        yield from _people(Label.EDITOR)(text, part)
        return
    start, end = _stripped(text, part.start, part.end, right=MARKS + "(")
    if text[end - 1 : end] == "." and not re.search(r"(?:\b\w|\bal|[JS]r)\.$", text[start:end], re.IGNORECASE):
        end -= 1
    yield from _span(Label.AUTHOR, text, start, with_stop(text, end))


def _people(label: Label) -> Callable[[str, Part], Spans]:
    """Names without the words for their role."""

    def find(text: str, part: Part) -> Spans:
        begin = _EDITED.match(text, part.start, part.end)
        start = begin.end() if begin else part.start
        role = _EDITOR.search(text, start, part.end)
        yield from _span(label, text, start, with_stop(text, role.start() if role else part.end), MARKS + "([")

    return find


def with_stop(text: str, end: int) -> int:
    """The end of names: after the full stop of an initial, even if it also ends a sentence (``Lind, P``)."""
    return end + 1 if _INITIAL.search(text[:end]) and text[end : end + 1] == "." else end


def _dates(text: str, part: Part) -> Spans:
    """The year; a day or month beside it; the year of the first edition; a status if there is no year."""
    years = list(_YEAR.finditer(text, part.start, part.end))
    if not years:
        yield from _undated(text, part)
        return
    first, end = years[0], years[0].end()
    rest = [(part.start, first.start())]
    between = text[end : years[1].start()] if len(years) > 1 else ""
    if between and len(between) < 14 and _REPRINT.search(between):
        yield Span(Label.ORIGINAL_DATE, *years[1].span())
    else:
        last = _LAST_YEAR.match(text, end, part.end)
        end = last.end() if last else end
        rest.append((end, part.end))
    yield Span(Label.DATE, first.start(), end)
    for begin, stop in rest:
        if re.search(r"[^\W\d_]{3,}|\d{1,2}", text[begin:stop]):
            yield from _span(Label.DAY, text, begin, stop, MARKS + ".([-/", MARKS + ".)]-/")


def _undated(text: str, part: Part) -> Spans:
    if status := _STATUS.search(text, part.start, part.end):
        yield Span(Label.STATUS, *status.span())
    elif not _NO_DATE.search(text, part.start, part.end):
        label = Label.DAY if re.search(r"[^\W\d_]{3}", text[part.start : part.end]) else Label.DATE
        yield from _span(label, text, part.start, part.end, MARKS + ".([", MARKS + ".)]")


def _volumes(text: str, part: Part) -> Spans:
    """A volume and an issue printed with it; a number called an issue is one.

    The year before a semicolon, as in ``2012;30(15)``, is never a volume, whatever its label.
    """
    if year := _YEAR_FIRST.match(text, part.start, part.end):
        yield Span(Label.DATE, *year.span("year"))
        part = part._replace(start=year.end())
    if count := _VOLUMES.match(text, part.start, part.end):
        yield Span(Label.VOLUMES, *count.span("count"))
        return
    found = _VOLUME.search(text, part.start, part.end)
    if not found:
        yield from _span(Label.VOLUME, text, part.start, part.end, MARKS + ".([", MARKS + ".)]")
        return
    before = text[part.start : found.start()]
    if _ISSUE_BEFORE.search(before) and "vol" not in before.lower():
        yield Span(Label.ISSUE, *found.span())
        return
    yield Span(Label.VOLUME, *found.span())
    if pages := _PAGES_WITHIN.match(text[: part.end], found.end()):
        yield from (Span(label, *pages.span(label.value)) for label in (Label.ISSUE, Label.PAGES) if pages[label.value])
    elif issue := _issue(text, found, part):
        yield issue


def _issue(text: str, volume: re.Match[str], part: Part) -> Span | None:
    found = _ISSUE.search(text[volume.end() : part.end])
    if not found:
        return None
    group = str(found.lastgroup)
    start, end = volume.end() + found.start(group), volume.end() + found.end(group)
    if label := _ISSUE_LABEL.match(text, start, end):
        start = label.end()
    is_year = re.fullmatch(YEAR, text[start:end])
    return Span(Label.DATE if is_year else Label.ISSUE, start, end)


def _issues(text: str, part: Part) -> Spans:
    if found := _ISSUE_ALONE.search(text[: part.end], part.start):
        yield from _span(Label.ISSUE, text, *found.span("issue"), MARKS + ".([", MARKS + ".)]")


def _found(label: Label, pattern: re.Pattern[str], right: str = MARKS + ".") -> Callable[[str, Part], Spans]:
    """The first match of the pattern in the part."""

    def find(text: str, part: Part) -> Spans:
        if found := pattern.search(text[: part.end], part.start):
            yield from _span(label, text, *found.span(), right=right)

    return find


def _pages(text: str, part: Part) -> Spans:
    """Pages without the word before them (``S.``, ``pp.``)."""
    word = _PAGE_WORD.search(text[: part.end], part.start)
    yield from _found(Label.PAGES, _PAGES)(text, part._replace(start=word.end()) if word else part)


def _addresses(text: str, part: Part) -> Spans:
    if resolved := _RESOLVED.search(text[: part.end], part.start):
        yield from _span(Label.DOI, text, *resolved.span("doi"), right=MARKS + ".)>")
    elif found := _URL.search(text[: part.end], part.start):
        yield from _span(Label.URL, text, *found.span(), "<( ", ">). ,;")
    for accessed in _ACCESSED.finditer(text[: part.end], part.start):
        yield from _span(Label.ACCESSED, text, *accessed.span("day"))


def _genres(text: str, part: Part) -> Spans:
    if _MEDIUM.match(text, part.start, part.end):
        return
    is_thesis = THESIS.search(text, part.start, part.end)
    label = Label.THESIS if is_thesis else Label.REPORT
    yield from _span(label, text, part.start, part.end, MARKS + "([", MARKS + ".)]")


LABELLERS: dict[str, Callable[[str, Part], Spans]] = {
    "author": _authors,
    "editor": _people(Label.EDITOR),
    "translator": _people(Label.TRANSLATOR),
    "title": _words(Label.TITLE),
    "container": _words(Label.CONTAINER),
    "series": _words(Label.SERIES),
    "publisher": _words(Label.PUBLISHER),
    "place": _words(Label.PLACE),
    "event": _words(Label.EVENT),
    "note": _words(Label.NOTE),
    "date": _dates,
    "volume": _volumes,
    "issue": _issues,
    "pages": _pages,
    "chapter": _found(Label.CHAPTER, re.compile(r"\d+|[IVX]+")),
    "edition": _found(Label.EDITION, _EDITION, MARKS),
    "url": _addresses,
    "doi": _found(Label.DOI, _DOI),
    "isbn": _found(Label.ISBN, _ISBN),
    "genre": _genres,
}
"""How the parts of each kind become spans."""
