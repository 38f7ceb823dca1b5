"""Books and periodicals that were taken for the end of another part, and the words that introduce them."""

import re
from collections.abc import Sequence

from reflist.grammar.dates import YEAR
from reflist.grammar.pages import split_lost_dash
from reflist.grammar.publishers import is_publisher
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import split

_INTRODUCED = re.compile(r"(?:[Ii]n(?:\s*:\s*|\s+)|(?P<issue>[Ss]pecial [Ii]ssue)(?:,|\sof)\s)(?=[^\W\d_a-z])")
_LEADS_ON = re.compile(r"[\s,]+(?:vom|v\.?)$")
_IN_GAP = re.compile(r"\b[Ii]n\b")
_BOOK_AS = frozenset({Label.SERIES, Label.NOTE, Label.PUBLISHER})
MOST_WORDS = 3
"""The most words of a publisher before a comma and the place, if nothing else shows that it is one."""


@rule(Label.EDITOR, _BOOK_AS, having=[Label.TITLE], lacking=[Label.CONTAINER])
def books_after_editors(parts: Parts, index: int) -> Sequence[Span] | None:
    """The book after editors with "in", which was taken for its series, its publisher or a note.

    ``In: Weir, A. (Hrsg.), Die Hecke, Bonn: Spaten``
    """
    editor, book = parts.spans[index : index + 2]
    if not index or not _IN_GAP.search(parts.after(index - 1)):
        return None
    is_only = book.label is Label.PUBLISHER and Label.PUBLISHER not in parts.labels[index + 2 :]
    is_named = parts.after(index) == ": " and not is_publisher(parts.printed(book))  # "In: Weir, Ann: Alte Gräben"
    if is_only and not (is_named or _is_long_before_place(parts, index + 1)):
        return None
    return [editor, book._replace(label=Label.CONTAINER)]


def _is_long_before_place(parts: Parts, index: int) -> bool:
    """Whether words before a comma and the place are too many for a publisher: ``Deutsche Parteien vor 1918, Köln``."""
    printed = parts.printed(parts[index])
    is_before = parts.labels[index + 1 : index + 2] == (Label.PLACE,) and parts.after(index) == ", "
    return is_before and len(printed.split()) > MOST_WORDS and not is_publisher(printed)


_EDITED_BY = re.compile(r"\.?\s[(\[](?:[Ee]d(?:s|ited)?\.?)\sby\s")
_ROLE_LAST = re.compile(r",?\s\(?[Ee]ds?\b")


@rule(Label.TITLE, Label.EDITOR, having=[Label.AUTHOR], lacking=[Label.CONTAINER], words="by ed eds")
def books_before_editors(parts: Parts, index: int) -> Sequence[Span] | None:
    """The book that was taken for a title's last sentence, before its editors: ``Ditch. Hedges (ed. by A. Ash)``.

    If the role is after the names, there must be a range of pages: ``Ditch. Hedges. A. Ash, ed. Spade. 4–19``.
    """
    title, editor = parts.spans[index : index + 2]
    ends = list(_SENTENCE_ENDS.finditer(parts.text[: title.end], title.start))
    if len(ends) != 1:
        return None
    pages = [parts.printed(span) for span in parts.spans[index + 2 :] if span.label is Label.PAGES]
    is_after = bool(pages) and _are_range(pages[0]) and _ROLE_LAST.match(parts.after(index + 1))
    if not (is_after or _EDITED_BY.fullmatch(parts.after(index))):
        return None
    book = title._replace(label=Label.CONTAINER, start=ends[0].end())
    return [title._replace(end=ends[0].start("stop")), book, editor]


_EDITED_IN = re.compile(
    r",?\s[Ii]n:?\s(?P<editors>[^\W\d_a-z][^():\d]{2,120}?),?\s\((?:[Ee]ds?\.?|Hrsg\.)\)[:,.]\s(?=[^\W\d_a-z])"
)


@rule(Label.TITLE, lacking=[Label.CONTAINER, Label.EDITOR], words="eds ed hrsg", marks="(")
def editors_of_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """Editors and the book that were taken for the end of a title: ``Ditches In Ann Weir (eds): Hedges and us``."""
    title = parts[index]
    found = _EDITED_IN.search(parts.printed(title))
    if found is None:
        return None
    book = title._replace(label=Label.CONTAINER, start=title.start + found.end())
    return [*split(title, found, editors=Label.EDITOR), book]


_IN_TITLE = re.compile(r"(?:[.?!]['’”\"]?\s+[Ii]n:?|,\s+in:)\s+(?=[^\W\d_a-z])")
_AFTER_BOOKS = frozenset({Label.EDITOR, Label.PAGES, Label.VOLUME, Label.EDITION})


