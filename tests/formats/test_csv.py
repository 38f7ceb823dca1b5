"""References as tables, written and read; and tables of other programs."""

import csv as csv_module
import io
import json
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reflist.formats import csv as csv_format
from reflist.formats import csv_tables, tsv
from reflist.formats.csv_cells import bare, foreign_date, foreign_names, guarded
from reflist.formats.csv_rows import rows as rows_of
from reflist.grammar.keys import keyed
from reflist.model import Date, Name, Reference, Remainder, Value
from reflist.report import Report, Severity
from reflist.source import Source
from reflist.text import Mark, Span, Text
from sniffed import sniffed
from strategies import references


def written(*items: Reference) -> str:
    report = Report()
    text = "".join(csv_format.write(items, report))
    assert not len(report)
    return text


def rows(items: list[Reference]) -> list[dict[str, str]]:
    return list(csv_module.DictReader(io.StringIO(written(*items))))


def read(text: str) -> tuple[list[Reference | Remainder], list[str]]:
    report = Report()
    items = list(csv_format.read(Source.from_text(text, "x.csv"), report))
    return [item for item in items if isinstance(item, Reference | Remainder)], [str(found) for found in report]


def one(text: str) -> Reference:
    items, findings = read(text)
    assert findings == []
    (item,) = items
    assert isinstance(item, Reference)
    return item


def plain(item: Reference) -> dict[str, str]:
    return {variable: item.plain(variable) for variable in item.variables if item.plain(variable)}


def extras(item: Reference) -> dict[str, tuple[str, ...]]:
    return {tag: values for (format, tag), values in item.extras.items() if format == "csv"}


# --- our own ------------------------------------------------------------------------------------------


def test_cells() -> None:
    names = (Name("Berg", "I.", non_dropping_particle="van den", suffix="Jr."), Name(literal="Homes and Towns"))
    variables: dict[str, Value] = {
        "author": names,
        "issued": Date.of(2007, 11),
        "title": Text('Say "no",\nplease'),
        "dimensions": Text("3 m"),
    }
    (row,) = rows([Reference("k", "book", variables)])
    cells = {column: cell for column, cell in row.items() if cell}
    assert json.loads(cells.pop("other")) == {"dimensions": "3 m"}
    assert cells == {
        "id": "k",
        "type": "book",
        "author": "van den Berg, I., Jr.; Homes and Towns",
        "issued": "2007-11",
        "title": 'Say "no",\nplease',
    }


def test_values_that_cells_cannot_hold_are_in_the_last_column() -> None:
    variables: dict[str, Value] = {
        "issued": Date(((2007,),), season="Lent"),
        "accessed": Date(literal="n.d."),
        "event-date": Date.of(2001),
        "author": (Name(literal="Homes, Towns"),),
        "title": Text("E. coli", [Span(0, 7, Mark.ITALIC)]),
    }
    (row,) = rows([Reference("k", "book", variables)])
    assert (row["issued"], row["accessed"], row["event-date"]) == ("2007", "n.d.", "2001")
    assert (row["author"], row["title"]) == ("Homes, Towns", "E. coli")
    assert json.loads(row["other"]) == {
        "issued": {"date-parts": [[2007]], "season": "Lent"},
        "author": [{"literal": "Homes, Towns"}],
        "title": "<i>E. coli</i>",
    }


def test_the_columns_are_always_the_same() -> None:
    assert written() == ",".join(["id", "type", *csv_tables.COLUMNS, "other"]) + "\n"


@pytest.mark.parametrize(
    "value", ['=HYPERLINK("x")', "'=1", "+1", "-omics", "@x", "\tx", "a\r\nb", "\0\x1b", " x ", '"']
)
def test_no_cell_is_run_and_each_reads_back(value: str) -> None:
    reference = Reference(value, "book", {"title": Text(value), "volume": value, "note": Text(value)})
    (row,) = rows([reference])
    assert not any(cell[:1] in ("=", "+", "-", "@", "\t", "\r") for cell in row.values())
    assert one(written(reference)) == reference


