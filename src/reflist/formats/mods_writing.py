"""A reference to a record of MODS."""

import re
from collections.abc import Iterator

from reflist.formats.mods_reading import NAME, OURS, TYPED
from reflist.formats.mods_tables import (
    ACCESSED,
    FIELDS,
    GENRES,
    HOST,
    IN_HOST,
    ROLES,
    SEVERAL,
    TITLES,
    Role,
)
from reflist.formats.xml import escaped
from reflist.grammar import edtf
from reflist.model import Date, Name, Reference, Value
from reflist.text import Text

Element = tuple[str, str]
"""A path, and what stands in its last element as XML."""

_GENRES = {row.csl: row for row in GENRES}
_PATH = re.compile(r"(?!name\b|extension\b)\w+(?:\[[^\[\]/<>]+\])?(?:/\w+(?:\[[^\[\]/<>]+\])?)*")
_STEP = re.compile(r"(\w+)(?:\[(.+)\])?")
_RANGE = re.compile(r"(\w+)-(\w+)")


def write_record(reference: Reference, beside: str = "") -> str:
    """The record of a reference, with what its fields do not say beside them."""
    elements = [*_elements(reference)]
    own = [(path, content) for path, content in elements if not path.startswith("relatedItem")]
    related = sorted(
        ((path, content) for path, content in elements if path.startswith("relatedItem")),
        key=lambda element: element[0].partition("/")[0],
    )
    extension = f'<extension><{OURS} xmlns="urn:{OURS}">{escaped(beside)}</{OURS}></extension>' if beside else ""
    return f"<mods>{_nested(own)}{_nested(related)}{_extras(reference)}{extension}</mods>"


def _elements(reference: Reference) -> Iterator[Element]:
    """The elements of a record, but for extras."""
    genre = _GENRES[reference.type]
    if reference.id:
        yield "identifier[citekey]", escaped(reference.id)
    for variable, path in _TITLE_PATHS.items():
        if variable in reference:
            yield f"{path}/title", escaped(reference.plain(variable))
    for role in ROLES:
        yield from _names(reference, role)
    if "event-title" in reference:
        yield "name[conference]/namePart", escaped(reference.plain("event-title"))
    yield "typeOfResource", genre.resource
    yield "genre[=local]", genre.local
    if genre.marc:
        yield "genre[=marcgt]", genre.marc
    if date := reference.date("issued"):
        yield _dated("originInfo/dateIssued", date)
    yield from _fields(reference)


_TITLE_PATHS = {variable: path for path, variable in reversed(TITLES.items())}


def _fields(reference: Reference) -> Iterator[Element]:
    done = set[str]()
    for row in FIELDS:
        value = reference.variables.get(row.variable)
        if value is None or row.variable in done or not (not row.types or reference.type in row.types.split()):
            continue
        done.add(row.variable)
        where = HOST if row.variable in IN_HOST and "container-title" in reference else ""
        yield from _field(where + row.path, row.variable, value, reference)


def _field(path: str, variable: str, value: Value, reference: Reference) -> Iterator[Element]:
    if isinstance(value, Date):
        yield _dated(path, value)
        return
    said = value.plain if isinstance(value, Text) else str(value)
    if variable == "page" and (pages := _RANGE.fullmatch(said)):
        extent = path.removesuffix("list")
        yield extent + "start", escaped(pages[1])
        yield extent + "end", escaped(pages[2])
    elif variable == "URL" and (visited := edtf.write(reference.date("accessed"))):
        yield f"location/url[={visited}]", escaped(said)
    elif variable == "keyword":
        yield from ((f"{path}", escaped(part)) for part in said.split(SEVERAL[variable]))
    else:
        yield path, escaped(said)


def _dated(path: str, date: Date) -> Element:
    """A date in W3C's notation, or in EDTF where it takes that, or in words."""
    written = edtf.write(date)
    plain = re.fullmatch(r"\d{4}(?:-\d\d){0,2}", written) and not date.season
    encoding = "w3cdtf" if plain else "edtf"
    return f"{path}[={encoding}]" if written else path, escaped(written or date.literal)


def _names(reference: Reference, role: Role) -> Iterator[Element]:
    """The names in a role, each where the role stands."""
    hosted = "container-title" in reference
    if role.variable == "editor" and (role.where == HOST) != hosted:
        return
    value = reference.variables.get(role.variable, ())
    names = value if isinstance(value, tuple) else (Name(literal=reference.plain(role.variable)),)
    for name in names:
        kind = "corporate" if name.literal else "personal"
        yield f"{role.where}name[{kind}]", _name(name, role.words.partition("|")[0])


def _name(name: Name, code: str) -> str:
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    parts = (
        ("namePart", name.literal),
        ('namePart type="family"', "" if name.literal else name.surname),
        ('namePart type="given"', "" if name.literal else given),
        ('namePart type="termsOfAddress"', "" if name.literal else name.suffix),
        ("affiliation", name.affiliation),
        ('nameIdentifier type="orcid"', name.orcid),
    )
    written = "".join(f"<{tag}>{escaped(said)}</{tag.partition(' ')[0]}>" for tag, said in parts if said)
    return f'{written}<role><roleTerm type="code" authority="marcrelator">{code}</roleTerm></role>'


def _extras(reference: Reference) -> str:
    """What other MODS records had that no variable holds, each in elements of its own."""
    return "".join(
        _nested([(path, escaped(value))])
        for (format, path), values in reference.extras.items()
        if format == NAME and _PATH.fullmatch(path)
        for value in values
    )


_ONCE = frozenset({"relatedItem", "originInfo", "part", "physicalDescription", "location", "extent"})
"""Elements that stand once around all they hold; the others once for each."""


def _nested(elements: list[Element]) -> str:
    """The elements, each within those that its path names."""
    written, opened = "", list[str]()
    for path, content in elements:
        *above, last = path.split("/")
        same = 0
        while same < min(len(above), len(opened)) and above[same] == opened[same] and _once(above[same]):
            same += 1
        written += "".join(f"</{_STEP.split(outer)[1]}>" for outer in reversed(opened[same:]))
        written += "".join(_start(outer) for outer in above[same:])
        opened = above
        written += f"{_start(last)}{content}</{_STEP.split(last)[1]}>"
    return written + "".join(f"</{_STEP.split(outer)[1]}>" for outer in reversed(opened))


def _once(step: str) -> bool:
    return step.partition("[")[0] in _ONCE


_ATTRIBUTES = {"genre": "authority", "url": ACCESSED}
"""What is said in brackets behind an equals sign; of dates it is the encoding."""


def _start(step: str) -> str:
    _, name, type_, _ = _STEP.split(step)
    if not type_:
        return f"<{name}>"
    if type_.startswith("="):
        return f'<{name} {_ATTRIBUTES.get(name, "encoding")}="{escaped(type_[1:])}">'
    typed, _, encoding = type_.partition("][=")
    more = f' encoding="{encoding}"' if encoding else ""
    code = ' authority="rfc5646"' if name == "languageTerm" and typed == "code" else ""
    return f'<{name} {TYPED.get(name, "type")}="{escaped(typed)}"{more}{code}>'
