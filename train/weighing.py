"""The worth of each rule that mends tagged parts, or finds parts by their form: ``make weigh``.

usage: python train/weighing.py DATA [--seeds N ...] [--show RULE ...]

Every string is read with all rules, and again without each rule that had an effect on it. Counted are the strings that
are right in every field only with the rule (+), and only without it (-), for each set: AnyStyle's and GROBID's labelled
strings, each by itself, and the records of lists made by `bench/pasted.py` with these seeds, all judged as in training
or that bench; and the strings of tests/strings and lists of tests/lists. Rules that hurt come first. ``--show`` prints
the strings that a rule decides. A rule without any count may still matter: for values that no set has, such as a type,
or for strings of kinds that no set has.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pasted
import reflist
import scoring
import strict
from kept import labelled
from pasted_styles import SETS
from reflist.model import to_csl
from reflist.prose import fixed, learned, mending, reference
from reflist.prose.labels import Span, spans_of
from reflist.prose.learned import listed, tagger
from reflist.prose.learned.readings import Decoded
from reflist.prose.line import Line
from reflist.prose.mending.mender import Mender
from reflist.prose.mending.rule import Parts, Rule
from reflist.prose.tokens import Token
from scoring import Labelled
from string_truths import STRINGS, differences, read, truths

Verdict = dict[str, bool]
"""For each string whether it is right in every field."""

Finder = Callable[[Line], None]

LISTS = STRINGS.parent / "lists"
SEEDS = (8, 9)


class Case(NamedTuple):
    """A string read by itself, or the strings of a list: its set, and a function that reads and judges it."""

    set: str
    read: Callable[[], Verdict]


class Weight(NamedTuple):
    """The worth of a rule: the strings that are right only with it, and only without it, each with its set."""

    rule: str
    gained: tuple[tuple[str, str], ...]
    lost: tuple[tuple[str, str], ...]

    @property
    def net(self) -> int:
        """How many more strings are right with the rule than without it."""
        return len(self.gained) - len(self.lost)


class Rules(NamedTuple):
    """Rules of both kinds, in order, with their names."""

    fixed: Sequence[Finder]
    mended: Sequence[Rule]

    @property
    def names(self) -> list[str]:
        """The names of all rules."""
        return [find.__name__ for find in self.fixed] + [rule.mend.__name__ for rule in self.mended]

    def without(self, name: str) -> "Rules":
        """All rules but one."""
        return Rules(
            [find for find in self.fixed if find.__name__ != name],
            [rule for rule in self.mended if rule.mend.__name__ != name],
        )

    def noting(self, done: set[str]) -> "Rules":
        """The same rules, adding their names to a set when they change something."""
        return Rules([_noting(find, done) for find in self.fixed], [_noting_rule(rule, done) for rule in self.mended])

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Use these rules and no others in the enclosed block."""
        mend = Mender(self.mended).mend
        with ExitStack() as patched:
            for module, name, now in (
                (tagger, "FINDERS", self.fixed),
                (reference, "mend", mend),
                (scoring, "mend", mend),
            ):
                patched.enter_context(patch.object(module, name, now))
            yield


def _noting(find: Finder, done: set[str]) -> Finder:
    def found(line: Line) -> None:
        before = line.open
        find(line)
        if line.open != before:
            done.add(find.__name__)

    return found


def _noting_rule(rule: Rule, done: set[str]) -> Rule:
    def mend(parts: Parts, index: int) -> Sequence[Span] | None:
        new = rule.mend(parts, index)
        if new is not None:
            done.add(rule.mend.__name__)
        return new

    return rule._replace(mend=mend)


def weigh(cases: Iterable[Case], rules: Rules) -> list[Weight]:
    """The weights of the rules on these cases, the most harmful first."""
    gained: dict[str, list[tuple[str, str]]] = {name: [] for name in rules.names}
    lost: dict[str, list[tuple[str, str]]] = {name: [] for name in rules.names}
    changed: dict[str, list[tuple[Case, Verdict]]] = {name: [] for name in rules.names}
    done: set[str] = set()
    with _decoded_once():
        with rules.noting(done).applied():
            for case in cases:
                done.clear()
                verdict = case.read()
                for name in done:
                    changed[name].append((case, verdict))
        for name, read_with in changed.items():
            with rules.without(name).applied():
                for case, verdict in read_with:
                    for text, is_right in case.read().items():
                        if is_right != verdict[text]:
                            (lost if is_right else gained)[name].append((case.set, text))
    weights = (Weight(name, tuple(gained[name]), tuple(lost[name])) for name in rules.names)
    return sorted(weights, key=lambda weight: (weight.net, weight.rule))


