"""rispy, the usual RIS reader of Python programs, reads our RIS."""

from pathlib import Path

import pytest
import rispy  # type: ignore[import-untyped]  # it has no types; one call is made

from foreign.pandoc import written
from reflist.formats import ris
from reflist.model import Date, Name, Reference
from reflist.report import Report
from reflist.source import Source
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
        "M2": ["event-place: Bergen"],
        "U1": ["acronym of Ministry of Homes, Towns and Villages: MHTV"],
    }
    assert {record["type_of_reference"], record["id"], record["year"], record["start_page"]} == {
        "RPRT",
        "harbour1999",
        "1999",
        "12",
    }


def test_records_stay_separate() -> None:
    assert len(rispy.loads(written("ris", [HARBOUR, HARBOUR.replace(id="other")]))) == 2


def test_no_record_of_real_files_is_missed(data: Path | None) -> None:
    if data is None:
        pytest.skip("the data is not there")
    for path in sorted((data / "formats" / "ris").rglob("*.ris")):
        source = Source.from_path(path)
        ours = [item for item in ris.read(source, Report()) if isinstance(item, Reference)]
        assert len(ours) >= len(rispy.loads(source.text)), path.name
