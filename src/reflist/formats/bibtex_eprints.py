"""Preprints on arXiv, for whose number BibTeX and BibLaTeX have a field of its own (biblatex manual, 2.2.2 and 3.14.7).

In CSL they are of type ``article``, arXiv has published them, and their number is as arXiv prints it
(``arXiv:2101.00001``): so Zotero has them, and styles print it all.
"""

from collections.abc import MutableMapping

from reflist.late import late
from reflist.model import Reference, Value
from reflist.text import Text

TYPE = "article"
ARXIV = "arXiv"
KINDS = ("eprinttype", "archiveprefix")
"""The fields that say whose number ``eprint`` is: biblatex's, and the one that arXiv itself and others write."""

PREPRINTS = frozenset("misc online electronic www unpublished preprint".split())
"""Types of entries that with such a number are preprints; an ``article`` is one if nothing tells of a journal."""

_OF_JOURNALS = frozenset({"container-title", "volume", "issue"})

_NUMBER = late(r"(?:\d{4}\.\d{4,5}|[a-z-]++(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?")


def take_preprint(entry: str, eprint: str, kind: str, variables: MutableMapping[str, Value]) -> bool:
    """Put the number and who published it to the variables of an entry of this type; whether it is of a preprint.

    Other numbers and publishers are left alone: nothing is put then.

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
    """What ``eprint`` says of a preprint on arXiv; empty for anything else."""
    if reference.type != TYPE or reference.text("publisher") != Text(ARXIV):
        return ""
    label, _, number = reference.plain("number").partition(":")
    return number if label == ARXIV and _NUMBER.fullmatch(number) else ""
