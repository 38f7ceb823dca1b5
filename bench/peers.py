"""The public tools that reflist is compared with: where each is, and how it is run to convert or to read.

pandoc, pybtex and rispy come with the development environment. bibutils, citation.js, citeproc-js and bibtexparser are
optional: they are looked up on the path and in ``$REFLIST_PEERS``, else in ``build/peers``, where ``make peers`` puts
them.
"""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from measure import ROOT

FOLDER = Path(os.environ.get("REFLIST_PEERS") or ROOT / "build" / "peers")
HERE = Path(__file__).resolve().parent


class Peer(NamedTuple):
    """A pipeline of programs that reads standard input, with its environment variables."""

    pipeline: Sequence[Sequence[str]]
    environment: dict[str, str]


class MissingError(Exception):
    """A tool is not installed."""


def pandoc(source: str, target: str) -> Peer:
    """The pandoc (3.9) in the package pypandoc_binary. Raises `MissingError`."""
    if find_spec("pypandoc") is None:
        raise MissingError("not installed")
    import pypandoc  # type: ignore[import-untyped]  # it has no types; one call is made  # noqa: PLC0415  # optional

    return Peer([[pypandoc.get_pandoc_path(), "--from", source, "--to", target]], {})


BIBUTILS = {
    "bibtex": ("bib2xml", "xml2bib"),
    "biblatex": ("biblatex2xml", "xml2bib"),
    "ris": ("ris2xml", "xml2ris"),
    "endnotexml": ("endx2xml", ""),
    "refer": ("end2xml", "xml2end"),
    "nbib": ("med2xml", "xml2nbib"),
}
"""Our names of formats, and the bibutils programs that read and write them, all via MODS."""


def bibutils(source: str, target: str) -> Peer:
    """Two bibutils programs, connected by MODS; for MODS itself one of them. Raises `MissingError`."""
    names = [BIBUTILS[source][0]] if source != "mods" else []
    names += [BIBUTILS[target][1]] if target != "mods" else []
    own = FOLDER / "debian" / "usr"
    programs = [shutil.which(name) or shutil.which(name, path=str(own / "bin")) for name in names]
    if None in programs:
        raise MissingError("not installed")
    libraries = ":".join(sorted(map(str, own.glob("lib/*"))))
    return Peer([[str(program)] for program in programs], {"LD_LIBRARY_PATH": libraries} if libraries else {})


CITATION_JS = {
    "bibtex": ("@bibtex/text", "bibtex"),
    "biblatex": ("@biblatex/text", "biblatex"),
    "ris": ("@ris/file", "ris"),
    "csljson": ("@else/json", "data"),
}
"""Our names of formats, and citation.js's names for what it reads and writes."""


def citation_js(source: str, target: str) -> Peer:
    """A program of ours that runs citation.js, with its plug-ins for BibTeX, RIS and CSL. Raises `MissingError`."""
    node, modules = shutil.which("node"), FOLDER / "node_modules"
    if node is None or not (modules / "@citation-js" / "core").is_dir():
        raise MissingError("not installed")
    script = str(HERE / "citation.js")
    return Peer([[node, script, str(modules), CITATION_JS[source][0], CITATION_JS[target][1]]], {})


def citeproc_js() -> Peer:
    """A program of ours that runs citeproc-js. Raises `MissingError`."""
    node, modules = shutil.which("node"), FOLDER / "node_modules"
    if node is None or not (modules / "citeproc").is_dir():
        raise MissingError("not installed")
    return Peer([[node, str(HERE / "citeproc.js"), str(modules)]], {})


CONVERTERS: dict[str, Callable[[str, str], Peer]] = {
    "pandoc": pandoc,
    "bibutils": bibutils,
    "citation.js": citation_js,
}
"""For each tool, a function that finds it for converting from one of our formats to another."""


def reader(name: str, package: str) -> Callable[[], Peer]:
    """A program that reads standard input with a reader of `readers` and prints how long that took."""

    def found() -> Peer:
        folder = FOLDER / "python"
        if find_spec(package) is None and not (folder / package).is_dir():
            raise MissingError("not installed")
        return Peer([[sys.executable, str(HERE / "readers.py"), name]], {"PYTHONPATH": str(folder)})

    return found
