"""Deduplicate generated records: ``python deduper.py reflist|bib-dedupe|splink COUNT``.

Prints the number of works found, the seconds of processor time (with child processes, without reading and imports), and
the peak memory in bytes. ``candidates`` and ``crowd`` in place of a program print how many pairs we compare, of the
generated records or of as many records with one title.
"""

import os
import resource
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from records import records

Items = Iterable[dict[str, Any]]
Run = Callable[[], int]


def _reflist(items: Items) -> Run:
    from reflist.library.deduping import dedupe  # noqa: PLC0415  # each peer is loaded only where it is asked for
    from reflist.model import from_csl  # noqa: PLC0415

    references = [from_csl({name: value for name, value in item.items() if name != "custom"}) for item in items]
    return lambda: len(dedupe(references).new)


def _candidates(items: Items) -> Run:
    from reflist.matching.keys import candidate_keys, candidates  # noqa: PLC0415
    from reflist.matching.record import Record  # noqa: PLC0415
    from reflist.model import from_csl  # noqa: PLC0415

    return lambda: len(candidates(candidate_keys(Record(from_csl(item))) for item in items))


def _crowd(items: Items) -> Run:
    return _candidates({**item, "title": "On the very same thing"} for item in items)


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


def _splink(items: Items) -> Run:
    """Splink on DuckDB, set up for unlabelled records: levels, blocking rules, expectation maximisation."""
    splink, arrow = import_module("splink"), import_module("pyarrow")
    library = import_module("splink.comparison_library")
    table = arrow.Table.from_pylist(
        [
            {
                "unique_id": item["id"],
                "title": item["title"].lower().rstrip("."),
                "author": item["author"][0]["family"],
                "year": str(item["issued"]["date-parts"][0][0]),
                "journal": item["container-title"],
                "volume": item.get("volume"),
                "pages": item.get("page"),
                "doi": item.get("DOI"),
            }
            for item in items
        ]
    )
    blocks = [("doi",), ("title",), ("author", "year"), ("journal", "volume", "pages"), ("substr(title, 1, 20)",)]
    settings = splink.SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            library.JaroWinklerAtThresholds("title", [0.97, 0.9]),
            library.JaroWinklerAtThresholds("author", [0.92]),
            *map(library.ExactMatch, ("year", "journal", "volume", "pages", "doi")),
        ],
        blocking_rules_to_generate_predictions=[splink.block_on(*block) for block in blocks],
    )

    def run() -> int:
        linker = splink.Linker(splink.DuckDBAPI().register(table), settings, log_level=40)
        linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
        for block in blocks[1:3]:
            linker.training.estimate_parameters_using_expectation_maximisation(splink.block_on(*block))
        pairs = linker.inference.predict(threshold_match_probability=0.5)
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, 0.95)
        return len({row["cluster_id"] for row in found.as_record_list()})

    return run


PEERS = {"reflist": _reflist, "candidates": _candidates, "crowd": _crowd, "bib-dedupe": _bib_dedupe, "splink": _splink}


def spent() -> float:
    """Seconds of processor time used by this process and its children."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def size() -> int:
    """Peak memory so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    name, count = sys.argv[1:]
    run = PEERS[name](records(int(count)))
    began = spent()
    out = os.dup(1)
    os.dup2(2, 1)  # peers print messages
    works = run()
    os.write(out, f"{works} {spent() - began} {size()}\n".encode())
