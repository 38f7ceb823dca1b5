"""Reports, theses, lectures and manuscripts, whose designation or number was taken for another part."""

import re
from collections.abc import Sequence

from reflist.grammar.dates import YEAR
from reflist.grammar.designations import OFFICIAL, ends_in_genre, names_genre, read_designation
from reflist.grammar.institutions import is_institution_word, looks_like_institution
from reflist.grammar.periodicals import is_newspaper, is_periodical
from reflist.late import late
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import is_capitalised, is_fixed_note, split
from reflist.prose.types import SPOKEN

_THESIS = re.compile(
    r"thesis|dissertation|\bdiss\b|(?:diplom|master|magister|bachelor)arbeit|habil|thèse|tesis", re.IGNORECASE
)
_MANUSCRIPT = re.compile(
    r"(?:unv(?:eröff(?:entlichtes|\.)?|\.)?|unpublished|masch(?:inenschriftl)?\.?)?\s*"
    r"(?:manus[ck]ripte?|ms\.?|typ[eo]s[ck]ript|mimeo(?:graph(?:ed)?)?)\.?",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\b[Vv]ersion\s+\d")
_YEAR = re.compile(YEAR)
_SERIES_LAST = re.compile(r"\s\((?P<series>[^\W\d_a-z]\w+(?:\s\w+){2,8})\)?\.?\Z")
_SERIES_WORD = re.compile(
    r"(?i)taschenbuch|edition|reihe|bibliothek|studien|schriften|wissenschaft|series|library|studies"
)
_TAKEN_FOR = frozenset({Label.SERIES, Label.PUBLISHER, Label.NOTE, Label.CONTAINER, Label.TITLE})


def is_manuscript(printed: str) -> bool:
    """Whether this says that a work was never printed: ``Unveröff. Ms.``, ``mimeo``."""
    return bool(_MANUSCRIPT.fullmatch(printed.strip(" .,;:()[]")))


_SPOKEN = late(
    r"(?:(?:Keynote|Public|Inaugural|Opening|Closing|Annual)\s)?(?:[Ss]peech|[Ll]ecture|[Aa]ddress|Keynote)\.?"
)
_SPOKEN_AT = late(
    r"(?P<kind>(?:[Kk]eynote\s|[Pp]ublic\s|[Ii]naugural\s)?(?:[Ss]peech|[Ll]ecture|[Aa]ddress))"
    r"(?:\s(?:given|delivered|held))?\s(?:to|at|before)\s(?:the\s)?(?P<event>[^\W\d_].*)"
)


@rule(
    frozenset({Label.PUBLISHER, Label.CONTAINER, Label.NOTE}),
    having=[Label.TITLE],
    lacking=[Label.VOLUME, Label.PAGES, Label.EVENT],
    words="speech lecture address keynote",
)
def speeches(parts: Parts, index: int) -> Sequence[Span] | None:
    """A word for a lecture or speech that was taken for the publisher: ``The big ditch. Lecture.``.

    Also with where it was given: ``“The big ditch”, speech at the University of Leeds``.
    """
    span = parts[index]
    if found := _SPOKEN_AT.fullmatch(parts.printed(span)):
        return split(span, found, kind=Label.THESIS, event=Label.EVENT)[1:]
    is_kind = _SPOKEN.fullmatch(parts.text, span.start, span.end)
    return [span._replace(label=Label.THESIS)] if is_kind else None


_IN_BRACKETS = late(r"\s\[(?P<kind>[A-Z][\w ’'-]{3,40})\](?:\.\s(?P<event>[^\W\d_a-z][^.]{3,90}))?\Z")


@rule(Label.TITLE, lacking=[Label.REPORT, Label.THESIS], words="speech lecture address keynote", marks="[")
def spoken_in_brackets(parts: Parts, index: int) -> Sequence[Span] | None:
    """A word for a lecture in square brackets after the title, and its event: ``[Lecture]. Ditch Memorial Lecture``."""
    title = parts[index]
    end = title.end + parts.text.startswith("]", title.end)
    found = _IN_BRACKETS.search(parts.text[title.start : end])
    is_spoken = found is not None and _SPOKEN.fullmatch(found["kind"])
    return split(title, found, kind=Label.THESIS, event=Label.EVENT) if found and is_spoken else None


@rule(
    Label.THESIS,
    frozenset({Label.PUBLISHER, Label.CONTAINER}),
    lacking=[Label.EVENT],
    words="speech lecture address keynote",
)
def events_of_speeches(parts: Parts, index: int) -> Sequence[Span] | None:
    """The event of a lecture, after the word for the lecture: ``[Lecture]. Ditch Memorial Lecture``."""
    kind, event = parts.spans[index : index + 2]
    is_event = _SPOKEN.fullmatch(parts.printed(kind)) and SPOKEN.search(parts.printed(event))
    return [kind, event._replace(label=Label.EVENT)] if is_event else None


_NAMED = frozenset({Label.NOTE, Label.PUBLISHER})
_DIGIT = re.compile(r"\d")
_ERIC = re.compile(r"E[DJ]\d{6,7}")
"""A record number of the Education Resources Information Center, which is not a number of the work itself."""


@rule(_NAMED)
def designations(parts: Parts, index: int) -> Sequence[Span] | None:
    """A note or publisher that is a thesis, a manuscript, or a report with its number: ``BT-Drucksache 16/12860``.

    A body before the designation of its paper is the publisher: ``Ditch Institute, Working Paper No. 4``.
    """
    span = parts[index]
    printed = parts.printed(span).strip(" .,;:()[]")
    if _MANUSCRIPT.fullmatch(printed):
        start = parts.text.index(printed, span.start)
        return [span._replace(label=Label.THESIS, start=start, end=start + len(printed))]
    is_note = span.label is Label.NOTE
    if is_fixed_note(span) or _ERIC.fullmatch(printed):
        return None
    if is_note and _THESIS.search(printed) and names_genre(printed):
        return [span._replace(label=Label.THESIS)]
    if not is_note and ends_in_genre(printed):
        return [span._replace(label=Label.REPORT)]
    designation = read_designation(printed) if _DIGIT.search(printed) else None
    is_paper = designation is not None and (is_note or bool(designation.genre))
    if not is_paper or not designation or not designation.number or _VERSION.search(printed):
        return None
    body, comma, _ = parts.printed(span).rpartition(", ")
    if not is_note and comma and looks_like_institution(body) and not names_genre(body):
        end = span.start + len(body)
        return [span._replace(end=end), span._replace(label=Label.REPORT, start=end + len(comma))]
    return [span._replace(label=Label.REPORT)]


@rule(Label.CONTAINER, lacking=[Label.VOLUME, Label.ISSUE, Label.PAGES, Label.EDITOR, Label.REPORT], marks="0123456789")
def numbered_papers(parts: Parts, index: int) -> Sequence[Span] | None:
    """A report's kind and number, taken for a container that has no numbers of its own: ``NICE guideline NG27``."""
    designation = read_designation(parts.printed(parts[index]).strip(" ."))
    is_paper = designation is not None and designation.genre and designation.number
    return [parts[index]._replace(label=Label.REPORT)] if is_paper else None


@rule(
    Label.CONTAINER,
    having=[Label.TITLE],
    lacking=[Label.PUBLISHER, Label.VOLUME, Label.ISSUE, Label.PAGES, Label.EDITOR],
)
def bodies_for_containers(parts: Parts, index: int) -> Sequence[Span] | None:
    """A body that was taken for the container: after a place and a colon, or of a numbered paper.

    ``Geneva: Ditch Office, 18 June 2015``; ``IZA Discussion Paper No. 12, Centre for Hedges, Bonn, March``.
    """
    printed = parts.printed(parts[index])
    is_after_place = index > 0 and parts.labels[index - 1] is Label.PLACE and parts.after(index - 1) == ": "
    is_of_paper = (
        index > 0 and parts.labels[index - 1] is Label.REPORT and any(map(is_institution_word, printed.split()))
    )
    is_body = (is_after_place or is_of_paper) and not (is_periodical(printed) or is_newspaper(printed))
    return [parts[index]._replace(label=Label.PUBLISHER)] if is_body else None


_BRACKETS_LAST = re.compile(r"\s\((?P<paper>[^\W\d_a-z][^()]{3,80}?\d)\)?\.?")


@rule(Label.TITLE, lacking=[Label.REPORT, Label.SERIES, Label.CONTAINER], marks="(")
def papers_in_brackets(parts: Parts, index: int) -> Sequence[Span] | None:
    """A paper or series with its number in brackets at the end of a title: ``Hedges (Serie Zanjas 144)``."""
    title = parts[index]
    left = parts.text.rfind(" (", title.start, title.end)
    found = _BRACKETS_LAST.fullmatch(parts.text[left : title.end]) if left > title.start else None
    designation = read_designation(found["paper"]) if found else None
    is_paper = designation is not None and designation.number and (designation.genre or designation.series)
    if not found or not is_paper:
        return None
    start = left + found.start("paper")
    return [title._replace(end=left), title._replace(label=Label.REPORT, start=start, end=left + found.end("paper"))]


_OFFICIAL_LAST = late(
    rf"(?P<mark>[.,;])?\s(?:(?:Number|No\.)\s)?(?P<number>(?:{OFFICIAL.pattern})|[A-Z]{{2,4}}\d{{2,5}})\Z"
)


@rule(frozenset({Label.TITLE, Label.PUBLISHER}), lacking=[Label.REPORT, Label.VOLUME, Label.ISSUE], marks="0123456789")
def numbers_at_ends(parts: Parts, index: int) -> Sequence[Span] | None:
    """An official number or code, set off at the end of a title: ``Valuing people. Cm 5086``, ``Engaging. RR013``.

    After a publisher it need not be set off: ``The Stationery Office Cm 5086``.
    """
    span = parts[index]
    is_numbered = parts.text[span.end - 1].isdigit() or parts.text.endswith(" final", span.start, span.end)
    found = _OFFICIAL_LAST.search(parts.printed(span)) if is_numbered else None
    if not found or not (found["mark"] or span.label is Label.PUBLISHER):
        return None
    return split(span, found, number=Label.REPORT)


_BEFORE_NUMBER = re.compile(r",?\s+(?:[Nn]o\.?|[Nn]r\.?|[Nn]umber)?\s*#?")
_PAPERS = re.compile(
    r"(?i)(?:\b(?:working|discussion|research|occasional)\s+papers?|(?:arbeits|diskussions)papiere?)\s+series$"
)


_SIGNED = re.compile(r"#\s?(?:[A-Z][a-z]+\s)?\w*\d[\w-]*")


@rule(
    frozenset({Label.REPORT, Label.CONTAINER}),
    frozenset({Label.VOLUME, Label.NOTE}),
    lacking=[Label.ISSUE, Label.PAGES],
)
def numbers_of_reports(parts: Parts, index: int) -> Sequence[Span] | None:
    """A number after the designation of a report is no volume: ``Department Working Paper, 41``, ``Report #103``."""
    called, number = parts.spans[index : index + 2]
    if number.label is Label.NOTE and not _SIGNED.fullmatch(parts.printed(number)):
        return None
    printed = parts.printed(called)
    is_report = _BEFORE_NUMBER.fullmatch(parts.after(index)) and (ends_in_genre(printed) or _PAPERS.search(printed))
    return [called._replace(label=Label.REPORT, end=number.end)] if is_report else None


_IMPRINTS = frozenset({(Label.PLACE,), (Label.PUBLISHER,)})


@rule(Label.SERIES, Label.VOLUME, lacking=[Label.CONTAINER])
def numbers_of_series(parts: Parts, index: int) -> Sequence[Span] | None:
    """A number after a book's series belongs to the series: ``(Applications in the Sciences, No. 7)``.

    Also bare, before the imprint: ``Ditch Textbooks 1. Leeds: Spade``.
    """
    series, number = parts.spans[index : index + 2]
    gap = parts.after(index)
    is_bare = gap == " " and parts.printed(number).isdecimal() and parts.labels[index + 2 : index + 3] in _IMPRINTS
    is_number = is_bare or (gap.strip() and _BEFORE_NUMBER.fullmatch(gap))
    return [series._replace(end=number.end)] if is_number else None


_SERIES_IN_BRACKETS = re.compile(r"\((?P<series>[^()]*\b(?:Lectures|Series|Studies|Library|Monographs))\)")


@rule(Label.TITLE, Label.NOTE, Label.PLACE, lacking=[Label.SERIES], marks="(")
def series_before_places(parts: Parts, index: int) -> Sequence[Span] | None:
    """A series in brackets before the imprint: ``Title. (The Ditch Lectures). Leeds: Spade``."""
    title, note, place = parts.spans[index : index + 3]
    found = _SERIES_IN_BRACKETS.fullmatch(parts.printed(note))
    return [title, *split(note, found, series=Label.SERIES)[1:], place] if found else None


@rule(having=[Label.PUBLISHER], lacking=[Label.SERIES, Label.REPORT], marks=")")
def series_in_brackets(parts: Parts, _: int) -> Sequence[Span] | None:
    """The series of a book, in brackets at the end after the publisher: ``Beltz 2001 (Beltz Pädagogik)``.

    Also if it was taken for the end of the publisher's name: ``Spade Press (Studies in Hedges)``.
    """
    *others, last = parts.spans
    text = parts.text
    if last.label is Label.PUBLISHER and (found := _SERIES_LAST.search(text[last.start : last.end])):
        if _is_its_name(found["series"]):
            return None
        return [*others, *split(last, found, series=Label.SERIES)]
    start = last.start + text.startswith("(", last.start)
    if text[start - 1 : start] != "(" or text[last.end - 1 :].rstrip(" .")[1:] not in ("", ")"):
        return None
    name = text[start : last.end].rstrip(".)")
    is_series = (last.label is Label.PUBLISHER and not _YEAR.search(name)) or (
        last.label is Label.NOTE and (_SERIES_WORD.search(name) or _is_set_after_imprint(parts, name))
    )
    is_after = is_series and Label.PUBLISHER in parts.labels[:-1]
    return [*others, last._replace(label=Label.SERIES, start=start, end=start + len(name))] if is_after else None


def _is_its_name(printed: str) -> bool:
    """Whether words in brackets are the publisher's full name: ``Chatham House (The Royal Institute of Hedges)``."""
    return printed.startswith("The ") and any(map(is_institution_word, printed.split()))


def _is_set_after_imprint(parts: Parts, name: str) -> bool:
    """Whether this follows the year, as series do in the National Library of Medicine's form: ``1974. (Hedges C).``.

    Or has at least three words and follows the publisher: ``University of Chicago Press. (Chicago Guides to Writing)``.
    """
    least = {Label.DATE: 2, Label.PUBLISHER: 3}.get(parts.labels[-2], len(name))
    return parts.after(len(parts.spans) - 2) in (". ", ". (") and len(name.split()) >= least and is_capitalised(name)


_VOLUME_LAST = re.compile(r"[,.]\s(?:[Vv]ol(?:ume|\.)?|Bd\.?|Band|[Tt]om[eo])\s(?P<volume>\d{1,2}|[IVX]{1,4})\Z")


@rule(
    Label.TITLE,
    frozenset({Label.PLACE, Label.PUBLISHER}),
    lacking=[Label.VOLUME, Label.CONTAINER],
    words="vol volume bd band tome tomo",
)
def volumes_of_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """The volume of a book, taken for the end of its title: ``A Framework for Analysis, Volume I``."""
    title, imprint = parts.spans[index : index + 2]
    found = _VOLUME_LAST.search(parts.printed(title))
    return [*split(title, found, volume=Label.VOLUME), imprint] if found else None


@rule(Label.VOLUME, _TAKEN_FOR)
def titles_of_volumes(parts: Parts, index: int) -> Sequence[Span] | None:
    """The title of a volume, after ``Bd. 4:``. A part read as a title counts only if another title precedes it.

    In that case also after a comma: ``vol. I, Il mercato del lavoro``.
    """
    volume, title = parts.spans[index : index + 2]
    is_other = title.label is Label.TITLE and Label.TITLE in parts.labels[:index]
    printed = parts.printed(title)
    title = title._replace(start=title.end - len(printed.lstrip(" ,")))
    gap = parts.text[volume.end : title.start]
    is_after = gap == ": " or (gap == ", " and is_other)
    is_second = title.label is not Label.TITLE or is_other
    return [volume, title._replace(label=Label.VOLUME_TITLE)] if is_after and is_second else None
