"""How fast files are converted and read, and with how much memory, compared with other public tools.

Every figure is processor time (the program's and the system's, of all its processes), the median of five runs, with
the tools run in turn; what takes over ten seconds is run once. A conversion is the whole command with its start-up, for
all tools; reading is timed inside the program, without loading the library.

Tried without gain: writing the lines of an entry directly from its fields, by a plan for its type and tags, without a
`Reference` in between and with every value cached. Of the 5,000 entries of ``bib_5k.bib`` 3,129 can be converted so
(the others have dates of more than a year, two fields for one variable, LaTeX, or narrower types). The first
conversion of a process took .39 s instead of .40, a second one .24 s instead of .30: the first half of a run is making
plans, compiling patterns and seeing values for the first time. That is not worth a second path through all formats.
"""

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from subprocess import DEVNULL, CalledProcessError, run
from typing import NamedTuple

import peers
from inputs import MB, Input, made
from measure import PROGRAM, FailedError, Row, Spent, in_own_process, in_turn, spent
from peers import MissingError, Peer

SMALL, LARGE, LATEX = 2 * MB, 30 * MB, 1_300_000

BIB = ("bib_20k.bib",)
IRIDIA = ("iridia-articles.bib", "iridia-biblio.bib")
RIS = ("ris_1k.ris",)


class Conversion(NamedTuple):
    """A row: the files, their sizes, the target format; and for each peer the ratio aimed at.

    With ``written_from``, the files are in that format, and we first convert them to ``source``.
    """

    files: tuple[str, ...]
    sizes: tuple[int, ...]
    source: str
    target: str
    peers: dict[str, float | None]
    written_from: str = ""


CONVERSIONS = [
    Conversion(BIB, (SMALL, LARGE), "bibtex", "ris", {"bibutils": 8, "citation.js": 2}),
    Conversion(BIB, (SMALL, LARGE), "bibtex", "csljson", {"pandoc": 8, "citation.js": 2}),
    Conversion(IRIDIA, (LATEX,), "bibtex", "ris", {"bibutils": 8, "citation.js": 2}),
    Conversion(IRIDIA, (LATEX,), "bibtex", "csljson", {"pandoc": 8, "citation.js": 2}),
    Conversion(RIS, (SMALL, LARGE), "ris", "bibtex", {"bibutils": 15}),
    Conversion(BIB, (SMALL,), "ris", "bibtex", {"bibutils": 15, "pandoc": None, "citation.js": None}, "bibtex"),
    Conversion(RIS, (SMALL, LARGE), "ris", "csljsonl", {}),
]
"""The peers do what they can: pandoc writes no RIS, bibutils no CSL-JSON; pandoc and citation.js reject the RIS of
databases, so they are given RIS that we wrote. None of them reports what it drops."""


class Reading(NamedTuple):
    """A row: a file read by our reader and by another library's, and the ratio aimed at."""

    files: tuple[str, ...]
    format: str
    package: str
    goal: float | None


READINGS = [
    Reading(BIB, "bibtex", "pybtex", 8),
    Reading(BIB, "bibtex", "bibtexparser", None),
    Reading(RIS, "ris", "rispy", None),
]

GROWTH, MEMORY, FLAT = 1.15, 20, 1.2
"""Upper limits: time per MB of the large file relative to the small one, memory relative to size, memory to memory."""


def rows(quick: bool = False) -> Iterator[Row]:
    """Every conversion and reading; with ``quick`` only the small files, each run once."""
    times = 1 if quick else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for conversion in CONVERSIONS:
            yield from _conversion(conversion, folder, times, conversion.sizes[:1] if quick else conversion.sizes)
        for reading in READINGS:
            yield from _reading(reading, folder, times)


# --- converting -----------------------------------------------------------------------------------


def _conversion(conversion: Conversion, folder: Path, times: int, sizes: tuple[int, ...]) -> Iterator[Row]:
    found: list[tuple[Input, Spent]] = []
    for size in sizes:
        given = in_own_process(made, folder, conversion.files, size)
        if conversion.written_from:
            given = _rewritten(given, conversion.written_from, conversion.source)
        what = f"{conversion.source} -> {conversion.target}, {given}"
        own, rows_of_peers = _side_by_side(conversion, given, times)
        if not isinstance(own, Spent):
            yield Row(what, f"reflist {own}", "", None, "", False)
            continue
        found.append((given, own))
        yield from (Row(what, _speed(given, own), *row) for row in rows_of_peers)
        if not rows_of_peers:
            yield Row(what, _speed(given, own), "", None)
    if len(found) == 2:
        yield from _growth(conversion, *found)


