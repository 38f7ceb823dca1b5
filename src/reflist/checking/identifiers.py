"""Whether identifiers have the right form and the right check digit."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reflist.checking.base import Finding
from reflist.grammar.identifiers import is_isbn, is_issn, is_orcid
from reflist.model import Reference
from reflist.report import Rule, Severity

WRONG_DOI = Rule(
    "wrong-doi",
    Severity.ERROR,
    "A DOI is not of the form 10.1000/something (ISO 26324), so nothing can be found under it.",
)
WRONG_ISBN = Rule(
    "wrong-isbn",
    Severity.ERROR,
    "An ISBN does not have ten or thirteen digits, or its check digit does not fit the others (ISO 2108): a digit is "
    "wrong or missing, or two are swapped.",
)
WRONG_ISSN = Rule(
    "wrong-issn",
    Severity.ERROR,
    "An ISSN does not have eight digits, or its check digit does not fit the others (ISO 3297): a digit is wrong or "
    "missing, or two are swapped.",
)
WRONG_PMID = Rule("wrong-pmid", Severity.ERROR, "A PubMed number is not a number of up to eight digits.")
WRONG_PMCID = Rule("wrong-pmcid", Severity.ERROR, "A PubMed Central number is not PMC followed by a number.")
WRONG_ORCID = Rule(
    "wrong-orcid",
    Severity.ERROR,
    "An ORCID does not have sixteen digits, or its check digit does not fit the others (ISO 7064).",
)

_DOI = re.compile(r"(?:(?:https?://)?[\w.-]+/|doi:\s*)?10(?:\.\d{4,9}(?:\.\d+)*/\S+|/[a-z0-9]{2,12})", re.IGNORECASE)
"""A DOI, with or without the address of a resolver, or a short DOI (shortdoi.org)."""
_PMID = re.compile(r"[1-9]\d{0,7}")
_PMCID = re.compile(r"(?:PMC)?\d{1,9}(?:\.\d+)?", re.IGNORECASE)
_NUMBERS = re.compile(r"(?<![\w-])\d[\d\s\u2010-\u2013-]*[\dXx](?!\w)")


def _numbers(printed: str) -> list[str]:
    """The numbers, which may contain hyphens or spaces, in a value that may list several."""
    return [number for part in re.split(r"[;,/()\n]|\s{2,}", printed) for number in _NUMBERS.findall(part)]


def _wrong_isbn(printed: str) -> str:
    """The first number that is not an ISBN; empty if all are, if it is an ISSN, or if one of several is an ISBN."""
    numbers = [part for number in _numbers(printed) for part in _separated(number)]
    wrong = [number for number in numbers if not is_isbn(number) and not is_issn(number)]
    return wrong[0] if wrong else "" if numbers else printed


def _separated(number: str) -> list[str]:
    """ISBNs and ISSNs separated by a space only; else the number itself, whose groups may be separated by spaces."""
    words = number.split()
    return words if len(words) > 1 and all(len(re.sub(r"\W", "", word)) in (8, 10, 13) for word in words) else [number]


def _wrong_issn(printed: str) -> str:
    numbers = [word for number in _numbers(printed) for word in number.split()]
    wrong = [number for number in numbers if not is_issn(number) and not is_isbn(number)]
    return wrong[0] if wrong else "" if numbers else printed


def _other_than(pattern: re.Pattern[str]) -> Callable[[str], str]:
    return lambda printed: "" if pattern.fullmatch(printed.strip()) else printed


class _Kind(NamedTuple):
    """A kind of identifier: its variable, its rule, and a function that gives the wrong part of a value."""

    variable: str
    rule: Rule
    wrong: Callable[[str], str]


KINDS = (
    _Kind("DOI", WRONG_DOI, _other_than(_DOI)),
    _Kind("ISBN", WRONG_ISBN, _wrong_isbn),
    _Kind("ISSN", WRONG_ISSN, _wrong_issn),
    _Kind("PMID", WRONG_PMID, _other_than(_PMID)),
    _Kind("PMCID", WRONG_PMCID, _other_than(_PMCID)),
)


def identifiers(reference: Reference) -> Iterator[Finding]:
    """Each identifier that is not valid."""
    for kind in KINDS:
        printed = reference.plain(kind.variable)
        if printed and (wrong := kind.wrong(printed)):
            yield Finding(kind.rule, f"{kind.variable}: {wrong:.60} {_message(kind.variable, wrong)}", wrong)
    for value in reference.variables.values():
        for name in value if isinstance(value, tuple) else ():
            if name.orcid and not is_orcid(name.orcid):
                yield Finding(WRONG_ORCID, f"{name.display}: {name.orcid:.60} is not a valid ORCID", name.orcid)


_DIGITS = {"ISBN": (10, 13), "ISSN": (8,)}
"""How many digits identifiers with a check digit have."""


def _message(variable: str, wrong: str) -> str:
    if len(re.sub(r"\W", "", wrong)) in _DIGITS.get(variable, ()):
        return "has a wrong check digit"
    return f"is not a valid {variable}"
