"""References from the leaves of a record in MODS: type, titles, names and dates, then other values by the table."""

import re
from functools import cache, lru_cache

from reflist.draft import Draft
from reflist.formats.mods_catalogues import CLEANED, in_words, is_irrelevant
from reflist.formats.mods_fields import ID, Fields, Leaf
from reflist.formats.mods_names import read_names
from reflist.formats.mods_tables import (
    ACCESSED,
    ALSO_GENRES,
    BY_CLASS,
    BY_GENRE,
    BY_RESOURCE,
    EXTENTS,
    FIELDS,
    GOVERNMENT,
    HOST,
    HOSTED,
    IN_HOST,
    ISSUED,
    OF_BOOKS,
    OF_LAW,
    SERIES,
    SEVERAL,
    TITLES,
    URLS,
)
from reflist.formats.xml import squeezed
from reflist.grammar.dates import read_day
from reflist.model import KINDS, Date, Kind, Origin, Reference, edtf
from reflist.text import Text

NAME = "mods"

Leaves = dict[str, list[Leaf]]
"""The leaves by path."""


def read_fields(fields: Fields, origin: Origin) -> Reference:
    """The reference of a record's leaves."""
    leaves: Leaves = {}
    for leaf in fields:
        leaves.setdefault(leaf.path, []).append(leaf)
    in_words(leaves)
    draft = Draft(NAME)
    id_ = _id(leaves, draft)
    draft.type = _type(leaves)
    _titles(leaves, draft)
    read_names(leaves, draft, law=OF_LAW.get(draft.type, "") if _class(leaves) == draft.type else "")
    if "recipient" in draft and draft.type == "document":
        draft.type = "personal_communication"
    _issued(leaves, draft)
    _pages(leaves, draft)
    _urls(leaves, draft)
    for path, found in leaves.items():
        _put(draft, path, found)
    _extent(draft)
    return draft.build(id_, origin)


def _put(draft: Draft, path: str, leaves: list[Leaf]) -> None:
    """Put the words of a path into its variable; the rest is kept."""
    variable = _variable(path, draft.type)
    if variable in SEVERAL and variable not in draft:
        draft.put(variable, SEVERAL[variable].join([leaf.words for leaf in leaves]))
        return
    for _, raw, attributes, _ in leaves:
        if attributes.get("invalid") == "yes":
            draft.keep(f"{path}[invalid]", raw)
        elif not variable or variable in draft:
            if not (variable and draft.variables[variable] == raw):  # the same again
                draft.keep(path, raw)
        elif KINDS[variable] is Kind.DATE:
            draft.put(variable, edtf.read(raw) or raw)
        elif is_irrelevant(path, raw, attributes, draft.type):
            draft.keep(path, raw)
        else:
            value, complete = CLEANED[variable](raw) if variable in CLEANED else (raw, True)
            draft.put(variable, value)
            if not complete:
                draft.keep(path, raw)


@cache
def _rows() -> dict[tuple[str, str], str]:
    return {(row.path.casefold(), type_): row.variable for row in FIELDS for type_ in (row.types.split() or [""])}


@lru_cache(maxsize=4096)
def _known(path: str, type_: str) -> str:
    inner = path.removeprefix(HOST)
    variable = _rows().get((inner.casefold(), type_)) or _rows().get((inner.casefold(), "")) or ""
    return variable if inner == path or variable in IN_HOST else ""


def _variable(path: str, type_: str) -> str:
    """The variable of a path in an item type; empty if there is none."""
    return _known(path, type_) if len(path) <= LONGEST_PATH else ""


LONGEST_PATH = 100
"""The number of characters beyond which a path is not in the table."""


def _id(leaves: Leaves, draft: Draft) -> str:
    """The key of the record, preferably one for citing."""
    keys = [leaf.words for leaf in leaves.pop("identifier[citekey]", [])]
    given = [leaf.words for leaf in leaves.pop(ID, [])]
    for key in keys[1:]:
        draft.keep("identifier[citekey]", key)
    return next(iter([*keys, *given]), "")


# --- type -------------------------------------------------------------------------------------------------------------


def _words(leaves: Leaves, path: str) -> list[str]:
    return [leaf.words for leaf in leaves.get(path, ())]


def _type(leaves: Leaves) -> str:
    """The item type: by the genre or class, or else by what the record contains."""
    issuance, of_host = (frozenset(_taken(leaves, path)) for path in (_ISSUANCE, HOST + _ISSUANCE))
    host = {BY_GENRE.get(word.casefold(), "") for word in _taken(leaves, HOST + "genre")}
    resources = leaves.pop("typeOfResource", [])
    genres = [(leaf, _rank(leaf)) for leaf in leaves.pop("genre", ())]
    best = min((rank for _, rank in genres), default=_NO_TYPE)
    leaves["genre"] = [
        leaf for leaf, rank in genres if rank == _NO_TYPE or rank == _ANY_AUTHORITY > best or _is_narrower(leaf)
    ]
    if best < _NO_TYPE:
        type_ = next(BY_GENRE[leaf.words.casefold()] for leaf, rank in genres if rank == best)
        return "book" if type_ == "paper-conference" and best and "monographic" in issuance else type_
    return _class(leaves) or _by_contents(leaves, resources[:1], issuance, _hosted(leaves, host, of_host))


