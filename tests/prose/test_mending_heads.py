"""What stands behind names with only a comma between, where no title was found: more names, or others."""

import pytest

from reflist.prose.labels import Label, Span
from reflist.prose.mending.heads import titles_behind_names


@pytest.mark.parametrize(
    "text",
    [
        "Beck, R., et al., 1996",
        "Carbonell, J., Lazauskas, R., E. Hiyama, 2017",
        "Weir, A., C. Ash, 2017",
    ],
)
def test_what_stands_behind_names_is_no_title(text: str) -> None:
    spans = [Span(Label.AUTHOR, 0, len(text) - 6), Span(Label.DATE, len(text) - 4, len(text))]
    assert titles_behind_names(text, spans) == spans


def test_a_title_behind_names() -> None:
    text = "Weir, Ann, Das alte Dorf, 2001"
    spans = [Span(Label.AUTHOR, 0, len(text) - 6), Span(Label.DATE, len(text) - 4, len(text))]
    found = [(span.label.value, text[span.start : span.end]) for span in titles_behind_names(text, spans)]
    assert found == [("author", "Weir, Ann"), ("title", "Das alte Dorf"), ("date", "2001")]
