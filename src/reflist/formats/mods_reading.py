"""A record of MODS to a reference: titles, names and dates as wholes, every other element by its path."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lxml import etree

from reflist.formats.mods_tables import (
    ACCESSED,
    BOOKKEEPING,
    BY_GENRE,
    BY_RESOURCE,
    FIELDS,
    HOST,
    IN_HOST,
    ISSUED,
    ROLES,
    SERIES,
    SEVERAL,
    TITLES,
)
from reflist.formats.xml import RecordDraft, is_element, name_of, squeezed
from reflist.grammar import edtf
from reflist.grammar.dates import read_day
from reflist.grammar.names import read_inverted
from reflist.model import KINDS, Date, Kind, Name, Origin, Reference

NAME = "mods"
OURS = "reflist"
"""The element of ours within an ``extension``."""

WHOLES = frozenset({"titleInfo", "name"})
TYPED = {"extent": "unit"}
"""Elements that say of what type they are by another attribute than ``type``."""

Leaves = dict[str, list[etree._Element]]  # noqa: SLF001  # lxml has no other name for an element
"""Elements by path: those that hold text alone, and titles and names."""


class Read(NamedTuple):
    """What a record says: the reference in its fields, and what was written beside them."""

    reference: Reference
    beside: str = ""


def read_record(record: etree._Element, origin: Origin) -> Read:
    """The reference in a record."""
    leaves: Leaves = {}
    beside = ""
    for path, element in _leaves(record):
        if path == f"extension/{OURS}":
            beside = element.text or ""
        elif not BOOKKEEPING.fullmatch(path):
            leaves.setdefault(path, []).append(element)
    draft = RecordDraft(NAME)
    id_ = _id(record, leaves, draft)
    draft.type = _type(record, leaves)
    _titles(leaves, draft)
    _names(leaves, draft)
    if "recipient" in draft and draft.type == "document":
        draft.type = "personal_communication"
    _issued(leaves, draft)
    _pages(leaves, draft)
    _accessed(leaves, draft)
    for path, elements in leaves.items():
        _put(draft, path, [raw for raw in map(plain, elements) if raw])
    return Read(draft.build(id_, origin), beside)


def _leaves(record: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    waiting = [("", child) for child in reversed(record)]
    while waiting:
        above, element = waiting.pop()
        if not is_element(element):
            continue
        name = name_of(element)
        type_ = element.get(TYPED.get(name, "type")) if name != "name" else ""
        path = f"{above}{name}[{type_}]" if type_ else above + name
        if len(element) and name not in WHOLES:
            waiting += [(f"{path}/", child) for child in reversed(element)]
        elif len(element) or element.text:
            yield path, element


def plain(element: etree._Element) -> str:
    """The words in an element."""
    return squeezed("".join(map(str, element.itertext())) if len(element) else element.text or "")


def _put(draft: RecordDraft, path: str, values: list[str]) -> None:
    """Put the values of a path into its variable; the rest is kept."""
    variable = _variable(path, draft.type)
    if variable in SEVERAL and variable not in draft and values:
        draft.put(variable, SEVERAL[variable].join(values))
        return
    for raw in values:
        if not variable or variable in draft:
            if not (variable and draft.variables[variable] == raw):  # said twice
                draft.keep(path, raw)
        elif KINDS[variable] is Kind.DATE:
            draft.put(variable, edtf.read(raw) or raw)
        else:
            draft.put(variable, raw)


@cache
def _rows() -> dict[tuple[str, str], str]:
    return {(row.path, type_): row.variable for row in FIELDS for type_ in (row.types.split() or [""])}


def _variable(path: str, type_: str) -> str:
    """The variable that a path holds in an item type; empty where there is none."""
    inner = path.removeprefix(HOST)
    variable = _rows().get((inner, type_)) or _rows().get((inner, "")) or ""
    return variable if inner == path or variable in IN_HOST else ""


def _id(record: etree._Element, leaves: Leaves, draft: RecordDraft) -> str:
    """The key that a program which cites gave the record."""
    keys = [plain(element) for element in leaves.pop("identifier[citekey]", [])]
    id_ = keys.pop(0) if keys else squeezed(record.get("ID") or "")
    for key in keys:
        draft.keep("identifier[citekey]", key)
    return id_


# --- type -------------------------------------------------------------------------------------------------------------


def _type(record: etree._Element, leaves: Leaves) -> str:
    """The item type: by its genre, else by what the record holds."""
    resources = [plain(element) for element in leaves.pop("typeOfResource", [])]
    issuances = {plain(element) for element in record.iter() if name_of(element) == "issuance"}
    host = {BY_GENRE.get(plain(element).casefold(), "") for element in leaves.pop(f"{HOST}genre", ())}
    genres = [(element, _rank(element)) for element in leaves.pop("genre", [])]
    best = min((rank for _, rank in genres), default=_NO_TYPE)
    leaves["genre"] = [element for element, rank in genres if rank == _NO_TYPE or (rank == _ANYBODY and rank > best)]
    if best < _NO_TYPE:
        type_ = next(BY_GENRE[plain(element).casefold()] for element, rank in genres if rank == best)
        return "book" if type_ == "paper-conference" and best and "monographic" in issuances else type_
    classes = (_CLASSES.get(plain(element), "") for element in leaves.get("extension/docClass", ()))
    return next(filter(None, classes), "") or _by_contents(leaves, resources, issuances, host)


_ANYBODY, _NO_TYPE = 2, 3
_RANKS = {"local": 0, "marcgt": 1, "marc": 1, "bibutilsgt": 1}
"""Whose genres tell the item type, the surest first."""


def _rank(genre: etree._Element) -> int:
    """How surely a genre tells the item type."""
    known = plain(genre).casefold() in BY_GENRE
    return _RANKS.get(genre.get("authority") or "", _ANYBODY) if known else _NO_TYPE


_CLASSES = {
    **dict.fromkeys(("SHRG", "HHRG", "JHRG"), "hearing"),
    **dict.fromkeys(("hr", "s", "hres", "sres", "hjres", "sjres", "hconres", "sconres"), "bill"),
}
"""The classes of documents of the United States' publishing office, which it gives in an extension."""


