"""The arguments of each command. Imports nothing else of reflist: names are checked when they are looked up."""

import os
import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Callable

EXAMPLES = (
    "reflist bib pages -o build",
    "reflist parse page.txt -t ris -o references.ris",
    "reflist render references.json --style harvard",
)
"""Examples to copy, for someone who types just ``reflist``."""

OUTPUTS = ("text", "html", "markdown", "latex", "rtf")
"""What ``render`` can write."""


class _Help(RawDescriptionHelpFormatter):
    """Help as wide as the terminal. argparse asks shutil for the width, which loads four modules for archives."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    """The width of the terminal, as `shutil.get_terminal_size` gives it."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80 if sys.__stdout__ else 80
    except (ValueError, OSError):  # closed, or not a terminal
        return 80


def top_parser() -> ArgumentParser:
    """The parser of the first argument: a command, ``--help`` or ``--version``."""
    commands = "\n".join(f"  {name:<8} {summary}" for name, (summary, _, _) in COMMANDS.items())
    parser = ArgumentParser(
        prog="reflist",
        usage="reflist COMMAND ...",
        description="Reference lists as people have them, turned into clean bibliographies.",
        epilog=f"commands (reflist COMMAND --help describes one):\n{commands}\n\n{_shown(*EXAMPLES)}",
        formatter_class=_Help,
    )
    parser.add_argument("command", nargs="?", default="", help=SUPPRESS)
    parser.add_argument("--version", action="store_true", help="print the version")
    return parser


def command_parser(command: str) -> ArgumentParser:
    """The parser of a command's own arguments."""
    summary, examples, add_arguments = COMMANDS[command]
    parser = ArgumentParser(
        prog=f"reflist {command}",
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=_shown(*examples),
        formatter_class=_Help,
        allow_abbrev=False,
    )
    add_arguments(parser)
    return parser


def _bib(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar="SOURCE", help="a pasted page, a file in a known format, or a folder of them"
    )
    parser.add_argument(
        "-o", "--output", default="build", metavar="DIR", help="the folder to write into (default: build)"
    )
    parser.add_argument(
        "--style",
        action="append",
        default=[],
        metavar="NAME",
        help="another style for the lists, besides Harvard and APA",
    )
    _messages(parser)


def _parse(parser: ArgumentParser) -> None:
    _input(parser)
    _output(parser, default="csljson")
    parser.add_argument("--lines", action="store_true", help="every line that is not blank is a reference")
    parser.add_argument("--papers", action="store_true", help="also write the references of the pages themselves")
    parser.add_argument(
        "--jobs", type=_count, default=1, metavar="N", help="read long lists in N processes (default: 1)"
    )
    _messages(parser)


def _convert(parser: ArgumentParser) -> None:
    _input(parser)
    _output(parser)
    _messages(parser)


def _render(parser: ArgumentParser) -> None:
    _input(parser)
    parser.add_argument(
        "--style", required=True, metavar="NAME|PATH", help="a style (see: reflist styles), a CSL file or a .bst file"
    )
    parser.add_argument(
        "-t",
        "--to",
        type=_one_of(OUTPUTS),
        metavar="OUTPUT",
        help=f"{', '.join(OUTPUTS)} (default: by the suffix of the output file, else text)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file, not to standard output")
    parser.add_argument("--locale", metavar="xx-XX", help="the language of the list (default: the style's)")
    parser.add_argument(
        "--citations",
        metavar="FILE",
        help="the citations of a manuscript, as JSON: format them and the list of what they cite",
    )
    parser.add_argument(
        "--engine",
        default="reflist",
        metavar="NAME",
        help="the formatter: reflist (our own; default), citeproc-py, pybtex",
    )
    _messages(parser)


