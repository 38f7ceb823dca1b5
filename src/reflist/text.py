"""A string with marks on it: the type of titles and abstracts.

`Text` is never a `str` subclass: any string method would return a plain string and silently lose the marks.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple, Self

from reflist.late import late
from reflist.value import Frozen, setters


class Mark(StrEnum):
    """How a stretch of text is marked."""

    ITALIC = "italic"
    BOLD = "bold"
    SUP = "sup"
    SUB = "sub"
    SMALL_CAPS = "small-caps"
    NO_CASE = "no-case"
    MATH = "math"
    QUOTE = "quote"
    # Only in formatted text: what styles set, and what cancels an enclosing mark.
    OBLIQUE = "oblique"
    LIGHT = "light"
    UNDERLINE = "underline"
    UPRIGHT = "upright"
    REGULAR = "regular"
    FULL_CAPITALS = "full-capitals"
    BASELINE = "baseline"
    BLOCK = "block"
    LEFT_MARGIN = "left-margin"
    RIGHT_INLINE = "right-inline"
    INDENT = "indent"


class Span(NamedTuple):
    """A mark over ``plain[start:end]``."""

    start: int
    end: int
    mark: Mark


class Text(Frozen):
    """A plain string and the marks on it, as stand-off spans.

    >>> title = Text.from_csl("Growth of <i>E. coli</i>")
    >>> title.plain, title.spans
    ('Growth of E. coli', (Span(start=10, end=17, mark=<Mark.ITALIC: 'italic'>),))
    """

    __slots__ = ("plain", "spans")

    plain: str
    spans: tuple[Span, ...]

    def __init__(self, plain: str = "", spans: Iterable[Span] = ()) -> None:
        _set_plain(self, plain)
        _set_spans(self, tuple(sorted(_cut(spans, 0, len(plain)), key=_outermost_first)) if spans else ())

    @classmethod
    def laid_out(cls, plain: str, spans: Sequence[Span], *, in_order: bool = False) -> Self:
        """A text whose spans are known to lie within it: they are only sorted, or not even that if ``in_order``."""
        text = _new(cls)
        _set_plain(text, plain)
        _set_spans(text, tuple(spans if in_order or len(spans) < 2 else sorted(spans, key=_outermost_first)))
        return text

    def __len__(self) -> int:
        return len(self.plain)

    def __bool__(self) -> bool:
        return bool(self.plain)

    def __repr__(self) -> str:
        return f"Text({self.to_csl()!r})"

    def __add__(self, other: "Text | str") -> "Text":
        other = other if isinstance(other, Text) else Text(other)
        return Text(self.plain + other.plain, self.spans + tuple(_moved(other.spans, len(self.plain))))

    def __getitem__(self, part: slice) -> "Text":
        start, end, _ = part.indices(len(self.plain))
        return Text(self.plain[start:end], _cut(self.spans, start, end))

    @property
    def has_single_marks(self) -> bool:
        """Whether no stretch of the text has two marks."""
        return all(before[1] <= after[0] for before, after in pairwise(self.spans))

    def marked(self, mark: Mark) -> "Text":
        """The same text with one mark over all of it."""
        return Text(self.plain, (Span(0, len(self.plain), mark), *self.spans)) if self.plain else self

    def strip(self, characters: str | None = None) -> "Text":
        """The text without these characters (default: white space) at both ends, like `str.strip`."""
        if len(self.plain.strip(characters)) == len(self.plain):
            return self
        start = len(self.plain) - len(self.plain.lstrip(characters))
        return self[start : max(start, len(self.plain.rstrip(characters)))]

    @classmethod
    def join(cls, separator: str, parts: Iterable["Text"]) -> "Text":
        """The parts, joined by a plain separator."""
        plain, spans = "", list[Span]()
        for index, part in enumerate(parts):
            plain += separator if index else ""
            spans += _moved(part.spans, len(plain))
            plain += part.plain
        return cls(plain, spans)

    @classmethod
    def from_csl(cls, markup: str) -> Self:
        """Read the inline markup of CSL-JSON (CSL 1.0.2 data schema, "HTML-like formatting tags").

        A tag without a partner, or one that CSL does not know, is kept as content.
        """
        if "<" not in markup:
            return cls(markup)
        pairs = _balanced(markup)
        plain, spans, offset = "", list[Span](), 0
        opened: dict[int, tuple[int, Mark]] = {}
        for tag in _TAG.finditer(markup):
            if tag.start() not in pairs:
                continue
            plain += markup[offset : tag.start()]
            offset = tag.end()
            start, mark = pairs[tag.start()]
            if start is None:
                opened[tag.start()] = (len(plain), mark)
            elif len(plain) > opened[start][0]:
                spans.append(Span(opened[start][0], len(plain), mark))
        return cls(plain + markup[offset:], reversed(spans))  # of two spans over the same stretch, the outer one first

    @property
    def is_csl(self) -> bool:
        """Whether `to_csl` gives markup that reads back as this text."""
        if "<" not in self.plain and self.has_single_marks:
            return CSL_MARKS.issuperset([span[2] for span in self.spans])
        return Text.from_csl(self.to_csl()) == self

    def to_csl(self) -> str:
        """Write the inline markup of CSL-JSON.

        Marks without a CSL tag: a quotation is written with quotation marks, mathematics as it stands.
        """
        return self.render(_CSL_TAGS)

    def render(self, tags: "dict[Mark, tuple[str, str]]") -> str:
        """The text with an opening and a closing string for each mark; marks not in ``tags`` are left out."""
        if not self.spans:
            return self.plain
        output, offset, closing = list[str](), 0, list[tuple[int, str]]()
        for start, end, mark in self.spans if self.has_single_marks else _nested(self.spans):
            if mark not in tags:
                continue
            while closing and closing[-1][0] <= start:
                at, tag = closing.pop()
                output += self.plain[offset:at], tag
                offset = at
            output += self.plain[offset:start], tags[mark][0]
            offset = start
            closing.append((end, tags[mark][1]))
        for at, tag in reversed(closing):
            output += self.plain[offset:at], tag
            offset = at
        return "".join(output) + self.plain[offset:]


_new = object.__new__
_set_plain, _set_spans = setters(Text)


_CSL_TAGS = {
    Mark.ITALIC: ("<i>", "</i>"),
    Mark.BOLD: ("<b>", "</b>"),
    Mark.SUP: ("<sup>", "</sup>"),
    Mark.SUB: ("<sub>", "</sub>"),
    Mark.SMALL_CAPS: ('<span style="font-variant: small-caps;">', "</span>"),
    Mark.NO_CASE: ('<span class="nocase">', "</span>"),
    Mark.QUOTE: ("“", "”"),
}

CSL_MARKS = frozenset(_CSL_TAGS) - {Mark.QUOTE}
"""The marks that CSL-JSON markup can represent."""

_TAG = late(
    r"""<(?: (?P<close>/)(?P<closed>i|b|su[pb]|sc|span)
           | (?P<open>i|b|su[pb]|sc)
           | span\s+class=["'](?P<class>nocase|small-caps)["']
           | span\s+style=["']font-variant:\s*(?P<style>small-caps);?["']
           | (?P<unknown>span)\b[^<>]* )\s*>""",
    re.VERBOSE,
)
_MARKS = {
    "i": Mark.ITALIC,
    "b": Mark.BOLD,
    "sup": Mark.SUP,
    "sub": Mark.SUB,
    "sc": Mark.SMALL_CAPS,
    "nocase": Mark.NO_CASE,
    "small-caps": Mark.SMALL_CAPS,
}


def _balanced(markup: str) -> dict[int, tuple[int | None, Mark]]:
    """The tags that have a partner: by offset, the mark and, for a closing tag, the offset of its opening tag."""
    pairs: dict[int, tuple[int | None, Mark]] = {}
    stack: list[tuple[int, str, Mark | None]] = []
    waiting: Counter[str] = Counter()  # so that a closing tag without a partner costs no search
    for tag in _TAG.finditer(markup):
        if not tag["close"]:
            name = tag["open"] or "span"
            stack.append((tag.start(), name, _MARKS.get(tag["open"] or tag["class"] or tag["style"])))
            waiting[name] += 1
            continue
        while waiting[tag["closed"]]:
            start, name, mark = stack.pop()
            waiting[name] -= 1
            if name == tag["closed"]:
                if mark:  # else it closes a span unknown to CSL: both tags are content
                    pairs[start], pairs[tag.start()] = (None, mark), (start, mark)
                break
    return pairs


def lone_tag(plain: str) -> str:
    """The first tag without a partner, which is therefore content; empty if there is none."""
    return next((tag[0] for tag in _TAG.finditer(plain) if not tag["unknown"]), "") if "<" in plain else ""


def _outermost_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _moved(spans: Iterable[Span], by: int) -> Iterable[Span]:
    return (Span(start + by, end + by, mark) for start, end, mark in spans)


def _cut(spans: Iterable[Span], start: int, end: int) -> Iterable[Span]:
    for span in spans:
        first, last = max(span.start, start), min(span.end, end)
        if first < last:
            yield Span(first - start, last - start, span.mark)


def _nested(spans: tuple[Span, ...]) -> list[Span]:
    """The spans, with overlapping ones cut in two so that tags written for them nest."""
    nested: list[Span] = []
    open_ends: list[int] = []
    pending = [(span.start, -span.end, number, span) for number, span in enumerate(spans)]  # a heap, since it is sorted
    while pending:
        start, _, number, span = heappop(pending)
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and span.end > open_ends[-1]:
            cut = open_ends[-1]
            heappush(pending, (cut, -span.end, number, span._replace(start=cut)))
            span = span._replace(end=cut)
        nested.append(span)
        open_ends.append(span.end)
    return nested
