"""One reference string to a reference: tokens, labels, corrected parts, normalised values, draft."""

import re

from reflist.draft import Draft
from reflist.grammar.keys import key
from reflist.model import Origin, Reference
from reflist.prose import tagger
from reflist.prose.beginnings import is_dated, reads_as_sentences
from reflist.prose.choice import Tagger
from reflist.prose.labels import spans_of
from reflist.prose.learned.confidence import of_record
from reflist.prose.mending import mend
from reflist.prose.mending.by_habit import mend_by_habits
from reflist.prose.quotes import QUOTES
from reflist.prose.tagger.years import UNDATED
from reflist.prose.tokens import tokenize
from reflist.prose.types import has_day, type_of
from reflist.prose.values.filling import Reading
from reflist.prose.values.habits import NO_HABITS, Habits
from reflist.prose.values.normalise import normalise
from reflist.report import Place, Report
from reflist.text import Text

_MAIL = re.compile(r"[\w.-]+@[\w-]+\.\w")
LONGEST = 10_000
"""A longer string is not a reference."""


def read_string(
    raw: str,
    place: Place,
    report: Report,
    printed: str | None = None,
    tag: Tagger = tagger.tag,
    habits: Habits = NO_HABITS,
    *,
    is_certain: bool = False,
    is_meant: bool = False,
) -> Reference | None:
    """Read one reference string with a tagger (by default the rules); None if it is not a reference.

    ``raw`` is free of text that a page glues on; ``printed``, the line as it is in the source, is kept in the origin
    (``raw`` itself by default); ``habits`` is how the string's list prints ranges, places and names. Repairs are
    reported with the place and key. A string is a reference if it has a title and two other kinds of fact, or an
    identifier, or who, when, in which journal and where in it. If it is certain to be one, any two facts suffice; if it
    is only marked as one, by its number in a list or by links after it, they suffice unless it reads as sentences.
    """
    if len(raw) > LONGEST or (not is_certain and (reads_as_sentences(raw) or _is_aside(raw))):
        return None
    tokens = tokenize(raw)
    spans = mend(raw, spans_of(tokens, tag(raw, tokens)))
    reading = Reading(raw, mend_by_habits(raw, spans, habits), habits)
    normalise(reading)
    draft = reading.draft
    draft.type = type_of(draft)
    if draft.type == "speech" and "publisher" not in draft and "event-place" not in draft:
        draft.rename("publisher-place", "event-place")  # where it was given
    is_enough = _has_two_facts if is_certain else _is_meant if is_meant else _is_reference
    if not (_is_identified(draft) or is_enough(draft, raw)):
        return None
    confidence = of_record(span.confidence for span in reading.spans)
    origin = Origin(place.source or "", place.line, raw if printed is None else printed, confidence)
    reference = draft.build(origin=origin)
    reference = reference.replace(id=key(reference))
    for span, repair in reading.repairs:
        column = (place.column or 1) + span.start
        report.add(repair.rule, repair.message, Place(place.source, place.line, column), reference.id)
    return reference


_BELOW_TABLE = ("Source: ", "Sources: ", "Source of ", "Note: ", "Notes: ", "Quelle: ", "Quellen: ", "Anmerkung: ")
"""The beginnings of lines below a table."""


def _is_aside(raw: str) -> bool:
    """Whether a string is a line below a table, or contact details: an e-mail address and no year."""
    if raw.startswith(_BELOW_TABLE):
        return True
    return "@" in raw and _MAIL.search(raw) is not None and not is_dated(raw)


_FACTS = tuple(
    frozenset(kind.split())
    for kind in (
        "author editor",
        "issued status",
        "container-title publisher URL event-title genre number DOI collection-title",
        "volume issue page publisher-place accessed edition",
    )
)
"""The kinds of fact that a reference gives, as the variables of each."""


_WHEN = _FACTS[1]

IDENTIFIERS = frozenset({"DOI", "ISBN", "PMID", "PMCID"})
"""Variables one of which alone makes a string a reference."""


RECOGNISABLE = ("legislation", "standard")
"""Types that are recognisable by their printed form alone."""


def _is_identified(draft: Draft) -> bool:
    is_preprint = str(draft.variables.get("number", "")).startswith("arXiv:")
    if draft.type == "article-newspaper" and "container-title" in draft and has_day(draft):
        return True
    return is_preprint or not IDENTIFIERS.isdisjoint(draft.variables) or draft.type in RECOGNISABLE


def _is_reference(draft: Draft, raw: str) -> bool:
    title = draft.variables.get("title")
    if isinstance(title, Text):
        if raw.startswith(OPENING) and "issued" in draft and _is_all(draft, title, raw):
            return True  # “Statement on ditches.” 2011.
        # A row of a table has a name, a year and numbers too.
        return _facts(draft, raw) >= (2 if any(map(str.isalpha, title.plain)) else 3)
    # Chemists and physicists cite an article by its journal alone.
    return "container-title" in draft and _facts(draft, raw) == len(_FACTS)


OPENING = tuple(QUOTES)
MOST_BESIDE = 10
"""The most characters beside the quotation in a string that is only a quotation and its year."""


def _is_all(draft: Draft, title: Text, raw: str) -> bool:
    """Whether a string is only a title and its year."""
    return draft.variables.keys() == {"title", "issued"} and len(raw) <= len(title.plain) + MOST_BESIDE


def _has_two_facts(draft: Draft, raw: str) -> bool:
    """Whether at least two facts are given; a title counts as one."""
    return _facts(draft, raw) + ("title" in draft) >= 2


def _is_meant(draft: Draft, raw: str) -> bool:
    """Whether at least two facts are given, including a title, or who and when."""
    is_headed = not any(kind.isdisjoint(draft.variables) for kind in _FACTS[:2])
    return ("title" in draft or is_headed) and _has_two_facts(draft, raw)


def _facts(draft: Draft, raw: str) -> int:
    """The number of kinds of fact that are given; that a work has no date counts as its date."""
    is_undated = _WHEN.isdisjoint(draft.variables) and UNDATED.search(raw) is not None
    return is_undated + sum(not kind.isdisjoint(draft.variables) for kind in _FACTS)
