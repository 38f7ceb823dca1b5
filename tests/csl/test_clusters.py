"""Citations of several works: sorted, grouped, collapsed; what goes around a cite."""

import pytest

from csl.tiny import cited, people, program, together, work
from reflist.csl.processor.state import Cite

NUMBER = '<text variable="citation-number"/>'
NUMBERS = {"around": 'prefix="[" suffix="]" delimiter=", "', "options": 'collapse="citation-number"'}
WORKS = [work(id, title=id.upper()) for id in "abcdefg"]


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ("a", "[1]"),
        ("ab", "[1, 2]"),
        ("abc", "[1–3]"),
        ("abcefg", "[1–3, 5–7]"),
        ("abd", "[1, 2, 4]"),
        ("acbd", "[1, 3, 2, 4]"),
    ],
)
def test_numbers_in_ranges(ids: str, expected: str) -> None:
    clusters = [[Cite(work.id) for work in WORKS], [Cite(id) for id in ids]]
    assert cited(program(NUMBER, **NUMBERS), *WORKS, clusters=clusters)[1] == expected


def test_a_range_has_its_own_delimiter_after_it_and_none_with_words() -> None:
    in_style = program(
        NUMBER, around='delimiter=", "', options='collapse="citation-number" after-collapse-delimiter="; "'
    )
    clusters = [[Cite(work.id) for work in WORKS], [Cite("a"), Cite("b"), Cite("c"), Cite("e")]]
    clusters += [[Cite("a"), Cite("b", suffix="!"), Cite("c")]]
    assert cited(in_style, *WORKS, clusters=clusters)[1:] == ["1–3; 5", "1, 2!, 3"]


@pytest.mark.parametrize(
    ("layout", "expected"), [(NUMBER, "[1–3]"), (f'{NUMBER}<text variable="locator" prefix=": "/>', "[1, 2: 5, 3]")]
)
def test_a_locator_breaks_a_range_where_it_is_printed(layout: str, expected: str) -> None:
    clusters = [[Cite("a"), Cite("b", "5"), Cite("c")]]
    assert cited(program(layout, **NUMBERS), *WORKS, clusters=clusters) == [expected]


YEAR = """<group delimiter=" "><names variable="author"><name form="short"/></names>
    <group><date variable="issued" form="numeric" date-parts="year"/><text variable="year-suffix"/></group>
    <text variable="locator" prefix=": "/></group>"""
DOE, ROE = people("Doe, Jane"), people("Roe, Richard")
SAME = [work(id, title=id, author=DOE, issued=2001) for id in "abcd"]
OTHERS = [work("e", title="e", author=ROE, issued=1999), work("f", title="f", author=DOE, issued=2005)]


def collapsed(how: str, ids: str, more: str = "", cites: dict[str, Cite] | None = None) -> str:
    options = f'disambiguate-add-year-suffix="true" {how} {more}'
    in_style = program(YEAR, around='delimiter="; "', options=options)
    clusters = [[Cite(work.id) for work in (*SAME, *OTHERS)], [(cites or {}).get(id, Cite(id)) for id in ids]]
    return cited(in_style, *SAME, *OTHERS, clusters=clusters)[1]


