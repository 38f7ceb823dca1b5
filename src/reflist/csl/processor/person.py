"""One name: the order of its parts, particles, initials, suffix (CSL 1.0.2, "Name", "Name-part order")."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from reflist.csl.processor.particles import LONGEST, is_simple
from reflist.csl.processor.state import State
from reflist.csl.processor.textcase import recased
from reflist.csl.processor.tree import PLAIN, Box, Look, Node, Run, interned
from reflist.late import late
from reflist.model import Name
from reflist.text import Text
from reflist.value import remembered

_LONGEST_ABBREVIATION = 3
SCRIPTS = (("\u2e80", "\u9fff"), ("\uac00", "\ud7af"), ("\uf900", "\ufaff"))
"""The letters of scripts that set no spaces around words such as "and": Chinese, Japanese and Korean."""

_WITHOUT_INITIALS = (("\u0e00", "\u0e7f"), *SCRIPTS)
"""The letters of scripts whose names have no initials: also Thai."""

BLANK = re.compile(r"[\W\d_]*+")
"""A family name without a letter ("____"): it comes before the given name and has no particles."""

_ARTICLE = late(r"\A(?:An?|The)\s+(?=\w)")
_EVEN = re.compile(r"[ ,.]*")
_SPACES = " \u00a0"
_NO_SPACE_AFTER = ("'", "’", "-", "‐", "–", "\u02bb", "\u02bc")


_SPACED = (*_NO_SPACE_AFTER, " ")


class NameOptions(NamedTuple):
    """How names are written, as defined by ``cs:name`` and the style's global options."""

    form: str
    initialize: bool
    initialize_with: str | None
    sort_order: str
    separator: str
    demote: str
    hyphen: bool

    @classmethod
    def of(cls, attributes: Mapping[str, str]) -> "NameOptions":
        """The options defined by the attributes of a ``cs:name`` and of ``cs:style``."""
        return cls(
            attributes.get("form", "long"),
            attributes.get("initialize") != "false",
            attributes.get("initialize-with"),
            attributes.get("name-as-sort-order", ""),
            attributes.get("sort-separator", ", "),
            attributes.get("demote-non-dropping-particle", "display-and-sort"),
            attributes.get("initialize-with-hyphen") != "false",
        )


