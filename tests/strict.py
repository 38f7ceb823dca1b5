"""A strict score of read references against the right values: `python tests/strict.py truth.jsonl items.json`.

`truth.jsonl` holds one JSON object per line of a reference list: the right CSL variables (CSL 1.0.2), and keys about
them that are not variables (`ABOUT`, and every key with an underscore). `items.json` is a list of CSL-JSON items; item
*n* is compared with line *n*.

A line is right if every variable of the truth is equal and there is no other variable. These differences are allowed:

- `IGNORED` variables, which a reader may add;
- `alt`: `{variable: [other acceptable value, ...]}`, where `author[0].given` is one part of one name, `null` means
    that the variable may be missing, and a value for a variable that the truth does not have may be there or not.
    Words that such a value takes over from another variable must not be in both;
- `alt_records`: `[{variable: value or null, ...}, ...]`, each a coherent change to the whole truth;
- the printed words of a genre, a series and their numbers (`SPLIT`), which may be divided among these variables in any
    sensible way: each word once (except `LABELS`), and the number itself in a number.

Strings are compared in Unicode form C with white space unified, and case-sensitively; a name by its parts
(`NAME_PARTS`); a date by its parts, season and circa.
"""

import itertools
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ABOUT = frozenset({"id", "seed", "n", "raw", "alt", "sic", "flags"})
IGNORED = frozenset({"id", "language", "page-first", "custom"})
NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
NUMBERS = ("number", "collection-number")
SPLIT = ("genre", "collection-title", *NUMBERS)
LABELS = ("No", "no")
"""Words before a number that may be kept or dropped: `No. 12` is `12`."""

Record = Mapping[str, Any]
Differences = dict[str, tuple[Any, Any]]


@dataclass(frozen=True)
class Line:
    """A compared line: its id, and for each differing variable what was expected and what was got (`None`: nothing)."""

    id: str
    differences: Differences

    @property
    def right(self) -> bool:
        """Whether nothing differs."""
        return not self.differences


@dataclass(frozen=True)
class Score:
    """The compared lines in order, and how many items followed after the last line."""

    lines: tuple[Line, ...]
    surplus: int

    @property
    def right(self) -> int:
        """The number of lines without a difference."""
        return sum(line.right for line in self.lines)

    @property
    def perfect(self) -> bool:
        """Whether every line is right and no item is left over."""
        return self.right == len(self.lines) and not self.surplus

    def __str__(self) -> str:
        return "\n".join(self._report())

    def _report(self) -> Iterator[str]:
        for line in self.lines:
            yield f"{line.id}: {'right' if line.right else 'wrong'}"
            for variable, (expected, got) in line.differences.items():
                yield f"    {variable}: expected {_shown(expected)}, got {_shown(got)}"
        if self.surplus:
            yield f"{self.surplus} items more than lines"
        yield f"{self.right} of {len(self.lines)} lines fully right"


