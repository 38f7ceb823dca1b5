"""Cases at law: ``Doe v. Roe, 410 U.S. 113 (1973)``, ``Case C-34/09 Ruiz Zambrano [2011] ECR I-1177``.

A case is known by what follows its name: numbers, law reports, courts and days up to the end of the string, in any
order (Bluebook, rule 10; OSCOLA, 4th edition, 2.1 and 2.6.2; the European Court of Human Rights' note on citation).
"""

import re
from string import digits
from typing import NamedTuple

from reflist.grammar.dates import YEAR, match_day
from reflist.grammar.names import UPPER
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import CLAIMED, Line

LONGEST = 500
"""A longer string is not a case."""

_SIGN = late(
    rf"\svs?\.?\s[{UPPER}]|\b[CT][-‑–]\d{{1,4}}/\d\d|\bCases?\s\d|\bI\.?C\.?J\b|\bIn\s[Rr]e\s|\bEx\sparte\s|\d\s?Bv[A-Z]"
)
"""What every case has: its parties, or a number or report of a court that names cases otherwise."""

_SIGNS = (" v. ", " v ", " vs", "Case", "C-", "T-", "C.J", "ICJ", "In re ", "In Re ", "Ex parte ", "Bv")
"""Text that every match of that has; looking for it takes a tenth of the time."""

_COURT = (
    rf"(?:[{UPPER}][^\0\d():;“”\"]{{0,60}}?\b)?(?:Courts?|Tribunal)(?:\s(?:of|for|on)\s[^\0\d,.():;“”\"]{{3,50}})?"
    r"(?:\s[A-Z][a-z]+)?|(?:Eur|Inter-Am)\.\s?Ct\.\s?H\.\s?R\.|ECtHR|ECHR|ECJ|CJEU|ICJ|ICTY|BVerfG|House\sof\sLords|Privy\sCouncil"
)
_HEAD = late(
    rf"(?P<court>(?:{_COURT})(?:\s\([A-Z][A-Za-z.]{{1,7}}\))?)(?:[.,]?\s(?:(?P<year>{YEAR})[a-z]?[.,:]|\((?P<bracketed>{YEAR})[a-z]?\)[.,:]?)|[.,:])\s+"
    r"(?:[Cc]ase\sof\s)?"
)
"""The court before the name of a case."""

