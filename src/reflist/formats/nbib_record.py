"""One record of PubMed: from its fields to a reference, and from a reference to its fields."""

from collections.abc import Callable, Mapping

from reflist.draft import Draft
from reflist.formats import nbib_values as values
from reflist.formats.nbib_tables import ORDER, PUBLICATION_TYPES, item_type, tag_of, variable_of
from reflist.model import NOWHERE, Date, Name, Origin, Reference, Value
from reflist.text import Text

Field = tuple[str, str]
"""A tag and its value."""

NAME = "nbib"
OWNER = ("OWN", "reflist")
"""The first field of a record without a number."""

FULL = {"FAU": "author", "FED": "editor"}
SHORT = {"AU": "author", "ED": "editor"}
"""Tags of short names, which repeat a full name if there is one."""
BODY = "CN"
ABOUT_NAME = ("AD", "AUID")
"""Tags of details of the name before them."""
TYPE = "PT"
_ORCID = "ORCID: "
_OTHERS = ("et al.", "et al")
_PEOPLE = {*FULL, *SHORT, BODY, *ABOUT_NAME}


# --- reading ------------------------------------------------------------------------------------------


def reference_of(fields: list[Field], origin: Origin = NOWHERE) -> Reference:
    """The reference of a record's fields; a tag without a variable is kept as an extra."""
    type_, type_field = _type(fields)
    record = _Record(Draft(NAME, type_), any(tag == "TI" for tag, _ in fields))
    for tag, value in fields:
        if value and (tag, value) not in (type_field, OWNER):
            record.take(tag, value)
    return record.finished(origin)


def _type(fields: list[Field]) -> tuple[str, Field]:
    """The item type, and the field that gives it."""
    types = [(*found, value) for tag, value in fields if tag == TYPE and (found := item_type(value))]
    if types:
        _, type_, value = min(types)
        is_plain = value == PUBLICATION_TYPES[type_]
        return type_, (TYPE, value if is_plain else "")
    tags = {tag for tag, _ in fields}
    if tags & {"JT", "TA"}:
        return "article-journal", ("", "")
    return ("chapter" if "TI" in tags else "book") if "BTI" in tags else "document", ("", "")


class _Record:
    """A record being read."""

    def __init__(self, draft: Draft, has_title: bool) -> None:
        self.draft = draft
        self.has_title = has_title
        self.names: dict[str, list[Name]] = {"author": [], "editor": []}
        self.named = ""  # the variable of the last name read
        self.full = ""  # the variable whose short form may follow
        self.headings: list[str] = []
        self.keywords: list[str] = []
        self.article_number = ""

    def take(self, tag: str, value: str) -> None:
        """Read a field."""
        if tag == "BTI" and not self.has_title:
            tag, self.has_title = "TI", True
        if tag in _PEOPLE:
            self._take_name(tag, value)
        elif tag in READERS:
            READERS[tag](self, tag, value)
        elif (variable := variable_of(tag, self.draft.type)) and variable not in self.draft:
            self.draft.put(variable, value)
        else:
            self.draft.keep(tag, value)

    def finished(self, origin: Origin) -> Reference:
        """The reference, after all fields have been read."""
        for variable, names in self.names.items():
            if names:
                self.draft.put(variable, tuple(names))
        if keywords := list(dict.fromkeys([*self.headings, *self.keywords])):
            self.draft.put("keyword", Text(values.join_keywords(keywords)))
        if self.article_number and "page" not in self.draft:
            self.draft.put("page", self.article_number)
        return self.draft.build(origin=origin)

    def _take_name(self, tag: str, value: str) -> None:
        if tag in ABOUT_NAME:
            self._take_detail(tag, value)
            return
        repeats, self.full = tag in SHORT and SHORT[tag] == self.full, FULL.get(tag, "")
        if value in _OTHERS:
            self.draft.keep(tag, value)
        elif not repeats:
            self.named = FULL.get(tag) or SHORT.get(tag) or "author"
            self.names[self.named].append(_READ_NAME[tag](value))

    def _take_detail(self, tag: str, value: str) -> None:
        names = self.names.get(self.named)
        if not names or (tag == "AUID" and (names[-1].orcid or not value.startswith(_ORCID))):
            self.draft.keep(tag, value)
        elif tag == "AUID":
            names[-1] = names[-1].replace(orcid=value.removeprefix(_ORCID))
        else:
            before = names[-1].affiliation
            names[-1] = names[-1].replace(affiliation=f"{before}; {value}" if before else value)

    def take_date(self, tag: str, value: str) -> None:
        """A date of publication; if only its year can be read, it is also kept as printed."""
        date, complete = values.read_date(value)
        if "issued" not in self.draft:
            self.draft.put("issued", date)
            if complete:
                return
        self.draft.keep(tag, value)

    def take_location(self, tag: str, value: str) -> None:
        """An identifier of the article or of its location."""
        kind, located = values.read_location(value)
        if kind in ("DOI", "URL"):
            if kind not in self.draft:
                self.draft.put(kind, located)
                return
            if self.draft.variables[kind] == located:
                return
        elif kind == "pii" and tag == "LID" and values.is_article_number(located):
            self.article_number = located
        self.draft.keep(tag, value)

    def take_keyword(self, tag: str, value: str) -> None:
        """A keyword; a medical subject heading is also kept with its asterisks."""
        if tag == "MH":
            self.headings.append(value.replace("*", ""))
            self.draft.keep(tag, value)
        else:
            self.keywords.append(value)

    def take_read(self, tag: str, value: str) -> None:
        """A value that a function reads; one that it cannot read, or a second one, is kept."""
        variable, reader = _READ[tag]
        found = reader(value)
        if found and variable not in self.draft:
            self.draft.put(variable, found)
        elif not found or self.draft.variables[variable] != found:
            self.draft.keep(tag, value)


