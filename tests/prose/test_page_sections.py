"""Headings, the parts of a page, and lines that a PDF has wrapped."""

import pytest

from reflist.prose.page.fields import Field, read_all_labelled, read_issue_line, read_labelled, tells_of_paper
from reflist.prose.page.headings import Part, is_subheading, part_of
from reflist.prose.page.sections import Sections, split_sections
from reflist.prose.text_lines import Joiner, Line, lines_of, paragraphs
from reflist.report import Report
from reflist.source import Source


def sections(text: str) -> Sections:
    return split_sections(lines_of(Source.from_text(text)))


def shape(text: str) -> list[tuple[str, list[str]]]:
    """The parts that have text, and the lines of each."""
    return [
        (section.part.value, [line.text for line in section.lines if line])
        for section in sections(text).all
        if any(section.lines)
    ]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("References", Part.REFERENCES),
        ("REFERENCES", Part.REFERENCES),
        ("References:", Part.REFERENCES),
        ("**References**", Part.REFERENCES),
        ("## References", Part.REFERENCES),
        ("References (42)", Part.REFERENCES),
        ("7. References", Part.REFERENCES),
        ("VII References", Part.REFERENCES),
        ("Bibliography", Part.REFERENCES),
        ("Works Cited", Part.REFERENCES),
        ("Literatur", Part.REFERENCES),
        ("Literaturverzeichnis", Part.REFERENCES),
        ("Références", Part.REFERENCES),
        ("Bibliografía", Part.REFERENCES),
        ("Notes and references", Part.REFERENCES),
        ("Abstract", Part.ABSTRACT),
        ("Zusammenfassung", Part.ABSTRACT),
        ("Key words", Part.KEYWORDS),
        ("1. Introduction", Part.BODY),
        ("Metrics", Part.ASIDE),
        ("Copyright", Part.FIELD),
        ("References to God in verse", None),
        ("Reference, please", None),
        ("", None),
        ("x" * 100, None),
    ],
)
def test_headings(line: str, part: Part | None) -> None:
    assert part_of(line) is part


def test_subheadings() -> None:
    assert is_subheading("Primary Sources")
    assert is_subheading("2. Books:")
    assert not is_subheading("Bookselling")


PROSE = (
    "It is said that much of what is done in the parish is done by those who are never asked about it at all, "
    "and so it goes on."
)


def test_a_page_in_its_parts() -> None:
    text = (
        "A Title\nAnn Lee\n\nAbstract\nShort.\nKeywords\na; b\nIntroduction\nBody.\n"
        "References\nWeir (2004)\nMetrics\nx y"
    )
    assert shape(text) == [
        ("front", ["A Title", "Ann Lee"]),
        ("abstract", ["Short."]),
        ("keywords", ["a; b"]),
        ("body", ["Body."]),
        ("references", ["Weir (2004)"]),
        ("aside", ["x y"]),
    ]


@pytest.mark.parametrize("heading", ["Abstract: ", "ABSTRACT – ", "Abstract—", "Summary. "])
def test_a_heading_with_its_text_on_the_line(heading: str) -> None:
    assert shape(f"A Title\n{heading}Short.\nKeywords: a; b")[1:] == [
        ("abstract", ["Short."]),
        ("field", ["Keywords: a; b"]),
    ]
    assert shape("A Title\nAbstract\nShort.\nKeywords a, b")[2:] == [("keywords", ["a, b"])]
    assert shape("A Title\nSchlüsselwörter: a; b")[1:] == [("keywords", ["a; b"])]


def test_running_text_without_a_heading() -> None:
    assert shape(f"A Title\n\n{PROSE}\n\nMore.") == [("front", ["A Title"]), ("body", [PROSE, "More."])]
    long = PROSE * 3
    assert shape(long) == [("body", [long])]
    assert shape(f"Keywords\n{PROSE}\n{PROSE}")[1:] == [("body", [PROSE])]


def test_running_text_wrapped_short() -> None:
    wrapped = [
        "It is said that much of what is done",
        "in the parish is done by those who are",
        "never asked about it at all, and that",
        "goes on.",
    ]
    assert shape("\n".join(["A Title", "", *wrapped])) == [("front", ["A Title"]), ("body", wrapped)]
    few = wrapped[:3]
    assert shape("\n".join(["A Title", "", *few])) == [("front", ["A Title", *few])]


def test_labels_in_the_front_matter_are_no_headings() -> None:
    assert shape("A Title\nType\nArticles") == [("front", ["A Title", "Type", "Articles"])]
    assert shape("Abstract\nShort.\nType\nArticles\nCopyright\n© 2008") == [
        ("abstract", ["Short."]),
        ("field", ["Articles", "Copyright", "© 2008"]),
    ]


def test_a_structured_abstract_is_one() -> None:
    text = "Abstract\nPurpose\nTo see.\nMethods\nWe looked.\nIntroduction\nBody."
    assert shape(text) == [("abstract", ["Purpose", "To see.", "Methods", "We looked."]), ("body", ["Body."])]
    assert shape("Abstract\nShort.\nMethods\nWe looked.") == [("abstract", ["Short."]), ("body", ["We looked."])]


def test_labels_below_the_abstract_end_it() -> None:
    assert shape("Abstract\nShort.\nItem Type: Article")[1:] == [("field", ["Item Type: Article"])]


def test_furniture_is_left_out_and_kept_apart() -> None:
    found = sections("Skip to main content\nA Title\nMetrics\n\nReferences\nHide All\nWeir (2004)\n<date>")
    assert [line.number for line in found.furniture] == [1, 3, 6, 8]
    assert [line.text for line in found.lines(Part.FRONT, Part.REFERENCES) if line] == ["A Title", "Weir (2004)"]


