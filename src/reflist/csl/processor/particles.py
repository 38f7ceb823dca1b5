"""Particles and suffixes that a source has left in other parts of a name (CSL-JSON, "parse-names")."""

from collections.abc import Sequence
from functools import lru_cache, partial
from operator import attrgetter

from reflist.late import late
from reflist.model import Name
from reflist.value import remembered

_LEADING = late(
    r"(?P<particle>(?>(?:[^\W\d_A-ZÀ-Þ][\w]*[’']?\s+|[^\W\d_A-ZÀ-Þ]\w{0,3}[’'‘]\s*|[’'‘][^\W\d_A-ZÀ-Þ]\w*\s+|al-)+))(?=\w|[’'])"
)
_APOSTROPHES = ("'", "’")
_TRAILING = late(r"(?<=\S)\s(?P<particle>(?:[^\W\d_A-ZÀ-Þ]\w*[’']?\s)*[^\W\d_A-ZÀ-Þ]\w*[’']?)$")
_SUFFIX = late(r"(?P<given>.+?),(?P<comma>!?)\s(?P<suffix>\S.*)")


LONGEST_SIMPLE = 200
"""The most letters of a name that is tested as a whole."""

LONGEST_LIST = 2_000
"""The most letters of lists of names for which the results are cached."""

LONGEST = 300
"""The most letters of a part of a name that is searched for particles and initials."""


LAST_LATIN = "ʯ"
"""The last of the letters taken as plain; letters of other scripts, and symbols, follow it."""

_NON_LATIN = late(f"[^\0-{LAST_LATIN}]")
# Letters up to the last plain one; naming them one by one would take twenty times as long to compile.
_LETTER = r"[^\W\d_ª-¾]"
_LETTERS = late(rf"{_LETTER}++(?>(?:[ -]{_LETTER}++)*)")
_GIVEN = late(rf"{_LETTER}++\.?+(?>(?:[ -]?+{_LETTER}++\.?+)*)")
_WORDS = rf"{_LETTER}++\.?+(?>(?:-?+{_LETTER}++\.?+)*)"
_UNDIVIDED = late(
    rf"(?>(?:[A-ZÀ-ÖØ-Þ]{_LETTER}*+(?>(?:[ -]{_LETTER}++)*)\|"
    rf"(?>(?:{_WORDS}[ ])*)(?:(?<=\|)|(?=[A-ZÀ-ÖØ-Þ])){_WORDS}\|{{4}}\n)*)"
)
"""Names, one per line, whose family and given names `is_simple` accepts: the part begins with a capital, and
so does the last of its words."""
_PARTS = attrgetter("family", "given", "dropping_particle", "non_dropping_particle", "suffix", "literal")


def is_simple(name: Name) -> bool:
    """Whether a name is a family name in plain Latin letters, with such a given name and a dropping particle if any."""
    family, given, dropping, particle, suffix, literal = _PARTS(name)
    return bool(
        not (literal or suffix or particle)
        and len(given) + len(family) + len(dropping) < LONGEST_SIMPLE
        and _LETTERS.fullmatch(family)
        and (_GIVEN.fullmatch(given) if given else not dropping)
        and (not dropping or _LETTERS.fullmatch(dropping))
        and _is_latin(family + given + dropping)
    )


def _is_latin(letters: str) -> bool:
    return letters.isascii() or not _NON_LATIN.search(letters)


def all_with_particles(names: tuple[Name, ...]) -> tuple[tuple[Name, ...], bool | None]:
    """The names as `with_particles` gives them; whether all are family and given names, None if not all are simple."""
    if are_undivided(listed(names)):
        return names, True
    found = tuple(map(with_particles, names))
    if not all(map(is_simple, found)):
        return found, None
    return found, all(name.given and not name.dropping_particle for name in found)


def listed(names: Sequence[Name]) -> str:
    """The parts of names, one line per name: ``Doe|Jane||||``, the input of `are_undivided`."""
    return "".join([f"{'|'.join(_PARTS(name))}\n" for name in names])


@partial(remembered, longest=LONGEST_LIST)
def are_undivided(lines: str) -> bool:
    """Whether names, as given by `listed`, are simple and no part begins with a lower-case letter."""
    is_short = len(lines) <= LONGEST_SIMPLE or max(map(len, lines.split("\n"))) <= LONGEST_SIMPLE
    return is_short and _UNDIVIDED.fullmatch(lines) is not None and _is_latin(lines)


@lru_cache(maxsize=4096)
def with_particles(name: Name) -> Name:
    """The name with lower-case words before its family name, or after its given name, as particles.

    A family name in quotation marks is left as it is.
    """
    family, given = name.family, name.given
    if name.literal or name.dropping_particle or name.non_dropping_particle or not family:
        return name
    if len(family) + len(given) > LONGEST:
        return name
    if len(family) > 2 and family[0] == family[-1] == '"':
        return name.replace(family=family[1:-1])
    changes: dict[str, object] = {}
    leading = _LEADING.match(family)
    if leading and given:
        particle = leading["particle"].rstrip()
        apart = " " if particle.endswith(_APOSTROPHES) and leading["particle"] != particle else ""  # de’ Medici, d’Este
        changes |= {"non_dropping_particle": particle + apart, "family": family[leading.end() :]}
    suffix = _SUFFIX.fullmatch(given) if not name.suffix else None
    if suffix:
        given = suffix["given"]
        changes |= {"given": given, "suffix": suffix["suffix"], "comma_suffix": bool(suffix["comma"])}
    trailing = _TRAILING.search(given)
    if trailing and trailing["particle"][0].islower():  # not a name in Chinese, which has no lower case
        changes |= {"given": given[: trailing.start()], "dropping_particle": trailing["particle"]}
    return name.replace(**changes) if changes else name
