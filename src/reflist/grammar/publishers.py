"""Names of publishers."""

import re
from functools import lru_cache

from reflist.grammar.wordlists import KEPT, words

_PUBLISHER_WORDS = """Press Presses Publisher Publishers Publishing Published Publication Publications Verlag Verl Books
Édition Éditions Edition Editions Editorial Ediciones Edizioni Printing Printer University Universität Université
Universitaires Univ UP Editora Editore Editori Éditeur Éditeurs Edições Forlag forlag Förlag förlag Uitgeverij
Wydawnictwo Nakladatelství nakladatelství Yayınları Kiadó"""
_PUBLISHER_WORD = re.compile(rf"\b(?:{'|'.join(_PUBLISHER_WORDS.split())})\b")


_LISTS = ("publishers", "other_publishers")


@lru_cache(KEPT)
def is_publisher(printed: str) -> bool:
    """Whether a printed name is a known publisher's (``words/publishers.txt``) or has a word for publisher.

    >>> [is_publisher(name) for name in ("Sage", "The Policy Press", "Suhrkamp Verlag", "Basingstoke")]
    [True, True, True, False]
    """
    return is_listed_publisher(printed) or bool(_PUBLISHER_WORD.search(printed))


def is_listed_publisher(printed: str) -> bool:
    """Whether a printed name is in the lists of publishers, with or without article."""
    bare = printed.strip(" .,;:")
    return any(name in words(known) for name in (bare, re.sub(r"^[Tt]he ", "", bare)) for known in _LISTS)
