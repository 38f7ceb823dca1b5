"""PubMed's format, read and written."""

import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reflist.formats import nbib, nbib_tables
from reflist.formats.nbib_values import (
    read_date,
    read_day_in_digits,
    read_location,
    short_name,
    write_date,
    write_day_in_digits,
)
from reflist.model import KINDS, TYPES, Date, Name, Reference, Remainder, Value
from reflist.report import Report, Severity
from reflist.source import Source
from reflist.text import Mark, Span, Text
from strategies import references


def read(text: str) -> tuple[list[Reference | Remainder], list[str]]:
    report = Report()
    items = list(nbib.read(Source.from_text(text, "x.nbib"), report))
    return [item for item in items if isinstance(item, Reference | Remainder)], [str(found) for found in report]


def one(*lines: str) -> Reference:
    items, findings = read("\n".join(lines))
    assert findings == []
    (item,) = items
    assert isinstance(item, Reference)
    return item


def written(*items: Reference) -> str:
    report = Report()
    text = "".join(nbib.write(items, report))
    assert not len(report)
    return text


def extras(item: Reference) -> dict[str, tuple[str, ...]]:
    return {tag: values for (format, tag), values in item.extras.items() if format == "nbib"}


# --- records ------------------------------------------------------------------------------------------


def test_records_are_separated() -> None:
    items, findings = read(
        "\ufeff\nPMID- 1\nTI  - One\n\n\nPMID- 2\n\nTI  - Two,\n      in two lines\n"
        "PMID- 3\nTI  - Three\n\nOWN - ERIC\nTI  - Four\n"
    )
    assert findings == []
    assert [item.plain("title") for item in items if isinstance(item, Reference)] == [
        "One",
        "Two, in two lines",
        "Three",
        "Four",
    ]
    assert [item.origin.line for item in items if isinstance(item, Reference)] == [2, 6, 10, 13]


def test_records_that_begin_alike() -> None:
    items, _ = read("TI  - One\nVI  - 1\n\nTI  - Two\n\nVI  - 2\n")
    assert [(item.plain("title"), item.plain("volume")) for item in items if isinstance(item, Reference)] == [
        ("One", "1"),
        ("Two", "2"),
    ]


def test_what_begins_with_no_tag() -> None:
    items, findings = read(
        "Search results\n\nPMID- 1\nTI  - One\nand more\n\n<p>a footer\n\nPMID- 2\nTI  - Two\n\n\nthe end\n"
    )
    assert [item.raw if isinstance(item, Remainder) else item.plain("title") for item in items] == [
        "Search results",
        "One and more",
        "<p>a footer",
        "Two",
        "the end",
    ]
    assert findings == [
        "x.nbib:1: error[nbib-stray] no tag: Search results",
        "x.nbib:5: repair[nbib-unindented] a line without a tag: read as a continuation of the line before",
        "x.nbib:7: error[nbib-stray] no tag: <p>a footer",
        "x.nbib:13: error[nbib-stray] no tag: the end",
    ]


def test_nothing_but_prose_gives_no_record() -> None:
    items, findings = read("Doe, J. (2001) A title.\nDNA-binding.\n")
    assert [type(item) for item in items] == [Remainder]
    assert len(findings) == 1


# --- values -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["TI  - A title."], "article-journal"),
        (["TI  - A title", "PT  - Book Chapter", "PT  - Review"], "chapter"),
        (["BTI - A book"], "book"),
        (["BTI - A book", "TI  - A chapter"], "chapter"),
        (["TI  - A title", "PT  - Reports - Research", "PT  - Journal Articles"], "article-journal"),
        (["TI  - A title", "PT  - Reports - Research"], "report"),
    ],
)
def test_types(lines: list[str], expected: str) -> None:
    journal = ["JT  - A journal"] if expected == "article-journal" else []
    assert one("PMID- 1", *lines, *journal).type == expected


def test_a_record_without_a_type() -> None:
    assert one("PMID- 1", "TI  - A title").type == "document"


def test_further_publication_types_are_kept() -> None:
    found = one("PMID- 1", "PT  - Journal Article", "PT  - Review")
    assert extras(found) == {"PT": ("Review",)}
    assert extras(one("PMID- 1", "PT  - Reports - Research")) == {"PT": ("Reports - Research",)}


