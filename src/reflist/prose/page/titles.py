"""Finding the paper's title in the front matter: each possible line is weighed by a table of evidence."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reflist.grammar.periodicals import is_periodical
from reflist.prose.page.bylines import is_sure_byline, read_byline
from reflist.prose.page.fields import Field
from reflist.prose.page.kinds import FrontLine, Kind, is_affiliation, letters_of, same_letters
from reflist.prose.text_lines import Line

MOST_TITLE_LINES = 8
"""The most lines of a title."""

LONGEST_TITLE = 600
"""The longest title of a paper, in characters."""

WRAPPED_TITLE = 40
"""If a title continues with a capital and no other sign, its first line must be at least this long."""

FEWEST_LETTERS = 10
"""A shorter title is not searched for elsewhere on the page."""

LONGEST_JOURNAL_WORDS = 8

_LEADS_ON = frozenset(
    "of and the in on for a an to with by from or as at & und der die das für et de la les des des y el los".split()
)
_SITE = re.compile(
    r".{2,60}\b(?:(?:research|papers?|theses|journals) online|repository|e-?prints|research (?:archive|explorer|portal)"
    r"|digital (?:library|collections?|commons)|homepage|open access|dspace.*)|dspace\b.*",
    re.IGNORECASE,
)
"""Names that repositories and other sites give themselves."""


class Candidate(NamedTuple):
    """Lines that may be the title: the index of the first in the front matter, and their number."""

    begin: int
    length: int
    text: str

    @property
    def end(self) -> int:
        """The index of the line after it."""
        return self.begin + self.length


class Front(NamedTuple):
    """What candidates are weighed against: the front matter, and the letters of lines that cite the paper itself."""

    lines: Sequence[FrontLine]
    cited: Sequence[str]
    first: int  # the index of the first line that may be a title

    def follows(self, candidate: Candidate, count: int) -> Sequence[FrontLine]:
        """The lines after a candidate."""
        return self.lines[candidate.end : candidate.end + count]

    def heads_names(self, index: int) -> bool:
        """Whether a line is a byline, by itself or because of the affiliation below it."""
        if index >= len(self.lines):
            return False
        line, following = self.lines[index], self.lines[index + 1 : index + 2]
        if line.gives(Field.AUTHORS) or is_byline(line):
            return True
        has_names = line.kind is Kind.PLAIN and read_byline(line.text) is not None
        return has_names and any(is_affiliation(below.text) or below.gives(Field.AFFILIATION) for below in following)


class Evidence(NamedTuple):
    """One reason for or against a candidate, and its weight."""

    weight: int
    holds: Callable[[Candidate, Front], bool]


def _words(candidate: Candidate) -> int:
    return len(candidate.text.split())


def is_repeated(candidate: Candidate, front: Front) -> bool:
    """Whether another line of the front matter contains it too."""
    letters = letters_of(candidate.text)
    others = (line for index, line in enumerate(front.lines) if not candidate.begin <= index < candidate.end)
    return len(letters) >= FEWEST_LETTERS and any(letters in letters_of(line.line.text) for line in others)


def _is_cited(candidate: Candidate, front: Front) -> bool:
    """Whether the page's citation of the paper has this title, and no earlier text of the front matter before it."""
    letters = letters_of(candidate.text)
    return len(letters) >= FEWEST_LETTERS and any(
        letters in cited
        and not any(
            0 <= cited.find(letters_of(line.text)) < cited.find(letters)
            for line in front.lines
            if line.kind is Kind.PLAIN and len(letters_of(line.text)) >= FEWEST_LETTERS and not is_byline(line)
        )
        for cited in front.cited
    )


def _follows_type(candidate: Candidate, front: Front) -> bool:
    return any(line.gives(Field.TYPE) for line in front.lines[max(0, candidate.begin - 2) : candidate.begin])


def _is_name_of_journal(candidate: Candidate, _: Front) -> bool:
    text = candidate.text
    return is_periodical(text) and ":" not in text and _words(candidate) <= LONGEST_JOURNAL_WORDS


