"""The number of a standard and the version of a program, with punctuation on both sides."""

import re

from reflist.grammar.designations import STANDARD
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_BODIES = frozenset("din bs nf uni önorm ansi astm ieee iec iso en asme nfpa nist etsi itu gpp".split())
_AFTER = re.compile(r"\s*(?:[.,;:)\0—–]|$)")
_PERIODICALS = ("Proc.", "Trans.", "J.", "Bull.", "Commun.")
_VERSION = Form(
    "version ver v",
    r"(?<=[.;,(\0”\"])\s*(?:(?P<program>R package),?\s)?(?:[Vv]ersion|[Vv]er\.|v\.?)\s?"
    r"(?P<version>\d+(?:\.\d+){1,3}[a-z]?|(?<=ersion\s)\d{1,4}[a-z]?(?!\.\d))(?=\s*[.;,)\]\0](?!\s*:))",
)


def find_standard(line: Line) -> None:
    """``EN 12831-1:2017; Title``: the number at the beginning of a string, or set off by marks after the title."""
    if not line.tells(_BODIES):
        return
    for found in STANDARD.finditer(line.open):
        before = line.open[: found.start()].rstrip()
        if before.endswith(_PERIODICALS):
            continue  # "Proc. IEEE 86"
        if (not before or before[-1] in '.,;(\0”"') and _AFTER.match(line.open, found.end()):
            line.claim(*found.span(), Label.REPORT)
            return


def find_version(line: Line) -> None:
    """The version of a program: ``; Version 4.1.2;``, ``, R package version 1.4.0,``."""
    if found := _VERSION.search(line):
        line.claim_match(found, program=Label.REPORT, version=Label.VERSION)
