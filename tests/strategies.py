"""Arbitrary values of the model, for property tests of all packages.

The values are canonical: such as a reader could give. Values that only code could make (a mark over nothing, a season
that is also a month) are left out, since nothing promises to give them back.
"""

import json
from typing import Any

from hypothesis import strategies as st

from reflist.model import KINDS, TYPES, Date, Kind, Name, Reference, Value
from reflist.text import Mark, Span, Text

SPECIAL = " -–—'’‘“”\"&%$#_{}~^\\<>:;,.!?/()[]*+=@|`éÉøßŁçñõőșıÅæ–°£…αЖ漢ع"
"""Letters and other characters that have a special meaning in some format."""

MARKS = (Mark.ITALIC, Mark.BOLD, Mark.SUP, Mark.SUB, Mark.SMALL_CAPS, Mark.NO_CASE, Mark.MATH, Mark.QUOTE)
"""The marks that occur in data; the others are for formatted text."""

COMMON = "abcdefgXYZ 019" + SPECIAL
ANY = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Zs", "Cf"))


def lines(min_size: int = 0, max_size: int = 30) -> st.SearchStrategy[str]:
    """A line as readers give it: without control characters, and with white space only as single spaces inside."""
    written = st.one_of(st.text(COMMON, max_size=max_size), st.text(ANY, max_size=max_size))
    squeezed = written.map(lambda text: " ".join(text.split()))
    return squeezed.filter(lambda text: len(text) >= min_size) if min_size else squeezed


WORDS = lines(min_size=1)
"""A line that is not empty."""

CSL_MARKS = st.sampled_from([Mark.ITALIC, Mark.BOLD, Mark.SUP, Mark.SUB, Mark.SMALL_CAPS, Mark.NO_CASE])
"""The marks that CSL-JSON has a tag for."""


@st.composite
def texts(draw: st.DrawFn, min_size: int = 1) -> Text:
    """A text, often with marks, nested or side by side, that CSL-JSON's markup can express."""
    plain = draw(lines(min_size))
    places = st.integers(0, len(plain))
    spans = draw(st.lists(st.tuples(places, places, CSL_MARKS), max_size=3))
    marked = Text(plain, [Span(start, end, mark) for start, end, mark in spans if start < end])
    return Text.from_csl(marked.to_csl())


@st.composite
def people(draw: st.DrawFn) -> Name:
    """A person: a family name, mostly with other parts."""
    part = st.one_of(st.just(""), WORDS)
    return Name(
        family=draw(WORDS),
        given=draw(part),
        dropping_particle=draw(st.sampled_from(["", "", "de", "von"])),
        non_dropping_particle=draw(st.sampled_from(["", "", "van der", "la", "d'", "al-"])),
        suffix=draw(st.sampled_from(["", "", "Jr.", "III"])),
    )


def institutions() -> st.SearchStrategy[Name]:
    """An institution, sometimes with its acronym."""
    return st.builds(Name, literal=WORDS, acronym=st.sampled_from(["", "DoH", "NCC"]))


def names() -> st.SearchStrategy[Name]:
    """A person or an institution."""
    return st.one_of(people(), institutions())


@st.composite
def days(draw: st.DrawFn) -> tuple[int, ...]:
    """A day, a month or a year; every month has 28 days."""
    year = draw(st.one_of(st.integers(1000, 2100), st.integers(-2000, -1)))
    parts = (year, draw(st.integers(1, 12)), draw(st.integers(1, 28)))
    return parts[: draw(st.integers(1, 3))]


def seasons() -> st.SearchStrategy[tuple[int, int]]:
    """A season at one end of a range."""
    return st.tuples(st.integers(1000, 2100), st.integers(21, 24))


