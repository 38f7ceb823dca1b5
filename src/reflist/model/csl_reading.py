"""Reading references from plain CSL-JSON items with any content (data schema of CSL 1.0.2)."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from reflist.model import edtf
from reflist.model.csl_plain import NAME_FIELDS, PLAIN, in_month
from reflist.model.date import Date, DateParts
from reflist.model.name import Name
from reflist.model.reference import FieldOrigin, Origin, Reference, Value
from reflist.model.variables import KINDS, TYPES, Kind
from reflist.report import Place, Report, Rule, Severity
from reflist.text import Mark, Span, Text, lone_tag

Item = dict[str, Any]
"""A CSL-JSON item."""

FORMAT = "csljson"
"""The format name under which unknown fields are kept as extras, each as JSON."""

WRONG_TYPE = Rule(
    "csl-wrong-type",
    Severity.REPAIR,
    "A CSL-JSON field held a value of another kind than the schema asks for (a number for a string, a string for a "
    "list of names). It was read as what it evidently means.",
)
NOT_A_VALUE = Rule(
    "csl-not-a-value",
    Severity.LOSS,
    "A CSL-JSON field held something that cannot be a value of its variable. It was kept as an extra field, as JSON.",
)
UNKNOWN_TYPE = Rule(
    "csl-unknown-type",
    Severity.REPAIR,
    "An item's type is missing or not one that CSL defines. It was read as a document; the printed type is kept as an "
    "extra field.",
)

IMPOSSIBLE_DATE = Rule(
    "csl-date-impossible",
    Severity.REPAIR,
    "A date in CSL-JSON has an impossible month or day, or more than two dates. The rest of it was read, and "
    "the whole is kept as an extra field. A day that its month does not have (30 February) is read as printed.",
)
ODD_MARKUP = Rule(
    "csl-markup-odd",
    Severity.REPAIR,
    "A tag in a CSL-JSON field has no opening or closing partner: it was read as text. Or tags are nested more than a "
    "hundred deep: the field was read without them, and the whole is kept as an extra field.",
)

DEEPEST = 100
"""The greatest depth of nested markup in a text."""

OWN = "reflist"
"""The key of our own data within ``custom``."""

MEMBERS = (OWN, "members")
"""The extra that holds the items a merged one was made from, each as JSON; in CSL-JSON they are in ``custom``."""

LONGEST_YEAR = 6
"""The most digits of a year; a longer number is kept as words."""

MOST_SPANS = 200
"""The most marks accepted in a stored text: written spans that all overlap grow with the square of their number."""

OWN_NAME_FIELDS = {"acronym": "acronym", "affiliation": "affiliation", "orcid": "orcid"}
"""Attributes of `Name` for which CSL-JSON has no field."""

_CROSSREF_NAME_KEYS = frozenset({"name", "ORCID", "affiliation", "sequence", "authenticated-orcid"})
"""Fields of names from Crossref (REST API, "contributors"); "sequence" repeats the order of the names."""
_NAME_KEYS = frozenset({*NAME_FIELDS, "comma-suffix", "parse-names", *_CROSSREF_NAME_KEYS})
_DATE_KEYS = frozenset({"date-parts", "season", "circa", "literal", "raw"})
SEASONS = ("1", "2", "3", "4")
_SEASON = 20
_SEASONS = {before + season: _SEASON + season for before in (12, 16, _SEASON) for season in range(1, 5)}
"""Months that stand for seasons, with their numbers in EDTF, which are used in ranges."""
_NO_NUMBERS = (float("inf"), float("-inf"))
_UNTRUE = (None, False, 0, "", "0", "false")


class _Read(NamedTuple):
    """A value (None if there is none), whether it is of the schema's kind, and whether it holds all of the field."""

    value: Value | None
    clean: bool = True
    complete: bool = True


