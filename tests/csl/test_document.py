"""Documents: the order of the bibliography, numbers, alignment, sorting."""

import pytest

from csl.tiny import cited, dated, listed, people, program, work
from reflist.csl.processor.document import Document
from reflist.csl.processor.state import Cite
from reflist.model import Name

NUMBERED = '<text variable="citation-number" suffix=". "/><text variable="title"/>'
TITLE = '<text variable="title"/>'
A, B, C = (work(id, title=id.upper()) for id in "abc")


def sort(*keys: str) -> str:
    return f"<sort>{''.join(f'<key {key}/>' for key in keys)}</sort>"


def test_numbers_go_by_the_order_of_the_list() -> None:
    assert listed(NUMBERED, B, A) == ["1. B", "2. A"]
    assert listed(NUMBERED, B, A, sort=sort('variable="title"')) == ["1. A", "2. B"]


def test_works_that_are_cited_come_first() -> None:
    bibliography = f"<bibliography><layout>{NUMBERED}</layout></bibliography>"
    in_style = program('<text variable="citation-number"/>', bibliography=bibliography)
    document = Document(in_style, [A, B, C], [[Cite("c")], [Cite("a")]])
    assert [entry.finished.text.plain for entry in document.bibliography()] == ["1. C", "2. A", "3. B"]
    assert [text.text.plain for text in document.citations()] == ["1", "2"]


def test_a_style_without_a_bibliography() -> None:
    assert Document(program(TITLE), [A]).bibliography() == []


def test_works_that_print_nothing_are_left_out() -> None:
    assert listed('<text variable="note"/>', A, work("n", note="N")) == ["N"]


def test_the_distance_of_notes_in_the_style() -> None:
    layout = '<choose><if position="near-note"><text value="near"/></if><else><text value="far"/></else></choose>'
    clusters = [[Cite("a", note=1)], [Cite("b", note=2)], [Cite("a", note=9)]]
    assert cited(program(layout), A, B, clusters=clusters)[-1] == "far"
    assert cited(program(layout, options='near-note-distance="8"'), A, B, clusters=clusters)[-1] == "near"


def test_the_first_field_in_a_margin() -> None:
    entries = listed(NUMBERED, A, around='suffix="!"', options='second-field-align="flush"')
    assert entries == ["{left-margin 1. }{right-inline A!}"]
    assert listed(TITLE, A, around='suffix="!"', options='second-field-align="flush"') == ["A!"]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (['variable="title"'], "abcde"),
        (['variable="title" sort="descending"'], "edcba"),
        (['variable="volume"'], "cabde"),
        (['variable="volume" sort="descending"'], "bacde"),
        (['variable="edition"'], "acbde"),
        (['variable="author"', 'variable="title"'], "cbade"),
        (['macro="author"', 'variable="title"'], "cbade"),
        (['macro="type"', 'variable="title" sort="descending"'], "cedba"),
        (['variable="citation-number" sort="descending"'], "edcba"),
        (['macro="count" sort="descending"', 'variable="title"'], "bacde"),
        (['macro="volume"'], "cabde"),
        (['macro="no such macro"'], "abcde"),
        (["variable=''"], "abcde"),
    ],
)
def test_keys(keys: list[str], expected: str) -> None:
    macros = """<macro name="author"><names variable="author"><name name-as-sort-order="all"/></names></macro>
        <macro name="type"><choose><if type="thesis"><text value="0"/></if>
        <else><text value="1"/></else></choose></macro><macro name="count"><names variable="author">
        <name form="count"/><substitute><text value="0"/></substitute></names></macro>
        <macro name="volume"><number variable="volume"/></macro>"""
    works = [
        work("a", title="A", volume="10", edition="1 b", author=people("Roe, Richard")),
        work("b", title="B", volume="x 11", edition="third", author=people("Poe, Zoe", "Aa, A")),
        work("c", title="C", volume="9", edition="second", type="thesis", author=people("Poe, Edgar")),
        work("d", title="D"),
        work("e", title="E"),
    ]
    assert "".join(listed(TITLE, *works, sort=sort(*keys), macros=macros)).lower() == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ('macro="author" names-min="2" names-use-first="1"', "abc"),
        ('macro="author"', "bac"),
        ('macro="author" names-min="2" names-use-first="1" names-use-last="true"', "bac"),
    ],
)
def test_keys_that_compare_fewer_names(key: str, expected: str) -> None:
    macros = (
        '<macro name="author"><names variable="author"><name form="short" name-as-sort-order="all"/></names></macro>'
    )
    works = [
        work("a", title="A", author=people("Doe, J", "Zed, Z", "Yo, Y")),
        work("b", title="B", author=people("Doe, J", "Aa, A", "Xi, X")),
        work("c", title="C", author=people("Roe, R")),
    ]
    assert "".join(listed(TITLE, *works, sort=sort(key), macros=macros)).lower() == expected


