"""Punctuation where a value from the data meets that of the style.

It is never doubled, and moves inside quotation marks if the locale requires it.
"""

import re

from reflist.engines.citeproc_py.marks import ANY, QUOTE_OFF

_MOVED_INSIDE = re.compile(rf"((?:{QUOTE_OFF}{ANY}*)+)([.,])")
_DOUBLED_STOP = re.compile(rf"([.?!？！。])({ANY}+)\.")
_DOUBLED_COMMA = re.compile(rf"([,;:])({ANY}+)([,.])")
_DOUBLED_SPACE = re.compile(rf" ({ANY}*) +")


def with_settled_punctuation(raw: str, inside_quotes: bool) -> str:
    """A rendered string with the punctuation at the ends of values settled; what is inside a value stays as it is.

    A full stop after ".", "?" or "!" goes; a comma or full stop after a comma replaces it; ``inside_quotes`` is the
    locale's option ``punctuation-in-quote`` (CSL 1.0.2, "Locale options").
    """
    if inside_quotes:
        raw = _MOVED_INSIDE.sub(r"\2\1", raw)
        raw = re.sub(rf"([.?!？！。])({ANY}*)\.({ANY}*{QUOTE_OFF})", r"\1\2\3", raw)
    raw = _DOUBLED_STOP.sub(r"\1\2", raw)
    raw = _DOUBLED_COMMA.sub(r"\2\3", raw)
    return _DOUBLED_SPACE.sub(r" \1", raw).strip()
