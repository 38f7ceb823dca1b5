"""Rules for parts recognisable by their form: notes, series, official numbers, years, towns, contributors."""

from collections.abc import Callable

import pytest

import reflist
from reflist.grammar.institutions import read_institutions
from reflist.grammar.names import read_names
from reflist.prose.fixed.addresses import find_addresses
from reflist.prose.fixed.authors import find_names_of_one_form
from reflist.prose.fixed.editions import find_edition
from reflist.prose.fixed.heads import find_names_before_colon, find_two_years
from reflist.prose.fixed.online import find_online
from reflist.prose.fixed.papers import find_numbered_paper, find_official_number
from reflist.prose.fixed.publication import find_imprint_in_brackets, find_place_with_state
from reflist.prose.fixed.quoted import find_quoted_title
from reflist.prose.fixed.remarks import find_reprint
from reflist.prose.fixed.roles import find_english_roles, find_helpers, find_year_with_role
from reflist.prose.fixed.series import find_series
from reflist.prose.line import Line


def told(find: Callable[[Line], None], text: str) -> dict[str, str]:
    line = Line(text)
    find(line)
    return {str(span.label): line.printed(span) for span in line.spans}


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        (
            find_reprint,
            "Hedges 4, 3–9. Reprinted in: Ash, B. (2000), Stiles.",
            {"note": "Reprinted in: Ash, B. (2000), Stiles"},
        ),
        (find_reprint, "Hedges reprinted in Stiles.", {}),
        (find_reprint, "Hedges 4, 3–9. Cited in: Ash et al. (2015).", {"note": "Cited in: Ash et al. (2015)"}),
        (find_reprint, "Hecken, Bonn 1998, zit. nach Ash 2001, S. 5.", {"note": "zit. nach Ash 2001, S. 5"}),
        (find_reprint, "Hedges cited in evidence. Leeds.", {}),
        (find_edition, "Hedges. Rev. and updated 3rd ed. Leeds: Ditch", {"edition": "Rev. and updated 3rd"}),
        (find_numbered_paper, "“Hedges,” NBER Working Paper No. 12, 1990", {"report": "NBER Working Paper No. 12"}),
        (
            find_numbered_paper,
            "Hedges. Bank of Leeds Policy Research Working Paper Series 1845.",
            {"report": "Bank of Leeds Policy Research Working Paper Series 1845"},
        ),
        (find_numbered_paper, "Leeds: Moat; 2010. Report No.: Cm 7957.", {"report": "Report No.: Cm 7957"}),
        (find_numbered_paper, "A history of the Working Paper 12 months on", {}),
        (find_official_number, "Hedges, Cm. 4310 (London: Ditch)", {"report": "Cm. 4310"}),
        (find_official_number, "Hedges, HC 122-I. London: Ditch", {"report": "HC 122-I"}),
        (
            find_official_number,
            "Hedges, Third Report of Session 2006–07. London",
            {"report": "Third Report of Session 2006–07"},
        ),
        (find_official_number, "A report of session 2006–07", {}),
        (find_two_years, "Weir, John J. 1994/95. Hedges. Stiles 4", {"date": "1994/95"}),
        (find_two_years, "Weir, J. (1994/95) Hedges. Stiles 4", {"date": "1994/95"}),
        (find_two_years, "Weir, J. (2001) Hedges. 1994/95. Leeds", {}),
        (find_two_years, "Weir, J. Hedges (1994/95).", {}),
        (find_two_years, "Weir, J. (1938/1997) Hedges. Leeds", {}),
        (find_place_with_state, "Hedges. Hoboken, N.J.: Ditch", {"publisher-place": "Hoboken, N.J."}),
        (find_place_with_state, "Hedges. Weir, Nobody.: Ditch", {}),
        (find_edition, "Hedges. Edition 1.3. Leeds, Ditch", {"edition": "1.3"}),
        (find_series, "Leeds: Wiley (Wiley series in hedge research).", {"report": "Wiley series in hedge research"}),
        (find_online, "Hedges 2008 (CD-ROM). Leeds", {"medium": "CD-ROM"}),
        (find_helpers, "Weir, A. (in collaboration with Roe, C.) (1995)", {"note": "in collaboration with Roe, C."}),
        (find_names_before_colon, "Weir, E.O., Class Counts: Studies, Leeds", {}),
        (find_addresses, "Hedges 97 (2), 2–3. ISSN 0003-0554", {"ISSN": "0003-0554"}),
        (find_addresses, "Hedges 97. doi:10.1103/Hedge.97.2.URL", {"DOI": "10.1103/Hedge.97.2"}),
        (
            find_addresses,
            "Hedges 97. doi:10.1007/H06(2016)004[hep-th/9906022].",
            {"DOI": "10.1007/H06(2016)004"},
        ),
        (find_addresses, "Hedges 97. doi: 10.1016/j.h.2009.09[doi]", {"DOI": "10.1016/j.h.2009.09"}),
        (
            find_addresses,
            "Hedges. 10.1130/0091-7613(1993)021[0547:H]2.3.CO;2",
            {"DOI": "10.1130/0091-7613(1993)021[0547:H]2.3.CO;2"},
        ),
        (
            find_quoted_title,
            "Weir, A. (2002), ‘Hedges in Students’ Self-Regulated Work: A Program’, Stiles, 37",
            {"title": "‘Hedges in Students’ Self-Regulated Work: A Program’"},
        ),
        (
            find_quoted_title,
            "Weir, A. (2002), ‘Hedges of Students’ Stiles and Work, 37",
            {"title": "‘Hedges of Students’"},
        ),
    ],
)
def test_forms(find: Callable[[Line], None], text: str, expected: dict[str, str]) -> None:
    assert told(find, text) == expected


