"""Parts recognisable by their form in lists of social scientists: roles, data sets, numbers of notes, imprints."""

from collections.abc import Callable

import pytest

import reflist
from reflist.prose.fixed.authors import find_names_of_one_form
from reflist.prose.fixed.data import find_data_file, find_distributor
from reflist.prose.fixed.editions import find_edition
from reflist.prose.fixed.heads import find_name_before_title, find_names_before_colon, find_signal
from reflist.prose.fixed.laws import find_european_law
from reflist.prose.fixed.numbers import find_numbers_by_label
from reflist.prose.fixed.original_dates import find_original_date
from reflist.prose.fixed.pages import find_pages_on
from reflist.prose.fixed.papers import find_official_number, find_thesis_set_off
from reflist.prose.fixed.publication import find_imprint_in_brackets, find_place_with_state
from reflist.prose.fixed.roles import (
    find_editors_of_series,
    find_english_roles,
    find_helpers,
    find_introduction,
    find_year_with_role,
)
from reflist.prose.fixed.series import find_series, find_title_of_volume
from reflist.prose.fixed.titles import find_title_before_in
from reflist.prose.fixed.works import find_various_years
from reflist.prose.line import Line


def told(find: Callable[[Line], None], text: str) -> dict[str, str]:
    line = Line(text)
    find(line)
    return {str(span.label): line.printed(span) for span in line.spans}


def read(text: str) -> dict[str, object]:
    (item,) = reflist.parse(text, lines=True).to_csl()
    return item


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ditches. Edited and introduced by Ann Weir. Leeds: Ditch.", {"editor": "Ann Weir"}),
        ("Ditches. Selected and edited by A. Weir and C. D. Roe. Leeds.", {"editor": "A. Weir and C. D. Roe"}),
        ("Ditches, ed. with an introduction by Ann Weir, Leeds.", {"editor": "Ann Weir"}),
        ("Ditches. Translated by K. Ann Weir, Jr. Leeds: Ditch.", {"translator": "K. Ann Weir, Jr."}),
        ("Ditches. Translated from the French by Ann Weir. Leeds.", {"translator": "Ann Weir"}),
        ("Ditches. Translated and edited by Ann van Weir. Leeds.", {"translator": "Ann van Weir"}),
        ("Ditches (trans. by Ann Weir). Leeds.", {"translator": "Ann Weir"}),
        ("Ditches, trans. Ann and Robert Weir, London: Ditch.", {"translator": "Ann and Robert Weir"}),
        ("Ditches. Ed. Ann Jan Weir. Leeds: Ditch.", {"editor": "Ann Jan Weir"}),
        ("Ditches. Ed. New York. Ditch.", {}),
        ("Ditches. Rev. ed. Ann Weir. Ditch.", {}),
        ("Ditches, edited, translated and with an introduction by A. Weir. Leeds.", {"translator": "A. Weir"}),
        ("Ditches, H. Roe (trans.) Hedges. Leeds.", {"translator": "H. Roe"}),
        ("Ditches. Selected and introduced by Ann Weir. Translated.", {}),
        ("Ditches edited by hand. Leeds.", {}),
    ],
)
def test_who_edited_or_translated(text: str, expected: dict[str, str]) -> None:
    assert told(find_english_roles, text) == expected


@pytest.mark.parametrize("role", ["ed. and trans.", "eds & transl", "trans. and ed."])
def test_who_did_both_in_brackets_is_editor(role: str) -> None:
    text = f"‘Moats’, in K. Wolff ({role}) The Ditches of Leeds, Leeds: Moat, 4–24."
    assert told(find_english_roles, text) == {"editor": "K. Wolff"}
    (reference,) = reflist.parse(f"Weir, A. (1950) {text}", lines=True).references
    assert reference.plain("container-title") == "The Ditches of Leeds"


