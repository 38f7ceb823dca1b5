"""Nothing in the data becomes a tag, a script, a link that is none, or a command, in any output."""

import json
import re
from html.parser import HTMLParser

import pytest

import rtf
from reflist.csl.output import OUTPUTS, Entry, Link, write, write_text
from reflist.engines import citations_of, render_bibliography
from reflist.model import from_csl
from reflist.report import Report
from reflist.text import Mark, Span, Text

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</div></body><i>",
    '" onclick="alert(1)',
    "<!-- comment",
    "&lt;script&gt; &#60;b&#62; &amp",
    "\\write18{rm -rf}",
    "\\input{/etc/passwd} \\def\\x{y}",
    "}{ }} {{ $x^2$ % comment # & ~ _ ^^M",
    "{\\field{\\*\\fldinst INCLUDETEXT \"x\"}}",
    "\\par\\pard \\'41 \\u65? \\bin100 {\\object}",
    "**bold** _x_ `code` [a](javascript:alert(1)) ![i](x) <https://x> | --- |",
    "javascript:alert(1)",
    "https://x.org/\"><script>alert(1)</script>",
    "https://x.org/}\\write18{x}%",
    "https://x.org/\\\"}{\\object",
    "https://x.org/)](javascript:alert(1))",
    "\u202edrawkcab \ufffe\ufffd \U0001f600",
]  # fmt: skip
VARIABLES = (
    "title",
    "container-title",
    "publisher",
    "publisher-place",
    "URL",
    "DOI",
    "volume",
    "page",
    "genre",
    "note",
)


def items(value: str) -> list[dict[str, object]]:
    return [
        {
            "id": f"{value}{number}",
            "type": kind,
            "author": [{"family": value, "given": value}, {"literal": value}],
            "issued": {"literal": value},
            **dict.fromkeys(VARIABLES, value),
        }
        for number, kind in enumerate(("article-journal", "webpage", "report"))
    ]


def rendered(value: str, to: str) -> list[str]:
    """A bibliography, and a manuscript's citations and entries, of works that are made of a value."""
    references = [from_csl(item, Report()) for item in items(value)]
    cites = [{"id": reference.id, "prefix": value, "suffix": value, "locator": value} for reference in references]
    clusters = citations_of([{"id": value, "items": cites}], Report())
    made = [render_bibliography(references, style, clusters=clusters) for style in ("apa", "harvard")]
    texts = [part["text"] for one in made for parts in one.to_json(to).values() for part in parts]
    return [*(one.to(to) for one in made), *texts]


class Tags(HTMLParser):
    """Collects the tags of a text, each with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


@pytest.mark.parametrize("value", HOSTILE)
def test_html(value: str) -> None:
    for text in rendered(value, "html"):
        tags = Tags()
        tags.feed(text)
        tags.close()
        for tag, attributes in tags.found:
            assert tag in ("div", "span", "i", "b", "a", "sup", "sub")
            assert attributes.keys() <= {"class", "id", "style", "href"}
            assert (attributes.get("href") or "https:").startswith(("http:", "https:", "ftp:"))


COMMANDS = re.compile(r"\\(?:[A-Za-z]+|.)", re.DOTALL)
OURS = {
    *"& % $ # _ { } ,".split(),
    *"""textbackslash textasciitilde textasciicircum textless textgreater textbar textquotedbl textit textbf textsc
    textup textmd textsl textnormal textsuperscript textsubscript underline url href newline hspace begingroup endgroup
    setlength parindent everypar hangindent hangafter par""".split(),
}


@pytest.mark.parametrize("value", HOSTILE)
def test_latex(value: str) -> None:
    for text in rendered(value, "latex"):
        body = text.removeprefix("% \\url and \\href need \\usepackage{hyperref}\n")
        assert {command[1:] for command in COMMANDS.findall(body)} <= OURS
        bare = COMMANDS.sub("", body)
        assert not set("%$#&_^") & set(bare.replace("https://", ""))
        depth = 0
        for brace in re.findall("[{}]", bare):
            depth += 1 if brace == "{" else -1
            assert depth >= 0
        assert depth == 0


@pytest.mark.untraced
@pytest.mark.parametrize("value", HOSTILE)
def test_rtf(value: str) -> None:
    for number, text in enumerate(rendered(value, "rtf")):
        found = rtf.paragraphs(text if number < 2 else f"{{\\rtf1\\ansi {text}\\par}}")
        assert len(found) == (3 if number < 2 else 1)
        assert all(address.startswith(("http", "ftp")) for paragraph in found for address, _ in paragraph.links)


OUR_TAGS = re.compile(r'<span style="font-(?:style|variant): [a-z-]+">|</span>|</?su[pb]>')
LINK = re.compile(r"\[(?:\\.|[^\[\]\\])*\]\(<([^<>]*)>\)|(?<!\\)<([^<>]*)>")


@pytest.mark.parametrize("value", HOSTILE)
def test_markdown(value: str) -> None:
    for text in rendered(value, "markdown"):
        bare = OUR_TAGS.sub("", text)
        for link in LINK.finditer(bare):
            assert (link[1] or link[2]).startswith(("http:", "https:", "ftp:")), link[0]
        rest = LINK.sub("", re.sub(r"\\.", "", bare))
        assert not set("`[]<>|$~^_") & set(rest)


@pytest.mark.parametrize("value", HOSTILE)
def test_text_is_what_the_data_say(value: str) -> None:
    assert any(value.split(maxsplit=1)[0] in text for text in rendered(value, "text"))


@pytest.mark.parametrize("to", OUTPUTS)
def test_ids_and_links_of_anything(to: str) -> None:
    for value in HOSTILE:
        text = Text(value, [Span(0, len(value), Mark.ITALIC), Span(1, 3, Mark.UPRIGHT)])
        written = write([Entry(value, text, (Link(0, len(value), f"https://x.org/{value}"),))], to)
        assert write_text(text, to) or not value
        assert "<script" not in written or to != "html"
        assert json.dumps(written)
