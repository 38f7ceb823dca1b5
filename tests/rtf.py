r"""A strict reader of the subset of RTF that our lists may use: anything else is an error.

RTF 1.9.1: groups in braces, control words that end at a space or another character, ``\\u`` followed by its
replacement for old readers. Text is ASCII.
"""

import re
from typing import NamedTuple

TOKEN = re.compile(
    r"\\(?P<word>[a-z]+)(?P<number>-?\d+)? ?|\\(?P<sign>[\\{}*])|(?P<brace>[{}])|(?P<text>[^\\{}])", re.DOTALL
)
TOGGLES = {"i", "b", "scaps", "ul", "super", "sub", "nosupersub"}
"""Control words that begin a mark, which ends with their group."""
BREAKS = {"line": "\n", "tab": "\t"}


class Paragraph(NamedTuple):
    """A paragraph: runs of text and the marks over each, links (address, text), and its indents in twips."""

    runs: list[tuple[str, frozenset[str]]]
    links: list[tuple[str, str]]
    indent: int
    first_line: int

    @property
    def plain(self) -> str:
        return "".join(text for text, _ in self.runs)

    def marked(self, mark: str) -> list[str]:
        """The stretches of text under a mark."""
        stretches, inside = [""], False
        for text, marks in self.runs:
            if mark in marks:
                stretches[-1] += text
            elif inside:
                stretches.append("")
            inside = mark in marks
        return [stretch for stretch in stretches if stretch]


class _Group(NamedTuple):
    marks: frozenset[str]
    kind: str  # "text", "skipped", "address" or "shown"


class _Reader:
    def __init__(self) -> None:
        self.groups = [_Group(frozenset(), "outside")]
        self.paragraphs: list[Paragraph] = []
        self.indents = {"li": 0, "fi": 0}
        self.runs: list[tuple[str, frozenset[str]]] = []
        self.links: list[tuple[str, str]] = []
        self.address = self.units = ""
        self.skip = 0

    def read(self, source: str) -> list[Paragraph]:
        assert source.isascii()
        assert source.startswith("{\\rtf1\\ansi")
        end = 0
        for token in TOKEN.finditer(source):
            assert token.start() == end, source[end : end + 40]
            end = token.end()
            assert self.groups[-1].kind != "outside" or token[0] == "{" or token[0] == "\n", (
                "text outside the file's group"
            )
            self._take(token)
        assert end == len(source)
        assert len(self.groups) == 1, "a group is not closed"
        assert not self.runs, "text after the last paragraph"
        return self.paragraphs

    def _take(self, token: re.Match[str]) -> None:
        if token["brace"] == "{":
            kind = self.groups[-1].kind
            self.groups.append(_Group(self.groups[-1].marks, "text" if kind == "outside" else kind))
        elif token["brace"]:
            self.groups.pop()
            assert self.groups, "a group is closed that was not opened"
        elif token["word"]:
            self._word(token["word"], token["number"])
        elif token["sign"] == "*":
            pass
        else:
            self._text(token["sign"] or token["text"])

    def _word(self, word: str, number: str | None) -> None:
        group = self.groups[-1]
        if word == "u":
            assert number
            assert -32768 <= int(number) <= 65535
            self.units += chr(int(number) % 65536)
            self.skip = 1
        elif word in TOGGLES:
            assert number in (None, "0")
            self.groups[-1] = group._replace(marks=group.marks - {word} if number else group.marks | {word})
        elif word in BREAKS:
            self._text(BREAKS[word])
        elif word in ("li", "fi"):
            self.indents[word] = int(number or 0)
        elif word == "pard":
            self.indents = {"li": 0, "fi": 0}
        elif word == "par":
            self.paragraphs.append(Paragraph(self.runs, self.links, self.indents["li"], self.indents["fi"]))
            self.runs, self.links = [], []
        elif word == "fldinst":
            self.groups[-1] = group._replace(kind="address")
            self.address = ""
        elif word == "fldrslt":
            found = re.fullmatch(r'HYPERLINK "([!#-~]*)"', self.address)
            assert found, self.address
            self.links.append((found[1], ""))
            self.groups[-1] = group._replace(kind="shown")
        elif word == "fonttbl":
            self.groups[-1] = group._replace(kind="skipped")
        else:
            assert word in ("rtf", "ansi", "ansicpg", "deff", "f", "froman", "fs", "field"), f"an unknown word: {word}"

    def _text(self, text: str) -> None:
        if self.skip and text == "?":
            self.skip = 0
            if "\ud800" <= self.units[-1] < "\udc00":
                return  # half of a character
            text, self.units = self.units.encode("utf-16-le", "surrogatepass").decode("utf-16-le"), ""
        assert not self.skip, "a sign that stands for a character is missing"
        kind, marks = self.groups[-1].kind, self.groups[-1].marks
        if text == "\n" and not self.runs:
            return
        if kind == "address":
            self.address += text
        elif kind in ("text", "shown"):
            self.runs.append((text, marks))
            if kind == "shown":
                address, shown = self.links.pop()
                self.links.append((address, shown + text))


def paragraphs(source: str) -> list[Paragraph]:
    """The paragraphs of a file; an assertion fails if it is not valid."""
    return _Reader().read(source)