def test_who_did_both_is_translator_and_editor() -> None:
    item = read("Weir, A. 1957. Hedges and Ditches. Translated and edited by C. P. Roe. Leeds: Ditch Press.")
    assert item["translator"] == item["editor"] == [{"family": "Roe", "given": "C. P."}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ISSP (2012): Hedges II (2010). GESIS Data Archive, Cologne. ZA1234 Data file Version 2.0.0, doi:",
            {
                "author": "ISSP",
                "date": "2012",
                "title": "Hedges II (2010)",
                "publisher": "GESIS Data Archive",
                "publisher-place": "Cologne",
                "report": "ZA1234",
                "thesis": "Data file",
                "version": "2.0.0",
            },
        ),
        (
            "Ash (2012): Hedges 7.1. Ditch & Co, Leeds [Producer]. GESIS, Köln. ZA1234 Datenfile Version 1.0.0",
            {
                "author": "Ash",
                "date": "2012",
                "title": "Hedges 7.1",
                "publisher": "GESIS",
                "publisher-place": "Köln",
                "report": "ZA1234",
                "thesis": "Datenfile",
                "version": "1.0.0",
                "note": "Ditch & Co, Leeds [Producer]",
            },
        ),
        ("Hedges. ZA1234 Data file Version 1.0.0", {"report": "ZA1234", "thesis": "Data file", "version": "1.0.0"}),
        ("Hedges. PLAZA 1234.", {}),
    ],
)
def test_a_file_of_an_archive(text: str, expected: dict[str, str]) -> None:
    found = told(find_data_file, text)
    assert found == {**expected, **({"note": found["note"]} if "Producer" in text else {})}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hedges. Ann Arbor, MI: Ditch Consortium [distributor], 2006.",
            {"publisher-place": "Ann Arbor, MI", "publisher": "Ditch Consortium"},
        ),
        ("Hedges. Leeds Dataverse, V2.", {"publisher": "Leeds Dataverse", "version": "2"}),
        ("Hedges (Leeds Dataverse, Version 1.2).", {"publisher": "Leeds Dataverse", "version": "1.2"}),
        ("Hedges (2010). Data file edition 3.2. Leeds.", {"thesis": "Data file", "version": "3.2"}),
        ("Hedges as a data file.", {}),
    ],
)
def test_who_keeps_data(text: str, expected: dict[str, str]) -> None:
    assert told(find_distributor, text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Weir, Ann, After Our Hedges: A Story, Leeds: Ditch.", "Weir, Ann"),
        ("Weir, Ann, A Treatise on Hedges, Leeds.", "Weir, Ann"),
        ("Weir, Ann B., Hedgerows. With an afterword. Leeds.", "Weir, Ann B."),
        ("Ann Weir, Hedges of the North (Leeds, 2001).", "Ann Weir"),
        ("Ann Weir, Green Hedges: A Story, Leeds.", "Ann Weir"),
        ("Weir, Ann S. Hedges and Ditches: A Story. Leeds.", "Weir, Ann S."),
        ("Weir, Ann S. Robert Roe: Hedges. Leeds.", None),
        ("Weir, Ann, Robert Roe, Hedges.", None),
        ("Weir, Ann, Jr. Hedges of the North.", None),
        ("Weir, Ann, C. Roe: Hedges.", None),
        ("Ann Weir, Hedgerows, Leeds.", None),
        ("Hedge, Stile, The Ditch of the North, Leeds.", None),
    ],
)
def test_one_name_before_a_title(text: str, name: str | None) -> None:
    assert told(find_name_before_title, text) == ({"author": name} if name else {})


def test_words_before_a_colon_are_no_further_name() -> None:
    assert told(find_names_before_colon, "Weir, Ann, Green Hedges: A Story") == {}
    assert told(find_names_before_colon, "Weir, Ann, Robert Roe: A Story") == {"author": "Weir, Ann, Robert Roe"}


