"""Text after names with only a comma between, without a title: more names, or others."""

import pytest

from spans_marked import mended


@pytest.mark.parametrize("names", ["Beck, R., et al.", "Carbonell, J., Lazauskas, R., E. Hiyama", "Weir, A., C. Ash"])
def test_what_stands_after_names_is_no_title(names: str) -> None:
    assert mended(f"{{author|{names}}}, {{date|2017}}") == f"{{author|{names}}}, {{date|2017}}"


def test_a_title_after_names() -> None:
    after = "{author|Weir, Ann}, {title|Das alte Dorf}, {date|2001}"
    assert mended("{author|Weir, Ann, Das alte Dorf}, {date|2001}") == after