@rule(Label.TITLE, _AFTER_BOOKS, lacking=[Label.CONTAINER])
def containers_of_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """The book after "In" that was taken for the end of a title: ``Ditches. In: The hedge, S. 4``."""
    title, after = parts.spans[index : index + 2]
    found = _IN_TITLE.search(parts.text[: title.end], title.start)
    if found is None:
        return None
    return [title._replace(end=found.start()), title._replace(label=Label.CONTAINER, start=found.end()), after]


_NOT_IN_BOOK = (Label.CONTAINER, Label.VOLUME, Label.ISSUE, Label.EDITOR, Label.SERIES, Label.REPORT, Label.THESIS)
_SENTENCE_ENDS = re.compile(r"(?P<stop>(?<=[^\W\d_]{3})\.|(?<=[?!])) (?:[Ii]n:? )?(?=[^\W\d_a-z])")


@rule(Label.TITLE, frozenset({Label.PUBLISHER, Label.PLACE}), having=[Label.PAGES], lacking=_NOT_IN_BOOK)
def containers_without_in(parts: Parts, index: int) -> Sequence[Span] | None:
    """A book taken for a title's last sentence, if pages follow: ``Ditches. Hedges and us. Spade, pp. 4–19``."""
    title, after = parts.spans[index : index + 2]
    ends = list(_SENTENCE_ENDS.finditer(parts.text[: title.end], title.start))
    pages = [span for span in parts.spans if span.label is Label.PAGES]
    if (
        len(ends) != 1
        or " " not in parts.text[title.start : ends[0].start()]
        or not parts.has(Label.PUBLISHER)
        or not _are_range(parts.printed(pages[0]))
    ):
        return None
    return [
        title._replace(end=ends[0].start("stop")),
        title._replace(label=Label.CONTAINER, start=ends[0].end()),
        after,
    ]


def _are_range(printed: str) -> bool:
    """Whether these are pages in a book; three digits are rather the total number: ``Paris: Spade, 2007. 211 p.``."""
    has_dash = any(dash in printed for dash in "-–")
    return has_dash or (len(printed) > 3 and split_lost_dash(printed, shortened=False) is not None)


_NUMBERED = r"\d{1,4}(?:\s?[-–/]\s?\d{1,4})?"
_VOLUME_AND_ISSUE = re.compile(
    rf"(?:,\s*|\s+(?=\d+\s*[(,:/]))(?!{YEAR}$)(?P<volume>\d{{1,4}})"
    rf"(?:\s*\((?P<issue>{_NUMBERED})\)|\s*[,:/]\s*(?P<split>\d{{1,3}}))?[\s,.;:]*$"
)
_ISSUE = re.compile(
    rf"[,\s]+(?:(?:H(?:eft)?|N[or]s?|Issue|Ausg(?:abe)?|n°)\b\.?\s*(?P<issue>\d{{1,4}}(?:[-–]\d{{1,4}})?)(?:/{YEAR})?"
    r"|(?P<lettered>[A-Z]\s?\d{1,3}(?:[-–]\d{1,3})?/\d{2,4}))[\s,.;:]*$"
)
_BARE_VOLUME = re.compile(rf"(?<=[^\W\d_]{{3}})\s+(?!{YEAR}$)(?P<volume>\d{{1,4}})$")
_SECTION = re.compile(
    r"\b(?:[Vv]ol(?:ume)?|[Pp]art|[Tt]eil|[Ss]ection|[Ss]eries|[Nn]umber|[Bb]and|[Hh]eft|[Rr]ound|[Ww]ave)\s+\d+$"
)
_LABELLED = re.compile(r",\s*(?:[Vv]ol(?:ume)?|Bd|Band)\b\.?\s*(?P<volume>\d{1,3}[A-Z]?|[IVX]{1,4})[\s,.;:]*$")
_BEFORE_PAGES = re.compile(r"\s*[,:]\s*(?:pp?\.|S\.)?\s*")


@rule(Label.CONTAINER, lacking=[Label.VOLUME, Label.ISSUE])
def part_numbers(parts: Parts, index: int) -> Sequence[Span] | None:
    """Volume and issue that were taken for the end of a periodical's title: ``WSI-Mitteilungen 57 (8)``.

    If there are editors, only a volume with its label: ``Handbook of Population Economics, Vol. 1B``.
    """
    span = parts[index]
    printed = parts.printed(span)
    if parts.has(Label.EDITOR):
        found = _LABELLED.search(printed)
        return split(span, found, volume=Label.VOLUME) if found else None
    if not printed.rstrip(" ,.;:)")[-1:].isdigit():
        return None
    if (found := _BARE_VOLUME.search(printed)) and _is_volume(parts, index):
        return split(span, found, volume=Label.VOLUME)
    if found := _ISSUE.search(printed):
        return split(span, found, issue=Label.ISSUE, lettered=Label.ISSUE)
    if found := _VOLUME_AND_ISSUE.search(printed):
        return split(span, found, volume=Label.VOLUME, issue=Label.ISSUE, split=Label.ISSUE)
    return None


