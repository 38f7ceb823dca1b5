"""Lists of names: shortened, joined, labelled, substituted, counted."""

from itertools import product
from typing import Any

import pytest

from csl.tiny import cited, dated, listed, one, people, program, together, work
from reflist.csl.processor.state import Cite

THREE = people("Doe, Jane", "Roe, Richard", "Poe, Edgar")
FIVE = [*THREE, *people("Moe, Max", "Coe, Sebastian")]


def names(attributes: str, inside: str = "", before: str = "") -> str:
    return f'<names variable="author">{before}<name form="short" {attributes}/>{inside}</names>'


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", "Doe, Roe, Poe"),
        ('and="text"', "Doe, Roe, and Poe"),
        ('and="symbol"', "Doe, Roe, &amp; Poe"),
        ('and="text" delimiter="; "', "Doe; Roe; and Poe"),
        ('and="text" delimiter-precedes-last="never"', "Doe, Roe and Poe"),
        ('and="text" delimiter-precedes-last="after-inverted-name"', "Doe, Roe and Poe"),
        ('delimiter="/" prefix="[" suffix="]"', "[Doe]/[Roe]/[Poe]"),
        ('et-al-min="3" et-al-use-first="1"', "Doe et al."),
        ('et-al-min="3" et-al-use-first="2"', "Doe, Roe, et al."),
        ('et-al-min="4" et-al-use-first="1"', "Doe, Roe, Poe"),
        ('et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"', "Doe, et al."),
        ('et-al-min="3" et-al-use-first="2" delimiter-precedes-et-al="never"', "Doe, Roe et al."),
        ('et-al-min="3" et-al-use-first="1" et-al-use-last="true"', "Doe, … Poe"),
        ('et-al-min="3" et-al-use-first="2" et-al-use-last="true"', "Doe, Roe, et al."),
        ('et-al-min="3" et-al-use-first="1" delimiter=":" delimiter-precedes-et-al="always"', "Doe: et al."),
        ('et-al-min="many" et-al-use-first="1"', "Doe, Roe, Poe"),
        ('et-al-min="3" et-al-use-first="0"', ""),
        ('font-style="italic" et-al-min="3" et-al-use-first="1"', "{italic Doe} et al."),
    ],
)
def test_lists(attributes: str, expected: str) -> None:
    assert one(names(attributes), work(author=THREE)).replace("&", "&amp;") == expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('delimiter-precedes-last="contextual"', "Doe, Jane and Richard Roe"),
        ('delimiter-precedes-last="always"', "Doe, Jane, and Richard Roe"),
        ('delimiter-precedes-last="after-inverted-name"', "Doe, Jane, and Richard Roe"),
    ],
)
def test_two_names_with_only_the_first_inverted(attributes: str, expected: str) -> None:
    layout = f'<names variable="author"><name and="text" name-as-sort-order="first" {attributes}/></names>'
    assert one(layout, work(author=THREE[:2])) == expected


def test_one_name_is_not_a_list() -> None:
    assert one(names('and="text"'), work(author=THREE[:1])) == "Doe"


def test_et_al_is_a_term_with_a_look() -> None:
    inside = '<et-al term="and others" font-style="italic"/>'
    assert one(names('et-al-min="2" et-al-use-first="1"', inside), work(author=THREE)) == "Doe {italic and others}"


@pytest.mark.parametrize(("rule", "expected"), [("never", "Doe等"), ("always", "Doe, 等")])
def test_et_al_in_letters_without_spaces(rule: str, expected: str) -> None:
    attributes = f'et-al-min="2" et-al-use-first="1" delimiter-precedes-et-al="{rule}"'
    assert one(names(attributes), work(author=THREE), language="zh-CN") == expected


def test_a_language_without_the_term_cuts_the_list() -> None:
    inside = '<et-al term="no such term"/>'
    assert one(names('et-al-min="2" et-al-use-first="2"', inside), work(author=THREE)) == "Doe, Roe"


def test_later_citations_may_be_shorter() -> None:
    in_style = program(
        '<names variable="author"><name form="short"/></names>',
        options='et-al-min="9" et-al-use-first="9" et-al-subsequent-min="3" et-al-subsequent-use-first="1"',
    )
    clusters = [[Cite("x")], [Cite("x")]]
    assert cited(in_style, work(author=THREE), clusters=clusters) == ["Doe, Roe, Poe", "Doe et al."]


