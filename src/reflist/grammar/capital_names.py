"""Lists of names with the family names in capitals: ``WEIR, Ann, Bob ASH, Carl LUND``."""

from reflist.late import late

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŻŽŠČŘĐŞĞİ"
_FAMILY = rf"[{_UPPER}]{{3,}}(?:[-\s][{_UPPER}]{{3,}})?"
_WORD = rf"[{_UPPER}][^\W\d_A-Z]+"
_INVERTED = late(rf"{_FAMILY},\s{_WORD}")
_DIRECT = late(rf"(?<=[,&d] )(?P<given>{_WORD}(?:[ -]{_WORD})?(?: [A-Z]\.)?) (?P<family>{_FAMILY})(?=,| and | & |$)")


def inverted_alike(listed: str) -> str:
    """The list with all names inverted if the first one is; capitals show which word is the family name.

    >>> inverted_alike("WEIR, Ann, Bob ASH and Carl D. LUND")
    'WEIR, Ann, ASH, Bob and LUND, Carl D.'
    """
    return _DIRECT.sub(r"\g<family>, \g<given>", listed) if _INVERTED.match(listed) else listed
