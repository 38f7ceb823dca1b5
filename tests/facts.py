"""The single facts that a reference states, and which of them a report accounts for."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reflist.model import Reference
from reflist.report import Diagnostic, Severity


class Fact(NamedTuple):
    """One fact of a reference: the field that a message must name, and the value."""

    field: str
    value: object


def facts(reference: Reference) -> Iterator[Fact]:
    """Its type; each name with its position, each date, each other variable; each extra."""
    yield Fact("type", reference.type)
    for variable, value in reference.variables.items():
        if isinstance(value, tuple):
            yield from (Fact(variable, (place, name)) for place, name in enumerate(value))
        else:
            yield Fact(variable, value)
    for (format, tag), values in reference.extras.items():
        yield from (Fact(tag, (format, place, value)) for place, value in enumerate(values))


def unaccounted(reference: Reference, returned: Reference | None, report: Iterable[Diagnostic]) -> list[Fact]:
    """The facts that neither came back nor are reported as lost or repaired, with the key and the name of the field."""
    kept = set(map(repr, facts(returned))) if returned else set()
    losses = [finding for finding in report if finding.severity in (Severity.LOSS, Severity.REPAIR)]
    return [
        fact
        for fact in facts(reference)
        if repr(fact) not in kept and not any(_names(finding, reference.id, fact.field) for finding in losses)
    ]


def _names(finding: Diagnostic, key: str, field: str) -> bool:
    return finding.key == key and re.search(rf"(?<![\w-]){re.escape(field)}(?![\w-])", finding.message) is not None
