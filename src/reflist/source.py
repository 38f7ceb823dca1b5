"""A source: bytes with a name and a sniffed encoding."""

import codecs
from functools import cached_property
from pathlib import Path

from reflist.report import Place, ReflistError, Report, Rule, Severity

ENCODING_GUESSED = Rule(
    "encoding-guessed",
    Severity.LOSS,
    "The bytes are not UTF-8 and carry no mark of their encoding, so they were taken as Windows-1252 (which covers "
    "Latin-1). The place is that of the first byte that is not UTF-8. If accents look wrong, save the file as UTF-8 "
    "and read it again.",
)

ENCODING_DAMAGED = Rule(
    "encoding-damaged",
    Severity.LOSS,
    "The bytes begin with the mark of an encoding but are not valid in it, first at this place. What could not be "
    "decoded stands as the replacement character (\ufffd).",
)

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the mark of UTF-16, so it is tried first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Marks that settle the encoding: Unicode 15, section 23.8."""

SNIFFED = 65_536
"""How many bytes decide whether a source is text."""


class SourceError(ReflistError):
    """A source that could not be read at all."""


class Source:
    """What is to be read: its name without folders, its bytes, and the text in them.

    Text that is not valid in the sniffed encoding is never refused: what is not UTF-8 is taken as Windows-1252, in
    which every byte has a reading here.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data

    @classmethod
    def from_path(cls, path: str | Path) -> "Source":
        """The source in a file. Raises :class:`SourceError`, with the reason, where it cannot be read."""
        path = Path(path)
        try:
            return cls(path.name, path.read_bytes())
        except OSError as error:
            raise SourceError(f"{path}: {error.strerror or error}") from error
        except ValueError as error:  # a NUL in the path
            raise SourceError(f"{str(path)!r}: {error}") from error

    @classmethod
    def from_text(cls, text: str, name: str = "<text>") -> "Source":
        """A source of a string that is already at hand; lone surrogates are replaced."""
        return cls(name, text.encode("utf-8", "replace"))

    @cached_property
    def encoding(self) -> str:
        """The encoding as Python names it."""
        for mark, encoding in BYTE_ORDER_MARKS:
            if self.data.startswith(mark):
                return encoding
        return "utf-8" if _first_invalid(self.data, "utf-8") is None else "cp1252"

    @cached_property
    def text(self) -> str:
        """The decoded text, every line ending in a line feed."""
        return self._decoded(self.data)

    @cached_property
    def is_binary(self) -> bool:
        """Whether this is no text: it has no byte order mark, and NUL bytes or more control characters than a text."""
        if self.encoding not in ("utf-8", "cp1252"):
            return False
        head = self.data[:SNIFFED]
        controls = len(head) - len(head.translate(None, _CONTROLS))
        return (b"\0" in head and controls > len(head) // 100) or controls > len(head) // 10

    def note_encoding(self, report: Report) -> None:
        """Say in the report that the encoding was guessed, or that the bytes are damaged, where it is so."""
        if self.encoding == "utf-8":
            return
        marked = "utf-8" if self.encoding == "cp1252" else self.encoding
        wrong = _first_invalid(self.data, marked)
        if wrong is None:
            return
        lines, byte = self._decoded(self.data[:wrong]).split("\n"), f"byte {self.data[wrong]:02X}"
        place = self.place(len(lines), len(lines[-1]) + 1)
        if self.encoding == "cp1252":
            read = self._decoded(self.data[wrong : wrong + 1])
            report.add(ENCODING_GUESSED, f"{byte} is not UTF-8: read as Windows-1252, where it is {read!r}", place)
        else:
            name = marked.upper().removesuffix("-SIG")
            report.add(ENCODING_DAMAGED, f"{byte} is not valid {name}, as its mark says", place)

    def _decoded(self, data: bytes) -> str:
        """Bytes of this source as text, every line ending in a line feed."""
        if self.encoding == "cp1252":
            text = data.decode("latin-1").translate(_WINDOWS_1252)
        else:
            text = data.decode(self.encoding, "replace")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def place(self, line: int | None = None, column: int | None = None) -> Place:
        """A place in this source."""
        return Place(self.name, line, column)


def _first_invalid(data: bytes, encoding: str) -> int | None:
    """Where the first byte stands that is not valid in an encoding; None where all are."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return len(data) - len(error.object) + error.start  # UTF-8's decoder drops a byte order mark first
    return None


_WINDOWS_1252 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
"""What Windows-1252 reads where Latin-1 has control characters; the five bytes without a reading stay as in Latin-1."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
