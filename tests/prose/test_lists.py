"""Lists in other house styles with other kinds of damage, and texts that are no lists; see tests/lists/README.md."""

from pathlib import Path

import pytest

import reflist
import strict
from reflist.model import to_csl
from reflist.report import Severity

LISTS = Path(__file__).parent.parent / "lists"

NOT_YET_RIGHT = {
    "cambridge-politics-04": "'Data file edition 3.1.' after a title with the word 'Data'",
    "cambridge-politics-11": "the checksum of a data set: 'UNF:6:aBc9+Q== [fileUNF]'",
    "degruyter-economics-13": "a series without a number after the title's stop: 'OECD Health Policy Studies'",
    "jstor-anthropology-14": "'N.d.' on a line of its own below a name",
    "muse-mla-10": "an interview without a title of its own: 'Interview. Conducted by'",
    "muse-mla-14": "what is reviewed, between the title and the periodical: 'Review of White Teeth, by Zadie Smith'",
    "scielo-abnt-07": "a publisher after its place, only commas around: 'São Paulo, USP, mimeo'",
    "cambridge-law-10": "who helped, after the publisher: 'Oxford: Hart, with S. Beinart'",
    "cambridge-law-16": "months at the end of a title, with the year of the work: 'Quarterly, January–March 2012'",
    "cambridge-territory-05": "what a report calls itself after a title: 'Real People, Real Power, White Paper'",
    "lww-nursing-08": "an issue in brackets without a volume, and pages without their dash: '2011;(48):14'",
    "pmc-vancouver-12": "a word in square brackets after the links: '[Retracted]'",
    "pmc-vancouver-14": "a statute with its chapter: 'Act 2012, c. 7'",
    "pmc-frontiers-09": "'112' after a bracket and a comma may be 1-12, in a list that lost few dashes",
    "ideas-economics-15": "a month as a number after the pages: ', 09.'",
    "copernicus-climate-01": "a series with its number between commas",
    "copernicus-climate-03": "a place with its country after a title, and no publisher",
    "copernicus-climate-05": "what keeps a data set, after a comma and before '[data set]'",
    "copernicus-climate-08": "as copernicus-climate-05, of a program: 'Zenodo [code]'",
    "copernicus-climate-12": "a periodical after a comma, without numbers; 'in review'",
    "copernicus-climate-13": "'1241' may be 12-41, in a list that lost few dashes",
    "ar5iv-learning-06": "the days of a conference within its name",
    "ar5iv-learning-09": "a title that is what a report calls itself",
    "ar5iv-learning-13": "proceedings of which only the acronym is given",
    "wikipedia-article-03": "a site named by its address, and its publisher after it",
    "openedition-sociology-08": "what a report calls itself with its year, after a title with a comma",
    "sage-jhsrp-13": "for whom a report was made, after a title that is a question",
    "wiley-economica-11": "'120149' may be 120-149 or, with its end shortened, 1201-1249",
    "giq-elsevier-04": "a title that ends with an address: 'from data.gov.uk'",
    "giq-elsevier-18": "a series with its number on the line of the source; a line about the author below the list",
    "tandf-geography-04": "what a report says of itself in a sentence of its own, after the title",
    "tandf-geography-05": "a part of a report with its title: 'Part 1: Report'",
    "lancet-medicine-10": "a title that begins with a year, after an institution",
    "ieee-power-11": "an institution that ends in an acronym, with a comma after: 'National Grid ESO,'",
    "mdpi-markdown-06": "the number of a European document, set off by semicolons",
    "plos-ecology-06": "initials that are a degree too: 'Hooper MD'",
    "apa-linked-tails-18": "a series and its volume before the book's title: 'Studies in …: Vol. 3. Boards'",
    "cambridge-chicago-17": "a data set: its repository and version are read as publisher and series",
    "handout-two-21": "two institutions joined by 'and' of which the first begins with no word that tells one",
    "public-management-one-24": "the section of a newspaper in words after it: 'G2 section'",
    "ieee-power-04": "a standard whose title begins with its body",
    "springerlink-vancouver-07": "a guideline's kind and number after its title: 'Clinical guideline 103'",
    "ieee-computing-12": "a standard by two bodies joined by a slash",
    "ieee-computing-22": "as ieee-computing-23",
    "social-policy-two-23": "a report's series and number, after another series",
    "sciencedirect-harvard-20": "two ranges joined by a plus sign, which is set off by spaces",
    "springerlink-vancouver-05": "'1925' may be 19-25 or, with its end shortened, 192-195",
    "voluntary-sector-one-25": "a blog named between title and day",
    "repository-viewed-20": "no separator between the publisher and a place after it: 'Allen & Unwin St Leonards, NSW'",
    "tandf-pmr-10": "a series without a number after the title's stop, in a list that the rules read",
    "oxford-jpart-02": "six digits after a volume in a year of article numbers: '49:111740'",
    "acs-chemistry-08": "a program with its revision",
    "acs-chemistry-13": "'1339' may be 13-39",
    "rsc-journals-07": "an edition that is the title's own",
    "rsc-journals-10": "a thesis without a title",
    "rsc-journals-14": "a year in a title after an institution with a hyphen",
    "annual-reviews-09": "an abbreviated genre: 'Policy Res. Work. Pap.'",
    "annual-reviews-11": "days of an event over two months, abbreviated",
    "annual-reviews-14": "an abbreviated country after a university: 'Nor.'",
    "hindawi-engineering-05": "'Article ID' and the number of pages",
    "hindawi-engineering-08": "a town named as its university is, after it",
    "hindawi-engineering-10": "a book before its editors, without anything that sets it off",
    "degruyter-linguistics-10": "a double surname after the given name",
    "degruyter-linguistics-12": "a title that goes on after its quotation; a volume without an issue before a stop",
    "iop-physics-05": "a title that ends in a formula's number, before a periodical that begins with one",
    "acm-digital-14": "the acronym of a conference in brackets after its place: '(Virtual, Denmark) (ISSTA 2021)'",
    "repository-viewed-07": "parliamentary debates by day, as a newspaper has them",
    "repository-viewed-18": "an office after a title, only a comma between",
    "scielo-pobreza-15": "a law with its number: 'Ley Nº 24.714.'",
}
"""Lines that are read wrongly, and why. The test fails for a line read correctly, too: it must leave this table."""


@pytest.mark.untraced
@pytest.mark.parametrize("name", sorted(path.stem for path in LISTS.glob("*.jsonl")))
def test_the_lines_of_a_list(name: str) -> None:
    truths = strict.read_truth(LISTS / f"{name}.jsonl")
    items = [to_csl(reference) for reference in reflist.parse((LISTS / f"{name}.txt").read_text("utf-8")).references]
    assert len(items) == len(truths)
    wrong = {truth["id"]: strict.differences(truth, item) for truth, item in zip(truths, items, strict=True)}
    known = {id for id in NOT_YET_RIGHT if id.startswith(name)}
    assert {id for id, differences in wrong.items() if differences} == known


@pytest.mark.parametrize("name", sorted(path.stem for path in LISTS.glob("none-*.txt")))
def test_a_text_that_is_no_list_gives_no_reference(name: str) -> None:
    library = reflist.parse((LISTS / f"{name}.txt").read_text("utf-8"))
    assert library.references == ()
    assert all(diagnostic.severity is not Severity.REPAIR for diagnostic in library.report)
