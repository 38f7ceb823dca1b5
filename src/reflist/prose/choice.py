"""Which tagger reads a string: the rules, or what was learned.

The rules know Harvard lists and what pasted pages do to them, and a list that is theirs they read in less time. Of
other styles they know little, but that shows: they leave words over, or find no author, year and title one after the
other.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from reflist.grammar.dates import MONTHS
from reflist.grammar.places import is_place
from reflist.prose import learned, tagger
from reflist.prose.labels import Label, Tag, spans_of
from reflist.prose.learned.confidence import of_record
from reflist.prose.learned.features.enclosed import CLOSING
from reflist.prose.tagger.books import SUPERSCRIPTS
from reflist.prose.tokens import Token, tokenize

Tagger = Callable[[str, Sequence[Token]], Iterable[Tag]]
"""Gives the tag of each token of a string."""

LOOKED_AT = 200
"""So many strings tell what the others of their list are like."""

JUDGED = 40
"""So many of them tell whether the list is the rules'."""

LONGEST = 2_000
"""A longer string says nothing of the others."""

FEWEST = 4
"""Fewer strings are no list: each is judged by itself."""

SHARE = 0.75
"""The share of a list's strings that the rules read whole, if it is theirs."""

TRUSTED = 0.93
"""How sure what was learned is of a record that is left to it, though the rules read it whole too.

Of such strings that training has not seen, 87 in a hundred come out right by this choice, by the rules alone 84.
"""

LEFT = 0.75
"""How sure it is of a record that is left to it in a list of the rules, where these find no place for every word."""

SHORTEST = 3
"""A container has no fewer characters."""

SURE = 0.7
"""How sure the rules are of each part of a string that they read whole."""

TOLD = frozenset(
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
        Label.SERIES,
        Label.PLACE,
        Label.PUBLISHER,
        Label.TRANSLATOR,
        Label.NOTE,
    }
)
"""Of what is told by how it is written, that which the rules may not read otherwise."""

HEADS = frozenset({Label.AUTHOR, Label.EDITOR})
YEARS = frozenset({Label.DATE, Label.ORIGINAL_DATE, Label.STATUS})
SOURCES = frozenset(
    {
        *(Label.CONTAINER, Label.PUBLISHER, Label.REPORT, Label.THESIS, Label.URL, Label.DOI, Label.EVENT),
        *(Label.SPEECH, Label.SERIES, Label.SECTION),
    }
)
"""Where a work with a title appeared: a string that the rules read whole says one of them."""


IMPRINTED = frozenset({Label.PUBLISHER, Label.CONTAINER})
"""What stands behind a title."""

TITLED = frozenset({Label.TITLE, Label.CONTAINER})

_NO_REPORT = frozenset({"Der", "Die", "Das", "Download"})
"""Words that no series or report begins with."""

_OF_REPORT = frozenset({"of", "to", "by", "on"})
_DAY_BEFORE = frozenset({"v", "vom"})
"""Words that lead on to the day of a newspaper."""


def tagger_for(texts: Sequence[str]) -> Tagger:
    """The tagger that reads the strings of a list; for fewer strings than a list has, one that judges each."""
    looked_at = [text for text in texts[:LOOKED_AT] if len(text) <= LONGEST]
    if len(looked_at) < FEWEST:
        return judging
    ruled = {text: list(tagger.tag(text, tokenize(text))) for text in looked_at[:JUDGED]}
    whole = sum(is_whole(tokenize(text), tags) for text, tags in ruled.items())
    if whole < SHARE * len(ruled):
        return learned.Listed(looked_at).tag
    return _Ruled(ruled).tag


class _Ruled(NamedTuple):
    """The tags by the rules, some of which are known.

    Where they leave words over, the tags by what was learned, if it is sure.
    """

    known: dict[str, list[Tag]]

    def tag(self, raw: str, tokens: Sequence[Token]) -> Iterable[Tag]:
        ruled = self.known[raw] if raw in self.known else list(tagger.tag(raw, tokens))
        if is_whole(tokens, ruled):
            return ruled
        read = learned.tag(raw, tokens)
        return read if of_record(span.confidence for span in spans_of(tokens, read)) >= LEFT else ruled


def judging(raw: str, tokens: Sequence[Token]) -> Iterable[Tag]:
    """The tags by what was learned where that is very sure; else by the rules, if they read the string whole."""
    read = learned.tag(raw, tokens)
    if of_record(span.confidence for span in spans_of(tokens, read)) >= TRUSTED:
        return read
    ruled = list(tagger.tag(raw, tokens))
    if not is_whole(tokens, ruled) or _is_told_otherwise(raw, tokens, ruled) or _ends_title_early(ruled, read):
        return read
    return ruled


