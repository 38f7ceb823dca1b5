"""Free text to papers and references: which of page, list and single reference it is, and each of them read."""

import re
from collections.abc import Iterator, Sequence

from reflist.model import FieldOrigin, Name, Origin, Paper, Reference
from reflist.prose.beginnings import is_identifier, looks_like_reference
from reflist.prose.breaks import running_heads
from reflist.prose.choice import LOOKED_AT, Tagger, tagger_for
from reflist.prose.citations import read_citations
from reflist.prose.glued import Glued, glued_to
from reflist.prose.page.details import read_details
from reflist.prose.page.headings import Part
from reflist.prose.page.lines import Joiner, Line, lines_of
from reflist.prose.page.sections import Sections, split_sections
from reflist.prose.reference import read_string
from reflist.prose.strings import String, Strings, split_list
from reflist.report import Report, Rule, Severity
from reflist.source import Source
from reflist.text import Text

NOT_A_REFERENCE = Rule(
    "not-a-reference",
    Severity.ERROR,
    "A line of a reference list could not be read as a reference. Nothing was made of it (with --lines: a "
    "document with the line as its "
    "note); everything else was read.",
)
FURNITURE = Rule(
    "page-furniture",
    Severity.NOTE,
    'What the page put around its content was left out: lines such as "Hide All", and words glued to references such '
    'as "Google Scholar".',
)
NOTHING_LISTED = Rule(
    "nothing-listed",
    Severity.ERROR,
    "A page gave only its own details: no reference list was found in it, and no citation in its text. Where it has a "
    'list, put "References" on a line above it, or read it as a list.',
)
SAME_AUTHOR = Rule(
    "same-author",
    Severity.REPAIR,
    "A dash stood for the authors of the reference before; they were put in its place.",
)
SAME_AUTHOR_UNKNOWN = Rule(
    "same-author-unknown",
    Severity.LOSS,
    "A dash stood for the authors of the reference before, but none were read there. The reference is without them.",
)

PAGE_SHARE = 0.5
"""Free text of which at least this share reads as references, and that has no headings, is a list."""

LIST_SHARE = 0.2
"""Free text of several lines of which fewer than this share read as references is no list."""

_SAME = re.compile(r"(?:[—–―_]{1,6}|-{2,6}|\*{3})(?=[.,]?\s)")


