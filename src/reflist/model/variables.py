"""The table of CSL variables and item types (CSL 1.0.2, appendices III and IV)."""

from enum import Enum


class Kind(Enum):
    """What kind of values a variable has, which decides the Python type that holds them."""

    NAMES = "names"  # tuple[Name, ...]
    DATE = "date"  # Date
    NUMBER = "number"  # str: a number, or text in place of one ("e0123456", "12-18", "Spring")
    TEXT = "text"  # Text: may carry italics and other marks
    VERBATIM = "verbatim"  # str: identifiers and codes, without markup and unchanged in case


_VARIABLES = {
    Kind.NAMES: """author chair collection-editor compiler composer container-author contributor curator director editor
        editorial-director editor-translator executive-producer guest host illustrator interviewer narrator organizer
        original-author performer producer recipient reviewed-author script-writer series-creator translator""",
    Kind.DATE: "accessed available-date event-date issued original-date submitted",
    Kind.NUMBER: """chapter-number citation-number collection-number edition first-reference-note-number issue locator
        number number-of-pages number-of-volumes page page-first part-number printing-number section
        supplement-number version volume""",
    Kind.TEXT: """abstract annote archive archive_collection archive_location archive-place authority call-number
        collection-title container-title container-title-short dimensions division event event-title event-place genre
        jurisdiction keyword medium note original-publisher original-publisher-place original-title part-title publisher
        publisher-place references reviewed-genre reviewed-title scale source status title title-short volume-title""",
    Kind.VERBATIM: """citation-key citation-label DOI ISBN ISSN language license PMCID PMID URL year-suffix
        journalAbbreviation shortTitle""",
}

KINDS: dict[str, Kind] = {name: kind for kind, names in _VARIABLES.items() for name in names.split()}
"""The kind of every CSL variable. (``categories`` is not a variable, but a list of tags in CSL-JSON.)"""

TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage""".split()
)
"""The item types."""
