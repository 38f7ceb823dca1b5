"""Finding the references of a whole text: headings in four languages, several sections, lone identifiers."""

import textwrap

import pytest

import reflist
from reflist.model import to_csl
from reflist.prose.text_lines import goes_on_with_address

REFERENCES = (
    "Okafor, B. and Lind, P. (1999), ‘Who governs the clinic?’, Public Administration, 77, 3, 431–50.",
    "Harrow, M. (1987), The Making of the Provincial Town, London: Pluto Press.",
    "Sato, K. (2004), ‘Users as partners’, Social Policy & Administration, 38, 2, 101–15.",
    "Adeyemi, T. (2010), Falls in Care, Bristol: Policy Press.",
)
TEXT = """A paper on towns

Ann Lee

Abstract
We asked.

Introduction
Much has been written on local government (Harrow, 1987). We argue that users are partners in what they get
(Sato, 2004), and that clinics differ in how they are governed.

"""
HEADINGS = """References; REFERENCES; 7 References; VII. Bibliography; References:; # References; **References**;
Bibliography; Works Cited; Literature cited; Cited literature; Reference List; Sources; Further reading;
Bibliography and sources;
Literatur; ## Literatur; Literaturverzeichnis; Quellen; Quellen- und Literaturverzeichnis;
Literatur- und Quellenverzeichnis; Zitierte Literatur; Verwendete Literatur; Sekundärliteratur; Primärquellen;
Literaturnachweise; Bibliographie; Références; Références bibliographiques; Bibliografía; Referencias;
Referencias bibliográficas; Fuentes y bibliografía; Bibliografia; Riferimenti bibliografici; Referências"""


def titles(text: str) -> list[str]:
    return [str(to_csl(reference)["title"]) for reference in reflist.parse(text).references]


TITLES = titles("\n".join(REFERENCES))


@pytest.mark.parametrize("heading", [heading.strip() for heading in HEADINGS.replace("\n", " ").split(";")])
def test_a_list_below_its_heading(heading: str) -> None:
    assert titles(TEXT + heading + "\n\n" + "\n".join(REFERENCES)) == TITLES


def test_several_sections() -> None:
    text = TEXT + "Primary sources\n\n" + "\n".join(REFERENCES[:2]) + "\n\nReferences\n\n" + "\n".join(REFERENCES[2:])
    assert titles(text) == TITLES


def test_a_word_that_may_head_a_list_heads_none_above_running_text() -> None:
    text = TEXT + "Sources\n\nWe used the papers of the town, which are kept in its archive.\n\nReferences\n\n"
    assert titles(text + "\n".join(REFERENCES)) == TITLES


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("10.1000/182", {"DOI": "10.1000/182"}),
        ("https://doi.org/10.1000/182", {"DOI": "10.1000/182"}),
        ("ISBN 978-0-306-40615-7", {"ISBN": "978-0-306-40615-7"}),
        ("978-0-306-40615-7", {"ISBN": "978-0-306-40615-7"}),
        ("9780306406157", {"ISBN": "9780306406157"}),
        ("PMID: 12345678", {"PMID": "12345678"}),
        ("PMCID: PMC1234567", {"PMCID": "PMC1234567"}),
        ("arXiv:1706.03762", {"number": "arXiv:1706.03762"}),
    ],
)
def test_an_identifier_alone_is_a_record_with_just_that(text: str, variables: dict[str, str]) -> None:
    [reference] = reflist.parse(text).references
    assert {key: value for key, value in to_csl(reference).items() if key not in ("id", "type")} == variables


@pytest.mark.parametrize(
    ("end", "rest"),
    [
        ("10.1016/j.", "foo.2004.01.001"),
        ("10.1111/", "j.1467-9299"),
        ("10.1016/j.lan", "dusepol.2004.01.003"),
        ("10.1080/1359", "7566.2012.688272"),
    ],
)
def test_a_doi_broken_over_two_lines(end: str, rest: str) -> None:
    text = f"{REFERENCES[0]} doi: {end}\n{rest}\n{REFERENCES[1]}"
    first, second = reflist.parse(text).references
    assert first["DOI"] == end + rest
    assert "DOI" not in second


def test_an_address_broken_over_two_lines() -> None:
    text = f"{REFERENCES[0]} https://www.gov.example/publi\ncations/hedges-2004\n{REFERENCES[1]}"
    first, second = reflist.parse(text).references
    assert first["URL"] == "https://www.gov.example/publications/hedges-2004"
    assert "URL" not in second


@pytest.mark.parametrize("below", ["12–34.", "3.5.2004", "Weir-Roe, A. (2004) Hedges, Leeds: Gate."])
def test_what_cannot_be_the_rest_of_an_address_is_none(below: str) -> None:
    assert not goes_on_with_address("https://doi.org/10.1000/182", below)


def test_ibid_below_a_reference_is_no_part_of_it() -> None:
    library = reflist.parse(f"{REFERENCES[0]}\nIbid., pp. 23-25.\n{REFERENCES[1]}")
    assert [reference.plain("title") for reference in library.references] == TITLES[:2]
    assert "cited-again" in library.report.counts()
    (alone,) = reflist.parse("Ibid., pp. 23-25.", lines=True).references
    assert to_csl(alone)["note"] == "Ibid., pp. 23-25."


ROMAN = ("i", "ii", "iii", "iv")


@pytest.mark.parametrize(
    "form", ["{}: ", "{} - ", "#{} ", "#{}. ", "[R{}] ", "({}). ", "{letter}) ", "({letter}) ", "{roman}. "]
)
@pytest.mark.parametrize("width", [60, 300])
def test_a_list_numbered_or_lettered_in_its_own_way(form: str, width: int) -> None:
    labels = [form.format(n + 1, letter="abcd"[n], roman=ROMAN[n]) for n in range(len(REFERENCES))]
    lines = [label + text for label, text in zip(labels, REFERENCES, strict=True)]
    assert titles("\n".join(line for text in lines for line in textwrap.wrap(text, width))) == TITLES


