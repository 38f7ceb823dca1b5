"""The rendering elements: text, number, label, group, choose, macros; affixes and text case."""

import pytest

from csl.tiny import cited, one, people, program, work
from reflist.csl.processor.problems import CALLS_ITSELF, LARGEST, NO_MACRO, TOO_LARGE
from reflist.csl.processor.program import Program
from reflist.csl.processor.state import Cite
from reflist.csl.styles import Style


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ('<text variable="title"/>', "A title. And more"),
        ('<text variable="title" form="short"/>', "Short"),
        ('<text variable="publisher" form="short"/>', "Press"),
        ('<text variable="container-title" form="short"/>', "J. Abbr."),
        ('<text variable="title" text-case="title"/>', "A Title. And More"),
        ('<text variable="title" text-case="no such case"/>', "A title. And more"),
        ('<text variable="title" strip-periods="true"/>', "A title And more"),
        ('<text variable="title" quotes="true"/>', "“A title. And more”"),
        ('<text variable="page"/>', "5–9"),
        ('<text variable="page-first"/>', "5"),
        ('<text variable="event-title"/>', "Meeting"),
        ('<text term="in"/>', "in"),
        ('<text term="editor" form="short" plural="true"/>', "eds."),
        ('<text term="no such term"/>', ""),
        ('<text value="&amp; "/><text value=""/><text/>', "& "),
        ('<text variable="no-such-variable"/>', ""),
        ('<text variable="title-short" prefix="(" suffix=")" font-weight="bold"/>', "({bold Short})"),
        ('<number variable="edition" form="ordinal"/>', "2nd"),
        ('<number variable="volume" form="roman"/>', "one"),
        ('<number variable="issue"/>', ""),
        ('<number variable="page"/>', "5–9"),
        ('<label variable="page"/>', "pages"),
        ('<label variable="page" form="symbol" plural="never"/>', "p."),
        ('<label variable="edition" plural="always"/>', "editions"),
        ('<label variable="number-of-pages" form="short"/>', "pp."),
        ('<label variable="number-of-volumes"/>', "volume"),
        ('<label variable="issue"/>', ""),
        ('<unknown><text value="x"/></unknown>', ""),
        ('<text variable="note"/>', ""),
    ],
)
def test_elements(layout: str, expected: str) -> None:
    item = work(
        title="A title. And more",
        title_short="Short",
        container_title="Journal",
        journalAbbreviation="J. Abbr.",
        publisher="Press",
        page="5-9",
        event="Meeting",
        edition="2",
        volume="one",
        number_of_pages="300",
        number_of_volumes="1",
    )
    assert one(layout, item) == expected


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ('<group delimiter=", "><text value="a"/><text variable="title"/><text variable="note"/></group>', "a, T"),
        ('<group><text value="in "/><text variable="note"/></group>', ""),
        ('<group><text value="alone"/></group>', "alone"),
        ('<group><group><text value="a"/></group><text variable="note"/></group>', "a"),
        ('<group prefix="(" suffix=")"><group><text variable="note"/></group></group>', ""),
        ('<group><text macro="empty"/><text value="x"/></group>', ""),
        ('<group><text macro="full" prefix="[" suffix="]"/><text variable="note"/></group>', "[T]"),
        ('<group><text value="x"/><label variable="volume"/></group>', ""),
        ('<group><text value="x"/><label variable="locator"/></group>', "x"),
        ('<group><text value="x"/><text variable="year-suffix"/></group>', "x"),
    ],
)
def test_groups_print_nothing_if_their_variables_are_empty(layout: str, expected: str) -> None:
    macros = """<macro name="empty"><text variable="note"/><text value="words"/></macro>
        <macro name="full"><text variable="title"/></macro>"""
    assert one(layout, work(title="T"), macros=macros) == expected


def choose(condition: str) -> str:
    return f'<choose><if {condition}><text value="yes"/></if><else><text value="no"/></else></choose>'


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ('type="book chapter" match="any"', "yes"),
        ('type="book chapter"', "yes"),
        ('type="book chapter" variable="ISBN"', "no"),
        ('type="article chapter" match="none"', "yes"),
        ('type="chapter"', "no"),
        ('variable="title note"', "no"),
        ('variable="title note" match="any"', "yes"),
        ('variable="title" match="none"', "no"),
        ('variable="note" match="none"', "yes"),
        ('variable="author"', "yes"),
        ('variable="locator"', "no"),
        ('variable="citation-number"', "yes"),
        ('variable="first-reference-note-number"', "no"),
        ('variable="year-suffix"', "no"),
        ('is-numeric="volume"', "yes"),
        ('is-numeric="edition"', "no"),
        ('is-numeric="note"', "no"),
        ('is-numeric="locator"', "no"),
        ('is-numeric="citation-number"', "yes"),
        ('is-uncertain-date="issued"', "yes"),
        ('is-uncertain-date="accessed"', "no"),
        ('position="first"', "yes"),
        ('position="ibid"', "no"),
        ('locator="page"', "no"),
        ('disambiguate="true"', "no"),
        ('match="all"', "yes"),
    ],
)
def test_conditions(condition: str, expected: str) -> None:
    item = work(
        title="T", volume="3", edition="new", author=people("Doe, J"), issued={"date-parts": [[2001]], "circa": True}
    )
    assert one(choose(condition), item) == expected


