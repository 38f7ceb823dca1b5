"""A style of the journals' own form gives back the lines that the seed pages print, from what was read of them."""

import re
from collections.abc import Mapping
from pathlib import Path

import reflist
from reflist.csl import Style
from reflist.csl.schema import schema_error
from reflist.engines import render_bibliography
from reflist.model import Reference
from reflist.prose.page.furniture import split_tail

STYLE = Path(__file__).with_name("journal.csl")

COMMA_AFTER_YEAR = ('<group prefix="(" suffix=")">', '<group prefix="(" suffix="),">')
LONG_RANGES = ('page-range-format="minimal-two"', 'page-range-format="expanded"')
COMMA_BEFORE_AND = ('delimiter-precedes-last="never"', 'delimiter-precedes-last="contextual"')
EDS = '<term name="editor" form="short"><single>ed.</single><multiple>eds.</multiple></term>'
STOP_AFTER_EDS = ("  <macro name", f"  <locale><terms>{EDS}</terms></locale>\n  <macro name")

FORMS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "000": (COMMA_AFTER_YEAR, COMMA_BEFORE_AND),
    "001": (STOP_AFTER_EDS,),
    "003": (COMMA_AFTER_YEAR, LONG_RANGES),
    "004": (LONG_RANGES,),
}
"""What a volume of the journal prints in its own way, as changes of the style."""


INCONSISTENT = {
    "Department of Health (DOH) (2007)": "a comma between place and publisher",
    "Wilks-Heeg, S.": "a comma between place and publisher, and a chapter's number in place of pages",
    "Cabinet Office (2010)": "a page of the web whose title has no quotation marks",
    "Jessop, B. (2002)": "a day of access in figures; place before publisher in a paper from the web",
    "Wilson, G., (1994)": "a comma before the year",
    "Barnes, M., Harrison, S.": "no comma after the title of the book",
    "Clarke, J., Cochrane, A.": "no comma after the year",
    "Cottam, H.": "no comma after the year",
    "Garn, H.": "a report whose title has quotation marks, and its publisher before the place",
    "National Consumer Council": "a stroke between two authors",
    "Wirth, W.": "no 'pp.' before the pages of a chapter",
    "Fenwick, J.": "the comma inside the quotation marks, 'Vol' and 'pp.', the issue in brackets",
    "Ouimet, M.": "the comma inside the quotation marks, 'no' and 'pp.'",
    "Skelcher, C": "the comma inside the quotation marks, 'Vol' and 'pp.', the issue in brackets",
}
"""The lines that do not come back, by how they begin, and what they print unlike the rest of their list."""


def test_the_printed_lines_come_back(seeds: list[Path]) -> None:
    pairs = [pair for page in seeds if page.name[:3] in FORMS for pair in lines(page)]
    departing = [(printed, given) for printed, given in pairs if printed != given]
    unlisted = [pair for pair in departing if not pair[0].startswith(tuple(INCONSISTENT))]
    assert unlisted == []
    assert len(departing) == len(INCONSISTENT)
    assert len(pairs) == 112
    assert len(pairs) - len(departing) >= 95


def lines(page: Path) -> list[tuple[str, str]]:
    """The lines of a page's list, cleaned, and what the style of that page makes of their records."""
    source = STYLE.read_text("utf-8")
    for old, new in FORMS[page.name[:3]]:
        assert old in source
        source = source.replace(old, new, 1)
    references = reflist.parse(page.read_text("utf-8")).references
    assert schema_error(source.encode()) is None
    entries = render_bibliography(
        [with_acronyms(reference) for reference in references], Style("journal", source.encode())
    )
    return [
        (cleaned(split_tail(reference.origin.raw).content), cleaned(entry.text.plain))
        for reference, entry in zip(references, entries.entries, strict=True)
    ]


def with_acronyms(reference: Reference) -> Reference:
    """A reference with the acronyms of institutions beside their names, where CSL has no place for them."""
    authors = tuple(
        name.replace(literal=f"{name.literal} ({name.acronym})") if name.acronym else name
        for name in reference.names("author")
    )
    return reference | {"author": authors} if authors else reference


def cleaned(line: str) -> str:
    """A line without what pages lose or vary.

    That is: the shape of quotation marks, asterisks around titles, the kind of white space, the dash between two
    numbers (as lost in "699721"), the stop at the end.
    """
    line = re.sub("[‘’“”\"']", "'", line.replace("*", ""))
    line = re.sub(r"(?<=\d)\s?[-–]\s?(?=\d)", "", line)
    return " ".join(line.split()).rstrip(".")
