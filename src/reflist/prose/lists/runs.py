"""The lines of each reference of a list: where one reference ends and the next begins."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reflist.grammar.identifiers import read_doi
from reflist.prose.beginnings import says_where
from reflist.prose.lists.groups import group_heads
from reflist.prose.lists.layout import Printed
from reflist.prose.notes import is_same_again
from reflist.prose.text_lines import goes_on_with_address

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

LENGTHENED = 1.2
"""Wrapped lines are no longer than this many times the length that a quarter of the lines exceeds."""

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

MOST_NAMED = 3
"""The most lines at the beginning of a reference that contain only its authors and the year."""

_OPEN_DOI = re.compile(r"10\.\d{4,9}/\S*[._(/-]$")
_GOES_ON = re.compile(r"[^\W\d_a-z]{1,3},\s|[^,;:()\d]{3,80}\.\s(?:1[89]|20)\d\d[;.:]")
"""What continues an undated reference: initials after a name, or a periodical and a year: ``J Med. 2008;3:4.``."""

_ACCESSED = re.compile(r"[(\[]?(?i:(?:last )?(?:accessed|retrieved|viewed|consulted)\b)")
_IMPRINT_LAST = re.compile(r"[^\W\d_]:\s[^\W\d_a-z][^.:;]{1,60}\.$")
_NAMED_AND_DATED = re.compile(
    r"(?>(?:[^\W\d_a-z][^\s\d,&(\[]*+|[\s,&…]|(?:and|und|et|y|al\.?|v[ao]n|d[eu]r?)(?!\w))+)"
    r"[(\[]?(?:1[4-9]|20)\d\d[a-z]?[)\]]?[.:,]?"
)
_YEAR_AND_TITLE = re.compile(r"(?:(?:1[4-9]|20)\d\d[a-z]?|[Nn]\.\s?[Dd]|[Ii]n [Pp]ress|[Ff]orthcoming)\.?\s+[^\W_]")
_YEAR_FIRST = re.compile(r"\((?:1[4-9]|20)\d\d[a-z]?[),]")
_OPEN_NAMES = re.compile(r"(?:[,;&]|\b(?:and|und|et|y))$")


class Run:
    """The lines of one reference.

    ``has_head``: whether the first line is a page's own label for it, and the others are its authors, its title and its
    source, a line each; see `groups`. ``names_apart``: whether each author has a line, another has the
    year with the title, and another the source. ``lacks_names``: whether it begins with its year, below another work of
    the same authors, whose names have a line.
    """

    def __init__(
        self, first: Printed, has_head: bool = False, names_apart: bool = False, lacks_names: bool = False
    ) -> None:
        self.lines = [first]
        self.has_head = has_head
        self.names_apart = names_apart
        self.lacks_names = lacks_names
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


def runs(printed: Sequence[Printed]) -> Iterator[Run]:
    """The lines of each reference."""
    layout = _Layout(printed)
    run: Run | None = None
    for index, item in enumerate(printed):
        if run is None or layout.begins_new(run, index, item):
            if run:
                yield run
            run = Run(item, index in layout.heads, layout.names_apart, run is not None and index in layout.years_below)
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
        self.years_below = _years_below_names(printed)
        self.width = _width(printed)
        begun = sum(item.begins for item in printed)
        self.hangs = _hangs(printed)
        self.above_years = {index - 1 for index, item in enumerate(printed) if _YEAR_FIRST.match(item.text)}
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
            return item.after_blank or not (self.hangs and item.line.indent)
        if self.names_apart:
            return run.is_dated and item.is_name
        if index in self.years_below:
            return run.is_dated
        return self._ends_numbering(run, item) if run.first.is_numbered else self._begins_unmarked(run, index, item)

    def _begins_unmarked(self, run: Run, index: int, item: Printed) -> bool:
        """The same for a list without numbers, and a reference not followed by furniture."""
        last = run.last
        if self.hangs:
            return item.line.indent == 0
        if self.is_split:
            return item.after_blank or (item.begins and item.is_dated and run.is_dated and last.is_at_end)
        if _ACCESSED.match(item.text) and not item.after_blank:
            return False
        if item.text[:1] in "IiEe" and last.is_at_end and is_same_again(item.text):
            return True
        if item.begins:
            if item.after_blank or not self.is_wrapped:
                return item.after_blank or not _goes_on(run, item)
            ends = last.is_at_end and not last.ends_in_abbreviation
            ends = ends or not (last.is_open or self.has_stops or not (run.is_dated and item.is_dated))
            had_room = not last.is_open and self._had_room(last, item)
            return not (_goes_on(run, item) or last.is_quoting) and (ends or had_room)
        if item.after_blank or not self.is_wrapped:
            return not _must_go_on(run, item)
        if index in self.above_years and run.is_dated and last.is_at_end and item.text[0].isupper():
            return True
        ends = last.text.endswith((".", ")")) or not (self.has_stops or last.is_open)
        if not ends or item.text.endswith(":") or not item.text[0].isupper():
            return False
        return run.is_dated and not _is_only_dated(run) and self._had_room(last, item)

    def _share_that_goes_on(self, printed: Sequence[Printed], must_be_full: bool) -> float:
        """Of the lines that begin no reference, the share after a line that is full or seems incomplete.

        With ``must_be_full``, only full lines count. A dated line below a dated line continues nothing, and nothing
        continues a whole reference. 0 if every line begins a reference.
        """
        rest = [
            (last, item)
            for last, item in pairwise(printed)
            if not (item.begins or item.after_blank or item.is_identifier)
        ]
        going = sum(
            not ((last.is_dated and item.is_dated) or _is_whole(last))
            and (not self._had_room(last, item) or not (must_be_full or last.has_end))
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
    """The length of the longest lines, except those that an address or the rest of a divided word lengthens."""
    lengths = sorted(len(item.line.text) for item in printed)
    if not lengths:
        return 0
    most = LENGTHENED * lengths[-1 - len(lengths) // 4]
    return max(length for length in lengths[: len(lengths) - len(lengths) // LONGER_LINES] if length <= most)


def _must_go_on(run: Run, item: Printed) -> bool:
    """Whether a reference has begun that is clearly incomplete, and the line does not begin with a capital."""
    if _OPEN_DOI.search(run.last.text[-80:]) and item.text[0].islower():
        return True
    return run.first.begins and run.last.is_open and not item.text[0].isupper()


def _names_apart(printed: Sequence[Printed]) -> bool:
    """Whether every author has a line, as in eLife: ``Weir A``, ``Ash B``, ``(2004) Title``, ``Journal 3``."""
    years = sum(_YEAR_FIRST.match(item.text) is not None for item in printed)
    return years >= FEWEST_NAMED and sum(item.is_name for item in printed) >= years


def _years_below_names(printed: Sequence[Printed]) -> frozenset[int]:
    """The indices of the lines that begin with a year, if most such lines are below a line of only names.

    Anthropologists' lists print so: ``Goffman, Erving``, ``1959 The Presentation of Self``, ``1961 Asylums``.
    """
    years = [index for index, item in enumerate(printed) if index and _YEAR_AND_TITLE.match(item.text)]
    below = [index for index in years if printed[index - 1].begins and not printed[index - 1].is_dated]
    return frozenset(years if len(below) >= FEWEST_NAMED and 2 * len(below) >= len(years) else ())


def _goes_on(run: Run, item: Printed) -> bool:
    """Whether a line that begins with a name only continues the authors or the title of the lines before."""
    if run.is_dated or not (run.first.begins or " " in run.first.text):
        return False
    return bool(_OPEN_NAMES.search(run.last.text[-10:])) or (run.first.begins and bool(_GOES_ON.match(item.text)))


def _is_whole(item: Printed) -> bool:
    """Whether a line by itself is a reference: from the names to the pages, or to a publisher after a colon."""
    if not (item.begins and item.is_dated and item.text.endswith(".")):
        return False
    return says_where(item.text) or bool(_IMPRINT_LAST.search(item.text))


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
