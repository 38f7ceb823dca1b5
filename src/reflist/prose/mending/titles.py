"""Titles: their sentences together, a second one that is the container's, a closing mark that is not theirs."""

import re
from itertools import pairwise

from reflist.grammar.dates import YEAR
from reflist.grammar.designations import read_designation
from reflist.grammar.institutions import is_acronym, is_institution_word
from reflist.grammar.periodicals import is_abbreviated, is_newspaper, is_periodical
from reflist.grammar.publishers import is_publisher
from reflist.grammar.wordlists import words
from reflist.prose.labels import Label, Span
from reflist.prose.mending.reports import is_manuscript
from reflist.prose.mending.spans import between, has, is_first
from reflist.prose.quotes import QUOTES

_ONE_SENTENCE_ON = re.compile(r"\s*[.:?!–—-]?\s+[–—-]?\s*|\s*")
_CLOSES = frozenset("".join(QUOTES.values()))
_IN = re.compile(r"(?<!\w)(?:[Ii]n|[Ee]n|[Dd]ans|[Ii]m)\b:?\s*$")
_PUBLICATION = frozenset({Label.PLACE, Label.TRANSLATOR, Label.EDITION})
_HEAD = frozenset({Label.AUTHOR, Label.EDITOR, Label.DATE, Label.ORIGINAL_DATE, Label.STATUS, Label.DAY})
_LAST_WORD = re.compile(r" (?!(?:in|eds?|hrsg|hg)\b)[^\W\d_]{3,}(?=[.?!]\s)", re.IGNORECASE)
FEWEST_WORDS = 3
"""A subtitle that was taken for something else has no fewer words than this."""

_NUMBERED = frozenset({Label.VOLUME, Label.ISSUE, Label.PAGES})
_TITLED = frozenset({Label.TITLE, Label.CONTAINER, Label.PUBLISHER, Label.NOTE})
_IN_WORD = re.compile(r"\W*[Ii]n\b")
_OTHER_WORK = re.compile(
    r"\s\d{1,3}$|(?i:\b(?:proceedings|conference|symposium|workshop|congress|transactions|tagung|kongress"
    r"|sitzungsberichte|nachrichten|mitteilungen|verhandlungen|abhandlungen|annalen|anzeiger)\b)"
)
"""What a subtitle hardly holds: the number of a volume at its end, words for meetings."""

_SENTENCE_END = re.compile(r"['’”\"»]?[.:?!]?['’”\"»]? ")
_OF = re.compile(r"\s(?:der|des|für|zur|zum|im|of|for)\s")
_ABSTRACT = re.compile(
    r"[a-zäöüß]{3}(?:ung(?:en)?|schaft|heit|keit|ismus|istik|ität|analysen?|studien?|befunde|perspektiven|vergleich)$"
)
"""How German words for what a book is about end, and no publisher's name."""

_ANY_YEAR = re.compile(YEAR)
_YEAR_WITHIN = re.compile(rf"{YEAR}(?!$)")
"""A year that does not end a name as the year of print does."""


_ASKED = re.compile(r"[?!]+(?=\s|$)")


def questions(text: str, spans: list[Span]) -> list[Span]:
    """The mark of a question or cry right behind a title or a container belongs to it."""
    return [
        span._replace(end=asked.end())
        if span.label in (Label.TITLE, Label.CONTAINER) and (asked := _ASKED.match(text, span.end))
        else span
        for span in spans
    ]


_CLOSED = re.compile(
    r"(?:(?P<mark>[‘“])[^‘’“”]+[’”](?=,)|[‘“][^‘’“”]+,[’”]|\"[^\"]+,\"|\"[^\"]+\"(?=,))(?P<gap>,?\s+)(?=[^\W\d_a-z])"
)


def words_behind_quotes(text: str, spans: list[Span]) -> list[Span]:
    """What stands before a container or a place, and was taken for the end of a title that a mark had closed."""
    mended = list(spans)
    for index, (title, container) in enumerate(pairwise(spans)):
        found = _CLOSED.match(text, title.start, title.end) if title.label is Label.TITLE else None
        if found and container.label is Label.CONTAINER and text[title.end : container.start] in (". ", " "):
            mended[index] = title._replace(end=found.start("gap"))
            mended[index + 1] = container._replace(start=found.end())
        elif found and container.label is Label.PLACE:
            mended[index] = title._replace(end=found.start("gap"))
            mended.insert(index + 1, title._replace(label=Label.PUBLISHER, start=found.end()))
            return mended
    return mended


