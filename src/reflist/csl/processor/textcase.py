"""Text case (CSL 1.0.2, "Text-case"): changing the case of words, except those marked no-case."""

from collections.abc import Callable

from reflist.late import late
from reflist.text import Mark, Text
from reflist.value import remembered

SMALL_WORDS = frozenset(
    """a about above across afore after against al along alongside amid amidst among amongst an and anenst
    apropos apud around as aside astride at athwart atop barring before after below beneath beside besides
    between beyond but by c ca circa d' de despite down during et except for forenenst from given in inside
    into lest like modulo near next nor notwithstanding of off on onto or out over per plus pro qua sans
    since so than the through throughout thru till to toward towards under underneath until unto up upon
    v van versus via vis-à-vis von vs with within without yet""".split()
)
"""Words that stay small in title case: articles, conjunctions, prepositions (CSL 1.0.2, "Title Case Conversion")."""

_WORD = late(r"[^\s\u00a0/:–—-]+|[\s\u00a0/:–—-]+")
_LETTERS = late(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FIRST_WORD = late(r"[^\W_]+(?:['’][^\W_]+)*")
"""The first word. It is capitalized only if it begins with a letter, unlike "2nd"."""

_AROUND = ".,;:!?()[]\"'“”‘’"
_ELIDED = late(r"[^\W\d_]['’]\w")
_STOP = late(r"[.]\s+$")
_BREAK = late(r"(?:[:?!]|\s[–—]\s)\s*[\"'“‘(]*$")


def _capitalize_first(words: str) -> str:
    """Capitalize the first word if it is all in lower case (unlike iPhone)."""
    found = _FIRST_WORD.search(words)
    return words[: found.start()] + _small_capitalised(found[0]) + words[found.end() :] if found else words


def _sentence(words: str) -> str:
    """Capitalize the start and put the rest in lower case; a first word with capitals inside keeps them: DNA."""
    found = _FIRST_WORD.search(words)
    if not found:
        return words
    first = found[0] if found[0] != found[0].capitalize() and not words.isupper() else found[0].lower()
    return words[: found.start()].lower() + first[0].upper() + first[1:] + words[found.end() :].lower()


def _capitalize_all(words: str) -> str:
    return _LETTERS.sub(lambda word: _small_capitalised(word[0]), words)


def _small_capitalised(word: str) -> str:
    return word[0].upper() + word[1:] if word.islower() else word


def _title(words: str) -> str:
    """Capitalize all words but the small ones, and these too at the beginning, at the end and after a colon."""
    pieces = _WORD.findall(words)
    word_at = [index for index, piece in enumerate(pieces) if piece.isalnum() or any(map(str.isalnum, piece))]
    if words.isupper():  # PLOS ONE: it is written so, not just printed so
        return words
    for index in word_at:
        word = pieces[index]
        if not word.islower():
            continue
        before = "".join(pieces[max(index - 2, 0) : index])
        begins = index == word_at[0] or bool(_BREAK.search(before))
        after_hyphen = index != word_at[0] and pieces[index - 1] == "-"
        before_hyphen = not after_hyphen and pieces[index + 1 : index + 2] == ["-"]
        bare = word.strip(_AROUND).casefold()
        ends = (index == word_at[-1] and not after_hyphen) or "".join(pieces[index + 1 : index + 2]).startswith(":")
        may_be_small = not (begins or ends or before_hyphen or _STOP.search(before))
        if may_be_small and bare in SMALL_WORDS:
            continue  # its capital was put there on purpose, as in Physica A
        if begins or not _is_letter(bare):
            pieces[index] = _capitalised(word)
    return "".join(pieces)


def _is_letter(bare: str) -> bool:
    """Whether a word is a letter or letters joined to another word: ``p`` value, ``n.s.``, ``l’interprétation``."""
    return len(bare) == 1 or bare[1:2] == "." or bool(_ELIDED.match(bare))


def _capitalised(word: str) -> str:
    """The word capitalized after any opening marks; unchanged if it begins with another character."""
    at = len(word) - len(word.lstrip(_AROUND))
    return word[:at] + word[at : at + 1].upper() + word[at + 1 :]


CASES: dict[str, Callable[[str], str]] = {
    "lowercase": str.lower,
    "uppercase": str.upper,
    "capitalize-first": _capitalize_first,
    "sentence": _sentence,
    "capitalize-all": _capitalize_all,
    "title": remembered(_title),  # mostly journal titles, which recur in a list
}
"""The text cases by name."""


KEPT = frozenset({Mark.NO_CASE, Mark.SUP, Mark.SUB, Mark.SMALL_CAPS})
"""The marks whose text title case leaves unchanged; the other cases only leave no-case text unchanged."""


DOTTED = frozenset({"az", "tr"})
"""Languages in which i and ı are two letters, also in upper case."""


def _dotted(words: str, case: str) -> str:
    """Words of such a language in a case, corrected where Unicode's general rules give the wrong letter."""
    if case == "uppercase":
        return words.replace("i", "İ").upper()
    if case == "lowercase":
        return words.replace("I", "ı").replace("İ", "i").lower()
    made = CASES[case](words).replace("i\u0307", "i").replace("I\u0307", "İ")  # Python's small letter of İ is two
    if len(made) != len(words):
        return made
    return "".join([_LETTER_OF.get(change, change[1]) for change in zip(words, made, strict=True)])


_LETTER_OF = {("i", "I"): "İ", ("I", "i"): "ı"}


def recased(text: Text, case: str, english: bool, language: str = "") -> Text:
    """The text in a case. Title case applies to English only (CSL 1.0.2, "Title Case Conversion")."""
    if case == "title" and not english:
        return text
    plain = _dotted(text.plain, case) if language in DOTTED else CASES[case](text.plain)
    if not text.spans:
        return Text(plain)
    if len(plain) != len(text.plain):  # a letter that becomes two would shift the marks
        return text
    kept = KEPT if case == "title" else {Mark.NO_CASE}
    letters = list(plain)
    for start, end, mark in text.spans:
        if mark in kept:
            letters[start:end] = text.plain[start:end]
    return Text("".join(letters), text.spans)
