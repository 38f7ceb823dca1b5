"""Comparing identifiers: strong evidence both ways, but never absolute, because exports mix them up."""

from reflist.grammar.identifiers import numbers_in_url, same_document_version
from reflist.matching.levels import Finding, Level
from reflist.matching.record import REPORT_NUMBER, Record

SAME = Level("same", 10)
SAME_BOOK = Level("same book", 6)
IN_URL = Level("number in the other's URL", 7)
SAME_URL = Level("same URL", 5)
SAME_NUMBER = Level("same report number", 6)
SESSION_UNKNOWN = Level("same number, one without the session", 3)
OTHER_PAGE = Level("different pages of one site", -4)
DIFFERENT = Level("different", -7)
OTHER_NUMBER = Level("different report numbers", -13)

HOUSE_PAPER = "paper of Parliament"
"""The kind of identifier whose numbers restart in each session of Parliament."""

UNIQUE = ("DOI", "PubMed number", "PubMed Central number", "arXiv number", "command paper", HOUSE_PAPER)
"""Kinds of identifier of which a work has only one, most important first."""

REPORTS = ("command paper", HOUSE_PAPER, REPORT_NUMBER)
"""Kinds of identifier that distinguish the reports of one body."""

PAGES = frozenset(["webpage", "post", "post-weblog"])
"""Types of works that are web pages themselves."""

WHOLE = frozenset(["book", "collection", "report", "classic", "thesis"])
"""Types that an ISBN identifies; a chapter has the ISBN of its book."""


def compare(a: Record, b: Record) -> Finding | None:
    """Whether the records share an identifier, or have different ones of a kind."""
    if "URL" in a.reference or "URL" in b.reference:
        return _same(a, b) or _in_url(a, b) or _same_url(a, b) or _different(a, b) or _other_page(a, b)
    return (_same(a, b) or _different(a, b)) if a.identifiers and b.identifiers else None


def _same(a: Record, b: Record) -> Finding | None:
    shared = sorted(a.identifiers.keys() & b.identifiers.keys())
    for identifier in shared:
        if identifier.kind in UNIQUE:
            variables = {a.identifiers[identifier], b.identifiers[identifier]}
            if identifier.kind != "DOI" and "URL" in variables and len(variables) > 1:
                number = identifier.value.rpartition(" ")[2]
                return Finding(IN_URL, f"the number {number} is in the other's URL")
            return Finding(SAME, f"the same {identifier.kind}")
    for identifier in shared:
        if identifier.kind == "ISBN" and {a.type, b.type} <= WHOLE:
            return Finding(SAME_BOOK, "the same ISBN")
        if identifier.kind == REPORT_NUMBER:
            return Finding(SAME_NUMBER, "the same report number")
    mine, theirs = a.kinds.get(HOUSE_PAPER, ""), b.kinds.get(HOUSE_PAPER, "")
    if mine and theirs and _one_without_session(mine, theirs):
        return Finding(SESSION_UNKNOWN, "the same number of a paper of Parliament, one without its session")
    return None


def _one_without_session(one: str, other: str) -> bool:
    """Whether two papers of a House have the same number, but one without the session, which makes it unique."""
    short, long = sorted((one, other), key=len)
    return long.startswith(f"{short} ")


def _in_url(a: Record, b: Record) -> Finding | None:
    for one, other in ((a, b), (b, a)):
        url = other.reference.plain("URL")
        numbers = {identifier.value.rpartition(" ")[2] for identifier in one.identifiers if identifier.kind in REPORTS}
        if url and (found := sorted(numbers & numbers_in_url(url))):
            return Finding(IN_URL, f"the number {found[0]} is in the other's URL")
    return None


def _same_url(a: Record, b: Record) -> Finding | None:
    one, other = (_address(record.reference.plain("URL")) for record in (a, b))
    return Finding(SAME_URL, "the same URL") if one and one == other and "/" in one else None


def _other_page(a: Record, b: Record) -> Finding | None:
    """Web pages of one host with different addresses; other types of work often have several addresses."""
    if {a.type, b.type} <= PAGES:
        one, other = (_address(record.reference.plain("URL")) for record in (a, b))
        if one.partition("/")[0] == other.partition("/")[0] and "/" in one and "/" in other:
            return Finding(OTHER_PAGE, "different pages of one site")
    return None


def _address(url: str) -> str:
    """The URL without scheme, "www." and final slashes, which servers ignore."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url.removeprefix("www.").rstrip("/")


def _different(a: Record, b: Record) -> Finding | None:
    for kind in (*UNIQUE, REPORT_NUMBER):
        one, other = a.kinds.get(kind), b.kinds.get(kind)
        if one is None or other is None:
            continue
        if kind == "DOI" and same_document_version(one, other):
            continue
        level = OTHER_NUMBER if kind in REPORTS else DIFFERENT
        return Finding(level, f"the {kind} differs: {one} and {other}")
    return None