class _Reading:
    """The item being read: its key, and the variables and extras found so far."""

    def __init__(self, key: str, report: Report, place: Place) -> None:
        self.key = key
        self.report = report
        self.place = place
        self.variables: dict[str, Value] = {}
        self.extras: dict[tuple[str, str], tuple[str, ...]] = {}

    def find(self, rule: Rule, message: str) -> None:
        """Add a finding about this item."""
        self.report.add(rule, message, self.place, self.key)

    def type(self, raw: Any) -> str:
        """The item's type."""
        if isinstance(raw, str) and raw in TYPES:
            return raw
        self.find(UNKNOWN_TYPE, f"{_shown(raw)} is not a CSL type: read as document")
        if raw is not None:
            self.keep("type", raw)
        return "document"

    def variable(self, name: str, raw: Any) -> None:
        """Read a variable; if its value does not hold all of the raw field, that is kept as an extra too."""
        read = self._inspected(name, raw, _read_value(KINDS[name], raw))
        if read.value:
            self.variables[name] = read.value
            if not read.clean:
                self.find(WRONG_TYPE, f"{name} was given as {type(raw).__name__}")
            if not read.complete:
                self.keep(name, raw)
        elif not _is_empty(raw):
            self.find(NOT_A_VALUE, f"{name} cannot be {_shown(raw)}")
            self.keep(name, raw)

    def _inspected(self, name: str, raw: Any, read: _Read) -> _Read:
        """A value whose oddities are reported; markup that is nested too deeply is removed."""
        if isinstance(read.value, Date) and _is_impossible(raw, read.value):
            self.find(IMPOSSIBLE_DATE, f"{name} is not a possible date: {_shown(raw)}")
        elif isinstance(read.value, Text) and isinstance(raw, str) and "<" in raw:
            if _depth(read.value) > DEEPEST:
                self.find(ODD_MARKUP, f"markup in {name} is nested more than {DEEPEST} deep")
                return read._replace(value=Text(read.value.plain), complete=False)
            if tag := lone_tag(read.value.plain):
                self.find(ODD_MARKUP, f"{tag} in {name} has no partner")
        return read

    def keep(self, field: str, raw: Any) -> None:
        """Keep a field as an extra, as JSON."""
        if (dumped := dump(raw)) is not None:
            self.extras[FORMAT, field] = (dumped,)
        else:
            self.find(NOT_A_VALUE, f"{field} is not JSON, or is nested too deeply to be kept")


def from_csl(item: Mapping[str, Any], report: Report | None = None, place: Place = Place()) -> Reference:
    """Read a CSL-JSON item. No content raises an exception: what cannot be a value is kept as an extra and reported."""
    reading = _Reading(_string(item.get("id")) or "", Report() if report is None else report, place)
    type_ = reading.type(item.get("type"))
    variables = reading.variables
    for field, raw in item.items():
        read = PLAIN.get(field)
        if read is not None:
            value = read(raw)
            if value is not None:
                variables[field] = value
            else:
                reading.variable(field, raw)
        elif field not in ("id", "type") and raw is not None:
            reading.keep(_well_formed(str(field)), raw)
    own = _take_own(variables, reading.extras) if "custom" in item else None
    return Reference.made(reading.key, type_, variables, reading.extras, own or Origin(place.source or "", place.line))


def reads_as_extra(field: str, raw: Any) -> bool:
    """Whether a field of an item only becomes an extra."""
    if field in KINDS:
        return not _is_empty(raw) and not _read_value(KINDS[field], raw).value
    if field == "custom":
        return not (isinstance(raw, dict) and (not raw or OWN in raw))
    return field not in ("id", "type")


