"""A reference list as strings: numbered, wrapped, separated by blank lines, indented, glued."""

import textwrap
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.prose.beginnings import begins_like_reference, looks_like_reference
from reflist.prose.breaks import running_heads
from reflist.prose.lists.strings import String, split_list
from reflist.prose.text_lines import Joiner, Line, lines_of
from reflist.report import Report
from reflist.source import Source

WEIR = "Weir, A. (2004), A Title of Some Length, London: Sage."
ASH = "Ash, B. and Bell, C. (2005), ‘Another title’, A Journal, 1, 2, 3–4."
DFES = "Department for Education and Skills (DfES) (2006a), Guidance, London: DfES."


def strings(text: str, report: Report | None = None) -> tuple[String, ...]:
    source = Source.from_text(text, "list.txt")
    lines = lines_of(source)
    return split_list(lines, Joiner(lines), Report() if report is None else report, source, running_heads(lines)).all


def texts(text: str) -> list[str]:
    return [string.text for string in strings(text)]


@pytest.mark.parametrize(
    "separator", ["\n", "\n\n", "\n\n\n", "\r\n", "\n \n", "Google Scholar\n", "\nGoogle Scholar\n", "\n\nCrossRef\n\n"]
)
def test_one_a_line(separator: str) -> None:
    assert texts(separator.join([WEIR, ASH, DFES])) == [WEIR, ASH, DFES]


@pytest.mark.parametrize("label", ["{}. ", "[{}] ", "({}) ", "{}) ", "{} ", "{}.\t", "{}"])
def test_numbers_are_no_part_of_the_text(label: str) -> None:
    lines = [label.format(number) + text for number, text in enumerate((WEIR, ASH, DFES), start=1)]
    assert texts("\n".join(lines)) == [WEIR, ASH, DFES]
    assert [string.raw for string in strings("\n".join(lines))] == [" ".join(line.split()) for line in lines]


def test_names_of_styles_are_no_part_of_the_text() -> None:
    names = ("MLA", "APA", "Chicago", "Harvard", "Vancouver")
    assert texts("\n".join(f"{name}\t{WEIR}" for name in (*names, *names))) == [WEIR] * 10
    assert texts(f"APA (2010) A Manual, London: Sage.\n{WEIR}") == ["APA (2010) A Manual, London: Sage.", WEIR]


def test_a_numbered_list_is_split_at_its_numbers_however_it_is_wrapped() -> None:
    text = "1. Weir, A. (2004), A Title\nof Some Length, London: Sage.\n2. Anonymous, no date\n3. Ash, B.\n(2005), X."
    assert texts(text) == [WEIR, "Anonymous, no date", "Ash, B. (2005), X."]


@pytest.mark.parametrize("lost", [(3,), (3, 4), (5,)])
def test_a_number_that_was_lost_does_not_end_the_numbering(lost: tuple[int, ...]) -> None:
    listed = [f"{number}. Weir, A. (200{number}), Title {number}\nof some length." for number in range(1, 9)]
    whole = [text.partition(". ")[2].replace("\n", " ") for text in listed]
    text = "\n".join(text for number, text in enumerate(listed, start=1) if number not in lost)
    assert texts(text) == [text for number, text in enumerate(whole, start=1) if number not in lost]


@pytest.mark.parametrize("after", ["", " ", ". "])
def test_numbers_may_touch_names_and_stand_before_particles(after: str) -> None:
    listed = ("Weir A. Title one.", "van der Meer J. Title two.", "de Vries K. Title three.")
    numbered = (f"{number}{after}{text}" for number, text in enumerate(listed, start=1))
    assert texts("\n".join(numbered)) == list(listed)


def test_numbers_in_disorder_are_no_numbering() -> None:
    assert texts("7. Weir, A. (2004), X.\n3. Ash, B. (2005), Y.") == ["7. Weir, A. (2004), X.", "3. Ash, B. (2005), Y."]


CHEMISTS = (
    "Prescott CY, Weir A. Parity non-conservation in electron scattering. Phys. Lett. B 77, 347 (1978)",
    "Zeldovich YB. Parity non-conservation in the first order. Sov. Phys. JETP 9, 682 (1959)",
    "Wu CS, Ambler E. Experimental test of parity conservation in beta decay. Phys. Rev. 105, 1413 (1957)",
    "SLAC Collaboration, A report with no author that begins like one would not (1979)",
)


