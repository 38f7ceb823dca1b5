"""The arguments of each command. No room of reflist is imported here: names are checked when they are looked up."""

import os
import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Callable

EXAMPLES = (
    "reflist bib pages -o build",
    "reflist parse page.txt -t ris -o references.ris",
    "reflist render references.json --style harvard",
)
"""What a person who types just ``reflist`` can copy."""

OUTPUTS = ("text", "html", "markdown", "latex", "rtf")
"""What ``render`` can write."""


class _Help(RawDescriptionHelpFormatter):
    """Help as wide as the terminal, which argparse asks shutil for: that loads four modules for archives."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    """How wide the terminal is: as `shutil.get_terminal_size` has it."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80 if sys.__stdout__ else 80
    except (ValueError, OSError):  # closed, or no terminal
        return 80


def top_parser() -> ArgumentParser:
    """The parser of the first argument: a command, ``--help`` or ``--version``."""
    commands = "\n".join(f"  {name:<8} {summary}" for name, (summary, _, _) in COMMANDS.items())
    parser = ArgumentParser(
        prog="reflist",
        usage="reflist COMMAND ...",
        description="Reference lists as people have them, turned into clean bibliographies.",
        epilog=f"commands (reflist COMMAND --help says more):\n{commands}\n\n{_shown(*EXAMPLES)}",
        formatter_class=_Help,
    )
    parser.add_argument("command", nargs="?", default="", help=SUPPRESS)
    parser.add_argument("--version", action="store_true", help="say which version this is")
    return parser


def command_parser(command: str) -> ArgumentParser:
    """The parser of what follows a command."""
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
        help="one more style to write the lists in, besides Harvard and APA",
    )
    _messages(parser)


def _parse(parser: ArgumentParser) -> None:
    _input(parser)
    _output(parser, default="csljson")
    parser.add_argument("--lines", action="store_true", help="every line that is not blank is one reference")
    parser.add_argument("--papers", action="store_true", help="the pages' own references too")
    parser.add_argument(
        "--jobs", type=_count, default=1, metavar="N", help="read long lists by so many processes (default: 1)"
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
        help=f"{', '.join(OUTPUTS)} (default: told by the suffix of the output, else text)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file, not to standard output")
    parser.add_argument("--locale", metavar="xx-XX", help="the language of the list (default: the style's)")
    parser.add_argument(
        "--citations",
        metavar="FILE",
        help="the citations of a manuscript, as JSON: formatted too, with the list of what they cite",
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
    parser.add_argument("--decisions", metavar="FILE", help="what a person has decided is the same, or not (YAML)")
    parser.add_argument(
        "--preprints",
        choices=("weighed", "same", "apart"),
        help="what a preprint and its published version are: one work, two, or as the evidence says (default)",
    )
    parser.add_argument(
        "--against", action="append", default=[], metavar="LIBRARY", help="write only what this file does not have"
    )
    parser.add_argument("--review", metavar="FILE", help="write the pairs to be decided to this page (HTML)")
    parser.add_argument("--undo", action="store_true", help="give back what merged references were made of")
    _messages(parser)


def _check(parser: ArgumentParser) -> None:
    _input(parser)
    _messages(parser)


def _nothing(_parser: ArgumentParser) -> None:
    """A command without arguments."""


def _input(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="what to read; none, or -, is standard input")
    parser.add_argument(
        "-f",
        "--from",
        dest="source_format",
        metavar="FORMAT",
        help="the format of all inputs (default: each one's is told by suffix and content)",
    )


def _output(parser: ArgumentParser, default: str = "") -> None:
    how = f"default: {default}" if default else "default: told by the suffix of the output"
    parser.set_defaults(default_format=default)
    parser.add_argument("-t", "--to", metavar="FORMAT", help=f"the format written (see: reflist formats; {how})")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file, not to standard output")
    parser.add_argument(
        "--origin", action="store_true", help="say in CSL-JSON where each value stood (under custom.reflist)"
    )


def _messages(parser: ArgumentParser) -> None:
    parser.add_argument("--report", metavar="FILE", help="write all findings to this file, as JSON")
    parser.add_argument("--strict", action="store_true", help="exit status 1 for an error or a loss")
    how_much = parser.add_mutually_exclusive_group()
    how_much.add_argument("-v", "--verbose", action="store_true", help="list repairs and notes too")
    how_much.add_argument("-q", "--quiet", action="store_true", help="say nothing but errors")


def _count(text: str) -> int:
    """A number from 1."""
    if not text.isdecimal() or int(text) == 0:
        raise ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return int(text)


def _one_of(names: tuple[str, ...]) -> Callable[[str], str]:
    def check(name: str) -> str:
        if name in names:
            return name
        from difflib import get_close_matches

        near = get_close_matches(name, names, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(names)}"
        raise ArgumentTypeError(f"unknown output '{name}': {hint}")

    return check


def _shown(*examples: str) -> str:
    return "examples:\n" + "\n".join(f"  {example}" for example in examples)


COMMANDS: dict[str, tuple[str, tuple[str, ...], Callable[[ArgumentParser], None]]] = {
    "bib": (
        "pages in, bibliographies out: each cited work once, and who cites it",
        ("reflist bib pages -o build", "reflist bib one.txt two.txt references.json --style vancouver.csl"),
        _bib,
    ),
    "parse": (
        "free text (a page, a list, one reference) to references",
        (
            "reflist parse page.txt -t ris -o references.ris",
            "echo 'Bevir, M. (2009) Key Concepts, London: Sage.' | reflist parse",
        ),
        _parse,
    ),
    "convert": (
        "references from one format to another",
        ("reflist convert references.json -t bibtex", "reflist convert page.txt -f page -o references.ris"),
        _convert,
    ),
    "render": (
        "references to a formatted list in a citation style",
        (
            "reflist render references.json --style apa -t html",
            "reflist parse page.txt | reflist render --style harvard",
            "reflist render references.json --style apa --citations citations.json",
        ),
        _render,
    ),
    "dedupe": (
        "references with each work once",
        (
            "reflist dedupe one.json two.json -o merged.json --report why.json --review questions.html",
            "reflist dedupe new.ris --against library.bib -o new.json",
            "reflist dedupe merged.json --undo -o again.json",
        ),
        _dedupe,
    ),
    "check": ("what is wrong in these files", ("reflist check references.json list.txt -f list",), _check),
    "formats": ("what can be read and written", ("reflist formats",), _nothing),
    "styles": ("which citation styles there are", ("reflist styles",), _nothing),
}
"""Each command: what it does, examples of its use, and what adds its arguments."""
