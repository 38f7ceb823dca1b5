"""A conversion gives a whole file or leaves the old one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from reflist.formats import ris
from reflist.library import OutputError, convert, write
from reflist.model import Reference
from reflist.report import Report
from reflist.text import Text


def failing(references: Iterable[Reference], _report: Report) -> Iterator[str]:
    """A writer that breaks off."""
    yield "a first piece"
    for reference in references:
        raise KeyboardInterrupt if reference.id == "interrupt" else RuntimeError(reference.id)


@pytest.mark.parametrize("id", ["interrupt", "break"])
def test_a_writer_that_breaks_off_leaves_the_old_file(id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "old.ris"
    old.write_text("as it was", encoding="utf-8")
    monkeypatch.setattr(ris, "FORMAT", ris.FORMAT._replace(write=failing))
    reference = Reference(id, "book", {"title": Text("T")})
    with pytest.raises(KeyboardInterrupt if id == "interrupt" else RuntimeError):
        write([reference], old)
    assert [path.name for path in tmp_path.iterdir()] == ["old.ris"]
    assert old.read_text(encoding="utf-8") == "as it was"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]", encoding="utf-8")
    with pytest.raises(OutputError, match="No such file"):
        convert(tmp_path / "a.json", tmp_path / "nowhere" / "b.bib")


def test_what_belongs_to_no_reference_is_counted(tmp_path: Path) -> None:
    source = tmp_path / "a.bib"
    source.write_text('@book{k, title = {T}}\n\n@preamble{"x"}\n@comment{jabref-meta: groupstree: 1;}\n', "utf-8")
    report = convert(source, tmp_path / "b.bib")
    assert list(map(str, report)) == ["a.bib:3:1: note[left-out] 2 parts left out, the first one here"]
    (tmp_path / "b.bib").rename(source)
    assert list(convert(source, tmp_path / "b.bib")) == []