def test_blank_lines_alone_part_a_wrapped_list_that_has_them_everywhere() -> None:
    wrapped = "\n\n".join(textwrap.fill(text, 47) for text in CHEMISTS).replace(" Phys. Lett.", "\nPhys. Lett.")
    assert begins_like_reference("Phys. Lett. B 77, 347 (1978)")
    assert texts(wrapped) == list(CHEMISTS)


def test_a_wrapped_list_without_stops_ends_its_references_where_a_line_had_room() -> None:
    listed = [
        "Audit Commission (2008) Are we there yet? Improving governance in trusts. Sage, London",
        "Committee for the Value of Money in early years and beyond them. Sage, London",
        "Browne C (2019) Intelligence for ancient games and for their players. Haymarket",
        "Davies J (1989) A grammar of the sketch, with notes on its use. Brill, Leiden",
        "Fodor I (1976) Are the peoples of the two rivers related? Current Anthropology 17:115–118",
        "Hudson R (2007) The grammar of words in seven tables. Oxford University Press",
        "Sen A (1998) The possibility of social choice and of other choices. Knopf",
    ]
    assert texts("\n".join(textwrap.fill(text, 52) for text in listed)) == listed


def test_no_reference_ends_after_its_names_and_year() -> None:
    lines = (
        "Torrents, E., Trevisiol, C., & Weir, A. (2006).",
        "Euglena gracilis and its kin in the ponds of the",
        "north.",
    )
    others = [
        f"Weir, A. ({year}). A title of some length which runs\non in the next line. Sage."
        for year in range(2001, 2007)
    ]
    assert texts("\n".join((*lines, *others)))[0] == " ".join(lines)


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


STEEL = "Steel, C. (2008) Hungry Cities. London: Chatto."
LANG = "Lang, T. (2015) Wars of Food. London: Routledge."
MINTZ = "Mintz, S. (1985) Power and Sugar. New York: Viking."


@pytest.mark.parametrize(
    "after", [MINTZ, f"• {MINTZ}", f"Further reading\n{MINTZ}", f"\n{MINTZ}", f"\nFurther reading\n\n- {MINTZ}"]
)
def test_numbering_ends_where_another_reference_begins(after: str) -> None:
    assert texts(f"1. {STEEL}\n2. {LANG}\n{after}") == [STEEL, LANG, MINTZ]


@given(st.lists(st.sampled_from(["", "• ", "- ", "# "]), min_size=1, max_size=12), st.sampled_from(["\n", "\n\n"]))
def test_no_string_holds_two_references(marks: list[str], separator: str) -> None:
    """The possible marks before each reference: none, a bullet, a dash, or the next number."""
    references = [f"Weir, A. ({1950 + index}) A Title. London: Sage." for index in range(len(marks))]
    number = count(1)
    marked = [mark.replace("#", f"{next(number)}.") if "#" in mark else mark for mark in marks]
    found = texts(separator.join(mark + text for mark, text in zip(marked, references, strict=True)))
    assert len(found) == len(references)
    assert all(map(str.endswith, found, references))


def test_numbering_ends_where_the_list_goes_on_with_something_else() -> None:
    assert texts(f"1. {STEEL}\n2. {LANG}\n\nAsk at the desk.") == [STEEL, LANG, "Ask at the desk."]


def test_numbered_references_of_one_line_each_do_not_go_on_below_the_last() -> None:
    standard = "The common standard for hedges, 2nd ed., Leeds, 2019."
    assert texts(f"1. {STEEL}\n2. {LANG}\n{standard}") == [STEEL, LANG, standard]
    assert texts(f"1. {STEEL}\n2. Lang, T. (2015) Wars of Food. London:\nRoutledge.") == [STEEL, LANG]


def test_a_reference_between_two_numbers_is_its_own() -> None:
    assert texts(f"1. {STEEL}\n{MINTZ}\n2. {LANG}") == [STEEL, MINTZ, LANG]


def test_numbering_may_begin_anew() -> None:
    assert texts(f"1. {STEEL}\n2. {LANG}\nFurther reading\n1. {MINTZ}\n2. {WEIR}") == [STEEL, LANG, MINTZ, WEIR]


