"""The stop after the last of several names: an initial's, or the end of their sentence."""

import re

from reflist.grammar.dates import YEAR

_STOP_OF_A_SENTENCE = re.compile(r"(?:[^.]*[,;]\s*)?[^\s.,;]+(?: [^\s.,;]+)* [^\W\d_a-z](?:[-‐]?[^\W\d_a-z]){0,3}\.")
"""Names whose initials have no stops (``Lind P, Sato K.``), and the stop that ends them all."""

_LAST_GIVEN_IN_FULL = re.compile(
    r"(?:^|[,;&/]|\b(?:and|und|AND|UND)\b)(?:[^,;]*[a-zß-ÿ]|\s*[^\W\d_a-z]{3,}(?: [^\W\d_a-z]{3,})*)"
    r", [^\W\d_a-z][\w’'‐-]+ [^\W\d_a-z]\.$"
)
"""The last of the names has its given name in full and an initial after it: ``Scharpf, Fritz W.``."""

_GOES_ON = re.compile(rf"\s(?:[(\[]|{YEAR}[a-z]?[:,])")


def ends_sentence(text: str, end: int, printed: str) -> bool:
    """Whether the stop after the last name ends the sentence, since initials have none here.

    ``text`` is the string, and ``end`` the end of the names in it. After a single name before a bracket, the stop is
    the initial's, ``Hakim C. (2000)``, or before a year that does not end the sentence either, ``Hakim C. 2000:``; so
    it is before a comma, which continues the sentence: ``Hakim C., 2000``.
    """
    if text.startswith(",", end):
        return False
    if printed.find(".") != len(printed) - 1:  # most strings have a stop before the last, and so are decided here
        return False
    if not _STOP_OF_A_SENTENCE.fullmatch(printed) or _LAST_GIVEN_IN_FULL.search(printed):
        return False
    return "," in printed or ";" in printed or not _GOES_ON.match(text, end)
