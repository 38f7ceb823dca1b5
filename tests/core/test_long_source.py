"""Long files are read in parts: the same items at the same places, in memory that does not grow with the file."""

import json
import tracemalloc
from pathlib import Path

import pytest

import reflist.source
from reflist.formats import built_in
from reflist.library import convert
from reflist.library.files import open_source
from reflist.library.reading import read_source
from reflist.model import Reference
from reflist.report import Report
from reflist.source import LongSource, Source

RECORD = "TY  - JOUR\r\nTI  - Grün und weiß, {0}\r\nAU  - Doe, Jané\r\nPY  - 19{0:02}\r\nER  - \r\n\r\n"
RIS = "Exported on a Monday\r\n\r\n" + "".join(map(RECORD.format, range(40))) + "TY  - BOOK\r\nTI  - No end\r\n"


@pytest.fixture(autouse=True)
def short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reflist.source, "LONG", 500)
    monkeypatch.setattr(reflist.source, "PART", 100)


def items(path: Path, in_parts: bool) -> tuple[list[object], list[str]]:
    report = Report()
    source = open_source(path, in_parts=in_parts)
    assert isinstance(source, LongSource) is in_parts
    found = list(read_source(source, report))
    raw = [item.origin if isinstance(item, Reference) else item for item in found]
    return [*found, *raw], list(map(str, report))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ris", RIS),
        ("old-mac.ris", RIS.replace("\r\n", "\r")),
        ("no-end.ris", RIS.replace("ER  - ", "")),
        (
            "a.jsonl",
            "".join(json.dumps({"id": str(n), "type": "book", "title": "Ä" * n}) + "\n" for n in range(50)) + "{",
        ),
        ("pretty.jsonl", json.dumps([{"id": str(n), "type": "book"} for n in range(20)], indent=2)),
        ("whole.bib", "".join(f"@misc{{m{n}, title = {{Title}}, year = {1900 + n}}}\n" for n in range(40))),
    ],
)
def test_parts_give_the_same_items(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode())
    assert items(path, in_parts=True) == items(path, in_parts=False)


def test_parts_follow_each_other(tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    path.write_bytes(RIS.encode())
    source, ends = LongSource.of("a.ris", path), built_in("ris").ends
    assert source is not None
    assert ends is not None
    parts = list(source.parts(ends))
    assert len(parts) > 10
    assert "".join(part.text for part in parts) == source.text == Source("", path.read_bytes()).text
    assert [part.text.partition("\n")[0] for part in parts] == [
        source.text.split("\n")[part.first_line - 1] for part in parts
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"TY  - JOUR\n",
        RIS.encode("latin-1"),
        RIS.encode("utf-8-sig"),
        RIS.encode("utf-16-le"),
        b" \n" * 40_000 + RIS.encode(),
    ],
)
def test_other_files_are_taken_whole(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.ris"
    path.write_bytes(data)
    assert type(open_source(path, in_parts=True)) is Source


def test_a_file_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    assert LongSource.of("a", tmp_path / "missing") is None
    assert LongSource.of("a", Path("a\0b")) is None


def peak(tmp_path: Path, count: int) -> int:
    """The most memory that a conversion of so many records takes, in bytes."""
    path = tmp_path / f"{count}.ris"
    path.write_text("".join(RECORD.format(n % 100) for n in range(count)), encoding="utf-8", newline="")
    tracemalloc.start()
    convert(path, tmp_path / "out.jsonl")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == count
    return most


@pytest.mark.untraced
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peak(tmp_path, 700)  # modules are loaded, patterns compiled, bounded memories filled
    assert peak(tmp_path, 2800) < 2 * peak(tmp_path, 700)  # what grows with the file has four times as much
