"""Comparing kinds of publication: a chapter is not its book, a reply not the paper, an edition not another edition."""

from reflist.matching.levels import Finding, Level
from reflist.matching.record import Record, leading_number, other_volumes

CHAPTER = Level("a chapter and a book", 0, veto=True)
NOTICE = Level("about the other", 0, veto=True)
EDITION = Level("different editions", 0, veto=True)
PART = Level("different parts", 0, veto=True)
THESIS = Level("a thesis and a publication", -9)
REPORT = Level("a numbered report and a publication", -12)
SOME_REPORT = Level("a report without a number and a publication", -5)

INSIDE = frozenset(["chapter", "entry", "entry-dictionary", "entry-encyclopedia"])
WHOLE = frozenset(["book", "collection", "classic"])

ORDINALS = {
    word: str(number)
    for row in (
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "erste zweite dritte vierte funfte sechste siebte achte neunte zehnte",
        "premiere deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme",
        "primera segunda tercera cuarta quinta sexta septima octava novena decima",
        "prima seconda terza quarta quinta sesta settima ottava nona decima",
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
    )
    for number, word in enumerate(row.split(), 1)
}
"""Ordinals of editions, folded, in English, German, French, Spanish, Italian and Dutch."""

NUMBERED = {
    "part-number": "part",
    "supplement-number": "supplement",
    "chapter-number": "chapter",
    "volume-title": "volume",
}
"""Variables in which different numbers mean different works."""


def compare(a: Record, b: Record) -> Finding | None:
    """Differences that make them two works whatever else agrees, or kinds that are rarely the same work."""
    return _chapter(a, b) or _notice(a, b) or _edition(a, b) or _part(a, b) or _thesis(a, b) or _report(a, b)


def _chapter(a: Record, b: Record) -> Finding | None:
    for one, other in ((a, b), (b, a)):
        if one.type in INSIDE and one.container and other.type in WHOLE and not other.container:
            return Finding(CHAPTER, "a chapter is not a book")
    return None


def _notice(a: Record, b: Record) -> Finding | None:
    one, other = a.title.notice, b.title.notice
    if one == other or not a.title or not b.title:
        return None
    notices = " and ".join(notice for notice in (one, other) if notice)
    return Finding(NOTICE, f"{notices} is not the work that it is about")


def _edition(a: Record, b: Record) -> Finding | None:
    if "edition" not in a.reference or "edition" not in b.reference:
        return None
    one, other = (_edition_number(record.reference.plain("edition")) for record in (a, b))
    if one and other and one != other:
        return Finding(EDITION, f"different editions: {one} and {other}")
    return None


def _edition_number(printed: str) -> str:
    """The number of an edition, from digits or words; empty if it is not numbered ("revised")."""
    number = leading_number(printed)
    return number if number.isdecimal() else next((ORDINALS[w] for w in number.split() if w in ORDINALS), "")


def _part(a: Record, b: Record) -> Finding | None:
    mine, theirs = a.reference.variables, b.reference.variables
    for variable, word in NUMBERED.items():
        if variable not in mine or variable not in theirs:
            continue
        one, other = (leading_number(record.reference.plain(variable)) for record in (a, b))
        if one and other and one != other:
            return Finding(PART, f"different {word}s: {one} and {other}")
    if a.type in WHOLE and b.type in WHOLE and other_volumes(a, b):
        return Finding(PART, f"different volumes: {a.volume} and {b.volume}")
    return None


def _thesis(a: Record, b: Record) -> Finding | None:
    for one, other in ((a, b), (b, a)):
        if one.type == "thesis" and other.type != "thesis" and other.is_placed:
            return Finding(THESIS, "a thesis and a publication")
    return None


def _report(a: Record, b: Record) -> Finding | None:
    """A report and another kind of publication; a report without a number may be an early form of the same work."""
    for one, other in ((a, b), (b, a)):
        if one.type == "report" != other.type and other.is_placed:
            level = REPORT if one.is_numbered_report else SOME_REPORT
            return Finding(level, "a report and a publication")
    return None
