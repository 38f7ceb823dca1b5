"""Formats by name, by suffix, by content, and from other packages."""

import importlib.metadata
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reflist import addons
from reflist.formats import BUILT_IN, Format
from reflist.library import FormatError, registry
from reflist.report import Report
from reflist.source import Source

ADDED = Format("added", "Added by a test", (".added",), lambda *_: iter(()), lambda *_: iter(()), lambda _: 0.4)
READS_NOTHING = Format("unread", "Only written", (".unread",), write=lambda *_: iter(()))


@pytest.fixture
def with_added(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another package that declares formats: one that works, and some that do not."""
    declared = {
        "added": f"{__name__}:ADDED",
        "nowhere": "reflist_no_such_module:FORMAT",
        "nothing": "reflist.report:FORMAT",
        "number": "reflist.source:SNIFFED",
        "misnamed": "reflist.formats.ris:FORMAT",
        "unread": f"{__name__}:READS_NOTHING",
    }
    points = [importlib.metadata.EntryPoint(name, value, registry.GROUP) for name, value in declared.items()]
    found = importlib.metadata.EntryPoints(points)
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda **_: found)
    monkeypatch.setattr("importlib.metadata.EntryPoint.load", _load)
    addons._declared.cache_clear()
    yield
    addons._declared.cache_clear()


def _load(point: importlib.metadata.EntryPoint) -> object:
    """As the real one, but for this module, which has no name of its own to import."""
    if point.module == __name__:
        return globals()[point.attr]
    return getattr(importlib.import_module(point.module), point.attr)


def test_every_name_has_its_format() -> None:
    assert [format.name for format in registry.formats()] == registry.names() == [*BUILT_IN, "page", "list"]


@pytest.mark.usefixtures("with_added")
def test_another_package_may_add_a_format() -> None:
    assert registry.find("added") is ADDED


@pytest.mark.usefixtures("with_added")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("adde", "unknown format 'adde': did you mean 'added'?"),
        ("xyzzy", "unknown format 'xyzzy': choose from bibtex, .*, list, added, misnamed, "),
        ("nowhere", "format 'nowhere' is declared by reflist_no_such_module:FORMAT, which cannot be loaded: No module"),
        ("nothing", "format 'nothing' is declared by reflist.report:FORMAT, which cannot be loaded: "),
        ("number", "format 'number': reflist.source:SNIFFED is not a Format"),
        ("misnamed", "format 'misnamed' calls itself 'ris'"),
    ],
)
def test_what_is_not_a_format_is_named(name: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        registry.find(name)


@pytest.mark.usefixtures("with_added")
def test_an_added_format_claims_its_suffix() -> None:
    assert registry.claimed(Source("one.added", b"anything")) is ADDED
    assert registry.writer_for("one.added") is ADDED
    with pytest.raises(registry.UnclaimedError, match="this looks like Only written, which reflist cannot read yet"):
        registry.claimed(Source("one.unread", b"anything"))


@pytest.mark.usefixtures("with_added")
def test_those_that_cannot_be_loaded_are_reported() -> None:
    report = Report()
    assert registry.added(report) == [ADDED, READS_NOTHING]
    assert [finding.code for finding in report] == ["format-not-loaded"] * 4


@pytest.mark.parametrize(("name", "able"), [("csljson", True), ("csljsonl", True), ("cslyaml", True), ("ris", False)])
def test_a_format_declares_whether_it_can_hold_origins(name: str, able: bool) -> None:
    if able:
        assert registry.with_origin(registry.find(name)).write is registry.find(name).write_origin
    else:
        with pytest.raises(FormatError, match="'ris' cannot hold the places of values; these can: csljson, csljsonl, "):
            registry.with_origin(registry.find(name))


def test_no_other_package_is_asked_for_a_format_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "entry_points", None)
    assert registry.find("ris").name == "ris"


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("one.json", "not even JSON", "csljson"),
        ("ONE.JSON", "[]", "csljson"),
        ("one.txt", '[{"id": "doe", "type": "book"}]', "csljson"),
        ("one", "references:\n- id: doe\n  type: book\n", "cslyaml"),
        ("one.bib", "", "bibtex"),
        ("one.txt", "@book{doe, title = {Plain}}", "bibtex"),
        ("one.txt", "% a comment\n" * 200 + "@book{doe, title = {Plain}}\n", "bibtex"),
        ("one.txt", "Doe, J. (2001) Plain things, London: Sage.", None),
        ("one.ris", "@book{doe, title = {Plain}}", "bibtex"),
        ("one.bib", "TY  - BOOK\nER  - \n", "ris"),
        ("one.bib", "TY  - BOOK\n@book{doe, title = {Plain}}", "bibtex"),
        ("one.tsv", "id\ttitle\tauthor\tyear\n1\tPlain\tDoe\t2001\n", "tsv"),
        ("one.bib", "<1. >\nonly a suffix\n", "bibtex"),
        ("one.txt", "A page\n" + "that goes on\n" * 200 + "@book{doe, title = {Quoted}}\n", None),
    ],
)
def test_a_format_claims_its_own(name: str, text: str, format: str | None) -> None:
    claimed = registry.claimed(Source(name, text.encode()))
    assert (claimed.name if claimed else None) == format


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("one.txt", "cff-version: 1.2.0", "Citation File Format"),
        ("one", "FN An Index\nVR 1.0\n", "Web of Science tagged text"),
        ("one.yaml", "cff-version: 1.2.0\nreferences:\n- type: book\n", "Citation File Format"),
        ("one.json", '[{"itemType": "book", "title": "Plain"}]', "Zotero's own JSON .*"),
    ],
)
def test_what_cannot_be_read_yet_is_named(name: str, text: str, title: str) -> None:
    with pytest.raises(registry.UnclaimedError, match=f"this looks like {title}, which reflist cannot read yet"):
        registry.claimed(Source(name, text.encode()))


def test_a_suffix_decides_what_is_written() -> None:
    assert registry.writer_for("out/refs.bib").name == "bibtex"
    with pytest.raises(FormatError, match=r"'refs.txt' does not show which format to write: name one of bibtex, "):
        registry.writer_for("refs.txt")
    with pytest.raises(FormatError, match=r"\A'out.xml' may be endnotexml or mods: name which one to write\Z"):
        registry.writer_for("out.xml")


@pytest.mark.parametrize("name", ["page", "list"])
def test_free_text_has_names(name: str, seeds: list[Path]) -> None:
    read = registry.reader(name).read
    assert read is not None
    items = list(read(Source.from_path(seeds[4]), Report()))
    assert items


def test_usual_formats_are_those_of_their_suffix() -> None:
    found = {suffix: tuple(f.name for f in registry.formats() if suffix in f.suffixes) for suffix in registry.USUAL}
    assert found == registry.USUAL


def test_a_usual_format_is_recognised_without_loading_others() -> None:
    program = """if True:
        import sys
        from reflist.library.registry import claimed, format_by_suffix
        from reflist.source import Source
        found = claimed(Source("a.ris", b"TY  - GEN\\nER  - \\n")), format_by_suffix("b.RIS")
        print(*(format.name for format in found), "lxml" in sys.modules)
    """
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["ris", "ris", "False"]
