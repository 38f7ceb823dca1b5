r"""BibLaTeX, as biber reads it (the biblatex manual, version 3).

Files are written in UTF-8, which biber reads, so LaTeX commands are only used for characters with a meaning in LaTeX. A
variable without a field in biblatex is written into a field of the variable's name, which biber ignores. What fields of
text cannot hold, for example an id that cannot be a key, is written as JSON into the field ``reflist``.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from reflist.formats.additional_field import Codec
from reflist.formats.base import Format, Item
from reflist.formats.biblatex_inheritance import PARENTS, PART, REPLACED_AFTER, filled, inherited_fields
from reflist.formats.biblatex_reading import ADDITIONAL, NAME, from_entry
from reflist.formats.biblatex_writing import to_entry, without_outdated_fields
from reflist.formats.bibtex import Keys
from reflist.formats.bibtex_entries import Entry
from reflist.formats.bibtex_reading import Dialect, read_dialect
from reflist.formats.sniffing import SNIFFERS
from reflist.late import late
from reflist.model import NOWHERE, Origin, Reference
from reflist.report import Report, Rule, Severity
from reflist.source import Source

CONTROL = Rule(
    "biblatex-control",
    Severity.NOTE,
    "A value holds control characters. Those that TeX rejects are left out of their field and stored, escaped, in "
    "the field reflist; those that change the direction of writing were written as they are.",
)

_NO_KEY = late(r"""[\s"#%'(),={}\\~^$&<>|\x00-\x1f\x7f-\x9f\u200b-\u206f]""")
"""Characters that biber does not accept in keys, and those that TeX does not; all letters are accepted."""

_CONTROL = late(r"[\u202a-\u202e\u2066-\u2069]|\\u00[01]|\\u007f")
_STRING = late(r'"(?:[^"\\]|\\.)*"')


def read(source: Source, report: Report) -> Iterator[Item]:
    """The references of a source, in order; text that belongs to none of them as a `Remainder`."""
    return read_dialect(source, report, DIALECT)


def write(references: Iterable[Reference], report: Report) -> Iterator[str]:
    """The entries, one after the other, with an empty line between them."""
    keys = Keys(_NO_KEY)
    between = ""
    for reference in references:
        entry = whole_entry(reference, keys.key(reference, report))
        fields = "".join(f"  {tag} = {{{value}}},\n" for tag, value in entry.fields.items())
        if _CONTROL.search(fields):
            report.add(CONTROL, "control characters in a value", reference.origin.place, reference.id)
        yield f"{between}@{entry.type}{{{entry.key},\n{fields}}}\n"
        between = "\n"


def whole_entry(reference: Reference, key: str) -> Entry:
    """The reference as an entry that holds all of it."""
    entry, additional = _codec(key).parts(without_outdated_fields(reference), Report())
    return entry._replace(fields={**entry.fields, ADDITIONAL: _balanced(additional)}) if additional else entry


def reference_of(entry: Entry, origin: Origin = NOWHERE) -> Reference:
    """The reference of an entry, including the field ``reflist``. Never raises for any content of fields."""
    if ADDITIONAL not in entry.fields:
        return from_entry(entry, origin)
    fields = dict(entry.fields)
    additional = fields.pop(ADDITIONAL)
    return _codec(entry.key).whole(entry._replace(fields=fields), additional, origin)


def _codec(key: str) -> Codec[Entry]:
    return Codec(partial(to_entry, key=key), from_entry, (NAME, ADDITIONAL))


_ESCAPES = {"{": r"\u007b", "}": r"\u007d", "^": r"\u005e", "\x7f": r"\u007f", r"\\": r"\u005c"}
_ESCAPED = late(r"\\\\|[{}^\x7f]")


def _balanced(json: str) -> str:
    """The JSON with braces and backslashes in its strings escaped, so that TeX sees one value without commands."""
    return _STRING.sub(lambda text: _ESCAPED.sub(lambda sign: _ESCAPES[sign[0]], text[0]), json)


DIALECT = Dialect(NAME, reference_of, inherited_fields, PARENTS, REPLACED_AFTER, PART, filled)

FORMAT = Format(
    NAME,
    "BibLaTeX",
    (".bib",),
    read,
    write,
    SNIFFERS["biblatex"],
    extras="fields of their own, which biber ignores",
)
