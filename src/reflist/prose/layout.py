"""The layout of a reference list, which decides where one reference ends and the next begins."""

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
"""A list in which a larger share of lines begins a reference is wrapped only if the other lines clearly go on."""

FEWEST_BEGUN = 0.15
"""Text in which a smaller share of lines begins a reference is no list."""

HALF, MOST = 0.5, 0.9
"""In a wrapped list, more than this share of the other lines continues a reference; ``MOST`` if these lines are few."""

WRAPPED_WIDTHS = range(35, 141)
"""The length of the longest of wrapped lines, in characters."""

FEWEST_NARROW = 8
"""With fewer lines, the narrowest of these widths are excluded."""

NARROWER = 10
"""The number of these narrowest widths."""

LONGER_LINES = 20
"""One in this many lines may be longer than the width."""

SHORT_LINE = 0.92
"""A wrapped line that ends a reference is shorter than this share of the width, including the next word."""

FEWEST_RESTS = 3
"""If most lines of a list begin a reference, fewer other lines than this do not prove that it is wrapped."""

FEWEST_BLOCKS, AGAIN = 4, 0.25
"""At least this many blocks between blank lines are a reference each, if at most this share has a second beginning."""

FEWEST_ENDS, STOPPED = 4, 0.2
"""If at most this share of this many references ends with a stop, the references of the list end without stops."""

FEWEST_NAMED = 4
"""The least number of lines beginning with a year, and of names on lines of their own, in a list with names apart."""

LONGEST_NAME = 50

MOST_NAMED = 3
"""The most lines at the beginning of a reference that contain only its authors and the year."""

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
"""A notice below a list; on a page it may give the year and the publisher, or when a paper was received."""

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
        return bool(_COMPLETE.search(self.text[-40:])) and not self.is_open

    @property
    def is_open(self) -> bool:
        """Whether it clearly continues on the next line."""
        return bool(_OPEN_END.search(self.text[-40:]))

    @property
    def is_quoting(self) -> bool:
        """Whether a quotation, such as a title, begins in it but does not end."""
        return max(map(self.text.rfind, _OPENING)) > max(map(self.text.rfind, _CLOSING))

    @property
    def ends_in_abbreviation(self) -> bool:
        """Whether it ends with a word as abbreviated in names of periodicals, or with an initial."""
        found = _LAST_WORD.search(self.text[-40:])
        return found is not None and (len(found["word"]) == 1 or found["word"] in words("periodical_abbreviations"))


class Run:
    """The lines of one reference.

    ``has_head``: whether the first line is a page's own label for it, and the others are its authors, its title and its
    source, a line each; see `reflist.prose.groups`. ``names_apart``: whether each author has a line, another has the
    year with the title, and another the source.
    """

    def __init__(self, first: Printed, has_head: bool = False, names_apart: bool = False) -> None:
        self.lines = [first]
        self.has_head = has_head
        self.names_apart = names_apart
        self.is_dated = first.is_dated
        self.dois = {read_doi(first.text)} - {""}

    @property
    def first(self) -> Printed:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> Printed:
        """The last line so far."""
        return self.lines[-1]

    def add(self, item: Printed) -> None:
        """Add a line. If it only repeats the DOI, it is kept as printed but is not part of the text."""
        doi = read_doi(item.text)
        if item.is_identifier and doi in self.dois:
            item = item._replace(begin=item.end)
        self.dois |= {doi} - {""}
        self.is_dated = self.is_dated or item.is_dated
        self.lines.append(item)


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


