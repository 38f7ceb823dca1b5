"""What XML formats carry beside their fields."""

import pytest

from reflist.formats.beside import beside, restored
from reflist.model import Reference
from reflist.text import Text


def shouting(reference: Reference) -> Reference:
    """What a format would give back that has capitals only, and titles only."""
    title = reference.plain("title").upper()
    return Reference(reference.id, "book", {"title": Text(title)} if title else {})


def test_what_fields_cannot_say_comes_back() -> None:
    reference = Reference("a", "report", {"title": Text("Ostrom"), "note": Text("x\ufffey\x00")})
    said = shouting(reference)
    written = beside(reference, said)
    assert written.isprintable()
    assert restored(said, written, shouting) == reference


def test_nothing_is_written_where_fields_say_all() -> None:
    reference = Reference("a", "book", {"title": Text("OSTROM")})
    assert beside(reference, shouting(reference)) == ""


def test_a_field_changed_since_counts_more() -> None:
    reference = Reference("a", "report", {"title": Text("Ostrom"), "note": Text("n")})
    written = beside(reference, shouting(reference))
    changed = Reference("a", "book", {"title": Text("HARDIN")})
    assert restored(changed, written, shouting) == Reference(
        "a", "report", {"title": Text("HARDIN"), "note": Text("n")}
    )


def test_an_id_or_type_changed_since_counts_more() -> None:
    reference = Reference("a", "report", {"title": Text("Ostrom")})
    written = beside(reference, Reference("", "book", {"title": Text("OSTROM")}))
    changed = Reference("b", "chapter", {"title": Text("OSTROM")})
    again = restored(changed, written, lambda _: Reference("", "book", {"title": Text("OSTROM")}))
    assert again == Reference("b", "chapter", {"title": Text("Ostrom")})


@pytest.mark.parametrize("written", ["", "[", "[]", "1", "[" * 100_000, "no JSON"])
def test_what_we_did_not_write(written: str) -> None:
    assert restored(Reference("a", "book"), written, shouting) is None
