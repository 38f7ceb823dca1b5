"""Regular expressions give the same results in every supported version of Python."""

import importlib
import pkgutil
import re

import pytest

import reflist
from reflist.late import _Late

SIGNS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
"""What stands for one character: an escaped character, or a set."""

POSSESSIVE_GROUP = re.compile(r"(?<!\(\?:x\|x\.)\)(?:[*+?]|\{[\d,]+\})\+")
"""A possessive repetition of a group, except a group of single characters."""

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(reflist.__path__, "reflist.")
    if not module.name.endswith("__main__")
)


def patterns(module: str) -> dict[str, str]:
    """The regular expressions in a module, by name."""
    held = vars(importlib.import_module(module))
    found = {name: value.pattern for name, value in held.items() if isinstance(value, re.Pattern)}
    found |= {name: value._pattern for name, value in held.items() if isinstance(value, _Late)}
    return {name: pattern for name, pattern in found.items() if isinstance(pattern, str)}


def test_no_group_is_repeated_possessively() -> None:
    # Python before 3.11.5 reads (?:ab?c)*+ differently from the same in an atomic group, (?>(?:ab?c)*): it goes on
    # where a repetition broke off (gh-106052). A repeated single character cannot break off, and an atomic group of
    # characters takes memory for each of them.
    wrong = [
        f"{module}.{name}"
        for module in MODULES
        for name, pattern in patterns(module).items()
        if POSSESSIVE_GROUP.search(SIGNS.sub("x", pattern))
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("pattern", "is_wrong"),
    [
        (r"(?:ab?c)*+", True),
        (r"(?:ab?c){1,3}+", True),
        (r"(?>(?:ab?c)*)", False),
        (r"[()*+]", False),
        (r"\)*+", False),
        (r'(?:[^"\\]|\\.)*+', False),
        (r"[^)]*+", False),
    ],
)
def test_what_counts_as_one(pattern: str, is_wrong: bool) -> None:
    assert bool(POSSESSIVE_GROUP.search(SIGNS.sub("x", pattern))) is is_wrong
