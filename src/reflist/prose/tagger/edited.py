"""The containing book: ``in Imrie, R. and Raco, M. (eds), Urban Renaissance?``; and editors or translators of the work itself."""

import re

from reflist.grammar.names import INITIALS, UPPER, read_names
from reflist.prose.labels import Label
from reflist.prose.line import QUOTES, Line, closing_quote
from reflist.prose.tagger.titles import claim_quoted

_ROLE = r"(?:Vol\.\s*Eds?|eds?|editors?|Eds?|Editors?|EDS?|Hrsg|Hg|hrsg|dirs?|coords?|orgs?|comps?|red)\b\.?"
_IN = re.compile(
    r"(?:(?<=[,.;?!’”'\"\0*)])|^)[\s,.;\0]*\b(?:in|In|IN)\b(?::\s+(?=\d)|:?\s+(?!\d))(?=\d|[^\Wa-z0-9]|de\b|van\b|von\b|d[’']|[‘“\"*(])"
)
_EDITORS = re.compile(
    rf"(?P<names>[^\0()\[\]]{{3,400}}?)\s*,?\s*(?:[(\[]\s*{_ROLE}\s*[)\]]|,\s*{_ROLE}(?=[,.:\s]))\s*[,.:;]?\s*"
)
_SERIES_EDITORS = re.compile(r"(?P<names>[^\0()\[\]]{3,100}?)\s*\(Series Eds?\.?\)\s*[&,]\s*")
_NAME = rf"(?:[{UPPER}][\w’'‐-]+(?:\s[{UPPER}][\w’'‐-]+)?,\s{INITIALS}|{INITIALS}\s*(?:(?:van|von|de|der|den|di|la|du)\s)*[{UPPER}][\w’'‐-]+)"
_BARE_EDITORS = re.compile(rf"(?P<names>{_NAME}(?:(?:,\s|,?\s(?:and|&|und)\s){_NAME})*)\s*[,:]\s+(?=[{UPPER}‘“*\"])")
_BY = re.compile(
    r"[,.;(\[\0\s]\s*(?P<role>edited\s+by|ed\.\s+by|eds\.\s+by|hrsg\.\s+von|herausgegeben\s+von|(?:trans\.|transl\.|translated|übersetzt|übers\.)(?:\s+(?:by|von))?|trad\.|traduit\s+par)\s+(?P<names>[^()\[\]\0:]+?)"
    r"(?=\s*(?:[)\]\0]|$|,\s+(?=[^\Wa-z]\w+:)|(?<!\b[A-Z])\.\s+[A-Z]\w|,\s+\w+(?:\s\w+)*:))",
    re.IGNORECASE,
)
_BRACKETED_NAMES = re.compile(
    rf"[(\[]\s*(?P<names>[^()\[\]\0]{{3,80}}?),\s*(?P<role>{_ROLE}|[Tt]rans\b\.?)(?:\s*(?:&|and)\s*{_ROLE})?\s*[)\]]"
)


def find_containing_book(line: Line) -> None:
    """``in``, the editors with their role, and where the book's title begins; a book that is named without editors too.

    The title itself is left to the rules for containers: where it ends, place, pages and the rest decide.
    """
    for intro in _IN.finditer(line.open, line.body):
        before = line.open[line.body : intro.start()]
        if not (line.has(Label.TITLE) or len(before.strip(" .,;:\0")) > 2):
            continue
        if _claim_editors(line, intro.start(), intro.end()):
            return
        if line.has(Label.TITLE) or before.rstrip().endswith((".", "?", "!")) or intro[0].rstrip().endswith(":"):
            line.claim(intro.start(), intro.end(), Label.SEPARATOR)
            line.container_start = intro.end()
            _claim_quoted_book(line, intro.end())
            return


def _claim_editors(line: Line, begin: int, start: int) -> bool:
    if found := _SERIES_EDITORS.match(line.open, start):
        line.claim(found.start("names"), found.end("names"), Label.SERIES_EDITOR)
        line.claim(found.end("names"), found.end(), Label.SEPARATOR)
        start = found.end()
    for pattern in (_EDITORS, _BARE_EDITORS):
        found = pattern.match(line.open, start)
        if found and _are_names(found["names"]):
            line.claim(begin, start, Label.SEPARATOR)
            line.claim(found.start("names"), found.end("names"), Label.EDITOR)
            line.claim(found.end("names"), found.end(), Label.SEPARATOR)
            line.container_start = found.end()
            _claim_quoted_book(line, found.end())
            return True
    return False


def _are_names(printed: str) -> bool:
    """Whether these words can be names at all: no sentence, and a few of them a name."""
    names = read_names(printed).names
    return (
        bool(names)
        and all(len(name.surname.split()) <= 8 for name in names)
        and not re.search(r"[a-z]{3,}\.\s", printed)
    )


def _claim_quoted_book(line: Line, start: int) -> None:
    if start < len(line.open) and line.open[start] in QUOTES and (end := closing_quote(line.open, start)) is not None:
        claim_quoted(line, start, end, Label.CONTAINER)


def find_editors_and_translators(line: Line) -> None:
    """``edited by M. Bevir``, ``(trans. A. Smith)``, ``(M. Bevir, Ed.)`` after a title."""
    for pattern in (_BY, _BRACKETED_NAMES):
        for found in list(pattern.finditer(line.open, line.body)):
            role = found["role"].casefold()
            label = Label.TRANSLATOR if role.startswith(("tra", "übe")) else Label.EDITOR
            if line.has(label) or not _are_names(found["names"]):
                continue
            line.claim(found.start(), found.start("names"), Label.SEPARATOR)
            line.claim(found.end("names"), found.end(), Label.SEPARATOR)
            line.claim(found.start("names"), found.end("names"), label)
