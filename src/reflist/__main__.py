"""``python -m reflist``: the command line."""

import sys

from reflist.cli import main

if __name__ == "__main__":
    sys.exit(main())
