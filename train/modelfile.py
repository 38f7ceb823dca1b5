"""Reading a model's weights from CRFsuite's file, and writing weights as a file that CRFsuite reads.

The file (CRFsuite 0.12, ``crf1d_model.c``, ``cqdb.c``): a header of 48 bytes; the features (kind, from, to, weight);
labels and attributes, each a constant database of names (Bob Jenkins' ``lookup3`` in 256 tables, and the offset of
each name); and for each label and attribute the numbers of its features. Numbers are little-endian.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

OF_ATTRIBUTE, OF_TRANSITION = 0, 1
"""The kinds of feature."""

VERSION = 100
HEADER, CHUNK = struct.Struct("<4sI4s9I"), struct.Struct("<4s2I")
FEATURE = struct.Struct("<3Id")
DATABASE, RECORD = struct.Struct("<4s5I"), struct.Struct("<2I")
TABLES = 256
ENDIAN = 0x62445371
"""The mark by which CRFsuite recognizes the byte order."""

EDGES = 2
"""Two empty rows after those of the labels, for the beginning and the end of a string."""

MASK = 0xFFFFFFFF
_MIXED = ((0, 2, 4, 1), (1, 0, 6, 2), (2, 1, 8, 0), (0, 2, 16, 1), (1, 0, 19, 2), (2, 1, 4, 0))
_ENDED = ((2, 1, 14), (0, 2, 11), (1, 0, 25), (2, 1, 16), (0, 2, 4), (1, 0, 14), (2, 1, 24))


class Weights(NamedTuple):
    """The weights of a model: its labels, and the weights by attribute and label, and by label and next label."""

    labels: Sequence[str]
    attributes: Mapping[str, Mapping[str, float]]
    transitions: Mapping[tuple[str, str], float]


def read(path: Path) -> Weights:
    """Read the weights of a model that CRFsuite has trained."""
    model = pycrfsuite.Tagger()
    model.open(str(path))
    info = model.info()
    labels = sorted(info.labels, key=lambda label: int(info.labels[label]))
    attributes: dict[str, dict[str, float]] = {name: {} for name in info.attributes}
    for (name, label), weight in info.state_features.items():
        attributes[name][label] = weight
    model.close()
    return Weights(labels, attributes, dict(info.transitions))


def write(weights: Weights, path: Path) -> None:
    """Write a model."""
    number = {label: index for index, label in enumerate(weights.labels)}
    features: list[tuple[int, int, int, float]] = []
    of_attributes: list[list[int]] = []
    of_labels: list[list[int]] = [[] for _ in range(len(number) + EDGES)]
    for index, row in enumerate(weights.attributes.values()):
        of_attributes.append(list(range(len(features), len(features) + len(row))))
        features += [(OF_ATTRIBUTE, index, number[label], weight) for label, weight in row.items()]
    for (before, label), weight in weights.transitions.items():
        of_labels[number[before]].append(len(features))
        features.append((OF_TRANSITION, number[before], number[label], weight))
    counts = len(features), len(number), len(weights.attributes)
    path.write_bytes(_file(counts, features, of_labels, of_attributes, weights))


def _file(
    counts: tuple[int, int, int],
    features: Iterable[tuple[int, int, int, float]],
    of_labels: Sequence[Sequence[int]],
    of_attributes: Sequence[Sequence[int]],
    weights: Weights,
) -> bytes:
    packed = b"".join(FEATURE.pack(*feature) for feature in features)
    body, places = bytearray(HEADER.size), [HEADER.size]
    body += CHUNK.pack(b"FEAT", CHUNK.size + len(packed), counts[0]) + packed
    for names in (list(weights.labels), list(weights.attributes)):
        places.append(len(body))
        body += database(names)
    for kind, rows in ((b"LFRF", of_labels), (b"AFRF", of_attributes)):
        places.append(len(body))
        body += _rows(kind, rows, len(body))
    HEADER.pack_into(body, 0, b"lCRF", len(body), b"FOMC", VERSION, *counts, *places)
    return bytes(body)


def _rows(kind: bytes, rows: Sequence[Sequence[int]], begin: int) -> bytes:
    """Rows of feature numbers, in a chunk that begins at a given offset of the file."""
    packed = [struct.pack(f"<{len(row) + 1}I", len(row), *row) for row in rows]
    place, places = begin + CHUNK.size + 4 * len(rows), list[int]()
    for row in packed:
        places.append(place)
        place += len(row)
    return b"".join((CHUNK.pack(kind, place - begin, len(rows)), struct.pack(f"<{len(rows)}I", *places), *packed))


def database(names: Sequence[str]) -> bytes:
    """A constant database of names, each with its number, padded to a multiple of four bytes."""
    place = DATABASE.size + TABLES * RECORD.size
    records, places = list[bytes](), list[int]()
    tables: list[list[tuple[int, int]]] = [[] for _ in range(TABLES)]
    for number, name in enumerate(names):
        key = name.encode() + b"\0"
        value = lookup3(key)
        tables[value % TABLES].append((value, place))
        places.append(place)
        records.append(RECORD.pack(number, len(key)) + key)
        place += len(records[-1])
    records.append(b"\0" * (-place % 4))
    place += -place % 4
    heads, slots = list[bytes](), list[bytes]()
    for table in tables:
        heads.append(RECORD.pack(place if table else 0, 2 * len(table)))
        slots.append(_slots(table))
        place += len(slots[-1])
    header = DATABASE.pack(b"CQDB", place + 4 * len(names), 0, ENDIAN, len(names), place)
    return b"".join((header, *heads, *records, *slots, struct.pack(f"<{len(names)}I", *places)))


def _slots(table: Sequence[tuple[int, int]]) -> bytes:
    """A hash table with twice as many slots as names; a name whose slot is taken goes to the next free one."""
    slots = [(0, 0)] * (2 * len(table))
    for value, place in table:
        at = (value >> 8) % len(slots)
        while slots[at][1]:
            at = (at + 1) % len(slots)
        slots[at] = value, place
    return b"".join(RECORD.pack(*slot) for slot in slots)


def lookup3(key: bytes) -> int:
    """Bob Jenkins' ``hashlittle`` of some bytes (``lookup3.c``, 2006), with initial value 0.

    >>> hex(lookup3(b"Four score and seven years ago"))
    '0x17770551'
    """
    state = [(0xDEADBEEF + len(key)) & MASK] * 3
    last = max(len(key) - 1, 0) // 12 * 12
    for at in range(0, last, 12):
        _add(state, key[at : at + 12])
        for one, other, turned, third in _MIXED:
            state[one] = (state[one] - state[other] & MASK) ^ _turned(state[other], turned)
            state[other] = (state[other] + state[third]) & MASK
    if not key:
        return state[2]
    _add(state, key[last:].ljust(12, b"\0"))
    for one, other, turned in _ENDED:
        state[one] = ((state[one] ^ state[other]) - _turned(state[other], turned)) & MASK
    return state[2]


def _add(state: list[int], part: bytes) -> None:
    for index, number in enumerate(struct.unpack("<3I", part)):
        state[index] = (state[index] + number) & MASK


def _turned(number: int, by: int) -> int:
    return (number << by | number >> 32 - by) & MASK