@pytest.mark.parametrize(
    ("label", "authors", "expected"),
    [
        ('<label prefix=" (" suffix=")"/>', THREE[:1], "Doe (author)"),
        ('<label form="short" prefix=" "/>', THREE[:2], "Doe, Roe auths"),
        ('<label plural="never" prefix=" "/>', THREE[:2], "Doe, Roe author"),
        ('<label plural="always" prefix=" "/>', THREE[:1], "Doe authors"),
        ('<label form="short" strip-periods="true" prefix=", "/>', THREE[:1], "Doe, auth"),
    ],
)
def test_labels(label: str, authors: list[dict[str, str]], expected: str) -> None:
    terms = """<locale><terms><term name="author"><single>author</single><multiple>authors</multiple></term>
        <term name="author" form="short"><single>auth.</single><multiple>auths</multiple></term></terms></locale>"""
    assert one(names("", label), work(author=authors), macros=terms) == expected


def test_a_label_before_the_names_and_one_without_a_term() -> None:
    layout = '<names variable="editor"><label form="verb" suffix=" "/><name/></names>'
    assert one(layout, work(editor=THREE[:1])) == "edited by Jane Doe"
    assert one(names("", '<label prefix=" "/>'), work(author=THREE[:1])) == "Doe"


ROLES = '<names variable="editor translator" delimiter="; "><name form="short"/><label prefix=" (" suffix=")"/></names>'


def test_two_roles() -> None:
    both = work(editor=THREE[:1], translator=THREE[1:])
    assert one(ROLES, both) == "Doe (editor); Roe, Poe (translators)"
    assert one(ROLES, work(editor=THREE[:1], translator=THREE[:1])) == "Doe (editor &amp; translator)".replace(
        "amp;", ""
    )
    assert one(ROLES, work(translator=THREE[:1])) == "Doe (translator)"


SUBSTITUTE = """<names variable="author"><name form="short"/><substitute><names variable="editor"/>
    <text variable="title" font-style="italic"/></substitute></names><text variable="title" prefix=". "/>
    <names variable="editor" prefix=", ed. by "><name/></names>"""


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"author": THREE[:1], "editor": THREE[1:2]}, "Doe. Title, ed. by Richard Roe"),
        ({"editor": THREE[1:2]}, "Roe. Title"),
        ({}, "{italic Title}"),
    ],
)
def test_a_substitute_for_names_is_not_printed_twice(variables: dict[str, Any], expected: str) -> None:
    assert one(SUBSTITUTE, work(title="Title", **variables)) == expected


def test_names_in_a_substitute_without_a_form_of_their_own_have_that_of_the_names_they_stand_for() -> None:
    form = '<name/><label form="short" prefix=" (" suffix=")"/>'
    shorthand = '<names variable="editor" suffix="(eds.)" font-style="italic"/>'
    layout = f'<names variable="author" prefix="[" suffix="]">{form}<substitute>{shorthand}</substitute></names>'
    assert one(layout, work(editor=THREE[:1])) == "[Jane Doe (ed.)]"


@pytest.mark.parametrize("what", ["date", "number", "group", "names", "macro"])
def test_substitutes_of_all_kinds(what: str) -> None:
    inside = {
        "date": '<date variable="issued" form="text" date-parts="year"/>',
        "number": '<number variable="volume"/>',
        "group": '<group><text value="V"/><text variable="volume"/></group>',
        "names": '<names variable="translator"><name name-as-sort-order="all"/></names>',
        "macro": '<text macro="m"/>',
    }
    layout = f"""<names variable="author"><name/><substitute><text variable="note"/>{inside[what]}</substitute></names>
        <text variable="volume" prefix=" v"/><number variable="volume" prefix="#"/>
        <date variable="issued" prefix=" d" form="text" date-parts="year"/>"""
    item = work(volume="7", issued=2001, translator=THREE[:1])
    macros = '<macro name="m"><text value="M"/></macro>'
    expected = {
        "date": "2001 v7#7",
        "number": "7 d2001",
        "group": "V7 d2001",
        "names": "Doe, Jane v7#7 d2001",
        "macro": "M v7#7 d2001",
    }
    assert one(layout, item, macros=macros) == expected[what]


