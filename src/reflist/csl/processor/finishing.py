"""From the rendered tree to a text: one pass for flip-flopping marks and quotation marks, one for punctuation.

The rules are those that CSL processors share (CSL 1.0.2, "Formatting", "Quotes", "Affixes", "Global Options"). Marks in
the data cancel the same marks of the style around them; quotation marks alternate; where punctuation meets at a border
it is reduced, and it moves inside a closing quotation mark in languages that want that.
"""

from collections import deque
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from reflist.csl.locales import Locales
from reflist.csl.processor.textcase import recased
from reflist.csl.processor.tree import PLAIN, WORDS, Box, Look, Node, Run
from reflist.late import late
from reflist.text import Mark, Span, Text
from reflist.value import any_in

AT_BORDERS: dict[str, dict[str, str]] = {
    "!": {".": "!", "?": "!?", ":": "!", ",": "!,", ";": "!;"},
    "?": {"!": "?!", ".": "?", ":": "?", ",": "?,", ";": "?;"},
    ".": {"!": ".!", "?": ".?", ":": ".:", ",": ".,", ";": ".;"},
    ":": {"!": "!", "?": "?", ".": ":", ",": ":,", ";": ":;"},
    ",": {"!": ",!", "?": ",?", ":": ",:", ".": ",.", ";": ",;"},
    ";": {"!": "!", "?": "?", ":": ";", ",": ";,", ".": ";"},
}
"""What is printed where two different punctuation marks meet at a border; of two equal ones, one is printed."""

ELLIPSIS = ".."
"""The beginning of an ellipsis, which is not a full stop."""

MOVED = ".,"
"""The punctuation that moves inside a closing quotation mark."""

CANCELLED_BY = {Mark.ITALIC: Mark.UPRIGHT, Mark.BOLD: Mark.REGULAR, Mark.SMALL_CAPS: Mark.FULL_CAPITALS}
"""The marks that flip-flop, each with the mark that cancels it inside itself."""

_CANCELS = {back: mark for mark, back in CANCELLED_BY.items()}


_RAISED = frozenset({Mark.SUP, Mark.SUB})


Piece = tuple[str, str, bool]
"""A piece of text, the variable it came from, and whether it continues the piece before, with no border between."""


class MarkEdge:
    """The place where a mark begins or ends."""

    __slots__ = ("mark", "opens")

    def __init__(self, mark: Mark, opens: bool) -> None:
        self.mark = mark
        self.opens = opens


class Quote:
    """The place where a quotation begins or ends; ``mark`` is the curly mark in the data, kept if it has no partner."""

    __slots__ = ("opens", "mark")

    def __init__(self, opens: bool, mark: str = "") -> None:
        self.opens = opens
        self.mark = mark


BEGIN = {mark: MarkEdge(mark, True) for mark in Mark}
END = {mark: MarkEdge(mark, False) for mark in Mark}
OPENING, CLOSING = Quote(True), Quote(False)
CURLY = {mark: Quote(mark in "“‘", mark) for mark in "“”‘’"}

Token = Piece | MarkEdge | Quote
_Quotes = deque[tuple[int, Quote | str]]
"""The quotation marks and apostrophes still to come in a text, by offset."""


Offset = tuple[int, int]
"""A place in a text: the number of characters before it that belong to no value, and the number of values before it."""

_START = (0,)


class Finished(NamedTuple):
    """A formatted text, and where the value of each variable is in it.

    ``places`` gives this for the text without its values, which many works share; ``ends`` is the total length of the
    values up to each.
    """

    text: Text
    places: Sequence[tuple[Offset, Offset, str]]
    ends: Sequence[int] = _START

    @property
    def fields(self) -> list[tuple[int, int, str]]:
        """The places of the values: (start, end, variable)."""
        ends = self.ends
        return [(first + ends[m], last + ends[n], name) for (first, m), (last, n), name in self.places]

    def fields_of(self, variables: Container[str]) -> list[tuple[int, int, str]]:
        """The places of the values of these variables."""
        return self._replace(places=places).fields if (places := [p for p in self.places if p[2] in variables]) else []


