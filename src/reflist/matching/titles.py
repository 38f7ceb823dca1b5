"""Titles as they are compared: what databases add to them taken off, their main part, their numbers."""

import re
from typing import NamedTuple

from reflist.matching.folding import fold, significant, squeezed

ADDITIONS = re.compile(
    r"""\s*(?: \[[^\[\]]*\]\s*$                                         # [Chinese], [Erratum appears in ...]
             | [\[(][^\[\]()]*\b(?:erratum|corrected|retracted|comment\ in|reprint)\b[^\[\]()]*[\])]
             | \.{3,} | \s\(\s*(?:abstract|meeting\ abstract|poster|review)\s*\)\s*$ )""",
    re.VERBOSE | re.IGNORECASE,
)
"""What indexers add to a title."""

SUBTITLE = re.compile(r"\s*[:?!]\s+|\.\s+|\s+[-–—]\s+")
"""What stands between a title and its subtitle."""

GENERIC = frozenset(
    " ".join(entry.split())
    for entry in """editorial; introduction; conclusion; conclusions; preface; foreword; book review; book reviews;
    review; reviews; letter; letters; letter to the editor; comment; commentary; reply; response; authors reply;
    erratum; corrigendum; correction; abstract; abstracts; summary; discussion; index; contents; obituary; news; notes;
    note; report; annual report; announcement; in memoriam; acknowledgements; guest editorial; editors note;
    from the editor""".split(";")
)
"""Titles that many works have."""

NO_TITLE = ("unknown", "untitled", "no title")
"""What databases write where there is no title."""

NOTICES = {
    "a correction": r"(?:publishers? )?(?:erratum|errata|corrigendum|corrigenda|correction|author correction)\b",
    "a retraction": r"(?:retraction|retracted article|withdrawn|notice of retraction)\b",
    "a reply": r"(?:reply|response|rejoinder|authors? reply|authors? response|in reply)\b(?! (?:time|rate)s?\b)",
    "a comment": r"(?:comment|comments|commentary|invited commentary|letter|discussion) (?:on|to|of)\b",
    "a review": r"(?:book review|review of)\b",
}
"""Titles that speak of another work: how they begin, once folded."""

ORDINALS = {
    word: str(n) for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
ROMAN = {word: str(n) for n, word in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1) if len(word) > 1}
AFTER_PART = frozenset(
    "part volume vol book chapter study phase section number no paper teil band partie tome parte".split()
)
LETTERS = {**{word: word for word in "abcdef"}, "i": "1", "v": "5", "x": "10"}
"""What is a number only after a word such as "part"."""

_DIGITS = re.compile(r"\d+")
_NOTICES = {kind: re.compile(pattern) for kind, pattern in NOTICES.items()}
_TRAILING_NOTICES = (
    ("a reply", re.compile(r"\b(?:reply|rejoinder)$")),
    ("a correction", re.compile(r"\bvol \d+ pg? ?[a-z]?\d+ \d{4}$")),  # as the Web of Science names a correction
)


class Title(NamedTuple):
    """A title: folded, its words and the significant ones; all of it and its main part without spaces; its numbers.

    ``notice`` says what it is in relation to another work ("a reply"), and is empty mostly.
    """

    folded: str
    words: tuple[str, ...]
    significant: tuple[str, ...]
    whole: str
    main: str
    numbers: tuple[str, ...]
    notice: str

    @property
    def is_generic(self) -> bool:
        """Whether many works have this title, so that it says little."""
        return self.folded in GENERIC

    def __bool__(self) -> bool:
        return bool(self.folded)


def read_title(printed: str) -> Title:
    """The title of a record; it may be empty."""
    folded = fold(bare(printed))
    words = tuple(folded.split())
    if folded in NO_TITLE:
        folded, words = "", ()
    main = squeezed(fold(SUBTITLE.split(bare(printed), maxsplit=1)[0])) if words else ""
    return Title(
        folded, words, significant(words) if words else (), squeezed(folded), main, _numbers(words), _notice(folded)
    )


def bare(printed: str) -> str:
    """The title without what indexers add to it, and without brackets around all of it.

    >>> bare("[Thrombosis in children]. [Polish]"), bare("A trial of aspirin [Erratum appears in J. 2013]")
    ('Thrombosis in children', 'A trial of aspirin')
    """
    text = printed.strip(" .")
    cut = ADDITIONS.sub("", text).strip(" .")
    text = cut if len(cut) > 12 else text
    return text[1:-1].strip(" .") if text[:1] == "[" and text.find("]") == len(text) - 1 else text


def _numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers in a title, in order: digits, ordinals, Roman numerals, letters after "part"."""
    found: list[str] = []
    before = ""
    for word in words:
        if digits := _DIGITS.findall(word):
            found += (number.lstrip("0") or "0" for number in digits)
        elif number := ORDINALS.get(word) or ROMAN.get(word) or (before in AFTER_PART and LETTERS.get(word)):
            found.append(number)
        before = word
    return tuple(found)


def _notice(folded: str) -> str:
    for kind, pattern in _NOTICES.items():
        if pattern.match(folded):
            return kind
    return next((kind for kind, pattern in _TRAILING_NOTICES if pattern.search(folded)), "")
