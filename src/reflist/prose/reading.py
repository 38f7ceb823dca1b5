"""Free text to papers and references: decides whether it is a page, a list or a single reference, and reads it.

``jobs`` is the number of processes that read the strings of a list.
"""

from collections.abc import Iterable, Iterator, Sequence

from reflist.model import Name, Paper, Reference
from reflist.prose.beginnings import is_identifier, is_numbered, looks_like_reference, says_where
from reflist.prose.bibitems import holds_bibitems, read_bibitems, title_of
from reflist.prose.breaks import running_heads
from reflist.prose.citations import read_citations
from reflist.prose.lists.glued import glued_to
from reflist.prose.lists.strings import String, Strings, split_list
from reflist.prose.other_text import is_other_text
from reflist.prose.page.columns import unwound
from reflist.prose.page.details import read_details
from reflist.prose.page.headings import Part
from reflist.prose.page.line_numbers import without_line_numbers
from reflist.prose.page.sections import Sections, split_sections
from reflist.prose.references import read_each, read_strings, report_unread
from reflist.prose.repairs.misprints import mend_print
from reflist.prose.repeats import without_repeats
from reflist.prose.search_results import holds_results, read_results
from reflist.prose.text_lines import Joiner, Line, lines_of
from reflist.report import Report, Rule, Severity
from reflist.source import Source

FURNITURE = Rule(
    "page-furniture",
    Severity.NOTE,
    'Text that a page puts around its content was left out: lines such as "Hide All", and words glued to '
    'references such as "Google Scholar".',
)
NOTHING_LISTED = Rule(
    "nothing-listed",
    Severity.ERROR,
    "A page gave only its own details: no reference list was found in it, and no citation in its text. If it has a "
    'list, put "References" on a line above it, or read it as a list.',
)
NO_LIST = Rule(
    "list-not-found",
    Severity.NOTE,
    "A page cites works in its text, but no reference list was found in it. The works may be in another page's list. "
    'If the page has a list, put "References" on a line above it.',
)
PAGE_SHARE = 0.5
"""Free text without headings is a list if at least this share of its lines, single or joined, reads as references."""

LIST_SHARE = 0.3
"""Free text of several lines is no list if a smaller share of them reads as references."""


class _Opened:
    """A source with its lines divided into sections, once for all that is read from it."""

    def __init__(self, source: Source, jobs: int) -> None:
        self.source = source
        self.jobs = jobs
        self.laid = unwound(without_line_numbers(source))
        self.lines = lines_of(self.laid)
        self.heads = running_heads(self.lines)
        self.sections = split_sections(self.lines)
        self.joiner = Joiner(self.lines)

    def strings(self, lines: Sequence[Line], report: Report) -> Strings:
        glued = glued_to(lines, report, self.laid)
        strings = split_list(lines, self.joiner, report, self.laid, self.heads, glued)
        mended = (mend_print(string, self.joiner, report, self.laid) for string in strings.all)
        printed = [string._replace(line=self.printed(string.line)) for string in mended]
        return strings._replace(all=without_repeats(printed, report, self.source))

    def running_text(self) -> list[Line]:
        """The lines in which the paper cites, without page breaks."""
        lines = self.sections.lines(Part.BODY, Part.ABSTRACT)
        return [line._replace(number=self.printed(line.number)) for line in lines if line.number not in self.heads]

    def printed(self, line: int) -> int:
        """The number, in the source, of a line as laid out for reading."""
        return self.laid.place(line).line or line


def read(source: Source, report: Report, jobs: int = 1) -> Iterator[Paper | Reference]:
    """Read free text: as a page if it has the parts of one, else as a list (possibly of one reference).

    Running text with citations is a page without a list. Text of several lines without a heading of a list, hardly any
    of which reads as a reference, is not read as a list: all of it is reported. In LaTeX with a bibliography, only the
    bibliography is read. Search results of Google Scholar or PubMed are read as such. Empty text yields nothing.
    """
    if holds_bibitems(source):
        yield from read_bibitems(source, report, jobs)
        return
    if holds_results(source):
        yield from read_results(source, report, jobs)
        return
    opened = _Opened(source, jobs)
    if _is_page(opened):
        yield from _read_page(opened, report)
    else:
        yield from _read_list(opened, report, is_certain=False)


def _is_page(opened: _Opened) -> bool:
    sections = opened.sections
    if sections.of(Part.ABSTRACT, Part.KEYWORDS):
        return True
    around = sections.of(Part.FRONT, Part.BODY, Part.FIELD)
    if not around or sections.of(Part.REFERENCES):
        return bool(around)
    lines = [line for section in around for line in section.lines]
    if _reads_as_list(line.text for line in lines if line) or not _cites(sections):
        return False
    return not _reads_as_list(string.text for string in opened.strings(lines, Report()).all)  # lines that are wrapped


