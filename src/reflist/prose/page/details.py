"""The paper's own reference, from the details that its page prints.

How competing values are chosen:

- ``issued`` is the date of publication: that of the printed issue if the page gives one, else the labelled date of
  publication, else the date of online publication, else (if no other date is printed) the year of the copyright line.
  If two of these agree and one is more precise (``November 2006`` and ``01 November 2006``), the more precise one is
  taken: the day is printed, and a reader cannot know whether it only fills a database's column.
- ``available-date`` (CSL 1.0.2, appendix IV) is the day of online publication, given only beside another ``issued``.
- The copyright year is no date of publication (``© 2008`` beside ``published online 2009``). CSL has no variable for
  it, so the line is kept as an extra of the format ``page``, like other labelled values without a variable.
- ``container-title`` and ``publisher`` are given only if printed; a relative address is not the paper's URL.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reflist.grammar.dates import read_day
from reflist.grammar.keys import key
from reflist.grammar.pages import read_pages
from reflist.model import Date, FieldOrigin, Origin, Reference, Value
from reflist.prose.page.authors import has_separator, keyword_lines, printed_lines
from reflist.prose.page.cited_as import read_cited_alone, read_cited_as, self_citations
from reflist.prose.page.fields import Field, find_date
from reflist.prose.page.front import Front, read_front
from reflist.prose.page.furniture import split_tail
from reflist.prose.page.headings import Part
from reflist.prose.page.kinds import DOI, PRINTED_TYPES, Found
from reflist.prose.page.sections import Sections
from reflist.prose.text_lines import Joiner, paragraphs
from reflist.report import Report
from reflist.source import Source
from reflist.text import Text

FORMAT = "page"
"""The format name of the extras for a page's values that no variable holds."""

EXTRAS = {
    Field.COPYRIGHT: "copyright",
    Field.EISSN: "EISSN",
    Field.SUBJECT: "subject",
    Field.HISTORY: "history",
}
"""Fields without a CSL variable, and the tags under which they are kept."""

PUBLISHING_WORDS = re.compile(
    r"\b(?:Press|Publish\w*|Publications|Journals|Verlag|Ltd|Limited|Inc|LLC|GmbH|Sage|SAGE|Wiley|Springer\w*|Elsevier"
    r"|Emerald|Routledge|Blackwell|Taylor & Francis|Informa|Brill|Gruyter|Éditions|Editorial)\b"
)
"""Words in a copyright holder's name that show it to be a publisher, unlike "The Authors"."""

