"""Archives of research data, which publish mainly data sets."""

from reflist.grammar.wordlists import folded


def is_data_archive(printed: str) -> bool:
    """Whether a printed name is a known archive's (``words/data_archives.txt``).

    >>> is_data_archive("Zenodo"), is_data_archive("Dryad Digital Repository"), is_data_archive("Science")
    (True, True, False)
    """
    return printed.strip(" .,;").casefold() in folded("data_archives")