def _read_value(kind: Kind, raw: Any) -> _Read:
    if kind is Kind.NAMES:
        return _read_names(raw)
    if kind is Kind.DATE:
        date = date_from_csl(raw)
        clean = isinstance(raw, Mapping) or (isinstance(raw, str) and _read_edtf(raw.strip()) is not None)
        return _Read(date, clean, date is None or _holds_whole_date(raw, date))
    parts = [_string(part) for part in raw] if isinstance(raw, list) else [_string(raw)]
    if None in parts:
        return _Read(None)
    plain = ", ".join(part for part in parts if part)
    clean = isinstance(raw, str) or (isinstance(raw, int) and kind is Kind.NUMBER)
    return _Read(Text.from_csl(plain) if kind is Kind.TEXT else plain, clean)


def _holds_whole_date(raw: Any, date: Date) -> bool:
    """Whether a date holds all of a raw one; it does not for ``[1971, 72]``, which is not a year and a month."""
    if not isinstance(raw, Mapping) or raw.keys() == {"raw"}:
        return True
    given, taken = _count_given(raw.get("date-parts") or ()), _count_held(date, raw)
    words = [word for field in ("literal", "raw") if (word := _string(raw.get(field)))]
    return raw.keys() <= _DATE_KEYS and given == taken and words in ([], [date.literal])


def _is_impossible(raw: Any, date: Date) -> bool:
    """Whether numbers of a raw date were left out, or a day does not exist in its month."""
    days = raw.get("date-parts") or () if isinstance(raw, Mapping) else ()
    return _count_given(days) > _count_held(date, raw) or not all(map(in_month, date.parts))


def _count_given(days: Iterable[Iterable[Any]]) -> int:
    """The count of numbers in a raw date."""
    return sum(part not in ("", None, 0, "0") for day in days for part in day)


def _count_held(date: Date, raw: Any) -> int:
    """The count of those numbers that a date holds, also in its season."""
    return sum(map(len, date.parts)) + (bool(date.season) and raw.get("season") in _UNTRUE)


def _depth(text: Text) -> int:
    """The depth to which the marks of a text are nested."""
    deepest, ends = 0, list[int]()
    for start, end, _ in text.spans:
        while ends and ends[-1] <= start:
            ends.pop()
        ends.append(end)
        deepest = max(deepest, len(ends))
    return deepest


def _read_names(raw: Any) -> _Read:
    people = [person for person in (raw if isinstance(raw, list) else [raw]) if not _is_empty(person)]
    names = tuple(name for person in people if (name := name_from_csl(person)))
    if len(names) < len(people):
        return _Read(None)
    mappings = [person for person in people if isinstance(person, Mapping)]
    clean = isinstance(raw, list) and len(mappings) == len(people)
    return _Read(names, clean, all(map(_holds_whole_name, mappings)))


def _holds_whole_name(raw: Mapping[str, Any]) -> bool:
    """Whether a name holds all of a raw one; of an affiliation, only the name matters."""
    affiliations = raw.get("affiliation") or []
    named = isinstance(affiliations, list) and all(_mapping(one).keys() == {"name"} for one in affiliations)
    return raw.keys() <= _NAME_KEYS and named and (raw.get("name") is None or _string(raw.get("literal")) is None)


def name_from_csl(raw: Any) -> Name | None:
    """A `Name` from a CSL-JSON name or a plain string; None if there is none."""
    if isinstance(raw, str):
        return Name(literal=_well_formed(raw)) if raw.strip() else None
    if not isinstance(raw, Mapping):
        return None
    fields = {attribute: _string(raw.get(field)) or "" for field, attribute in NAME_FIELDS.items()}
    if not any(fields.values()):
        fields["literal"] = _string(raw.get("name")) or ""
    if not any(fields.values()):
        return None
    affiliations = raw.get("affiliation")
    named = [_string(_mapping(one).get("name")) for one in affiliations] if isinstance(affiliations, list) else []
    return Name(
        **fields,
        comma_suffix=_is_true(raw.get("comma-suffix")),
        affiliation="; ".join(filter(None, named)),
        orcid=(_string(raw.get("ORCID")) or "").rpartition("/")[2],
    )


