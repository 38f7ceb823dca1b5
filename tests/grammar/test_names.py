"""Printed names: in every order, of many countries, persons beside institutions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.grammar.name_words import SUFFIXES
from reflist.grammar.names import is_institutional, read_names
from reflist.grammar.persons import read_direct, read_inverted
from reflist.model import Name


def shown(printed: str) -> list[str]:
    """Each name as ``family|given|dropping|non-dropping|suffix`` without empty ends, or ``[institution|acronym]``."""
    return [_shown(name) for name in read_names(printed).names]


def _shown(name: Name) -> str:
    if name.literal:
        return f"[{name.literal}|{name.acronym}]".replace("|]", "]")
    parts = (name.family, name.given, name.dropping_particle, name.non_dropping_particle, name.suffix)
    return "|".join(parts).rstrip("|")


INVERTED = {
    "F. P. Brooks, Jr.": "Brooks|F. P.|||Jr.",
    "Smith, J.": "Smith|J.",
    "Smith, J": "Smith|J",
    "Smith, JA": "Smith|JA",
    "Smith, J A": "Smith|J A",
    "Smith, J.A.": "Smith|J.A.",
    "Smith,J.A.": "Smith|J.A.",
    "Smith, J. A.": "Smith|J. A.",
    "Wilson, G.,": "Wilson|G.",
    "SMITH, J.": "SMITH|J.",
    "Sartre, J.-P.": "Sartre|J.-P.",
    "Sartre, J-P": "Sartre|J-P",
    "Xavier, F.‐X.": "Xavier|F.‐X.",
    "Lotman, Yu.": "Lotman|Yu.",
    "Lotman, Yu. M.": "Lotman|Yu. M.",
    "Smith, Ch.-A.": "Smith|Ch.-A.",
    "Smith, Ph.": "Smith|Ph.",
    "Smith, Peter": "Smith|Peter",
    "Smith, Jean-Paul": "Smith|Jean-Paul",
    "Jones, Mary K.": "Jones|Mary K.",
    "Spivak, Gayatri Chakravorty": "Spivak|Gayatri Chakravorty",
    "O'Neill, O.": "O'Neill|O.",
    "O’Neill, O.": "O’Neill|O.",
    "D'Angelo, E.": "D'Angelo|E.",
    "d'Alembert, J.": "Alembert|J.||d'",
    "MacAllister, J.": "MacAllister|J.",
    "Mc Donald, A.": "Mc Donald|A.",
    "St. John, B.": "St. John|B.",
    "St John, B.": "St John|B.",
    "Fitz-Gerald, A.": "Fitz-Gerald|A.",
    "Lloyd George, D.": "Lloyd George|D.",
    "van der Berg, J.": "Berg|J.||van der",
    "Berg, J. van der": "Berg|J.|van der",
    "van 't Hoff, J. H.": "Hoff|J. H.||van 't",
    "van ’t Hoff, J.": "Hoff|J.||van ’t",
    "'t Hart, P.": "Hart|P.||'t",
    "‘t Hart, P.": "Hart|P.||‘t",
    "Hart, P. 't": "Hart|P.|'t",
    "De Vries, M.": "De Vries|M.",
    "von Goethe, J.W.": "Goethe|J.W.||von",
    "Goethe, J. W. von": "Goethe|J. W.|von",
    "von und zu Liechtenstein, H.": "Liechtenstein|H.||von und zu",
    "Müller-Lüdenscheid, K.-H.": "Müller-Lüdenscheid|K.-H.",
    "García Lorca, F.": "García Lorca|F.",
    "Ortega y Gasset, J.": "Ortega y Gasset|J.",
    "Sánchez de Toca, J.": "Sánchez de Toca|J.",
    "de Sousa Santos, B.": "Sousa Santos|B.||de",
    "dos Santos, J.": "Santos|J.||dos",
    "Silva, J. da": "Silva|J.|da",
    "Le Grand, J.": "Le Grand|J.",
    "La Fontaine, J. de": "La Fontaine|J.|de",
    "al-Farabi, A.": "Farabi|A.||al-",
    "el-Ojeili, C.": "Ojeili|C.||el-",
    "Al-Khalili, J.": "Al-Khalili|J.",
    "bin Salman, M.": "Salman|M.||bin",
    "Ó Riain, S.": "Ó Riain|S.",
    "Ní Dhomhnaill, N.": "Ní Dhomhnaill|N.",
    "ffrench-Davis, R.": "ffrench-Davis|R.",
    "hooks, b.": "hooks|b.",
    "Wang, X.": "Wang|X.",
    "Иванов, И. И.": "Иванов|И. И.",
    "Παπαδόπουλος, Γ.": "Παπαδόπουλος|Γ.",
    "Đorđević, Ž.": "Đorđević|Ž.",
    "Nguyễn, Ấ.": "Nguyễn|Ấ.",
    "King, M. L., Jr.": "King|M. L.|||Jr.",
    "King, M.L. Jr": "King|M.L.|||Jr",
    "King Jr., M. L.": "King|M. L.|||Jr.",
    "Smith III, J.": "Smith|J.|||III",
    "Smith, John A., II": "Smith|John A.|||II",
    "Teilhard de Chardin, P., S.J.": "Teilhard de Chardin|P.|||S.J.",
    "Smith, SJ": "Smith|SJ",
}

DIRECT = {
    "J. Smith": "Smith|J.",
    "A.B. Smith": "Smith|A.B.",
    "J. H. van 't Hoff": "Hoff|J. H.||van 't",
    "Smith JA": "Smith|JA",
    "Smith J A": "Smith|J A",
    "Smith J. A.": "Smith|J. A.",
    "van der Berg J": "Berg|J||van der",
    "Le Grand J": "Le Grand|J",
    "Smith JA Jr": "Smith|JA|||Jr",
    "Peter Scourfield": "Scourfield|Peter",
    "Peter van der Berg": "Berg|Peter||van der",
    "Arie van der Berg": "Berg|Arie||van der",
    "Jean-Paul Sartre": "Sartre|Jean-Paul",
    "Julian Le Grand": "Le Grand|Julian",
    "Martin Luther King Jr.": "King|Martin Luther|||Jr.",
    "Sir John Smith": "Smith|Sir John",
    "Dr. John Smith": "Smith|Dr. John",
    "Prof. A. Smith": "Smith|Prof. A.",
    "Prof. A. B. Smith": "Smith|Prof. A. B.",
}


@pytest.mark.parametrize(("printed", "name"), [*INVERTED.items(), *DIRECT.items()])
def test_one_person(printed: str, name: str) -> None:
    assert shown(printed) == [name]


WHOLE = [
    "Cabinet Office",
    "DfES",
    "UNISON",
    "In Control",
    "HM Government",
    "H.M. Treasury",
    "Age UK",
    "Christian Aid",
    "Joseph Rowntree Foundation",
    "World Health Organization",
    "Commission for Social Care Inspection",
    "US Department of Health and Human Services",
    "Ministry of Housing, Communities and Local Government",
    "Department for Environment, Food and Rural Affairs",
    "European Commission, Directorate-General for Research",
    "Vereniging van Nederlandse Gemeenten",
    "Bundesministerium für Bildung und Forschung",
    "Plato",
    "毛泽东",
    "Wang Xiaoming",  # which of the two is the family name, nobody can tell
]


@pytest.mark.parametrize("printed", WHOLE)
def test_what_stays_whole(printed: str) -> None:
    assert shown(printed) == [f"[{printed}]"]
    assert is_institutional(printed)


LISTS = {
    "Smith, J., Jones, A. and Brown, B.": ["Smith|J.", "Jones|A.", "Brown|B."],
    "Smith J, Jones A, Brown B": ["Smith|J", "Jones|A", "Brown|B"],
    "Smith JL, Jones AB": ["Smith|JL", "Jones|AB"],
    "Smith J A, Jones A": ["Smith|J A", "Jones|A"],
    "J. Smith, A. Jones & B. Brown": ["Smith|J.", "Jones|A.", "Brown|B."],
    "Smith, J.; Jones, A.": ["Smith|J.", "Jones|A."],
    "Smith, John; Jones, Mary": ["Smith|John", "Jones|Mary"],
    "Smith, John and Jones, Mary": ["Smith|John", "Jones|Mary"],
    "Smith, John, Mary Jones and Peter Brown": ["Smith|John", "Jones|Mary", "Brown|Peter"],
    "John Smith, Mary Ann Jones, and Peter van der Berg": ["Smith|John", "Jones|Mary Ann", "Berg|Peter||van der"],
    "Allen, D.E. and M. Lynch": ["Allen|D.E.", "Lynch|M."],
    "Skelcher, C and Torfing, J": ["Skelcher|C", "Torfing|J"],
    "Bovaird T. and Löffler, E.": ["Bovaird|T.", "Löffler|E."],
    "Brandsen & Pestoff": ["[Brandsen]", "[Pestoff]"],
    "Ernst & Young": ["[Ernst & Young]"],
    "Marks and Spencer": ["[Marks and Spencer]"],
    "Pestoff,V.,Osborne,S.P. and Brandsen,T.": ["Pestoff|V.", "Osborne|S.P.", "Brandsen|T."],
    "Smith, J., Jr., and Jones, A., III": ["Smith|J.|||Jr.", "Jones|A.|||III"],
    "Smith, J. with Jones, A.": ["Smith|J.", "Jones|A."],
    "Smith, J.   and\n Jones,\tA.": ["Smith|J.", "Jones|A."],
    "Müller, H./Schmidt, K.": ["Müller|H.", "Schmidt|K."],
    "Smith J/Jones A": ["Smith|J", "Jones|A"],
    "Schmidt, H. und von Stein, K.": ["Schmidt|H.", "Stein|K.||von"],
    "Durand, P. et d’Arc, J.": ["Durand|P.", "Arc|J.||d’"],
    "Sánchez Cotán, J. y García, M.": ["Sánchez Cotán|J.", "García|M."],
    "Pérez, J. y Ortega y Gasset, J.": ["Pérez|J.", "Ortega y Gasset|J."],
    "Jansen, P. en de Vries, K.": ["Jansen|P.", "Vries|K.||de"],
    "Olsen, J. og Hansen, B.": ["Olsen|J.", "Hansen|B."],
    "Svensson, A. och Nilsson, B.": ["Svensson|A.", "Nilsson|B."],
    "Smith, J. and Department of Health": ["Smith|J.", "[Department of Health]"],
    "Department of Health and Smith, J.": ["[Department of Health]", "Smith|J."],
    "Smith, J., Jones, A. and Department of Health (DoH)": ["Smith|J.", "Jones|A.", "[Department of Health|DoH]"],
    "Royal College of Nursing (RCN) and Age Concern": ["[Royal College of Nursing|RCN]", "[Age Concern]"],
    "National Consumer Council (NCC)/Unison": ["[National Consumer Council|NCC]", "[Unison]"],
    "NCC/Unison": ["[NCC]", "[Unison]"],
    "DCSF/DH": ["[DCSF]", "[DH]"],
    "World Bank and International Monetary Fund": ["[World Bank]", "[International Monetary Fund]"],
    "Department of Health; Smith, J.": ["[Department of Health]", "Smith|J."],
    "Department for Environment, Food and Rural Affairs (Defra)": [
        "[Department for Environment, Food and Rural Affairs|Defra]"
    ],
    "": [],
    " ,;: ": [],
    "et al.": [],
}


@pytest.mark.parametrize(("printed", "names"), LISTS.items())
def test_lists(printed: str, names: list[str]) -> None:
    assert shown(printed) == names


@pytest.mark.parametrize(
    "tail",
    " et al|, et al.|,et al.,| et alii| [et al.]| and others| and colleagues| u. a.| u.a.| et coll.| m.fl.| und andere"
    "| y otros| y cols.| e outros| e altri| et autres| ET AL.".split("|"),
)
def test_others(tail: str) -> None:
    assert read_names(f"Smith, J.{tail}") == ((Name("Smith", "J."),), True)


@pytest.mark.parametrize("printed", ["Smith, J.", "Smith, U. A.", "Metal, E.", "Alibaba, E.", "Etalon, A."])
def test_no_others(printed: str) -> None:
    assert not read_names(printed).others


@pytest.mark.parametrize(
    "printed", ["Smith, J.", "J. Smith", "Smith, Peter", "Peter Smith", "Peter Smith, Mary Jones", "Prof. A. Smith", ""]
)
def test_persons_are_not_institutions(printed: str) -> None:
    assert not is_institutional(printed) or not printed


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Berg, J. van der, Jr.", Name("Berg", "J.", dropping_particle="van der", suffix="Jr.")),
        ("Smith", Name("Smith")),
        ("Smith,", Name("Smith")),
        ("Smith, J., and more", Name("Smith", "J., and more")),
        ("Smith, Jr., J.", Name("Smith", "J.", suffix="Jr.")),
    ],
)
def test_family_name_first(printed: str, name: Name) -> None:
    assert read_inverted(printed) == name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Ludwig van Beethoven", Name("Beethoven", "Ludwig", non_dropping_particle="van")),
        ("Vincent Van Gogh", Name("Van Gogh", "Vincent")),
        ("da Silva", Name("Silva", non_dropping_particle="da")),
        ("Martin Luther King, Jr.", Name("King", "Martin Luther", suffix="Jr.")),
        ("Plato", Name("Plato")),
        ("", Name()),
    ],
)
def test_given_name_first(printed: str, name: Name) -> None:
    assert read_direct(printed) == name


LETTERS = "abcdefghijklmnopqrstuvwxyzéöüßñøłç"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÉÖÜÑØŁÇŽИΓ"


@st.composite
def persons(draw: st.DrawFn) -> Name:
    """A person as a list prints one: a family name and initials, some with a particle and a suffix."""
    word = st.tuples(st.sampled_from(CAPITALS), st.text(LETTERS, min_size=2, max_size=8)).map("".join)
    initial = st.sampled_from([f"{capital}." for capital in CAPITALS])
    return Name(
        draw(st.lists(word, min_size=1, max_size=2).map("-".join)),
        draw(st.sampled_from([" ", "", "-"])).join(draw(st.lists(initial, min_size=1, max_size=3))),
        non_dropping_particle=draw(st.sampled_from(["", "", "van der", "de", "von", "d’", "al-"])),
        suffix=draw(st.sampled_from(["", "", *sorted(SUFFIXES)])),
    )


def inverted(name: Name) -> str:
    return f"{name.surname}, {name.given}{f', {name.suffix}' if name.suffix else ''}"


@given(st.lists(persons(), min_size=1, max_size=4), st.sampled_from(["and", "&", "und", "et"]), st.sampled_from(",;"))
def test_a_list_that_is_written_reads_back_the_same(names: list[Name], word: str, mark: str) -> None:
    printed = [inverted(name) for name in names]
    joined = f"{mark} ".join(printed[:-1])
    assert read_names(f"{joined} {word} {printed[-1]}" if joined else printed[0]).names == tuple(names)


@given(st.lists(persons(), min_size=1, max_size=4))
def test_names_with_initials_first_read_back_the_same(names: list[Name]) -> None:
    printed = [f"{name.given} {name.surname}" for name in names]
    assert read_names(", ".join(printed)).names == tuple(name.replace(suffix="") for name in names)


@given(st.text(max_size=60), st.text("AaB .,;-’'()/&and", max_size=60))
def test_anything_is_read_and_no_word_is_lost(anything: str, likely: str) -> None:
    for printed in (anything, likely):
        names = read_names(printed).names
        assert all(name.literal or name.family or name.given for name in names)
        assert is_institutional(printed) in (True, False)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("van der Berg, Sander", ["Sander van der Berg"]),
        ("Vries, Hanneke de", ["Hanneke de Vries"]),
        ("Berg, Sander van der, and Ann Lee", ["Sander van der Berg", "Ann Lee"]),
        ("de Vries, Hanneke, and Bob Stone", ["Hanneke de Vries", "Bob Stone"]),
        ("Médecins du Monde, Paris", ["Médecins du Monde, Paris"]),
    ],
)
def test_particles_of_names_in_full(printed: str, expected: list[str]) -> None:
    assert [name.display for name in read_names(printed).names] == expected


FAMILIES = st.sampled_from(
    "Weir Ash-Lee McEvoy O'Neil Press Union World Trust Ångström John Dr Jr Van De Le Ó Institute".split()
)
IN_FULL = st.sampled_from(["Ann", "Carl B.", "Peter", "Maria", "Mary Ann", "Ditch"])
GIVEN = (
    st.sampled_from(["A.", "A. B.", "J.-P.", "AB", "S.J.", "SJ", "II", "UK", "U.S.", "H.M.", "MD", "A. B. C."])
    | IN_FULL
)
FORMS = st.sampled_from(["{0}, {1}", "{0} {1}", "{1} {0}"])


@given(
    FORMS,
    FORMS,
    st.lists(st.tuples(FAMILIES, GIVEN), min_size=1, max_size=4),
    st.sampled_from([", ", "; ", " and ", ", & ", ", and ", " et "]),
)
def test_names_that_are_as_most_are_read_like_all_others(
    form: str, others: str, people: list[tuple[str, str]], last: str
) -> None:
    *first, end = [(others if index else form).format(*person) for index, person in enumerate(people)]
    printed = last.join(filter(None, (", ".join(first), end)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reflist.grammar.names.read_plain", lambda _: ())
        expected = read_names(printed)
    assert read_names(printed) == expected
    assert read_names(f"{printed}, et al.").names == expected.names


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Spivak, Gayatri Chakravorty", ["Gayatri Chakravorty Spivak"]),
        ("Bakar, Shafei Abu", ["Shafei Abu Bakar"]),
        ("Bender, M. Lionel, and Ann Weir", ["M. Lionel Bender", "Ann Weir"]),
        ("Ratree Wayland, John Hartmann, and Paul Sidwell", ["Ratree Wayland", "John Hartmann", "Paul Sidwell"]),
        ("García López, María José, and Elena Ruiz", ["María José García López", "Elena Ruiz"]),
        ("Oxfam, Save the Children", ["Oxfam, Save the Children"]),
        ("Wang WS-Y", ["WS-Y Wang"]),
        ("Hill, Carolyn J., and Laurence E. Lynn, Jr.", ["Carolyn J. Hill", "Laurence E. Lynn Jr."]),
        ("Inga Quispe, Rosaura", ["Rosaura Inga Quispe"]),
        ("Ó Briain S, Ní Riain AB Jr", ["S Ó Briain", "AB Ní Riain Jr"]),
        ("AV Bannister, E Duffy", ["AV Bannister", "E Duffy"]),
    ],
)
def test_text_after_the_first_comma(printed: str, read: list[str]) -> None:
    assert [name.display for name in read_names(printed).names] == read


@pytest.mark.parametrize(
    ("printed", "families"),
    [
        ("R. Brian Haynes", ["Haynes"]),
        ("K. Johnston Miller", ["Johnston Miller"]),
        ("Ann Weir and K. Johnston Miller", ["Weir", "Miller"]),
        ("K. Le Grand and Ann Weir", ["Le Grand", "Weir"]),
    ],
)
def test_a_word_after_initials_is_a_given_name_where_others_have_theirs_in_full(
    printed: str, families: list[str]
) -> None:
    assert [name.family for name in read_names(printed).names] == families


def test_names_separated_by_semicolons_with_and_or_an_omission() -> None:
    read = read_names("MacArthur, Robert H.; and Edward O. Wilson").names
    assert [name.display for name in read] == ["Robert H. MacArthur", "Edward O. Wilson"]
    read = read_names("Gomez, A. N., Lind, B., … Polosukhin, I.").names
    assert [name.display for name in read] == ["A. N. Gomez", "B. Lind", "I. Polosukhin"]
    assert read_direct("Zlatka Guentchéva.").family == "Guentchéva"
