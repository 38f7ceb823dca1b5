"""Names in BibLaTeX files: in BibTeX's form, or with every part labelled (manual, 3.4).

``family={Berg}, given={Ina}, prefix={van}, useprefix=true`` says for one name what the option ``useprefix`` (manual,
3.1.3) says for all names of an entry: whether the particle belongs to the family name. It does if neither is given.
"""

import re
from collections.abc import Iterable

from reflist.grammar import bibtexnames, latex
from reflist.late import late
from reflist.model import Name
from reflist.text import Text

PARTS = ("family", "given", "prefix", "suffix")
"""The parts of a name, as biblatex calls them."""

_ONE_WORD = late(r"[^\s,{}]+")
_PART = late(r'\s*"?\s*[a-z]+(?:-i)?\s*=', re.IGNORECASE)
_OTHER_PART = late(r"(?:^|,|\sand\s)\s*(?!(?:family|given|prefix|suffix|useprefix)\s*=)[\w-]+\s*=")


def read_names(field: str, dropped: bool = False) -> tuple[Name, ...]:
    """The names of a field; ``dropped`` is whether particles are dropped in names without an option of their own.

    >>> read_names("family={van Berg}, given=Ina and {Cabinet Office}")
    (Name(family='van Berg', given='Ina'), Name(literal='Cabinet Office'))
    """
    if "=" not in field:
        names = bibtexnames.read_names(field)
        return tuple(_dropping(name, dropped) for name in names) if dropped else names
    return tuple(name for written in bibtexnames.split_list(field) for name in _read(written, dropped))


def holds_more(field: str) -> bool:
    """Whether a field labels parts that a `Name` does not have: initials, keys for sorting."""
    return "=" in field and _OTHER_PART.search(field) is not None


def write_names(names: Iterable[Name], by_parts: bool = False) -> str:
    """The names joined by "and"; with ``by_parts``, every name with a particle has the option for dropping it.

    >>> write_names([Name("Berg", "Ina", non_dropping_particle="van"), Name(literal="others")], by_parts=True)
    'family={Berg}, given={Ina}, prefix={van}, useprefix=true and others'
    """
    written = [
        _write_parts(name)
        if (by_parts and (name.non_dropping_particle or name.dropping_particle)) or _reads_as_institution(name)
        else bibtexnames.write_names([name], latex.write_unicode)
        for name in names
    ]
    written = list(filter(None, written))
    if len(written) > 1 and written[-1] == "{others}":
        written[-1] = "others"
    return " and ".join(written)


def _reads_as_institution(name: Name) -> bool:
    """Whether BibTeX's form would make an institution of the name: a family name alone that is not one plain word."""
    if not name.family or name.literal or name.given or name.suffix:
        return False
    return name.family[0].islower() or _ONE_WORD.fullmatch(name.family) is None


def _write_parts(name: Name) -> str:
    prefix = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle)))
    parts = zip(PARTS, (name.family, name.given, prefix, name.suffix), strict=True)
    written = [f"{part}={{{latex.write_unicode(Text(value))}}}" for part, value in parts if value]
    if prefix:
        written.append(f"useprefix={'true' if name.non_dropping_particle else 'false'}")
    return ", ".join(written)


def _read(written: str, dropped: bool) -> tuple[Name, ...]:
    if not _PART.match(written):
        return tuple(_dropping(name, dropped) for name in bibtexnames.read_names(written))
    parts = {}
    for part in bibtexnames.split_parts(written.strip().strip('"')):
        label, _, value = part.partition("=")
        parts[label.strip().lower()] = latex.read_plain(value.strip())
    use = parts.get("useprefix", "")
    name = Name(
        parts.get("family", ""),
        parts.get("given", ""),
        non_dropping_particle=parts.get("prefix", ""),
        suffix=parts.get("suffix", ""),
    )
    return (_dropping(name, use == "false" if use else dropped),) if name.display else ()


def _dropping(name: Name, dropped: bool) -> Name:
    if not dropped or not name.non_dropping_particle:
        return name
    return name.replace(dropping_particle=name.non_dropping_particle, non_dropping_particle="")