def date_from_csl(raw: Any) -> Date | None:
    """A `Date` from a CSL-JSON date, a string (EDTF, which the schema prefers) or a number; None for no date."""
    if not isinstance(raw, Mapping):
        return _read_date((_string(raw) or "").strip())
    if raw.keys() == {"raw"}:
        return date_from_csl(raw["raw"])
    try:
        parts = _read_parts(raw.get("date-parts") or ())
    except (TypeError, ValueError, OverflowError):
        return None
    season = "" if raw.get("season") in _UNTRUE else _string(raw.get("season")) or ""
    if not season and len(parts) == 1 and parts[0][1:] > (_SEASON,):
        parts, season = (parts[0][:1],), str(parts[0][1] - _SEASON)
    words = _string(raw.get("literal")) or ("" if parts else _string(raw.get("raw"))) or ""
    return Date(parts, season, _is_true(raw.get("circa")), words) or None


def _read_date(text: str) -> Date | None:
    """A `Date` from EDTF, from a year's number, or else in words."""
    if (date := _read_edtf(text)) is not None:
        return date
    is_year = text.removeprefix("-").isdecimal() and len(text) <= LONGEST_YEAR and int(text) != 0
    return Date.of(int(text)) if is_year else Date(literal=text) if text else None


def _read_edtf(text: str) -> Date | None:
    """The date that an EDTF string gives, if its years can be in a date."""
    date = edtf.read(text)
    return date if date and all(abs(day[0]) < 10**LONGEST_YEAR for day in date.parts if day) else None


def _read_parts(raw: Any) -> tuple[DateParts, ...]:
    """The one or two ends of a date; raises if they are not numbers that a calendar has."""
    if not isinstance(raw, list | tuple) or not all(isinstance(day, list | tuple) for day in raw):
        raise TypeError("a list of lists is expected")
    days = tuple(map(_date_parts, raw[:2]))
    if not days or not days[0]:
        return ()
    is_range = len(days) > 1 and (days[1] or all(part == 0 for part in raw[1]))
    return days if is_range else days[:1]


def _date_parts(raw: Iterable[Any]) -> DateParts:
    """Year, month and day, as far as a calendar has them; some programs write zero for an unknown one.

    Months 13 to 24 are seasons, numbered as in EDTF (from 21) and citeproc-js.
    """
    parts: list[int] = []
    for part, most in zip(raw, (10**LONGEST_YEAR - 1, 12, 31), strict=False):
        number = 0 if part in ("", None) else int(part)
        if len(parts) == 1 and (season := _SEASONS.get(number)):
            return (*parts, season)
        if isinstance(part, float) and number != part:
            raise ValueError(f"{part} is not a whole number")
        if not parts and abs(number) > most:
            raise ValueError(f"{part} is not a year")
        if number == 0 or (parts and not 0 < number <= most):
            break
        parts.append(number)
    return tuple(parts)


def _take_own(variables: dict[str, Value], extras: dict[tuple[str, str], tuple[str, ...]]) -> Origin | None:
    """Take our own data out of ``custom``: extras of other formats, attributes of names, texts, and the origin."""
    custom = load(extras.get((FORMAT, "custom"), ()))
    if not isinstance(custom, dict) or not isinstance(own := custom.pop(OWN, None), dict):
        return None
    del extras[FORMAT, "custom"]
    if custom and (dumped := dump(custom)) is not None:
        extras[FORMAT, "custom"] = (dumped,)
    for format, tags in _mapping(own.get("extras")).items():
        for tag, values in _mapping(tags).items():
            if isinstance(values, list):
                extras[format, tag] = tuple(value for raw in values if (value := _string(raw)) is not None)
    _take_members(own, extras)
    for variable, rows in _mapping(own.get("names")).items():
        names = variables.get(variable)
        if isinstance(names, tuple) and isinstance(rows, list) and len(rows) == len(names):
            variables[variable] = tuple(map(_with_own, names, rows))
    for variable, row in _mapping(own.get("texts")).items():
        text = _own_text(row)
        # What another program has changed since then takes precedence.
        if text and Text.from_csl(text.to_csl()) == variables.get(variable):
            variables[variable] = text
    return _origin_from_csl(own) if "raw" in own else None


