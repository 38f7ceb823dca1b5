"""From labelled parts to values: each normaliser, and parts that it cannot read."""

import pytest

import reflist
from reflist.model import to_csl
from reflist.prose.labels import Label, Span
from reflist.prose.reference import read_string
from reflist.prose.values.cleaning import clean
from reflist.prose.values.filling import Reading
from reflist.prose.values.habits import NO_HABITS, Habits
from reflist.prose.values.normalise import normalise
from reflist.prose.values.ranges import Ranges
from reflist.report import Place, Report


def reading(text: str, *labels: tuple[str, Label], habits: Habits = NO_HABITS) -> Reading:
    """A string with parts labelled in order; each is searched for after the one before."""
    spans, begin = [], 0
    for printed, label in labels:
        start = text.index(printed, begin)
        begin = start + len(printed)
        spans.append(Span(label, start, begin))
    result = Reading(text, spans, habits)
    normalise(result)
    return result


def values(text: str, *labels: tuple[str, Label]) -> dict[str, object]:
    """The variables of CSL-JSON that the parts give, and the extras by their tags."""
    draft = reading(text, *labels).draft
    item = {key: value for key, value in to_csl(draft.build()).items() if key not in ("id", "type", "custom")}
    return item | {tag: raws for (_, tag), raws in draft.kept.items()}


DAYS = {"date-parts": [[2011, 5, 3], [2011, 5, 4]]}


@pytest.mark.parametrize(
    ("printed", "label", "expected"),
    [
        ("2006a", Label.DATE, {"issued": {"date-parts": [[2006]]}, "year-suffix": "a"}),
        ("2006–07", Label.DATE, {"issued": {"date-parts": [[2006], [2007]]}}),
        ("2006/2008", Label.DATE, {"issued": {"date-parts": [[2006], [2008]]}}),
        ("n.d.", Label.DATE, {"issued": {"literal": "n.d."}}),
        ("[1978]", Label.ORIGINAL_DATE, {"original-date": {"date-parts": [[1978]]}}),
        ("long ago", Label.ORIGINAL_DATE, {"original-date": {"literal": "long ago"}}),
        ("3 May 2011", Label.ACCESSED, {"accessed": {"date-parts": [[2011, 5, 3]]}}),
        ("Nachdruck 1987", Label.ACCESSED, {"accessed": ["Nachdruck 1987"]}),
        ("3 May", Label.DAY, {"date": ["3 May"]}),
        ("one day", Label.DAY, {"date": ["one day"]}),
        ("3 May", Label.EVENT_DATE, {"event-date": ["3 May"]}),
        ("3–4 May 2011", Label.EVENT_DATE, {"event-date": DAYS, "issued": {"date-parts": [[2011]]}}),
        ("4th", Label.EDITION, {"edition": "4"}),
        ("12", Label.EDITION, {"edition": "12"}),
        ("Second", Label.EDITION, {"edition": "2"}),
        ("(revised)", Label.EDITION, {"edition": "revised"}),
        ("3 – 4", Label.ISSUE, {"issue": "3-4"}),
        ("310–17", Label.PAGES, {"page": "310-317"}),
        ("http://a.org/b–c", Label.URL, {"URL": "http://a.org/b-c"}),
        ("NESS Report 024", Label.REPORT, {"genre": "NESS Report", "number": "024"}),
        ("Think pieces 47", Label.REPORT, {"collection-title": "Think pieces", "collection-number": "47"}),
        ("Adults’ Services", Label.REPORT, {"collection-title": "Adults’ Services"}),
        ("unpublished PhD thesis,", Label.THESIS, {"genre": "unpublished PhD thesis"}),
        ("Conduct Act 1997", Label.STATUTE, {"title": "Conduct Act 1997"}),
        ("speech to the", Label.SPEECH, {}),
        ("**", Label.NOTE, {}),
        ("Abel, R. et al.", Label.AUTHOR, {"author": ["et al."]}),
    ],
)
def test_one_part(printed: str, label: Label, expected: dict[str, object]) -> None:
    got = values(f"xx {printed} xx", (printed, label))
    if label is Label.AUTHOR:  # the name itself is tested with the grammar of names
        assert got.keys() == expected.keys()
    else:
        assert got == expected


def test_names_set_in_bold() -> None:
    got = values("**Abel, R.** and <b>Bell, C.</b>", ("**Abel, R.** and <b>Bell, C.</b>", Label.AUTHOR))
    assert got == {"author": [{"family": "Abel", "given": "R."}, {"family": "Bell", "given": "C."}]}


