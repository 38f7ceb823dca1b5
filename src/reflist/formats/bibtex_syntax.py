r"""The syntax of BibTeX files: entries, definitions, comments, and the text between them ("BibTeXing", 1988).

Most entries reach to the line before the next ``@`` at the beginning of a line. For those, one regular expression finds
all fields and the end at once; its quantifiers are possessive, so that it fails in linear time. If it fails, another
one matches a whole entry wherever that ends; and if that fails too, a scanner handles deep nesting, parentheses and
mistakes. No mistake affects the next entry.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reflist.late import late

NESTING = 4
"""How deep braces may nest for the regular expressions; the scanner handles deeper ones."""


def _inside(depth: int) -> str:
    """A pattern of what may stand in braces that nest no deeper than ``depth``."""
    return r"[^{}]*+" if depth == 0 else rf"[^{{}}]*+(?>(?:\{{{_inside(depth - 1)}\}}[^{{}}]*+)*)"


_TAG = r"[^\s,={}()\"#%@\\]++"
_KEY_SIGNS = r"[^\s,={}\"#%()]++"
_TEXT_IN_BRACES = _inside(NESTING)
_TEXT_IN_QUOTES = rf'[^"{{}}]*+(?>(?:\{{{_inside(NESTING - 1)}\}}[^"{{}}]*+)*)'
_BRACED = rf"\{{{_TEXT_IN_BRACES}\}}"
_QUOTED = f'"{_TEXT_IN_QUOTES}"'
_BARE = r"[^\s,{}\"#()=@%]++"
_PIECES = late(rf'\{{({_TEXT_IN_BRACES})\}}|"({_TEXT_IN_QUOTES})"|({_BARE})')
_PIECE = rf"(?:{_BRACED}|{_QUOTED}|{_BARE})"
_VALUE = rf"{_PIECE}(?>(?:\s*+\#\s*+{_PIECE})*)"
_END_OF_FIELD = r"\s*+(?:,|(?=\}))"
_ENTRY = late(
    rf"@\s*+(?P<type>[A-Za-z]\w*+)\s*+\{{\s*+(?P<key>{_KEY_SIGNS})\s*+"
    rf"(?:,(?P<body>(?>(?:\s*+{_TAG}\s*+=\s*+{_VALUE}{_END_OF_FIELD})*))\s*+)?\}}"
)
_HEAD = re.compile(rf"@\s*+([A-Za-z]\w*+)\s*+\{{\s*+({_KEY_SIGNS})\s*+,")
_FIELDS = re.compile(
    rf"\s*+(?:({_TAG})\s*+=\s*+(?:\{{({_inside(NESTING)})\}}{_END_OF_FIELD}|({_VALUE}){_END_OF_FIELD})"
    r"|(\}[^{}@]*+\Z)|\S(?>(?s:.)*))"
)
"""A field: its tag, and its value in braces or as it stands; or the end of the entry, with what follows it.

For anything else the match has only empty groups, and takes all the text after it.
"""

_BEGIN = late(r"@\s*+([A-Za-z]\w*+)\s*+([{(])\s*+")
_COMMENT = late(r"@\s*+comment\b", re.IGNORECASE)
_NEXT = late(r"^[ \t]*+(?=@[ \t]*+[A-Za-z]\w*+\s*+[{(])", re.MULTILINE)
_KEY = late(r"(?!\s*+[\w-]++\s*+=)([^,{}()\"\n]*+)(?:,|(?=\s*+[})]))")
_KEY_WITHOUT_COMMA = late(rf"({_KEY_SIGNS})\s++(?={_TAG}\s*+=\s*+[{{\"\d])")
_KEY_WITH_PARENTHESES = late(r"([^\s,{}\"=]++)\s*+,")
_FIELD_NEAR = late(r"[^{}=@]{0,200}=\s*+[{\"]")
_NO_TYPE = late(r"@\s*+[{(]\s*+")
_FIELD_BEGIN = late(rf"({_TAG})\s*+=\s*+")
_FIELD_OF_WORDS = late(r"([A-Z]\w*+(?:[ \t]++[A-Za-z]\w*+){1,4})\s*+=\s*+(?=[{\"])")
"""The same with a name of several words, as some databases have it: ``Early Access Date``."""
_ANOTHER_FIELD = late(rf"(?:^|,)\s*+{_TAG}\s*+=\s*+[{{\"\w]", re.MULTILINE)
"""The beginning of a field: within a value, it shows that the value was not closed."""
_BLANK = late(r"\s*+(?>(?:%[^\n]*+\s*+)*)")
"""White space, and the comments of biber and TeX, which BibTeX itself does not have."""
_BARE_WORD = late(_BARE)
_BRACES = late(r"[{}]")
_QUOTE_OR_BRACE = late(r'[{}"]')
_NO_ENTRY = "no key and no field"
"""The problem of an ``@`` that does not begin an entry."""

_PARENTHESES = {"{": "}", "(": ")"}


Piece = tuple[str, str, str]
"""A part of a value: in braces, in quotation marks, or bare (a number, or the name of a @string)."""

Written = str | list[Piece]
"""The value of a field as it stands: the text in one pair of braces, or pieces joined by ``#``."""