def is_whole(tokens: Sequence[Token], ruled: Sequence[Tag]) -> bool:
    """Whether the rules find a place for every word and are sure of it, and find what a Harvard reference has."""
    if any(tag.label is Label.NOTE or tag.confidence < SURE for tag in ruled):
        return False
    if any(
        token.text in SUPERSCRIPTS for token in tokens
    ):  # an edition's number beside the year, which they do not know
        return False
    if _is_titled_too_long(tokens, ruled) or _is_ill_parted(tokens, ruled) or _has_odd_source(tokens, ruled):
        return False
    spans = spans_of(tokens, ruled)
    if any(span.label is Label.CONTAINER and span.end - span.start < SHORTEST for span in spans):
        return False  # "Washington, D.C., <http://www.freedomhouse.org>"
    labels = [span.label for span in spans]
    is_headed = len(labels) > 3 and labels[0] in HEADS and labels[1] in YEARS
    return is_headed and Label.TITLE in labels and not SOURCES.isdisjoint(labels)


def _is_told_otherwise(raw: str, tokens: Sequence[Token], ruled: Sequence[Tag]) -> bool:
    """Whether what is told by how it is written is another thing to the rules."""
    told = learned.told_tags(raw, tokens)
    if told and told[0] and told[0].label is Label.TITLE and ruled[0].label is not Label.TITLE:
        return True  # nobody stands before the title
    return any(
        tag is not None and tag.label in TOLD and tag.label is not other.label
        for tag, other in zip(told, ruled, strict=False)
    )


def _ends_title_early(ruled: Sequence[Tag], read: Sequence[Tag]) -> bool:
    """Whether what the rules take for the source begins within what was learned to be a title.

    ``Growing unequal? Income in OECD countries, OECD Publishing, Paris``: a sentence ends within many a title. Or
    whether what they take for editors was learned to be the title of a book: ``In Parties, A. Weir (ed.)``.
    """
    for one, other in zip(ruled, read, strict=True):
        if one.begins and one.label in IMPRINTED and other.label in TITLED - {one.label} and not other.begins:
            return True
        if one.label is Label.EDITOR and other.label is Label.CONTAINER:
            return True
    return False


def _is_ill_parted(tokens: Sequence[Token], ruled: Sequence[Tag]) -> bool:
    """Whether a publisher has a number in brackets, or a container begins with a quotation or has a day.

    Or what a work calls itself begins with an article, or with ``No.`` behind a periodical.
    """
    befores = (None, *(token.text for token in tokens))
    behinds = (*(token.text for token in tokens[1:]), None)
    is_opened = False
    no_reports = _NO_REPORT | {"No"} if any(tag.label is Label.CONTAINER for tag in ruled) else _NO_REPORT
    for before, token, behind, tag in zip(befores, tokens, behinds, ruled, strict=False):
        if tag.begins and tag.label is Label.CONTAINER and token.text == "Report" and behind in _OF_REPORT:
            return True  # "One System. Report of the Review of Tribunals. London"
        if is_opened and tag.label not in (Label.PUBLISHER, Label.SEPARATOR):
            return True
        is_opened = tag.label is Label.PUBLISHER and (token.text == "(" or (is_opened and not tag.begins))
        if tag.label is Label.PUBLISHER and (token.text == "[" or (is_opened and token.text.isdecimal())):
            return True
        if tag.label is Label.PUBLISHER and before == "(" and token.text[:1].islower():
            return True  # "Laterza (disponibile su: www.laterza.it)"
        if tag.label is Label.REPORT and tag.begins and token.text in no_reports:
            return True
        if tag.label in HEADS and token.text == ":":
            return True
        if tag.label is Label.CONTAINER and (
            (tag.begins and token.text in CLOSING) or (before in _DAY_BEFORE and token.text[:1].isdigit())
        ):
            return True
    return False


def _has_odd_source(tokens: Sequence[Token], ruled: Sequence[Tag]) -> bool:
    """Whether a publisher has a number behind a comma (``Press, 352 pp.``), a year or month, or a container is a town.

    Or it ends with a number, which is the volume: ``Philosophy & Public Affairs 12:3``.
    """
    words = ("", *(token.text for token in tokens), "")
    labels = (*(tag.label for tag in ruled), None)
    for before, token, behind, tag, label in zip(words, tokens, words[2:], ruled, labels[1:], strict=False):
        if tag.label is Label.PUBLISHER and token.text.isdecimal() and (before == "," or len(token.text) == 4):
            return True
        if tag.label is Label.PUBLISHER and before == "," and token.text.casefold() in MONTHS:
            return True
        if tag.label is not Label.CONTAINER or label is Label.CONTAINER:
            continue
        if (token.text.isdecimal() and len(token.text) < 4) or (tag.begins and behind == "," and is_place(token.text)):
            return True
    return False


def _is_titled_too_long(tokens: Sequence[Token], ruled: Sequence[Tag]) -> bool:
    """Whether a sentence ends within a title that no quotation marks close in: where it was printed may begin there.

    Or the title ends with "and", as where two publishers follow.
    """
    titled = [index for index, tag in enumerate(ruled) if tag.label is Label.TITLE]
    if not titled or any(token.text in CLOSING for token in tokens[max(titled[0] - 1, 0) : titled[0] + 1]):
        return False
    ends = any(tokens[index].text == "." and index + 1 == behind for index, behind in pairwise(titled))
    return ends or tokens[titled[-1]].text == "and"
