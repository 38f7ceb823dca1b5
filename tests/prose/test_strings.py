"""A reference list in its strings: numbered, wrapped, parted by blank lines, indented, glued."""

from pathlib import Path

import pytest

from reflist.prose.page.lines import Joiner, lines_of
from reflist.prose.strings import String, begins_like_reference, looks_like_reference, split_list
from reflist.report import Report
from reflist.source import Source

WEIR = "Weir, A. (2004), A Title of Some Length, London: Sage."
ASH = "Ash, B. and Bell, C. (2005), ‘Another title’, A Journal, 1, 2, 3–4."
DFES = "Department for Education and Skills (DfES) (2006a), Guidance, London: DfES."


def strings(text: str, report: Report | None = None) -> tuple[String, ...]:
    source = Source.from_text(text, "list.txt")
    lines = lines_of(source)
    return split_list(lines, Joiner(lines), Report() if report is None else report, source).all


def texts(text: str) -> list[str]:
    return [string.text for string in strings(text)]


@pytest.mark.parametrize(
    "separator", ["\n", "\n\n", "\n\n\n", "\r\n", "\n \n", "Google Scholar\n", "\nGoogle Scholar\n", "\n\nCrossRef\n\n"]
)
def test_one_a_line(separator: str) -> None:
    assert texts(separator.join([WEIR, ASH, DFES])) == [WEIR, ASH, DFES]


@pytest.mark.parametrize("label", ["{}. ", "[{}] ", "({}) ", "{}) ", "{} ", "{}.\t"])
def test_numbers_are_no_part_of_the_text(label: str) -> None:
    lines = [label.format(number) + text for number, text in enumerate((WEIR, ASH, DFES), start=1)]
    assert texts("\n".join(lines)) == [WEIR, ASH, DFES]
    assert [string.raw for string in strings("\n".join(lines))] == [" ".join(line.split()) for line in lines]


def test_a_numbered_list_is_parted_at_its_numbers_however_it_is_wrapped() -> None:
    text = "1. Weir, A. (2004), A Title\nof Some Length, London: Sage.\n2. Anonymous, no date\n3. Ash, B.\n(2005), X."
    assert texts(text) == [WEIR, "Anonymous, no date", "Ash, B. (2005), X."]


def test_numbers_in_disorder_are_no_numbering() -> None:
    assert texts("7. Weir, A. (2004), X.\n3. Ash, B. (2005), Y.") == ["7. Weir, A. (2004), X.", "3. Ash, B. (2005), Y."]


@pytest.mark.parametrize("bullet", ["• ", "- ", "* ", "– "])
def test_bullets(bullet: str) -> None:
    assert texts(f"{bullet}{WEIR}\n{bullet}{ASH}") == [WEIR, ASH]


WRAPPED = """\
Ash, B. and Bell, C. (2005), ‘Another title that is rather long’, A
Journal of Titles, 1, 2, 3–4.
Craig, G., Adamson, S., Nasreen, A., Shehzad, A., Dadze-Arthur, A.,
Elliott, C. and Murtuja, B. (2007), Sure Start and Populations,
London: The Stationery Office.
Department for Education and Skills (2006), Practice guidance for the
centres, London: DfES.
Weir, A. (2004), A Title of Some Length, London: Sage.
"""


def test_wrapped_lines_are_joined() -> None:
    assert [text.split(" (")[0] for text in texts(WRAPPED)] == [
        "Ash, B. and Bell, C.",
        "Craig, G., Adamson, S., Nasreen, A., Shehzad, A., Dadze-Arthur, A., Elliott, C. and Murtuja, B.",
        "Department for Education and Skills",
        "Weir, A.",
    ]
    assert [string.line for string in strings(WRAPPED)] == [1, 3, 6, 8]


def test_wrapped_lines_that_hang() -> None:
    hanging = "\n".join(
        line if begins_like_reference(line) and not line.startswith("Elliott") else f"    {line}"
        for line in WRAPPED.splitlines()
    )
    assert texts(hanging) == texts(WRAPPED)


