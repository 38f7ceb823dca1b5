"""Titles as they are compared: without what databases add to them, with their main part and their numbers."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reflist.matching.folding import SMALL_WORDS, fold, fold_words, significant, squeezed
from reflist.value import any_in, remembered

LONGEST = 1000
"""How many characters of a title are used."""

SHORTEST = 12
"""Nothing is removed if this many characters or fewer would be left: the addition may be the real title."""

ADDITIONS = re.compile(
    r"""\s?\[(?:[^\[\]]|\[[^\[\]]*\])*\][\s.]*$                        # [Chinese], [Review], [Erratum appears in ...]
      | \s?[\[(][^\[\]()]*\b(?:erratum|corrected|retracted|comment\ in|reprint)\b[^\[\]()]*[\])]
      | \.{3,}
      | \s?\([^()]{0,24}\b(?:abstract|poster|review|panel|session|tutorial|paper|demo|demonstration|description|talk
                             |keynote|report)\s?\)[\s.]*$
      | \(\s?(?:panel|tutorial|poster|demo)(?:\ session|\ abstract)?\s?\)   # in the middle: before a subtitle
      | \s[-–—]\sbook\ review$
      | [.,?!]\s(?:in:?\s)?(?:proc\b\.?|proceedings\ (?:of|from)\b|tech(?:nical|\.)\ rep(?:ort|\.)).*$   # the container
      | [.,?!]\s+in:?$
      | \s?\(pp?\.\s[\divxlcdm+,;\s-]{1,24}\)[\s.]*$                     # number of pages: (p. viii+184)
      | [.?!]\sin:?\s(?!vi(?:tro|vo)\b|silico\b|situ\b|utero\b)(?:[a-z]{3,8}(?:[-'\s]\d{2,4})?         # likewise
          | [^.]{0,80}\b(?:conf(?:erence)?|symp(?:osium)?|workshop|journal|trans(?:actions)?|advances\ in|lecture\ notes
                          |(?:annals|comm\.?|communications)\ (?:of\ (?:the\ )?)?acm)\b.*)[\s.,]*$
      | \s?\[\s?(?:erratum|corrected|retracted|see\ comment)[^\[\]]*$    # truncated before the closing bracket
      | (?<![\s.,:;-])[\s.,:;-]*+[\[(]?(?:[A-Za-z.]{3,25}[\s:]\s?)?\b                          # a trial's number
        (?:NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14})[\])]?[\s.]*$
      | \s-\sgroup\ of\ \d+(?:\s»)?$                                      # added by a search engine
      | ^\((?:1[5-9]|20)\d\d[a-z]?\)[\s.,:]+(?=\S)                        # the year of an author-date list
      | ^\[(?:pdf|ps|html|doc|book|citation|b|c)\]\s+(?=\S)
      | ^(?:tutorial|panel|poster|demo|keynote|invited\ (?:talk|paper)
          |(?:research\ |full\ |short\ )?paper)\s?:\s+(?=\S)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What indexers add to titles."""

OF_A_CORRECTION = re.compile(
    r"""\s?\( (?: vol\.?\s?\d[^()]*                                       # (vol 360, pg 542, 2009)
               | [^()]*\(\d{4}\)[^()]*(?:\([^()]*\)[^()]*){1,2} )\)[\s.]*$   # (Journal (2009) 360 (542-544))""",
    re.VERBOSE | re.IGNORECASE,
)
"""What Web of Science and Embase append to the title of a work to make the title of its correction."""

SUBTITLE = re.compile(r"\s*[:?!]\s+|\.\s+|\s+[-–—]\s+|\s+\((?=[^()]*\)$)|\s+\[(?=[^\[\]]*\]$)")
"""What separates a title from its subtitle."""

GENERIC = frozenset(["reminiscences on influential papers", "career forum", "in memoriam", "avant propos"])
"""Titles of many works that contain a word not in `OF_COLUMNS`."""

OF_COLUMNS = frozenset(
    """editorial editorials editor editors guest introduction conclusion conclusions preface foreword book books review
    reviews received notice notices letter letters comment comments commentary reply replies response responses author
    authors erratum errata corrigendum corrigenda correction corrections abstract abstracts summary summaries discussion
    index subject contents table obituary obituaries news note notes report reports annual column message chair chairs
    chairman chairmans president presidents presidential treasurer treasurers secretary secretarys address announcement
    announcements acknowledgement acknowledgements acknowledgment acknowledgments welcome calendar event events
    instructions instruction correspondence question questions answer answers poster posters plenary session sessions
    opening closing remarks front back matter title page masthead cover advertisement advertisements prologue epilogue
    afterword bibliography references glossary appendix appendices contributor contributors list reviewer reviewers
    referees thanks short brief communication communications paper papers programme program committee special issue this
    workshop conference meeting meetings symposium second first third edition new recent clinical literature
    einleitung vorwort nachwort nachruf nachrufe rezension rezensionen buchbesprechung buchbesprechungen besprechungen
    literaturverzeichnis inhaltsverzeichnis inhalt register mitteilungen nachrichten zusammenfassung schlusswort
    leserbrief leserbriefe berichtigung
    avant propos compte comptes rendu rendus necrologie sommaire editoriaux preambule remerciements bibliographie
    introduccion prologo prefacio conclusiones conclusion resena resenas indice editoriales agradecimientos bibliografia
    introduzione prefazione recensioni recensione conclusioni indici actualites
    apresentacao introducao resenhas conclusoes voorwoord inleiding""".split()
)
"""Words in headings of journal columns and of a book's front and back matter, in seven languages.

A title with only such words is shared by many works.
"""

LONGEST_HEADING = 48
"""The most characters of a column's heading."""

NO_TITLE = ("", "unknown", "untitled", "no title")
"""What databases write if there is no title."""

NOTICES = {
    "a correction": r"(?:publishers? |authors? )?(?:erratum|errata|corrigendum|corrigenda|correction\b(?! of))\b",
    "an addendum": r"addend(?:um|a)\b",
    "a retraction": r"(?:retraction|retracted article|withdrawn|notice of retraction)\b",
    "a reply": r"(?:reply|response(?= to\b|$)|rejoinder|authors? reply|authors? response|in reply)\b",
    "a comment": r"(?:comment|comments|commentary|invited commentary|letter|discussion) (?:on|to|of)\b",
    "a review": r"(?:book review|review of)\b",
}
"""Patterns for the beginning, folded, of titles about another work, by the kind of notice."""

ORDINALS = {
    word: str(n) for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
ROMAN = {word: str(n) for n, word in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1) if len(word) > 1}
UNITS = {
    word: n
    for n, word in enumerate(
        """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen""".split(),
        2,
    )
}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
AFTER_PART = frozenset(
    "part volume vol book chapter study phase section number no paper teil band partie tome parte".split()
)
LETTERS = {**{word: word for word in "abcdef"}, "i": "1", "v": "5", "x": "10"}
"""Numbers and letters that only count after a word such as "part"."""

_NUMERALS = frozenset([*ORDINALS, *ROMAN, *AFTER_PART])
"""Words that may be numbers, or mark the next word as one."""

OPEN_ENDED = frozenset(
    "a an the of for from with and or in by as into using via between der die das von für und le la les des et".split()
)
"""Words with which no title ends: a title that does was truncated after them."""

_PARALLEL = re.compile(
    r"""\S\s*\[(?!(?:erratum|corr|retract|see\b|comment|published|abstract|review|reprint))([^\[\]]{15,300})\]\W*\Z
      | \S\s=\s([^=]{15,300})\Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""A parallel title after the title, as indexers of works in other languages print it (ISBD 1.3)."""

_SIGNS = tuple("[|(|...|. In |. in | - |–|—|»|roc|ech|al:|el:|er:|mo:|te:|lk:|NCT|CTRN".split("|"))
"""Signs that indexers may have added something to a title, for a quick first test."""

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)?")
_DIGITS = re.compile(r"\d+")
_BEFORE_CORRECTED = re.compile(
    r"\s*(?:erratum|corrigendum|correction)(?:s?(?: to| for)?\s*[:.–—-]\s*| to[:\s\"“'‘]+)(?=\w)", re.IGNORECASE
)
_AFTER_CORRECTED = re.compile(r"\s*[\[(](?:erratum|corrigendum|correction)[\])][\s.]*\Z", re.IGNORECASE)
"""What some databases append to the title of a work to make the title of its correction."""

_NOTICES = {kind: re.compile(pattern) for kind, pattern in NOTICES.items()}
_FIRST_OF_NOTICES = frozenset(
    """publisher publishers author authors erratum errata corrigendum corrigenda correction addendum addenda retraction
    retracted withdrawn notice reply response rejoinder in comment comments commentary invited letter discussion book
    review""".split()
)
_LAST_OF_REPLIES = frozenset(["reply", "rejoinder"])
_BEFORE_SUBTITLE = (": ", "? ", "! ", ". ", " -", " –", " —", " (", " [")


class Title(NamedTuple):
    """A title: folded text, main part without spaces (empty if there is no subtitle), numbers.

    ``notice``: its relation to another work ("a reply"), usually empty. ``translated``: printed in brackets, as
    translations are, so that other records may have different words. ``is_truncated``: whether it was truncated.
    ``parallel``: the title in a second language, without spaces. Many titles are in memory at a time, so values that
    are quick to compute are not stored.
    """

    folded: str
    main: str
    numbers: tuple[str, ...]
    notice: str
    translated: bool = False
    is_truncated: bool = False
    parallel: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words."""
        return _words_of(self.folded)

    @property
    def whole(self) -> str:
        """The whole folded title without spaces."""
        return self.folded.replace(" ", "")

    @property
    def significant(self) -> tuple[str, ...]:
        """The words that are not small words."""
        return significant(self.words)

    @property
    def is_generic(self) -> bool:
        """Whether many works have this title, so that it does not identify one."""
        if len(self.folded) > LONGEST_HEADING:
            return False
        words = self.words
        return self.folded in GENERIC or (_HEADING.issuperset(words) and not SMALL_WORDS.issuperset(words))

    def __bool__(self) -> bool:
        return bool(self.folded)


def read_title(printed: str) -> Title:
    """Read the title of a record, which may be empty."""
    printed = printed[:LONGEST]
    if printed.removesuffix(".").replace(" ", "").isalpha():  # only words, while additions have punctuation or numbers
        text, notice, main, is_truncated, parallel = printed, "", "", False, ""
    else:
        text, notice = _corrected(printed)
        main = squeezed(fold(SUBTITLE.split(text, maxsplit=1)[0])) if any_in(_BEFORE_SUBTITLE, text) else ""
        is_truncated, parallel = _is_truncated(printed), _parallel(printed)
    words = fold_words(text)
    folded = " ".join(words)
    if folded in NO_TITLE:
        return NOTHING
    whole = "".join(words)
    is_truncated = is_truncated or (len(words) > 1 and words[-1] in OPEN_ENDED)
    numbers = () if whole.isalpha() and _NUMERALS.isdisjoint(words) else _numbers(words)
    notice = notice or _notice(folded, words)
    return Title(folded, main if main != whole else "", numbers, notice, printed[:1] == "[", is_truncated, parallel)


def in_digits(words: Sequence[str]) -> list[str]:
    """The words of a title, with number words up to a hundred in digits; "one" stays, as it may be no number.

    >>> in_digits("twenty five years of two towns and one more".split())
    ['25', 'years', 'of', '2', 'towns', 'and', 'one', 'more']
    """
    found: list[str] = []
    before = ""
    for word in words:
        if before in TENS and UNITS.get(word, 10) < 10:
            found[-1] = str(TENS[before] + UNITS[word])
        else:
            number = UNITS.get(word) or TENS.get(word)
            found.append(str(number) if number else word)
        before = word
    return found


_HEADING = OF_COLUMNS | SMALL_WORDS


def _split(folded: str) -> tuple[str, ...]:
    return tuple(folded.split())


_words_of = remembered(_split, 2_000, LONGEST)


def without(printed: str, elsewhere: frozenset[str]) -> str:
    """A title without text before it (up to a colon, period or comma) or after it of words found ``elsewhere``.

    ``elsewhere`` are the folded words of the records' other fields. Initials and particles may be between them.

    >>> without("J. Doe: Carts and their bins, Streets", frozenset(["doe", "streets"]))
    'Carts and their bins'
    """
    begin, end = 0, len(printed)
    for mark in _BEFORE_TITLE.finditer(printed, 0, LONGEST_BESIDE):
        known = _known(printed[: mark.start()], elsewhere)
        if known is None:
            break
        begin = mark.end() if known else begin
    for mark in reversed(list(_AFTER_TITLE.finditer(printed, max(begin, end - LONGEST_BESIDE)))):
        known = _known(printed[mark.end() :], elsewhere)
        if known is None:
            break
        end = mark.start() if known else end
    bare = printed[begin:end]
    return bare if len(bare) > SHORTEST and bare.count("(") == bare.count(")") else printed


def _known(text: str, elsewhere: frozenset[str]) -> int | None:
    """How many words of a text are ``elsewhere``, or end in a year that is; None if any other word is a long one."""
    found = 0
    for word in fold_words(text):
        if word in elsewhere or word[-2:] in elsewhere:
            found += 1
        elif len(word) > SHORT_WORD or not word.isalpha():
            return None
    return found


LONGEST_BESIDE = 160
"""The most characters of an addition before or after a title."""

SHORT_WORD = 3
"""The most letters of initials, particles of names, and words such as "and"."""

BESIDE_TITLE = (": ", ". ", ", ", " (")
"""Marks between a title and additions."""

_BEFORE_TITLE = re.compile(r"[:.,]\s+")
_AFTER_TITLE = re.compile(r"[.,]\s+|\s\(")


def _parallel(printed: str) -> str:
    """The parallel title after a title, in brackets or after an equals sign, folded and without spaces."""
    found = _PARALLEL.search(printed) if "[" in printed[1:] or " = " in printed else None
    return squeezed(fold(found[1] or found[2])) if found else ""


def _is_truncated(printed: str) -> bool:
    if printed[-1:].isalnum():
        return False
    return printed.rstrip(" .,").endswith("…") or printed.rstrip(" ,").endswith(("..", " ?"))


NOTHING = Title("", "", (), "")
"""No title."""


def bare(printed: str) -> str:
    """The title without additions by indexers, and without brackets around all of it.

    >>> bare("[Thrombosis in children]. [Polish]"), bare("A trial of aspirin [Erratum appears in J. 2013]")
    ('Thrombosis in children', 'A trial of aspirin')
    """
    text = printed.strip(" .")
    if any_in(_SIGNS, text):
        while (cut := ADDITIONS.sub("", text).strip(" .")) != text and len(cut) > SHORTEST:
            text = cut
    return text[1:-1].strip(" .") if text[:1] == "[" and text.find("]") == len(text) - 1 else text


def _corrected(printed: str) -> tuple[str, str]:
    """The bare title of a work without the words that mark it as the title of a correction, and the notice."""
    if "rr" in printed[-20:] and (found := _AFTER_CORRECTED.search(printed)):
        return bare(printed[: found.start()]), "a correction"
    text = bare(printed)
    without = _BEFORE_CORRECTED.sub("", text, count=1) if text[:1] in "EeCc" else text
    if without.endswith(")"):
        without = OF_A_CORRECTION.sub("", without)
    return (without, "a correction") if without != text and without else (text, "")


def _numbers(words: Sequence[str]) -> tuple[str, ...]:
    """The numbers in a title, in order: digits, ordinals, Roman numerals, letters after "part"."""
    found: list[str] = []
    before = ""
    for word in words:
        if not word.isalpha() and (digits := _DIGITS.findall(word)):
            found += (number.lstrip("0") or "0" for number in digits)
        elif number := ORDINALS.get(word) or ROMAN.get(word) or (before in AFTER_PART and LETTERS.get(word)):
            found.append(number)
        before = word
    return tuple(found)


def numeral(word: str) -> str:
    """The number that a word of a title stands for: ``4`` for ``4th`` and ``fourth``; empty for other words.

    >>> numeral("4th"), numeral("fourth"), numeral("iv"), numeral("forth")
    ('4', '4', '4', '')
    """
    found = None if word.isalpha() else _ORDINAL.fullmatch(word)
    return found[1].lstrip("0") if found else ORDINALS.get(word) or ROMAN.get(word, "")


def _notice(folded: str, words: Sequence[str]) -> str:
    if words and words[0] in _FIRST_OF_NOTICES:
        for kind, pattern in _NOTICES.items():
            if pattern.match(folded):
                return kind
    return "a reply" if words and words[-1] in _LAST_OF_REPLIES else ""
