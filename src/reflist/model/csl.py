"""References to and from plain CSL-JSON items (CSL-JSON 1.0.2, the data schema).

What CSL-JSON has no place for goes under ``custom.reflist``; a foreign ``custom`` is kept beside it.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from reflist.model.date import Date, DateParts
from reflist.model.name import Name
from reflist.model.reference import FieldOrigin, Origin, Reference, Value
from reflist.model.variables import KINDS, TYPES, Kind
from reflist.report import Place, Report, Rule, Severity
from reflist.text import Text

Item = dict[str, Any]
"""A CSL-JSON item."""

FORMAT = "csljson"
"""The format name under which fields that are not CSL's are kept as extras."""

WRONG_TYPE = Rule(
    "csl-wrong-type",
    Severity.REPAIR,
    "A CSL-JSON field held a value of another kind than the schema asks for (a number for a string, a string for a list "
    "of names). It was read as what it evidently means.",
)
NOT_A_VALUE = Rule(
    "csl-not-a-value",
    Severity.LOSS,
    "A CSL-JSON field held something that cannot be a value of its variable. It was kept as an extra field, as JSON.",
)
UNKNOWN_TYPE = Rule(
    "csl-unknown-type",
    Severity.REPAIR,
    "An item's type is missing or not one that CSL defines. It was read as a document; the printed type is kept as an extra field.",
)

LONGEST_YEAR = 6
"""Digits beyond which a number is no year but words."""

NAME_FIELDS = {
    "family": "family",
    "given": "given",
    "dropping-particle": "dropping_particle",
    "non-dropping-particle": "non_dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
}
"""The fields of a CSL-JSON name and the attributes of `Name`."""

OWN_NAME_FIELDS = {"acronym": "acronym", "affiliation": "affiliation", "orcid": "orcid"}
"""Attributes of `Name` that CSL-JSON has no field for."""


def to_csl(reference: Reference, origin: bool = False) -> Item:
    """The reference as a CSL-JSON item; with ``custom.reflist.origin`` fields (source, line, raw, confidence) if asked for."""
    item: Item = {"id": reference.id, "type": reference.type}
    for variable, value in reference.variables.items():
        item[variable] = _value_to_csl(value)
    own: dict[str, Any] = {}
    custom: Any = None
    for (format, tag), values in reference.extras.items():
        if (format, tag) == (FORMAT, "custom"):
            custom = json.loads(values[0])
        elif format == FORMAT:
            item.setdefault(tag, json.loads(values[0]))
        else:
            own.setdefault("extras", {}).setdefault(format, {})[tag] = list(values)
    if names := _own_names(reference):
        own["names"] = names
    if origin:
        own |= _origin_to_csl(reference.origin)
    if own:
        item["custom"] = {
            **(custom if isinstance(custom, dict) else {"value": custom} if custom else {}),
            "reflist": own,
        }
    elif custom is not None:
        item["custom"] = custom
    return item


def from_csl(item: Mapping[str, Any], report: Report | None = None, place: Place = Place()) -> Reference:
    """Read a CSL-JSON item. Never raises for its content: what cannot be a value is kept as an extra and reported."""
    report = Report() if report is None else report
    key = "" if item.get("id") is None else str(item["id"])
    variables: dict[str, Value] = {}
    extras: dict[tuple[str, str], tuple[str, ...]] = {}
    type_ = item.get("type")
    if type_ not in TYPES:
        report.add(UNKNOWN_TYPE, f"{type_!r} is no CSL type: read as document", place, key)
        if type_ is not None:
            extras[FORMAT, "type"] = (json.dumps(type_, ensure_ascii=False),)
        type_ = "document"
    for field, raw in item.items():
        if field in ("id", "type") or raw is None:
            continue
        if field not in KINDS:
            extras[FORMAT, str(field)] = (json.dumps(raw, ensure_ascii=False),)
            continue
        value, clean = _value_from_csl(KINDS[field], raw)
        if value is None:
            if raw not in ("", [], {}):
                report.add(NOT_A_VALUE, f"{field} cannot be {json.dumps(raw, ensure_ascii=False):.60}", place, key)
                extras[FORMAT, field] = (json.dumps(raw, ensure_ascii=False),)
            continue
        if not clean:
            report.add(WRONG_TYPE, f"{field} was given as {type(raw).__name__}", place, key)
        variables[field] = value
    origin = _take_own(variables, extras)
    return Reference(key, type_, variables, extras, origin or Origin(place.source or "", place.line))


def _value_to_csl(value: Value) -> Any:
    if isinstance(value, Text):
        return value.to_csl()
    if isinstance(value, Date):
        return date_to_csl(value)
    if isinstance(value, tuple):
        return [name_to_csl(name) for name in value]
    return value


def name_to_csl(name: Name) -> Item:
    """A name as CSL-JSON has it; acronym, affiliation and ORCID, which it has not, are left out."""
    item: Item = {field: value for field, attribute in NAME_FIELDS.items() if (value := getattr(name, attribute))}
    if name.comma_suffix:
        item["comma-suffix"] = True
    return item


def date_to_csl(date: Date) -> Item:
    """A date as CSL-JSON has it."""
    item: Item = {}
    if date.parts:
        item["date-parts"] = [list(parts) for parts in date.parts]
    if date.season:
        item["season"] = int(date.season) if date.season.isdecimal() else date.season
    if date.circa:
        item["circa"] = True
    if date.literal:
        item["literal"] = date.literal
    return item


