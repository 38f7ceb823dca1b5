"""Strings with their parts in braces, as used in tests of mending: ``{author|Weir, A.} 2004``."""

import re

from reflist.prose.labels import Label, Span
from reflist.prose.mending import mend

LEARNED = 0.9
"""The model's confidence in a part; parts found by rules have a higher one."""

PART = re.compile(r"\{(?P<label>[\w-]+)\|(?P<text>[^{}]*)\}")


def marked(text: str) -> tuple[str, list[Span]]:
    """The string and its spans."""
    plain, spans, end = "", [], 0
    for found in PART.finditer(text):
        plain += text[end : found.start()]
        spans.append(Span(Label(found["label"]), len(plain), len(plain) + len(found["text"]), LEARNED))
        plain += found["text"]
        end = found.end()
    return plain + text[end:], spans


def mended(text: str) -> str:
    """The same string with its parts after mending."""
    plain, spans = marked(text)
    shown, end = "", 0
    for span in mend(plain, spans):
        shown += f"{plain[end : span.start]}{{{span.label}|{plain[span.start : span.end]}}}"
        end = span.end
    return shown + plain[end:]
