"""Parts put right, whichever tagger found them: what stands in a part, or beside it, says that it is another.

A tagger sees words in their order. That ``57 (8)`` is no part of a journal's title, that ``Hrsg.`` behind a name makes
it an editor's, that ``Göttingen`` behind a book's title is where it appeared: these hold in every style, and are rules.
A new one is one function and one line in `MENDERS`.
"""

from collections.abc import Callable, Collection, Sequence
from operator import attrgetter

from reflist.prose.labels import Label, Span
from reflist.prose.mending.books import (
    books_with_colons,
    books_with_commas,
    places_without_colons,
    publishers_left_over,
    publishers_of_containers,
    series_for_containers,
    series_of_publishers,
)
from reflist.prose.mending.containers import (
    books_behind_editors,
    containers_of_titles,
    ends_of_titles,
    issues_of_volumes,
    issues_of_years,
    one_name,
    pages_of_books,
    part_numbers,
    periodicals_behind_commas,
    periodicals_for_reports,
    places_for_containers,
    publishers_for_containers,
    whole_pages,
    without_introduction,
)
from reflist.prose.mending.days import days_in_full, months_for_issues, statuses, statuses_of_containers
from reflist.prose.mending.gaps import words_between
from reflist.prose.mending.heads import newspapers_for_authors, titles_before_colons, titles_behind_names
from reflist.prose.mending.names import (
    earlier_years,
    one_role,
    roles_behind,
    stops_of_initials,
    translators_by_role,
    years_behind,
)
from reflist.prose.mending.newspapers import newspapers_behind_titles, newspapers_for_publishers, pages_of_newspapers
from reflist.prose.mending.periodicals import (
    lettered_pages,
    numbers_before_years,
    pages_of_containers,
    periodicals_before_numbers,
    periodicals_for_series,
    proceedings_for_publishers,
)
from reflist.prose.mending.publication import (
    bodies_of_states,
    parted_imprints,
    places_and_years,
    places_at_the_end,
    places_before_colons,
    places_before_publishers,
    places_of_publishers,
    publisher_first,
    publishers_behind_places,
    publishers_of_places,
    stops_of_places,
    together,
    years_of_publishers,
)
from reflist.prose.mending.quoted import days_before_titles, quoted_titles
from reflist.prose.mending.reports import (
    designations,
    numbered_genres,
    numbered_papers,
    numbers_of_reports,
    series_in_brackets,
    titles_of_volumes,
)
from reflist.prose.mending.sentences import bracketed_words, open_titles, resolutions, second_containers
from reflist.prose.mending.spans import NAMES
from reflist.prose.mending.theses import (
    imprint_of_theses,
    universities,
    universities_for_places,
    universities_of_theses,
)
from reflist.prose.mending.titles import (
    beginnings_of_containers,
    bodies_of_titles,
    heads_of_titles,
    last_words,
    missing_title,
    questions,
    second_titles,
    subtitles,
    subtitles_of_containers,
    titles_behind_no_date,
    titles_of_names,
    words_behind_quotes,
    years_of_titles,
)
from reflist.prose.mending.whole import marks_at_ends, media_in_brackets, places_within, volumes_within, years_at_ends

ANY = tuple(Label)
"""For a rule that may change any string."""

