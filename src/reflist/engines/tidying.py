"""Values as printed: on one line, without invisible characters; DOIs without an address, initials with full stops."""

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping
from operator import attrgetter

from reflist.csl.processor.particles import listed
from reflist.engines.initials import are_initials
from reflist.late import late
from reflist.model import Name, Value
from reflist.model.csl_plain import NAME_FIELDS
from reflist.text import Span, Text
from reflist.value import any_in

_INVISIBLE = "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space and joiner, byte order mark
_UNTIDY = late(rf"[\x00-\x20\x7f-\x9f\u2028\u2029]+|[{_INVISIBLE}]")
_ORDERLY = late(rf"(?!.*  )[^\x00-\x1f\x7f-\x9f\u2028\u2029{_INVISIBLE}]*+")
_DOI_PREFIX = re.compile(r"(?:https?://)?(?:dx\.)?doi(?:\.org/|:\s*)", re.IGNORECASE)


def tidied(variables: Mapping[str, Value]) -> Mapping[str, Value]:
    """The variables with tidy values; the same mapping if all were tidy. Variables left without a value are removed."""
    strings, people = [""], list[Name]()
    for value in variables.values():
        if type(value) is Text:
            strings.append(value.plain)
        elif type(value) is str:
            strings.append(value)
        elif type(value) is tuple:
            people += value
    lines = listed(people)
    whole = "|".join(strings) + "|" + lines.replace("\n", "|")
    if not whole.isprintable() or any_in(_UNTIDY_BETWEEN, whole) or lines.count("\n") > len(people):
        return _each_tidy(variables, variables)
    odd = [variable for variable in ("DOI",) if variable in variables and _mentions_doi(variables[variable])]
    if (_TWO if lines.isascii() else _TWO_ANYWHERE).search(lines) or _NAMELESS in f"\n{lines}":
        odd += [variable for variable, value in variables.items() if type(value) is tuple]
    return _each_tidy(variables, odd) if odd else variables


def _each_tidy(variables: Mapping[str, Value], odd: Collection[str]) -> dict[str, Value]:
    """The variables, with those that are ``odd`` tidied one by one."""
    tidy = ((variable, _tidy(variable, value) if variable in odd else value) for variable, value in variables.items())
    return {variable: value for variable, value in tidy if value}


_UNTIDY_BETWEEN = ("  ", "| ", " |")
"""What occurs in strings joined by bars if one of them begins or ends with a space, or holds two in a row."""

_NAMELESS = "\n||"
"""What occurs in names, as given by `listed`, if one has neither a family name nor a given name."""


def _mentions_doi(value: Value) -> bool:
    return "doi" in str(value).lower()


def unbroken(string: str) -> str:
    """A string on one line, with the spaces at its ends."""
    return _UNTIDY.sub(_replacement, string)


def _tidy(variable: str, value: Value) -> Value:
    if isinstance(value, tuple):
        return tuple(name for name in map(_name, value) if name.family or name.given or name.literal)
    if isinstance(value, Text):
        return _text(value)
    if isinstance(value, str):
        return _DOI_PREFIX.sub("", _string(value)) if variable == "DOI" else _string(value)
    return value


def _string(string: str) -> str:
    """A string on one line with single spaces; non-breaking spaces stay."""
    if _is_orderly(string):
        return string.strip(" ")
    return _UNTIDY.sub(_replacement, string).strip(" ")


def _is_orderly(string: str) -> bool:
    """Whether there is nothing to tidy but spaces at the ends."""
    return (string.isprintable() and "  " not in string) or _ORDERLY.fullmatch(string) is not None


def _text(text: Text) -> Text:
    if _is_orderly(text.plain):
        return text if text.plain == text.plain.strip(" ") else text.strip(" ")
    plain, offset = "", 0
    old, new = [0], [0]  # the offsets at which kept stretches begin
    for found in _UNTIDY.finditer(text.plain):
        plain += text.plain[offset : found.start()] + _replacement(found)
        offset = found.end()
        old.append(offset)
        new.append(len(plain))
    plain += text.plain[offset:]

    def moved(place: int) -> int:
        stretch = bisect_right(old, place) - 1
        return min(new[stretch] + place - old[stretch], new[stretch + 1] if stretch + 1 < len(new) else len(plain))

    return Text(plain, [Span(moved(start), moved(end), mark) for start, end, mark in text.spans]).strip(" ")


def _replacement(found: re.Match[str]) -> str:
    return "" if found[0] in _INVISIBLE else " "


_TWO, _TWO_ANYWHERE = re.compile("[A-Z][A-Z]"), late(r"[^\W\d_a-z]{2}")
"""Two ASCII capitals; and two letters of any kind other than a to z. Both are rare in names."""
_CAPITALS = re.compile(r"(?<![^\W_])[^\W\d_a-z]{2,4}(?![^\W_])")


def _stopped(word: re.Match[str]) -> str:
    """Initials without full stops, with a full stop after each, so that each counts as one."""
    return " ".join(f"{letter}." for letter in word[0]) if are_initials(word[0]) else word[0]


_PARTS = attrgetter(*NAME_FIELDS.values())


def _name(name: Name) -> Name:
    whole = f"|{'|'.join(_PARTS(name))}|"
    if whole.isprintable() and not any_in(("  ", "| ", " |"), whole) and not _CAPITALS.search(name.given):
        return name
    values = {field: getattr(name, field) for field in NAME_FIELDS.values()}
    tidy = {field: _string(value) for field, value in values.items()}
    tidy["given"] = _CAPITALS.sub(_stopped, tidy["given"])
    return name if tidy == values else name.replace(**tidy)
