"""Links over the identifiers that a style has printed (CSL 1.0.2, appendix VI, "Links")."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reflist.csl.output import Link
from reflist.csl.processor.finishing import Finished
from reflist.text import Text

ADDRESSES = {
    "URL": "",
    "DOI": "https://doi.org/",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
}
"""The variables that become links, and the address before their value."""

_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s/]", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"www\.[^\s/.]+\.", re.IGNORECASE)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)


def links(finished: Finished, values: Mapping[str, Text] | None = None) -> tuple[Link, ...]:
    """The links in a formatted text, in order: to ``values`` of the variables if given, else to what is printed.

    An address that the style prints before an identifier is part of the link. Only web addresses are linked.
    """
    fields = finished.fields_of(ADDRESSES)
    return tuple(_links(finished, fields, values)) if fields else ()


def _links(
    finished: Finished, fields: Sequence[tuple[int, int, str]], values: Mapping[str, Text] | None
) -> Iterator[Link]:
    plain, end = finished.text.plain, 0
    for first, last, variable in fields:
        if first < end:
            continue
        value = plain[first:last] if values is None or variable not in values else values[variable].plain
        target = _target(variable, value.strip())
        if target:
            yield Link(first - _printed_before(plain[end:first]), last, target)
            end = last


def _printed_before(text: str) -> int:
    """How many characters of an address stand at the end of a text."""
    word = "" if text[-1:].isspace() else "".join(text.split()[-1:])
    scheme = _SCHEME.search(word)
    return len(word) - scheme.start() if scheme else 0


def _target(variable: str, value: str) -> str:
    """The address that a value stands for; empty if it stands for none."""
    if _ADDRESS.match(value):
        return value
    if variable == "URL":
        return f"http://{value}" if _WITHOUT_SCHEME.match(value) else ""
    if not value or any(map(str.isspace, value)):
        return ""
    return f"{ADDRESSES[variable]}{'PMC' if variable == 'PMCID' and value.isdecimal() else ''}{value}"
