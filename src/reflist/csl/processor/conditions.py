"""Conditions of ``cs:choose`` (CSL 1.0.2, "Choose")."""

from collections.abc import Callable

from lxml import etree

from reflist.csl.processor.numbers import is_numeric
from reflist.csl.processor.state import State

Test = Callable[[State], bool]

_MATCH: dict[str, Callable[[list[bool]], bool]] = {
    "all": all,
    "any": any,
    "none": lambda results: not any(results),
}

CIRCA = "is-uncertain-date"


def compile_condition(element: etree._Element) -> Test:
    """Whether the tests of a ``cs:if`` or ``cs:else-if`` hold together, as its ``match`` says."""
    tests = [
        TESTS[str(name)](value)
        for name, values in element.attrib.items()
        if name in TESTS
        for value in str(values).split()
    ]
    matched = _MATCH.get(element.get("match", "all"), all)
    if len(tests) == 1 and matched is not _MATCH["none"]:
        return tests[0]
    return lambda state: matched([test(state) for test in tests])


def _variable(name: str) -> Test:
    if name == "locator":
        return lambda state: bool(state.cite.locator)
    if name == "first-reference-note-number":
        return lambda state: state.cite.first_note > 0
    if name == "citation-number":
        return lambda state: state.work.number > 0
    if name == "year-suffix":
        return lambda state: bool(state.telling.letter)
    return lambda state: state.work.has(name)


def _numeric(name: str) -> Test:
    def test(state: State) -> bool:
        if name == "locator":
            return is_numeric(state.cite.locator)
        if name == "citation-number":
            return state.work.number > 0
        text = state.work.text(name)
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
    "disambiguate": lambda value: lambda state: state.telling.condition == (value == "true"),
}
"""The attributes that test something; each value of one is a test."""
