"""Reading BibTeX: the definitions of a file, what entries inherit, and the references that result.

The rules are BibTeX's own ("BibTeXing", 1988, sections 2.1 and 2.3), and biblatex's if files use its features: what is
inherited as ``booktitle``, and ``xdata`` (biblatex manual, 2.2.3 and 2.4.1).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from reflist.formats.base import Item
from reflist.formats.bibtex_entries import NAME, Entry
from reflist.formats.bibtex_mending import Mendings
from reflist.formats.bibtex_references import from_entry
from reflist.formats.bibtex_syntax import Block, Piece, Written, blocks
from reflist.formats.bibtex_tables import MONTHS, PARTS
from reflist.grammar.bibtexnames import split_list
from reflist.late import late
from reflist.model import Origin, Reference, Remainder
from reflist.report import Report, Rule, Severity
from reflist.source import Places, Source
from reflist.value import any_in

SYNTAX = Rule(
    "bibtex-syntax",
    Severity.ERROR,
    "An entry is not valid BibTeX: a brace or quotation mark is not closed, or a comma is missing. Its fields were "
    "read if they could be separated; else the fields before the error were read, and the entry is kept "
    "unchanged. Reading went on with the next entry.",
)
NO_KEY = Rule("bibtex-no-key", Severity.ERROR, "An entry has no key, so nothing can cite it. It was read.")
DUPLICATE_KEY = Rule(
    "bibtex-duplicate-key",
    Severity.ERROR,
    "Two entries have the same key (BibTeX ignores case in keys). Both were read.",
)
UNDEFINED = Rule(
    "bibtex-undefined",
    Severity.ERROR,
    "A field holds a name without braces or quotation marks that no @string before it defines. The name itself was "
    "read.",
)
NO_PARENT = Rule(
    "bibtex-no-parent",
    Severity.ERROR,
    "The entry whose fields another should inherit (crossref, xdata) is not in the file.",
)
TOO_DEEP = Rule(
    "bibtex-too-deep",
    Severity.REPAIR,
    "Braces are nested a hundred deep or more, which no value needs. They were read as if they were nested a few "
    "deep. Only the first such place in a file is reported.",
)
TOO_LONG = Rule(
    "bibtex-too-long",
    Severity.ERROR,
    "The definitions in a file, or the fields that its entries inherit, would expand to many times the size of the "
    "file. From here on, names of definitions are kept unchanged, and nothing is inherited.",
)

TOO_MANY_BRACES = "{" * 100
"""The sign of `TOO_DEEP` in a text."""

GROWTH = 20
"""How many times the length of a file its definitions and inheritance may add."""

ALLOWANCE = 1_000_000
"""How many characters they may add in any case."""

PER_FIELD = 20
"""How many characters an inherited field counts in addition to its value."""

BATCH = 16
"""How many entries are taken from the text before references are made of them."""

GENERATIONS = 8
"""How many generations of parents an entry inherits from."""

PARENTS = ("crossref", "xdata")
NOT_INHERITED = frozenset(
    """crossref xdata xref ids keywords options entryset entrysubtype execute label presort related relatedoptions
    relatedstring relatedtype shorthand shorthandintro sortkey doi url urldate abstract annote annotation file note
    pages shorttitle""".split()
)
"""Fields that only concern the parent itself (after biblatex manual, appendix B)."""


_IDS = late(rb"ids(?:\s*=\s*[{\"]|\s+=)")
_MARK = "\udfff"
"""Marks both ends of undefined names. It is half of a surrogate pair, which no text that was read contains."""
_TOUCHING = late(rf"(?<=[\w.,)}}]){_MARK}+(?=[\w({{\\])")
"""An end of such a name that touches a word."""


class Dialect(NamedTuple):
    """What differs between BibTeX and biblatex files.

    ``reference`` makes a reference from an entry with all its fields. ``inherited_fields`` gives the fields that an
    entry inherits, from the parent, the child, and the name of the field that names the parent. ``parents`` are those
    fields; the first has priority. ``replaced_after`` gives what such a field then becomes: another field, or ("")
    nothing.
    ``part`` is the text by which an item of a list refers to a part of another entry; ``filled`` gives the text of that
    part.
    """

    name: str
    reference: Callable[[Entry, Origin], Reference]
    inherited_fields: Callable[[Entry, Entry, str], Mapping[str, str]]
    parents: tuple[str, ...] = PARENTS
    replaced_after: Mapping[str, str] = {}
    part: str = ""
    filled: Callable[[str, Mapping[str, Entry]], tuple[str, int]] = lambda item, _: (item, 0)


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; text that belongs to none of them as a `Remainder`."""
    return read_dialect(source, report, BIBTEX)