def test_names() -> None:
    found = one(
        "PMID- 1",
        "FAU - van Raaij, Mark J Jr",
        "AU  - van Raaij MJ Jr",
        "AD  - A university.",
        "AD  - A hospital.",
        "AUID- ORCID: 0000-0002-1825-0097",
        "AUID- ISNI: 1",
        "CN  - The Study Group",
        "AU  - Leslie AG",
        "AU  - Zhou, Yujia",
        "AU  - Anonymous",
        "AU  - et al.",
        "FAU - Plato",
        "FED - Boardman, Lisa A",
        "ED  - Boardman LA",
        "ED  - Roberts M 3rd",
    )
    assert found.names("author") == (
        Name(
            "Raaij",
            "Mark J",
            non_dropping_particle="van",
            suffix="Jr",
            affiliation="A university.; A hospital.",
            orcid="0000-0002-1825-0097",
        ),
        Name(literal="The Study Group"),
        Name("Leslie", "AG"),
        Name("Zhou", "Yujia"),
        Name(literal="Anonymous"),
        Name("Plato"),
    )
    assert found.names("editor") == (Name("Boardman", "Lisa A"), Name("Roberts", "M", suffix="3rd"))
    assert extras(found) == {"AUID": ("ISNI: 1",), "AU": ("et al.",)}


def test_an_affiliation_of_nobody_is_kept() -> None:
    assert extras(one("PMID- 1", "AD  - A university.")) == {"AD": ("A university.",)}


def test_short_names_without_initials_stay_whole() -> None:
    assert short_name("World Health Organization") == Name(literal="World Health Organization")


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2019", Date.of(2019)),
        ("2019 Sep", Date.of(2019, 9)),
        ("1996 Jul 9", Date.of(1996, 7, 9)),
        ("2009 Nov-Dec", Date(((2009, 11), (2009, 12)))),
        ("2000 Nov 14-20", Date(((2000, 11, 14), (2000, 11, 20)))),
        ("2002 Dec 23-2003 Jan 6", Date(((2002, 12, 23), (2003, 1, 6)))),
        ("1968-2011", Date(((1968,), (2011,)))),
        ("1998 Spring", Date(((1998,),), season="1")),
        ("forthcoming", Date(literal="forthcoming")),
    ],
)
def test_dates(printed: str, date: Date) -> None:
    assert read_date(printed) == (date, True)
    assert write_date(date) == printed


@pytest.mark.parametrize(
    ("printed", "date", "complete"),
    [
        ("2019-07-09", Date.of(2019, 7, 9), True),
        ("20190709", Date.of(2019, 7, 9), True),
        ("2019-13-40", Date.of(2019), False),
        ("Article 10 2019", Date.of(2019), False),
        ("2001 1st Quarter", Date.of(2001), False),
        ("2001 Spring-2002 Summer", Date.of(2001), False),
        ("0000", Date(literal="0000"), True),
    ],
)
def test_dates_of_others(printed: str, date: Date, complete: bool) -> None:
    assert read_date(printed) == (date, complete)


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        (Date(((2009, 11, 30), (2009, 12, 1))), "2009 Nov 30-Dec 1"),
        (Date(((2009, 11), (2009, 12, 1))), "2009 Nov-Dec 1"),
        (Date(((2009, 21), (2010, 24))), "2009 Spring-2010 Winter"),
        (Date(((-44,),)), ""),
        (Date(((2001,), ())), ""),
        (Date(((2001, 3),), season="1"), "2001 Mar"),
    ],
)
def test_dates_as_far_as_they_can_be_written(date: Date, printed: str) -> None:
    assert write_date(date) == printed


def test_days_in_digits() -> None:
    assert write_day_in_digits(Date.of(2021, 12, 27)) == "20211227"
    assert write_day_in_digits(Date(literal="soon")) == write_day_in_digits(Date.of(-44)) == ""
    assert read_day_in_digits("soon") == Date()


def test_the_rest_of_a_date_after_the_year_is_kept() -> None:
    assert extras(one("PMID- 1", "DP  - Article 10 2019", "DP  - 2020")) == {"DP": ("Article 10 2019", "2020")}


