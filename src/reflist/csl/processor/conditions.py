"""Conditions of ``cs:choose`` (CSL 1.0.2, "Choose")."""

from collections.abc import Callable

from reflist.csl.processor.numbers import is_numeric
from reflist.csl.processor.state import State, Test, asked
from reflist.csl.xml import Element

CIRCA = "is-uncertain-date"


def compile_condition(element: Element, number: int = 1) -> Test:
    """A test for a ``cs:if`` or ``cs:else-if``: its single tests, combined by its ``match``.

    ``number``: the number of this element's test for ambiguity within the style; they are made true one by one.
    """
    attributes = [(name, value) for name, values in element.attributes.items() for value in values.split()]
    match = element.get("match", "all")
    tests: list[Test] = []
    types = frozenset(value for name, value in attributes if name == "type")
    if types:  # a work has one type, so several are always alternatives
        tests = [lambda state: state.work.type in types]
    attributes = [(name, value) for name, value in attributes if name != "type"]
    tests += [_test(name, value) for name, value in attributes if name in TESTS]
    if (ambiguous := element.get("disambiguate")) is not None:
        tests.append(asked(lambda state: (number <= state.distinction.conditions) is (ambiguous == "true")))
    return tests[0] if len(tests) == 1 and match != "none" else _MATCH.get(match, _all)(tests)


def _test(name: str, value: str) -> Test:
    test = TESTS[name](value)
    if name not in OF_VARIABLES or value in OF_THE_DOCUMENT:
        return asked(test)
    return test if name == "variable" else asked(test, value)


def _all(tests: list[Test]) -> Test:
    def hold(state: State) -> bool:
        for test in tests:  # noqa: SIM110  # a generator would take longer than the tests
            if not test(state):
                return False
        return True

    return hold


def _any(tests: list[Test]) -> Test:
    def hold(state: State) -> bool:
        for test in tests:  # noqa: SIM110  # as above
            if test(state):
                return True
        return False

    return hold


def _none(tests: list[Test]) -> Test:
    hold = _any(tests)
    return lambda state: not hold(state)


_MATCH: dict[str, Callable[[list[Test]], Test]] = {"all": _all, "any": _any, "none": _none}
"""How each value of ``match`` combines several tests."""


OF_THE_DOCUMENT = frozenset({"locator", "first-reference-note-number", "citation-number", "year-suffix"})
"""Variables whose values come from the document, not from the work."""


def _variable(name: str) -> Test:
    if name == "locator":
        return lambda state: bool(state.cite.locator)
    if name == "first-reference-note-number":
        return lambda state: state.cite.first_note > 0
    if name == "citation-number":
        return lambda state: state.work.number > 0
    if name == "year-suffix":
        return lambda state: bool(state.distinction.letter)
    return lambda state: name in state.work.present


def _numeric(name: str) -> Test:
    def test(state: State) -> bool:
        if name == "locator":
            return is_numeric(state.cite.locator)
        if name == "citation-number":
            return state.work.number > 0
        text = state.work.values.get(name)
        return text is not None and is_numeric(text.plain)

    return test


def _uncertain(name: str) -> Test:
    def test(state: State) -> bool:
        date = state.work.dates.get(name)
        return date is not None and date.circa

    return test


def _locator(label: str) -> Test:
    return lambda state: bool(state.cite.locator) and state.cite.label == label


TESTS: dict[str, Callable[[str], Test]] = {
    "type": lambda value: lambda state: state.work.type == value,
    "variable": _variable,
    "is-numeric": _numeric,
    CIRCA: _uncertain,
    "position": lambda value: lambda state: value in state.cite.positions,
    "locator": _locator,
}
"""The attributes that are tests; each word in one is a test of its own."""

OF_VARIABLES = ("variable", "is-numeric", CIRCA)
"""The tests whose words are variables; none of them is true for a work without that variable."""
