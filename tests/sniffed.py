"""Which built-in format claims a text by its content."""

from reflist.formats import BUILT_IN, built_in
from reflist.formats.sniffing import sniff

FORMATS = [built_in(name) for name in BUILT_IN]


def sniffed(text: str) -> str | None:
    """The name of the format that the text looks like; None if it looks like none."""
    found = sniff(text, FORMATS)
    return found and found.name
