"""Lists of names in BibTeX: ``von Last, Jr, First and {An Institution}`` ("BibTeXing", section 4).

Text in braces is one word to BibTeX, whatever it contains. Braces are therefore written around institutions, and around
parts of names that BibTeX would otherwise divide at a comma, at "and", or at a word in lower case.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from reflist.grammar import latex
from reflist.grammar.name_words import SUFFIXES
from reflist.late import late
from reflist.model import Name
from reflist.text import Text
from reflist.value import remembered

Write = Callable[[Text], str]

_AND = re.compile(r"(?:^|\s)and(?:\s|$)", re.IGNORECASE)
_CLOSED_UP = ("'", "’", "-")
"""Ends of particles that are joined to the name: d'Alembert, al-Farabi."""


def write_names(names: Iterable[Name], write: Write = latex.write) -> str:
    """The names in LaTeX, joined by "and"; empty names are left out. ``write`` makes LaTeX of a text.

    >>> beauvoir = Name("Beauvoir", "Simone", non_dropping_particle="de")
    >>> write_names([beauvoir, Name(literal="Health and Safety Executive")])
    'de Beauvoir, Simone and {Health and Safety Executive}'
    """
    return joined([write_name(name, write) for name in names])


def joined(written: Iterable[str]) -> str:
    """The list of names that are already in LaTeX; empty ones are left out."""
    names = list(filter(None, written))
    if len(names) > 1 and names[-1] == "{others}":
        names[-1] = "others"  # BibTeX's word for "et al."
    return " and ".join(names)


def read_names(field: str) -> tuple[Name, ...]:
    """The names of a field. A particle belongs to the family name (non-dropping), as in BibTeX's styles.

    >>> [name.surname for name in read_names("de Beauvoir, Simone and {Health and Safety Executive}")]
    ['de Beauvoir', 'Health and Safety Executive']
    """
    if "and and" in field:
        field = _AND_TWICE.sub(" and ", field)
    parts = field.split(" and ")
    names = tuple(filter(None, map(_name, parts)))
    if len(names) == len(parts):
        return names
    return tuple(_read_name(part) for part in split_list(field) if part.strip())


def split_list(field: str) -> Iterator[str]:
    """The parts of a list as they stand, separated by "and" outside braces."""
    return _split(field, _AND_TOKEN)


def split_parts(name: str) -> Iterator[str]:
    """The parts of a name as they stand, separated by commas outside braces."""
    return _split(name, _COMMA)


def write_name(name: Name, write: Write = latex.write) -> str:
    """One of the names; empty for an empty name."""
    if name.literal or not name.family:
        return f"{{{_latex(name.display, write)}}}" if name.display else ""
    particles = [part for part in (name.dropping_particle, name.non_dropping_particle) if part]
    particle, family = _particle(" ".join(particles), write), _family(name.family, write)
    apart = "{}" if particle[-1:] == family[:1] != "" else ""  # else LaTeX reads two hyphens as a dash
    family = particle + apart + family
    if not name.given and not name.suffix:
        # A trailing comma would be an error to BibTeX; several words without a comma would be taken for given names.
        return f"{{{_latex(name.display, write)}}}" if " " in name.family else family
    suffix = f", {_part(name.suffix, write)}" if name.suffix else ""
    given = f"{{{name.given}}}" if suffix and name.given in SUFFIXES else _part(name.given, write)
    return f"{family}{suffix}, {given}".rstrip()


def _particle(particle: str, write: Write) -> str:
    if not particle:
        return ""
    return _part(particle, write) + ("" if particle.endswith(_CLOSED_UP) else " ")


def _family(family: str, write: Write) -> str:
    """The family name, in braces if one of its words would be taken for a particle."""
    small = any(word[0].islower() for word in family.split())
    written = _latex(family, write)
    return f"{{{written}}}" if small or _divides(family) else written


def _part(part: str, write: Write) -> str:
    written = _latex(part, write)
    return f"{{{written}}}" if _divides(part) else written


def _divides(part: str) -> bool:
    return "," in part or _AND.search(part) is not None or part.casefold() == "others"


def _latex(plain: str, write: Write) -> str:
    return write(Text(" ".join(plain.split())))


# --- reading --------------------------------------------------------------------------------------

_AND_TOKEN = late(r"\s+and\s+", re.IGNORECASE)
_AND_TWICE = late(r"\sand(?:\s{1,9}and)+\s")
_COMMA = late(r"\s*,\s*")
_USUAL_GIVEN = re.compile(r"[A-Z][a-z]*+(?>(?:\.?[ -]?[A-Z][a-z]*+)*)\.?")
"""Names and initials in ASCII, as most given names are."""
_DIRECT = re.compile(r"([A-Z](?:[A-Za-z.]|-(?!-)| (?=[A-Z]))*) ([A-Z][A-Za-z]*(?:-[A-Za-z]+)*)")
"""A name in ASCII with given names first, in which no word begins in lower case, as particles do."""
_TIE = late(r"(?<!\\)~")
"""A tie, which between initials (``K.~R.``) only forbids a line break."""
_SPACE = late(r"(?:\s|(?<!\\)~)+")