_LAST_ABBREVIATION = re.compile(r"[.?!]['’”\"]?\s+(?P<word>[^\W\d_a-z][^\W\d_A-Z]{1,11})\Z")


def beginnings_of_containers(text: str, spans: list[Span]) -> list[Span]:
    """The first word of an abbreviated name that was taken for the end of the title before: ``hot! Read. Teach.``."""
    mended = list(spans)
    for index, (title, container) in enumerate(pairwise(spans)):
        if title.label is not Label.TITLE or container.label is not Label.CONTAINER:
            continue
        found = _LAST_ABBREVIATION.search(text[: title.end], title.start)
        if found and text[title.end : container.start] == ". " and is_abbreviated(found["word"]):
            mended[index] = title._replace(end=found.start() + 1)
            mended[index + 1] = container._replace(start=found.start("word"))
    return mended


def second_titles(text: str, spans: list[Span]) -> list[Span]:
    """Two titles with only the end of a sentence between them are one; one behind editors or "in" is no title."""
    mended: list[Span] = []
    for index, span in enumerate(spans):
        last = mended[-1] if mended else None
        if span.label is not Label.TITLE or not has(mended, Label.TITLE):
            mended.append(span)
        elif last and last.label is Label.TITLE and _is_one_sentence(text, last, span):
            mended[-1] = last._replace(end=span.end, confidence=min(last.confidence, span.confidence))
        elif not has(spans, Label.CONTAINER) and _is_container(text, spans, index):
            mended.append(span._replace(label=Label.CONTAINER))
        else:
            mended.append(span)
    return mended


def _is_one_sentence(text: str, title: Span, span: Span) -> bool:
    """Whether only the end of a sentence parts two titles, or a comma between words in quotation marks."""
    if _ONE_SENTENCE_ON.fullmatch(text, title.end, span.start):
        return True
    is_quoted = text[title.end - 1] in _CLOSES and text[span.start] in QUOTES
    return is_quoted and text[title.end : span.start] == ", "


def subtitles(text: str, spans: list[Span]) -> list[Span]:
    """A sentence behind the title, before the place or who translated, is the subtitle and not a note or publisher.

    Nor what contains a work, of which neither pages nor editors nor "in" says that it does: ``Titel. Untertitel, 2.
    Aufl., Bonn``; and what reads as a container before the title is the title's own beginning there.
    """
    mended: list[Span] = []
    is_contained = _is_contained(text, spans)
    for index, span in enumerate(spans):
        last, after = mended[-1] if mended else None, spans[index + 1 : index + 2]
        if last and (
            (last.label is Label.TITLE and _is_subtitle(text, last, span, after, is_contained))
            or (last.label is Label.CONTAINER and _is_subtitle_of_book(text, last, span, after))
        ):
            mended[-1] = last._replace(end=span.end, confidence=min(last.confidence, span.confidence))
        elif last and _is_begun_title(text, mended, span, after):
            mended[-1] = span._replace(start=last.start, confidence=min(last.confidence, span.confidence))
        else:
            mended.append(span)
    return mended


def _is_contained(text: str, spans: list[Span]) -> bool:
    """Whether editors, pages, an issue or "in" say that a work appeared in another; or a volume, but of no book.

    Of a book whose editors stand in the place of authors, pages say only where to look in it.
    """
    is_numbered = has(spans, Label.ISSUE) or (has(spans, Label.VOLUME) and not has(spans, Label.PLACE))
    gaps = (between(text, spans, index) for index in range(len(spans)))
    is_edited_whole = spans[0].label is Label.EDITOR
    in_another = has(spans[is_edited_whole:], Label.EDITOR) or (has(spans, Label.PAGES) and not is_edited_whole)
    return is_numbered or in_another or any(map(_IN_WORD.match, gaps))


