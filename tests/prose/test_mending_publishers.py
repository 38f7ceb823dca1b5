"""Parts put right that publishers' pages print so: closed quotations, abbreviated names, places, spaces."""

import pytest

from reflist.prose.misprints import mend_print
from reflist.prose.page.furniture import split_tail
from reflist.prose.page.lines import Joiner
from reflist.prose.strings import String
from reflist.report import Report
from reflist.source import Source
from spans_marked import mended

CASES = {
    "the mark of a question": (
        "{title|Why}? {container-title|Lancet}",
        "{title|Why?} {container-title|Lancet}",
    ),
    "an abbreviation behind a closed quotation": (
        "{title|‘Films’, Electrocompon}. {container-title|Sci}., {volume|3}",
        "{title|‘Films’}, {container-title|Electrocompon. Sci}., {volume|3}",
    ),
    "a publisher behind a closed quotation": (
        '{title|"Ways," Energy Agency}, {publisher-place|Paris}',
        '{title|"Ways,"} {publisher|Energy Agency}, {publisher-place|Paris}',
    ),
    "an abbreviation behind a question": (
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
    "a number behind a book": (
        "{title|Ditches}. In {container-title|Walls, 12140}",
        "{title|Ditches}. In {container-title|Walls, 12140}",
    ),
    "words for a work on its way behind a periodical": (
        "{title|Ditches}. {container-title|IEEE Softw., early access}",
        "{title|Ditches}. {container-title|IEEE Softw.}, {status|early access}",
    ),
    "a body of a state": (
        "{title|Ditches}. {publisher|U.S}. {note|Department of Labor}",
        "{title|Ditches}. {publisher|U.S. Department of Labor}",
    ),
    "a place behind its university": (
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
    "a town that names its university": (
        "{title|Ditches}. {publisher-place|Leiden} {publisher|University}, {date|2012}",
        "{title|Ditches}. {publisher|Leiden University}, {date|2012}",
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


def test_links_of_markdown_are_furniture() -> None:
    text = "Weir, A. Hedges. [[Google Scholar](https://example.org/a(b)c)] [[CrossRef](https://doi.org/10.1/x)]"
    assert split_tail(text) == ("Weir, A. Hedges.", ("CrossRef", "Google Scholar"))
    link = "Weir, A. [Hedges](https://example.org/a)"
    assert split_tail(link) == (link, ())
