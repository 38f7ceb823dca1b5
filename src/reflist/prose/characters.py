"""Characters that a page's source writes out, ``&amp;``, and that were copied so."""

import re
from collections.abc import Iterator

_WRITTEN = re.compile(r"&(?:[A-Za-z]{2,8}\d{0,2}|#\d{1,7}|#[xX][\da-fA-F]{1,6});")


def written_out(text: str) -> Iterator[tuple[int, int, str]]:
    """Where HTML's names and numbers of characters stand in a text, and what each stands for.

    >>> list(written_out("Ageing &amp; Society, at &x;"))
    [(7, 12, '&')]
    """
    if "&" not in text or ";" not in text:
        return
    import html  # noqa: PLC0415  # its table is large, and few texts need it

    for found in _WRITTEN.finditer(text):
        meant = html.unescape(found[0])
        if meant != found[0] and meant.isprintable():
            yield found.start(), found.end(), meant
        elif meant == "\u00a0":
            yield found.start(), found.end(), " "
