"""How a list of names is written: initials, order, what joins names, and how it is abbreviated."""

from collections.abc import Sequence
from typing import Protocol

from works import Person


class Naming(Protocol):
    """The choices of a house style, or a publisher, for writing names."""

    @property
    def final(self) -> str:
        """Text before the last name."""

    @property
    def pair(self) -> str:
        """Text between two names."""

    @property
    def between(self) -> str:
        """Text between other names."""

    @property
    def given(self) -> str:
        """``full``, or the initials of J. K. in the form to be used."""

    @property
    def order(self) -> str:
        """``inverted`` with a comma, ``no comma``, ``first inverted`` or ``straight``."""

    @property
    def upper(self) -> bool:
        """Whether family names are in capitals."""

    @property
    def others(self) -> str:
        """Text in place of omitted names."""

    @property
    def most_names(self) -> int:
        """The most names that are printed in full."""

    @property
    def shown(self) -> int:
        """How many names are printed of a longer list."""


def names(people: Sequence[Person], form: Naming, inverted: bool = True) -> str:
    """Names in a house style; ``inverted``: in the order used at the beginning of a reference."""
    shown = people if len(people) <= form.most_names else people[: form.shown]
    written = [_name(person, form, at, inverted) for at, person in enumerate(shown)]
    if len(shown) < len(people):
        return form.between.join(written) + form.others
    if len(written) == 1:
        return written[0]
    if len(written) == 2:  # two names are a pair
        return form.pair.join(written)
    return form.between.join(written[:-1]) + form.final + written[-1]


def _name(person: Person, form: Naming, at: int, inverted: bool) -> str:
    if not person.given:
        return person.family
    family = person.family.upper() if form.upper else person.family
    given = person.given if form.given == "full" else _initials(person.given, form.given)
    if not inverted or form.order == "straight" or (form.order == "first inverted" and at):
        return f"{given} {family}"
    return f"{family}{' ' if form.order == 'no comma' else ', '}{given}"


def _initials(given: str, form: str) -> str:
    """``Hans-Peter Karl`` as ``H.-P. K.``, with the full stops and spaces of the form."""
    stop, space = "." if "." in form else "", " " if " " in form else ""
    words = ["-".join(f"{part[0]}{stop}" for part in word.split("-") if part) for word in given.split()]
    return space.join(words)