_ISSUANCE = "originInfo/issuance"
_CLASSES = ("extension/docClass", "extension/collectionCode")
_ANY_AUTHORITY, _NO_TYPE = 2, 3
_RANKS = {"local": 0, "marcgt": 1, "marc": 1, "bibutilsgt": 1}
"""Authorities of genres, ranked by how reliably they give the item type."""


def _class(leaves: Leaves) -> str:
    """The item type by the class that the United States' publishing office gives; empty if there is none."""
    classes = (BY_CLASS.get(word, "") for path in _CLASSES for word in _words(leaves, path))
    return next(filter(None, classes), "")


def _taken(leaves: Leaves, path: str) -> list[str]:
    return [leaf.words for leaf in leaves.pop(path, ())]


def _rank(genre: Leaf) -> int:
    """How reliably a genre gives the item type; lower is better."""
    known = genre.words.casefold() in BY_GENRE
    return _RANKS.get(genre.attributes.get("authority", ""), _ANY_AUTHORITY) if known else _NO_TYPE


def _is_narrower(genre: Leaf) -> bool:
    """Whether a genre is narrower than the item type that it gives."""
    return genre.words.casefold() in ALSO_GENRES


def _hosted(leaves: Leaves, genres: set[str], issuance: frozenset[str]) -> str:
    """The item type of a part of a host with these genres; empty if there is no such host."""
    in_part = any(path.startswith((HOST + "part/detail", HOST + "part/extent")) for path in leaves)
    rules = (
        *((genre in genres, type_) for genre, type_ in HOSTED.items()),
        (f"{HOST}part/detail[issue]/number" in leaves, "article-journal"),
        (f"{HOST}identifier[issn]" in leaves and in_part, "article-journal"),
        (bool(issuance & _SERIAL), "article-journal"),
        (in_part, "chapter"),
    )
    return next((type_ for applies, type_ in rules if applies), "")


_SERIAL = {"serial", "continuing", "integrating resource"}


def _by_contents(leaves: Leaves, resources: list[Leaf], issuance: frozenset[str], hosted: str) -> str:
    resource = next((leaf.words.casefold() for leaf in resources), "")
    by_hand = resource == "text" and any(leaf.attributes.get("manuscript") == "yes" for leaf in resources)
    genres = {leaf.words.casefold() for leaf in leaves["genre"]}
    rules = (
        (resource in BY_RESOURCE, BY_RESOURCE.get(resource, "")),
        (by_hand, "manuscript"),
        ("text/html" in _words(leaves, "physicalDescription/internetMediaType"), "webpage"),
        (bool(hosted), hosted),
        (bool(issuance & _SERIAL), "periodical"),
        ("identifier[isbn]" in leaves, "book"),
        (not GOVERNMENT.isdisjoint(genres), "document"),
        ("monographic" in issuance or not OF_BOOKS.isdisjoint(genres), "book"),
    )
    return next((type_ for applies, type_ in rules if applies), "document")


# --- titles -----------------------------------------------------------------------------------------------------------


def _titles(leaves: Leaves, draft: Draft) -> None:
    """The titles of the work and of what it belongs to."""
    for path in [path for path in leaves if "titleInfo" in path and path.rpartition("/")[2].startswith("titleInfo")]:
        for leaf in leaves.pop(path):
            parts = {part.path: part.words for part in reversed(leaf.parts)}
            title, variable = _title(parts), TITLES.get(path, "")
            if variable == "collection-title" and "collection-number" not in draft and "partNumber" not in parts:
                title = _without_number(title, draft)
            if variable and variable not in draft:
                draft.put(variable, title)
            elif title:
                draft.keep(f"{path}/title", title)
            for part, words, _, _ in leaf.parts:
                if part == "partNumber" and path == SERIES + "titleInfo" and "collection-number" not in draft:
                    draft.put("collection-number", words)
                elif part not in _OF_TITLES or words != parts[part]:
                    draft.keep(f"{path}/{part}", words)


_NUMBERED = re.compile(r"(\S.*\S) ; (?:[^\W\d_]{1,5}\.? )?([^\W_]*\d[\w./-]{0,10})")
"""A series with a number, in ISBD's form: ``Studies in mills ; v. 7``."""


def _without_number(title: str, draft: Draft) -> str:
    """The title of a series without the number after it, which is put into its own variable."""
    numbered = _NUMBERED.fullmatch(title)
    if numbered is None:
        return title
    draft.put("collection-number", numbered[2])
    return numbered[1]


