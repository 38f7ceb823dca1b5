"""A source: bytes with a name and a detected encoding."""

import codecs
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from reflist.late import late
from reflist.report import Place, ReflistError, Report, Rule, Severity

ENCODING_GUESSED = Rule(
    "encoding-guessed",
    Severity.REPAIR,
    "The bytes are not all UTF-8, and neither a byte order mark nor a declaration names their encoding. So the lines "
    "that are not UTF-8 were read as Windows-1252 (which covers Latin-1), or as Mac Roman if line ends and letters are "
    "those of old Macintoshes. The place is that of the first byte that is not UTF-8. If accents look wrong, save the "
    "file as UTF-8 and read it again.",
)

ENCODING_UNKNOWN = Rule(
    "encoding-unknown",
    Severity.LOSS,
    "The bytes are not UTF-8 and were read as Windows-1252, but probably wrongly: some byte has no character in it, or "
    "most words became nothing but accented letters and signs (``Èâàíîâ``), which no language writes. Declare the "
    "encoding in the file (``% Encoding: windows-1251``), or save it as UTF-8, and read it again.",
)

ENCODING_UNMARKED = Rule(
    "encoding-unmarked",
    Severity.NOTE,
    "Every second byte is zero, as only UTF-16 has it, so the file was read as UTF-16, although the byte order mark "
    "that it should begin with is missing.",
)

ENCODING_DAMAGED = Rule(
    "encoding-damaged",
    Severity.LOSS,
    "The bytes begin with the byte order mark of an encoding but are not valid in it, first at this place. What could "
    "not be decoded became the replacement character (\ufffd).",
)

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the mark of UTF-16, so it comes first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, which settle the encoding (Unicode 15, section 23.8)."""

SNIFFED = 65_536
"""How many bytes decide whether a source is text."""

DECLARED_WITHIN = 1_024
"""In how many bytes a declaration of the encoding is looked for."""

_DECLARED = late(
    rb"""coding\s*[:=]\s*["']?((?:iso[-_ ]?8859|latin|windows|cp|gb|big5|euc|shift|koi8|mac)[\w.-]*)""", re.IGNORECASE
)
"""``<?xml encoding="ISO-8859-2"?>``, JabRef's ``% Encoding: Cp1251``, Emacs' ``-*- coding: latin-1 -*-``."""


LONG = 4_000_000
"""The size in bytes from which a file is not loaded whole, if its format can be read in parts."""

PART = 65_536
"""How many characters of a long file are read at a time."""


class SourceError(ReflistError):
    """A source that could not be read at all."""