def test_names_of_two_parts_are_one_list() -> None:
    got = values("Abel, R. and Bell, C.", ("Abel, R.", Label.EDITOR), ("Bell, C.", Label.EDITOR))
    assert got == {"editor": [{"family": "Abel", "given": "R."}, {"family": "Bell", "given": "C."}]}


@pytest.mark.parametrize(
    ("printed", "given"),
    [
        ("Nguyen TH, Sato K.", ["TH", "K"]),
        ("Lind P.", ["P"]),
        ("Lind, P.", ["P."]),
        ("Lind, P., Sato K.", ["P.", "K."]),
    ],
)
def test_a_stop_after_initials_without_stops_ends_the_sentence(printed: str, given: list[str]) -> None:
    author = values(printed, (printed, Label.AUTHOR))["author"]
    assert isinstance(author, list)
    assert [name["given"] for name in author] == given


def test_a_place_with_a_publisher_in_it() -> None:
    both, part = "Philadelphia: Saunders", ("Philadelphia: Saunders", Label.PLACE)
    assert values(both, part) == {"publisher-place": "Philadelphia", "publisher": "Saunders"}
    bracketed = "[Brighton]"
    assert values(bracketed, (bracketed, Label.PLACE)) == {"publisher-place": "Brighton"}
    assert values(f"{both}, Sage", part, ("Sage", Label.PUBLISHER)) == {"publisher-place": both, "publisher": "Sage"}


def test_a_part_without_a_name_is_no_editor() -> None:
    assert values("et al.", ("et al.", Label.EDITOR)) == {"editor": ["et al."]}


def test_reports_add_up() -> None:
    got = values("HC 888, Session 2012–13", ("HC 888", Label.REPORT), ("Session 2012–13", Label.REPORT))
    assert got == {"number": "HC 888, Session 2012–13"}
    got = values("White paper: Working Paper", ("White paper", Label.REPORT), ("Working Paper", Label.REPORT))
    assert got == {"genre": "White paper, Working Paper"}


@pytest.mark.parametrize(
    ("year", "day", "label", "expected"),
    [
        ("2013", "1718 September", Label.DAY, {"issued": {"date-parts": [[2013, 9, 17], [2013, 9, 18]]}}),
        ("2013", "3 May 2013", Label.DAY, {"issued": {"date-parts": [[2013, 5, 3]]}}),
        ("2013", "3 May 2012", Label.DAY, {"issued": {"date-parts": [[2013]]}, "date": ["3 May 2012"]}),
        ("2013", "3 May 2012", Label.EVENT_DATE, {"issued": {"date-parts": [[2013]]}, "event-date": [[2012, 5, 3]]}),
    ],
)
def test_a_day_beside_a_year(year: str, day: str, label: Label, expected: dict[str, object]) -> None:
    got = values(f"{year} {day}", (year, Label.DATE), (day, label))
    if "event-date" in got:
        got["event-date"] = got["event-date"]["date-parts"]  # type: ignore[index]  # values of several shapes
    assert got == expected


def test_a_day_before_its_year() -> None:
    assert values("3 May 2001", ("3 May", Label.DAY), ("2001", Label.DATE)) == {
        "issued": {"date-parts": [[2001, 5, 3]]}
    }


@pytest.mark.parametrize(
    ("text", "pages", "expected"),
    [
        ("pp. 1935", "1935", "19-35"),
        ("S. 1935", "1935", "19-35"),
        ("p. 1259", "1259", "1259"),
        ("article no. 1259", "1259", "1259"),
        ("Journal, 3, 135", "135", "135"),
        ("Journal, 3, 6985", "6985", "69-85"),
        ("Journal, 3, 102118", "102118", "102-118"),
    ],
)
def test_ranges_that_lost_their_dash(text: str, pages: str, expected: str) -> None:
    assert values(f"A title. {text}", ("A title", Label.TITLE), (pages, Label.PAGES))["page"] == expected


def test_a_first_page_that_is_cited_without_a_title() -> None:
    assert values("Phys. Rev. 45, 1230", ("45", Label.VOLUME), ("1230", Label.PAGES))["page"] == "1230"