Fields = dict[str, str] | tuple[tuple[str, Written], ...]
"""The fields of an entry, usually by tag. If a tag occurs twice, or a value is not just text on one line without space
at its ends, they are in the order of the file."""


class Block(NamedTuple):
    """A part ``text[start:end]`` of a file. ``type`` is empty for text between entries, else in lower case.

    ``problems`` are messages with their offsets; a ``broken`` block only has the fields before the error.
    """

    start: int
    end: int
    type: str = ""
    key: str = ""
    fields: Fields = ()
    problems: tuple[tuple[str, int], ...] = ()
    broken: bool = False


def blocks(text: str) -> Iterator[Block]:
    """All blocks of a file, in order; blank text between entries is left out."""
    scanner = _Scanner(text)
    at = begin = tried = 0
    while (begin := text.find("@", begin)) >= 0:
        block = None
        if begin >= tried:
            tried = text.find("\n@", begin)
            tried = tried if tried >= 0 else len(text)
            block = _up_to(text, begin, tried)
        block = block or _well_formed(text, begin) or scanner.block(begin)
        if block is None:
            begin += 1
            continue
        if at < begin and not text[at:begin].isspace():
            yield Block(at, begin)
        yield block
        at = begin = block.end
    if text[at:].strip():
        yield Block(at, len(text))


_Found = list[tuple[str, str, str, str]]
"""The matches of the regular expression for fields."""


def _up_to(text: str, begin: int, limit: int) -> Block | None:
    """The well-formed entry that begins here and is the last one before the limit; None if there is none."""
    head = _HEAD.match(text, begin)
    if head is None:
        return None
    found: _Found = _FIELDS.findall(text, head.end(), limit)
    rest = found.pop()[3] if found else ""
    type = head[1].lower()
    if not rest or type == "comment":
        return None
    return Block(begin, limit - len(rest) + 1, type, head[2], _fields(found, type))


def _well_formed(text: str, begin: int) -> Block | None:
    """The well-formed entry that begins here, wherever it ends; None if there is none."""
    match = _ENTRY.match(text, begin)
    if match is None or _COMMENT.match(text, begin):
        return None
    found: _Found = _FIELDS.findall(text, match.start("body"), match.end())[:-1] if match["body"] else []
    type = match["type"].lower()
    return Block(begin, match.end(), type, match["key"], _fields(found, type))


def _fields(found: _Found, type: str) -> Fields:
    simple = {tag: braced.strip() for tag, braced, value, _ in found if not value}
    if len(simple) == len(found) and type != "string" and "\n" not in "".join(simple.values()):
        return simple  # in definitions, white space at the ends counts
    return tuple([(tag, _written(value) if value else braced) for tag, braced, value, _ in found])


def _written(value: str) -> Written:
    """A well-formed value that is not just in braces: its text if it needs no definition, else its pieces."""
    if value.isdecimal():
        return value
    if value[0] == '"' and value.find('"', 1) == len(value) - 1:
        return value[1:-1]
    pieces: list[Piece] = _PIECES.findall(value)
    return pieces


class _FaultError(Exception):
    """A mistake in an entry, and its offset. Never leaves this module."""

    def __init__(self, what: str, at: int) -> None:
        self.what, self.at = what, at


