"""The command line: arguments, messages, exit statuses; what is done is in `reflist.library`.

Exit status: 0 done; 1 an error or loss under ``--strict``, or an error found by ``check``; 2 wrong use; 3 an input
that could not be read at all or holds nothing to read; 130 stopped by Ctrl-C, 141 by a reader that closed the pipe,
as a shell counts them.

Nothing heavy is imported before a command runs, so that ``--help`` answers at once; and nothing at all before `main`
does, so that Ctrl-C while modules are loaded stops the program like any other.
"""

import gc
import os
import sys

MISUSE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141

COLLECTED = (500_000, 50, 100)
"""How much is made before Python looks for cyclic garbage: what we read and write has none, and a command ends soon."""


def main(argv: list[str] | None = None) -> int:
    """Run the command in ``argv`` (the program's own arguments where not given); the exit status."""
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
    except OSError as error:  # any other file's trouble is told where it arises: this is standard output
        _forget_output()
        print(f"reflist: cannot write standard output: {error.strerror or error}", file=sys.stderr)
        return MISUSE
    except SystemExit as stop:  # argparse has said why
        return stop.code if isinstance(stop.code, int) else MISUSE
    finally:
        if argv is None:  # the program ends: Python need not look for garbage in all that was read once more
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
    """Send what is still to be written nowhere, or Python would try it once more at its end, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
