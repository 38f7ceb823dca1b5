"""A reference string, of which rules claim parts."""

import re
from collections.abc import Iterator, Sequence

from reflist.late import late
from reflist.prose.labels import Label, Span, Tag
from reflist.prose.tokens import Token, words_in

CLAIMED = "\0"
"""The replacement for claimed characters in `Line.open`, which no pattern should match across."""

SURE = 0.95
"""The confidence of a rule, unless it gives another."""

_BREAK = re.compile(
    r"""[,;]\s+
      | \0[\0\s,.;:]*
      | (?<!\b[A-Z])(?<!\b[A-Z][a-z])                               # a full stop that ends no abbreviation ...
        (?<!\b(?:no|No|vs|cf|nr|ed|al|St|Dr|Mr|Bd))(?<!\b(?:vol|eds|edn|Vol|Mrs|Rev|art))
        \.\s+(?=[^\W\da-z]|[‘“"'*\d(])                              # ... before what can begin a sentence
      | (?<=[?!])\s+(?=[A-ZÀ-Þ‘“])
      | (?P<brackets>\([^()]*\)|\[[^\[\]]*\])                       # what they hold is not split
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(
    r"(?:\.\.|(?:^|[\s.\-‐])[^\W\da-z]\.|\b(?:[JS]r|Inc|Ltd|Co|Corp|al|diss|[Uu]niv|[A-Z][a-z]\b(?<!\b[A-Z][aeiou]))\.)$"
)

_WORD = re.compile(r"\w")
_SEPARATING = Tag(Label.SEPARATOR)


class Form:
    """A pattern for a printed form, and words of which every match contains at least one.

    The words are in lower case, separated by spaces, as `words_in` gives them. A line without any of a form's words,
    which is the usual case, is not searched with the much slower pattern. A form without words is searched for in all
    lines.
    """

    def __init__(self, words: str, pattern: str, flags: int = 0) -> None:
        self.words = frozenset(words.split())
        self._pattern = late(pattern, flags)

    def search(self, line: "Line") -> re.Match[str] | None:
        """The first match in the unclaimed text of a line."""
        if self.words and self.words.isdisjoint(line.words):
            return None
        return self._pattern.search(line.open)

    def match(self, line: "Line") -> re.Match[str] | None:
        """The match at the start of a line's unclaimed text."""
        if self.words and self.words.isdisjoint(line.words):
            return None
        return self._pattern.match(line.open)

    def finditer(self, line: "Line") -> Iterator[re.Match[str]]:
        """All matches in the unclaimed text of a line, as it is now."""
        if self.words and self.words.isdisjoint(line.words):
            return iter(())
        return self._pattern.finditer(line.open)


class Forms:
    """Several printed forms of one thing, in order."""

    def __init__(self, *forms: Form) -> None:
        self._all = forms
        self._without = [form for form in forms if not form.words]
        self._words = frozenset[str]().union(*(form.words for form in forms))

    def of(self, line: "Line", *, worded: bool = False) -> Sequence[Form]:
        """The forms worth searching for in a line; ``worded``: only those that have words."""
        if self._words.isdisjoint(line.words):
            return () if worded else self._without
        found = self._words & line.words
        return [form for form in self._all if (not found.isdisjoint(form.words) if form.words else not worded)]


PARTS = {
    "names": Label.AUTHOR,
    "title": Label.TITLE,
    "container": Label.CONTAINER,
    "editors": Label.EDITOR,
    "edition": Label.EDITION,
    "place": Label.PLACE,
    "publisher": Label.PUBLISHER,
    "day": Label.DAY,
    "year": Label.DATE,
    "published": Label.DATE,
    "volume": Label.VOLUME,
    "issue": Label.ISSUE,
    "pages": Label.PAGES,
    "accessed": Label.ACCESSED,
}
"""The labels of the groups in forms of whole references, by the groups' names."""

Segment = tuple[int, int]
"""The offsets of an unclaimed part of a line."""


class Line:
    """A reference string, its words in lower case, and the spans that rules have claimed so far.

    ``body`` is the start of the part after authors and year. Once they have been found, ``container_start`` is the
    start of the containing book's title, and ``numbers_start`` the start of a periodical's volume, issue and pages.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.open = text
        self.words = words_in(text)
        self.spans: list[Span] = []
        self._labels: set[Label] = set()  # of the spans; read far more often than changed
        self.body = 0
        self.container_start: int | None = None
        self.numbers_start: int | None = None

    def tells(self, words: frozenset[str]) -> bool:
        """Whether the string contains one of these words (in lower case); rules that need one check this first."""
        return not words.isdisjoint(self.words)

    def claim(self, start: int, end: int, label: Label, confidence: float = SURE) -> None:
        """Label a part; white space, commas and semicolons at its ends are claimed but are not part of the span."""
        part = self.text[start:end]
        first = start + len(part) - len(part.lstrip(" ,;"))
        last = end - len(part) + len(part.rstrip(" ,;"))
        if first < last and label is not Label.SEPARATOR:
            self.spans.append(Span(label, first, last, confidence))
            self._labels.add(label)
        self.open = self.open[:start] + CLAIMED * (end - start) + self.open[end:]

    def claim_match(self, found: re.Match[str], confidence: float = SURE, /, **labels: Label) -> None:
        """Label the named groups of a match that took part in it; the rest of the match becomes separators."""
        self.claim(found.start(), found.end(), Label.SEPARATOR)
        for group, label in labels.items():
            if found[group]:
                self.claim(*found.span(group), label, confidence)

    def claim_parts(self, found: re.Match[str]) -> None:
        """Label the groups of a match by their names, which must be in `PARTS`."""
        self.claim_match(found, **{group: PARTS[group] for group in found.groupdict()})

    def claim_title(self, start: int, end: int, label: Label, confidence: float = SURE) -> None:
        """Label a title or name without the full stop of its sentence; the stop of an abbreviation is included."""
        printed = self.open[start:end].rstrip(" ,;:([")
        ends_sentence = printed.endswith(".") and not _ABBREVIATED.search(printed)
        self.claim(start, start + len(printed) - ends_sentence, label, confidence)

    def of(self, *labels: Label) -> list[Span]:
        """The spans claimed with one of these labels, in order."""
        return sorted((span for span in self.spans if span.label in labels), key=lambda span: span.start)

    def has(self, *labels: Label) -> bool:
        """Whether a span with one of these labels has been claimed."""
        return not self._labels.isdisjoint(labels)

    def relabel(self, before: Label, after: Label, confidence: float) -> None:
        """Change the label of all spans with one label."""
        changed = [span._replace(label=after, confidence=confidence) for span in self.of(before)]
        self.spans = [span for span in self.spans if span.label is not before] + changed
        self._labels = {span.label for span in self.spans}

    def printed(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    @property
    def title_end(self) -> int:
        """The end of the claimed title; the start of the body if there is none."""
        return max((span.end for span in self.of(Label.TITLE)), default=self.body)

    def has_words(self, start: int, end: int) -> bool:
        """Whether there is an unclaimed letter or digit between these offsets."""
        return bool(_WORD.search(self.open, start, end))

    def segments(self, start: int | None = None, end: int | None = None) -> list[Segment]:
        """The unclaimed parts of the body between commas, semicolons, sentence ends and claimed parts.

        Commas inside brackets do not separate segments.
        """
        return list(self._segments(self.body if start is None else start, len(self.open) if end is None else end))

    def segment_after(self, start: int, longest: int | None = None) -> Segment | None:
        """The first segment from an offset on; None if no word follows, or none within ``longest`` characters."""
        end = len(self.open) if longest is None else min(start + longest, len(self.open))
        segment = next(self._segments(start, end), None)
        return None if segment and segment[1] == end < len(self.open) else segment

    def adjoin(self, one: Segment, other: Segment) -> bool:
        """Whether there is only punctuation between two segments, and nothing claimed."""
        return CLAIMED not in self.open[one[1] : other[0]]

    def _segments(self, start: int, end: int) -> Iterator[Segment]:
        begin = start
        for mark in _BREAK.finditer(self.open, start, end):
            if not mark["brackets"]:
                yield from self._bare(begin, mark.start())
                begin = mark.end()
        yield from self._bare(begin, end)

    def _bare(self, start: int, end: int) -> Iterator[Segment]:
        """The part without white space and stray punctuation at its ends, if a word is left."""
        part = self.open[start:end]
        first = start + len(part) - len(part.lstrip(" .,;:\0"))
        last = end - len(part) + len(part.rstrip(" ,;:\0"))
        if first < last and self.has_words(first, last):
            yield first, last

    def claimed(self, tokens: Sequence[Token]) -> list[Tag | None]:
        """The tag of each token that rules have claimed, None for all others."""
        spans = iter(sorted(self.spans, key=lambda span: span.start))
        span, fresh = next(spans, None), True
        tags = list[Tag | None]()
        for token in tokens:
            if self.open[token.start] != CLAIMED:
                tags.append(None)
                continue
            while span and span.end <= token.start:
                span, fresh = next(spans, None), True
            if span and span.start < token.end:
                tags.append(Tag(span.label, fresh, span.confidence))
                fresh = False
            else:
                tags.append(_SEPARATING)
        return tags

    def tags(self, tokens: Sequence[Token]) -> Iterator[Tag]:
        """The tag of each token; unclaimed tokens are separators."""
        spans = iter(sorted(self.spans, key=lambda span: span.start))
        span = next(spans, None)
        fresh = True
        for token in tokens:
            while span and span.end <= token.start:
                span, fresh = next(spans, None), True
            if span and span.start < token.end:
                yield Tag(span.label, fresh, span.confidence)
                fresh = False
            else:
                yield _SEPARATING