def test_the_first_branch_that_holds() -> None:
    layout = """<choose><if type="book"><text value="1"/></if><else-if variable="title"><text value="2"/></else-if>
        <other/></choose>"""
    assert one(layout, work(title="T")) == "1"
    assert one(layout, work(type="thesis", title="T")) == "2"
    assert one(layout, work(type="thesis")) == ""


LOCATOR = '<group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>'


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        (Cite("x", "5"), "p. 5"),
        (Cite("x", "5-7"), "pp. 5–7"),
        (Cite("x", "5 & 7-9"), "pp. 5 und 7–9"),
        (Cite("x", "2", "chapter"), "chap. 2"),
        (Cite("x", "2", "sub verbo"), "s.v. 2"),
        (Cite("x", "fol. 7"), "fol. 7"),
        (Cite("x"), ""),
    ],
)
def test_locators(cite: Cite, expected: str) -> None:
    terms = '<locale><terms><term name="and" form="symbol">und</term></terms></locale>'
    assert cited(program(LOCATOR, macros=terms), work(title="T"), clusters=[[cite]]) == [expected]


def test_a_locator_is_asked_for() -> None:
    in_style = program(choose('locator="chapter"') + choose('is-numeric="locator"'))
    assert cited(in_style, work(), clusters=[[Cite("x", "2", "chapter")]]) == ["yesyes"]


def test_a_recursive_or_missing_macro_prints_nothing() -> None:
    macros = """<macro name="a"><text value="a"/><text macro="b"/></macro>
        <macro name="b"><text value="b"/><text macro="a"/></macro>"""
    in_style = program('<text macro="a"/><text macro="a"/><text macro="none"/>', macros=macros)
    assert cited(in_style, work()) == ["abab"]
    assert [(problem.rule, problem.message, problem.line) for problem in in_style.problems] == [
        (CALLS_ITSELF, "macro 'a' calls itself", 2),
        (NO_MACRO, "there is no macro 'none'", 2),
    ]


def test_macros_that_call_each_other_too_often_are_left_out() -> None:
    """Each calls the next twice: all of them would print the title 2 ** 40 times."""
    calls = [f'<macro name="m{n}"><text macro="m{n + 1}"/><text macro="m{n + 1}"/></macro>' for n in range(40)]
    doubling = program('<text macro="m0"/><text value="end"/>', macros="".join(calls) + macro("m40"))
    (printed,) = cited(doubling, work(title="T"))
    assert printed.endswith("Tend")
    assert len(printed) < LARGEST
    assert {problem.rule for problem in doubling.problems} == {TOO_LARGE}


def test_alternative_branches_count_once() -> None:
    branch = "<if type='book'><text macro='m{0}'/></if><else><text macro='m{0}'/></else>"
    calls = [f"<macro name='m{n}'><choose>{branch.format(n + 1)}</choose></macro>" for n in range(40)]
    nested = program('<text macro="m0"/>', macros="".join(calls) + macro("m40"))
    assert cited(nested, work(title="T")) == ["T"]
    assert not nested.problems


def macro(name: str) -> str:
    """A macro that prints the title."""
    return f'<macro name="{name}"><text variable="title"/></macro>'


def test_the_first_page_of_one() -> None:
    assert one('<text variable="page-first"/>', work(page="5")) == "5"


def test_labels_made_of_names_and_years() -> None:
    layout = '<text variable="citation-label"/>'
    assert one(layout, work(author=people("Roe, R", "Noakes, N"), issued=1978)) == "RoNo78"
    assert one(layout, work(author=people("Doe, J"))) == "Doe"
    assert one(layout, work(author=people("Aa, J", "Bb, J", "Cc, J", "Dd, J", "Ee, J"), issued=2005)) == "ABCD05"
    assert one(layout, work(citation_label="own")) == "own"
    assert one(layout, work()) == ""


