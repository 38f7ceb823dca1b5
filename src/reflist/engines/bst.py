"""BibTeX's own styles: programs in ``.bst`` files (Patashnik, "Designing BibTeX Styles"), run by pybtex.

A style writes a ``thebibliography`` in LaTeX, whose items are read. A program that does not end, or whose strings grow
without end, is stopped.
"""

import io
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from typing import Any, NamedTuple

import pybtex.io
from pybtex.bibtex.bst import parse_stream
from pybtex.bibtex.interpreter import Interpreter
from pybtex.database.input.bibtex import Parser
from pybtex.errors import capture
from pybtex.exceptions import PybtexError

from reflist.engines.bst_macros import defined, expanded
from reflist.grammar import latex
from reflist.text import Text

MOST_STEPS = 1_000_000
"""The most values that a program may push onto its stack for one entry."""

LONGEST_STRING = 1_000_000
"""The longest string, in characters, that a program may make."""


class BstError(Exception):
    """A program that cannot be read, or cannot be run to its end, and why."""


class Item(NamedTuple):
    """An item of a bibliography: its key, its label, and its text."""

    key: str
    label: str
    text: Text


class Program(NamedTuple):
    """A parsed ``.bst`` file."""

    commands: list[Any]


def read_program(text: str, name: str) -> Program:
    """Parse a program. Raises `BstError`, with the place."""
    try:
        return Program(list(parse_stream(io.StringIO(text), name)))
    except (PybtexError, RecursionError) as error:
        raise BstError(str(error) or "nested too deeply") from error


def run(program: Program, bibtex: str, keys: list[str]) -> tuple[list[Item], list[str]]:
    """The items that a program writes for the entries in BibTeX, in its order, and its warnings.

    Raises `BstError` if it fails. What the program prints goes to standard error.
    """
    with printing_to_standard_error(), capture() as found:
        interpreter = _Bounded(bibtex)
        try:
            written = interpreter.run(program.commands, keys, [], 2)
        except Exception as error:  # a program can do anything wrong, and pybtex does not catch it
            raise BstError(f"{type(error).__name__}: {error}".rstrip(": ")) from error
        warnings = [str(warning) for warning in found]
    return list(_items(written)), warnings


@contextmanager
def printing_to_standard_error() -> Iterator[None]:
    """Send what pybtex prints to standard error, or nowhere if there is none."""
    target = sys.stderr or io.StringIO()
    before = pybtex.io.stdout
    pybtex.io.stdout = target
    try:
        with redirect_stdout(target):
            yield
    finally:
        pybtex.io.stdout = before


class _Bounded(Interpreter):  # type: ignore[misc]  # pybtex is untyped
    """pybtex's interpreter, limited in steps, with input from a string and its output lines collected."""

    def __init__(self, bibtex: str) -> None:
        def parser(**options: Any) -> _Data:
            return _Data(bibtex, options)

        super().__init__(parser, None)
        self.steps = 0
        self.entry: object = None
        self.current_entry_key: object = None

    def push(self, value: object) -> None:
        if self.entry is not self.current_entry_key:
            self.entry, self.steps = self.current_entry_key, 0
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise BstError("it does not end")
        if isinstance(value, str) and len(value) > LONGEST_STRING:
            raise BstError("a string grows without end")
        super().push(value)

    def pop(self) -> Any:
        self.steps += 1  # a loop may push nothing
        return super().pop()

    def newline(self) -> None:
        self.output_lines.append("".join(self.output_buffer) + "\n")
        self.output_buffer.clear()


class _Data:
    """The parser from which the interpreter gets its entries."""

    def __init__(self, bibtex: str, options: Mapping[str, Any]) -> None:
        self.bibtex = bibtex
        self.options = options

    def parse_files(self, _files: object) -> Any:
        """The entries, in the form that the interpreter expects."""
        return Parser(**self.options).parse_string(self.bibtex)


# --- what it wrote --------------------------------------------------------------------------------------------------

ITEMS = {"bibitem": 1, "harvarditem": 3}
"""The commands that begin an item, and how many arguments they have; the last is the key."""

PACKAGE_COMMANDS = {
    "newblock": " ",
    "newline": " ",
    "allowbreak": "",
    "bysame": "———",
    "harvardand": "and",
    "harvardurl": "",
    "natexlab": "",
    "bibnamefont": "",
    "bibfnamefont": "",
    "urlprefix": "",
    "BibitemOpen": "",
    "BibitemShut": "",
}
"""Commands that styles expect their packages to define, and their replacements; their arguments stay."""

_ITEM = re.compile(rf"\\({'|'.join(ITEMS)})(?![A-Za-z])\s*")
_END = re.compile(r"\\end\s*\{thebibliography\}")
_BRACES = re.compile(r"\\.|[{}\]]", re.DOTALL)
_NAMED = re.compile(r"\\(?:bibinfo|bibfield)\s*\{[^{}]*\}\s*")
_PACKAGE_COMMAND = re.compile(rf"\\({'|'.join(PACKAGE_COMMANDS)})(?![A-Za-z])\s*")
_UNKNOWN = re.compile(r"\\[A-Za-z@]+\*?\s*|[{}]")
_NATBIB = re.compile(r"\(\D*\d{0,4}\w?\)")
"""A label for natbib, such as ``Doe(2001)``, from which natbib makes citations; its lists print no labels."""


def _items(written: str) -> Iterator[Item]:
    written = written.replace("%\n", "")
    end = _END.search(written)
    before, *parts = _ITEM.split(written[: end.start()] if end else written)
    macros = {name: macro for name, macro in defined(before).items() if name not in PACKAGE_COMMANDS}
    for number, (command, part) in enumerate(zip(parts[::2], parts[1::2], strict=True), start=1):
        label, rest = _enclosed(part, "[", "]") if part.startswith("[") else (f"{number}", part)
        key = ""
        for _ in range(ITEMS[command]):
            key, rest = _enclosed(rest.lstrip(), "{", "}")
        shown = _read(label).plain
        printed = ITEMS[command] == 1 and not _NATBIB.search(shown)
        yield Item(key.strip(), shown if printed else "", _read(expanded(rest, macros) if macros else rest))


def _enclosed(text: str, opening: str, closing: str) -> tuple[str, str]:
    """What is between a text's first character and the one that closes it, and what follows."""
    if not text.startswith(opening):
        return "", text
    depth = 0
    for found in _BRACES.finditer(text, 1):
        if found[0] == closing and not depth:
            return text[1 : found.start()], text[found.end() :]
        depth += {"{": 1, "}": -1}.get(found[0], 0)
    return text[1:], ""


def _read(written: str) -> Text:
    """One line of LaTeX as text; an unknown command is dropped, and what follows it kept."""
    line = _PACKAGE_COMMAND.sub(lambda command: PACKAGE_COMMANDS[command[1]], _NAMED.sub("", written))
    text = latex.read(" ".join(line.split()))
    stretches = [0, *(at for found in _UNKNOWN.finditer(text.plain) for at in found.span()), len(text)]
    kept = (text[start:end] for start, end in zip(stretches[::2], stretches[1::2], strict=True))
    return Text.join("", kept).strip()
