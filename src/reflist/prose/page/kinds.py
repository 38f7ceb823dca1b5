"""The kind of a line of front matter by itself: a labelled value, a date, an identifier, an address, or other text."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from reflist.grammar.dates import read_day
from reflist.grammar.institutions import is_institution_word
from reflist.grammar.keys import ascii_letters
from reflist.prose.page.bylines import ROLES, is_sure_byline, read_inverted_byline
from reflist.prose.page.fields import Field, Labelled, read_all_labelled, read_issue_line, read_labelled
from reflist.prose.page.furniture import split_tail
from reflist.prose.text_lines import Line

TYPES_PRINTED = {
    "article-journal": "article; articles; research article; original article; original paper; journal article; "
    "review article; review paper; regular article; regular paper; special issue article; brief report; "
    "short communication; research paper; original research; articles and essays; conceptual paper; case study; "
    "viewpoint; general review; literature review; journal contribution; aufsatz; beitrag",
    "review-book": "book review; book reviews; review of books; buchbesprechung",
    "chapter": "chapter; book chapter; book section; book part",
    "book": "book; e-book; edited book",
    "thesis": "thesis; dissertation; phd thesis; doctoral thesis; master's thesis; masters thesis; thesis (phd)",
    "paper-conference": "conference paper; conference or workshop item; conference item; proceedings paper",
    "report": "report; technical report; working paper; discussion paper; research report; monograph; policy paper",
}
"""The types of works as pages print them, by the CSL type for them (CSL 1.0.2, appendix III)."""

PRINTED_TYPES = {name.strip(): type for type, names in TYPES_PRINTED.items() for name in names.split(";")}

COPYRIGHT = re.compile(r"(?:copyright\s*)?(?:©|\(c\)(?=\s*\S)|copyright\s(?=\d))\s*.{2,200}", re.IGNORECASE)
DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)?(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)
_STABLE = re.compile(
    r"(?:https?://)?(?:www\.)?(?:jstor\.org/stable|hdl\.handle\.net|ssrn\.com/abstract=|papers\.ssrn\.com/\w+"
    r"|arxiv\.org/abs|[\w.-]*e?prints?\.[\w.-]+/(?:id/eprint)?)/?[\w./?=&%-]+",
    re.IGNORECASE,
)
"""A permanent address of the paper, as opposed to that of the page."""

_DATE_WORDS = re.compile(r"(?:\(|\[)?(?P<date>[^()\[\]]{4,40}?)(?:\)|\])?")
_NUMBER_LINE = re.compile(r"[\W\d]+")
_BREADCRUMBS = re.compile(
    r"(?:home|you are here)?\s?[>»/›].*|home\b.*[>»/›].*|home (?:all )?journals\b.*|home\b.*\blist of issues\b.*"
    r"|home (?-i:[A-Z]).* article",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"[*∗†✉]?\s?(?:e-?mail(?: address(?:es)?)?|corresponding author|correspondence(?: to| address)?|contact"
    r"|author for correspondence|tel|fax)\b.*|\S+@\S+",
    re.IGNORECASE,
)
_UPLOADED = re.compile(r"(?P<type>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?: in (?P<journal>.+))? · (?P<date>\w+ \d{4})")
"""A line that ResearchGate prints above or below a title: ``Article in Town Studies · May 2013``."""

_POSTED = re.compile(r"(?:\d+ pages\s)?(?=posted: )(?P<rest>.+?)(?:\s(?P<revised>last revised: .+))?", re.IGNORECASE)
_ADDRESS_GLUED = re.compile(
    r"[\s,;(]*(?:e-?mail:?|correspondence:?)?\s?(?<![\w.+-])[\w.+-]+@[\w.-]+\)?\.?$", re.IGNORECASE
)

LONGEST_AFFILIATION = 300
"""The longest possible affiliation, in characters."""


class Found(NamedTuple):
    """A value as printed, its field, and the lines that it is on."""

    field: Field
    value: str
    lines: tuple[Line, ...]


class Kind(Enum):
    """The kind of a line of front matter."""

    VALUES = "values"  # it gives values, by a label or by its form
    CONTACT = "contact"  # how to reach an author
    PLAIN = "plain"  # none of these: a title, a name, an affiliation, an unknown heading


class FrontLine(NamedTuple):
    """A line of front matter without the furniture glued to it, its kind, and its values."""

    line: Line
    text: str
    kind: Kind
    found: tuple[Found, ...] = ()

    def gives(self, field: Field) -> bool:
        """Whether the line has a value of this field."""
        return any(found.field is field for found in self.found)


def read_kinds(lines: Sequence[Line]) -> list[FrontLine]:
    """Read each non-blank line by itself; a label that is alone on its line takes the line below as its value."""
    return list(_kinds([line for line in lines if line]))


def _kinds(lines: Sequence[Line]) -> Iterator[FrontLine]:
    index = 0
    while index < len(lines):
        line = lines[index]
        text = split_tail(line.text).content
        following = lines[index + 1] if index + 1 < len(lines) else None
        labelled = [] if tells(text) or read_issue_line(text) else _labelled(text)
        if labelled and not labelled[0].value and following and not read_labelled(following.text):
            values = 1
            if labelled[0].field is Field.AUTHORS:
                values = _names_below(lines[index + 1 :])
            below = lines[index + 1 : index + 1 + values]
            found = tuple(Found(labelled[0].field, item.text, (item,)) for item in below)
            yield FrontLine(line, text, Kind.VALUES, found)
            index += values
        elif found := tuple(_found(line, text, labelled)):
            yield FrontLine(line, text, Kind.VALUES, found)
        else:
            yield FrontLine(line, text, Kind.CONTACT if is_contact(text) else Kind.PLAIN)
        index += 1


def _labelled(text: str) -> list[Labelled]:
    posted = _POSTED.fullmatch(text)
    parts = [posted["rest"], posted["revised"] or ""] if posted else [text]
    return [labelled for part in parts for labelled in read_all_labelled(part)]


def _names_below(lines: Sequence[Line]) -> int:
    """The number of lines of names below a label of authors: the first, and those after it that are clearly names."""
    count = 1
    while count < len(lines) and (read_inverted_byline(lines[count].text) or is_sure_byline(lines[count].text)):
        count += 1
    return count


def _found(line: Line, text: str, labelled: Sequence[Labelled]) -> Iterator[Found]:
    if telling := tells(text):
        yield Found(*telling, (line,))
    elif issue := read_issue_line(text):
        fields = (Field.JOURNAL, Field.VOLUME, Field.ISSUE, Field.PAGES, Field.ISSUE_DATE)
        yield from (Found(field, value, (line,)) for field, value in zip(fields, issue, strict=True) if value)
        if doi := DOI.search(text):
            yield Found(Field.DOI, doi[0], (line,))
    elif uploaded := _UPLOADED.fullmatch(text):
        yield Found(Field.TYPE, uploaded["type"], (line,))
        yield Found(Field.DATE, uploaded["date"], (line,))
        if uploaded["journal"]:
            yield Found(Field.JOURNAL, uploaded["journal"], (line,))
    for part in labelled:
        yield Found(part.field, part.value, (line,))
        if part.publisher:
            yield Found(Field.PUBLISHER, part.publisher, (line,))


def tells(text: str) -> tuple[Field, str] | None:
    """The field and value of a line that is recognisable without a label: copyright, DOI, type, date, page number."""
    if COPYRIGHT.fullmatch(text):
        return Field.COPYRIGHT, text
    if DOI.fullmatch(text):
        return Field.DOI, text
    if _STABLE.fullmatch(text):
        return Field.URL, text
    if text.casefold() in PRINTED_TYPES:
        return Field.TYPE, text
    if _NUMBER_LINE.fullmatch(text) or _BREADCRUMBS.fullmatch(text):
        return Field.OTHER, text
    date = _DATE_WORDS.fullmatch(text)
    return (Field.DATE, date["date"]) if date and read_day(date["date"]) else None


def same_letters(one: str, other: str) -> bool:
    """Whether two lines are equal apart from case, accents, punctuation and spaces."""
    return letters_of(one) == letters_of(other)


def letters_of(text: str) -> str:
    """A line in the form in which titles are compared: letters and digits only."""
    return ascii_letters(text).replace(" ", "").casefold()


def is_contact(text: str) -> bool:
    """Whether a line only says how to reach an author."""
    return bool(_EMAIL.fullmatch(text))


def is_affiliation(text: str) -> bool:
    """Whether a line reads as an affiliation."""
    if len(text) > LONGEST_AFFILIATION or not text[:1].isupper() or is_contact(text) or read_labelled(text):
        return False
    return any(is_institution_word(word) or word in ROLES for word in text.split())


def clean_affiliation(text: str) -> str:
    """An affiliation without an e-mail address after it."""
    return _ADDRESS_GLUED.sub("", text).strip(" ,;")
