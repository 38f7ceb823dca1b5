"""Titles: joining their sentences, separating the container's title, finding a missing one."""

import re
from collections.abc import Sequence

from reflist.grammar.dates import YEAR
from reflist.grammar.designations import read_designation
from reflist.grammar.institutions import is_acronym, is_institution_word
from reflist.grammar.periodicals import is_abbreviated, is_newspaper, is_periodical
from reflist.grammar.publishers import is_publisher
from reflist.prose.labels import Label, Span
from reflist.prose.mending.reports import is_manuscript
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import is_capitalised, is_fixed_note, joined
from reflist.prose.quotes import QUOTES

_ONE_SENTENCE_ON = re.compile(r"\s*[.:?!–—-]?\s+[–—-]?\s*|\s*")
_CLOSES = frozenset("".join(QUOTES.values()))
_IN = re.compile(r"(?<!\w)(?:[Ii]n|[Ee]n|[Dd]ans|[Ii]m)\b:?\s*(?:(?:his|her|their)\s(?:own\s)?)?$")
_LONGEST_IN = len(": in their own ")
_IN_WORD = re.compile(r"\W*[Ii]n\b")
_PUBLICATION = frozenset({Label.PLACE, Label.TRANSLATOR, Label.EDITION})
_HEAD = frozenset({Label.AUTHOR, Label.EDITOR, Label.DATE, Label.ORIGINAL_DATE, Label.STATUS, Label.DAY})
FEWEST_WORDS = 3
"""The fewest words of a subtitle that was taken for something else."""

_NUMBERED = frozenset({Label.VOLUME, Label.ISSUE, Label.PAGES})
_OTHER_WORK = re.compile(
    r"\s\d{1,3}$|\b(?:Proc|Conf|Symp)\.|(?i:\b(?:proceedings|conference|meeting|symposium|workshop|congress|transactions|tagung|kongress"
    r"|sitzungsberichte|nachrichten|mitteilungen|verhandlungen|abhandlungen|annalen|anzeiger)\b)"
)
"""What a subtitle rarely has: the number of a volume at its end, words for meetings or periodicals."""

_SENTENCE_END = re.compile(r"['’”\"»]?[.:?!]?['’”\"»]? ")
_OF = re.compile(r"\s(?:der|des|für|zur|zum|im|of|for)\s")
_ABSTRACT = re.compile(
    r"[a-zäöüß]{3}(?:ung(?:en)?|schaft|heit|keit|ismus|istik|ität|analysen?|studien?|befunde|perspektiven|vergleich)$"
)
"""Endings of German words for what a book is about, which publishers' names do not have."""

_YEAR_WITHIN = re.compile(rf"{YEAR}(?!$)")
"""A year that is not at the end, as the year of publication would be."""


_ABBREVIATION_LAST = re.compile(r"[.?!]['’”\"]?\s+(?P<word>[^\W\d_a-z][^\W\d_A-Z]{1,11})\Z")
_TITLE_ENDS = re.compile(r"(?P<title>[^.,;:?!]{3,60})(?P<stop>\.|(?<=[?!]))\s+(?=[^\W\d_a-z])")


@rule(Label.TITLE, Label.CONTAINER, marks=".")
def ends_before_abbreviations(parts: Parts, index: int) -> Sequence[Span] | None:
    """The border between a title and a periodical's name, which was drawn one word too late or one sentence too late.

    The name's first word is not part of the title, ``hot! Read. | Teach.``; nor is the end of the title, after a comma,
    part of the name: ``application to Alcedo, | Galápagos. J. Geophys. Res.``
    """
    text = parts.text
    title, container = parts.spans[index : index + 2]
    gap = parts.after(index)
    last = _ABBREVIATION_LAST.search(text[: title.end], title.start) if gap == ". " else None
    if last and is_abbreviated(last["word"]):
        return [title._replace(end=last.start() + 1), container._replace(start=last.start("word"))]
    goes_on = gap in (", ", ": ") and text[title.end - 1] not in QUOTES
    first = _TITLE_ENDS.match(text, container.start, container.end) if goes_on else None
    if first and not is_abbreviated(first["title"]) and _is_named(text[first.end() : container.end]):
        return [title._replace(end=first.end("title")), container._replace(start=first.end())]
    return None


