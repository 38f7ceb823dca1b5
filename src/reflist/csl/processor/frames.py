"""Entries that differ only in their values: the text around the values is assembled once.

Punctuation is reduced where pieces meet. What happens at the border of a value depends only on the spaces and the
punctuation that the value begins and ends with. So for values with the same beginnings and endings, the text between
them is the same; it is kept as a `Frame`, into which values are put.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from operator import is_
from typing import NamedTuple

from reflist.csl.locales import Locales
from reflist.csl.processor.finishing import (
    BORDERS,
    Finished,
    Galley,
    Offset,
    Token,
    add_tokens,
    assembled,
    flattened,
    has_quotes,
    set_up,
    unquoted,
)
from reflist.csl.processor.tree import WORDS, Box, Node, Run
from reflist.text import Mark, Span, Text

PLACEHOLDER = "\0"
"""Stands in place of a value, or around its number; it never occurs in a style's text."""

KEPT = 30
"""How many frames are kept for each plan."""

LONGEST_EDGES = 20
"""How many border characters a value may have, at both ends together, to be put into a frame."""

FEW_PARTS, MOST_PARTS = 2, 3
"""The most parts of a value that is put into a frame as it is, and of one whose lists have become one text each."""

_EDGES = "".join(BORDERS)


class Cut(NamedTuple):
    """How a value is changed where its borders meet something: how much is cut at each end, and what is put there."""

    number: int
    start: int
    end: int
    before: str
    after: str


