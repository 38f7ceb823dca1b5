"""Initials that are written without stops: ``JK``, as PubMed and others give them."""

from reflist.grammar.wordlists import words as listed

_SEVERAL = 4  # so many capitals in a row at most are initials: "JK", "JCJH"


def are_initials(word: str) -> bool:
    """Whether a word is several initials without stops; ``JOHN`` is a name in capitals.

    >>> are_initials("JK"), are_initials("JOHN"), are_initials("Jo"), are_initials("J")
    (True, False, False, False)
    """
    return 1 < len(word) <= _SEVERAL and word.isupper() and word.isalpha() and word.title() not in listed("given_names")
