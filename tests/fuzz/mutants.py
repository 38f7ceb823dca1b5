"""Files changed at random, as disks, mailers, editors and people do; the same seed gives the same changes."""

import random
from collections.abc import Callable, Iterator, Sequence

Mutation = Callable[[random.Random, bytes, Sequence[bytes]], bytes]
"""Changes a file; may take parts from the other files of its format."""

SIGNS = (
    *(b"{", b"}", b'"', b"'", b"\\", b"@", b"#", b",", b"=", b"%", b"$", b"&", b"<", b">", b"[", b"]", b"(", b")"),
    *(b":", b"-", b"/", b"|", b";", b"*", b"!", b"?", b"~", b"^", b"_", b"\t", b"\n", b"\r", b"\0", b"\x1a", b"\xff"),
    *(
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<!DOCTYPE x [",
        b"&#0;",
        b"&amp",
        b"TY  - ",
        b"ER  - ",
        b"PMID- ",
        b"%0 ",
    ),
    *(b"@string{", b"@comment{", b"@book{x,", b"\\u0000", b"\\ud800", b"- ", b"&a ", b"*a", b"---\n", b"? ", b"1e999"),
    *("\u2028".encode(), "\ufeff".encode(), "\u202e".encode(), b"9" * 30, b" " * 80, b"\n" * 20, b"{" * 30, b"[" * 30),
)
"""Strings that have a special meaning in some format, or cause errors."""

ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252", "utf-32", "cp037")


def _place(chance: random.Random, data: bytes) -> int:
    return chance.randint(0, len(data))


def _stretch(chance: random.Random, data: bytes) -> tuple[int, int]:
    """A stretch of a file: mostly a short one."""
    start = _place(chance, data)
    return start, min(len(data), start + chance.choice((1, 1, 2, 5, 20, 100, len(data))))


def flip_a_bit(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    changed = bytearray(data or b" ")
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def put_a_sign(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    at = _place(chance, data)
    return data[:at] + chance.choice(SIGNS) + data[at:]


def replace_with_a_sign(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + chance.choice(SIGNS) + data[end:]


def leave_out(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + data[end:]


def double(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _stretch(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 2, 10)) + data[end:]


def cut_off(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data[: _place(chance, data)]


def shuffle_lines(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def double_a_line(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    lines = data.splitlines(keepends=True) or [b"\n"]
    at = chance.randrange(len(lines))
    return b"".join([*lines[:at], lines[at] * chance.choice((2, 3, 50)), *lines[at + 1 :]])


def leave_out_a_line(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    lines = data.splitlines(keepends=True) or [b"\n"]
    at = chance.randrange(len(lines))
    return b"".join([*lines[:at], *lines[at + 1 :]])


def join_lines(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data.replace(b"\n", chance.choice((b"", b" ", b"\r", b"\r\n", b"\n\n", b"\n ")), chance.choice((1, 5, -1)))


def splice(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other = chance.choice(others)
    return data[: _place(chance, data)] + other[_place(chance, other) :]


def put_another_inside(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other, at = chance.choice(others), _place(chance, data)
    start, end = _stretch(chance, other)
    return data[:at] + other[start:end] + data[at:]


def write_in_another_encoding(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")


def change_case(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + data[start:end].swapcase() + data[end:]


MUTATIONS: tuple[Mutation, ...] = (
    flip_a_bit,
    put_a_sign,
    put_a_sign,
    replace_with_a_sign,
    replace_with_a_sign,
    leave_out,
    leave_out,
    double,
    cut_off,
    shuffle_lines,
    double_a_line,
    leave_out_a_line,
    join_lines,
    splice,
    put_another_inside,
    write_in_another_encoding,
    change_case,
)
"""All mutations; one that is listed twice is twice as frequent."""

LONGEST = 40_000
"""The length in bytes at which a mutant is cut, since doubling would make it grow without bound."""


def mutant(samples: Sequence[bytes], seed: str) -> bytes:
    """The mutant of some file for a seed: changed one to six times."""
    chance = random.Random(seed)
    data = chance.choice(samples)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        data = chance.choice(MUTATIONS)(chance, data, samples)[:LONGEST]
    return data


def mutants(samples: Sequence[bytes], seed: str, count: int) -> Iterator[tuple[str, bytes]]:
    """This many mutants, each with its own seed, from which it can be made again."""
    for number in range(count):
        own = f"{seed}-{number}"
        yield own, mutant(samples, own)
