"""A program that de-duplicates generated records: ``python deduper.py reflist|bib-dedupe|splink COUNT``.

It says how many works it found, the seconds of the processor that took (reading and imports left out, what it starts
counted), and by how many bytes its size grew.
"""

import os
import resource
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from records import records

Items = list[dict[str, Any]]
Run = Callable[[], int]


def _reflist(items: Items) -> Run:
    from reflist.library.deduping import dedupe  # noqa: PLC0415  # each peer is loaded only where it is asked for
    from reflist.model import from_csl  # noqa: PLC0415

    references = [from_csl({name: value for name, value in item.items() if name != "custom"}) for item in items]
    items.clear()
    return lambda: len(dedupe(references).new)


def _bib_dedupe(items: Items) -> Run:
    pandas, bib_dedupe = import_module("pandas"), import_module("bib_dedupe.bib_dedupe")
    rows = [
        {
            "ID": item["id"],
            "ENTRYTYPE": "article",
            "search_set": "",
            "author": " and ".join(f"{name['family']}, {name['given']}" for name in item["author"]),
            "title": item["title"],
            "year": str(item["issued"]["date-parts"][0][0]),
            "journal": item["container-title"],
            "volume": item.get("volume", ""),
            "number": item.get("issue", ""),
            "pages": item.get("page", ""),
            "doi": item.get("DOI", ""),
            "abstract": item.get("abstract", ""),
        }
        for item in items
    ]
    frame = pandas.DataFrame(rows)

    def run() -> int:
        prepared = bib_dedupe.prep(frame, verbosity_level=0, cpu=1)
        matched = bib_dedupe.match(bib_dedupe.block(prepared, verbosity_level=0, cpu=1), verbosity_level=0, cpu=1)
        return len(bib_dedupe.merge(frame, matched_df=matched, verbosity_level=0))

    return run


PEERS = {"reflist": _reflist, "bib-dedupe": _bib_dedupe}


def spent() -> float:
    """Seconds of the processor, of this program and of what it started."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def size() -> int:
    """The largest size so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    name, count = sys.argv[1:]
    run = PEERS[name](list(records(int(count))))
    before, began = size(), spent()
    out = os.dup(1)
    os.dup2(2, 1)  # peers talk
    works = run()
    os.write(out, f"{works} {spent() - began} {size() - before} {size()}\n".encode())
