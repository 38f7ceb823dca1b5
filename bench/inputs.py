"""The files used to time conversions: real ones if available, else generated, both enlarged to a given size.

The real files are in ``bench/`` of ``$REFLIST_DATA``, else of ``../shared/data``. A file is enlarged by copies of
itself with other keys and capitalised words, so that no program profits from having seen a value before.
"""

import json
import os
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from measure import ROOT

DATA = Path(os.environ.get("REFLIST_DATA") or ROOT.parent / "shared" / "data") / "bench"

MB = 1_000_000


class Input(NamedTuple):
    """A file to convert: where it is, what it was made from, and how many bytes it has."""

    path: Path
    made_from: str
    size: int

    def __str__(self) -> str:
        return f"{self.size / MB:.1f} MB ({self.made_from})"


_KEY = re.compile(rb"(?m)^(@(?!string|preamble|comment)\w+\s*\{|\s*crossref\s*=\s*[{\"])", re.IGNORECASE)
_WORD = re.compile(rb"(?<![@\\\w\x80-\xff])[A-Z][a-z]{3,}+(?![\w\x80-\xff\\{])")
_RECORD = {".bib": re.compile(rb"\n(?=@)"), ".ris": re.compile(rb"\n(?=TY  - )")}


def made(folder: Path, names: tuple[str, ...], size: int) -> Input:
    """A file in ``folder`` of about this size, in bytes, made from the real files of these names, or generated."""
    found = [DATA / name for name in names]
    suffix = found[0].suffix
    there = all(path.is_file() for path in found)
    text = b"\n".join(path.read_bytes() for path in found) if there else GENERATORS[suffix](5_000).encode()
    path = folder / f"{found[0].stem}-{size}{suffix}"
    path.write_bytes(_grown(text, size, suffix))
    return Input(path, " + ".join(names) if there else "generated", path.stat().st_size)


def _grown(text: bytes, size: int, suffix: str) -> bytes:
    """As many different copies as the size needs; cut after the last complete record."""
    copies = [_copy(text, number) for number in range(size // len(text) + 1)]
    whole = b"\n".join(copies)
    end = _RECORD[suffix].search(whole, min(size, len(whole)))
    return whole[: end.start()] if end else whole


def _copy(text: bytes, number: int) -> bytes:
    """The text with keys and words of its own; the first copy is the text itself."""
    if not number:
        return text
    letters = bytes([97 + number % 26]) * (1 + number // 26)
    return _WORD.sub(rb"\g<0>" + letters, _KEY.sub(rb"\g<1>" + letters, text))


def items(folder: Path, count: int) -> tuple[Path, str]:
    """A file in ``folder`` with this many CSL-JSON items, and what it was made from: real items, or generated ones.

    The items are repeated as often as needed, with keys and capitalised words of their own.
    """
    found = DATA / "items-1000.json"
    there = found.is_file()
    text = found.read_bytes() if there else json.dumps(list(_csl(1_000))).encode()
    grown: list[dict[str, Any]] = []
    copies = 0
    while len(grown) < count:
        grown += json.loads(_copy(text, copies))
        copies += 1
    for number, item in enumerate(grown):
        item["id"] = f"item{number}"
    path = folder / f"items-{count}.json"
    path.write_text(json.dumps(grown[:count], ensure_ascii=False), "utf-8")
    return path, found.name if there else "generated"


# --- generated files ------------------------------------------------------------------------------

_SYLLABLES = "ba ce di fo gu ka le mi no pu ra se ti vo wy".split()
_ACCENTS = ("é", "ü", "ø", "ł", "ñ")


def _word(chance: random.Random) -> str:
    word = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))
    return word if chance.random() < 0.95 else word[:-1] + chance.choice(_ACCENTS)


def _words(chance: random.Random, least: int, most: int) -> str:
    return " ".join(_word(chance) for _ in range(chance.randint(least, most))).capitalize()


def _records(count: int) -> Iterator[dict[str, list[str]]]:
    """Invented journal articles, the same in every run."""
    chance = random.Random(1)
    for number in range(count):
        first = chance.randint(1, 900)
        yield {
            "key": [f"made{number}"],
            "author": [
                f"{_word(chance).title()}, {_word(chance).title()} {chr(65 + chance.randrange(26))}."
                for _ in range(chance.randint(1, 4))
            ],
            "title": [_words(chance, 6, 14)],
            "journal": [_words(chance, 2, 4)],
            "volume": [str(chance.randint(1, 99))],
            "number": [str(chance.randint(1, 12))],
            "pages": [f"{first}-{first + chance.randint(3, 40)}"],
            "year": [str(chance.randint(1950, 2024))],
            "doi": [f"10.1234/made.{number}"],
        }


def _bibtex(count: int) -> str:
    """Invented articles as BibTeX."""
    entries = []
    for record in _records(count):
        (key,) = record.pop("key")
        fields = (f"  {name} = {{{' and '.join(values)}}}" for name, values in record.items())
        entries.append(f"@article{{{key},\n" + ",\n".join(fields) + "\n}\n")
    return "\n".join(entries)


def _csl(count: int) -> Iterator[dict[str, Any]]:
    """Invented articles as CSL-JSON."""
    for record in _records(count):
        yield {
            "id": record["key"][0],
            "type": "article-journal",
            "author": [dict(zip(("family", "given"), name.split(", "), strict=True)) for name in record["author"]],
            "issued": {"date-parts": [[int(record["year"][0])]]},
            "title": record["title"][0],
            "container-title": record["journal"][0],
            "volume": record["volume"][0],
            "issue": record["number"][0],
            "page": record["pages"][0],
            "DOI": record["doi"][0],
        }


_TAGS = {
    "key": "ID",
    "author": "AU",
    "title": "TI",
    "journal": "T2",
    "volume": "VL",
    "number": "IS",
    "year": "PY",
    "doi": "DO",
}


def _ris(count: int) -> str:
    """Invented articles as RIS."""
    lines = []
    for record in _records(count):
        lines.append("TY  - JOUR")
        first, last = record.pop("pages")[0].split("-")
        lines += [f"{_TAGS[name]}  - {value}" for name, values in record.items() for value in values]
        lines += [f"SP  - {first}", f"EP  - {last}", "ER  - ", ""]
    return "\n".join(lines)


GENERATORS: dict[str, Callable[[int], str]] = {".bib": _bibtex, ".ris": _ris}
"""By suffix, what makes a file of so many records up."""
