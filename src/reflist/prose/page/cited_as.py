"""A page's own citation of the paper: a reference to it, for details that the rest of the page lacks."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reflist.grammar.institutions import looks_like_institution
from reflist.grammar.names import read_names
from reflist.model import Name, Reference, Value
from reflist.prose.beginnings import looks_like_reference
from reflist.prose.page.bylines import without_identifiers
from reflist.prose.page.fields import Field, find_date, find_issn, read_issue_line, read_labelled
from reflist.prose.page.headings import Part, folded
from reflist.prose.page.kinds import letters_of, tells
from reflist.prose.page.sections import Section, Sections
from reflist.prose.reference import read_string
from reflist.prose.text_lines import Line
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text

_HEADINGS = frozenset(
    "cite this article; how to cite; citation; suggested citation; citation information; pour citer cet article; "
    "zitationsvorschlag".split("; ")
)
"""Headings above a page's citation of the paper, folded."""

REWRITTEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\s*[(\[]?(?:available|retrieved|accessible) (?:at|from)(?: SSRN)?:?[)\]]?(?=\s)", re.IGNORECASE), ""),
    (re.compile(r"(?<=\s)or\s(?=https?://)"), ""),
    (re.compile(r"(?<=[^\W\d_])[,.]?\s(\d+):(\d+),\s(?=\d)"), r", \1(\2), "),  # "15:9, 611-627"
    (re.compile(r"\.\s(?:1[5-9]|20)\d\d(?:\s[A-Z][a-z]{2}(?:\s\d+)?)?;(?=\d)"), ", "),  # "J Ecol. 2020;12(3):45-67"
    (re.compile(r"(?<=[^\W\d_])\s(\d{1,4}),\s(\w?\d+[-–]\w?\d+)\s\((?:1[5-9]|20)\d\d\)"), r", \1, \2"),
    (re.compile(r"\bE?-?ISSN:?\s*\d{4}-\d{3}[\dXx]\b[.,]?\s?"), ""),
)
"""Forms in which pages cite themselves, and the corresponding forms in reference lists."""

_VARIABLES = (
    "container-title volume issue page issued DOI ISSN URL publisher publisher-place genre number collection-title "
    "collection-number edition editor event-title"
).split()
"""The variables that are taken from such a line, besides the authors; the title is the page's."""

_YEAR = re.compile(r"\s*,?\s*[(\[]?(?P<year>(?:1[5-9]|20)\d\d)[a-z]?(?:,\s[^()]{3,20})?[)\]]?\s*[.,:]?\s*$")
_OPENING = " ,.;:“\"‘'«(["
_CLOSING = " ,.;:”\"’'»)]*"
LONGEST_JOURNAL_WORDS = 8
FEWEST_LETTERS = 10
"""A shorter title is not searched for in a line."""


class SelfCitation(NamedTuple):
    """A line that may cite the paper itself, without the words that introduce it."""

    line: Line
    text: str

    @property
    def letters(self) -> str:
        """The text in the form in which titles are compared with it."""
        return letters_of(self.text)


def self_citations(sections: Sections) -> list[SelfCitation]:
    """The lines of a page, outside running text and reference lists, that may cite the paper itself."""
    found: list[SelfCitation] = []
    for section in sections.of(Part.FRONT, Part.FIELD, Part.ASIDE):
        found += _in_section(section)
    return found


def _in_section(section: Section) -> list[SelfCitation]:
    lines = [line for line in section.lines if line]
    is_headed = section.heading is not None and folded(section.heading.text) in _HEADINGS
    found = []
    for index, line in enumerate(lines):
        label, above = read_labelled(line.text), read_labelled(lines[index - 1].text) if index else None
        is_label = label is not None and label.field is Field.CITATION
        is_led = is_label or (is_headed and not index) or (above is not None and above == (Field.CITATION, "", ""))
        text = without_identifiers(label.value if label and is_label else line.text)
        if text and ((is_led and find_date(text)) or (looks_like_reference(text) and not _is_detail(text))):
            found.append(SelfCitation(line, text))
    return found


def _is_detail(text: str) -> bool:
    """Whether a dated line is labelled, recognisable by its form, or names an issue with only the journal before it."""
    if read_labelled(text) or tells(text):
        return True
    issue = read_issue_line(text)
    return issue is not None and "," not in issue.journal and len(issue.journal.split()) <= LONGEST_JOURNAL_WORDS


def read_cited_as(citations: Sequence[SelfCitation], title: str, source: Source) -> Reference | None:
    """The paper's reference as its page prints it: from the first line with its title that reads as a reference.

    Since the title is known, the text before it is the authors and the year, and the text after it is all the rest.
    """
    letters = letters_of(title)
    for citation in citations if len(letters) >= FEWEST_LETTERS else ():
        begin, end = _find(letters, citation.text)
        if end and len(citation.text) > len(title) + FEWEST_LETTERS:
            reference = _read_around(citation, begin, end, source)
            if reference is not None:
                return reference
    return None


def _find(letters: str, text: str) -> tuple[int, int]:
    """The offsets of a title in a text, compared by letters; two zeros if it is not there."""
    places = [index for index, character in enumerate(text) for _ in letters_of(character)]
    begin = "".join(map(letters_of, text)).find(letters)
    return (places[begin], places[begin + len(letters) - 1] + 1) if begin >= 0 else (0, 0)


def _read_around(citation: SelfCitation, begin: int, end: int, source: Source) -> Reference | None:
    before, title, after = citation.text[:begin].rstrip(_OPENING), citation.text[begin:end], citation.text[end:]
    year = _YEAR.search(citation.text[:begin].rstrip("“\"‘'« "))
    printed_year = year["year"] if year else find_date(after)[-4:]
    if year:
        before = citation.text[: year.start()]
    after = after.lstrip(_CLOSING if not after.lstrip().startswith("(") else " .,")
    issn = find_issn(after)
    for form, rewritten in REWRITTEN:
        after = form.sub(rewritten, after)
    names = read_names(before.rstrip(" ,;:") if before.count(".") > 1 else before.strip(" ,.;:")).names
    raw = f"Anon, A. ({printed_year}) ‘{title}’, {after}" if printed_year else f"Anon, A. ‘{title}’, {after}"
    read = read_string(raw, source.place(citation.line.number), Report(), citation.line.text)
    read_title = read.variables.get("title") if read else None
    if read is None or not isinstance(read_title, Text) or letters_of(read_title.plain) != letters_of(title):
        return None
    variables: dict[str, Value] = {variable: read.variables[variable] for variable in _VARIABLES if variable in read}
    if issn:
        variables.setdefault("ISSN", issn)
    if _are_authors(names):
        variables["author"] = names
    return Reference("", read.type, variables)


def _are_authors(names: Sequence[Name]) -> bool:
    """Whether names are persons with given names, possibly together with institutions."""
    persons = [name for name in names if name.family and name.given]
    others = [name for name in names if name not in persons]
    return bool(persons) and all(name.literal and looks_like_institution(name.literal) for name in others)


def read_cited_alone(citations: Sequence[SelfCitation], source: Source) -> Reference | None:
    """The paper's reference from the first line that can only cite it, for pages that give no title."""
    for citation in citations:
        read = read_string(citation.text, source.place(citation.line.number), Report(), citation.line.text)
        if read is not None and all(variable in read for variable in ("author", "title", "issued")):
            given = {
                variable: read.variables[variable] for variable in (*_VARIABLES, "author", "title") if variable in read
            }
            return Reference("", read.type, given, origin=read.origin)
    return None
