"""Patterns that are compiled on first use behave like the patterns they stand for."""

import re

import pytest

from reflist.late import late


def test_methods_are_the_pattern_s_own() -> None:
    pattern = late("a(?P<n>[0-9]+)", re.IGNORECASE)
    assert pattern.sub(r"b\g<n>", "xA12y") == "xb12y"
    assert (pattern.pattern, pattern.groupindex["n"]) == ("a(?P<n>[0-9]+)", 1)
    assert pattern.search is pattern.search


def test_a_wrong_pattern_raises_when_used() -> None:
    pattern = late("(")
    with pytest.raises(re.error, match="missing"):
        pattern.search("")
