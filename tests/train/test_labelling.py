"""From what people labelled to tags of tokens."""

from pathlib import Path

import pytest

from labelling import tags
from reflist.prose.labels import spans_of
from reflist.prose.tokens import tokenize
from sources import Part, Sample, samples


def spans(text: str, kind: str) -> list[tuple[str, str]]:
    """The labelled stretches of a part that is the whole text."""
    tokens = list(tokenize(text))
    found = spans_of(tokens, tags(Sample(text, (Part(kind, 0, len(text)),), ""), tokens))
    return [(span.label.value, text[span.start : span.end]) for span in found]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("author", "Smith, J., & Lind, P.,", [("author", "Smith, J., & Lind, P.")]),
        ("author", "Cabinet Office.", [("author", "Cabinet Office")]),
        ("author", "Smith, J. et al.", [("author", "Smith, J. et al.")]),
        ("editor", "In M. Rossi & K. Sato (Eds.),", [("editor", "M. Rossi & K. Sato")]),
        ("editor", "edited by Ann Lind,", [("editor", "Ann Lind")]),
        ("translator", "trans. by Ann Lind,", [("translator", "Ann Lind")]),
        ("title", "Against the grain.", [("title", "Against the grain")]),
        ("title", "The work of Smith, J.", [("title", "The work of Smith, J.")]),
        ("container", "In: The new town,", [("container-title", "The new town")]),
        ("place", "(London:", [("publisher-place", "London")]),
        ("publisher", "Wiley & Sons Inc.", [("publisher", "Wiley & Sons Inc.")]),
        ("date", "(2004a).", [("date", "2004a")]),
        ("date", "2004-2006.", [("date", "2004-2006")]),
        ("date", "12 March 2004.", [("day", "12 March"), ("date", "2004")]),
        ("date", "(2004, May)", [("date", "2004"), ("day", "May")]),
        ("date", "2004 [1962]", [("date", "2004"), ("original-date", "1962")]),
        ("date", "(in press)", [("status", "in press")]),
        ("date", "n.d.", []),
        ("date", "(Summer)", [("day", "Summer")]),
        ("date", "(12)", [("date", "12")]),
        ("volume", "14(2),", [("volume", "14"), ("issue", "2")]),
        ("volume", "vol. 14, no. 2-3,", [("volume", "14"), ("issue", "2-3")]),
        ("volume", "14, 2:", [("volume", "14"), ("issue", "2")]),
        ("volume", "14(no. 2)", [("volume", "14"), ("issue", "2")]),
        ("volume", "14 (1998)", [("volume", "14"), ("date", "1998")]),
        ("volume", "no. 7", [("issue", "7")]),
        ("volume", "2012;30(15):", [("date", "2012"), ("volume", "30"), ("issue", "15")]),
        ("volume", "XII", [("volume", "XII")]),
        ("volume", "(new series)", [("volume", "new series")]),
        ("volume", "14", [("volume", "14")]),
        ("issue", "(no. 3)", [("issue", "3")]),
        ("pages", "pp. 12–34.", [("page", "12–34")]),
        ("pages", "S. 12", [("page", "12")]),
        ("pages", "passim", []),
        ("chapter", "chapter 4", [("chapter-number", "4")]),
        ("edition", "2nd ed.", [("edition", "2nd")]),
        (
            "url",
            "Available at <https://example.org/a>, accessed 3 May 2010",
            [("URL", "https://example.org/a"), ("accessed", "3 May 2010")],
        ),
        ("url", "http://dx.doi.org/10.1234/abc.", [("DOI", "10.1234/abc")]),
        ("doi", "doi:10.1234/abc.", [("DOI", "10.1234/abc")]),
        ("author", "Viola, H. J., and Carolyn Margolis, eds.", [("editor", "Viola, H. J., and Carolyn Margolis")]),
        ("editor", "In K. Brown (gen. ed.),", [("editor", "K. Brown")]),
        ("series", "(Texte und Studien 20).", [("collection-title", "Texte und Studien 20")]),
        ("volume", "3(1):1–122,", [("volume", "3"), ("issue", "1"), ("page", "1–122")]),
        ("volume", "5:98–108,", [("volume", "5"), ("page", "98–108")]),
        ("volume", "81(4):044005,", [("volume", "81"), ("issue", "4"), ("page", "044005")]),
        ("volume", "43:17:", [("volume", "43"), ("issue", "17")]),
        ("volume", "2 vols.", [("number-of-volumes", "2")]),
        ("volume", "14(Suppl.1),", [("volume", "14"), ("issue", "Suppl.1")]),
        ("pages", "S.10 – 19", [("page", "10 – 19")]),
        ("pages", "S12-S20", [("page", "S12-S20")]),
        ("genre", "[Online].", []),
        ("isbn", "ISBN 0-123-45678-9.", [("ISBN", "0-123-45678-9")]),
        ("genre", "(PhD thesis).", [("thesis", "PhD thesis")]),
        ("genre", "Technical report 7.", [("report", "Technical report 7")]),
        ("note", "mimeo.", [("note", "mimeo")]),
    ],
)
def test_what_is_labelled_in_a_part(kind: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert spans(text, kind) == expected


def test_each_part_is_a_span_of_its_own() -> None:
    text = "Leeds London"
    tokens = list(tokenize(text))
    sample = Sample(text, (Part("place", 0, 5), Part("place", 6, 12)), "")
    assert [tag.begins for tag in tags(sample, tokens)] == [True, True]


ANYSTYLE = """<dataset>
  <sequence>
    <citation-number>[1]</citation-number><author>Lind, P.</author><title>Towns.</title><location>Leeds:</location>
    <note></note>
  </sequence>
  <sequence><editor>Sato, K. (Ed.)</editor><container-title>The clinic.</container-title></sequence>
</dataset>"""

GROBID = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><listBibl>
<bibl> <author>Lind,
 P</author>. <title level="a">Towns</title><lb/>In <title level="m">Places</title>
 <biblScope unit="vol">4</biblScope>(<biblScope type="x">b</biblScope>) <date>1999</date> <idno type="DOI">10.1/a</idno>
 <note type="report">Report</note> <note>x</note> <orgName type="institution">BBC</orgName><hi>y</hi> </bibl>
<bibl><orgName>BBC</orgName>, <title level="m">Radio</title>, <title level="s">Papers</title>, <idno>77</idno></bibl>
<bibl>nothing</bibl>
</listBibl></TEI>"""


def test_the_sources(tmp_path: Path) -> None:
    for name, text in (("anystyle/core.xml", ANYSTYLE), ("grobid/citations/a.xml", GROBID)):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    for name in ("gold", "good"):
        (tmp_path / f"anystyle/{name}.xml").write_text("<dataset/>", encoding="utf-8")
    found = [(s.text, [(p.kind, s.text[p.start : p.end]) for p in s.parts], s.file) for s in samples(tmp_path)]
    assert found == [
        ("[1] Lind, P. Towns. Leeds:", [("author", "Lind, P."), ("title", "Towns."), ("place", "Leeds:")], "core.xml"),
        ("Sato, K. (Ed.) The clinic.", [("editor", "Sato, K. (Ed.)"), ("title", "The clinic.")], "core.xml"),
        (
            "Lind, P. Towns In Places 4(b) 1999 10.1/a Report x BBCy",
            [
                *(("author", "Lind, P"), ("title", "Towns"), ("container", "Places"), ("volume", "4"), ("note", "b")),
                *(("date", "1999"), ("doi", "10.1/a"), ("genre", "Report"), ("note", "x"), ("publisher", "BBC")),
            ],
            "a.xml",
        ),
        (
            "BBC, Radio, Papers, 77",
            [("author", "BBC"), ("title", "Radio"), ("series", "Papers"), ("note", "77")],
            "a.xml",
        ),
    ]


def test_the_stop_of_a_last_initial_is_the_names() -> None:
    text = "Lind, P. 1861. Towns."
    tokens = list(tokenize(text))
    found = spans_of(tokens, tags(Sample(text, (Part("author", 0, 7), Part("date", 9, 14)), ""), tokens))
    assert [text[span.start : span.end] for span in found] == ["Lind, P.", "1861"]