@pytest.mark.parametrize(
    ("year", "issue", "page"), [("2019", "", "102118"), ("2011", "", "102-118"), ("2019", "4", "102-118")]
)
def test_six_digits_are_an_article_number_of_late(year: str, issue: str, page: str) -> None:
    issues = [(issue, Label.ISSUE)] if issue else []
    text = f"{year} A title. Journal {issue}, 102118"
    got = values(text, (year, Label.DATE), ("A title", Label.TITLE), *issues, ("102118", Label.PAGES))
    assert got["page"] == page


@pytest.mark.parametrize(
    ("year", "printed", "page"),
    [
        ("2019", "102118", "102118"),
        ("2019", "397424", "397-424"),
        ("2022", "142148", "142148"),
        ("2022", "397424", "397-424"),
        ("2022", "10311041", "1031-1041"),
    ],
)
def test_article_numbers_in_a_list_without_dashes(year: str, printed: str, page: str) -> None:
    labels = (year, Label.DATE), ("A title", Label.TITLE), (printed, Label.PAGES)
    draft = reading(f"{year} A title. Journal, {printed}", *labels, habits=Habits(Ranges(lossy=True))).draft
    assert draft.variables["page"] == page


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("A title.", "A title"),
        ("A  title,", "A title"),
        ("*A* _title_", "A title"),
        ("<i>A</i>: <em>title</em>", "A: title"),
        ("‘A title,’", "A title"),
        ("‘A’ and ‘B’", "‘A’ and ‘B’"),
        ("“Lee’s ‘Crazy Broadcast’: Party.”", "Lee’s ‘Crazy Broadcast’: Party"),
        ("“A” and “B”", "“A” and “B”"),
        ("„Der ‚gute‘ Zaun“", "Der ‚gute‘ Zaun"),
        ("‘A “good” hedge’", "A “good” hedge"),
        ("‘Lee’s hedges’", "Lee’s hedges"),
        ("The U.S.", "The U.S."),
        ("More ...", "More ..."),
        ("snake_case", "snake_case"),
        ("", ""),
        ("University of Leeds]", "University of Leeds"),
        ("(Aarhus", "Aarhus"),
        ("A title (of a kind)", "A title (of a kind)"),
        ('Who governs?"', "Who governs?"),
        ("„Armut und Bildung“", "Armut und Bildung"),
        ("«Les villes»", "Les villes"),
        ("„Die ‚Identität‘ der Stadt“", "Die ‚Identität‘ der Stadt"),
        ("„Armut“ und „Bildung“", "„Armut“ und „Bildung“"),
        ("“Half", "Half"),
    ],
)
def test_clean(printed: str, text: str) -> None:
    assert clean(printed) == text


def test_repairs_are_reported_where_they_are() -> None:
    report = Report()
    raw = "Abel, R. (2006), ‘Six digits’, Journal of Forms, 26, 4, 699721."
    reference = read_string(raw, Place("list.txt", 7, 3), report)
    assert reference is not None
    assert [(d.code, d.place.line, d.place.column, d.key) for d in report] == [
        ("page-dash-lost", 7, 3 + raw.index("699721"), reference.id)
    ]
    assert reference.origin.fields["page"].printed == "699721"
    assert reference.origin.fields["page"].repair == "pages '699721' read as 699-721"


def test_what_a_reading_knows_of_its_spans() -> None:
    one = reading("12 (3)", ("12", Label.VOLUME), ("3", Label.ISSUE))
    assert one.has(Label.PAGES, Label.ISSUE)
    assert not one.has(Label.PAGES)


def test_digits_that_a_doi_ends_with_are_the_number_of_an_article() -> None:
    (item,) = reflist.parse(
        "Roe, B. (2019). Gates and hedges. Ditch Review, 11(4), 1057. doi:10.3390/su11041057"
    ).to_csl()
    assert item["page"] == "1057"


def test_the_number_of_a_series_after_a_comma() -> None:
    found = values("(edition spade, 20)", ("edition spade, 20", Label.SERIES))
    assert found == {"collection-title": "edition spade", "collection-number": "20"}


@pytest.mark.parametrize(
    ("text", "given"),
    [("Weir A. 2004. Hedges", "A"), ("Weir A. 2004: Hedges", "A."), ("Weir A. [1990] (2004), Hedges", "A.")],
)
def test_the_stop_after_an_initial_before_a_year(text: str, given: str) -> None:
    assert values(text, ("Weir A.", Label.AUTHOR))["author"] == [{"family": "Weir", "given": given}]
