r"""LaTeX that cites by key: ``\cite{a}``, natbib's ``\citep[see][3]{a}``, biblatex's ``\parencites{a}[3]{b}``."""

import re
from collections.abc import Iterator

from reflist.checking.base import Cited
from reflist.source import Source

SUFFIXES = (".tex", ".ltx", ".latex", ".rnw")
"""Suffixes of manuscripts in LaTeX."""

_LEFT_OUT = re.compile(
    r"(?<!\\)%[^\n]*|\\begin\{(?P<raw>verbatim|lstlisting|comment|minted)\*?\}.*?(?:\\end\{(?P=raw)\*?\}|\Z)"
    r"|\\(?:verb|lstinline)\*?(?P<mark>[^\w\s{])[^\n]*?(?P=mark)"
    r"|\\(?:re)?newcommand\*?[^\n]*|\\Declare[A-Z][^\n]*",
    re.DOTALL,
)
"""Comments, verbatim text, and definitions of commands."""

_COMMAND = re.compile(
    r"\\[A-Za-z]{0,20}[Cc]ite(?:s|ps?|ts?|al[pt]|num|n|a|A|(?:full)?authors?|authorp|years?|yearp|yearpar|titles?|date|url)?"
    r"\*?(?=\s*[\[{(])"
)
_ARGUMENTS = re.compile(r"\s*(?:\[(?P<note>[^\[\]]{0,500})\]|\([^()]{0,500}\)|\{(?P<keys>[^{}]{0,5000})\})")
_KEY = re.compile(r"[^\s,][^,]*")
_SEVERAL = "s"
"""The ending of biblatex's commands that take several pairs of notes and keys."""


def is_latex(source: Source) -> bool:
    """Whether a text is a LaTeX manuscript, by its file name or its beginning."""
    return source.name.lower().endswith(SUFFIXES) or "\\documentclass" in source.beginning


def keys_in_latex(text: str) -> Iterator[Cited]:
    r"""Each key that the text cites, with its offset; ``*`` for ``\nocite{*}``.

    >>> [cited.key for cited in keys_in_latex(r"\citep[see][p.~3]{doe2001, roe1999} % \cite{no}")]
    ['doe2001', 'roe1999']
    """
    text = _LEFT_OUT.sub(lambda found: " " * len(found[0]), text)
    for command in _COMMAND.finditer(text):
        yield from _keys_after(text, command)


def _keys_after(text: str, command: re.Match[str]) -> Iterator[Cited]:
    """The keys in a command's arguments: in its first braces, or in all of them for a command that takes several."""
    several = command[0].rstrip("*").endswith(_SEVERAL)
    at = command.end()
    while found := _ARGUMENTS.match(text, at):
        at = found.end()
        if found["keys"] is None:
            continue
        for found_key in _KEY.finditer(found["keys"]):
            key = found_key[0].rstrip()
            if "#" not in key and "\\" not in key:  # else a parameter or command within a definition
                yield Cited(key, found.start("keys") + found_key.start())
        if not several:
            return
