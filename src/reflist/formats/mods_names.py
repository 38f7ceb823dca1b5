"""The names in a record of MODS, by role."""

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
"""The number of characters beyond which a name is not a person's."""

_DATES = re.compile(r"[\s,]*[\[(]?\b1?\d{3}\??-(?:1?\d{3}\??)?[\])]?\s*$")
"""Years of birth and death after a name."""


def read_names(leaves: dict[str, list[Leaf]], draft: Draft, law: str) -> None:
    """Move the names from the leaves of a record to the variables of their roles.

    A name whose role has no variable becomes a contributor, unless it has another role, and its role is kept. Names in
    roles that contribute nothing are only kept. ``law`` is the variable for bodies that are named but did not write the
    work, because it is a legal one.
    """
    found: dict[str, list[Name]] = {}
    authored = any(leaf.attributes.get("usage") == "primary" for leaf in leaves.get("name", ()))
    for path in [path for path in leaves if path.endswith("name") and path.rpartition("/")[2] == "name"]:
        where = path.removesuffix("name")
        for leaf in leaves.pop(path):
            content = _content(leaf)
            name = _name(leaf, content)
            by_role = _by_role(where, content.roles)
            variable = by_role or _without_role(where, leaf, content.roles, draft.type, authored)
            if law and name.literal and variable in ("author", "contributor"):
                variable = law if law == "contributor" or law not in draft else ""
            if not variable or (content.roles and variable != by_role):
                role = content.roles[0] if content.roles else leaf.attributes.get("type", "")
                draft.keep(f"{path}[{role}]", name.display)
            if variable and KINDS[variable] is Kind.NAMES:
                found.setdefault(variable if by_role or variable != "contributor" else _OTHERS, []).append(name)
            elif variable:
                draft.put(variable, name.display)
            if content.others:
                _keep_others(content.others, name, path, draft)
    _add_contributors(found.pop(_OTHERS, ()), found)
    for variable, names in found.items():
        draft.put(variable, tuple(filter(None, names)))


_OTHERS = ""
"""The key for names whose role has no variable, until all names are known."""


def _add_contributors(others: Iterable[Name], found: dict[str, list[Name]]) -> None:
    """Add names to the contributors unless they have a role of their own."""
    named = {name for names in found.values() for name in names}
    if contributors := [name for name in others if name not in named]:
        found.setdefault("contributor", []).extend(contributors)


class _Content(NamedTuple):
    """The content of a name: the parts of the name itself by path, its roles, and other parts."""

    parts: dict[str, list[str]]
    roles: list[str]
    others: list[Leaf]


def _content(leaf: Leaf) -> _Content:
    content = _Content({}, [], [])
    for part in leaf.parts:
        path, words = part.path, part.words
        if path in _READ:
            content.parts.setdefault(path, []).append(words)
        elif path.startswith("role"):
            content.roles.append(words)
        if path not in _WHOLLY_READ and not path.startswith("role"):
            content.others.append(part)
    return content


_FAMILY, _GIVEN, _SUFFIX = "namePart[family]", "namePart[given]", "namePart[termsOfAddress]"
_ORCID = "nameIdentifier[orcid]"
_READ = frozenset({_FAMILY, _GIVEN, _SUFFIX, "affiliation", _ORCID, "displayForm", "namePart"})
"""The parts of the name itself."""
_WHOLLY_READ = _READ - {"displayForm", "namePart"}


def _by_role(where: str, roles: list[str]) -> str:
    """The variable of the first role that has one."""
    known = _known_roles()
    return next((found for role in roles if (found := known.get((where, role.casefold().rstrip("."))))), "")


def _without_role(where: str, leaf: Leaf, roles: list[str], type_: str, authored: bool) -> str:
    """The variable of a name without a role that has one.

    ``authored`` means that a name is marked as the first author; other bodies are then contributors.
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


def _name(leaf: Leaf, content: _Content) -> Name:
    """A name from its typed parts, or else from its whole form, which is inverted for persons."""
    affiliation, orcid, family, given, suffix = (
        " ".join(content.parts[part]) if part in content.parts else ""
        for part in ("affiliation", _ORCID, _FAMILY, _GIVEN, _SUFFIX)
    )
    orcid = orcid or _orcid(leaf)
    if family or given:
        return Name(family, given, suffix=suffix, affiliation=affiliation, orcid=orcid)
    type_ = leaf.attributes.get("type")
    pieces = content.parts.get("namePart") or content.parts.get("displayForm") or [leaf.words]
    if type_ == "corporate":  # a body and its parts, each with the full stop of a catalogue
        pieces = [_STOP.sub("", piece) for piece in pieces]
    name = _whole(": ".join(pieces), type_)
    return name.replace(affiliation=affiliation, orcid=orcid) if affiliation or orcid else name


_STOP = re.compile(r"(?<=[a-z]{4})\.\s*\Z")


def _whole(printed: str, type_: str | None) -> Name:
    """A name in one piece: a person's, inverted or not; any other, or one of unknown type without comma, as it is."""
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
    """Keep the other parts of a name, together with the name."""
    printed = name.display[:LONGEST_NAME]
    letters = _letters(printed)
    for part in others:
        if part.path not in _READ or not (part.words == printed or _letters(part.words) <= letters):
            draft.keep(f"{path}/{part.path}", f"{printed}: {part.words}")


def _letters(words: str) -> set[str]:
    return set(_WORD.findall(words.casefold()))


_WORD = re.compile(r"\w+")