@pytest.mark.parametrize("number", ["12 ", "3. See ", "7) Cf. "])
def test_the_number_of_a_note(number: str) -> None:
    text = f"{number}Ann Weir, Hedges of the North (Leeds, 2001)."
    line = Line(text)
    find_signal(line)
    assert line.open.lstrip("\0").startswith("Ann Weir")
    find_name_before_title(line)
    assert [line.printed(span) for span in line.spans] == ["Ann Weir"]


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        (find_imprint_in_brackets, "Ditches (London, Falmer).", {"publisher-place": "London", "publisher": "Falmer"}),
        (find_imprint_in_brackets, "Ditches (London, Falmer, 2001).", {}),
        (find_imprint_in_brackets, "Ditches (London, Paris).", {}),
        (find_imprint_in_brackets, "Ditches (Hedges, Falmer).", {}),
        (find_imprint_in_brackets, "Ditches (London, Falmer) and hedges.", {}),
        (find_pages_on, "Ditches 46 (2), 74 ff.", {"page": "74 ff."}),
        (find_pages_on, "Ditches 46 (2), 74 ff. and more", {}),
        (find_various_years, "Ditch (various years). Hedges.", {"date": "various years"}),
        (find_various_years, "Ditches of various years in Leeds.", {}),
        (find_official_number, "Hedges, New York, ST/ESA/SER.A/236.", {"report": "ST/ESA/SER.A/236"}),
        (find_official_number, "Hedges (E/CN.4/2004/49).", {"report": "E/CN.4/2004/49"}),
        (find_official_number, "Hedges A/B testing", {}),
        (find_edition, "T. 18. Aufl., überarb. Neuausg. Reinbek", {"edition": "18. Aufl., überarb. Neuausg"}),
        (find_edition, "Hedges. Edition 5. London: Sage", {"edition": "5"}),
        (find_numbers_by_label, "Online Papers 8, no. 11.", {"volume": "8", "issue": "11"}),
        (
            find_european_law,
            "Council Directive 2000/43/EC of 29 June 2000 on hedges. Official Journal L 180",
            {"statute": "Council Directive 2000/43/EC of 29 June 2000 on hedges"},
        ),
        (find_european_law, "Regulation (EC) No 883/2004", {"statute": "Regulation (EC) No 883/2004"}),
        (find_european_law, "Regulation of hedges 2004/12", {}),
        (find_helpers, "Weir, A. (with C. Roe) (2004)", {"author": "C. Roe"}),
        (find_numbers_by_label, "Ditches, 15, 2004, 2, 17-31", {"volume": "15", "date": "2004", "issue": "2"}),
        (find_numbers_by_label, "Ditches 87(1973)3, S. 355-374", {"volume": "87", "date": "1973", "issue": "3"}),
        (
            find_series,
            "Hedges. A theory (Structural Analysis in the Hedge Sciences 19). Leeds: Ditch",
            {"report": "Structural Analysis in the Hedge Sciences 19"},
        ),
        (find_series, "Hedges (A Study of Grade 8). Leeds: Ditch", {}),
        (find_series, "Systeme. Berlin: Ditch (stw 666).", {"report": "stw 666"}),
        (
            find_series,
            "Waves. The Ann J. Weir Lecture Series, vol. 4. Leeds: Ditch.",
            {"report": "The Ann J. Weir Lecture Series, vol. 4"},
        ),
        (find_series, "Berlin: FU (= Studien, Arbeitspapier Nr. 5).", {"report": "Studien, Arbeitspapier Nr. 5"}),
        (find_place_with_state, "Hedges. Cambridge et al.: Ditch Press.", {"publisher-place": "Cambridge et al."}),
        (find_place_with_state, "Weir et al.: Hedges", {}),
        (
            find_editors_of_series,
            "Hedges. In A. Weir (Series Ed.) & C. D. Roe (Vol. Ed.), Handbook of hedges",
            {"collection-editor": "A. Weir", "editor": "C. D. Roe"},
        ),
        (find_helpers, "Weir, A., in collaboration with C. Roe. 1995", {"note": "in collaboration with C. Roe"}),
        (find_helpers, "Weir, A. (with the help of C. Roe) (2004)", {"note": "with the help of C. Roe"}),
        (find_helpers, "Weir, A., & with contributions of Roe, C.", {}),
        (find_helpers, "Weir (2004) " + "Hedges " * 40 + "(with C. Roe) (2004)", {}),
        (find_original_date, "Weir, A. [1979] 1984. Hedges.", {"original-date": "1979", "date": "1984"}),
        (find_original_date, "Weir, A. [1984] 1979. Hedges.", {}),
        (
            find_thesis_set_off,
            "Hedges, unpublished Ed.D. dissertation, Leeds",
            {"thesis": "unpublished Ed.D. dissertation"},
        ),
    ],
)
def test_forms(find: Callable[[Line], None], text: str, expected: dict[str, str]) -> None:
    assert told(find, text) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Weir, A. (2004): Hedges, ditches. A history, in: Ash, B. (ed.): Stiles", "Hedges, ditches. A history"),
        ("Weir (2004b) Hedges? In: Stiles 4, 3-9", "Hedges?"),
        ("Weir (2004) “Hedges”, in: Stiles 4, 3-9", None),
        ("Weir (2004) Hedges, 2nd edn, in: Stiles", None),
        ("Weir (2004) Hedges, in: Stiles, in: Gates", None),
        ("Weir, Hedges, in: Stiles", None),
        ("Weir (2004) Gap, in: Stiles", None),
    ],
)
def test_a_title_between_the_year_and_in(text: str, title: str | None) -> None:
    assert told(find_title_before_in, text) == ({"title": title} if title else {})


