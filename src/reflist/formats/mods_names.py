"""The names in a record of MODS by their roles."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from reflist.draft import Draft
from reflist.formats.mods_fields import Leaf
from reflist.formats.mods_tables import HOST, NO_CONTRIBUTORS, PROCEEDINGS, ROLES
from reflist.grammar.persons import read_direct, read_inverted
from reflist.model import KINDS, Kind, Name

LONGEST_NAME = 200
"""Characters beyond which a name is no person's."""

_DATES = re.compile(r"[\s,]*[\[(]?\b1?\d{3}\??-(?:1?\d{3}\??)?[\])]?\s*$")
"""Years of life behind a name."""


def read_names(leaves: dict[str, list[Leaf]], draft: Draft, law: str) -> None:
    """Take the names out of the leaves of a record into the variables of their roles.

    In a role that no variable has, they are contributors unless they have another role, and the role is kept; all
    others are kept as they are.
    ``law``: the variable for bodies that are named but do not write the work, since it is of law.
    """
    found: dict[str, list[Name]] = {}
    authored = any(leaf.attributes.get("usage") == "primary" for leaf in leaves.get("name", ()))
    for path in [path for path in leaves if path.endswith("name") and path.rpartition("/")[2] == "name"]:
        where = path.removesuffix("name")
        for leaf in leaves.pop(path):
            said = _said(leaf)
            name = _name(leaf, said)
            told = _by_role(where, said.roles)
            variable = told or _without_role(where, leaf, said.roles, draft.type, authored)
            if law and name.literal and variable in ("author", "contributor"):
                variable = law if law == "contributor" or law not in draft else ""
            if not variable or (said.roles and variable != told):
                role = said.roles[0] if said.roles else leaf.attributes.get("type", "")
                draft.keep(f"{path}[{role}]", name.display)
            if variable and KINDS[variable] is Kind.NAMES:
                found.setdefault(variable if told or variable != "contributor" else _OTHERS, []).append(name)
            elif variable:
                draft.put(variable, name.display)
            if said.others:
                _keep_others(said.others, name, path, draft)
    _contribute(found.pop(_OTHERS, ()), found)
    for variable, names in found.items():
        draft.put(variable, tuple(filter(None, names)))


_OTHERS = ""
"""Where those in a role that no variable has wait until all names are known."""


def _contribute(others: Iterable[Name], found: dict[str, list[Name]]) -> None:
    """Add the others to the contributors, unless they have a role of their own."""
    named = {name for names in found.values() for name in names}
    if contributors := [name for name in others if name not in named]:
        found.setdefault("contributor", []).extend(contributors)


class _Said(NamedTuple):
    """What a name says: its parts that make a name by their paths, its roles, and the other parts."""

    parts: dict[str, list[str]]
    roles: list[str]
    others: list[Leaf]


def _said(leaf: Leaf) -> _Said:
    said = _Said({}, [], [])
    for part in leaf.parts:
        path, words = part.path, part.words
        if path in _READ:
            said.parts.setdefault(path, []).append(words)
        elif path.startswith("role"):
            said.roles.append(words)
        if path not in _WHOLLY_READ and not path.startswith("role"):
            said.others.append(part)
    return said


_FAMILY, _GIVEN, _SUFFIX = "namePart[family]", "namePart[given]", "namePart[termsOfAddress]"
_ORCID = "nameIdentifier[orcid]"
_READ = frozenset({_FAMILY, _GIVEN, _SUFFIX, "affiliation", _ORCID, "displayForm", "namePart"})
"""The parts that make a name."""
_WHOLLY_READ = _READ - {"displayForm", "namePart"}


def _by_role(where: str, roles: list[str]) -> str:
    """The variable of the first role that has one."""
    known = _known_roles()
    return next((found for role in roles if (found := known.get((where, role.casefold().rstrip("."))))), "")


def _without_role(where: str, leaf: Leaf, roles: list[str], type_: str, authored: bool) -> str:
    """The variable of a name in no role that has one: of a meeting or of anybody else.

    ``authored``: catalogues name one as the first author; bodies beside that one took part.
    """
    if roles:
        contributes = where in ("", HOST) and not {role.casefold() for role in roles} <= NO_CONTRIBUTORS
        return "contributor" if contributes else ""
    if not where and leaf.attributes.get("type") == "conference" and type_ not in PROCEEDINGS:
        return "event-title"
    if not where and authored and leaf.attributes.get("type") == "corporate" and "usage" not in leaf.attributes:
        return "contributor"
    return _known_roles().get((where, "aut"), "")


@cache
def _known_roles() -> dict[tuple[str, str], str]:
    return {(row.where, word): row.variable for row in ROLES for word in row.words.split("|")}


def _name(leaf: Leaf, said: _Said) -> Name:
    """A name: by its typed parts, else the whole of it, inverted where it is a person's."""
    affiliation, orcid, family, given, suffix = (
        " ".join(said.parts[part]) if part in said.parts else ""
        for part in ("affiliation", _ORCID, _FAMILY, _GIVEN, _SUFFIX)
    )
    orcid = orcid or _orcid(leaf)
    if family or given:
        return Name(family, given, suffix=suffix, affiliation=affiliation, orcid=orcid)
    type_ = leaf.attributes.get("type")
    pieces = said.parts.get("namePart") or said.parts.get("displayForm") or [leaf.words]
    if type_ == "corporate":  # a body and its parts, each with the stop of a catalogue
        pieces = [_STOP.sub("", piece) for piece in pieces]
    name = _whole(": ".join(pieces), type_)
    return name.replace(affiliation=affiliation, orcid=orcid) if affiliation or orcid else name


_STOP = re.compile(r"(?<=[a-z]{4})\.\s*\Z")


def _whole(printed: str, type_: str | None) -> Name:
    """A name in one piece: a person's, inverted or not; another's, or whoever's that is not inverted, as it stands."""
    if type_ not in (None, "personal") or len(printed) > LONGEST_NAME:
        return Name(literal=printed)
    bare = _DATES.sub("", printed).strip(" ,")
    if "," in bare:
        return read_inverted(bare)
    return (read_direct(bare) if " " in bare else Name(bare)) if type_ else Name(literal=printed)


_AT_ORCID = re.compile(r"https?://orcid\.org/([\dX-]{19})")


def _orcid(leaf: Leaf) -> str:
    found = _AT_ORCID.fullmatch(leaf.attributes.get("valueURI", ""))
    return found[1] if found else ""


def _keep_others(others: list[Leaf], name: Name, path: str, draft: Draft) -> None:
    """Keep what else is said of a name, with the name it is said of."""
    said = name.display[:LONGEST_NAME]
    letters = _letters(said)
    for part in others:
        if part.path not in _READ or not (part.words == said or _letters(part.words) <= letters):
            draft.keep(f"{path}/{part.path}", f"{said}: {part.words}")


def _letters(words: str) -> set[str]:
    return set(_WORD.findall(words.casefold()))


_WORD = re.compile(r"\w+")