def read_dialect(source: Source, report: Report, dialect: Dialect) -> Iterator[Item]:
    """The references of a source in a dialect of BibTeX's syntax, as `read` gives them."""
    return _File(source, report, dialect).items()


class _File:
    """One file: its definitions, the keys so far, and the present position."""

    def __init__(self, source: Source, report: Report, dialect: Dialect) -> None:
        self.source, self.report, self.dialect = source, report, dialect
        self.text = source.text.removeprefix("\ufeff")
        self.strings: dict[str, str] = {month: month for month in MONTHS}
        self.allowed = ALLOWANCE + GROWTH * len(self.text)
        self.keys: set[str] = set()
        self.undefined: list[str] = []
        self.mendings = Mendings(self.text)
        self.places = Places(self.text, source)

    def items(self) -> Iterator[Item]:
        """All references and remainders of the file."""
        if (deep := self.text.find(TOO_MANY_BRACES)) >= 0:
            self.report.add(TOO_DEEP, "braces are nested a hundred deep or more", self.places.place(deep))
        if not any(self._may_have_tag(re.compile(tag.encode())) for tag in self.dialect.parents):
            yield from self._items_without_parents()
            return
        found = [(block, self._entry(block)) for block in blocks(self.text)]
        parents = self._by_key([entry for _, entry in reversed(found) if entry is not None])
        for block, entry in found:
            if entry and block.broken:
                yield self._item(block, None)
            whole = self._inherited(self._filled(entry, parents, block.start), parents, block.start) if entry else None
            self._check_key(whole, block.start)
            yield self._item(block, whole)

    def _items_without_parents(self) -> Iterator[Item]:
        """The same if no entry has a parent: a few entries at a time go through each stage, for the sake of caches."""
        found = blocks(self.text)
        while batch := [(block, self._checked(block)) for block in islice(found, BATCH)]:
            for block, entry in batch:
                if entry and block.broken:
                    yield self._item(block, None)
                yield self._item(block, entry)

    def _checked(self, block: Block) -> Entry | None:
        """The entry of a block, after checking its key."""
        entry = self._entry(block)
        self._check_key(entry, block.start)
        return entry

    def _may_have_tag(self, pattern: re.Pattern[bytes]) -> bool:
        """Whether a tag (in lower case) may occur anywhere; searched for in the bytes, which is faster."""
        if self.source.encoding.startswith(("utf-16", "utf-32")):
            return True
        return pattern.search(self.source.data.lower()) is not None

    def _by_key(self, entries: Iterable[Entry]) -> dict[str, Entry]:
        """Entries by key, and by the further keys in biblatex's field ``ids`` (manual, 2.2.3)."""
        named = {entry.key.lower(): entry for entry in entries}
        if not self._may_have_tag(_IDS):
            return named
        others = {key.lower(): entry for entry in named.values() for key in _keys(field_of(entry, "ids"), "ids")}
        return others | named

    def _entry(self, block: Block) -> Entry | None:
        """The entry of a block, with names of definitions replaced; None for other blocks. Stores definitions.

        A broken entry has the fields before the error.
        """
        for problem, at in block.problems:
            self.report.add(SYNTAX, problem, self.places.place(at), block.key or None)
        if block.type in ("", "comment", "preamble") or (block.broken and not (block.key and block.fields)):
            return None
        fields = self._fields(block)
        if self.undefined:
            names = ", ".join(dict.fromkeys(self.undefined))
            self.report.add(UNDEFINED, f"no @string defines {names}", self.places.place(block.start), block.key or None)
            self.undefined.clear()
        for rule, message in self.mendings.mended(fields, block.end):
            self.report.add(rule, message, self.places.place(block.start), block.key or None)
        if block.type == "string":
            self.strings |= {tag.lower(): value for tag, value in fields.items()}
            return None
        return Entry(block.type, block.key, fields)

    def _fields(self, block: Block) -> dict[str, str]:
        """The fields with their full values, without white space around them, which has no meaning in an entry."""
        if isinstance(block.fields, dict):
            return block.fields
        if block.type == "string":
            return {tag: value if isinstance(value, str) else self._value(value, block) for tag, value in block.fields}
        pairs = [
            (tag, value.strip() if type(value) is str and "\n" not in value else self._on_one_line(value, block))
            for tag, value in block.fields
        ]
        fields = dict(pairs)
        return fields if len(fields) == len(pairs) else _numbered(pairs)

    def _on_one_line(self, written: Written, block: Block) -> str:
        """The full value, in which a line break with the white space around it is one space."""
        value = written if isinstance(written, str) else self._value(written, block)
        return " ".join(filter(None, map(str.strip, value.split("\n")))) if "\n" in value else value.strip()

    def _item(self, block: Block, entry: Entry | None) -> Item:
        raw = self.text[block.start : block.end]
        if entry is None or entry.type == "xdata":
            text = raw if block.type else raw.strip()
            return Remainder(self.dialect.name, text, self.places.place(block.start + raw.find(text)))
        return self.dialect.reference(entry, Origin(self.source.name, self.places.line_of(block.start), raw))

    def _check_key(self, entry: Entry | None, at: int) -> None:
        if entry is None or entry.type == "xdata":
            return
        key = entry.key
        lower = key.lower()
        if not key:
            self.report.add(NO_KEY, "the entry has no key", self.places.place(at))
        elif lower in self.keys:
            self.report.add(DUPLICATE_KEY, "another entry has the same key", self.places.place(at), key)
        self.keys.add(lower)

    def _value(self, written: list[Piece], block: Block) -> str:
        """The full value: its pieces joined, names replaced by their definitions.

        Undefined names are separated from the text around them by spaces: ``"A. Weir" # and # "B. Lind"``.
        """
        value = "".join(
            [braced or quoted or (self._defined(bare, block) if bare else "") for braced, quoted, bare in written]
        )
        return _TOUCHING.sub(" ", value).replace(_MARK, "") if _MARK in value else value

    def _defined(self, name: str, block: Block) -> str:
        """The definition of a bare word; a number is its own."""
        if name.isdecimal():
            return name
        value = self.strings.get(name.lower())
        if value is None:
            self.undefined.append(name)
            return f"{_MARK}{name}{_MARK}"
        return value if self._may_grow(len(value), name, block.start, block.key) else name

    def _may_grow(self, length: int, what: str, at: int, key: str) -> bool:
        """Whether the text of the file may grow by this length. The first time that it may not is reported."""
        if self.allowed < length:
            if self.allowed >= 0:
                self.report.add(TOO_LONG, f"{what} is too long", self.places.place(at), key or None)
            self.allowed = -1
            return False
        self.allowed -= length
        return True

    def _filled(self, entry: Entry, parents: Mapping[str, Entry], at: int) -> Entry:
        """The entry with the parts of other entries that its fields refer to."""
        part = self.dialect.part
        if not part or not (named := {tag: value for tag, value in entry.fields.items() if part in value}):
            return entry
        fields = {}
        for tag, value in named.items():
            items = [self._part(item, parents, at, entry.key) for item in split_list(value)]
            fields[tag] = " and ".join(items)
        return entry._replace(fields={**entry.fields, **fields})

    def _part(self, item: str, parents: Mapping[str, Entry], at: int, key: str) -> str:
        """An item of a list, or what it refers to in another entry, which may refer to a third."""
        for _ in range(GENERATIONS if self.dialect.part in item else 0):
            filled, length = self.dialect.filled(item, parents) if self.allowed >= 0 else (item, 0)
            if not self._may_grow(length, f"the text for {item.strip()[:60]}", at, key) or filled == item:
                break
            item = filled
        return item

    def _inherited(self, entry: Entry, parents: Mapping[str, Entry], at: int) -> Entry:
        """The entry with the fields of its parents, and of their parents, that it does not have itself."""
        if not any_in(self.dialect.parents, _tags(entry)):
            return entry
        fields = {tag.lower(): value for tag, value in entry.fields.items()}
        own = dict(entry.fields)
        waiting = [(key, kind) for kind in self.dialect.parents for key in _keys(fields.get(kind, ""), kind)]
        missing: set[str] = set()
        for key, kind in waiting:
            parent = parents.get(key.lower()) if self.allowed >= 0 else None
            length = sum(map(len, parent.fields.values())) + PER_FIELD * len(parent.fields) if parent else 0
            if not self._may_grow(length, f"the fields inherited from {key} by {kind}", at, entry.key):
                break  # from here on nothing is inherited
            if parent is None:
                missing.add(kind)
                self.report.add(NO_PARENT, f"{kind}: there is no entry {key}", self.places.place(at), entry.key)
                continue
            if len(waiting) <= GENERATIONS:
                waiting += [
                    (key, above) for above in self.dialect.parents for key in _keys(field_of(parent, above), above)
                ]
            for tag, value in self.dialect.inherited_fields(parent, entry._replace(fields=fields), kind).items():
                if tag.lower() not in fields:
                    own[tag] = fields[tag.lower()] = value
        return entry._replace(fields=self._without_parents(own, missing))

    def _without_parents(self, fields: dict[str, str], missing: set[str]) -> dict[str, str]:
        """The fields after inheriting; those that name parents are replaced, so that nothing is inherited twice."""
        replaced_after = {kind: tag for kind, tag in self.dialect.replaced_after.items() if kind not in missing}
        if not replaced_after:
            return fields
        tags = {tag: replaced_after.get(tag.lower(), tag) for tag in fields}
        taken = {new for tag, new in tags.items() if new == tag}
        return {tags[tag]: value for tag, value in fields.items() if tags[tag] == tag or tags[tag] not in ("", *taken)}


