"""Rules for parts that can be recognised by how they are printed, wherever in the string they stand.

They run before the model. Each is a finder like those of `reflist.prose.tagger`, but needs to know nothing else about
the string; some serve that tagger too. A new rule is one function and one line in `FINDERS`.
"""

from collections.abc import Callable, Sequence

from reflist.prose.fixed.abnt import (
    find_body_of_state,
    find_law_of_state,
    find_names_in_capitals,
    find_paper_of_meeting,
    find_periodical_with_town,
    find_thesis_with_leaves,
)
from reflist.prose.fixed.addresses import (
    find_access_date,
    find_addresses,
    find_day_after_address,
    find_day_before_address,
)
from reflist.prose.fixed.authors import find_handle, find_names_of_one_form
from reflist.prose.fixed.bodies import find_body, find_body_that_publishes
from reflist.prose.fixed.cases import find_case
from reflist.prose.fixed.chapters import find_book_before_editors
from reflist.prose.fixed.data import find_data_file, find_distributor
from reflist.prose.fixed.editions import find_edition
from reflist.prose.fixed.emphasis import find_emphasised_container
from reflist.prose.fixed.events import find_proceedings, find_session
from reflist.prose.fixed.gbt import find_signed
from reflist.prose.fixed.gost import find_areas
from reflist.prose.fixed.heads import (
    find_day_for_year,
    find_name_before_title,
    find_names_before_colon,
    find_person_within,
    find_same_within,
    find_signal,
    find_two_years,
)
from reflist.prose.fixed.kinds import find_kind_in_brackets
from reflist.prose.fixed.laws import (
    find_congress,
    find_debate,
    find_european_law,
    find_german_law,
    find_resolution,
    find_spanish_law,
    find_treaty_series,
)
from reflist.prose.fixed.mla import find_medium, find_numbered_article
from reflist.prose.fixed.newspapers import find_newspaper_head, find_newspaper_within
from reflist.prose.fixed.northern import (
    find_commission_of_year,
    find_northern_book,
    find_northern_edition,
    find_northern_translators,
)
from reflist.prose.fixed.numbers import (
    find_article_number,
    find_chapter_number,
    find_numbers_by_label,
    find_volumes,
)
from reflist.prose.fixed.online import (
    find_ahead_of_print,
    find_archived_copy,
    find_day_of_publication,
    find_online,
    find_site,
)
from reflist.prose.fixed.original_dates import find_original_date
from reflist.prose.fixed.pages import find_pages_in, find_pages_on
from reflist.prose.fixed.papers import find_numbered_paper, find_official_number, find_thesis_set_off
from reflist.prose.fixed.patents import find_patent
from reflist.prose.fixed.presentations import find_interview, find_lecture, find_presentation
from reflist.prose.fixed.publication import find_imprint_in_brackets, find_place_with_state, find_publisher_first
from reflist.prose.fixed.quoted import find_quoted_beginning, find_quoted_container, find_quoted_title
from reflist.prose.fixed.remarks import find_commission, find_reprint
from reflist.prose.fixed.repec import find_repec
from reflist.prose.fixed.roles import (
    find_editors_by_role,
    find_editors_of_series,
    find_english_roles,
    find_helpers,
    find_introduction,
    find_translators,
    find_year_with_role,
)
from reflist.prose.fixed.romance import (
    find_first_edition,
    find_romance_editors,
    find_romance_numbers,
    find_romance_online,
    find_romance_publisher,
    find_romance_series,
    find_romance_translators,
)
from reflist.prose.fixed.series import (
    find_collection,
    find_series,
    find_series_after_book,
    find_special_issue,
    find_title_of_volume,
)
from reflist.prose.fixed.standards import find_standard, find_version
from reflist.prose.fixed.statutes import find_law_journal, find_statute
from reflist.prose.fixed.titles import find_title_before_in
from reflist.prose.fixed.treaties import find_treaty
from reflist.prose.fixed.works import (
    find_first_printing,
    find_language,
    find_personal_communication,
    find_various_years,
)
from reflist.prose.line import Line

FINDERS: Sequence[Callable[[Line], None]] = (
    find_signal,
    find_repec,
    find_archived_copy,
    find_statute,
    find_german_law,
    find_spanish_law,
    find_european_law,
    find_resolution,
    find_debate,
    find_congress,
    find_medium,
    find_numbered_article,
    find_access_date,
    find_addresses,
    find_day_after_address,
    find_day_before_address,
    find_treaty,
    find_treaty_series,
    find_case,
    find_law_journal,
    find_interview,
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
    find_body_that_publishes,
    find_names_before_colon,
    find_name_before_title,
    find_handle,
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
    find_series_after_book,
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
    find_lecture,
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