def _is_named(printed: str) -> bool:
    """Whether this is a periodical's name, abbreviated or in full."""
    return ". " in printed or (is_periodical(printed) and " " in printed)


@rule(having=[Label.TITLE])
def second_titles(parts: Parts, _: int) -> Sequence[Span] | None:
    """Two titles that only the end of a sentence separates are one; one after editors or "in" is the container."""
    if parts.labels.count(Label.TITLE) < 2:
        return None
    mended: list[Span] = []
    has_title, has_container = False, parts.has(Label.CONTAINER)
    for index, span in enumerate(parts.spans):
        if span.label is not Label.TITLE or not has_title:
            has_title = has_title or span.label is Label.TITLE
            mended.append(span)
        elif mended[-1].label is Label.TITLE and _is_one_sentence(parts.text, mended[-1], span):
            mended[-1] = joined(mended[-1], span)
        elif not has_container and _is_container(parts, index):
            mended.append(span._replace(label=Label.CONTAINER))
        elif mended[-1].label in _NUMBERS_OF_BOOKS and parts.labels[index + 1 : index + 2] in _IMPRINT_NEXT:
            mended.append(span._replace(label=Label.SERIES))  # Working Paper 4. Policy in a Climate. London
        else:
            mended.append(span)
    return mended


_NUMBERS_OF_BOOKS = frozenset({Label.REPORT, Label.VOLUME})
_IMPRINT_NEXT = frozenset({(Label.PLACE,), (Label.PUBLISHER,)})


def _is_one_sentence(text: str, title: Span, span: Span) -> bool:
    """Whether only the end of a sentence, or a comma, separates two titles."""
    return bool(_ONE_SENTENCE_ON.fullmatch(text, title.end, span.start)) or text[title.end : span.start] == ", "


def _is_container(parts: Parts, index: int) -> bool:
    before, start = parts[index - 1], parts[index].start
    if before.label is Label.EDITOR or _IN.search(parts.text, max(0, start - _LONGEST_IN), start):
        return True
    return parts.labels[index + 1 : index + 2] in _NUMBER_NEXT and before.label is not Label.TITLE


_NUMBER_NEXT = frozenset((label,) for label in _NUMBERED)
_TAKEN_FOR_SUBTITLES = frozenset({Label.NOTE, Label.PUBLISHER, Label.CONTAINER})


@rule(Label.TITLE, _TAKEN_FOR_SUBTITLES, _PUBLICATION | {Label.REPORT})
def subtitles(parts: Parts, index: int) -> Sequence[Span] | None:
    """A subtitle after the title, before a place, translator, edition or number, taken for a note or publisher.

    Or for a container, if no pages, editors or "in" show that there is one: ``Titel. Untertitel, 2. Aufl., Bonn``. But
    a body there is the publisher: ``Titel. Statistisches Bundesamt, Bonn``.
    """
    title, span, last = parts.spans[index : index + 3]
    printed, gap = parts.printed(span), parts.after(index)
    if span.label is not Label.CONTAINER:
        is_subtitle = last.label is not Label.REPORT and _is_subtitle(parts, index + 1, printed, gap)
        return [joined(title, span), last] if is_subtitle else None
    if title.start and parts.text[title.start - 1] in QUOTES:
        title = title._replace(start=title.start - 1)  # "'A Dutch Miracle'. Job growth in the Netherlands"
    is_quoted = parts.text[title.start] in QUOTES and parts.text[title.end - 1] in _CLOSES
    is_rest = gap == ", " and not is_quoted and last.label is Label.REPORT  # "Real People, Real Power, White Paper"
    is_sentence = (is_rest or _SENTENCE_END.fullmatch(gap)) and not is_periodical(printed)
    if is_quoted and last.label is Label.EDITION:
        return None  # “Ditch.” Dictionary of the Land. 10th ed.
    if not is_sentence or _is_contained(parts):
        return None
    if last.label is not Label.REPORT:
        if is_newspaper(printed) or _OTHER_WORK.search(printed):
            return None
        is_free = not parts.has(Label.PUBLISHER) and (gap != " " or parts.text[title.end - 1] in _CLOSES)
        if is_free and _names_body(printed):
            return [title, span._replace(label=Label.PUBLISHER), last]
    return None if is_quoted and gap == " " else [joined(title, span), last]  # “Members.” News release 20. Leeds


