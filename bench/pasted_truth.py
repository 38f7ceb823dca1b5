"""The true record of a rendered entry, variable by variable, for comparison with what was read from the printed line.

A rendered entry gives the variable of each of its runs, so a reference can be reduced to what the style printed: the
names before "et al.", initials if given names became initials, the abbreviated journal, the year without its day. Texts
are as printed; pages, dates and identifiers are the reference's own, in whatever form a style writes them. Records are
in the form that ``tests/strict.py`` compares.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Item = Mapping[str, Any]
Truth = dict[str, Any]


class Stretch(NamedTuple):
    """The position of a variable in a text."""

    variable: str
    start: int
    end: int


NAMES = frozenset({"author", "editor", "translator", "collection-editor", "container-author"})
DATES = frozenset({"issued", "accessed", "event-date", "original-date"})
OWN = frozenset({"page", "DOI", "ISBN", "PMID", "PMCID"})
"""Variables whose value is taken from the reference, in whatever form it is printed."""

PRINTED_AS = {
    "container-title-short": "container-title",
    "journalAbbreviation": "container-title",
    "title-short": "title",
    "event": "event-title",
    "page-first": "page",
}
"""Variables that are printed in place of another."""

QUOTES = "“”‘’\"'«»„"

TITLES = frozenset({"title", "container-title", "collection-title", "event-title"})
BESIDE = ("term ", "label ")
"""Beginnings of names of runs that are not variables."""

ANYTHING = (
    *("article-journal", "article-magazine", "article-newspaper", "article", "book", "chapter", "document", "report"),
    *("webpage", "thesis", "speech", "paper-conference", "manuscript", "post", "post-weblog"),
)
BOOKS = ("book", "report", "document", "pamphlet", "webpage", "manuscript")
PARTS = ("chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary", "entry")
PERIODICALS = ("article-journal", "article-magazine", "article-newspaper", "article")

ALIKE: dict[str, tuple[str, ...]] = {
    "article-journal": PERIODICALS[:2],
    "article-magazine": PERIODICALS,
    "article-newspaper": (*PERIODICALS, "webpage", "post-weblog"),
    "book": ("book",),
    "chapter": PARTS,
    "entry-encyclopedia": (*PARTS, "webpage"),
    "entry-dictionary": (*PARTS, "webpage"),
    "paper-conference": (*PARTS, "article-journal", "speech", "article"),
    "report": BOOKS,
    "speech": ("speech", "paper-conference", "document", "event"),
    "thesis": ("thesis",),
    "webpage": (*BOOKS, "post-weblog", "post", "article-newspaper", "article"),
}
"""Types that cannot be distinguished on a printed line, by the type of the reference."""


def stretches(text: str, fields: Sequence[tuple[int, int, str]]) -> list[Stretch]:
    """The positions of the variables that an entry prints, in order: of each the first, of dates all parts.

    Runs of one variable without another variable between them are one: a title with a quotation in it, a date.
    """
    found: list[Stretch] = []
    for start, end, name in sorted(fields):
        variable = PRINTED_AS.get(name, name)
        if name.startswith(BESIDE) or not any(map(str.isalnum, text[start:end])):
            continue
        before = found[-1] if found else None
        if before and before.variable == variable:
            found[-1] = before._replace(end=max(before.end, end))
        elif not before or start >= before.end:
            found.append(Stretch(variable, start, end))
    first = {stretch.variable: stretch for stretch in reversed(found)}
    return [stretch for stretch in found if stretch.variable in DATES or stretch is first[stretch.variable]]


def truth(item: Item, text: str, printed: Sequence[Stretch]) -> Truth:
    """The record of an item as ``text`` prints it, with other values that are equally right (`alt`, `alt_records`).

    ``printed`` gives the positions of the variables. Variables that are not printed are not in the record.
    """
    shown: dict[str, str] = {}
    for variable, start, end in printed:
        is_initial = variable in NAMES and text[end : end + 1] == "." and _INITIAL_LAST.search(text[start:end])
        shown[variable] = f"{shown.get(variable, '')} {text[start : end + bool(is_initial)]}".strip()
    values = {variable: _value(item, variable, words) for variable, words in shown.items()}
    record: Truth = {variable: value for variable, value in values.items() if value}
    record["type"] = item["type"]
    if lettered := _LETTERED_YEAR.search(shown.get("issued", "")):
        record["year_suffix"] = lettered[1]
    record["alt"] = dict(_alternatives(item, record, text, printed))
    record["alt_records"] = [*_other_records(record, text, printed), *_other_heads(record, text, printed)]
    return record


_LETTERED_YEAR = re.compile(r"\b\d{4}([a-z])\b")
_INITIAL_LAST = re.compile(r"\b[^\W\d_]\.[ ‐-]?[A-Z]$")
"""Initials with periods, the last of which also ends the sentence."""


def _value(item: Item, variable: str, printed: str) -> Any:
    if variable in NAMES:
        return names(item.get(variable, ()), printed)
    if variable in DATES:
        return _date(item.get(variable, {}), printed)
    if variable in OWN:
        return pages(item["page"], printed) if variable == "page" else item.get(variable)
    if variable in ("citation-number", "citation-label"):
        return None
    if variable == "edition":
        return item["edition"]
    if variable in ("issue", "volume"):
        return re.sub(r"\s*[–—]\s*", "-", printed).strip(" .,")
    closed = printed.strip(" ,;:")
    return closed.rstrip(".") if variable in TITLES and not re.search(r"\b[A-Z]\.$|\.\.\.$", closed) else closed


# --- names ------------------------------------------------------------------------------------------------------------


def names(known: Sequence[Item], printed: str) -> list[dict[str, str]]:
    """The printed names, in order, each in the printed form, such as with an initial for a given name."""
    found, offset = [], 0
    for name in known:
        if match := _name(name).search(printed, offset):
            groups = {key.rstrip("12"): value.strip() for key, value in match.groupdict().items() if value}
            kept = {key: name[key] for key in ("non-dropping-particle", "suffix") if key in name}
            if kept.get("suffix", "") not in printed:  # Jr: some styles print it without a period
                kept["suffix"] = kept["suffix"].rstrip(".")
            found.append(groups | kept)
            offset = match.end()
    return found


def _name(name: Item) -> re.Pattern[str]:
    """A pattern for a name in either order, with given names in full or as initials, some of which may be missing."""
    if literal := name.get("literal"):
        return re.compile(rf"(?P<literal>{_spelled(literal)})", re.IGNORECASE)
    particle = f"{re.escape(name['non-dropping-particle'])} ?" if "non-dropping-particle" in name else ""
    family = rf"(?<!\w)(?:{particle})?(?P<family%d>{_spelled(name['family'])})(?!\w)"
    given = ""
    for part in reversed(re.split(r"[\s-]+", name.get("given", ""))):
        initial = re.escape(part[:1])
        stop = r"\.?" if len(part) == 1 or part[-2:-1] == "." else ""  # may be missing in a work whose style prints it
        word = rf"(?:{re.escape(part)}{stop}|{initial}(?-i:(?![a-zß-ÿ’']))\.?)" if part else ""
        given = rf"{word}(?:[\s.‐-]*{given})?" if given else word
    if not given:
        return re.compile(family % 1, re.IGNORECASE)
    suffix = rf"(?:,? {re.escape(name['suffix'])})?" if "suffix" in name else ""
    first = rf"(?<!\w)(?P<given1>{given})[\s~.]+{family % 1}{suffix}"
    return re.compile(rf"(?:{first}|{family % 2}(?:,?\s*(?P<given2>{given}))?)", re.IGNORECASE)


def _spelled(words: str) -> str:
    """A pattern for the words with any form of apostrophe and space."""
    return re.sub(r"['’]", "['’]", re.escape(words).replace(r"\ ", r"\s+"))


# --- dates and pages --------------------------------------------------------------------------------------------------


def _date(known: Item, printed: str) -> Item | None:
    """The printed part of a date: a year, with month if there are words or more numbers, and with day."""
    if _SHORT_DATE.search(printed):
        return known
    if not known.get("date-parts") or str(known["date-parts"][0][0]) not in printed:
        return None
    rest = re.sub(r"\b\d{4}[a-z]?\b", "", printed, count=1)
    numbers = len(re.findall(r"\d+", rest))
    count = 1 + bool(re.search(r"[^\W\d_]{3}", rest)) + numbers
    return {**known, "date-parts": [parts[:count] for parts in known["date-parts"]]}


_SHORT_DATE = re.compile(r"(?<!\d)\d{1,2}([./])\d{1,2}\1\d{2}(?!\d)")
"""A day whose year has two digits."""


def _other_order(known: Item) -> list[Item]:
    """A numeric date with day and month swapped, as some readers may take it."""
    year, month, day = known["date-parts"][0]
    return [{"date-parts": [[year, day, month]]}] if day <= MONTHS else []


MONTHS = 12


def pages(known: str, printed: str) -> str:
    """The pages in full, or only the first if only that is printed."""
    whole = re.sub(r"\s*[‐-―-]+\s*", "-", known)
    first, _, last = whole.partition("-")
    if last.isdecimal() and first.isdecimal() and len(last) < len(first):
        whole = f"{first}-{first[: len(first) - len(last)]}{last}"
    return whole if re.search(r"\D|^.*\d{2}", printed) and printed.strip() != first else first


LONGEST_UNSURE = 4
"""Two numbers in full with more digits than this together are recognized even without a dash."""

NEAR = 60
"""The most pages that a range without its dash is taken for."""


def _lost_dash(whole: str, printed: str) -> list[str]:
    """Other readings of the digits of a range that lost its dash; empty if both ends are in full."""
    first, _, last = whole.partition("-")
    if not printed.isdecimal() or not last:
        return []
    if len(printed) == 2 * len(first) > LONGEST_UNSURE:
        return []
    others = [printed] if len(printed) < 5 else []
    for at in range(1, len(printed)):
        begin, end = printed[:at], printed[at:]
        end = begin[: max(0, len(begin) - len(end))] + end
        if end[0] != "0" and 0 < int(end) - int(begin) <= max(NEAR, int(last) - int(first)):
            others.append(f"{begin}-{end}")
    return others


_ELECTRONIC = re.compile(r"[a-z]\d+")
"""Pages with a letter and no dash, which may be a range that lost it or an article number."""


# --- what is as right -------------------------------------------------------------------------------------------------


def _alternatives(item: Item, record: Truth, text: str, printed: Sequence[Stretch]) -> Iterator[tuple[str, list[Any]]]:
    yield "type", [*_types(item, record)]
    places = {stretch.variable: stretch for stretch in printed}
    for variable in (TITLES | {"genre", "publisher"}) & record.keys():
        stretch = places[variable]
        shown = str(record[variable])
        before = text[max(0, stretch.start - 1) : stretch.start]
        quoted = [before + shown] if before and before in QUOTES else []
        yield variable, [f"{shown}.", text[stretch.start : stretch.end].strip(), *quoted]
    if "page" in record:
        digits = text[places["page"].start : places["page"].end].strip()
        yield "page", [*_lost_dash(record["page"], digits), *([digits] if _ELECTRONIC.fullmatch(digits) else [])]
    for variable in DATES & record.keys():
        stretch = places[variable]
        if _SHORT_DATE.search(text[stretch.start : stretch.end]):
            yield variable, _other_order(record[variable])
    if record["type"] == "thesis" and "genre" not in record and "thesis" in text:  # a word that the style adds
        yield "genre", ["thesis"]
    yield "status", ["Epub ahead of print", "Published online"]
    if "URL" in record and "DOI" not in record and "doi.org/" in str(record["URL"]):
        yield "DOI", [str(record["URL"]).partition("doi.org/")[2]]
    if "DOI" in record:
        yield "URL", [f"https://doi.org/{record['DOI']}", f"http://dx.doi.org/{record['DOI']}"]
    if "publisher-place" in record and "event-place" not in record and "event-title" in record:
        yield "event-place", [record["publisher-place"]]
    if record["type"] == "paper-conference" or "event-title" in record:
        yield "event-date", [record["issued"]] if "issued" in record else []


def _types(item: Item, record: Truth) -> Sequence[str]:
    """The types that a record may have, given what is printed."""
    kind = item["type"]
    if kind == "article-journal" and not {"volume", "issue"} & record.keys():
        return ANYTHING
    if kind == "thesis" and "genre" not in record:
        return ANYTHING
    if kind == "speech" and not {"genre", "event-title"} & record.keys():
        return ANYTHING
    if kind == "report" and not {"genre", "publisher", "number"} & record.keys():
        return ANYTHING
    if kind in ("chapter", "paper-conference") and not {"editor", "publisher"} & record.keys():
        return ANYTHING
    if kind == "book":
        may_be = "publisher" in record and "URL" not in record and "number" not in record
        body = any("literal" in name for name in record.get("author", ()))
        return ("book",) if may_be and not body else BOOKS
    return ALIKE.get(kind, ANYTHING)


def _shown(variable: str, text: str, printed: Sequence[Stretch]) -> str:
    """The printed text of a variable."""
    return next((text[one.start : one.end].strip() for one in printed if one.variable == variable), "")


def _other_records(record: Truth, text: str, printed: Sequence[Stretch]) -> Iterator[dict[str, Any]]:
    """Consistent changes to the record that the printed line cannot rule out."""
    for variable, other, lacks, kinds in MOVED:
        if variable in record and not lacks & record.keys() and (not kinds or record["type"] in kinds):
            yield {variable: None, other: record[variable]}
    if record["type"] == "paper-conference" and "container-title" in record and "event-title" not in record:
        place = {"event-place": record.get("event-place", record.get("publisher-place")), "publisher-place": None}
        yield {"container-title": None, "event-title": record["container-title"], **place}
    if ", " in record.get("publisher", ""):
        publisher, _, place = record["publisher"].rpartition(", ")
        yield {
            "publisher": publisher,
            "publisher-place": ", ".join(filter(None, [place, record.get("publisher-place")])),
        }
    if re.fullmatch(r"\d{1,3}", shown := _shown("page", text, printed)) and not {"volume", "issue"} & record.keys():
        yield {"page": None, "volume": shown}


MOVED: tuple[tuple[str, str, set[str], tuple[str, ...]], ...] = (
    ("event-place", "publisher-place", {"publisher-place"}, ()),
    ("publisher-place", "event-place", {"event-place"}, ("paper-conference", "speech")),
    ("container-title", "event-title", {"event-title"}, ("paper-conference",)),
    ("event-title", "container-title", {"container-title"}, ()),
    ("issue", "volume", {"volume"}, ()),
    ("collection-number", "volume", {"volume"}, ()),
    ("container-title", "publisher", {"publisher"}, ("webpage", "article-newspaper")),
    ("publisher", "container-title", {"container-title"}, ("report", "webpage")),
)
"""A variable, another that it may be read as, variables that must be missing, and types of records (empty: all)."""


def _other_heads(record: Truth, text: str, printed: Sequence[Stretch]) -> Iterator[dict[str, Any]]:
    """Readings as an author of the container or publisher, if it is printed in the author's place in an unsigned work.

    The same for a style's word for an anonymous author.
    """
    if "author" not in record and text.startswith("Anon"):
        yield {"author": [{"literal": "Anon"}]}
    heads = [stretch.variable for stretch in printed if stretch.variable not in ("citation-number", "citation-label")]
    if heads and heads[0] in ("container-title", "publisher") and not NAMES & record.keys():
        yield {heads[0]: None, "author": [{"literal": record[heads[0]]}]}
        yield {"author": [{"literal": record[heads[0]]}]}
