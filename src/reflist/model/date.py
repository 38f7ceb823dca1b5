"""A date, as in bibliographies: a year, a day, a range, a season, an approximate date, or words."""

from typing import Self

from reflist.value import Frozen, setters

DateParts = tuple[int, ...]
"""Year, month, day; the last ones may be missing. Years before our era are negative, as in CSL-JSON."""


class Date(Frozen):
    """A date as CSL-JSON 1.0.2 defines it: a day (month, year), a range with its first and last day, or words.

    ``parts`` holds one or two `DateParts`, the second one empty for an open range; ``season`` is 1 (spring) to
    4 (winter) or a word; ``literal`` is a date in words without numbers ("forthcoming", "n.d.").

    >>> Date.of(2007, 9).year
    2007
    """

    __slots__ = ("parts", "season", "circa", "literal")

    parts: tuple[DateParts, ...]
    season: str
    circa: bool
    literal: str

    def __init__(
        self, parts: tuple[DateParts, ...] = (), season: str = "", circa: bool = False, literal: str = ""
    ) -> None:
        _set_parts(self, parts)
        _set_season(self, season)
        _set_circa(self, circa)
        _set_literal(self, literal)

    def __bool__(self) -> bool:
        return bool(self.parts or self.literal)

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """A single day, month or year."""
        return cls((tuple(part for part in (year, month, day) if part is not None),))

    @property
    def year(self) -> int | None:
        """The year; for a range the first."""
        return self.parts[0][0] if self.parts and self.parts[0] else None


_set_parts, _set_season, _set_circa, _set_literal = setters(Date)