def finish(node: Node | None, locales: Locales, english: bool = True) -> Finished:
    """The formatted text of a tree."""
    return assembled(flattened(node, english), locales)


def flattened(node: Node | None, english: bool = True) -> list[Token]:
    """The tokens of a tree."""
    tokens: list[Token] = []
    if node is not None:
        add_tokens(node, frozenset(), english, tokens)
    return tokens


# --- from the tree to tokens in order; ``around``: the flip-flopping marks already set around a part -----------------


def add_tokens(node: Node, around: frozenset[Mark], english: bool, tokens: list[Token]) -> None:
    """Add the tokens of a tree, or of a part of one inside the marks ``around`` it."""
    if isinstance(node, Run):
        _leaf(node, around, tokens)
        return
    look = node.look
    if look is PLAIN:
        _parts(node, around, english, tokens)
        return
    prefix, suffix, _, quotes, display, _, _ = look
    if display:
        tokens.append(BEGIN[display])
    if prefix:
        tokens += _constant(prefix)
    if quotes:
        tokens.append(OPENING)
    _marked(node, around, english, tokens)
    if quotes:
        tokens.append(CLOSING)
    if suffix:
        tokens += _constant(suffix)
    if display:
        tokens.append(END[display])


def _marked(node: Box, around: frozenset[Mark], english: bool, tokens: list[Token]) -> None:
    """The tokens inside the affixes and quotation marks of a box, between the marks that have an effect."""
    look, inside, opened = node.look, around, list[Mark]()
    for mark in look.marks:
        changed = marks_inside(inside, mark)
        if changed is not None:
            inside = changed
            opened.append(mark)
            tokens.append(BEGIN[mark])
    if look.text_case or look.strip_periods:
        own: list[Token] = []
        _parts(node, inside, english, own)
        tokens += _recased(own, look, english)
    else:
        _parts(node, inside, english, tokens)
    for mark in reversed(opened):
        tokens.append(END[mark])


def _parts(node: Box, around: frozenset[Mark], english: bool, tokens: list[Token]) -> None:
    between = _constant(node.delimiter) if node.delimiter and len(node.parts) > 1 else ()
    for index, part in enumerate(node.parts):
        if index and between:
            tokens += between
        if isinstance(part, Run):
            _leaf(part, around, tokens)
        else:
            add_tokens(part, around, english, tokens)


@lru_cache(maxsize=1024)
def _constant(words: str) -> tuple[Token, ...]:
    """The tokens of an affix or a delimiter."""
    if not any(map(str.isalnum, words)):  # a straight quotation mark in it opens or closes a part: not an apostrophe
        return ((words, "", False),)
    tokens: list[Token] = []
    _words(words, "", tokens)
    return tuple(tokens)


def marks_inside(around: frozenset[Mark], mark: Mark) -> frozenset[Mark] | None:
    """The marks in effect inside a mark of the style; None if that changes nothing."""
    if mark in CANCELLED_BY:
        return None if mark in around else around | {mark}
    if mark in _CANCELS:
        return around - {_CANCELS[mark]} if _CANCELS[mark] in around else None
    if mark is Mark.BASELINE:
        return around - _RAISED if around & _RAISED else None
    return around | {mark} if mark in _RAISED else around


