"""A program: runs `reflist` with its arguments, then says on standard error how many seconds of it were formatting."""

import sys
import time

import reflist.engines
from reflist.cli import main

formatted = 0.0
render = reflist.engines.render_bibliography


def timed(*arguments: object, **options: object) -> reflist.engines.Rendered:
    """As `render_bibliography`, with its time taken."""
    global formatted  # noqa: PLW0603  # a counter is all the state of this program
    start = time.perf_counter()
    rendered = render(*arguments, **options)  # type: ignore[arg-type]  # passed on as they came
    formatted += time.perf_counter() - start
    return rendered


if __name__ == "__main__":
    reflist.engines.render_bibliography = timed
    status = main(sys.argv[1:])
    print(formatted, file=sys.stderr)
    sys.exit(status)
