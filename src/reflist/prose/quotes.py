"""Quotation marks: the end of a quotation, even if its marks are mixed and nested."""

import re

from reflist.prose.line import CLAIMED

QUOTES = {"‘": "’'", "“": '”"', "'": "'’", '"': '"”', "«": "»", "„": "“”", "‚": "‘’", "`": "'’", "‹": "›", "»": "«"}
"""Opening quotation marks and the marks that may close them, since people mix them."""

CLOSING = "’'”\"»"
"""Closing marks if none that fits the opening mark is found: ``“Title.' Journal``."""

MISTAKEN_FOR_A_QUOTE = 80
"""The number of characters after a possible closing mark in which another one may prove the first an apostrophe."""

MISTAKEN_PLURAL = 240
"""The same after a mark that follows an s and precedes a capital: ``‘Students’ Self-Regulated Learning’``."""

_MAY_FOLLOW = re.compile(r"in\b|\d|https?:|at http")
_POSSESSED = re.compile(r"\s[a-z]")


def closing_quote(text: str, start: int) -> int | None:
    """The offset of the mark that closes the quotation which ``text[start]`` opens; None if there is none.

    Quotations nest, marks are mixed, and an apostrophe after a plural (``Users'``) closes nothing. A mark beside
    punctuation or at the end is a strong candidate, one before a capital or a number a weak one. The last of several
    equal candidates closes the quotation, unless a new quotation begins between them.

    >>> closing_quote("‘Users' views of ‘partnership’ in towns,’ Policy", 0)
    40
    """
    found = _closing(text, start, QUOTES[text[start]])
    return _closing(text, start, CLOSING) if found is None else found


_PAIRS = {"‘": "’", "“": "”", "'": "'", '"': '"'}
"""The quotation marks that pages mix, as proper pairs."""

_OPENING = re.compile(r"(?:(?<=[\s(])|^)[‘“'\"](?=\w)")


def mismatched(text: str) -> tuple[int, int, str] | None:
    """The first quotation whose marks do not match: the offsets of both, and the mark that would close the first one.

    None if all marks match, or no quotation has such marks.

    >>> mismatched("Weir, A. “Hedges of the north,’ Ditch Review"), mismatched("Weir, A. “Hedges,” Ditch Review")
    ((9, 30, '”'), None)
    """
    for found in _OPENING.finditer(text):
        end = closing_quote(text, found.start())
        if end is not None and end > found.start() + 1:
            closes = _PAIRS[found[0]]
            return (found.start(), end, closes) if text[end] in "’'”\"" and text[end] != closes else None
    return None


def _closing(text: str, start: int, closers: str) -> int | None:
    """The offset of the end of the quotation, if one of these marks closes it."""
    depth, best, strength = 1, None, 0
    for i in range(start + 1, len(text)):
        character = text[i]
        if character == CLAIMED or (best is not None and i - best > _longest_doubt(text, best, strength)):
            break
        if character in QUOTES and _opens(text, i):
            if best is not None:
                break
            depth += 1
        elif character in closers + "’”»" and _may_close(text, i):
            if depth > 1:
                depth -= not _is_possessive(text, i)
            elif character in closers and (closes := _closes(text, i)) and closes >= strength:
                best, strength = i, closes
    return best


def _longest_doubt(text: str, mark: int, strength: int) -> int:
    return MISTAKEN_PLURAL if strength < 2 and text[mark - 1] == "s" else MISTAKEN_FOR_A_QUOTE


def _opens(text: str, i: int) -> bool:
    return (i == 0 or text[i - 1] in " \0([-–—/*") and text[i + 1 : i + 2].strip() != "" and text[i] not in "’”»"


def _may_close(text: str, i: int) -> bool:
    is_french = text[i] == "»"  # «\u202fentre nous\u202f»
    return not text[i + 1 : i + 2].isalnum() and (is_french or not text[i - 1].isspace())


def _closes(text: str, i: int) -> int:
    """How likely a mark closes a title: 2 beside punctuation or at the end, 1 before what may follow one, else 0."""
    after = text[i + 1 :].lstrip(" *_")
    if not after or after[0] in ",.;:)]([\0" or text[i - 1] in ",.?!":
        return 2
    return int(after[0].isupper() or bool(_MAY_FOLLOW.match(after)) or text[i + 1 : i + 2] in "*_")


def _is_possessive(text: str, i: int) -> bool:
    """Whether this is a possessive in a nested quotation, ``Users' views``: an s, the mark, a word in lower case."""
    return text[i] == "'" and text[i - 1] == "s" and bool(_POSSESSED.match(text, i + 1))
