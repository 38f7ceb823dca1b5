"""Reading RIS: records of databases and of people, and what we wrote ourselves."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import ris
from reflist.formats.ris_values import join_pages, read_date, read_issued, read_name
from reflist.grammar import markup
from reflist.model import Date, Name, Reference, Remainder, Value, from_csl
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text
from strategies import any_references, references


def read(text: str) -> tuple[list[Reference], list[Remainder], list[str]]:
    """The references, the remainders, and the findings."""
    report = Report()
    items = list(ris.read(Source.from_text(text, "x.ris"), report))
    found = [item for item in items if isinstance(item, Reference)]
    return found, [item for item in items if isinstance(item, Remainder)], [str(reported) for reported in report]


def one(*lines: str, type_: str = "JOUR") -> Reference:
    """The reference of these lines between TY and ER."""
    (reference,), rest, _ = read("\n".join([f"TY  - {type_}", *lines, "ER  - "]))
    assert not rest
    return reference


IN_MAY = Date(literal="in May")


@given(st.one_of(references(), any_references()))
def test_what_we_write_reads_back(reference: Reference) -> None:
    written = "".join(ris.write([reference], Report()))
    assert read(written)[0] == [reference]


def test_characters_and_marks_of_web_pages_are_read() -> None:
    written = [
        "TI  - CO<sub>2</sub> &amp; <em>Quercus</em>",
        "AU  - O&#x2019;Brien, J",
        "UR  - http://a.b/?x=1&amp;y=2",
    ]
    (reference,), _, (reported,) = read("\n".join(["TY  - JOUR", "ID  - a&amp;b", *written, "M9  - &lt;", "ER  - "]))
    assert reference.text("title").to_csl() == "CO<sub>2</sub> & <i>Quercus</i>"
    assert (reference.id, reference.names("author"), reference.plain("URL")) == (
        "a&amp;b",
        (Name("O’Brien", "J"),),
        "http://a.b/?x=1&y=2",
    )
    assert reference.extras == {("ris", "M9"): ("<",)}
    assert reported == "x.ris:1: repair[character-reference] read as a character: &amp; (a&amp;b)"
    assert read("".join(ris.write([reference], Report())))[0] == [reference]


def test_the_key_may_stand_in_extra() -> None:
    reference = one("TI  - A", "M2  - Citation Key: doe2001")
    assert (reference.id, dict(reference.extras)) == ("doe2001", {})
    assert read("".join(ris.write([reference], Report())))[0] == [reference]


@pytest.mark.parametrize("after", ["", "TI  - A\nIS  - 2\n", "TI  - A\n\tB\nIS  - 2\n"])
def test_space_around_the_type_is_ignored(after: str) -> None:
    (reference,), _, reported = read(f"TY  -  JOUR \n{after}JF  - B\nER  - ")
    assert (reference.type, reported, reference.extras) == ("article-journal", [], {})
    assert reference.plain("issue") == ("2" if after else "")


def test_marks_in_a_repeated_value() -> None:
    assert one("TI  - <i>A</i>", "T1  - <I>A</I>").extras == {}
    assert one("TI  - <i>A</i>", "T1  - A").extras == {("ris", "T1"): ("A",)}


def test_a_status_that_refers_to_a_character_is_not_a_year() -> None:
    reference = Reference("k", "book", {"status": Text("a &amp; b")})
    assert read("".join(ris.write([reference], Report())))[0] == [reference]


def test_an_extra_that_refers_to_a_character_is_noted() -> None:
    reference = Reference("k", "book", {}, {("ris", "M9"): ("&lt;",)})
    assert read("".join(ris.write([reference], Report())))[0] == [reference]


def test_impossible_days_and_months_are_kept_with_the_year() -> None:
    reference = one("PY  - 2001/13/01", "DA  - 2001/12/40", "Y1  - 2001/00/00")
    assert reference.date("issued") == Date.of(2001, 12)
    assert reference.extras == {("ris", "PY"): ("2001/13/01",), ("ris", "DA"): ("2001/12/40",)}
    assert read("".join(ris.write([reference], Report())))[0] == [reference]


@given(st.lists(references(), max_size=3))
def test_records_stay_separate(written: list[Reference]) -> None:
    assert read("".join(ris.write(written, Report()))) == (written, [], [])


@given(st.text(st.sampled_from("TYERAUPD - \n\t12/,;:{}x\x00")))
def test_any_text_is_read(text: str) -> None:
    read(text)
    read("TY  - JOUR\n" + text)


@pytest.mark.parametrize("value", ["a {b", "x\nER  - \nTY  - BOOK", "} , note = {", "a\x00b", "\u202eabc", "=A()"])
def test_a_value_stays_within_its_record(value: str) -> None:
    report = Report()
    reference = Reference("k", "book", {"title": Text(value), "note": Text(value), "DOI": value})
    text = "".join(ris.write([reference], report))
    assert read(text)[0] == [reference]


@pytest.mark.parametrize(
    ("text", "titles", "reported"),
    [
        ("TY  - JOUR\nTI  - A\n\nTY  - JOUR\nTI  - B\nER  - ", "AB", ["x.ris:1: repair[ris-no-end]"]),
        ("TY  - JOUR\nTI  - A", "A", ["x.ris:1: repair[ris-no-end]"]),
        (
            "\ufeffTY  -JOUR\nti  - A\nER  -\n TY - JOUR\nTI - B\nER  - ",
            "AB",
            ["x.ris:1: repair[ris-loose-tag]", "x.ris:4: repair[ris-loose-tag]"],
        ),
        ("TI  - A\nER  - \nTY  - JOUR\nTI  - B\nER  - ", "AB", ["x.ris:1: repair[ris-no-type]"]),
        ("TI  - A\nTY  - JOUR\nER  - ", "A", []),
        ("TY  - BOOK\nTY  - JOUR\nTI  - A\nER  - ", "A", ["x.ris:1: error[ris-no-record]"]),
        ("TY  - BOOK\n \nonly text\n", "", ["x.ris:1: error[ris-no-record]"]),
        (
            "1.\n\nTY  - JOUR\nTI  - A\nER  - \nER  - \nthe end",
            "A",
            ["x.ris:1: note[ris-outside]", "x.ris:6: note[ris-outside]"],
        ),
        ("TY  - WEIRD\nTI  - A\nER  - ", "A", ["x.ris:1: repair[ris-unknown-type]"]),
        ("TY  - Journal Article\rTI  - A\rER  - ", "A", []),
        ("", "", []),
    ],
)
def test_records(text: str, titles: str, reported: list[str]) -> None:
    found, _, messages = read(text)
    assert "".join(reference.plain("title") for reference in found) == titles
    assert [re.sub(r"(?<=\]).*", "", message) for message in messages] == reported


def test_the_rest_is_kept() -> None:
    _, rest, reported = read("A header\nof two lines\nTY  - BOOK\nTY  - JOUR\nTI  - A\nER  - \n2.\n")
    assert [(part.raw, part.place.line) for part in rest] == [
        ("A header\nof two lines", 1),
        ("TY  - BOOK", 3),
        ("2.", 7),
    ]
    assert reported == [
        "x.ris:1: note[ris-outside] skipped: A header",
        "x.ris:3: error[ris-no-record] nothing follows this TY line",
        "x.ris:7: note[ris-outside] skipped: 2.",
    ]


def test_where_a_record_stood() -> None:
    ((first, second), _, reported) = read("TY  - JOUR\nID  - a\nTI  - A\nER  - \n\nTY  - X\nID  - b\nER  - ")
    assert (first.id, first.origin.line, first.origin.raw) == ("a", 1, "TY  - JOUR\nID  - a\nTI  - A\nER  - ")
    assert (second.id, second.origin.line, second.type) == ("b", 6, "document")
    assert reported == ["x.ris:6: repair[ris-unknown-type] 'X' is not a type of reference (b)"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["T1  - A", "TI  - A"], {"title": Text("A")}),
        (["TI  - A title", "in two lines", "", "  or three"], {"title": Text("A title in two lines or three")}),
        (["TI  -", "A title"], {"title": Text("A title")}),
        (["AB  - as - is often said", "is - or was - so"], {"abstract": Text("as - is often said is - or was - so")}),
        (["AB  - One.", "N2  - One."], {"abstract": Text("One.")}),
        (["AB  - One.", "AB  - Two."], {"abstract": Text("One.\nTwo.")}),
        (["KW  -", "a", "b; c", "KW  - d"], {"keyword": Text("a, b; c, d")}),
        (["JO  - J. Ploughs"], {"container-title": Text("J. Ploughs")}),
        (["JF  - Ploughs", "JO  - Ploughs"], {"container-title": Text("Ploughs")}),
        (
            ["JF  - Ploughs", "JO  - Ploughs", "J2  - Pl."],
            {"container-title": Text("Ploughs"), "container-title-short": Text("Pl.")},
        ),
        (["T2  - Ploughs", "J1  - P."], {"container-title": Text("Ploughs"), "container-title-short": Text("P.")}),
        (["SP  - 12-18"], {"page": "12-18"}),
        (["EP  - 18"], {"page": "18"}),
        (["SP  - 14316", "PG  - 14316", "EP  - "], {"page": "14316"}),
        (["C7  - 2864"], {"number": "2864"}),
        (["M1  - 4"], {"issue": "4"}),
        (["SN  - 12345678"], {"ISSN": "12345678"}),
        (["SN  - 2325-9671 (electronic)"], {"ISSN": "2325-9671"}),
        (["SN  - 978-0-19-852663-6"], {"ISBN": "978-0-19-852663-6"}),
        (["AN  - WOS:A1"], {"archive_location": Text("WOS:A1")}),
        (["AN  - PMC3654245", "U1  - 23690738[pmid]"], {"PMCID": "PMC3654245", "PMID": "23690738"}),
        (["M3  - doi: 10.1000/x"], {"DOI": "10.1000/x"}),
        (["N1  - doi: 10.1000/x", "N1  - so"], {"DOI": "10.1000/x", "note": Text("so")}),
        (["L3  - 10.1000/x"], {"DOI": "10.1000/x"}),
        (["Y2  - 2019/03/28"], {"accessed": Date.of(2019, 3, 28)}),
        (["PY  - in press"], {"status": Text("in press")}),
        (["PY  - 0000"], {}),
        (["DO  - 10.1000/x", "M3  - doi:10.1000/x"], {"DOI": "10.1000/x"}),
        (["PY  - 2003", "U1  - issued: 2001/2002"], {"issued": Date.of(2003)}),
        (["PY  - 2001", "U1  - issued: 2001/2002"], {"issued": Date(((2001,), (2002,)))}),
        (["U1  - director: Doe, J."], {"director": (Name("Doe", "J."),)}),
        (["U1  - event-date: in May"], {"event-date": Date(literal="in May")}),
        (['U1  - csl: {"title": "<i>B</i>"}', "TI  - A"], {"title": Text("A")}),
        (["M2  - Original Date: 1866", "event date: in May"], {"original-date": Date.of(1866), "event-date": IN_MAY}),
        (
            ["M2  - PMID: 12", "M2  - medium: <i>CD</i> &amp; LP"],
            {"PMID": "12", "medium": markup.read("<i>CD</i> & LP")},
        ),
        (
            ["M2  - composer: van den Berg || I.", "M2  - composer: Ministry of Ploughs", "M2  - host: Doe, J."],
            {
                "composer": (Name("Berg", "I.", non_dropping_particle="van den"), Name(literal="Ministry of Ploughs")),
                "host": (Name("Doe", "J."),),
            },
        ),
    ],
)
def test_variables(lines: list[str], expected: dict[str, Value]) -> None:
    reference = one(*lines)
    assert dict(reference.variables) == expected
    assert not reference.extras


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["X9  - a", "X9  - b"], {"X9": ("a", "b")}),
        (["UR  - a", "b"], {"UR": ("b",)}),
        (["ID  - a", "ID  - b", "ID  - a"], {"ID": ("b",)}),
        (["SP  - 1", "SP  - 3"], {"SP": ("3",)}),
        (["TI  - A", "T1  - B"], {"T1": ("B",)}),
        (["PY  - 2001", "PY  - 1999", "DA  - MAY"], {"PY": ("1999",)}),
        (["DO  - 10.1000/x", "U1  - DOI: 10.1000/y"], {"DOI": ("10.1000/y",)}),
        (["U1  - 102199191"], {"U1": ("102199191",)}),
        (["U1  - colour: red"], {"U1": ("colour: red",)}),
        (["U1  - csl: {broken"], {"U1": ("csl: {broken",)}),
        (['U1  - also: {"title": "A"}', 'U1  - also: {"title": "B"}'], {"U1": ('also: {"title": "B"}',)}),
        (["U1  - csl: " + "[" * 50_000], {"U1": ("csl: " + "[" * 50_000,)}),
        (["AU  - Doe, J.", "U1  - acronym of J. Roe: JR"], {"U1": ("acronym of J. Roe: JR",)}),
        (["PY  - 2001", "U1  - acronym of a plough"], {"U1": ("acronym of a plough",)}),
        (["Y2  - 2019/03/28", "Y2  - 2020/01/01"], {"Y2": ("2020/01/01",)}),
        (["SP  - ."], {"SP": (".",)}),
        (["M2  - Copyright: 2010 Ploughs", "M2  - 17"], {"M2": ("Copyright: 2010 Ploughs", "17")}),
        (["DO  - 10.1000/x", "M2  - DOI: 10.1000/y"], {"M2": ("DOI: 10.1000/y",)}),
        (["M2  - type: poem"], {"M2": ("type: poem",)}),
    ],
)
def test_what_no_variable_holds(lines: list[str], expected: dict[str, tuple[str, ...]]) -> None:
    reference = one(*lines)
    assert dict(reference.extras) == {("ris", tag): values for tag, values in expected.items()}
    written = "".join(ris.write([reference], Report()))
    assert read(written)[0] == [reference]


@pytest.mark.parametrize(
    ("type_", "lines", "variable", "value"),
    [
        ("BOOK", ["SP  - 150"], "number-of-pages", "150"),
        ("BOOK", ["SP  - 12", "EP  - 30"], "page", "12-30"),
        ("BOOK", ["BT  - Ploughs"], "title", Text("Ploughs")),
        ("BOOK", ["T2  - A series"], "collection-title", Text("A series")),
        ("CHAP", ["BT  - Ploughs"], "container-title", Text("Ploughs")),
        ("EDBOOK", ["AU  - Doe, J."], "editor", (Name("Doe", "J."),)),
        ("MPCT", ["AU  - Doe, J."], "director", (Name("Doe", "J."),)),
        ("JOUR", ["C2  - PMC42"], "PMCID", "PMC42"),
        ("JOUR", ["C2  - 16953141"], "PMID", "16953141"),
        ("CASE", ["A2  - A Reporter"], "container-title", Text("A Reporter")),
        ("CASE", ["SV  - 12/345"], "number", "12/345"),
        ("CONF", ["JF  - Acts", "C3  - Acts"], "container-title", Text("Acts")),
        ("CONF", ["T2  - Meeting on Ploughs"], "event-title", Text("Meeting on Ploughs")),
        ("CONF", ["T2  - Proceedings on Ploughs"], "container-title", Text("Proceedings on Ploughs")),
        ("RPRT", ["SN  - Cm 99"], "number", "Cm 99"),
        ("PAT", ["A2  - An office"], "authority", Text("An office")),
        ("JOUR", ["ET  - 2018/03/04"], "available-date", Date.of(2018, 3, 4)),
        ("JOUR", ["ET  - International ed."], "edition", "International ed."),
        ("CHAP", ["C2  - Doe, J."], "container-author", (Name("Doe", "J."),)),
        ("HEAR", ["T3  - A house"], "authority", Text("A house")),
        ("STAT", ["ET  - 101st"], "chapter-number", "101st"),
        ("DATA", ["A4  - Doe, J."], "contributor", (Name("Doe", "J."),)),
        ("BOOK", ["OP  - Parler"], "original-title", Text("Parler")),
    ],
)
def test_what_tags_mean_in_some_types(type_: str, lines: list[str], variable: str, value: Value) -> None:
    assert dict(one(*lines, type_=type_).variables) == {variable: value}


@pytest.mark.parametrize(
    ("type_", "lines", "csl"),
    [
        ("GEN", [], "article-journal"),
        ("GEN", ["PB  - A publisher"], "document"),
        ("GEN", ["JF  - Ploughs"], "article-journal"),
        ("GEN", ["T2  - Ploughs", "VL  - 3"], "article-journal"),
        ("WEIRD", ["T2  - Ploughs"], "document"),
        ("EQUA", ["JF  - Ploughs"], "document"),
        ("GEN", ["U1  - type: interview"], "interview"),
        ("GEN", ["U1  - type: poem"], "article-journal"),
        ("MPCT", ["M2  - Type: broadcast"], "broadcast"),
        ("MUSIC", ["PB  - A publisher"], "musical_score"),
        ("MUSIC", ["T2  - An album"], "song"),
        ("FIGURE", [], "graphic"),
        ("Electronic Article", [], "article-journal"),
        ("", [], "article-journal"),
    ],
)
def test_types(type_: str, lines: list[str], csl: str) -> None:
    assert one(*lines, type_=type_).type == csl


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Baldwin,S.A.", (Name("Baldwin", "S.A."),)),
        ("van den Berg, Ingrid", (Name("Berg", "Ingrid", non_dropping_particle="van den"),)),
        ("King, Martin Luther, Jr.", (Name("King", "Martin Luther", suffix="Jr."),)),
        ("King, Jr., Martin Luther", (Name("King", "Martin Luther", suffix="Jr."),)),
        ("Ruth O. van Dale, Jr.", (Name("Dale", "Ruth O.", non_dropping_particle="van", suffix="Jr."),)),
        ("Doe, J., Esquire", (Name("Doe", "J.", suffix="Esquire"),)),
        ("Brownstein C D", (Name("Brownstein", "C D"),)),
        ("World Health Organization", (Name(literal="World Health Organization"),)),
        ("Plato", (Name(literal="Plato"),)),
        ("Homes, Towns and Villages,", (Name(literal="Homes, Towns and Villages"),)),
        ("Doe, J.; Roe, R.", (Name("Doe", "J."), Name("Roe", "R."))),
        (",", ()),
        ("", ()),
    ],
)
def test_names(printed: str, names: tuple[Name, ...]) -> None:
    assert read_name(printed) == names


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("1999", Date.of(1999)),
        ("1999/00/00/", Date.of(1999)),
        ("1999/13/01", Date.of(1999)),
        ("2016/01/", Date.of(2016, 1)),
        ("2005/07/15/received", Date.of(2005, 7, 15)),
        ("2020/JAN/01", Date.of(2020, 1, 1)),
        ("2017///Sep/Oct2017", Date(((2017, 9), (2017, 10)))),
        ("2017/09//Sep/Oct2017", Date(((2017, 9), (2017, 10)))),
        ("2017/09//Mar 2018", Date.of(2017, 9)),
        ("2017///Spring 2017", Date(((2017,),), season="1")),
        ("-375", Date.of(-375)),
        ("2003-2004", Date(((2003,), (2004,)))),
        ("2003-09-17", Date.of(2003, 9, 17)),
        ("15 July 2003", Date.of(2003, 7, 15)),
        ("c1999", Date(literal="c1999")),
        ("printed 1999", Date.of(1999)),
        ("0000/01", Date()),
        ("YEAR/MONTH/DAY/", Date(literal="YEAR/MONTH/DAY/")),
    ],
)
def test_dates(printed: str, date: Date) -> None:
    assert read_date(printed) == date


@pytest.mark.parametrize(
    ("printed", "date", "others"),
    [
        (["1996", "OCT"], Date.of(1996, 10), []),
        (["2005/07/15", "2005", "2005/07/15"], Date.of(2005, 7, 15), []),
        (["2013", "2013/07/22", "2013/07/28"], Date.of(2013, 7, 22), [2]),
        (["in May", "soon"], Date(literal="in May"), [1]),
        (["OCT", "1996"], Date.of(1996, 10), []),
        (["2001", "about Easter"], Date.of(2001), [1]),
        (["///"], Date(), []),
    ],
)
def test_a_date_in_pieces(printed: list[str], date: Date, others: list[int]) -> None:
    assert read_issued(tuple(printed)) == (date, tuple(others))


@pytest.mark.parametrize(
    ("variable", "value", "line"),
    [
        ("author", [{"family": "Roe"}], "AU  - Doe, J."),
        ("abstract", "Old.", "AB  - New."),
        ("page", "1-2", "SP  - 7"),
        ("edition", "1", "ET  - 2"),
    ],
)
def test_fields_besides_those_in_a_note_are_kept(variable: str, value: object, line: str) -> None:
    reference = one(f"U1  - also: {json.dumps({variable: value})}", line)
    assert reference == Reference(
        "",
        "article-journal",
        from_csl({"type": "document", variable: value}).variables,
        {("ris", variable if variable != "edition" else "ET"): (KEPT.get(variable, line[6:]),)},
    )


KEPT = {"author": "J. Doe"}
"""What is kept of a second value, if not the whole line."""


def test_a_film_is_so_long_or_has_pages() -> None:
    assert one("SP  - 149 min", type_="MPCT")["dimensions"] == Text("149 min")
    assert one("SP  - 3", "EP  - 5", type_="MPCT")["page"] == "3-5"


def test_a_journal_makes_unpublished_work_an_article() -> None:
    assert one("J2  - J. Ploughs", type_="UNPB").type == "article-journal"
    assert one("T2  - Ploughs", "VL  - 3", type_="UNPB").type == "article"


@pytest.mark.parametrize(
    "text",
    ["ty - jour\nid - a\nti - A\ner -\nty - jour\nid - b\n", "TY-JOUR\nID-a\nTI-A\nER-\nTY-JOUR\nID-b\n"],
)
def test_the_first_line_shows_how_tags_are_written(text: str) -> None:
    references, rest, _ = read(text)
    assert [(reference.id, reference.plain("title")) for reference in references] == [("a", "A"), ("b", "")]
    assert not rest


@pytest.mark.parametrize("text", ["TY-phus", "ID-card", "id - a"])
def test_words_with_a_hyphen_are_not_tags(text: str) -> None:
    assert one("TI  - A", text).plain("title") == f"A {text}"


@pytest.mark.parametrize("below", ["AU - Doe, J.", "au  - Doe, J.", " AU  - Doe, J.", "AU  -Doe, J."])
def test_one_loose_tag_in_a_record(below: str) -> None:
    (reference,), _, _ = read(f"TY  - JOUR\nTI  - A\n{below}\nER  - \n")
    assert reference.plain("title").partition(" ")[0] == "A"


def test_a_line_that_begins_like_a_tag_goes_on() -> None:
    (first, second), _, reported = read("TY  - JOUR\nTI  - Of\nco-operation\nER  - \nTY  - BOOK\nTI  - B\nER  -\n")
    assert (first.plain("title"), second.plain("title"), reported) == ("Of co-operation", "B", [])


def test_identifiers_may_be_spelled_out() -> None:
    lines = ("DO  - 10.1000/x", "PMID  - 30212345", "PMC  - PMC6227754", "ISSN - 0028-0836", "AB  - A", "PMIDS  - B")
    item = one(*lines)
    found = [item.plain(variable) for variable in ("DOI", "PMID", "PMCID", "ISSN", "abstract")]
    assert found == ["10.1000/x", "30212345", "PMC6227754", "0028-0836", "A PMIDS  - B"]


def test_long_names_and_dates_are_read_too() -> None:
    name = "Ministry of " + "very " * 20 + "long names"
    assert read_name(name) == (Name(literal=name),)
    assert read_date("about " * 20 + "1999") == Date.of(1999)
    assert read_issued(("1999", "about " * 20)) == (Date.of(1999), (1,))
    assert read_date("Spring") == Date(literal="Spring")


def test_pages() -> None:
    assert join_pages("pp. 37-64", "64") == "37-64"


@pytest.mark.untraced
@pytest.mark.parametrize(
    "text",
    [
        "TY  - JOUR\nTI  - " + "{" * 300_000,
        "TY  - JOUR\n" + " " * 1_000_000 + "\nER  - ",
        "TY  - JOUR\nAU  - " + "a, " * 30_000,
        "TY  - JOUR\nPY  - " + "1" * 30_000,
        "TY  - JOUR\nSP  - " + "1-" * 30_000,
        "TY  - JOUR\n" + "ER\n" * 100_000,
        "TY  - JOUR\n" * 5_000,
        "TY  - JOUR\nTI  - A\n" + "y\n" * 100_000,
        "TY  - JOUR\n" + "X9  - a\nU1  - csl: {}\n" * 20_000,
        "TY  - JOUR\n" + "AU  - Doe, J.\nU1  - acronym of J. Doe: D\n" * 5_000,
        "TY  - JOUR\n" + "AU  - Doe, J.\nDA  - 2001\nPY  - x\n" * 3_000,
    ],
    ids=lambda text: text[11:20],
)
def test_hostile_texts_take_no_time(text: str) -> None:
    read(text)


def test_files_of_others(data: Path | None) -> None:
    if data is None:
        pytest.skip("the data is not there")
    for path in sorted((data / "formats" / "ris").rglob("*.ris")):
        report = Report()
        source = Source.from_path(path)
        found = [item for item in ris.read(source, report) if isinstance(item, Reference)]
        assert found or source.text.lstrip().startswith("PMID"), path
        written = "".join(ris.write(found, Report()))
        assert list(ris.read(Source.from_text(written), Report())) == found, path


def test_the_conference_and_its_proceedings_as_web_of_science_names_them() -> None:
    lines = ("T2  - PROCEEDINGS OF THE DAY OF ICE", "CP  - Day of Ice", "SN  - 978-0-00-000000-2 (ISBN)")
    found = one(*lines, type_="CPAPER")
    assert (found.plain("container-title"), found.plain("event-title")) == (
        "PROCEEDINGS OF THE DAY OF ICE",
        "Day of Ice",
    )
    assert found["ISBN"] == "978-0-00-000000-2"


@pytest.mark.parametrize("value", ["2001/Mar/5/Spring", "[2001?]", "2001///Lent term", "2001/03//Spring"])
def test_a_date_that_is_read_in_part_is_kept(value: str) -> None:
    (reference,) = ris.read(Source.from_text(f"TY  - BOOK\nPY  - {value}\nER  - \n"), Report())
    assert isinstance(reference, Reference)
    assert reference.date("issued").year == 2001
    assert reference.extras == {("ris", "PY"): (value,)}


@pytest.mark.parametrize(
    ("type_", "numbers", "variables", "kept"),
    [
        ("JOUR", "1660-4601 1661-7827", {"ISSN": "1660-4601"}, ("1661-7827",)),
        ("BOOK", "978-90-6605-590-2 0567-7572", {"ISBN": "978-90-6605-590-2", "ISSN": "0567-7572"}, ()),
        ("CHAP", "978-1-4200-7754-4; 9781420077537", {"ISBN": "978-1-4200-7754-4"}, ("9781420077537",)),
        ("RPRT", "Cm 12 1660-4601", {"number": "Cm 12 1660-4601"}, ()),
    ],
)
def test_several_numbers_in_a_line(type_: str, numbers: str, variables: dict[str, str], kept: tuple[str, ...]) -> None:
    (reference,) = ris.read(Source.from_text(f"TY  - {type_}\nSN  - {numbers}\nER  - \n"), Report())
    assert isinstance(reference, Reference)
    assert dict(reference.variables) == variables
    assert reference.extras.get(("ris", "SN"), ()) == kept
    assert list(ris.read(Source.from_text("".join(ris.write([reference], Report()))), Report())) == [reference]
    other = Reference("k", reference.type, {"ISSN": numbers})
    assert list(ris.read(Source.from_text("".join(ris.write([other], Report()))), Report())) == [other]