def test_a_suffix_ends_the_last_block() -> None:
    layout = '<text variable="title"/><text variable="volume" display="right-inline"/>'
    assert listed(layout, work(title="A", volume="3"), around='suffix="."') == ["A{right-inline 3.}"]
    assert listed(layout, work(title="A", volume="3")) == ["A{right-inline 3}"]


def test_labels_as_keys_bring_the_letters() -> None:
    layout = '<text variable="citation-label"/><date variable="issued" form="text" date-parts="year" prefix=" "/>'
    authors = [people("Roe, R"), people("Doe, J"), people("Roe, R")]
    works = [work(str(at), title=str(at), author=author, issued=2001) for at, author in enumerate(authors)]
    sorting = sort('variable="citation-label"')
    letters = 'disambiguate-add-year-suffix="true"'
    assert listed(layout, *works, sort=sorting) == ["Doe01 2001", "Roe01 2001", "Roe01 2001"]
    bibliography = f"<bibliography>{sorting}<layout>{layout}</layout></bibliography>"
    in_style = program('<names variable="author"/>', options=letters, bibliography=bibliography)
    entries = [entry.finished.text.plain for entry in Document(in_style, works).bibliography()]
    assert entries == ["Doe01 2001", "Roe01a 2001", "Roe01b 2001"]


def test_more_names_first_and_editors_count_too() -> None:
    macros = """<macro name="names"><names variable="author"><name name-as-sort-order="all"/><substitute>
        <names variable="editor"/></substitute></names></macro><macro name="count"><names variable="author">
        <name form="count"/><substitute><names variable="editor"/></substitute></names></macro>"""
    works = [
        work("a", title="A", author=people("Doe, J")),
        work("b", title="B", editor=people("Doe, J", *(f"N{number}, X" for number in range(11)))),
        work("c", title="C", author=people("Doe, J", "Roe, R")),
    ]
    keys = sort('macro="names" names-min="1" names-use-first="1"', 'macro="count" sort="descending"')
    assert listed(TITLE, *works, sort=keys, macros=macros) == ["B", "C", "A"]


def test_an_elided_particle_sorts_as_a_word() -> None:
    works = [work("a", title="A", author=people("de Bray, C")), work("b", title="B", author=people("d’Este, I"))]
    in_order = listed(
        TITLE, *works, sort=sort('variable="author"'), root='class="in-text" demote-non-dropping-particle="never"'
    )
    assert in_order == ["B", "A"]


@pytest.mark.parametrize(("demote", "expected"), [("never", "bac"), ("sort-only", "abc"), ("display-and-sort", "abc")])
def test_particles_in_keys(demote: str, expected: str) -> None:
    macros = '<macro name="author"><names variable="author"><name initialize-with="."/></names></macro>'
    berg = {"family": "Berg", "given": "Jan", "non-dropping-particle": "van"}
    works = [
        work("a", title="A", author=[berg]),
        work("b", title="B", author=people("Cole, Ann")),
        work("c", title="C", author=people("Zola, Émile")),
    ]
    root = f'class="in-text" demote-non-dropping-particle="{demote}"'
    entries = listed(TITLE, *works, sort=sort('macro="author"'), macros=macros, root=root)
    assert "".join(entries).lower() == expected


def test_keys_of_names_have_the_length_set_by_the_style_and_no_word_for_and() -> None:
    first = work("a", title="A", author=people("Roe, Zoe", "Doe, A"), issued=2001)
    works = [work("b", title="B", author=people("Roe, Ann", "Doe, A", "Eel, B"), issued=2001), first]
    for form, expected in (("short", ["A", "B"]), ("long", ["B", "A"])):
        key = f'<macro name="n"><names variable="author"><name form="{form}" and="text"/></names></macro>'
        sort = '<sort><key macro="n"/></sort>'
        assert listed('<text variable="title"/>', *works, sort=sort, macros=key) == expected


