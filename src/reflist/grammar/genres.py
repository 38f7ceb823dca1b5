"""What reports and theses call themselves."""

from reflist.grammar.wordlists import folded


def ends_in_genre(printed: str) -> bool:
    """Whether the last words are what a report calls itself.

    >>> ends_in_genre("National Evaluation (NESS) Research Report"), ends_in_genre("Think pieces")
    (True, False)
    """
    words = printed.casefold().replace("’", "'").split()
    genres = folded("genres")
    return any(" ".join(words[-length:]).strip(" .,") in genres for length in (3, 2, 1) if len(words) >= length)
