"""Reading back what a house style prints: the same authors, title, container, place and numbers."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from reflist.model import to_csl
from reflist.prose.reference import read_string
from reflist.report import Place, Report

FAMILIES = (
    "Abel; Beaver; Lévy-Bruhl; O’Hara; Miller; Johnston Miller; Zhou; Østby; McGuire; Le Grand; van der Berg".split(
        "; "
    )
)
GIVEN = ["A.", "B. C.", "J.-P.", "K.L.", "M.", "R. S. T."]
THINGS = "Services; care; Towns; boards; Schools; housing; Networks; markets; Rivers; power; Trust; governance".split(
    "; "
)
TITLES = """\
Better {a}; The hidden {a}; {a} and {b} in England; {a}: a case study; {a}, equity and voice; {a} of the 1990s
{a}? Evidence from five towns; {a} after 1945; The {a} (and how to mend them); {a} – a review
{a}: the US experience; {a} in an age of austerity; In search of fairness; In praise of {a}
What works? {a} in Leeds; London calling; Beyond 2000; Policy, practice and people in Leeds; A review of {a}
Working papers in {a}; The times of {a}; University reform; Press freedom in Europe; May 1968 and {a}
OECD reviews of {a}; {a}, 1945–1979; {a} in the 1980s: the rise of Thatcher; Who cares? {a}, power and the state
{a}: 25 years on; The report of the inquiry; Handbook of {a}; 1984 and all that
From {a} to {b}: a history of London; St. Paul and {a}; Learning from Bristol: Bristol and {a}
Edited lives: {a}; The second edition of {a}; Available {a}; Paper and {a}; The speech of {a}
Thesis and antithesis in {a}; HM Treasury and {a}; The Guardian of {a}; {a}/{b}; 9/11 and {a}
Towards a theory of {a} in public services in England; {a} in Cambridge, MA"""
CONTAINERS = """\
Public Administration; Policy & Politics; Journal of Social Policy; Voluntas; Governance; World Development
Housing, Theory and Society; Economy and Society; Accounting, Organizations and Society
British Journal of Social Work; Evidence & Policy: A Journal of Research; Nature; Zeitschrift für Soziologie
Sociology of Health & Illness"""
INSTITUTIONS = (
    "Cabinet Office; Department of Health; Home Office; OECD; Office for National Statistics; Age UK; World Bank"
)
PLACES = "London; Bristol; Cambridge, MA; New York; Basingstoke; Thousand Oaks, CA; Berlin"
UNLISTED_PLACES = "Wetherby; Upper Slaughter"
PUBLISHERS = "Sage; Palgrave Macmillan; The Policy Press; Routledge; Oxford University Press; Greenfield Books; Demos"
UNLISTED_PUBLISHERS = "Harbour Trust; Example House"


def one_of(*lists: str) -> st.SearchStrategy[str]:
    return st.sampled_from([entry for entries in lists for entry in entries.replace("\n", "; ").split("; ")])


class Printed(NamedTuple):
    """The plain parts of a reference."""

    authors: Sequence[tuple[str, str]]
    editors: Sequence[tuple[str, str]]
    institution: str
    year: int
    title: str
    book: str
    journal: str
    volume: int
    issue: int
    first: int
    last: int
    place: str
    publisher: str


titles = st.builds(
    lambda form, a, b: (text := form.format(a=a, b=b))[0].upper() + text[1:],
    one_of(TITLES),
    *[st.sampled_from(THINGS)] * 2,
)
people = st.lists(st.tuples(st.sampled_from(FAMILIES), st.sampled_from(GIVEN)), min_size=1, max_size=3)
imprints = st.one_of(
    st.tuples(one_of(PLACES, UNLISTED_PLACES), one_of(PUBLISHERS)),
    st.tuples(one_of(PLACES), one_of(PUBLISHERS, UNLISTED_PUBLISHERS)),
)


@st.composite
def parts(draw: st.DrawFn) -> Printed:
    first = draw(st.integers(1, 900))
    return Printed(
        draw(people),
        draw(people),
        draw(one_of(INSTITUTIONS)),
        draw(st.integers(1950, 2022)),
        draw(titles),
        draw(titles),
        draw(one_of(CONTAINERS)),
        draw(st.integers(1, 99)),
        draw(st.integers(1, 12)),
        first,
        first + draw(st.integers(1, 40)),
        *draw(imprints),
    )


def joined(names: Sequence[str], last: str) -> str:
    return last.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def inverted(people: Sequence[tuple[str, str]], last: str = " and ") -> str:
    return joined([f"{family}, {given}" for family, given in people], last)


def direct(people: Sequence[tuple[str, str]], last: str = " and ") -> str:
    return joined([f"{given} {family}" for family, given in people], last)


def packed(given: str) -> str:
    return "".join(letter for letter in given if letter.isalpha())


def bare(people: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{family} {packed(given)}" for family, given in people)


def sentence(title: str) -> str:
    return title if title.endswith("?") else f"{title}."


def role(editors: Sequence[object], one: str, many: str) -> str:
    return one if len(editors) == 1 else many


ARTICLE = {"container-title", "volume", "issue", "page"}
BOOK = {"publisher-place", "publisher"}
CHAPTER = BOOK | {"editor", "container-title", "page"}

Style = tuple[Callable[[Printed], str], set[str]]
STYLES: dict[str, Style] = {
    "British article": (
        lambda p: (
            f"{inverted(p.authors)} ({p.year}), ‘{p.title}’, {p.journal}, {p.volume}, {p.issue}, {p.first}–{p.last}."
        ),
        ARTICLE,
    ),
    "British book": (lambda p: f"{inverted(p.authors)} ({p.year}), {p.title}, {p.place}: {p.publisher}.", BOOK),
    "British report": (lambda p: f"{p.institution} ({p.year}), {p.title}, {p.place}: {p.publisher}.", BOOK),
    "British chapter": (
        lambda p: (
            f"{inverted(p.authors)} ({p.year}), ‘{p.title}’, in {inverted(p.editors)} "
            f"({role(p.editors, 'ed.', 'eds')}), {p.book}, {p.place}: {p.publisher}, pp. {p.first}–{p.last}."
        ),
        CHAPTER,
    ),
    "comma places": (lambda p: f"{inverted(p.authors)} ({p.year}) ‘{p.title}’, {p.place}, {p.publisher}.", BOOK),
    "APA article": (
        lambda p: (
            f"{inverted(p.authors, ', & ')} ({p.year}). {sentence(p.title)} {p.journal}, "
            f"{p.volume}({p.issue}), {p.first}–{p.last}."
        ),
        ARTICLE,
    ),
    "APA book": (
        lambda p: f"{inverted(p.authors, ', & ')} ({p.year}). {sentence(p.title)} {p.place}: {p.publisher}.",
        BOOK,
    ),
    "APA chapter": (
        lambda p: (
            f"{inverted(p.authors, ', & ')} ({p.year}). {sentence(p.title)} In {direct(p.editors, ' & ')} "
            f"({role(p.editors, 'Ed.', 'Eds.')}), {p.book} (pp. {p.first}–{p.last}). {p.place}: {p.publisher}."
        ),
        CHAPTER,
    ),
    "Emerald article": (
        lambda p: (
            f"{inverted(p.authors)} ({p.year}), “{p.title}”, {p.journal}, Vol. {p.volume} No. {p.issue}, "
            f"pp. {p.first}-{p.last}."
        ),
        ARTICLE,
    ),
    "Springer article": (
        lambda p: (
            f"{bare(p.authors)} ({p.year}) {sentence(p.title)} {p.journal} {p.volume}({p.issue}):{p.first}–{p.last}"
        ),
        ARTICLE,
    ),
    "Vancouver article": (
        lambda p: (
            f"{bare(p.authors)}. {sentence(p.title)} {p.journal}. {p.year};{p.volume}({p.issue}):{p.first}-{p.last}."
        ),
        ARTICLE,
    ),
    "Vancouver book": (
        lambda p: f"{bare(p.authors)}. {sentence(p.title)} {p.place}: {p.publisher}; {p.year}.",
        BOOK,
    ),
    "Chicago article": (
        lambda p: (
            f"{inverted(p.authors)} “{p.title}.” {p.journal} {p.volume}, no. {p.issue} ({p.year}): {p.first}–{p.last}."
        ),
        ARTICLE,
    ),
}


def expected(printed: Printed, style: str) -> dict[str, Any]:
    """The record that the parts form in a style."""
    is_bare = style.startswith(("Springer", "Vancouver"))
    persons = [(family, packed(given) if is_bare else given) for family, given in printed.authors]
    everything = {
        "author": [("", printed.institution)] if style == "British report" else persons,
        "issued": {"date-parts": [[printed.year]]},
        "title": printed.title,
        "editor": list(printed.editors),
        "container-title": printed.book if style.endswith("chapter") else printed.journal,
        "volume": str(printed.volume),
        "issue": str(printed.issue),
        "page": f"{printed.first}-{printed.last}",
        "publisher-place": printed.place,
        "publisher": printed.publisher,
    }
    return {variable: everything[variable] for variable in STYLES[style][1] | {"author", "issued", "title"}}


def name_of(item: dict[str, str]) -> tuple[str, str]:
    """A name of CSL-JSON in two parts."""
    family = f"{item.get('non-dropping-particle', '')} {item.get('family', '')}".strip()
    return family, item.get("given", "") or item.get("literal", "")


@given(st.sampled_from(sorted(STYLES)), parts())
def test_what_is_printed_is_read_back(style: str, printed: Printed) -> None:
    reference = read_string(STYLES[style][0](printed), Place("list.txt", 1), Report())
    assert reference is not None
    item = to_csl(reference)
    for variable in item.keys() & {"author", "editor"}:
        item[variable] = [name_of(name) for name in item[variable]]
    about = ("id", "type", "custom")
    assert {variable: value for variable, value in item.items() if variable not in about} == expected(printed, style)
