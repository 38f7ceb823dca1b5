"""Choosing the tagger for a string: the rules or the learned one.

The rules know Harvard lists and what pasted pages do to them, and read such lists in less time. They know little of
other styles, but this is noticeable: they leave words unclaimed, or do not find an author, year and title in this
order.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reflist.grammar.dates import MONTHS
from reflist.grammar.places import is_place
from reflist.prose import learned, tagger
from reflist.prose.fixed.editions import SUPERSCRIPTS
from reflist.prose.labels import Label, Span, Tag, spans_of
from reflist.prose.learned.agreement import seen_in, unity
from reflist.prose.learned.confidence import of_record
from reflist.prose.learned.features.enclosed import CLOSING
from reflist.prose.learned.readings import Part
from reflist.prose.tokens import Token, tokenize

Tagger = Callable[[str, Sequence[Token]], Iterable[Tag]]
"""Gives the tag of each token of a string."""

LOOKED_AT = 200
"""The number of strings from which the character of a list is inferred."""

JUDGED = 40
"""The number of these from which it is decided whether the rules read the list."""

LONGEST = 2_000
"""A longer string is not evidence for the others."""

FEWEST = 4
"""Fewer strings are no list: each is judged by itself."""

SHARE = 0.75
"""The rules read a list if they can read this share of its strings completely."""

UNITED = 0.6
"""How far its strings must have one style (`reflist.prose.learned.agreement.unity`); else each is judged by itself."""

TRUSTED = 0.93
"""The learned tagger's confidence in a record from which it is preferred to the rules even if these read it completely.

Of such strings that were not used in training, this choice reads 87 in a hundred correctly, the rules alone 84.
"""

LEFT = 0.75
"""Its confidence in a record from which it is preferred, in a list for the rules, if these leave words unclaimed."""

SHORTEST = 3
"""The least number of characters in a container."""

SURE = 0.7
"""The least confidence of the rules in each part of a string that they read completely."""

FIXED = frozenset(
    {
        Label.VERSION,
        Label.KIND,
        Label.VOLUME,
        Label.ISSUE,
        Label.PAGES,
        Label.CONTAINER,
        Label.EDITOR,
        Label.DAY,
        Label.REPORT,
        Label.THESIS,
        Label.EVENT,
        Label.NUMBER,
        Label.SERIES,
        Label.PLACE,
        Label.PUBLISHER,
        Label.TRANSLATOR,
        Label.NOTE,
    }
)
"""Of the labels recognised by form (`reflist.prose.fixed`), those that the rules must not contradict."""

HEADS = frozenset({Label.AUTHOR, Label.EDITOR})
YEARS = frozenset({Label.DATE, Label.ORIGINAL_DATE, Label.STATUS})
SOURCES = frozenset(
    {
        *(Label.CONTAINER, Label.PUBLISHER, Label.REPORT, Label.THESIS, Label.URL, Label.DOI, Label.EVENT),
        *(Label.SPEECH, Label.SERIES, Label.SECTION),
    }
)
"""Labels of where a work appeared: a string that the rules read completely has one of them."""


IMPRINTED = frozenset({Label.PUBLISHER, Label.CONTAINER})
"""Labels that follow a title."""

TITLED = frozenset({Label.TITLE, Label.CONTAINER})

SERIAL = frozenset({Label.SERIES, Label.REPORT})
IMPRINTS_AND_ADDRESSES = frozenset({Label.PUBLISHER, Label.PLACE, Label.URL, Label.DOI})
_NO_NAMES = frozenset({"ed", "eds", "online"})
"""Words in brackets that are no part of a book's title."""

_NO_REPORT = frozenset({"Der", "Die", "Das", "Download"})
"""Words that do not begin a series or report."""

_OF_REPORT = frozenset({"of", "to", "by", "on"})
_DAY_BEFORE = frozenset({"v", "vom"})
"""Words before the date of a newspaper."""


def tagger_for(texts: Sequence[str]) -> Tagger:
    """The tagger that reads the strings of a list; for fewer strings than a list has, one that judges each string."""
    looked_at = [text for text in texts[:LOOKED_AT] if len(text) <= LONGEST]
    if len(looked_at) < FEWEST:
        return judging
    ruled = {text: list(tagger.tag(text, tokenize(text))) for text in looked_at[:JUDGED]}
    whole = sum(is_whole(tokenize(text), tags) for text, tags in ruled.items())
    if whole < SHARE * len(ruled) or _unity(ruled) < UNITED:
        return _Learned(learned.Listed(looked_at)).tag
    return _Ruled(ruled).tag


def _unity(ruled: Mapping[str, Sequence[Tag]]) -> float:
    """How far the strings have one style, by the tags of the rules (0 to 1)."""
    spans = ((text, spans_of(tokenize(text), tags)) for text, tags in ruled.items())
    parts = ((text, [Part(span.label, span.start, span.end) for span in found]) for text, found in spans)
    return unity(seen_in(text, found) for text, found in parts)