def test_a_title_between_names_that_are_told_and_in() -> None:
    text = "Weir, Ann: Green hedges, ditches, in: Stiles 4, 3-9"
    line = Line(text)
    find_names_before_colon(line)
    find_title_before_in(line)
    assert [line.printed(span) for span in line.spans] == ["Weir, Ann", "Green hedges, ditches"]
    item = read("Weir, Ann: Green hedges, ditches, in: Robert Roe (ed.): Stiles. Leeds: Ditch 2004, pp. 3-9")
    assert item["editor"] == [{"family": "Roe", "given": "Robert"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hedges. With an Introduction by S. M. Roe. Leeds", {"note": "With an Introduction by S. M. Roe"}),
        ("Hedges (with a new foreword). Leeds", {"note": "with a new foreword"}),
        ("Hecken. Mit einem Nachwort von Ann Weir. Leeds", {"note": "Mit einem Nachwort von Ann Weir"}),
        ("Hedges with an introduction to ditches. Leeds", {}),
    ],
)
def test_what_introduces_a_book(text: str, expected: dict[str, str]) -> None:
    assert told(find_introduction, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hedges. Vol. 2: Leeds, York. Berlin, Bonn: Ditch.", {"volume": "2", "volume-title": "Leeds, York"}),
        ("Hedges, Volume II: The North. Leeds: Ditch.", {"volume": "II", "volume-title": "The North"}),
        ("Hedges, Vol. 2: 33-40.", {}),
    ],
)
def test_the_title_of_a_volume(text: str, expected: dict[str, str]) -> None:
    assert told(find_title_of_volume, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Weir, A. and Roe, C. (2006, Eds.): Hedges", {"editor": "Weir, A. and Roe, C.", "date": "2006"}),
        ("Weir, A. (2006, Hrsg.): Hecken", {"editor": "Weir, A.", "date": "2006"}),
        ("Weir, A. (2006, May): Hedges (eds)", {"author": "Weir, A."}),
    ],
)
def test_a_role_beside_the_year(text: str, expected: dict[str, str]) -> None:
    line = Line(text)
    find_names_of_one_form(line)
    find_year_with_role(line)
    assert {str(span.label): line.printed(span) for span in line.spans} == expected
    assert "date" not in expected or told(find_year_with_role, text)["date"] == "2006"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Weir W. J. (1960): Hedges", "Weir W. J."),
        ("Weir M. F., Roe K. W. The hedges", "Weir M. F., Roe K. W."),
        ("Weir A., Roe C. The hedges", "Weir A., Roe C."),
        ("Weir M. (1960): Hedges", "Weir M."),
        ("Weir M., “Hedges”, Ditches 3", "Weir M."),
        ("Weir MA, Roe C. The hedges", "Weir MA, Roe C."),
    ],
)
def test_initials_with_stops_after_the_family_name(text: str, names: str) -> None:
    assert told(find_names_of_one_form, text) == {"author": names}


def test_only_the_publisher_in_brackets() -> None:
    expected = {"publisher-place": "Stanford", "publisher": "Ditch Press"}
    assert told(find_imprint_in_brackets, "Hedges, Stanford (Ditch Press).") == expected


@pytest.mark.parametrize(
    ("text", "place"), [("Hedges. Lexington (Mass.): Heath.", "Lexington (Mass.)"), ("In: Weir (Hrsg.): Hedges", None)]
)
def test_a_state_in_brackets(text: str, place: str | None) -> None:
    assert told(find_place_with_state, text) == ({"publisher-place": place} if place else {})


def test_the_bracket_that_closes_a_title_belongs_to_it() -> None:
    item = read("Weir, A. (2001) Hedges and Ditches in France (1789–1914), Leeds: Ditch Press.")
    assert item["title"] == "Hedges and Ditches in France (1789–1914)"


def test_the_year_again_is_no_issue() -> None:
    item = read("Weir, A. (1994): Hecken im Wandel, in: Soziale Welt 46 (1994), S. 1-42.")
    assert (item["volume"], item.get("issue"), item["page"]) == ("46", None, "1-42")


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Second-generation assimi-lation and popula-tion", "Second-generation assimilation and population"),
        ("Life-chances of cross-national mega-cities", "Life-chances of cross-national mega-cities"),
        ("A long-term-tion of hedges", "A long-term-tion of hedges"),
        ("Self-determina-tion of hedges", "Self-determination of hedges"),
    ],
)
def test_a_hyphen_left_within_a_word(printed: str, title: str) -> None:
    assert read(f"Weir, A. (2001). {printed}. Leeds: Ditch Press.")["title"] == title


