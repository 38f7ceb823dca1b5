"""Parts put right, whichever tagger found them: what stands in a part, or beside it, says that it is another.

A tagger sees words in their order. That ``57 (8)`` is no part of a journal's title, that ``Hrsg.`` behind a name makes
it an editor's, that ``Göttingen`` behind a book's title is where it appeared: these hold in every style, and are rules.
A new one is one function, with what it needs of a string beside it, and one line in `RULES`.
"""

from collections.abc import Sequence

from reflist.prose.mending.books import (
    bare_editions,
    books_with_commas,
    places_without_colons,
    publishers_of_containers,
    series_behind_volumes,
    series_for_containers,
)
from reflist.prose.mending.containers import (
    books_before_editors,
    books_behind_editors,
    containers_of_titles,
    containers_without_in,
    editors_of_titles,
    labels_of_numbers,
    part_numbers,
    parted_volumes,
    without_introduction,
    years_of_containers,
)
from reflist.prose.mending.days import (
    days_before_pages,
    days_before_titles,
    days_in_full,
    days_of_newspapers,
    months_for_issues,
    statuses,
)
from reflist.prose.mending.endings import endings_of_titles, sites_of_titles
from reflist.prose.mending.gaps import words_between
from reflist.prose.mending.heads import (
    newspapers_for_authors,
    titles_before_colons,
    titles_behind_names,
    titles_of_authors,
    titles_of_names,
)
from reflist.prose.mending.mender import Mender
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
    issues_in_brackets,
    lettered_pages,
    numbers_before_years,
    pages_before_years,
    pages_for_numbers,
    pages_for_years,
    pages_of_containers,
    parted_pages,
    periodicals_before_numbers,
    periodicals_for_series,
    periodicals_together,
    proceedings_for_publishers,
    whole_pages,
    years_for_volumes,
)
from reflist.prose.mending.publication import (
    imprints_of_titles,
    parted_imprints,
    places_and_years,
    places_at_the_end,
    places_of_publishers,
    places_together,
    publisher_first,
    publishers_that_are_places,
    publishers_together,
    regions_of_places,
    reviews_named_for_authors,
    stops_of_places,
    towns_of_states,
    years_of_publishers,
)
from reflist.prose.mending.quoted import quoted_titles
from reflist.prose.mending.reports import (
    designations,
    events_of_speeches,
    kinds_in_brackets,
    numbered_papers,
    numbers_at_ends,
    numbers_of_reports,
    papers_in_brackets,
    series_in_brackets,
    speeches,
    titles_of_volumes,
)
from reflist.prose.mending.rule import Rule
from reflist.prose.mending.theses import (
    imprint_of_theses,
    universities,
    universities_of_theses,
)
from reflist.prose.mending.titles import (
    ends_before_abbreviations,
    missing_title,
    second_titles,
    subtitles,
    subtitles_for_publishers,
    years_of_titles,
)
from reflist.prose.mending.unsigned import bodies_named_again, titles_for_authors
from reflist.prose.mending.whole import (
    cities_of_titles,
    days_before_addresses,
    media_in_brackets,
    places_within,
    years_at_ends,
    years_behind_years,
)

RULES: Sequence[Rule] = (
    years_behind,
    earlier_years,
    one_role,
    roles_behind,
    publishers_for_names,
    stops_of_initials,
    days_before_titles,
    quoted_titles,
    kinds_in_brackets,
    events_of_speeches,
    media_in_brackets,
    years_at_ends,
    years_behind_years,
    days_before_pages,
    days_before_addresses,
    places_within,
    cities_of_titles,
    titles_behind_no_date,
    titles_for_authors,
    bodies_named_again,
    titles_of_names,
    titles_of_authors,
    titles_behind_names,
    titles_before_colons,
    years_of_titles,
    titles_of_volumes,
    second_titles,
    subtitles,
    subtitles_for_publishers,
    ends_before_abbreviations,
    endings_of_titles,
    sites_of_titles,
    days_in_full,
    newspapers_for_authors,
    statuses,
    months_for_issues,
    without_introduction,
    years_of_containers,
    whole_pages,
    parted_pages,
    periodicals_together,
    labels_of_numbers,
    part_numbers,
    issues_in_brackets,
    years_for_volumes,
    parted_volumes,
    periodicals_for_series,
    days_of_newspapers,
    proceedings_for_publishers,
    periodicals_before_numbers,
    pages_of_containers,
    pages_for_numbers,
    pages_for_years,
    pages_before_years,
    numbers_before_years,
    books_with_commas,
    books_behind_editors,
    editors_of_titles,
    books_before_editors,
    containers_of_titles,
    containers_without_in,
    series_in_brackets,
    speeches,
    papers_in_brackets,
    designations,
    numbered_papers,
    numbers_of_reports,
    numbers_at_ends,
    publisher_first,
    years_of_publishers,
    imprint_of_theses,
    universities,
    universities_of_theses,
    newspapers_for_publishers,
    newspapers_behind_titles,
    pages_of_newspapers,
    imprints_of_titles,
    parted_imprints,
    places_of_publishers,
    towns_of_states,
    regions_of_places,
    places_and_years,
    publishers_that_are_places,
    places_at_the_end,
    places_together,
    publishers_together,
    stops_of_places,
    publishers_of_containers,
    reviews_named_for_authors,
    places_without_colons,
    words_between,
    bare_editions,
    series_behind_volumes,
    lettered_pages,
    series_for_containers,
    missing_title,
)
"""The rules, in order."""

mend = Mender(RULES).mend
"""The spans of a reference string, in order, as all rules together have them."""