def test_a_short_numbered_part_of_a_long_list() -> None:
    rest = [f"Weir, A. ({year}), A Title, London: Sage." for year in range(1950, 1980)]
    assert texts("\n".join([f"1. {STEEL}", f"2. {LANG}", *rest])) == [STEEL, LANG, *rest]


def test_wrapped_lines_below_a_number_stay_with_it() -> None:
    text = "1. Ash, B. (2005) A report to\nWeir, A. (2004) on\nhares. Leeds: Hare,\nMintz, S. (1985).\n2. " + LANG
    assert texts(text)[1:] == [LANG]
    indented = f"1. {STEEL}\n   Weir, A. (2004), X.\n2. {LANG}"
    assert texts(indented) == [f"{STEEL} Weir, A. (2004), X.", LANG]


def test_a_number_on_a_line_of_its_own() -> None:
    assert texts(f"1.\n{STEEL}\n2.\n{LANG}\n3.\n{MINTZ}") == [STEEL, LANG, MINTZ]


def test_dashes_before_what_is_no_reference_are_no_bullets() -> None:
    assert texts(f"{WEIR}\n{ASH}\n{DFES}\n– a thought\n{LANG}\n{STEEL}\n{MINTZ}\n{WEIR}\n{ASH}")[3] == "– a thought"