def _is_contained(parts: Parts) -> bool:
    """Whether editors, pages, an issue or "in" show that the work is part of another; or a volume without a place.

    If a book's editors are in place of authors, pages only say which part of it is cited.
    """
    is_numbered = parts.has(Label.ISSUE) or (parts.has(Label.VOLUME) and not parts.has(Label.PLACE))
    is_edited_whole = parts.labels[0] is Label.EDITOR
    in_another = Label.EDITOR in parts.labels[is_edited_whole:] or (parts.has(Label.PAGES) and not is_edited_whole)
    return is_numbered or in_another or any(map(_IN_WORD.match, map(parts.after, range(len(parts.spans)))))


def _is_subtitle(parts: Parts, index: int, printed: str, gap: str) -> bool:
    """Whether what was taken for a note or publisher after a title is a sentence of the title."""
    span, after = parts[index], parts.after(index)
    if is_fixed_note(span) or _TRANSLATED.match(printed):
        return False
    if span.label is Label.PUBLISHER and _YEAR_WITHIN.search(printed):
        designation = read_designation(printed)
        return gap in (". ", ", ") and not (designation and designation.genre)
    if span.label is Label.NOTE and gap == ", " and printed[0].isupper() and after == ". ":
        return read_designation(printed) is None and not is_manuscript(printed)
    if gap != ". " or (_is_placed(parts, index) and _is_name(printed)):
        return False
    is_about = " und " in printed and after == ", " and _OF.search(printed)
    named = _OF.split(printed)[0] if is_about else printed  # "Struktur und Prozess der Regierung"
    return _is_worded(printed, named)


_TRANSLATED = re.compile(r"(?i:trad|tr\.|aus\sd|übers)")
"""How a note on the original language of a translation begins."""


def _is_placed(parts: Parts, index: int) -> bool:
    """Whether a part was taken for the only publisher, and is followed by a comma and its place."""
    is_alone = parts.labels[index] is Label.PUBLISHER and parts.labels.count(Label.PUBLISHER) == 1
    return is_alone and parts.labels[index + 1 : index + 2] == (Label.PLACE,) and parts.after(index) == ", "


_GERMAN = re.compile(r"\s(?:der|des|den|dem|die|das|und|im|in|zur|zum|von|vom|für|bei|als|auf|am|an|aus|mit|nach)\s")
_ABOUT = re.compile(
    r"\s(?:in|from|between|towards?|on|versus|vs|under|after|before|beyond|during|through|among|across)\s"
    r"|\sand\s.*\sof\s|\sof\s.*\sand\s"
)


def _is_name(printed: str) -> bool:
    """Whether words are written like a name: ``Mani Manik Prakash``, ``Milwaukee Repertory Theater``.

    German nouns have capitals too, so words that include a small German word are rather a subtitle. So are words that
    include an English preposition rare in names, or "and" and "of": ``National Differences and Trends of Convergence``.
    """
    is_about = _GERMAN.search(printed) or _ABOUT.search(printed)
    return " " in printed and is_capitalised(printed) and not is_about


def _is_worded(printed: str, named: str) -> bool:
    return _is_abstract(printed) or (len(printed.split()) >= FEWEST_WORDS and not _names_body(named))


@rule(
    Label.TITLE,
    Label.PUBLISHER,
    having=[Label.DATE],
    lacking=[Label.PLACE, Label.CONTAINER, Label.REPORT, Label.THESIS],
)
def subtitles_for_publishers(parts: Parts, index: int) -> Sequence[Span] | None:
    """A subtitle after a colon that was taken for a publisher: ``Hedges: The creation of the moat``."""
    title, span = parts.spans[index : index + 2]
    printed = parts.printed(span)
    is_subtitle = parts.after(index) == ": " and len(printed.split()) >= FEWEST_WORDS and not _names_body(printed)
    return [joined(title, span)] if is_subtitle and Label.PUBLISHER not in parts.labels[index + 2 :] else None


