"""Every format is read the same in whatever encoding and with whatever line ends it was saved."""

import codecs
from collections.abc import Callable

import pytest

from reflist.formats import BUILT_IN, built_in
from reflist.library.reading import read_source
from reflist.model import Date, Name, Reference
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text

REFERENCES = [
    Reference(
        "doe2001",
        "article-journal",
        {
            "title": Text("Größe und Ähnlichkeit: über die Dinge"),
            "author": (Name("Müller", "Jürgen"), Name("Doe", "Jane")),
            "container-title": Text("Journal of Plain Things"),
            "issued": Date.of(2001),
            "volume": "12",
        },
    ),
    Reference("roe1999", "book", {"title": Text("Plain things"), "publisher": Text("Sage"), "issued": Date.of(1999)}),
]

SAVED: dict[str, tuple[Callable[[str], bytes], bool]] = {
    "UTF-8": (str.encode, False),
    "UTF-8 with a mark": (lambda text: text.encode("utf-8-sig"), False),
    "UTF-16": (lambda text: text.encode("utf-16"), False),
    "UTF-16, big-endian": (lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"), False),
    "UTF-16 without a mark": (lambda text: text.encode("utf-16-le"), True),
    "UTF-16, big-endian, without a mark": (lambda text: text.encode("utf-16-be"), True),
    "Latin-1": (lambda text: text.encode("latin-1", "replace"), True),
    "Windows-1252": (lambda text: text.encode("cp1252", "replace"), True),
    "CRLF": (lambda text: text.replace("\n", "\r\n").encode(), False),
    "CR": (lambda text: text.replace("\n", "\r").encode(), False),
    "UTF-16 with CRLF": (lambda text: text.replace("\n", "\r\n").encode("utf-16"), False),
}
"""How a text may be saved, and whether its encoding can only be guessed (where it is not ASCII)."""


@pytest.mark.parametrize("saved", SAVED)
@pytest.mark.parametrize("name", BUILT_IN)
def test_a_file_is_read_however_it_was_saved(name: str, saved: str) -> None:
    format = built_in(name)
    assert format.write
    text = "".join(format.write(REFERENCES, Report()))
    save, guessed = SAVED[saved]
    report = Report()
    suffix = format.suffixes[0] if name in ("biblatex", "tsv") else ""
    items = list(read_source(Source(f"file{suffix}", save(text)), report))
    assert items == REFERENCES
    reported = any(finding.code in ("encoding-guessed", "encoding-unmarked") for finding in report)
    assert reported is (guessed and ("UTF-16" in saved or not text.isascii()))