class Frame(NamedTuple):
    """A text without its values: which values are cut, and its marks and fields.

    ``between`` holds the pieces before, between and after the values, with empty places for these. ``nodes`` are what
    the frame was made from: while they are kept alive, no other look can have the identity of one of theirs.
    """

    between: list[str]
    cuts: Sequence[Cut]
    marks: Sequence[tuple[Offset, Offset, Mark]]
    fields: Sequence[tuple[Offset, Offset, str]]
    nodes: Sequence[Node]

    def filled(self, values: list[str]) -> Finished:
        """The text with these values."""
        between, cuts, marks, fields, _ = self
        for number, start, end, before, after in cuts:
            values[number] = before + values[number][start : len(values[number]) - end] + after
        parts = between.copy()
        parts[1::2] = values
        sizes = [0, *accumulate(map(len, values))]
        spans = [Span(first + sizes[m], last + sizes[n], mark) for (first, m), (last, n), mark in marks]
        return Finished(Text.laid_out("".join(parts), spans, in_order=True), fields, sizes)

    @classmethod
    def of(cls, galley: Galley, cuts: Sequence[Cut], nodes: Sequence[Node]) -> "Frame":
        """The frame of a galley in which placeholders stand for the values."""
        between, offsets, size = [""], [(0, 0)], 0
        for text in galley.texts:
            if PLACEHOLDER in text:
                between += "", ""
            else:
                between[-1] += text
                size += len(text)
            offsets.append((size, len(between) // 2))
        marks = [(offsets[first], offsets[last], mark) for first, last, mark in reversed(galley.marks)]
        return cls(
            between,
            cuts,
            sorted((span for span in marks if span[0] != span[1]), key=_outermost_first),
            [(offsets[at], offsets[at + 1], name) for at, name in galley.fields],
            nodes,
        )


class Frames:
    """The frames of one plan: the tokens before each value, the marks around it, and the tokens after the last."""

    def __init__(
        self,
        leading: Sequence[tuple[Sequence[Token], frozenset[Mark]]],
        end: Sequence[Token],
        locales: Locales,
        *,
        english: bool,
    ) -> None:
        self._befores = leading
        self._end = end
        self._locales = locales
        self._english = english
        self._frames: dict[tuple[object, ...], Frame] = {}

    def filled(self, given: Sequence[str | Node], rendered: Callable[[], Sequence[Node]]) -> Finished:
        """The text with these values, each given as a string or as a tree; ``rendered`` gives the trees of all."""
        shape, values = list[object](), list[str]()
        if not _read(given, shape, values, FEW_PARTS):
            shape, values = [], []
            tried = [value if isinstance(value, str) else self._simplified(value) for value in given]
            even = [value for value in tried if value is not None]
            if len(even) < len(given) or not _read(even, shape, values, MOST_PARTS):
                return assembled(self._tokens(rendered()), self._locales)
            given = even
        if has_quotes("\n".join(values)):
            curled = [text for value in values if (text := unquoted(value)) is not None]
            if len(curled) < len(values):
                return assembled(self._tokens(rendered()), self._locales)
            values = curled
        key = tuple(shape)
        frame = self._frames.get(key)
        if frame is None:
            if len(self._frames) >= KEPT:
                self._frames.clear()
            frame = self._frames[key] = self._new(given, rendered())
        return frame.filled(values)

    def _simplified(self, node: Node) -> Node | None:
        """A value in which parts of several texts, such as a list of names, have become one text each; else None."""
        if isinstance(node, Run):
            return node
        look, parts = node.look, node.parts
        if _is_recased(node):
            return self._as_one(node)
        if len(parts) > 1 and (one := self._as_one(node)):
            return one
        if len(parts) > MOST_PARTS:
            return None
        even = [found for part in parts if (found := self._simplified(part)) is not None]
        if len(even) < len(parts):
            return None
        return node if all(map(is_, even, parts)) else Box(even, look, node.delimiter)

    def _as_one(self, node: Box) -> Run | None:
        """A part as one text; None if it has marks or several variables, or begins or ends in a text of punctuation."""
        tokens = flattened(node, self._english)
        pieces = [token for token in tokens if isinstance(token, tuple)]
        variables = {variable for _, variable, _ in pieces if variable and not variable.startswith(WORDS)}
        if not pieces or len(pieces) < len(tokens) or len(variables) > 1:
            return None
        if not (pieces[0][0].strip(_EDGES) and pieces[-1][0].strip(_EDGES)):
            return None
        return Run(assembled(tokens, self._locales).text, variables.pop() if variables else pieces[0][1])

    def _tokens(self, nodes: Sequence[Node]) -> list[Token]:
        tokens: list[Token] = []
        for (before, marks), node in zip(self._befores, nodes, strict=True):
            tokens += before
            add_tokens(node, marks, self._english, tokens)
        tokens += self._end
        return tokens

    def _new(self, given: Sequence[str | Node], rendered: Sequence[Node]) -> Frame:
        """The frame around values like these."""
        nodes = [node if isinstance(value, str) else value for value, node in zip(given, rendered, strict=True)]
        reduced = [*map(_reduced, nodes)]
        galley = set_up(self._tokens(reduced), self._locales)
        around = [text.split(PLACEHOLDER) for text in galley.texts if PLACEHOLDER in text]
        cuts = [
            Cut(number, len(start), len(end), before, after)
            for number, ((before, after), (start, end)) in enumerate(zip(around, _edges(nodes), strict=True))
            if (before, after) != (start, end)
        ]
        return Frame.of(galley, cuts, reduced)


def _outermost_first(span: tuple[Offset, Offset, Mark]) -> tuple[int, int]:
    """The order of spans in a text, the same for all values, since no value is empty."""
    (first, values_before), (last, values_in) = span[:2]
    return first + values_before, -last - values_in


def _read(given: Sequence[str | Node], shape: list[object], values: list[str], most_parts: int) -> bool:
    """Whether values have no marks of their own and not too many parts; their shape and texts are added to the lists.

    The shape is all that decides what is around the texts: looks, variables, and the characters at their borders.
    """
    for value in given:
        if type(value) is str:
            shape.append(None)
            plain = value
        else:
            inner = value if type(value) is Run else _single_content(value, shape)  # type: ignore[arg-type]  # no text is left
            if type(inner) is Box:
                parts = inner.parts
                if _is_recased(inner) or len(parts) > most_parts or not _read(parts, shape, values, most_parts):
                    return False
                continue
            assert type(inner) is Run
            text, variable = inner
            plain = text.plain
            if text.spans or not plain:
                return False
            shape.append(variable)
        if plain[0] in BORDERS or plain[-1] in BORDERS:
            edges = _edges_of(plain)
            if len(edges[0]) + len(edges[1]) > LONGEST_EDGES:
                return False
            shape.append(edges)
            if edges[0] == plain:  # only punctuation, as between names: not a value
                continue
        values.append(plain)
    return True


def _single_content(node: Node, shape: list[object]) -> Node:
    """What is alone in a box, or in boxes within it; the looks of the boxes are added to the shape."""
    while type(node) is Box and not _is_recased(node):
        shape.append((id(node.look), len(node.parts), node.delimiter))
        if len(node.parts) != 1:
            break
        node = node.parts[0]
    return node


def _is_recased(node: Box) -> bool:
    look = node.look
    return bool(look.text_case or look.strip_periods)


def _edges_of(plain: str) -> tuple[str, str]:
    """Those characters at the beginning and at the end of a text that can meet something."""
    return plain[: len(plain) - len(plain.lstrip(_EDGES))], plain[len(plain.rstrip(_EDGES)) :]


def _reduced(node: Node) -> Node:
    """A value whose texts are reduced to the characters at their borders that can meet something."""
    if isinstance(node, Box):
        return Box([*map(_reduced, node.parts)], node.look, node.delimiter)
    edges = _edges_of(node.text.plain)
    return node if edges[0] == node.text.plain else Run(Text(PLACEHOLDER.join(edges)), node.variable)


def _edges(nodes: Sequence[Node]) -> list[tuple[str, str]]:
    """The same characters of all texts of the values, in order."""
    found = list[tuple[str, str]]()
    for node in nodes:
        if isinstance(node, Box):
            found += _edges(node.parts)
        elif (edges := _edges_of(node.text.plain))[0] != node.text.plain:
            found.append(edges)
    return found
