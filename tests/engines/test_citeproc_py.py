"""The engine around citeproc-py, where no case page shows it: other people's styles, strange data, what is kept."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflist.csl import Style, find_style
from reflist.engines import Rendered, citeproc_py, render_bibliography
from reflist.model import KINDS, TYPES, Date, Kind, Name, Reference, Value, from_csl
from reflist.report import Report
from reflist.text import Mark, Span, Text

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title></info>'


def style(layout: str, *, sort: str = "", citation: str = "", bibliography: str = "", head: str = "") -> Style:
    """A style of one layout."""
    text = f"""{HEAD}{head}<citation {citation}><layout><text variable="title"/></layout></citation>
    <bibliography {bibliography}>{sort}<layout>{layout}</layout></bibliography></style>"""
    return Style("test", text.encode())


def formatted(
    references: Sequence[Reference], in_style: Style | str, locale: str | None = None, report: Report | None = None
) -> Rendered:
    """References formatted by this engine."""
    return render_bibliography(references, in_style, locale, "citeproc-py", report)


def lines(items: list[dict[str, Any]], in_style: Style | str, locale: str | None = None) -> list[str]:
    """The entries of CSL-JSON items as text."""
    rendered = formatted([from_csl(item) for item in items], in_style, locale)
    return rendered.to("text").splitlines()


def book(id: str, **variables: Any) -> dict[str, Any]:
    return {"id": id, "type": "book", **{name.replace("_", "-"): value for name, value in variables.items()}}


YEARS = '<date variable="issued" suffix=": "><date-part name="year"/></date><text variable="title"/>'


def test_the_letter_follows_the_year_if_the_style_names_no_place() -> None:
    items = [book(title, title=title, issued={"date-parts": [[1999]]}) for title in "BA"]
    in_style = style(YEARS, citation='disambiguate-add-year-suffix="true"')
    assert lines(items, in_style) == ["1999a: B", "1999b: A"]


def test_no_letters_where_the_style_wants_none() -> None:
    items = [book(title, title=title, issued={"date-parts": [[1999]]}) for title in "BA"]
    assert lines(items, style(YEARS)) == ["1999: B", "1999: A"]


def test_works_without_a_place_for_the_letter_get_none() -> None:
    items = [book("x", title="X"), book("y", title="Y")]
    assert lines(items, style(YEARS, citation='disambiguate-add-year-suffix="true"')) == ["X", "Y"]


def test_entries_are_numbered_in_the_order_of_the_list() -> None:
    items = [book("b", title="B"), book("a", title="A")]
    layout = '<text variable="citation-number" prefix="[" suffix="]"/><text variable="title"/>'
    assert lines(items, style(layout, bibliography='second-field-align="flush"')) == ["[1] B", "[2] A"]
    number = '<number variable="citation-number"/><text variable="title" prefix=". "/>'
    sort = '<sort><key variable="title"/></sort>'
    assert lines(items, style(number, sort=sort)) == ["1. A", "2. B"]


def test_keys_run_backwards_and_what_lacks_them_comes_last() -> None:
    items = [book("n", title="N"), book("o", title="O", volume="9"), book("p", title="P", volume="10")]
    sort = '<sort><key variable="volume" sort="descending"/><key variable="title"/></sort>'
    assert lines(items, style('<text variable="title"/>', sort=sort)) == ["P", "O", "N"]


def test_dates_are_sort_keys_through_macros() -> None:
    macros = """<macro name="when"><text macro="year"/></macro>
    <macro name="year"><date variable="issued"><date-part name="year"/></date></macro>"""
    sort = '<sort><key macro="when"/><key variable="title"/></sort>'
    items = [
        book("z", title="A", issued={"date-parts": [[2000]]}, year_suffix="b"),
        book("y", title="B", issued={"date-parts": [[2000]]}, year_suffix="a"),
        book("x", title="C", issued={"date-parts": [[1999]]}),
    ]
    assert lines(items, style('<text variable="title"/>', sort=sort, head=macros)) == ["C", "B", "A"]


def test_a_key_by_the_date_itself_and_a_macro_that_is_not_there() -> None:
    sort = '<sort><key macro="gone"/><key variable="issued"/></sort>'
    report = Report()
    references = [from_csl(book("x", title="C"))]
    rendered = formatted(references, style('<text variable="title"/>', sort=sort), report=report)
    assert rendered.to("text") == "C.\n"
    assert [found.code for found in report] == ["entry-not-formatted"]


def test_a_name_that_stood_in_is_not_printed_again() -> None:
    layout = """<names variable="author"><substitute><names variable="editor"/></substitute></names>
    <text variable="title" prefix=": "/><names variable="editor" prefix=", ed. "/>"""
    items = [
        book("a", title="A", editor=[{"family": "Ng"}]),
        book("b", title="B", author=[{"family": "Oy"}], editor=[{"family": "Ng"}]),
    ]
    assert lines(items, style(layout)) == ["Ng: A", "Oy: B, ed. Ng"]


def test_a_localised_range_of_days() -> None:
    layout = '<date variable="issued" form="text" prefix="on "/>'
    item = book("x", issued={"date-parts": [[2013, 9, 17], [2013, 9, 18]]})
    assert lines([item | {"title": "T"}], style(layout)) == ["on September 17–18, 2013"]
    assert lines([item | {"title": "T"}], style(layout), "en-GB") == ["on 17–18 September 2013"]
    months = '<date variable="issued" form="text" date-parts="year-month"/>'
    assert lines([item | {"title": "T"}], style(months)) == ["September 2013"]


def test_a_range_in_the_words_of_the_style() -> None:
    layout = """<date variable="issued"><date-part name="month" suffix=" " range-delimiter=" to "/>
    <date-part name="year"/></date><text variable="title"/>"""
    item = book("x", title="", issued={"date-parts": [[2013, 3], [2013, 5]]}, volume="1")
    assert lines([item], style(layout)) == ["March to May 2013"]
    other_years = book("x", title="", issued={"date-parts": [[2012, 3], [2013, 5]]}, volume="1")
    assert lines([other_years], style(layout)) == ["March 2012–May 2013"]


def test_an_open_range() -> None:
    reference = Reference("x", "book", {"issued": Date(((1990,), ())), "title": Text("T")})
    layout = '<date variable="issued"><date-part name="year"/></date>'
    assert formatted([reference], style(layout)).to("text") == "1990–\n"


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        (Date(((1999, 21),)), "Spring 1999"),
        (Date(((1999, 14),)), "Summer 1999"),
        (Date(((1999,),), season="Winter"), "Winter 1999"),
        (Date(((1999,),), season="3"), "Autumn 1999"),
        (Date(((1999,),), season="Michaelmas"), "1999"),
        (Date(((1999, 2, 31, 5),)[:1]), "31 February 1999"),
        (Date(((1999, 17),)), "1999"),
        (Date(((1999, 5, 99),)), "May 1999"),
        (Date(((-44,),)), "44 BC"),
        (Date(literal="in the 'nineties"), "in the ’nineties"),
        (Date(((),)), ""),
    ],
)
def test_dates_of_every_kind(date: Date, printed: str) -> None:
    layout = """<text variable="title" suffix=" "/><date variable="issued"><date-part name="day" suffix=" "/>
    <date-part name="month" suffix=" "/><date-part name="year"/></date>"""
    reference = Reference("x", "book", {"title": Text("T"), "issued": date})
    assert formatted([reference], style(layout), "en-GB").to("text").strip() == f"T {printed}".strip()


def test_words_that_keep_their_case() -> None:
    title = Text("the WHO and iPads", [Span(12, 17, Mark.NO_CASE), Span(4, 7, Mark.NO_CASE)])
    reference = Reference("x", "book", {"title": title})
    upper = style('<text variable="title" text-case="uppercase"/>')
    assert formatted([reference], upper).to("text") == "THE WHO AND IPADS\n"


def test_a_bibliography_has_no_locators() -> None:
    layout = """<choose><if variable="locator"><text variable="locator"/></if>
    <else><text variable="title"/></else></choose>
    <group delimiter=" "><label variable="locator"/><text variable="locator"/></group>"""
    assert lines([book("x", title="T")], style(layout)) == ["T"]


def test_old_and_new_names_of_variables() -> None:
    item = book("x", title="T", event_title="Fair") | {"shortTitle": "t"}
    layout = '<text variable="event" suffix=" "/><text variable="title" form="short"/>'
    assert lines([item], style(layout)) == ["Fair t"]


@pytest.mark.parametrize("doi", ["10.1/x", "doi:10.1/x", "https://doi.org/10.1/x", "http://dx.doi.org/10.1/x"])
def test_a_doi_is_printed_without_what_came_with_it(doi: str) -> None:
    assert lines([book("x", title="T", DOI=doi)], style('<text variable="DOI" prefix="doi "/>')) == ["doi 10.1/x"]


def test_labels_of_counted_things() -> None:
    layout = '<label variable="number-of-pages" form="short" suffix=" "/><text variable="number-of-pages"/>'
    for value, printed in (("200", "pp. 200"), ("1", "p. 1"), ("some", "p. some")):
        assert lines([book("x", title="T", number_of_pages=value)], style(layout)) == [printed]


def test_strange_characters_become_spaces_or_nothing() -> None:
    title = "Soft\u00adhyphen,\u00a0space\nand\ttab \ufdd0\u200b x\ufeff"
    assert lines([book("x", title=title)], style('<text variable="title"/>')) == ["Softhyphen, space and tab \ufffd x"]
    marked = Text("a\u00a0\ufdd5b", [Span(0, 1, Mark.ITALIC)])
    rendered = formatted([Reference("x", "book", {"title": marked})], style('<text variable="title"/>'))
    assert rendered.to("html").count("<i>a</i> \ufffdb") == 1


def test_decorations_that_no_output_has_are_left_out() -> None:
    layout = """<text variable="title" text-decoration="underline" font-weight="light"/>
    <text variable="volume" font-variant="small-caps" prefix=" "/><text variable="note" vertical-align="sup"/>
    <text variable="genre" vertical-align="sub" font-weight="bold" font-style="oblique"/>"""
    rendered = formatted([from_csl(book("x", title="T", volume="v", note="n", genre="g"))], style(layout))
    assert [span.mark for span in rendered.entries[0].text.spans] == [
        Mark.SMALL_CAPS,
        Mark.SUP,
        Mark.ITALIC,
        Mark.BOLD,
        Mark.SUB,
    ]


def test_an_entry_that_fails_gets_a_plain_one_and_the_rest_is_formatted() -> None:
    report = Report()
    items = [
        book("plain", author=[{"family": "Doe", "given": "J."}, {"literal": "BBC"}], title="T.", volume="2"),
        book("nothing", author=[{"family": "Roe"}], status="in press"),
        book("fine", title="Fine", language="en-GB", collection_title="s"),
    ]
    layout = '<choose><if variable="collection-title"><text variable="title"/></if></choose>'
    rendered = formatted([from_csl(item) for item in items], style(layout), report=report)
    assert rendered.to("text").splitlines() == ["Doe, J., BBC. T.", "Roe (in press).", "Fine"]
    assert [str(found) for found in report] == [
        "error[entry-not-formatted] the style prints nothing for it (plain)",
        "error[entry-not-formatted] the style prints nothing for it (nothing)",
    ]


def test_a_style_that_calls_itself_costs_its_entries_but_does_not_hang() -> None:
    report = Report()
    loop = '<macro name="m"><text macro="m"/></macro>'
    rendered = formatted([from_csl(book("x", title="T"))], style('<text macro="m"/>', head=loop), report=report)
    assert rendered.to("text") == "T.\n"
    assert "RecursionError" in report.diagnostics[0].message


def test_the_same_list_twice_and_a_reference_in_two_lists() -> None:
    items = [book(key, title=key, issued={"date-parts": [[2000]]}) for key in ("one", "two")]
    assert lines(items, "apa") == lines(list(reversed(items)), "apa")
    again = [book("other id", title="one", issued={"date-parts": [[2000]]}, year_suffix="q")]
    assert lines(again, "apa") == ["one. (2000)."]


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(citeproc_py, "STYLES_KEPT", 1)
    monkeypatch.setattr(citeproc_py, "DRAFTS_KEPT", 1)
    formatter = citeproc_py.CiteprocPy()
    references = [from_csl(book(title, title=title)) for title in "AB"]
    for locale in ("en-GB", "en-US", "en-GB"):
        entries = formatter.render(references, find_style("harvard"), locale, Report())
        assert [entry.text.plain for entry in entries] == ["A (no date).", "B (no date)."]
    assert len(formatter._prepared) == 1


@pytest.mark.parametrize("name", ["ieee", "chicago-author-date", "modern-language-association", "nature", "din-1505-2"])
def test_other_peoples_styles(name: str) -> None:
    report = Report()
    item = {
        "id": "x",
        "type": "article-journal",
        "author": [{"family": "Ostrom", "given": "Elinor"}],
        "title": "Crossing the great divide",
        "container-title": "World Development",
        "volume": "24",
        "issue": "6",
        "page": "1073-1087",
        "issued": {"date-parts": [[1996]]},
    }
    rendered = formatted([from_csl(item)], name, report=report)
    assert len(report) == 0
    for part in ("Ostrom", "24", "1073–", "1996"):
        assert part in rendered.to("text")


NAMES = st.builds(Name, *[st.text(max_size=8)] * 5, st.booleans(), st.just(""))
DATES = st.builds(
    Date,
    st.lists(st.lists(st.integers(-3000, 3000), max_size=3).map(tuple), max_size=2).map(tuple),
    st.sampled_from(["", "1", "spring", "9"]),
    st.booleans(),
    st.text(max_size=8),
)
TEXTS = st.one_of(
    st.text(max_size=20).map(Text),
    st.text(min_size=4, max_size=20).map(
        lambda plain: Text(plain, [Span(1, 3, Mark.ITALIC), Span(0, 2, Mark.NO_CASE)])
    ),
    st.sampled_from(["‘a’", "“b", "'c' d'", "e?", "f.", "<i>", "\\", "- x"]).map(Text),
)
BY_KIND: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.NAMES: st.lists(NAMES, min_size=1, max_size=3).map(tuple),
    Kind.DATE: DATES,
    Kind.TEXT: TEXTS,
    Kind.NUMBER: st.text(max_size=8) | st.sampled_from(["12", "3-7", "IV", "2, 3", "11-12 & 13"]),
    Kind.VERBATIM: st.text(max_size=8),
}
VARIABLES = st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=12, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({name: BY_KIND[KINDS[name]] for name in names})
)
"""A dozen variables at most, as in real works: to think of a hundred takes ten times as long as to format them."""


@settings(max_examples=30, deadline=timedelta(seconds=5))
@given(
    type=st.sampled_from(sorted(TYPES)),
    variables=VARIABLES,
    in_style=st.sampled_from(["apa", "harvard", "ieee"]),
)
def test_nothing_is_too_strange(type: str, variables: dict[str, Value], in_style: str) -> None:
    rendered = formatted([Reference("id", type, variables)], in_style)
    text = rendered.entries[0].text
    assert text.plain.strip()
    assert not any("\ufdd0" <= character <= "\ufdef" for character in text.plain)
    for output in ("text", "html", "markdown", "latex", "rtf"):
        assert rendered.to(output)


def test_a_name_of_nothing_is_not_a_name() -> None:
    reference = Reference("x", "book", {"author": (Name(),), "title": Text("T"), "issued": Date.of(2001)})
    assert formatted([reference], "harvard").to("text") == "T (2001).\n"
