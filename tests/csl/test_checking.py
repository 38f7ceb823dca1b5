"""Unknown names in a style are reported with their lines; all names of CSL are known."""

import pytest

from csl.tiny import program
from reflist.csl import find_style
from reflist.csl.locales import Locales
from reflist.csl.processor.checking import unknown_names


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ('<text variable="title"/><number variable="volume"/><text term="in" form="short"/>', []),
        ('<texxt variable="title"/>', ["there is no element 'texxt'"]),
        ('<text variable="colour"/>', ["there is no variable 'colour'"]),
        ('<names variable="author painter"/>', ["there is no variable 'painter'"]),
        ('<group><date variable="birthday" form="text"/></group>', ["there is no variable 'birthday'"]),
        ('<text term="zork"/>', ["there is no term 'zork'"]),
        ('<names variable="author"><et-al term="and others"/></names>', []),
    ],
)
def test_names_that_are_not_known(layout: str, expected: list[str]) -> None:
    in_style = program(f"\n{layout}")
    found = list(unknown_names(in_style.style.root, in_style.locales))
    assert [problem.message for problem in found] == expected
    assert {problem.line for problem in found} <= {2}


@pytest.mark.parametrize("name", ["apa", "harvard"])
def test_our_own_styles_name_nothing_else(name: str) -> None:
    style = find_style(name)
    assert list(unknown_names(style.root, Locales(style))) == []
