"""Formats recognised by content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats import BUILT_IN, Format, built_in
from reflist.formats.foreign import recognise
from reflist.formats.sniffing import sniff
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
        ("---\nreferences:\n- id: a\n---\n", "cslyaml"),
        ("---\nreferences:\n- id: a\n...\n\nA manuscript cites @a.\n", None),
        ("---\ntitle: A paper\n---\n\nreferences:\n\n- none\n", None),
        ("# a comment\n- id: a\n  type: book\n", "cslyaml"),
        ("title: A paper\nreferences:\n  - id: a\n", "cslyaml"),
        ("- an item\n- another\n", None),
        ("References\nDoe, J. (2001) A title.", None),
        ("References:\nDoe, J. (2001) A title.", None),
        ("@book{a, title={x}}", "bibtex"),
        ("% a comment\n\n@Article { key ,\n title = {x}}", "bibtex"),
        ('@string{x = "y"}', "bibtex"),
        ("mail me @ home (work)", None),
        ("@media screen { color: red }", None),
        ("TY  - JOUR\nER  - ", "ris"),
        ("\ufeff\nTY - JOUR\n", "ris"),
        ("@online{x, title = {T}, date = {2007}}", "biblatex"),
        ("@book{x,\n  title = {T},\n  publisher = {P},\n}", "bibtex"),
        ("@article{x,\n  journal = {J},\n  year = 2007,\n  date = {2007},\n}", "bibtex"),
        ("@article{x,\n  journaltitle = {J},\n  year = 2007,\n  subtitle = {S}\n}", "biblatex"),
        ("PMID- 123\nOWN - NLM\n", "nbib"),
        ("%0 Journal Article\n%T A title\n", "refer"),
        ("%A Doe, Jane\n", "refer"),
        ("%PDF-1.4 \n%x", None),
        ('<?xml version="1.0"?>\n<xml><records><record>', "endnotexml"),
        ('<?xml version="1.0"?>\n<modsCollection xmlns="x">', "mods"),
        ("", None),
    ],
)
def test_readable_formats(text: str, name: str | None) -> None:
    assert sniffed(text) == name


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
def test_any_text_is_looked_at(text: str) -> None:
    sniffed(text * 20)


def test_lines_far_to_the_right_are_looked_at_once() -> None:
    """If the space before each line were divided in every possible way, this would never end."""
    assert recognise("key:\n" + (" " * 12 + "x: y\n") * 60) is None
