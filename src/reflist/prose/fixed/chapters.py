"""The book of a chapter, followed by its editors, as Nature and the Royal Society of Chemistry print it.

``in Title (eds Dixon, T. & Moore, C.) Ch. 15, 476–511 (Publisher, 2007)``; ``in Title, eds T. Dixon and C. Moore,``.
"""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.names import FAMILY, INITIALS
from reflist.grammar.pages import RANGE
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_EDITED = re.compile(r"\((?:[Ee]ds?|Hrsg)\b\.?\s")
_CHAPTER = Form(
    "ed eds hrsg",
    r"(?:(?<=[.,;?!*”’\"'])|(?<=\0))\s*[Ii]n:?\s+(?P<container>[^\W\da-z][^()\0]{3,300}?)\s+"
    r"\((?:[Ee]ds?|Hrsg)\b\.?\s(?!(?:and|&)\s)(?P<names>[^()\0]{3,400})\),?"
    r"(?:\s+(?:[Vv]ol\.?|Bd\.)\s(?P<volume>\d{1,4}),?)?"
    r"(?:\s+[Cc]h(?:ap(?:ter)?)?\.?\s(?P<chapter>\d{1,3}),?)?"
    rf"(?:\s+(?:pp?\.?\s)?(?P<page>{RANGE}|\d+))?"
    rf"(?:\s*\((?:(?P<publisher>[^()\d\0]{{2,80}}),\s)?(?P<year>{YEAR})\))?",
)
_DIRECT = rf"{INITIALS}\s?(?:{FAMILY})"
_BETWEEN_COMMAS = Form(
    "ed eds",
    r"[,.”’\"'\0]\s[Ii]n:?\s+(?P<container>[^\W\da-z][^()\0]{3,200}?),\s[Ee]ds?\.?\s"
    rf"(?P<names>{_DIRECT}(?>(?:,\s{_DIRECT})*)(?:,?\s(?:and|&)\s{_DIRECT})?)(?=,\s)",
)


_SENTENCE_END = re.compile(r"[a-z]{2}\.\s")


def find_book_before_editors(line: Line) -> None:
    """The book after "in", its editors in brackets, and any volume, chapter, pages, publisher and year that follow.

    If commas are used instead of brackets, only the book and its editors.
    """
    found = _CHAPTER.search(line) if _EDITED.search(line.open) else None
    if not found:
        between = _BETWEEN_COMMAS.search(line)
        if between and not _SENTENCE_END.search(between["names"]):
            line.claim_match(between, names=Label.EDITOR)
            line.claim_title(*between.span("container"), Label.CONTAINER)
        return
    line.claim_match(
        found,
        names=Label.EDITOR,
        volume=Label.VOLUME,
        chapter=Label.CHAPTER,
        page=Label.PAGES,
        publisher=Label.PUBLISHER,
        year=Label.DATE,
    )
    line.claim_title(*found.span("container"), Label.CONTAINER)