def _dedupe(parser: ArgumentParser) -> None:
    _input(parser)
    _output(parser, default="csljson")
    parser.add_argument("--decisions", metavar="FILE", help="decisions on which references are the same work (YAML)")
    parser.add_argument(
        "--preprints",
        choices=("weighed", "same", "apart"),
        help="whether a preprint and its published version are one work or two (default: by the evidence)",
    )
    parser.add_argument(
        "--against",
        action="append",
        default=[],
        metavar="LIBRARY",
        help="write only works that this file does not have",
    )
    parser.add_argument("--review", metavar="FILE", help="write the pairs to be decided to this page (HTML)")
    parser.add_argument("--undo", action="store_true", help="restore the references that merged ones were made from")
    _messages(parser)


def _check(parser: ArgumentParser) -> None:
    _input(parser)
    _messages(parser)


def _nothing(_parser: ArgumentParser) -> None:
    """Add no arguments."""


def _input(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="what to read; none, or -, is standard input")
    parser.add_argument(
        "-f",
        "--from",
        dest="source_format",
        metavar="FORMAT",
        help="the format of all inputs (default: found by each one's suffix and content)",
    )


def _output(parser: ArgumentParser, default: str = "") -> None:
    how = f"default: {default}" if default else "default: by the suffix of the output file"
    parser.set_defaults(default_format=default)
    parser.add_argument("-t", "--to", metavar="FORMAT", help=f"the format written (see: reflist formats; {how})")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file, not to standard output")
    parser.add_argument(
        "--origin", action="store_true", help="write into CSL-JSON where each value was found (under custom.reflist)"
    )


def _messages(parser: ArgumentParser) -> None:
    parser.add_argument("--report", metavar="FILE", help="write all findings to this file, as JSON")
    parser.add_argument("--strict", action="store_true", help="exit with status 1 if there is an error or a loss")
    how_much = parser.add_mutually_exclusive_group()
    how_much.add_argument("-v", "--verbose", action="store_true", help="list repairs and notes too")
    how_much.add_argument("-q", "--quiet", action="store_true", help="print errors only")


def _count(text: str) -> int:
    """A whole number from 1 up."""
    if not text.isdecimal() or int(text) == 0:
        raise ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return int(text)


def _one_of(names: tuple[str, ...]) -> Callable[[str], str]:
    def check(name: str) -> str:
        if name in names:
            return name
        from difflib import get_close_matches

        near = get_close_matches(name, names, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"choose from {', '.join(names)}"
        raise ArgumentTypeError(f"unknown output '{name}': {hint}")

    return check


def _shown(*examples: str) -> str:
    return "examples:\n" + "\n".join(f"  {example}" for example in examples)


COMMANDS: dict[str, tuple[str, tuple[str, ...], Callable[[ArgumentParser], None]]] = {
    "bib": (
        "turn pages into bibliographies: each cited work once, and who cites it",
        ("reflist bib pages -o build", "reflist bib one.txt two.txt references.json --style vancouver.csl"),
        _bib,
    ),
    "parse": (
        "turn free text (a page, a list, one reference) into references",
        (
            "reflist parse page.txt -t ris -o references.ris",
            "echo 'Bevir, M. (2009) Key Concepts, London: Sage.' | reflist parse",
        ),
        _parse,
    ),
    "convert": (
        "convert references from one format to another",
        ("reflist convert references.json -t bibtex", "reflist convert page.txt -f page -o references.ris"),
        _convert,
    ),
    "render": (
        "format references as a list in a citation style",
        (
            "reflist render references.json --style apa -t html",
            "reflist parse page.txt | reflist render --style harvard",
            "reflist render references.json --style apa --citations citations.json",
        ),
        _render,
    ),
    "dedupe": (
        "find and merge records of the same work",
        (
            "reflist dedupe one.json two.json -o merged.json --report why.json --review questions.html",
            "reflist dedupe new.ris --against library.bib -o new.json",
            "reflist dedupe merged.json --undo -o again.json",
        ),
        _dedupe,
    ),
    "check": (
        "find what is wrong in files of references and manuscripts",
        ("reflist check references.json list.txt -f list",),
        _check,
    ),
    "formats": ("list the formats that can be read and written", ("reflist formats",), _nothing),
    "styles": ("list the available citation styles", ("reflist styles",), _nothing),
}
"""Each command: its summary, examples of its use, and the function that adds its arguments."""