class _Scanner:
    """Reads what the regular expressions do not: more slowly, and with diagnosis of mistakes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next_entry = -1
        self.unclosed_comment = False
        self.fields: list[tuple[str, Written]] = []  # of the entry that is being read
        self.problems: list[tuple[str, int]] = []  # of the same entry: what is wrong, and where

    def block(self, start: int) -> Block | None:
        """The block that begins with the ``@`` here; None if that is only a character in a text."""
        begin = _BEGIN.match(self.text, start)
        self.problems = []
        if _COMMENT.match(self.text, start):
            return self._comment(start, begin)
        if begin is None:
            nameless = _NO_TYPE.match(self.text, start)
            return self._no_entry(start, nameless.end(), "the entry has no type") if nameless else None
        type, key, limit = begin[1].lower(), "", self._limit(begin.end())
        self.fields = []
        try:
            if type == "preamble":
                return Block(start, self._closed(begin, self.value(begin.end(), limit)[1], limit), type)
            at = begin.end()
            if type != "string":
                key, at = self._key(begin)
            return self._entry(begin, type, key, at, limit)
        except _FaultError as fault:
            if fault.what == _NO_ENTRY:
                return self._no_entry(start, begin.end(), _NO_ENTRY)
            end = start + len(self.text[start:limit].rstrip())
            fields = tuple(self.fields) if type != "string" else ()
            return Block(start, end, type, key.strip(), fields, ((fault.what, fault.at),), broken=True)

    def _no_entry(self, start: int, at: int, problem: str) -> Block | None:
        """What begins like an entry but is none: a broken one if it begins a line and has a field, else None."""
        if not (start == 0 or self.text[start - 1] == "\n") or not _FIELD_NEAR.match(self.text, at):
            return None
        end = start + len(self.text[start : self._limit(at)].rstrip())
        return Block(start, end, "entry", problems=((problem, start),), broken=True)

    def _comment(self, start: int, begin: re.Match[str] | None) -> Block:
        """A comment: the text in its braces; if there are none, or they are not closed, the rest of the line.

        A comment may contain entries. Once one was not closed, the braces of the others must close before the next line
        that begins an entry, so that the search for ends takes linear time.
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
        """The offset of the next line that begins an entry; an entry that was not closed ends there."""
        if self.next_entry < start:
            found = _NEXT.search(self.text, start)
            self.next_entry = found.end() if found else len(self.text)
        return self.next_entry

    def _key(self, begin: re.Match[str]) -> tuple[str, int]:
        key = _KEY.match(self.text, begin.end())
        if key is None and begin[2] == "{":
            key = _KEY_WITH_PARENTHESES.match(self.text, begin.end())
        if key and (begin[2] == "{" or key[0].endswith(",")):
            return key[1].strip(), key.end()
        if _FIELD_BEGIN.match(self.text, begin.end()):
            return "", begin.end()
        if key := _KEY_WITHOUT_COMMA.match(self.text, begin.end()):
            self.problems.append(("a comma is missing after the key", begin.start()))
            return key[1], key.end()
        raise _FaultError(_NO_ENTRY, begin.end())

    def _entry(self, begin: re.Match[str], type: str, key: str, at: int, limit: int) -> Block:
        fields, problems = self.fields, self.problems
        comma = True
        while True:
            at = self._skip(at)
            if self.text.startswith(",", at):
                at, comma = at + 1, True
                continue
            if at >= limit or self.text.startswith(_PARENTHESES[begin[2]], at):
                break
            tag = _FIELD_BEGIN.match(self.text, at)
            name = tag[1] if tag else ""
            if tag is None and comma and (tag := _FIELD_OF_WORDS.match(self.text, at)):
                name = "-".join(tag[1].split())
                problems.append((f"there are spaces in the name of a field: {tag[1]}", at))
            if tag is None:
                if not comma:
                    fields.pop()  # its value continues after what looked like its end
                raise _FaultError("neither a field nor the end of the entry", at)
            if not comma:
                problems.append((f"a comma is missing before {name}", at))
            value, at = self.value(tag.end(), limit)
            fields.append((name, value))
            comma = False
        if at >= limit:
            if fields and any(_ANOTHER_FIELD.search("".join(piece)) for piece in fields[-1][1]):
                raise _FaultError(f"{fields.pop()[0]} is not closed", begin.start())
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
        """The pieces of the value that begins here, and the offset after it."""
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
            return (self.text[at + 1 : end - 1], "", ""), end
        if self.text.startswith('"', at):
            end = self._closing_quote(at, limit)
            return ("", self.text[at + 1 : end - 1], ""), end
        word = _BARE_WORD.match(self.text, at, limit)
        if word is None:
            raise _FaultError("a field has no value", at)
        return ("", "", word[0]), word.end()

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
