"""Tables that read well in a terminal and are Markdown."""

from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table with aligned columns.

    >>> print(table(("a", "bee"), [("one", "2")]), end="")
    | a   | bee |
    |-----|-----|
    | one | 2   |
    """
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    head_line, *lines = ("| " + " | ".join(map(str.ljust, row, widths)) + " |" for row in (head, *rows))
    return "\n".join((head_line, rule, *lines)) + "\n"
