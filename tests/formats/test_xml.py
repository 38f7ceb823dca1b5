"""XML formats: finding records, and handling broken ones."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats.xml import Record, as_read, children, escaped, note_controls, note_length, records, squeezed
from reflist.model import Date, Name, Reference, Remainder, Value
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text


def found(data: str | bytes, tag: str = "record") -> tuple[list[str], list[str]]:
    """The content of each record (a broken one in angle brackets), and the messages."""
    report = Report()
    source = Source("f.xml", data if isinstance(data, bytes) else data.encode())
    items = list(records(source, report, tag, "endnotexml"))
    return [_shown(item) for item in items], [str(diagnostic) for diagnostic in report]


def _shown(item: Record | Remainder) -> str:
    return f"<{item.raw}>" if isinstance(item, Remainder) else "".join(map(str, item.element.itertext()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<xml><record>a</record><record>b</record></xml>", ["a", "b"]),
        ("<xml><record/><record >b</record ></xml>", ["", "b"]),
        ("<xml><records/><recordings/></xml>", []),
        ("<record>alone</record>", ["alone"]),
        ("<xml><!-- <record>no</record> --><record>a<!-- </record> --></record></xml>", ["a"]),
        ("<xml><record><![CDATA[<record> & </record>]]></record></xml>", ["<record> & </record>"]),
        ('<m:c xmlns:m="urn:m"><m:record><m:a>1</m:a></m:record></m:c>', ["1"]),
        ('<c><record xlink:href="x" xsi:nil="true">1</record></c>', ["1"]),
        ("<!DOCTYPE xml SYSTEM 'records.dtd'><xml><record>a</record></xml>", ["a"]),
        ("<!-- <!DOCTYPE xml [] --><xml><record>a</record></xml>", ["a"]),
        ("", []),
        ("no XML at all", []),
    ],
)
def test_records(text: str, expected: list[str]) -> None:
    assert found(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected", "messages"),
    [
        (
            "<xml>\n<record>a\n <b></record>\n<record>c</record></xml>",
            ["<<record>a\n <b></record>>", "c"],
            ["f.xml:3:14: error[xml-syntax] opening and ending tag mismatch: b line 2 and record"],
        ),
        (
            "<xml><record>a</record><record>b",
            ["a", "<<record>b>"],
            ["f.xml:1:33: error[xml-syntax] <record> is not closed"],
        ),
        (
            "<xml><record>a<record>b</record></xml>",
            ["<<record>a>", "b"],
            ["f.xml:1:15: error[xml-syntax] <record> is not closed"],
        ),
        (
            "<xml><records><record>a</record>\n",
            ["a"],
            ["f.xml:2:1: error[xml-truncated] the text ends before the element around the records does"],
        ),
        (
            "<xml><record>R&D &eacute;&nothing; &lt;&#228;\x01</record></xml>",
            ["R&D é&nothing; <ä"],
            ["f.xml:1:17: repair[xml-mended] mended: entityRef: expecting ';'"],
        ),
        (
            "<xml><record>p < 0.05 &#26;&#xFFFE;&#x41;&#1114112;</record></xml>",
            ["p < 0.05 A"],
            ["f.xml:1:17: repair[xml-mended] mended: startTag: invalid element name"],
        ),
        (
            "<xml><record>&bad <a></record></xml>",
            ["<<record>&bad <a></record>>"],
            ["f.xml:1:18: error[xml-syntax] entityRef: expecting ';'"],
        ),
        (
            '<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n<xml><record>&x;</record></xml>',
            ['<<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n<xml><record>&x;</record></xml>>'],
            ["f.xml:1: error[xml-doctype] it declares its own entities: not read"],
        ),
    ],
)
def test_broken(text: str, expected: list[str], messages: list[str]) -> None:
    shown, reported = found(text)
    assert shown == expected
    assert [message.partition("]")[0] for message in reported] == [message.partition("]")[0] for message in messages]


@pytest.mark.parametrize("record", ["<a>" * 300 + "</a>" * 300, f"<a b='{'x' * 10_000_001}'/>"], ids=["deep", "long"])
def test_the_parser_gives_no_advice_to_take_off_its_bounds(record: str) -> None:
    shown, (message,) = found(f"<xml><record>{record}</record></xml>")
    assert shown == [f"<<record>{record}</record>>"]
    assert "error[xml-syntax]" in message
    assert "HUGE" not in message
    assert message == message.strip()


def test_the_number_of_new_namespaces_is_limited() -> None:
    spaces = "".join(f' xmlns:a{number}="urn:{number}"' for number in range(101))
    text = "<c{}><record><{}:b/></record></c>"
    assert found(text.format(spaces, "a99"))[1] == []
    assert "a100" in found(text.format(spaces, "a100"))[1][0]
    assert found(text.format(f' xmlns:a="{"u" * 900}"', "a"))[1] == []
    assert found(text.format(f' xmlns:a="{"u" * 1_000}"', "a"))[1] != []


def test_lines_are_counted_beyond_what_the_parser_can() -> None:
    text = "<xml>" + "\n" * 70_000 + "<record>a</record><record><b></record></xml>"
    assert found(text)[1][0].startswith("f.xml:70001:")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ('<?xml version="1.0" encoding="iso-8859-2"?><record>\xb3</record>'.encode("latin-1"), "ł"),
        ('<?xml version="1.0" encoding="no-such"?><record>\xe9</record>'.encode("latin-1"), "é"),
        ('<?xml version="1.0" encoding="ascii"?><record>\xe9</record>'.encode("latin-1"), "é"),
        ('<?xml version="1.0" encoding="utf-16"?><record>é</record>'.encode("utf-16"), "é"),
        ('<?xml version="1.0" encoding="utf-8"?><record>é</record>'.encode("utf-8-sig"), "é"),
    ],
)
def test_encodings(data: bytes, expected: str) -> None:
    assert expected in Source("f.xml", data).text
    assert found(data) == ([expected], [])


@pytest.mark.untraced
@pytest.mark.parametrize(
    "text",
    [
        "<xml>" + "<record>" * 6_000,
        "<xml><record>" + "<a>" * 100_000 + "</a>" * 100_000 + "</record></xml>",
        "<xml><record>" + "x" * 10_000_000 + "</record></xml>",
        "<xml><record>" + "&" * 100_000 + "</record></xml>",
        "<xml>" + "<!--" * 50_000,
        "<xml><record>" + "<![CDATA[" * 100_000,
        "<" * 200_000,
        "<" + "a" * 5_000_000,
        "<!DOCTYPE " * 100_000,
        "<xml" + ' xmlns:a="' * 100_000,
        "<xml>" + "<record>a</record>" * 20_000,
        f'<xml xmlns="{"u" * 1_000_000}">' + "<record>a</record>" * 5_000,
        "<xml" + "".join(f' xmlns:a{number}="u"' for number in range(20_000)) + ">" + "<record>a</record>" * 5_000,
        "<xml><record>" + "< " * 100_000 + "</record></xml>",
        "<xml><record>" + "&#1;" * 100_000 + "</record></xml>",
    ],
)
def test_hostile(text: str) -> None:
    begun = time.process_time()
    for _ in records(Source("f.xml", text.encode()), Report(), "record", "endnotexml"):
        pass
    assert time.process_time() - begun < 60  # only a hang takes that long


def test_text() -> None:
    assert escaped('a < b & "c"\n\x00d') == "a &lt; b &amp; &quot;c&quot;&#13;d"
    assert escaped("plain") == "plain"
    assert squeezed(" a \n\t b\r c\u00a0d ") == "a b\nc\u00a0d"


@given(st.text("a \t\n\r\x00\ufffe<&", max_size=8))
def test_what_is_read_of_what_is_written(value: str) -> None:
    (record,) = records(Source.from_text(f"<record>{escaped(value)}</record>"), Report(), "record", "endnotexml")
    assert isinstance(record, Record)
    assert squeezed(record.element.text or "") == as_read(value)
    assert as_read(as_read(value)) == as_read(value)


def test_names_of_elements() -> None:
    text = b'<c xmlns="urn:x"><record><!-- c --><?p i?><a/>b<d xmlns=""/></record></c>'
    (record,) = records(Source("f", text), Report(), "record", "endnotexml")
    assert isinstance(record, Record)
    assert [name for name, _ in children(record.element)] == ["a", "d"]


def test_what_readers_refuse_is_reported() -> None:
    report = Report()
    for length in (10_000_000, 10_000_001):
        note_length("x" * length, Reference(str(length), "book"), report)
    assert [str(diagnostic) for diagnostic in report] == [
        "loss[xml-too-long] longer than XML readers may accept (10000001)"
    ]


def test_controls_are_reported() -> None:
    report = Report()
    values: dict[str, Value] = {
        "title": Text("a\x00"),
        "DOI": "10.1/\x01",
        "author": (Name("A\x02"),),
        "issued": Date(literal="\x03"),
        "note": Text("fine"),
    }
    note_controls(Reference("k", "book", values), report)
    assert [diagnostic.message.split(":")[0] for diagnostic in report] == ["title", "DOI", "author", "issued"]
