"""One name: initials, particles found in its parts, the order of its parts."""

import pytest

from csl.tiny import one, people, work
from reflist.csl.processor.particles import with_particles
from reflist.csl.processor.person import initials, initials_spaced
from reflist.model import Name


@pytest.mark.parametrize(
    ("given", "mark", "expected"),
    [
        ("Jean-Luc", ".", "J.-L."),
        ("Jean-Luc Paul", ". ", "J.-L. P."),
        ("A.B.", "", "AB"),
        ("A. B.", ".", "A.B."),
        ("Maria del Carmen", ". ", "M. del C."),
        ("Ji-ping", ".", "J."),
        ("danah", ". ", "danah"),
        ("TSerendorjiin", ". ", "Ts."),
        ("ZHanna I", ".", "Zh.I."),
        ("JP", ".", "J."),
        ("J.-p.", ".", "J.-p."),
        ("L. D. (Lionel D.)", ". ", "L. D. (Lionel D.)"),
        ("Jean-Luc (Jack", ".", "J.-L. (Jack"),
        ("[Sir] John", ".", "[Sir] J."),
        ("Ph. Me.", ". ", "Ph. Me."),
        ("C[harles] R.", ". ", "C. R."),
        ("<b>John</b> Q", ". ", "<b>J.</b> Q."),
        ("<b>John</b>-Q", ".", "<b>J.</b>-Q."),
        ("<", ".", "<"),
        ("Jean-Luc", ".\u00a0", "J.-L."),
        ("", ".", ""),
    ],
)
def test_initials(given: str, mark: str, expected: str) -> None:
    assert initials(given, mark) == expected


def test_initials_without_hyphens() -> None:
    assert initials("Jean-Luc", ".", hyphen=False) == "J.L."


@pytest.mark.parametrize(
    ("given", "mark", "expected"),
    [
        ("James T", ". ", "James T."),
        ("J T", ".", "J.T."),
        ("Ph. T", ". ", "Ph. T."),
        ("Ph. T", " ", "Ph T"),
        ("J.-L.", ". ", "J.-L."),
    ],
)
def test_initials_of_those_that_are_initials(given: str, mark: str, expected: str) -> None:
    assert initials_spaced(given, mark) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name("van der Berg", "Jan"), Name("Berg", "Jan", non_dropping_particle="van der")),
        (Name("d’Aubigné", "Agrippa"), Name("Aubigné", "Agrippa", non_dropping_particle="d’")),
        (Name("de' Medici", "Lorenzo"), Name("Medici", "Lorenzo", non_dropping_particle="de' ")),
        (Name("al-Hakim", "T."), Name("Hakim", "T.", non_dropping_particle="al-")),
        (Name("Humboldt", "Alexander von"), Name("Humboldt", "Alexander", "von")),
        (Name("Qián", "Nǎiróng 钱乃荣"), Name("Qián", "Nǎiróng 钱乃荣")),
        (Name("King", "Martin Luther, Jr."), Name("King", "Martin Luther", suffix="Jr.")),
        (Name("Doe", "J.,! III"), Name("Doe", "J.", suffix="III", comma_suffix=True)),
        (Name('"van Meter"', "A."), Name("van Meter", "A.")),
        (Name("van Meter"), Name("van Meter")),
        (Name("Berg", "Jan", "van"), Name("Berg", "Jan", "van")),
        (Name(literal="van Halen"), Name(literal="van Halen")),
        (Name("d' " * 60 + "!", "X"), Name("d' " * 60 + "!", "X")),
        (Name("d' " * 200 + "!", "X"), Name("d' " * 200 + "!", "X")),
    ],
)
def test_particles_and_suffixes_in_the_other_parts(name: Name, expected: Name) -> None:
    assert with_particles(name) == expected


GOETHE = {"family": "Goethe", "given": "Johann Wolfgang", "non-dropping-particle": "von"}
FONTAINE = {"family": "Fontaine", "given": "Jean", "dropping-particle": "de", "non-dropping-particle": "La"}
KING = {"family": "King", "given": "Martin", "suffix": "Jr."}


