"""A fast path for the most frequent forms of lists of names."""

import re

from reflist.grammar.institutions import is_institution_word
from reflist.grammar.name_words import HONORIFICS, ORDERS, STATES, SUFFIXES
from reflist.grammar.wordlists import words
from reflist.late import late
from reflist.model import Name

_LATIN = r"[A-ZÀ-ÖØ-ÞŁŚŠŽČĆŞÇŐŻ][a-zß-öø-ÿā-ž]+"
_CAPITALISED = rf"(?:[DLO]['’])?{_LATIN}(?:[A-Z][a-z]+)?(?:-{_LATIN})?(?![\w’'‐-])"
_STOPPED = r"[A-Z]\.(?:[ -]?[A-Z]\.){0,4}"
_NO_NAME = rf"(?:{'|'.join(sorted(map(re.escape, HONORIFICS | SUFFIXES)))})(?!\w)"
_NO_INITIALS = rf"(?:{'|'.join(sorted(STATES | SUFFIXES | ORDERS))})(?!\w)"
_PLAIN_FORMS = (
    rf"(?!{_NO_NAME})(?P<family>{_CAPITALISED}), (?P<given>{_STOPPED})",
    rf"(?!{_NO_NAME})(?P<family>{_CAPITALISED}) (?!{_NO_INITIALS})(?P<given>[A-Z]{{1,3}})(?![\w.])",
    rf"(?!H\.M\.|U\.[SKN]\.)(?P<given>{_STOPPED}) (?!{_NO_NAME})(?P<family>{_CAPITALISED})",
)
_NEXT = r"(?:; (?:(?:and|&) )?|,? (?:and|&|et|und) |, )"
_NAMED = re.compile(r"\?P<\w+>")
_PLAIN_LISTS = tuple(
    (late(rf"{name}(?:{_NEXT}{name})*"), late(form)) for form in _PLAIN_FORMS for name in (_NAMED.sub("?:", form),)
)
"""Most lists of names: simple family names, each with its initials; and the pattern of one name in such a list."""


_FIRST_INVERTED = late(rf"{_PLAIN_FORMS[0]}(?P<others>(?:{_NEXT}{_NAMED.sub('?:', _PLAIN_FORMS[2])})+)")
"""Only the first name is inverted: ``Weir, A. B., C. Ash, and D. Lee``."""

_GIVEN = rf"(?P<first>{_LATIN})(?: [A-Z]\.)?"
_DIRECT = rf"(?P<given>{_GIVEN}) (?!{_NO_NAME})(?P<family>{_CAPITALISED})"
_DIRECT_PERSON = late(_DIRECT)
_AND_DIRECT = rf",? (?:and|&|et|und) {_NAMED.sub('?:', _DIRECT)}"
_INVERTED_IN_FULL = late(
    rf"(?!{_NO_NAME})(?P<family>{_CAPITALISED}), (?P<given>{_GIVEN})(?P<others>(?:{_AND_DIRECT})?)"
)
"""Given names in full: ``Weir, Ann B.``, ``Weir, Ann B., and Carl Ash``."""

_DIRECT_IN_FULL = late(rf"{_NAMED.sub('?:', _DIRECT)}(?>(?:, {_NAMED.sub('?:', _DIRECT)}|{_AND_DIRECT})*)")
"""The same with given names first: ``Ann B. Weir and Carl Ash``."""


def _read_in_full(printed: str) -> tuple[Name, ...]:
    """Persons with full given names, if all of these are known."""
    if one := _INVERTED_IN_FULL.fullmatch(printed):
        found = [one, *_DIRECT_PERSON.finditer(one["others"])]
    elif _DIRECT_IN_FULL.fullmatch(printed):
        found = list(_DIRECT_PERSON.finditer(printed))
    else:
        return ()
    known = words("given_names")
    if not all(name["first"] in known and not is_institution_word(name["family"]) for name in found):
        return ()
    return tuple(Name(name["family"], name["given"]) for name in found)


def read_plain(printed: str) -> tuple[Name, ...]:
    """The names if all have such a form, read as `read_names` would but faster; empty if one has not.

    >>> [name.display for name in read_plain("Weir, A. B. and Ash-Lee, C.")], read_plain("van Dyk, A.")
    (['A. B. Weir', 'C. Ash-Lee'], ())
    """
    for names, name in _PLAIN_LISTS:
        if names.fullmatch(printed):
            return tuple(Name(found["family"], found["given"]) for found in name.finditer(printed))
    if one := _FIRST_INVERTED.fullmatch(printed):
        found = (one, *_PLAIN_LISTS[2][1].finditer(one["others"]))
        return tuple(Name(name["family"], name["given"]) for name in found)
    return _read_in_full(printed)