def _rewritten(given: Input, source: str, target: str) -> Input:
    """The file converted by reflist to another format."""
    path = given.path.with_suffix(f".{target}")
    run([PROGRAM, "convert", given.path, "-f", source, "-t", target, "-o", path], check=True, stderr=DEVNULL)
    return Input(path, f"{given.made_from} as {target}", path.stat().st_size)


def _side_by_side(
    conversion: Conversion, given: Input, times: int
) -> tuple[Spent | str, list[tuple[str, float | None, str, bool | None]]]:
    """What reflist takes, or why it failed; and for each peer its part of the row."""
    command = [PROGRAM, "convert", str(given.path), "-f", conversion.source, "-t", conversion.target]
    runs: dict[str, Callable[[], Spent]] = {"": partial(spent, [command], given.path)}
    missing = {}
    for name in conversion.peers:
        try:
            peer = peers.CONVERTERS[name](conversion.source, conversion.target)
        except MissingError as error:
            missing[name] = str(error)
        else:
            runs[name] = partial(spent, peer.pipeline, given.path, peer.environment)
    taken = in_turn(runs, times) | missing
    own = taken.pop("")
    if not isinstance(own, Spent):
        return own, []
    parts: list[tuple[str, float | None, str, bool | None]] = []
    for name, goal in conversion.peers.items():
        other, at_least = taken[name], f"at least {goal:g}" if goal else ""
        if isinstance(other, str):
            parts.append((f"{name}: {other}", None, at_least, None))
        else:
            ratio = other.cpu / own.cpu
            parts.append((f"{name}: {_speed(given, other)}", ratio, at_least, ratio >= goal if goal else None))
    return own, parts


def _speed(given: Input, taken: Spent) -> str:
    return f"{given.size / MB / taken.cpu:.2f} MB/s"


def _growth(conversion: Conversion, small: tuple[Input, Spent], large: tuple[Input, Spent]) -> Iterator[Row]:
    """Whether time grows in proportion to the file; the memory used; for CSL-JSON lines, whether it stays constant."""
    what = f"{conversion.source} -> {conversion.target}"
    (short, brief), (long, whole) = small, large
    per_mb = [taken.cpu / (given.size / MB) for given, taken in (small, large)]
    growth = per_mb[1] / per_mb[0]
    against = f"{per_mb[0] * 1000:.0f} ms/MB at {short.size / MB:.0f} MB"
    goal = f"at most {GROWTH}"
    yield Row(f"{what}, growth", f"{per_mb[1] * 1000:.0f} ms/MB", against, growth, goal, growth <= GROWTH)
    over = whole.peak / long.size
    peak = f"{whole.peak / MB:.0f} MB at most"
    yield Row(f"{what}, memory", peak, f"input: {long.size / MB:.0f} MB", over, f"under {MEMORY}", over < MEMORY)
    if conversion.target == "csljsonl":
        flat = whole.peak / brief.peak
        against = f"{brief.peak / MB:.0f} MB at {short.size / MB:.0f} MB"
        yield Row(f"{what}, memory flat", peak, against, flat, f"under {FLAT}", flat < FLAT)


# --- reading --------------------------------------------------------------------------------------


def _reading(reading: Reading, folder: Path, times: int) -> Iterator[Row]:
    given = in_own_process(made, folder, reading.files, SMALL)
    what = f"reading {reading.format}, {given}"
    goal = f"at least {reading.goal:g}" if reading.goal else ""
    try:
        other = peers.reader(reading.package, reading.package)()
    except MissingError as error:
        yield Row(what, "", f"{reading.package}: {error}", None, goal)
        return
    own = peers.reader(f"reflist-{reading.format}", "reflist")()
    taken = in_turn({"own": partial(_read, own, given), "other": partial(_read, other, given)}, times)
    ours, theirs = taken["own"], taken["other"]
    if isinstance(ours, str) or isinstance(theirs, str):
        yield Row(
            what,
            str(ours) if isinstance(ours, str) else _speed(given, ours),
            f"{reading.package}: {theirs}",
            None,
            goal,
        )
        return
    ratio = theirs.cpu / ours.cpu
    against = f"{reading.package}: {_speed(given, theirs)}"
    yield Row(what, _speed(given, ours), against, ratio, goal, ratio >= reading.goal if reading.goal else None)


def _read(peer: Peer, given: Input) -> Spent:
    """What reading takes, as reported by `readers`. Raises `FailedError` if it rejects the file."""
    (arguments,) = peer.pipeline
    try:
        with given.path.open("rb") as source:
            done = run(arguments, stdin=source, capture_output=True, check=True, env={"PATH": "", **peer.environment})
    except CalledProcessError as error:
        raise FailedError(f"fails: {error.stderr.decode(errors='replace').strip().splitlines()[-1][:60]}") from error
    count, taken = done.stdout.split()
    if not int(count):
        raise FailedError("reads nothing")
    return Spent(float(taken), 0)
