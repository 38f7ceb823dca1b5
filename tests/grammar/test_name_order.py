"""The order of names without a comma, shown by the others of a list."""

import pytest

import reflist
from reflist.grammar.name_order import NameOrder, order_of, read_in_order
from reflist.grammar.names import read_names

DIRECT = [
    "Enno Sorge. 1911. Hedges.",
    "Mary Ash and Carl Bell. 2001. Mills.",
    "[3] John Weir (1999), Ponds.",
    "Lev Ro, Walls.",
]
INVERTED = [
    "Weir Anna (1999), Hedges.",
    "Ash Marie & Jean Petit (2003), Mills.",
    "Bell Peter, 1989, Ponds.",
    "Ro Lev (2001).",
]


@pytest.mark.parametrize(
    ("strings", "order"),
    [
        (DIRECT, NameOrder.DIRECT),
        (INVERTED, NameOrder.INVERTED),
        (INVERTED[:2], None),
        (DIRECT + INVERTED, None),
        (INVERTED + ["Weir, A. (1999), Hedges."] * 12, None),
        (["Ditch Council (1999), Hedges."] * 4, None),
        ([], None),
    ],
)
def test_the_order_of_a_list(strings: list[str], order: NameOrder | None) -> None:
    assert order_of(strings) is order


@pytest.mark.parametrize(
    ("printed", "order", "names"),
    [
        ("Enno Sorge", NameOrder.DIRECT, ["Sorge|Enno"]),
        ("Kitty Stewart", NameOrder.DIRECT, ["Stewart|Kitty"]),  # a given name, too
        ("Sorge Enno", NameOrder.INVERTED, ["Sorge|Enno"]),
        ("Le Goff Anna & Hursk Brone", NameOrder.INVERTED, ["Le Goff|Anna", "Hursk|Brone"]),
        ("Hall Peter A.", NameOrder.INVERTED, ["Hall|Peter A."]),
        ("Sorge Enno, Anna Weir.", NameOrder.INVERTED, ["Sorge|Enno", "Weir|Anna"]),
        ("Ditch Council", NameOrder.DIRECT, []),
        ("Weir, A.", NameOrder.INVERTED, []),
        ("OECD", NameOrder.DIRECT, []),
    ],
)
def test_names_in_an_order(printed: str, order: NameOrder, names: list[str]) -> None:
    assert [f"{name.family}|{name.given}" for name in read_in_order(printed, order)] == names


def test_a_list_shows_the_order_of_unknown_names() -> None:
    text = "References\n\n" + "\n".join(f"{head} Ditch Review, 4, 2, 11-19." for head in INVERTED[:3])
    text += "\nHursk Brone (2004), « Les haies », Ditch Review, 5, 1, 1-9.\n"
    last = reflist.parse(text).references[-1]
    assert [(name.family, name.given) for name in last.names("author")] == [("Hursk", "Brone")]


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Weir, A.; Kyung Kim; Tam C. Hofer; and Ministry of Health", "Weir|A. Kim|Kyung Hofer|Tam C. |"),
        ("Kyung O. Kim", "Kim|Kyung O."),
        ("Kyung O. Kim Foundation", "|"),
        ("Elena García López and Ann Weir", "García López|Elena Weir|Ann"),
        ("Gage, William W., and H. Brone Weir", "Gage|William W. Weir|H. Brone"),
    ],
)
def test_what_the_others_of_a_string_tell_of_a_name(printed: str, names: str) -> None:
    assert " ".join(f"{name.family}|{name.given}" for name in read_names(printed).names) == names


def test_particles_after_initials() -> None:
    names = read_names("Houten J van, Berg MA van der").names
    assert [(name.family, name.given, name.dropping_particle) for name in names] == [
        ("Houten", "J", "van"),
        ("Berg", "MA", "van der"),
    ]
