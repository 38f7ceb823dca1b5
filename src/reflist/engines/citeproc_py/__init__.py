"""Formatting with citeproc-py, and what it cannot do: year suffixes, quotes, punctuation, sorting, rich text.

How an entry is made: `item.prepared` -> `wrapped.Formatter` (with marks added to the style, see `template`) -> a
string with marks, cached for every list with the reference -> `order`, `letters` -> `punctuation`, `quotes` ->
`marks.to_text`.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reflist.csl.locales import Locales, language
from reflist.csl.output import Entry
from reflist.csl.styles import BadStyleError, Style, find_style
from reflist.engines.citeproc_py import letters, marks, quotes, template
from reflist.engines.citeproc_py.item import clean, prepared
from reflist.engines.citeproc_py.order import SortValues, ordered
from reflist.engines.citeproc_py.punctuation import with_settled_punctuation
from reflist.engines.citeproc_py.wrapped import Formatter
from reflist.engines.fallback import NOT_FORMATTED, plain_entry
from reflist.model import Reference, Value
from reflist.report import Report
from reflist.text import Text

STYLES_KEPT = 16
"""How many prepared styles (each for one language) are kept."""

DRAFTS_KEPT = 20_000
"""How many formatted entries are kept for each style."""

_Content = tuple[str, tuple[tuple[str, Value], ...]]


class Draft(NamedTuple):
    """An entry independent of its list: a string with marks, what it is sorted by, and any problem."""

    raw: str
    keys: tuple[str | None, ...]
    problem: str = ""


class CiteprocPy:
    """The engine; keeps prepared styles and formatted entries."""

    __slots__ = ("_prepared",)

    def __init__(self) -> None:
        self._prepared: dict[tuple[Style, str | None], PreparedStyle] = {}

    def style(self, name: str, report: Report) -> Style:
        """The CSL style of this name or path; see `reflist.csl.styles.find_style`."""
        return find_style(name, report)

    def render(
        self, references: Sequence[Reference], style: Style, locale: str | None, report: Report
    ) -> tuple[Entry, ...]:
        """One entry per reference, in the style's order; see `reflist.engines.base.Engine`."""
        return self._style(style, locale).render(references, report)

    def _style(self, style: Style, locale: str | None) -> "PreparedStyle":
        key = style, locale
        if key not in self._prepared:
            if len(self._prepared) >= STYLES_KEPT:
                self._prepared.clear()
            self._prepared[key] = PreparedStyle(style, locale)
        return self._prepared[key]


class PreparedStyle:
    """A style for one language, ready to render."""

    def __init__(self, style: Style, locale: str | None) -> None:
        if style.root.first("bibliography") is None:
            raise BadStyleError(f"style {style.name!r} formats citations only: it has no bibliography")
        locales = Locales(style, locale)
        self._formatter = Formatter(template.marked_style(style), locales.tag)
        self._language = language(locales.tag)
        self._outer, self._inner = locales.quotes()
        self._inside_quotes = locales.option("punctuation-in-quote")
        self._adds_letters = template.adds_letters(style)
        self._descending = template.descending(style)
        self._date_keys = template.date_keys(style)
        self._drafts: dict[_Content, Draft] = {}

    def render(self, references: Sequence[Reference], report: Report) -> tuple[Entry, ...]:
        """The entries of the references, in the style's order."""
        drafts = [(self._sort_values(reference), self._draft(reference, report)) for reference in references]
        drafts = [(values._replace(keys=draft.keys), draft) for values, draft in drafts]
        drafts = ordered(drafts, self._descending, self._date_keys, self._language)
        raws = [draft.raw for _, draft in drafts]
        given = letters.letters(raws, _acronyms(references)) if self._adds_letters else [""] * len(raws)
        return tuple(
            Entry(values.id, self._finished(raw, letter, number))
            for number, ((values, _), raw, letter) in enumerate(zip(drafts, raws, given, strict=True), start=1)
        )

    def _sort_values(self, reference: Reference) -> SortValues:
        return SortValues((), reference.plain("year-suffix"), reference.id)

    def _draft(self, reference: Reference, report: Report) -> Draft:
        content = _content(reference)
        if content not in self._drafts:
            if len(self._drafts) >= DRAFTS_KEPT:
                self._drafts.clear()
            self._drafts[content] = self._new_draft(reference)
        draft = self._drafts[content]
        if draft.problem:
            report.add(NOT_FORMATTED, draft.problem, reference.origin.place, reference.id)
        return draft

    def _new_draft(self, reference: Reference) -> Draft:
        item = prepared(reference)
        if not (item.strings or item.names):
            return self._plain_draft(reference, "there is nothing to print")
        try:
            raw, keys = self._formatter.entry(item), self._formatter.sort_values(item)
        except Exception as error:  # noqa: BLE001  # citeproc-py raises anything, and one entry must not cost the list
            return self._plain_draft(reference, f"citeproc-py failed: {type(error).__name__}: {error}")
        if not marks.without_marks(raw).strip():
            return self._plain_draft(reference, "the style prints nothing for it")
        return Draft(letters.with_place(raw), tuple(key and marks.without_marks(key) for key in keys))

    def _plain_draft(self, reference: Reference, problem: str) -> Draft:
        entry = clean(plain_entry(reference))
        return Draft(f"{entry}.", (entry,) * len(self._descending), problem)

    def _finished(self, raw: str, letter: str, number: int) -> Text:
        raw = letters.with_letter(raw, letter).replace(marks.NUMBER, str(number)).replace(marks.FIELD_END, " ")
        raw = with_settled_punctuation(raw, self._inside_quotes)
        return marks.to_text(quotes.printed(raw, self._outer, self._inner))


def _content(reference: Reference) -> _Content:
    """All that decides how a reference looks, apart from the list it is in."""
    variables = (pair for pair in reference.variables.items() if pair[0] != "year-suffix")
    return reference.type, tuple(sorted(variables, key=lambda pair: pair[0]))


def _acronyms(references: Sequence[Reference]) -> dict[str, str]:
    """The acronyms that the references give with institutions' names, with these names."""
    return {
        name.acronym: name.literal
        for reference in references
        for variable in ("author", "editor")
        for name in reference.names(variable)
        if name.acronym
    }
