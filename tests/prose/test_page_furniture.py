"""Furniture that pages glue on: whole lines, and the ends of lines."""

import pytest

from reflist.prose.page.furniture import is_furniture, split_tail

REFERENCE = "Weir, A. (2004), ‘A title’, A Journal, 26, 4, 699721."


@pytest.mark.parametrize(
    "line",
    [
        "Hide All",
        "Recommend this journal",
        "Skip to main content Accessibility help",
        "×",
        "Home",
        "Metrics",
        "Loading metrics...",
        "Total number of HTML views: 0",
        "Total abstract views: 0 *",
        "* Views captured on Cambridge Core between <date>. This data will be updated every 24 hours.",
        "Usage data cannot currently be displayed",
        "<date>",
        "Please enter a valid email address",
        "Who would you like to send this to? *",
        "Email your librarian or administrator to recommend adding this journal to your organisation's collection.",
        "Hostname: page-component-1 Total loading time: 0 Render date: 2024-03-27T13:32:18.477Z",
        "Get access to the full version of this content by using one of the access options below.",
        "VENDOR uses login cookies to provide you with a better browsing experience.",
        "We use cookies on this site.",
        "Google Scholar",
        "CrossRefGoogle Scholar",
        "Article  Google Scholar".replace("  ", " "),
        "[Crossref], [Web of Science ®], [Google Scholar]",
        "1,234 Views",
        "View all 23 references",
        "Download PDF",
        "[Crossref], [PubMed], [CAS], Google Scholar",
        "There is no corresponding record for this reference.",
        "† Electronic supplementary information (ESI) available. See DOI: 10.1039/d1ta00000x",
    ],
)
def test_whole_lines(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        REFERENCE,
        "Google Scholar and the library",
        "Metrics of care: a study",
        "Home care for the old",
        "The use of cookies in the parish",
        "References",
        "x" * 1000,
    ],
)
def test_content_is_none(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "tail",
    [
        "Google Scholar",
        " Google Scholar",
        "CrossRefGoogle Scholar",
        "CrossRef Google Scholar",
        "CrossRefGoogle ScholarPubMed",
        " [Crossref], [Web of Science ®], [Google Scholar]",
        " Google Scholar | Crossref | ISI",
        "Find it",
        " View Article",
        "OpenURL",
        " Article Google Scholar",
        "Full text via CrossRef",
        " [CrossRef]",
        " [ISI]",
        " [Google Scholar]",
        "Google ScholarGoogle Scholar",
        " Link, ISI, Google Scholar",
        " Crossref, Medline, Google Scholar",
        "Google Scholar|",
        "View PDFView articleView in ScopusGoogle Scholar",
        " Show in Context CrossRef Google Scholar",
        "Google ScholarDigital LibraryNavigate to citation 12",
        " View Article PubMed/NCBI Google Scholar",
        "Abstract/FREE Full TextGoogle Scholar",
        "OpenUrlCrossRefPubMedWeb of ScienceGoogle Scholar",
        " View at: Publisher Site | Google Scholar",
        "Scopus (12) PubMed Crossref Google Scholar",
        " Article MathSciNet MATH Google Scholar",
        "[ACS Full Text ACS Full Text], [CAS], Google Scholar",
        " CrossRef CAS PubMed .",
        " RSC .",
        "Google Scholar;",
    ],
)
def test_tails(tail: str) -> None:
    if tail.endswith(";"):
        assert split_tail(REFERENCE + tail).content == REFERENCE + tail  # no content ends with a semicolon
        return
    split = split_tail(REFERENCE + tail)
    assert split.content == REFERENCE
    assert split.taken


@pytest.mark.parametrize(
    "line",
    [
        REFERENCE,
        "Jacsó, P. (2005) Searching in Google Scholar",
        "Jacsó, P. (2005) Scopus, Web of Science and Google Scholar",
        "Jacsó, P. (2005) Web of Science, Google Scholar",
        "Jacsó, P. (2005) Google Scholar: the pros and the cons, Online Review, 29, 2, 208–14.",
        "Jacsó, P. (2005) How to write an Abstract",
        "Jacsó, P. (2005) A short Article",
        "Jacsó, P. (2005) On prizes (Google Scholar",
        "Jacsó, P. (2005) Cambridge: RSC",
        "Jacsó, P. (2005) A short title .",
        "Google Scholar",
    ],
)
def test_a_title_keeps_its_words(line: str) -> None:
    assert split_tail(line).content == line


def test_tails_are_named_last_first() -> None:
    assert split_tail("Policy, 26, 4, 699721.CrossRefGoogle Scholar").taken == ("Google Scholar", "CrossRef")


def test_a_tail_glued_to_an_address_is_split_from_it() -> None:
    assert split_tail("London, http://www.example.org/pr.pdfGoogle Scholar").content.endswith("/pr.pdf")
    assert split_tail("New York, pp. 257270Google Scholar").content.endswith("257270")


def test_the_slash_that_ends_an_address_is_its_own() -> None:
    assert split_tail("Weir, A. https://a.org/b/Google Scholar").content == "Weir, A. https://a.org/b/"
    assert split_tail("Weir, A. 12–19 / Google Scholar").content == "Weir, A. 12–19"


def test_only_the_end_of_a_long_line_is_looked_at() -> None:
    line = "Google Scholar " + "word " * 400 + "end.Google Scholar"
    assert split_tail(line).content == line.removesuffix("Google Scholar")
