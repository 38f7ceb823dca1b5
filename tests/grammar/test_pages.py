"""Pages: every dash, shortened ranges, ranges that lost their dash, and numbers that are none."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reflist.grammar.pages import LONGEST, USUAL, Ending, Pages, read_pages, split_as, split_lost_dash

DASHES = "- – — ‐ ‑ ‒ ― − -- – – － ﹣".split(" ")


@pytest.mark.parametrize("dash", DASHES)
@pytest.mark.parametrize("space", ["", " ", "\u2009"])
def test_every_dash_becomes_a_hyphen(dash: str, space: str) -> None:
    assert read_pages(f"331{space}{dash}{space}350") == Pages("331-350")


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("846–60", "846-860"),
        ("310–7", "310-317"),
        ("1012–9", "1012-1019"),
        ("99–102", "99-102"),
        ("29–9", "29-9"),
        ("100–99", "100-199"),
        ("S12–S15", "S12-S15"),
        ("S12–5", "S12-S15"),
        ("S12–T5", "S12-T5"),
        ("e12-e19", "e12-e19"),
        ("12a–15b", "12a-15b"),
        ("xii–xv", "xii-xv"),
        ("XII–XV", "XII-XV"),
        ("xii–15", "xii-15"),
        ("12.1–12.17", "12.1-12.17"),
        ("12–15, 18–20", "12-15, 18-20"),
        ("12–5; 118–20", "12-15; 118-120"),
        ("12–15 and 18–20", "12-15 and 18-20"),
        ("12 & 14", "12 & 14"),
        ("12+", "12 +"),
        (" 12–15. ", "12-15"),
        ("12\n–\n15", "12-15"),
        ("e0123456", "e0123456"),
        ("17", "17"),
        ("ff.", "ff"),
        ("–15", "–15"),
        ("", ""),
    ],
)
def test_pages_in_full(printed: str, value: str) -> None:
    assert read_pages(printed) == Pages(value)


@pytest.mark.parametrize(
    ("printed", "ends"),
    [
        ("699721", ("699", "721")),
        ("1935", ("19", "35")),
        ("98114", ("98", "114")),
        ("10731087", ("1073", "1087")),
        ("6985", ("69", "85")),
        ("112", ("1", "12")),
        ("15982", ("159", "182")),
        ("63857", ("638", "657")),
        ("1073187", ("1073", "1187")),
        ("15901", None),
        ("S31S47", ("S31", "S47")),
        ("S47S31", None),
        ("104512", None),
        ("2014", None),
        ("1717", None),
        ("5975", ("59", "75")),
        ("0912", None),
        ("9910", None),
        ("12", None),
        ("7", None),
        ("", None),
        ("1234567890123", None),
        ("9" * 9999, None),
    ],
)
def test_ranges_that_lost_their_dash(printed: str, ends: tuple[str, str] | None) -> None:
    assert split_lost_dash(printed) == (ends if printed.isdecimal() else None)
    assert read_pages(printed) == Pages("-".join(ends) if ends else printed, repaired=ends is not None)
    assert read_pages(printed, lost_dash=False) == Pages(printed)


def test_a_shortened_end_is_an_option() -> None:
    assert split_lost_dash("15982", shortened=False) is None
    assert split_lost_dash("98114", shortened=False) == ("98", "114")


@given(st.integers(1, 9999), st.integers(1, 500), st.sampled_from(DASHES))
def test_a_range_in_any_shortened_form_expands_to_the_same(first: int, length: int, dash: str) -> None:
    last = first + length
    whole = f"{first}-{last}"
    common = len(str(first)) if len(str(first)) == len(str(last)) else 0
    kept = next((at for at in range(common) if str(first)[at] != str(last)[at]), 0)
    for cut in range(kept + 1):
        assert read_pages(f"{first}{dash}{str(last)[cut:]}").value == whole


@given(st.integers(1, 9999), st.integers(1, LONGEST))
def test_a_lost_dash_is_put_back_where_the_halves_tell(first: int, length: int) -> None:
    last = first + length
    assume(len(str(last)) - len(str(first)) <= 1 and first + last > 2)
    shortened = length > USUAL
    found = split_lost_dash(f"{first}{last}", shortened=not shortened)
    assert found in ((str(first), str(last)), None if first < 10 and last < 10 else ())


def test_a_long_range_is_rather_a_shortened_one() -> None:
    assert split_lost_dash("21134") == ("211", "234")
    assert split_lost_dash("21134", shortened=False) == ("21", "134")
    assert split_lost_dash("90117") == ("90", "117")


@given(st.text(max_size=30), st.text("0123456789-–, ;andivx", max_size=30))
def test_what_is_read_reads_back_the_same(anything: str, likely: str) -> None:
    for printed in (anything, likely):
        once = read_pages(printed, lost_dash=False).value
        assert read_pages(once, lost_dash=False).value.split() == once.split()


@pytest.mark.parametrize(
    ("digits", "ending", "value"),
    [
        ("91122", Ending.TWO, "911-922"),
        ("91122", Ending.CHANGED, "911-922"),
        ("91122", Ending.FULL, "91-122"),
        ("13709", Ending.CHANGED, "1370-1379"),
        ("145666", Ending.CHANGED, "1456-1466"),
        ("1925", Ending.CHANGED, "19-25"),
        ("524", Ending.FULL, "5-24"),
        ("699721", Ending.TWO, "699-721"),
        ("307328", Ending.TWO, "307-328"),
        ("11201139", Ending.FULL, "1120-1139"),
        ("S2413", Ending.CHANGED, "S241-S243"),
        ("S31S47", Ending.FULL, "S31-S47"),
        ("i253i277", Ending.FULL, "i253-i277"),
        ("101377", Ending.FULL, "101377"),
        ("054006", Ending.CHANGED, "054006"),
        ("12", Ending.FULL, "12"),
        ("e849", Ending.FULL, "e849"),
        ("e1234", Ending.FULL, "e1234"),
        ("S849", Ending.FULL, "S849"),
    ],
)
def test_a_range_without_dash_in_a_list_that_prints_ends_so(digits: str, ending: Ending, value: str) -> None:
    assert read_pages(digits, ending=ending) == Pages(value, repaired="-" in value)


@given(st.integers(100, 999), st.integers(1, 8), st.sampled_from(Ending))
def test_a_shortened_range_is_found_again(first: int, pages: int, ending: Ending) -> None:
    last = str(first + pages)
    assume(len(last) == 3)
    same = next(index for index in range(3) if str(first)[index] != last[index])
    printed = {Ending.FULL: last, Ending.TWO: last[min(same, 1) :], Ending.CHANGED: last[same:]}[ending]
    assume(len(printed) > 1)  # of one digit, the first page may as well have two
    assert split_as(f"{first}{printed}", ending) == (str(first), last)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("i25377", "i253-i277"),
        ("ii199201", "ii199-ii201"),
        ("S12S30", "S12-S30"),
        ("136080", "1360-1380"),
        ("e849", "e849"),
        ("B1234", "B1234"),
        ("i12", "i12"),
        ("136012", "136012"),
    ],
)
def test_letters_before_a_range_and_its_shortened_end(printed: str, expected: str) -> None:
    assert read_pages(printed).value == expected
