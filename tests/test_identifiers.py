"""Identifiers come out the same however they are printed; other strings give nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.grammar import identifiers
from reflist.grammar.identifiers import Identifier


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("10.1000/ABC.d-1", "10.1000/abc.d-1"),
        ("doi:10.1000/abc", "10.1000/abc"),
        ("http://dx.doi.org/10.1000%2Fabc", "10.1000/abc"),
        ("(10.1000/abc(1))", "10.1000/abc(1)"),
        ("[https://doi.org/10.1000/abc].", "10.1000/abc"),
        ("10.1000/", ""),
        ("10.1/abc", ""),
        ("210.1000/abc", ""),
        ("10.1000/abc?download=1", "10.1000/abc"),
        ("10.1000/).", ""),
        ("", ""),
    ],
)
def test_doi(printed: str, value: str) -> None:
    assert identifiers.read_doi(printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("3-16-148410-X", "9783161484100"),
        ("978-3-16-148410-0 (hbk)", "9783161484100"),
        ("978–3–16–148410–0", "9783161484100"),
        ("978-3-16-148410-1", ""),
        ("12345", ""),
    ],
)
def test_isbn(printed: str, value: str) -> None:
    assert identifiers.read_isbn(printed) == value


@given(st.integers(0, 10**9 - 1))
def test_an_isbn_of_ten_digits_is_the_same_as_that_of_thirteen(number: int) -> None:
    core = f"{number:09}"
    check = -sum((10 - i) * int(digit) for i, digit in enumerate(core)) % 11
    ten = core + ("X" if check == 10 else str(check))
    thirteen = identifiers.read_isbn(ten)
    assert thirteen.startswith("978" + core)
    assert identifiers.read_isbn(thirteen) == thirteen


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("Cm 4310", "cm 4310"),
        ("Cm. 0431", "cm 431"),
        ("CMND 8173", "cmnd 8173"),
        ("(CP 225)", "cp 225"),
        ("White Paper, Cm 6737-I", "cm 6737"),
        ("http://www.example.org/document/cm43/4310/4310-00.htm", "cm 4310"),
        ("http://www.example.org/files/cm4310.pdf", "cm 4310"),
        ("http://www.example.org/document/cm43/5310.htm", ""),
        ("12 cm 30", ""),
        ("Acm 4310", ""),
        ("Cm 43101", ""),
    ],
)
def test_command_paper(printed: str, value: str) -> None:
    assert identifiers.read_command_paper(printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("HC 104 Session 2006–2007", "hc 104 2006-2007"),
        ("HC 104, Session 2006–07", "hc 104 2006-2007"),
        ("HC (2006-07) 104-II", "hc 104-ii 2006-2007"),
        ("HL Paper 12", "hl 12"),
        ("HCT 12", ""),
    ],
)
def test_paper_of_parliament(printed: str, value: str) -> None:
    assert identifiers.read_house_paper(printed) == value


def test_arxiv_and_pubmed() -> None:
    assert identifiers.read_arxiv("arXiv:2101.00001v3") == "2101.00001"
    assert identifiers.read_arxiv("math.AG/0101001") == "math.ag/0101001"
    assert identifiers.read_arxiv("pages 2101.00001") == ""
    assert identifiers.read_pmid("PMID: 12345") == identifiers.read_pmid("12345") == "12345"
    assert identifiers.read_pmid("https://pubmed.ncbi.nlm.nih.gov/12345/") == "12345"
    assert identifiers.read_pmid("no 12345 here") == ""
    assert identifiers.read_pmcid("PMC0012345") == "PMC12345"
    assert identifiers.read_pmcid("12345") == ""


def test_report_number() -> None:
    assert identifiers.read_report_number("WP/12–034") == identifiers.read_report_number("WP No. 12/34") == "wp 12 34"
    assert identifiers.read_report_number("B") == ""


def test_identifiers_in_a_url() -> None:
    url = "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/"
    assert identifiers.in_url(url) == (Identifier("PubMed Central number", "PMC123456"),)
    assert identifiers.in_url("https://www.example.org/about") == ()


def test_numbers_in_a_url_stand_whole_and_are_not_years() -> None:
    url = "http://1234.example.org/2006/123/ab4567/89012-1/?id=3456789"
    assert identifiers.numbers_in_url(url) == {"89012", "3456789"}
    assert identifiers.numbers_in_url("www.example.org/4310.pdf") == {"4310"}


def test_versions_of_one_document() -> None:
    assert identifiers.same_document_version("10.1000/x.pub2", "10.1000/x")
    assert identifiers.same_document_version("10.1000/x/v1", "10.1000/x/v2")
    assert not identifiers.same_document_version("10.1000/x1", "10.1000/x2")


@given(st.text(max_size=60))
def test_no_text_makes_a_reader_fail_and_what_is_read_reads_back(printed: str) -> None:
    for kind, read in identifiers.READERS.items():
        value = read(printed)
        assert not value or read(value) == value, kind
