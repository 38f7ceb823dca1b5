"""XML formats: each record is cut out of the text and read by lxml alone, so that a broken one affects no other.

Records are parsed with entities, DTDs, network access and huge trees off. What is around the records is only
searched for namespaces and for a document type.
"""

import re
from collections.abc import Iterator
from html.entities import html5
from itertools import islice
from typing import NamedTuple

from lxml import etree

from reflist.model import Date, Reference, Remainder, Value
from reflist.report import Place, Report, Rule, Severity
from reflist.source import Places, Source
from reflist.text import Text

SYNTAX = Rule(
    "xml-syntax",
    Severity.ERROR,
    "A record is not well-formed XML, or the text ends before it does. It was kept unchanged; the others were read.",
)
MENDED = Rule(
    "xml-mended",
    Severity.REPAIR,
    "A record had an ampersand or less-than sign that should have been written &amp; or &lt;, a named character "
    "unknown in XML (&nbsp;), or a control character. It was read as what it evidently means; control characters "
    "were left out.",
)
TRUNCATED = Rule(
    "xml-truncated",
    Severity.ERROR,
    "The text ends after a record but before the end of the element that holds the records: more may have followed.",
)
DOCTYPE = Rule(
    "xml-doctype",
    Severity.ERROR,
    "The text declares its own entities (a document type with an internal subset). They can expand without bound or "
    "refer to other files, so nothing of it was read.",
)
CHARACTER = Rule(
    "xml-character",
    Severity.REPAIR,
    "A value holds a control character, which XML cannot hold. It was left out of the field.",
)

TOO_LONG = Rule(
    "xml-too-long",
    Severity.LOSS,
    "A record has more than ten million characters. It was written, but XML readers may reject so long a value.",
)
LONGEST = 10_000_000
"""The number of characters beyond which libxml2 and other parsers reject a text."""

