"""Printed texts without the marks that set them off: quotation marks, emphasis, unpaired brackets."""

import re

_QUOTED = {"‘": "’”\"'", "“": "’”\"'", '"': "’”\"'", "„": "“”", "«": "»", "»": "«", "'": "'’"}
"""Opening quotation marks, and the marks that may close each."""

_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))


def without_halves(printed: str) -> str:
    """A text without an unpaired bracket or quotation mark at its beginning or end."""
    for opening, closing in _PAIRS:
        if printed.rstrip(".").endswith(closing) and opening not in printed:
            printed = printed.rstrip(".")[:-1].rstrip(" ,;:")
        if printed.startswith(opening) and closing not in printed:
            printed = printed[1:].lstrip()
    return printed.strip('" ') if printed.count('"') == 1 and '"' in (printed[0], printed[-1]) else printed


_DASH_AT_END = re.compile(r"\s[–—-]$")
_EMPHASIS = re.compile(r"\*|</?(?:i|b|em|strong)>|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")


_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def _is_quoted(printed: str) -> bool:
    """Whether the last mark of a text closes its first, and quotations within have other marks.

    ``’`` may be an apostrophe, so between ‘ and ’ only complete quotations with other marks are allowed.
    """
    opening, inner, closing = printed[0], _APOSTROPHE.sub("", printed[1:-1]), printed[-1]
    if closing not in _QUOTED.get(opening, ""):
        return False
    if opening + closing == "‘’":
        return not re.search("[‘„]", inner) and inner.count("“") == inner.count("”")
    if opening == "'":
        return not re.search(r"(?<!\w)'|'(?!\w)", inner)
    return opening not in inner and closing not in inner


def without_emphasis(printed: str) -> str:
    """A text without the marks of italics and bold in Markdown and HTML.

    >>> without_emphasis("**Brugué, Q.** and <i>Gomà, R.</i>")
    'Brugué, Q. and Gomà, R.'
    """
    if "*" in printed or "_" in printed or "<" in printed:
        return _EMPHASIS.sub("", printed)
    return printed


_LEFT_OF_TITLE = re.compile(r"""\A[’”"']\s+""")
"""A mark that closed the preceding text."""

_TWO_STOPS = re.compile(r"[^.]\.\.\Z")
_STOP_OF_ITS_OWN = re.compile(r"(?:\.\.|\b[A-Z]\.)\Z")


def clean(printed: str) -> str:
    """A printed text without the marks that set it off, and with white space unified."""
    printed = _DASH_AT_END.sub("", " ".join(without_emphasis(printed).split()).strip(" ,;:_")).removeprefix(". ")
    if len(printed) > 2 and _is_quoted(printed):
        printed = printed[1:-1].strip(" ,")
    printed = without_halves(_LEFT_OF_TITLE.sub("", printed))
    if not printed.endswith("."):
        return printed
    if _TWO_STOPS.search(printed):  # a slip; three stops are intended
        printed = printed[:-1]
    return printed if _STOP_OF_ITS_OWN.search(printed) else printed.rstrip(".").rstrip()
