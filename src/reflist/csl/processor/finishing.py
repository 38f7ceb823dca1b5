"""From the tree that a style renders to a text: one pass for flip-flopping marks and quotes, one for punctuation.

The rules are those that CSL processors share (CSL 1.0.2, "Formatting", "Quotes", "Affixes", "Global Options"): marks in
the data turn back what the style has set around them, quotation marks alternate, punctuation that meets at a border is
reduced, and moves inside a closing quotation mark where the language wants it so.
"""

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from reflist.csl.locales import Locales
from reflist.csl.processor.textcase import recased
from reflist.csl.processor.tree import Box, Look, Node, Run
from reflist.text import Mark, Span, Text

MEETING: dict[str, dict[str, str]] = {
    "!": {".": "!", "?": "!?", ":": "!", ",": "!,", ";": "!;"},
    "?": {"!": "?!", ".": "?", ":": "?", ",": "?,", ";": "?;"},
    ".": {"!": ".!", "?": ".?", ":": ".:", ",": ".,", ";": ".;"},
    ":": {"!": "!", "?": "?", ".": ":", ",": ":,", ";": ":;"},
    ",": {"!": ",!", "?": ",?", ":": ",:", ".": ",.", ";": ",;"},
    ";": {"!": "!", "?": "?", ":": ";", ",": ";,", ".": ";"},
}
"""What is printed where two marks of punctuation meet at a border; of two equal ones one is."""

MOVED = ".,"
"""What moves inside a closing quotation mark."""

BACK = {Mark.ITALIC: Mark.UPRIGHT, Mark.BOLD: Mark.REGULAR, Mark.SMALL_CAPS: Mark.FULL_CAPITALS}
"""The marks that flip, and what turns each back inside itself."""

_FORWARD = {back: mark for mark, back in BACK.items()}


_RAISED = frozenset({Mark.SUP, Mark.SUB})


class Piece:
    """A stretch of text between borders, and the variable it came from; ``goes_on``: no border is before it."""

    __slots__ = ("text", "variable", "goes_on")

    def __init__(self, text: str, variable: str = "", goes_on: bool = False) -> None:
        self.text = text
        self.variable = variable
        self.goes_on = goes_on


class Turn(NamedTuple):
    """Where a mark begins or ends."""

    mark: Mark
    opens: bool


class Quote(NamedTuple):
    """Where a quotation begins or ends; ``inner``: by single quotation marks, which stay so where they stand alone."""

    opens: bool
    inner: bool = False


Token = Piece | Turn | Quote
_Quotes = deque[tuple[int, Quote | str]]
"""Quotation marks and apostrophes that are still to come in a text, by place."""


class Finished(NamedTuple):
    """A formatted text, and where in it the value of each variable stands: (start, end, variable)."""

    text: Text
    fields: tuple[tuple[int, int, str], ...]


def finish(node: Node | None, locales: Locales, english: bool = True) -> Finished:
    """The text of a tree."""
    if node is None:
        return Finished(Text(), ())
    tokens = list(_flat(node, frozenset(), english))
    _meet(tokens, locales.option("punctuation-in-quote"))
    return _assembled(tokens, locales)


def _flat(node: Node, around: frozenset[Mark], english: bool) -> Iterator[Token]:
    """The tree as tokens in order; ``around``: the marks set so far that flip."""
    if isinstance(node, Run):
        yield from _leaf(node, around)
        return
    look = node.look
    if look.display:
        yield Turn(look.display, True)
    if look.prefix:
        yield from _affix(look.prefix)
    if look.quotes:
        yield Quote(True)
    yield from _marked(node, around, english)
    if look.quotes:
        yield Quote(False)
    if look.suffix:
        yield from _affix(look.suffix)
    if look.display:
        yield Turn(look.display, False)


