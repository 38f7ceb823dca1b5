"""A program: `reflist bib` with its arguments, but without formatting in any style."""

import sys

from reflist.cli import main
from reflist.library import main_job

if __name__ == "__main__":
    main_job.STYLES = ()  # type: ignore[assignment]  # any number of names will do
    sys.exit(main(sys.argv[1:]))