def test_rules_do_not_read_a_title_as_names() -> None:
    item = read(
        "Weir, Ann B. / Roe, Carl: When Hedges Hit Home: A Story, Online Hedges (OH) 4 (2000) 15; http://oh.at/a"
    )
    assert item["author"] == [{"family": "Weir", "given": "Ann B."}, {"family": "Roe", "given": "Carl"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wuthnow, R. (ed.) (1984). Cultural Analysis: the work of Peter L. Berger and Mary Douglas. London: Ditch.",
            {"title": "Cultural Analysis: the work of Peter L. Berger and Mary Douglas", "author": None},
        ),
        (
            "Weir, A. (2008). Differences in unit non-response. ISER Working Paper Series 2008-01. Leeds: Ditch.",
            {"number": None, "collection-title": "ISER Working Paper Series", "collection-number": "2008-01"},
        ),
        ("3. See Ann Weir, From Ditch to Hedge (Leeds: Ditch, 1978).", {"note": None, "title": "From Ditch to Hedge"}),
    ],
)
def test_whole_strings(text: str, expected: dict[str, str | None]) -> None:
    item = read(text)
    assert {key: item.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leach, Neil, ed. Rethinking Ditches: A Reader. Leeds: Moat, 1997.", {}),
        ("Ditches (tr. Ann Weir and C.D. Roe), Leeds: Moat.", {"translator": "Ann Weir and C.D. Roe"}),
        ("Bourdieu, Pierre, Homo Agrestis, Peter Roe (trans.) (Leeds: Moat)", {"translator": "Peter Roe"}),
    ],
)
def test_roles_that_are_said_of_one_name(text: str, expected: dict[str, str]) -> None:
    assert told(find_english_roles, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rodin, R. Scott, The Steward: A life, Leeds: Moat, 2010.",
        "Richard Shone, Editorial: the ditch at thirty, Land, 2007.",
    ],
)
def test_titles_before_colons_are_no_names(text: str) -> None:
    assert told(find_names_before_colon, text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Sarita V. Adve. Using what is known of ditches. Land Report 12.",
        "Weir, M. L, Roe, C. (2004). Ditches. Land, 3, 4-9.",
    ],
)
def test_names_that_go_on_are_of_no_one_form(text: str) -> None:
    assert told(find_names_of_one_form, text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Weir, Ditches and Income, 87 AM. J. PUB. LAND 1491 (1997).",
            {"volume": "87", "container-title": "AM. J. PUB. LAND", "page": "1491"},
        ),
        (
            "Council (2003). On ditches. Official Journal of the European Union L 251, 3 October, pp. 12–18.",
            {"volume": "L 251", "container-title": "Official Journal of the European Union", "page": "12-18"},
        ),
        (
            'Weir, Ann. "Why I am angry about ditches." The Guardian, 6 April 2004, G2, p. 5.',
            {"container-title": "The Guardian", "section": "G2", "page": "5"},
        ),
        ("Weir, A. (1990), Ditches: A History, Moat Press, Leeds, pp. x + 218.", {"number-of-pages": "x + 218"}),
        (
            "Weir, Ann: “Land.” In: Ibid.: Old Ditches. Leeds: Moat Press, 1985, pp. 73-91.",
            {"title": "Land", "container-title": "Old Ditches"},
        ),
    ],
)
def test_sources_of_law_newspapers_and_others(text: str, expected: dict[str, str]) -> None:
    item = read(text)
    assert {key: item.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Weir, Ann: Das Land und seine Leute, in: Weir, Ann: Alte Gräben, Köln 1973, S. 3-30.",
            {"container-title": "Alte Gräben"},
        ),
        (
            "Weir, Ann: Das Land und seine Leute, in: Meier, Hans: Alte Gräben, Köln 1973, S. 3-30.",
            {"container-title": "Alte Gräben"},
        ),
        (
            "Frankfurter Rundschau vom 17. März 2009: Bauern fürchten um den Graben, S. 12.",
            {"title": "Bauern fürchten um den Graben", "page": "12"},
        ),
        (
            "Weir, Ann (2006): Tiefe Gräben. Gutachten im Auftrag der Ditch-Stiftung, Bonn.",
            {"title": "Tiefe Gräben", "note": "Gutachten im Auftrag der Ditch-Stiftung"},
        ),
        (
            "Weir, Ann, Tiefe Gräben in der Demokratie, Köln: Graben 1981 (= Land und Praxis 29)",
            {"collection-title": "Land und Praxis", "collection-number": "29"},
        ),
        (
            "Weir, A. (2011), The Politics of Ditches, EUI Working Paper RSCAS 2011/17, Florence: Moat Institute.",
            {"title": "The Politics of Ditches", "genre": "EUI Working Paper", "number": "RSCAS 2011/17"},
        ),
        (
            "COM (2010) 2020 final. Europe 2020. A strategy for ditches. Brussels: European Commission.",
            {"title": "Europe 2020. A strategy for ditches", "number": "COM (2010) 2020 final"},
        ),
        (
            "Roe, Karl/Weir, Ann (2003) (Hrsg.): Die Gräben. Ein Handbuch. Köln: Graben.",
            {"title": "Die Gräben. Ein Handbuch"},
        ),
        (
            "Weir, Ann. 2011. Tiefe Gräben. (Deep Ditches.) Wiesbaden: Graben-Verlag.",
            {"title": "Tiefe Gräben. (Deep Ditches.)"},
        ),
    ],
)
def test_books_and_papers_as_social_scientists_print_them(text: str, expected: dict[str, str]) -> None:
    item = read(text)
    assert {key: item.get(key) for key in expected} == expected


