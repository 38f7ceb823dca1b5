"""Repairs of what a PDF has broken within a line: divided words and addresses, umlauts, ligatures."""

import re
import unicodedata
from collections.abc import Iterator
from operator import itemgetter

from reflist.prose.lists.strings import Edit, String
from reflist.prose.quotes import mismatched
from reflist.prose.reference import LONGEST
from reflist.prose.repairs.divided import divided_words
from reflist.prose.repairs.page_ends import content_end, content_start
from reflist.prose.repairs.signs import garbled
from reflist.prose.repairs.spacing import lost_spaces
from reflist.prose.text_lines import HYPHEN_REPAIRED, Joiner
from reflist.report import Report, Rule, Severity
from reflist.source import Source

ADDRESS_REPAIRED = Rule(
    "address-closed-up",
    Severity.REPAIR,
    "An address had a space in it, as at the end of a line in a PDF. The space was removed.",
)

SPACE_REPAIRED = Rule(
    "space-repaired",
    Severity.REPAIR,
    "Spaces stood before commas and full stops, or around the dashes of page ranges (Lancet 2016 ; 387 : 475 – 90 "
    ".), as when a page puts each part of a reference into an element of its own. They were removed.",
)

SPACE_PUT_IN = Rule(
    "space-put-in",
    Severity.REPAIR,
    "A reference had lost spaces after its punctuation (Street-Level Bureaucracy.Russell Sage,1980). They were put "
    "back.",
)

PAGE_END_LEFT_OUT = Rule(
    "page-end-left-out",
    Severity.REPAIR,
    "A page number, a running head, the notice of an archive (Downloaded from ...) or names of the next one followed a "
    "reference on its line, or the publisher or pages of the one before it preceded it, "
    "as at the end of a page in the text of a PDF. It was left out; the reference's origin keeps the printed line.",
)

QUOTE_MENDED = Rule(
    "quote-mended",
    Severity.REPAIR,
    'A title began with one kind of quotation mark and ended with another (‘Hedges of the north,"). They were read '
    "as a pair.",
)

FEWEST_SPACED = 3
"""Fewer commas and stops after a space may be slips; French has spaces before colons and semicolons."""

_SPACED_STOP = re.compile(r" (?<=[\w)] )[,.](?=\s|$)")
_SPACED = re.compile(r"(?<=\S) (?=[,.;:)](?:[\s,.;:]|$))|(?<=\() (?=\d)|(?<=\d) (?=[–-] \d)|(?<=\d [–-]) (?=\d)")
_SPACED_INITIAL = re.compile(r"(?<![^\s(.‐-])[A-ZÀ-Þ](?P<space> )(?=[.,](?:[\sA-ZÀ-Þ.,;:)&]|$))")
"""An initial with a space before its stop or comma, as the kerning of a PDF produces: ``Lund, P . and``."""

_COMBINED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_STRAYS = (" ,", "( ", " )")
_STRAY = re.compile(r"(?<=[\w)’”\"']) (?=,\s)|(?<=\s\() (?=\S)|(?<=\S) (?=\))")
"""Spaces that no style prints, before a comma or within brackets: ``Race , and Class ( 2004 )``."""

_ADDRESS = re.compile(
    r"(?:https?://|www\.|(?<=www\. ))\S*[-/_=?&](?P<space>\s)(?=[a-z0-9][\w-]*(?:[/?=&_]|\.(?:html?|pdf|php|aspx?)\b))"
    r"|https?://(?:dx\.)?doi\.(?P<resolver>\s)(?=org/10\.)"
    r"|https?:(?://)?(?P<early>\s)(?=/?/?www\.)|www\.(?P<host>\s)(?=[a-z][\w-]*\.[a-z])"
    r"|(?i:doi\.org/|doi:\s?)10\.(?:(?P<prefix>\s)(?=\d{4})|\d{4,9}/(?:(?P<suffix>\s)(?=[\w.()-]*\d)|\S*\d(?P<part>\s)(?=\.\d)"
    r"|\S*[-_](?P<after>\s)(?=[\w.()-]*\d)"
    r"|[a-z]+\.(?P<number>\s)(?=\d)"
    r"|\S*[a-z](?P<rest>\s)(?=[a-z]{2,}(?:\.\d+){2,}\.?$)))"
)


