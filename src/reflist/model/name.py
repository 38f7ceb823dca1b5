"""A name, of a person or an institution."""

from reflist.value import Frozen


class Name(Frozen):
    """A name as CSL-JSON 1.0.2 defines it: of a person (family, given, particles, suffix) or whole (literal).

    ``acronym`` is what a source prints beside an institution's name (``Department of Health (DOH)``); it is no part
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
        put = self._set
        put("family", family)
        put("given", given)
        put("dropping_particle", dropping_particle)
        put("non_dropping_particle", non_dropping_particle)
        put("suffix", suffix)
        put("comma_suffix", comma_suffix)
        put("literal", literal)
        put("acronym", acronym)
        put("affiliation", affiliation)
        put("orcid", orcid)

    @property
    def is_institution(self) -> bool:
        """Whether it is kept whole."""
        return bool(self.literal)

    @property
    def surname(self) -> str:
        """The family name with the particle that belongs to it; the whole of an institution's name."""
        return self.literal or _spaced(self.non_dropping_particle, self.family)

    @property
    def display(self) -> str:
        """As one would write it in running text: given name first."""
        if self.literal:
            return self.literal
        return _spaced(self.given, self.dropping_particle, self.non_dropping_particle, self.family, self.suffix)


def _spaced(*parts: str) -> str:
    """The parts that are there, a space between them; none after an apostrophe or hyphen: d'Alembert, al-Farabi."""
    return "".join(part if part[-1] in "'’-‐" else f"{part} " for part in parts if part).rstrip(" ")
