"""The last sentence of a title that in fact names a series, proceedings, a report, a publisher or a site."""

import re
from collections.abc import Sequence

from reflist.grammar.designations import read_designation
from reflist.grammar.places import is_place
from reflist.prose.fixed.presentations import EVENT_WORD
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import is_capitalised, split

_LAST_SENTENCE = re.compile(
    r"(?:(?:(?<=[^\W\d_]{3})|(?<=[)\d’”\"']))\.|(?<=[?!]))\s+(?P<last>[^\W_a-z][^.?!:]{8,}(?:\.\s?[A-Z][^.?!:]*)?)\Z"
)
_MEETING = re.compile(
    r"(?:Proceedings\s(?:of|from)\s|Proc\.\s|(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\s"
    r"(?=[A-Z])|(?:[A-Z]\w+\s){0,2}(?:International|Annual|Biennial|World|European)\s)"
)
_PAPER_LAST = re.compile(
    r",\s+(?P<last>[^\W_a-z][^.,?!:]{0,60}\b(?:[Ww]orking|[Dd]iscussion|[Rr]esearch|[Pp]olicy|[Oo]ccasional|[Tt]echnical)"
    r"\s(?:[Pp]apers?|[Rr]eports?|[Bb]riefs?)\b[^.,?!:]{0,40}\d[\w/-]*)\Z"
)
_BODY_FIRST = re.compile(
    r"(?:Directorate(?:-General)?|Department|Ministry|Office|Institute|Cent(?:er|re)|Bureau|Faculty|School)\s(?:of|for)\s"
)
_SMALL_FIRST = frozenset({"The", "A", "An", "Die", "Der", "Das", "New"})
_SERIES = re.compile(r"(?<!Time )(?<!Lecture )\bSeries\Z")
_YEAR_LAST = re.compile(r"(?:1[89]|20)\d\d\Z")
_LAST_NAME = re.compile(r",\s(?P<last>[A-Z][^.,?!:;]{8,})\Z")
_AFTER_COMMA = frozenset({Label.PUBLISHER})
_LISTED = re.compile(r",\s|\s(?:and|&)\s(?:the\s)?")
_CAPITALISED = re.compile(r"\b[A-Z]\w{3,}")
_ENGLISH = re.compile(r"\s(?:of|and|in|for|the|&)\s")
LONGEST_SMALL = 4
"""Words longer than this have a capital in titles, unless the title is printed like a sentence."""

FEWEST_WORDS = 3
"""The fewest words of the name of a publisher's series: ``Oxford Political Theory``."""


_BEFORE_IMPRINT = ((Label.PUBLISHER,), (Label.PLACE,))
SHORTEST = 6
"""The fewest characters of a title: ``Proc.`` is not one."""


@rule(Label.TITLE, lacking=[Label.CONTAINER, Label.VOLUME, Label.ISSUE, Label.SERIES])
def endings_of_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """``Title. Trends in Education Series, Leeds``, ``Title. Proceedings of the Ditch Conference. Leeds``.

    Also a report with its number, ``Title. PEER Report 12/08``; a series named after its publisher or place,
    ``Title. Oxford Political Theory. Oxford: …``; and a series that has capitals where the title has none, ``The hedge
    and the ditch. Studies in the History of Land. Leeds: …``.
    """
    title = parts[index]
    text = parts.text[: title.end]
    if not parts.has(Label.REPORT) and (paper := _PAPER_LAST.search(text, title.start + SHORTEST)):
        return [title._replace(end=paper.start()), title._replace(label=Label.REPORT, start=paper.start("last"))]
    if _AFTER_COMMA.issuperset(parts.labels[index + 1 : index + 2]) and not parts.has(Label.PAGES):
        named = _LAST_NAME.search(text, title.start + SHORTEST)
        if named and is_capitalised(named["last"]) and _is_set_apart(text[title.start : named.start()], named["last"]):
            return [title._replace(end=named.start()), title._replace(label=Label.SERIES, start=named.start("last"))]
    found = _LAST_SENTENCE.search(text, title.start + SHORTEST)
    label = _label_of(parts, index, text[title.start : found.start()], found["last"]) if found else None
    if found is None or label is None:
        return None
    return [title._replace(end=found.start()), title._replace(label=label, start=found.start("last"))]


def _label_of(parts: Parts, index: int, first: str, last: str) -> Label | None:
    """The label of the last sentence of a title; None if it is part of the title. ``first`` is the text before it."""
    is_book = parts.has(Label.PUBLISHER) and not parts.has(Label.PAGES)
    if not is_book and _MEETING.match(last) and EVENT_WORD.search(last) and is_capitalised(last):
        return Label.CONTAINER
    designation = None if parts.has(Label.REPORT) or _YEAR_LAST.search(last) else read_designation(last)
    if designation and designation.genre and designation.number and is_capitalised(last):
        return Label.REPORT
    if not is_capitalised(last):
        return None
    if _BODY_FIRST.match(last) and parts.labels[index + 1 : index + 2] in _BEFORE_IMPRINT:
        return Label.PUBLISHER
    is_series = _SERIES.search(last) or _is_named_after(parts, index, last)
    return Label.SERIES if is_series or (is_book and _is_set_apart(first, last)) else None


def _is_set_apart(first: str, last: str) -> bool:
    """Whether the end of a title has capitals, as English names do, and its beginning does not."""
    if len(_CAPITALISED.findall(last)) < FEWEST_WORDS or not _ENGLISH.search(last):
        return False
    return _has_small_words(first) and not any(map(is_place, _LISTED.split(last)))


_SITE = re.compile(r"(?P<mark>[.,])\s(?P<site>[^\W\d_a-z][^.,?!:;()\d]{3,40})\Z")
_AFTER_SITES = frozenset({Label.URL, Label.ACCESSED})


@rule(Label.TITLE, _AFTER_SITES, having=[Label.URL], lacking=[Label.CONTAINER, Label.PUBLISHER, Label.EVENT])
def sites_of_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """A site with capitals that was taken for the end of a title without them: ``Skipping songs, Northern Voices``."""
    title, after = parts.spans[index : index + 2]
    found = _SITE.search(parts.printed(title))
    if not found or " " not in found["site"] or not is_capitalised(found["site"]):
        return None
    words = [word for word in parts.text[title.start : title.start + found.start()].split()[1:] if len(word) > 3]
    if not words or any(not word[0].islower() for word in words) or any(map(is_place, found["site"].split(" and "))):
        return None
    return [*split(title, found, site=Label.CONTAINER), after]


def _has_small_words(printed: str) -> bool:
    """Whether a title is printed like a sentence: most of its longer words after the first have no capital."""
    words = [word for word in printed.split()[1:] if len(word) > LONGEST_SMALL]
    return len(words) > 1 and sum(word[0].islower() for word in words) > len(words) / 2


def _is_named_after(parts: Parts, index: int, last: str) -> bool:
    """Whether a sentence begins with the first word of the publisher or the place after it."""
    first, *others = last.split()
    after = parts.labels[index + 1 :]
    names = [parts.printed(span) for span in parts.spans[index + 1 :] if span.label in (Label.PUBLISHER, Label.PLACE)]
    if first in _SMALL_FIRST or len(others) + 1 < FEWEST_WORDS:
        return False
    return Label.PUBLISHER in after and any(name.split()[0] == first for name in names)
