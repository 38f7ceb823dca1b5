"""How Refer and RIS correspond: tags and types.

Sources: refer(1) of Unix (1978), where these letters come from, and the tags of EndNote's export, which uses them and
others ("EndNote Import", the table of tags). Everything else is in `reflist.formats.ris_tables`.
"""

import re

from reflist.formats.ris_lines import Dialect
from reflist.formats.ris_types import ARTICLES, PARTS, TYPE_NAMES, TYPES

TAGS = {
    "TY": "%0",
    "ID": "%F",
    "AU": "%A",
    "ED": "%E",
    "A3": "%Y",
    "A4": "%?",
    "TI": "%T",
    "ST": "%!",
    "JF": "%J",
    "BT": "%B",
    "T2": "%B",
    "T3": "%S",
    "PY": "%D",
    "DA": "%8",
    "VL": "%V",
    "IS": "%N",
    "M1": "%N",
    "NV": "%6",
    "ET": "%7",
    "SE": "%&",
    "SP": "%P",
    "M3": "%9",
    "PB": "%I",
    "CY": "%C",
    "AB": "%X",
    "KW": "%K",
    "N1": "%Z",
    "RN": "%<",
    "LA": "%G",
    "SN": "%@",
    "CN": "%L",
    "AN": "%M",
    "DB": "%~",
    "DP": "%W",
    "DO": "%R",
    "UR": "%U",
    "Y2": "%[",
    "C1": "%1",
    "C3": "%3",
    "C5": "%#",
    "C7": "%]",
    "M2": "%O",
    "U1": "%4",
}
"""Tags of RIS and of Refer."""

PEOPLE = frozenset({"%A", "%E", "%Y", "%?"})
"""Tags of names."""

JOURNALS = ARTICLES + " EJOUR"
WITHIN_BOOKS = PARTS + " CONF ECHAP"

BY_TYPE = {"%B": ("BT", "T2", WITHIN_BOOKS), "%N": ("IS", "M1", JOURNALS)}
"""Tags that stand for two of RIS: the first in these reference types, the second in all others."""


TYPE_BY_TAG = {"%J": "Journal Article", "%B": "Book Section", "%I": "Book"}
"""The type of a record that does not give it, by the first of these tags that it has."""

_FALLBACKS = {"ELEC": "WEB", "SOUND": "MUSIC", "VIDEO": "MPCT", "ICOMM": "PCOMM"}
"""Types of RIS without a name in EndNote, and the nearest type."""

NAMES = {type_: name for name, type_ in reversed(TYPE_NAMES.items())}
"""Reference types and their names."""


def ris_tag(tag: str, reference_type: str) -> str:
    """The tag of RIS for a tag of Refer in a reference type; the tag itself if there is none.

    >>> ris_tag("%A", "BOOK"), ris_tag("%N", "JOUR"), ris_tag("%N", "BOOK"), ris_tag("%^", "BOOK")
    ('AU', 'IS', 'M1', '%^')
    """
    if tag in BY_TYPE:
        first, second, types = BY_TYPE[tag]
        return first if reference_type in types.split() else second
    return _RIS_TAGS.get(tag, tag)


_RIS_TAGS = {own: tag for tag, own in TAGS.items()} | {"%O": "N1"}
"""``%O`` is "other information" in refer: a note, unless it is a line of Extra (`reflist.formats.ris_extra`)."""

REFER = Dialect(
    "refer",
    TAGS,
    {
        ("editor", ""): "ED",
        ("collection-editor", ""): "A3",
        **{("container-title", type_): "JF" for type_ in ARTICLES.split()},
        **{("container-title", type_): "BT" for type_ in PARTS.split()},
    },
    {type_: _FALLBACKS.get(type_, type_) for type_ in TYPES.values() if _FALLBACKS.get(type_, type_) in NAMES},
    re.compile(r"%[^\s%]"),
    ranges=True,
    read_as=ris_tag,
)
