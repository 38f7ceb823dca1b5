"""References in the form of RePEc (IDEAS, EconPapers): ``Weir, Ann, 2004. "Title," Journal, Publisher, vol. 3``."""

from reflist.grammar.dates import MONTH
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_PUBLISHER = r"(?P<publisher>(?!(?:[Nn]o|[Vv]ol)\.?\s\d)[^\W\d_][^,\0]{1,80}(?:, (?:Inc|Ltd|Co)\.?)?)"
_TITLE = r'(?P<title>"[^"\0]{2,400},")'
_MONTH = rf"(?:, (?P<day>(?i:{MONTH})|0\d|1[012]))?"
_FORMS = (
    # "Title," Journal, Publisher, vol. 91(4), pages 938-963, September.
    Form(
        "pages",
        rf"{_TITLE} (?P<container>[^\W\d_][^\0]{{1,120}}?), {_PUBLISHER}, vol\. (?P<volume>\w{{1,6}})"
        rf"(?:\((?P<issue>[^()]{{1,20}})\))?, pages (?P<pages>[\w-]{{1,15}}){_MONTH}\.?\s*$",
    ),
    # "Title," Series, Publisher, edition 1, volume 1, number 9780521405997, January.
    Form(
        "number",
        rf"{_TITLE} (?P<series>[^\W\d_][^,\0]{{1,80}}), {_PUBLISHER}(?:, edition (?P<edition>\d{{1,2}}))?"
        rf"(?:, volume (?P<volume>\d{{1,3}}))?, number (?P<number>[\w-]{{1,20}}){_MONTH}\.?\s*$",
    ),
    # "Title," Handbook, in: A. Weir & C. Ash (ed.), Handbook, edition 1, volume 3, chapter 34, pages 18-20, Elsevier.
    Form(
        "chapter",
        rf"{_TITLE} (?P<series>[^\W\d_][^,\0]{{1,120}}), in: (?P<editors>[^()\0]{{3,200}}) \(ed\.\), "
        r"(?P<container>[^\W\d_][^\0]{1,120}?)(?:, edition (?P<edition>\d{1,2}))?(?:, volume (?P<volume>\d{1,3}))?, "
        rf"chapter (?P<chapter>\d{{1,3}}), pages (?P<pages>[\w-]{{1,15}}), {_PUBLISHER}\.?\s*$",
    ),
    # "Title," Policy Research Working Paper Series 3209, The World Bank.
    Form(
        "",
        rf"{_TITLE} (?!(?i:{MONTH}) )(?P<number>[^\W\d_][^,\d\0]{{3,90}} [\w-]*\d[\w/-]{{0,12}}), "
        rf"(?!(?i:{MONTH}) |http|www){_PUBLISHER}\.?\s*$",
    ),
)
_LABELS = {
    "title": Label.TITLE,
    "container": Label.CONTAINER,
    "series": Label.SERIES,
    "editors": Label.EDITOR,
    "publisher": Label.PUBLISHER,
    "edition": Label.EDITION,
    "volume": Label.VOLUME,
    "issue": Label.ISSUE,
    "number": Label.REPORT,
    "chapter": Label.CHAPTER,
    "pages": Label.PAGES,
    "day": Label.DAY,
}


def find_repec(line: Line) -> None:
    """All parts from the title on: the container, the publisher, and the numbers after their labels."""
    if ',"' not in line.text:
        return
    for form in _FORMS:
        if found := form.search(line):
            line.claim_match(found, 0.99, **{group: _LABELS[group] for group in found.groupdict()})
            return
