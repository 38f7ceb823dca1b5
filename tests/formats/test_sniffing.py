"""Formats told apart by content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import BUILT_IN, Format, built_in
from reflist.formats.sniffing import recognise, sniff
from reflist.model import Reference
from reflist.report import Report
from sniffed import sniffed
from strategies import references


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('[{"id": "a"}]', "csljson"),
        ('\ufeff \n{"items": [], "title": "x"}', "csljson"),
        ("[ ]", "csljson"),
        ("[1] Doe, J. (2001) A title.", None),
        ("{braces}", None),
        ("---\nreferences:\n- id: a\n", "cslyaml"),
        ("# a comment\n- id: a\n  type: book\n", "cslyaml"),
        ("title: A paper\nreferences:\n  - id: a\n", "cslyaml"),
        ("- an item\n- another\n", None),
        ("References\nDoe, J. (2001) A title.", None),
        ("References:\nDoe, J. (2001) A title.", None),
        ("@book{a, title={x}}", "bibtex"),
        ("% a comment\n\n@Article { key ,\n title = {x}}", "bibtex"),
        ('@string{x = "y"}', "bibtex"),
        ("mail me @ home (work)", None),
        ("TY  - JOUR\nER  - ", "ris"),
        ("\ufeff\nTY - JOUR\n", "ris"),
        ("PMID- 123\nOWN - NLM\n", "nbib"),
        ("%0 Journal Article\n%T A title\n", "refer"),
        ("%PDF-1.4 \n%x", None),
        ('<?xml version="1.0"?>\n<xml><records><record>', "endnotexml"),
        ('<?xml version="1.0"?>\n<modsCollection xmlns="x">', "mods"),
        ("", None),
    ],
)
def test_readable_formats(text: str, name: str | None) -> None:
    assert sniffed(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("@media screen { color: red }", None),
        ("mail me @ home (work)", None),
        ("%PDF-1.4 \n%x", None),
        ("FN Clarivate Analytics\nVR 1.0\n", "wos"),
        ('<collection xmlns="http://www.loc.gov/MARC21/slim">', "marcxml"),
        ("00714cam a2200205 a 4500", "marc21"),
        ('<?xml version="1.0"?><!DOCTYPE PubmedArticleSet><PubmedArticleSet>', "pubmedxml"),
        ('<article article-type="research-article">', "jats"),
        ('<TEI xmlns="http://www.tei-c.org/ns/1.0">', "tei"),
        ("cff-version: 1.2.0\n", "cff"),
        ("<!DOCTYPE html>\n<html><head>", "html"),
        ("<html><body>", "html"),
        ("Doe, J. (2001) A title.", None),
    ],
)
def test_formats_that_are_only_recognised(text: str, name: str | None) -> None:
    found = recognise(text)
    assert (found and found[0]) == name


def test_of_equals_the_first_claims_a_text() -> None:
    one = Format("one", "One", (), sniff=lambda _: 0.7)
    other = one._replace(name="other")
    none = Format("none", "None", (), sniff=lambda _: 0.4)
    assert sniff("text", [none, one, other]) is one
    assert sniff("text", [none]) is None


@given(st.lists(references(), min_size=1, max_size=2))
def test_what_we_write_is_recognised(written: list[Reference]) -> None:
    for name in BUILT_IN:
        format = built_in(name)
        assert format.write is not None
        if format.sniff is not None:
            assert format.sniff("".join(format.write(written, Report()))) >= 0.5


@given(st.text(st.sampled_from("{[<?!-@:% \n\tTYa1\"',")))
def test_any_text_is_looked_at_in_no_time(text: str) -> None:
    sniffed(text * 20)
    recognise(text * 20)
