"""Writing references as plain CSL-JSON items (data schema of CSL 1.0.2); `reflist.model.csl_reading` reads them.

What has no place in CSL-JSON goes under ``custom.reflist``; a foreign ``custom`` is kept beside it. What is written
reads back as the same reference.
"""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from reflist.model.csl_plain import NAME_FIELDS
from reflist.model.csl_reading import (
    FORMAT,
    MEMBERS,
    OWN,
    OWN_NAME_FIELDS,
    SEASONS,
    Item,
    dump,
    from_csl,
    load,
    reads_as_extra,
)
from reflist.model.date import Date
from reflist.model.name import Name
from reflist.model.reference import Origin, Reference, Value
from reflist.text import Text

__all__ = [
    "FORMAT",
    "MEMBERS",
    "NAME_FIELDS",
    "OWN",
    "Item",
    "date_to_csl",
    "from_csl",
    "name_to_csl",
    "plain_item",
    "to_csl",
]

_NAME = attrgetter(*NAME_FIELDS.values())
_OWN_NAME = attrgetter(*OWN_NAME_FIELDS.values())
"""Gets these attributes of a name, in the order of the table."""

_OPEN_END = [0]
"""The end of an open range in ``date-parts``, as pandoc writes it; the schema does not allow an empty list."""


def to_csl(reference: Reference, origin: bool = False) -> Item:
    """The reference as a CSL-JSON item.

    With ``origin``, ``custom.reflist`` also holds the source, line, raw string, confidence and fields.
    """
    item: Item = {"id": reference.id, "type": reference.type}
    for variable, value in reference.variables.items():
        item[variable] = value if isinstance(value, str) else _value_to_csl(value)
    own = _own_values(reference)
    if origin:
        own |= _origin_to_csl(reference.origin)
    kept = _put_extras(reference, item) if reference.extras else {}
    if MEMBERS in reference.extras:
        del kept[MEMBERS[0]][MEMBERS[1]]
        own["members"] = [load((member,)) for member in reference.extras[MEMBERS]]
        kept = {format: tags for format, tags in kept.items() if tags}
    if (kept or own) and not isinstance(item.get("custom", {}), dict):
        kept.setdefault(FORMAT, {})["custom"] = [dump(item.pop("custom")) or ""]
    if kept:
        own["extras"] = kept
    if own:
        item["custom"] = {**item.get("custom", {}), OWN: own}
    return item


def plain_item(variables: Mapping[str, Value]) -> Item | None:
    """The fields of an item for these variables; None if CSL-JSON cannot express some value completely."""
    item: Item = {}
    for variable, value in variables.items():
        if isinstance(value, Text):
            complete = (not value.spans and "<" not in value.plain) or value.is_csl
        else:
            complete = not isinstance(value, tuple) or not any(map(_has_own_fields, value))
        if not (complete and value):
            return None
        item[variable] = value if isinstance(value, str) else _value_to_csl(value)
    return item


def _has_own_fields(name: Name) -> bool:
    """Whether a name has attributes for which CSL-JSON has no field."""
    return not name.has_two_parts and any(_OWN_NAME(name))


def _put_extras(reference: Reference, item: Item) -> dict[str, dict[str, list[str]]]:
    """Put the extras of CSL-JSON back as fields of the item; return the others, by format and tag."""
    kept: dict[str, dict[str, list[str]]] = {}
    for (format, tag), values in reference.extras.items():
        field = _as_field(tag, values) if format == FORMAT and tag not in item else None
        if field is None:
            kept.setdefault(format, {})[tag] = list(values)
        else:
            item[tag] = field
    return kept


def _as_field(tag: str, values: tuple[str, ...]) -> Any:
    """An extra of CSL-JSON as the field it came from; None if reading that field would not give the extra back."""
    raw = load(values)
    return raw if raw is not None and (dump(raw),) == values and reads_as_extra(tag, raw) else None


def _value_to_csl(value: Text | Date | tuple[Name, ...]) -> Any:
    if isinstance(value, Text):
        return value.to_csl() if value.spans else value.plain
    if isinstance(value, Date):
        return date_to_csl(value)
    return [name_to_csl(name) for name in value]


def name_to_csl(name: Name) -> Item:
    """A name in CSL-JSON, which has no acronym, affiliation or ORCID: these are left out."""
    if name.has_two_parts:  # the most frequent case
        return {"family": name.family, "given": name.given}
    item: Item = {field: value for field, value in zip(NAME_FIELDS, _NAME(name), strict=True) if value}
    if name.comma_suffix:
        item["comma-suffix"] = True
    return item


def date_to_csl(date: Date) -> Item:
    """A date in CSL-JSON."""
    item: Item = {}
    if date.parts:
        item["date-parts"] = [list(parts) or list(_OPEN_END) for parts in date.parts]
    if date.season:
        item["season"] = int(date.season) if date.season in SEASONS else date.season
    if date.circa:
        item["circa"] = True
    if date.literal:
        item["literal"] = date.literal
    return item


def _own_values(reference: Reference) -> Item:
    """What our values hold beyond CSL-JSON, by variable: names' attributes, texts that its markup cannot express."""
    names: dict[str, list[Item]] = {}
    texts: dict[str, Item] = {}
    for variable, value in reference.variables.items():
        if isinstance(value, Text):
            if (value.spans or "<" in value.plain) and not value.is_csl:
                texts[variable] = {
                    "plain": value.plain,
                    "spans": [[*span[:2], span.mark.value] for span in value.spans],
                }
        elif isinstance(value, tuple) and any(any(_OWN_NAME(name)) for name in value):
            names[variable] = [
                {field: own for field, own in zip(OWN_NAME_FIELDS, _OWN_NAME(name), strict=True) if own}
                for name in value
            ]
    return {part: values for part, values in (("names", names), ("texts", texts)) if values}


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
