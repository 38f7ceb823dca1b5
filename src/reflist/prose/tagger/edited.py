"""The containing book with its editors, and the editors or translators of the work itself."""

import re

from reflist.grammar.names import INITIALS, UPPER, read_names
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.tagger.titles import claim_quoted_at

_ROLES = "eds? Eds? EDS? editors? Editors? Hrsg hrsg Hg dirs? coords? orgs? comps? red"
_ROLE = rf"(?:Vol\.\s*)?(?:{'|'.join(_ROLES.split())})\b\.?"
_IN = re.compile(
    r"""(?: (?<=[,.;?!’”'"\0*)]) | ^ ) \s*
    \b(?:in|In|IN)\b (?: :\s+(?=\d) | :?\s+(?!\d) )
    (?= \d | [^\Wa-z0-9] | (?:de|van|von)\b | d[’'] | [‘“"*(] )""",
    re.VERBOSE,
)
_EDITORS = re.compile(
    rf"(?P<names>[^\0()\[\]]{{3,400}}?)\s*,?\s*(?:[(\[]\s*{_ROLE}\s*[)\]]|,\s*{_ROLE}(?=[,.:\s]))\s*[,.:;]?\s*"
)
_SERIES_EDITORS = re.compile(r"(?P<names>[^\0()\[\]]{3,100}?)\s*\(Series Eds?\.?\)\s*[&,]\s*")
_WORD = rf"[{UPPER}][\w’'‐-]+"
_NAME = rf"(?:{_WORD}(?:\s{_WORD})?,\s{INITIALS}|{INITIALS}\s*(?:(?:van|von|de|der|den|di|la|du)\s)*{_WORD})"
_BARE_EDITORS = late(rf"(?P<names>{_NAME}(?:(?:,\s|,?\s(?:and|&|und)\s){_NAME})*)\s*[,:]\s+(?=[{UPPER}‘“*\"])")
_GIVEN = rf"(?:{INITIALS}|[{UPPER}]{{1,3}}|{_WORD}(?:\s[{UPPER}]\.)*)"
_DIRECT = rf"{_GIVEN}\s(?:(?:van|von|de|der|den|di|la|du)\s)*{_WORD}(?:\s{_WORD})?"
_ROLE_BEFORE = r"[,.;(\0]\s*(?:(?P<editing>[Ee]ds?\.)|[Tt]ransl?\.)\s+"
_HAS_ROLE_BEFORE = re.compile(_ROLE_BEFORE)
_BARE_ROLE = late(
    _ROLE_BEFORE + rf"(?P<names>{_DIRECT}(?:(?:,\s{_DIRECT})*,?\s(?:and|&|und)\s{_DIRECT})?)(?=[\s)]*[.,)\0])"
)
_BY = re.compile(
    r"""(?:[,.;(\[\0]\s*|\s)
    (?: (?P<editing> edited\s+by | eds?\.\s+by | hrsg\.\s+von | herausgegeben\s+von )
      | (?: trans\. | transl\. | translated | übersetzt | übers\. )(?:\s+(?:by|von))? | trad\. | traduit\s+par )
    \s+(?P<names>[^()\[\]\0:]+?)
    (?=\s*(?: [()\[\]\0] | $ | (?<!\b[a-z])\.\s+\w\w | ,\s+\d | ,\s+\w+(?:\s\w+)*(?:,\s+[A-Z]{2})?: ))""",
    re.IGNORECASE | re.VERBOSE,
)
_BRACKETED = re.compile(
    rf"[(\[;]\s*(?P<names>[^()\[\]\0;]{{3,80}}?),\s*(?:(?P<editing>{_ROLE})|[Tt]rans\b\.?)(?:\s*(?:&|and)\s*{_ROLE})?\s*(?:[)\]]|(?=;))"
)
_LONGEST_NAME = 8  # words


def find_containing_book(line: Line) -> None:
    """``In``, the editors with their role, and the beginning of the book's title; also without editors.

    The title itself is claimed by `find_container`, since place, pages and other parts decide where it ends.
    """
    for intro in _IN.finditer(line.open, line.body):
        before = line.open[line.body : intro.start()]
        if not line.has(Label.TITLE) and len(before.strip(" .,;:\0")) <= 2:
            continue
        if _claim_editors(line, intro):
            return
        if line.has(Label.TITLE) or before.rstrip().endswith((".", "?", "!")) or intro[0].rstrip().endswith(":"):
            _begin_container(line, intro.start(), intro.end())
            return


def _begin_container(line: Line, start: int, end: int) -> None:
    line.claim(start, end, Label.SEPARATOR)
    line.container_start = end
    claim_quoted_at(line, end, Label.CONTAINER)


def _claim_editors(line: Line, intro: re.Match[str]) -> bool:
    start = intro.end()
    if found := _SERIES_EDITORS.match(line.open, start):
        line.claim_match(found, names=Label.SERIES_EDITOR)
        start = found.end()
    for form in (_EDITORS, _BARE_EDITORS):
        found = form.match(line.open, start)
        if found and _are_names(found["names"], persons="(" not in found[0] and "[" not in found[0]):
            line.claim_match(found, names=Label.EDITOR)
            line.claim(*intro.span(), Label.SEPARATOR)
            line.container_start = found.end()
            claim_quoted_at(line, found.end(), Label.CONTAINER)
            return True
    return False


def _are_names(printed: str, persons: bool = False) -> bool:
    """Whether these words can be names (with ``persons``: only of persons): no sentence, and few words to a name."""
    names = read_names(printed).names
    if persons and any(name.is_institution for name in names):
        return False
    brief = all(len(name.surname.split()) <= _LONGEST_NAME for name in names)
    return bool(names) and brief and not re.search(r"[a-z]{3,}\.\s", printed)


def find_editors_and_translators(line: Line) -> None:
    """``edited by M. Bevir``, ``(trans. A. Smith)``, ``(M. Bevir, Ed.)`` after a title."""
    forms = (_BARE_ROLE, _BY, _BRACKETED) if _HAS_ROLE_BEFORE.search(line.open, line.body) else (_BY, _BRACKETED)
    for form in forms:
        for found in list(form.finditer(line.open, line.body)):
            label = Label.EDITOR if found["editing"] else Label.TRANSLATOR
            if not line.has(label) and _are_names(found["names"]):
                line.claim_match(found, names=label)
