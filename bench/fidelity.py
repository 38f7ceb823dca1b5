"""`make fidelity`: how much of a reference survives each format, as read by us and by other programs.

Prints the percentage of facts that come back exactly, for the rich items of the project's data and for our own; then
how far we agree with the items that the tests of Zotero's translators expect. Readers that are not installed are named.
Without the data nothing can be measured, which is printed.
"""

import sys
from collections.abc import Iterator, Sequence
from subprocess import CalledProcessError

from foreign.fidelity import FOREIGN, LOOPS, OWN_ITEMS, Item, items_of, kept, looped, metric, read_by
from foreign.test_zotero_items import AGREEMENTS
from foreign.zotero import compared, exception, listed
from inputs import DATA
from peers import MissingError
from reflist.formats import BUILT_IN

Cells = tuple[str, str, str, str, str, str]
Sets = Sequence[list[Item]]


def loops(sets: Sets) -> Iterator[Cells]:
    """Each format, written and read back by us; and the same without our own fields."""
    compare = metric(DATA.parent)
    for format in LOOPS:
        if format in BUILT_IN:
            for honest in (False, True):
                shares = [kept(compare, items, looped(format, items, honest=honest))[0] for items in sets]
                goal = LOOPS[format].honest if honest else LOOPS[format].whole
                yield _cells(format, "reflist, without ours" if honest else "reflist", shares, goal)


def foreign(sets: Sets) -> Iterator[Cells]:
    """Each format, written by us and read by another program."""
    compare = metric(DATA.parent)
    for row in FOREIGN:
        if row.format not in BUILT_IN:
            continue
        try:
            shares = [kept(compare, items, read_by(row, items)[0])[0] for items in sets]
        except (MissingError, CalledProcessError) as error:
            why = "fails" if isinstance(error, CalledProcessError) else str(error)
            yield row.format, f"{row.reader}: {why}", "", "", _goal(row.goal), ""
        else:
            yield _cells(row.format, row.reader, shares, row.goal)


def agreement() -> Iterator[Cells]:
    """Each format with expected items: the share of equal facts, and the share with listed differences left out."""
    for row in AGREEMENTS:
        found = compared(row.format, DATA.parent / "formats" / row.folder)
        open_ = [difference for difference in found.differences if exception(difference) not in listed()]
        shares = [100 * found.share, 100 * (1 - len(open_) / found.facts)]
        yield _cells(row.format, f"Zotero's items, {found.facts} facts", shares, 95)


def _cells(format: str, reader: str, shares: Sequence[float], goal: float) -> Cells:
    first, second = (f"{share:.1f}" for share in shares)
    return format, reader, first, second, _goal(goal), ("yes" if shares[0] >= goal else "NO") if goal else ""


def _goal(goal: float) -> str:
    return f"{goal:.1f}" if goal else ""


def lines(heading: Cells, rows: Iterator[Cells]) -> list[str]:
    """The lines of a table with aligned columns."""
    cells = [heading, *rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]


if __name__ == "__main__":
    if not DATA.is_dir():
        sys.exit("the items are not there: set REFLIST_DATA")
    both = [items_of(DATA.parent / "fidelity" / "rich-items.json"), items_of(OWN_ITEMS)]
    for rows in (loops(both), foreign(both)):
        print("\n".join(lines(("Format", "Read by", "Kept", "Own items", "Goal", "Holds"), rows)), end="\n\n")
    print("\n".join(lines(("Format", "Against", "Equal", "Or listed", "Goal", "Holds"), agreement())))
