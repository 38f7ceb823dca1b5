"""How a reference list is laid out, which decides where one reference ends and the next begins."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from reflist.grammar.identifiers import read_doi
from reflist.grammar.names import FAMILY, INITIALS
from reflist.grammar.wordlists import words
from reflist.prose.beginnings import begins_like_reference, is_dated, is_identifier, list_bullets, list_numbers
from reflist.prose.breaks import is_page_number, single_spaced
from reflist.prose.glued import NOTHING, Glued
from reflist.prose.groups import group_heads
from reflist.prose.notes import is_same_again
from reflist.prose.page.furniture import Tail, is_furniture, is_weak
from reflist.prose.page.headings import is_subheading
from reflist.prose.page.lines import HYPHENS, Line, goes_on_with_address

WRAPPED_SHARE = 0.75
"""A list of which more lines than this begin a reference is wrapped only if the others plainly go on."""

FEWEST_BEGUN = 0.15
"""Text of which fewer lines than this begin a reference is no list."""

HALF, MOST = 0.5, 0.9
"""More of the lines that begin no reference go on with one in a wrapped list; the second, where they are few."""

WRAPPED_WIDTHS = range(35, 141)
"""How long the longest of wrapped lines is, in characters."""

FEWEST_NARROW = 8
"""Fewer lines make no column as narrow as the first of those widths,"""

NARROWER = 10
"""which are so many."""

LONGER_LINES = 20
"""One line of so many may be longer than lines are."""

SHORT_LINE = 0.92
"""A wrapped line that ends a reference is shorter than this share of the longest, the next word counted."""

FEWEST_RESTS = 3
"""Fewer lines that begin no reference do not tell that a list is wrapped, where most of its lines begin one."""

FEWEST_BLOCKS, AGAIN = 4, 0.25
"""So many stretches between blank lines are a reference each, if in no larger share of them another seems to begin."""

FEWEST_ENDS, STOPPED = 4, 0.2
"""So many references of which no larger share ends with a stop show that those of a list end without."""

FEWEST_NAMED = 4
"""In a list with so many lines that begin with a year, and as many names on lines of their own, names stand so."""

LONGEST_NAME = 50

MOST_NAMED = 3
"""So many lines of a reference, at most, hold no more than its authors and the year."""

_OPEN_END = re.compile(
    r"(?:[,:;(\[/&-]|[‐–—]|\b(?:and|und|et|y|in|of|the|for|a|an|to|on|with|at|by|from|pp?\.|vol\.|no\.))$"
)
_OPEN_DOI = re.compile(r"10\.\d{4,9}/\S*[._(/-]$")
_DIVIDED = re.compile(rf"[^\W\d_][{HYPHENS}]$")
_COMPLETE = re.compile(r"[.)\]*”’\"]$|\d$|/\S*$")
_LAST_WORD = re.compile(r"(?:^|[\s.])(?P<word>[^\W\d_]+)\.$")
_NOTICE = re.compile(
    r"(?:This journal is |Copyright )?© ?\w|(?:Address for )?[Cc]orrespondence(?: to)?: "
    r"|Edited by [^;]{3,80}; (?:submitted|received) "
    r"|(?:(?:Manuscript|Article) )?(?:[Rr]eceived|[Ss]ubmitted)(?: on)?:? \d{1,2}\W[^;]{3,30}; (?:re|ac|final|pub)"
)
"""A notice below a list; on a page it may tell the year and the publisher, or when a paper came in."""

_NAMED_AND_DATED = re.compile(
    r"(?>(?:[^\W\d_a-z][^\s\d,&(\[]*+|[\s,&…]|(?:and|und|et|y|al\.?|v[ao]n|d[eu]r?)(?!\w))+)"
    r"[(\[]?(?:1[4-9]|20)\d\d[a-z]?[)\]]?[.:,]?"
)
_NAME_ALONE = re.compile(rf"(?:{FAMILY})\s(?:{INITIALS}|[^\W\d_a-z]{{1,3}})(?:\s(?:Jr|Sr|[23][nr]d|3rd|I{{2,3}}|IV))?")
_YEAR_FIRST = re.compile(r"\((?:1[4-9]|20)\d\d[a-z]?\)")
_NO_LINE = Line(0, "")
_OPENING, _CLOSING = "“„«", "”»"
_OPEN_NAMES = re.compile(r"(?:[,;&]|\b(?:and|und|et|y))$")


class Printed(NamedTuple):
    """A line that is no furniture: where its own text begins and ends, and what it says of where it belongs."""

    line: Line
    begin: int
    end: int
    is_numbered: bool
    is_bulleted: bool
    after_blank: bool
    begins: bool  # whether it begins like a reference
    is_dated: bool
    is_identifier: bool  # whether it is a DOI, an address or the like and nothing else
    is_closed: bool  # whether furniture or a heading after it says that its reference is at its end

    @property
    def text(self) -> str:
        """What is the reference's own."""
        return self.line.text[self.begin : self.end]

    @property
    def is_name(self) -> bool:
        """Whether it is a name with its initials and nothing else."""
        return len(self.text) < LONGEST_NAME and _NAME_ALONE.fullmatch(self.text) is not None

    @property
    def is_at_end(self) -> bool:
        """Whether a reference may end with it."""
        return bool(_COMPLETE.search(self.text[-40:])) and not self.is_open

    @property
    def is_open(self) -> bool:
        """Whether it plainly goes on."""
        return bool(_OPEN_END.search(self.text[-40:]))

    @property
    def is_quoting(self) -> bool:
        """Whether a quotation that begins in it, as titles do, is not at its end."""
        return max(map(self.text.rfind, _OPENING)) > max(map(self.text.rfind, _CLOSING))

    @property
    def ends_in_abbreviation(self) -> bool:
        """Whether it ends with a word that names of periodicals abbreviate so, or with an initial."""
        found = _LAST_WORD.search(self.text[-40:])
        return found is not None and (len(found["word"]) == 1 or found["word"] in words("periodical_abbreviations"))