MENDERS: Sequence[tuple[Callable[[str, list[Span]], list[Span]], Collection[Label]]] = (
    (years_behind, NAMES),
    (earlier_years, (Label.ORIGINAL_DATE,)),
    (translators_by_role, ANY),
    (one_role, (Label.EDITOR,)),
    (roles_behind, (Label.AUTHOR, Label.EDITOR, Label.TITLE)),
    (stops_of_initials, NAMES),
    (days_before_titles, (Label.TITLE,)),
    (quoted_titles, (Label.TITLE,)),
    (media_in_brackets, ANY),
    (volumes_within, (Label.VOLUME,)),
    (years_at_ends, (Label.TITLE,)),
    (places_within, (Label.CONTAINER,)),
    (last_words, (Label.TITLE,)),
    (questions, (Label.TITLE, Label.CONTAINER)),
    (titles_behind_no_date, (Label.TITLE,)),
    (titles_of_names, (Label.AUTHOR,)),
    (titles_behind_names, (Label.AUTHOR,)),
    (titles_before_colons, (Label.AUTHOR,)),
    (heads_of_titles, (Label.AUTHOR,)),
    (years_of_titles, (Label.DATE,)),
    (open_titles, (Label.TITLE,)),
    (bracketed_words, (Label.TITLE,)),
    (resolutions, (Label.TITLE,)),
    (second_titles, (Label.TITLE,)),
    (bodies_of_titles, (Label.TITLE,)),
    (subtitles, (Label.TITLE,)),
    (subtitles_of_containers, (Label.CONTAINER,)),
    (words_behind_quotes, (Label.CONTAINER, Label.PLACE)),
    (beginnings_of_containers, (Label.CONTAINER,)),
    (days_in_full, ANY),
    (newspapers_for_authors, (Label.DAY,)),
    (statuses, (Label.NOTE, Label.PAGES)),
    (statuses_of_containers, (Label.CONTAINER,)),
    (months_for_issues, (Label.ISSUE,)),
    (without_introduction, (Label.CONTAINER,)),
    (one_name, (Label.CONTAINER,)),
    (second_containers, (Label.CONTAINER,)),
    (ends_of_titles, (Label.CONTAINER,)),
    (whole_pages, (Label.PAGES,)),
    (periodicals_behind_commas, (Label.TITLE,)),
    (periodicals_for_reports, (Label.REPORT, Label.SERIES)),
    (part_numbers, (Label.CONTAINER,)),
    (issues_of_years, (Label.VOLUME,)),
    (issues_of_volumes, (Label.VOLUME,)),
    (periodicals_for_series, (Label.SERIES, Label.REPORT, Label.PUBLISHER, Label.NOTE)),
    (proceedings_for_publishers, (Label.PUBLISHER, Label.NOTE)),
    (periodicals_before_numbers, (Label.SERIES, Label.REPORT)),
    (pages_of_containers, (Label.CONTAINER,)),
    (numbers_before_years, (Label.CONTAINER,)),
    (books_with_colons, (Label.PUBLISHER,)),
    (books_with_commas, (Label.EDITOR,)),
    (books_behind_editors, (Label.EDITOR,)),
    (containers_of_titles, (Label.TITLE,)),
    (series_in_brackets, (Label.PUBLISHER,)),
    (designations, (Label.NOTE, Label.PUBLISHER)),
    (numbered_papers, (Label.CONTAINER,)),
    (numbered_genres, (Label.VOLUME,)),
    (numbers_of_reports, (Label.REPORT,)),
    (titles_of_volumes, (Label.VOLUME,)),
    (places_before_colons, (Label.PUBLISHER,)),
    (publisher_first, (Label.PUBLISHER, Label.PLACE)),
    (years_of_publishers, (Label.PUBLISHER, Label.PLACE)),
    (imprint_of_theses, (Label.THESIS,)),
    (universities, (Label.PUBLISHER,)),
    (universities_for_places, (Label.THESIS,)),
    (universities_of_theses, (Label.THESIS,)),
    (publishers_of_places, (Label.PLACE,)),
    (newspapers_for_publishers, (Label.PUBLISHER,)),
    (newspapers_behind_titles, (Label.TITLE,)),
    (pages_of_newspapers, (Label.CONTAINER,)),
    (parted_imprints, (Label.CONTAINER,)),
    (places_before_publishers, ANY),
    (pages_of_books, (Label.CONTAINER,)),
    (places_for_containers, (Label.CONTAINER,)),
    (publishers_for_containers, (Label.CONTAINER,)),
    (places_of_publishers, (Label.PUBLISHER,)),
    (places_and_years, (Label.TITLE, Label.CONTAINER)),
    (places_at_the_end, ANY),
    (together, (Label.PUBLISHER, Label.PLACE)),
    (stops_of_places, (Label.PLACE,)),
    (publishers_behind_places, (Label.PLACE,)),
    (publishers_of_containers, (Label.CONTAINER,)),
    (places_without_colons, (Label.PUBLISHER, Label.PLACE)),
    (series_of_publishers, (Label.PUBLISHER,)),
    (words_between, ANY),
    (bodies_of_states, (Label.PUBLISHER,)),
    (lettered_pages, (Label.NOTE, Label.PAGES)),
    (publishers_left_over, (Label.NOTE,)),
    (series_for_containers, (Label.PUBLISHER,)),
    (missing_title, ANY),
    (marks_at_ends, (Label.TITLE,)),
)
"""The rules, in order, and the labels of which a string must have one for a rule to change anything.

Each takes the string and its spans, in order and apart, and gives them so.
"""


def mend(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans of a reference string, in order, as all rules together have them."""
    mended = sorted(spans, key=attrgetter("start"))
    labels = {span.label for span in mended}
    for mender, needed in MENDERS:
        if needed is not ANY and labels.isdisjoint(needed):
            continue
        before, mended = mended, mender(text, mended)
        if mended is not before and mended != before:
            labels = {span.label for span in mended}
    return mended
