"""Writing rendered entries as text, HTML, Markdown, LaTeX or RTF.

Each entry is rendered once, as a `Text`, for all outputs. Escaping is done here and nowhere else.
"""

import re
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import quote

from reflist.late import late
from reflist.text import Mark, Span, Text


class Link(NamedTuple):
    """A link over ``plain[start:end]`` of a text."""

    start: int
    end: int
    target: str


class Entry(NamedTuple):
    """One rendered entry of a bibliography: the id of its reference, its text, and the links in the text, in order."""

    id: str
    text: Text
    links: tuple[Link, ...] = ()


class Output(NamedTuple):
    """How entries are written: escaping, tags of marks, links, single entries, and the whole list.

    ``link`` is given the address, percent-encoded for URLs, and the plain text shown.

    ``nests``: whether a mark can be cancelled inside itself; where it cannot, the mark is interrupted.
    ``is_plain``: whether a text in which no mark has a tag is written as it is, links included.
    ``gap`` separates an aligned first field from the text beside it, where there is no space yet.
    """

    escape: Callable[[str], str]
    tags: dict[Mark, tuple[str, str]]
    link: Callable[[str, str], str]
    entry: Callable[[str, str], str]
    body: Callable[[list[str]], str]
    nests: bool = True
    is_plain: bool = False
    gap: str = " "


_CANCELLING = {Mark.UPRIGHT: Mark.ITALIC, Mark.REGULAR: Mark.BOLD}
"""The marks that cancel another one; outputs that cannot nest them interrupt the other mark instead."""


URL = late(r"https?://[^\s<>\"]*[^\s<>\".,;:!?’”'\])]")
"""An address in running text, without punctuation that follows it."""


def write(entries: Iterable[Entry], to: str) -> str:
    """The entries as a bibliography in one of `OUTPUTS`: a fragment of HTML or LaTeX, a complete RTF file, or lines."""
    output = OUTPUTS[to]
    return output.body([output.entry(id, _written(text, output, links)) for id, text, links in entries])


def write_text(text: Text, to: str, links: Sequence[Link] = ()) -> str:
    """One text by itself, not as an entry of a list."""
    return _written(text, OUTPUTS[to], links)


def _written(text: Text, output: Output, links: Sequence[Link] = ()) -> str:
    """The text with its marks as tags. Escaping shifts characters, so the marks are shifted too."""
    if output.is_plain and output.tags.keys().isdisjoint([span.mark for span in text.spans]):
        return text.plain
    if not (text.spans or links):
        return _linked(text.plain, output)
    if not output.nests:
        text = _unnested(text)
    plain, stretches = text.plain, (*text.spans, *links)
    ends = sorted({0, len(plain), *(end for stretch in stretches for end in stretch[:2])})
    margins = {span.end for span in text.spans if span.mark is Mark.LEFT_MARGIN and plain[span.end - 1] != " "}
    written, moved, waiting = "", {0: 0}, deque(links)
    for start, end in pairwise(ends):
        while waiting and waiting[0].end <= start:
            waiting.popleft()
        if waiting and waiting[0].start <= start:
            written += output.link(_address(waiting[0].target), plain[start:end])
        else:
            written += _linked(plain[start:end], output)
        moved[end] = len(written)
        written += output.gap if end in margins else ""
    spans = (Span(moved[start], moved[end], mark) for start, end, mark in text.spans)
    return Text(written, spans).render(output.tags)


def _unnested(text: Text) -> Text:
    """The text with marks interrupted, at word borders, where another mark cancels them."""
    spans = list(text.spans)
    for gap in text.spans:
        if gap.mark in _CANCELLING:
            spans.remove(gap)
            spans = [part for span in spans for part in _without(gap, span, text.plain)]
    return Text(text.plain, spans)


def _without(gap: Span, span: Span, plain: str) -> Iterator[Span]:
    """The parts of a span that a gap in it leaves."""
    if span.mark is not _CANCELLING[gap.mark] or not span.start <= gap.start < gap.end <= span.end:
        yield span
        return
    for start, end in ((span.start, gap.start), (gap.end, span.end)):
        part = plain[start:end]
        if part.strip():  # the mark begins and ends at a word
            yield Span(end - len(part.lstrip()), start + len(part.rstrip()), span.mark)


def _linked(plain: str, output: Output) -> str:
    if "://" not in plain:
        return output.escape(plain)
    written, offset = "", 0
    for url in URL.finditer(plain):
        written += output.escape(plain[offset : url.start()]) + output.link(_address(url[0]), url[0])
        offset = url.end()
    return written + output.escape(plain[offset:])


def _address(url: str) -> str:
    """An address with every character percent-encoded that could end it or has a meaning in some output."""
    return quote(url, safe="!#$%&()*+,/:;=?@[]~'", errors="replace")


_RAISED = late("[ªº²³¹ʰ-ʸˠ-ˤᴬ-ᴮᴰ-ᴺᴼ-ᵍᵏ-ᵡ⁰ⁱ⁴-ⁿ℠™]")
"""Letters and digits that Unicode has as superscripts, as in terms ("nᵒ"); processors print them as <sup>."""


