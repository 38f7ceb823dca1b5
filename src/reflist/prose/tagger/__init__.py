"""The rule-based tagger: an ordered list of finders, each of which claims the parts of a string that it recognises.

Unmistakable parts come first (addresses, the head of the line, set-off titles), leftovers last. A new rule is one file
and one line in `FINDERS`.
"""

from collections.abc import Callable, Iterator, Sequence

from reflist.prose.fixed.addresses import find_access_date, find_addresses, find_day_after_address
from reflist.prose.fixed.cases import find_case
from reflist.prose.fixed.editions import find_edition
from reflist.prose.fixed.events import find_session
from reflist.prose.fixed.heads import find_same_within
from reflist.prose.fixed.numbers import find_article_number
from reflist.prose.fixed.original_dates import find_original_date
from reflist.prose.fixed.pages import find_pages_in
from reflist.prose.fixed.presentations import find_presentation
from reflist.prose.fixed.series import find_series, find_special_issue
from reflist.prose.fixed.statutes import find_statute
from reflist.prose.labels import Tag
from reflist.prose.line import Line
from reflist.prose.tagger.books import find_book_pages, find_chapter, find_volumes
from reflist.prose.tagger.containers import find_container, find_days, find_left_pages, find_periodical
from reflist.prose.tagger.edited import find_containing_book, find_editors_and_translators
from reflist.prose.tagger.events import find_conference, find_speech
from reflist.prose.tagger.heads import find_head
from reflist.prose.tagger.numbers import find_periodical_numbers
from reflist.prose.tagger.publication import find_publication
from reflist.prose.tagger.remains import find_plain_title, find_rest
from reflist.prose.tagger.reports import find_report, find_thesis
from reflist.prose.tagger.titles import find_set_off_container, find_set_off_title
from reflist.prose.tagger.years import find_late_year, find_status
from reflist.prose.tokens import Token

FINDERS: tuple[Callable[[Line], None], ...] = (
    find_statute,
    find_access_date,
    find_addresses,
    find_day_after_address,
    find_case,
    find_head,
    find_set_off_title,
    find_speech,
    find_session,
    find_presentation,
    find_original_date,
    find_pages_in,
    find_same_within,
    find_special_issue,
    find_article_number,
    find_series,
    find_containing_book,
    find_set_off_container,
    find_edition,
    find_chapter,
    find_editors_and_translators,
    find_periodical_numbers,
    find_book_pages,
    find_volumes,
    find_thesis,
    find_status,
    find_periodical,
    find_conference,
    find_publication,
    find_report,
    find_late_year,
    find_days,
    find_container,
    find_left_pages,
    find_plain_title,
    find_rest,
)
"""The finders in the order in which they run."""


def tag(raw: str, tokens: Sequence[Token]) -> Iterator[Tag]:
    """The tag of each token of a reference string."""
    line = Line(raw)
    for find in FINDERS:
        find(line)
    return line.tags(tokens)
