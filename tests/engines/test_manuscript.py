"""A manuscript: its citations and its bibliography, a function of the whole and of nothing else."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.csl import BadStyleError, Style, find_style
from reflist.engines import UnknownEngineError, citations_of, render_bibliography
from reflist.engines.own import OwnEngine
from reflist.model import Date, Name, Reference
from reflist.report import Place, Report
from reflist.text import Text

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>T</title></info>'
TITLE = '<text variable="title"/>'
JANE, JOHN = Name("Doe", "Jane"), Name("Doe", "John")


def book(id: str, title: str, author: Name = JANE, year: int = 2001) -> Reference:
    return Reference(id, "book", {"title": Text(title), "author": (author,), "issued": Date.of(year)})


BOOKS = [book("a", "Alpha"), book("b", "Beta"), book("c", "Gamma", Name("Roe", "R."), 1999), book("d", "Delta", JOHN)]


def cite(*ids: str, **more: Any) -> dict[str, Any]:
    """A citation of works; ``locator`` and such go to its first item."""
    mode = more.pop("mode", None)
    first, *rest = ids
    items = [{"id": first, **{name.replace("_", "-"): value for name, value in more.items()}}]
    return {"items": [*items, *({"id": id} for id in rest)], "mode": mode}


def texts(citations: list[dict[str, Any]], style: str = "harvard", report: Report | None = None) -> list[str]:
    """The citations, and the bibliography after them, as text."""
    report = Report() if report is None else report
    clusters = citations_of(citations, report)
    rendered = render_bibliography(BOOKS, style, engine_name="reflist", report=report, clusters=clusters)
    written = rendered.to_json("text")
    return [part["text"] for part in (*written["citations"], *written["bibliography"])]


def test_citations_and_what_they_cite() -> None:
    assert texts([cite("a", locator="5", prefix="see"), cite("c", mode="composite")]) == [
        "(see Doe, 2001, p. 5)",
        "Roe (1999)",
        "Doe, J. (2001) Alpha.",
        "Roe, R. (1999) Gamma.",
    ]


def test_only_cited_works_are_disambiguated() -> None:
    assert texts([cite("a")])[0] == "(Doe, 2001)"
    assert texts([cite("b"), cite("a")]) == [
        "(Doe, 2001b)",
        "(Doe, 2001a)",
        "Doe, J. (2001a) Alpha.",
        "Doe, J. (2001b) Beta.",
    ]


@pytest.mark.parametrize(
    ("silent", "titles"),
    [(["c"], ["Alpha", "Gamma"]), (["*"], ["Alpha", "Beta", "Delta", "Gamma"]), (["zz"], ["Alpha"])],
)
def test_works_that_are_not_cited_and_stand_in_the_bibliography(silent: list[str], titles: list[str]) -> None:
    written = texts([cite(*silent, mode="nocite"), cite("a")])
    assert written[0] == ""
    assert [title for title in titles if not any(title in entry for entry in written[2:])] == []
    assert len(written) == 2 + len(titles)


def test_what_is_not_cited_is_counted() -> None:
    report = Report()
    texts([cite("a", "c")], report=report)
    assert [str(found) for found in report] == ["note[reference-uncited] 2 of 4 references are not cited"]


def test_a_work_that_is_not_given() -> None:
    report = Report()
    assert texts([cite("zz"), cite("a", "zz", "b", "c")], report=report)[:2] == [
        "(zz?)",
        "(Roe, 1999; Doe, 2001a, 2001b; zz?)",
    ]
    unknown = [found.key for found in report if found.code == "citation-unknown-id"]
    assert unknown == ["1", "2"]


def test_an_id_of_two_works_means_the_first() -> None:
    report = Report()
    references = [BOOKS[0], BOOKS[2].replace(id="a"), BOOKS[0]]
    rendered = render_bibliography(
        references, "harvard", engine_name="reflist", report=report, clusters=citations_of([cite("a")], report)
    )
    assert rendered.to("text") == "Doe, J. (2001) Alpha.\n"
    assert [str(found) for found in report] == ["error[citation-ambiguous-id] two references have the id 'a' (1)"]


def styled(layout: str, macros: str = "") -> Style:
    return Style("test", f"{HEAD}{macros}<citation><layout>{layout}</layout></citation></style>".encode())


def test_a_style_without_a_bibliography_has_citations() -> None:
    report = Report()
    clusters = citations_of([cite("a")], report)
    rendered = render_bibliography(BOOKS[:1], styled(TITLE), engine_name="reflist", report=report, clusters=clusters)
    assert rendered.to_json() == {"citations": [{"id": "1", "text": "Alpha"}], "bibliography": []}


def test_a_citation_that_the_style_prints_nothing_of() -> None:
    report = Report()
    nameless = Reference("x", "book", {"title": Text("T")})
    dated = Reference("y", "book", {"author": (Name(literal="WHO"),), "issued": Date(literal="soon")})
    clusters = citations_of([cite("a", "y"), cite("x"), cite("e")], report)
    references = [BOOKS[0], nameless, dated, Reference("e", "book", {})]
    rendered = render_bibliography(
        references, styled('<text variable="note"/>'), engine_name="reflist", report=report, clusters=clusters
    )
    assert [entry.text.plain for entry in rendered.citations] == ["(Doe, 2001; WHO, soon)", "(T)", "(e)"]
    assert report.counts() == {"entry-not-formatted": 3}


def test_a_style_that_is_broken() -> None:
    report = Report()
    clusters = citations_of([cite("a")], report)
    style = styled(f'{TITLE}<text macro="m"/>')
    render_bibliography(BOOKS[:1], style, engine_name="reflist", report=report, clusters=clusters)
    assert [str(found) for found in report] == ["test.csl:1: error[style-macro-missing] there is no macro 'm'"]
    deep = "".join(f'<macro name="m{n}"><group><text macro="m{n + 1}"/></group></macro>' for n in range(2000))
    with pytest.raises(BadStyleError, match="nested too deeply"):
        render_bibliography(BOOKS, styled('<text macro="m0"/>', deep), engine_name="reflist", clusters=clusters)


def test_an_engine_for_lists_only() -> None:
    with pytest.raises(
        UnknownEngineError, match="'citeproc-py' formats lists only: citations need a CSL style and the engine reflist"
    ):
        render_bibliography(BOOKS, "apa", engine_name="citeproc-py", clusters=[])


CITATIONS = st.builds(
    cite,
    st.sampled_from(["a", "b", "c", "d", "zz"]),
    st.sampled_from("abcd"),
    locator=st.sampled_from(["", "5", "6-7"]),
    mode=st.sampled_from([None, None, "composite", "author-only", "suppress-author", "nocite"]),
)
ENGINE = OwnEngine()


def formatted(engine: OwnEngine, style: str, citations: list[dict[str, Any]]) -> Any:
    numbered = [citation | {"id": str(place), "note": place} for place, citation in enumerate(citations, 1)]
    return engine.write(BOOKS, citations_of(numbered, Report()), find_style(style), None, Report())


@pytest.mark.untraced  # other tests reach the same lines
@pytest.mark.parametrize("style", ["harvard", "apa"])
@given(st.lists(CITATIONS, max_size=5), CITATIONS, st.integers(0, 5))
def test_a_citation_put_in_gives_what_formatting_from_scratch_gives(
    style: str, citations: list[dict[str, Any]], one: dict[str, Any], place: int
) -> None:
    formatted(ENGINE, style, citations)
    more = [*citations[:place], one, *citations[place:]]
    assert formatted(ENGINE, style, more) == formatted(OwnEngine(), style, more)


def test_positions_follow_from_the_whole_document() -> None:
    layout = f'<choose><if position="ibid"><text value="ibid"/></if><else>{TITLE}</else></choose>'
    for citations, expected in (
        ([cite("a"), cite("a")], ["Alpha", "ibid"]),
        ([cite("a"), cite("c"), cite("a")], ["Alpha", "Gamma", "Alpha"]),
    ):
        rendered = render_bibliography(
            BOOKS, styled(layout), engine_name="reflist", clusters=citations_of(citations, Report())
        )
        assert [entry.text.plain for entry in rendered.citations] == expected


def test_places_of_a_manuscript_without_a_file() -> None:
    assert citations_of([cite("a")], Report())[0].places == (Place(),)