def _is_subtitle(text: str, title: Span, span: Span, after: list[Span], is_contained: bool) -> bool:
    printed, gap = text[span.start : span.end], text[title.end : span.start]
    if after and span.label is Label.CONTAINER and after[0].label is Label.REPORT:
        return not is_contained and _SENTENCE_END.fullmatch(gap) is not None and not is_periodical(printed)
    if not after or after[0].label not in _PUBLICATION:
        return False
    if span.label is Label.CONTAINER:
        is_other = is_periodical(printed) or is_newspaper(printed) or bool(_OTHER_WORK.search(printed))
        is_whole = not is_contained and not is_other
        return is_whole and _SENTENCE_END.fullmatch(gap) is not None
    designation = read_designation(printed)
    if span.label is Label.PUBLISHER and _YEAR_WITHIN.search(printed):
        return gap in (". ", ", ") and not (designation and designation.genre)
    if span.label is Label.NOTE and gap == ", " and printed[0].isupper() and text[span.end : after[0].start] == ". ":
        return designation is None and not is_manuscript(printed)
    if span.label not in (Label.NOTE, Label.PUBLISHER) or gap != ". ":
        return False
    is_about = bool(_OF.search(printed)) and text[span.end : after[0].start] == ", "
    named = (
        _OF.split(printed)[0] if is_about and " und " in printed else printed
    )  # "Struktur und Prozess der Regierung"
    return _is_abstract(printed) or (len(printed.split()) >= FEWEST_WORDS and not _names_body(named))


def _is_subtitle_of_book(text: str, book: Span, span: Span, after: list[Span]) -> bool:
    """Whether what was taken for the publisher, before a comma and the place, is the book's subtitle."""
    is_before_place = bool(after) and after[0].label is Label.PLACE and text[span.end : after[0].start] == ", "
    if span.label is not Label.PUBLISHER or not is_before_place or text[book.end : span.start] != ". ":
        return False
    printed = text[span.start : span.end]
    return _is_abstract(printed) or (len(printed.split()) >= FEWEST_WORDS and not _names_body(printed))


def _is_abstract(printed: str) -> bool:
    """Whether this ends as words for what a book is about do, and names no body: ``Stadtforschung``."""
    bodies = any(map(is_institution_word, re.split(r"[\s-]+", printed)))
    return bool(_ABSTRACT.search(printed)) and not bodies and not is_publisher(printed)


def _names_body(printed: str) -> bool:
    """Whether this names a publisher; ``Government Forms and Performance`` only begins with a word of such names."""
    first, *others = printed.split()
    begins = is_institution_word(first) and (len(others) < FEWEST_WORDS or others[0].islower())
    tells = begins or any(map(is_institution_word, others)) or any(map(is_acronym, (first, *others)))
    return tells or is_publisher(printed)


def _is_begun_title(text: str, before: list[Span], span: Span, after: list[Span]) -> bool:
    """Whether a container right behind names and year, and the title behind it, are the title of one book."""
    last = before[-1]
    if last.label is not Label.CONTAINER or span.label is not Label.TITLE or len(before) < 2:
        return False
    is_headed = all(other.label in _HEAD for other in before[:-1])
    is_book = bool(after) and after[0].label in (*_PUBLICATION, Label.VOLUME, Label.PUBLISHER, Label.REPORT)
    return is_headed and is_book and text[last.end : span.start] in (". ", ": ", "? ", "! ")


_BEHIND_SUBTITLE = re.compile(r"(?P<joint>,\s+)(?P<container>[^\W\d_a-z][^,]*)\Z")
FEWEST_OF_SUBTITLE = 6
"""A periodical's title has no commas behind so many words; a subtitle that was taken for its beginning may."""


def subtitles_of_containers(text: str, spans: list[Span]) -> list[Span]:
    """The subtitle that was taken for the beginning of a periodical's title: ``… und Gründe, ZA-Information 45``."""
    for index, (title, container) in enumerate(pairwise(spans)):
        if (title.label, container.label) != (Label.TITLE, Label.CONTAINER) or not has(spans, *_NUMBERED):
            continue
        found = _BEHIND_SUBTITLE.search(text[: container.end], container.start)
        if not found or text[title.end : container.start] not in (". ", "? ", ": "):
            continue
        printed = text[container.start : found.start()]
        if len(printed.split()) >= FEWEST_OF_SUBTITLE and not is_periodical(printed):
            whole = title._replace(end=found.start(), confidence=min(title.confidence, container.confidence))
            return [*spans[:index], whole, container._replace(start=found.start("container")), *spans[index + 2 :]]
    return spans


_LAST_PART = re.compile(r",\s+(?P<title>[^\W\d_][^,;/&]+?)[\s,.;:]*\Z")
_TITLED_BEFORE = frozenset({Label.VOLUME, Label.VOLUMES, Label.EDITION, Label.PLACE})
"""What stands behind the title of a book, and never right behind names."""


