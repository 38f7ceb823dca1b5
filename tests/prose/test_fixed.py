"""Parts recognisable by their form: theses and talks in brackets, pages before the containing book."""

import pytest

from reflist.prose.fixed.cases import find_case
from reflist.prose.fixed.events import find_proceedings, find_session
from reflist.prose.fixed.gbt import find_signed
from reflist.prose.fixed.heads import find_signal
from reflist.prose.fixed.mla import find_medium, find_numbered_article
from reflist.prose.fixed.numbers import find_numbers_by_label
from reflist.prose.fixed.original_dates import find_original_date
from reflist.prose.fixed.pages import find_pages_in
from reflist.prose.fixed.papers import find_thesis_set_off
from reflist.prose.fixed.publication import find_publisher_first
from reflist.prose.fixed.quoted import find_quoted_container
from reflist.prose.fixed.series import find_collection
from reflist.prose.fixed.works import find_language, find_personal_communication
from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.reference import read_string
from reflist.report import Place, Report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Hedges,” Ph.D. dissertation, Univ.", {"thesis": "Ph.D. dissertation"}),
        ("Hedges. A PhD thesis on ditches.", {}),
        ("Hedges (a thesis).", {}),
        ("Hedges (thesis).", {}),
    ],
)
def test_a_thesis_set_off(text: str, expected: dict[str, str]) -> None:
    line = Line(text)
    find_thesis_set_off(line)
    assert {str(span.label): line.printed(span) for span in line.spans} == expected


@pytest.mark.parametrize(("text", "spoken"), [("Hedges [Paper presentation].", True), ("Hedges [Paper].", False)])
def test_a_talk_in_brackets(text: str, spoken: bool) -> None:
    line = Line(text)
    find_session(line)
    assert line.has(Label.SPEECH) is spoken


def test_pages_before_their_book_after_a_title_that_was_set_off() -> None:
    text = "“Hedges.” Pp. 12–40 in Ditches. Leeds: Ditch."
    line = Line(text)
    line.claim(0, 9, Label.TITLE)
    find_pages_in(line)
    (pages,) = line.of(Label.PAGES)
    assert line.printed(pages) == "12–40"
    assert text[line.container_start or 0 :].startswith("Ditches")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hedges [Paper presentation]. Ditch Annual Conference, Budapest, Hungary.",
            {"event-title": "Ditch Annual Conference", "event-place": "Budapest, Hungary"},
        ),
        ("Hedges [Paper presentation]. Ditch Conference. https://ditch.eu", {"event-title": "Ditch Conference"}),
        ("Hedges [Paper presentation]. Ditch, Leeds.", {"speech": "[Paper presentation]"}),
    ],
)
def test_a_talk_and_its_event(text: str, expected: dict[str, str]) -> None:
    line = Line(text)
    url = text.find("https")
    if url > 0:
        line.claim(url, len(text), Label.URL)
    find_session(line)
    assert {str(span.label): line.printed(span) for span in line.spans if span.label is not Label.URL} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hedges. In Proceedings of the 3rd Ditch Day, Toulouse, France, 2024 July 2018; pp. 3–9.",
            {"event-place": "Toulouse, France", "event-date": "2024 July 2018"},
        ),
        ("Hedges. In: Symposium on Ditches, 3–4 May 2011.", {"event-date": "3–4 May 2011"}),
        ("Hedges. In: Symposium on Ditches, May 2011.", {}),
        ("Hedges. In Proc. of Ditches, Leeds, May 2011, pp. 3", {"event-place": "Leeds", "event-date": "May 2011"}),
        ("Hedges. Proceedings of the Ditch Society, 12, 3–9.", {}),
        ("Hedges at the conference, Leeds, 3 May 2011.", {}),
    ],
)
def test_the_place_and_days_of_proceedings(text: str, expected: dict[str, str]) -> None:
    line = Line(text)
    find_proceedings(line)
    assert {str(span.label): line.printed(span) for span in line.spans} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hedges; Ditch Press: London, UK, 1987.", ["Ditch Press", "London, UK", "1987"]),
        ("Hedges; St. Ditch: Leeds, 1987; pp. 3–9.", ["St. Ditch", "Leeds", "1987"]),
        ("Weir, A.; Ash, B. Ditches: A history, 1914.", []),
        ("Hedges; Ditch Press: London, 19.", []),
    ],
)
def test_a_publisher_before_its_place(text: str, expected: list[str]) -> None:
    line = Line(text)
    find_publisher_first(line)
    assert [line.printed(span) for span in line.spans] == expected


