"""The interface of engines: engines by name, what a rendered bibliography can do."""

import pytest

from reflist.csl import BadStyleError, Style, UnknownStyleError, find_style
from reflist.engines import UnknownEngineError, UnknownOutputError, engine, render_bibliography
from reflist.model import Date, Name, Reference
from reflist.report import Report
from reflist.text import Text

DOE = Reference("doe", "book", {"author": (Name("Doe", "Jane"),), "title": Text("On <this>"), "issued": Date.of(2001)})


def test_engines_are_made_once() -> None:
    assert engine("reflist") is engine()
    assert engine("citeproc-py") is engine("citeproc-py")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("citeproc", r"unknown engine 'citeproc': did you mean 'citeproc-py'\?"),
        ("zzz", "unknown engine 'zzz': there is reflist, citeproc-py, pybtex"),
    ],
)
def test_an_unknown_engine(name: str, message: str) -> None:
    with pytest.raises(UnknownEngineError, match=message):
        render_bibliography([DOE], "apa", engine_name=name)


def test_an_unknown_style() -> None:
    with pytest.raises(UnknownStyleError):
        render_bibliography([DOE], "aap")


def test_a_rendered_bibliography() -> None:
    rendered = render_bibliography([DOE], find_style("apa"))
    assert [entry.id for entry in rendered.entries] == ["doe"]
    assert rendered.entries[0].text.plain == "Doe, J. (2001). On <this>."
    assert len(rendered) == 1
    assert str(rendered) == "Doe, J. (2001). On <this>.\n"
    assert repr(rendered) == "<Rendered: 1 entry, apa>"
    assert "&lt;this&gt;" in rendered._repr_html_()
    assert rendered.lang == "en-US"
    assert len(rendered.report) == 0


def test_entries_without_an_id_are_distinguished() -> None:
    rendered = render_bibliography([DOE.replace(id=""), DOE.replace(id="")], "apa")
    assert [entry.id for entry in rendered.entries] == ["doe2001onThis", "doe2001onThis#2"]
    assert 'id="ref-doe2001onThis#2"' in rendered.to("html")


def test_the_output_it_shows_itself_in() -> None:
    rendered = render_bibliography([DOE], "apa")
    rendered.output = "latex"
    assert str(rendered) == rendered.to("latex")


def test_an_unknown_output() -> None:
    with pytest.raises(UnknownOutputError, match="unknown output 'pdf': choose from text, html, markdown, latex, rtf"):
        render_bibliography([DOE], "apa").to("pdf")


def test_an_unknown_language_is_reported_and_english_used() -> None:
    report = Report()
    rendered = render_bibliography([DOE], "harvard", "tlh-XX", report=report)
    assert str(rendered) == "Doe, J. (2001) On <this>.\n"
    assert [str(found) for found in report] == ["loss[locale-unknown] no locale 'tlh-XX': en-US is used"]


def test_a_style_for_citations_only() -> None:
    style = b"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
    <info><title>T</title></info><citation><layout><text variable="title"/></layout></citation></style>"""
    for engine_name in ("reflist", "citeproc-py"):
        with pytest.raises(BadStyleError, match="style 'only' formats citations only"):
            render_bibliography([DOE], Style("only", style), engine_name=engine_name)
