"""Quotation marks: where a quotation ends, however its marks are mixed and nested."""

import re

from reflist.prose.line import CLAIMED

QUOTES = {"‘": "’'", "“": '”"', "'": "'’", '"': '"”', "«": "»", "„": "“”", "‚": "‘’", "`": "'’", "‹": "›", "»": "«"}
"""Opening quotation marks and what may close them: people mix them."""

CLOSING = "’'”\"»"
"""What closes a quotation where nothing that fits its opening mark does: ``“Title.' Journal``."""

MISTAKEN_FOR_A_QUOTE = 80
"""How many characters after a possible closing mark another one may still prove it an apostrophe."""

MISTAKEN_PLURAL = 240
"""And how many after one that stands behind an s and before a capital: ``‘Students’ Self-Regulated Learning’``."""

_MAY_FOLLOW = re.compile(r"in\b|\d|https?:|at http")
_POSSESSED = re.compile(r"\s[a-z]")


def closing_quote(text: str, start: int) -> int | None:
    """The offset of the mark that closes the quotation which ``text[start]`` opens; None where none does.

    Quotations nest, marks are mixed, and an apostrophe after a plural (``Users'``) closes nothing. A mark beside
    punctuation or at the end is a strong candidate, one before a capital or a number a weak one; of equal candidates
    with no new quotation between them the last one closes.

    >>> closing_quote("‘Users' views of ‘partnership’ in towns,’ Policy", 0)
    40
    """
    found = _closing(text, start, QUOTES[text[start]])
    return _closing(text, start, CLOSING) if found is None else found


_PAIRS = {"‘": "’", "“": "”", "'": "'", '"': '"'}
"""How the quotation marks that pages mix go together."""

_OPENING = re.compile(r"(?:(?<=[\s(])|^)[‘“'\"](?=\w)")


def mismatched(text: str) -> tuple[int, int, str] | None:
    """The first quotation whose marks do not go together: where its marks stand, and what closes what its first opens.

    None where its marks go together, or no quotation has such marks.

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
    """Where the quotation ends, if one of these marks closes it."""
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
    """``Users' views`` inside a nested quotation: an s, the mark, and a word in lower case."""
    return text[i] == "'" and text[i - 1] == "s" and bool(_POSSESSED.match(text, i + 1))
