"""Corrections based on the other strings of a list: a place without a colon, initials without full stops."""

from collections.abc import Sequence

from reflist.grammar.places import is_place, is_region
from reflist.grammar.publishers import is_listed_publisher
from reflist.late import late
from reflist.prose.labels import Label, Span
from reflist.prose.mending.spans import NAMES
from reflist.prose.values.habits import Habits
from reflist.prose.values.imprints import PlaceOrder

LONGEST_PLACE = 3
"""The most words of a place that no mark separates from the publisher."""

_WORD = r"[^\W\d_a-z][\w’'‐-]*[^\W\d_A-Z]"
_ONE = rf"{_WORD}(?:\s{_WORD})?\s[A-Z]{{1,3}}"
_NAMES_FIRST = late(rf"(?P<names>{_ONE}(?:,\s{_ONE})*)\s(?=[^\W\d_a-z][^\W\d_A-Z]|[‘“\"'A]\s?\w)")
_TITLE_LAST = late(rf"(?P<name>{_ONE})\.\s(?P<title>{_WORD})\Z")
_BETWEEN = frozenset({"", ", "})
_NAMES_BODIES = late(r"(?:United|England|Scotland|Wales|Ireland|Canada|Australia|New\sZealand|Germany|France)\b")
"""Countries: part of the names of many bodies, and not a place of publication by themselves."""

_AFTER_TOWNS = frozenset(
    "University Univ College School Schools Institute Museum Polytechnic Business Metropolitan Borough County City"
    " Council Press Books Academy Hospital Society UP".split()
)
"""Words that belong to the town before them, and so do not begin a publisher's name: ``Oxford | University Press``."""

_OF_TOWNS = frozenset("University Univ College Institute School Polytechnic Hochschule".split())
"""Last words of names that begin with a town: ``Oxford | Internet Institute``."""

_GOES_ON = late(
    r"\b(?:of|for|in|at|and|the|de|du|di|do|da|von|der|New|North|South|East|West|Great|Univ\w*|College|Hochschule)\Z|,\Z"
)
"""Words that cannot end a publisher's name before a place: ``University of New | England``.

Also ``Freie Universität | Berlin``.
"""


def mend_by_habits(text: str, spans: Sequence[Span], habits: Habits) -> Sequence[Span]:
    """The spans of a reference string, in order, corrected by the habits of its list."""
    if habits.bare_initials:
        spans = _without_title(text, _with_names(text, spans))
    if habits.places and (label := _label_of_imprint(spans)):
        spans = [part for span in spans for part in _imprint(text, span, label, habits.places)]
    return spans


def _label_of_imprint(spans: Sequence[Span]) -> Label | None:
    """The label that place and publisher got together; None if both have been found, or neither."""
    labels = [span.label for span in spans]
    if Label.PUBLISHER in labels:
        return None if Label.PLACE in labels else Label.PUBLISHER
    if Label.PLACE in labels:
        return Label.PLACE
    return Label.NOTE if labels[-1:] == [Label.NOTE] else None


def _with_names(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """Names that were taken for the beginning of the title: ``Weir A, Ash B Hedges and us``."""
    index = next((index for index, span in enumerate(spans) if span.label not in NAMES), None)
    if index is None or spans[index].label is not Label.TITLE:
        return spans
    title, before = spans[index], spans[:index]
    found = _NAMES_FIRST.match(text, title.start, title.end)
    if not found or len(before) > 1 or (before and text[before[0].end : title.start] not in _BETWEEN):
        return spans
    start = before[0].start if before else title.start
    names = title._replace(label=Label.AUTHOR, start=start, end=found.end("names"))
    return [names, title._replace(start=found.end()), *spans[index + 1 :]]


def _without_title(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """A title, or its first sentence, that is one word and was taken for a name: ``Weir A. Ditches``."""
    names = spans[0] if spans else None
    found = _TITLE_LAST.search(text[: names.end], names.start) if names and names.label in NAMES else None
    if not names or not found or text[names.end : names.end + 1] not in ".:?":
        return spans
    title = names._replace(label=Label.TITLE, start=found.start("title"))
    rest = spans[1:]
    if rest and rest[0].label is Label.TITLE:
        title, rest = title._replace(end=rest[0].end), rest[1:]
    return [names._replace(end=found.end("name")), title, *rest]


def _imprint(text: str, span: Span, label: Label, order: PlaceOrder) -> Sequence[Span]:
    """The place and the publisher in a part with this label, if only a space separates them."""
    printed = text[span.start : span.end].rstrip(" .")
    words = printed.split(" ")
    if span.label is not label or len(words) < 2 or is_listed_publisher(printed) or is_place(printed):
        return [span]
    for count in range(min(LONGEST_PLACE, len(words) - 1), 0, -1):
        if order is PlaceOrder.FIRST:
            place, publisher = " ".join(words[:count]), " ".join(words[count:])
            if is_place(place) and not _NAMES_BODIES.match(place) and _is_whole(publisher):
                end = span.start + len(place)
                return [span._replace(label=Label.PLACE, end=end), span._replace(label=Label.PUBLISHER, start=end + 1)]
        else:
            place, publisher = " ".join(words[-count:]), " ".join(words[:-count])
            if is_place(place) and " " in publisher and not _GOES_ON.search(publisher):
                end = span.start + len(publisher)
                return [span._replace(label=Label.PUBLISHER, end=end), span._replace(label=Label.PLACE, start=end + 1)]
    return [span]


def _is_whole(publisher: str) -> bool:
    """Whether a publisher's name may begin like this; ``University Press`` of ``Oxford University Press`` may not.

    Nor may a body's that is no press: ``Trent University`` of ``Nottingham Trent University``.
    """
    first = publisher.partition(" ")[0].rstrip(",")
    is_of_town = publisher.partition(",")[0].rpartition(" ")[2] in _OF_TOWNS
    is_named = is_listed_publisher(publisher) or not (is_of_town or first in _AFTER_TOWNS)
    return first[:1].isupper() and is_named and not is_region(first)