@pytest.mark.parametrize("after", ["New York: Ditch Press", "Ditch Press, Leeds"])
def test_where_a_book_appeared_is_no_translator(after: str) -> None:
    line = Line(f"Weir, A. (1936) Hedges, trans. M. Cook, {after}")
    find_english_roles(line)
    assert [line.printed(span) for span in line.spans] == ["M. Cook"]


def test_initials_share_the_family_name_after_them() -> None:
    assert [name.display for name in read_names("B. and R. North").names] == ["B. North", "R. North"]


def test_a_given_name_after_initials_before_the_year() -> None:
    line = Line("Powell, G. Bingham Jr. 1986. Hedges in Leeds. Stiles 80")
    find_names_of_one_form(line)
    assert line.spans == []


def test_editors_by_the_word_after_the_year() -> None:
    line = Line("Norris, Pippa 1999 (ed.): Hedges. Leeds: Ditch")
    find_year_with_role(line)
    assert [(str(span.label), line.printed(span)) for span in line.spans] == [
        ("editor", "Norris, Pippa"),
        ("date", "1999"),
    ]


def test_who_helped_a_translator_is_a_note() -> None:
    line = Line("Hedges. Trans. John Roe, Jr., with Dirk Low. Leeds: Ditch")
    find_english_roles(line)
    find_helpers(line)
    found = {str(span.label): line.printed(span) for span in line.spans}
    assert found == {"translator": "John Roe, Jr.", "note": "with Dirk Low"}


def test_an_imprint_in_brackets_before_an_address() -> None:
    line = Line("Hedges (Leeds, Ditch) [online]. Available at: http://www.ditch.org/a (accessed 2nd March 2011)")
    find_addresses(line)
    line.claim(line.text.index("(accessed"), len(line.text), line.spans[0].label)
    find_imprint_in_brackets(line)
    assert {line.printed(span) for span in line.spans} >= {"Leeds", "Ditch"}


@pytest.mark.parametrize(
    ("printed", "author"),
    [
        (
            "UNDP (United Nations Development Programme) (2006): Hedges. Leeds: Ditch.",
            "United Nations Development Programme",
        ),
        ("Leeds (Hedges and Ditches) (2006): Stiles. Leeds: Ditch.", "Leeds (Hedges and Ditches)"),
    ],
)
def test_a_name_in_brackets_after_its_acronym(printed: str, author: str) -> None:
    (item,) = reflist.parse(printed, lines=True).to_csl()
    assert item["author"] == [{"literal": author}]


@pytest.mark.parametrize(
    "printed",
    [
        "Ostrom E., 1990, Hedges in Common, Cambridge University Press, Cambridge.",
        "Ash, Robert, Ostrom, John E. (1990): Hedges in Common. Cambridge University Press, Cambridge.",
    ],
)
def test_the_stop_of_a_last_initial_stays(printed: str) -> None:
    (item,) = reflist.parse(printed, lines=True).to_csl()
    assert item["author"][-1]["given"].endswith("E.")


def test_a_press_is_no_body_that_reports() -> None:
    text = "Stark, David. 2009. Hedges. Princeton: Princeton University Press <http://press.princeton.edu/1.html>."
    (item,) = reflist.parse(text, lines=True).to_csl()
    assert item["type"] == "book"


def test_names_between_slashes_of_which_only_the_first_is_inverted() -> None:
    (item,) = reflist.parse(
        "West, Candace/Don H. Roe 1987: Hedges. In: Stiles & Society, 1, 125-151.", lines=True
    ).to_csl()
    assert item["author"] == [{"family": "West", "given": "Candace"}, {"family": "Roe", "given": "Don H."}]


def test_a_family_name_in_capitals_is_no_acronym() -> None:
    assert read_names("ASAD, Talal").names[0].family == "ASAD"
    assert read_names("WZB, Berlin").names[0].literal == "WZB, Berlin"


def test_a_text_too_long_for_names_of_institutions_is_one() -> None:
    assert len(read_institutions("Ministry of Hedges; " * 10)) == 10
    assert len(read_institutions("Ministry of Hedges; " * 200)) == 1
