"""Running a command: messages, report file and exit status."""

import json
import re
import sys
from argparse import Namespace
from collections.abc import Iterable
from contextlib import suppress
from itertools import islice

from reflist.cli.commands import COMMANDS
from reflist.late import late
from reflist.library.files import write_file
from reflist.library.reading import UNREAD
from reflist.report import ReflistError, Report, Severity
from reflist.source import SourceError

DONE, FOUND, MISUSE, UNREAD_INPUT = 0, 1, 2, 3
"""The exit statuses."""

_CONTROLS = late("[\0-\x1f\x7f-\x9f\u2028\u2029]")
"""Characters that would break a message's line or control the terminal."""


def run(command: str, options: Namespace) -> int:
    """Run a command and return its exit status."""
    report = Report()
    try:
        more = COMMANDS[command](options, report)
        _print_messages(command, options, report)
        if getattr(options, "report", None):
            content = json.dumps(more or {"diagnostics": report.to_json()}, ensure_ascii=False, indent=2) + "\n"
            write_file(options.report, [content.encode("utf-8", "replace")])
    except ReflistError as error:
        _print_messages(command, options, report)
        print_lines([f"reflist {command}: {error}"])
        return UNREAD_INPUT if isinstance(error, SourceError) else MISUSE
    return _status(command, options, report)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines on standard error, if that is open; if it is not, the exit status stays the same."""
    if sys.stderr is not None:
        with suppress(OSError):
            rest = iter(lines)
            while some := [line if line.isprintable() else _CONTROLS.sub(_escaped, line) for line in islice(rest, 500)]:
                print("\n".join(some), file=sys.stderr)


def _status(command: str, options: Namespace, report: Report) -> int:
    if UNREAD & report.counts().keys():
        return UNREAD_INPUT
    grave = {Severity.ERROR, Severity.LOSS} if getattr(options, "strict", False) else set()
    if command == "check":
        grave.add(Severity.ERROR)
    return FOUND if any(diagnostic.severity in grave for diagnostic in report) else DONE


def _print_messages(command: str, options: Namespace, report: Report) -> None:
    """Print errors and losses, and counts of repairs and notes; everything with ``-v``, only errors with ``-q``."""
    if getattr(options, "verbose", False):
        print_lines(map(str, report))
        return
    quiet = getattr(options, "quiet", False)
    print_lines(map(str, report.of(Severity.ERROR) if quiet else report.of(Severity.ERROR, Severity.LOSS)))
    counts = [(report.count(severity), severity.value) for severity in (Severity.REPAIR, Severity.NOTE)]
    counted = " and ".join(f"{count} {name}{'s' if count > 1 else ''}" for count, name in counts if count)
    if counted and not quiet and command != "bib":  # the summary of bib counts them itself
        print_lines([f"reflist {command}: {counted}; -v lists them"])


def _escaped(control: re.Match[str]) -> str:
    return control[0].encode("unicode_escape").decode()