def test_a_substitute_for_the_author_is_suppressed_too() -> None:
    clusters = [[Cite("x", suppress_author=True)]]
    layout = SUBSTITUTE + '<text variable="volume"/>'
    assert cited(program(layout), work(title="Title", volume="7"), clusters=clusters) == ["7"]


def test_no_substitute() -> None:
    layout = '<names variable="author"><name/><substitute><text variable="note"/></substitute></names><text value="!"/>'
    assert one(layout, work()) == "!"
    assert one(f"<group>{layout}</group>", work()) == ""


def test_the_number_of_names() -> None:
    layout = '<names variable="author editor"><name form="count" et-al-min="3" et-al-use-first="2"/></names>'
    assert one(layout, work(author=THREE, editor=THREE[:1])) == "3"
    assert one(layout, work()) == ""


def test_names_of_the_style_hold_for_all_lists() -> None:
    root = 'class="in-text" name-form="short" name-delimiter=" + " names-delimiter=" | " and="symbol"'
    layout = '<names variable="author editor"/>'
    assert one(layout, work(author=THREE[:2], editor=THREE[2:]), root=root) == "Doe & Roe | Poe"


def test_a_list_of_nothing_but_marks_is_none() -> None:
    assert one(names(""), work(author=[{"literal": "<i></i>"}], title="T")) == ""


AUTHORS = """<group delimiter=". "><names variable="author"><name form="short" delimiter=", "/></names>
    <text variable="title"/></group>"""


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("complete-all", ["Doe, Roe. A", "Doe, Moe. B", "———. C", "Doe, Moe, Coe. D"]),
        ("unknown-rule", ["Doe, Roe. A", "Doe, Moe. B", "———. C", "Doe, Moe, Coe. D"]),
        ("complete-each", ["Doe, Roe. A", "Doe, Moe. B", "———, ———. C", "Doe, Moe, Coe. D"]),
        ("partial-each", ["Doe, Roe. A", "———, Moe. B", "———, ———. C", "———, ———, Coe. D"]),
        ("partial-first", ["Doe, Roe. A", "———, Moe. B", "———, Moe. C", "———, Moe, Coe. D"]),
    ],
)
def test_names_that_the_entry_before_has_too(rule: str, expected: list[str]) -> None:
    doe, roe, _, moe, coe = FIVE
    works = [[doe, roe], [doe, moe], [doe, moe], [doe, moe, coe]]
    items = [work(title, title=title, author=authors) for title, authors in zip("ABCD", works, strict=True)]
    options = f'subsequent-author-substitute="———" subsequent-author-substitute-rule="{rule}"'
    assert listed(AUTHORS, *items, options=options) == expected


@pytest.mark.parametrize("rule", ["complete-all", "partial-first"])
def test_other_names_and_none_at_all(rule: str) -> None:
    options = f'subsequent-author-substitute="" subsequent-author-substitute-rule="{rule}"'
    works = [work("a", title="A", author=THREE[:1]), work("b", title="B", author=THREE[1:2]), work("c", title="C")]
    assert listed(AUTHORS, *works, options=options) == ["Doe. A", "Roe. B", "C"]


def test_a_title_in_the_place_of_names_is_repeated_by_the_mark_too() -> None:
    layout = """<names variable="author"><name/><substitute><text variable="title"/></substitute></names>
        <date variable="issued" form="numeric" date-parts="year" prefix=" "/>"""
    works = [work(str(year), title="Same", issued=dated(year)) for year in (2001, 2002)]
    assert listed(layout, *works, options='subsequent-author-substitute="—"') == ["Same 2001", "— 2002"]


def test_words_of_the_style_in_the_place_of_names_are_not_repeated_by_the_mark() -> None:
    layout = """<names variable="author"><name/><substitute><text macro="anon"/></substitute></names>
        <date variable="issued" form="numeric" date-parts="year" prefix=" "/>"""
    works = [work(str(year), issued=dated(year)) for year in (2001, 2002)]
    macros = '<macro name="anon"><text value="Anon"/></macro>'
    options = 'subsequent-author-substitute="—"'
    assert listed(layout, *works, options=options, macros=macros) == ["Anon 2001", "Anon 2002"]


