"""Characters and marks written as in HTML, which databases leave in their exports: ``&amp;`` and ``<i>``."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from reflist.late import late
from reflist.text import Mark, Text

_REFERENCE = late(r"&(?:#(?:[xX](?P<hex>[0-9A-Fa-f]{1,6})|(?P<number>\d{1,7}))|(?P<name>[A-Za-z]\w{1,31}));")
_FIRST_SPACE = 0xA0
"""Below this code, every space character except the usual one is a control character."""

_TAGS = {
    Mark.ITALIC: ("<i>", "</i>"),
    Mark.BOLD: ("<b>", "</b>"),
    Mark.SUP: ("<sup>", "</sup>"),
    Mark.SUB: ("<sub>", "</sub>"),
    Mark.SMALL_CAPS: ('<span style="font-variant: small-caps;">', "</span>"),
    Mark.QUOTE: ("“", "”"),
}
"""Visible marks and their tags; no-case has none here, since programs that do not know its tag would print it."""

_SYNONYMS = {"em": "i", "italic": "i", "strong": "b", "bold": "b", "inf": "sub"}
_SYNONYM = late(rf"<({'|'.join(_SYNONYMS)})>((?>(?:[^<\n]++|(?!</?\1>)<)*))</\1>", re.IGNORECASE)
_CAPITAL = late(r"</?(?:I|B|SU[PB])>")


def resolved(written: str) -> str:
    """The text with character references of HTML, named or numeric, resolved; anything else stays as it is.

    A reference to a control character or a lone surrogate is not resolved.

    >>> resolved("O&#x2019;Brien &amp; Sons, M&uuml;nchen &c; AT&T")
    'O’Brien & Sons, München &c; AT&T'
    """
    return _REFERENCE.sub(_character, written) if "&" in written and ";" in written else written


def reference_in(written: str) -> str:
    """The first character reference; empty if there is none.

    >>> reference_in("AT&T, O&#x2019;Brien"), reference_in("AT&T")
    ('&#x2019;', '')
    """
    return next((written[start:end] for start, end, _ in references(written)), "")


def references(written: str) -> Iterator[tuple[int, int, str]]:
    """The places of character references, and the character for each.

    >>> list(references("Ageing &amp; Society, at &x;"))
    [(7, 12, '&')]
    """
    if "&" in written and ";" in written:
        for found in _REFERENCE.finditer(written):
            if (character := _character(found)) != found[0]:
                yield found.start(), found.end(), character


def _character(found: re.Match[str]) -> str:
    if name := found["name"]:
        return _names().get(f"{name};", found[0])
    number = int(found["hex"], 16) if found["hex"] else int(found["number"])
    character = chr(number) if number < 0x110000 else ""
    is_seen = character.isprintable() or (character.isspace() and number >= _FIRST_SPACE)
    return character if character and is_seen else found[0]


@cache
def _names() -> Mapping[str, str]:
    """The characters by their names in HTML: a large table, imported when needed."""
    names: Mapping[str, str] = import_module("html.entities").html5
    return names


def read(written: str) -> Text:
    """The text with its marks, written as CSL-JSON's or equivalent tags; a tag without a partner is content.

    >>> read("<em>E. coli</em> in H<inf>2</inf>O, p < 0.05").to_csl()
    '<i>E. coli</i> in H<sub>2</sub>O, p < 0.05'
    """
    if "<" not in written:
        return Text(written)
    lower = _CAPITAL.sub(lambda tag: tag[0].lower(), written)
    return Text.from_csl(_SYNONYM.sub(_in_csl, lower))


def write(text: Text) -> str:
    """The text with its visible marks, as CSL-JSON's tags."""
    return text.render(_TAGS)


def _in_csl(found: re.Match[str]) -> str:
    tag = _SYNONYMS[found[1].lower()]
    return f"<{tag}>{found[2]}</{tag}>"
