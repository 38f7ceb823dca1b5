"""What the text of a PDF has broken within a line: words divided where one once ended, umlauts beside their letters."""

import re
import unicodedata
from collections.abc import Iterator

from reflist.prose.page.lines import GOES_ON, HYPHEN_REPAIRED, HYPHENS, Joiner
from reflist.prose.strings import Edit, String
from reflist.report import Report, Rule, Severity
from reflist.source import Source

UMLAUT_REPAIRED = Rule(
    "umlaut-repaired",
    Severity.REPAIR,
    "Two dots stood beside the letter that they belong on (fu¨r for für), as in the text of some PDFs. "
    "They were put on it.",
)

_DOTS = "\u00a8"
_DIVIDED = re.compile(rf"(?<![\w/])(?P<left>[^\W\d_]{{2,40}}[{HYPHENS}])\s(?P<right>[^\W\d_A-ZÄÖÜ]{{2,40}})")
_BESIDE = re.compile(rf"(?P<before>[aouAOUei])\s?{_DOTS}|{_DOTS}\s?(?P<behind>[aouAOUei])")


def mend_print(string: String, joiner: Joiner, report: Report, source: Source) -> String:
    """The string with edits that put right what is broken; each is reported. Linear in its length.

    >>> from reflist.report import Report
    >>> string = String(1, "Wissens- soziologie fu¨r die Sozial- und Kulturwissenschaften")
    >>> mend_print(string, Joiner([]), Report(), Source("list.txt", b"")).text
    'Wissenssoziologie für die Sozial- und Kulturwissenschaften'
    """
    if _DOTS not in string.raw and not any(f"{hyphen} " in string.raw for hyphen in HYPHENS):
        return string
    edits = list(string.edits)
    for edit, rule, message in (*_words(string.raw, joiner), *_letters(string.raw)):
        if not any(edit.start <= other.end and other.start <= edit.end for other in string.edits):
            report.add(rule, message, source.place(string.line, string.offset + edit.start + 1))
            edits.append(edit)
    return string._replace(edits=tuple(sorted(edits)))


def _words(raw: str, joiner: Joiner) -> Iterator[tuple[Edit, Rule, str]]:
    for found in _DIVIDED.finditer(raw):
        left, right = found["left"], found["right"]
        if right.casefold() not in GOES_ON:
            cut, _ = joiner.glue(left, right)
            edit = Edit(found.end("left") - cut, found.start("right"))
            yield edit, HYPHEN_REPAIRED, f"closed up the divided word {left}|{right}"


def _letters(raw: str) -> Iterator[tuple[Edit, Rule, str]]:
    for found in _BESIDE.finditer(raw):
        letter = unicodedata.normalize("NFC", (found["before"] or found["behind"]) + "\u0308")
        yield Edit(*found.span(), letter), UMLAUT_REPAIRED, f"'{found[0]}' read as {letter}"