def _escaped(plain: str) -> str:
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escape_html(plain: str) -> str:
    escaped = _escaped(plain)
    return escaped if escaped.isascii() else _RAISED.sub(_raised, escaped)


def _raised(found: re.Match[str]) -> str:
    return f"<sup>{unicodedata.normalize('NFKC', found[0])}</sup>"


def _html_link(url: str, shown: str) -> str:
    return f'<a href="{_in_attribute(url)}">{_escape_html(shown)}</a>'


def _in_attribute(plain: str) -> str:
    return _escaped(plain).replace('"', "&quot;").replace("'", "&#x27;")


def _html_entry(id: str, text: str) -> str:
    anchor = _in_attribute("-".join(id.split()))
    return f'  <div class="csl-entry" id="ref-{anchor}">{text}</div>\n'


def _html_body(entries: list[str]) -> str:
    hanging = "padding-left: 2em; text-indent: -2em"
    return f'<div class="csl-bib-body" style="{hanging}">\n{"".join(entries)}</div>\n'


_MARKDOWN_SPECIAL = late(r"[\\`*_\[\]<>~^$|]|&(?=#?\w+;)|(?<!\w)@(?=\w)")
_MARKDOWN_BLOCK = late(r"(?P<number>\d+)(?P<end>[.)])(?=\s)|(?P<mark>[#+-])(?=[\s#]|$)|(?P<rule>={3,}|-{3,})")


def _escape_markdown(plain: str) -> str:
    return _MARKDOWN_SPECIAL.sub(lambda special: "\\" + special[0], plain)


def _markdown_link(url: str, shown: str) -> str:
    return f"<{url}>" if shown == url else f"[{_escape_markdown(shown)}](<{url}>)"


def _markdown_entry(_id: str, text: str) -> str:
    """A paragraph; characters that would begin a list, a heading or a rule there are escaped."""
    if block := _MARKDOWN_BLOCK.match(text):
        at = block.start("end") if block["end"] else 0
        text = f"{text[:at]}\\{text[at:]}"
    return f"{text}\n"


_LATEX_SPECIAL = str.maketrans(
    {character: f"\\{character}" for character in "&%$#_{}"}
    | {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
        "\u00a0": "~",
        "\u202f": r"\,",
    }
)


def _escape_latex(plain: str) -> str:
    return plain.translate(_LATEX_SPECIAL)


_LATEX_ADDRESS = str.maketrans({character: f"\\{character}" for character in "%#&"} | {"$": "%24"})


def _latex_link(url: str, shown: str) -> str:
    r"""A link by hyperref's commands, in whose addresses ``\%`` is a percent sign in any position."""
    address = url.translate(_LATEX_ADDRESS)
    return rf"\url{{{address}}}" if shown == url else rf"\href{{{address}}}{{{_escape_latex(shown)}}}"


def _latex_body(entries: list[str]) -> str:
    head = "% \\url and \\href need \\usepackage{hyperref}\n\\begingroup\n"
    hanging = "\\setlength{\\parindent}{0pt}\\everypar{\\hangindent=2em \\hangafter=1}\n"
    return head + hanging + "".join(f"\n{entry}" for entry in entries) + "\n\\par\\endgroup\n"


def _escape_rtf(plain: str) -> str:
    return "".join(map(_rtf_character, plain))


def _rtf_character(character: str) -> str:
    r"""A character in ASCII as it is, any other as signed 16-bit units of UTF-16 (RTF 1.9.1, "\u")."""
    if character in "\\{}":
        return f"\\{character}"
    if character.isascii():
        return character
    units = character.encode("utf-16-le")
    codes = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
    return "".join(f"\\u{code}?" for code in codes)


def _rtf_link(url: str, shown: str) -> str:
    return rf'{{\field{{\*\fldinst HYPERLINK "{_escape_rtf(url)}"}}{{\fldrslt {_escape_rtf(shown)}}}}}'


def _rtf_body(entries: list[str]) -> str:
    head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times New Roman;}}\f0\fs24"
    return head + "\n" + "".join(entries) + "}\n"


def _paragraphs(entries: list[str]) -> str:
    return "\n".join(entries)


_HTML_TAGS = {
    Mark.ITALIC: ("<i>", "</i>"),
    Mark.OBLIQUE: ("<em>", "</em>"),
    Mark.UPRIGHT: ('<span style="font-style: normal">', "</span>"),
    Mark.BOLD: ("<b>", "</b>"),
    Mark.LIGHT: ('<span style="font-weight: lighter">', "</span>"),
    Mark.REGULAR: ('<span style="font-weight: normal">', "</span>"),
    Mark.SMALL_CAPS: ('<span style="font-variant: small-caps">', "</span>"),
    Mark.FULL_CAPITALS: ('<span style="font-variant: normal">', "</span>"),
    Mark.UNDERLINE: ('<span style="text-decoration: underline">', "</span>"),
    Mark.SUP: ("<sup>", "</sup>"),
    Mark.SUB: ("<sub>", "</sub>"),
    Mark.BASELINE: ('<span style="vertical-align: baseline">', "</span>"),
    Mark.BLOCK: ('<div class="csl-block">', "</div>"),
    Mark.LEFT_MARGIN: ('<span class="csl-left-margin">', "</span>"),
    Mark.RIGHT_INLINE: ('<span class="csl-right-inline">', "</span>"),
    Mark.INDENT: ('<div class="csl-indent">', "</div>"),
}

