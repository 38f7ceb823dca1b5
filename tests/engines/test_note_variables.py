"""Variables that a note names."""

import pytest

from reflist.engines.note_variables import with_note_variables
from reflist.model import Name, Reference, from_csl, to_csl


def read(note: str, **fields: object) -> Reference:
    return with_note_variables(from_csl({"id": "a", "type": "book", "title": "T", "note": note, **fields}))


@pytest.mark.parametrize(
    ("note", "variables", "left"),
    [
        ("original-date: 1886-04", {"original-date": {"date-parts": [[1886, 4]]}}, None),
        ("DOI: 10.1/a\n\nSigned copy", {"DOI": "10.1/a"}, "Signed copy"),
        ("Signed copy\nDOI: 10.1/a", {"DOI": "10.1/a"}, "Signed copy"),
        ("Signed {:genre: Letter} copy", {"genre": "Letter"}, "Signed\ncopy"),
        ("Signed\ncopy of\n{:genre: Letter}\nmedium: Ink", {"genre": "Letter"}, "Signed\ncopy of\nmedium: Ink"),
        ("genre: a <i>Letter</i>", {"genre": "a <i>Letter</i>"}, None),
        (
            "editor: Roe || Ann\neditor: The Office\neditor: Doe||Jo",
            {
                "editor": [
                    {"family": "Roe", "given": "Ann"},
                    {"literal": "The Office"},
                    {"family": "Doe", "given": "Jo"},
                ]
            },
            None,
        ),
    ],
)
def test_what_a_note_names_is_taken_and_the_rest_stays(
    note: str, variables: dict[str, object], left: str | None
) -> None:
    item = to_csl(read(note))
    assert item.pop("note", None) == left
    assert item == {"id": "a", "type": "book", "title": "T", **variables}


@pytest.mark.parametrize(
    "note",
    ["Signed\nby the author\nDOI: 10.1/a", "title: Another", "locator: 3", "colour: red", "doi: 10.1/a", "type: folio"],
)
def test_other_notes_stay_as_they_are(note: str) -> None:
    assert read(note).plain("note") == note


def test_a_name_that_is_there_is_not_replaced_and_the_type_is() -> None:
    reference = read("type: review\nauthor: Doe || Jo", author=[{"family": "Roe", "given": "Ann"}])
    assert reference.type == "review"
    assert reference.names("author") == (Name(family="Roe", given="Ann"),)
    assert reference.plain("note") == "author: Doe || Jo"