_EUROPEAN_NUMBER = r"[CTF]\s?[-‑–]\s?\d{1,4}/\d\d(?:\sP(?:PU)?)?"
_NUMBER_FIRST = late(
    rf"(?:(?:Joined\s)?Cases?\s(?:[Nn]os?\.?\s)?|(?={_EUROPEAN_NUMBER}[,.:]?\s))"
    rf"(?P<number>(?:{_EUROPEAN_NUMBER}|\d{{1,3}}(?:[-–]\d{{1,3}})?/\d\d)"
    rf"(?:(?:,\s|\s(?:and|to|&)\s)(?:{_EUROPEAN_NUMBER}|\d{{1,3}}/\d\d))*)[,.:]?\s+"
)
_DECIDED_FIRST = late(
    r"(?:Judge?ment|Order|Decision)(?:\sof\sthe\sCourt)?(?:\s\((?P<stage>[^()\0]{3,30})\))?\sof\s(?P<day>\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4})[.,:]?\s+"
)
_REPORTER = r"[A-Z][A-Za-z]*\.?(?:\s?(?:[A-Z][A-Za-z]*\.?|\d[a-z]{1,2}\b|\([A-Z][A-Za-z]{1,4}\))){0,4}"
_PINPOINTS = r"(?:,\s(?P<{}>\d+(?:[-–]\d+)?(?:,\s\d+(?:[-–]\d+)?)*)(?=[.,;)\0]|\s[(\[]|\s?$))?(?=[\s.,;)\0]|$)"
_SEPARATORS = late(r"[\s,.;:()\[\]–—\0]+")
_FACT = late(
    # [2003] 2 All ER 45; (1992) 175 CLR 1; [2011] ECR I-1177; [2017] UKSC 5
    rf"(?<=[\[(])(?P<date>{YEAR})[\])],?\s(?:(?P<volume>\d{{1,3}})\s)?(?P<report>{_REPORTER})\s"
    rf"(?P<page>(?:I{{1,2}}[-–])?\d{{1,5}}){_PINPOINTS.format('pin')}"
    # 410 U.S. 113; BVerfGE 7, 198
    rf"|(?P<volume2>\d{{1,4}})\s(?P<report2>{_REPORTER})\s(?:(?P<page2>\d{{1,5}})|_{{2,5}}){_PINPOINTS.format('pin2')}"
    rf"|(?P<report3>BVerfGE|RGZ|BGHZ)\s(?P<volume3>\d{{1,3}}),\s(?P<page3>\d{{1,4}})"
    # I.C.J. Reports 1986, p. 14; ECHR 2005-IX; Series A no. 32
    rf"|(?P<report4>(?:P\.?C\.?)?I\.?C\.?J\.?\sRep(?:orts|\.)?)\s\(?(?P<date4>{YEAR})\)?,?\s(?:pp?\.\s)?(?P<page4>\d{{1,4}})"
    rf"|(?P<report5>ECHR|(?:Reports\sof\sJudgments\sand\sDecisions|Reports))\s(?P<volume5>{YEAR}-[IVX]{{1,4}})"
    rf"|(?P<report7>ECR)\s(?P<page7>(?:I{{1,2}}[-–])?\d{{1,5}})"
    r"|(?P<report6>Series\sA),?\s[Nn]o\.\s(?P<volume6>\d{1,3})"
    # Application no. 30696/09; nos. 1543/06 and 26/07; No. 14-556
    r"|(?:(?:Applications?|App(?:l(?:ication)?)?\b\.?)\s)?(?:[Nn]os?\b\.?|[Nn]umbers?)\s?"
    r"(?P<number>\d{1,6}[/–-]\d{2,5}(?:(?:,\s|\s(?:and|&)\s)\d{1,6}[/–-]\d{2,5})*)"
    rf"|(?:(?:Joined\s)?[Cc]ases?\s)?(?P<number2>{_EUROPEAN_NUMBER}(?:(?:,\s|\s(?:and|to|&)\s){_EUROPEAN_NUMBER})*)"
    r"|(?P<number3>(?:ECLI:)?[A-Z]{2}:[A-Z]{1,8}:\d{4}:[\w.]+)(?<!\.)"
    r"|[Cc]ases?\s(?:[Nn]os?\.?\s)?(?P<number5>\d{1,3}(?:[-–]\d{1,3})?/\d\d)"
    r"|(?P<number6>\d{4,5}/\d\d)(?=[,.;)])"
    r"|(?P<number4>\d\s?Bv[A-Z]\s?\d{1,4}/\d\d)"
    rf"|(?P<date5>{YEAR})(?=[\s.,;:)\]\0]|$)"
    r"|(?P<stage>Grand\sChamber|GC|[Mm]erits|[Pp]reliminary\s[Oo]bjections|dec\."
    r"|[Jj]urisdiction(?:\s(?:and|of)\s[\w ]{3,30})?)"
    r"|(?P<kind>Advisory\sOpinion)(?:\sof(?:\sthe\s[A-Z]\w+)?)?"
    r"|(?:[Jj]udge?ment|[Oo]rder|[Dd]ecision)s?(?:\sof\sthe\s(?:Court|(?:First|Second)\sSenate))?"
    r"(?:\s\((?P<stage2>[^()\0]{3,30})\))?(?:\sof)?(?=[\s,.;)\0]|$)"
    r"|(?P<pin3>(?:paras?\b\.?|§§?|at)\s?\d+(?:\s?[-–]\s?\d+)?)"
    r"|(?<=\()(?P<pin4>[A-Z][\w’'-]+,\s(?:C\.\s?)?JJ?\.,\s[a-z ]{3,40})(?=\))"
    r"|(?P<place>Strasbourg|Luxembourg|The\sHague)(?=,|\.)"
    # (9th Cir. 1997); (HL); (ECtHR, 21 January 2011); (U.S. Supreme Court 1954)
    rf"|(?<=[(\[])(?P<court>(?:\d[a-z]{{2}}\s)?[A-Z][^()\[\]\0\d]{{0,40}}?)"
    rf"(?=,?\s(?:\d{{1,2}}\s[A-Z][a-z]{{2,8}}\s|[A-Z][a-z]{{2,8}}\s\d{{1,2}},\s)?{YEAR}[)\]]|[)\]])"
    rf"|(?P<court2>(?:U\.?\s?S\.?\s)?Supreme\sCourt(?:\sof\s[^\0\d,.()]{{3,40}})?|International\sCourt\sof\sJustice|{_COURT})(?=[\s.,;)\0]|$)"
)
"""What may follow the name of a case."""

