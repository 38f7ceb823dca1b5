"""How much of a reference survives a format: read back by us, by us without our own fields, and by other programs.

The measure is that of ``fidelity/csl_fidelity.py`` in the project's data: the share of the facts of CSL-JSON items (the
type, each name, each date, each other variable) that come back exactly equal.
"""

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, NamedTuple

import peers
from foreign.pandoc import written
from reflist.formats import built_in
from reflist.model import Reference, from_csl, to_csl
from reflist.report import Report
from reflist.source import Source

Item = dict[str, Any]

OWN_ITEMS = Path(__file__).with_name("rich-items.json")
"""Rich items of our own, like those of the measure but about other works."""


class Loop(NamedTuple):
    """A format: how our own fields are removed from its files; the percentages wanted with and without them."""

    whole: float
    honest: float
    without_ours: Callable[[str], str]


# --- what only we understand, by format -----------------------------------------------------------

BIBTEX_FIELDS = frozenset(
    """
    abstract addendum afterword annotation annotator annote archive archiveprefix author authortype address
    bookauthor bookpagination booksubtitle booktitle booktitleaddon chapter commentator crossref date day doi
    edition editor editora editorb editorc editortype editoratype editorbtype editorctype eid entryset eprint
    eprintclass eprinttype eventdate eventtitle eventtitleaddon file foreword gender holder howpublished ids
    indextitle institution introduction isan isbn ismn isrn issn issue issuesubtitle issuetitle issuetitleaddon iswc
    journal journalsubtitle journaltitle journaltitleaddon key keywords label langid language library location
    mainsubtitle maintitle maintitleaddon month nameaddon note number options organization origdate origlanguage
    origlocation origpublisher origtitle pages pagetotal pagination part pmid primaryclass publisher pubstate
    related relatedoptions relatedstring relatedtype reprinttitle school series shortauthor shorteditor shorthand
    shortjournal shortseries shorttitle sortkey sortname sorttitle sortyear subtitle title titleaddon translator
    type url urldate usera userb userc userd usere userf venue version volume volumes xdata xref year
    """.split()
)
"""The fields known to BibTeX's styles, biblatex's data model (manual, section 2.2) or JabRef."""

KNOWN_SUBTYPES = ("magazine", "newspaper")
"""The values of biblatex's ``entrysubtype`` that some program knows; biblatex's own styles use none."""

_FIELD = re.compile(r"^  ([\w:+./-]+) = .*?(?=^  [\w:+./-]+ = |^\})", re.MULTILINE | re.DOTALL)


def _known_fields(text: str) -> str:
    """BibTeX without the fields that only we know."""
    return _FIELD.sub(lambda field: field[0] if field[1] in BIBTEX_FIELDS else "", text)


def _biblatex_fields(text: str) -> str:
    """As `_known_fields`, with the known subtypes kept."""
    subtype = f"entrysubtype = {{({'|'.join(KNOWN_SUBTYPES)})}}"
    kept_aside = re.sub(subtype, r"usera = {SUBTYPE \1}", text)
    return re.sub(r"usera = \{SUBTYPE (\w+)\}", r"entrysubtype = {\1}", _known_fields(kept_aside))


def _without(pattern: str) -> Callable[[str], str]:
    found = re.compile(pattern, re.MULTILINE | re.DOTALL)
    return lambda text: found.sub("", text)


def _uncustomised(text: str) -> str:
    return json.dumps([{name: value for name, value in item.items() if name != "custom"} for item in json.loads(text)])


LOOPS: Mapping[str, Loop] = {
    "bibtex": Loop(98, 65.9 + 5, _known_fields),
    "biblatex": Loop(99, 78.6 + 5, _biblatex_fields),
    "ris": Loop(99, 83.5 + 5, _without(r"^U1  - .*?\n(?=[A-Z][A-Z0-9]  -)")),
    "refer": Loop(99, 76.6 + 5, _without(r"^%4 .*?\n(?=%|\n|\Z)")),
    "nbib": Loop(95, 0, _without(r"^GN  - reflist: .*?\n(?=[A-Z]|\n|\Z)")),
    "mods": Loop(99, 75.1 + 5, _without(r"<extension>.*?</extension>")),
    "endnotexml": Loop(99, 80.6 + 5, _without(r'<foreign-keys><key app="reflist">.*?</foreign-keys>')),
    "csljson": Loop(100, 0, _uncustomised),
    "cslyaml": Loop(99, 0, _without(r"^  custom:\n(?=    reflist:).*?(?=^- |^  \w|^\.\.\.)")),
    "csv": Loop(99, 0, lambda text: text),
}
"""For each format the goals (without our own fields: the best peer's plus five, or 0), and how those are removed.

Lines of Extra in RIS and Refer (``M2``, ``%O``) are not only ours: Zotero reads them as variables of CSL.
"""