class _Learned(NamedTuple):
    """The learned tagger's tags, or those of the rules where a string has the form that they read."""

    listed: learned.Listed

    def tag(self, raw: str, tokens: Sequence[Token]) -> Sequence[Tag]:
        read = self.listed.tag(raw, tokens)
        spans = spans_of(tokens, read)
        return _judged(raw, tokens, read, spans) if _is_headed([span.label for span in spans]) else read


class _Ruled(NamedTuple):
    """The tags by the rules, some of which are already known.

    If the rules leave words unclaimed, the tags of the learned tagger are used if it is confident.
    """

    known: dict[str, list[Tag]]

    def tag(self, raw: str, tokens: Sequence[Token]) -> Iterable[Tag]:
        ruled = self.known[raw] if raw in self.known else list(tagger.tag(raw, tokens))
        if is_whole(tokens, ruled):
            return ruled
        read = learned.tag(raw, tokens)
        return read if of_record(span.confidence for span in spans_of(tokens, read)) >= LEFT else ruled


def judging(raw: str, tokens: Sequence[Token]) -> Iterable[Tag]:
    """The learned tagger's tags if it is very confident; else those of the rules, if they read the whole string."""
    read = learned.tag(raw, tokens)
    return _judged(raw, tokens, read, spans_of(tokens, read))


def _judged(raw: str, tokens: Sequence[Token], read: Sequence[Tag], spans: Sequence[Span]) -> Sequence[Tag]:
    """The learned tagger's tags ``read``, with their ``spans``, or those of the rules instead, as for `judging`."""
    if of_record(span.confidence for span in spans) >= TRUSTED:
        return read
    ruled = list(tagger.tag(raw, tokens))
    if not is_whole(tokens, ruled) or _contradicts_fixed(raw, tokens, ruled) or _ends_title_early(ruled, read):
        return read
    return ruled


def is_whole(tokens: Sequence[Token], ruled: Sequence[Tag]) -> bool:
    """Whether the rules claim every word with confidence, and find the parts of a Harvard reference."""
    if any(tag.label is Label.NOTE or tag.confidence < SURE for tag in ruled):
        return False
    if any(
        token.text in SUPERSCRIPTS for token in tokens
    ):  # the number of an edition beside the year, which the rules do not know
        return False
    if _is_titled_too_long(tokens, ruled) or _is_ill_split(tokens, ruled) or _has_odd_source(tokens, ruled):
        return False
    if _lacks_source(ruled) or _is_run_together(tokens, ruled):
        return False
    spans = spans_of(tokens, ruled)
    if any(span.label is Label.CONTAINER and span.end - span.start < SHORTEST for span in spans):
        return False  # "Washington, D.C., <http://www.freedomhouse.org>"
    labels = [span.label for span in spans]
    return _is_headed(labels) and Label.TITLE in labels and not SOURCES.isdisjoint(labels)


def _is_headed(labels: Sequence[Label]) -> bool:
    """Whether names come first and the year second, as in a Harvard reference."""
    return len(labels) > 3 and labels[0] in HEADS and labels[1] in YEARS


def _contradicts_fixed(raw: str, tokens: Sequence[Token], ruled: Sequence[Tag]) -> bool:
    """Whether the rules label anything differently that is recognised by its form."""
    fixed = learned.fixed_tags(raw, tokens)
    if fixed and fixed[0] and fixed[0].label is Label.TITLE and ruled[0].label is not Label.TITLE:
        return True  # there is no name before the title
    return any(
        tag is not None and tag.label in FIXED and tag.label is not other.label
        for tag, other in zip(fixed, ruled, strict=False)
    )


def _ends_title_early(ruled: Sequence[Tag], read: Sequence[Tag]) -> bool:
    """Whether the source found by the rules begins within the title of the learned tagger.

    ``Growing unequal? Income in OECD countries, OECD Publishing, Paris``: many titles contain the end of a sentence. Or
    whether editors found by the rules are the title of a book for the learned tagger: ``In Parties, A. Weir (ed.)``.
    """
    for one, other in zip(ruled, read, strict=True):
        if one.begins and one.label in IMPRINTED and other.label in TITLED - {one.label} and not other.begins:
            return True
        if one.label is Label.EDITOR and other.label is Label.CONTAINER:
            return True
        if one.label is Label.TITLE and other.label is Label.SERIES and other.begins:
            return True
        if one.begins and one.label is Label.PLACE and other.label is Label.TITLE and not other.begins:
            return True
    return False