@pytest.mark.parametrize(
    ("text", "note"),
    [("12:3 (in Icelandic).", "in Icelandic"), ("3–9. [In Welsh]", "In Welsh"), ("Ditches (in Welsh). Pond", "")],
)
def test_the_language_of_a_work(text: str, note: str) -> None:
    line = Line(text)
    find_language(line)
    assert "".join(map(line.printed, line.of(Label.NOTE))) == note


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Weir, A. Personal communication, 2019.", "Personal communication"),
        ("Weir, A. Personal communication among ditchers, 2019.", ""),
    ],
)
def test_a_personal_communication(text: str, title: str) -> None:
    line = Line(text)
    find_personal_communication(line)
    assert "".join(map(line.printed, line.of(Label.TITLE))) == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1988;94 Suppl:S95–S120.", {"volume": "94", "issue": "Suppl"}),
        ("2002;42 Suppl 2:93-9.", {"volume": "42", "issue": "Suppl 2"}),
        ("A guide to 42 supplements: 93 of them.", {}),
        ("Revista de Setos, núm. 138, pp. 3-20.", {"issue": "138"}),
        ("Revue des haies, XXXIV-1, pp. 69-95.", {"volume": "XXXIV", "issue": "1"}),
        ("Revue des haies, XLVI, n° 4, p. 580-623.", {"volume": "XLVI", "issue": "4"}),
        ("Louis, XIV-1, roi des haies.", {}),
    ],
)
def test_numbers_after_other_words(text: str, expected: dict[str, str]) -> None:
    line = Line(text)
    find_numbers_by_label(line)
    assert {span.label.value: line.printed(span) for span in line.spans} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1360-80. JSTOR. Web. 12 Mar. 2012.", {"source": "JSTOR", "accessed": "12 Mar. 2012"}),
        ("Ditch Press, 2000. Print.", {}),
        ("Ditch Films, 2000. DVD.", {"medium": "DVD"}),
        ("1360-80. Ditch Press. Web. May 2012.", {"source": "Ditch Press", "accessed": "May 2012"}),
        ("The Open Library. Film.", {"medium": "Film"}),
        ("Hedges on the Web. Ditch Press, 2000.", {}),
        ("Hedges. Print. May 2000 was dry.", {}),
    ],
)
def test_the_medium_at_the_end(text: str, expected: dict[str, str]) -> None:
    line = Line(text)
    find_medium(line)
    assert {span.label.value: line.printed(span) for span in line.spans} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Hedges.” Ditches, vol. 28, no. 3, Fall 1984, pp. 125-33. JSTOR, www.jstor.org/1.",
            "container-title Ditches, volume 28, issue 3, day Fall, date 1984, page 125-33, source JSTOR",
        ),
        (
            "“Hedges?” Ditch News, no. 16, 11 Dec. 2009, p. B6.",
            "container-title Ditch News, issue 16, day 11 Dec., date 2009, page B6",
        ),
        ("“Hedges.” Ditches, vol. 2, 1984.", "container-title Ditches, volume 2, date 1984"),
        ("“Hedges,” in Ditches, edited by A. Weir, no. 3, Ditch Press, 1984.", ""),
        ("Hedges, vol. 28, 1984.", ""),
    ],
)
def test_an_article_with_all_its_numbers_after_labels(text: str, expected: str) -> None:
    line = Line(text)
    find_numbered_article(line)
    spans = sorted(line.spans, key=lambda span: (span.label is Label.DATABASE, span.start))
    assert ", ".join(f"{span.label.value} {line.printed(span)}" for span in spans) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ditch, coll. « Haies ».", {"collection-title": "« Haies »"}),
        ("Ditch, collection “Haies”, n° 12, 320 p.", {"collection-title": "“Haies”, n° 12"}),
        ("Ditch, coll. Weir", {}),
        ("Ditch « Haies »", {}),
    ],
)
def test_a_collection(text: str, expected: dict[str, str]) -> None:
    line = Line(text)
    find_collection(line)
    assert {span.label.value: line.printed(span) for span in line.spans} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doe v. Roe, 410 U.S. 113, 120-21 (1973).", ("Doe v. Roe", "410", "U.S.", "113", "120-21", "1973")),
        (
            "Doe v. Roe, 12 F. Supp. 2d 345 (D. Mass. 1998)",
            ("Doe v. Roe", "12", "F. Supp. 2d", "345", "D. Mass.", "1998"),
        ),
        ("Doe v Roe [1932] AC 562.", ("Doe v Roe", "1932", "AC", "562")),
        ("R v Ditch Board [2003] 2 All ER 45 (HL).", ("R v Ditch Board", "2003", "2", "All ER", "45", "HL")),
        ("Doe v. Ditch Board. 1954. 347 U.S. 483.", ("Doe v. Ditch Board", "1954", "347", "U.S.", "483")),
        ("In re Hedge, 387 U.S. ___ (1967).", ("In re Hedge", "387", "U.S.", "1967")),
        (
            "ECtHR, Doe and Others v. Italy, Application no. 277/09, GC, 3 May 2012.",
            ("ECtHR", "Doe and Others v. Italy", "277/09", "GC", "3 May 2012"),
        ),
        (
            "Case C-34/09, Doe v. Ditch, Inc., [2011] ECR I-1177.",
            ("C-34/09", "Doe v. Ditch, Inc.", "2011", "ECR", "I-1177"),
        ),
        ("Case C-34/09 Doe, EU:C:2011:124", ("C-34/09", "Doe", "EU:C:2011:124")),
        (
            "Hedges in the North (A v. B), Advisory Opinion, I.C.J. Reports 1996, p. 226.",
            ("Hedges in the North (A v. B)", "Advisory Opinion", "I.C.J. Reports", "1996", "226"),
        ),
        (
            "Constitutional Court, Judgment of 3 June 2009, 2 BvE 2/08.",
            ("Constitutional Court", "Judgment", "3 June 2009", "2 BvE 2/08"),
        ),
        (
            "Doe v. Italy, App. No. 30814/06, Eur. Ct. H.R. (2011).",
            ("Doe v. Italy", "30814/06", "Eur. Ct. H.R.", "2011"),
        ),
        ("ECJ. 1964. Doe v. E.N.E.L., Case 6/64. ECR 585.", ("ECJ", "1964", "Doe v. E.N.E.L.", "6/64", "ECR", "585")),
        ("Doe v Roe, 347 US 483, 74 S Ct 686 (1954).", ("Doe v Roe", "347", "US", "483", "74 S Ct 686", "1954")),
        (
            "Ditch Court. 2005. Doe v. Turkey. Judgment. Application No. 44/98. Strasbourg, 10 November.",
            ("Ditch Court", "2005", "Doe v. Turkey", "44/98", "Strasbourg", "10 November."),
        ),
        (
            "Doe v. Roe, 198 U.S. 45 (1905) (Holmes, J., dissenting).",
            ("Doe v. Roe", "198", "U.S.", "45", "1905", "Holmes, J., dissenting"),
        ),
        (
            "CJEU (2015) C-157/15 Doe v Roe NV, judgment of 14 March 2017, ECLI:EU:C:2017:203.",
            ("CJEU", "C-157/15", "Doe v Roe NV", "14 March 2017", "ECLI:EU:C:2017:203"),
        ),
        (
            "Doe v. Greece, 14307/88, Judgment (Merits and Hedges), 25 May 1993.",
            ("Doe v. Greece", "14307/88", "Merits and Hedges", "25 May 1993"),
        ),
        ("Judgment of 13 May 2014, Doe and Roe, C-131/12.", ("13 May 2014", "Doe and Roe", "C-131/12")),
        ("Doe, A. v. Hedges (1973) 12 Ditches 113.", ()),
        ("Weir, A., Doe v. Roe Revisited, 45 Ditch L.J. 12 (1990).", ()),
        ("Nature v. nurture: a reply, 45 Ditch L.J. 12 (1990).", ()),
    ],
)
def test_a_case_at_law(text: str, expected: tuple[str, ...]) -> None:
    line = Line(text)
    find_case(line)
    assert tuple(line.printed(span) for span in sorted(line.spans, key=lambda span: span.start)) == expected


