"""Titles: whether a year, day or place at the end belongs to one; and the medium, which does not."""

import re
from collections.abc import Sequence

from reflist.grammar.dates import DAY, YEAR, read_day
from reflist.grammar.places import is_place
from reflist.prose.labels import Label, Span
from reflist.prose.mending.rule import Parts, rule
from reflist.prose.mending.spans import is_fixed_note, joined, split

_YEAR_LAST = re.compile(rf":\s{YEAR}(?:[–-]\d{{2,4}})?(?=[.,]?[\s”’\"']|$)")
_MEDIUM = re.compile(
    r"[\s.]*\[(?:on-?line|internet|electronic|www(?: document)?|web ?page|web ?site|pdf|e-?book|blog|data ?set)\s*"
    r"(?:resource|version|edition|book|document|journal)?\]?[\s.]*\Z",
    re.IGNORECASE,
)


@rule(having=[Label.TITLE, Label.DATE], marks=":")
def years_at_ends(parts: Parts, _: int) -> Sequence[Span] | None:
    """The year after a title's colon is part of it, if the work has another year: ``Families in the UK: 2016``."""
    for index, span in enumerate(parts.spans):
        if span.label is Label.TITLE and (found := _YEAR_LAST.match(parts.text, span.end)):
            after = [other for other in parts.spans[index + 1 :] if other.start >= found.end()]
            mended = [*parts.spans[:index], span._replace(end=found.end()), *after]
            return mended if any(other.label is Label.DATE for other in mended) else None
    return None


_YEARS = re.compile(rf"{YEAR}[–-]\d{{2,4}}")


@rule(Label.TITLE, Label.PAGES, lacking=[Label.CONTAINER, Label.VOLUME, Label.ISSUE], marks="–-")
def years_for_pages(parts: Parts, index: int) -> Sequence[Span] | None:
    """A span of years after a title without a container is not pages: ``Hedge Survey, 2011–12 [Data set]``."""
    title, pages = parts.spans[index : index + 2]
    is_of_title = parts.after(index) in (", ", " ", ": ") and _YEARS.fullmatch(parts.printed(pages))
    return [joined(title, pages)] if is_of_title else None


_ONE_YEAR = re.compile(YEAR)


@rule(frozenset({Label.PUBLISHER, Label.PLACE}), Label.PAGES, lacking=[Label.DATE, Label.STATUS, Label.DAY])
def years_after_imprints(parts: Parts, index: int) -> Sequence[Span] | None:
    """The only year, after the imprint, that was taken for pages: ``Paris, Alcan, | 1897 | (rééd. PUF, 1960)``."""
    imprint, pages = parts.spans[index : index + 2]
    is_year = parts.after(index) in (", ", " ") and _ONE_YEAR.fullmatch(parts.text, pages.start, pages.end)
    return [imprint, pages._replace(label=Label.DATE)] if is_year else None


_SECOND_YEAR = re.compile(r"[–-]\d{2,4}")


@rule(Label.DATE, Label.PAGES, marks="–-")
def second_years(parts: Parts, index: int) -> Sequence[Span] | None:
    """The second year of a session was taken for pages: ``HC 60, 2006|–07``."""
    year, pages = parts.spans[index : index + 2]
    is_one = not parts.after(index) and _SECOND_YEAR.fullmatch(parts.printed(pages))
    return [joined(year, pages)] if is_one else None


_WITHIN = frozenset({" ", " in ", " in the "})


@rule(Label.TITLE, frozenset({Label.CONTAINER, Label.PUBLISHER}))
def places_within(parts: Parts, index: int) -> Sequence[Span] | None:
    """A place without punctuation before it ends a title: ``Social policy in modern | Britain``, ``in the | UK``."""
    title, place = parts.spans[index : index + 2]
    is_beside = parts.after(index) in _WITHIN and parts.text[title.end - 1].isalnum()
    return [joined(title, place)] if is_beside and is_place(parts.printed(place)) else None


