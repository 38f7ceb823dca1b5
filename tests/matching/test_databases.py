"""Pairs of one work, and of two similar ones, as databases of medicine and psychology export them.

``databases.txt`` has three lines per pair: ``one`` or ``two`` works, then the two records as ``authors | title |
journal | year | volume | issue | pages | DOI``. Authors are separated by semicolons: ``Family, Given``, ``Family G`` or
a whole name.
"""

from pathlib import Path

import pytest

from described import described
from reflist.matching import match
from reflist.model import Name, Reference
from reflist.text import Text

PAIRS = [pair.splitlines() for pair in Path(__file__).with_name("databases.txt").read_text("utf-8").split("\n\n")]
NAMES = ("container-title", "volume", "issue", "page", "DOI")


def name(printed: str) -> Name:
    if ", " not in printed and (" Group" in printed or " " not in printed or printed.count(".") > 3):
        return Name(literal=printed)
    family, given = printed.split(", ", 1) if ", " in printed else printed.rsplit(" ", 1)
    return Name(family, given)


def record(line: str, id: str) -> Reference:
    authors, title, journal, year, *place = (part.strip() for part in f"{line} ||||||||".split("|")[:8])
    people = tuple(name(one.strip()) for one in authors.split(";") if one.strip())
    values = {variable: value for variable, value in zip(NAMES, (journal, *place), strict=True) if value}
    reference = described((), int(year) if year else None, title, type="article-journal", id=id)
    texts = {variable: Text(value) if variable == "container-title" else value for variable, value in values.items()}
    return reference | {"author": people or None} | texts


@pytest.mark.parametrize(("works", "one", "other"), PAIRS)
def test_records_of_databases(works: str, one: str, other: str) -> None:
    assert len(match([record(one, "a"), record(other, "b")]).works) == ("one", "two").index(works) + 1