def test_a_changed_last_column() -> None:
    for other in ("{", "[1]", "[" * 100_000):
        items, findings = read(f"id,type,title,other\nk,book,A title,{other}\n")
        assert findings == ["x.csv:2: loss[csv-other] the column other is not a JSON object (k)"]
        assert items == [Reference("k", "book", {"title": Text("A title")}, {("csv", "other"): (other,)})]


def test_a_type_that_is_none() -> None:
    found = one("id,type,title,other\nk,leaflet,A title,\n")
    assert (found.type, extras(found)) == ("document", {"type": ("leaflet",)})


@given(st.lists(references(), max_size=3))
@example([Reference("0", "article", {"annote": Text("<b>")})])
def test_what_is_written_is_read(items: list[Reference]) -> None:
    assert [(row["id"], row["type"]) for row in rows(items)] == [(guarded(item.id), item.type) for item in items]
    assert read(written(*items)) == (items, [])


@given(st.lists(references(), max_size=2))
def test_with_tabs(items: list[Reference]) -> None:
    assert tsv.FORMAT.write is not None
    assert tsv.FORMAT.read is not None
    text = "".join(tsv.FORMAT.write(items, Report()))
    assert text.startswith("id\ttype\tauthor\t")
    assert list(tsv.FORMAT.read(Source.from_text(text), Report())) == items


# --- rows ---------------------------------------------------------------------------------------------


def test_rows() -> None:
    text = 'a,"b ""c"", d"\n "e\nf" ,g\n\n"He said "no"",h\n"open,i'
    assert [(row.cells, row.line, row.is_sound) for row in rows_of(text, ",")] == [
        (["a", 'b "c", d'], 1, True),
        (["e\nf", "g"], 2, True),
        ([""], 4, True),
        (['He said "no"', "h"], 5, False),
        (['"open', "i"], 6, False),
    ]


def test_a_delimiter_at_the_end_opens_a_last_cell() -> None:
    assert [row.cells for row in rows_of("a,b,", ",")] == [["a", "b", ""]]


def test_broken_rows() -> None:
    items, findings = read(
        'Title,Year,DOI\nOne,2001,10.1000/1\nTwo, and more,2002,10.1000/2\n"Three,2003,10.1000/3\n"Four,2004\n,,\n\n'
        "Five,2005\nSix,2006,10.1000/6,,\n"
    )
    assert [item.raw if isinstance(item, Remainder) else item.plain("title") for item in items] == [
        "One",
        "Two, and more,2002,10.1000/2",
        '"Three',
        '"Four,2004',
        "Five",
        "Six",
    ]
    assert findings == [
        "x.csv:3: error[csv-row] 4 cells in 3 columns",
        "x.csv:4: repair[csv-quote] a quote is not doubled, or not closed",
        "x.csv:5: error[csv-row] 2 cells in 3 columns",
    ]
    assert [item.origin.line for item in items if isinstance(item, Reference)] == [2, 4, 8, 9]


@pytest.mark.parametrize("text", ["", "Name,Street\nDoe,Lane\n", "Volume,Issue\n1,2\n", "title\nA title\n"])
def test_no_table_of_references(text: str) -> None:
    items, findings = read(text)
    assert items == [Remainder("csv", text, Source.from_text("", "x.csv").place(1))]
    first = text.partition("\n")[0]
    assert findings == [f"x.csv:1: error[csv-no-table] no known columns in the first row: {first}".rstrip()]


# --- the tables of others -----------------------------------------------------------------------------


def test_a_query_before_the_header() -> None:
    items, findings = read('"SEARCH QUERY";x\n-----\n\nTitle;Publication Year;"First Page";Last Page\nOne;2001;12;5\n')
    assert findings == []
    assert [item.raw for item in items if isinstance(item, Remainder)] == ['"SEARCH QUERY";x', "-----"]
    (found,) = [item for item in items if isinstance(item, Reference)]
    assert plain(found) == {"title": "One", "page": "12-15"}
    assert found.date("issued") == Date.of(2001)


