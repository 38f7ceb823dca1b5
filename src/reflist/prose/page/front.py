"""The front matter of a page: which line is the title, which are authors, affiliations, labelled values."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reflist.grammar.dates import read_day
from reflist.grammar.institutions import is_institution_word
from reflist.grammar.keys import ascii_letters
from reflist.prose.page.bylines import Author, is_sure_byline, read_byline
from reflist.prose.page.fields import Field, read_all_labelled, read_issue_line, read_labelled
from reflist.prose.page.furniture import split_tail
from reflist.prose.page.headings import part_of
from reflist.prose.page.lines import Line

TYPES_PRINTED = {
    "article-journal": "article; articles; research article; original article; original paper; journal article; "
    "review article; review paper; regular article; regular paper; special issue article; brief report; "
    "short communication; research paper; original research; articles and essays; conceptual paper; case study; "
    "viewpoint; general review; literature review",
    "review-book": "book review; book reviews; review of books; buchbesprechung",
    "chapter": "chapter; book chapter; book section",
    "book": "book; e-book; edited book",
    "thesis": "thesis; dissertation; phd thesis; doctoral thesis; master's thesis; masters thesis; thesis (phd)",
    "paper-conference": "conference paper; conference or workshop item; conference item; proceedings paper",
    "report": "report; technical report; working paper; discussion paper; research report; monograph; policy paper",
}
"""What pages print as the type of what they show, and CSL's type for it (CSL 1.0.2, appendix III)."""

PRINTED_TYPES = {name.strip(): type for type, names in TYPES_PRINTED.items() for name in names.split(";")}

COPYRIGHT = re.compile(r"(?:copyright\s*)?(?:©|\(c\)(?=\s*\S)|copyright\s(?=\d))\s*.{2,200}", re.IGNORECASE)
DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)?(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)
_DATE_WORDS = re.compile(r"(?:\(|\[)?(?P<date>[^()\[\]]{4,40}?)(?:\)|\])?")
_LEADS_ON = frozenset(
    "of and the in on for a an to with by from or as at & und der die das für et de la les des des y el los".split()
)
_NUMBER_LINE = re.compile(r"[\W\d]+")
_BREADCRUMBS = re.compile(
    r"(?:home|you are here)?\s?[>»/›].*|home\b.*[>»/›].*|home (?:all )?journals\b.*|home\b.*\blist of issues\b.*",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"(?:e-?mail(?: address)?|corresponding author|correspondence(?: to| address)?|contact|author for correspondence"
    r"|tel|fax)\b.*|\S+@\S+",
    re.IGNORECASE,
)
_TITLE_MARK = re.compile(r"(?<=\w)\s?[*†‡§]+$")


MOST_TITLE_LINES = 8
"""The most lines over which a title is believed to be wrapped."""

LONGEST_JOURNAL = 120
LONGEST_AFFILIATION = 300
LONGEST_TITLE = 600
"""The most characters that are believed to be a journal's name, an affiliation, a paper's title."""

WRAPPED_TITLE = 40
"""A title that goes on below with a capital, and no sign of it, is at least so long on its first line."""

FRONT_LINES = 25
"""How far below a button the title is looked for."""


class Found(NamedTuple):
    """A value as printed, what it is, and the lines it stands on."""

    field: Field
    value: str
    lines: tuple[Line, ...]


class Front:
    """What was found: the labelled values in order, the authors, and by an author's position the affiliation."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.authors: list[Author] = []
        self.author_lines: list[Line] = []
        self.affiliations: dict[int, list[str]] = {}

    def add(self, field: Field, value: str, *lines: Line) -> None:
        """Keep a value."""
        if value := value.strip(" ;,"):
            self.found.append(Found(field, value, lines))

    def all(self, *fields: Field) -> list[Found]:
        """What was found for these fields, the first field's first."""
        return [found for field in fields for found in self.found if found.field is field]

    def first(self, *fields: Field) -> Found | None:
        """The first of them."""
        return next(iter(self.all(*fields)), None)


def read_front(lines: Sequence[Line], front: Front, has_title: bool = True) -> None:
    """Read front matter into `front`. ``has_title``: whether title and authors stand here, or labelled values only."""
    walk = _Walk([line for line in lines if line], front, has_title)
    while walk.index < len(walk.lines):
        walk.step()