@pytest.mark.parametrize(
    ("how", "ids", "expected"),
    [
        ("", "abef", "Doe 2001a; Doe 2001b; Roe 1999; Doe 2005"),
        ('collapse="year"', "abef", "Doe 2001a, 2001b; Roe 1999; Doe 2005"),
        ('collapse="year" cite-group-delimiter="/"', "abe", "Doe 2001a/2001b; Roe 1999"),
        ('collapse="year" after-collapse-delimiter=" | "', "abe", "Doe 2001a; 2001b | Roe 1999"),
        ('cite-group-delimiter=" + "', "aeb", "Doe 2001a; Roe 1999; Doe 2001b"),
        ('cite-group-delimiter=" + "', "abe", "Doe 2001a + Doe 2001b; Roe 1999"),
        ('collapse="year-suffix" year-suffix-delimiter=","', "abf", "Doe 2001a,b, 2005"),
        ('collapse="year-suffix-ranged" year-suffix-delimiter=","', "abcdf", "Doe 2001a–d, 2005"),
        ('collapse="year-suffix-ranged" year-suffix-delimiter=","', "abd", "Doe 2001a,b,d"),
        ('collapse="year-suffix-ranged" year-suffix-delimiter=","', "acd", "Doe 2001a,c,d"),
    ],
)
def test_years_and_letters(how: str, ids: str, expected: str) -> None:
    assert collapsed(how, ids) == expected


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        ({"b": Cite("b", "7")}, "Doe 2001a, 2001b : 7, 2001c"),
        ({"b": Cite("b", suffix="!")}, "Doe 2001a,b!, 2001c"),
        ({"b": Cite("b", prefix="see")}, "Doe 2001a, see 2001b,c"),
    ],
)
def test_letters_alone_only_if_nothing_else_is_printed(cites: dict[str, Cite], expected: str) -> None:
    assert collapsed('collapse="year-suffix" year-suffix-delimiter=","', "abc", cites=cites) == expected


def test_works_without_names_are_not_a_group() -> None:
    in_style = program('<text variable="title"/>', around='delimiter="; "', options='collapse="year"')
    assert together(in_style, *WORKS[:2]) == "A; B"


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        (Cite("a", prefix="see"), "(see A)"),
        (Cite("a", prefix="see "), "(see A)"),
        (Cite("a", prefix=" "), "( A)"),
        (Cite("a", suffix="and more"), "(A and more)"),
        (Cite("a", suffix=", and more"), "(A, and more)"),
        (Cite("a", prefix="<i>vide</i>", suffix="!"), "({italic vide} A!)"),
    ],
)
def test_affixes_of_a_cite(cite: Cite, expected: str) -> None:
    in_style = program('<text variable="title"/>', around='prefix="(" suffix=")"')
    assert cited(in_style, *WORKS, clusters=[[cite]]) == [expected]


def test_a_prefix_with_a_comma_brings_its_own_delimiter() -> None:
    in_style = program('<text variable="title"/>', around='delimiter="; "')
    clusters = [[Cite("a"), Cite("b", prefix=", and"), Cite("c")]]
    assert cited(in_style, *WORKS, clusters=clusters) == ["A, and B; C"]


@pytest.mark.parametrize(
    ("layout", "options", "expected"),
    [
        ('<text variable="title"/>', {"around": 'delimiter="; "'}, "A; see {bold zzz?}; B"),
        (NUMBER, NUMBERS, "[1, see {bold zzz?}, 2]"),
        (
            '<text variable="title"/>',
            {"options": 'collapse="year"', "around": 'delimiter="; "'},
            "A; see {bold zzz?}; B",
        ),
    ],
)
def test_an_unknown_work_is_printed_where_it_is_cited(layout: str, options: dict[str, str], expected: str) -> None:
    clusters = [[Cite("a"), Cite("zzz", prefix="see"), Cite("b")]]
    assert cited(program(layout, **options), *WORKS, clusters=clusters) == [expected]


def test_an_unknown_work_follows_sorted_ones() -> None:
    sort = '<sort><key variable="title"/></sort>'
    in_style = program('<text variable="title"/>', around='delimiter="; "', sort=sort)
    clusters = [[Cite("c"), Cite("zzz"), Cite("a")]]
    assert cited(in_style, *WORKS, clusters=clusters) == ["A; C; {bold zzz?}"]


def test_the_look_of_all_is_inside_its_affixes() -> None:
    in_style = program(NUMBER, around='prefix="(" suffix=")" vertical-align="sup"')
    assert cited(in_style, *WORKS[:1]) == ["{sup (1)}"]


def test_without_the_author() -> None:
    in_style = program(YEAR)
    clusters = [[Cite("a", suppress_author=True)], [Cite("e")]]
    assert cited(in_style, *SAME[:1], *OTHERS, clusters=clusters) == ["2001", "Roe 1999"]


def test_a_citation_in_which_nothing_is_printed() -> None:
    assert cited(program('<text variable="note"/>', around='prefix="(" suffix=")"'), work()) == [""]


