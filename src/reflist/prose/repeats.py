"""Notes that only cite again what one above them cites, which are no references of their own."""

from collections.abc import Sequence

from reflist.prose.notes import ShortForm, folded, read_short_form
from reflist.prose.strings import String
from reflist.report import Report, Rule, Severity
from reflist.source import Source

CITED_AGAIN = Rule(
    "cited-again",
    Severity.NOTE,
    'A note cites again, by a short form or "Ibid.", what a note above it cites. No second reference was made of it.',
)

LONGEST = 300
"""The most characters that a note of short forms has."""

MOST = 100
"""So many strings of one name are looked at, the nearest."""

HEAD = 120
"""The authors of a reference stand among so many of its first characters."""


def without_repeats(strings: Sequence[String], report: Report, source: Source) -> tuple[String, ...]:
    """The strings but those that are short forms of one above them, which are reported. Linear in their length."""
    forms = [_forms(string.text) for string in strings]
    names = {name for of_string in forms for form in of_string for name in form.names}
    above: dict[str, list[tuple[String, str]]] = {}  # by name: the strings that begin with it, with their words
    last: String | None = None
    kept: list[String] = []
    for string, of_string in zip(strings, forms, strict=True):
        meant = [_meant(form, above, last) for form in of_string]
        if meant and all(meant):
            lines = " and ".join(f"line {one.line}" for one in meant if one)
            report.add(CITED_AGAIN, f"{string.text} cites again what {lines} cites", source.place(string.line))
        else:
            kept.append(string)
            if names:
                words = folded(string.text)
                for name in names.intersection(words[:HEAD].split()):
                    above.setdefault(name, []).append((string, f" {words} "))
        last = (meant and meant[-1]) or string
    return tuple(kept)


def _forms(text: str) -> list[ShortForm]:
    """The short forms that a note is; none where any part of it is none."""
    forms = [read_short_form(part) for part in text.split("; ")] if len(text) <= LONGEST else []
    return [form for form in forms if form] if all(forms) else []


def _meant(form: ShortForm, above: dict[str, list[tuple[String, str]]], last: String | None) -> String | None:
    """The string above that a short form stands for: the last that begins with its names and holds its title."""
    if not form.names:
        return last
    title = f" {form.title} " if form.title else ""
    others = {f" {name} " for name in form.names[1:]}
    return next(
        (
            string
            for string, words in reversed(above.get(form.names[0], [])[-MOST:])
            if title in words and all(name in words for name in others)
        ),
        None,
    )
