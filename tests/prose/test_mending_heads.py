"""Text after names with only a comma between, without a title: more names, or others."""

import pytest

from spans_marked import mended


@pytest.mark.parametrize("names", ["Beck, R., et al.", "Carbonell, J., Lazauskas, R., E. Hiyama", "Weir, A., C. Ash"])
def test_what_stands_after_names_is_no_title(names: str) -> None:
    assert mended(f"{{author|{names}}}, {{date|2017}}") == f"{{author|{names}}}, {{date|2017}}"


def test_after_the_last_name_is_the_title() -> None:
    after = "{author|Weir, Ann, and Bob Ash}, {title|Rising Tide: A study}"
    assert mended("{author|Weir, Ann, and Bob Ash, Rising Tide}: {title|A study}") == after


def test_a_title_after_names() -> None:
    after = "{author|Weir, Ann}, {title|Das alte Dorf}, {date|2001}"
    assert mended("{author|Weir, Ann, Das alte Dorf}, {date|2001}") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{author|Weir, Ann S. Hedges}. {title|A study}", "{author|Weir, Ann S.} {title|Hedges. A study}"),
        ("{author|Weir, A. S. Hedges}: {title|A study}", "{author|Weir, A. S.} {title|Hedges: A study}"),
        ("{author|Weir, A. S. Paul}. {title|A study}", None),
        ("{author|Weir, A. Hedges}. {title|A study}", None),
        ("{author|Weir, Ann S. Hedges}, {title|A study}", None),
        ("{date|2001}. {author|Weir, Ann S. Hedges}. {title|A study}", None),
    ],
)
def test_the_first_word_of_a_title_is_no_name(before: str, after: str | None) -> None:
    assert mended(before) == (after or before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "{container-title|Hedges in winter. Proceedings of the Guild} {volume|137}",
            "{container-title|Hedges in winter}. {collection-title|Proceedings of the Guild 137}",
        ),
        ("{container-title|Hedges in winter. A study of frost} {volume|137}", None),
        ("{container-title|Hedges in winter. Proceedings of the Guild}, Vol. {volume|137}", None),
    ],
)
def test_the_series_of_a_book(before: str, after: str | None) -> None:
    head, imprint = "{title|Frost}, in: {editor|Ash, B.}, ", ". {publisher-place|Leeds}: {publisher|Moat}"
    assert mended(f"{head}{before}{imprint}") == f"{head}{after or before}{imprint}"


def test_a_quotation_within_a_title_does_not_end_it() -> None:
    title = "{author|Weir, A.} {title|Ditch} {title|“Stretching” revisited: frost in ditches}"
    assert "container" not in mended(title)


def test_a_place_that_begins_with_new_names_no_series() -> None:
    string = "{title|Hedges 2004. New Forms of Ditches}. {publisher-place|New York}: {publisher|Moat Press}"
    assert mended(string) == string


def test_places_with_a_dash_between_are_one() -> None:
    head = "{author|Weir, A.}, {title|Hedges}. "
    before, after = "{publisher-place|Leeds -} {publisher-place|London}", "{publisher-place|Leeds - London}"
    assert mended(f"{head}{before}: {{publisher|Moat}}") == f"{head}{after}: {{publisher|Moat}}"
