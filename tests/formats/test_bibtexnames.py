"""Lists of names in BibTeX's form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.grammar import bibtexnames, latex
from reflist.grammar.bibtexnames import read_names, write_names
from reflist.model import Name
from strategies import names


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("Alford", "J."), "Alford, J."),
        (Name("Johnston Miller", "K."), "Johnston Miller, K."),
        (Name("King", "Martin Luther", suffix="Jr."), "King, Jr., Martin Luther"),
        (Name("Cruz", "María", non_dropping_particle="de la"), r"de la Cruz, Mar{\'i}a"),
        (Name("Alembert", "J.", non_dropping_particle="d'"), "d'Alembert, J."),
        (Name("de Thury", "C."), "{de Thury}, C."),
        (Name("Smith, Jones", "A. and B."), "{Smith, Jones}, {A. and B.}"),
        (Name("Plato"), "Plato"),
        (Name("Dai Zhaoming"), "{Dai Zhaoming}"),
        (Name(given="Prince"), "{Prince}"),
        (Name("Doe", suffix="III"), "Doe, III,"),
        (Name(literal="Health and Safety, Executive"), "{Health and Safety, Executive}"),
        (Name(literal="others"), "{others}"),
        (Name(), ""),
    ],
)
def test_written(name: Name, written: str) -> None:
    assert write_names([name]) == written


def test_et_al_is_others() -> None:
    written = write_names([Name("Doe", "J."), Name(literal="others")])
    assert written == "Doe, J. and others"
    assert read_names(written) == (Name("Doe", "J."), Name(literal="others"))


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("Elinor Ostrom", Name("Ostrom", "Elinor")),
        ("Ludwig van Beethoven", Name("Beethoven", "Ludwig", non_dropping_particle="van")),
        (r"{\'e}mile Zola", Name("Zola", "", non_dropping_particle="émile")),
        (r"{\'E}mile~Zola", Name("Zola", "Émile")),
        ("LeRoy Brown Jr.", Name("Brown", "LeRoy", suffix="Jr.")),
        (r"{\'E}mile de Zola III", Name("Zola", "Émile", non_dropping_particle="de", suffix="III")),
        (r"{{\'E}cole Normale}", Name(literal="École Normale")),
        ("{Barnes and Noble}", Name(literal="Barnes and Noble")),
        ("{Van Gogh}, Vincent", Name("Van Gogh", "Vincent")),
        ("d'Alembert, J.", Name("d'Alembert", "J.")),
    ],
)
def test_what_others_write(field: str, name: Name) -> None:
    assert read_names(field) == (name,)


def test_a_repeated_and_is_read_once() -> None:
    assert read_names("A and and B and  and C") == (Name("A"), Name("B"), Name("C"))


def test_and_at_any_level() -> None:
    assert [name.surname for name in read_names("A {and} B and {C and D} AND E")] == ["B", "C and D", "E"]


@pytest.mark.parametrize(("particle", "family"), [("al-", "-x"), ("d'", "'x"), ("al-", "x")])
def test_a_particle_does_not_run_together_with_the_name(particle: str, family: str) -> None:
    written = write_names([Name(family, "A.", non_dropping_particle=particle)])
    assert [name.surname for name in read_names(written)] == [particle + family]


@given(st.lists(names(), min_size=1, max_size=4))
def test_as_many_names_come_back(people: list[Name]) -> None:
    assert len(read_names(write_names(people))) == len(people)


@given(st.lists(names(), min_size=1, max_size=4))
def test_no_letter_of_a_name_is_lost(people: list[Name]) -> None:
    def letters(names: list[Name]) -> list[str]:
        return sorted("".join(name.display for name in names).replace(" ", ""))

    assert letters(list(read_names(write_names(people)))) == letters(people)


PARTS = st.lists(
    st.sampled_from(
        [*"A b , { } ~ -".split(), " ", " and ", " AND ", "\t", "von ", "Doe", r"{\'e}", r"{\o}", "{}", "Jr.", "others"]
    ),
    max_size=9,
)


@given(PARTS.map("".join))
def test_the_short_way_reads_the_same_names(field: str) -> None:
    in_braces_of_their_own = [part for part in bibtexnames.split_list(field) if part.strip()]
    assert read_names(field) == tuple(bibtexnames._read_name(part) for part in in_braces_of_their_own)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(latex, "simplified", lambda _: None)
        long_way = tuple(bibtexnames._read_name(part) for part in in_braces_of_their_own)
    assert read_names(field) == long_way


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Weir, Ann, III", Name("Weir", "Ann", suffix="III")),
        (r"W{\'e}ir, Ann, Jr.", Name("Wéir", "Ann", suffix="Jr.")),
        ("Weir, III, Ann", Name("Weir", "Ann", suffix="III")),
        ("Weir, Ann, {III}", Name("Weir", "III", suffix="Ann")),
    ],
)
def test_a_suffix_may_stand_last(written: str, name: Name) -> None:
    assert read_names(written) == (name,)
    assert read_names(write_names([name])) == (name,)