def test_a_date_comes_before_words_that_stand_for_one() -> None:
    works = [work("a", title="A"), work("b", title="B", issued=1790)]
    date = """<macro name="d"><choose><if variable="issued"><date variable="issued" form="text"/></if><else>
        <text term="no date"/></else></choose></macro>"""
    assert listed('<text variable="title"/>', *works, sort='<sort><key macro="d"/></sort>', macros=date) == ["B", "A"]


def test_the_letter_that_a_source_printed_counts_after_the_date() -> None:
    layout = '<text variable="title"/>'
    works = [work("x", title="A", issued=2001, year_suffix="b"), work("y", title="B", issued=2001, year_suffix="a")]
    works += [work("z", title="C", issued=2001), work("w", title="D", issued=1999)]
    macro = '<macro name="when"><text macro="date"/></macro>'
    macro += '<macro name="date"><date variable="issued" form="numeric" date-parts="year"/></macro>'
    for keys in (['variable="issued"', 'variable="title"'], ['macro="when"', 'variable="title"']):
        assert listed(layout, *works, sort=sort(*keys), macros=macro) == ["D", "B", "A", "C"]
    assert listed(layout, *works, sort=sort('variable="title"')) == ["A", "B", "C", "D"]
    assert listed(layout, *works, sort=sort('macro="gone"')) == ["B", "A", "C", "D"]


def test_a_letter_that_a_source_printed_is_printed_no_more() -> None:
    item = work(title="A", issued=2001, year_suffix="b")
    layout = '<choose><if variable="year-suffix"><text value="yes"/></if><else><text variable="title"/></else></choose>'
    assert listed(layout, item) == ["A"]


def test_an_acronym_and_its_full_name_are_one_author() -> None:
    who = '<names variable="author"/><date variable="issued" prefix=" " form="numeric" date-parts="year"/>'
    full = work("x", issued=2001, author=[{"literal": "Department of Things"}]) | {
        "author": (Name(literal="Department of Things", acronym="DoT"),)
    }
    short, other = (work(id, issued=2001, author=people(name)) for id, name in (("y", "DoT"), ("z", "WHO")))
    in_style = program(f'{who}<text variable="year-suffix"/>', options='disambiguate-add-year-suffix="true"')
    assert cited(in_style, full, short, other) == ["Department of Things 2001a", "DoT 2001b", "WHO 2001"]


def test_text_of_the_style_sorts_among_dates() -> None:
    when = (
        '<macro name="when"><choose><if variable="issued"><date variable="issued" date-parts="year" form="text"/></if>'
    )
    when += '<else-if variable="status"><text value="9999"/></else-if><else><text value="0"/></else></choose></macro>'
    works = [work("x", title="soon", status="forthcoming"), work("y", title="2003", issued=2003)]
    works += [work("z", title="never"), work("w", title="-5", issued=dated(-5)), work("v", title="5", issued=5)]
    assert listed(TITLE, *works, sort=sort('macro="when"'), macros=when) == ["never", "-5", "5", "2003", "soon"]


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ('<text term="no date"/>', "No date"),
        ('<text variable="citation-number" suffix=" "/><text term="no date"/>', "1 No date"),
        ('<group><text variable="citation-number" suffix=" "/></group><text term="no date"/>', "1 No date"),
        ('<text variable="title" suffix=" "/><text term="no date"/>', "A no date"),
        ('<group prefix="["><text term="no date"/></group>', "[No date"),
        ('<text variable="citation-number"/>', "1"),
    ],
)
def test_an_entry_that_a_term_begins_begins_with_a_capital(layout: str, expected: str) -> None:
    assert listed(layout, work("a", title="A")) == [expected]


def test_et_al_is_not_a_name_for_subsequent_author_substitute() -> None:
    layout = """<names variable="author"><name form="short" et-al-min="3" et-al-use-first="2"/></names>
        <text variable="title" prefix=" "/>"""
    works = [
        work("a", title="A", author=people("Doe, J.", "Roe, R.")),
        work("b", title="B", author=people("Doe, J.", "Roe, R.", "Poe, E.")),
    ]
    assert listed(layout, *works, options='subsequent-author-substitute="–"') == ["Doe, Roe A", "– B"]