EVIDENCE: tuple[Evidence, ...] = (
    Evidence(9, _is_cited),
    Evidence(3, lambda candidate, front: front.heads_names(candidate.end)),
    Evidence(2, lambda candidate, front: any(map(front.heads_names, range(candidate.end + 1, candidate.end + 4)))),
    Evidence(2, lambda candidate, front: any(line.kind is Kind.VALUES for line in front.follows(candidate, 1))),
    Evidence(2, lambda candidate, front: any(read_byline(line.text) for line in front.follows(candidate, 1))),
    Evidence(2, lambda candidate, front: not front.follows(candidate, 1)),
    Evidence(2, _follows_type),
    Evidence(1, is_repeated),
    Evidence(3, lambda candidate, front: candidate.begin == front.first),
    Evidence(3, lambda candidate, front: front.lines[candidate.begin].text.startswith("# ")),
    Evidence(3, lambda candidate, _: 4 <= _words(candidate) <= 40),
    Evidence(1, lambda candidate, _: _words(candidate) == 3),
    Evidence(-3, lambda candidate, _: _words(candidate) < 3),
    Evidence(-3, lambda candidate, _: not candidate.text[:1].isupper() and candidate.text[:1].isalpha()),
    Evidence(-4, lambda candidate, front: read_byline(candidate.text) is not None and candidate.begin != front.first),
    Evidence(-6, lambda candidate, front: is_affiliation(candidate.text) and candidate.begin != front.first),
    Evidence(-7, _is_name_of_journal),
    Evidence(-8, lambda candidate, _: _SITE.fullmatch(candidate.text) is not None),
)
"""For a title: the page cites it, names or details or the text follow it, it follows the type, it is printed twice, it
comes first, it is marked as a heading, it has as many words as titles have. Against it: it has too few words, begins in
lower case, may be names, is an affiliation, the name of a periodical or of a site.
"""

ENOUGH = 2
"""The least total weight of the evidence."""


def find_title(lines: Sequence[FrontLine], cited: Sequence[str], journals: frozenset[str]) -> Candidate | None:
    """The lines of the title; None if no candidate is likely enough.

    ``cited``: the letters of the lines that cite the paper itself; ``journals``: the letters of journals' names.
    """
    candidates = []
    index = 0
    while index < len(lines):
        if _may_be_title(lines[index]) and letters_of(lines[index].text) not in journals:
            count = _lines_of_title(lines, index)
            text = " ".join(line.text for line in lines[index : index + count])
            candidates.append(Candidate(index, count, text))
            index += count
        else:
            index += 1
    if not candidates:
        return None
    front = Front(lines, cited, candidates[0].begin)
    best = max(candidates, key=lambda candidate: _weight(candidate, front))
    return best if _weight(best, front) >= ENOUGH else None


def _weight(candidate: Candidate, front: Front) -> int:
    return sum(evidence.weight for evidence in EVIDENCE if evidence.holds(candidate, front))


def is_byline(line: FrontLine) -> bool:
    """Whether a line alone proves that it is a byline."""
    return line.kind is Kind.PLAIN and is_sure_byline(line.text)


def _may_be_title(line: FrontLine) -> bool:
    return line.kind is Kind.PLAIN and len(line.text) <= LONGEST_TITLE and not is_byline(line)


def _lines_of_title(lines: Sequence[FrontLine], begin: int) -> int:
    count = 1
    while begin + count < len(lines) and count < MOST_TITLE_LINES and _goes_on(lines, begin + count):
        count += 1
    return count


def _goes_on(lines: Sequence[FrontLine], index: int) -> bool:
    """Whether a line continues the title above, which is incomplete, or begins in lower case, or precedes a byline."""
    above, line = lines[index - 1], lines[index]
    if line.line.number != above.line.number + 1 or not _may_be_title(line) or same_letters(above.text, line.text):
        return False
    last = above.text.rsplit(" ", 1)[-1]
    if above.text.endswith((":", "–", "—", ",", "-")) or last.casefold() in _LEADS_ON or line.text[0].islower():
        return True
    is_last = index + 1 < len(lines) and is_byline(lines[index + 1])
    return len(above.text) >= WRAPPED_TITLE and last.islower() and is_last


def repeated_title(lines: Sequence[Line], title: str) -> int | None:
    """The index of the line after a page header with the title, in running text; None if there is none.

    The title may be wrapped over up to `MOST_TITLE_LINES` lines.
    """
    letters = letters_of(title)
    if len(letters) < FEWEST_LETTERS:
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
