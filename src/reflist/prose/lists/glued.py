"""Text that a page glues to the lines of its list, found by its frequency since no table contains it.

`reflist.prose.page.furniture` lists the known pieces. Other pages have words of their own ("Zum Volltext"). These recur
in the same form on line after line, after the end of a reference or before its beginning, and are nothing that a
reference may end with.
"""

import re
import string
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reflist.grammar.designations import read_designation
from reflist.grammar.institutions import is_acronym, is_institution_word
from reflist.grammar.names import INITIALS
from reflist.grammar.periodicals import is_newspaper, is_periodical
from reflist.grammar.persons import PARTICLES
from reflist.grammar.places import is_place, is_region
from reflist.grammar.publishers import is_publisher
from reflist.prose.beginnings import (
    YEAR_WORDS,
    begins_like_reference,
    begins_with_person,
    is_dated,
    label_end,
    looks_like_reference,
)
from reflist.prose.page.furniture import Tail, is_furniture, set_off_from, split_tail
from reflist.prose.page.headings import is_subheading, part_of
from reflist.prose.text_lines import Line
from reflist.report import Report, Rule, Severity
from reflist.source import Source

GLUED = Rule(
    "glued-words",
    Severity.REPAIR,
    "Words that most references of a list begin or end with, set apart from them, or lines that recur between "
    "references, belong to the page and not to the references. They were left out; the printed line is kept in the "
    "reference's origin.",
)

LOOKED_AT = 2_000
"""The number of lines of a list that are examined."""

FEWEST = 5
"""Text on fewer lines than this may recur by chance."""

SHARE = 0.5
"""The share of a list's references at which words must occur to be the page's own."""

BRACKETED_SHARE = 0.25
"""The share that suffices for words in square brackets, such as links of a page."""

SET_OFF_SHARE = 0.8
"""If it follows the end of a reference (or precedes the beginning of one) in a smaller share of its places, it is
content.
"""

LONGER_SHARE = 0.8
"""A longer tail is preferred if it occurs in this share of the places of the shorter one."""

LONGEST = 40
MOST_WORDS = 6
"""The greatest length of one piece, in characters and words."""

MOST_PIECES = 8
"""The most pieces after one another."""

_TAIL_BEGINS = re.compile(r"\[|[→↗⇒»›⧉]|(?<![\w\[-])[^\W\d_]|(?<=[a-z\d])[A-Z](?=[a-z])")
_WORDS = re.compile(r"\[[^\W\d_][^\[\]\d]*\]|[^\W\d_][^\[\]\d,.;:()\"“”‘’«»&/]*|[→↗⇒»›⧉]")
_ENDED = re.compile(r"(?:[\].)>”\"’/*\d!?]|https?://\S+)$")
_HEAD = re.compile(r"\[[^\W\d_][^\[\]\d]{0,30}\]|[^\W\d_][^\[\]\d,.;:()\"“”‘’«»&/—–]{0,30}?(?=\s|:)|[→↗⇒»›⧉]")
_BETWEEN = " \t,;|·•/"
_LETTERED = re.compile(r"[.)]\s+(?P<letters>[a-z](?:, [a-z])*)$")
LONGEST_LETTERED = 100
"""The maximal distance of such letters from the end of a line."""

_CONTENT = re.compile(
    rf"(?:{YEAR_WORDS}|print|web|paper|ff?|pp?|pages?|seiten?|s|bde?|vols?|al|in [A-Z]\w+|auf \w+|en \w+|\w+isch)",
    re.IGNORECASE,
)
"""Text that any number of references may end with: a status, a medium, a language, the word for pages."""

_ASKS = re.compile(
    r"(?:find|view|search|get|open|show|see|check|read|buy|order|download|export|save|cite|copy|link|go|click|look"
    r"|request|locate|zum|zur|öffnen|anzeigen|voir|consulter|ver|buscar)\b[^\[\]()]*",
    re.IGNORECASE,
)
"""Words that ask the reader to do something."""