def _by_contents(leaves: Leaves, resources: list[str], issuances: set[str], host: set[str]) -> str:
    media = {plain(element) for element in leaves.get("physicalDescription/internetMediaType", ())}
    hosted = any(path.startswith((HOST + "part/detail", HOST + "part/extent")) for path in leaves)
    told = (
        (bool(resources) and resources[0] in BY_RESOURCE, BY_RESOURCE.get(resources[0] if resources else "", "")),
        ("text/html" in media, "webpage"),
        (bool(host & {"periodical", "article-journal"}) or f"{HOST}part/detail[issue]/number" in leaves, _JOURNAL),
        (f"{HOST}identifier[issn]" in leaves and hosted, _JOURNAL),
        (hosted or "book" in host, "chapter"),
        (bool(issuances & {"serial", "continuing"}), "periodical"),
        ("monographic" in issuances or "identifier[isbn]" in leaves, "book"),
    )
    return next((type_ for holds, type_ in told if holds), "document")


_JOURNAL = "article-journal"


# --- titles -----------------------------------------------------------------------------------------------------------


def _titles(leaves: Leaves, draft: RecordDraft) -> None:
    """The titles: of the work, and of what it belongs to."""
    for path in [path for path in leaves if path.rpartition("/")[2].startswith("titleInfo")]:
        for element in leaves.pop(path):
            parts = {name_of(part): plain(part) for part in reversed(element) if is_element(part)}
            title, variable = _title(parts), TITLES.get(path, "")
            if variable and variable not in draft:
                draft.put(variable, title)
            elif title:
                draft.keep(f"{path}/title", title)
            if path == SERIES + "titleInfo" and parts.get("partNumber"):
                draft.put("collection-number", parts["partNumber"])


def _title(parts: dict[str, str]) -> str:
    """``The`` + ``commons`` + ``a history``: The commons: a history."""
    title = parts.get("title", "")
    if article := parts.get("nonSort"):
        title = article + title if article[-1] in "'’" else f"{article} {title}"
    if subtitle := parts.get("subTitle"):
        title += subtitle if not title else f" {subtitle}" if title.endswith((":", "?", "!")) else f": {subtitle}"
    return ". ".join(filter(None, (title, parts.get("partName"))))


# --- names ------------------------------------------------------------------------------------------------------------


def _names(leaves: Leaves, draft: RecordDraft) -> None:
    """The names by their roles; those in a role that no variable has are kept."""
    found: dict[str, list[Name]] = {}
    for path in [path for path in leaves if path.rpartition("/")[2] == "name"]:
        where = path.removesuffix("name")
        for element in leaves.pop(path):
            roles = [plain(term) for term in element.iter() if name_of(term) == "roleTerm"]
            name = read_name(element)
            variable = _role(where, roles)
            if element.get("type") == "conference" and not (roles or where) and "event-title" not in draft:
                draft.put("event-title", name.display)
            elif variable and KINDS[variable] is Kind.NAMES:
                found.setdefault(variable, []).append(name)
            elif variable:
                draft.put(variable, name.display)
            else:
                draft.keep(f"{path}[{roles[0] if roles else ''}]", name.display)
    for variable, names in found.items():
        draft.put(variable, tuple(filter(None, names)))