def _numbered(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The fields of an entry by tag; a tag that occurs again gets a number."""
    fields, numbers = dict[str, str](), dict[str, int]()
    for tag, text in pairs:
        name = tag
        while name in fields:
            number = numbers[tag] = numbers.get(tag, 1) + 1
            name = f"{tag}+{number}"
        fields[name] = text
    return fields


def _keys(value: str, kind: str) -> list[str]:
    return [key.strip() for key in ([value] if kind == "crossref" else value.split(",")) if key.strip()]


def field_of(entry: Entry, tag: str) -> str:
    """The value of a field, ignoring the case of its tag; empty if there is none."""
    if tag not in _tags(entry):
        return ""
    return next((value for name, value in entry.fields.items() if name.lower() == tag), "")


def _tags(entry: Entry) -> str:
    return ",".join(entry.fields).lower()


def _inherited_fields(parent: Entry, child: Entry, kind: str) -> dict[str, str]:
    """The fields that an entry inherits by BibTeX's rules."""
    if kind == "xdata":
        return {tag: value for tag, value in parent.fields.items() if tag.lower() not in PARENTS}
    fields = {tag: value for tag, value in parent.fields.items() if tag.lower() not in NOT_INHERITED}
    title = field_of(parent, "title")
    if child.type in PARTS.split() and title:
        fields = {tag: value for tag, value in fields.items() if tag.lower() not in ("title", "author")}
        fields.setdefault("booktitle", title)
        if child.type == "inbook" and field_of(parent, "author"):
            fields["bookauthor"] = field_of(parent, "author")
    return fields


BIBTEX = Dialect(NAME, from_entry, _inherited_fields)
"""The dialect of BibTeX itself."""
