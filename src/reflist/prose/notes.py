"""How notes cite: a work in full, or by a short form, ``Ostrom, ‘Crossing’, p. 1080``, ``Ibid., p. 22``.

The short forms are those of the MHRA Style Guide (3rd edition, 10.3), the Chicago Manual of Style (17th edition,
14.29-36), OSCOLA (4th edition, 1.2) and of German and French notes (``Ebd.``, ``a. a. O.``, ``wie Anm. 3``).
"""

import re
from typing import NamedTuple

from reflist.grammar.names import UPPER
from reflist.grammar.persons import PARTICLES
from reflist.late import late
from reflist.prose.beginnings import (
    YEAR,
    begins_like_reference,
    begins_with_name_in_full,
    is_dated,
    label_end,
    signal_end,
)

LONGEST = 160
"""The longest short form, in characters."""

_PARTICLE = rf"(?:(?:{'|'.join(sorted(PARTICLES))})\s+)*"
_NAME = rf"(?:[{UPPER}]\.\s?)*{_PARTICLE}[{UPPER}][\w’'‐-]+"
_NAMES = rf"(?P<names>{_NAME}(?:(?:,\s{_NAME}){{0,2}},?\s(?:and|und|et|&)\s{_NAME}|\set\sal\b\.?)?)"
_WHERE = (
    r"(?:(?:at|esp\.|hier)\s)?(?:(?:pp?|SS?|ch|chaps?|vols?|Bd|nos?|Nr|nn?|fn|paras?|art|Anm|Kap|lines?)\b\.?\s?"
    r"|(?:chapter|note)\s|§§?\s?)?(?:[A-Z]?\d+(?:[-‐-―:.]\d+)*(?:\s?ff?\b\.?)?|[ivxlc]+(?:[-‐-―][ivxlc]+)?)"
)
_PLACES = rf"{_WHERE}(?:(?:,|\s(?:and|und|&))\s{_WHERE})*"
_BEFORE = (
    r"(?:op\.\s?cit|loc\.\s?cit|art\.\s?cit|a\.\s?a\.\s?O|aaO)\b\.?"
    r"|\(?(?:wie|siehe|s\.|supra|above|see|as\sin|cited\s(?:in|above))?,?\s?(?:above,?\s)?(?:Anm|Fn|[Nn]ote|nn?|fn)\b\.?\s?\d+\)?"
)
"""Words for a work that was cited before."""

_SAME = late(
    rf"(?:[Ii]bid(?:em)?|[Ii]b|[Ee]b(?:d|da|enda)|[Ii]dem|[Ll]oc\.\s?cit|[Aa]\.\s?a\.\s?O)\b\.?(?:,?\s{_PLACES})?\.?"
)
_SHORT = late(rf"{_NAMES}(?:,\s?|\s(?=\(|op\b))(?P<rest>[^;]*?)\.?")
_DATED = late(rf"{_NAMES},?\s\(?(?P<year>{YEAR}[a-z]?)\)?(?:[,:]\s?{_PLACES})?\.?")
_TAIL = late(rf"(?:^|[,“”\"’'])\s*(?P<places>{_PLACES})\.?$")
_CITED = late(rf"(?:^|[,\s])\s*(?:{_BEFORE})[.,]?")
_QUOTED = re.compile(r"[“‘„«\"'].+[”’“»\"']")
_SPAN_OF_YEARS = re.compile(rf"{YEAR}\s?[-‐-―]\s?\d{{2,4}}")
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"(?:(?:and|und|et|y)\s)?(?:\(?[a-z]\)\s+)?")
"""Text before a work in a note: a conjunction, or the letter that chemistry puts before each: ``1 (a) A. Weir, …``."""


class ShortForm(NamedTuple):
    """The names and the title of a work cited elsewhere, folded: words in lower case separated by spaces.

    Both are empty if the work is that of the note before; the title is empty if the names alone identify the work. A
    year in place of the title may be that of a work listed below.
    """

    names: tuple[str, ...]
    title: str
    is_dated: bool = False


def cites_work(text: str) -> bool:
    """Whether a note, or a part of one, begins with a cited work, in full or in a short form.

    >>> notes = "See Ann Weir, Hedges (Leeds: Gate, 2001)", "(b) Ibid., p. 3.", "This was known long before 1990."
    >>> [cites_work(text) for text in notes]
    [True, True, False]
    """
    own = text[mark_end(text) :]
    own = own[signal_end(own) :]
    if not is_dated(own):
        return read_short_form(own) is not None
    return begins_like_reference(own) or begins_with_name_in_full(own)


def mark_end(text: str) -> int:
    """The end of the marks before a work that are not part of it: the note's number, "and", a letter.

    >>> [mark_end(text) for text in ("3. Ibid.", "1 (a) A. Weir", "and Ann Weir", "Ann Weir")]
    [3, 6, 4, 0]
    """
    label = label_end(text)
    mark = _MARK.match(text, label)
    return mark.end() if mark else label


def read_short_form(text: str) -> ShortForm | None:
    """A text as a short form; None if it is none. Its words alone do not show whether the work was cited before.

    >>> read_short_form("Ostrom, ‘Crossing’, p. 1080.")
    ShortForm(names=('ostrom',), title='crossing', is_dated=False)
    >>> read_short_form("See Weir and Roe, op. cit., pp. 3–5.")
    ShortForm(names=('weir', 'roe'), title='', is_dated=False)
    >>> read_short_form("Weir 2004, pp. 3–5."), read_short_form("Weir, A. (2004) Hedges. Leeds: Gate.")
    (ShortForm(names=('weir',), title='2004', is_dated=True), None)
    """
    text = text[signal_end(text) :].strip()
    if len(text) > LONGEST:
        return None
    if is_same_again(text):
        return ShortForm((), "")
    if dated := _DATED.fullmatch(text):
        return ShortForm(_families(dated["names"]), dated["year"], is_dated=True)
    found = _SHORT.fullmatch(text)
    if not found or is_dated(_SPAN_OF_YEARS.sub("", found["rest"])):
        return None
    rest, cited = _CITED.subn(", ", found["rest"].strip())
    where = _TAIL.search(rest)
    title = folded(rest[: where.start("places")] if where else rest)
    if not (title or cited or where) or not (cited or where or _QUOTED.search(rest)):
        return None
    return ShortForm(_families(found["names"]), title)


def is_same_again(text: str) -> bool:
    """Whether a text only refers to the work of the note before, and possibly a place in it.

    >>> is_same_again("Ibid., pp. 23–25."), is_same_again("Ibid., like Weir, says so.")
    (True, False)
    """
    return len(text) <= LONGEST and _SAME.fullmatch(text) is not None


def folded(text: str) -> str:
    """The words of a text in lower case, separated by single spaces.

    >>> folded("‘Crossing the Great Divide’,")
    'crossing the great divide'
    """
    return " ".join(_WORD.findall(text.casefold()))


def _families(names: str) -> tuple[str, ...]:
    """The last word of each name."""
    names_split = re.split(r",?\s(?:and|und|et|&)\s|,\s", re.sub(r"\set\sal\b\.?$", "", names))
    return tuple(folded(name).split()[-1] for name in names_split)
