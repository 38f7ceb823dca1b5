"""Corrected parts as printed on publishers' pages: closed quotations, abbreviated names, places, spaces."""

import pytest

from reflist.prose.lists.strings import String
from reflist.prose.page.furniture import split_tail
from reflist.prose.repairs.misprints import mend_print
from reflist.prose.text_lines import Joiner
from reflist.report import Report
from reflist.source import Source
from spans_marked import mended

CASES = {
    "a publisher after translators": (
        "{title|Ditches}. Translated by {translator|Ann Weir, Harvard University Press}, {date|1984}",
        "{title|Ditches}. Translated by {translator|Ann Weir}, {publisher|Harvard University Press}, {date|1984}",
    ),
    "a publisher after an editor": (
        "{container-title|Ditches}. {editor|A. Weir}, ed. {editor|Oxford University Press}. {page|12140}",
        "{container-title|Ditches}. {editor|A. Weir}, ed. {publisher|Oxford University Press}. {page|12140}",
    ),
    "no publisher after an editor": (
        "{container-title|Ditches}. {editor|A. Weir, Bo Ash}. {page|12140}",
        "{container-title|Ditches}. {editor|A. Weir, Bo Ash}. {page|12140}",
    ),
    "pages after a publisher": (
        "{title|Ditches}. In {container-title|Walls}. {publisher|Oxford University Press 218263}",
        "{title|Ditches}. In {container-title|Walls}. {publisher|Oxford University Press} {page|218263}",
    ),
    "pages taken for a volume": (
        "{title|Ditches}. {container-title|Walls}. {date|2002}; {volume|13355}. {note|2019}",
        "{title|Ditches}. {container-title|Walls}. {date|2002}; {page|13355}. {note|2019}",
    ),
    "pages taken for a note": (
        "{title|Ditches}. {container-title|Walls}, ed. {editor|A. Weir}, {note|6782}. {publisher|Moat}",
        "{title|Ditches}. {container-title|Walls}, ed. {editor|A. Weir}, {page|6782}. {publisher|Moat}",
    ),
    "a number that is no range": (
        "{title|Ditches}. {container-title|Walls}, ed. {editor|A. Weir}, {note|8267}. {publisher|Moat}",
        "{title|Ditches}. {container-title|Walls}, ed. {editor|A. Weir}, {note|8267}. {publisher|Moat}",
    ),
    "the first page taken for a volume": (
        "{title|Ditches}. {container-title|The Wall} {volume|34}{page|–36}",
        "{title|Ditches}. {container-title|The Wall} {page|34–36}",
    ),
    "the first page and its dash taken for a volume": (
        "{title|Ditches}. {container-title|The Wall} {volume|34–} {page|36}",
        "{title|Ditches}. {container-title|The Wall} {page|34–36}".replace("–36", "– 36"),
    ),
    "a volume before a range": (
        "{title|Ditches}. {container-title|The Wall} {volume|34}, {page|3–6}",
        "{title|Ditches}. {container-title|The Wall} {volume|34}, {page|3–6}",
    ),
    "the page of a newspaper after its year": (
        "{title|Ditches}. {container-title|The Guardian}. {date|2013};{volume|8}",
        "{title|Ditches}. {container-title|The Guardian}. {date|2013};{page|8}",
    ),
    "a number before a newspaper": (
        "{title|Ditches}. {volume|8}. {container-title|The Guardian}. {date|2013}",
        "{title|Ditches}. {volume|8}. {container-title|The Guardian}. {date|2013}",
    ),
    "the day of a newspaper": (
        "{title|‘Ditches’}, {container-title|The Guardian 14 May}: {page|8}. {date|2013}",
        "{title|‘Ditches’}, {container-title|The Guardian} {day|14 May}: {page|8}. {date|2013}",
    ),
    "a day of no newspaper": (
        "{title|‘Ditches’}, {container-title|The Wall 14 May}. {date|2013}",
        "{title|‘Ditches’}, {container-title|The Wall 14 May}. {date|2013}",
    ),
    "a number after a newspaper that is no day": (
        "{title|‘Ditches’}, {container-title|The Guardian 14 Walls}. {date|2013}",
        "{title|‘Ditches’}, {container-title|The Guardian 14 Walls}. {date|2013}",
    ),
    "a region before a publisher": (
        "{title|Ditches}. {publisher-place|Cambridge}, {publisher|MA Harvard University Press}; {date|1984}",
        "{title|Ditches}. {publisher-place|Cambridge, MA} {publisher|Harvard University Press}; {date|1984}",
    ),
    "an acronym before a publisher": (
        "{title|Ditches}. {publisher-place|Cambridge}, {publisher|QX Ditch Press}; {date|1984}",
        "{title|Ditches}. {publisher-place|Cambridge}, {publisher|QX Ditch Press}; {date|1984}",
    ),
    "years that a title tells of": (
        "{author|Ann Weir}, {title|Ditches} {date|1800–1866}. {title|Walls}, {publisher-place|Leeds} {date|1983}",
        "{author|Ann Weir}, {title|Ditches 1800–1866. Walls}, {publisher-place|Leeds} {date|1983}",
    ),
    "words for no year in brackets": (
        "{author|Weir, A.} {title|(no date) Ditches}. {publisher|Moat Press}",
        "{author|Weir, A.} (no date) {title|Ditches}. {publisher|Moat Press}",
    ),
    "an abbreviation after a question": (
        "{title|Be hot! Read}. {container-title|Teach}. {volume|65}",
        "{title|Be hot!} {container-title|Read. Teach}. {volume|65}",
    ),
    "the end of a title before an abbreviated name": (
        "{title|To Alcedo}, {container-title|Galápagos. J. Geophys. Res}. {volume|112}",
        "{title|To Alcedo, Galápagos}. {container-title|J. Geophys. Res}. {volume|112}",
    ),
    "pages before a place": (
        "{title|Ditches}. In {container-title|Walls, 12140}. {publisher-place|Leeds}",
        "{title|Ditches}. In {container-title|Walls}, {page|12140}. {publisher-place|Leeds}",
    ),
    "a number after a book": (
        "{title|Ditches}. In {container-title|Walls, 12140}",
        "{title|Ditches}. In {container-title|Walls, 12140}",
    ),
    "words for a work on its way after a periodical": (
        "{title|Ditches}. {container-title|IEEE Softw., early access}",
        "{title|Ditches}. {container-title|IEEE Softw.}, {status|early access}",
    ),
    "a body of a state": (
        "{title|Ditches}. {publisher|U.S}. {note|Department of Labor}",
        "{title|Ditches}. {publisher|U.S. Department of Labor}",
    ),
    "a place after its university": (
        "{title|Ditches}. {publisher|University of Kent, Canterbury}",
        "{title|Ditches}. {publisher|University of Kent}, {publisher-place|Canterbury}",
    ),
    "a word with a capital before the title": (
        "{author|Weir, A.}, Well-Kept {title|Hedges}, {date|2012}",
        "{author|Weir, A.}, {title|Well-Kept Hedges}, {date|2012}",
    ),
    "words before the title": (
        "{author|Weir, A.}, Well Kept {title|Hedges}, {date|2012}",
        "{author|Weir, A.}, {note|Well Kept} {title|Hedges}, {date|2012}",
    ),
    "a town before the university of another": (
        "{title|Ditches}. {publisher-place|Leiden} {publisher|University of Utrecht}, {date|2012}",
        "{title|Ditches}. {publisher-place|Leiden} {publisher|University of Utrecht}, {date|2012}",
    ),
    "a town before its state": (
        "{title|Ditches}. {publisher|Perkin Press, Eden Prairie}, {publisher-place|Minnesota} ({date|1992})",
        "{title|Ditches}. {publisher|Perkin Press}, {publisher-place|Eden Prairie, Minnesota} ({date|1992})",
    ),
    "a guideline": (
        "{title|Ditches}. {container-title|NICE guideline NG27}",
        "{title|Ditches}. {report|NICE guideline NG27}",
    ),
    "a guideline with an issue": (
        "{title|Ditches}. {container-title|NICE guideline NG27} {issue|3}",
        "{title|Ditches}. {container-title|NICE guideline NG27} {issue|3}",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES.keys())
def test_parts_are_put_right(before: str, after: str) -> None:
    assert mended(before) == after


def test_a_thousand_places_are_one() -> None:
    places = ", ".join(["{publisher-place|Leeds}", "{publisher-place|London}"] * 500)
    plain = ", ".join(["Leeds", "London"] * 500)
    before = f"{{title|Hedges}}. {places}: {{publisher|Sage}}"
    assert mended(before) == f"{{title|Hedges}}. {{publisher-place|{plain}}}: {{publisher|Sage}}"


def test_spaces_before_punctuation_are_taken_out() -> None:
    report = Report()
    string = String(1, "Weir A , Ash C . Hedges . Lancet 2016 ; 387 ( 4 ): 475 – 90 .")
    read = mend_print(string, Joiner([]), report, Source("list.txt", b"")).text
    assert read == "Weir A, Ash C. Hedges. Lancet 2016; 387 (4): 475–90."
    assert [diagnostic.code for diagnostic in report] == ["space-repaired"]
    french = String(1, "Weir A. Le monde : une haie ; essai. Paris, 2001.")
    assert mend_print(french, Joiner([]), Report(), Source("list.txt", b"")) == french


def test_a_space_between_an_initial_and_its_stop_is_taken_out() -> None:
    string = String(1, "Thompson, E. P . and Lund P , Ash (ed. Hall, P .) The plan B: a work. London, 1963.")
    read = mend_print(string, Joiner([]), Report(), Source("list.txt", b"")).text
    assert read == "Thompson, E. P. and Lund P, Ash (ed. Hall, P.) The plan B: a work. London, 1963."


def test_links_of_markdown_are_furniture() -> None:
    text = "Weir, A. Hedges. [[Google Scholar](https://example.org/a(b)c)] [[CrossRef](https://doi.org/10.1/x)]"
    assert split_tail(text) == ("Weir, A. Hedges.", ("CrossRef", "Google Scholar"))
    link = "Weir, A. [Hedges](https://example.org/a)"
    assert split_tail(link) == (link, ())