_COPYRIGHT_HOLDER = re.compile(
    r"^(?:copyright)?\s*(?:©|\(c\)|copyright)\s*|\b(?:1[5-9]|20)\d\d\b|\ball rights reserved\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_ISBN = re.compile(r"(?:97[89][- ]?)?\d[\d -]{7,14}[\dXx]")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_ABBREVIATED = re.compile(r"\.,\s|(?<=[a-z])-(?=\d{4})")  # "Feb., 1994", "Mar-2011"
_PAGE_WORD = re.compile(r"\s(?:à|to|bis)\s")
"""Words for the dash between two pages."""


class _Chosen(NamedTuple):
    """A variable's value, the value found that it was read from, and the confidence."""

    value: Value
    found: Found
    confidence: float = 1.0


def read_details(sections: Sections, joiner: Joiner, report: Report, source: Source) -> Reference:
    """Read the paper's own reference from its page."""
    citations = self_citations(sections)
    front = read_front(sections, citations)
    chosen = {**_texts(front, joiner), **_dates(front), **_identifiers(front)}
    variables: dict[str, Value] = {variable: choice.value for variable, choice in chosen.items()}
    if front.authors.all:
        variables["author"] = front.authors.names()
    variables |= _long_texts(front, sections, joiner, report, source)
    title = front.first(Field.TITLE)
    cited = read_cited_as(citations, _clean_title(title, joiner), source) if title else None
    type_ = cited.type if cited and not front.all(Field.TYPE) else _type(front, variables)
    if not title and (cited := read_cited_alone(citations, source)):
        type_ = _type(front, {**cited.variables, **variables}) if front.all(Field.TYPE) else cited.type
    if cited:
        variables = _completed(variables, cited.variables)
    reference = Reference("", type_, variables, _extras(front), _origin(chosen, front, source))
    return reference.replace(id=key(reference))


def _extras(front: Front) -> dict[tuple[str, str], tuple[str, ...]]:
    extras = {
        (FORMAT, tag): tuple(f.value for f in front.all(field)) for field, tag in EXTRAS.items() if front.all(field)
    }
    printed_type = front.first(Field.TYPE)
    if printed_type and printed_type.value.casefold() not in PRINTED_TYPES:
        extras[FORMAT, "type"] = (printed_type.value,)
    return extras


def _completed(variables: dict[str, Value], cited: Mapping[str, Value]) -> dict[str, Value]:
    """The page's own values, completed from its citation of the paper; the longer list of authors, the fuller date."""
    complete = {**cited, **variables}
    names, cited_names = variables.get("author", ()), cited.get("author", ())
    if isinstance(names, tuple) and isinstance(cited_names, tuple) and len(cited_names) > len(names):
        complete["author"] = cited_names
    if "issued" in cited and "issued" in variables and _says_more(cited["issued"], variables["issued"]):
        complete["issued"] = cited["issued"]
    return complete


def _texts(front: Front, joiner: Joiner) -> dict[str, _Chosen]:
    chosen: dict[str, _Chosen] = {}
    if title := front.first(Field.TITLE):
        chosen["title"] = _Chosen(Text(_clean_title(title, joiner)), title)
    if journal := front.first(Field.JOURNAL):
        chosen["container-title"] = _Chosen(Text(journal.value), journal)
    for field, variable in ((Field.VOLUME, "volume"), (Field.ISSUE, "issue")):
        if (found := front.first(field)) and re.search(r"\d", found.value):
            chosen[variable] = _Chosen(found.value, found)
    if (pages := front.first(Field.PAGES)) and re.search(r"\d", pages.value):
        chosen["page"] = _Chosen(read_pages(_PAGE_WORD.sub("-", pages.value), lost_dash=False).value, pages)
    if publisher := _publisher(front):
        chosen["publisher"] = publisher
    if language := front.first(Field.LANGUAGE):
        chosen["language"] = _Chosen(language.value, language)
    return chosen


def _clean_title(found: Found, joiner: Joiner) -> str:
    """A title with its lines joined, without marks of headings, emphasis and footnotes."""
    title = found.value
    if len(found.lines) > 1:
        title = ""
        for line in found.lines:
            cut, between = joiner.glue(title, line.text) if title else (0, "")
            title = title[: len(title) - cut] + between + split_tail(line.text).content
    return _without_stop(_TITLE_MARK.sub("", title.strip("# *_")))


_TITLE_MARK = re.compile(r"(?<=\w)\s?[*†‡§]+$")


def _without_stop(title: str) -> str:
    """A title without the full stop that ends a sentence; the stops of an ellipsis or abbreviation are kept."""
    return title[:-1] if re.search(r"[^\W\d_]{3}\.$", title[-4:]) else title


def _publisher(front: Front) -> _Chosen | None:
    if found := front.first(Field.PUBLISHER):
        return _Chosen(Text(found.value), found)
    for found in front.all(Field.COPYRIGHT):
        holder = _COPYRIGHT_HOLDER.sub(" ", found.value).strip(" ,.-–|")
        holder = " ".join(holder.split())
        if PUBLISHING_WORDS.search(holder) and len(holder) < 80:
            return _Chosen(Text(holder), found, 0.8)
    return None


def _dates(front: Front) -> dict[str, _Chosen]:
    """``issued`` and ``available-date``, chosen as the module's docstring describes."""
    printed = _read_dates(front.all(Field.ISSUE_DATE, Field.DATE))
    online = _read_dates(front.all(Field.ONLINE_DATE))
    chosen: dict[str, _Chosen] = {}
    for candidate in printed or online:
        best = chosen.setdefault("issued", candidate)
        if _says_more(candidate.value, best.value):
            chosen["issued"] = candidate
    if (
        printed
        and online
        and not _says_more(chosen["issued"].value, online[0].value)
        and chosen["issued"].value != online[0].value
    ):
        chosen["available-date"] = online[0]
    if not chosen:
        for found in front.all(Field.COPYRIGHT):
            if year := _YEAR.search(found.value):
                return {"issued": _Chosen(Date.of(int(year[0])), found, 0.5)}
    return chosen


def _read_dates(candidates: Iterable[Found]) -> list[_Chosen]:
    dates = []
    for found in candidates:
        day = read_day(_ABBREVIATED.sub(" ", printed := find_date(found.value)))
        if day and (date := day.in_year()):
            dates.append(_Chosen(date, found._replace(value=printed)))
    return dates


def _says_more(one: Value, other: Value) -> bool:
    """Whether one date agrees with another and is more precise."""
    if not (isinstance(one, Date) and isinstance(other, Date)) or len(one.parts) != 1 or len(other.parts) != 1:
        return False
    mine, theirs = one.parts[0], other.parts[0]
    return len(mine) > len(theirs) and mine[: len(theirs)] == theirs


def _identifiers(front: Front) -> dict[str, _Chosen]:
    chosen: dict[str, _Chosen] = {}
    for found in front.all(Field.DOI):
        if match := DOI.search(found.value):
            chosen.setdefault("DOI", _Chosen(match["doi"].rstrip(".,;"), found))
    for found in front.all(Field.URL):
        if doi := DOI.fullmatch(found.value):
            chosen.setdefault("DOI", _Chosen(doi["doi"], found))
        elif url := _URL.match(found.value):
            chosen.setdefault("URL", _Chosen(url[0], found))
    for fields, variable, pattern in (((Field.ISSN, Field.EISSN), "ISSN", _ISSN), ((Field.ISBN,), "ISBN", _ISBN)):
        for found in front.all(*fields):
            if match := pattern.search(found.value):
                chosen.setdefault(variable, _Chosen(match[0], found))
    return chosen


def _type(front: Front, variables: dict[str, Value]) -> str:
    if printed := front.first(Field.TYPE):
        for part in (printed.value, printed.value.split("(")[0].strip()):
            if part.casefold() in PRINTED_TYPES:
                return PRINTED_TYPES[part.casefold()]
    if "ISBN" in variables and "container-title" not in variables:
        return "book"
    in_journal = {"container-title", "ISSN", "volume", "issue"} & variables.keys() or front.all(Field.ONLINE_DATE)
    return "article-journal" if in_journal or {"DOI", "abstract"} <= variables.keys() else "document"


def _long_texts(front: Front, sections: Sections, joiner: Joiner, report: Report, source: Source) -> dict[str, Value]:
    texts: dict[str, Value] = {}
    if abstracts := sections.of(Part.ABSTRACT):
        parts = (joiner.join(lines, report, source) for lines in paragraphs(abstracts[0].lines))
        texts["abstract"] = Text("\n".join(parts))
    if keywords := sections.of(Part.KEYWORDS):
        count = keyword_lines(keywords[0])
        lines = printed_lines(keywords[0])[:count]
        is_one_each = not has_separator(lines[0])
        printed = "; ".join(line.text for line in lines) if is_one_each else joiner.join(lines, report, source)
        texts["keyword"] = Text(printed.strip(" .;,"))
    elif labelled := front.first(Field.KEYWORDS):
        texts["keyword"] = Text(labelled.value)
    return texts


def _origin(chosen: dict[str, _Chosen], front: Front, source: Source) -> Origin:
    """The origin of the reference: its lines as the raw string, and the place of each variable in them."""
    lines = {line.number: line.text for choice in chosen.values() for line in choice.found.lines}
    lines |= {line.number: line.text for line in front.authors.lines}
    starts: dict[int, int] = {}
    length = 0
    for number in sorted(lines):
        starts[number] = length
        length += len(lines[number]) + 1
    raw = "\n".join(lines[number] for number in sorted(lines))
    fields = {variable: _place(choice, starts, raw) for variable, choice in chosen.items()}
    if front.authors.lines:
        first, last = front.authors.lines[0].number, front.authors.lines[-1].number
        begin, end = starts[first], starts[last] + len(lines[last])
        fields["author"] = FieldOrigin(begin, end, raw[begin:end])
    title = chosen.get("title")
    line = title.found.lines[0].number if title else min(lines, default=None)
    return Origin(source.name, line, raw, fields=fields)


def _place(choice: _Chosen, starts: dict[int, int], raw: str) -> FieldOrigin:
    first, last = choice.found.lines[0], choice.found.lines[-1]
    begin, end = starts[first.number], starts[last.number] + len(last.text)
    if first is last and choice.found.value in first.text:
        begin += first.text.index(choice.found.value)
        end = begin + len(choice.found.value)
    return FieldOrigin(begin, end, raw[begin:end], choice.confidence)