def _is_ill_split(tokens: Sequence[Token], ruled: Sequence[Tag]) -> bool:
    """Whether a publisher has a number in brackets, or a container begins with a quotation or has a day.

    Or whether a report or series begins with an article, or with ``No.`` after a periodical.
    """
    befores = (None, *(token.text for token in tokens))
    afters = (*(token.text for token in tokens[1:]), None)
    is_opened = False
    no_reports = _NO_REPORT | {"No"} if any(tag.label is Label.CONTAINER for tag in ruled) else _NO_REPORT
    for before, token, after, tag in zip(befores, tokens, afters, ruled, strict=False):
        if tag.begins and tag.label is Label.CONTAINER and token.text == "Report" and after in _OF_REPORT:
            return True  # "One System. Report of the Review of Tribunals. London"
        if is_opened and tag.label not in (Label.PUBLISHER, Label.SEPARATOR):
            return True
        is_opened = tag.label is Label.PUBLISHER and (token.text == "(" or (is_opened and not tag.begins))
        if tag.label is Label.PUBLISHER and (token.text == "[" or (is_opened and token.text.isdecimal())):
            return True
        if tag.label is Label.PUBLISHER and before == "(" and token.text[:1].islower():
            return True  # "Laterza (disponibile su: www.laterza.it)"
        if tag.label is Label.REPORT and tag.begins and (token.text in no_reports or before == "["):
            return True
        if tag.label in HEADS and token.text == ":":
            return True
        if tag.label is Label.ISSUE and before is not None and before.isdecimal() and token.text.casefold() in MONTHS:
            return True  # "Science 162 (13 December)"
        if tag.label is Label.CONTAINER and (
            (tag.begins and token.text in CLOSING) or (before in _DAY_BEFORE and token.text[:1].isdigit())
        ):
            return True
    return False


def _has_odd_source(tokens: Sequence[Token], ruled: Sequence[Tag]) -> bool:
    """Whether a publisher has a number after a comma (``Press, 352 pp.``), a year or month, or a container is a town.

    Or whether a container ends with a number, which is the volume, ``Philosophy & Public Affairs 12:3``, or with a
    place in brackets: ``Knowledge and control (London, Ditch)``.
    """
    words = ("", *(token.text for token in tokens), "")
    labels = (*(tag.label for tag in ruled), None)
    for before, token, after, tag, label in zip(words, tokens, words[2:], ruled, labels[1:], strict=False):
        if tag.label is Label.PUBLISHER and token.text.isdecimal() and (before in ",." or len(token.text) == 4):
            return True
        if tag.label is Label.PUBLISHER and before == "," and token.text.casefold() in MONTHS:
            return True
        if tag.label is Label.PUBLISHER and token.text == ":" and not tag.begins:
            return True  # "New Brunswick (USA) and London (UK): Transaction"
        if tag.label is not Label.CONTAINER or label is Label.CONTAINER:
            continue
        if (token.text.isdecimal() and len(token.text) < 4) or (tag.begins and after == "," and is_place(token.text)):
            return True
        if token.text == "DOI":
            return True
    return any(
        tag.label is Label.CONTAINER and before == "(" and after == "," and is_place(token.text)
        for before, token, after, tag in zip(words, tokens, words[2:], ruled, strict=False)
    )


def _lacks_source(ruled: Sequence[Tag]) -> bool:
    """Whether a series or report has neither a periodical nor an imprint, or editors after a title edit no book.

    ``“Title.” BMJ 372 n71.``; ``“Title.” In A. Weir, ed. Hedges in the North Gate Press.``
    """
    labels = [tag.label for tag in ruled]
    if Label.CONTAINER in labels:
        return False
    if Label.PUBLISHER not in labels:
        return not SERIAL.isdisjoint(labels) and IMPRINTS_AND_ADDRESSES.isdisjoint(labels)
    titled = labels.index(Label.TITLE) if Label.TITLE in labels else 0
    return Label.AUTHOR in labels and Label.EDITOR in labels[titled:]


def _is_run_together(tokens: Sequence[Token], ruled: Sequence[Tag]) -> bool:
    """Whether a title includes ``In:``, a book its editors or ``[online]``, or a publisher without a place its town."""
    has_place = any(tag.label is Label.PLACE for tag in ruled)
    for (tag, after), (token, follower) in zip(pairwise(ruled), pairwise(tokens), strict=True):
        if tag.label is Label.TITLE and token.text in ("In", "in") and follower.text == ":":
            return True
        if tag.label is Label.CONTAINER and token.text in "([" and follower.text.lower() in _NO_NAMES:
            return True
        if tag.label is Label.PUBLISHER is after.label and tag.begins and not has_place and is_place(token.text):
            return follower.text[:1].isupper() and follower.text != "University"
    return False


def _is_titled_too_long(tokens: Sequence[Token], ruled: Sequence[Tag]) -> bool:
    """Whether a sentence ends within a title without quotation marks, where the publication details may begin.

    Or whether the title ends with "and", as if two publishers follow.
    """
    titled = [index for index, tag in enumerate(ruled) if tag.label is Label.TITLE]
    if not titled or any(token.text in CLOSING for token in tokens[max(titled[0] - 1, 0) : titled[0] + 1]):
        return False
    ends = any(tokens[index].text == "." and index + 1 == after for index, after in pairwise(titled))
    return ends or tokens[titled[-1]].text == "and"
