"""What catalogues add to values in the elements of MODS: punctuation, remarks, parts of a host in words."""

import re
from collections.abc import Callable, Mapping

from reflist.formats.databases import ISBD, isbn_in, issn_in
from reflist.formats.mods_fields import Leaf
from reflist.formats.mods_tables import HOST
from reflist.grammar.identifiers import read_doi
from reflist.grammar.pages import read_pages

_PART = re.compile(
    r"(?:v(?:ol)?\.? *(?P<volume>[\w-]{1,20}))?"
    r"(?:[,;: ]* *(?:no|nr|iss(?:ue)?)\.? *(?P<issue>[\w/-]{1,20}))?"
    r"(?:[,;: ]* *\((?P<date>[^()]{4,40})\))?"
    r"(?:[,;: ]* *(?:pp?|pages?)\.? *(?P<page>\w{1,12}(?: ?[-–] ?\w{1,12})?))?\.?",
    re.IGNORECASE,
)
_PATHS = {
    "volume": "part/detail[volume]/number",
    "issue": "part/detail[issue]/number",
    "date": "part/date",
    "page": "part/extent[page]/list",
}
IN_WORDS = HOST + "part/text"
"""The path of the part of a host in words, as in MARC (773 $g)."""

FORMS = frozenset("print|text|volume|unmediated|electronic|electronic resource|online resource|computer".split("|"))
"""Forms that nearly every catalogue record has, and that are not a medium that a reference would name."""


def in_words(leaves: dict[str, list[Leaf]]) -> None:
    """Move what the part of a host holds in words (``Vol. 45, no. 2 (May 2016), p. 13-14``) to its elements.

    Words with any other content are left as they are.
    """
    for leaf in leaves.get(IN_WORDS, ())[:1]:
        found = _PART.fullmatch(leaf.words)
        values = {part: value for part, value in found.groupdict().items() if value} if found else {}
        if values and not any(HOST + _PATHS[part] in leaves for part in values):
            leaves[IN_WORDS] = leaves[IN_WORDS][1:]
            for part, value in values.items():
                words = read_pages(value, lost_dash=False).value if part == "page" else value
                leaves[HOST + _PATHS[part]] = [Leaf(HOST + _PATHS[part], words)]


def is_irrelevant(path: str, words: str, attributes: Mapping[str, str], type_: str) -> bool:
    """Whether the content of a path does not belong in a reference of this item type.

    This is so for the usual forms and, for books, for MARC's genres of contents: ``biography``, ``novel``.
    """
    if path == "physicalDescription/form":
        return words.casefold() in FORMS
    return path == "genre" and type_ == "book" and attributes.get("authority") == "marcgt"


def _without_isbd(printed: str) -> tuple[str, bool]:
    """Words without the punctuation that catalogues put before the next element (ISBD)."""
    return ISBD.sub("", printed), True


def _doi(printed: str) -> tuple[str, bool]:
    return (printed if printed.startswith("10.") else read_doi(printed) or printed), True


CLEANED: Mapping[str, Callable[[str], tuple[str, bool]]] = {
    "DOI": _doi,
    "ISBN": isbn_in,
    "ISSN": issn_in,
    "publisher": _without_isbd,
    "publisher-place": _without_isbd,
    "edition": _without_isbd,
}
"""Functions that take values out of the text around them: the value, and whether the text holds nothing more."""
