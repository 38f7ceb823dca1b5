"""Reading BibTeX files: correct ones, ones as people write them, and broken ones."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import bibtex, bibtex_syntax
from reflist.formats.base import Item
from reflist.formats.bibtex_dates import Issued, read_issued
from reflist.formats.bibtex_reading import read as read_bibtex
from reflist.formats.bibtex_references import from_entry
from reflist.formats.bibtex_syntax import Block, Piece, blocks
from reflist.formats.bibtex_writing import to_entry
from reflist.model import Date, Name, Reference, Remainder, Value
from reflist.report import Report
from reflist.source import Source
from reflist.text import Mark, Span, Text
from strategies import references

PARENT = "@proceedings{p, title = {The Meeting}, editor = {A, B}, year = 1999, doi = {10.1/p}}"


def read(text: str) -> tuple[list[Item], list[str]]:
    report = Report()
    items = list(read_bibtex(Source.from_text(text, "x.bib"), report))
    return items, [str(diagnostic) for diagnostic in report]


def described(item: Item) -> str:
    return item.raw if isinstance(item, Remainder) else item.id if isinstance(item, Reference) else ""


def only(text: str) -> Reference:
    items, reported = read(text)
    assert reported == []
    (reference,) = items
    assert isinstance(reference, Reference)
    return reference


def one(fields: str, type: str = "book") -> Reference:
    return only(f"@{type}{{k, {fields}}}")


@pytest.mark.parametrize(
    "text",
    [
        "@book{k, title = {T}, year = 1999}",
        "@Book{k,\n  title = {T},\n  year = {1999},\n}\n",
        '@BOOK { k , title = "T", year = "1999" , }',
        "@book(k, title = {T}, year = 1999)",
        '@book{k, title = "" # {T} # "", year = 19 # 99}',
        "@book{k,, title = {T},, year = 1999}",
        "@book{k, % a comment\n title = {T}, % another, with = {x}\n year = 1999}",
        "@book{k, title = {T}, year = 1999",
    ],
)
def test_one_entry(text: str) -> None:
    assert read(text)[0] == [Reference("k", "book", {"title": Text("T"), "issued": Date.of(1999)})]


def test_definitions() -> None:
    text = '@string{jj = "Journal of " # {Things}}\n@string(p = "P")\n'
    text += "@book{k, publisher = JJ # { and } # p, month = may, year = 2001}"
    items, reported = read(text)
    assert reported == []
    assert [type(item) for item in items] == [Remainder, Remainder, Reference]
    assert items[2] == Reference(
        "k", "book", {"publisher": Text("Journal of Things and P"), "issued": Date.of(2001, 5)}
    )


def test_what_belongs_to_no_reference_is_kept_in_its_place() -> None:
    text = (
        'me@home.org\n@comment{ @book{no, title={x}} }\n@preamble{"\\x" # {y}}\n@book{k, title={T}}\n@comment rest\nend'
    )
    items, reported = read(text)
    assert reported == []
    assert [described(item) for item in items] == [
        "me@home.org",
        "@comment{ @book{no, title={x}} }",
        '@preamble{"\\x" # {y}}',
        "k",
        "@comment rest",
        "end",
    ]
    assert isinstance(items[1], Remainder)
    assert str(items[1].place) == "x.bib:2:1"


def test_the_origin() -> None:
    origin = only("\n\n@book{k, title={T}}").origin
    assert (origin.source, origin.line, origin.raw) == ("x.bib", 3, "@book{k, title={T}}")


@pytest.mark.parametrize(
    ("broken", "reported"),
    [
        ("@book{b, title = {x {y}, \n year = {1}\n}", "x.bib:1:1: error[bibtex-syntax] title is not closed (b)"),
        ("@book{b, title = {x {y}", "x.bib:1:18: error[bibtex-syntax] a brace is not closed (b)"),
        ('@book{b, title = "x}', "x.bib:1:18: error[bibtex-syntax] a quotation mark is not closed (b)"),
        (
            '@book{b, title = "A "b" c"}',
            "x.bib:1:22: error[bibtex-syntax] neither a field nor the end of the entry (b)",
        ),
        ("@book{b, title = , year = 1}", "x.bib:1:18: error[bibtex-syntax] a field has no value (b)"),
        ('@preamble{"x"', "x.bib:1:1: error[bibtex-syntax] it is not closed"),
    ],
)
def test_a_broken_entry_costs_no_other(broken: str, reported: str) -> None:
    items, messages = read(f"{broken}\n@book{{good, title = {{T}}}}")
    assert messages == [reported]
    assert isinstance(items[0], Remainder)
    assert items[0].raw == broken
    assert items[1] == Reference("good", "book", {"title": Text("T")})


@pytest.mark.parametrize("inherits", ["", "@book{c, crossref = {good}}\n"])
@pytest.mark.parametrize(
    "rest", ["note = {never closed,\n year = {1999}\n}", "note = {x", 'note = "x "y" z"}', "note = , x"]
)
def test_fields_before_an_error_are_read(rest: str, inherits: str) -> None:
    broken = f"@book{{b, title = {{B}}, volume = 2, {rest}"
    items, messages = read(f"{broken}\n{inherits}@book{{good, title = {{T}}}}")
    assert len(messages) == 1
    assert isinstance(items[0], Remainder)
    assert items[0].raw == broken
    assert items[1] == Reference("b", "book", {"title": Text("B"), "volume": "2"})
    assert items[-1] == Reference("good", "book", {"title": Text("T")})


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("@book{k title={T}, year=1999}", ["x.bib:1:1: error[bibtex-syntax] a comma is missing after the key (k)"]),
        ("@book{k, title={T} year={1999}}", ["x.bib:1:20: error[bibtex-syntax] a comma is missing before year (k)"]),
        ("@book{k, title={T}, year={1999}", ["x.bib:1:1: error[bibtex-syntax] the entry is not closed (k)"]),
        ("@book{, title={T}, year={1999}}", ["x.bib:1:1: error[bibtex-no-key] the entry has no key"]),
        ("@book{title={T}, year={1999}}", ["x.bib:1:1: error[bibtex-no-key] the entry has no key"]),
        (
            "@book{k, title={T}, year=1999, publisher=pub # and}",
            ["x.bib:1:1: error[bibtex-undefined] no @string defines pub, and (k)"],
        ),
    ],
)
def test_defects_are_reported_and_the_rest_is_read(text: str, reported: list[str]) -> None:
    items, messages = read(text)
    assert messages == reported
    assert isinstance(items[0], Reference)
    assert (items[0].plain("title"), items[0].date("issued")) == ("T", Date.of(1999))


def test_undefined_names_are_separated_from_the_text_around_them() -> None:
    author = '"A. Weir" # and # Lind_B # and # "{\\\'E}. Stone"'
    items, reported = read(f'@string{{bar = "bar"}}\n@book{{k, author = {author}, title = "Foo" # bar # baz}}')
    reference = items[-1]
    assert isinstance(reference, Reference)
    assert [name.display for name in reference.names("author")] == ["A. Weir", "Lind_B", "É. Stone"]
    assert reference.plain("title") == "Foobar baz"
    assert reported == ["x.bib:2:1: error[bibtex-undefined] no @string defines and, Lind_B, baz (k)"]


def test_comments_that_are_not_closed() -> None:
    items, reported = read("@comment{ {\n@comment{ @book{x, title={T}}\n@comment(x\n@book{k, title={T}}\n@comment{y}")
    assert reported == []
    assert [described(item) for item in items] == [
        "@comment{ {",
        "@comment{ @book{x, title={T}}",
        "@comment(x",
        "k",
        "@comment{y}",
    ]


def test_a_deep_value_before_and_after_comments() -> None:
    deep = "@book{k%d, title = {{{{{{{{T}}}}}}}}}\n"
    items, reported = read(deep % 1 + "@comment{x}\n@book{bad, title = {\n" + deep % 2)
    assert reported == ["x.bib:3:20: error[bibtex-syntax] a brace is not closed (bad)"]
    assert [item.id for item in items if isinstance(item, Reference)] == ["k1", "k2"]


def test_duplicate_keys() -> None:
    items, reported = read("@book{k, title={T}}\n@book{K, title={U}}")
    assert len(items) == 2
    assert reported == ["x.bib:2:1: error[bibtex-duplicate-key] another entry has the same key (K)"]


@pytest.mark.parametrize(
    "text", ["mail me @ home (work)", "@media screen { color: red }", "@", "@a(", "@{x}", "@1{a,}"]
)
def test_signs_that_begin_no_entry(text: str) -> None:
    items, reported = read(text)
    assert reported == []
    assert all(isinstance(item, Remainder) for item in items)


@pytest.mark.parametrize("key", ["O'Brien & Söns:2000??/x+y", "DBLP:conf/a-b", "a b", "Doe(2001)Plain"])
def test_keys(key: str) -> None:
    assert only(f"@book{{{key}, title={{T}}}}").id == key


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = 1999, month = jan", Date.of(1999, 1)),
        ("year = 1999, month = {January}", Date.of(1999, 1)),
        ("year = 1999, month = 3, day = 4", Date.of(1999, 3, 4)),
        ('year = 1999, month = "12~" # may', Date.of(1999, 5, 12)),
        ('year = 1999, month = may # "~12"', Date.of(1999, 5, 12)),
        ("year = 1999, month = {May/June}", Date(((1999, 5), (1999, 6)))),
        ("year = 1999, month = nov # {--} # dec", Date(((1999, 11), (1999, 12)))),
        ("year = 1999, month = May, day = {12-15}", Date.of(1999, 5)),
        ("year = 1999, month = {Spring}", Date(((1999,),), season="1")),
        ("year = {1999--2001}", Date(((1999,), (2001,)))),
        ("year = {in press}", Date(literal="in press")),
        ("date = {1999-05-12}, year = 1999", Date.of(1999, 5, 12)),
        ("date = {12 May 1999}", Date.of(1999, 5, 12)),
        ("year = {-44}", Date.of(-44)),
    ],
)
def test_dates(fields: str, date: Date) -> None:
    assert one(fields).date("issued") == date


def test_what_the_date_leaves_over_is_kept() -> None:
    assert one("year = 1999, month = {Michaelmas}, day = 3").extras == {
        ("bibtex", "month"): ("Michaelmas",),
        ("bibtex", "day"): ("3",),
    }
    assert one("date = {1999}, year = 1998").extras == {("bibtex", "year"): ("1998",)}
    assert one("month = may").extras == {("bibtex", "month"): ("may",)}


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Donald E. Knuth", (Name("Knuth", "Donald E."),)),
        ("Knuth, Donald E.", (Name("Knuth", "Donald E."),)),
        ("King, Jr., Martin Luther", (Name("King", "Martin Luther", suffix="Jr."),)),
        ("de la Cruz, Jos{\\'e}", (Name("Cruz", "José", non_dropping_particle="de la"),)),
        ("Ludwig van Beethoven", (Name("Beethoven", "Ludwig", non_dropping_particle="van"),)),
        ("{Barnes and Noble, Inc.}", (Name(literal="Barnes and Noble, Inc."),)),
        ("A, B\n  and others", (Name("A", "B"), Name(literal="others"))),
        ("{\\'e}tienne ~{\\O}re", (Name("Øre", "", non_dropping_particle="étienne"),)),
        ("{Van} \\'Elan", (Name("Élan", "Van"),)),
        ("A, Jr, B, C", (Name("A", "B, C", suffix="Jr"),)),
    ],
)
def test_names(written: str, names: tuple[Name, ...]) -> None:
    assert one(f"author = {{{written}}}").names("author") == names


def test_dropped_particles() -> None:
    author = one("author = {de Motte, J.}, options = {useprefix=false}").names("author")
    assert author == (Name("Motte", "J.", dropping_particle="de"),)


@pytest.mark.parametrize(
    ("type_", "fields", "expected"),
    [
        ("article", "journaltitle = {J}, number = 3", {"container-title": Text("J"), "issue": "3"}),
        ("article", "journaltitle = {K}, journal = {J}", {"container-title": Text("J")}),
        ("online", "url = {http://x.org/a\\_b\\%20c}", {"URL": "http://x.org/a_b%20c"}),
        ("misc", "url = {\\url{http://x.org}}", {"URL": "http://x.org"}),
        ("book", "doi = {https://doi.org/10.1/x}", {"DOI": "10.1/x"}),
        (
            "book",
            "location = {Bristol}, langid = {english}",
            {"publisher-place": Text("Bristol"), "language": "english"},
        ),
        ("mastersthesis", "school = {U}", {"publisher": Text("U"), "genre": Text("Master’s thesis")}),
        ("thesis", "institution = {U}, type = {PhD}", {"publisher": Text("U"), "genre": Text("PhD")}),
        ("book", "title = {A {Bayesian} Tale}", {"title": Text("A Bayesian Tale", [Span(2, 10, Mark.NO_CASE)])}),
        ("thesis", "type = {mathesis}", {"genre": Text("Master’s thesis")}),
        ("book", "title = {T}, Subtitle = {a tale}", {"title": Text("T: a tale")}),
        ("book", "title = {T?}, subtitle = {A tale}", {"title": Text("T? A tale")}),
        ("article", "pages = {12--30}", {"page": "12-30"}),
        ("book", "edition = {2nd}, note = {}", {"edition": "2"}),
    ],
)
def test_fields(type_: str, fields: str, expected: dict[str, Value]) -> None:
    assert dict(one(fields, type_).variables) == expected


@pytest.mark.parametrize(
    "entry",
    [
        "@manual{k,\n  title = {T},\n}\n",
        "@proceedings{k,\n  title = {T},\n}\n",
        "@inbook{k,\n  title = {T},\n  custom = {a \\& b},\n  file = {x.pdf},\n}\n",
        "@frobnication{k,\n  title = {T},\n}\n",
        "@misc{k,\n  title = {T},\n  note = {a},\n  note+2 = {b},\n}\n",
        "@article{k,\n  title = {T},\n  entrysubtype = {odd},\n}\n",
    ],
)
def test_types_and_fields_that_csl_does_not_know_survive(entry: str) -> None:
    assert "".join(bibtex.write([only(entry)], Report())) == entry


def test_a_subtitle_of_nothing() -> None:
    assert one("booksubtitle = {x}").extras == {("bibtex", "booksubtitle"): ("x",)}


def test_the_same_field_twice() -> None:
    reference = one("note = {a}, note = {b}, note = {c}")
    assert reference.plain("note") == "a"
    assert reference.extras == {("bibtex", "note"): ("b", "c")}


def test_a_type_that_no_longer_fits_is_not_written() -> None:
    manual = one("title = {T}", "manual").replace(type="article-journal")
    assert to_entry(manual, "k")[0].type == "article"


# --- what entries inherit ---------------------------------------------------------------------------


def test_crossref() -> None:
    items, reported = read(f"@inproceedings{{c, title = {{T}}, crossref = {{P}}}}\n{PARENT}")
    assert reported == []
    assert items[0] == Reference(
        "c",
        "paper-conference",
        {
            "title": Text("T"),
            "container-title": Text("The Meeting"),
            "editor": (Name("A", "B"),),
            "issued": Date.of(1999),
        },
        {("bibtex", "crossref"): ("P",)},
    )
    assert items[1] == only(PARENT)


def test_crossref_between_books_inherits_the_title() -> None:
    items, _ = read("@book{v, volume = 2, Crossref = {set}}@book{set, title = {T}}")
    assert isinstance(items[0], Reference)
    assert items[0].plain("title") == "T"


def test_a_part_of_a_book_inherits_its_author() -> None:
    items, _ = read("@inbook{c, title = {T}, crossref = {b}}@book{b, title = {B}, author = {A, B}}")
    assert isinstance(items[0], Reference)
    assert items[0].names("container-author") == (Name("A", "B"),)
    assert "author" not in items[0]


def test_braces_far_too_deep_are_read_as_a_few_and_reported_once() -> None:
    deep = "{" * 200 + "x" + "}" * 200
    items, reported = read(f"@book{{a,\n title = {deep}}}\n@book{{b, title = {deep}}}")
    assert [item.plain("title") for item in items if isinstance(item, Reference)] == ["x", "x"]
    assert reported == ["x.bib:2:10: repair[bibtex-too-deep] braces are nested a hundred deep or more"]


def test_xdata() -> None:
    items, reported = read("@xdata{x, publisher = {P}}@xdata{y, address = {L}, xdata = {x}}@book{k, xdata = {y, z}}")
    assert reported == ["x.bib:1:64: error[bibtex-no-parent] xdata: there is no entry z (k)"]
    assert [type(item) for item in items] == [Remainder, Remainder, Reference]
    assert isinstance(items[2], Reference)
    assert (items[2].plain("publisher"), items[2].plain("publisher-place")) == ("P", "L")


def test_entries_that_inherit_from_themselves() -> None:
    items, reported = read("@book{a, title = {T}, crossref = {b}}@book{b, volume = 3, crossref = {a}}")
    assert reported == []
    assert [item.id for item in items if isinstance(item, Reference)] == ["a", "b"]


# --- what we write ------------------------------------------------------------------------------------


@given(st.lists(references(), max_size=3))
def test_what_is_written_reads_back_as_its_entries(written: list[Reference]) -> None:
    keys, report = bibtex.Keys(), Report()
    entries = [to_entry(reference, keys.key(reference, report))[0] for reference in written]
    items, reported = read("".join(bibtex.write(written, Report())))
    assert reported == []
    assert items == list(map(from_entry, entries))


def test_hostile_values_stay_in_their_field() -> None:
    title = "a } , note = {x} @book{b, \\write18{rm} ER  - \n<script>"
    (back,) = read("".join(bibtex.write([Reference("k", "book", {"title": Text(title)})], Report())))[0]
    assert isinstance(back, Reference)
    assert back.plain("title") == " ".join(title.split())


# --- hostile files ------------------------------------------------------------------------------------


DEEP = 100_000


@pytest.mark.untraced
@pytest.mark.parametrize(
    "text",
    [
        "@book{k, title = {" + "{" * DEEP + "x" + "}" * DEEP + "}}",
        "@book{k, title = {" + "{" * DEEP,
        "@a{" * DEEP,
        "@a{k, " * DEEP,
        "@a{k, t = {x}, y = {" * 4_000,
        "\n@a{k, t = {x}, y = {" * 4_000,
        "@" * DEEP,
        "@a" + " " * DEEP + "{k" + " " * DEEP + ", t" + " " * DEEP + "= x" + " " * DEEP,
        '@a{k, t = "' * 20_000,
        "@comment{" * 4_000,
        "\n@comment{" * 4_000,
        "@book{k, title = {" + "x " * 100_000 + "}}",
        "@book{k, author = {" + "A and " * 20_000 + "B}}",
        "@book{k, title = {" + "\\'" * DEEP + "}}",
        "@book{k, title = {" + "$" * 20_000 + "}}",
        "@book{k, t = a" + " # a" * 20_000 + "}",
    ],
    ids=range(16),
)
def test_hostile_files_take_time_in_proportion(text: str) -> None:
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 60  # only a hang takes that long


def test_definitions_that_double() -> None:
    doubling = "@string{a0 = {0123456789}}" + "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}" for n in range(1, 60))
    items, reported = read(doubling + "@book{k, title = a59}")
    assert len(items) == 61
    assert [message for message in reported if "bibtex-too-long" in message] == reported
    assert len(reported) == 1


# --- real files ---------------------------------------------------------------------------------------


@pytest.mark.untraced
def test_the_malformed_files(data: Path | None) -> None:
    if data is None:
        pytest.skip("the shared data is not here")
    for path in sorted((data / "malformed").glob("*.bib")):
        items = list(read_bibtex(Source.from_path(path), Report()))
        good = {item.id for item in items if isinstance(item, Reference)} & {"good1", "good2"}
        assert len(good) == (0 if "empty" in path.name else 2), path.name


def test_no_real_file_is_refused(data: Path | None) -> None:
    if data is None:
        pytest.skip("the shared data is not here")
    for path in sorted(data.glob("formats/bib*/**/*.bib")):
        source = Source.from_path(path)
        found = [block for block in blocks(source.text) if block.type not in ("", "comment", "preamble", "string")]
        items = list(read_bibtex(source, Report()))
        assert found == [] or any(isinstance(item, Reference) for item in items), path.name


def test_a_field_may_stand_any_number_of_times() -> None:
    reference = only("@book{doe, note = {a}, note+2 = {b}, note = {c}, note = {d}}")
    assert reference.plain("note") == "a"
    assert reference.extras["bibtex", "note"] == ("b", "c", "d")


SIGNS = st.lists(
    st.sampled_from(
        [
            "@",
            "@book{k,",
            "@Book{k2, ",
            "@comment{",
            "@string{a = ",
            "@misc(k, ",
            "t",
            " = ",
            "{",
            "}",
            "{x}",
            '"',
            '"y"',
            "#",
            "1999",
            ",",
            "\n",
            "\n@",
            " ",
            "% c\n",
            "word",
            ")",
        ]
    ),
    max_size=14,
).map("".join)


@given(st.one_of(SIGNS, SIGNS.map(lambda text: f"@book{{key, title = {{T}}, {text}\n@book{{b, note = {{N}}}}\n")))
def test_all_fields_at_once_or_one_after_the_other(text: str) -> None:
    at_once = list(blocks(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bibtex_syntax, "_up_to", lambda *_: None)
        patch.setattr(bibtex_syntax, "_well_formed", lambda *_: None)
        one_by_one = list(blocks(text))
    assert [block[:4] for block in at_once] == [block[:4] for block in one_by_one]
    assert [_values(block) for block in at_once] == [_values(block) for block in one_by_one]


def _values(block: Block) -> list[tuple[str, str]]:
    """The fields of a block, each as one string in which bare words look different from others."""
    fields = block.fields.items() if isinstance(block.fields, dict) else block.fields
    return [(tag, repr(value.strip() if isinstance(value, str) else _joined(value))) for tag, value in fields]


def _joined(value: list[Piece]) -> list[Piece] | str:
    plain = len(value) == 1 and (not value[0][2] or value[0][2].isdecimal())
    return "".join(value[0]).strip() if plain else value


@pytest.mark.parametrize(
    ("fields", "date", "tags"),
    [
        ({"date": "Jan", "year": "1937"}, Date.of(1937, 1), {"date", "year"}),
        ({"date": "15 Jan", "year": "1937"}, Date.of(1937, 1, 15), {"date", "year"}),
        ({"date": "in print", "year": "1937"}, Date.of(1937), {"year"}),
        ({"date": "Jan", "month": "2", "year": "1937"}, Date(literal="Jan"), {"date"}),
        ({"date": "n.d."}, Date(literal="n.d."), {"date"}),
    ],
)
def test_a_date_without_a_year_takes_that_of_another_field(fields: dict[str, str], date: Date, tags: set[str]) -> None:
    assert read_issued(fields) == Issued(date, frozenset(tags))


@pytest.mark.parametrize(
    ("fields", "variables"),
    [
        (r"howpublished = {\url{http://x.org/a_b}}", {"URL": "http://x.org/a_b"}),
        ("howpublished = {https://x.org}", {"URL": "https://x.org"}),
        ("howpublished = {Leaflet}", {"publisher": Text("Leaflet")}),
        ("howpublished = {Leaflet}, publisher = {P}", {"publisher": Text("P")}),
        ("howpublished = {}", {}),
    ],
)
def test_how_something_was_published_may_be_an_address(fields: str, variables: dict[str, Value]) -> None:
    (reference,) = read(f"@misc{{k, {fields}}}")[0]
    assert isinstance(reference, Reference)
    assert reference.variables == variables


def test_a_second_address_is_kept_and_comes_back() -> None:
    (reference,) = read(r"@misc{k, howpublished = {\url{http://x.org}}, url = {http://y.org}}")[0]
    assert isinstance(reference, Reference)
    assert (reference["URL"], reference.extras["bibtex", "howpublished"]) == ("http://y.org", ("http://x.org",))
    report = Report()
    assert read("".join(bibtex.write([reference], report)))[0] == [reference]
    assert not report
    list(bibtex.write([Reference("k", "document", {"publisher": Text("http://x.org")})], report))
    assert [diagnostic.code for diagnostic in report] == ["bibtex-loss"]


@pytest.mark.parametrize(
    ("broken", "reported"),
    [
        ("@{k, title = {T}}", "x.bib:2:1: error[bibtex-syntax] the entry has no type"),
        ("@book{a b(c), title = {T}}", "x.bib:2:1: error[bibtex-syntax] no key and no field"),
    ],
)
def test_what_begins_like_an_entry_is_kept_and_reported(broken: str, reported: str) -> None:
    items, messages = read(f"@book{{a}}\n{broken}\n@book{{b}}\n")
    assert list(map(described, items)) == ["a", broken, "b"]
    assert messages == [reported]


@pytest.mark.parametrize("text", ["write to @{home = office} or @home{x {y} z}", "@{nothing}"])
def test_a_sign_in_a_text_is_not_an_entry(text: str) -> None:
    assert read(f"See {text}\n")[1] == []


@pytest.mark.parametrize(
    ("field", "variable", "value"),
    [
        ("art_number = {105061}", "number", "105061"),
        ("pages = {S. 33--58}", "page", "33-58"),
        ("pages = {pp. A1--A9}", "page", "A1-A9"),
        ("pages = {Page 3}", "page", "3"),
        ("pages = {P3--P5}", "page", "P3-P5"),
        ("author = {Weir, A. and et~al.}", "author", (Name("Weir", "A."), Name(literal="others"))),
        ("article-number = {{105061}}", "number", "105061"),
        ("lastchecked = {3 February 2021}", "accessed", Date.of(2021, 2, 3)),
        ("Access-Date = {2021-02-03}", "accessed", Date.of(2021, 2, 3)),
    ],
)
def test_fields_of_databases_and_styles(field: str, variable: str, value: Value) -> None:
    (reference,) = read(f"@misc{{a, title = {{A}}, {field}}}")[0]
    assert isinstance(reference, Reference)
    assert reference[variable] == value