@cache
def _by_role() -> dict[tuple[str, str], str]:
    return {(row.where, word): row.variable for row in ROLES for word in row.words.split("|")}


def _role(where: str, roles: list[str]) -> str:
    """The variable of the first role known; a name of the work itself or its host without one is an author's."""
    if not roles:
        return "author" if not where else _by_role().get((where, "aut"), "")
    return next((found for role in roles if (found := _by_role().get((where, role.casefold().rstrip("."))))), "")


_DATES = re.compile(r"[\s,]*[\[(]?\b1?\d{3}\??-(?:1?\d{3}\??)?[\])]?\s*$")
"""Years of life behind a name."""


def read_name(element: etree._Element) -> Name:
    """A name: by its typed parts, else the whole of it, inverted where it is a person's."""
    parts: dict[str, list[str]] = {}
    for part in element:
        if is_element(part):
            key = part.get("type") or "" if name_of(part) == "namePart" else name_of(part)
            parts.setdefault(key, []).append(plain(part))
    more = {"affiliation": " ".join(parts.get("affiliation", ())), "orcid": " ".join(_orcids(element))}
    family, given = " ".join(parts.get("family", ())), " ".join(parts.get("given", ()))
    if family or given:
        return Name(family, given, suffix=" ".join(parts.get("termsOfAddress", ()))).replace(**more)
    whole = ": ".join(filter(None, parts.get("", ()) or parts.get("displayForm", ())))
    if element.get("type") in (None, "personal") and "," in whole and len(whole) < LONGEST_NAME:
        return read_inverted(_DATES.sub("", whole).strip(" ,")).replace(**more)
    return Name(literal=whole).replace(**more)


LONGEST_NAME = 200
"""Characters beyond which a name is no person's."""


def _orcids(element: etree._Element) -> list[str]:
    return [plain(part) for part in element if name_of(part) == "nameIdentifier" and part.get("type") == "orcid"]


# --- dates and pages --------------------------------------------------------------------------------------------------


def _issued(leaves: Leaves, draft: RecordDraft) -> None:
    """The date of issue: the surest there is; the others are kept."""
    for path in ISSUED:
        elements = leaves.pop(path, [])
        chosen = _chosen(elements) if "issued" not in draft else []
        if chosen:
            draft.put("issued", _date(chosen))
        for element in elements:
            if element not in chosen and plain(element):
                draft.keep(path, plain(element))


def _chosen(elements: list[etree._Element]) -> list[etree._Element]:
    """The elements that give the date: both ends of a range, else one with an encoding, else the first."""
    ends = [element for element in elements if element.get("point")]
    if len(ends) > 1:
        return sorted(ends[:2], key=lambda element: element.get("point") != "start")
    return sorted(elements, key=lambda element: element.get("encoding") is None)[:1]


def _date(elements: list[etree._Element]) -> Date:
    words = [plain(element) for element in elements]
    if len(words) > 1:
        both = edtf.read("/".join(words))
        return both or Date(literal="/".join(words))
    date = _day(words[0])
    about = elements[0].get("qualifier") in ("approximate", "questionable")
    return date.replace(circa=True) if about and date.parts else date


def _day(raw: str) -> Date:
    """A date in EDTF or in words; ``c1984`` and ``p1980``, as catalogues print years of copyright, are years."""
    bare = raw.strip("[]. ")
    bare = bare[1:] if re.fullmatch(r"[cp©]\d{4}", bare) else bare
    if len(bare) > LONGEST_DATE:
        return Date(literal=raw)
    read = read_day(bare)
    return edtf.read(bare[:10] if re.match(r"\d{4}-\d\d-\d\dT", bare) else bare) or (
        (read.in_year() if read else None) or Date(literal=raw)
    )


LONGEST_DATE = 60
"""Characters beyond which a date is words."""


def _pages(leaves: Leaves, draft: RecordDraft) -> None:
    """The first and last page."""
    for where in (HOST, ""):
        for unit in ("page", "pages"):
            ends = [
                [plain(element) for element in leaves.pop(f"{where}part/extent[{unit}]/{end}", ())]
                for end in ("start", "end")
            ]
            pages = "-".join(end[0] for end in ends if end)
            if pages:
                draft.put("page", pages)


def _accessed(leaves: Leaves, draft: RecordDraft) -> None:
    for element in leaves.get("location/url", ()):
        if visited := squeezed(element.get(ACCESSED) or ""):
            draft.put("accessed", _day(visited))
