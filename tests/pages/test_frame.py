"""The frame of a formatted list, and the fragment for notebooks."""

from pages.tree import Page
from reflist.pages import document, notebook
from reflist.text import Mark, Text


def test_a_document_is_whole_and_loads_nothing() -> None:
    written = document("Papers & <others>", '<div class="csl-bib-body"><div class="csl-entry">One</div></div>', "en-GB")
    tree = Page(written)
    assert written.startswith("<!DOCTYPE html>")
    assert tree.root.get("lang") == "en-GB"
    assert tree.text("title") == tree.text("h1") == "Papers & <others>"
    assert tree.texts("main .csl-entry") == ["One"]
    assert not tree.all("script, link, [src]")
    assert "script-src" not in tree.one("meta[http-equiv]").get("content", "")


def test_a_document_is_the_same_each_time() -> None:
    assert document("A", "<p>B</p>") == document("A", "<p>B</p>")


def test_a_notebook_shows_the_first_entries_and_how_many_there_are() -> None:
    entries = [Text("One <").marked(Mark.ITALIC), Text("Two"), Text("Three")]
    tree = Page(notebook(entries, shown=2))
    assert tree.texts("p") == ["3 references", "One <", "Two", "and 1 more"]
    assert tree.texts("i") == ["One <"]


def test_a_small_library_is_shown_whole() -> None:
    assert Page(notebook([Text("One")])).texts("p") == ["1 reference", "One"]