def test_whose_book_contains_a_work() -> None:
    own = read("Weir, Ann: Das Land und seine Leute, in: Weir, Ann: Alte Gräben, Köln 1973, S. 3-30.")
    others = read("Weir, Ann: Das Land und seine Leute, in: Meier, Hans: Alte Gräben, Köln 1973, S. 3-30.")
    assert own["container-author"] == own["author"] == [{"family": "Weir", "given": "Ann"}]
    assert others["editor"] == [{"family": "Meier", "given": "Hans"}]
    edited = read("Roe, Karl/Weir, Ann (2003) (Hrsg.): Die Gräben. Ein Handbuch. Köln: Graben.")
    assert "author" not in edited
    assert edited["editor"] == [{"family": "Roe", "given": "Karl"}, {"family": "Weir", "given": "Ann"}]


def test_a_title_in_guillemets_is_no_periodical() -> None:
    item = read("Weir, Ann, « Vie et mort d’un fossé », L’histoire, n° 280, 2003, p.95-100.")
    assert item["title"] == "Vie et mort d’un fossé"
    assert item["container-title"] == "L’histoire"


def test_pages_of_a_whole_book_contain_no_work() -> None:
    item = read("Weir, Ann, Les métamorphoses du fossé. Une chronique du village, Paris, Fayard, 1995, 490 p.")
    assert item["title"] == "Les métamorphoses du fossé. Une chronique du village"
    assert "container-title" not in item


def test_a_family_name_with_a_particle_before_a_given_name_and_an_initial() -> None:
    item = read('De Vreese, Claes H., and Hajo G. Boom. 2006. "Media Effects on Ditches." Land Studies 44 (2):419-436.')
    assert item["author"] == [
        {"family": "De Vreese", "given": "Claes H."},
        {"family": "Boom", "given": "Hajo G."},
    ]


def test_a_number_with_only_a_space_after_it_is_no_part_of_the_name() -> None:
    (item,) = reflist.parse("12 Weir, Ann (2004) Ditches of the north. Leeds: Spade.", lines=True).to_csl()
    assert item["author"] == [{"family": "Weir", "given": "Ann"}]
    (item,) = reflist.parse("38 Degrees (2012) Annual report. London: 38 Degrees.", lines=True).to_csl()
    assert item["author"] == [{"literal": "38 Degrees"}]


def test_a_dash_in_a_doi_is_made_a_hyphen() -> None:
    library = reflist.parse(
        "Weir, A. (2004). Ditches. Hedge Studies, 39(4), 5–9. doi: 10.1111/j.1477—7053.2004.x", lines=True
    )
    assert library.to_csl()[0]["DOI"] == "10.1111/j.1477-7053.2004.x"
    assert [diagnostic.code for diagnostic in library.report] == ["url-dash"]
