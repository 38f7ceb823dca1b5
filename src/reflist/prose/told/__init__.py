"""Rules for parts that can be recognised by how they are printed, wherever in the string they stand.

They run before the model. Each is a finder like those of `reflist.prose.tagger`, but needs to know nothing else about
the string. A new rule is one function and one line in `TOLD`.
"""

from collections.abc import Callable, Sequence

from reflist.prose.line import Line
from reflist.prose.tagger.addresses import find_access_date, find_addresses, find_day_behind_address
from reflist.prose.tagger.books import find_edition
from reflist.prose.tagger.events import find_presentation
from reflist.prose.tagger.law import find_case, find_law_journal, find_statute
from reflist.prose.tagger.years import find_original_date
from reflist.prose.told.abnt import (
    find_body_of_state,
    find_law_of_state,
    find_names_in_capitals,
    find_paper_of_meeting,
    find_periodical_with_town,
    find_thesis_with_leaves,
)
from reflist.prose.told.authors import find_names_of_one_form
from reflist.prose.told.bodies import find_body
from reflist.prose.told.chapters import find_book_before_editors
from reflist.prose.told.data import find_data_file, find_distributor
from reflist.prose.told.emphasis import find_emphasised_container
from reflist.prose.told.events import find_proceedings, find_session
from reflist.prose.told.gbt import find_signed
from reflist.prose.told.gost import find_areas
from reflist.prose.told.heads import (
    find_day_for_year,
    find_name_before_title,
    find_names_before_colon,
    find_person_within,
    find_same_within,
    find_signal,
    find_two_years,
)
from reflist.prose.told.kinds import find_kind_in_brackets
from reflist.prose.told.laws import (
    find_debate,
    find_european_law,
    find_german_law,
    find_resolution,
    find_spanish_law,
    find_treaty_series,
)
from reflist.prose.told.mla import find_medium, find_numbered_article
from reflist.prose.told.newspapers import find_newspaper_head, find_newspaper_within
from reflist.prose.told.northern import (
    find_commission_of_year,
    find_northern_book,
    find_northern_edition,
    find_northern_translators,
)
from reflist.prose.told.numbers import (
    find_article_number,
    find_chapter_number,
    find_numbers_by_label,
    find_volumes,
)
from reflist.prose.told.pages import find_pages_in, find_pages_on
from reflist.prose.told.patents import find_patent
from reflist.prose.told.publication import find_imprint_in_brackets, find_place_with_state, find_publisher_first
from reflist.prose.told.quoted import find_quoted_beginning, find_quoted_container, find_quoted_title
from reflist.prose.told.remarks import find_commission, find_reprint
from reflist.prose.told.repec import find_repec
from reflist.prose.told.roles import (
    find_editors_by_role,
    find_editors_of_series,
    find_english_roles,
    find_helpers,
    find_introduction,
    find_translators,
    find_year_with_role,
)
from reflist.prose.told.romance import (
    find_first_edition,
    find_romance_editors,
    find_romance_numbers,
    find_romance_online,
    find_romance_publisher,
    find_romance_series,
    find_romance_translators,
)
from reflist.prose.told.standards import find_standard, find_version
from reflist.prose.told.titles import find_title_before_in
from reflist.prose.told.works import (
    find_ahead_of_print,
    find_archived_copy,
    find_collection,
    find_day_of_publication,
    find_first_printing,
    find_language,
    find_numbered_paper,
    find_official_number,
    find_online,
    find_personal_communication,
    find_series,
    find_series_behind_book,
    find_site,
    find_special_issue,
    find_thesis_set_off,
    find_title_of_volume,
    find_various_years,
)

TOLD: Sequence[Callable[[Line], None]] = (
    find_signal,
    find_repec,
    find_archived_copy,
    find_statute,
    find_german_law,
    find_spanish_law,
    find_european_law,
    find_resolution,
    find_treaty_series,
    find_debate,
    find_case,
    find_law_journal,
    find_medium,
    find_numbered_article,
    find_access_date,
    find_addresses,
    find_day_behind_address,
    find_kind_in_brackets,
    find_reprint,
    find_commission,
    find_signed,
    find_areas,
    find_commission_of_year,
    find_northern_translators,
    find_northern_edition,
    find_romance_translators,
    find_first_edition,
    find_romance_publisher,
    find_romance_series,
    find_romance_online,
    find_periodical_with_town,
    find_thesis_with_leaves,
    find_body_of_state,
    find_law_of_state,
    find_names_in_capitals,
    find_paper_of_meeting,
    find_original_date,
    find_edition,
    find_publisher_first,
    find_imprint_in_brackets,
    find_place_with_state,
    find_emphasised_container,
    find_newspaper_head,
    find_newspaper_within,
    find_names_before_colon,
    find_name_before_title,
    find_names_of_one_form,
    find_body,
    find_standard,
    find_patent,
    find_book_before_editors,
    find_two_years,
    find_day_for_year,
    find_pages_in,
    find_pages_on,
    find_same_within,
    find_person_within,
    find_data_file,
    find_distributor,
    find_volumes,
    find_collection,
    find_series,
    find_series_behind_book,
    find_numbered_paper,
    find_official_number,
    find_version,
    find_chapter_number,
    find_thesis_set_off,
    find_session,
    find_translators,
    find_editors_by_role,
    find_editors_of_series,
    find_english_roles,
    find_introduction,
    find_helpers,
    find_year_with_role,
    find_romance_editors,
    find_northern_book,
    find_title_of_volume,
    find_first_printing,
    find_special_issue,
    find_article_number,
    find_numbers_by_label,
    find_online,
    find_site,
    find_presentation,
    find_proceedings,
    find_language,
    find_various_years,
    find_personal_communication,
    find_day_of_publication,
    find_ahead_of_print,
    find_quoted_container,
    find_romance_numbers,
    find_quoted_beginning,
    find_quoted_title,
    find_title_before_in,
)
"""The rules, in order: what one rule has claimed is hidden from the later ones."""