class _Walk:
    def __init__(self, lines: list[Line], front: Front, has_title: bool) -> None:
        self.lines = lines
        self.front = front
        self.index = 0
        self.has_title = has_title
        self.title_is_next = has_title and not front.all(Field.TITLE)
        self.plain: Line | None = None  # the line before, where nothing was made of it
        self.last_names: list[int] = []  # the positions of the authors of the last byline
        self.awaits_journal = False  # whether the line of an issue came without its journal
        self.after_names = False  # whether the line before was the title or a byline

    def step(self) -> None:
        line = self.lines[self.index]
        text = split_tail(line.text).content
        self.index += 1
        plain, self.plain = self.plain, None
        after_names, self.after_names = self.after_names, False
        if tells(text) is None and (self._issue_line(line, text) or self._labelled(line, text, plain)):
            return
        if telling := tells(text):
            self.front.add(*telling, line)
        elif self._names_journal(text):
            self.front.add(Field.JOURNAL, text, line)
        elif self.title_is_next and (len(text) > LONGEST_TITLE or self._better_title_below(text)):
            self.plain = line
        elif self.title_is_next:
            self._title(line, text)
        elif not self.has_title or not (self._repeats_title(text) or self._byline(line, text, after_names)):
            self._affiliation_or_plain(line, text)

    def _labelled(self, line: Line, text: str, plain: Line | None) -> bool:
        first, *others = read_all_labelled(text) or (None,)
        if not first:
            return False
        for labelled in others:
            self.front.add(labelled.field, labelled.value, line)
        labelled = first
        field, value, lines = labelled.field, labelled.value, (line,)
        if not value and self.index < len(self.lines) and not read_labelled(self.lines[self.index].text):
            following = self.lines[self.index]
            value, lines = following.text, (following,)
            self.index += 1
        if field in (Field.ISSN, Field.EISSN) and plain and not self.front.all(Field.JOURNAL):
            self.front.add(Field.JOURNAL, plain.text, plain)
        if field is Field.AFFILIATION:
            self._affiliation(value)
        elif field is Field.AUTHORS and self.has_title:
            self._byline(lines[0], value, is_labelled=True)
            self.last_names = []  # what follows a label's value is no affiliation
        else:
            self.front.add(field, value, *lines)
        self.front.add(Field.PUBLISHER, labelled.publisher, *lines)
        return True

    def _issue_line(self, line: Line, text: str) -> bool:
        issue = read_issue_line(text)
        if not issue:
            return False
        self.awaits_journal = not issue.journal
        for field, value in (
            (Field.JOURNAL, issue.journal),
            (Field.VOLUME, issue.volume),
            (Field.ISSUE, issue.issue),
            (Field.PAGES, issue.pages),
            (Field.ISSUE_DATE, issue.date),
        ):
            self.front.add(field, value, line)
        return True

    def _title(self, line: Line, text: str) -> None:
        """The first line that is nothing else, and those that go on with it."""
        self.title_is_next = False
        lines = [line]
        while self.index < len(self.lines) and self._title_goes_on(lines[-1], self.lines[self.index]):
            lines.append(self.lines[self.index])
            self.index += 1
        title = " ".join(split_tail(part.text).content for part in lines) if len(lines) > 1 else text
        self.front.add(Field.TITLE, _TITLE_MARK.sub("", title.strip("# *_")), *lines)
        self.after_names = True

    def _names_journal(self, text: str) -> bool:
        """Whether a line beside that of an issue, which does not name its journal, does."""
        if self.front.all(Field.JOURNAL) or part_of(text) or not text[0].isupper() or len(text) > LONGEST_JOURNAL:
            return False
        following = read_issue_line(self.lines[self.index].text) if self.index < len(self.lines) else None
        if following and not following.journal and tells(self.lines[self.index].text) is None:
            return True
        awaited, self.awaits_journal = self.awaits_journal, False
        return awaited and not self.title_is_next and not is_sure_byline(text)

    def _better_title_below(self, text: str) -> bool:
        """Whether a line of one or two words is likely a button, since a longer one follows before any author."""
        if len(text.split()) > 2:
            return False
        for line in self.lines[self.index : self.index + FRONT_LINES]:
            if is_sure_byline(line.text):
                return False
            if len(line.text.split()) > 3 and not (
                read_issue_line(line.text) or read_labelled(line.text) or tells(line.text) or is_affiliation(line.text)
            ):
                return True
        return False

    def _title_goes_on(self, line: Line, following: Line) -> bool:
        """Whether the line below belongs to the title: it is open, or goes on small, or a byline comes after both."""
        text = following.text
        if following.number != line.number + 1 or len(text) > LONGEST_TITLE or read_labelled(text) or tells(text):
            return False
        if same_letters(line.text, text) or is_sure_byline(text):
            return False
        last = line.text.rsplit(" ", 1)[-1]
        if line.text.endswith((":", "–", "—", ",", "-")) or last.casefold() in _LEADS_ON or text[0].islower():
            return True
        after = self.lines[self.index + 1].text if self.index + 1 < len(self.lines) else ""
        return len(line.text) >= WRAPPED_TITLE and last.islower() and is_sure_byline(after)

    def _repeats_title(self, text: str) -> bool:
        title = self.front.first(Field.TITLE)
        if title is None or not same_letters(text, title.value):
            return False
        self.after_names = True
        return True

    def _byline(self, line: Line, text: str, after_names: bool = False, is_labelled: bool = False) -> bool:
        byline = read_byline(text)
        if not byline or not (byline.is_sure or after_names or is_labelled or self._affiliation_follows()):
            return False
        positions = {author.printed: position for position, author in enumerate(self.front.authors)}
        self.last_names = []
        for author in byline.authors:
            position = positions.setdefault(author.printed, len(self.front.authors))
            self.last_names.append(position)
            if position == len(self.front.authors):
                self.front.authors.append(author)
                self.front.author_lines.append(line)
            elif author.marks:
                self.front.authors[position] = author
        self.after_names = True
        return True

    def _affiliation_follows(self) -> bool:
        if self.index >= len(self.lines):
            return False
        following = self.lines[self.index].text
        labelled = read_labelled(following)
        return labelled.field is Field.AFFILIATION if labelled else is_affiliation(following)

    def _affiliation_or_plain(self, line: Line, text: str) -> None:
        for position, author in enumerate(self.front.authors):
            if text.startswith(f"{author.printed},"):
                self.last_names = [position]
                self._affiliation(text.removeprefix(f"{author.printed},").strip())
                return
        if self.last_names and is_affiliation(text):
            self._affiliation(text)
        elif not is_contact(text):
            self.plain = line

    def _affiliation(self, text: str) -> None:
        if text := clean_affiliation(text):
            for position in self.last_names:
                self.front.affiliations.setdefault(position, []).append(text)


