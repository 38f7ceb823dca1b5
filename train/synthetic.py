"""Synthetic strings: invented works in random house styles, and damaged copies of real strings."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from damage import damaged, damages
from house_styles import house
from houses import printed
from labelling import tags_of, with_stop
from printing import Printed
from published import published
from reflist.prose.labels import Label, spans_of
from reflist.prose.tokens import tokenize
from rendered import rendered
from scoring import Labelled
from sources import Sample
from works import LANGUAGES, invented

SEED = 5
STYLED = 0.3
"""The share of strings formatted by citation styles."""

PUBLISHED = 0.3
"""The share of strings of science printed by publishers; random house styles print the rest."""

COPIED = 0.08
"""The share of English samples with a damaged copy."""

PER_HOUSE = 6
"""The number of works printed in one house style."""

FILE = "synthetic"

PEOPLE = frozenset({Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR})
"""The labels of names, to which the full stop of the last initial belongs."""

_WORDS = {
    "de": re.compile(r"\b(?:und|der|die|das|für|im|zur|zum|von|eine[rs]?|über)\b"),
    "fr": re.compile(r"\b(?:et|les|des|du|une?|dans|aux?|sur|la|le)\b"),
    "es": re.compile(r"\b(?:el|los|las|una?|del|y|por|en|da|do|di|della|il)\b"),
    "en": re.compile(r"\b(?:the|of|and|in|an?|for|on|to|with)\b"),
}
"""Words that show a language."""


def synthetic(count: int, known: Sequence[Labelled], bench: Path) -> Iterator[Labelled]:
    """This many strings, about half with titles of known samples; and damaged copies of such samples.

    ``bench`` is the folder of the bibliographies that are formatted in citation styles.
    """
    rng = random.Random(SEED)  # noqa: S311  # the same strings each time are intended
    titles = _titles(known)
    yield from _copies(known, rng)
    styled = round(STYLED * count)
    for line in rendered(styled, bench, titles, rng):
        yield labelled(damaged(line, damages(rng), rng))
    pasted = round(PUBLISHED * count)
    yield from islice(_pasted(titles["en"], rng), pasted)
    yield from _in_houses(count - styled - pasted, titles, rng)


def _copies(known: Sequence[Labelled], rng: random.Random) -> Iterator[Labelled]:
    """Damaged copies of samples: of all that are not in English, and of some that are."""
    for sample, tokens, tagged in known:
        if rng.random() < (COPIED if language_of(sample.text) == "en" else 1.0):
            line = Printed(sample.text, tuple(spans_of(tokens, tagged)))
            yield labelled(damaged(line, damages(rng, share=1.0), rng))


def _pasted(titles: tuple[str, ...], rng: random.Random) -> Iterator[Labelled]:
    """Lists in publishers' styles, each with the damage of its page, without end."""
    while True:
        harm = damages(rng)
        for line in published(rng, titles):
            yield labelled(damaged(line, harm, rng))


def _in_houses(count: int, titles: dict[str, tuple[str, ...]], rng: random.Random) -> Iterator[Labelled]:
    """Invented works in invented house styles."""
    languages = list(LANGUAGES)
    made = 0
    while made < count:
        language = rng.choices(languages, list(LANGUAGES.values()))[0]
        style, harm = house(language, rng), damages(rng)
        first = rng.randint(1, 60)
        for number in range(first, first + PER_HOUSE):
            work = invented(rng, language, titles[language])
            yield labelled(damaged(printed(work, style, number), harm, rng))
            made += 1


def labelled(line: Printed) -> Labelled:
    """A printed line as a sample with tokens and tags."""
    tokens = list(tokenize(line.text))
    spans = [span._replace(end=with_stop(line.text, span.end)) if span.label in PEOPLE else span for span in line.spans]
    return Sample(line.text, (), FILE), tokens, tags_of(spans, tokens)


def _titles(known: Iterable[Labelled]) -> dict[str, tuple[str, ...]]:
    """The titles of samples by language."""
    found: dict[str, list[str]] = {language: [] for language in _WORDS}
    for sample, tokens, tagged in known:
        for span in spans_of(tokens, tagged):
            title = sample.text[span.start : span.end].strip("“”„\"'‘’«» .,")
            if span.label is Label.TITLE and 15 < len(title) < 160:
                found[language_of(title)].append(title)
    return {language: tuple(titles) for language, titles in found.items()}


def language_of(text: str) -> str:
    """The language that most small words of a text belong to; English if it has none."""
    counts = {language: len(words.findall(text)) for language, words in _WORDS.items()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] > counts["en"] else "en"