ELSEWHERE = {
    "xlink": "http://www.w3.org/1999/xlink",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
"""Prefixes that files use without declaring them."""


LONGEST_PATH = 200
"""The longest path of an element, in characters, under which its content may be kept; longer ones are cut."""

MOST_NAMESPACES, LONGEST_NAMESPACE = 100, 1_000
"""How many namespaces, of how many characters, are declared again for each record; no real file has more."""


class Record(NamedTuple):
    """One record: its element, and its place in the source."""

    element: etree._Element
    place: Place


def records(source: Source, report: Report, tag: str, format: str) -> Iterator[Record | Remainder]:
    """The records of a source: the elements ``tag`` in any namespace; broken ones as `Remainder`."""
    text = source.text
    places = Places(text, source)
    tokens = _tokens(tag)
    first = next((token for token in tokens.finditer(text) if token["open"] is not None), None)
    head = _COMMENT.sub("", text[: first.start() if first else len(text)])
    if _INTERNAL_SUBSET.search(head):
        report.add(DOCTYPE, "it declares its own entities: not read", source.place(1))
        yield Remainder(format, text, source.place(1))
        return
    parser = _Parser(head)
    end = 0
    for start, end, closed in _cuts(text, tokens):
        raw, place = text[start:end], places.place(start)
        element = parser.parse(raw, place, report) if closed else None
        if not closed:
            _report_unclosed(tag, places.place(end), report)
        yield Remainder(format, raw, place) if element is None else Record(element, place)
    if not _closed_after(text, end, head):
        report.add(TRUNCATED, "the text ends before the element around the records does", places.place(len(text)))


def children(element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The elements within an element of a record, with their names without namespaces.

    The parser leaves out comments, processing instructions and entities.
    """
    for child in element:
        tag: str = child.tag
        yield tag[tag.rfind("}") + 1 :], child


def escaped(value: str) -> str:
    """A value as the content of an element or attribute; line breaks as references, since plain ones are spaces."""
    if not _SPECIAL.search(value):
        return value
    return (
        allowed(value)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("\n", "&#13;")
        .replace("\r", "&#13;")
    )


def allowed(value: str) -> str:
    """A value without the control characters that XML does not allow."""
    return _NOT_XML.sub("", value)


def as_read(value: str) -> str:
    """What is read from a value that was written `escaped`: without control characters, white space normalised."""
    return squeezed(allowed(value).replace("\n", "\r")) if _UNEVEN.search(value) else value


def note_controls(reference: Reference, report: Report) -> None:
    """Report the values of a reference that have control characters, which are left out of the fields."""
    for name, value in reference.variables.items():
        if any(map(_NOT_XML.search, _strings(value))):
            message = f"{name}: control characters left out of the field"
            report.add(CHARACTER, message, reference.origin.place, reference.id)


def note_length(record: str, reference: Reference, report: Report) -> None:
    """Report a record that is so long that XML readers may reject it."""
    if len(record) > LONGEST:
        report.add(TOO_LONG, "longer than XML readers may accept", reference.origin.place, reference.id)


def _strings(value: Value) -> Iterator[str]:
    """The strings in a value."""
    if isinstance(value, tuple):
        yield from (name.display for name in value)
    else:
        yield value.literal if isinstance(value, Date) else value.plain if isinstance(value, Text) else value


def squeezed(text: str) -> str:
    """Text with white space normalised to single spaces; a carriage return, from ``&#13;``, is a line break."""
    if not _UNEVEN.search(text):
        return text
    return "\n".join(_SPACES.sub(" ", line).strip(" ") for line in text.strip(" \t\n\r").split("\r"))


# --- finding the records --------------------------------------------------------------------------

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_INTERNAL_SUBSET = re.compile(r"<!DOCTYPE[^<>\[]*\[")
_NAMESPACE = re.compile(r"""\sxmlns(?::([\w.-]+))?\s*=\s*("[^"<]*"|'[^'<]*')""")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_UNEVEN = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]|  |\\A | \\Z")
_SPACES = re.compile(r"[ \t\n\r]+")
_BARE = re.compile(
    r"<(?![A-Za-z_/!?])"
    r"|&(?!(?:amp|lt|gt|quot|apos);)(?:#(?P<code>x[0-9A-Fa-f]{1,8}|\d{1,10});|(?P<name>[A-Za-z]\w{1,31};))?"
)
"""Characters that XML would have escaped, and character references that may not be valid in XML."""

_START_TAG = re.compile(r"<[A-Za-z_]")


def _tokens(tag: str) -> re.Pattern[str]:
    """The borders of records: their start and end tags, outside comments and CDATA sections."""
    return re.compile(
        rf"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
        rf"|<(?P<close>/)?(?:[\w.-]++:)?{tag}(?=[\s/>])[^<>]*?(?P<alone>/)?>(?P<open>)",
        re.DOTALL,
    )


def _cuts(text: str, tokens: re.Pattern[str]) -> Iterator[tuple[int, int, bool]]:
    """Where each record begins and ends, and whether it is closed."""
    start = -1
    for token in tokens.finditer(text):
        if token["open"] is None:
            continue
        if token["close"]:
            if start >= 0:
                yield start, token.end(), True
            start = -1
            continue
        if start >= 0:
            yield start, token.start(), False
        start = token.start()
        if token["alone"]:
            yield start, token.end(), True
            start = -1
    if start >= 0:
        yield start, len(text), False


def _closed_after(text: str, end: int, head: str) -> bool:
    """Whether elements opened before the first record are closed after the last."""
    return not _START_TAG.search(head) or end in (0, len(text)) or "</" in text[end:]


def _report_unclosed(tag: str, place: Place, report: Report) -> None:
    report.add(SYNTAX, f"<{tag}> is not closed", place)


class _Parser:
    """Parses records as in their place in the file: with the namespaces declared around them."""

    def __init__(self, head: str) -> None:
        declared = {prefix: f'"{uri}"' for prefix, uri in ELSEWHERE.items()}
        found = islice(_NAMESPACE.finditer(head), MOST_NAMESPACES)
        declared |= {space[1] or "": space[2] for space in found if len(space[0]) < LONGEST_NAMESPACE}
        spaces = "".join(f" xmlns{prefix and ':'}{prefix}={uri}" for prefix, uri in declared.items())
        self.opening = f"<r{spaces}>"
        self.parser = etree.XMLParser(
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )

    def parse(self, raw: str, place: Place, report: Report) -> etree._Element | None:
        """The element of a record, mended if necessary; None, after reporting an error, if it cannot be read."""
        try:
            return self._element(raw)
        except etree.XMLSyntaxError as error:
            problem = error
        at = self._place(problem, place)
        if (mended := _BARE.sub(_mended, allowed(raw))) != raw:
            try:
                element = self._element(mended)
            except etree.XMLSyntaxError:
                pass  # something else is wrong as well
            else:
                report.add(MENDED, f"mended: {_words(problem)}", at)
                return element
        report.add(SYNTAX, _words(problem), at)
        return None

    def _element(self, raw: str) -> etree._Element:
        return etree.fromstring(f"{self.opening}{raw}</r>".encode("utf-8", "replace"), self.parser)[0]

    def _place(self, error: etree.XMLSyntaxError, start: Place) -> Place:
        """The place of an error in the source, given the place where the record begins."""
        line, column = error.position
        first, begin = start.line or 1, start.column or 1
        column = column - len(self.opening) + begin - 1 if line <= 1 else column
        return start._replace(line=first + max(line, 1) - 1, column=max(column, 1))


def _mended(found: re.Match[str]) -> str:
    """The character for a name from HTML, or a bare character escaped; empty for one that XML does not allow."""
    if code := found["code"]:
        number = int(code[1:], 16) if code[0] == "x" else int(code)
        return found[0] if number < 0x110000 and allowed(chr(number)) else ""
    known = html5.get(found["name"] or "")
    return escaped(known) if known else escaped(found[0][0]) + (found["name"] or "")


def _words(error: etree.XMLSyntaxError) -> str:
    """The parser's message without its line number, and without its advice to lift the limits."""
    message = _ADVICE.sub("", (error.msg or "no well-formed XML").partition(", line ")[0])
    return message[0].lower() + message[1:]


_ADVICE = re.compile(r",? (?:use|try) XML_PARSE_HUGE.*|\s+\Z", re.DOTALL)