def test_a_manager_of_references() -> None:
    found = one(
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISSN","Date","Access Date","Pages",'
        '"Manual Tags","Extra","Type","Edition"\n'
        '"AB12","journalArticle","2019","Doe, Jane; World Health Organization; UNICEF","A title","A journal",'
        '"12345679; 2049-3630","2019-03-01","2020-05-06 12:13:14","1-9","one; two","PMCID: PMC1","Editorial",""\n'
    )
    assert found == Reference(
        "AB12",
        "article-journal",
        {
            "author": (Name("Doe", "Jane"), Name(literal="World Health Organization"), Name(literal="UNICEF")),
            "title": Text("A title"),
            "container-title": Text("A journal"),
            "ISSN": "1234-5679",
            "issued": Date.of(2019, 3, 1),
            "accessed": Date.of(2020, 5, 6),
            "page": "1-9",
            "keyword": Text("one; two"),
            "PMCID": "PMC1",
            "genre": Text("Editorial"),
        },
        {
            ("csv", "Publication Year"): ("2019",),
            ("csv", "ISSN"): ("12345679; 2049-3630",),
            ("csv", "Access Date"): ("2020-05-06 12:13:14",),
        },
    )


def test_a_database() -> None:
    found = one(
        "\ufeffAuthors,Author full names,Title,Year,Source title,Art. No.,Page start,Page end,DOI,Link,PubMed ID,"
        "Document Type,Source,References,ISSN,Cited by,\n"
        '"Doe J.; Roe R.","Doe, Jane (12345678); Roe, Richard (87654321)",A title,2024,A journal,e7,11,11,'
        'https://doi.org/10.1000/X,"http://a.example http://b.example",PUBMED 123,Review,Scopus,"Doe, 2001",'
        '"=""x""",3,\n'
    )
    assert found.type == "article-journal"
    assert found.names("author") == (Name("Doe", "Jane"), Name("Roe", "Richard"))
    assert plain(found) == {
        "title": "A title",
        "container-title": "A journal",
        "page": "11",
        "DOI": "10.1000/X",
        "URL": "http://a.example",
        "PMID": "123",
        "ISSN": "x",
    }
    assert extras(found) == {
        "Art. No.": ("e7",),
        "Authors": ("Doe J.; Roe R.",),
        "Link": ("http://a.example http://b.example",),
        "Document Type": ("Review",),
        "Source": ("Scopus",),
        "References": ("Doe, 2001",),
        "Cited by": ("3",),
    }


def test_field_tags() -> None:
    found = one(
        "PT\tAU\tAF\tTI\tSO\tDT\tPY\tVL\tIS\tBP\tEP\tDI\tID\tUT\n"
        "J\tDoe, J\tDoe, Jane\tA title\tA JOURNAL\tArticle\t2020\t1\t2\t3\t4\t10.1000/x\tPLUS\tWOS:1\n"
    )
    assert (found.id, found.type) == ("WOS:1", "article-journal")
    assert found.names("author") == (Name("Doe", "Jane"),)
    assert plain(found) == {
        "title": "A title",
        "container-title": "A JOURNAL",
        "volume": "1",
        "issue": "2",
        "page": "3-4",
        "DOI": "10.1000/x",
    }
    assert extras(found) == {"AU": ("Doe, J",), "ID": ("PLUS",), "DT": ("Article",)}


@pytest.mark.parametrize(
    ("header", "cells", "type_"),
    [
        ("Publisher", "Sage", "book"),
        ("ISBN", "978-0-306-40615-7", "book"),
        ("Journal", "A journal", "article-journal"),
        ("Volume", "1", "document"),
        ("Item Type", "bookSection", "chapter"),
        ("Item Type", "motion_picture", "motion_picture"),
    ],
)
def test_types(header: str, cells: str, type_: str) -> None:
    assert one(f"Title,{header}\nA title,{cells}\n").type == type_


@pytest.mark.parametrize(
    ("day", "parts", "kept"),
    [
        ("NOV 15", ((2020, 11, 15),), ()),
        ("NOV-DEC", ((2020, 11), (2020, 12)), ()),
        ("3", ((2020, 3),), ()),
        ("13", ((2020,),), ("13",)),
        ("MAR 2019", ((2020,),), ("MAR 2019",)),
        ("soon", ((2020,),), ("soon",)),
    ],
)
def test_a_month_beside_the_year(day: str, parts: object, kept: tuple[str, ...]) -> None:
    (reference,), _ = read(f"Title,Author,Year,Month\nA,Weir A,2020,{day}\n")
    assert isinstance(reference, Reference)
    assert reference.date("issued").parts == parts
    assert reference.extras.get(("csv", "Month"), ()) == kept