class Run:
    """The lines of one reference.

    ``has_head`` says that the first is a page's own label of it, and the others are its authors, its title and where
    it appeared, a line each; see `reflist.prose.groups`. ``names_apart``: each author has a line, and so have the year
    with the title, and where it appeared.
    """

    def __init__(self, first: Printed, has_head: bool = False, names_apart: bool = False) -> None:
        self.lines = [first]
        self.has_head = has_head
        self.names_apart = names_apart
        self.is_dated = first.is_dated
        self.dois = {read_doi(first.text)} - {""}

    @property
    def first(self) -> Printed:
        """The line it begins with."""
        return self.lines[0]

    @property
    def last(self) -> Printed:
        """The last line so far."""
        return self.lines[-1]

    def add(self, item: Printed) -> None:
        """Go on with a line. One that only repeats the DOI is printed there, but is no part of the text."""
        doi = read_doi(item.text)
        if item.is_identifier and doi in self.dois:
            item = item._replace(begin=item.end)
        self.dois |= {doi} - {""}
        self.is_dated = self.is_dated or item.is_dated
        self.lines.append(item)


class Laid(NamedTuple):
    """The lines of a list that are content, and the furniture: words at tails, lines of nothing else, page breaks."""

    lines: list[Printed]
    taken: list[str]


def lay_out(lines: Sequence[Line], heads: frozenset[int] = frozenset(), glued: Glued = NOTHING) -> Laid:
    """What each line of a list is.

    ``heads``: the numbers of the lines that are running heads; ``glued``: what this page alone glues to its lines.
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
        elif line.number not in marks and (line.number in heads or _is_break(line, last)):
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
    """What of a line is a reference's own, ``text[begin:end]``, and the furniture after it."""

    begin: int
    end: int
    taken: tuple[str, ...]


def content_of(line: Line, glued: Glued) -> Content | None:
    """What of a line is its own that has no others around it, as `lay_out` has it; None where it is furniture."""
    if line.text in glued.lines or _parts(line):
        return None
    tail = glued.split_tail(line.text)
    begin = glued.head_end(tail.content, list_bullets([line]).get(line.number, 0))
    return Content(begin, max(begin, len(tail.content)), tail.taken)


def _is_break(line: Line, last: Printed | None) -> bool:
    """Whether a line is a page's number, not what the line before is open for."""
    if not is_page_number(line.text) or last is None:
        return False
    return not last.is_open or bool(_DIVIDED.search(last.text[-40:]))


def _parts(line: Line) -> bool:
    """Whether a line parts what stands before it from what follows.

    It is furniture, a notice, or a heading (none ends with a stop).
    """
    return (
        is_furniture(line.text)
        or bool(_NOTICE.match(line.text))
        or (is_subheading(line.text) and not line.text.endswith("."))
    )


