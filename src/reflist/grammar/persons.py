"""One person's name from its parts: family or given name first, with particles and suffix."""

from reflist.grammar.name_words import FAMILY_BEGINNINGS, IBERIAN_FAMILIES, ORDERS, SUFFIXES
from reflist.late import late
from reflist.model import Name

PARTICLES = frozenset(
    """van von de der den del della dela di da dos das do du des le la las los ten ter te tot zu zum zur vom af av bin
    ibn ben al el y e 't op in'""".split()
)
"""Lower-case words before a family name. Capitalised, they are part of the family name (CSL 1.0.2, "Names")."""

CLOSED_PARTICLES = r"(?:[dl][’']|(?:a[dlnrstz]|ash|el|es)[-‐])"
"""Particles written close to the name, as a part of a regular expression: ``d'Alembert``, ``al-Farabi``."""

_CLOSED = late(rf"{CLOSED_PARTICLES}(?=\w)")
_WORD_AND_STOP = late(r"[a-zß-ÿ]{3}\.$")  # the full stop after a complete family name ends its sentence
_PATRONYMIC = late(r"[a-zß-ÿ]{2}[eé]z$")
"""The ending of Spanish patronymic family names."""


def read_inverted(printed: str) -> Name:
    """``Berg, J. van der, Jr.``: family name first.

    >>> read_inverted("van der Berg, J., Jr.")
    Name(family='Berg', given='J.', non_dropping_particle='van der', suffix='Jr.')
    """
    family, *others = (" ".join(part.split()) for part in printed.split(","))
    suffixes = [part for place, part in enumerate(others) if part in SUFFIXES or (place and part in ORDERS)]
    given = ", ".join(part for part in others if part and part not in suffixes)
    start, _, end = given.rpartition(" ")
    if start and end in SUFFIXES:
        given, suffixes = start, [end, *suffixes]
    return person(family, given, " ".join(suffixes))


def read_direct(printed: str) -> Name:
    """``Maria van der Berg Jr.``: given name first.

    >>> read_direct("Ludwig van Beethoven")
    Name(family='Beethoven', given='Ludwig', non_dropping_particle='van')
    """
    parts = printed.replace(",", " ").split()
    suffix = parts.pop() if len(parts) > 2 and parts[-1] in SUFFIXES else ""
    particles = (i for i, part in enumerate(parts[:-1]) if _is_particle(part) or (i and begins_family(part)))
    begin = next(particles, len(parts) - 1)
    return person(" ".join(parts[begin:]), " ".join(parts[:begin]), suffix)


def begins_family(word: str) -> bool:
    """Whether a capitalised word begins a family name of several words: ``Le Grand``, ``García Ruiz``.

    >>> list(map(begins_family, ("Le", "García", "Rodríguez", "Ann")))
    [True, True, True, False]
    """
    return word in FAMILY_BEGINNINGS or word in IBERIAN_FAMILIES or bool(_PATRONYMIC.search(word))


def _is_particle(word: str) -> bool:
    return word.replace("’", "'").replace("‘", "'") in PARTICLES


def person(family: str, given: str, suffix: str = "") -> Name:
    """Make a name; particles in the family name become non-dropping, those in the given name dropping."""
    if _WORD_AND_STOP.search(family) and family not in SUFFIXES:
        family = family[:-1]
    parts = family.split()
    if len(parts) > 1 and not suffix and parts[-1] in SUFFIXES:
        suffix = parts.pop()
    begin = 0
    while begin < len(parts) - 1 and (_is_particle(parts[begin]) or (begin and parts[begin] == "und")):
        begin += 1
    particle, family = " ".join(parts[:begin]), " ".join(parts[begin:])
    if not begin and (found := _CLOSED.match(family)):
        particle, family = found[0], family[found.end() :]
    givens = given.split()
    end = len(givens)
    while end > 1 and _is_particle(givens[end - 1]):
        end -= 1
    return Name(
        family,
        " ".join(givens[:end]),
        dropping_particle=" ".join(givens[end:]),
        non_dropping_particle=particle,
        suffix=suffix,
    )