class Person:
    """Renders names with the same options; ``language`` is the style's, whose letters are used where case changes."""

    def __init__(self, options: NameOptions, parts: Mapping[str, Look], language: str = "") -> None:
        self.options = options
        self._language = language
        self.family = parts.get("family", PLAIN)
        self.given = parts.get("given", PLAIN)
        # The affixes of a part go around more than its own name, and its text case is applied at once.
        self._bare_family, self._bare_given = (
            interned(look._replace(text_case="", prefix="", suffix="")) for look in (self.family, self.given)
        )
        self._initialled = _initialling(options.initialize_with, options.initialize, options.hyphen)
        self._is_short = options.form == "short"
        self._uncased = interned(self.family._replace(text_case=""))
        # Whether a simple name can be one text: no part has a look of its own, and no punctuation can meet in it.
        mark = options.initialize_with or ""
        even = _EVEN.fullmatch(options.separator + mark)
        self._is_even = self.family is PLAIN and self.given is PLAIN and bool(even)
        self.flows = self._is_even and not mark.rstrip(" ").endswith(",")  # nor at its end with what follows

    def inverts(self, index: int) -> bool:
        """Whether the name at this position of a list is inverted."""
        return self.options.sort_order == "all" or (self.options.sort_order == "first" and index == 0)

    def write(self, name: Name, index: int, fullness: int, state: State, variable: str) -> Node:
        """A name. ``fullness``: how much of the given name is added to disambiguate it: 1 initials, 2 all."""
        if self._is_even and not state.sorting and is_simple(name):
            return Run(Text(self.simple(name, index, fullness)), variable)
        if name.literal or not (name.given or name.family):
            # "English articles at the start are stripped" in a sort key (CSL 1.0.2, "Non-personal Names").
            return self._set([_ARTICLE.sub("", name.literal) if state.sorting else name.literal], variable)
        if not name.family:
            return self._set([name.given], variable)
        short = self.options.form == "short" and not fullness and not state.sorting
        if state.sorting:
            return self._sorted(name, variable)
        given = "" if short else self.given_of(name, fullness)
        if not name.family.isascii() and any(map(is_asian, name.family)):
            return Box([Run(Text(name.family + ("" if short else name.given)), variable)])
        if BLANK.fullmatch(name.family):
            return self._set([name.family, given], variable)
        if short:
            return self._set([name.non_dropping_particle, name.family], variable)
        return self._inverted(name, given, variable) if self.inverts(index) else self._direct(name, given, variable)

    def simple(self, name: Name, index: int, fullness: int, *, sorting: bool = False) -> str:
        """A name that `is_simple`, as text; see `write`."""
        _, _, _, sort_order, separator, _, _ = self.options
        family, dropping = name.family, name.dropping_particle
        if (self._is_short and not fullness) or not name.given:
            return family
        given = name.given if fullness == 2 and not sorting else self._initialled(name.given)
        if sorting:
            return f"{family}, {dropping} {given}" if dropping else f"{family}, {given}"
        if dropping:
            given = f"{given} {dropping}"
        if sort_order and (index == 0 or sort_order == "all"):
            return f"{family}{separator}{given}"
        return f"{given} {family}"

    def all_simple(self, names: Sequence[Name], *, sorting: bool = False) -> list[str]:
        """The names of a list as text. Each must be a family name and a given name, and need no disambiguation."""
        if self._is_short:
            return [name.family for name in names]
        given = self._initialled
        if sorting:
            return [f"{name.family}, {given(name.given)}" for name in names]
        order, separator = self.options.sort_order, self.options.separator
        if order == "all":
            return [f"{name.family}{separator}{given(name.given)}" for name in names]
        written = [f"{given(name.given)} {name.family}" for name in names]
        if order:
            written[0] = f"{names[0].family}{separator}{given(names[0].given)}"
        return written

    def given_of(self, name: Name, fullness: int = 0) -> str:
        """The given name as printed: in full or as initials."""
        return name.given if fullness == 2 else self._initialled(name.given)

    def _direct(self, name: Name, given: str, variable: str) -> Node:
        family = self._parts([name.non_dropping_particle, name.family], self.family, variable)
        dropping = self._parts([name.dropping_particle], self.given, variable)
        first = self._parts([given], self.given, variable)
        mark = ", " if name.comma_suffix else " "
        if self.family.prefix or self.family.suffix:  # they go around all but the given name
            inner = self._suffixed(_joined([dropping, family], name.dropping_particle), name, mark, variable)
            inner = Box([inner], Look(self.family.prefix, self.family.suffix))
            return _joined([self._affixed(first, self.given), inner], given)
        before = _joined([first, dropping], given)
        joined = _joined([self._affixed(before, self.given), family], name.dropping_particle or given)
        return self._suffixed(joined, name, mark, variable)

    def _inverted(self, name: Name, given: str, variable: str) -> Node:
        first = self._parts([given], self.given, variable)
        dropping = self._parts([name.dropping_particle], self.given, variable)
        particle = self._parts([name.non_dropping_particle], self.family, variable)
        family = self._parts([name.family], self.family, variable)
        if self.options.demote == "display-and-sort":
            before, after = family, [first, dropping, particle]
        else:
            before, after = _joined([particle, family], name.non_dropping_particle), [first, dropping]
        parts = [self._affixed(before, self.family), self._affixed(_joined(after, ""), self.given)]
        joined = Box([part for part in parts if part.parts], PLAIN, self.options.separator)
        return self._suffixed(joined, name, self.options.separator, variable)

    def _parts(self, words: Sequence[str], look: Look, variable: str) -> Box:
        text = _spaced(words)
        if not text:
            return Box([])
        value = Text.from_csl(text)
        if look.text_case:
            value = recased(value, look.text_case, True, self._language)
        return Box([Run(value, variable)], self._bare_family if look is self.family else self._bare_given)

    @staticmethod
    def _affixed(box: Box, look: Look) -> Box:
        return Box([box], Look(look.prefix, look.suffix)) if box.parts and (look.prefix or look.suffix) else box

    def _sorted(self, name: Name, variable: str) -> Node:
        """A name as a sort key: by the family name, with or without particle (CSL, "demote-non-dropping-particle")."""
        particle = name.non_dropping_particle
        if self.options.demote == "never":
            first, rest = [particle, name.family], [name.dropping_particle, name.given, name.suffix]
        else:
            first, rest = [name.family], [particle, name.dropping_particle, name.given, name.suffix]
        given = self.given_of(name) if self.options.initialize_with is not None else name.given
        rest = [given if part is name.given else part for part in rest] if self.options.form != "short" else []
        before = " ".join(filter(None, first))  # a particle sorts as a word of its own, even d’
        return Run(Text(", ".join(filter(None, (before, _spaced(rest))))), variable)

    def _suffixed(self, node: Box, name: Name, mark: str, variable: str) -> Box:
        """A name with its suffix, whose full stops are printed as those of initials are."""
        if not name.suffix:
            return node
        stop = self.options.initialize_with
        suffix = name.suffix if stop is None else name.suffix.replace(".", stop).strip()
        return Box([node, Run(Text(suffix), variable)], PLAIN, mark)

    def _set(self, parts: Sequence[str], variable: str) -> Node:
        """Parts that together are one name, in the look of a family name."""
        text = Text.from_csl(_spaced(parts))
        if self.family.text_case:
            text = recased(text, self.family.text_case, True, self._language)
        return Box([Run(text, variable)], self._uncased)