def _is_abstract(printed: str) -> bool:
    """Whether this ends like a word for what a book is about, and does not name a body: ``Stadtforschung``."""
    bodies = any(map(is_institution_word, re.split(r"[\s-]+", printed)))
    return bool(_ABSTRACT.search(printed)) and not bodies and not is_publisher(printed)


def _names_body(printed: str) -> bool:
    """Whether this names a publisher; ``Government Forms and Performance`` does not, though it begins as if it did."""
    first, *others = printed.split()
    begins = is_institution_word(first) and (len(others) < FEWEST_WORDS or others[0].islower())
    tells = begins or any(map(is_institution_word, others)) or any(map(is_acronym, (first, *others)))
    return tells or is_publisher(printed) or is_publisher(" ".join(others)) or bool(_FIRM.fullmatch(printed))


_NAMED = r"[A-Z][\w’'-]+(?<!ion)(?<!ics)(?<!ice)(?<!ory)(?<!ure)(?<!ent)(?<!ism)(?<!ity)(?<!ess)(?<!nce)(?<!ing)"
_FIRM = re.compile(rf"{_NAMED}(?:,\s{_NAMED})*(?:,?\s(?:and|&)\s(?:{_NAMED}|Co\.?)){{1,2}}")
"""Names of partners: ``Barrie and Jenkins``, ``Longmans, Green & Co``; but not ``Theory and Practice``."""


_LEADING = re.compile(r"\s(?:seit|bis|nach|vor|um|ab|since|until|after|before)\s\Z")
_LEADS_TO_YEAR = re.compile(
    r"(?:,?\s+(?:seit|bis|nach|vor|von|um|ab|since|until|from|to|after|before|in|between|and|und|zwischen)){0,2}\s+"
)
_TITLED = frozenset({Label.TITLE, Label.CONTAINER, Label.PUBLISHER, Label.NOTE})


@rule(_TITLED, Label.DATE)
def years_of_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """Years that are part of a title, if another year is the date: ``Deutsche Geschichte seit 1945``, ``1800–1866``."""
    title, date = parts.spans[index : index + 2]
    if not _LEADS_TO_YEAR.fullmatch(parts.after(index)) or parts.is_first(index + 1):
        return None
    years = [parts.printed(span)[:4] for span in parts.spans[:index] if span.label is Label.DATE]
    is_other = bool(years) and parts.printed(date)[:4] not in years
    is_before = _leads_to_year(parts, index + 1) or _spans_years(parts, index + 1)
    is_of_title = is_other or is_before or _names_meeting(parts, title, date)
    return [joined(title, date)] if is_of_title else None


def _leads_to_year(parts: Parts, index: int) -> bool:
    """Whether a preposition precedes a year, and another year follows it: ``Parteien vor 1918, Köln 1973``."""
    start = parts[index].start
    return Label.DATE in parts.labels[index + 1 :] and bool(_LEADING.search(parts.text[max(0, start - 10) : start]))


_SPAN_OF_YEARS = re.compile(rf"{YEAR}\s?[–-]\s?(?:{YEAR}|\d\d)")


def _spans_years(parts: Parts, index: int) -> bool:
    """Whether years are a span of time, and a single year follows."""
    after = (span for span in parts.spans[index + 1 :] if span.label is Label.DATE)
    is_span = _SPAN_OF_YEARS.fullmatch(parts.text, parts[index].start, parts[index].end)
    return bool(is_span) and any(len(parts.printed(span)) == 4 for span in after)


def _names_meeting(parts: Parts, container: Span, year: Span) -> bool:
    """Whether a year ends the name of a meeting, and another is that of publication: ``…, ICFHR 2018, … (2018)``."""
    if container.label is not Label.CONTAINER or parts.text[container.end : year.start] != " ":
        return False
    return parts.labels.count(Label.DATE) > 1 and is_acronym(parts.printed(container).rpartition(" ")[2])


_ANY_YEAR = re.compile(YEAR)


