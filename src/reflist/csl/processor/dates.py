"""Dates (CSL 1.0.2, "Date"): localised or not, date parts and ranges, seasons, eras, year suffixes."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reflist.csl.locales import Locales
from reflist.csl.processor.finishing import finish
from reflist.csl.processor.look import look_of
from reflist.csl.processor.state import Render, State, Words
from reflist.csl.processor.tree import PLAIN, Box, Look, Node, Run, in_look, plain
from reflist.csl.xml import Element
from reflist.grammar.seasons import SEASONS
from reflist.model import Date, DateParts
from reflist.text import Text

PARTS = ("year", "month", "day")
SEASON_MONTHS = {13: 1, 14: 2, 15: 3, 16: 4, 21: 1, 22: 2, 23: 3, 24: 4}
"""Numbers that stand for seasons in place of a month."""

SHOWN = {"year-month-day": PARTS, "year-month": ("year", "month"), "year": ("year",)}
"""The date parts that each value of ``date-parts`` shows of a localised date."""


YEAR_OFFSET = 10**7
"""Added to years before our era in sort keys, which have seven digits."""


MOST_CACHED = 1000
"""How many formatted dates are kept for each place in a style that prints a date."""


_DateKey = tuple[tuple[DateParts, ...], str, str]
"""The numbers of a date, its season, and the year suffix."""


class Part(NamedTuple):
    """A date part and how it is printed."""

    name: str
    form: str
    look: Look
    range_delimiter: str


def compile_date(element: Element, locales: Locales, look: Look) -> tuple[Render, Words | None]:
    """Functions that render a ``cs:date`` in its look, and that give the date as plain text if it can be."""
    variable = element.get("variable", "")
    form = element.get("form")
    delimiter, parts = _localised(element, form, locales) if form else _own_parts(element)
    writer = _Writer(parts, delimiter, locales)

    def render(state: State) -> Node | None:
        state.called += 1
        if variable in state.done:
            return None
        date = state.work.dates.get(variable)
        if date is None:
            return None
        if state.substituting:
            state.done.add(variable)
        if state.sorting:
            state.filled += 1
            return Run(Text(sort_key(date, [part.name for part in parts])))
        written = writer.write(date, state, variable)
        if written is None:
            return None
        state.filled += 1
        return in_look(written, look)

    def words(state: State) -> str | None:
        date = state.work.dates.get(variable)
        return writer.words(date, state, variable) if date is not None and not state.sorting else None

    return render, None if look.text_case or look.strip_periods else Words(words, look)


def sort_key(date: Date, shown: Sequence[str] = PARTS) -> str:
    """A key by which dates sort as text, with those before our era first: ``20030521``."""
    keys = []
    for numbers in date.parts:
        year, month, day = (*numbers, 0, 0, 0)[:3]
        before_after = f"{year:04d}" if year > 0 else f"0000{YEAR_OFFSET + year:07d}"
        keys.append(f"{before_after}{month if 'month' in shown else 0:02d}{day if 'day' in shown else 0:02d}")
    return "-".join(keys)


def _own_parts(element: Element) -> tuple[str, list[Part]]:
    """The parts that the style itself defines."""
    found = [_part(part.attributes) for part in element.all("date-part")]
    return element.get("delimiter", ""), [part for part in found if part.name in PARTS]


def _localised(element: Element, form: str, locales: Locales) -> tuple[str, list[Part]]:
    """The parts of the locale's date, with the style's changes to each."""
    delimiter, parts = locales.date_parts(form)
    own = {part.get("name"): _without_affixes(part) for part in element.all("date-part")}
    shown = SHOWN.get(element.get("date-parts", "year-month-day"), PARTS)
    found = [{**part.attributes, **own.get(part.get("name"), {})} for part in parts if part.get("name") in shown]
    return delimiter, [_part(part) for part in found]


def _without_affixes(element: Element) -> dict[str, str]:
    return {name: value for name, value in element.attributes.items() if name not in {"prefix", "suffix"}}


def _part(attributes: Mapping[str, str]) -> Part:
    name = attributes.get("name", "")
    form = attributes.get("form", "numeric" if name == "day" else "long")
    return Part(name, form, look_of(attributes), attributes.get("range-delimiter") or "–")


class _Writer:
    """Renders dates in one form."""

    def __init__(self, parts: list[Part], delimiter: str, locales: Locales) -> None:
        self.parts = parts
        self.delimiter = delimiter
        self.locales = locales
        self._written: dict[_DateKey, Node | None] = {}
        self._joined: dict[_DateKey, Run | None] = {}  # dates that are one text, or can be

    def write(self, date: Date, state: State, variable: str) -> Node | None:
        """A date with its year suffix; None if nothing is printed."""
        if not date.parts:
            return self._literal(date.literal, variable)
        key = date.parts, date.season, self._letter(state, variable)
        joined = self._as_one_text(key, date, variable) if state.joins else None
        return joined or self._known(key, date, variable)

    def words(self, date: Date, state: State, variable: str) -> str | None:
        """The date as plain text, if its parts are not needed one by one and it can be one text; else None."""
        lettered = state.lettered
        if not (state.joins and date.parts):
            return None
        joined = self._as_one_text((date.parts, date.season, self._letter(state, variable)), date, variable)
        if joined is not None:
            return joined.text.plain
        state.lettered = lettered
        return None

    def _known(self, key: "_DateKey", date: Date, variable: str) -> Node | None:
        """A date made of numbers, cached since many works have the same dates."""
        if key not in self._written:
            if len(self._written) >= MOST_CACHED:
                self._written.clear()
            self._written[key] = self._new(date, variable, key[-1])
        return self._written[key]

    def _as_one_text(self, key: "_DateKey", date: Date, variable: str) -> Run | None:
        """A date made of numbers as one text; None if a part has a look of its own, or punctuation meets."""
        if key not in self._joined:
            if len(self._joined) >= MOST_CACHED:
                self._joined.clear()
            node = self._known(key, date, variable)
            whole, text = plain(node), finish(node, self.locales).text
            self._joined[key] = Run(text, variable) if whole and text == Text(whole) else None
        return self._joined[key]

    def _literal(self, literal: str, variable: str) -> Node | None:
        """A date in words, in place of its year, since a style may print the other parts elsewhere."""
        year = next((part for part in self.parts if part.name == "year"), None)
        if not literal or year is None:
            return None
        return in_look(Run(Text(literal), variable), year.look.affixes)

    def _new(self, date: Date, variable: str, letter: str) -> Node | None:
        first = _numbers(date.parts[0], date.season)
        last = _numbers(date.parts[1], "") if len(date.parts) > 1 else None
        if last is None:
            return self._one(first, self.parts, variable, letter)
        if not last:
            return self._one(first, self.parts, variable, letter, open_ended=True)
        return self._range(first, last, variable, letter)

    def _letter(self, state: State, variable: str) -> str:
        """The year suffix of a work that needs one, unless the style places it itself."""
        if not state.implicit or state.lettered or not state.distinction.letter:
            return ""
        if variable == "accessed" and "issued" in state.work.dates:
            return ""
        if any(part.name == "year" for part in self.parts):
            state.lettered = True
            return state.distinction.letter
        return ""

    def _one(
        self,
        numbers: Mapping[str, int],
        parts: Sequence[Part],
        variable: str,
        letter: str = "",
        *,
        open_ended: bool = False,
    ) -> Node | None:
        written: list[Node] = []
        for part in parts:
            text = self._text(part, numbers)
            if text:
                if part.name == "year":
                    text += letter + ("–" if open_ended else "")
                written.append(in_look(Run(Text(text), variable), part.look))
        if len(written) == 1:
            return written[0]
        return Box(written, PLAIN, self.delimiter) if written else None

    def _range(self, first: Mapping[str, int], last: Mapping[str, int], variable: str, letter: str) -> Node | None:
        """A range, with what both ends share printed once (CSL 1.0.2, "Date ranges")."""
        names = [part.name for part in self.parts]
        differing = next((name for name in PARTS if name in names and _value(name, first) != _value(name, last)), None)
        if differing is None:
            return self._one(first, self.parts, variable, letter)
        varied = set(PARTS[PARTS.index(differing) :])
        indices = [index for index, part in enumerate(self.parts) if part.name in varied]
        low, high = indices[0], indices[-1] + 1
        before, during, after = self.parts[:low], self.parts[low:high], self.parts[high:]
        delimiter = next(part.range_delimiter for part in self.parts if part.name == differing)
        begun = [part for part in during if self._text(part, first)] or during
        ended = [part for part in during if self._text(part, last)] or during
        begun = [*begun[:-1], begun[-1]._replace(look=begun[-1].look._replace(suffix=""))]
        ended = [ended[0]._replace(look=ended[0].look._replace(prefix="")), *ended[1:]]
        nodes = [
            self._one(first, before, variable),
            Box(
                [
                    node
                    for node in (self._one(first, begun, variable), self._one(last, ended, variable, letter))
                    if node
                ],
                PLAIN,
                delimiter,
            ),
            self._one(last, after, variable, letter),
        ]
        return Box([node for node in nodes if node], PLAIN, self.delimiter)

    def _text(self, part: Part, numbers: Mapping[str, int]) -> str:
        number = numbers.get(part.name)
        if part.name == "month" and number is None and "season" in numbers:
            return self.locales.term(f"season-{numbers['season']:02d}") or "" if part.form != "numeric" else ""
        if number is None:
            return ""
        return WRITERS[part.name](number, part.form, numbers, self.locales)


def _numbers(parts: Sequence[int], season: str) -> dict[str, int]:
    numbers = dict(zip(PARTS, parts, strict=False))
    month = numbers.get("month", 0)
    if month in SEASON_MONTHS:
        numbers["season"] = SEASON_MONTHS[numbers.pop("month")]
    elif (named := SEASONS.get(season.casefold(), season)) in ("1", "2", "3", "4"):
        numbers["season"] = int(named)
    elif month and not 1 <= month <= 12:
        numbers.pop("month")
    if not 1 <= numbers.get("day", 1) <= 31:
        numbers.pop("day")
    return numbers


def _value(name: str, numbers: Mapping[str, int]) -> tuple[int | None, int | None]:
    """The number of a part, and of a season in place of the month."""
    return numbers.get(name), numbers.get("season") if name == "month" else None


def _year(number: int, form: str, _numbers: Mapping[str, int], locales: Locales) -> str:
    if number == 0:
        return ""
    printed = f"{abs(number)}"
    if form == "short":
        printed = printed[-2:]
    if number < 0:
        return printed + (locales.term("bc") or "")
    return printed + ((locales.term("ad") or "") if number < 1000 and form != "short" else "")


def _month(number: int, form: str, _numbers: Mapping[str, int], locales: Locales) -> str:
    if form == "numeric":
        return str(number)
    if form == "numeric-leading-zeros":
        return f"{number:02d}"
    return locales.term(f"month-{number:02d}", form) or ""


def _day(number: int, form: str, numbers: Mapping[str, int], locales: Locales) -> str:
    if form == "numeric-leading-zeros":
        return f"{number:02d}"
    if form == "ordinal" and (number == 1 or not locales.option("limit-day-ordinals-to-day-1")):
        gender = locales.gender(f"month-{numbers.get('month', 1):02d}")
        return f"{number}{locales.ordinal(number, gender)}"
    return str(number)


WRITERS: Mapping[str, Callable[[int, str, Mapping[str, int], Locales], str]] = {
    "year": _year,
    "month": _month,
    "day": _day,
}
"""The function that formats each date part."""
