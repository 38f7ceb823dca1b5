"""What formats carry beside their own fields."""

from typing import NamedTuple

import pytest

from reflist.formats.beside import Form
from reflist.formats.xml import note_controls
from reflist.model import NOWHERE, Origin, Reference
from reflist.report import Report
from reflist.text import Text


def shout(reference: Reference) -> str:
    """Write the only field of a format that just has titles, in capitals."""
    return reference.plain("title").upper()


def hear(title: str, origin: Origin) -> Reference:
    """Read that format."""
    return Reference(title[:1].lower(), "book", {"title": Text(title)}, origin=origin)


FORM = Form(shout, hear, ("shouting", "beside"), note_controls)


def beside(reference: Reference) -> str:
    return FORM.parts(reference, Report())[1]


def test_what_fields_cannot_say_comes_back() -> None:
    reference = Reference("a", "report", {"title": Text("Ostrom"), "note": Text("x\ufffey\x00")})
    report = Report()
    fields, written = FORM.parts(reference, report)
    assert fields == "OSTROM"
    assert written.isprintable()
    assert FORM.whole(fields, written, NOWHERE) == reference
    assert [diagnostic.message.split(":")[0] for diagnostic in report] == ["note"]


def test_nothing_is_written_where_fields_say_all() -> None:
    assert FORM.parts(Reference("o", "book", {"title": Text("OSTROM")}), Report()) == ("OSTROM", "")
    assert FORM.whole("OSTROM", "", Origin("f", 3)) == Reference("o", "book", {"title": Text("OSTROM")})
    assert FORM.whole("OSTROM", "", Origin("f", 3)).origin.line == 3


def test_a_field_changed_since_counts_more() -> None:
    written = beside(Reference("o", "report", {"title": Text("Ostrom"), "note": Text("n")}))
    changed = Reference("h", "report", {"title": Text("HARDIN"), "note": Text("n")})
    assert FORM.whole("HARDIN", written, NOWHERE) == changed


class Heard(NamedTuple):
    """The fields of a format in which the last letter of the title is the id."""

    title: str
    type: str


def test_an_id_or_type_changed_since_counts_more() -> None:
    def again(heard: Heard, origin: Origin) -> Reference:
        return Reference(heard.title[-1:], heard.type, {"title": Text(heard.title)}, origin=origin)

    form = Form(
        lambda reference: Heard(shout(reference), "book"),
        again,
        ("shouting", "beside"),
    )
    fields, written = form.parts(Reference("a", "report", {"title": Text("Ostrom")}), Report())
    assert form.whole(fields, written, NOWHERE) == Reference("a", "report", {"title": Text("Ostrom")})
    changed = Heard("OSTROM", "chapter")
    assert form.whole(changed, written, NOWHERE) == Reference("a", "chapter", {"title": Text("Ostrom")})
    longer = Heard("OSTROMX", "book")
    assert form.whole(longer, written, NOWHERE) == Reference("X", "report", {"title": Text("OSTROMX")})


@pytest.mark.parametrize("written", ["[", "[]", "1", "[" * 100_000, "no JSON"])
def test_what_we_did_not_write_is_kept(written: str) -> None:
    said = Reference("o", "book", {"title": Text("OSTROM")}, {("shouting", "beside"): (written,)})
    assert FORM.whole("OSTROM", written, NOWHERE) == said
