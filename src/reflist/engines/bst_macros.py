r"""Commands that a BibTeX style defines before its list (``\providecommand``, ``\newcommand``, ``\def``), expanded.

Definitions that need TeX itself (``\ifx``, ``\csname``) are ignored, and such commands stay as they are.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

LONGEST = 1_000_000
"""The most characters to which a text may be expanded."""

DEEPEST = 5
"""How deep commands that stand for other commands are expanded."""


class Macro(NamedTuple):
    """The number of a command's arguments, and what it stands for, with ``#1`` in place of the first argument."""

    arguments: int
    body: str


_DEFINED = re.compile(
    r"\\(?:(?P<provided>provide)|(?:re)?new)command\*?\s*\{?\\(?P<named>[A-Za-z]+)\}?\s*(?:\[(?P<count>\d)\])?\s*(?=\{)"
    r"|\\def\s*\\(?P<defined>[A-Za-z]+)(?P<signs>(?:#\d)*)\s*(?=\{)"
)
_ASKS = re.compile(r"\\(?:if|csname|expandafter|catcode|let|futurelet|begingroup)")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_ARGUMENT = re.compile("#([1-9])")


def defined(preamble: str) -> dict[str, Macro]:
    r"""The commands that a text defines, by name.

    >>> defined(r"\providecommand{\when}[1]{(#1)}")
    {'when': Macro(arguments=1, body='(#1)')}
    """
    found: dict[str, Macro] = {}
    for one in _DEFINED.finditer(preamble):
        body, _ = taken(preamble, one.end())
        name = one["named"] or one["defined"]
        arguments = int(one["count"] or 0) if one["named"] else (one["signs"] or "").count("#")
        if not _ASKS.search(body) and not (one["provided"] and name in found):
            found[name] = Macro(arguments, body)
    return found


def expanded(text: str, macros: Mapping[str, Macro]) -> str:
    r"""A text with the commands expanded that are defined in ``macros``.

    >>> expanded(r"In \when {2001}.", {"when": Macro(1, "(#1)")})
    'In (2001).'
    """
    for _ in range(DEEPEST):
        replaced = _replaced(text, macros)
        if replaced == text or len(replaced) > LONGEST:
            break
        text = replaced
    return text


def _replaced(text: str, macros: Mapping[str, Macro]) -> str:
    pieces: list[str] = []
    at = size = 0
    while size <= LONGEST and (command := _next(text, at, macros)):
        macro = macros[command[1]]
        pieces.append(text[at : command.start()])
        at, values = command.end(), list[str]()
        for _ in range(macro.arguments):
            value, at = taken(text, at)
            values.append(value)
        pieces.append(_filled(macro.body, values))
        size += len(pieces[-1])
    return "".join([*pieces, text[at:]])


def _filled(body: str, values: Sequence[str]) -> str:
    return _ARGUMENT.sub(lambda sign: "".join(values[int(sign[1]) - 1 :][:1]), body)


def _next(text: str, at: int, macros: Mapping[str, Macro]) -> re.Match[str] | None:
    return next((command for command in _COMMAND.finditer(text, at) if command[1] in macros), None)


def taken(text: str, at: int) -> tuple[str, int]:
    """The argument of a command (in braces, or a single character) at an offset, and the offset after it."""
    while text[at : at + 1].isspace():
        at += 1
    if text[at : at + 1] != "{":
        return text[at : at + 1], min(at + 1, len(text))
    depth = 0
    for found in _BRACES.finditer(text, at):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not depth:
            return text[at + 1 : found.start()], found.end()
    return text[at + 1 :], len(text)
