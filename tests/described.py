"""Short helpers to write references for tests: names as printed, a year, and CSL variables by name."""

from typing import Any

from reflist.grammar.institutions import read_institution
from reflist.model import KINDS, Date, Kind, Name, Origin, Reference
from reflist.text import Text


def names(*printed: str) -> tuple[Name, ...]:
    """Names: ``Family, Given`` is a person, anything else an institution, ``Name (ACRONYM)`` one with its acronym."""
    return tuple(
        Name(name.partition(",")[0], name.partition(",")[2].strip()) if "," in name else read_institution(name)
        for name in printed
    )


def described(
    authors: str | tuple[str, ...] = (),
    year: int | str | None = None,
    title: str = "",
    type: str = "book",
    id: str = "",
    source: str = "",
    line: int | None = None,
    raw: str = "",
    **variables: Any,
) -> Reference:
    """A reference. A word as year is a status, ``2011a`` has a suffix; in names of variables ``_`` stands for ``-``."""
    values: dict[str, Any] = {}
    if authors:
        values["author"] = names(*((authors,) if isinstance(authors, str) else authors))
    if isinstance(year, str) and not year[:1].isdigit():
        values["status"] = Text(year)
    elif year is not None:
        values["issued"] = Date.of(int(str(year)[:4]))
        if suffix := str(year)[4:]:
            values["year-suffix"] = suffix
    if title:
        values["title"] = Text(title)
    for name, value in variables.items():
        variable = name.replace("_", "-")
        values[variable] = Text(value) if KINDS[variable] is Kind.TEXT else value
    return Reference(id, type, values, origin=Origin(source, line, raw))


def article(authors: str | tuple[str, ...], year: int | str, title: str, journal: str, **variables: Any) -> Reference:
    """An article in a journal."""
    return described(authors, year, title, type="article-journal", container_title=journal, **variables)
