"""Leaves of a record in MODS from a reference."""

import re
from collections.abc import Iterator

from reflist.formats.mods_fields import Fields, Leaf, is_written, leaf
from reflist.formats.mods_reading import NAME
from reflist.formats.mods_tables import (
    ACCESSED,
    FIELDS,
    GENRES,
    HOST,
    IN_HOST,
    PROCEEDINGS,
    ROLES,
    SEVERAL,
    TITLES,
    Role,
)
from reflist.formats.xml import as_read
from reflist.model import Date, Name, Reference, Value, edtf
from reflist.text import Text

_GENRES = {row.csl: row for row in GENRES}
_TITLE_PATHS = {variable: path for path, variable in reversed(TITLES.items())}
_RANGE = re.compile(r"(\w+)-(\w+)")


def write_fields(reference: Reference) -> Fields:
    """The leaves of a reference. Values that do not come back from reading have no leaf."""
    leaves = [leaf for leaf in _leaves(reference) if leaf.words or any(part.words for part in leaf.parts)]
    own = [leaf for leaf in leaves if not leaf.path.startswith("relatedItem")]
    related = [leaf for leaf in leaves if leaf.path.startswith("relatedItem")]
    related.sort(key=lambda leaf: leaf.path.partition("/")[0])
    return [*own, *related, *_extras(reference)]


def _leaves(reference: Reference) -> Iterator[Leaf]:
    """The leaves of a record, except those of extras."""
    genre = _GENRES[reference.type]
    yield leaf("identifier[citekey]", reference.id)
    for variable, path in _TITLE_PATHS.items():
        if variable in reference:
            yield leaf(f"{path}/title", reference.plain(variable))
    yield from _names(reference)
    if "event-title" in reference:
        parts = [leaf("namePart", reference.plain("event-title"))]
        if reference.type in PROCEEDINGS and parts[0].words:
            parts.append(leaf("role/roleTerm[text]", "conference"))
        yield Leaf("name", "", {"type": "conference"}, tuple(parts))
    yield leaf("typeOfResource", genre.resource)
    yield leaf("genre", genre.local, authority="local")
    if genre.marc:
        yield leaf("genre", genre.marc, authority="marcgt")
    if date := reference.date("issued"):
        yield _dated("originInfo/dateIssued", date)
    yield from _fields(reference)


def _fields(reference: Reference) -> Iterator[Leaf]:
    done = set[str]()
    for path, variable, types in FIELDS:
        if variable not in reference.variables or variable in done or (types and reference.type not in types.split()):
            continue
        done.add(variable)
        where = HOST if variable in IN_HOST and "container-title" in reference else ""
        yield from _field(where + path, variable, reference.variables[variable], reference)


def _field(path: str, variable: str, value: Value, reference: Reference) -> Iterator[Leaf]:
    if isinstance(value, Date):
        yield _dated(path, value)
        return
    words = value.plain if isinstance(value, Text) else str(value)
    if variable == "page" and (pages := _RANGE.fullmatch(words)):
        extent = path.removesuffix("list")
        yield leaf(extent + "start", pages[1])
        yield leaf(extent + "end", pages[2])
    elif variable == "URL" and (visited := edtf.write(reference.date("accessed"))):
        yield leaf("location/url", words, **{ACCESSED: visited})
    elif variable == "keyword":
        yield from (leaf(path, part) for part in words.split(SEVERAL[variable]))
    elif path.endswith("languageTerm[code]"):
        yield leaf(path, words, authority="rfc5646")
    else:
        yield leaf(path, words)


def _dated(path: str, date: Date) -> Leaf:
    """A date in W3C's notation, or in EDTF if that is needed, or in words."""
    written = edtf.write(date)
    if not written:
        return leaf(path, date.literal)
    plain = not date.season and _W3C.fullmatch(written)
    return leaf(path, written, encoding="w3cdtf" if plain else "edtf")


_W3C = re.compile(r"\d{4}(?:-\d\d){0,2}")


# --- names ------------------------------------------------------------------------------------------------------------


def _names(reference: Reference) -> Iterator[Leaf]:
    """The names, each in the place of its role."""
    kept = _kept_roles(reference) if "contributor" in reference else {}
    for role in ROLES:
        if role.variable not in reference.variables or _is_written_elsewhere(role, reference):
            continue
        value = reference.variables[role.variable]
        for name in value if isinstance(value, tuple) else (Name(literal=reference.plain(role.variable)),):
            where, code = role.where, role.code
            if role.variable == "contributor":
                where, code = kept.get(name.display, (where, code))
            yield _name(name, where, code)


def _is_written_elsewhere(role: Role, reference: Reference) -> bool:
    """Whether a role is written elsewhere: editors with the host, if there is one; meetings and publishers always."""
    if role.variable == "editor":
        return (role.where == HOST) != ("container-title" in reference)
    return role.variable in ("event-title", "publisher")


def _name(name: Name, where: str, code: str) -> Leaf:
    parts = [
        ("namePart", name.literal),
        ("namePart[family]", "" if name.literal else name.surname),
        ("namePart[given]", "" if name.literal else " ".join(filter(None, (name.given, name.dropping_particle)))),
        ("namePart[termsOfAddress]", "" if name.literal else name.suffix),
        ("affiliation", name.affiliation),
        ("nameIdentifier[orcid]", name.orcid),
    ]
    written = [leaf(path, words) for path, words in parts if words]
    attributes = {"authority": "marcrelator"} if _CODE.fullmatch(code) else {}
    kind = "code" if attributes else "text"
    return Leaf(
        f"{where}name",
        "",
        {"type": "corporate" if name.literal else "personal"},
        (*filter(lambda part: part.words, written), Leaf(f"role/roleTerm[{kind}]", code, attributes)),
    )


_CODE = re.compile(r"[a-z]{3}")


def _kept_roles(reference: Reference) -> dict[str, tuple[str, str]]:
    """By name of a contributor: its element, and its role, if that has no variable."""
    kept: dict[str, tuple[str, str]] = {}
    for (format, path), names in reference.extras.items():
        where, found, role = path.partition("name[")
        if format == NAME and found and where in ("", HOST) and as_read(role) == role:
            kept |= dict.fromkeys(names, (where, role.removesuffix("]")))
    return kept


def _extras(reference: Reference) -> Fields:
    """Extras from other MODS records, each in elements of its own."""
    return [
        found
        for (format, path), values in reference.extras.items()
        if format == NAME and is_written(path)
        for value in values
        if (found := leaf(path, value)).words or any(part.words for part in found.parts)
    ]