def test_a_case_at_law_is_of_its_type() -> None:
    reference = read_string("Doe v. Roe, 12 F. Supp. 2d 3456 (D. Mass. 1998).", Place(), Report())
    assert reference is not None
    assert (reference.type, reference.plain("authority"), reference.plain("page")) == ("legal_case", "D. Mass.", "3456")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("London: Ditch Press, 1996. First published 1982.", "1982"),
        ("London: Ditch Press (originally published 1982).", "1982"),
        ("Weber M. 1978 (1922). Economy and society", "1922"),
        ("The paper first published in 1982 by Ditch Press.", ""),
    ],
)
def test_when_a_work_was_new(text: str, year: str) -> None:
    line = Line(text)
    find_original_date(line)
    assert "".join(map(line.printed, line.of(Label.ORIGINAL_DATE))) == year


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("See also Ann Weir, Hedges (Leeds: Ditch, 1971)", "See also "),
        ("Vgl. auch Weir, Ann (2004): Hecken.", "Vgl. auch "),
        ("See, J. (2004) Hedges.", ""),
        ("See J (2004) Hedges.", ""),
        ("Weir, A. (2004) See Hedges.", ""),
    ],
)
def test_what_a_note_says_before_it_cites(text: str, parts: str) -> None:
    line = Line(text)
    find_signal(line)
    assert "".join(was for was, now in zip(text, line.open, strict=True) if was != now) == parts


@pytest.mark.parametrize(
    "text", ["[J] Hedges, 2004.", "Weir, A. Hedges [X]. 2004.", "On hedges [J] and, so.", "Hedges"]
)
def test_a_letter_in_brackets_that_is_no_sign(text: str) -> None:
    line = Line(text)
    find_signed(line)
    assert line.open == text


@pytest.mark.parametrize(
    ("text", "container"),
    [("Siepi, in «Rivista delle siepi», n. 3.", "Rivista delle siepi"), ("Siepi, in Rivista «delle siepi», n. 3.", "")],
)
def test_a_periodical_in_quotation_marks(text: str, container: str) -> None:
    line = Line(text)
    find_quoted_container(line)
    assert "".join(map(line.printed, line.of(Label.CONTAINER))) == container


@pytest.mark.parametrize("day", ["2019", "2019-04-15"])
def test_when_a_signed_web_page_appeared(day: str) -> None:
    line = Line(f"李强. 树篱[EB/OL]. ({day})[2020-05-03].")
    find_signed(line)
    dates = [(str(span.label), line.printed(span)) for span in line.of(Label.DATE, Label.DAY, Label.ACCESSED)]
    assert dates == [("date" if day == "2019" else "day", day), ("accessed", "2020-05-03")]
