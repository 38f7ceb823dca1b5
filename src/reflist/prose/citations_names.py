"""The names of a citation: those in a bracket before the year, and those before a bracket."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reflist.grammar.dates import MONTHS
from reflist.grammar.institutions import is_institution_word
from reflist.grammar.persons import PARTICLES
from reflist.grammar.seasons import SEASONS


class Names(NamedTuple):
    """Surnames or institutions as printed, and whether "et al." or the like follows them."""

    printed: tuple[str, ...]
    others: bool


class Found(NamedTuple):
    """Names, and the offset of their beginning in the text examined."""

    names: Names
    start: int


OTHERS = re.compile(
    r"""[\s,]*\b(?:
        et\s?al(?:ii|\.|\b) | u\.\s?a\. | et[ ]coll\b\.? | e[ ]outros | y[ ]otros
        | (?:and|&|und|et)[ ](?:(?:his|her|their)[ ])?
          (?:colleagues|co-?workers|others|co-?authors|associates|collègues|andere|Kolleg\w+)
    )(?:['’]s?)?\.?,?$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words for further authors."""

SIGNALS = """
    see; also; e.g.; eg.; eg; i.e.; cf.; cf; for example; for instance; for a review; for an overview; for details;
    for more; as; in; by; from; after; following; like; such as; and; but; or; both; most; notably; especially;
    including; cited; quoted; discussed; reviewed; compare; contra; per; according to; adapted; source; variously;
    originally; later; recently; vgl.; vgl; siehe; auch; z.B.; z. B.; dazu; voir; aussi; notamment; par exemple; cfr.;
    véase; inter alia
"""
"""Words that introduce a citation and are not part of it."""

_NOBODY = """
    since from until till in on at by during between before after circa about around approximately over under through
    throughout the a an this that these those and or but if when while as although though because however thus hence
    therefore moreover furthermore for of to with within without unlike like following see also both many some most
    several early late mid year years n figure fig table section chapter appendix box part volume issue version vol no
    accessed retrieved published received accepted revised copyright total sample wave round census act bill
    monday tuesday wednesday thursday friday saturday sunday
"""
NOT_NAMES = frozenset(_NOBODY.split()) | MONTHS.keys() | SEASONS.keys()
"""Words that may have a capital before a year, or at the beginning of a sentence, and are not names."""

LEGISLATION = frozenset(("act", "acts", "bill", "regulations", "order", "directive", "treaty"))
"""A year after one of these belongs to the name of a law."""

TITLES = ("professor", "prof", "dr", "sir", "lord", "lady", "dame", "baroness", "mrs", "mr", "ms")
"""Titles before a name that are not part of it."""

MOST_WORDS = 12
"""The most words of an institution's name."""

MOST_NAMES = 8
"""The most names in a citation."""

MOST_NOUNS = 4
"""The most words between a name and its bracket."""

_SIGNALS = re.compile(
    rf"(?:(?:{'|'.join(re.escape(signal.strip()) for signal in SIGNALS.split(';'))})(?![\w’'-])[\s,:.]*)+",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:,\s*(?:and|und|et|y|&)\s|,|\s(?:and|und|et|y)\s|&|/)\s*")
_WORD = re.compile(r"(?:[dlDL]['’])?[^\W\d_a-z][\w'’‐.&-]*|[dlDL]['’][^\W\d_a-z]\w*")
_BEFORE_NAME = re.compile(rf"(?:(?:[^\W\d_a-z]\.[\s-]?)+|(?i:{'|'.join(TITLES)})\.?\s)\s*(?=[^\W\d_a-z])")
_CONNECTING = frozenset("of for and the on in to & de des du la le für und der die das del y et".split())
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_ACRONYM_AFTER = re.compile(r"\s*[(\[](?P<acronym>[^\W\d_][\w&.-]{1,14})[)\]]$")
_TOKEN = re.compile(r"[^\s(\[“‘\"]\S*")
_ENDS_BEFORE = re.compile(r"[;:?!)\]”\"]$|[^\W\d_]{3,}\.$")
_BEFORE_SURNAMES = PARTICLES - {"al", "do", "e", "op", "y"}
_NOT_BEFORE_BRACKET = NOT_NAMES.union(TITLES)
_AND = frozenset(("and", "&", "und", "et", "y"))


def names_of(lead: str) -> Found | None:
    """The names in the text of a bracket before a year; None if it is anything but names.

    >>> names_of("see also Cameron & Lart, ")
    Found(names=Names(printed=('Cameron', 'Lart'), others=False), start=9)
    >>> names_of("n = "), names_of("in January ")
    (None, None)
    """
    start = len(lead) - len(lead.lstrip(" ,;:.&–—-\n"))
    signal = _SIGNALS.match(lead, start)
    start = signal.end() if signal else start
    text = " ".join(lead[start:].split()).rstrip(" ,:(–—-")
    text = _ACRONYM_AFTER.sub("", text)
    without, others = _without_others(text)
    names = _names(_POSSESSIVE.sub("", without))
    return Found(Names(names, others), start) if names else None


def _without_others(text: str) -> tuple[str, bool]:
    found = OTHERS.search(text[-60:])
    return (text[: len(text) - len(found[0])].rstrip(" ,"), True) if found else (text, False)


def _names(text: str) -> tuple[str, ...]:
    """The names in a string that consists only of names; empty if it has anything else."""
    words = text.split()
    if not words or len(words) > MOST_WORDS + MOST_NAMES or words[-1].casefold() in LEGISLATION:
        return ()
    if _is_institution(words):
        return (text,)
    pieces = [_BEFORE_NAME.sub("", piece.strip(" ,")) for piece in _JOINT.split(text)]
    pieces = [
        piece for piece in pieces if piece and not re.fullmatch(r"(?:[^\W\d_a-z]\.?[\s-]?){1,3}", piece)
    ] or pieces
    return tuple(pieces) if len(pieces) <= MOST_NAMES and all(map(_is_name, pieces)) else ()


def _is_name(text: str) -> bool:
    """Whether this is one name: particles and capitalised words, none of them a month or the like."""
    words = text.split()
    capitals = [word for word in words if word.casefold() not in PARTICLES and word not in _CONNECTING]
    return (
        0 < len(words) <= 6
        and bool(capitals)
        and words[-1] in capitals
        and all(_WORD.fullmatch(word) and word.casefold().strip(".") not in NOT_NAMES for word in capitals)
    )


def _is_institution(words: Sequence[str]) -> bool:
    """Whether words joined by "and" or "for" are one institution's name: ``Department for Education and Skills``."""
    if (
        len(words) > MOST_WORDS
        or not _is_capital(words[0])
        or words[0].casefold() in NOT_NAMES
        or not _is_capital(words[-1])
    ):
        return False
    if any(word.endswith(",") or word == "&" for word in words):
        return False
    telling = [word for word in words if is_institution_word(word)]
    return bool(telling) and all(_is_capital(word) or word in _CONNECTING for word in words)


def _is_capital(word: str) -> bool:
    return bool(_WORD.fullmatch(word.strip(",")))


def names_at_end(text: str) -> Found | None:
    """The names at the end of a text, before a bracket that begins with a year; None if there are none.

    After a possessive, a noun may be between them: ``Fenwick and colleagues' notion (2012)``.

    >>> names_at_end("contention of Skelcher and Torfing's ")
    Found(names=Names(printed=('Skelcher', 'Torfing'), others=False), start=14)
    """
    words = _without_nouns(_words(text, text.rfind("\n") + 1))
    if not words:
        return None
    text = text[: words[-1].end]
    acronym = _ACRONYM_AFTER.search(text[-40:])
    text = text[: len(text) - len(acronym[0])] if acronym else text
    without, others = _without_others(text)
    words = [word for word in words if word.end <= len(without)]
    begin = _begin_of_names(words)
    if begin is None:
        return None
    printed = " ".join(word.text for word in words[begin:]).rstrip(",")
    names = _names(_POSSESSIVE.sub("", printed))
    return Found(Names(names, others), words[begin].start) if names else None


class _Word(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        """The word without a possessive and the punctuation after it."""
        return _POSSESSIVE.sub("", self.text.rstrip(",;"))


def _words(text: str, begin: int) -> list[_Word]:
    return [_Word(word[0], *word.span()) for word in _TOKEN.finditer(text, begin)]


def _without_nouns(words: Sequence[_Word]) -> Sequence[_Word]:
    """Words without up to `MOST_NOUNS` at the end in lower case, if these follow a possessive."""
    for count in range(1, min(MOST_NOUNS, len(words) - 1) + 1):
        if not words[-count].text[0].islower():
            break
        if _POSSESSIVE.search(words[-count - 1].text):
            return words[:-count]
    return words


def _begin_of_names(words: Sequence[_Word]) -> int | None:
    """The index of the first word of the names at the end; None if the last word is no name.

    Walks back over capitalised words, particles, and words that join them; it passes a comma only if "and" follows it.
    """
    begin, is_list = None, False
    for index in range(len(words) - 1, max(-1, len(words) - MOST_WORDS - MOST_NAMES), -1):
        word = words[index]
        is_last = index == len(words) - 1
        if not is_last and (_ENDS_BEFORE.search(word.text) or (word.text.endswith(",") and not is_list)):
            break
        if _is_capital(word.bare) and word.bare.casefold().strip(".") not in _NOT_BEFORE_BRACKET:
            begin = index
        elif word.text not in PARTICLES and word.text not in _CONNECTING:
            break
        is_list = is_list or word.text in _AND
    if begin is None or _is_institution([word.bare for word in words[begin:]]):
        return begin
    for index in range(len(words) - 1, begin, -1):
        if words[index].text in _CONNECTING - _AND - PARTICLES:  # "the work of Smith" is no institution
            begin = index + 1
            break
    while begin and words[begin - 1].text in _BEFORE_SURNAMES:
        begin -= 1
    return begin