def test_cells_without_such_a_value() -> None:
    found = one("Title,End page,PMID,Date\nA title,7,0,Winter of 2001 or so\n")
    assert plain(found) == {"title": "A title"}
    assert found.date("issued") == Date.of(2001)
    assert extras(found) == {"End page": ("7",), "PMID": ("0",), "Date": ("Winter of 2001 or so",)}


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Griffin DK, Larkin DM, O'Connor RE.", ["DK Griffin", "DM Larkin", "RE O'Connor"]),
        ("Griffin DK, Larkin DM", ["DK Griffin", "DM Larkin"]),
        ("Yang Z., Jiang B., Xu J.", ["Z. Yang", "B. Jiang", "J. Xu"]),
        ("Joseph Rottman, Erran Carmel, Mary Lacity", ["Joseph Rottman", "Erran Carmel", "Mary Lacity"]),
        ("Mateen Moghbel; Remco de Bree", ["Mateen Moghbel", "Remco de Bree"]),
        ("Griffin DK, Pérez-de la Fuente R.", ["DK Griffin", "R Pérez-de la Fuente"]),
        ("Doe, J.", ["J. Doe"]),
        ("Doe, Jane", ["Jane Doe"]),
        ("Mateen Moghbel", ["Mateen Moghbel"]),
        ("Polack FP, van der Berg N; Mill Trial Group.", ["FP Polack", "N van der Berg", "Mill Trial Group"]),
        ("Doe JM; World Health Organization;", ["JM Doe", "World Health Organization"]),
        ("Ian McAllisterZoë K. HartMax von Laue", ["Ian McAllister", "Zoë K. Hart", "Max von Laue"]),
        ("Mary FitzGerald", ["Mary FitzGerald"]),
        ("World HealthTech Organisation", ["World HealthTech Organisation"]),
        (";", [";"]),
        (",", [","]),
    ],
)
def test_names_of_others(cell: str, names: list[str]) -> None:
    assert [name.display for name in foreign_names(cell)] == names


def test_among_people_a_name_with_particles_is_a_persons() -> None:
    assert foreign_names("Mateen Moghbel; Remco de Bree; Ministère de la Santé") == (
        Name("Moghbel", "Mateen"),
        Name("Bree", "Remco", non_dropping_particle="de"),
        Name(literal="Ministère de la Santé"),
    )
    assert foreign_names("Banque de France; UNICEF") == (Name(literal="Banque de France"), Name(literal="UNICEF"))


def test_a_citation_gives_values_without_a_column() -> None:
    table = "PMID,Title,Citation,Publication Year,Volume\n"
    found = one(f"{table}1,A title,Abh. Text. 2023 Apr 25;120(17):e22. doi: 10.1000/x.,2023,\n")
    assert plain(found) == {"PMID": "1", "title": "A title", "volume": "120", "issue": "17", "page": "e22"}
    assert found.date("issued") == Date.of(2023, 4, 25)
    assert extras(found) == {"Citation": ("Abh. Text. 2023 Apr 25;120(17):e22. doi: 10.1000/x.",)}
    other = one(f"{table}1,A title,Abh. Text. 2023;1:2.,2022,7\n")
    assert (other.date("issued"), other.plain("volume"), other.plain("page")) == (Date.of(2022), "7", "2")
    undated = one(f"{table}1,A title,Abh. Text. 2023 Xyz;:2.,,\n")
    assert plain(undated) == {"PMID": "1", "title": "A title", "page": "2"}
    assert "issued" not in undated
    assert plain(one(f"{table}1,A title,Somewhere 2023,,\n")) == {"PMID": "1", "title": "A title"}


