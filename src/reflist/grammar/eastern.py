"""Names in Chinese, Japanese and Korean script, which are kept whole: family name first, without a space after it."""

from reflist.late import late
from reflist.model import Name

CJK = "[\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af々·]"
"""A character of these scripts, as a part of a regular expression."""

_NAMES = late(rf"{CJK}{{2,12}}(?>(?:\s*[,，、;；]\s*{CJK}{{2,12}})*)")
_BETWEEN = late(r"\s*[,，、;；]\s*")
_OTHERS = late(r"(?:\s*[,，、]\s*)?(?:等|ほか|외)$")


def read_eastern(printed: str) -> tuple[tuple[Name, ...], bool] | None:
    """The names of a list, and whether it ends in "et al."; None if not all are in these scripts.

    >>> read_eastern("李强，赵敏，等")
    ((Name(literal='李强'), Name(literal='赵敏')), True)
    """
    if printed.isascii():
        return None
    bare = printed.strip(" ,，")
    names = _OTHERS.sub("", bare)
    if not _NAMES.fullmatch(names):
        return None
    return tuple(Name(literal=name) for name in _BETWEEN.split(names)), names != bare
