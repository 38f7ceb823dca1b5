"""Words divided at the end of a line, the hyphen of which is now within a line: ``educa- tion``, ``educa-tion``."""

import re
from collections.abc import Iterator
from functools import cache

from reflist.grammar.wordlists import words
from reflist.prose.learned.attributes import ATTRIBUTES
from reflist.prose.repairs.spacing import in_address
from reflist.prose.text_lines import GOES_ON, HYPHENS, PREFIXES, Joiner

_DIVIDED = re.compile(rf"(?<![\w/])(?P<left>[^\W\d_]{{2,40}}[{HYPHENS}])\s(?P<right>[^\W\d_]{{2,40}})")
_ENDING = re.compile(
    rf"[{HYPHENS}](?<=[^\W\d_]{{2}}.)(?P<right>[a-z]{{0,2}}(?:tions?|tional|sions?|ments?|ances?|ences?|ency|ities|ity|ness"
    r"|isms?|tive|ating|ated|ology|ological)|ing|gins|cies|ically|ical|ists?)(?![\w-])"
)
"""A hyphen from the end of a line, before the ending of a word that is no word itself: ``Assimi-lation``."""

_WHOLE_WORDS = frozenset(
    """action active agency biological biology cement chance chances cities city dance dances dated dating eating
    ecological ecology edition elated essence fence fences foment fusion geological geology glance grated hence lance
    moment moments motion motive nation national nations native notion notional notions option optional options parity
    passion pension pity rated rating ration rational science stance stances stated stating station stations tension
    unity vanity vision visions""".split()
)
"""Words that this pattern would take for an ending."""

_HYPHEN_WITHIN = re.compile(rf"[{HYPHENS}]\s?[^\W\d_]")
"""Text in every string with a hyphen that may divide a word."""

_HYPHENATED = re.compile(
    rf"(?<![{HYPHENS}\w])(?P<left>[^\W\d_]{{2,40}})[{HYPHENS}](?P<right>[a-zß-ÿ]{{3,40}})(?![{HYPHENS}\w])"
)
"""A word of two parts."""

_NAMED = ("places", "publishers", "other_publishers", "named_periodicals", "institutions")
"""The lists whose words are in the vocabulary, beside those that the model knows."""

_HALVES = frozenset("on off up down web co north south east west".split())
"""Words that others are joined to with or without a hyphen: ``on-line``, ``co-ordination``, ``south-east``."""


def divided_words(raw: str, joiner: Joiner) -> Iterator[tuple[int, int, str]]:
    """The offsets of what is left out to join each divided word of a string, and the word with a bar. Linear.

    A hyphen without a space after it divides a word if the word without it is known, or if only the ending of a word
    follows it.

    >>> [word for _, _, word in divided_words("Educa-tion and well-being in sociologi- cal Lon-don", Joiner([]))]
    ['Educa|tion', 'Lon|don', 'sociologi|cal']
    """
    if not _HYPHEN_WITHIN.search(raw):
        return
    joined: set[int] = set()
    for found in _HYPHENATED.finditer(raw):
        if _is_known(found["left"], found["right"]) and not in_address(raw, found.end("left")):
            joined.add(found.end("left"))
            yield found.end("left"), found.start("right"), f"{found['left']}|{found['right']}"
    for found in _ENDING.finditer(raw):
        if found.start() in joined:
            continue
        left = raw[: found.start()].rpartition(" ")[2]
        first, hyphen, last = left.casefold().partition("-")
        if hyphen and first in PREFIXES:
            left = last
        is_word = found["right"] in _WHOLE_WORDS or left.casefold() in PREFIXES
        if not (is_word or in_address(raw, found.start()) or any(hyphen in left for hyphen in HYPHENS)):
            yield found.start(), found.start() + 1, f"{left}|{found['right']}"
    for found in _DIVIDED.finditer(raw):
        left, right = found["left"], found["right"]
        if right.casefold() not in GOES_ON:
            cut, _ = joiner.glue(left, right)
            yield found.end("left") - cut, found.start("right"), f"{left[:-1]}|{right}"


def _is_known(left: str, right: str) -> bool:
    beginning = left.casefold()
    is_compound = beginning in _HALVES or (beginning in PREFIXES and right in _vocabulary())  # "co-operation"
    return not is_compound and beginning + right in _vocabulary()


@cache
def _vocabulary() -> frozenset[str]:
    """The words of the model's attributes and of the lists of names, in lower case."""
    names = " ".join(entry for name in _NAMED for entry in words(name))
    return frozenset(_WORD.findall((ATTRIBUTES.read_text("utf-8") + names).casefold()))


_WORD = re.compile(r"[^\W\d_]{3,}")
