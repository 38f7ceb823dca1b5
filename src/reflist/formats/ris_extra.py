"""Lines on variables that a format of RIS's kind has no tag for: those of Zotero's field Extra.

``M2  - original-date: 1866`` (``%O`` in Refer) goes to Extra when Zotero imports the file, and Zotero takes such lines
for the type and the variables of CSL ("Citing Fields from Extra" in its documentation): in small letters or not, with
hyphens or spaces, a name as ``family || given``. Other programs pass them over, or show them as a remark.
"""

from reflist.formats.ris_lines import says_name
from reflist.formats.ris_values import in_words, line, read_name, write_name
from reflist.grammar import markup
from reflist.late import late
from reflist.model import KINDS, Date, Kind, Name, Value, edtf
from reflist.text import Text

TYPE, KEY = "type", "citation-key"
"""What a line may name besides variables: the item type. And the key that Better BibTeX pins to an item: its id, where
the record has no other."""

_LINE = late(r"([A-Za-z][A-Za-z _-]{1,40}): *(\S.*)")
_NAMED = {name.lower().replace("_", "-"): name for name in (*KINDS, TYPE)}
_FAMILY_FIRST = " || "


def read_extra(value: str) -> tuple[str, str] | None:
    """What a line is about (a variable or `TYPE`) and what it says of it; None where it is any other remark.

    >>> read_extra("Original Date: 1866"), read_extra("PMCID: PMC12"), read_extra("Copyright: 2010 Elsevier")
    (('original-date', '1866'), ('PMCID', 'PMC12'), None)
    """
    found = _LINE.fullmatch(value)
    name = _NAMED.get(found[1].strip().lower().replace(" ", "-").replace("_", "-")) if found else None
    return (name, found[2]) if found and name else None


def extra_lines(variable: str, value: Value) -> list[str]:
    r"""The lines that say a variable, to the letter but for details of names; none where no lines would.

    >>> extra_lines("original-date", Date.of(1866)), extra_lines("composer", (Name("Evans", "Bill"),))
    (['original-date: 1866'], ['composer: Evans || Bill'])
    >>> extra_lines("medium", Text("two\nlines"))
    []
    """
    if isinstance(value, tuple):
        said = [written for name in value if (written := _of_name(name))]
        exact = len(said) == len(value)
    elif isinstance(value, Date):
        said = [line(in_words(value))]
        exact = (edtf.read(said[0]) or Date(literal=said[0])) == value
    else:
        text = value if isinstance(value, Text) else Text(value)
        said = [line(markup.write(text))]
        exact = markup.read(said[0]) == text
    lines = [f"{variable}: {part}" for part in said]
    exact = exact and all(read_extra(written) == (variable, part) for written, part in zip(lines, said, strict=True))
    return lines if exact and not any(markup.resolved(part) != part for part in said) else []


def extra_value(variable: str, said: str) -> Value:
    """What a line says of a variable, as its value.

    >>> extra_value("original-date", "1866"), extra_value("composer", "Evans || Bill")
    (Date(parts=((1866,),)), (Name(family='Evans', given='Bill'),))
    """
    if KINDS[variable] is Kind.NAMES:
        return read_name(name_line(said))
    if KINDS[variable] is Kind.DATE:
        return edtf.read(said) or Date(literal=said)
    return markup.read(said) if KINDS[variable] is Kind.TEXT else said


def name_line(said: str) -> str:
    """A name of Extra as lines of RIS have it.

    >>> name_line("van den Berg || I."), name_line("Ministry of Works"), name_line("Doe, Jane")
    ('van den Berg, I.', 'Ministry of Works,', 'Doe, Jane')
    """
    family, bars, given = said.partition(_FAMILY_FIRST)
    return f"{family}, {given}" if bars else said if "," in said else f"{said},"


def _of_name(name: Name) -> str:
    """A name as Extra has it; empty where it would not come back with what notes say of it."""
    written = write_name(name)
    said = written[:-1] if written.endswith(",") else written.replace(", ", _FAMILY_FIRST, 1)
    return said if says_name(name_line(said), name) else ""