class Source:
    """What is to be read: its name without folders, its bytes, and their text.

    Text that is not valid in the detected encoding is never refused. What is not UTF-8 is decoded as it declares
    itself, else as Windows-1252, in which we give every byte a character.
    """

    def __init__(self, name: str, data: bytes, first_line: int = 1) -> None:
        self.name = name
        self.first_line = first_line
        """The number of the first line, if this is a part of something longer."""
        self._data = data

    @property
    def data(self) -> bytes:
        """All bytes of the source."""
        return self._data

    @property
    def head(self) -> bytes:
        """The first bytes, which decide the encoding and whether it is text."""
        return self.data[:SNIFFED]

    @property
    def beginning(self) -> str:
        """The beginning of the text, by which its format is detected; all of a short text."""
        return self.text

    def parts(self, ends: Callable[[str], int]) -> Iterator["Source"]:  # noqa: ARG002  # for long sources
        """Split the source into parts that can be read one after the other.

        Given an incomplete text, ``ends`` returns the offset after the last complete record in it, or 0.
        """
        yield self

    @classmethod
    def from_path(cls, path: str | Path) -> "Source":
        """The source in a file. Raises :class:`SourceError`, with the reason, if it cannot be read."""
        path = Path(path)
        try:
            return cls(path.name, path.read_bytes())
        except OSError as error:
            raise SourceError(f"cannot read {path}: {error.strerror or error}") from error
        except ValueError as error:  # a NUL character in the path
            raise SourceError(f"cannot read {str(path)!r}: {error}") from error

    @classmethod
    def from_text(cls, text: str, name: str = "<text>", first_line: int = 1) -> "Source":
        """A source made from a string; lone surrogates are replaced."""
        return Source(name, text.encode("utf-8", "replace"), first_line)

    @cached_property
    def encoding(self) -> str:
        """The encoding, by Python's name."""
        for mark, encoding in BYTE_ORDER_MARKS:
            if self.data.startswith(mark):
                return encoding
        if wide := _utf16_without_mark(self.data[:SNIFFED]):
            return wide
        if _first_invalid(self.data, "utf-8") is None:
            return "utf-8"
        return self.declared or ("mac_roman" if _is_of_old_macintosh(self.data) else "cp1252")

    @cached_property
    def declared(self) -> str:
        """The encoding that the text itself declares; empty if the bytes are not valid in it.

        Latin-1 stands for Windows-1252, as it does on the web (WHATWG Encoding, section 4.2).
        """
        found = _DECLARED.search(self.data, 0, DECLARED_WITHIN)
        try:
            name = codecs.lookup(found[1].decode("ascii")).name if found else ""
        except LookupError:
            return ""
        if name in ("", "iso8859-1"):
            return "cp1252" if name else ""
        return name if _first_invalid(self.data, name) is None else ""

    @cached_property
    def text(self) -> str:
        """The decoded text, with line feeds as line ends."""
        return self._decoded(self.data)

    @cached_property
    def is_binary(self) -> bool:
        """Whether this is not text: it is not UTF-16, and has NUL bytes or more control characters than text has.

        A PDF counts as binary too, even if its first pages happen to be legible.
        """
        if self.encoding.startswith("utf-") and self.encoding != "utf-8":
            return False
        head = self.head
        controls = len(head) - len(head.translate(None, _CONTROLS))
        has_many = controls > len(head) // 10 or (b"\0" in head and controls > max(4, len(head) // 100))
        return has_many or head.startswith(b"%PDF-")

    def note_encoding(self, report: Report) -> None:
        """Report that the encoding was guessed or that the bytes are damaged, if so."""
        if self.encoding in ("utf-8", self.declared):
            return
        if self.encoding in UNMARKED:
            report.add(ENCODING_UNMARKED, f"no byte order mark: read as {UNMARKED[self.encoding]}", self.place(1, 1))
            return
        guessed = GUESSED.get(self.encoding)
        marked = "utf-8" if guessed else self.encoding
        wrong = _first_invalid(self.data, marked)
        if wrong is None:
            return
        lines, byte = self._decoded(self.data[:wrong]).split("\n"), f"byte {self.data[wrong]:02X}"
        place = self.place(len(lines), len(lines[-1]) + 1)
        if guessed:
            read = self._decoded(self.data[wrong : wrong + 1])
            rule = ENCODING_UNKNOWN if guessed == "Windows-1252" and _is_unlikely(self.data) else ENCODING_GUESSED
            report.add(rule, f"{byte} is not UTF-8: read as {guessed}, where it is {read!r}", place)
        else:
            name = marked.upper().removesuffix("-SIG")
            report.add(ENCODING_DAMAGED, f"{byte} is not valid {name}, which its byte order mark says it is", place)

    def _decoded(self, data: bytes) -> str:
        """Bytes of this source as text, with line feeds as line ends."""
        if self.encoding == "cp1252" and not self.declared:
            text = "".join(map(_line, data.splitlines(keepends=True)))
        elif self.encoding == "cp1252":
            text = _windows(data)
        else:
            text = data.decode(self.encoding, "replace")
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

    def place(self, line: int | None = None, column: int | None = None) -> Place:
        """A place in this source."""
        return Place(self.name, line, column)


