"""Addresses: URLs, DOIs, ISBNs and other identifiers, and access dates, with the words that introduce them."""

import re

from reflist.grammar.dates import MONTH, YEAR, match_day
from reflist.grammar.identifiers import SICI
from reflist.prose.labels import Label
from reflist.prose.line import Line

_URL = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>⟨⟩\0\"“”‘]+", re.IGNORECASE)
_DOMAINS = "com org net edu gov int eu info uk ac.uk co.uk gov.uk org.uk de fr es it nl ca au ie"
_BARE_URL = re.compile(
    rf"(?<![\w@.])(?:[a-z0-9-]+\.){{1,4}}(?:{'|'.join(map(re.escape, _DOMAINS.split()))})(?:/[^\s<>\0]*)?(?![\w@])"
)
_RESOLVER = r"https?://(?:dx\.)?doi\.org/"
_AFTER_DOI = r"\.?URLs?(?![a-z])|\[[a-z]|,[a-z-]+/\d{7}"
"""Text glued to a DOI but not part of it: ``10.1000/4.URL``, ``10.1000/4[arXiv:1512.06431]``, ``10.1000/4[doi]``."""

_OF_DOI = rf"10\.\d{{4,9}}/(?:(?=[^<\0\s]+<){SICI}|(?:(?!{_AFTER_DOI})[^\s\0\"<>])+)"
_DOI = re.compile(
    rf"(?:{_RESOLVER}|\bdoi(?:\.org/|:)?\s*(?:{_RESOLVER})?)\s*(?P<doi>{_OF_DOI})|(?<![\w/])(?P<bare>{_OF_DOI})",
    re.IGNORECASE,
)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*(?P<isbn>(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX])\b")
_ISSN = re.compile(r"\b[ep]?-?ISSN(?:-L)?:?\s*(?P<issn>\d{4}[-–]?\d{3}[\dX])\b")
_BARE_ISBN = re.compile(r"\s*(?P<isbn>97[89](?:[- ]?\d){10})[\s.]*")
_ARXIV = re.compile(
    r"\b(?:arXiv(?:\s*preprint)?:?\s*(?:arXiv:\s*)?|(?P<container>CoRR),?\s(?:vol\.\s)?abs/)"
    r"(?P<number>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+/\d{7})\b"
)
_PMID = re.compile(r"\b(?:PubMed\s+)?(?:PMID:?|PubMed:)\s*(?P<number>\d{4,8})\b", re.IGNORECASE)
_PMCID = re.compile(r"\b(?:PubMed\s+Central\s+)?PMCID:?\s*(?P<number>(?:PMC)?\d{4,8})\b", re.IGNORECASE)
_NUMBERS = (
    (frozenset({"arxiv", "corr"}), _ARXIV, Label.ARCHIVED),
    (frozenset({"pmcid"}), _PMCID, Label.PMCID),
    (frozenset({"pmid", "pubmed"}), _PMID, Label.PMID),
)
"""For each kind of number: the words that announce it, its form, and its label."""

_OF_NUMBERS = {"container": Label.CONTAINER}
"""Other groups of those forms: arXiv's computer science section is cited as ``CoRR``."""

_NUMBERED = frozenset().union(*(words for words, _, _ in _NUMBERS))

