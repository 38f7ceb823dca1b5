"""Parts put right, whichever tagger found them: what stands in a part, or beside it, says that it is another.

A tagger sees words in their order. That ``57 (8)`` is no part of a journal's title, that ``Hrsg.`` behind a name makes
it an editor's, that ``Göttingen`` behind a book's title is where it appeared: these hold in every style, and are rules.
A new one is one function, with what it needs of a string beside it, and one line in `RULES`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from reflist.prose.labels import Label, Span
from reflist.prose.mending.books import (
    books_with_commas,
    places_without_colons,
    publishers_left_over,
    publishers_of_containers,
    series_for_containers,
)
from reflist.prose.mending.containers import (
    books_behind_editors,
    books_for_editors,
    containers_of_titles,
    containers_without_in,
    labels_of_volumes,
    part_numbers,
    parted_volumes,
    periodicals_behind_commas,
    without_introduction,
    years_of_containers,
)
from reflist.prose.mending.days import days_in_full, days_of_newspapers, months_for_issues, statuses
from reflist.prose.mending.endings import endings_of_titles
from reflist.prose.mending.gaps import words_between
from reflist.prose.mending.heads import (
    newspapers_for_authors,
    titles_before_colons,
    titles_behind_names,
    titles_of_names,
)
from reflist.prose.mending.names import (
    earlier_years,
    one_role,
    publishers_for_names,
    roles_behind,
    stops_of_initials,
    titles_behind_no_date,
    years_behind,
)
from reflist.prose.mending.newspapers import newspapers_behind_titles, newspapers_for_publishers, pages_of_newspapers
from reflist.prose.mending.periodicals import (
    lettered_pages,
    numbers_before_years,
    pages_for_numbers,
    pages_for_years,
    pages_of_containers,
    parted_pages,
    periodicals_before_numbers,
    periodicals_for_reports,
    periodicals_for_series,
    periodicals_together,
    proceedings_for_publishers,
    towns_of_periodicals,
    whole_pages,
)
from reflist.prose.mending.publication import (
    parted_imprints,
    places_and_years,
    places_at_the_end,
    places_before_colons,
    places_before_places,
    places_for_containers,
    places_for_titles,
    places_of_publishers,
    places_together,
    publisher_first,
    publishers_behind_places,
    publishers_that_are_places,
    publishers_together,
    regions_of_places,
    states_of_titles,
    stops_of_places,
    towns_of_states,
    years_of_publishers,
)
from reflist.prose.mending.quoted import days_before_titles, quoted_titles, words_behind_quotes
from reflist.prose.mending.reports import (
    designations,
    numbered_papers,
    numbers_of_reports,
    numbers_of_titles,
    series_in_brackets,
    titles_of_volumes,
)
from reflist.prose.mending.rule import Parts, Rule
from reflist.prose.mending.sentences import open_titles, resolutions, second_containers
from reflist.prose.mending.theses import (
    imprint_of_theses,
    towns_of_universities,
    universities,
    universities_of_theses,
)
from reflist.prose.mending.titles import (
    bodies_of_titles,
    ends_before_abbreviations,
    missing_title,
    questions,
    second_titles,
    subtitles,
    subtitles_for_publishers,
    subtitles_of_books,
    subtitles_of_containers,
    years_of_titles,
)
from reflist.prose.mending.unsigned import bodies_named_again, titles_for_authors
from reflist.prose.mending.whole import (
    cities_of_titles,
    media_in_brackets,
    names_within,
    places_of_titles,
    places_within,
    small_places,
    volumes_within,
    years_at_ends,
)
from reflist.prose.tokens import words_in

RULES: Sequence[Rule] = (
    years_behind,
    earlier_years,
    one_role,
    roles_behind,
    publishers_for_names,
    stops_of_initials,
    days_before_titles,
    quoted_titles,
    media_in_brackets,
    volumes_within,
    years_at_ends,
    places_within,
    names_within,
    small_places,
    places_of_titles,
    cities_of_titles,
    questions,
    places_for_titles,
    titles_behind_no_date,
    titles_for_authors,
    bodies_named_again,
    titles_of_names,
    titles_behind_names,
    titles_before_colons,
    years_of_titles,
    open_titles,
    resolutions,
    second_titles,
    bodies_of_titles,
    subtitles,
    subtitles_for_publishers,
    subtitles_of_books,
    subtitles_of_containers,
    words_behind_quotes,
    ends_before_abbreviations,
    endings_of_titles,
    days_in_full,
    newspapers_for_authors,
    statuses,
    months_for_issues,
    without_introduction,
    years_of_containers,
    second_containers,
    whole_pages,
    parted_pages,
    towns_of_periodicals,
    periodicals_together,
    periodicals_behind_commas,
    periodicals_for_reports,
    labels_of_volumes,
    part_numbers,
    parted_volumes,
    periodicals_for_series,
    days_of_newspapers,
    proceedings_for_publishers,
    periodicals_before_numbers,
    pages_of_containers,
    pages_for_numbers,
    pages_for_years,
    numbers_before_years,
    books_with_commas,
    books_behind_editors,
    books_for_editors,
    containers_of_titles,
    containers_without_in,
    series_in_brackets,
    designations,
    numbered_papers,
    numbers_of_reports,
    numbers_of_titles,
    titles_of_volumes,
    places_before_colons,
    publisher_first,
    years_of_publishers,
    imprint_of_theses,
    universities,
    towns_of_universities,
    universities_of_theses,
    newspapers_for_publishers,
    newspapers_behind_titles,
    pages_of_newspapers,
    places_for_containers,
    parted_imprints,
    places_before_places,
    places_of_publishers,
    towns_of_states,
    regions_of_places,
    states_of_titles,
    places_and_years,
    publishers_that_are_places,
    places_at_the_end,
    places_together,
    publishers_together,
    stops_of_places,
    publishers_behind_places,
    publishers_of_containers,
    places_without_colons,
    words_between,
    lettered_pages,
    publishers_left_over,
    series_for_containers,
    missing_title,
)
"""The rules, in order."""

KEPT = 2_000
"""For so many orders of parts it is remembered which rules they are for: of ten strings, nine have one of 500."""


_MARKS = "()[],.;: "


class _Step(NamedTuple):
    """A rule by its place in the table, and where it is to be called."""

    number: int
    rule: Rule
    places: tuple[int, ...]


@lru_cache(KEPT)
def _steps(labels: tuple[Label, ...]) -> tuple[_Step, ...]:
    """The rules for a string of parts in this order."""
    called = (_Step(number, rule, rule.places(labels)) for number, rule in enumerate(RULES))
    return tuple(step for step in called if step.places)


def _says(text: str, span: Span) -> bool:
    """Whether a part is more than a bracket or stop; a dash may stand for names."""
    return text[span.start] not in _MARKS or bool(text[span.start : span.end].strip(_MARKS))


def mend(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans of a reference string, in order, as all rules together have them."""
    parts = Parts(text, sorted((span for span in spans if _says(text, span)), key=attrgetter("start")))
    words, marks = words_in(text), frozenset(text)
    steps, at = _steps(parts.labels), 0
    while at < len(steps):
        number, rule, places = steps[at]
        at += 1
        if (rule.words and rule.words.isdisjoint(words)) or (rule.marks and rule.marks.isdisjoint(marks)):
            continue
        before, parts = parts, rule.mended(parts, places)
        if parts.labels != before.labels:
            steps = _steps(parts.labels)
            at = bisect_right(steps, number, key=attrgetter("number"))
    return list(parts.spans)
