"""CSL-JSON as doi.org and Crossref return it: Crossref's own records, with fields that are not in CSL-JSON.

Most single items come from ``curl -LH "Accept: application/vnd.citationstyles.csl+json" https://doi.org/...``.
Their types are Crossref's (``journal-article``), some fields have Crossref's names, and some hold more than CSL-JSON
allows (the schema of Crossref's REST API, "works").
"""

import re
from collections.abc import Mapping
from typing import Any

from reflist.late import late
from reflist.model.csl_reading import dump

TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "dissertation": "thesis",
    "peer-review": "review",
}
"""Crossref's types of works and their item types."""

NARROWER_TYPES = {
    **dict.fromkeys(("monograph", "edited-book", "reference-book", "book-set", "book-series", "proceedings"), "book"),
    **dict.fromkeys(("book-section", "book-part", "book-track"), "chapter"),
    **dict.fromkeys(("journal", "journal-volume", "journal-issue"), "periodical"),
    **dict.fromkeys(("report-component", "report-series"), "report"),
    "reference-entry": "entry",
    "database": "dataset",
}
"""Crossref's types that are narrower than the item type; they are kept."""

SIGNS = ("is-referenced-by-count", "references-count", "short-container-title")
"""Fields that no other program writes."""

_OTHER_NAMES = {
    "short-container-title": "container-title-short",
    "publisher-location": "publisher-place",
    "article-number": "number",
    "edition-number": "edition",
}
"""Crossref's names of fields, and their variables."""

_JATS_HEADING = late(r"\A\s*<jats:title>\s*(?:Abstract|Summary)\s*</jats:title>", re.IGNORECASE)
_JATS_BLOCK = late(r"\s*</?jats:(?:p|sec|title|list|list-item|disp-formula)\b[^<>]*>\s*")
_JATS_INLINE = late(r"<(/?)jats:(italic|bold|sup|sub|sc)>")
_JATS_OTHER = late(r"</?jats:[^<>]*>")
_HTML = {"italic": "i", "bold": "b", "sup": "sup", "sub": "sub", "sc": "sc"}


def as_csl(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """The item with fields of CSL-JSON, if it is one of Crossref's; else unchanged.

    What has no field in CSL-JSON is kept under its own name.
    """
    given = item.get("type")
    type_ = given if isinstance(given, str) else ""
    known = type_ in TYPES or type_ in NARROWER_TYPES
    if not known and SIGNS[0] not in item and SIGNS[1] not in item and SIGNS[2] not in item:
        return item
    fields = {field: value for field, value in item.items() if value != []}
    kept: dict[str, Any] = {}
    if known:
        fields["type"] = TYPES.get(type_) or NARROWER_TYPES[type_]
        kept |= {"type": type_} if type_ in NARROWER_TYPES else {}
    for field, variable in _OTHER_NAMES.items():
        if field in fields and variable not in fields:
            fields[variable] = _single_string(fields[field]) or fields[field]
            del fields[field]
    _put_subtitle(fields)
    _put_event(fields, kept)
    _put_license(fields, kept)
    if isinstance(abstract := fields.get("abstract"), str):
        fields["abstract"] = _without_jats(abstract)
    return _with_extras(fields, kept) if kept else fields


def _put_subtitle(fields: dict[str, Any]) -> None:
    """Append the subtitle to the title; Crossref has them apart."""
    title, subtitle = _single_string(fields.get("title")), _single_string(fields.get("subtitle"))
    if title and subtitle:
        fields["title"] = title if subtitle.casefold() in title.casefold() else f"{title.rstrip(' :')}: {subtitle}"
        del fields["subtitle"]


def _put_event(fields: dict[str, Any], kept: dict[str, Any]) -> None:
    """Put the meeting into its fields; Crossref has its name, place and dates in one field."""
    event = _mapping(fields.get("event"))
    if not event:
        return
    del fields["event"]
    days = [_mapping(event.get(end)).get("date-parts") for end in ("start", "end")]
    dates = [day[0] for day in days if isinstance(day, list) and len(day) == 1]
    found = {"event-title": event.get("name"), "event-place": event.get("location")}
    found["event-date"] = {"date-parts": dates} if dates else None
    if not event.keys() <= {"name", "location", "start", "end"} or not found.keys().isdisjoint(fields):
        kept["event"] = event
    fields |= {variable: value for variable, value in found.items() if value and variable not in fields}


def _put_license(fields: dict[str, Any], kept: dict[str, Any]) -> None:
    """Put the address of the license into its field: that of the published version, else the first one."""
    rows = fields.get("license")
    if not isinstance(rows, list):
        return
    kept["license"] = fields.pop("license")
    versions = {str(row.get("content-version")): row.get("URL") for row in reversed(rows) if isinstance(row, dict)}
    if address := versions.get("vor") or next(reversed(versions.values()), None):
        fields["license"] = address


def _without_jats(abstract: str) -> str:
    """An abstract without JATS elements; those for italics and the like are changed to CSL-JSON's."""
    marked = _JATS_INLINE.sub(lambda found: f"<{found[1]}{_HTML[found[2]]}>", abstract)
    return _JATS_OTHER.sub("", _JATS_BLOCK.sub("\n", _JATS_HEADING.sub("", marked))).strip()


def _with_extras(fields: dict[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    """The item with fields added as extras, whatever their values are."""
    custom = _mapping(fields.get("custom"))
    own = _mapping(custom.get("reflist"))
    extras = _mapping(own.get("extras"))
    dumped = {field: [written] for field, value in kept.items() if (written := dump(value)) is not None}
    own = {**own, "extras": {**extras, "csljson": {**_mapping(extras.get("csljson")), **dumped}}}
    return {**fields, "custom": {**custom, "reflist": own}}


def _single_string(value: Any) -> str:
    """A string, or the only string of a list; empty for anything else."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return value.strip() if isinstance(value, str) else ""


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