def read_truth(path: Path) -> list[Record]:
    """The truths of a file, one JSON object per line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(truths: Sequence[Record], items: Sequence[Record]) -> Score:
    """Compare items with truths, paired by order. A line without an item is wrong in every variable."""
    paired: Iterator[tuple[Record, Record]] = itertools.zip_longest(truths, items[: len(truths)], fillvalue={})
    lines = tuple(Line(str(truth["id"]), differences(truth, item)) for truth, item in paired)
    return Score(lines, max(0, len(items) - len(truths)))


def differences(truth: Record, item: Record) -> Differences:
    """What differs between an item and the nearest acceptable record: `{variable: (expected, got)}`."""
    alternatives = [_Expectation(record, truth.get("alt", {})).differences(item) for record in records(truth)]
    return min(alternatives, key=len)


def records(truth: Record) -> Iterator[Record]:
    """The variables of a truth, then those of each of its `alt_records`."""
    record = {key: value for key, value in truth.items() if key not in ABOUT and "_" not in key}
    if "year_suffix" in truth:
        record["year-suffix"] = truth["year_suffix"]
    yield record
    for change in truth.get("alt_records", ()):
        yield {key: value for key, value in {**record, **change}.items() if value is not None}


class _Expectation:
    """One acceptable record with the alternatives of its truth."""

    def __init__(self, record: Record, alt: Record) -> None:
        self.record = record
        self.alt = alt

    def differences(self, item: Record) -> Differences:
        """What differs in `item`."""
        variables = sorted((self.record.keys() | item.keys()) - IGNORED - set(SPLIT))
        found = {v: (self.record.get(v), item.get(v)) for v in variables if not self._accepts(v, item.get(v))}
        self._settle_moved_words(item, found)
        if not self._split_is_right(item):
            pairs = {v: (self.record.get(v), item.get(v)) for v in SPLIT}
            found |= {v: pair for v, pair in pairs.items() if _plain(pair[0]) != _plain(pair[1])}
        return found

    def _accepts(self, variable: str, got: Any) -> bool:
        expected = self.record.get(variable)
        acceptable = [expected, *self.alt.get(variable, ())]
        return any(_plain(got) == _plain(value) for value in acceptable) or self._accepts_names(variable, expected, got)

    def _accepts_names(self, variable: str, expected: Any, got: Any) -> bool:
        """Whether the names are equal, except for parts that `alt` gives as `author[0].given`."""
        if not _are_names(expected) or not _are_names(got) or len(expected) != len(got):
            return False
        return all(
            right.get(part) == other.get(part) or other.get(part) in self.alt.get(f"{variable}[{place}].{part}", ())
            for place, (right, other) in enumerate(zip(expected, got, strict=True))
            for part in NAME_PARTS
        )

    def _settle_moved_words(self, item: Record, found: Differences) -> None:
        """If an alternative value took over the words of another variable, that variable must be missing."""
        for variable in [v for v in self.alt if isinstance(item.get(v), str) and v not in found and v not in SPLIT]:
            moved = _words(item[variable]) - _words(self.record.get(variable))
            for other, value in self.record.items():
                if other == variable or not moved or not isinstance(value, str) or _words(value) != moved:
                    continue
                if other in item:
                    found[variable] = (self.record.get(variable), item[variable])
                else:
                    found.pop(other, None)

    def _split_is_right(self, item: Record) -> bool:
        got = _unlabelled(sum((_words(item.get(v)) for v in SPLIT), Counter[str]()))
        numbers = sum((_words(item.get(v)) for v in NUMBERS), Counter[str]())
        return any(got == words and _first_number(right) <= set(numbers) for words, right in self._splits())

    def _splits(self) -> Iterator[tuple[Counter[str], Counter[str]]]:
        """Each acceptable set of words of the `SPLIT` variables, with those of the numbers among them."""
        known = sum((_words(self.record.get(v)) for v in SPLIT), Counter[str]())
        for values in itertools.product(*(self._split_choices(v, known) for v in SPLIT)):
            words = [_unlabelled(_words(value)) for value in values]
            yield sum(words, Counter[str]()), sum(words[-len(NUMBERS) :], Counter[str]())

    def _split_choices(self, variable: str, known: Counter[str]) -> list[Any]:
        others = self.alt.get(variable, ())
        if variable not in self.record:
            return [None, *(value for value in others if not _words(value) <= known)]
        return [self.record[variable], *(others if variable in NUMBERS else [v for v in others if v is None])]


def _plain(value: Any) -> Any:
    """A value in the form used for comparison."""
    if isinstance(value, list):
        return tuple(_plain_name(name) for name in value)
    if isinstance(value, dict):
        parts = tuple(tuple(int(part) for part in date) for date in value.get("date-parts", ()))
        return (parts, *(_plain(value.get(key)) for key in ("season", "literal")), bool(value.get("circa")))
    return None if value is None else " ".join(unicodedata.normalize("NFC", str(value)).split())


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, dict) for name in value)


def _plain_name(name: Any) -> Any:
    return tuple(_plain(name.get(part)) for part in NAME_PARTS) if isinstance(name, dict) else _plain(name)


def _words(value: Any) -> Counter[str]:
    """The words of a string, without punctuation around them and with one kind of dash."""
    words = re.sub("[\u2010-\u2015]", "-", _plain(value) or "").split()
    return Counter(bare for word in words if (bare := word.strip(".,;:()[]‘’“”'\"")))


def _unlabelled(words: Counter[str]) -> Counter[str]:
    return Counter({word: count for word, count in words.items() if word not in LABELS})


def _first_number(words: Counter[str]) -> set[str]:
    """The first word with a digit, which is the number proper: `104` in `HC 104 Session 2006-2007`."""
    return set(itertools.islice((word for word in words if re.search(r"\d", word)), 1))


def _shown(value: Any) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)


def main(arguments: Sequence[str]) -> int:
    """Print the score of `truth.jsonl items.json`; return 0 if everything is right, 1 if not, 2 for wrong use."""
    if len(arguments) != 2:
        print("usage: python tests/strict.py truth.jsonl items.json", file=sys.stderr)
        return 2
    result = score(read_truth(Path(arguments[0])), json.loads(Path(arguments[1]).read_text(encoding="utf-8")))
    print(result)
    return 0 if result.perfect else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
