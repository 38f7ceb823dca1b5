"""The command line: arguments, messages and exit statuses; the work itself is done in `reflist.library`.

Exit status: 0 done; 1 an error or loss under ``--strict``, or an error found by ``check``; 2 wrong use; 3 an input
that could not be read at all or holds nothing to read; 130 stopped by Ctrl-C, 141 because the program reading the
output ended, as shells count them.

Nothing heavy is imported before a command runs, so that ``--help`` answers at once. Nothing at all is imported before
`main` runs, so that Ctrl-C while modules load stops the program cleanly.
"""

import gc
import os
import sys

MISUSE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141

COLLECTED = (500_000, 50, 100)
"""Thresholds of Python's garbage collector, raised because our data have no cycles and a command soon ends."""


def main(argv: list[str] | None = None) -> int:
    """Run the command in ``argv`` (default: the program's own arguments) and return the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    gc.set_threshold(*COLLECTED)
    try:
        status = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return PIPE_CLOSED
    except OSError as error:  # trouble with any other file is reported where it arises: this is standard output
        _forget_output()
        print(f"reflist: cannot write standard output: {error.strerror or error}", file=sys.stderr)
        return MISUSE
    except SystemExit as stop:  # argparse has printed the reason
        return stop.code if isinstance(stop.code, int) else MISUSE
    finally:
        if argv is None:  # the program ends: Python need not search all that was read for garbage once more
            gc.freeze()
    return status


def _run(arguments: list[str]) -> int:
    from reflist.cli.arguments import COMMANDS, command_parser, top_parser

    top = top_parser()
    if not arguments:
        top.print_help()
        return 0
    options = top.parse_args(arguments[:1])
    if options.version:
        from importlib.metadata import version

        print(f"reflist {version('reflist')}")
        return 0
    if options.command not in COMMANDS:
        from difflib import get_close_matches

        near = get_close_matches(options.command, COMMANDS, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(COMMANDS)}"
        top.error(f"unknown command '{options.command}': {hint}")
    chosen = command_parser(options.command).parse_intermixed_args(arguments[1:])
    from reflist.cli.running import run

    return run(options.command, chosen)


def _forget_output() -> None:
    """Discard what is still to be written; else Python would try to write it on exit, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