def test_the_page_may_go_on_below_its_list_without_a_known_heading() -> None:
    listed = "References\n\nWeir, A. (2004), X, London: Y.\n"
    assert shape(f"{listed}\nPeople who read this\nread that\nand that 12\n")[1:] == [
        ("aside", ["People who read this", "read that", "and that 12"])
    ]
    for below in ("Ash, B. (2005), Z.", "Making It Real 2011", "a sentence that ends.", "x" * 100):
        assert shape(f"{listed}\n{below}\n") == [("references", ["Weir, A. (2004), X, London: Y.", below])]
    assert len(shape(f"{listed}Without a blank line")) == 1


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Pages29-39", Field.PAGES, "29-39"),
        ("DOIhttps://doi.org/10.1/x", Field.DOI, "https://doi.org/10.1/x"),
        ("Date01 November 2006", Field.DATE, "01 November 2006"),
        ("Published date01 November 2006", Field.DATE, "01 November 2006"),
        ("AuthorAnn Lee,Bo Fry", Field.AUTHORS, "Ann Lee,Bo Fry"),
        ("Subject MatterEducation", Field.SUBJECT, "Education"),
        ("• ISSN: 1474-7464", Field.ISSN, "1474-7464"),
        ("First published: 02 January 2011", Field.ONLINE_DATE, "02 January 2011"),
        ("First Published June 1, 2009", Field.ONLINE_DATE, "June 1, 2009"),
        ("Affiliation:", Field.AFFILIATION, ""),
        ("DOI", Field.DOI, ""),
    ],
)
def test_labels(line: str, field: Field, value: str) -> None:
    assert read_labelled(line) == (field, value, "")


def test_a_label_with_the_publisher_between() -> None:
    assert read_labelled("Published online by Some Press: 01 May 2009") == (
        Field.ONLINE_DATE,
        "01 May 2009",
        "Some Press",
    )


@pytest.mark.parametrize(
    "line", ["", "Dating violence", "Author of it all", "Volume control", "x" * 500, "Pages of history"]
)
def test_what_labels_nothing(line: str) -> None:
    assert read_labelled(line) is None


def test_labels_in_a_row() -> None:
    line = "Pages 215-231 | Received 12 Jan 2008, Accepted 10 Oct 2008, Published online: 15 Apr 2009"
    assert [(labelled.field, labelled.value) for labelled in read_all_labelled(line)] == [
        (Field.PAGES, "215-231"),
        (Field.HISTORY, "12 Jan 2008"),
        (Field.HISTORY, "10 Oct 2008"),
        (Field.ONLINE_DATE, "15 Apr 2009"),
    ]
    assert read_all_labelled("x" * 500) == []


def test_what_ends_an_abstract() -> None:
    assert tells_of_paper("Item Type: Article")
    assert not tells_of_paper("Author: that is what they call themselves")
    assert not tells_of_paper("It is a question of one thing: money")
    assert not tells_of_paper(f"Type: {'x' * 300}")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Volume 1 Issue 3 November 2006", ("", "1", "3", "", "November 2006")),
        ("Volume 12, 2009 - Issue 3", ("", "12", "3", "", "2009")),
        ("Volume 45, Issue 1 p. 54-68", ("", "45", "1", "54-68", "")),
        (
            "Plain Things , Volume 8 , Issue 1 , January 2009 , pp. 13 - 24",
            ("Plain Things", "8", "1", "13 - 24", "January 2009"),
        ),
        ("Plain Things volume 4, pages155–169 (1973)", ("Plain Things", "4", "", "155–169", "1973")),
        ("Volume: 29 issue: 3, page(s): 402-421", ("", "29", "3", "402-421", "")),
    ],
)
def test_lines_of_an_issue(line: str, expected: tuple[str, ...]) -> None:
    assert read_issue_line(line) == expected


@pytest.mark.parametrize(
    "line", ["", "Volume control", "Speak volumes", "Volume 2 of her diaries", "Issue 3", "x" * 500]
)
def test_what_is_no_line_of_an_issue(line: str) -> None:
    assert read_issue_line(line) is None


def test_lines_fold_white_space_and_know_their_indentation() -> None:
    assert lines_of(Source.from_text("  a\u00a0 b\u200b\t c \n\n")) == [Line(1, "a b c", 2), Line(2, ""), Line(3, "")]


def test_paragraphs() -> None:
    lines = lines_of(Source.from_text("\na\nb\n\n\nc"))
    assert [[line.text for line in run] for run in paragraphs(lines)] == [["a", "b"], ["c"]]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("one\ntwo", "one two"),
        ("a partner-\nship", "a partnership"),
        ("a partner\u00ad\nship", "a partnership"),
        ("the co-\nordination", "the co-ordination"),
        ("Wilks-\nHeeg", "Wilks-Heeg"),
        ("a half-\ntruth; no half-truth", "a half-truth; no half-truth"),
        ("in 1997-\n2007", "in 1997-2007"),
        ("see http://example.org/a-\nb", "see http://example.org/a-b"),
        ("see www.example.org/\nb", "see www.example.org/b"),
        ("and/\nor", "and/ or"),
    ],
)
def test_joining(text: str, joined: str) -> None:
    source = Source.from_text(text)
    lines = lines_of(source)
    assert Joiner(lines).join(lines, Report(), source) == joined


def test_a_divided_word_is_reported_where_it_was_divided() -> None:
    source, report = Source.from_text("x\na partner-\nship", "page.txt"), Report()
    Joiner([]).join(lines_of(source), report, source)
    assert [str(diagnostic) for diagnostic in report] == [
        "page.txt:2: repair[hyphen-repaired] closed up the divided word partner-|ship"
    ]