def titles_of_names(text: str, spans: list[Span]) -> list[Span]:
    """A title with only a comma before it, which was taken for the last name: ``Weir, Ann, Das Dorf, Bd. 2``."""
    if len(spans) < 2 or spans[0].label is not Label.AUTHOR or spans[1].label not in _TITLED_BEFORE:
        return spans
    found = _LAST_PART.search(text[: spans[0].end], spans[0].start)
    words_of = found["title"].split() if found else []
    if not found or len(words_of) < 2 or words_of[0].partition("-")[0] in words("given_names"):
        return spans
    if any(word.endswith(".") and len(word) <= 3 for word in words_of):
        return spans
    title = spans[0]._replace(label=Label.TITLE, start=found.start("title"), end=found.end("title"))
    return [spans[0]._replace(end=found.start()), title, *spans[1:]]


_HEAD_OF_TITLE = re.compile(
    r"(?:[^\W\d_]{4}|\b[^\W\d_a-z]\.\s[^\W\d_a-z][\w’'-]+)(?P<stop>\.)\s+(?P<head>[^\W_][\w-]*(?:\s[\w-]+)?)\Z"
)


def heads_of_titles(text: str, spans: list[Span]) -> list[Span]:
    """The words before a title's colon, which were taken for the last name: ``K. Toutanova. BERT: Pre-training``."""
    for index, (names, title) in enumerate(pairwise(spans)):
        if (names.label, title.label) != (Label.AUTHOR, Label.TITLE) or text[names.end : title.start] != ": ":
            continue
        if found := _HEAD_OF_TITLE.search(text[: names.end], names.start):
            others = names._replace(end=found.start("stop"))
            return [*spans[:index], others, title._replace(start=found.start("head")), *spans[index + 2 :]]
    return spans


_CAPITALISED = r"[A-Z][\w’'-]+"
_BODY = re.compile(
    r"(?:(?:[A-Z][\w.’'-]+\s){0,3}(?:Centers?|Centres?|Department|Ministry|Office|Bureau|Institutes?|Council|Board|Agency|Commission)"
    rf"\s(?:of|for)\s(?:the\s)?{_CAPITALISED}(?:,?\s(?:(?:of|for|the|and|&)\s)*{_CAPITALISED}){{0,6}}"
    rf"|(?:{_CAPITALISED}\s(?:(?:of|for|the|and|&)\s)*){{1,6}}(?:Organi[sz]ation|Association|Commission|Federation|Agency|Foundation|Bureau))"
)
"""What names a body and begins no title: ``Centers for Disease Control``, ``World Health Organization``."""


def bodies_of_titles(text: str, spans: list[Span]) -> list[Span]:
    """A body that was taken for its title's first sentence: ``Centers for Disease Control. Surveillance system``."""
    if not spans or spans[0].label is not Label.TITLE or has(spans, Label.AUTHOR, Label.EDITOR):
        return spans
    title = spans[0]
    body, stop, rest = text[title.start : title.end].partition(". ")
    if not rest or not _BODY.fullmatch(body):
        return spans
    behind = title.start + len(body) + len(stop)
    author = title._replace(label=Label.AUTHOR, end=title.start + len(body))
    return [author, title._replace(start=behind), *spans[1:]]


_LEADING = re.compile(r"\s(?:seit|bis|nach|vor|um|ab|since|until|after|before)\s\Z")
_LEADS_TO_YEAR = re.compile(
    r"(?:,?\s+(?:seit|bis|nach|vor|von|um|ab|since|until|from|to|after|before|in|between|and|und|zwischen)){0,2}\s+"
)


def _names_meeting(text: str, last: Span | None, year: Span, spans: list[Span]) -> bool:
    """Whether a year ends the name of a meeting, and another one is that of print: ``…, ICFHR 2018, … (2018)``."""
    if last is None or last.label is not Label.CONTAINER or text[last.end : year.start] != " ":
        return False
    is_short = is_acronym(text[last.start : last.end].rpartition(" ")[2])
    return is_short and sum(span.label is Label.DATE for span in spans) > 1


