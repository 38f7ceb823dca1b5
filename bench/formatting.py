"""How fast bibliographies are formatted, and with how much memory, compared with other public tools.

Every tool formats the same CSL-JSON items as plain text in our own Harvard and APA styles. Every figure is processor
time of the whole command with its start-up, for all tools: the median of five runs, with the tools run in turn; what
takes over ten seconds is run once. citeproc-py is run through our interface, which catches its errors; it cannot
disambiguate works. It and pandoc would take minutes for the large set, and are given only the small one.
"""

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import citeproc_js
import peers
from inputs import MB, items
from measure import PROGRAM, Row, Spent, in_own_process, in_turn, spent
from peers import MissingError, Peer
from reflist.csl.resources import own_styles

STYLES = ("harvard", "apa")
SMALL, LARGE = 1_000, 10_000
AT_LARGE = ("citeproc-js",)
"""The peers that are also given the large set."""

GOALS = {"citeproc-js": 15.0}
"""How many times as fast as each peer we want to be."""

GROWTH, MEMORY = 1.15, 150 * MB
"""Upper limits: time per item of the large set relative to the small one; memory for the large one."""


def rows(quick: bool = False) -> Iterator[Row]:
    """Both styles; with ``quick`` only the small set, each run once."""
    with tempfile.TemporaryDirectory() as name:
        sets = {count: in_own_process(items, Path(name), count) for count in ((SMALL,) if quick else (SMALL, LARGE))}
        for style in STYLES:
            own: dict[int, Spent] = {}
            for count, (path, made_from) in sets.items():
                taken = _taken(style, path, count, 1 if quick else 5)
                yield from _compared(f"{style}, {count:,} items ({made_from})", count, taken)
                ours = taken["reflist"]
                if isinstance(ours, Spent):
                    own[count] = ours
            if len(own) > 1:
                yield from _growth(style, own)


def _taken(style: str, path: Path, count: int, times: int) -> dict[str, Spent | str]:
    """What each tool takes for the items of a file, or why there is no figure."""
    source = own_styles() / f"{style}.csl"
    job = path.with_name(f"{path.stem}-{style}.job.json")
    runs: dict[str, Callable[[], Spent]] = {"reflist": partial(spent, [_command(path, style, "reflist")], path)}
    missing: dict[str, str] = {}
    for name, found in _peers(path, style, source).items():
        if count > SMALL and name not in AT_LARGE:
            continue
        try:
            peer = found()
        except MissingError as error:
            missing[name] = str(error)
            continue
        given = path
        if name == "citeproc-js":
            job.write_text(_job(source, path), "utf-8")
            given = job
        runs[name] = partial(spent, peer.pipeline, given, peer.environment)
    return in_turn(runs, times) | missing


def _command(path: Path, style: str, engine: str) -> list[str]:
    return [PROGRAM, "render", str(path), "--style", style, "--engine", engine, "-t", "text", "-q"]


def _peers(path: Path, style: str, source: Path) -> Mapping[str, Callable[[], Peer]]:
    """The other tools by name, each with a function that finds it or raises `MissingError`."""
    return {
        "citeproc-js": peers.citeproc_js,
        "citeproc-py": lambda: Peer([_command(path, style, "citeproc-py")], {}),
        "pandoc": lambda: _citing(peers.pandoc("csljson", "plain"), source),
    }


def _citing(pandoc: Peer, source: Path) -> Peer:
    ((program, *arguments),) = pandoc.pipeline
    return Peer([[program, *arguments, "--wrap=none", "--citeproc", "--csl", str(source)]], pandoc.environment)


def _job(style: Path, path: Path) -> str:
    """The input of `citeproc.js`."""
    return citeproc_js.job({style.stem: style.read_bytes()}, json.loads(path.read_text("utf-8")), locale="en-GB")


def _compared(what: str, count: int, taken: Mapping[str, Spent | str]) -> Iterator[Row]:
    ours, *_ = taken.values()
    if not isinstance(ours, Spent):
        yield Row(what, f"reflist {ours}", "", None, "", False)
        return
    for name, theirs in list(taken.items())[1:]:
        goal = GOALS.get(name)
        at_least = f"at least {goal:g}" if goal else ""
        if isinstance(theirs, str):
            yield Row(what, _speed(count, ours), f"{name}: {theirs}", None, at_least)
            continue
        ratio = theirs.cpu / ours.cpu
        against = f"{name}: {_speed(count, theirs)}"
        yield Row(what, _speed(count, ours), against, ratio, at_least, ratio >= goal if goal else None)


def _speed(count: int, taken: Spent) -> str:
    return f"{count / taken.cpu:,.0f} items/s, {taken.peak / MB:.0f} MB"


def _growth(style: str, own: Mapping[int, Spent]) -> Iterator[Row]:
    """Whether time grows in proportion to the items, and whether memory for the large set is within limits."""
    small, large = (own[count].cpu / count for count in (SMALL, LARGE))
    growth, peak = large / small, own[LARGE].peak
    against = f"{small * 1e6:.0f} us/item at {SMALL:,}"
    yield Row(f"{style}, growth", f"{large * 1e6:.0f} us/item", against, growth, f"at most {GROWTH}", growth <= GROWTH)
    within = f"under {MEMORY // MB} MB"
    yield Row(f"{style}, memory", f"{peak / MB:.0f} MB", f"{LARGE:,} items", peak / MEMORY, within, peak < MEMORY)