def test_letters_that_begin_anew() -> None:
    labels = ("a) ", "b) ", "a) ", "b) ")
    assert titles("\n".join(label + text for label, text in zip(labels, REFERENCES, strict=True))) == TITLES


@pytest.mark.parametrize("sign", ["+ ", "\\item ", "📚 ", "★ ", "• "])
def test_a_list_with_a_sign_before_each(sign: str) -> None:
    assert titles("\n".join(sign + text for text in REFERENCES)) == TITLES


@pytest.mark.parametrize("between", [" | ", " • ", " || ", "; "])
def test_references_in_one_line_between_signs(between: str) -> None:
    body = "Department of Hedges (2006), Our Hedges, Our Say: A New Direction, London: The Stationery Office."
    assert titles(between.join((*REFERENCES, body))) == [*TITLES, "Our Hedges, Our Say: A New Direction"]


def test_bars_in_one_reference_part_nothing() -> None:
    assert (
        len(reflist.parse(f"{REFERENCES[0][:-1]} | a note | another note, which is as long as any other.").references)
        == 1
    )


def test_a_wrapped_list_with_double_spacing() -> None:
    lines = [line for text in REFERENCES for line in textwrap.wrap(text, 60)]
    assert titles("\n\n".join(lines)) == TITLES


@pytest.mark.parametrize("heading", ["Statutes", "Table of cases", "Rechtsprechung", "Páginas web"])
def test_what_a_list_ends_with_below_a_heading_of_its_own_is_read(heading: str) -> None:
    assert titles("\n".join((*REFERENCES, "", heading, "", "Children Act 1989"))) == [*TITLES, "Children Act 1989"]


@pytest.mark.parametrize("below", ["Source: Department of Hedges (2011), Leeds: Gate.", "Quelle: Weir (2004), Bonn."])
def test_what_a_table_was_made_of_is_no_reference_below_it(below: str) -> None:
    assert titles("\n".join((*REFERENCES, below))) == TITLES


def test_when_a_paper_came_in_is_no_reference() -> None:
    notices = (
        "Address for correspondence: Ann Weir, Department of Hedges, University of Leeds, Leeds LS2 9JT.",
        "Received 3 March 2006; accepted 5 May 2006",
        "Edited by A Weir; submitted 21.02.20; peer-reviewed by B Roe; accepted 03.06.20; published 28.07.20",
    )
    for notice in notices:
        assert titles("\n".join(("References", "", *REFERENCES, "", notice))) == TITLES


def test_a_doi_at_its_end_is_not_joined_to_the_next_reference() -> None:
    text = f"{REFERENCES[0]} doi: 10.1000/182.\n{REFERENCES[1]}"
    assert [reference["DOI"] for reference in reflist.parse(text).references if "DOI" in reference] == ["10.1000/182"]


def test_lines_quoted_in_a_letter_are_read_without_their_marks() -> None:
    text = "\n".join(f"> {line}" for reference in REFERENCES for line in textwrap.wrap(reference, 70))
    assert titles(f"> > A list of mine\n>\n{text}") == TITLES


def test_a_wrapped_list_without_a_heading_in_which_lines_read_as_sentences_is_a_list() -> None:
    sentences = (
        "Weir, A. (2001), ‘What the people of the valley remembered of the flood and of the men who had walled in "
        "the river before it, and what they told those who asked them’, Parish Climate, 12, 1, 1–9."
    )
    text = "\n\n".join("\n".join(textwrap.wrap(reference, 60)) for reference in (sentences, *REFERENCES))
    assert titles(text)[1:] == TITLES


def test_the_list_of_each_chapter_is_found() -> None:
    chapters = (
        f"## Chapter {number}. {name}\n\nMuch has been written (Harrow, 1987).\n\n### {heading}\n\n* {reference}\n"
        for number, name, heading, reference in (
            (1, "Introduction", "References for chapter 1", REFERENCES[0]),
            (2, "Towns", "Chapter 2: References", REFERENCES[1]),
            (3, "Users", "Literatur zu Kapitel III", REFERENCES[2]),
        )
    )
    text = "\n".join((*chapters, "## Appendix: the questions\n\n1. How old are you?"))
    library = reflist.parse(text)
    assert [str(to_csl(reference)["title"]) for reference in library.references] == TITLES[:3]
    assert not [finding for finding in library.report if finding.code == "not-a-reference"]


def test_a_list_below_running_text_needs_no_heading_that_is_known() -> None:
    assert titles(f"{TEXT}What we read for this paper\n" + "\n".join(REFERENCES)) == TITLES
    assert titles(f"{TEXT}What we read for this paper\n{REFERENCES[0]}\n{REFERENCES[1]}") == []


def test_notes_of_markdown_begin_references_and_brackets_are_no_part_of_addresses() -> None:
    hardin = "Hardin, G. (1968). The tragedy of the commons. *Science*, **162**(3859), 1243–1248."
    text = f"# Notes\n\nOnce said.[^1]\n\n[^1]: {hardin} <https://doi.org/10.1126/science.162.3859.1243>\n"
    text += "[^bowling]: Putnam, R. D. (2000). *Bowling Alone*. New York: Simon & Schuster. <https://example.org/a>\n"
    first, second = reflist.parse(text).references
    assert (first.plain("DOI"), second.plain("URL")) == ("10.1126/science.162.3859.1243", "https://example.org/a")