_FILES = frozenset("PDF HTML XML DOI URL URN".split())
_NAME = re.compile(rf".*\b{INITIALS}$")


class Glued(NamedTuple):
    """The page's own text: at the ends of lines, at their beginnings, and as separate lines.

    ``is_lettered``: each reference is followed by a letter for each place that cites it, ``2003. a, b, c``.
    """

    tails: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    lines: frozenset[str] = frozenset()
    is_lettered: bool = False

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return any(self)

    def split_tail(self, text: str) -> Tail:
        """Separate the furniture at the end of a line, both known and found, from its content."""
        tail = split_tail(text)
        while ending := next((ending for ending in self.tails if _ends_with(tail.content, ending)), None):
            rest = split_tail(set_off_from(tail.content.removesuffix(ending)))
            tail = Tail(rest.content, (*tail.taken, ending, *rest.taken))
        if self.is_lettered and (letters := _letters(tail.content)):
            return Tail(tail.content.removesuffix(letters).rstrip(), (*tail.taken, letters))
        return tail

    def head_end(self, text: str, begin: int = 0) -> int:
        """The end of what is glued to the beginning of a line, whose own label ends at ``begin``."""
        for head in self.heads:
            if text.startswith(head, begin):
                end = begin + len(head)
                return end + len(text) - end - len(text[end:].lstrip(_BETWEEN + ":"))
        return begin


NOTHING = Glued()


def glued_to(lines: Sequence[Line], report: Report, source: Source) -> Glued:
    """The text glued to the lines of a list; each piece is reported where it first occurs.

    Linear in their length; only the first `LOOKED_AT` lines are examined.
    """
    lines = [line for line in lines[:LOOKED_AT] if line]
    if len(lines) < FEWEST:
        return NOTHING
    texts = [line.text for line in lines]
    alone = _alone(texts)
    contents = [split_tail(text).content for text in texts if text not in alone and not is_furniture(text)]
    lettered = sum(map(bool, map(_letters, contents)))
    is_lettered = lettered >= max(FEWEST, SHARE * _references(contents))
    glued = Glued(tuple(_tails(contents)), _heads([text[label_end(text) :] for text in contents]), alone, is_lettered)
    bare = (text[glued.head_end(text, label_end(text)) :] for text in texts)
    if not glued or sum(map(looks_like_reference, bare)) < FEWEST:
        return NOTHING  # there is no list to which something could be glued
    for piece in (*glued.tails, *glued.heads, *sorted(alone)):
        places = [(line.number, line.text.find(piece)) for line in lines if piece in line.text]
        (line, offset), count = places[0], len(places)
        message = f"'{piece}' stands on {count} lines and was left out: the page's own"
        report.add(GLUED, message, source.place(line, offset + 1))
    if is_lettered:
        report.add(
            GLUED, f"letters stand at the ends of {lettered} lines and were left out", source.place(lines[0].number)
        )
    return glued


def _letters(text: str) -> str:
    """The letters at the end of a line, each for a place that cites it: ``a, b, c`` after a stop and a space."""
    found = _LETTERED.search(text, max(0, len(text) - LONGEST_LETTERED))
    letters = found["letters"] if found else ""
    return letters if string.ascii_lowercase.startswith("".join(letters.split(", "))) else ""


def _ends_with(text: str, ending: str) -> bool:
    """Whether a line ends with a piece that is set off from its content."""
    return len(text) > len(ending) and text.endswith(ending) and _is_set_off(text.removesuffix(ending))


def _is_set_off(before: str) -> bool:
    return bool(_ENDED.search(before.rstrip(_BETWEEN)[-80:]))


