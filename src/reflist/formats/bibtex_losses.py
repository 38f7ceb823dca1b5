"""What is lost of a reference in its BibTeX entry, value by value.

BibTeX normalises white space, has one kind of particle for all names of an entry, and has no place for some dates. If
it is not certain that an entry gives back its reference, it is read, and every fact that did not come back is reported.
"""

import re
from collections.abc import Iterator

from reflist.formats.bibtex_entries import ENTRY_TYPE, NAME
from reflist.formats.databases import BEFORE_DOI
from reflist.late import late
from reflist.model import Date, Name, Reference, Value, to_csl
from reflist.report import Report, Rule, Severity
from reflist.text import Text

LOSS = Rule(
    "bibtex-loss",
    Severity.LOSS,
    "A value could not be written to BibTeX so that the same words are read back from it. The message says what is "
    "read.",
)
CHANGED = Rule(
    "bibtex-changed",
    Severity.REPAIR,
    "A value reads back from BibTeX with the same words but not exactly: white space normalised (a value has no "
    "lines), other dashes, a particle in another part of a name.",
)

_NO_WORD = late(r"[\W_]+")
_DOI_RESOLVER = late(rf"{BEFORE_DOI}(?=10\.)", re.IGNORECASE)


def report_losses(reference: Reference, returned: Reference, report: Report) -> None:
    """Report every fact of the reference that ``returned``, the one read from its entry, does not have."""
    for field, value, back in _differences(reference, returned):
        rule = CHANGED if _words(value) == _words(back) else LOSS
        read_as = f"is read back as {back!r:.80}" if back else "has no place"
        report.add(rule, f"BibTeX: {field} {read_as}", reference.origin.place, reference.id)


def _differences(reference: Reference, returned: Reference) -> Iterator[tuple[str, str, str]]:
    """The facts that do not come back: the field, its value, and the value that is read."""
    if returned.type != reference.type:
        yield "type", reference.type, returned.type
    for variable, value in reference.variables.items():
        back = returned.variables.get(variable)
        if back == value:
            continue
        if isinstance(value, tuple):
            yield from _other_names(variable, value, returned.names(variable))
        else:
            yield variable, _shown(value), _shown(back) if back else ""
    for (format, tag), values in reference.extras.items():
        again = returned.extras.get((format, tag), ())
        if again != values and (format, tag) != (NAME, ENTRY_TYPE):
            yield f"{format} field {tag}", "\n".join(values), "\n".join(again)


def _other_names(variable: str, names: tuple[Name, ...], back: tuple[Name, ...]) -> Iterator[tuple[str, str, str]]:
    for place, name in enumerate(names):
        again = back[place] if place < len(back) else None
        if name != again:
            yield f"{variable}, name {place + 1}", name.display, again.display if again else ""


def _shown(value: Value) -> str:
    """A value as a string."""
    if isinstance(value, Date):
        return str(to_csl(Reference("", "document", {"issued": value}))["issued"])
    return value.to_csl() if isinstance(value, Text) else str(value)


def _words(shown: str) -> str:
    """The letters and digits of a value; of a DOI without the address of a resolver."""
    return _NO_WORD.sub("", _DOI_RESOLVER.sub("", shown).casefold())
