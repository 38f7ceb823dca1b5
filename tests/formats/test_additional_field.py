"""What formats hold in an additional field."""

from typing import NamedTuple

import pytest

from reflist.formats.additional_field import Codec
from reflist.formats.xml import note_controls
from reflist.model import NOWHERE, Origin, Reference
from reflist.report import Report
from reflist.text import Text


def write(reference: Reference) -> str:
    """Write the only field of a format that just has titles, in capitals."""
    return reference.plain("title").upper()


def read(title: str, origin: Origin) -> Reference:
    """Read that format."""
    return Reference(title[:1].lower(), "book", {"title": Text(title)}, origin=origin)


CODEC = Codec(write, read, ("shouting", "additional"), note_controls)


def additional(reference: Reference) -> str:
    return CODEC.parts(reference, Report())[1]


def test_what_fields_cannot_hold_comes_back() -> None:
    reference = Reference("a", "report", {"title": Text("Ostrom"), "note": Text("x\ufffey\x00")})
    report = Report()
    fields, written = CODEC.parts(reference, report)
    assert fields == "OSTROM"
    assert written.isprintable()
    assert CODEC.whole(fields, written, NOWHERE) == reference
    assert [diagnostic.message.split(":")[0] for diagnostic in report] == ["note"]


def test_nothing_is_written_if_the_fields_hold_everything() -> None:
    assert CODEC.parts(Reference("o", "book", {"title": Text("OSTROM")}), Report()) == ("OSTROM", "")
    assert CODEC.whole("OSTROM", "", Origin("f", 3)) == Reference("o", "book", {"title": Text("OSTROM")})
    assert CODEC.whole("OSTROM", "", Origin("f", 3)).origin.line == 3


def test_a_field_changed_since_counts_more() -> None:
    written = additional(Reference("o", "report", {"title": Text("Ostrom"), "note": Text("n")}))
    changed = Reference("h", "report", {"title": Text("HARDIN"), "note": Text("n")})
    assert CODEC.whole("HARDIN", written, NOWHERE) == changed


class Heard(NamedTuple):
    """The fields of a format in which the last letter of the title is the id."""

    title: str
    type: str


def test_an_id_or_type_changed_since_counts_more() -> None:
    def again(heard: Heard, origin: Origin) -> Reference:
        return Reference(heard.title[-1:], heard.type, {"title": Text(heard.title)}, origin=origin)

    form = Codec(
        lambda reference: Heard(write(reference), "book"),
        again,
        ("shouting", "additional"),
    )
    fields, written = form.parts(Reference("a", "report", {"title": Text("Ostrom")}), Report())
    assert form.whole(fields, written, NOWHERE) == Reference("a", "report", {"title": Text("Ostrom")})
    changed = Heard("OSTROM", "chapter")
    assert form.whole(changed, written, NOWHERE) == Reference("a", "chapter", {"title": Text("Ostrom")})
    longer = Heard("OSTROMX", "book")
    assert form.whole(longer, written, NOWHERE) == Reference("X", "report", {"title": Text("OSTROMX")})


@pytest.mark.parametrize("written", ["[", "[]", "1", "[" * 100_000, "no JSON"])
def test_what_we_did_not_write_is_kept(written: str) -> None:
    expected = Reference("o", "book", {"title": Text("OSTROM")}, {("shouting", "additional"): (written,)})
    assert CODEC.whole("OSTROM", written, NOWHERE) == expected