@rule(Label.TITLE, Label.NOTE)
def notes_within(parts: Parts, index: int) -> Sequence[Span] | None:
    """A note without punctuation before it goes on with the title: ``On the Council | Directive 2000/43``."""
    title, note = parts.spans[index : index + 2]
    is_beside = parts.after(index) == " " and parts.text[title.end - 1].isalnum() and parts.text[note.start].isalnum()
    return [joined(title, note)] if is_beside and not is_fixed_note(note) else None


_DAY_LAST = re.compile(rf",\s(?P<day>(?:{DAY}\s)?(?:[A-Z][a-z]+\s)?(?P<year>{YEAR}))\Z")


@rule(Label.TITLE, Label.URL, having=[Label.DATE], lacking=[Label.DAY])
def days_before_addresses(parts: Parts, index: int) -> Sequence[Span] | None:
    """A day or repeated year before an address is no part of the title: ``Hedges, 1 May 2022, available at``."""
    title, address = parts.spans[index : index + 2]
    found = _DAY_LAST.search(parts.printed(title)) if parts.text[title.end - 1].isdigit() else None
    years = [parts.printed(span)[:4] for span in parts.spans[:index] if span.label is Label.DATE]
    if not found or found["year"] not in years:
        return None
    if found["day"] == found["year"]:
        return [title._replace(end=title.start + found.start()), address]
    return [*split(title, found, day=Label.DAY), address] if read_day(found["day"]) else None


_YEAR_TWICE = re.compile(rf"(?<=\s\d\d\d\d)\s(?P<year>{YEAR})\Z")


@rule(Label.TITLE, lacking=[Label.DATE])
def years_after_years(parts: Parts, index: int) -> Sequence[Span] | None:
    """Of two years at the end of a title, the second is the work's date: ``Births in Britain: 2020 2021. https:…``."""
    title = parts[index]
    found = _YEAR_TWICE.search(parts.printed(title)) if parts.text[title.end - 1].isdigit() else None
    return split(title, found, year=Label.DATE) if found else None


@rule(frozenset({Label.TITLE, Label.CONTAINER, Label.PUBLISHER}), marks="[")
def media_in_brackets(parts: Parts, index: int) -> Sequence[Span] | None:
    """``[online]``, ``[WWW document]`` at the end of a part: they only say that the work was read on the web."""
    text, span = parts.text, parts[index]
    end = span.end + (text[span.end : span.end + 1] == "]")
    found = _MEDIUM.search(text[:end], max(0, span.start - 1))
    if found is None:
        return None
    return [span._replace(end=found.start())] if found.start() > span.start else []


_COLON = re.compile(r"\s*:\s*")
_AFTER_CITIES = frozenset({Label.EDITION, Label.TRANSLATOR, Label.SERIES, Label.EDITOR})


@rule(Label.TITLE, Label.PLACE, _AFTER_CITIES, Label.PLACE, Label.PUBLISHER, marks=":")
def cities_of_titles(parts: Parts, index: int) -> Sequence[Span] | None:
    """A place without a publisher, before the place of the imprint: ``The Ditch. Leeds. 2nd ed. Hull: Moat``."""
    title, cities, *others = parts.spans[index : index + 5]
    is_imprint = _COLON.fullmatch(parts.after(index + 3))
    return [joined(title, cities), *others] if is_imprint and parts.after(index) in (". ", ": ") else None


_LAST_CITY = re.compile(r"\.\s+(?=[^\W\d_a-z][^.:;]{2,40}\Z)")


@rule(Label.TITLE, Label.PLACE, Label.PLACE, Label.PUBLISHER, marks=":")
def cities_of_subtitles(parts: Parts, index: int) -> Sequence[Span] | None:
    """Cities after a colon, before the end of a sentence and the place: ``The City: York, Tokyo. Leeds: Moat``."""
    title, city, place, publisher = parts.spans[index : index + 4]
    ends = _LAST_CITY.search(parts.text[: place.end], city.start)
    if not ends or parts.after(index) != ": " or not _COLON.fullmatch(parts.after(index + 2)):
        return None
    return [title._replace(end=ends.start()), place._replace(start=ends.end()), publisher]