def test_words_alone_in_the_place_of_names_fill_no_group() -> None:
    names = '<names variable="author"><name/><substitute><text value="Anon"/></substitute></names>'
    assert one(f'<group>{names}<text variable="volume"/></group><text variable="title"/>') == "Title"
    assert one(f'<group delimiter=" ">{names}<text variable="title"/></group>') == "Anon Title"


def test_names_that_stand_for_others_are_left_out_with_them() -> None:
    names = """<names variable="composer"><name form="short"/><substitute><names variable="author"/>
        <text variable="title"/></substitute></names>
        <date variable="issued" form="numeric" date-parts="year" prefix=" "/>"""
    works = [work(str(year), title="T", issued=year, author=people("Doe, J.")) for year in (2001, 2002)]
    assert together(program(names, options='collapse="year"', around='delimiter="; "'), *works) == "Doe 2001, 2002"


@pytest.mark.parametrize(
    ("second", "expected"), [("Water Board", "Doe, J & Water Board"), ("Roe, R", "Doe, J, & Roe, R")]
)
def test_an_institution_after_one_name_has_no_comma_before_it(second: str, expected: str) -> None:
    name = '<name name-as-sort-order="all" and="symbol" delimiter-precedes-last="always"/>'
    assert one(f'<names variable="author">{name}</names>', work(author=people("Doe, J", second))) == expected


def test_the_word_for_and_has_spaces_where_it_is_a_word() -> None:
    layout = '<names variable="author"><name and="text" delimiter="; " delimiter-precedes-last="never"/></names>'
    item = work(author=people("Aho, A", "Bek, B"))
    for word, expected in (("and", "A Aho and B Bek"), ("; ", "A Aho; B Bek"), ("和", "A Aho和B Bek")):
        locale = f'<locale><terms><term name="and">{word}</term></terms></locale>'
        assert one(layout, item, macros=locale) == expected


def test_affixes_of_a_name_go_around_each_person() -> None:
    layout = '<names variable="author"><name prefix="(" suffix=")"/></names>'
    assert one(layout, work(author=people("Aho, A", "Guild", "Bek, B"))) == "(A Aho), Guild, (B Bek)"


def test_affixes_of_a_name_go_around_those_that_are_left_out_too() -> None:
    layout = '<names variable="author"><name prefix="(" suffix=")" et-al-min="2" et-al-use-first="1"/></names>'
    assert one(layout, work(author=people("Aho, A", "Bek, B"))) == "((A Aho) et al.)"


def test_affixes_of_names_are_not_those_of_substitutes() -> None:
    layout = """<names variable="author" prefix="by " suffix=". "><name/><substitute><names variable="editor"/>
        <text variable="title"/></substitute></names><text variable="publisher" prefix=". "/>"""
    given = {"title": "Title", "publisher": "Press"}
    assert one(layout, work(author=people("Doe, Jane"), **given)) == "by Jane Doe. . Press"
    assert one(layout, work(editor=people("Doe, Jane"), **given)) == "by Jane Doe. . Press"
    assert one(layout, work(**given)) == "Title. Press"


def test_names_in_a_branch_of_a_substitute_are_set_as_the_names_they_stand_for() -> None:
    layout = """<names variable="author"><name form="short"/><substitute><choose><if type="book">
        <names variable="editor"/></if></choose></substitute></names>"""
    assert one(layout, work(editor=people("Aho, Ann"))) == "Aho"
    in_macro = layout.replace('<names variable="editor"/>', '<text macro="editors"/>')
    macros = '<macro name="editors"><names variable="editor"/></macro>'
    assert one(in_macro, work(editor=people("Aho, Ann")), macros=macros) == "Ann Aho"


@pytest.mark.parametrize(("mark", "expected"), [("", "I Mac Jr"), (". ", "I. Mac Jr."), (None, "Ian Mac Jr.")])
def test_full_stops_of_a_suffix_are_those_of_initials(mark: str | None, expected: str) -> None:
    initialized = "" if mark is None else f'initialize-with="{mark}"'
    item = work(author=[{"family": "Mac", "given": "Ian", "suffix": "Jr."}])
    assert one(f'<names variable="author"><name {initialized}/></names>', item) == expected