@rule(lacking=[Label.TITLE, Label.STATUTE, Label.CASE])
def missing_title(parts: Parts, _: int) -> Sequence[Span] | None:
    """The missing title: the first part after names and year, if it was taken for a note or a publisher.

    Or for a container, if a whole book is cited: ``Rossi M, editor. Handbook of bone disease. Saunders``.
    """
    spans = parts.spans
    containers = [index for index, label in enumerate(parts.labels) if label is Label.CONTAINER]
    if len(containers) == 2:
        one, other = (spans[index] for index in containers)
        if not parts.has(*_NUMBERED) and parts.text[one.end : other.start] == ". ":
            whole = other._replace(label=Label.TITLE, start=one.start)
            return [whole if span is other else span for span in spans if span is not one]
        if not containers[0]:  # a newspaper in place of the author
            return [span._replace(label=Label.TITLE) if span is other else span for span in spans]
    index = next((index for index in range(len(spans)) if not _is_headed(parts, index)), None)
    if index is not None and containers == [index] and (pair := _split_title(parts, index)):
        return [*spans[:index], *pair, *spans[index + 1 :]]
    if index is None or not _may_be_title(parts, index):
        return None
    return [*spans[:index], spans[index]._replace(label=Label.TITLE), *spans[index + 1 :]]


def _split_title(parts: Parts, index: int) -> Sequence[Span]:
    """A short title and the known periodical after it that were taken for one container: ``Hecken. Die Zeit``."""
    container = parts[index]
    title, stop, name = parts.printed(container).partition(". ")
    is_title = stop and len(title) >= SHORTEST_TITLE and not (is_abbreviated(title) or ". " in name)
    if not is_title or not (is_periodical(name) or is_newspaper(name)):
        return ()
    end = container.start + len(title)
    return [container._replace(label=Label.TITLE, end=end), container._replace(start=end + len(stop))]


SHORTEST_TITLE = 5


def _is_headed(parts: Parts, index: int) -> bool:
    """Whether a part comes before the title; the number of a standard does if a note in quotation marks follows it."""
    label = parts.labels[index]
    if label is not Label.REPORT:
        return label in _HEAD
    note = parts.spans[index + 1] if index + 1 < len(parts.spans) else None  # 3GPP TS 23.161: "Hedges"
    return note is not None and note.label is Label.NOTE and parts.text[note.start - 1 : note.start] in QUOTES


_DATED_ONLINE = frozenset({Label.DATE, Label.URL, Label.ACCESSED})


def _is_alone(parts: Parts, index: int) -> bool:
    """Whether only a year and an address follow a part, and the part is not a newspaper."""
    return _DATED_ONLINE.issuperset(parts.labels[index + 1 :]) and not is_newspaper(parts.printed(parts[index]))


def _is_imprinted(parts: Parts) -> bool:
    """Whether there is an imprint and, besides, an edition without a volume or editors without authors and pages."""
    is_edited = parts.has(Label.EDITOR) and not parts.has(Label.AUTHOR, Label.PAGES)
    is_printed_again = parts.has(Label.EDITION) and not parts.has(Label.VOLUME)
    return parts.has(Label.PLACE, Label.PUBLISHER) and (is_edited or is_printed_again)


def _may_be_title(parts: Parts, index: int) -> bool:
    label, start = parts.labels[index], parts[index].start
    if Label.EDITOR in parts.labels[index:] and _IN.search(parts.text[:start], max(0, start - _LONGEST_IN)):
        return False  # "L. Moreno, in Nations, eds M. Keating" does not give a title
    is_book = parts.has(Label.PUBLISHER, Label.EDITION, Label.REPORT) and not parts.has(*_NUMBERED)
    is_book = is_book or (_is_imprinted(parts) and not parts.has(Label.ISSUE))
    is_free = (
        (label is Label.NOTE and not parts.text[start].islower())
        or (label is Label.PUBLISHER and index > 0)
        or (label is Label.CONTAINER and (is_book or _is_alone(parts, index)))
    )
    return is_free and not any(map(str.isdigit, _ANY_YEAR.sub("", parts.printed(parts[index]))))
