"""Problems found in a style while it is compiled."""

from typing import NamedTuple

from reflist.report import Rule, Severity

NO_MACRO = Rule(
    "style-macro-missing",
    Severity.ERROR,
    "A citation style calls a macro that it does not have. Nothing is printed in its place.",
)

CALLS_ITSELF = Rule(
    "style-macro-recursive",
    Severity.ERROR,
    "A macro of a citation style calls itself, directly or through others. Nothing is printed in place of that call.",
)


TOO_LARGE = Rule(
    "style-too-large",
    Severity.ERROR,
    "The macros of a citation style call each other so often that formatting would take too long. Nothing is printed "
    "in place of the call that goes too far.",
)

LARGEST = 20_000
"""The most elements that an area may render in all; the largest published style renders some 1,700."""


class Problem(NamedTuple):
    """A problem in a style: its rule, a message and its line."""

    rule: Rule
    message: str
    line: int | None