def test_identifiers() -> None:
    found = one(
        "PMID- 1",
        "IS  - 1234-5679 (Print)",
        "IS  - 1234-5679 (Linking)",
        "IS  - 2049-3630 (Electronic)",
        "ISSN - EISSN-",
        "ISBN- ISBN-978-0-306-40615-7",
        "LID - 10.1000/Xyz [doi]",
        "AID - 10.1000/Xyz [doi]",
        "AID - S0140-6736(93)90676-H [pii]",
        "LID - e12 [pii]",
        "LID - http://example.org/1",
        "AID - http://example.org/2",
        "AID - NBK1 [bookaccession]",
        "PMC - PMC12",
    )
    assert {variable: found.plain(variable) for variable in found.variables} == {
        "PMID": "1",
        "ISSN": "1234-5679",
        "ISBN": "978-0-306-40615-7",
        "DOI": "10.1000/Xyz",
        "URL": "http://example.org/1",
        "PMCID": "PMC12",
        "page": "e12",
    }
    assert extras(found) == {
        "IS": ("2049-3630 (Electronic)",),
        "ISSN": ("EISSN-",),
        "AID": ("S0140-6736(93)90676-H [pii]", "http://example.org/2", "NBK1 [bookaccession]"),
        "LID": ("e12 [pii]",),
    }


def test_a_resolver_is_not_part_of_a_doi() -> None:
    assert read_location("http://dx.doi.org/10.1186/s40468-019-0086-7") == ("DOI", "10.1186/s40468-019-0086-7")
    assert read_location("10.1186/s40468-019-0086-7") == ("DOI", "10.1186/s40468-019-0086-7")


def test_an_article_number_follows_pages() -> None:
    assert one("PMID- 1", "PG  - 1396-401", "LID - 1042 [pii]").plain("page") == "1396-1401"


def test_keywords_and_headings() -> None:
    found = one("PMID- 1", "OT  - burn pits", "MH  - *Protein Structure, Secondary", "MH  - Animals", "OT  - Animals")
    assert found.plain("keyword") == "Protein Structure, Secondary; Animals; burn pits"
    assert extras(found) == {"MH": ("*Protein Structure, Secondary", "Animals")}
    text = written(found)
    assert text.count("OT  - ") == 1
    assert nbib.OWNER not in text


def test_second_values_and_unknown_tags_are_kept() -> None:
    found = one("PMID- 1", "JID - 0413066", "VI  - 1", "VI  - 2", "LA  - eng", "LA  - fre", "LA  - xyz", "AB  - ")
    assert (found.plain("volume"), found.plain("language")) == ("1", "en")
    assert extras(found) == {"JID": ("0413066",), "VI": ("2",), "LA": ("fre", "xyz")}


# --- writing ------------------------------------------------------------------------------------------


def test_an_article() -> None:
    variables: dict[str, Value] = {
        "author": (Name("Doe", "Jane Mary", suffix="Jr", affiliation="A place", orcid="0000"), Name(literal="A Group")),
        "issued": Date.of(2007, 11, 3),
        "title": Text("Growth of E. coli", [Span(10, 17, Mark.ITALIC)]),
        "container-title": Text("The Journal"),
        "page": "1-9",
        "DOI": "10.1000/x",
        "language": "de",
        "publisher-place": Text("Leeds"),
        "abstract": Text("word " * 30 + "end"),
    }
    assert written(Reference("doe", "article-journal", variables)) == (
        """\
OWN - reflist
DP  - 2007 Nov 3
TI  - Growth of E. coli
PG  - 1-9
AB  - word word word word word word word word word word word word word word word word
      word word word word word word word word word word word word word word end
FAU - Doe, Jane Mary Jr
AU  - Doe JM Jr
AD  - A place
AUID- ORCID: 0000
CN  - A Group
LA  - ger
JT  - The Journal
AID - 10.1000/x [doi]
PT  - Journal Article
GN  - reflist: id: "doe"
GN  - reflist: title: "Growth of <i>E. coli</i>"
GN  - reflist: publisher-place: "Leeds"
"""
    )


def test_records_are_separated_by_an_empty_line() -> None:
    assert written(Reference("", "book", {"PMID": "1"}), Reference("", "book", {"PMID": "2"})) == (
        "PMID- 1\nPT  - Book\n\nPMID- 2\nPT  - Book\n"
    )