IBID = """<choose><if position="ibid"><text term="ibid"/></if><else><text variable="title"/></else></choose>"""


@pytest.mark.parametrize(
    ("prefix", "expected"), [("", "Ibid."), ("see", "see ibid."), ("So it is.", "So it is. Ibid.")]
)
def test_notes_begin_with_a_capital(prefix: str, expected: str) -> None:
    in_style = program(IBID, root='class="note"')
    clusters = [[Cite("a", note=1)], [Cite("a", prefix=prefix, note=2)]]
    assert cited(in_style, *WORKS, clusters=clusters) == ["A", expected]


def test_only_the_first_cite_of_a_note_begins_it() -> None:
    in_style = program(IBID, root='class="note"', around='delimiter="; "')
    for prefix, expected in (("", "A; ibid."), ("Indeed!", "A; Indeed! Ibid.")):
        clusters = [[Cite("a", note=1), Cite("a", prefix=prefix, note=1)]]
        assert cited(in_style, *WORKS, clusters=clusters) == [expected]


def test_what_begins_with_a_value_or_an_affix_keeps_its_letters() -> None:
    in_style = program('<text variable="title"/><text term="in" prefix=" "/>', root='class="note"')
    assert cited(in_style, work(title="de facto")) == ["de facto in"]
    assert cited(program('<text term="in" prefix="2 "/>', root='class="note"'), work()) == ["2 in"]
    assert cited(program('<group prefix="vol "><text term="in"/></group>', root='class="note"'), work()) == ["vol in"]


def test_a_term_in_brackets_begins_a_note() -> None:
    assert cited(program('<text term="in" prefix="("/>', root='class="note"'), work()) == ["(In"]
    assert cited(program('<group prefix="["><text term="in"/></group>', root='class="note"'), work()) == ["[In"]


def grouped(*keys: str) -> str:
    """All works cited at once in a style that groups them, sorted by the keys."""
    sort = "<sort>" + "".join(f'<key variable="{key}"/>' for key in keys) + "</sort>"
    in_style = program(YEAR, around='delimiter="; "', options='collapse="year"', sort=sort)
    works = [
        *OTHERS,
        work("g", title="g", author=DOE, issued=1990),
        work("h", title="h", author=people("Abe, A."), issued=2005),
    ]
    return together(in_style, *works)


def test_groups_stand_in_the_order_of_their_first_key_then_of_their_names() -> None:
    assert grouped("issued") == "Doe 1990, 2005; Roe 1999; Abe 2005"
    assert grouped("type") == "Abe 2005; Doe 2005, 1990; Roe 1999"
    assert grouped("type", "issued") == "Abe 2005; Doe 1990, 2005; Roe 1999"


def test_works_without_an_author_come_after_the_others_that_sort_alike() -> None:
    layout = (
        """<names variable="author"><name form="short"/><substitute><text variable="title"/></substitute></names>"""
    )
    in_style = program(
        layout, around='delimiter="; "', options='collapse="year"', sort='<sort><key variable="issued"/></sort>'
    )
    works = [work("a", title="Anon", issued=1999), work("b", title="B", author=DOE, issued=1999)]
    assert together(in_style, *works) == "Doe; Anon"


def test_in_notes_years_have_the_delimiter_of_cites() -> None:
    in_style = program(YEAR, around='delimiter="; "', options='collapse="year"', root='class="note"')
    assert together(in_style, *SAME[:1], OTHERS[1]) == "Doe 2001; 2005"


def test_cites_in_the_order_of_keys() -> None:
    sort = '<sort><key variable="title" sort="descending"/></sort>'
    in_style = program('<text variable="title"/>', around='delimiter=" "', sort=sort)
    assert together(in_style, *WORKS) == "G F E D C B A"


def test_a_work_without_author_that_is_cited_without_it_is_not_lost() -> None:
    layout = '<names variable="author"><substitute><text variable="title"/></substitute></names>'
    clusters = [[Cite("a", suppress_author=True), Cite("b")]]
    assert cited(program(layout, around='delimiter="; "'), *WORKS, clusters=clusters) == ["A; B"]