def test_characters_and_marks_of_web_pages() -> None:
    report = Report()
    text = "Title,DOI,Publisher\n<i>A</i> &#x0027;b&#39;,10.1000/x,A & B\nC,10.1000/y,&co;\n"
    found, _ = csv_format.read(Source.from_text(text, "x.csv"), report)
    assert isinstance(found, Reference)
    assert found.text("title").to_csl() == "<i>A</i> 'b'"
    assert [str(reported) for reported in report] == [
        "x.csv:2: repair[character-reference] read as a character: &#x0027;"
    ]


@pytest.mark.parametrize(
    ("cell", "date", "complete"),
    [
        ("2012-07-03", Date.of(2012, 7, 3), True),
        ("2012-07-03T00:00:00Z", Date.of(2012, 7, 3), False),
        ("4/23/2024", Date.of(2024, 4, 23), True),
        ("23/4/2024", Date.of(2024, 4, 23), True),
        ("4/4/2024", Date.of(2024, 4, 4), True),
        ("4/3/2024", Date.of(2024), False),
        ("0/0/2024", Date.of(2024), False),
        ("44/44/2024", Date.of(2024), False),
        ("2012-99-99", Date.of(2012), False),
        ("1 July 2012", Date.of(2012, 7, 1), True),
        ("in press", Date(literal="in press"), True),
    ],
)
def test_dates_of_others(cell: str, date: Date, complete: bool) -> None:
    assert foreign_date(cell) == (date, complete)


def test_apostrophes_of_spreadsheets() -> None:
    assert [bare(cell) for cell in ("'=1", "'tis", '="0123"', "a=")] == ["=1", "'tis", "0123", "a="]


# --- known by content ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Title,Authors,Year,DOI\nA title,Doe,2001,10.1000/x\n", "csv"),
        ("\ufeffTitle;Authors;Year;DOI\n", "csv"),
        ('"query"\n---\n\n"Title","Author Names","Source title","Volume"\n"a","b","c","d"\n', "csv"),
        ("PT\tAU\tBA\tBE\tGP\tAF\tTI\n", "tsv"),
        ("Home | Journal | Volume 3 | Issue 2 | Abstract\nA title\n", None),
        ("Title, Author, Journal, Volume: what a reference needs\nA line\n", None),
        ("Title,Author\nA title,Doe\n", None),
    ],
)
def test_recognised_by_content(text: str, name: str | None) -> None:
    assert sniffed(text) == name


# --- any text -----------------------------------------------------------------------------------------


@given(st.text(st.sampled_from('title,doi;\n"\t|= ')))
def test_no_text_is_refused(text: str) -> None:
    read("title,DOI,author,issued\n" + text)


@pytest.mark.untraced
@pytest.mark.parametrize(
    "text",
    [
        '"' * 50_000,
        '"a\n' * 15_000,
        '"""a\n' * 15_000,
        "x," * 30_000,
        "x" * 300_000,
        ",".join(["a b"] * 4_000) + "\n",
        '"' + ";".join(["a b"] * 2_000) + '"\n',
        "1," * 3 + "2001 " * 100_000,
        '"a" ' * 30_000,
    ],
    ids=range(9),
)
def test_hostile_texts_take_no_time(text: str) -> None:
    begin = time.process_time()
    read("author,title,DOI,date\n" + text)
    read(text)
    sniffed(text)
    assert time.process_time() - begin < 60  # only a hang takes that long


@pytest.mark.untraced
def test_real_tables(data: Path | None) -> None:
    if data is None:
        pytest.skip("no data")
    for path in sorted([*data.glob("formats/csv/*/*.csv"), *data.glob("formats/tsv/*/*.tsv")]):
        report = Report()
        source = Source.from_path(path)
        items = [item for item in csv_format.read(source, report) if isinstance(item, Reference)]
        assert sniffed(source.text) == path.suffix[1:]
        assert items
        assert not report.of(Severity.ERROR, Severity.LOSS)
        assert read(written(*items)) == ([*keyed(items)], [])


def test_what_has_no_id_is_given_one() -> None:
    nameless = [Reference("", "book", {"title": Text("Plain things")})] * 2
    items, _ = read(written(*nameless))
    assert [item.id for item in items if isinstance(item, Reference)] == ["plainThings", "plainThings#2"]