def _alone(texts: Sequence[str]) -> frozenset[str]:
    """Lines that recur between the references, and are neither a sentence nor a name."""
    short = Counter(text for text in texts if len(text) <= LONGEST and _WORDS.fullmatch(text))
    often = {text for text, count in short.items() if count >= FEWEST}
    if not often:
        return frozenset()
    needed = SHARE * sum(is_dated(text) and text not in often for text in texts)
    return frozenset(
        text
        for text in often
        if short[text] >= needed and not (_may_be_content(text) or part_of(text) or is_subheading(text))
    )


def _tails(contents: list[str]) -> Iterator[str]:
    """The pieces at the ends of lines, the last one first."""
    references = 0
    for _ in range(MOST_PIECES):
        found = Counter[str]()
        for text in contents:
            found.update(_endings(text))
        often = {ending: count for ending, count in found.items() if count >= FEWEST}
        if not often:
            return
        references = references or max(FEWEST, _references(contents))
        ending = _likeliest(
            {ending: often[ending] for ending in often if _is_glued(ending, often, references, contents)}
        )
        if not ending:
            return
        yield ending
        contents = [
            split_tail(set_off_from(text.removesuffix(ending))).content if _ends_with(text, ending) else text
            for text in contents
        ]


def _references(contents: Sequence[str]) -> int:
    """An estimate of how many references a list has."""
    begun = sum(map(begins_like_reference, contents))
    return begun or len(contents)


def _endings(text: str) -> Iterator[str]:
    """Endings that may have been glued to a line: its last words, without separating marks between them."""
    begin = max(1, len(text) - LONGEST)
    for found in _TAIL_BEGINS.finditer(text, begin):
        ending = text[found.start() :]
        if len(ending.split()) <= MOST_WORDS and (_WORDS.fullmatch(ending) or _ASKS.fullmatch(ending)):
            yield ending


def _is_glued(ending: str, often: dict[str, int], references: int, contents: Sequence[str]) -> bool:
    needed = (BRACKETED_SHARE if ending[0] == "[" else SHARE) * references
    if often[ending] < needed or _may_be_content(ending):
        return False
    before = [text.removesuffix(ending) for text in contents if text.endswith(ending)]
    return sum(map(_is_set_off, before)) >= SET_OFF_SHARE * len(before)


def _likeliest(counts: dict[str, int]) -> str:
    """The most frequent ending, extended as far as it occurs in nearly all its places; empty if there is none."""
    if not counts:
        return ""
    most = max(counts.values())
    return max((ending for ending in counts if counts[ending] >= LONGER_SHARE * most), key=lambda e: (len(e), e))


def _heads(contents: Sequence[str]) -> tuple[str, ...]:
    """Text before the names with which nearly all lines begin."""
    found = Counter(head[0] for text in contents if (head := _HEAD.match(text)))
    needed = max(FEWEST, SET_OFF_SHARE * _references(contents))
    return tuple(head for head, count in found.most_common(1) if count >= needed and _is_head(head, contents))


def _is_head(head: str, contents: Sequence[str]) -> bool:
    rests = [text.removeprefix(head).lstrip(_BETWEEN + ":") for text in contents if text.startswith(head)]
    if _may_be_content(head) or head.casefold() in PARTICLES:
        return False
    families = {rest.split(maxsplit=1)[0] for rest in rests if begins_with_person(rest)}
    return sum(map(begins_with_person, rests)) >= SET_OFF_SHARE * len(rests) and len(families) > 1


_NAMES: Sequence[Callable[[str], bool]] = (is_place, is_region, is_publisher, is_newspaper, is_periodical)
"""What reference after reference may end with, since many can share it."""


def _may_be_content(printed: str) -> bool:
    bare = printed.strip("[] ")
    if _ASKS.fullmatch(bare):
        return False
    if _CONTENT.fullmatch(bare) or _NAME.fullmatch(bare) or any(names(bare) for names in _NAMES):
        return True
    words = [word for word in bare.split() if word not in _FILES]
    return bool(read_designation(bare)) or any(is_institution_word(word) or is_acronym(word) for word in words)
