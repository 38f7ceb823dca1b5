"""A record of RIS, or of what is like it, to a reference.

What our writer adds in notes counts only as long as the lines it was written with are still there: what another
program has changed since then counts more.
"""

import json
from collections import Counter

from reflist.draft import Draft
from reflist.formats.ris_records import Field, Record, key
from reflist.formats.ris_tables import (
    ABBREVIATED,
    CLEANED,
    GENERIC,
    ITEM_TYPES,
    NOT_YET,
    NOTES,
    SEVERAL,
    TYPE_NAMES,
    implied_type,
    variable_of,
)
from reflist.formats.ris_values import join_pages, line, read_date, read_issued, read_name
from reflist.formats.ris_writing import NAME_DETAILS, NOTE, UNWRITTEN, WRITTEN, Dialect, lines_of
from reflist.grammar import edtf
from reflist.model import KINDS, TYPES, Date, Kind, Name, Origin, Reference, from_csl
from reflist.report import Report, Rule, Severity
from reflist.source import Source
from reflist.text import Text

UNKNOWN_TYPE = Rule(
    "ris-unknown-type",
    Severity.REPAIR,
    "The type of reference is not one that RIS or EndNote has. The record was read as an article where a journal is "
    "given, else as a document; the printed type is kept.",
)

_DETAILS = tuple(f"{title} of " for title in NAME_DETAILS.values())
_TYPES_BY_NAME = {name.casefold(): type_ for name, type_ in TYPE_NAMES.items()}


def read_record(record: Record, dialect: Dialect, source: Source, report: Report) -> Reference:
    """The reference that a record describes."""
    return _Reading(record, dialect, source, report).reference()


def type_named(printed: str) -> str:
    """The type of reference by its abbreviation, or by the name that EndNote gives it; as printed if it is none."""
    return _TYPES_BY_NAME.get(printed.casefold(), printed.upper()) or GENERIC