OUTPUTS = {
    "text": Output(
        escape=str,
        tags={Mark.BLOCK: ("\n", ""), Mark.INDENT: ("\n", ""), Mark.LEFT_MARGIN: ("", "")},
        link=lambda _url, shown: shown,
        entry=lambda _id, text: f"{text}\n",
        body="".join,
        is_plain=True,
    ),
    "html": Output(
        escape=_escape_html,
        tags=_HTML_TAGS,
        link=_html_link,
        entry=_html_entry,
        body=_html_body,
        gap="",
    ),
    "markdown": Output(
        escape=_escape_markdown,
        tags={
            **_HTML_TAGS,
            Mark.ITALIC: ("*", "*"),
            Mark.OBLIQUE: ("*", "*"),
            Mark.BOLD: ("**", "**"),
            Mark.BLOCK: ("\\\n", ""),
            Mark.INDENT: ("\\\n", ""),
            Mark.LEFT_MARGIN: ("", ""),
            Mark.RIGHT_INLINE: ("", ""),
        },
        link=_markdown_link,
        entry=_markdown_entry,
        body=_paragraphs,
        nests=False,
    ),
    "latex": Output(
        escape=_escape_latex,
        tags={
            Mark.ITALIC: (r"\textit{", "}"),
            Mark.BOLD: (r"\textbf{", "}"),
            Mark.SUP: (r"\textsuperscript{", "}"),
            Mark.SUB: (r"\textsubscript{", "}"),
            Mark.SMALL_CAPS: (r"\textsc{", "}"),
            Mark.OBLIQUE: (r"\textsl{", "}"),
            Mark.UPRIGHT: (r"\textup{", "}"),
            Mark.REGULAR: (r"\textmd{", "}"),
            Mark.LIGHT: (r"\textmd{", "}"),
            Mark.FULL_CAPITALS: (r"\textup{", "}"),
            Mark.UNDERLINE: (r"\underline{", "}"),
            Mark.BASELINE: (r"\textnormal{", "}"),
            Mark.BLOCK: (r"\newline{}", ""),
            Mark.INDENT: (r"\newline\hspace*{2em}", ""),
        },
        link=_latex_link,
        entry=lambda _id, text: f"{text}\n",
        body=_latex_body,
    ),
    "rtf": Output(
        escape=_escape_rtf,
        tags={
            Mark.ITALIC: (r"{\i ", "}"),
            Mark.BOLD: (r"{\b ", "}"),
            Mark.SUP: (r"{\super ", "}"),
            Mark.SUB: (r"{\sub ", "}"),
            Mark.SMALL_CAPS: (r"{\scaps ", "}"),
            Mark.OBLIQUE: (r"{\i ", "}"),
            Mark.UPRIGHT: (r"{\i0 ", "}"),
            Mark.REGULAR: (r"{\b0 ", "}"),
            Mark.LIGHT: (r"{\b0 ", "}"),
            Mark.FULL_CAPITALS: (r"{\scaps0 ", "}"),
            Mark.UNDERLINE: (r"{\ul ", "}"),
            Mark.BASELINE: (r"{\nosupersub ", "}"),
            Mark.BLOCK: (r"\line ", ""),
            Mark.INDENT: (r"\line\tab ", ""),
        },
        link=_rtf_link,
        entry=lambda _id, text: f"\\pard\\li480\\fi-480 {text}\\par\n",
        body=_rtf_body,
        gap="\t",
    ),
}
"""The outputs by name."""


_ECOSYSTEM = _HTML_TAGS | {
    Mark.UPRIGHT: ('<span style="font-style:normal;">', "</span>"),
    Mark.LIGHT: ('<span style="font-weight:light;">', "</span>"),
    Mark.REGULAR: ('<span style="font-weight:normal;">', "</span>"),
    Mark.SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
    Mark.FULL_CAPITALS: ('<span style="font-variant:normal;">', "</span>"),
    Mark.UNDERLINE: ('<span style="text-decoration:underline;">', "</span>"),
    Mark.BASELINE: ('<span style="baseline">', "</span>"),
    Mark.BLOCK: ('\n\n    <div class="csl-block">', "</div>\n"),
    Mark.LEFT_MARGIN: ('\n    <div class="csl-left-margin">', "</div>"),
    Mark.RIGHT_INLINE: ('<div class="csl-right-inline">', "</div>\n  "),
    Mark.INDENT: ('<div class="csl-indent">', "</div>\n"),
}
"""The tags used in the tests of the CSL project."""


def _shown(_url: str, shown: str) -> str:
    return _escape_html(shown)


def ecosystem(text: Text) -> str:
    """HTML as other CSL processors write it."""
    escaped = OUTPUTS["html"]._replace(tags=_ECOSYSTEM, link=_shown)
    return _written(text, escaped)
