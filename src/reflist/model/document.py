"""What contains or combines references: papers that cite, works that are cited, and remainders."""

from collections.abc import Mapping

from reflist.model.reference import Reference, Value
from reflist.report import Place
from reflist.value import Frozen, sealed


class Citation(Frozen):
    """One work mentioned in running text.

    ``text`` is the citation as printed for this work ("DoH 1997; 2001" gives "DoH 1997" and "2001"), ``line`` its line.
    ``names`` are family names or an institution as printed; ``others`` is whether "et al." or the like follows;
    ``year`` is the printed year or word ("forthcoming"), ``suffix`` the year suffix, ``locator`` the page or pages.
    """

    __slots__ = ("text", "line", "names", "others", "year", "suffix", "locator")

    text: str
    line: int
    names: tuple[str, ...]
    others: bool
    year: str
    suffix: str
    locator: str

    def __init__(
        self, text: str, line: int, names: tuple[str, ...], others: bool, year: str, suffix: str = "", locator: str = ""
    ) -> None:
        put = self._set
        put("text", text)
        put("line", line)
        put("names", names)
        put("others", others)
        put("year", year)
        put("suffix", suffix)
        put("locator", locator)


class Paper(Frozen):
    """A document that cites: its own reference, the references it lists, and the citations in its text."""

    __slots__ = ("reference", "references", "citations")

    reference: Reference
    references: tuple[Reference, ...]
    citations: tuple[Citation, ...]

    def __init__(
        self, reference: Reference, references: tuple[Reference, ...] = (), citations: tuple[Citation, ...] = ()
    ) -> None:
        put = self._set
        put("reference", reference)
        put("references", references)
        put("citations", citations)

    @property
    def source(self) -> str:
        """The name of the source that the paper was read from."""
        return self.reference.origin.source


class Remainder(Frozen):
    """Raw text of a file that belongs to no reference (a ``@preamble``, a broken entry), with its format and place."""

    __slots__ = ("format", "raw", "place")

    format: str
    raw: str
    place: Place

    def __init__(self, format: str, raw: str, place: Place) -> None:
        put = self._set
        put("format", format)
        put("raw", raw)
        put("place", place)


class Evidence(Frozen):
    """Why two members are (or may be) the same work: their ids, a score from 0 to 1, and the reasons in words."""

    __slots__ = ("members", "score", "reasons")

    members: tuple[str, str]
    score: float
    reasons: tuple[str, ...]

    def __init__(self, members: tuple[str, str], score: float, reasons: tuple[str, ...]) -> None:
        put = self._set
        put("members", members)
        put("score", score)
        put("reasons", reasons)


class Variant(Frozen):
    """A member's value that differs from that of the merged reference."""

    __slots__ = ("value", "member")

    value: Value
    member: str

    def __init__(self, value: Value, member: str) -> None:
        put = self._set
        put("value", value)
        put("member", member)


class Work(Frozen):
    """A work, with the references that turned out to describe it.

    ``reference`` is the merged one and has the work's id; ``members`` are the references as read, with ids made
    distinct (``id``, ``id#2``); ``cited_by`` holds the sorted ids of the papers that cite it.
    """

    __slots__ = ("reference", "members", "evidence", "variants", "cited_by")

    reference: Reference
    members: tuple[Reference, ...]
    evidence: tuple[Evidence, ...]
    variants: Mapping[str, tuple[Variant, ...]]
    cited_by: tuple[str, ...]

    def __init__(
        self,
        reference: Reference,
        members: tuple[Reference, ...],
        evidence: tuple[Evidence, ...] = (),
        variants: Mapping[str, tuple[Variant, ...]] | None = None,
        cited_by: tuple[str, ...] = (),
    ) -> None:
        put = self._set
        put("reference", reference)
        put("members", members)
        put("evidence", evidence)
        put("variants", sealed(variants))
        put("cited_by", cited_by)

    @property
    def id(self) -> str:
        """The work's id: that of its merged reference."""
        return self.reference.id
