"""Given names as initials (CSL 1.0.2, "Name": ``initialize-with``)."""

import re

from reflist.engines.initials import are_initials

_SEPARATORS = re.compile(r"[.\s]+")
_STOP_BEFORE_HYPHEN = re.compile(r"\.\s*(?=[-‐‑])")


def initials(given: str, mark: str, keep_hyphen: bool) -> str:
    """The given names, each cut to its first letter followed by the style's mark (". ", ".", "").

    A word in lower case, or in a script without case, stays as it is: "Jean de" gives "J. de". Hyphenated names keep
    their hyphen if the style requires it: "Jean-Paul" gives "J.-P.".
    """
    words = _SEPARATORS.split(_STOP_BEFORE_HYPHEN.sub("", given))
    return " ".join("".join(_piece(word, mark, keep_hyphen) for word in words if word.strip("-‐‑")).split())


def _piece(word: str, mark: str, keep_hyphen: bool) -> str:
    parts = [part for part in re.split("[-‐‑]", word) if part]
    if not parts[0][0].isupper():
        return f" {word} "
    if len(parts) == 1:
        letters = word if are_initials(word) else word[0]
        return "".join(letter + mark for letter in letters)
    return ("-" if keep_hyphen else "").join(part[0] + mark.rstrip() for part in parts) + mark[len(mark.rstrip()) :]