def years_of_titles(text: str, spans: list[Span]) -> list[Span]:
    """A year in a title, where another one says when it appeared: ``Deutsche Geschichte seit 1945``."""
    mended: list[Span] = []
    years: list[str] = []
    for index, span in enumerate(spans):
        last = mended[-1] if mended else None
        year = text[span.start : span.end][:4] if span.label is Label.DATE else ""
        is_new = bool(year) and bool(years) and year not in years and not is_first(spans, index)
        is_new = (
            is_new or _leads_to_year(text, spans, index) or (bool(year) and _names_meeting(text, last, span, spans))
        )
        if is_new and last and last.label in _TITLED and _LEADS_TO_YEAR.fullmatch(text, last.end, span.start):
            mended[-1] = last._replace(end=span.end, confidence=min(last.confidence, span.confidence))
            continue
        years += [year] * bool(year)
        mended.append(span)
    return mended


_NO_DATE = re.compile(r"(?:o\.\s?[JD]|n\.\s?d|s\.\s?[ad])\.?\)?[.:,]?\s+")


def titles_behind_no_date(text: str, spans: list[Span]) -> list[Span]:
    """The words for no year that were taken for the beginning of a title: ``Weir, A. (o.J.): Das Dorf``."""
    return [
        span._replace(start=none.end())
        if span.label is Label.TITLE and (none := _NO_DATE.match(text, span.start, span.end - 1))
        else span
        for span in spans
    ]


def _leads_to_year(text: str, spans: list[Span], index: int) -> bool:
    """Whether a preposition stands before a year, and another year behind it: ``Parteien vor 1918, Köln 1973``."""
    if spans[index].label is not Label.DATE or is_first(spans, index) or not has(spans[index + 1 :], Label.DATE):
        return False
    start = spans[index].start
    return bool(_LEADING.search(text[max(0, start - 10) : start]))


def last_words(text: str, spans: list[Span]) -> list[Span]:
    """The last word of a title that was taken for a separator: ``A new edition``, ``The bound volume``."""
    mended = list(spans)
    for index, span in enumerate(spans):
        is_open = span.label is Label.TITLE and text[span.end - 1].isalnum()
        if is_open and (found := _LAST_WORD.match(between(text, spans, index))):
            mended[index] = span._replace(end=span.end + found.end())
    return mended


def missing_title(text: str, spans: list[Span]) -> list[Span]:
    """Without any title, what stands first behind names and year is it, if it was taken for a note or a publisher.

    Or for what contains a work, where a whole book is cited: ``Rossi M, editor. Handbook of bone disease. Saunders``.
    """
    if has(spans, Label.TITLE, Label.STATUTE):
        return spans
    containers = [span for span in spans if span.label is Label.CONTAINER]
    if len(containers) == 2 and not has(spans, *_NUMBERED) and text[containers[0].end : containers[1].start] == ". ":
        whole = containers[1]._replace(label=Label.TITLE, start=containers[0].start)
        return [whole if span is containers[1] else span for span in spans if span is not containers[0]]
    if len(containers) == 2 and spans[0] is containers[0]:  # a newspaper in the place of its author
        return [span._replace(label=Label.TITLE) if span is containers[1] else span for span in spans]
    for index, span in enumerate(spans):
        if span.label not in _HEAD and not (span.label is Label.REPORT and _is_quoted_note(text, spans[index + 1 :])):
            is_free = span.label is Label.NOTE or (span.label is Label.PUBLISHER and index > 0)
            is_free = is_free or (span.label is Label.CONTAINER and _is_whole_book(spans))
            if is_free and not any(map(str.isdigit, _ANY_YEAR.sub("", text[span.start : span.end]))):
                return [*spans[:index], span._replace(label=Label.TITLE), *spans[index + 1 :]]
            return spans
    return spans


def _is_quoted_note(text: str, behind: list[Span]) -> bool:
    """Whether a note in quotation marks follows: ``3GPP TS 23.161: "Hedges"``."""
    note = behind[0] if behind else None
    return note is not None and note.label is Label.NOTE and text[note.start - 1 : note.start] in QUOTES


def _is_whole_book(spans: list[Span]) -> bool:
    return has(spans, Label.PUBLISHER, Label.EDITION) and not has(spans, Label.PAGES, Label.VOLUME, Label.ISSUE)


def _is_container(text: str, spans: list[Span], index: int) -> bool:
    before, start = spans[index - 1], spans[index].start
    if before.label is Label.EDITOR or _IN.search(text, max(0, start - 8), start):
        return True
    return index + 1 < len(spans) and spans[index + 1].label in _NUMBERED and before.label is not Label.TITLE
