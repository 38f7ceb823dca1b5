"""The stop behind the last of several names: an initial's, or the end of their sentence."""

import re

_STOP_OF_A_SENTENCE = re.compile(r"(?:[^.]*[,;]\s*)?[^\s.,;]+(?: [^\s.,;]+)* [^\W\d_a-z](?:[-‐]?[^\W\d_a-z]){0,3}\.")
"""Names whose initials have no stops (``Lind P, Sato K.``), and the stop that ends them all."""

_LAST_GIVEN_IN_FULL = re.compile(
    r"(?:^|[,;&/]|\b(?:and|und|AND|UND)\b)(?:[^,;]*[a-zß-ÿ]|\s*[^\W\d_a-z]{3,}(?: [^\W\d_a-z]{3,})*)"
    r", [^\W\d_a-z][\w’'‐-]+ [^\W\d_a-z]\.$"
)
"""The last of the names has its given name in full and an initial behind it: ``Scharpf, Fritz W.``."""


def ends_sentence(text: str, end: int, printed: str) -> bool:
    """Whether the stop behind the last name ends the sentence, since initials have none here.

    ``text`` is the string, and ``end`` where the names end in it. Of one name alone before a bracket the stop is the
    initial's: ``Hakim C. (2000)``; and so it is before a comma, which goes on with the sentence: ``Hakim C., 2000``.
    """
    if text.startswith(",", end):
        return False
    if printed.find(".") != len(printed) - 1:  # of the stops, which none but the last may be, most strings have more
        return False
    if not _STOP_OF_A_SENTENCE.fullmatch(printed) or _LAST_GIVEN_IN_FULL.search(printed):
        return False
    return "," in printed or ";" in printed or not text.startswith(" (", end)
