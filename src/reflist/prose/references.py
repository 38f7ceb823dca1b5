"""The strings of a list to references, in order.

They are read in chunks. The reader of a chunk contains all that it needs and returns all that it found, so that another
process can run it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from reflist.jobs import mapped
from reflist.model import FieldOrigin, Origin, Reference
from reflist.prose.choice import LOOKED_AT, Tagger, tagger_for
from reflist.prose.lists.glued import Glued
from reflist.prose.lists.strings import String, string_of
from reflist.prose.notes import is_same_again
from reflist.prose.reference import read_string
from reflist.prose.repairs.misprints import mend_print
from reflist.prose.text_lines import Joiner, Line
from reflist.prose.values.habits import Habits, habits_of
from reflist.report import Diagnostic, Report, Rule, Severity
from reflist.source import Source
from reflist.text import Text

NOT_A_REFERENCE = Rule(
    "not-a-reference",
    Severity.ERROR,
    "A line of a reference list could not be read as a reference. Nothing was made of it (with --lines: a document "
    "with the line as its note); everything else was read.",
)
SAME_AUTHOR = Rule(
    "same-author",
    Severity.REPAIR,
    'A dash, a word such as "Idem", or only the place below another work stood for the authors of the reference '
    "before. Their names were put in its place.",
)
SAME_AUTHOR_UNKNOWN = Rule(
    "same-author-unknown",
    Severity.LOSS,
    'A dash, or a word such as "Idem", stood for the authors of the reference before, but that one has none. '
    "This one has no authors.",
)

CHUNK = 50
"""The number of strings in a chunk, apart from following ones that refer to the authors of the string before."""

_SAME = re.compile(
    r"(?:[—–―_]{1,20}|-{2,20}|\*{3})(?=[.,:]?\s)"
    r"|(?:[Dd](?:ers|ies|ens|ieselben)|D(?:ERS|IES)|[Ii]d|Idem|IDEM|Eadem|[Tt]he same)\b\.?(?=[,:]?\s|[:/])"
)
"""Replacements for the authors of the reference before: a dash, ``Ders.``, ``Dies.``, ``Idem``."""

_JOINING = re.compile(r"[ .,;/]*(?:(?:and|und|et|y|&)\s)?")
"""Text between such a replacement and the name of a further author."""


_Read = TypeVar("_Read", String, Line)


class Answer(NamedTuple):
    """The results of a chunk: references, findings, and the number of words removed that were glued to its lines."""

    references: list[Reference]
    findings: list[Diagnostic]
    words: int = 0


def read_strings(strings: Sequence[String], source: Source, report: Report, jobs: int = 1) -> Iterator[Reference]:
    """Read the strings of a list with ``jobs`` processes; strings that are no references yield nothing."""
    texts = [string.text for string in strings[:LOOKED_AT]]
    reader = _OfStrings(source.name, tagger_for(texts), habits_of(texts))
    for answer in mapped(reader.read, _chunks(strings), jobs):
        report.extend(answer.findings)
        yield from answer.references


def read_certain(strings: Sequence[String], source: Source, report: Report, jobs: int = 1) -> Iterator[Reference]:
    """Read strings that are one reference each; one that is not becomes a `document` with the string as its note."""
    texts = [string.text for string in strings[:LOOKED_AT]]
    reader = _OfStrings(source.name, tagger_for(texts), habits_of(texts), is_certain=True)
    for answer in mapped(reader.read, _chunks(strings), jobs):
        report.extend(answer.findings)
        yield from answer.references


def read_each(lines: Sequence[Line], glued: Glued, source: Source, report: Report, jobs: int = 1) -> Iterator[Answer]:
    """Read each line as one reference, with ``jobs`` processes; one that is not becomes a `document` with a note."""
    first = [_of_line(line, source, Report(), glued)[0].text for line in lines[:LOOKED_AT]]
    reader = _OfLines(source.name, tagger_for(first), habits_of(first), glued)
    for answer in mapped(reader.read, _chunks(lines), jobs):
        report.extend(answer.findings)
        yield answer


def report_unread(string: String, source: Source, report: Report) -> None:
    """Report that a string is no reference."""
    shown = string.text if len(string.text) <= 60 else f"{string.text[:59]}…"
    report.add(NOT_A_REFERENCE, f"not a reference: {shown}", source.place(string.line))


def _chunks(strings: Sequence[_Read]) -> Iterator[Sequence[_Read]]:
    """The strings, or lines, in chunks, none of which begins with a dash for the authors of the one before."""
    ends: list[int] = [0]
    for index in range(len(strings)):
        if index - ends[-1] >= CHUNK and not _SAME.match(strings[index].text):
            ends.append(index)
    for begin, end in pairwise((*ends, len(strings))):
        yield strings[begin:end]


class _OfStrings(NamedTuple):
    """Reads a chunk of a list's strings; those that are no references yield nothing, unless each is certainly one."""

    source: str
    tag: Tagger
    habits: Habits
    is_certain: bool = False

    def read(self, strings: Sequence[String]) -> Answer:
        source, report = Source(self.source, b""), Report()
        answer = Answer([], report.diagnostics)
        before: Reference | None = None
        for string in strings:
            before = _read(string, source, report, self, before, is_certain=self.is_certain)
            if before is None:
                report_unread(string, source, report)
                before = _as_note(string.line, string.text, source) if self.is_certain else None
            if before is not None:
                answer.references.append(before)
        return answer


