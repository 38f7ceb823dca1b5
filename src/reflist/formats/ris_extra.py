"""Lines for variables without a tag in RIS and similar formats: those of Zotero's field Extra.

When Zotero imports a file, ``M2  - original-date: 1866`` (``%O`` in Refer) goes to its field Extra, in which such lines
give the type and variables of CSL ("Citing Fields from Extra" in its documentation): in lower case or not, with hyphens
or spaces, a name as ``family || given``. Other programs ignore them or show them as a remark.
"""

from reflist.formats.ris_lines import holds_name
from reflist.formats.ris_values import in_words, line, read_name, write_name
from reflist.grammar import markup
from reflist.late import late
from reflist.model import KINDS, Date, Kind, Name, Value, edtf
from reflist.text import Text

TYPE, KEY = "type", "citation-key"
"""What a line may give besides variables: the item type, and the key that Better BibTeX pins to an item, which becomes
the id if the record has no other."""

_LINE = late(r"([A-Za-z][A-Za-z _-]{1,40}): *(\S.*)")
_NAMED = {name.lower().replace("_", "-"): name for name in (*KINDS, TYPE)}
_FAMILY_FIRST = " || "


def read_extra(value: str) -> tuple[str, str] | None:
    """The variable or `TYPE` that a line is for, and its value; None if it is any other remark.

    >>> read_extra("Original Date: 1866"), read_extra("PMCID: PMC12"), read_extra("Copyright: 2010 Elsevier")
    (('original-date', '1866'), ('PMCID', 'PMC12'), None)
    """
    found = _LINE.fullmatch(value)
    name = _NAMED.get(found[1].strip().lower().replace(" ", "-").replace("_", "-")) if found else None
    return (name, found[2]) if found and name else None


def extra_lines(variable: str, value: Value) -> list[str]:
    r"""The lines that hold a variable exactly, except for details of names; none if no lines can.

    >>> extra_lines("original-date", Date.of(1866)), extra_lines("composer", (Name("Evans", "Bill"),))
    (['original-date: 1866'], ['composer: Evans || Bill'])
    >>> extra_lines("medium", Text("two\nlines"))
    []
    """
    if isinstance(value, tuple):
        values = [written for name in value if (written := _of_name(name))]
        exact = len(values) == len(value)
    elif isinstance(value, Date):
        values = [line(in_words(value))]
        exact = (edtf.read(values[0]) or Date(literal=values[0])) == value
    else:
        text = value if isinstance(value, Text) else Text(value)
        values = [line(markup.write(text))]
        exact = markup.read(values[0]) == text
    lines = [f"{variable}: {part}" for part in values]
    exact = exact and all(read_extra(written) == (variable, part) for written, part in zip(lines, values, strict=True))
    return lines if exact and not any(markup.resolved(part) != part for part in values) else []


def extra_value(variable: str, printed: str) -> Value:
    """The value of a variable, as printed in its line.

    >>> extra_value("original-date", "1866"), extra_value("composer", "Evans || Bill")
    (Date(parts=((1866,),)), (Name(family='Evans', given='Bill'),))
    """
    if KINDS[variable] is Kind.NAMES:
        return read_name(name_line(printed))
    if KINDS[variable] is Kind.DATE:
        return edtf.read(printed) or Date(literal=printed)
    return markup.read(printed) if KINDS[variable] is Kind.TEXT else printed


def name_line(printed: str) -> str:
    """A name in Extra, in the form of RIS lines.

    >>> name_line("van den Berg || I."), name_line("Ministry of Works"), name_line("Doe, Jane")
    ('van den Berg, I.', 'Ministry of Works,', 'Doe, Jane')
    """
    family, bars, given = printed.partition(_FAMILY_FIRST)
    return f"{family}, {given}" if bars else printed if "," in printed else f"{printed},"


def _of_name(name: Name) -> str:
    """A name in the form of Extra; empty if it would not come back, with its details from notes."""
    written = write_name(name)
    in_extra = written[:-1] if written.endswith(",") else written.replace(", ", _FAMILY_FIRST, 1)
    return in_extra if holds_name(name_line(in_extra), name) else ""
