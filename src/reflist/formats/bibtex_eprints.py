"""Preprints on arXiv, whose numbers have a field in BibTeX and BibLaTeX (biblatex manual, 2.2.2 and 3.14.7).

In CSL such a preprint is of type ``article``, its publisher is arXiv, and its number is as arXiv prints it
(``arXiv:2101.00001``). This is how Zotero stores it, and all of it is printed by styles.
"""

from collections.abc import MutableMapping

from reflist.late import late
from reflist.model import Reference, Value
from reflist.text import Text

TYPE = "article"
ARXIV = "arXiv"
KINDS = ("eprinttype", "archiveprefix")
"""The fields for whose number ``eprint`` is: biblatex's, and the one that arXiv and others write."""

PREPRINTS = frozenset("misc online electronic www unpublished preprint".split())
"""Types of entries that are preprints if they have such a number; an ``article`` is one if it has no journal."""

_OF_JOURNALS = frozenset({"container-title", "volume", "issue"})

_NUMBER = late(r"(?:\d{4}\.\d{4,5}|[a-z-]++(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?")


def take_preprint(entry: str, eprint: str, kind: str, variables: MutableMapping[str, Value]) -> bool:
    """Add the number and the publisher to the variables if the entry is a preprint; returns whether it is.

    If the variables already have a number or another publisher, they are left unchanged, and the result is False.

    >>> found = {}
    >>> take_preprint("misc", "2101.00001", "arxiv", found), found
    (True, {'number': 'arXiv:2101.00001', 'publisher': Text('arXiv')})
    """
    if entry not in PREPRINTS and not (entry == "article" and _OF_JOURNALS.isdisjoint(variables)):
        return False
    if kind.lower() != ARXIV.lower() or not _NUMBER.fullmatch(eprint):
        return False
    if "number" in variables or variables.get("publisher", Text(ARXIV)) != Text(ARXIV):
        return False
    variables["number"] = f"{ARXIV}:{eprint}"
    variables["publisher"] = Text(ARXIV)
    return True


def eprint_of(reference: Reference) -> str:
    """The value of ``eprint`` for a preprint on arXiv; empty for any other work."""
    if reference.type != TYPE or reference.text("publisher") != Text(ARXIV):
        return ""
    label, _, number = reference.plain("number").partition(":")
    return number if label == ARXIV and _NUMBER.fullmatch(number) else ""
