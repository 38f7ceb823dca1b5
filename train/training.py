"""Train the model of `reflist.prose.learned`: ``make train``.

usage: python train/training.py DATA [--scores | --curves | --ranking]: do not train, but score the shipped model,
calibrate it again, or learn the weights of readings again.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from calibrating import curve, reliability
from choosing import choices, is_in_first_half, weights
from folding import fold
from kept import is_kept, labelled, to_fit, to_measure
from reflist.prose import choice, learned, tagger
from reflist.prose.labels import Tag
from reflist.prose.learned.attributes import ATTRIBUTES
from reflist.prose.learned.confidence import CURVES
from reflist.prose.learned.confidence import curve as whole_curve
from reflist.prose.learned.features import features
from reflist.prose.learned.ranking import WEIGHTS
from reflist.prose.learned.tagger import MODEL, to_name
from reflist.prose.tokens import Token
from scoring import Labelled, Tagger, judged, outcome, score
from synthetic import language_of, synthetic

SYNTHETIC = 11_500
"""How many synthetic strings are made."""

PARAMETERS = {
    "c1": 0.2,
    "c2": 0.05,
    "feature.minfreq": 3,
    "feature.possible_transitions": False,
}
"""Parameters of CRFsuite's L-BFGS: L1 and L2 regularization, and how often a feature must occur."""

ROUNDS, ROUNDS_OF_HALF = 60, 40
"""The rounds of training for the shipped model, and for those of half the samples, which only show what is doubtful."""

TAGGERS: dict[str, Tagger] = {"learned": learned.tag, "rules": tagger.tag, "chosen": choice.judging}

STRAIGHT = whole_curve([(0.0, 0.0), (1.0, 1.0)])
"""The curve that changes nothing."""

BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.87, 0.93, 1.01)


FEWEST = 5
"""A file with fewer strings is not a list."""


def main() -> None:
    """Train on most samples, calibrate on some that were kept, and print how these are read."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path, help="the folder with anystyle/ and grobid/; beside it bench/")
    arguments.add_argument("--scores", action="store_true", help="train nothing, score the model that ships")
    arguments.add_argument("--curves", action="store_true", help="train nothing, fit the curves of confidence again")
    arguments.add_argument("--ranking", action="store_true", help="learn only the weights of readings")
    options = arguments.parse_args()
    found = list(labelled(options.data))
    kept = [one for one in found if is_kept(one[0])]
    known, bench = [one for one in found if not is_kept(one[0])], options.data.parent / "bench"
    if not (options.scores or options.curves):
        WEIGHTS.write_text(json.dumps(ranking(known, bench), indent=0, ensure_ascii=False) + "\n", "utf-8")
    if not (options.scores or options.curves or options.ranking):
        ship([*known, *synthetic(SYNTHETIC, known, bench)])
    if not options.scores:
        CURVES.write_text(json.dumps(curves(kept), indent=1) + "\n", "utf-8")
    print_scores(kept)


def train(found: Iterable[Labelled], path: Path, rounds: int = ROUNDS) -> None:
    """Train on samples and write the model."""
    parameters = {**PARAMETERS, "max_iterations": rounds}
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=parameters, verbose=False)
    for _, tokens, tagged in found:
        trainer.append(features(tokens), list(map(to_name, tagged)))
    trainer.train(str(path))


def ship(found: Sequence[Labelled]) -> None:
    """Train the model to be shipped on samples."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "whole.crfsuite"
        train(found, path)
        fold(path, (tokens for _, tokens, _ in found), MODEL, ATTRIBUTES)


def ranking(known: list[Labelled], bench: Path) -> dict[str, float]:
    """The weights of readings, learned from one half of the samples as read by a model of the other half."""
    halves: list[list[Labelled]] = [[], []]
    for one in known:
        halves[is_in_first_half(one[0])].append(one)
    unseen, seen = ([*half, *synthetic(SYNTHETIC // 2, half, bench)] for half in halves[::-1])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "half.crfsuite"
        train(seen, path, ROUNDS_OF_HALF)
        model = pycrfsuite.Tagger()
        model.open(str(path))
        found = weights(list(choices(unseen, model)))
        model.close()
    return found


def curves(kept: list[Labelled]) -> dict[str, list[tuple[float, float]]]:
    """The curves of confidence for fields and records, from every second kept sample."""
    fitted = [outcome(one, lambda raw, tokens: learned.tag(raw, tokens, STRAIGHT)) for one in to_fit(kept)]
    of_fields = curve(case for one in fitted for case in one.fields)
    right = whole_curve(of_fields)

    def chosen(raw: str, tokens: Sequence[Token]) -> Iterable[Tag]:
        ruled = list(tagger.tag(raw, tokens))
        return ruled if choice.is_whole(tokens, ruled) else learned.tag(raw, tokens, right)

    return {"field": of_fields, "record": curve(outcome(one, chosen).record for one in to_fit(kept))}


def print_scores(kept: list[Labelled]) -> None:
    """Print how the kept samples are read, the most frequent errors, and the reliability of the confidence."""
    sets: dict[str, list[Labelled]] = {}
    for one in kept:
        sets.setdefault(one[0].set, []).append(one)
    sets["in German"] = [one for one in kept if language_of(one[0].text) == "de"]
    wrong = Counter[tuple[str, str]]()
    print(f"{'strings right in every field':28}  number  " + "  ".join(f"{name:>8}" for name in TAGGERS))
    for name, members in sets.items():
        scores = {by: score(members, tag) for by, tag in TAGGERS.items()}
        print(f"{name:28}  {len(members):6}  " + "  ".join(f"{one.share:8.1%}" for one in scores.values()))
        wrong += scores["learned"].wrong if name != "in German" else Counter()
    lists = [members for members in by_file(sets["GROBID"]) if len(members) >= FEWEST]
    alone = [outcome(one, learned.tag) for members in lists for one in members]
    together = [outcome(one, tag) for members, tag in zip(lists, map(_listed, lists), strict=True) for one in members]
    print(f"\nGROBID's lists of {FEWEST} strings or more: {len(lists)}, {len(alone)} strings right in every field")
    for how, outcomes in (("string by string", alone), ("read together", together)):
        print(f"{how:28}  {sum(not one.wrong for one in outcomes) / len(outcomes):6.1%}")
    print("\nthe ten errors that are most frequent")
    for (field, how), count in wrong.most_common(10):
        print(f"{count:6}  {field}: {how}")
    print("\nconfidence of records         number       mean  right")
    for low, high, count, stated, right in reliability(judged(to_measure(kept), choice.judging), BINS):
        print(f"{low:.2f} to {min(high, 1.0):.2f}  {count:22}  {stated:9.1%}  {right:5.1%}")


def by_file(found: Iterable[Labelled]) -> Iterable[list[Labelled]]:
    """The samples of each file, which is the list of one paper."""
    files: dict[str, list[Labelled]] = {}
    for one in found:
        files.setdefault(one[0].file, []).append(one)
    return files.values()


def _listed(members: Iterable[Labelled]) -> Tagger:
    """The tagger for a list."""
    return learned.Listed([sample.text for sample, _, _ in members]).tag


if __name__ == "__main__":
    main()
