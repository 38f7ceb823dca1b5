r"""What a BibTeX file is made of: entries, definitions, comments, and the text between them ("BibTeXing", 1988).

One regular expression takes a whole well-formed entry; its quantifiers are possessive, so that it fails in linear time.
Where it fails, a scanner looks closer: at deep nesting, parentheses, and mistakes, of which none costs the next entry.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

NESTING = 4
"""How deep braces may nest for the regular expression; deeper ones are for the scanner."""


def _braced(depth: int) -> str:
    inner = r"[^{}]*+" if depth == 0 else rf"(?:[^{{}}]++|{_braced(depth - 1)})*+"
    return rf"\{{{inner}\}}"


_TAG = r"[^\s,={}()\"#%@\\]++"
_QUOTED = rf'"(?:[^"{{}}]++|{_braced(NESTING - 1)})*+"'
_BARE = r"[^\s,{}\"#()=@%]++"
_PIECE = rf"(?:{_braced(NESTING)}|{_QUOTED}|{_BARE})"
_VALUE = rf"{_PIECE}(?:\s*+\#\s*+{_PIECE})*+"
_ENTRY = re.compile(
    rf"@\s*+(?P<type>[A-Za-z]\w*+)\s*+\{{\s*+(?P<key>[^\s,={{}}\"#%()]++)\s*+"
    rf"(?:,(?P<body>(?:\s*+{_TAG}\s*+=\s*+{_VALUE}\s*+(?:,|(?=\}})))*+)\s*+)?\}}"
)
_FIELDS = re.compile(
    rf"({_TAG})\s*+=\s*+(?:\{{((?:[^{{}}]++|{_braced(NESTING - 1)})*+)\}}(?=\s*+(?:,|\Z))|({_VALUE}))\s*+(?:,|\Z)"
)

_BEGIN = re.compile(r"@\s*+([A-Za-z]\w*+)\s*+([{(])\s*+")
_COMMENT = re.compile(r"@\s*+comment\b", re.IGNORECASE)
_NEXT = re.compile(r"^[ \t]*+(?=@[ \t]*+[A-Za-z]\w*+\s*+[{(])", re.MULTILINE)
_KEY = re.compile(r"(?!\s*+[\w-]++\s*+=)([^,{}()\"\n]*+)(?:,|(?=\s*+[})]))")
_FIELD_BEGIN = re.compile(rf"({_TAG})\s*+=\s*+")
_ANOTHER_FIELD = re.compile(rf"(?:^|,)\s*+{_TAG}\s*+=\s*+[{{\"\w]", re.MULTILINE)
"""What begins a field: within a value, it shows that the value was not closed."""
_BLANK = re.compile(r"(?:\s|%[^\n]*+)*+")
"""White space, and the comments of biber and TeX, which BibTeX does not know."""
_BARE_WORD = re.compile(_BARE)
_BRACES = re.compile(r"[{}]")
_QUOTE_OR_BRACE = re.compile(r'[{}"]')
_NO_ENTRY = "no key and no field"
"""What is wrong with a sign that begins no entry."""

_PARENTHESES = {"{": "}", "(": ")"}


class Piece(NamedTuple):
    """A part of a value: text between delimiters, or a bare word (a number, or the name of a @string)."""

    text: str
    bare: bool = False


Written = str | list[Piece]
"""The value of a field as it stands: text between one pair of braces, or pieces joined by ``#``."""


class Block(NamedTuple):
    """A stretch ``text[start:end]`` of a file; ``type`` is empty for text between entries, else in lower case.

    ``problems`` holds what is wrong, and the offset; a ``broken`` block has no fields that could be trusted.
    """

    start: int
    end: int
    type: str = ""
    key: str = ""
    fields: tuple[tuple[str, Written], ...] = ()
    problems: tuple[tuple[str, int], ...] = ()
    broken: bool = False


def blocks(text: str) -> Iterator[Block]:
    """All that a file holds, in order; blank text between entries is left out."""
    scanner = _Scanner(text)
    at = begin = 0
    while (begin := text.find("@", begin)) >= 0:
        match = _ENTRY.match(text, begin)
        block = _well_formed(match) if match and not _COMMENT.match(text, begin) else scanner.block(begin)
        if block is None:
            begin += 1
            continue
        if text[at:begin].strip():
            yield Block(at, begin)
        yield block
        at = begin = block.end
    if text[at:].strip():
        yield Block(at, len(text))


def _well_formed(match: re.Match[str]) -> Block:
    fields = tuple(
        (tag, pieces(value) if value else braced) for tag, braced, value in _FIELDS.findall(match["body"] or "")
    )
    return Block(match.start(), match.end(), match["type"].lower(), match["key"], fields)


def pieces(value: str) -> list[Piece]:
    """The pieces of a well-formed value."""
    return _Scanner(value).value(0, len(value))[0]


class _FaultError(Exception):
    """What is wrong with an entry, and where: never leaves this module."""

    def __init__(self, what: str, at: int) -> None:
        self.what, self.at = what, at