_WORLD_WIDE = frozenset({"www"})
_DOMAIN_WORDS = frozenset(_DOMAINS.replace(".", " ").split())
_DOMAIN_ENDING = re.compile(rf"\.(?:{'|'.join(map(re.escape, _DOMAINS.split()))})(?!\w)")
_INTRODUCED = re.compile(
    r"""[\s,.;:(\[<]*
    (?: \b (?:(?:electronic(?:ally)?|freely|also|online)\s+)?
        (?: available | accessible | retrieved | accessed | downloaded | obtained | online | viewed
          | verfügbar | disponible | disponível | abrufbar )
        (?: \s+(?:at|from|online|on|in|unter|en|em|à|sur|via) )* \s*:?
      | \[online\][.,]?\s+available\s+(?:at|from)\s*:?
      | \bat\b\s*:? | \bfrom\b | \bsee\b | \bunter\b:?
      | \b(?:de|da|via)\b:?
      | \b(?:en\s+ligne|en\s+línea|em\s+linha)\b\s*:? | \b(?:stable\s+)?URL\s*:? | \[?online\]?:? )?
    [\s:<⟨(\[]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_INTRODUCTION = 60
_ACCESSED = re.compile(
    r"""(?:[\[(]\s*)?\b (?:(?:date|last|first|page)\s+)?
    (?: accessed | access(?:\s+date)? | cited | retrieved | viewed | visited | consulted | downloaded | checked
      | abgerufen | aufgerufen | download | zugriff | letzter\s+zugriff | zuletzt\s+\w+ | abruf | stand
      | consulté[es]* | accès | consultado | consulta | recuperado | visitado | geraadpleegd
      | acesso\s+em | acessado\s+em | consultato )\b
    (?:\s+(?:on|at|am|vom|le|el|il|op|the))? \s*:?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_ISSUED_BEFORE = re.compile(rf"\((?P<year>{YEAR}),\s\Z")
_ACCESSED_AFTER = re.compile(r",?\s*(?:date\s+)?(?:last\s+)?(?:accessed|viewed|visited)\s*[\])]", re.IGNORECASE)
_LOOKED_AT = frozenset(
    """accessed access cited retrieved viewed visited consulted downloaded checked abgerufen aufgerufen zugriff letzter
    zuletzt abruf stand download consulté consultée consultés consultées consulte consultees accès consultado consulta
    recuperado visitado geraadpleegd acesso acessado consultato""".split()
)
"""The first words of the phrases that introduce an access date."""

_CLOSING = re.compile(r"[\s.,;]*[\])]?")
LONGEST_YEAR = len("(2011, ")
_NEVER_LAST = ".,;:'’\"”>*"


def find_access_date(line: Line) -> None:
    """The access date of an address: ``[accessed 12 November 2007]``, ``Retrieved May 3, 2011, from``.

    In Sage's Vancouver style the year of the page precedes it: ``(2011, accessed 7 February 2012)``.
    """
    if not line.tells(_LOOKED_AT):
        return
    for found in _ACCESSED.finditer(line.open):
        day = match_day(line.open, found.end())
        if day and day[0].year:
            closing = _CLOSING.match(line.open, day[1])
            if issued := _ISSUED_BEFORE.search(line.open, max(0, found.start() - LONGEST_YEAR), found.start()):
                line.claim(*issued.span(), Label.SEPARATOR)
                if issued["year"] not in line.open:
                    line.claim(*issued.span("year"), Label.DATE)
            line.claim(found.start(), closing.end() if closing else day[1], Label.SEPARATOR)
            line.claim(found.end(), day[1], Label.ACCESSED)
            return
    if after := _ACCESSED_AFTER.search(line.open):
        opening = max(line.open.rfind(bracket, 0, after.start()) for bracket in "([")
        day = match_day(line.open, opening + 1) if opening >= 0 else None
        if day and day[0].year and day[1] == after.start():
            line.claim(opening, after.end(), Label.SEPARATOR)
            line.claim(opening + 1, day[1], Label.ACCESSED)


_DAY_BEFORE = re.compile(rf"(?<=[,.]\s)(?P<day>(?i:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH}))\.?\s?(?=\0)")


def find_day_before_address(line: Line) -> None:
    """``CNN.com, December 8. Retrieved …``: a day without a year right before an address or an access date."""
    if line.has(Label.URL, Label.ACCESSED) and (found := _DAY_BEFORE.search(line.open)) and _ANY_YEAR.search(line.open):
        line.claim_match(found, day=Label.DAY)


_ANY_YEAR = re.compile(rf"\b{YEAR}[a-z]?\b")
_DAY_AFTER = re.compile(r"[\s.,]*[\[(]\s*")
_YEAR_BEFORE = re.compile(rf"(?<![\w/]){YEAR}[a-z]?(?![\w/])")
_DAY_LAST = re.compile(r",\s+(?=\d)")
_AFTER_DAY = re.compile(r",?\s*(?:date\s+)?(?:last\s+)?(?:accessed)?\s*[\])]\.?")


def find_day_after_address(line: Line) -> None:
    """A date in brackets right after an address is its access date: ``(5 September 2022)``.

    Also with ``date last accessed``, as in Oxford's journals. So is a date that ends the line, if a year precedes the
    address: ``Eurostat (2011): Projections. http://…, 12.09.2011.``
    """
    for address in line.of(Label.URL, Label.DOI) if line.has(Label.URL, Label.DOI) else ():
        opened = _DAY_AFTER.match(line.open, address.end)
        day = match_day(line.open, opened.end()) if opened else None
        closed = _AFTER_DAY.match(line.open, day[1]) if day and day[0].year and day[0].first else None
        if last := _DAY_LAST.match(line.open, address.end):
            day = match_day(line.open, last.end())
            is_last = day and day[0].year and day[0].first and not line.open[day[1] :].strip(" .")
            if day and is_last and _YEAR_BEFORE.search(line.text, 0, address.start):
                line.claim(last.start(), len(line.open), Label.SEPARATOR)
                line.claim(last.end(), day[1], Label.ACCESSED)
                return
        if opened and day and closed:
            line.claim(opened.start(), closed.end(), Label.SEPARATOR)
            line.claim(opened.end(), day[1], Label.ACCESSED)
            return


def find_addresses(line: Line) -> None:
    """DOIs, ISBNs, URLs and other identifiers; the words that introduce them ("available at") are separators."""
    if "10." in line.text:
        for found in list(_DOI.finditer(line.open)):
            _claim_address(line, found.start(), found.start("doi" if found["doi"] else "bare"), found.end(), Label.DOI)
    _find_numbers(line)
    if "://" in line.text or line.tells(_WORLD_WIDE):
        for found in list(_URL.finditer(line.open)):
            _claim_address(line, found.start(), found.start(), found.end(), Label.URL)
    if not line.has(Label.URL) and _may_have_domain(line) and (bare := _BARE_URL.search(line.open)):
        _claim_address(line, bare.start(), bare.start(), bare.end(), Label.URL)


def _may_have_domain(line: Line) -> bool:
    return line.tells(_DOMAIN_WORDS) and _DOMAIN_ENDING.search(line.text) is not None


def _find_numbers(line: Line) -> None:
    """ISBNs, ISSNs, and the numbers of arXiv and PubMed."""
    is_alone = line.text.lstrip().startswith("97") and _BARE_ISBN.fullmatch(line.open)
    if isbn := is_alone or ("ISBN" in line.text and _ISBN.search(line.open)):
        line.claim_match(isbn, isbn=Label.ISBN)
    if "ISSN" in line.text and (issn := _ISSN.search(line.open)):
        line.claim_match(issn, issn=Label.ISSN)
    if not line.tells(_NUMBERED):
        return
    for words, form, label in _NUMBERS:
        if line.tells(words) and (number := form.search(line.open)):
            line.claim_match(number, **{group: _OF_NUMBERS.get(group, label) for group in number.groupdict()})


def _claim_address(line: Line, begin: int, start: int, end: int, label: Label) -> None:
    """Claim an address; its label or resolver, from ``begin``, and the words that introduce it are separators."""
    end = _address_end(line.text, start, end)
    introduced = _INTRODUCED.search(line.open, max(0, begin - _LONGEST_INTRODUCTION), begin)
    line.claim(introduced.start() if introduced else begin, end, Label.SEPARATOR)
    line.claim(start, end, label)


def _address_end(text: str, start: int, end: int) -> int:
    """The end of an address: before closing punctuation, and before a bracket that was not opened in it."""
    while end > start and (text[end - 1] in _NEVER_LAST or _is_unopened(text, start, end)):
        end -= 1
    return end


def _is_unopened(text: str, start: int, end: int) -> bool:
    opening = {")": "(", "]": "["}.get(text[end - 1])
    return opening is not None and text.count(text[end - 1], start, end) > text.count(opening, start, end)