@cache
def _initialling(mark: str | None, initialize: bool, hyphen: bool) -> Callable[[str], str]:
    """A function that gives a given name as printed, caching the results, since given names recur."""

    def write(given: str) -> str:
        if mark is None or is_asian(given[:1]):  # a script without initials
            return given
        if not initialize:
            return initials_spaced(given, mark)
        if given.isalpha() and given.istitle():  # a single word: the most frequent case
            return f"{given[0]}{mark}".rstrip(_SPACES)
        return initials(given, mark, hyphen=hyphen)

    return remembered(write, 32_768)


def _joined(boxes: Sequence[Box], before: str) -> Box:
    """Boxes separated by a space, except after an apostrophe or hyphen at the end of ``before``."""
    filled = [box for box in boxes if box.parts]
    return filled[0] if len(filled) == 1 else Box(list(filled), PLAIN, "" if before.endswith(_NO_SPACE_AFTER) else " ")


def _spaced(parts: Sequence[str]) -> str:
    """The non-empty parts separated by a space, except after an apostrophe or hyphen."""
    return "".join(part if part.endswith(_SPACED) else f"{part} " for part in parts if part).rstrip(" ")


def is_asian(letter: str) -> bool:
    """Whether a letter belongs to a script whose names have no initials."""
    # Not a regular expression: a set of so many letters takes long to compile.
    return not letter.isascii() and any(first <= letter <= last for first, last in _WITHOUT_INITIALS)


_GIVEN_PARTS = re.compile(r"</?[a-z][^<>]*>|[(\[][^)\]]*[)\]]?|[^\s.\-–‐(\[<]+(?:\[[^\]\s]*\])?\.?|<|[-–‐]")
"""A tag, a bracket with its content, a word with its full stop, a hyphen."""


@lru_cache(maxsize=4096)
def initials(given: str, mark: str, *, hyphen: bool = True) -> str:
    """The initials of a given name, each with a mark after it (CSL 1.0.2, "Name", initialize-with).

    Text in brackets is a form of the name that somebody goes by; it is kept.

    >>> initials("Jean-Luc Paul", ". "), initials("A.B.", ""), initials("John van", "."), initials("L. (Lionel)", ".")
    ('J.-L. P.', 'AB', 'J. van', 'L. (Lionel)')
    """
    if len(given) > LONGEST:  # too long for a name
        return given
    written = ""
    for piece in _GIVEN_PARTS.findall(given):
        bare = piece.rstrip(".")
        if piece[0] == "<":
            bared = written.rstrip(_SPACES)
            written = bared + piece + written[len(bared) :] if piece.startswith("</") else written + piece
        elif piece in "-–‐":
            if hyphen and written:
                written = written.rstrip(_SPACES) + "-"
        elif piece[0] in "([":
            written = f"{written.rstrip()} {piece} ".lstrip()
        elif is_asian(piece[0]):
            written += piece  # the name again, in a script without initials
        elif bare[0].islower() and not (len(bare) == 1 and written.endswith("-")):
            # a particle, or a name that its bearer writes so, unless it is joined to what is before it: Ji-ping
            small = f"{bare}{mark}" if len(bare) == 1 else f"{bare} "
            written = written.rstrip("-") if written.endswith("-") else f"{written.rstrip()} {small}".lstrip()
        elif piece.endswith(".") and len(bare) <= _LONGEST_ABBREVIATION:
            written += bare + mark  # Ph., Ts., ME.: abbreviated in the source
        else:
            written += _initial(bare) + mark
    return written.rstrip(_SPACES)


def _initial(word: str) -> str:
    """The first letter; two in capitals for some names from other scripts: TSerendorjiin gives Ts."""
    joined = word[:2].isalpha() and word[:2].isupper() and word[2:].islower()
    return word[:2].capitalize() if joined else word[0].upper()


def initials_spaced(given: str, mark: str) -> str:
    """A given name with a mark after each initial but no word abbreviated: ``James T`` gives ``James T.``."""
    if len(given) > LONGEST:  # too long for a name
        return given
    written = ""
    for piece in re.findall(r"[^\s.]+\.?", given):
        bare = piece.rstrip(".")
        letter = bare.lstrip("-‐")
        if len(letter) == 1 and letter.isupper():
            written = (written if letter == bare else written.rstrip(" ")) + bare + mark  # J.-L.
        elif piece.endswith(".") and len(bare) <= _LONGEST_ABBREVIATION:
            written += bare + mark
        else:
            written = f"{written.rstrip(' ')} {piece} " if written else f"{piece} "
    return written.strip()