def _is_between(line: Line, last: Printed | None, below: Line) -> bool:
    """Whether a line is furniture since other furniture stands above or below it."""
    return is_weak(line.text) and (bool(last and last.is_closed) or is_furniture(below.text))


def _printed(line: Line, tail: Tail, glued: Glued, marked: tuple[int | None, int | None], after_blank: bool) -> Printed:
    """``marked``: where a number or else a bullet before the reference ends."""
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


def runs(printed: Sequence[Printed]) -> Iterator[Run]:
    """The lines of each reference."""
    layout = _Layout(printed)
    run: Run | None = None
    for index, item in enumerate(printed):
        if run is None or layout.begins_new(run, index, item):
            if run:
                yield run
            run = Run(item, index in layout.heads, layout.names_apart)
        else:
            run.add(item)
    if run:
        yield run


class _Layout:
    """How a list is laid out: grouped, numbered, indented, wrapped, or one reference a line."""

    def __init__(self, printed: Sequence[Printed]) -> None:
        count = len(printed) or 1
        self.heads = group_heads([item.text for item in printed], [item.is_numbered for item in printed])
        self.heads_are_set_off = all(printed[index].after_blank for index in self.heads)
        self.names_apart = not self.heads and _names_apart(printed)
        self.width = _width(printed)
        begun = sum(item.begins for item in printed)
        self.hangs = _hangs(printed)
        self.numbered_goes_on = _numbered_goes_on(printed)
        ends = [
            last.text.endswith((".", ")"))
            for last, item in pairwise(printed)
            if item.begins and item.is_dated and self._had_room(last, item)
        ]
        self.has_stops = len(ends) < FEWEST_ENDS or sum(ends) > STOPPED * len(ends)
        widths = WRAPPED_WIDTHS if count >= FEWEST_NARROW else WRAPPED_WIDTHS[NARROWER:]
        self.is_parted = self.width in widths and _is_parted(printed)
        has_few_rests = begun >= WRAPPED_SHARE * count
        self.is_wrapped = (
            self.width in widths
            and begun >= FEWEST_BEGUN * count
            and not (has_few_rests and count - begun < FEWEST_RESTS)
            and self._share_that_goes_on(printed, has_few_rests) > (MOST if has_few_rests else HALF)
        )

    def begins_new(self, run: Run, index: int, item: Printed) -> bool:
        """Whether a line begins a new reference, after the lines of the one before."""
        if run.has_head and not run.last.is_closed:
            return index in self.heads or (self.heads_are_set_off and item.after_blank)
        if index in self.heads or item.is_numbered or item.is_bulleted:
            return True
        if " " not in item.text and goes_on_with_address(run.last.text, item.text):
            return False
        if item.is_identifier:
            return run.first.is_identifier or bool(run.dois and read_doi(item.text) not in {"", *run.dois})
        if run.last.is_closed:
            return not (self.hangs and item.line.indent)
        if self.names_apart:
            return run.is_dated and item.is_name
        return self._ends_numbering(run, item) if run.first.is_numbered else self._begins_unmarked(run, item)

    def _begins_unmarked(self, run: Run, item: Printed) -> bool:
        """The same in a list that is neither numbered nor closed by furniture."""
        last = run.last
        if self.hangs:
            return item.line.indent == 0
        if self.is_parted:
            return item.after_blank or (item.begins and item.is_dated and run.is_dated and last.is_at_end)
        if item.text[:1] in "IiEe" and last.is_at_end and is_same_again(item.text):
            return True
        if item.begins:
            if item.after_blank or not self.is_wrapped:
                return item.after_blank or not _names_go_on(run)
            ends = last.is_at_end and not last.ends_in_abbreviation
            return not (_names_go_on(run) or last.is_quoting) and (ends or self._had_room(last, item))
        if item.after_blank or not self.is_wrapped:
            return not _must_go_on(run, item)
        ends = last.text.endswith((".", ")")) or not (self.has_stops or last.is_open)
        return ends and self._had_room(last, item) and item.text[0].isupper() and not _is_only_dated(run)

    def _share_that_goes_on(self, printed: Sequence[Printed], must_be_full: bool) -> float:
        """The share, of the lines that begin no reference, that follow one which is full or, else, not at its end.

        What is dated below a dated line goes on with nothing. 0 where every line begins a reference.
        """
        rest = [
            (last, item)
            for last, item in pairwise(printed)
            if not (item.begins or item.after_blank or item.is_identifier)
        ]
        going = sum(
            not (last.is_dated and item.is_dated)
            and (not self._had_room(last, item) or not (must_be_full or _COMPLETE.search(last.text)))
            for last, item in rest
        )
        return going / len(rest) if rest else 0.0

    def _had_room(self, last: Printed, item: Printed) -> bool:
        """Whether the next line's first word would have stood on this one."""
        word = item.line.text.split(maxsplit=1)[0]
        return len(last.line.text) + 1 + len(word) < SHORT_LINE * self.width

    def _ends_numbering(self, run: Run, item: Printed) -> bool:
        """Whether a line without a number, below a numbered reference that may be at its end, is no more of it."""
        if not (run.is_dated and run.last.is_at_end) or item.line.indent > run.first.line.indent:
            return False
        return item.after_blank or (item.begins and item.is_dated) or not self.numbered_goes_on