def _value_from_csl(kind: Kind, raw: Any) -> tuple[Value | None, bool]:
    """The typed value, or None where there is none; and whether the raw one was of the kind the schema asks for."""
    if kind is Kind.NAMES:
        people = raw if isinstance(raw, list) else [raw]
        names = tuple(name for person in people if (name := name_from_csl(person)) is not None)
        complete = len(names) == len(people)
        return (names or None) if complete else None, isinstance(raw, list) and all(isinstance(n, dict) for n in raw)
    if kind is Kind.DATE:
        return date_from_csl(raw), isinstance(raw, dict)
    if isinstance(raw, bool) or not isinstance(raw, str | int | float | list) or raw == "":
        return None, True
    if isinstance(raw, list):
        if not all(isinstance(part, str) for part in raw):
            return None, True
        return Text(", ".join(raw)) if kind is Kind.TEXT else ", ".join(raw), False
    clean = isinstance(raw, str) or (isinstance(raw, int) and kind is Kind.NUMBER)
    return (Text.from_csl(str(raw)) if kind is Kind.TEXT else str(raw)), clean


def name_from_csl(raw: Any) -> Name | None:
    """A `Name` of a CSL-JSON name, or of a plain string; None where there is none."""
    if isinstance(raw, str):
        return Name(literal=raw) if raw.strip() else None
    if not isinstance(raw, Mapping):
        return None
    fields = {a: str(raw[f]) for f, a in NAME_FIELDS.items() if isinstance(raw.get(f), str | int | float)}
    if not any(fields.values()):
        return None
    return Name(**fields, comma_suffix=bool(raw.get("comma-suffix")))


def date_from_csl(raw: Any) -> Date | None:
    """A `Date` of a CSL-JSON date, or of a plain string or number; None where there is none."""
    if isinstance(raw, str | int | float) and not isinstance(raw, bool):
        text = str(raw).strip()
        if not text:
            return None
        is_year = text.removeprefix("-").isdecimal() and len(text) <= LONGEST_YEAR
        return Date.of(int(text)) if is_year else Date(literal=text)
    if not isinstance(raw, Mapping):
        return None
    try:
        parts = tuple(p for part in raw.get("date-parts") or [] if (p := _date_parts(part)))
    except (TypeError, ValueError, OverflowError):
        return None
    circa = raw.get("circa") not in (None, False, "", "false", 0)
    literal = raw.get("literal") or raw.get("raw") or ""
    date = Date(parts[:2], str(raw.get("season") or ""), circa, str(literal))
    return date or None


def _date_parts(raw: Iterable[Any]) -> DateParts:
    if isinstance(raw, str | int):
        raise TypeError("a list of parts is expected")
    return tuple(int(part) for part in raw if part not in ("", None))[:3]


def _own_names(reference: Reference) -> dict[str, list[Item]]:
    """What our names carry beyond CSL-JSON's, aligned with the names of each variable."""
    own = {}
    for variable, value in reference.variables.items():
        if isinstance(value, tuple):
            rows = [{field: v for field, a in OWN_NAME_FIELDS.items() if (v := getattr(name, a))} for name in value]
            if any(rows):
                own[variable] = rows
    return own


def _origin_to_csl(origin: Origin) -> Item:
    fields = {
        variable: {"printed": field.printed, "confidence": field.confidence}
        for variable, field in origin.fields.items()
    }
    return {
        "source": origin.source,
        "line": origin.line,
        "raw": origin.raw,
        "confidence": origin.confidence,
        "fields": fields,
    }


def _take_own(variables: dict[str, Value], extras: dict[tuple[str, str], tuple[str, ...]]) -> Origin | None:
    """Take what is ours out of ``custom``: extras of other formats, attributes of names, and the origin."""
    printed = extras.pop((FORMAT, "custom"), None)
    if printed is None:
        return None
    custom = json.loads(printed[0])
    own = custom.pop("reflist", None) if isinstance(custom, dict) else None
    if custom:
        extras[FORMAT, "custom"] = (json.dumps(custom, ensure_ascii=False),)
    if not isinstance(own, dict):
        return None
    for format, tags in _mapping(own.get("extras")).items():
        for tag, values in _mapping(tags).items():
            if isinstance(values, list):
                extras[format, tag] = tuple(str(value) for value in values)
    for variable, rows in _mapping(own.get("names")).items():
        names = variables.get(variable)
        if isinstance(names, tuple) and isinstance(rows, list) and len(rows) == len(names):
            variables[variable] = tuple(map(_with_own, names, rows))
    return _origin_from_csl(own) if "raw" in own else None


def _with_own(name: Name, row: Any) -> Name:
    return name.replace(**{a: str(v) for field, a in OWN_NAME_FIELDS.items() if (v := _mapping(row).get(field))})


def _origin_from_csl(own: Mapping[str, Any]) -> Origin:
    raw, line = str(own["raw"]), own.get("line")
    fields = {}
    for variable, field in _mapping(own.get("fields")).items():
        printed = str(_mapping(field).get("printed", ""))
        start = raw.find(printed)
        fields[variable] = FieldOrigin(start, start + len(printed), printed, _number(_mapping(field).get("confidence")))
    return Origin(
        str(own.get("source", "")), line if isinstance(line, int) else None, raw, _number(own.get("confidence")), fields
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) else 1.0