@pytest.mark.parametrize(
    "value", ["a\nPMID- 2\nTI  - b", "\0\x1b[31m", "a\r\rb", "} , note = {", "ER  - ", "=1", "reflist: x: 1", "  two  "]
)
def test_a_value_reads_back_as_itself(value: str) -> None:
    reference = Reference("k", "book", {"title": Text(value), "note": Text(value)}, {("nbib", "ZZ"): (value,)})
    (back,), _ = read(written(reference))
    assert back == reference


def test_what_a_changed_reference_no_longer_has() -> None:
    found = one("PMID- 1", "PT  - Book", "MH  - Animals", "OWN - NLM")
    without = found | {"keyword": None}
    (back,), _ = read(written(without))
    assert back == without


def test_extras_whose_tag_would_be_read_differently() -> None:
    reference = Reference(
        "", "book", {}, {("nbib", "IS"): ("1234-5679",), ("nbib", "AD"): ("Leeds",), ("ris", "C1"): ("x", "y")}
    )
    (back,), _ = read(written(reference))
    assert back == reference


def test_editors_that_are_bodies() -> None:
    reference = Reference("", "book", {"editor": (Name(literal="A Group"), Name("Doe"), Name(given="Jane"))})
    (back,), _ = read(written(reference))
    assert back == reference


def test_a_note_that_somebody_changed() -> None:
    items, findings = read('PMID- 1\nGN  - reflist: medium: "cd\nGN  - A note\n')
    assert findings == ["x.nbib:1: loss[nbib-note] medium: not JSON"]
    (item,) = items
    assert isinstance(item, Reference)
    assert extras(item) == {"GN": ("A note",)}
    assert item.plain("note") == 'reflist: medium: "cd'


@given(st.lists(references(), max_size=3))
@example([Reference("0", "article", {"annote": Text("<b>")})])
def test_what_is_written_is_read(items: list[Reference]) -> None:
    back, findings = read(written(*items))
    assert back == items
    assert findings == []


@given(st.text(st.sampled_from('PMIDTAU-  \n\n[]{}:;,reflist"x12')))
def test_no_text_is_refused(text: str) -> None:
    read(text)


@pytest.mark.untraced
@pytest.mark.parametrize(
    "text",
    [
        "PMID- 1\nAB  - " + "x" * 300_000,
        "PMID- 1\nAB  - " + " \n" * 500_000,
        "PMID- 1\nAB  - " + "\n      x" * 300_000,
        "PMID- 1\nGN  - reflist: note: " + "[" * 100_000,
        "PMID" * 500_000,
        "PMID- 1\n\n" * 20_000,
        "PMID- 1\nFAU - " + "a, " * 100_000,
        "PMID- 1\nDP  - " + "2001-" * 100_000,
        "PMID- 1\nIS  - " + "1" * 1_000_000,
        "PMID- 1\nISBN- " + "1 " * 500_000,
        "PMID- 1\nLID - " + "10.1000/" + "(" * 300_000,
        "PMID- 1\nAU  - " + "A " * 200_000,
    ],
    ids=range(12),
)
def test_hostile_texts_take_no_time(text: str) -> None:
    begin = time.process_time()
    read(text)
    assert time.process_time() - begin < 60  # only a hang takes that long


# --- tables -------------------------------------------------------------------------------------------


def test_the_tables_are_unambiguous_in_both_directions() -> None:
    for type_ in TYPES:
        tags = {variable: tag for variable in KINDS if (tag := nbib_tables.tag_of(variable, type_))}
        assert len(set(tags.values())) == len(tags)
    for type_, publication in nbib_tables.PUBLICATION_TYPES.items():
        found = nbib_tables.item_type(publication)
        assert found
        assert found[1] == type_
    assert len(nbib_tables.CODES) == len(nbib_tables.LANGUAGES)


def test_real_files(data: Path | None) -> None:
    if data is None:
        pytest.skip("no data")
    for path in sorted([*data.glob("formats/nbib/*/*.nbib"), *data.glob("formats/nbib/*/*.input")]):
        report = Report()
        items = list(nbib.read(Source.from_path(path), report))
        assert items
        assert not report.of(Severity.ERROR, Severity.LOSS)
        found = [item for item in items if isinstance(item, Reference)]
        assert list(nbib.read(Source.from_text(written(*found)), report)) == found