def mend_print(string: String, joiner: Joiner, report: Report, source: Source) -> String:
    """The string with edits that repair what is broken; each is reported. One too long for a reference stays as it is.

    >>> from reflist.report import Report
    >>> string = String(1, "Wissens- soziologie fu¨r die Sozial- und Kulturwissenschaften")
    >>> mend_print(string, Joiner([]), Report(), Source("list.txt", b"")).text
    'Wissenssoziologie für die Sozial- und Kulturwissenschaften'
    """
    raw = string.raw
    if len(raw) > LONGEST:
        return string
    string = _without_page_end(string, report, source)
    string = _composed(_with_quotes(_with_spaces(string, report, source), report, source))
    is_spaced = len(_SPACED_STOP.findall(raw)) >= FEWEST_SPACED
    initials = [] if is_spaced else [Edit(*found.span("space")) for found in _SPACED_INITIAL.finditer(raw)]
    if not is_spaced and any(stray in raw for stray in _STRAYS):
        initials = sorted({*initials, *(Edit(*found.span()) for found in _STRAY.finditer(raw))})
    words = [
        (Edit(start, end), HYPHEN_REPAIRED, f"closed up the divided word {word}")
        for start, end, word in divided_words(raw, joiner)
    ]
    is_address = "://" in raw or "www." in raw or "doi" in raw.casefold()
    signs = [(Edit(start, end, meant), rule, message) for start, end, meant, rule, message in garbled(raw)]
    if not (is_spaced or initials or is_address or signs or words):
        return string
    edits = list(string.edits)
    mended = {offset for edit in edits for offset in range(edit.start, edit.end + 1)}
    end = 0
    for edit, rule, message in sorted((*words, *signs, *_addresses(raw)), key=itemgetter(0)):
        if edit.start >= end and mended.isdisjoint(range(edit.start, edit.end + 1)):
            report.add(rule, message, source.place(string.line, string.offset + edit.start + 1))
            edits.append(edit)
            end = edit.end
    if is_spaced or initials:
        found = initials or _spaces(raw)
        spaces = [edit for edit in found if not any(_meet(edit, other) for other in edits)]
        message = f"took out {len(spaces)} space{'s'[: len(spaces) - 1]} before punctuation and around dashes"
        report.add(SPACE_REPAIRED, message, source.place(string.line, string.offset + 1))
        edits += spaces
    return string._replace(edits=tuple(sorted(edits)))


def _without_page_end(string: String, report: Report, source: Source) -> String:
    """The string without a page number or the like after the reference, or the end of another before it."""
    if (start := content_start(string.raw)) and not any(edit.start < start for edit in string.edits):
        message = f"'{string.raw[:start].strip()}' left out"
        report.add(PAGE_END_LEFT_OUT, message, source.place(string.line, string.offset + 1))
        string = string._replace(edits=(Edit(0, start), *string.edits))
    end = content_end(string.raw)
    if end == len(string.raw) or any(edit.end > end for edit in string.edits):
        return string
    message = f"'{string.raw[end:].strip()}' left out"
    report.add(PAGE_END_LEFT_OUT, message, source.place(string.line, string.offset + end + 1))
    return string._replace(edits=(*string.edits, Edit(end, len(string.raw))))


def _composed(string: String) -> String:
    """The string with letters and their accents as one character (Unicode's form C): the same text, so not reported."""
    if string.raw.isascii():
        return string
    edits = [Edit(*found.span(), unicodedata.normalize("NFC", found[0])) for found in _COMBINED.finditer(string.raw)]
    edits = [edit for edit in edits if not any(_meet(edit, other) for other in string.edits)]
    return string._replace(edits=tuple(sorted((*string.edits, *edits)))) if edits else string


def _with_spaces(string: String, report: Report, source: Source) -> String:
    """The string with the spaces that it lost after punctuation."""
    edits = [Edit(at, at, " ") for at in lost_spaces(string.raw)]
    edits = [edit for edit in edits if not any(other.start <= edit.start <= other.end for other in string.edits)]
    if not edits:
        return string
    report.add(SPACE_PUT_IN, f"put in {len(edits)} spaces", source.place(string.line, string.offset + 1))
    return string._replace(edits=tuple(sorted((*string.edits, *edits))))


def _with_quotes(string: String, report: Report, source: Source) -> String:
    """The string with a closing mark that matches the opening mark of its quotation."""
    found = mismatched(string.raw)
    if found is None or any(edit.start <= found[1] < edit.end for edit in string.edits):
        return string
    _, end, closes = found
    message = f"{string.raw[end]} closes a quotation as {closes} does"
    report.add(QUOTE_MENDED, message, source.place(string.line, string.offset + end + 1))
    return string._replace(edits=tuple(sorted((*string.edits, Edit(end, end + 1, closes)))))


def _addresses(raw: str) -> Iterator[tuple[Edit, Rule, str]]:
    for found in _ADDRESS.finditer(raw):
        yield Edit(*found.span(found.lastgroup or 0)), ADDRESS_REPAIRED, f"closed up the address {found[0].strip()}"


def _spaces(raw: str) -> Iterator[Edit]:
    return (Edit(*found.span()) for found in _SPACED.finditer(raw))


def _meet(one: Edit, other: Edit) -> bool:
    return one.start < other.end and other.start < one.end