_ET_AL = late(r"\{?et(?:\s|~)+al\.?\}?", re.IGNORECASE)
"""What people write for BibTeX's "others"."""


def _alone(part: str) -> Name | None:
    """The text before, between or after " and ", as a name; None if it is not just one name."""
    family, comma, given = part.partition(", ")
    if comma and family.isalpha() and (_USUAL_GIVEN.fullmatch(given) or _is_usual(given)):
        return Name(family, given.strip())
    direct = _DIRECT.fullmatch(part)
    if direct and direct[2] not in SUFFIXES and not part.startswith("Et") and "and" not in part.lower():
        return Name(direct[2], direct[1])
    if not part or part.isspace() or part.count("{") != part.count("}"):
        return None
    if "and" in part.lower() and _AND_TOKEN.search(part):
        return None
    return _read_name(part)


def _is_usual(given: str) -> bool:
    """Whether a given name is simple: without suffixes, LaTeX, or another name in it."""
    return "," not in given and latex.is_plain(given) and "and" not in given.lower()


_name = remembered(_alone, most=8192)


def _read_name(name: str) -> Name:
    if "et" in name[:3].lower() and _ET_AL.fullmatch(name.strip()):
        return Name(literal="others")
    simple = None if "~" in name or "{}" in name else latex.simplified(name)
    if simple is not None:
        return _read_simply(simple)
    parts = list(_split(name.strip(), _COMMA))
    if len(parts) == 1:
        words = list(_split(parts[0], _SPACE))
        if len(words) == 1 and (_is_group(words[0]) or words[0] == "others"):
            return Name(literal=_plain(words[0]))
        suffix = words.pop() if len(words) > 2 and words[-1] in SUFFIXES else ""
        family = next((at for at, word in enumerate(words[:-1]) if _is_small(word)), len(words) - 1)
        return _person(words[family:], words[:family], suffix)
    if len(parts) == 3 and parts[2] in SUFFIXES and parts[1] not in SUFFIXES:
        parts[1:] = parts[:0:-1]
    given = ", ".join(parts[2:]) if len(parts) > 2 else parts[1]
    return _person(list(_split(parts[0], _SPACE)), [given], parts[1] if len(parts) > 2 else "")


def _read_simply(name: str) -> Name:
    """The same for a name without braces and commands."""
    last, *others = [part.strip() for part in name.split(",")]
    if len(others) == 1 and last.isalpha():
        return Name(last, others[0])
    words = last.split()
    if len(others) == 2 and others[1] in SUFFIXES and others[0] not in SUFFIXES:
        others.reverse()  # often written as "Weir, Ann, III"
    suffix = others.pop(0) if len(others) > 1 else ""
    given = ", ".join(others)
    if not others:
        if words == ["others"]:
            return Name(literal="others")
        if len(words) > 2 and words[-1] in SUFFIXES:  # no family name is like that
            suffix = words.pop()
        family = next((at for at, word in enumerate(words[:-1]) if word[0].islower()), len(words) - 1)
        words, given = words[family:], " ".join(words[:family])
    small = [at for at, word in enumerate(words[:-1]) if word[0].islower()] if len(words) > 1 else []
    particles = small[-1] + 1 if small else 0
    particle = " ".join(words[:particles])
    return Name(" ".join(words[particles:]), given, non_dropping_particle=particle, suffix=suffix)


def _person(last: list[str], given: list[str], suffix: str) -> Name:
    small = [at for at, word in enumerate(last[:-1]) if _is_small(word)]
    particles = last[: small[-1] + 1] if small else []
    family = _plain(" ".join(last[len(particles) :]))
    particle = _plain(" ".join(particles))
    return Name(family, _plain(" ".join(given)), non_dropping_particle=particle, suffix=_plain(suffix))


def _is_group(word: str) -> bool:
    """Whether the whole word is one group in braces, and not a letter with an accent."""
    return word.startswith("{") and not word.startswith("{\\") and next(_closings(word), -1) == len(word) - 1


def _is_small(word: str) -> bool:
    """Whether the word begins in lower case outside braces, and so is a particle."""
    if not word.startswith(("{", "\\")):
        return word[:1].islower()
    return word.startswith(("\\", "{\\")) and _plain(word)[:1].islower()


def _plain(part: str) -> str:
    return latex.read_plain(_TIE.sub(" ", part) if "~" in part else part)


def _closings(text: str) -> Iterator[int]:
    """The offsets of braces that close an outermost group."""
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign == "{") - (sign == "}")
        if sign == "}" and depth == 0:
            yield at


def _split(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    """The parts between separators outside braces."""
    if "{" not in text:
        yield from separator.split(text)
        return
    levels, depth = [], 0
    for sign in text:
        depth += sign == "{"
        levels.append(depth)
        depth -= sign == "}"
    start = 0
    for match in separator.finditer(text):
        if levels[match.start()] == 0 and match.start() >= start:
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]