def _cites(sections: Sections) -> bool:
    return any(True for _ in read_citations(sections.lines(Part.BODY)))


def _reads_as_list(texts: Iterable[str]) -> bool:
    reads = [looks_like_reference(text) for text in texts]
    return sum(reads) >= PAGE_SHARE * len(reads)


def read_page(source: Source, report: Report, jobs: int = 1) -> Iterator[Paper]:
    """Read a page as one paper: its own reference, the references it lists, the citations in its text.

    Blank text yields nothing. A page without a reference list is a paper without references. In LaTeX, the paper's
    title and its bibliography are read.
    """
    if holds_bibitems(source):
        front = _Opened(Source.from_text(title_of(source), source.name), jobs)
        details = read_details(front.sections, front.joiner, report, source)
        yield Paper(details, tuple(read_bibitems(source, report, jobs)), ())
    else:
        yield from _read_page(_Opened(source, jobs), report)


def _read_page(opened: _Opened, report: Report) -> Iterator[Paper]:
    if not any(opened.lines):
        return
    source, sections = opened.source, opened.sections
    details = read_details(sections, opened.joiner, report, opened.laid)
    strings = opened.strings(sections.lines(Part.REFERENCES), report)
    references = tuple(read_strings(strings.all, source, report, opened.jobs))
    _note_furniture(len(sections.furniture), len(strings.taken), source, report)
    families = {name.family or name.literal for reference in references for name in _names(reference)}
    citations = tuple(read_citations(opened.running_text(), families))
    if not strings.all and citations:
        report.add(NO_LIST, "no reference list found in this page", source.place())
    elif not strings.all:
        report.add(NOTHING_LISTED, "no reference list and no citation found in this page", source.place())
    yield Paper(details, references, citations)


def _names(reference: Reference) -> Sequence[Name]:
    return (*reference.names("author"), *reference.names("editor"))


def read_list(source: Source, report: Report, jobs: int = 1) -> Iterator[Reference]:
    """Read a reference list: the text below its heading, or all of the text if there is no heading."""
    if holds_bibitems(source):
        yield from read_bibitems(source, report, jobs)
    else:
        yield from _read_list(_Opened(source, jobs), report)


def _read_list(opened: _Opened, report: Report, is_certain: bool = True) -> Iterator[Reference]:
    """Read a list; if it has no heading and is not certain to be one, only if some strings look like references."""
    source = opened.source
    headed = opened.sections.lines(Part.REFERENCES)
    findings = Report()
    strings = opened.strings(headed or opened.lines, findings)
    if is_certain or headed or (_is_list(strings) and not is_other_text(source.text.split("\n"))):
        report.extend(findings.diagnostics)
        yield from read_strings(strings.all, source, report, opened.jobs)
        _note_furniture(0, len(strings.taken), source, report)
        return
    for string in strings.all:
        report_unread(string, source, report)


def _is_list(strings: Strings) -> bool:
    likely = sum(map(_is_likely, strings.all))
    return len(strings.all) < 2 or likely >= LIST_SHARE * len(strings.all)


def _is_likely(string: String) -> bool:
    """Whether a string may be a reference: it begins like one, is an identifier, or was joined from a group of lines.

    It may also be dated and say where in print something is, or have a number before it as only references have.
    """
    text = string.text
    if looks_like_reference(text) or is_identifier(text) or any(edit.text for edit in string.edits):
        return True
    return says_where(text) or is_numbered(string.raw)


def read_lines(source: Source, report: Report, jobs: int = 1) -> Iterator[Reference]:
    """Read every non-blank line as one reference: exactly one item each, in order.

    A line that is no reference becomes a `document` with the line as its note, and is reported.
    """
    lines = list(filter(None, lines_of(source)))
    words = 0
    for answer in read_each(lines, glued_to(lines, report, source), source, report, jobs):
        words += answer.words
        yield from answer.references
    _note_furniture(0, words, source, report)


def _note_furniture(lines: int, words: int, source: Source, report: Report) -> None:
    """Report once for a whole source how much was left out."""
    left_out = [
        f"{count} {what}{'s' * (count != 1)} {where}"
        for count, what, where in ((lines, "line", "of the page"), (words, "word", "glued to references"))
        if count
    ]
    if left_out:
        report.add(FURNITURE, f"left out {' and '.join(left_out)}", source.place())