def _marked(node: Box, around: frozenset[Mark], english: bool) -> Iterator[Token]:
    """What is inside the affixes and quotation marks of a box, between the marks that change anything."""
    look, inside, opened = node.look, around, list[Mark]()
    for mark in look.marks:
        changed = _changed(inside, mark)
        if changed is not None:
            inside = changed
            opened.append(mark)
            yield Turn(mark, True)
    parts = _parts(node, inside, english)
    if look.text_case or look.strip_periods:
        yield from _recased(list(parts), look, english)
    else:
        yield from parts
    for mark in reversed(opened):
        yield Turn(mark, False)


def _parts(node: Box, around: frozenset[Mark], english: bool) -> Iterator[Token]:
    for index, part in enumerate(node.parts):
        if index and node.delimiter:
            yield from _affix(node.delimiter)
        yield from _flat(part, around, english)


def _changed(around: frozenset[Mark], mark: Mark) -> frozenset[Mark] | None:
    """The marks that hold inside a mark of the style; None where it changes nothing."""
    if mark in BACK:
        return None if mark in around else around | {mark}
    if mark in _FORWARD:
        return around - {_FORWARD[mark]} if _FORWARD[mark] in around else None
    if mark is Mark.BASELINE:
        return around - _RAISED if around & _RAISED else None
    return around | {mark} if mark in _RAISED else around


def _affix(text: str) -> Iterator[Token]:
    yield from _quoted(text, "") if _QUOTES.search(text) else (Piece(text),)


def _leaf(run: Run, around: frozenset[Mark]) -> Iterator[Token]:
    """A text with its own marks; those that the style has set already turn back."""
    text, variable = run
    if not text.spans:
        yield from _quoted(text.plain, variable) if _QUOTES.search(text.plain) else (Piece(text.plain, variable),)
        return
    starts = sorted(text.spans, key=lambda span: (span.start, -span.end))
    closing: list[tuple[int, Turn]] = []
    held, offset, tokens = [around], 0, list[tuple[int, Turn]]()
    for start, whole_end, mark in starts:
        while closing and closing[-1][0] <= start:
            tokens.append(closing.pop())
            held.pop()
        end = min(whole_end, closing[-1][0]) if closing else whole_end
        turned = BACK[mark] if mark in BACK and mark in held[-1] else mark
        if turned in (Mark.NO_CASE, Mark.MATH):
            continue
        held.append(held[-1] - {mark} if turned is not mark else held[-1] | ({mark} & BACK.keys()))
        tokens.append((start, Turn(turned, True)))
        closing.append((end, Turn(turned, False)))
    tokens += reversed(closing)
    quotes = deque(_pairs(text.plain))
    for at, token in sorted(tokens, key=lambda placed: placed[0]):
        yield from _stretch(text.plain, offset, at, quotes, variable)
        offset = at
        yield Quote(token.opens) if token.mark is Mark.QUOTE else token
    yield from _stretch(text.plain, offset, len(text.plain), quotes, variable)


def _stretch(text: str, start: int, end: int, quotes: _Quotes, variable: str) -> Iterator[Token]:
    """A stretch of a text; the quotation marks in it are taken from the front of ``quotes``."""
    while quotes and quotes[0][0] < end:
        at, found = quotes.popleft()
        if start < at:
            yield Piece(text[start:at], variable, start > 0)
        yield Piece(found, variable, at > 0) if isinstance(found, str) else found
        start = at + 1
    if start < end:
        yield Piece(text[start:end], variable, start > 0)


_QUOTES = re.compile("[\"'“”‘’]")
_BEFORE_OPENING = re.compile(r"[\s(\[{/—–\-:“‘\"'\u00a0]")


def _quoted(text: str, variable: str) -> Iterator[Token]:
    return _stretch(text, 0, len(text), deque(_pairs(text)), variable)