class Foreign(NamedTuple):
    """Another program that reads a format of ours: how it returns what it reads, and the percentage wanted.

    ``reached`` is the percentage that does, if that is lower: it must not become lower still.
    """

    reader: str
    format: str
    find: Callable[[str, str], peers.Peer]
    target: str
    goal: float
    reached: float = 0


FOREIGN = [
    Foreign("pandoc", "biblatex", peers.pandoc, "csljson", 80.4),
    Foreign("pandoc", "bibtex", peers.pandoc, "csljson", 0),
    Foreign("pandoc", "ris", peers.pandoc, "csljson", 0),
    Foreign("pandoc", "csljson", peers.pandoc, "csljson", 0),
    Foreign("pandoc", "endnotexml", peers.pandoc, "csljson", 0),
    Foreign("citation.js", "biblatex", peers.citation_js, "csljson", 80.4),
    Foreign("citation.js", "bibtex", peers.citation_js, "csljson", 0),
    Foreign("citation.js", "ris", peers.citation_js, "csljson", 88.5, 84.2),
    Foreign("bibutils", "biblatex", peers.bibutils, "mods", 0),
    Foreign("bibutils", "bibtex", peers.bibutils, "mods", 0),
    Foreign("bibutils", "ris", peers.bibutils, "mods", 0),
    Foreign("bibutils", "refer", peers.bibutils, "mods", 0),
    Foreign("bibutils", "endnotexml", peers.bibutils, "mods", 0),
]
"""The readers of our files. bibutils returns MODS, which our own reader then reads."""


# --- measuring ------------------------------------------------------------------------------------


def metric(data: Path) -> Callable[..., tuple[dict[str, Any], Any]]:
    """The project's measure: from original and returned items to figures, by name and by variable."""
    spec = spec_from_file_location("csl_fidelity", data / "fidelity" / "csl_fidelity.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    compare: Callable[..., tuple[dict[str, Any], Any]] = module.compare
    return compare


def items_of(path: Path) -> list[Item]:
    """The CSL-JSON items of a file."""
    items: list[Item] = json.loads(path.read_text("utf-8"))
    return items


def read_back(format: str, text: str) -> list[Item]:
    """What our own reader reads from a text, as CSL-JSON items."""
    read = built_in(format).read
    assert read is not None
    found = read(Source.from_text(text), Report())
    return [to_csl(item) for item in found if isinstance(item, Reference)]


def looped(format: str, items: Sequence[Item], *, honest: bool = False) -> list[Item]:
    """The items, written in a format and read back; if ``honest``, without our own fields."""
    text = written(format, [from_csl(item) for item in items])
    return read_back(format, LOOPS[format].without_ours(text) if honest else text)


def read_by(foreign: Foreign, items: Sequence[Item]) -> tuple[list[Item], str]:
    """The items, written by us and read by another program, and its messages on standard error.

    Raises `peers.MissingError` if the program is not installed.
    """
    peer = foreign.find(foreign.format, foreign.target)
    text, messages = written(foreign.format, [from_csl(item) for item in items]), ""
    for command in peer.pipeline:
        environment = {**os.environ, **peer.environment}
        done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True, env=environment)
        text, messages = done.stdout, messages + done.stderr
    found: list[Item] = json.loads(text) if foreign.target == "csljson" else read_back(foreign.target, text)
    return found, messages


def kept(
    compare: Callable[..., tuple[dict[str, Any], Any]], items: Iterable[Item], returned: Iterable[Item]
) -> tuple[float, list[Any]]:
    """The percentage of facts kept, and every fact that was not."""
    details: list[Any] = []
    figures, _ = compare(list(items), list(returned), details)
    return 100 * float(figures["fidelity"]), details