class LongSource(Source):
    """A long UTF-8 file, of which only one part at a time is in memory, unless all of it is asked for."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, b"")
        self.path = path
        self.encoding = "utf-8"
        self.declared = ""

    @classmethod
    def of(cls, name: str, path: Path) -> "LongSource | None":
        """The source of a long UTF-8 file without a byte order mark; None for other and for unreadable files."""
        source, decoder = cls(name, path), codecs.getincrementaldecoder("utf-8")()
        try:
            if not path.is_file() or path.stat().st_size < LONG:
                return None
            with path.open("rb") as file:
                while piece := file.read(SNIFFED):  # of larger pieces, some memory allocators keep dozens
                    decoder.decode(piece)
            decoder.decode(b"", final=True)
            marked = source.head.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS))
            return None if marked or b"\0" in source.head or not source.beginning.strip() else source
        except (OSError, ValueError):  # not UTF-8; a NUL character in the path
            return None

    @property
    def data(self) -> bytes:
        """All bytes, read from the file each time."""
        return self.path.read_bytes()

    @cached_property
    def head(self) -> bytes:
        """The first bytes, which decide the encoding and whether it is text."""
        with self.path.open("rb") as file:
            return file.read(SNIFFED)

    @cached_property
    def beginning(self) -> str:
        """The beginning of the text, by which its format is detected."""
        return self._decoded(self.head)

    def parts(self, ends: Callable[[str], int]) -> Iterator[Source]:
        """The source in parts of about `PART` characters; a part is longer if no record ends in that many."""
        with self.path.open(encoding=self.encoding, errors="replace", newline=None) as file:
            rest, line, size = "", 1, PART
            while piece := file.read(size):
                rest += piece
                end = ends(rest)
                size = PART if end else 2 * size
                if end:
                    yield Source.from_text(rest[:end], self.name, line)
                    line += rest.count("\n", 0, end)
                    rest = rest[end:]
            if rest:
                yield Source.from_text(rest, self.name, line)


class Places:
    """Turns offsets in a source's text into lines and columns, counting on from the last offset asked for.

    If offsets only rise, each stretch of text is scanned once, however long its lines are.
    """

    __slots__ = ("begin", "line", "offset", "source", "text")

    def __init__(self, text: str, source: Source) -> None:
        self.text, self.source = text, source
        self.line, self.offset, self.begin = source.first_line, 0, 0

    def line_of(self, offset: int) -> int:
        """The number of the line that holds an offset."""
        if offset < self.begin:
            self.line -= self.text.count("\n", offset, self.begin)
            self.begin = self.text.rfind("\n", 0, offset) + 1
        elif newlines := self.text.count("\n", self.offset, offset):
            self.line += newlines
            self.begin = self.text.rfind("\n", self.offset, offset) + 1
        self.offset = offset
        return self.line

    def place(self, offset: int) -> Place:
        """The place of an offset."""
        line = self.line_of(offset)
        return self.source.place(line, offset - self.begin + 1)


GUESSED = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}
"""The names of encodings that can be guessed, by Python's names."""

UNMARKED = {"utf-16-le": "UTF-16 (little-endian)", "utf-16-be": "UTF-16 (big-endian)"}
"""The names of UTF-16 without a byte order mark, by Python's names."""


def _utf16_without_mark(head: bytes) -> str:
    """The byte order of UTF-16 without a mark, in which every second byte of Latin text is zero; empty if it is not."""
    if b"\0" not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    encoding, zeros, others = ("utf-16-le", odd, even) if odd > even else ("utf-16-be", even, odd)
    if zeros < max(8, len(head) // 8) or others * 10 > zeros:
        return ""
    text = head.decode(encoding, "replace")
    return encoding if sum(map(text.count, map(chr, _CONTROLS))) <= len(text) // 100 else ""


def _line(data: bytes) -> str:
    """A line of UTF-8 or of Windows-1252: some files are put together from both."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(data)


def _windows(data: bytes) -> str:
    return data.decode("latin-1").translate(_WINDOWS_1252)


def _is_of_old_macintosh(data: bytes) -> bool:
    """Whether lines end, and letters are encoded, as on Macintoshes before Mac OS X."""
    if b"\n" in data or b"\r" not in data:
        return False
    letters = _AMONG_LETTERS.findall(data)
    return bool(letters) and all(letter < b"\xa0" for letter in letters)


_AMONG_LETTERS = late(rb"(?<=[A-Za-z])[\x80-\xff](?=[a-z])")
"""Non-ASCII bytes between letters, which must be letters too: in Mac Roman below A0, in Latin-1 above."""


def _is_unlikely(data: bytes) -> bool:
    """Whether bytes are hardly Windows-1252: some are undefined in it, or most accented words are mostly accents."""
    others = b" ".join(line for line in data.splitlines() if _first_invalid(line, "utf-8") is not None)
    lengths = [(len(word), len(word.translate(None, _BEYOND))) for word in _WORD.findall(others)]
    strange = [3 * plain < length for length, plain in lengths if plain < length]
    return len(others.translate(None, _NO_SIGNS)) < len(others) or 2 * sum(strange) > len(strange)


_NO_SIGNS = b"\x81\x8d\x8f\x90\x9d"
_BEYOND = bytes(range(0xA1, 0x100))
_WORD = late(rb"[A-Za-z\xa1-\xff]{3,}")


def _first_invalid(data: bytes, encoding: str) -> int | None:
    """The offset of the first byte that is not valid in an encoding; None if all are."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return len(data) - len(error.object) + error.start  # UTF-8's decoder drops a byte order mark first
    return None


_WINDOWS_1252 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
"""Windows-1252 where Latin-1 has control characters; the five bytes without a character stay as in Latin-1."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
