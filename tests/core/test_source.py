"""Sources: bytes in any encoding become text, and what was guessed or damaged is reported."""

import codecs
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.report import Place, Report
from reflist.source import (
    ENCODING_DAMAGED,
    ENCODING_GUESSED,
    ENCODING_UNKNOWN,
    ENCODING_UNMARKED,
    Places,
    Source,
    SourceError,
)

LATIN = "@book{löffler,\n  title = {Löffler – 中文},\n}\n"
PRINTED = "Löffler – “Ζωή” 中文\n"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"", "utf-8", ""),
        (PRINTED.encode(), "utf-8", PRINTED),
        (codecs.BOM_UTF8 + PRINTED.encode(), "utf-8-sig", PRINTED),
        (PRINTED.encode("utf-16"), "utf-16", PRINTED),
        (codecs.BOM_UTF16_BE + PRINTED.encode("utf-16-be"), "utf-16", PRINTED),
        (PRINTED.encode("utf-32"), "utf-32", PRINTED),
        (codecs.BOM_UTF32_BE + PRINTED.encode("utf-32-be"), "utf-32", PRINTED),
        ("Löffler".encode("latin-1"), "cp1252", "Löffler"),
        ("“ö” – €".encode("cp1252"), "cp1252", "“ö” – €"),
        (b"\x93a\x94 \x81\x8d\x8f\x90\x9d", "cp1252", "“a” \x81\x8d\x8f\x90\x9d"),
        (b"a\r\nb\rc\nd", "utf-8", "a\nb\nc\nd"),
        ("a\r\nb".encode("utf-16"), "utf-16", "a\nb"),
        (b"caf\xe9\r\n", "cp1252", "café\n"),
        ("Gößweinstein\n".encode() + b"caf\xe9\rM\xfcller", "cp1252", "Gößweinstein\ncafé\nMüller"),
        (b"% Encoding: cp1252\n\xe9\n\xc3\xa9", "cp1252", "% Encoding: cp1252\né\nÃ©"),
        ("Größe für “Müller”\r".encode("mac_roman"), "mac_roman", "Größe für “Müller”\n"),
        ("Größe\rfür Müller".encode("latin-1"), "cp1252", "Größe\nfür Müller"),
        (b"\x8a\r", "cp1252", "Š\n"),
        (LATIN.encode("utf-16-le"), "utf-16-le", LATIN),
        (LATIN.encode("utf-16-be"), "utf-16-be", LATIN),
        (LATIN.encode("utf-16-le") + b"\0", "utf-16-le", LATIN + "\ufffd"),
        (b"% Encoding: ISO8859_2\n\xb3", "iso8859-2", "% Encoding: ISO8859_2\nł"),
        (b"% Encoding: ISO8859_1\n\x93\xe9", "cp1252", "% Encoding: ISO8859_1\n“é"),
        (b"<?xml version='1.0' encoding='koi8-r'?>\xc1", "koi8-r", "<?xml version='1.0' encoding='koi8-r'?>а"),
        (b"% -*- coding: big5 -*-\n\xa4\xa4", "big5", "% -*- coding: big5 -*-\n中"),
        (b"% Encoding: big5\n\xe9", "cp1252", "% Encoding: big5\né"),
        (b"% Encoding: cp0000\n\xe9", "cp1252", "% Encoding: cp0000\né"),
        ("% Encoding: latin2\né".encode(), "utf-8", "% Encoding: latin2\né"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_encodings(data: bytes, encoding: str, text: str) -> None:
    source = Source("x.txt", data)
    assert (source.encoding, source.text) == (encoding, text)


@given(st.binary(max_size=200))
def test_any_bytes_have_a_text(data: bytes) -> None:
    source = Source("x", data)
    assert isinstance(source.text, str)
    assert "\r" not in source.text
    assert source.is_binary in (True, False)


@pytest.mark.parametrize(
    ("data", "reported"),
    [
        (PRINTED.encode(), []),
        (PRINTED.encode("utf-16"), []),
        (
            b"caf\xe9",
            [(ENCODING_GUESSED, "byte E9 is not UTF-8: read as Windows-1252, where it is 'é'", Place("x.txt", 1, 4))],
        ),
        (
            b"a\r\nb\rcaf\x80",
            [(ENCODING_GUESSED, "byte 80 is not UTF-8: read as Windows-1252, where it is '€'", Place("x.txt", 3, 4))],
        ),
        (
            "Русский язык, année".encode("cp1251", "replace"),
            [(ENCODING_UNKNOWN, "byte D0 is not UTF-8: read as Windows-1252, where it is 'Ð'", Place("x.txt", 1, 1))],
        ),
        (
            b"caf\xe9 \x81",
            [(ENCODING_UNKNOWN, "byte E9 is not UTF-8: read as Windows-1252, where it is 'é'", Place("x.txt", 1, 4))],
        ),
        (
            "un été à Öå".encode("latin-1"),
            [(ENCODING_GUESSED, "byte E9 is not UTF-8: read as Windows-1252, where it is 'é'", Place("x.txt", 1, 4))],
        ),
        (
            codecs.BOM_UTF8 + b"un\ncaf\xe9",
            [
                (
                    ENCODING_DAMAGED,
                    "byte E9 is not valid UTF-8, which its byte order mark says it is",
                    Place("x.txt", 2, 4),
                )
            ],
        ),
        (
            codecs.BOM_UTF16_LE + "é\n".encode("utf-16-le") + b"a",
            [
                (
                    ENCODING_DAMAGED,
                    "byte 61 is not valid UTF-16, which its byte order mark says it is",
                    Place("x.txt", 2, 1),
                )
            ],
        ),
        (
            LATIN.encode("utf-16-be"),
            [(ENCODING_UNMARKED, "no byte order mark: read as UTF-16 (big-endian)", Place("x.txt", 1, 1))],
        ),
        (b"% Encoding: ISO8859_2\n\xb3", []),
        (b"% Encoding: ISO8859_1\n\xe9", []),
    ],
)
def test_guesses_are_reported(data: bytes, reported: list[object]) -> None:
    report = Report()
    Source("x.txt", data).note_encoding(report)
    assert [(diagnostic.rule, diagnostic.message, diagnostic.place) for diagnostic in report] == reported


def test_damaged_text_shows_where() -> None:
    assert Source("x", codecs.BOM_UTF8 + b"caf\xe9 au lait").text == "caf\ufffd au lait"


@pytest.mark.parametrize(
    ("data", "is_binary"),
    [
        (b"", False),
        (b"plain text\n\ttabbed\x0c\x1b", False),
        ("Löffler".encode("latin-1"), False),
        (PRINTED.encode("utf-16"), False),
        (b"%PDF-1.4\0\0\0\1\2\3", True),
        (b"%PDF-1.7\n1 0 obj <</Type /Catalog>>", True),
        (b"a\0b", True),
        (b"one stray \0 in a long text" * 1 + b" " * 200, False),
        (bytes(range(1, 32)) * 4, True),
        (b"\0a\0b" * 20 + b"\0\1\0\2" * 20, True),
        (b"abcd\0\0\0\0" * 20, True),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", True),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_binary_files_are_distinguished_from_text(data: bytes, is_binary: bool) -> None:
    assert Source("x", data).is_binary is is_binary


def test_a_source_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(b"one\r\n")
    source = Source.from_path(path)
    assert (source.name, source.text) == ("list.txt", "one\n")
    assert Source.from_path(str(path)).data == b"one\r\n"


@pytest.mark.parametrize("name", ["missing.txt", ".", "a\0b"])
def test_an_unreadable_file_gives_the_reason(name: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r": .{5,}"):
        Source.from_path(tmp_path / name)


def test_a_source_from_text() -> None:
    assert Source.from_text("a\r\nÖ").text == "a\nÖ"
    assert Source.from_text("a\ud800b").text == "a?b"
    assert Source.from_text("\ufeffa").text == "a"
    assert Source.from_text("a").place(2, 3) == Place("<text>", 2, 3)


def test_a_big_binary_is_recognised_quickly() -> None:
    begin = time.perf_counter()
    assert Source("x", bytes(range(256)) * 40_000).is_binary
    assert time.perf_counter() - begin < 60  # only a hang takes so long


def test_places_count_lines_and_columns() -> None:
    text = "one\ntwo\n\nfour"
    places = Places(text, Source("x", b""))
    expected = [(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)) for offset in range(len(text))]
    for order in (range(len(text)), reversed(range(len(text))), (9, 0, 3, 4, 12, 8, 7, 1)):
        for offset in order:
            assert places.place(offset) == Place("x", *expected[offset])
