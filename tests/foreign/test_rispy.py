"""rispy, the usual RIS reader of Python programs, reads our RIS."""

import rispy  # type: ignore[import-untyped]  # it has no types; one call is made

from foreign.pandoc import written
from reflist.model import Date, Name, Reference
from reflist.text import Text

HARBOUR = Reference(
    "harbour1999",
    "report",
    {
        "author": (
            Name(literal="Ministry of Homes, Towns and Villages", acronym="MHTV"),
            Name(literal="Inspectorate of Wells"),
            Name("Berg", "Ingrid", non_dropping_particle="van den"),
        ),
        "title": Text("Harbours"),
        "issued": Date.of(1999, 5),
        "page": "12-30",
        "event-place": Text("Bergen"),
    },
)


def test_institutions_stay_whole() -> None:
    (record,) = rispy.loads(written("ris", [HARBOUR]))
    whole = ["Ministry of Homes, Towns and Villages,", "Inspectorate of Wells,", "van den Berg, Ingrid"]
    assert record["authors"] == whole


def test_every_tag_but_our_notes_is_known() -> None:
    (record,) = rispy.loads(written("ris", [HARBOUR]))
    assert record.pop("unknown_tag") == {
        "U1": ["acronym of Ministry of Homes, Towns and Villages: MHTV", "event-place: Bergen"]
    }
    assert {record["type_of_reference"], record["id"], record["year"], record["start_page"]} == {
        "RPRT",
        "harbour1999",
        "1999",
        "12",
    }


def test_records_stay_apart() -> None:
    assert len(rispy.loads(written("ris", [HARBOUR, HARBOUR.replace(id="other")]))) == 2
