"""Search results of Google Scholar or PubMed, copied from their pages.

In Scholar's, ``E Ostrom - World Development, 1996 - Elsevier`` is below the title, and links are below that; a part
that was cut off ends in an ellipsis. In PubMed's, the title, the authors and the source have a line each, above that of
the number.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from reflist.grammar.keys import key
from reflist.late import late
from reflist.model import Date, Name, Origin, Reference, Value
from reflist.prose.lists.strings import String
from reflist.prose.references import read_certain
from reflist.report import Report, Rule, Severity
from reflist.source import Source
from reflist.text import Text

CUT_OFF = Rule(
    "result-cut-off",
    Severity.LOSS,
    "A search result of Google Scholar shows only a part of the title, of the periodical's name or of the authors. "
    "It was read as far as it is shown; the citation that Scholar offers below the result is complete.",
)

_LEADS_ON = late(
    r"(?:Cited by \d+|Related articles|All \d+ versions)(?: (?:Related articles|All \d+ versions|View as HTML))*$",
    re.MULTILINE,
)
_KIND = late(r"(?:\[(?P<kind>[A-Z]{1,8})\]\s?)*")
_BYLINE = late(
    r"(?P<authors>[^\W\d_]{1,4} [^\n]{1,200}?)\s-\s(?:(?P<container>[^\n]{1,200}?),\s)?(?P<year>(?:1[5-9]|20)\d\d)"
    r"(?:\s-\s(?P<host>[^\n]{2,60}))?"
)
_AUTHOR = late(r"(?P<given>[^\W\d_]{1,4})\s(?P<family>[^\W\d_][^,\n]*)")
_BOOKS = frozenset({"BOOK", "B"})
_MORE = "…"


_NUMBER = late(
    r"(?P<number>PMID:\s?\d{1,8})(?: (?:Free (?:PMC )?article|Review|Clinical Trial|No abstract available)\.?)*"
)
_AUTHORS = late(r"(?:(?:[^\W\d_][\w'’‐-]*\s){1,4}[A-Z]{1,4}(?:\s(?:Jr|Sr|2nd|3rd))?(?:,\s|\.$)|et al\.$)+")
_SOURCE = late(r"[^\W\d_][^\n]{1,120}?\.\s(?:19|20)\d\d\b[^\n]*\.")


def holds_results(source: Source) -> bool:
    """Whether a text consists of search results; Scholar's are recognised by the links below each work."""
    text = source.text
    if "PMID:" in text and _by_lines(source):
        return True
    return "Related articles" in text and _LEADS_ON.search(text) is not None and any(_found(source))


def read_results(source: Source, report: Report, jobs: int = 1) -> Iterator[Reference]:
    """The works found, in order, without the lines that quote them or link to others."""
    if strings := _by_lines(source):
        yield from read_certain(strings, source, report, jobs)
        return
    for line, title, byline in _found(source):
        reference = _reference(line, title, byline, source)
        cut_off = [name for name, text in (("title", title), *byline.groupdict().items()) if text and _MORE in text]
        if cut_off:
            names = " and ".join(cut_off)
            report.add(CUT_OFF, f"{names} shown in part", source.place(line), reference.id)
        yield reference


def _by_lines(source: Source) -> Sequence[String]:
    """PubMed's works, each as one string: its authors, title, source and number."""
    found: list[String] = []
    above: deque[str] = deque(maxlen=3)
    for number, printed in enumerate(source.text.split("\n"), start=source.first_line):
        text = " ".join(printed.split())
        numbered = _NUMBER.fullmatch(text) if len(above) == 3 else None
        if numbered and _AUTHORS.fullmatch(above[1]) and _SOURCE.fullmatch(above[2]):
            title, authors, where = above
            found.append(String(number - 3, f"{authors} {title} {where} {numbered['number']}"))
        if text:
            above.append(text)
    return found


def _found(source: Source) -> Iterator[tuple[int, str, re.Match[str]]]:
    """The line, the title, and the line of authors, source and year of each work."""
    above = ""
    for number, printed in enumerate(source.text.split("\n"), start=source.first_line):
        text = " ".join(printed.split())
        byline = _BYLINE.fullmatch(text) if above else None
        if byline:
            yield number - 1, above, byline
        above = "" if byline else text


def _reference(line: int, title: str, byline: re.Match[str], source: Source) -> Reference:
    kind = _KIND.match(title)
    assert kind is not None
    host = byline["host"] or ""
    variables: dict[str, Value | None] = {
        "author": tuple(_name(name) for name in byline["authors"].split(", ") if name.strip(" …")),
        "title": Text(title[kind.end() :].strip(" …")),
        "container-title": Text((byline["container"] or "").strip(" …")),
        "issued": Date.of(int(byline["year"])),
        "publisher": Text("" if "." in host else host),  # other hosts are sites that have the text
    }
    is_book = kind["kind"] in _BOOKS or host == "books.google.com"
    type_ = "book" if is_book else "article-journal" if byline["container"] else "document"
    said = {name: value for name, value in variables.items() if value}
    origin = Origin(source.name, line, f"{title} {byline[0]}")
    reference = Reference("", type_, said, origin=origin)
    return reference.replace(id=key(reference))


def _name(printed: str) -> Name:
    found = _AUTHOR.fullmatch(printed.strip(" …"))
    return Name(family=found["family"], given=found["given"]) if found else Name(literal=printed.strip(" …"))