@contextmanager
def _decoded_once() -> Iterator[None]:
    """Cache the model's result for each string in the enclosed block, since no rule changes it."""
    known: dict[str, Decoded] = {}
    decode = tagger.decode

    def remembered(raw: str, tokens: Sequence[Token]) -> Decoded:
        if raw not in known:
            known[raw] = decode(raw, tokens)
        return known[raw]

    with ExitStack() as patched:
        for module in (tagger, listed):
            patched.enter_context(patch.object(module, "decode", remembered))
        yield


# --- the cases --------------------------------------------------------------------------------------------------------


def of_labelled(one: Labelled) -> Case:
    """A string labelled by people."""
    sample, tokens, _ = one
    expected = scoring.truth(one)

    def verdict() -> Verdict:
        spans = spans_of(tokens, learned.tag(sample.text, tokens))
        return {sample.text: not scoring.wrong_fields(sample.text, spans, expected)[0]}

    return Case(sample.set, verdict)


def of_string(raw: str, true: dict[str, str]) -> Case:
    """A string of tests/strings."""
    return Case("strings", lambda: {raw: not differences(true, read(raw))})


def of_list(path: Path) -> Case:
    """A list of tests/lists, by the path of its right values."""
    expected, text = strict.read_truth(path), path.with_suffix(".txt").read_text("utf-8")

    def verdict() -> Verdict:
        items = [to_csl(one) for one in reflist.parse(text).references]
        return {str(one["raw"]): not strict.differences(one, item) for one, item in zip(expected, items, strict=False)}

    return Case("lists", verdict)


def of_pasted(style: str, links: str, seed: int, sets: Sequence[Sequence[pasted.Item]]) -> Case:
    """A list that is formatted and then damaged."""
    lines = pasted.listed(style, links, sets, seed)
    return Case("pasted", lambda: {one.line: not one.wrong for one in pasted.read(style, lines)})


def cases(data: Path, seeds: Iterable[int]) -> Iterator[Case]:
    """All cases."""
    yield from map(of_labelled, labelled(data))
    for path in sorted(STRINGS.glob("*.txt")):
        yield from (of_string(raw, dict(true)) for raw, true in truths(path))
    yield from map(of_list, sorted(LISTS.glob("*.jsonl")))
    works = pasted.works()
    for seed in seeds:
        for styles in SETS.values():
            yield from (of_pasted(style, links, seed, works) for style, links in styles.items())


# --- the table --------------------------------------------------------------------------------------------------------

NAMES = ("AnyStyle", "GROBID", "strings", "lists", "pasted")


def table(weights: Iterable[Weight]) -> Iterator[str]:
    """A line for each rule."""
    yield f"{'':32}{'net':>5}" + "".join(f"{name:>12}" for name in NAMES)
    for rule, gained, lost in weights:
        more, fewer = Counter(name for name, _ in gained), Counter(name for name, _ in lost)
        counts = "".join(f"{f'+{more[name]} -{fewer[name]}':>12}" for name in NAMES)
        yield f"{rule:32}{len(gained) - len(lost):5}{counts}"


def main() -> None:
    """Weigh all rules and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path, help="the folder with anystyle/ and grobid/")
    arguments.add_argument("--seeds", type=int, nargs="*", default=SEEDS, help="of the pasted lists")
    arguments.add_argument("--show", nargs="*", default=(), metavar="RULE", help="rules whose strings are printed")
    options = arguments.parse_args()
    weights = weigh(cases(options.data, options.seeds), Rules(fixed.FINDERS, mending.RULES))
    for line in table(weights):
        print(line)
    for weight in weights:
        for sign, strings in ("+", weight.gained), ("-", weight.lost):
            for name, text in strings if weight.rule in options.show else ():
                print(f"{weight.rule} {sign} {name}: {text}")


if __name__ == "__main__":
    main()