def dates() -> st.SearchStrategy[Date]:
    """A day, a range (also of seasons), a season, an approximate date, or words."""
    circa = st.booleans()
    return st.one_of(
        st.builds(Date, st.tuples(days()), circa=circa),
        st.builds(Date, st.tuples(days(), days()), circa=circa),
        st.builds(Date, st.tuples(seasons(), seasons())),
        st.builds(Date, st.tuples(st.tuples(st.integers(1000, 2100))), season=st.sampled_from("1234")),
        st.builds(Date, literal=st.sampled_from(["forthcoming", "n.d.", "late 1990s"])),
    )


def values(kind: Kind) -> st.SearchStrategy[Value]:
    """A value of a kind of variable."""
    if kind is Kind.NAMES:
        return st.lists(names(), min_size=1, max_size=3).map(tuple)
    if kind is Kind.DATE:
        return dates()
    if kind is Kind.TEXT:
        return texts()
    return WORDS


@st.composite
def references(draw: st.DrawFn) -> Reference:
    """A reference of any type with some of its variables; the common ones more often."""
    common = st.sampled_from(
        ["author", "issued", "title", "container-title", "editor", "page", "publisher", "DOI", "URL"]
    )
    chosen = draw(st.lists(st.one_of(common, st.sampled_from(sorted(KINDS))), unique=True, max_size=8))
    variables = {variable: draw(values(KINDS[variable])) for variable in chosen}
    return Reference(draw(WORDS), draw(st.sampled_from(sorted(TYPES))), variables)


# Values that only code could make, for the round trip through our own CSL-JSON.


def json_values() -> st.SearchStrategy[Any]:
    """Anything that JSON can hold, also the numbers that only Python reads (NaN), and lone surrogates."""
    numbers = st.one_of(st.integers(), st.just(10**400), st.floats())
    plain = st.one_of(
        st.none(), st.booleans(), numbers, st.text(max_size=8), st.sampled_from(["\ud800", "2007", "<i>a</i>"])
    )
    tags = st.one_of(
        st.text(max_size=4), st.sampled_from(["family", "literal", "date-parts", "season", "reflist", "extras"])
    )
    return st.recursive(
        plain,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(tags, inner, max_size=3)),
        max_leaves=8,
    )


@st.composite
def any_texts(draw: st.DrawFn) -> Text:
    """A text with overlapping marks, marks without a tag in CSL-JSON, or words that look like its markup."""
    plain = draw(st.one_of(WORDS, st.sampled_from(["a <i>b</i> c", "<b>", "“a”", "</span>x"])))
    places = st.integers(0, len(plain))
    return Text(plain, draw(st.lists(st.builds(Span, places, places, st.sampled_from(MARKS)), max_size=4)))


def any_extras() -> st.SearchStrategy[dict[tuple[str, str], tuple[str, ...]]]:
    """Extras of any format under any tag, those of CSL-JSON mostly JSON."""
    tags = st.sampled_from(["custom", "id", "type", "title", "issued", "author", "ZZ", "note1", ""])
    written = st.one_of(json_values().map(lambda value: json.dumps(value, ensure_ascii=False)), st.text(max_size=5))
    values = st.lists(written.map(lambda text: text.replace("\ud800", "?")), max_size=2).map(tuple)
    return st.dictionaries(st.tuples(st.sampled_from(["csljson", "csljson", "ris"]), tags), values, max_size=4)


@st.composite
def any_references(draw: st.DrawFn) -> Reference:
    """A reference as code may make one: any texts, extras, and names with all their attributes."""
    reference = draw(references())
    own = st.builds(Name, WORDS, suffix=WORDS, comma_suffix=st.booleans(), affiliation=WORDS, orcid=WORDS)
    more = st.dictionaries(st.sampled_from(["title", "note", "abstract"]), any_texts(), max_size=2)
    return (reference | draw(more) | {"editor": draw(st.lists(own, max_size=2).map(tuple))}).replace(
        id=draw(st.text(max_size=5)).replace("\ud800", ""), extras=draw(any_extras())
    )
