"""Initials written without full stops: ``JK``, as in PubMed."""

from reflist.grammar.wordlists import words as listed

_SEVERAL = 4  # the most capitals in a row that are initials: "JK", "JCJH"


def are_initials(word: str) -> bool:
    """Whether a word is several initials without full stops; ``JOHN`` is a name in capitals.

    >>> are_initials("JK"), are_initials("JOHN"), are_initials("Jo"), are_initials("J")
    (True, False, False, False)
    """
    return 1 < len(word) <= _SEVERAL and word.isupper() and word.isalpha() and word.title() not in listed("given_names")
