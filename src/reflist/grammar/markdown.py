r"""Marks in pandoc's Markdown, used in the texts of CSL-YAML (pandoc manual, "Specifying bibliographic data").

Only what is surely meant as a mark is read: it begins and ends at the edge of words (``C*-algebras and W*-algebras``
has none), or is a backslash before ASCII punctuation. Tags of CSL-JSON are kept, since some files have those too.
"""

import re

from reflist.late import late

_MATHEMATICS = r"\$(?!\s)(?>(?:[^$\\]++|\\.)+)(?<!\s)\$(?!\d)"
_CONTENT = r"(?=[^\s*])(?>(?:[^*\\]++|\\.)*)(?<=\S)"
_MARKED = late(
    r"\\(?P<sign>[!-/:-@\[-`{-~])"
    rf"|(?P<unchanged>{_MATHEMATICS}|</?[a-z][^<>]*>)"
    rf"|(?<![\w*])\*\*(?P<b>(?=\S)(?>(?:[^*\\]++|\\.|\*{_CONTENT}\*)+)(?<=\S))\*\*(?![\w*])"
    rf"|(?<![\w*])\*(?P<i>{_CONTENT})\*(?![\w*])"
    r"|(?<!\w)_(?P<em>(?=[^\s_])[^_\\]*(?<=\S))_(?!\w)"
    r"|~(?P<sub>[^\s~^\\/]{1,40})~"
    r"|\^(?P<sup>[^\s~^\\/]{1,40})\^"
    r"|\[(?P<smallcaps>[^\[\]\\]*)\]\{\.smallcaps\}"
    r"|\[(?P<nocase>[^\[\]\\]*)\]\{\.nocase\}",
    re.DOTALL,
)
_SPECIAL = late(r"[\\*_~^\[]")
"""Without one of these characters there is nothing to read."""

_TAGS = {
    "b": ("<b>", "</b>"),
    "i": ("<i>", "</i>"),
    "em": ("<i>", "</i>"),
    "sub": ("<sub>", "</sub>"),
    "sup": ("<sup>", "</sup>"),
    "smallcaps": ('<span style="font-variant: small-caps;">', "</span>"),
    "nocase": ('<span class="nocase">', "</span>"),
}
_IN_MARKDOWN = {
    "<b>": ("**", "**"),
    "<i>": ("*", "*"),
    "<sub>": ("~", "~"),
    "<sup>": ("^", "^"),
    _TAGS["smallcaps"][0]: ("[", "]{.smallcaps}"),
    _TAGS["nocase"][0]: ("[", "]{.nocase}"),
}
_TAG = late(f"{'|'.join(map(re.escape, _IN_MARKDOWN))}|</(?:b|i|sub|sup|span)>")
_SPECIAL_TO_PANDOC = late(
    rf"{_MATHEMATICS}|[\\~^`]|\*(?=\S)|(?<=\S)\*|(?<!\w)_|_(?!\w)|\$(?=\S)|<(?=[A-Za-z/!?])|\](?=[(\[{{])"
)
_SIGN = late(r"[\\*_~^$\[<]")


def read(written: str) -> str:
    r"""A text in Markdown, converted to the markup of CSL-JSON.

    >>> read("On *E. coli*, H~2~O and [pH]{.nocase}; 5\\*3")
    'On <i>E. coli</i>, H<sub>2</sub>O and <span class="nocase">pH</span>; 5*3'
    """
    return _MARKED.sub(_tagged, written) if _SPECIAL.search(written) else written


def write(markup: str) -> str:
    r"""The markup of CSL-JSON as Markdown that `read` converts back; marks that Markdown cannot express stay as tags.

    >>> write("On <i>E. coli</i>, H<sub>2</sub>O and 5 * 3"), write("C<i>x</i>y"), write("*p* < .05")
    ('On *E. coli*, H~2~O and 5 * 3', 'C<i>x</i>y', '\\*p\\* < .05')
    """
    written = _with_marks(markup)
    if read(written) == markup:
        return written
    return markup if read(markup) == markup else _SIGN.sub(r"\\\g<0>", markup)


def _tagged(found: re.Match[str]) -> str:
    kind = str(found.lastgroup)
    content = found[kind]
    if kind not in _TAGS:
        return content
    opening, closing = _TAGS[kind]
    return f"{opening}{read(content)}{closing}"


def _with_marks(markup: str) -> str:
    """The markup with its marks in Markdown, and backslashes before characters that pandoc would take for marks."""
    written, at, open_ = list[str](), 0, list[str]()
    for tag in _TAG.finditer(markup):
        written.append(_escaped(markup[at : tag.start()]))
        opening, closing = _IN_MARKDOWN.get(tag[0], (open_.pop() if open_ else "", ""))
        if closing:
            open_.append(closing)
        written.append(opening)
        at = tag.end()
    return "".join(written) + _escaped(markup[at:])


def _escaped(plain: str) -> str:
    return _SPECIAL_TO_PANDOC.sub(lambda sign: sign[0] if sign[0][1:] else f"\\{sign[0]}", plain)
