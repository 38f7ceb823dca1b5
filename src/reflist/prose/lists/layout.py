"""The lines of a reference list, each with the evidence for where it belongs; what belongs to the page is left out."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from reflist.grammar.names import FAMILY, INITIALS
from reflist.grammar.wordlists import words
from reflist.prose.beginnings import begins_like_reference, is_dated, is_identifier, list_bullets, list_numbers
from reflist.prose.breaks import is_page_number, single_spaced
from reflist.prose.lists.glued import NOTHING, Glued
from reflist.prose.page.furniture import Tail, is_furniture, is_weak
from reflist.prose.page.headings import is_subheading
from reflist.prose.text_lines import HYPHENS, Line

LONGEST_NAME = 50

_OPEN_END = re.compile(
    r"(?:[,:;(\[/&-]|[‐–—]|\b(?:and|und|et|y|in|of|the|for|a|an|to|on|with|at|by|from|pp?\.|vol\.|no\.))$"
)
_OPEN_BRACKET = re.compile(r"[(\[][^()\[\]]*$")
_OPEN_NUMBER = re.compile(r"(?:\d\s?[-‐–—:(/]|\d,|\b(?i:pp?|vol|no|nr|[sp]|heft|band|bd|jg)\.?)$")
_DIVIDED = re.compile(rf"[^\W\d_][{HYPHENS}]$")
_COMPLETE = re.compile(r"[.)\]*”’\"]$|\d$|/\S*$")
_LAST_WORD = re.compile(r"(?:^|[\s.])(?P<word>[^\W\d_]+)\.$")
_NOTICE = re.compile(
    r"(?:This journal is |Copyright )?© ?\w|(?:Address for )?[Cc]orrespondence(?: to)?: "
    r"|Edited by [^;]{3,80}; (?:submitted|received) "
    r"|(?:(?:Manuscript|Article) )?(?:[Rr]eceived|[Ss]ubmitted)(?: on)?:? \d{1,2}\W[^;]{3,30}; (?:re|ac|final|pub)"
    r"|(?:Received|Revised|Accepted|Submitted|Published(?: [Oo]nline)?)(?: on)?:? \d{1,4}[\s./-]\w+[\s./-]\d{1,4}\.?$"
    r"|(?:(?:Artigo|Artículo|Article|Beitrag|Manuskript)\s)?(?i:recebido|aprovado|aceito|recibido|aprobado|aceptado|reçu"
    r"|accepté|eingegangen|angenommen|ricevuto|accettato)(?:\s(?:para publicaci?[oó]n|em|el|le|am|il))*:?\s(?:em )?\d"
    r"|This content downloaded from |All use subject to |Downloaded (?:on|from|by) "
)
"""A notice below a list; on a page it may give the year and the publisher, or when a paper was received."""

_NAME_ALONE = re.compile(rf"(?:{FAMILY})\s(?:{INITIALS}|[^\W\d_a-z]{{1,3}})(?:\s(?:Jr|Sr|[23][nr]d|3rd|I{{2,3}}|IV))?")
_NO_LINE = Line(0, "")
_OPENING, _CLOSING = "“„«", "”»"


class Printed(NamedTuple):
    """A line that is no furniture: where its own text begins and ends, and the evidence for where it belongs."""

    line: Line
    begin: int
    end: int
    is_numbered: bool
    is_bulleted: bool
    after_blank: bool
    begins: bool  # whether it begins like a reference
    is_dated: bool
    is_identifier: bool  # whether it is only a DOI, an address or the like
    is_closed: bool  # whether furniture or a heading after it shows that its reference is complete

    @property
    def text(self) -> str:
        """The part of the line that belongs to the reference."""
        return self.line.text[self.begin : self.end]

    @property
    def is_name(self) -> bool:
        """Whether it is only a name with initials."""
        return len(self.text) < LONGEST_NAME and _NAME_ALONE.fullmatch(self.text) is not None

    @property
    def is_at_end(self) -> bool:
        """Whether a reference may end with it."""
        return self.has_end and not self.is_open

    @property
    def has_end(self) -> bool:
        """Whether its last character is one with which references end."""
        return _COMPLETE.search(self.text[-40:]) is not None

    @property
    def is_open(self) -> bool:
        """Whether it clearly continues on the next line: it ends with an open mark, a small word, or in brackets."""
        return bool(_OPEN_END.search(self.text[-40:])) or _OPEN_BRACKET.search(self.text) is not None

    @property
    def is_quoting(self) -> bool:
        """Whether a quotation, such as a title, begins in it but does not end."""
        return max(map(self.text.rfind, _OPENING)) > max(map(self.text.rfind, _CLOSING))

    @property
    def ends_in_abbreviation(self) -> bool:
        """Whether it ends with a word as abbreviated in names of periodicals, or with an initial."""
        found = _LAST_WORD.search(self.text[-40:])
        return found is not None and (len(found["word"]) == 1 or found["word"] in words("periodical_abbreviations"))


class Laid(NamedTuple):
    """The content lines of a list, and its furniture: words at the ends of lines, whole lines, page breaks."""

    lines: list[Printed]
    taken: list[str]


def lay_out(lines: Sequence[Line], heads: frozenset[int] = frozenset(), glued: Glued = NOTHING) -> Laid:
    """Examine each line of a list.

    ``heads``: the numbers of the lines that are running heads; ``glued``: the text that only this page glues to its
    lines.
    """
    lines = single_spaced(lines)
    marks = list_numbers(lines)
    bullets = {number: end for number, end in list_bullets(lines).items() if number not in marks}
    laid = Laid([], [])
    after_blank, after_break = True, False
    for line, below in zip_longest(lines, lines[1:], fillvalue=_NO_LINE):
        last = laid.lines[-1] if laid.lines else None
        if not line:
            after_blank = True
        elif line.number not in marks and (line.number in heads or _is_break(line, last, not below)):
            laid.taken.append(line.text)
            after_break = True
        elif line.number not in marks and (line.text in glued.lines or _parts(line) or _is_between(line, last, below)):
            if not is_subheading(line.text):
                laid.taken.append(line.text)
            if last:
                laid.lines[-1] = last._replace(is_closed=True)
        else:
            goes_on = after_break and last is not None and not last.is_at_end
            tail = glued.split_tail(line.text)
            marked = marks.get(line.number), bullets.get(line.number)
            item = _printed(line, tail, glued, marked, after_blank and not goes_on)
            laid.taken.extend(tail.taken)
            laid.lines.append(item)
            after_blank = after_break = False
    return laid


class Content(NamedTuple):
    """The part of a line that belongs to the reference, ``text[begin:end]``, and the furniture after it."""

    begin: int
    end: int
    taken: tuple[str, ...]


def content_of(line: Line, glued: Glued) -> Content | None:
    """The content of a line by itself, as `lay_out` determines it; None if the line is furniture."""
    if line.text in glued.lines or _parts(line):
        return None
    tail = glued.split_tail(line.text)
    begin = glued.head_end(tail.content, list_bullets([line]).get(line.number, 0))
    return Content(begin, max(begin, len(tail.content)), tail.taken)


def _is_break(line: Line, last: Printed | None, is_last: bool) -> bool:
    """Whether a line is a page number, and does not complete the line before.

    ``is_last``: whether a blank line follows, as at the foot of a page.
    """
    if not is_page_number(line.text) or last is None or _OPEN_NUMBER.search(last.text[-40:]):
        return False
    return is_last or not last.is_open or bool(_DIVIDED.search(last.text[-40:]))


def _parts(line: Line) -> bool:
    """Whether a line separates the lines before it from those after.

    It is furniture, a notice, or a heading (which does not end with a stop).
    """
    return (
        is_furniture(line.text)
        or bool(_NOTICE.match(line.text))
        or (is_subheading(line.text) and not line.text.endswith("."))
    )


def _is_between(line: Line, last: Printed | None, below: Line) -> bool:
    """Whether a line is furniture because other furniture is above or below it."""
    return is_weak(line.text) and (bool(last and last.is_closed) or is_furniture(below.text))


def _printed(line: Line, tail: Tail, glued: Glued, marked: tuple[int | None, int | None], after_blank: bool) -> Printed:
    """A content line; ``marked``: the ends of the number and of the bullet before its reference."""
    number_end, bullet_end = marked
    begin = glued.head_end(tail.content, number_end or bullet_end or 0)
    text = tail.content[begin:]
    return Printed(
        line,
        begin,
        max(begin, len(tail.content)),
        number_end is not None,
        bullet_end is not None,
        after_blank,
        begins_like_reference(text),
        is_dated(text),
        is_identifier(text),
        bool(tail.taken),
    )