class _Opened:
    """A source with its lines parted into sections, once for all that is read from it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = lines_of(source)
        self.heads = running_heads(self.lines)
        self.sections = split_sections(self.lines)
        self.joiner = Joiner(self.lines)

    def strings(self, lines: Sequence[Line], report: Report) -> Strings:
        glued = glued_to(lines, report, self.source)
        return split_list(lines, self.joiner, report, self.source, self.heads, glued)

    def running_text(self) -> list[Line]:
        """The lines in which the paper cites, page breaks left out."""
        lines = self.sections.lines(Part.BODY, Part.ABSTRACT)
        return [line for line in lines if line.number not in self.heads]


def read(source: Source, report: Report) -> Iterator[Paper | Reference]:
    """Read free text: a page where it has the parts of one, else a list (which may be of one reference).

    Text of running sentences that cite is a page without a list. Text of several lines hardly any of which reads as a
    reference is no list: all of it is reported. Empty text yields nothing.
    """
    opened = _Opened(source)
    if _is_page(opened.sections):
        yield from _read_page(opened, report)
    else:
        yield from _read_list(opened, report, is_certain=False)


def _is_page(sections: Sections) -> bool:
    if sections.of(Part.ABSTRACT, Part.KEYWORDS):
        return True
    around = sections.of(Part.FRONT, Part.BODY, Part.FIELD)
    if not around or sections.of(Part.REFERENCES):
        return bool(around)
    lines = [line.text for section in around for line in section.lines if line]
    if sum(map(looks_like_reference, lines)) >= PAGE_SHARE * len(lines):
        return False
    return any(True for _ in read_citations(sections.lines(Part.BODY)))


def read_page(source: Source, report: Report) -> Iterator[Paper]:
    """Read a page as one paper: its own reference, the references it lists, the citations in its text.

    Nothing where the text is blank. A page without a reference list is a paper with none.
    """
    yield from _read_page(_Opened(source), report)


def _read_page(opened: _Opened, report: Report) -> Iterator[Paper]:
    if not any(opened.lines):
        return
    source, sections = opened.source, opened.sections
    details = read_details(sections, opened.joiner, report, source)
    strings = opened.strings(sections.lines(Part.REFERENCES), report)
    references = tuple(_references(strings, source, report))
    _note_furniture(len(sections.furniture), len(strings.taken), source, report)
    families = {name.family or name.literal for reference in references for name in _names(reference)}
    citations = tuple(read_citations(opened.running_text(), families))
    if not (strings.all or citations):
        report.add(NOTHING_LISTED, "no reference list and no citation found in this page", source.place())
    yield Paper(details, references, citations)


def _names(reference: Reference) -> Sequence[Name]:
    return (*reference.names("author"), *reference.names("editor"))


def read_list(source: Source, report: Report) -> Iterator[Reference]:
    """Read a reference list: what stands below its heading, or all of the text where it has none."""
    yield from _read_list(_Opened(source), report)


def _read_list(opened: _Opened, report: Report, is_certain: bool = True) -> Iterator[Reference]:
    """Read a list; where it is not certain that it is one, only if some of its strings look like references."""
    source = opened.source
    strings = opened.strings(opened.sections.lines(Part.REFERENCES) or opened.lines, report)
    if is_certain or _is_list(strings):
        yield from _references(strings, source, report)
        _note_furniture(0, len(strings.taken), source, report)
        return
    for string in strings.all:
        _report_unread(string, source, report)


def _is_list(strings: Strings) -> bool:
    likely = sum(map(_is_likely, strings.all))
    return len(strings.all) < 2 or likely >= LIST_SHARE * len(strings.all)


def _is_likely(string: String) -> bool:
    """Whether a string may be a reference: it begins as one, it identifies one, or it came in a group of lines."""
    text = string.text
    return looks_like_reference(text) or is_identifier(text) or any(edit.text for edit in string.edits)


def read_lines(source: Source, report: Report) -> Iterator[Reference]:
    """Read every line that is not blank as one reference: exactly one item each, in order.

    A line that is no reference becomes a `document` with the line as its note, and is reported.
    """
    words = 0
    lines = list(filter(None, lines_of(source)))
    glued = glued_to(lines, report, source)
    tag = tagger_for([_of_line(line, source, Report(), glued)[0].text for line in lines[:LOOKED_AT]])
    for line in lines:
        string, taken = _of_line(line, source, report, glued)
        words += len(taken)
        reference = _read(string, source, report, tag)
        if reference is None:
            _report_unread(string, source, report)
            reference = Reference(
                f"line{line.number}",
                "document",
                {"note": Text(line.text)},
                origin=Origin(source.name, line.number, line.text, 0.0),
            )
        yield reference
    _note_furniture(0, words, source, report)


def _of_line(line: Line, source: Source, report: Report, glued: Glued) -> tuple[String, Sequence[str]]:
    """A line as one reference string, and the words at its tail that were not its own."""
    strings = split_list([line], Joiner([]), report, source, glued=glued)
    return (strings.all[0], strings.taken) if strings.all else (String(line.number, line.text), ())


def _references(strings: Strings, source: Source, report: Report) -> Iterator[Reference]:
    before: Reference | None = None
    tag = tagger_for([string.text for string in strings.all])
    for string in strings.all:
        before = _read(string, source, report, tag, before)
        if before is None:
            _report_unread(string, source, report)
        else:
            yield before


def _read(
    string: String, source: Source, report: Report, tag: Tagger, before: Reference | None = None
) -> Reference | None:
    """Read a string, with the authors of the reference before it where a dash stands for them."""
    text = string.text
    same = _SAME.match(text)
    authors = before.origin.fields.get("author") if before and same else None
    shift = 0
    if same:
        rest = text[same.end() :]
        text = authors.printed + rest if authors else rest.lstrip(" .,")
        shift = len(text) - len(string.text)
    place = source.place(string.line, string.in_raw(0) + 1)
    reference = read_string(text, place, report, string.raw, tag)
    if reference is None:  # the rules know references that what was learned does not
        reference = read_string(text, place, report, string.raw)
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


def _report_unread(string: String, source: Source, report: Report) -> None:
    shown = string.text if len(string.text) <= 60 else f"{string.text[:59]}…"
    report.add(NOT_A_REFERENCE, f"not a reference: {shown}", source.place(string.line))


def _note_furniture(lines: int, words: int, source: Source, report: Report) -> None:
    """One note for a whole source: how much was left out."""
    left_out = [
        f"{count} {what}{'s' * (count != 1)} {where}"
        for count, what, where in ((lines, "line", "of the page"), (words, "word", "glued to references"))
        if count
    ]
    if left_out:
        report.add(FURNITURE, f"left out {' and '.join(left_out)}", source.place())
