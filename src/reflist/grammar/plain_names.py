"""Lists of names that are printed as most are, read in less time than others."""

import re

from reflist.grammar.name_words import HONORIFICS, ORDERS, STATES, SUFFIXES
from reflist.late import late
from reflist.model import Name

_LATIN = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+"
_CAPITALISED = rf"(?:[DLO]['’])?{_LATIN}(?:[A-Z][a-z]+)?(?:-{_LATIN})?(?![\w’'‐-])"
_STOPPED = r"[A-Z]\.(?:[ -]?[A-Z]\.){0,4}"
_NO_NAME = rf"(?:{'|'.join(sorted(map(re.escape, HONORIFICS | SUFFIXES)))})(?!\w)"
_NO_INITIALS = rf"(?:{'|'.join(sorted(STATES | SUFFIXES | ORDERS))})(?!\w)"
_PLAIN_FORMS = (
    rf"(?!{_NO_NAME})(?P<family>{_CAPITALISED}), (?P<given>{_STOPPED})",
    rf"(?!{_NO_NAME})(?P<family>{_CAPITALISED}) (?!{_NO_INITIALS})(?P<given>[A-Z]{{1,3}})(?![\w.])",
    rf"(?!H\.M\.|U\.[SKN]\.)(?P<given>{_STOPPED}) (?!{_NO_NAME})(?P<family>{_CAPITALISED})",
)
_NEXT = r"(?:; |,? (?:and|&) |, )"
_NAMED = re.compile(r"\?P<\w+>")
_PLAIN_LISTS = tuple(
    (late(rf"{name}(?:{_NEXT}{name})*"), late(form)) for form in _PLAIN_FORMS for name in (_NAMED.sub("?:", form),)
)
"""Most lists of names: simple family names, each with its initials; and the form of one name of such a list."""


def read_plain(printed: str) -> tuple[Name, ...]:
    """The names where each is as most are, and read like all others, but in less time; none where one is not.

    >>> [name.display for name in read_plain("Weir, A. B. and Ash-Lee, C.")], read_plain("van Dyk, A.")
    (['A. B. Weir', 'C. Ash-Lee'], ())
    """
    for names, name in _PLAIN_LISTS:
        if names.fullmatch(printed):
            return tuple(Name(found["family"], found["given"]) for found in name.finditer(printed))
    return ()