def tells(text: str) -> tuple[Field, str] | None:
    """What a line is that says so without a label: a copyright, a DOI, a type, a date, a page number."""
    if COPYRIGHT.fullmatch(text):
        return Field.COPYRIGHT, text
    if DOI.fullmatch(text):
        return Field.DOI, text
    if text.casefold() in PRINTED_TYPES:
        return Field.TYPE, text
    if _NUMBER_LINE.fullmatch(text) or _BREADCRUMBS.fullmatch(text):
        return Field.OTHER, text
    date = _DATE_WORDS.fullmatch(text)
    return (Field.DATE, date["date"]) if date and read_day(date["date"]) else None


def same_letters(one: str, other: str) -> bool:
    """Whether two lines differ at most in case, accents, punctuation and spaces."""
    return letters_of(one) == letters_of(other)


def letters_of(text: str) -> str:
    """A line as titles are compared: letters and digits only."""
    return ascii_letters(text).replace(" ", "").casefold()


def is_contact(text: str) -> bool:
    """Whether a line only says how to reach an author."""
    return bool(_EMAIL.fullmatch(text))


def is_affiliation(text: str) -> bool:
    """Whether a line reads as where someone works."""
    if len(text) > LONGEST_AFFILIATION or not text[:1].isupper() or is_contact(text):
        return False
    return any(map(is_institution_word, text.split()))


def clean_affiliation(text: str) -> str:
    """An affiliation without the e-mail address printed after it."""
    return re.sub(
        r"[\s,;(]*(?:e-?mail:?|correspondence:?)?\s?[\w.+-]+@[\w.-]+\)?\.?$", "", text, flags=re.IGNORECASE
    ).strip(" ,;")


def repeated_title(lines: Sequence[Line], title: str) -> int | None:
    """Where, in running text, a page header with the title ends: the index of the line after it, or None.

    The title may be wrapped over up to `MOST_TITLE_LINES` lines.
    """
    letters = letters_of(title)
    if len(letters) < 10:
        return None
    for index, line in enumerate(lines):
        begun = letters_of(line.text) if line and len(line.text) <= len(title) + 20 else ""
        following = index + 1
        while begun and letters.startswith(begun) and following <= index + MOST_TITLE_LINES:
            if begun == letters:
                return following
            if following == len(lines):
                break
            begun += letters_of(lines[following].text)
            following += 1
    return None