_READ_NAME: Mapping[str, Callable[[str], Name]] = {
    "FAU": values.full_name,
    "FED": values.full_name,
    "AU": values.short_name,
    "ED": values.short_name,
    BODY: lambda value: Name(literal=value),
}
_READ: Mapping[str, tuple[str, Callable[[str], Value]]] = {
    "TI": ("title", lambda value: Text(values.read_title(value))),
    "IS": ("ISSN", values.read_issn),
    "ISSN": ("ISSN", values.read_issn),
    "ISBN": ("ISBN", values.read_isbn),
    "LA": ("language", values.read_language),
    "DEP": ("available-date", values.read_day_in_digits),
}
READERS: Mapping[str, Callable[[_Record, str, str], None]] = {
    "DP": _Record.take_date,
    "LID": _Record.take_location,
    "AID": _Record.take_location,
    "OT": _Record.take_keyword,
    "MH": _Record.take_keyword,
    **dict.fromkeys(_READ, _Record.take_read),
}
"""Tags whose values are not simply put into a variable."""


# --- writing ------------------------------------------------------------------------------------------


def fields_of(reference: Reference) -> list[Field]:
    """The fields of a reference, as far as PubMed's tags can hold it, in PubMed's order."""
    blocks: list[list[Field]] = []
    for variable, value in reference.variables.items():
        if tag := tag_of(variable, reference.type):
            blocks.append(_block(tag, value, reference))
    if reference.type in PUBLICATION_TYPES:
        blocks.append([(TYPE, PUBLICATION_TYPES[reference.type])])
    for (format, tag), kept in reference.extras.items():
        if format == NAME:
            blocks.append([(tag, value) for value in kept if _is_tag(tag)])
    blocks = sorted(filter(None, blocks), key=lambda block: ORDER.get(block[0][0], len(ORDER)))
    fields = [field for block in blocks for field in block]
    return fields if fields and fields[0][0] in ("PMID", "OWN") else [OWNER, *fields]


def _is_tag(tag: str) -> bool:
    """Whether an extra can be written under its tag, and will be read as that extra."""
    return 2 <= len(tag) <= 4 and tag.isascii() and tag.isalnum() and tag.isupper() and tag not in _PEOPLE


def _block(tag: str, value: Value, reference: Reference) -> list[Field]:
    """The fields of a variable."""
    if isinstance(value, tuple):
        return [field for name in value for field in _name_fields(tag, name)]
    if isinstance(value, Date):
        return [(tag, values.write_date(value) if tag == "DP" else values.write_day_in_digits(value))]
    plain = value.plain if isinstance(value, Text) else value
    if tag == "OT":
        headings = {kept.replace("*", "") for kept in reference.extras.get((NAME, "MH"), ())}
        return [(tag, word) for word in values.split_keywords(plain) if word not in headings]
    if tag == "PMID" and not (plain.isascii() and plain.isdecimal()):
        return []
    if tag == "LA":
        return [(tag, values.write_language(plain))]
    return [(tag, f"{plain} [doi]" if tag == "AID" else plain)]


def _name_fields(tag: str, name: Name) -> list[Field]:
    """The full and short form of a personal name, or a corporate name, with its details."""
    if name.literal:
        fields = [(BODY, name.literal)] if tag == "FAU" else []
    else:
        fields = [(tag, values.write_full_name(name)), (tag.removeprefix("F"), values.write_short_name(name))]
    if fields and name.affiliation:
        fields.append(("AD", name.affiliation))
    if fields and name.orcid:
        fields.append(("AUID", _ORCID + name.orcid))
    return fields