def test_a_short_line_ends_its_reference_even_where_the_next_begins_strangely() -> None:
    text = WRAPPED + "Making the most of it all, by nobody in particular, and never even\nprinted by anyone (2004).\n"
    assert texts(text)[-1].startswith("Making the most")
    assert texts(text)[-2] == WEIR


def test_a_line_that_is_plainly_not_at_its_end_goes_on() -> None:
    assert texts(f"{ASH}\nWeir, A. (2004), A Title of Some Length,\n\nlondon: Sage.\n{DFES}") == [
        ASH,
        "Weir, A. (2004), A Title of Some Length, london: Sage.",
        DFES,
    ]


def test_one_strange_line_is_not_joined_to_its_neighbours() -> None:
    assert texts(f"{WEIR}\nasdf jkl garbage\n{ASH}\n{DFES}") == [WEIR, "asdf jkl garbage", ASH, DFES]


def test_a_divided_word_is_closed_up_and_reported() -> None:
    report = Report()
    text = "Weir, A. (2004), A Title of Some Length and partner-\nships, London: Sage.\n" + WRAPPED
    first = strings(text, report)[0]
    assert first.text == "Weir, A. (2004), A Title of Some Length and partnerships, London: Sage."
    assert first.raw == "Weir, A. (2004), A Title of Some Length and partner- ships, London: Sage."
    assert [str(diagnostic) for diagnostic in report] == [
        "list.txt:1: repair[hyphen-repaired] closed up the divided word partner-|ships"
    ]


def test_an_address_is_joined_without_a_space() -> None:
    text = "Weir, A. (2004), A Title of Some Length, http://www.example.org/\npapers/1.pdf\n" + WRAPPED
    assert texts(text)[0].endswith("http://www.example.org/papers/1.pdf")


def test_offsets_lead_back_to_the_raw_string() -> None:
    text = "1. Weir, A. (2004), partner-\nships, London: Sage.Google Scholar\n2. Ash, B. (2005), X.Google Scholar"
    for string in strings(text):
        for offset, character in enumerate(string.text):
            assert string.raw[string.in_raw(offset)] == character


def test_subheadings_are_no_strings() -> None:
    assert texts(f"Primary sources\n{WEIR}\n\nBooks:\n{ASH}") == [WEIR, ASH]


def test_what_was_taken_off_is_kept() -> None:
    source = Source.from_text(f"Hide All\n{WEIR}CrossRefGoogle Scholar\n{ASH}\nGoogle Scholar\n{DFES}")
    lines = lines_of(source)
    taken = split_list(lines, Joiner(lines), Report(), source).taken
    assert taken == ("Hide All", "Google Scholar", "CrossRef", "Google Scholar")


def test_nothing_gives_nothing() -> None:
    assert strings("") == strings("\n\n \n") == ()


@pytest.mark.parametrize(
    "text",
    [
        WEIR,
        ASH,
        DFES,
        f"12. {ASH}",
        "Smith J, Brown K. A title. A Journal 2010;12(3):1-20.",
        "Smith, John. A Title. London: Sage, 2010.",
        "——— (2004), The same again, London: Sage.",
        "O’Neill, P.-A. forthcoming, X.",
        "van der Berg, J. (n.d.) X.",
        "UNISON (2013) The Cuts, London: UNISON.",
    ],
)
def test_looks_like_a_reference(text: str) -> None:
    assert looks_like_reference(text)


@pytest.mark.parametrize(
    "text", ["", "12", "On the 3rd of May 2004 it rained.", "Dear all,", "def f(x=1999):", "Introduction 2004"]
)
def test_looks_like_none(text: str) -> None:
    assert not looks_like_reference(text)


def test_the_seeds_have_all_their_strings(seeds: list[Path]) -> None:
    counts = []
    for path in seeds:
        lines = [line for line in lines_of(Source.from_path(path)) if line]
        counts.append(sum(looks_like_reference(line.text) for line in lines))
    assert counts == [23, 43, 0, 41, 5]