def _leaf(run: Run, around: frozenset[Mark], tokens: list[Token]) -> None:
    """Add a text with its own marks; marks that the style has already set are cancelled."""
    text, variable = run
    if not text.spans:
        _words(text.plain, variable, tokens)
        return
    starts = sorted(text.spans, key=lambda span: (span.start, -span.end))
    closing: list[tuple[int, MarkEdge]] = []
    held, offset, edges = [around], 0, list[tuple[int, MarkEdge]]()
    for start, whole_end, mark in starts:
        while closing and closing[-1][0] <= start:
            edges.append(closing.pop())
            held.pop()
        end = min(whole_end, closing[-1][0]) if closing else whole_end
        effective = CANCELLED_BY[mark] if mark in CANCELLED_BY and mark in held[-1] else mark
        if effective in (Mark.NO_CASE, Mark.MATH):
            continue
        held.append(held[-1] - {mark} if effective is not mark else held[-1] | ({mark} & CANCELLED_BY.keys()))
        edges.append((start, BEGIN[effective]))
        closing.append((end, END[effective]))
    edges += reversed(closing)
    quotes = deque(_pairs(text.plain))
    for at, edge in sorted(edges, key=lambda placed: placed[0]):
        _segment(text.plain, offset, at, quotes, variable, tokens)
        offset = at
        tokens.append(Quote(edge.opens) if edge.mark is Mark.QUOTE else edge)
    _segment(text.plain, offset, len(text.plain), quotes, variable, tokens)


def _words(text: str, variable: str, tokens: list[Token]) -> None:
    """Add a text without marks."""
    curled = unquoted(text)
    if curled is None:
        _segment(text, 0, len(text), deque(_pairs(text)), variable, tokens)
    else:
        tokens.append((curled, variable, False))


def unquoted(text: str) -> str | None:
    """The text with typographic apostrophes; None if it has quotation marks with a partner."""
    if not has_quotes(text):
        return text
    return text.replace("'", "’") if all(isinstance(mark, str) for _, mark in _pairs(text)) else None


def has_quotes(text: str) -> bool:
    """Whether a text has quotation marks or apostrophes."""
    return any_in(_STRAIGHT if text.isascii() else _ANY_QUOTE, text)


def _segment(text: str, start: int, end: int, quotes: _Quotes, variable: str, tokens: list[Token]) -> None:
    """Add a stretch of a text; its quotation marks are taken from the front of ``quotes``."""
    while quotes and quotes[0][0] < end:
        at, found = quotes.popleft()
        if start < at:
            tokens.append((text[start:at], variable, start > 0))
        tokens.append((found, variable, at > 0) if isinstance(found, str) else found)
        start = at + 1
    if start < end:
        tokens.append((text[start:end], variable, start > 0))


_STRAIGHT = ("'", '"')
_ANY_QUOTE = (*_STRAIGHT, *CURLY)
_QUOTES = late("[\"'“”‘’]")
_BEFORE_OPENING = late(r"[\s(\[{/—–\-:“‘\"'\u00a0]")


def _pairs(text: str) -> list[tuple[int, Quote | str]]:
    """The quotation marks in the data that have a partner, and the apostrophes, with their offsets."""
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
            both = text[opened] in CURLY and mark in CURLY
            pairs[opened], pairs[at] = (CURLY[text[opened]], CURLY[mark]) if both else (OPENING, CLOSING)
            continue
        if may_open:
            waiting[kind].append(at)
        if mark == "'":
            pairs[at] = "’"  # unless its partner follows
    return sorted(pairs.items(), key=lambda pair: pair[0])


