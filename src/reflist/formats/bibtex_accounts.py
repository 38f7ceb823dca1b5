"""What an entry does not give back of its reference, said value by value.

BibTeX folds white space, has one kind of particle for all names of an entry, ordinals for editions, and no place for
some dates. An entry whose values all are of a form that is known to come back is not looked at again; any other one is
read as it will be read, and each fact of the reference that is not in there is reported.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from reflist.formats.bibtex_entries import ENTRY_TYPE, NAME, Entry
from reflist.model import Date, Name, Reference, Value, to_csl
from reflist.report import Report, Rule, Severity
from reflist.text import Text

LOSS = Rule(
    "bibtex-loss",
    Severity.LOSS,
    "A value could not be written to BibTeX such that the same words are read from it. The message says what is read.",
)
CHANGED = Rule(
    "bibtex-changed",
    Severity.REPAIR,
    "A value reads back from BibTeX with the same words but not to the letter: white space folded (a value has no "
    "lines), other dashes, an edition as a plain number, a particle in another part of a name.",
)

READ_AGAIN = frozenset({"thesis", "report", "standard", "paper-conference", "speech", "manuscript"})
"""The types for which other fields are written from the values, or the type of the entry depends on them."""

SPECIAL = {
    "page": re.compile(r"[A-Za-z]?\d+(?:-[A-Za-z]?\d+)?"),
    "edition": re.compile(r"\d+"),
    "genre": re.compile(r"[A-Z][A-Za-z]*(?: [A-Za-z]+)*"),
    "status": re.compile("(?!)"),
}
"""The forms in which values come back for sure, where a field has rules of its own."""

_SOUND = re.compile(r"[^\s{}\\]+(?: [^\s{}\\]+)*+")
_NAME_PART = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ.'‐-]*(?: [A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ.'‐-]*)*+")
_NO_WORD = re.compile(r"[\W_]+")
_ORDINAL = re.compile(r"(?<!\d)(\d++)(?:st|nd|rd|th)")


def account(reference: Reference, entry: Entry, read: Callable[[Entry], Reference], report: Report) -> None:
    """Report every fact of the reference that ``read`` does not give back from its entry."""
    if _comes_back(reference):
        return
    returned = read(entry)
    for field, value, back in _differences(reference, returned):
        rule = CHANGED if _words(value) == _words(back) else LOSS
        read_as = f"is read back as {back!r:.80}" if back else "has no place"
        report.add(rule, f"BibTeX: {field} {read_as}", reference.origin.place, reference.id)


def _comes_back(reference: Reference) -> bool:
    """Whether all values are of forms that are known to come back."""
    if reference.type in READ_AGAIN or not all(_is_evident(*row) for row in reference.variables.items()):
        return False
    extras = reference.extras.items()
    return all(tag.isalnum() and tag.isascii() and all(map(_SOUND.fullmatch, values)) for (_, tag), values in extras)


def _is_evident(variable: str, value: Value) -> bool:
    if isinstance(value, tuple):
        return all(map(_is_evident_name, value))
    if isinstance(value, Date):
        return len(value.parts) == 1 and not (value.season or value.circa or value.literal)
    plain = value.plain if isinstance(value, Text) else value
    return SPECIAL.get(variable, _SOUND).fullmatch(plain) is not None


@lru_cache(maxsize=10_000)
def _is_evident_name(name: Name) -> bool:
    bare = name == Name(name.family, name.given)
    return bare and all(map(_NAME_PART.fullmatch, (name.family, name.given)))


def _differences(reference: Reference, returned: Reference) -> Iterator[tuple[str, str, str]]:
    """The facts that do not come back: the field, what it says, and what is read."""
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
    """A value in words."""
    if isinstance(value, Date):
        return str(to_csl(Reference("", "document", {"issued": value}))["issued"])
    return value.to_csl() if isinstance(value, Text) else str(value)


def _words(shown: str) -> str:
    """What counts of a value: its letters and digits."""
    return _NO_WORD.sub("", _ORDINAL.sub(r"\1", shown).casefold())