class _OfLines(NamedTuple):
    """Reads a chunk of lines, each of which is one reference."""

    source: str
    tag: Tagger
    habits: Habits
    glued: Glued

    def read(self, lines: Sequence[Line]) -> Answer:
        source, report = Source(self.source, b""), Report()
        references, words = list[Reference](), 0
        for line in lines:
            string, taken = _of_line(line, source, report, self.glued)
            words += len(taken)
            before = references[-1] if references else None
            reference = _read(string, source, report, self, before, is_certain=True)
            if reference is None:
                report_unread(string, source, report)
                reference = _as_note(line.number, line.text, source)
            references.append(reference)
        return Answer(references, report.diagnostics, words)


def _as_note(line: int, text: str, source: Source) -> Reference:
    """A document for a string that should be one reference but cannot be read as one."""
    return Reference(f"line{line}", "document", {"note": Text(text)}, origin=Origin(source.name, line, text, 0.0))


def _of_line(line: Line, source: Source, report: Report, glued: Glued) -> tuple[String, Sequence[str]]:
    """A line as one reference string, and the words removed from its end."""
    string, taken = string_of(line, report, source, glued)
    return mend_print(string, Joiner([line]), report, source), taken


def _read(
    string: String,
    source: Source,
    report: Report,
    of: "_OfStrings | _OfLines",
    before: Reference | None = None,
    *,
    is_certain: bool = False,
) -> Reference | None:
    """Read a string; a dash for the authors is replaced by those of the reference before."""
    text = string.text
    if is_same_again(text):
        return None
    same = _SAME.match(text)
    fields = before.origin.fields if before and same else {}
    authors = fields.get("author") or fields.get("editor")
    shift = 0
    if same:
        rest = text[same.end() :]
        text = authors.printed.removesuffix(rest[:1]) + rest if authors else _JOINING.sub("", rest, count=1)
        shift = len(text) - len(string.text)
    place = source.place(string.line, string.offset + string.in_raw(0) + 1)
    reference = read_string(text, place, report, string.raw, of.tag, of.habits, is_certain=is_certain)
    if reference is None:  # the rules recognise references that the learned tagger does not
        reference = read_string(text, place, report, string.raw, habits=of.habits)
    if reference is None and (string.is_numbered or string.is_linked):
        reference = read_string(text, place, report, string.raw, of.tag, of.habits, is_meant=True)
    if reference is None:
        return None
    if same and authors:
        report.add(SAME_AUTHOR, f"{same[0]} stands for {authors.printed}", place, reference.id)
    elif same:
        report.add(SAME_AUTHOR_UNKNOWN, f"{same[0]} stands for authors that are not known", place, reference.id)
    return reference.replace(origin=_as_printed(reference.origin, string, shift))


def _as_printed(origin: Origin, string: String, shift: int) -> Origin:
    """The origin with each variable's place counted in the line as printed."""
    if not shift and all(edit.start >= len(string.text) for edit in string.edits):
        return origin
    fields: dict[str, FieldOrigin] = {}
    for variable, field in origin.fields.items():
        start = string.in_raw(max(0, field.start - shift))
        end = string.in_raw(max(0, field.end - shift - 1)) + 1
        fields[variable] = field.replace(start=start, end=max(start, end))
    return origin.replace(fields=fields)