@pytest.mark.parametrize(
    "line",
    [
        "https://doi.org/10.1234/abc.5",
        "10.1234/abc.5",
        "doi: 10.1234/abc.5",
        "Available at: https://www.example.org/a (accessed 3 May 2016).",
        "<www.example.org/a>",
        "PMID: 12345678",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\nGoogle Scholar\n"])
def test_an_identifier_on_a_line_of_its_own_belongs_to_what_stands_before(line: str, between: str) -> None:
    assert texts(f"{WEIR}{between}{line}\n{ASH}") == [f"{WEIR} {line}", ASH]


def test_an_identifier_printed_again_is_nothing_new() -> None:
    first, second = strings(f"{WEIR} https://doi.org/10.1234/Abc\n10.1234/abc\nGoogle Scholar\n{ASH}")
    assert first.text == f"{WEIR} https://doi.org/10.1234/Abc"
    assert first.raw == f"{WEIR} https://doi.org/10.1234/Abc 10.1234/abc"
    assert second.text == ASH


def test_another_identifier_is_another_work() -> None:
    assert texts("10.1234/abc\n10.1234/def") == ["10.1234/abc", "10.1234/def"]
    assert texts(f"{WEIR} doi:10.1234/abc\n10.1234/def") == [f"{WEIR} doi:10.1234/abc", "10.1234/def"]


HILL = (
    "Hill, B., Penn, A., Grave, T., Xu, J., 1993. Natural movement: or, configuration and attraction. Environment "
    "and Planning B: Planning and Design 20 (1), 29–66. https://doi.org/10.1068/b200029."
)
PAGED = """\
Abel, J., 2010. Towns for People. Island Press, Wash-
ington, DC.
Hill, B., Penn, A., Grave, T., Xu, J.,
1993. Natural movement: or, configuration and at-
118
traction. Environment
and Planning B: Planning and Design 20 (1), 29–66.
https://doi.org/10.1068/
b200029.

A. Weir, B. Ash / A Journal of Streets 44 (2019) 101–118

Jacobs, J., 1961. The Death and Life of Great Italian
Cities. Random House, New York.
White, W., 1980. The Social Life of Small Urban Spaces.
Conservation Foundation, Washington, DC.
"""


def test_page_breaks_are_no_part_of_a_wrapped_list() -> None:
    assert texts(PAGED) == [
        "Abel, J., 2010. Towns for People. Island Press, Washington, DC.",
        HILL,
        "Jacobs, J., 1961. The Death and Life of Great Italian Cities. Random House, New York.",
        "White, W., 1980. The Social Life of Small Urban Spaces. Conservation Foundation, Washington, DC.",
    ]


def heads(*lines: str) -> list[int]:
    return sorted(running_heads([Line(number, text) for number, text in enumerate(lines)]))


def test_running_heads() -> None:
    page = ["It goes on and on."] * 30
    assert heads("102 A title of some length", *page, "A title of some length") == [0, 31]
    assert heads("A title of some length 103", *page, "A title of some length 105") == [0, 31]
    assert heads("103", "A title of some length", *page, "104", "A title of some length", *page) == [1, 33]
    assert heads("A. Weir, B. Ash / A Journal of Streets 44 (2019) 101–118") == [0]


def test_what_is_printed_twice_is_not_always_a_running_head() -> None:
    assert heads("Oxford University Press", "It goes on.", "Oxford University Press", "66") == []
    assert heads("A Journal of Streets 12", "It goes on.", "A Journal of Streets 14") == []
    assert heads("102 A title of some length", "It goes on.") == []


GROUPED = """\
Cairns et al., 2012
S. Cairns, R. Roy
Heat pumps in “terraced” houses: what do tenants want?
Energy, 5 (3) (2012), 283-301
CrossrefView in ScopusGoogle Scholar
DECC, 2013
DECC
The future of heating
Department of Energy and Climate Change, London (2013)
Google Scholar
Shore, 2014
What is heat for?
Theory, 31 (5) (2014), pp. 41-58
View in ScopusGoogle Scholar
"""

UNGROUPED = [
    "S. Cairns, R. Roy, ‘Heat pumps in “terraced” houses: what do tenants want?’, Energy, 5 (3) (2012), 283-301",
    "DECC, ‘The future of heating’, Department of Energy and Climate Change, London (2013)",
    "‘What is heat for?’, Theory, 31 (5) (2014), pp. 41-58",
]


def test_a_reference_in_several_lines_with_its_label() -> None:
    assert texts(GROUPED) == UNGROUPED
    first = strings(GROUPED)[0]
    assert first.raw.startswith("Cairns et al., 2012 S. Cairns, R. Roy Heat pumps")
    assert first.raw[first.in_raw(first.text.index("Heat")) :].startswith("Heat pumps")
    assert first.in_raw(first.text.index("‘")) == first.raw.index(" Heat")


def test_a_reference_in_several_lines_with_its_number() -> None:
    text = "[1]\n" + GROUPED.split("\n", 1)[1].replace("DECC, 2013\nDECC", "[2]\nA. Weir").split("Shore")[0]
    assert texts(text) == [UNGROUPED[0], UNGROUPED[1].replace("DECC", "A. Weir")]


def test_lines_that_end_with_a_year_are_no_labels_alone() -> None:
    lines = ["Weir, 2004", "Ash, 2005", "Bell, 2006"]
    assert texts("\n".join(lines)) == lines


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


@pytest.mark.parametrize("notice", ["This journal is © The Royal Ditch Society 2021", "© 2019 Ditch GmbH, Bonn"])
def test_a_notice_below_a_list_is_no_reference(notice: str) -> None:
    assert texts(f"{WEIR}\n{ASH}\n{DFES}\n{notice}") == [WEIR, ASH, DFES]


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
        'M. Keller, "A method for measuring loads," IEEE Trans. Instrum. Meas., vol. 45, Feb. 2001.',
        "J. Doe and A. N. Other, Signals and Circuits, 2nd ed. New York: Wiley, 1999.",
        "[4] R.-J. van der Berg et al., Nature 412, 313 (2001).",
        "John Keller and Mary Ann Roe. Loads and how to measure them. Springer, 1997.",
        "Robert Roe. 1990. Routing in sparse graphs. Stanford, CA.",
        "Jan de Vries, Eva Keller, and Martin L. Roe. 2004. A method. In Proceedings of Loads.",
    ],
)
def test_looks_like_a_reference(text: str) -> None:
    assert looks_like_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "On the 3rd of May 2004 it rained.",
        "Dear all,",
        "def f(x=1999):",
        "Introduction 2004",
        "I. Introduction 2004",
        "A. Weir said so in 2004.",
    ],
)
def test_looks_like_none(text: str) -> None:
    assert not looks_like_reference(text)


def test_the_seeds_have_all_their_strings(seeds: list[Path]) -> None:
    counts = []
    for path in seeds:
        lines = [line for line in lines_of(Source.from_path(path)) if line]
        counts.append(sum(looks_like_reference(line.text) for line in lines))
    assert counts == [23, 43, 0, 41, 5]