def _pairs(text: str) -> list[tuple[int, Quote | str]]:
    """Quotation marks in the data that have a partner, and apostrophes, by place."""
    pairs: dict[int, Quote | str] = {}
    waiting: dict[str, list[int]] = {'"': [], "'": []}
    for found in _QUOTES.finditer(text):
        at, mark = found.start(), found[0]
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        kind = '"' if mark in '"“”' else "'"
        may_open = mark in "“‘" or (mark in "\"'" and (not before or _BEFORE_OPENING.match(before)) and after.strip())
        may_close = mark in "”’\"'" and before.strip() and not (kind == "'" and after.isalnum())
        if may_close and waiting[kind]:
            opened = waiting[kind].pop()
            for others in waiting.values():  # what was opened inside has no partner
                while others and others[-1] > opened:
                    others.pop()
            pairs[opened] = Quote(True, mark == "’")
            pairs[at] = Quote(False, mark == "’")
            continue
        if may_open:
            waiting[kind].append(at)
        if mark == "'":
            pairs[at] = "’"  # unless it finds its partner
    return sorted(pairs.items(), key=lambda pair: pair[0])


def _recased(tokens: list[Token], look: Look, english: bool) -> list[Token]:
    """Tokens with their text in the case of a look, and without full stops where it strips them."""
    pieces = [token for token in tokens if isinstance(token, Piece)]
    if look.strip_periods:
        for piece in pieces:
            piece.text = piece.text.replace(".", "")
    if look.text_case:
        whole = recased(Text("".join(piece.text for piece in pieces)), look.text_case, english).plain
        if len(whole) == sum(len(piece.text) for piece in pieces):
            offset = 0
            for piece in pieces:
                piece.text = whole[offset : offset + len(piece.text)]
                offset += len(piece.text)
    return tokens


def _meet(tokens: list[Token], in_quote: bool) -> None:
    """Reduce punctuation where pieces meet, and move it inside quotation marks."""
    previous: Piece | None = None
    closed, depth = False, 0
    for token in tokens:
        if isinstance(token, Quote):
            depth += 1 if token.opens else -1
            closed = not token.opens and (closed or depth > 0 or not token.inner)
        elif isinstance(token, Piece) and token.text:
            if previous is not None and not token.goes_on:
                if closed and in_quote:
                    _move_in(previous, token)
                _join(previous, token, closed)
            if token.text:
                previous, closed = token, False
        elif isinstance(token, Turn) and token.mark in _BLOCKS:
            previous = None


_BLOCKS = (Mark.BLOCK, Mark.INDENT)


def _move_in(inside: Piece, outside: Piece) -> None:
    if outside.text[0] in MOVED:
        mark, outside.text = outside.text[0], outside.text[1:]
        last = inside.text[-1]
        inside.text = inside.text[:-1] + (last if last == mark else MEETING.get(last, {}).get(mark, last + mark))


def _join(left: Piece, right: Piece, closed: bool) -> None:
    """Reduce the punctuation and the spaces that meet between two pieces."""
    last = left.text[-1]
    if last not in MEETING:
        right.text = right.text.lstrip(" ") if last == " " else right.text
        return
    swallowed = 0
    for first in right.text:
        printed = last if last == first else MEETING[last].get(first, "")
        if len(printed) != 1 or (closed and first not in MOVED):
            break
        if printed != last:
            left.text = left.text[:-1]
            break
        swallowed += 1
    right.text = right.text[swallowed:]


def _assembled(tokens: list[Token], locales: Locales) -> Finished:
    plain, spans, fields = "", list[Span](), list[tuple[int, int, str]]()
    opened: list[tuple[int, Mark]] = []
    outer, inner = locales.quotes()
    depth = 0
    for token in tokens:
        if isinstance(token, Piece):
            if token.variable and token.text:
                fields.append((len(plain), len(plain) + len(token.text), token.variable))
            plain += token.text
        elif isinstance(token, Quote):
            depth -= not token.opens
            plain += (inner if token.inner and not depth else (outer, inner)[depth % 2])[not token.opens]
            depth += token.opens
        elif token.opens:
            opened.append((len(plain), token.mark))
        else:
            start, mark = opened.pop()
            if start < len(plain):
                spans.append(Span(start, len(plain), mark))
    return Finished(Text(plain, reversed(spans)), tuple(fields))
