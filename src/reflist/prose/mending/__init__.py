"""Parts put right, whichever tagger found them: what stands in a part, or beside it, says that it is another.

A tagger sees words in their order. That ``57 (8)`` is no part of a journal's title, that ``Hrsg.`` behind a name makes
it an editor's, that ``Göttingen`` behind a book's title is where it appeared: these hold in every style, and are rules.
A new one is one function and one line in `MENDERS`.
"""

from collections.abc import Callable, Sequence

from reflist.prose.labels import Span
from reflist.prose.mending.containers import (
    books_behind_editors,
    issues_of_volumes,
    issues_of_years,
    one_name,
    part_numbers,
    whole_pages,
    without_introduction,
    years_for_issues,
)
from reflist.prose.mending.days import days_in_full, months_for_issues, statuses
from reflist.prose.mending.gaps import words_between
from reflist.prose.mending.names import (
    earlier_years,
    one_role,
    roles_behind,
    roles_within,
    stops_of_initials,
    years_behind,
)
from reflist.prose.mending.newspapers import newspapers_for_publishers, pages_of_newspapers
from reflist.prose.mending.publication import (
    colons_of_titles,
    imprint_of_theses,
    parted_imprints,
    places_and_years,
    places_at_the_end,
    places_before_colons,
    places_before_publishers,
    publisher_first,
    publishers_before_years,
    publishers_behind_places,
    publishers_behind_titles,
    stops_of_places,
    together,
    years_of_publishers,
)
from reflist.prose.mending.reports import designations, numbered_genres, series_in_brackets, titles_of_volumes
from reflist.prose.mending.titles import (
    last_words,
    missing_title,
    second_titles,
    subtitles,
    titles_of_names,
    without_closing_quote,
    years_of_titles,
)

MENDERS: Sequence[Callable[[str, list[Span]], list[Span]]] = (
    years_behind,
    earlier_years,
    one_role,
    roles_behind,
    roles_within,
    stops_of_initials,
    without_closing_quote,
    last_words,
    titles_of_names,
    years_of_titles,
    second_titles,
    subtitles,
    days_in_full,
    statuses,
    months_for_issues,
    without_introduction,
    one_name,
    whole_pages,
    part_numbers,
    years_for_issues,
    issues_of_years,
    issues_of_volumes,
    books_behind_editors,
    series_in_brackets,
    designations,
    numbered_genres,
    titles_of_volumes,
    colons_of_titles,
    publishers_behind_titles,
    places_before_colons,
    publisher_first,
    publishers_before_years,
    years_of_publishers,
    imprint_of_theses,
    newspapers_for_publishers,
    pages_of_newspapers,
    parted_imprints,
    places_before_publishers,
    places_and_years,
    places_at_the_end,
    together,
    stops_of_places,
    publishers_behind_places,
    words_between,
    missing_title,
)
"""The rules, in order. Each takes the string and its spans, in order and apart, and gives them so."""


def mend(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans of a reference string, in order, as all rules together have them."""
    mended = sorted(spans, key=lambda span: span.start)
    for mender in MENDERS:
        mended = mender(text, mended)
    return mended