def _recased(tokens: list[Token], look: Look, english: bool) -> list[Token]:
    """The tokens with their text in the case of a look, and without full stops if the look strips them."""
    texts = [token[0] for token in tokens if isinstance(token, tuple)]
    english = english or all(token[1].startswith(WORDS) for token in tokens if isinstance(token, tuple))
    if look.strip_periods:
        texts = [text.replace(".", "") for text in texts]
    if look.text_case:
        joined = "".join(texts)
        whole = recased(Text(joined), look.text_case, english).plain
        if len(whole) == len(joined):
            ends = list(accumulate(map(len, texts)))
            texts = [whole[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    waiting = iter(texts)
    return [(next(waiting), *token[1:]) if isinstance(token, tuple) else token for token in tokens]


# --- punctuation ------------------------------------------------------------------------------------------------------


class Galley(NamedTuple):
    """A text before it is assembled: what each token prints, which tokens are values of which variable, and the marks.

    ``marks`` gives for each mark the tokens between which it holds, outer marks last.
    """

    texts: list[str]
    fields: Sequence[tuple[int, str]]
    marks: Sequence[tuple[int, int, Mark]]


def assembled(tokens: list[Token], locales: Locales) -> Finished:
    """The text of the tokens of a tree."""
    return printed(set_up(tokens, locales))


def set_up(tokens: Sequence[Token], locales: Locales) -> Galley:
    """What each token of a tree prints, with punctuation reduced at borders and moved inside quotation marks."""
    in_quote, quotes = locales.option("punctuation-in-quote"), locales.quotes()
    texts: list[str] = []
    fields, opened, closing = list[tuple[int, str]](), list[int](), list[tuple[int, int, Mark]]()
    previous = -1  # the position of the last piece that prints anything
    closed, depth = False, 0
    for token in tokens:
        text = ""
        if type(token) is tuple:
            text, variable, goes_on = token
            if text and previous >= 0 and not goes_on and (closed or texts[previous][-1] in BORDERS):
                texts[previous], text = _meet(texts[previous], text, closed, closed and in_quote)
            if text:
                previous, closed = len(texts), False
                if variable:
                    fields.append((previous, variable))
        elif type(token) is Quote:
            depth -= not token.opens
            text = (not depth and token.mark) or quotes[depth % 2][not token.opens]
            closed = not token.opens and (closed or depth > 0 or token.mark != "’")
            depth += token.opens
        else:
            assert isinstance(token, MarkEdge)
            previous = -1 if token.mark in _BLOCKS else previous
            if token.opens:
                opened.append(len(texts))
            else:
                closing.append((opened.pop(), len(texts), token.mark))
        texts.append(text)
    return Galley(texts, fields, closing)


def printed(galley: Galley) -> Finished:
    """The text of a galley, with its marks and the places of the values."""
    texts, fields, marks = galley
    ends = [0, *accumulate(map(len, texts))]
    spans = [Span(ends[first], ends[last], mark) for first, last, mark in reversed(marks) if ends[first] < ends[last]]
    places = [((ends[at], 0), (ends[at + 1], 0), name) for at, name in fields]
    return Finished(Text.laid_out("".join(texts), spans), places)


def _meet(left: str, right: str, closed: bool, moves: bool) -> tuple[str, str]:
    """Two pieces with the punctuation at their border reduced. ``closed``: quotation marks stand between them.

    ``moves``: the punctuation moves inside those.
    """
    if moves and right[0] in MOVED:
        left, right = _moved_in(left, right)
    if left[-1] == " ":
        return left, right.lstrip(" ")
    return _joined(left, right, closed) if left[-1] in AT_BORDERS else (left, right)


BORDERS = frozenset(" ").union(AT_BORDERS)
"""The endings of pieces for which what follows matters."""

_BLOCKS = (Mark.BLOCK, Mark.INDENT)


def _moved_in(inside: str, outside: str) -> tuple[str, str]:
    mark, last = outside[0], inside[-1]
    reduced = last if last == mark else AT_BORDERS.get(last, {}).get(mark, last + mark)
    return inside[:-1] + reduced, outside[1:]


def _joined(left: str, right: str, closed: bool) -> tuple[str, str]:
    """Two pieces, the first ending in punctuation, with the punctuation at their border reduced."""
    if right.startswith(ELLIPSIS):
        return left, right
    last = left[-1]
    swallowed = 0
    for first in right:
        printed = last if last == first else AT_BORDERS[last].get(first, "")
        if len(printed) != 1 or (closed and first not in MOVED):
            break
        if printed != last:
            left = left[:-1]
            break
        swallowed += 1
    return left, right[swallowed:]
