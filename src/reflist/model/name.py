"""The name of a person or an institution."""

from reflist.value import Frozen, setters


class Name(Frozen):
    """A name as CSL-JSON 1.0.2 defines it: a person's (family, given, particles, suffix) or a literal.

    ``acronym`` is what a source prints beside an institution's name (``Department of Health (DOH)``); it is not part
    of the name.

    >>> Name("Beauvoir", "Simone", non_dropping_particle="de").display
    'Simone de Beauvoir'
    """

    __slots__ = (
        "family",
        "given",
        "dropping_particle",
        "non_dropping_particle",
        "suffix",
        "comma_suffix",
        "literal",
        "acronym",
        "affiliation",
        "orcid",
    )

    family: str
    given: str
    dropping_particle: str
    non_dropping_particle: str
    suffix: str
    comma_suffix: bool
    literal: str
    acronym: str
    affiliation: str
    orcid: str

    def __init__(
        self,
        family: str = "",
        given: str = "",
        dropping_particle: str = "",
        non_dropping_particle: str = "",
        suffix: str = "",
        comma_suffix: bool = False,
        literal: str = "",
        acronym: str = "",
        affiliation: str = "",
        orcid: str = "",
    ) -> None:
        _set_family(self, family)
        _set_given(self, given)
        _set_dropping_particle(self, dropping_particle)
        _set_non_dropping_particle(self, non_dropping_particle)
        _set_suffix(self, suffix)
        _set_comma_suffix(self, comma_suffix)
        _set_literal(self, literal)
        _set_acronym(self, acronym)
        _set_affiliation(self, affiliation)
        _set_orcid(self, orcid)

    @property
    def is_institution(self) -> bool:
        """Whether it is a literal."""
        return bool(self.literal)

    @property
    def has_two_parts(self) -> bool:
        """Whether it has a family and a given name, and nothing else."""
        return bool(self.family and self.given) and not (
            self.dropping_particle
            or self.non_dropping_particle
            or self.suffix
            or self.comma_suffix
            or self.literal
            or self.acronym
            or self.affiliation
            or self.orcid
        )

    @property
    def surname(self) -> str:
        """The family name with its non-dropping particle; for an institution the whole name."""
        return self.literal or _spaced(self.non_dropping_particle, self.family)

    @property
    def display(self) -> str:
        """The name as in running text: given name first."""
        if self.literal:
            return self.literal
        return _spaced(self.given, self.dropping_particle, self.non_dropping_particle, self.family, self.suffix)


(
    _set_family,
    _set_given,
    _set_dropping_particle,
    _set_non_dropping_particle,
    _set_suffix,
    _set_comma_suffix,
    _set_literal,
    _set_acronym,
    _set_affiliation,
    _set_orcid,
) = setters(Name)


def _spaced(*parts: str) -> str:
    """The parts that are not empty, joined by spaces, except after an apostrophe or hyphen: d'Alembert, al-Farabi."""
    return "".join(part if part[-1] in "'’-‐" else f"{part} " for part in parts if part).rstrip(" ")