@pytest.mark.parametrize(
    ("attributes", "root", "name", "expected"),
    [
        ("", "", FONTAINE, "Jean de La Fontaine"),
        ('form="short"', "", FONTAINE, "La Fontaine"),
        ('name-as-sort-order="all"', "", FONTAINE, "Fontaine, Jean de La"),
        ('name-as-sort-order="all"', 'demote-non-dropping-particle="never"', FONTAINE, "La Fontaine, Jean de"),
        ('name-as-sort-order="all"', 'demote-non-dropping-particle="sort-only"', GOETHE, "von Goethe, Johann Wolfgang"),
        ('name-as-sort-order="first" sort-separator=" "', "", GOETHE, "Goethe Johann Wolfgang von"),
        ('name-as-sort-order="all" initialize-with="."', "", GOETHE, "Goethe, J.W. von"),
        ('initialize-with=". " initialize="false"', "", {"family": "Doe", "given": "James T"}, "James T. Doe"),
        ('initialize-with="."', 'initialize-with-hyphen="false"', {"family": "B", "given": "Jean-Luc"}, "J.L. B"),
        ("", "", KING, "Martin King Jr."),
        ('name-as-sort-order="all"', "", KING, "King, Martin, Jr."),
        ("", "", {**KING, "comma-suffix": True}, "Martin King, Jr."),
        ("", "", {"family": "毛", "given": "泽东"}, "毛泽东"),
        ('form="short"', "", {"family": "毛", "given": "泽东"}, "毛"),
        ('initialize-with="."', "", {"family": "Mao", "given": "泽东"}, "泽东 Mao"),
        ("", "", {"given": "Plato"}, "Plato"),
        ('initialize-with="."', "", {"family": "Qián", "given": "Nǎiróng 钱乃荣"}, "N.钱乃荣 Qián"),
        ('name-as-sort-order="all"', "", {"family": "____", "given": "Kim", "dropping-particle": "____"}, "____ Kim"),
        ("", "", {"literal": "The <i>Club</i>"}, "The {italic Club}"),
        ("", "", {"family": "Aubigné", "given": "A.", "dropping-particle": "d’"}, "A. d’Aubigné"),
    ],
)
def test_the_parts_of_a_name(attributes: str, root: str, name: dict[str, str], expected: str) -> None:
    layout = f'<names variable="author"><name {attributes}/></names>'
    assert one(layout, work(author=[name]), root=f'class="in-text" {root}') == expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", "{small-caps La} {small-caps Fontaine}, {italic Jean} {italic de}"),
        ('form="short"', "{small-caps La Fontaine}"),
    ],
)
def test_parts_with_looks_of_their_own(attributes: str, expected: str) -> None:
    layout = f"""<names variable="author"><name name-as-sort-order="all" {attributes}>
        <name-part name="family" font-variant="small-caps"/><name-part name="given" font-style="italic"/>
        </name></names>"""
    in_style = 'class="in-text" demote-non-dropping-particle="never"'
    assert one(layout, work(author=[FONTAINE]), root=in_style) == expected


def test_parts_in_capitals_and_between_affixes() -> None:
    layout = """<names variable="author"><name><name-part name="family" text-case="uppercase" prefix="[" suffix="]"/>
        <name-part name="given" prefix="(" suffix=")"/></name></names>"""
    assert one(layout, work(author=[FONTAINE])) == "(Jean) [de LA FONTAINE]"
    assert one(layout, work(author=people("The Club"))) == "[THE CLUB]"


def test_letters_of_names_are_those_of_the_language_of_the_style() -> None:
    layout = '<names variable="author"><name><name-part name="family" text-case="uppercase"/></name></names>'
    author = work(author=people("Yilmaz, Ali", "Birlik"))
    assert one(layout, author, language="tr-TR") == "Ali YİLMAZ, BİRLİK"
    assert one(layout, author, language="en-GB") == "Ali YILMAZ, BIRLIK"


@pytest.mark.parametrize("attributes", ['initialize-with=". "', 'initialize-with=". " initialize="false"'])
def test_what_is_too_long_for_a_name_has_no_initials(attributes: str) -> None:
    given = "ab " * 100 + "Ab"
    layout = f'<names variable="author"><name {attributes}/></names>'
    assert one(layout, work(author=[{"family": "Doe", "given": given}])) == f"{given} Doe"
    assert initials(given, ".") == given
