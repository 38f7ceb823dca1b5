"""Editions as they are printed: the number if they have one, as in CSL; else the words."""

from reflist.late import late

ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()

_WORD = r"(?:ed(?:itio)?n?|éd(?:ition)?|Aufl(?:age)?)\.?"
_NUMBERED = late(rf"(\d{{1,3}})(?:(?:st|nd|rd|th)(?:\s*{_WORD})?|\s*{_WORD}|(?:\.|[eaª]|\.ª|[eè]me)\s*{_WORD})")
_IN_WORDS = late(rf"([A-Za-z]{{5,8}})(?:\s+{_WORD})?")


def read_edition(printed: str) -> str:
    """The number of an edition if that is all that is printed; anything else unchanged.

    >>> [read_edition(printed) for printed in ("3rd ed.", "Second", "2. Auflage", "4", "Revised ed.", "2nd, enlarged")]
    ['3', '2', '2', '4', 'Revised ed.', '2nd, enlarged']
    """
    if found := _NUMBERED.fullmatch(printed):
        return found[1]
    found = _IN_WORDS.fullmatch(printed)
    word = found[1].lower() if found else ""
    return str(ORDINALS.index(word) + 1) if word in ORDINALS else printed