def _take_members(own: Mapping[str, Any], extras: dict[tuple[str, str], tuple[str, ...]]) -> None:
    """Keep the members that a merged item was made from, each as JSON."""
    members = own.get("members")
    if isinstance(members, list) and (kept := tuple(text for one in members if (text := dump(one)) is not None)):
        extras[MEMBERS] = kept


def _with_own(name: Name, row: Any) -> Name:
    return name.replace(**{a: v for field, a in OWN_NAME_FIELDS.items() if (v := _string(_mapping(row).get(field)))})


def _own_text(raw: Any) -> Text | None:
    """A text as `_own_values` writes it; None if somebody has changed it into something else."""
    plain, spans = _mapping(raw).get("plain"), _mapping(raw).get("spans")
    if not isinstance(plain, str) or not isinstance(spans, list) or len(spans) > MOST_SPANS:
        return None
    try:
        return Text(plain, [Span(int(start), int(end), Mark(mark)) for start, end, mark in spans])
    except (TypeError, ValueError, OverflowError):
        return None


def _origin_from_csl(own: Mapping[str, Any]) -> Origin:
    raw, line = _string(own["raw"]) or "", own.get("line")
    fields = {}
    for variable, field in _mapping(own.get("fields")).items():
        printed = _string(_mapping(field).get("printed")) or ""
        start = max(raw.find(printed), 0)
        end = start + len(printed) if printed in raw else start
        fields[variable] = FieldOrigin(start, end, printed, _confidence(_mapping(field).get("confidence")))
    line = line if isinstance(line, int) and not isinstance(line, bool) else None
    return Origin(_string(own.get("source")) or "", line, raw, _confidence(own.get("confidence")), fields)


# --- plain values -----------------------------------------------------------------------------------------------------


def _string(raw: Any) -> str | None:
    """A string, or a number as a string; None for anything else."""
    if isinstance(raw, str):
        return _well_formed(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | float) or raw in _NO_NUMBERS or raw != raw:
        return None
    try:
        return str(int(raw) if isinstance(raw, float) and raw.is_integer() else raw)
    except ValueError:  # more digits than Python converts
        return None


def _well_formed(text: str) -> str:
    """The text with lone surrogates, which no encoding can write, replaced."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def dump(raw: Any) -> str | None:
    """The value as JSON; None if JSON cannot hold it. Special numbers (NaN) become strings."""
    try:
        try:
            written = json.dumps(raw, ensure_ascii=False, allow_nan=False)
        except ValueError:
            written = json.dumps(json.loads(json.dumps(raw), parse_constant=str), ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        return None
    return _well_formed(written)


def load(values: tuple[str, ...]) -> Any:
    """The value of a single JSON string; None if it is not JSON."""
    try:
        return json.loads(values[0]) if len(values) == 1 else None
    except (ValueError, RecursionError):
        return None


def _shown(raw: Any) -> str:
    return f"{dump(raw) or type(raw).__name__:.60}"


def _is_empty(raw: Any, depth: int = 4) -> bool:
    """Whether a field has no content, like the ``{"date-parts": [[null]]}`` of some services."""
    if isinstance(raw, str):
        return not raw.strip()
    if isinstance(raw, dict):
        raw = list(raw.values())
    return raw is None or (isinstance(raw, list) and depth > 0 and all(_is_empty(part, depth - 1) for part in raw))


def _is_true(raw: Any) -> bool:
    return not (isinstance(raw, str | int | None) and raw in _UNTRUE)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _confidence(value: Any) -> float:
    return float(min(max(value, 0), 1)) if isinstance(value, int | float) and value == value else 1.0