class _Reading:
    """One record being read."""

    def __init__(self, record: Record, dialect: Dialect, source: Source, report: Report) -> None:
        self.record, self.dialect, self.source, self.report = record, dialect, source, report
        self.draft = Draft(dialect.name)
        self.id = ""
        self.type = GENERIC
        self.told_type = ""
        self.names: dict[str, list[Name]] = {}
        self.texts: dict[str, list[str]] = {}
        self.issued: list[Field] = []
        self.pages: list[Field] = []
        self.last_page: list[Field] = []
        self.details: list[str] = []
        self.abbreviated = False

    def reference(self) -> Reference:
        """The reference, after all of its fields have been looked at."""
        self._read_type()
        fields = [field for field in self.record.fields if field.value]
        if any(
            field.tag == NOTES and field.value.startswith((f"{WRITTEN}: {{", f"{UNWRITTEN}: {{")) for field in fields
        ):
            fields = self._exact(fields)
        for field in fields:
            self._field(field)
        self._put_names()
        self._put_texts()
        self._put_pages()
        self._put_issued()
        self._put_container()
        self.draft.type = self.told_type or implied_type(self.type, {field.tag for field in fields})
        return self.draft.build(self.id, Origin(self.source.name, self.record.line, self.record.raw))

    def _read_type(self) -> None:
        """The type of reference; one that nobody knows is kept."""
        printed = self.record.type or ""
        self.type = type_named(printed)
        if self.type not in ITEM_TYPES:
            self._keep(Field("TY", printed, self.record.line))
            place = self.source.place(self.record.line)
            self.report.add(UNKNOWN_TYPE, f"{printed[:40]!r} is no type of reference", place, key(self.record))

    # --- the exact values of our notes ------------------------------------------------------------------

    def _exact(self, fields: list[Field]) -> list[Field]:
        """Take the values that notes give in CSL-JSON; the fields that are left to be read."""
        notes = [field for field in fields if field.tag == NOTES and _is_exact(field.value)]
        if not notes:
            return fields
        left = [field for field in fields if field not in notes]
        for note in notes:
            title, _, raw = note.value.partition(": ")
            exact = from_csl({"type": "document", **json.loads(raw)})
            self.id = exact.id
            self.draft.extras |= exact.extras
            for variable, value in exact.variables.items():
                rest = _without(left, lines_of(variable, value, self.type, self.dialect) if title == WRITTEN else [])
                if rest is None:
                    continue  # another program has changed the lines
                left = rest
                self.draft.variables[variable] = value
        return left

    # --- field by field ---------------------------------------------------------------------------------

    def _field(self, field: Field) -> None:
        if field.tag == "ID":
            self._put_id(field)
        elif field.tag == "EP":
            self.last_page.append(field)
        elif field.tag != NOTES or not self._note(field.value):
            variable = variable_of(field.tag, field.value, self.type)
            if variable is None:
                self._keep(field)
            else:
                self._variable(variable, field)

    def _put_id(self, field: Field) -> None:
        if not self.id:
            self.id = line(field.value)
        elif line(self.id) != line(field.value):
            self._keep(field)

    def _variable(self, variable: str, field: Field) -> None:
        """A line that says something of a variable."""
        self.abbreviated = self.abbreviated or field.tag in ABBREVIATED
        if KINDS[variable] is Kind.NAMES:
            self.names.setdefault(variable, []).extend(read_name(line(field.value)))
        elif variable == "issued":
            self.issued.append(field)
        elif variable in ("page", "number-of-pages"):
            self.pages.append(field)
        elif field.tag in SEVERAL and variable not in CLEANED:
            self._text(variable, field)
        else:
            self._single(variable, field)

    def _single(self, variable: str, field: Field) -> None:
        """What a variable takes one of; a second is kept, unless it says the same."""
        value = line(field.value)
        if variable in CLEANED:
            value = CLEANED[variable].sub("", value)
        if variable in self.draft:
            if _plain(self.draft, variable) != value:
                self._keep(field)
        elif KINDS[variable] is Kind.DATE:
            self.draft.put(variable, read_date(value))
        else:
            self._put(variable, value)

    def _put(self, variable: str, said: str) -> None:
        """Set a text or another string as it stands; keep a second one."""
        if variable in self.draft:
            self.draft.keep(variable, said)
        else:
            self.draft.variables[variable] = Text(said) if KINDS[variable] is Kind.TEXT else said

    def _text(self, variable: str, field: Field) -> None:
        """A paragraph or a keyword; one that stands there already (abstracts do, under two tags) is left out."""
        values = self.texts.setdefault(variable, [])
        value = line(field.value)
        if value not in values or variable == "keyword":
            values.append(value)

    def _keep(self, field: Field) -> None:
        self.draft.keep(self.dialect.own(field.tag), field.value)

    # --- notes ------------------------------------------------------------------------------------------

    def _note(self, value: str) -> bool:
        """What a note of our writer's says: of a variable, the type, a name, or what another format brought."""
        found = NOTE.fullmatch(value)
        if found is None:
            return self._detail(value)
        variable, said = found["variable"], found["value"]
        if found["format"]:
            extra = found["format"], found["tag"]
            self.draft.extras[extra] = (*self.draft.extras.get(extra, ()), said)
        elif variable == "type" and said in TYPES:
            self.told_type = said
        elif variable in KINDS:
            self._noted(variable, said)
        else:
            return False
        return True

    def _detail(self, value: str) -> bool:
        if not value.startswith(_DETAILS):
            return False
        self.details.append(value)
        return True

    def _noted(self, variable: str, said: str) -> None:
        if KINDS[variable] is Kind.NAMES:
            self.names.setdefault(variable, []).extend(read_name(said))
        elif KINDS[variable] is Kind.DATE:
            self.draft.put(variable, edtf.read(said) or Date(literal=said))
        else:
            self._put(variable, said)

    # --- what takes several lines -----------------------------------------------------------------------

    def _put_names(self) -> None:
        for variable, names in self.names.items():
            self.draft.put(variable, tuple(map(self._with_details, names)) if self.details else tuple(names))
        for value in self.details:
            self._keep(Field(NOTES, value, self.record.line))

    def _with_details(self, name: Name) -> Name:
        """The name with what notes say of it."""
        said = {}
        for detail, title in NAME_DETAILS.items():
            beginning = f"{title} of {name.display}: "
            if note := next((note for note in self.details if note.startswith(beginning)), None):
                self.details.remove(note)
                said[detail] = note[len(beginning) :]
        return name.replace(**said) if said else name

    def _put_texts(self) -> None:
        for variable, values in self.texts.items():
            self.draft.put(variable, Text((", " if variable == "keyword" else "\n").join(values)))

    def _put_pages(self) -> None:
        """First and last page; a single number is how many there are where the whole is described."""
        if not self.pages and not self.last_page:
            return
        first = self.pages[0].value if self.pages else ""
        last = self.last_page[0].value if self.last_page else ""
        variable = variable_of("SP", first, self.type) if first and not last else "page"
        assert variable
        value = line(first) if variable != "page" else join_pages(line(first), line(last))
        self._put(variable, value)
        for field in (*self.pages[1:], *self.last_page[1:]):
            if field.value not in (first, last):
                self._keep(field)

    def _put_issued(self) -> None:
        """The date of all lines together; but none where they only repeat the status."""
        values = [line(field.value) for field in self.issued]
        date, others = read_issued(values)
        if date.literal and date.literal == line(_plain(self.draft, "status")):
            return
        if date.literal.casefold() in NOT_YET:
            self.draft.put("status", Text(date.literal))
            return
        noted = self.draft.variables.get("issued")
        if date and (not isinstance(noted, Date) or date.year != noted.year):
            self.draft.variables["issued"] = date
        for other in others:
            self._keep(self.issued[other])

    def _put_container(self) -> None:
        """The abbreviated journal is the container where nothing else is; and nothing where it says the same."""
        variables = self.draft.variables
        if not self.abbreviated or not (short := variables.get("container-title-short")):
            return
        container = variables.setdefault("container-title", short)
        if container == short:
            del variables["container-title-short"]


def _is_exact(note: str) -> bool:
    """Whether a note is one of ours in CSL-JSON."""
    title, _, raw = note.partition(": ")
    if title not in (WRITTEN, UNWRITTEN):
        return False
    try:
        return isinstance(json.loads(raw), dict)
    except (ValueError, RecursionError):
        return False


def _without(fields: list[Field], lines: list[tuple[str, str]]) -> list[Field] | None:
    """The fields without those of these lines; None where not all of them are there."""
    wanted = Counter(lines)
    left = []
    for field in fields:
        if wanted[field.tag, field.value] > 0:
            wanted[field.tag, field.value] -= 1
        else:
            left.append(field)
    return None if wanted.total() else left


def _plain(draft: Draft, variable: str) -> str:
    """A text of the draft without its marks."""
    value = draft.variables.get(variable, "")
    return value.plain if isinstance(value, Text) else value if isinstance(value, str) else ""