def test_an_entity_that_is_not_resolved_is_not_an_element() -> None:
    source = b"""<!DOCTYPE style [<!ENTITY e "x">]><style xmlns="http://purl.org/net/xbiblio/csl" class="in-text">
        <citation><layout>&e;<text value="fine"/></layout></citation></style>"""
    assert cited(Program(Style("entity", source)), work()) == ["fine"]


def test_the_parts_of_a_choose_are_delimited_as_those_around_it() -> None:
    both = '<choose><if variable="title"><text variable="title"/><text value="end"/></if></choose>'
    assert one(f'<group delimiter="; "><text value="start"/>{both}</group>') == "start; Title; end"
    macro = f'<macro name="both">{both}</macro>'
    assert one('<group delimiter="; "><text value="start"/><text macro="both"/></group>', macros=macro) == (
        "start; Titleend"
    )


def test_pages_in_roman_numerals() -> None:
    assert one('<text variable="page"/>', work(page="xci-xcvii")) == "xci–xcvii"


@pytest.mark.parametrize(
    ("variable", "printed", "expected"),
    [
        ("issue", "3-4", "3–4"),
        ("volume", "2 - 3", "2–3"),
        ("volume", "12", "12"),
        ("issue", "Supplement 1-2", "Supplement 1-2"),
        ("number", "1206-17", "1206-17"),
        ("page", "pp. 5-9", "5–9"),
        ("page", "p. E5", "E5"),
        ("page", "pp. in all", "pp. in all"),
        ("page", "064a-b", "064a-b"),
        ("page", "028a-047b", "028a–047b"),
        ("page", "xi-xx", "xi–xx"),
        ("page", "2-5; 1.9:57-64, 7 - 9", "2–5; 1.9:57-64, 7–9"),
        ("page", "22-29 (Topic A)", "22-29 (Topic A)"),
        ("page", "1 CD-ROM", "1 CD-ROM"),
    ],
)
def test_ranges_of_numbers_have_a_dash_of_their_own(variable: str, printed: str, expected: str) -> None:
    assert one(f'<text variable="{variable}"/>', work(**{variable: printed})) == expected


def test_a_macro_has_no_case_but_those_of_its_parts() -> None:
    macros = '<macro name="m"><text variable="title"/></macro>'
    assert one('<text macro="m" text-case="uppercase" prefix="in "/>', macros=macros) == "in Title"


def test_an_event_is_printed_under_its_old_name_only_where_it_has_that() -> None:
    layout = '<text variable="event"/><text variable="event-title"/>'
    assert one(layout, work(event="Meeting")) == "MeetingMeeting"
    assert one(layout, work(event_title="Meeting")) == "Meeting"


NESTED = """<text variable="title"/><group prefix=" (" suffix=")" delimiter="; "><text macro="m" prefix="(" suffix=")"/>
    <date variable="issued" prefix="(" suffix=")"><date-part name="year"/></date>
    <number variable="volume" prefix="(" suffix=")"/><text variable="genre" prefix="(" suffix=")"/></group>
    <text macro="m" prefix=" (" suffix=")"/>"""


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("note", "T ([P(Q)]; [1999]; [2]; (g)) (P[Q])"), ("in-text", "T ((P(Q)); (1999); (2); (g)) (P(Q))")],
)
def test_brackets_inside_parentheses_are_square_in_notes(kind: str, expected: str) -> None:
    macros = """<macro name="m"><text variable="publisher"/><group prefix="(" suffix=")"><text variable="edition"/>
        </group></macro>"""
    item = work(title="T", publisher="P", edition="Q", issued=1999, volume="2", genre="g")
    assert one(NESTED, item, macros=macros, root=f'class="{kind}"') == expected


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ('<text variable="title" display="block"/>', "{block T}"),
        ('<choose><if type="book"><text variable="title" display="block"/></if></choose>', "{block T}"),
        ('<group display="block"><text variable="title" display="indent"/></group>', "{block T}"),
        ('<group><text variable="title" display="block"/></group>', "T"),
        ('<text macro="m"/>', "T"),
    ],
)
def test_only_elements_of_the_layout_itself_are_blocks(layout: str, expected: str) -> None:
    macros = '<macro name="m"><text variable="title" display="block"/></macro>'
    assert one(layout, work(title="T"), macros=macros) == expected


def test_words_of_a_language_have_its_letters() -> None:
    layout = '<group delimiter=" "><text term="in" text-case="capitalize-first"/><text variable="title"/></group>'
    assert one(layout, work(title="T"), language="tr-TR") == "İçinde T"