_LABELS = {
    "volume": Label.VOLUME,
    "report": Label.CONTAINER,
    "page": Label.PAGES,
    "pin": Label.NOTE,
    "number": Label.NUMBER,
    "date": Label.DATE,
    "court": Label.COURT,
    "stage": Label.NOTE,
    "place": Label.PLACE,
    "kind": Label.THESIS,
}
"""The label of each group, whose name may end in a digit."""

_STRONG = frozenset({Label.CONTAINER, Label.NUMBER})
"""The facts one of which a case has, unless its court comes first."""

_BOUNDARY = re.compile(r"[”\"]?[.,;]?[”\"*_]*\s(?=[\[(\dA-Z§a-z])|[.,;]?[”\"*_]*(?=\0)")
_AGAINST = re.compile(rf"(?:[{UPPER}\d][^\0]*?)\svs?\.?\s(?=[{UPPER}])")
_NAMED_ALONE = re.compile(r"(?:In\s[Rr]e|Re|Ex\sparte|Case\s[Cc]oncerning)\s")
_DECISION = re.compile(r"[Jj]udge?ment|[Oo]rder|[Dd]ecision")
_ABBREVIATED = re.compile(rf"\b(?:[{UPPER}]|Inc|Ltd|Co|Corp|Bros)$")
_YEAR = re.compile(YEAR)
_NO_NAME = re.compile(r"[:?!;“‘\"\0]|\d{3}")
_NO_COMMA = re.compile(r",\s(?!(?:Inc|Ltd|Co|LLC|L\.L\.C|S\.A|AG|GmbH|plc|[Ee]x\sparte|et\sal)\b)")


class _Fact(NamedTuple):
    label: Label
    start: int
    end: int


def find_case(line: Line) -> None:
    """A line that is a case: its court or number may come first, then its name; only facts about it follow."""
    if len(line.text) > LONGEST or not _may_be_case(line.text):
        return
    facts = list[_Fact]()
    at = 0
    head = _HEAD.match(line.open)
    if head and " v" not in head["court"]:
        facts.append(_Fact(Label.AUTHOR, *head.span("court")))
        facts.extend(_Fact(Label.DATE, *head.span(year)) for year in ("year", "bracketed") if head[year])
        at = head.end()
    if number := _NUMBER_FIRST.match(line.open, at):
        facts.append(_Fact(Label.NUMBER, *number.span("number")))
        at = number.end()
    if (found := _named(line.open, at, facts)) is None:
        decided = _DECIDED_FIRST.match(line.open, at)
        if not decided or (found := _named(line.open, decided.end(), facts)) is None:
            return
        facts.append(_Fact(Label.DAY, *decided.span("day")))
        if decided["stage"]:
            facts.append(_Fact(Label.NOTE, *decided.span("stage")))
    name, others = found
    line.claim(0, len(line.open.rstrip(f"{CLAIMED} ")), Label.SEPARATOR)
    line.claim(*name, Label.CASE)
    for label, start, end in _dated_once(line.text, name[0], [*facts, *others]):
        line.claim(start, end, label)


def _may_be_case(text: str) -> bool:
    """Whether a string has what every case has."""
    return any(sign in text for sign in _SIGNS) and _SIGN.search(text) is not None