_OF_TITLES = frozenset({"nonSort", "title", "subTitle", "partName"})


def _title(parts: dict[str, str]) -> str:
    """``The`` + ``commons`` + ``a history``: The commons: a history."""
    title = parts.get("title", "")
    if len(parts) == 1 and title:
        return title
    if article := parts.get("nonSort"):
        title = article + title if article[-1] in "'’" else f"{article} {title}"
    if subtitle := parts.get("subTitle"):
        title += subtitle if not title else f" {subtitle}" if title.endswith((":", "?", "!")) else f": {subtitle}"
    return ". ".join(filter(None, (title, parts.get("partName"))))


# --- dates, pages and addresses ---------------------------------------------------------------------------------------


def _issued(leaves: Leaves, draft: Draft) -> None:
    """The date of issue: the most reliable one; the others are kept, except those that repeat it."""
    for path in [path for path in ISSUED if path in leaves]:
        found = leaves.pop(path)
        chosen = _chosen(found) if "issued" not in draft else []
        if chosen:
            draft.put("issued", _date(chosen))
        for leaf in found:
            if leaf not in chosen and _day(leaf.words) != draft.variables["issued"]:
                draft.keep(path, leaf.words)


def _chosen(leaves: list[Leaf]) -> list[Leaf]:
    """The leaves with the date: both ends of a range, else one with an encoding, the key date, or the first."""
    ends = [leaf for leaf in leaves if leaf.attributes.get("point")]
    if len(ends) > 1:
        return sorted(ends[:2], key=lambda leaf: leaf.attributes["point"] != "start")
    surest = sorted(
        leaves, key=lambda leaf: ("encoding" not in leaf.attributes, leaf.attributes.get("keyDate") != "yes")
    )
    return surest[:1]


def _date(leaves: list[Leaf]) -> Date:
    first, *others = leaves
    if others:
        last = "" if others[0].words == _NO_END else others[0].words
        return edtf.read(f"{first.words}/{last}") or Date(literal=f"{first.words}/{others[0].words}")
    date = _day(first.words)
    about = first.attributes.get("qualifier") in ("approximate", "questionable")
    return date.replace(circa=True) if about and date.parts else date


_NO_END = "9999"
"""The last year of what still appears, as in MARC."""

_COPYRIGHT = re.compile(r"[cp©]\s?(?=\d{4}\Z)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T.*", re.DOTALL)
_ABOUT = re.compile(r"(?:c|ca|circa)\b\.?\s*(\d{4})", re.IGNORECASE)


def _day(raw: str) -> Date:
    """A date in EDTF or in words; ``c1984`` and ``p1980``, copyright years in catalogues, are years."""
    return _cached_day(raw) if len(raw) <= LONGEST_DATE else Date(literal=raw)


@lru_cache(maxsize=4096)
def _cached_day(raw: str) -> Date:
    bare = _COPYRIGHT.sub("", raw.strip("[]. "))
    if about := _ABOUT.fullmatch(bare):
        return Date(((int(about[1]),),), circa=True)
    if compact := _COMPACT.fullmatch(bare) or _TIME.fullmatch(bare):
        bare = "-".join(compact.groups())
    if date := edtf.read(bare):
        return date
    read = read_day(bare)
    return (read.in_year() if read else None) or Date(literal=raw)


LONGEST_DATE = 60
"""The number of characters beyond which a date is words."""


def _pages(leaves: Leaves, draft: Draft) -> None:
    """The first and last page."""
    for start, end in _ENDS:
        if start in leaves or end in leaves:
            draft.put("page", "-".join([words for path in (start, end) for words in _taken(leaves, path)[:1]]))


_ENDS = tuple(
    (f"{where}part/{extent}/start", f"{where}part/{extent}/end")
    for where in (HOST, "")
    for extent in ("extent[page]", "extent")
)


def _urls(leaves: Leaves, draft: Draft) -> None:
    """The addresses, that of the work itself first, and the date of access."""
    if found := leaves.get("location/url"):
        found.sort(key=_address_rank)
        for leaf in found:
            if visited := squeezed(leaf.attributes.get(ACCESSED, "")):
                draft.put("accessed", _day(visited))


def _address_rank(url: Leaf) -> int:
    """The rank of an address: 0 if marked as primary, then the work's page, unspecified, its file, a preview."""
    if "primary" in url.attributes.get("usage", ""):
        return 0
    return URLS.get(url.attributes.get("access", ""), 2)


def _extent(draft: Draft) -> None:
    """The number of pages or volumes in a catalogue's extent of a book; the extent itself stays as it is."""
    extent = draft.variables.get("dimensions")
    for variable, types, pattern in EXTENTS:
        if isinstance(extent, Text) and draft.type in types and (found := pattern.match(extent.plain)):
            draft.variables.setdefault(variable, found[1])