def _width(printed: Sequence[Printed]) -> int:
    """The length of the longest lines, but for the few that an address makes longer than they may be."""
    lengths = sorted(len(item.line.text) for item in printed)
    return lengths[-1 - len(lengths) // LONGER_LINES] if lengths else 0


def _must_go_on(run: Run, item: Printed) -> bool:
    """Whether a reference was begun that plainly is not at its end, and the line goes on with no capital."""
    if _OPEN_DOI.search(run.last.text[-80:]) and item.text[0].islower():
        return True
    return run.first.begins and run.last.is_open and not item.text[0].isupper()


def _names_apart(printed: Sequence[Printed]) -> bool:
    """Whether every author has a line, as eLife prints them: ``Weir A``, ``Ash B``, ``(2004) Title``, ``Journal 3``."""
    years = sum(_YEAR_FIRST.match(item.text) is not None for item in printed)
    return years >= FEWEST_NAMED and sum(item.is_name for item in printed) >= years


def _names_go_on(run: Run) -> bool:
    """Whether a line that begins with a name only goes on with the authors of the line before."""
    return not run.is_dated and bool(_OPEN_NAMES.search(run.last.text[-10:]))


def _is_only_dated(run: Run) -> bool:
    """Whether a reference so far, such as ``Weir, A., & Ash, C. (2006).``, is but who and when."""
    return (
        len(run.lines) <= MOST_NAMED
        and _NAMED_AND_DATED.fullmatch(" ".join(item.text for item in run.lines)) is not None
    )


def _hangs(printed: Sequence[Printed]) -> bool:
    """Whether the lines that begin at the margin, and hardly any other, begin a reference."""
    lasts = (None, *printed)
    at_margin = [
        item.begins or _may_begin(last, item)
        for last, item in zip(lasts, printed, strict=False)
        if not item.line.indent
    ]
    indented = [item.begins for item in printed if item.line.indent]
    return bool(at_margin and indented) and sum(at_margin) > len(at_margin) / 2 and sum(indented) < len(indented) / 2


def _is_parted(printed: Sequence[Printed]) -> bool:
    """Whether blank lines part the references: what stands between two is dated, and hardly ever begins again."""
    if any(item.is_closed for item in printed):  # furniture does
        return False
    starts = [index for index, item in enumerate(printed) if item.after_blank]
    blocks = [printed[begin:end] for begin, end in pairwise((*starts, len(printed)))]
    dated = sum(any(item.is_dated for item in block) for block in blocks)
    again = sum(item.begins and item.is_dated for block in blocks for item in block[1:])
    return len(blocks) >= FEWEST_BLOCKS and dated >= MOST * len(blocks) and again <= AGAIN * len(blocks)


def _may_begin(last: Printed | None, item: Printed) -> bool:
    """Whether the line above is at its end, and this one begins with no small letter."""
    return (last is None or last.is_at_end) and not item.text[:1].islower()


def _numbered_goes_on(printed: Sequence[Printed]) -> bool:
    """Whether numbered references go on over several lines: lines between two numbers that are no reference alone."""
    numbered = [index for index, item in enumerate(printed) if item.is_numbered]
    between = printed[numbered[0] : numbered[-1]] if numbered else ()
    return any(not (item.is_numbered or item.is_identifier or (item.begins and item.is_dated)) for item in between)