def _named(text: str, start: int, before: list[_Fact]) -> tuple[tuple[int, int], list[_Fact]] | None:
    """The name of the case from an offset on, and the facts after it, if nothing else follows."""
    while text[start : start + 1] in ("*", "_", "“", '"', "'", "‘"):
        start += 1
    against = _AGAINST.match(text, start)
    is_numbered = any(fact.label is Label.NUMBER for fact in before)
    is_certain = is_numbered or any(fact.label is Label.AUTHOR for fact in before)
    has_year = any(fact.label is Label.DATE for fact in before)
    decided = _DECISION.match(text, start) if is_certain else None
    if decided and (facts := _facts_after(text, start)) is not None:
        return decided.span(), facts  # in some countries cases have no names
    for boundary in _BOUNDARY.finditer(text, against.end() if against else start + 3):
        name = text[start : boundary.start()].rstrip("*_ ")
        name += "." if boundary[0].startswith(".") and _ABBREVIATED.search(name) else ""
        if _NO_NAME.search(name):
            return None
        facts = _facts_after(text, boundary.end(), has_year)
        if facts is None or not (is_certain or not _STRONG.isdisjoint(fact.label for fact in facts)):
            continue
        is_known = is_numbered or any(fact.label is Label.NUMBER or _is_of_states(text, fact) for fact in facts)
        is_name = against is not None or _NAMED_ALONE.match(name) or is_known
        if not is_name or (_NO_COMMA.search(name) and not is_known):
            return None
        return (start, start + len(name)), facts
    return None


def _is_of_states(text: str, fact: _Fact) -> bool:
    """Whether a report is the one of the International Court of Justice, whose cases may be named after a matter."""
    return fact.label is Label.CONTAINER and "J" in text[fact.start : fact.end] and "Rep" in text[fact.start : fact.end]


def _facts_after(text: str, start: int, has_year: bool = False) -> list[_Fact] | None:
    """The facts from an offset to the end of the string; None if anything else is there.

    A day needs no year if that precedes the name.
    """
    facts, at = list[_Fact](), start
    while at < len(text):
        if separators := _SEPARATORS.match(text, at):
            at = separators.end()
            continue
        day = match_day(text, at)
        if day and day[0].first and (day[0].year or has_year):
            facts.append(_Fact(Label.DAY, at, day[1]))
            at = day[1]
        elif found := _FACT.match(text, at):
            facts.extend(_facts_of(found, facts))
            at = found.end()
        else:
            return None
    return facts


def _facts_of(found: re.Match[str], before: list[_Fact]) -> list[_Fact]:
    """The facts of one match; a second law report is a note."""
    groups = [(_LABELS[group.rstrip(digits)], found.span(group)) for group, value in found.groupdict().items() if value]
    is_report = any(label is Label.CONTAINER for label, _ in groups)
    if is_report and any(fact.label is Label.CONTAINER for fact in before):
        bracketed = found.string[found.start() - 1] in "[("
        return [_Fact(Label.NOTE, found.start() - bracketed, found.end())]
    return [_Fact(label, *span) for label, span in groups]


def _dated_once(text: str, name: int, facts: list[_Fact]) -> list[_Fact]:
    """The facts with one date: the day of the judgment, or the first year.

    Another year after ``name``, the start of the case's name, is the volume of its report.
    """
    day = next((fact for fact in facts if fact.label is Label.DAY), None)
    dates = [fact for fact in facts if fact.label is Label.DATE]
    chosen = day or (dates[0] if dates else None)
    if chosen is None:
        return facts
    kept = [fact for fact in facts if fact.label not in (Label.DAY, Label.DATE)]
    if day and dates and not _YEAR.search(text, day.start, day.end):
        return [*kept, dates[0], day]
    year = text[chosen.start : chosen.end]
    others = [fact for fact in dates if fact.start > name and text[fact.start : fact.end] not in year]
    if others and not any(fact.label is Label.VOLUME for fact in facts):
        kept.append(others[0]._replace(label=Label.VOLUME))
    return [*kept, chosen]