def _is_break(line: Line, last: Printed | None) -> bool:
    """Whether a line is a page number, and does not complete the line before."""
    if not is_page_number(line.text) or last is None:
        return False
    return not last.is_open or bool(_DIVIDED.search(last.text[-40:]))


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
    """The layout of a list: grouped, numbered, indented, wrapped, or one reference per line."""

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
        self.is_split = self.width in widths and _is_split(printed)
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
        """The same for a list without numbers, and a reference not followed by furniture."""
        last = run.last
        if self.hangs:
            return item.line.indent == 0
        if self.is_split:
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
        """Of the lines that begin no reference, the share after a line that is full or seems incomplete.

        With ``must_be_full``, only full lines count. A dated line below a dated line continues nothing. 0 if every line
        begins a reference.
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
        """Whether the next line's first word would have fitted on this line."""
        word = item.line.text.split(maxsplit=1)[0]
        return len(last.line.text) + 1 + len(word) < SHORT_LINE * self.width

    def _ends_numbering(self, run: Run, item: Printed) -> bool:
        """Whether a line without a number does not belong to the numbered reference above, which may be complete."""
        if not (run.is_dated and run.last.is_at_end) or item.line.indent > run.first.line.indent:
            return False
        return item.after_blank or (item.begins and item.is_dated) or not self.numbered_goes_on


def _width(printed: Sequence[Printed]) -> int:
    """The length of the longest lines, except the few that an address may lengthen."""
    lengths = sorted(len(item.line.text) for item in printed)
    return lengths[-1 - len(lengths) // LONGER_LINES] if lengths else 0


def _must_go_on(run: Run, item: Printed) -> bool:
    """Whether a reference has begun that is clearly incomplete, and the line does not begin with a capital."""
    if _OPEN_DOI.search(run.last.text[-80:]) and item.text[0].islower():
        return True
    return run.first.begins and run.last.is_open and not item.text[0].isupper()


def _names_apart(printed: Sequence[Printed]) -> bool:
    """Whether every author has a line, as in eLife: ``Weir A``, ``Ash B``, ``(2004) Title``, ``Journal 3``."""
    years = sum(_YEAR_FIRST.match(item.text) is not None for item in printed)
    return years >= FEWEST_NAMED and sum(item.is_name for item in printed) >= years


def _names_go_on(run: Run) -> bool:
    """Whether a line that begins with a name only continues the authors of the line before."""
    return not run.is_dated and bool(_OPEN_NAMES.search(run.last.text[-10:]))


def _is_only_dated(run: Run) -> bool:
    """Whether a reference so far is only who and when: ``Weir, A., & Ash, C. (2006).``."""
    return (
        len(run.lines) <= MOST_NAMED
        and _NAMED_AND_DATED.fullmatch(" ".join(item.text for item in run.lines)) is not None
    )


def _hangs(printed: Sequence[Printed]) -> bool:
    """Whether the lines at the margin, and hardly any others, begin a reference."""
    lasts = (None, *printed)
    at_margin = [
        item.begins or _may_begin(last, item)
        for last, item in zip(lasts, printed, strict=False)
        if not item.line.indent
    ]
    indented = [item.begins for item in printed if item.line.indent]
    return bool(at_margin and indented) and sum(at_margin) > len(at_margin) / 2 and sum(indented) < len(indented) / 2


def _is_split(printed: Sequence[Printed]) -> bool:
    """Whether blank lines separate the references: the blocks are dated, and hardly ever contain a second beginning."""
    if any(item.is_closed for item in printed):  # then furniture separates them
        return False
    starts = [index for index, item in enumerate(printed) if item.after_blank]
    blocks = [printed[begin:end] for begin, end in pairwise((*starts, len(printed)))]
    dated = sum(any(item.is_dated for item in block) for block in blocks)
    again = sum(item.begins and item.is_dated for block in blocks for item in block[1:])
    return len(blocks) >= FEWEST_BLOCKS and dated >= MOST * len(blocks) and again <= AGAIN * len(blocks)


def _may_begin(last: Printed | None, item: Printed) -> bool:
    """Whether the line above may end a reference, and this line does not begin in lower case."""
    return (last is None or last.is_at_end) and not item.text[:1].islower()


def _numbered_goes_on(printed: Sequence[Printed]) -> bool:
    """Whether numbered references span several lines: lines between two numbers that are no reference alone."""
    numbered = [index for index, item in enumerate(printed) if item.is_numbered]
    between = printed[numbered[0] : numbered[-1]] if numbered else ()
    return any(not (item.is_numbered or item.is_identifier or (item.begins and item.is_dated)) for item in between)
