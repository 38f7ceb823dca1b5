"""Notes that only cite again the work of another note, and so are no references of their own."""

from collections.abc import Sequence

from reflist.prose.lists.strings import String
from reflist.prose.notes import ShortForm, folded, read_short_form
from reflist.report import Report, Rule, Severity
from reflist.source import Source

CITED_AGAIN = Rule(
    "cited-again",
    Severity.NOTE,
    'A note cites a work again: by a short form or "Ibid." for a work in a note above, or by names and year for a '
    "listed work. It did not become a second reference.",
)

LONGEST = 300
"""The longest note of short forms, in characters."""

MOST = 100
"""The number of strings with the same name that are compared, the nearest first."""

HEAD = 120
"""The number of characters at the beginning of a reference that contain its authors."""


def without_repeats(strings: Sequence[String], report: Report, source: Source) -> tuple[String, ...]:
    """The strings without those that are short forms of others, which are reported. Linear in their length."""
    forms = [_forms(string.text) for string in strings]
    names = {name for of_string in forms for form in of_string for name in form.names}
    listed = _ByName(names)
    if any(form.is_dated for of_string in forms for form in of_string):
        for string, of_string in zip(strings, forms, strict=True):
            if not of_string:
                listed.add(string)
    above = _ByName(names)
    last: String | None = None
    kept: list[String] = []
    for string, of_string in zip(strings, forms, strict=True):
        meant = [(listed if form.is_dated else above).meant_by(form) if form.names else last for form in of_string]
        if meant and all(meant):
            lines = " and ".join(f"line {one.line}" for one in meant if one)
            report.add(CITED_AGAIN, f"{string.text} cites again what {lines} cites", source.place(string.line))
        else:
            kept.append(string)
            above.add(string)
        last = (meant and meant[-1]) or string
    return tuple(kept)


class _ByName:
    """Strings with their words, by the names at their beginnings that short forms use."""

    def __init__(self, names: set[str]) -> None:
        self._names = names
        self._strings: dict[str, list[tuple[String, str]]] = {}

    def add(self, string: String) -> None:
        """Add a string, the last so far."""
        if self._names:
            words = folded(string.text)
            for name in self._names.intersection(words[:HEAD].split()):
                self._strings.setdefault(name, []).append((string, f" {words} "))

    def meant_by(self, form: ShortForm) -> String | None:
        """The last string that begins with the names of a short form and contains its title."""
        title = f" {form.title} " if form.title else ""
        others = {f" {name} " for name in form.names[1:]}
        return next(
            (
                string
                for string, words in reversed(self._strings.get(form.names[0], [])[-MOST:])
                if title in words and all(name in words for name in others)
            ),
            None,
        )


def _forms(text: str) -> list[ShortForm]:
    """The short forms in a note; empty if any part of it is not a short form."""
    forms = [read_short_form(part) for part in text.split("; ")] if len(text) <= LONGEST else []
    return [form for form in forms if form] if all(forms) else []