def test_the_first_possible_part_of_a_branch_replaces_names() -> None:
    layout = """<names variable="author"><substitute><choose><if type="book"><names variable="editor"/>
        <names variable="translator"/><text variable="publisher"/></if></choose></substitute></names>
        <text variable="publisher" prefix="/"/>"""
    aho, bek = people("Aho, A"), people("Bek, B")
    assert one(layout, work(editor=aho, translator=bek, publisher="P")) == "A Aho/P"
    assert one(layout, work(translator=bek, publisher="P")) == "B Bek/P"
    assert one(layout, work(publisher="P")) == "P"
    assert one(layout, work(type="map", publisher="P")) == "/P"
    in_group = layout.replace(
        '<names variable="editor"/>', '<group><names variable="editor"/><text value="+"/></group>'
    )
    assert one(in_group, work(editor=aho, publisher="P")) == "A Aho+/P"


def test_title_case_of_labels_is_for_every_language() -> None:
    layout = '<names variable="editor"><name/><label form="short" text-case="title" prefix=" "/></names>'
    assert one(layout, work(editor=people("Aho, A")), language="fr-FR") == "A Aho Éd."


@pytest.mark.parametrize(
    "options",
    [
        "",
        'and="text"',
        'and="symbol" delimiter="; " delimiter-precedes-last="always"',
        'and="text" delimiter-precedes-last="after-inverted-name" name-as-sort-order="first"',
        'and="text" delimiter-precedes-last="never" initialize-with=". "',
        'et-al-min="3" et-al-use-first="1"',
        'et-al-min="3" et-al-use-first="2" name-as-sort-order="all" delimiter-precedes-et-al="always"',
        'et-al-min="4" et-al-use-first="2" et-al-use-last="true" initialize-with=""',
        'et-al-min="2" et-al-use-first="0"',
        'form="short" and="symbol"',
        'initialize-with=","',
        'delimiter=". "',
        'font-style="italic"',
    ],
)
def test_a_list_of_plain_names_is_one_text_with_the_same_words(options: str) -> None:
    full = people("Doe, Jane", "Roe, Richard Paul", "Poe-Lee, E. A.", "Smith, J.-P.")
    others = [{"family": "Unison"}, *people("Humboldt, Alexander von", "Doe, Jane", "Berg, J. van der")]
    layout = f'<names variable="author"><name {options}/><et-al/></names><text variable="title" prefix=" "/>'
    for count, names in product(range(1, 5), (full, others, others[::-1])):
        item = work(author=names[:count], title="T")
        assert listed(layout, item, item.replace(id="y")) == cited(program(layout), item, item.replace(id="y"))


def test_plain_names_sort_by_family_and_given_name() -> None:
    sort = '<sort><key macro="author"/></sort>'
    for options in ("", 'initialize-with="."', 'form="short"', 'et-al-min="2" et-al-use-first="1"'):
        macro = f'<macro name="author"><names variable="author"><name {options}/></names></macro>'
        names = (["Zoe, X von"], ["Roe, B."], ["Doe, Jane", "Poe, C."], ["Doe, Ann"], ["de Boer, Jan"])
        works = [work(id=f"w{n}", author=people(*some), title=f"T{n}") for n, some in enumerate(names)]
        works.append(work(id="alone", author=[{"family": "Unison"}], title="U"))
        assert listed('<text variable="title"/>', *works, sort=sort, macros=macro) == [
            "T4",
            "T3",
            "T2",
            "T1",
            "U",
            "T0",
        ]


@pytest.mark.parametrize("key", ['variable="author"', 'macro="author"'])
def test_articles_of_institutions_do_not_count_where_they_are_sorted(key: str) -> None:
    names = ("The Zebra Trust", "Young for The Old", "A Quiet Society", "Theatre Union")
    works = [work(id=name, author=people(name)) for name in names]
    macros = '<macro name="author"><names variable="author"/></macro>'
    entries = listed('<names variable="author"/>', *works, sort=f"<sort><key {key}/></sort>", macros=macros)
    assert entries == ["A Quiet Society", "Theatre Union", "Young for The Old", "The Zebra Trust"]