def _is_volume(parts: Parts, index: int) -> bool:
    """Whether the number at a container's end is a volume: pages follow directly, and no "Part" precedes."""
    if parts.labels[index + 1 : index + 2] != (Label.PAGES,):
        return False
    is_part = _SECTION.search(parts.text, parts[index].start, parts[index].end)
    return not is_part and bool(_BEFORE_PAGES.fullmatch(parts.after(index)))


@rule(Label.CONTAINER)
def without_introduction(parts: Parts, index: int) -> Sequence[Span] | None:
    """A container without the "In:" before it, and without the ``vom`` that introduces a day.

    After a title, "In" introduces the container; after editors, a book's title may begin with it.
    """
    span = parts[index]
    printed = parts.printed(span)
    if printed.startswith(("In", "in", "Special", "special")) and index and parts.labels[index - 1] is Label.TITLE:
        begin = _INTRODUCED.match(printed)
        if begin and begin["issue"]:
            note = span._replace(label=Label.NOTE, end=span.start + begin.end("issue"))
            return [note, span._replace(start=span.start + begin.end())]
        return [span._replace(start=span.start + begin.end())] if begin else None
    end = _LEADS_ON.search(printed) if printed.endswith(("vom", "v", "v.")) else None
    return [span._replace(end=span.start + end.start())] if end else None


_YEAR_LAST = re.compile(rf"[.,]\s(?P<year>{YEAR})\Z")


@rule(Label.CONTAINER, having=[Label.DATE], marks="12")
def years_of_containers(parts: Parts, index: int) -> Sequence[Span] | None:
    """The year repeated after a container that was taken for its end: ``In: Ditch Days, 2004, pp. 1–9``."""
    span = parts[index]
    found = _YEAR_LAST.search(parts.text[: span.end], span.start) if parts.text[span.end - 1].isdigit() else None
    years = [parts.printed(other)[:4] for other in parts.spans if other.label is Label.DATE]
    if not found or found["year"] not in years or "," in parts.text[span.start : found.start()]:
        return None  # "International Ditch Conference, Leeds, 1973" is the name of a meeting
    return [span._replace(end=found.start())]


_OF_YEAR = re.compile(rf"(?P<issue>{_NUMBERED})/(?P<year>{YEAR})(?!\d)")
_SPLIT = re.compile(r"(?P<volume>\d{1,3})\s?[/:.]\s?(?P<issue>\d{1,2})")


@rule(Label.VOLUME, Label.DATE, Label.VOLUME, having=[Label.CONTAINER], lacking=[Label.ISSUE])
def issues_after_years(parts: Parts, index: int) -> Sequence[Span] | None:
    """The second of two volumes, after the year, is the issue: ``Social Information 15 (2012), 5, pp. 739-768``."""
    volume, year, issue = parts.spans[index : index + 3]
    return [volume, year, issue._replace(label=Label.ISSUE)]


@rule(Label.VOLUME, lacking=[Label.ISSUE], marks="/:.")
def split_volumes(parts: Parts, index: int) -> Sequence[Span] | None:
    """``42/3`` is volume 42, issue 3; ``12/13`` are two volumes; ``4/2007`` is an issue, if 2007 is the work's year."""
    span = parts[index]
    of_year = _OF_YEAR.match(parts.text, span.start)
    if of_year and span.end in (of_year.end("issue"), of_year.end()):
        years = [parts.printed(other)[:4] for other in parts.spans if other.label is Label.DATE]
        return [span._replace(label=Label.ISSUE)] if of_year["year"] in years else None
    divided = _SPLIT.fullmatch(parts.text, span.start, span.end)
    if divided is None or int(divided["issue"]) == int(divided["volume"]) + 1:
        return None
    return [span._replace(end=divided.end("volume")), span._replace(label=Label.ISSUE, start=divided.start("issue"))]


_LABEL_LAST = re.compile(r"(?:\s*[:,.(]\s*(?:[Vv]ol(?:ume)?|[Bb]d|[Bb]and|[Tt]eil)|\s+Nr)\Z")


@rule(frozenset({Label.TITLE, Label.CONTAINER}), frozenset({Label.VOLUME, Label.ISSUE}))
def labels_of_numbers(parts: Parts, index: int) -> Sequence[Span] | None:
    """The label of a volume or issue that was taken for the end of the title before it: ``The Gospel: Vol | . 3``."""
    title, number = parts.spans[index : index + 2]
    found = _LABEL_LAST.search(parts.text[: title.end], title.start + 1)
    return [title._replace(end=found.start()), number] if found else None
