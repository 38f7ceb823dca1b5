"""References in the form of China's standard (GB/T 7714-2015): letters in brackets after the title give the type.

``王明, 李华. 基层治理[J]. 公共管理学报, 2018, 15(2): 45-56.`` The letter decides the order of the parts after it.
"""

from reflist.grammar.dates import YEAR
from reflist.grammar.eastern import CJK
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Line

_SIGN = late(
    r"(?P<sign>\[(?P<kind>[JMDCNRSPGAZ]|EB|DB|CP|DS)(?:\s?/\s?(?:OL|CD|MT|DK))?\])\s*(?P<within>//)?[.．。]?\s*"
)
_DAY = rf"{YEAR}-\d{{1,2}}-\d{{1,2}}"
_STOP = r"(?:[.．。]\s*)"
_COMMA = r"\s*[,，]\s*"
_COLON = r"\s*[:：]\s*"
_PAGES = rf"(?:{_COLON}(?P<pages>[A-Za-z]?\d+(?:\s?[-–~～]\s?[A-Za-z]?\d+)?))?"
_EDITION = rf"(?:第?\s?(?P<edition>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:版|ed){_STOP})?"
_IMPRINT = (
    rf"{_EDITION}(?P<place>[^,，:：.．。\d]{{1,40}}){_COLON}(?P<publisher>[^,，:：\d][^,，:：]{{0,80}}){_COMMA}"
    rf"(?P<year>{YEAR}){_PAGES}"
)
_ARTICLE = late(
    rf"(?P<container>[^\s,，\d][^,，]{{0,120}}){_COMMA}(?P<year>{YEAR})(?:{_COMMA}(?P<volume>\d{{1,4}}))?"
    rf"(?:\s?[(（](?P<issue>[^()（）]{{1,20}})[)）])?{_PAGES}"
)
_NEWS = late(
    rf"(?P<container>[^\s,，\d][^,，]{{0,80}}){_COMMA}(?P<day>{YEAR}-\d{{1,2}}-\d{{1,2}})(?:\s?[(（](?P<pages>\w{{1,4}})[)）])?"
)
_BOOK = late(_IMPRINT)
_BOOK_WITHIN = late(
    rf"(?:(?P<editors>{CJK}{{2,20}}(?:{_COMMA}{CJK}{{2,20}}){{0,5}}){_STOP})?"
    rf"(?P<container>[^.．。]{{2,160}}?){_STOP}{_IMPRINT}"
)
_ONLINE = late(rf"[(（](?:(?P<day>{_DAY})|(?P<year>{YEAR}))[)）]|(?P<published>{YEAR})(?=[.．,，\[])")
_ACCESSED = late(rf"\[(?P<accessed>{_DAY})\]")

_ORDERS = {"J": (_ARTICLE,), "N": (_NEWS, _ARTICLE), "C": (_BOOK_WITHIN, _BOOK), "A": (_BOOK_WITHIN,)}
"""What may follow each sign; after all others, a book's imprint."""

_ROLE = "(?:主编|编著|编)"
_PERSON = rf"(?:(?!{_ROLE}{_STOP}){CJK}{{2,30}}|[A-Z][\w’'-]+(?:\s[A-Z]){{1,3}})"
_HEAD = late(
    rf"\s*(?:\[\d{{1,4}}\]\s*)?(?P<names>{_PERSON}(?:{_COMMA}{_PERSON})*(?:{_COMMA}(?:等|et\sal))?)(?P<role>{_COMMA}{_ROLE})?{_STOP}"
    r"(?P<title>[^\[\]]{2,300}?)\s*\Z"
)
KINDS = {
    "J": "article-journal",
    "M": "book",
    "D": "thesis",
    "C": "paper-conference",
    "N": "article-newspaper",
    "R": "report",
    "S": "standard",
    "P": "patent",
    "EB": "webpage",
    "DB": "dataset",
    "DS": "dataset",
    "CP": "software",
}
"""The types of the signs of GB/T 7714-2015, appendix B. Other signs add nothing to what the reference says."""


def find_signed(line: Line) -> None:
    """The sign and the parts after it, and the names and title before it if they have the form of the standard."""
    sign = _SIGN.search(line.open) if "[" in line.open else None
    if sign is None or not sign.start():
        return
    head = _HEAD.match(line.open[: sign.start()])
    orders = _ORDERS.get(sign["kind"], (_BOOK,)) if sign["within"] is None else (_BOOK_WITHIN,)
    rest = next((found for order in orders if (found := order.match(line.open, sign.end()))), None)
    if head is None and rest is None:
        return
    line.claim(*sign.span(), Label.SEPARATOR)
    line.claim(*sign.span("sign"), Label.KIND)
    for found in (rest, *(form.search(line.open, sign.end()) for form in (_ONLINE, _ACCESSED) if not rest)):
        if found:
            line.claim_parts(found)
    if head:
        line.claim_match(head, names=Label.EDITOR if head["role"] else Label.AUTHOR, title=Label.TITLE)