class _Scanner:
    """Reads what the regular expression does not: slower, and with an eye for mistakes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next_entry = -1
        self.unclosed_comment = False

    def block(self, start: int) -> Block | None:
        """The block that begins with the ``@`` here; None where it is only a sign in a text."""
        begin = _BEGIN.match(self.text, start)
        if _COMMENT.match(self.text, start):
            return self._comment(start, begin)
        if begin is None:
            return None
        type, key, limit = begin[1].lower(), "", self._limit(begin.end())
        try:
            if type == "preamble":
                return Block(start, self._closed(begin, self.value(begin.end(), limit)[1], limit), type)
            at = begin.end()
            if type != "string":
                key, at = self._key(begin)
            return self._entry(begin, type, key, at, limit)
        except _FaultError as fault:
            if fault.what == _NO_ENTRY:
                return None
            end = start + len(self.text[start:limit].rstrip())
            return Block(start, end, type, key.strip(), problems=((fault.what, fault.at),), broken=True)

    def _comment(self, start: int, begin: re.Match[str] | None) -> Block:
        """A comment: what stands in its braces; without any, or where they do not close, the rest of the line.

        A comment may hold entries. Once one was not closed, no other may, so that looking for ends takes linear time.
        """
        line = self.text.find("\n", start)
        end = len(self.text) if line < 0 else line
        if begin is None or begin[2] == "(":
            return Block(start, end, "comment")
        limit = self._limit(begin.end()) if self.unclosed_comment else len(self.text)
        try:
            end = self._closing_brace(begin.start(2), limit)
        except _FaultError:
            self.unclosed_comment = True
        return Block(start, end, "comment")

    def _limit(self, start: int) -> int:
        """Where the next line that begins an entry begins: there an entry that was not closed has ended."""
        if self.next_entry < start:
            found = _NEXT.search(self.text, start)
            self.next_entry = found.end() if found else len(self.text)
        return self.next_entry

    def _key(self, begin: re.Match[str]) -> tuple[str, int]:
        key = _KEY.match(self.text, begin.end())
        if key and (begin[2] == "{" or key[0].endswith(",")):
            return key[1].strip(), key.end()
        if _FIELD_BEGIN.match(self.text, begin.end()):
            return "", begin.end()
        raise _FaultError(_NO_ENTRY, begin.end())

    def _entry(self, begin: re.Match[str], type: str, key: str, at: int, limit: int) -> Block:
        fields: list[tuple[str, Written]] = []
        problems: list[tuple[str, int]] = []
        comma = True
        while True:
            at = self._skip(at)
            if self.text.startswith(",", at):
                at, comma = at + 1, True
                continue
            if at >= limit or self.text.startswith(_PARENTHESES[begin[2]], at):
                break
            tag = _FIELD_BEGIN.match(self.text, at)
            if tag is None:
                raise _FaultError("neither a field nor the end of the entry", at)
            if not comma:
                problems.append((f"a comma is missing before {tag[1]}", at))
            value, at = self.value(tag.end(), limit)
            fields.append((tag[1], value))
            comma = False
        if at >= limit:
            if fields and any(_ANOTHER_FIELD.search(piece.text) for piece in fields[-1][1] if isinstance(piece, Piece)):
                raise _FaultError(f"{fields[-1][0]} is not closed", begin.start())
            problems.append(("the entry is not closed", begin.start()))
            at = begin.start() + len(self.text[begin.start() : limit].rstrip())
        else:
            at += 1
        return Block(begin.start(), at, type, key, tuple(fields), tuple(problems))

    def _closed(self, begin: re.Match[str], at: int, limit: int) -> int:
        at = self._skip(at)
        if at >= limit or not self.text.startswith(_PARENTHESES[begin[2]], at):
            raise _FaultError("it is not closed", begin.start())
        return at + 1

    def value(self, at: int, limit: int) -> tuple[list[Piece], int]:
        """The pieces of the value that begins here, and where it ends."""
        found = []
        while True:
            piece, at = self._piece(at, limit)
            found.append(piece)
            follows = self._skip(at)
            if not self.text.startswith("#", follows):
                return found, at
            at = self._skip(follows + 1)

    def _piece(self, at: int, limit: int) -> tuple[Piece, int]:
        if self.text.startswith("{", at):
            end = self._closing_brace(at, limit)
            return Piece(self.text[at + 1 : end - 1]), end
        if self.text.startswith('"', at):
            end = self._closing_quote(at, limit)
            return Piece(self.text[at + 1 : end - 1]), end
        word = _BARE_WORD.match(self.text, at, limit)
        if word is None:
            raise _FaultError("a field has no value", at)
        return Piece(word[0], bare=True), word.end()

    def _closing_brace(self, start: int, limit: int) -> int:
        depth = 0
        for brace in _BRACES.finditer(self.text, start, limit):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                return brace.end()
        raise _FaultError("a brace is not closed", start)

    def _closing_quote(self, start: int, limit: int) -> int:
        depth = 0
        for sign in _QUOTE_OR_BRACE.finditer(self.text, start + 1, limit):
            if sign[0] == '"':
                if depth == 0:
                    return sign.end()
            else:
                depth += 1 if sign[0] == "{" else -1
        raise _FaultError("a quotation mark is not closed", start)

    def _skip(self, at: int) -> int:
        blank = _BLANK.match(self.text, at)
        return blank.end() if blank else at
