"""How publishers print references in their journals: names, journals, ranges and days.

``pools/publishers.toml`` has the templates; a kind without templates is printed as another, given by `INSTEAD`.
"""

import tomllib
from pathlib import Path
from typing import NamedTuple

Templates = dict[str, list[str]]
"""Templates by the kind of work."""


class Names(NamedTuple):
    """How names are written (`naming.Naming`): the form of the initials of J. K., order, and what joins names."""

    given: str
    order: str
    between: str = ", "
    final: str = ", "
    pair: str = ", "
    others: str = ", et al."
    most_names: int = 99
    shown: int = 1
    upper: bool = False


class Publisher(NamedTuple):
    """The choices of a publisher.

    ``table`` names its templates. ``journals``: full, abbreviated, or bare (abbreviated without stops). ``day`` and
    ``days`` are forms for a day and for the days of a congress, of which a random one is taken.
    """

    table: str
    authors: Names
    editors: Names
    journals: str = "abbreviated"
    numbers: tuple[str, ...] = ("",)
    dash: str = "–"
    shortens: bool = False
    day: tuple[str, ...] = ("{d} {m} {y}",)
    days: tuple[str, ...] = ("{d}–{e} {m} {y}",)
    short_months: bool = False

    @property
    def templates(self) -> Templates:
        """The templates for works of each kind."""
        return _BY_NAME[self.table]


ALTERNATIVES = {"preprint": "web", "software": "web", "dataset": "software", "standard": "book", "report": "book"}
"""The kind as which another is printed."""

VANCOUVER = Names("JK", "no comma", others=", et al", most_names=6, shown=6)
SEMICOLONS = Names("J.K.", "inverted", "; ", "; ", "; ", "; et al.", most_names=10, shown=10)
INITIALS_FIRST = Names("J. K.", "straight", ", ", ", and ", " and ", " et al.", most_names=6)
COMMAS = Names("J.K.", "inverted", most_names=8, shown=6)
AMPERSANDS = Names("J. K.", "inverted", ", ", " & ", " & ", " et al.", most_names=5)
APA = Names("J. K.", "inverted", ", ", ", & ", ", & ", ", et al.", most_names=20, shown=19)
ANDS = Names("J. K.", "inverted", ", ", ", and ", ", and ", ", et al.", most_names=10, shown=6)
GLUED_ANDS = ANDS._replace(given="J.K.")
FULL = Names("full", "straight", ", ", ", and ", " and ", " et al.", most_names=10)
STRAIGHT = Names("J. K.", "straight", ", ", ", and ", " and ", ", et al.", most_names=9)
GLUED_STRAIGHT = STRAIGHT._replace(given="J.K.", final=", ", pair=", ")

NUMBERED = ("", "", "{}. ", "{}. ", "{} ")
BRACKETED = ("", "", "[{}] ", "[{}] ")

TEMPLATES = Path(__file__).with_name("pools") / "publishers.toml"


def _templates() -> dict[str, Templates]:
    """The templates of each table, including those of the table that it extends."""
    found: dict[str, Templates] = {}
    for name, table in tomllib.loads(TEMPLATES.read_text("utf-8")).items():
        found[name] = found.get(table.pop("like", ""), {}) | table
    return found


_BY_NAME = _templates()

SPACED = INITIALS_FIRST._replace(given="J K", order="no comma", final=" and ", pair=" and ")
FEW = VANCOUVER._replace(most_names=3, shown=3)
SHORT = ("{y} {m} {d}",)

PUBLISHERS = {
    "MDPI": Publisher("mdpi", SEMICOLONS, SEMICOLONS, numbers=NUMBERED),
    "IEEE": Publisher(
        "ieee",
        INITIALS_FIRST,
        INITIALS_FIRST,
        numbers=BRACKETED,
        day=("{m} {d}, {y}", "{d}-{m}-{y}", "{m} {d}, {y}"),
        short_months=True,
    ),
    "Hindawi": Publisher("ieee", STRAIGHT, STRAIGHT, "full", NUMBERED),
    "NLM": Publisher("nlm", VANCOUVER, FEW, "bare", NUMBERED, "-", True, SHORT, ("{y} {m} {d}-{e}",), True),
    "BioMed Central": Publisher("nlm", VANCOUVER, VANCOUVER, "bare", NUMBERED, "–", True, short_months=True),
    "PLOS": Publisher("nlm", VANCOUVER, VANCOUVER, "bare", NUMBERED, "–"),
    "PLOS, old": Publisher("plos-old", VANCOUVER, VANCOUVER, "bare", NUMBERED, "–"),
    "AMA": Publisher(
        "ama", VANCOUVER._replace(shown=3, others=", et al."), VANCOUVER, "bare", NUMBERED, "-", day=("{m} {d}, {y}",)
    ),
    "BMJ": Publisher("bmj", VANCOUVER._replace(shown=3), VANCOUVER, "bare", NUMBERED, "–", True),
    "Elsevier, Vancouver": Publisher("nlm", VANCOUVER, VANCOUVER, "bare", BRACKETED, "–", True),
    "Elsevier, Harvard": Publisher(
        "elsevier-harvard", COMMAS._replace(most_names=30), COMMAS, day=("{d} {m} {y}", "{d}.{n}.{y2}")
    ),
    "Elsevier, Harvard in full": Publisher("elsevier-harvard", COMMAS._replace(most_names=30), COMMAS, "full"),
    "Elsevier, numbered": Publisher(
        "elsevier-numbered", GLUED_STRAIGHT, GLUED_STRAIGHT, numbers=BRACKETED, day=("{m} {d}, {y}",)
    ),
    "Nature": Publisher("nature", AMPERSANDS, AMPERSANDS, numbers=NUMBERED),
    "Science": Publisher("science", GLUED_STRAIGHT._replace(given="J. K."), STRAIGHT, numbers=NUMBERED),
    "Cell": Publisher("cell", GLUED_ANDS, GLUED_STRAIGHT, numbers=("", "", "{}. ")),
    "Frontiers": Publisher("frontiers", ANDS, STRAIGHT._replace(final=" and ")),
    "ACM": Publisher("acm", FULL, FULL, "full", BRACKETED, day=("{m} {d}, {y}",)),
    "ACM, abbreviated": Publisher("acm", FULL, FULL, "abbreviated", BRACKETED, day=("{m} {d}, {y}",)),
    "ACS": Publisher(
        "acs", SEMICOLONS._replace(given="J. K."), SEMICOLONS._replace(given="J. K."), numbers=("", "({}) ", "{} ")
    ),
    "RSC": Publisher(
        "rsc", INITIALS_FIRST._replace(final=" and "), INITIALS_FIRST._replace(final=" and "), numbers=NUMBERED
    ),
    "Physics": Publisher("physics", INITIALS_FIRST, INITIALS_FIRST, numbers=BRACKETED),
    "Springer, basic": Publisher(
        "springer-basic", VANCOUVER._replace(most_names=8, shown=3), VANCOUVER, "bare", numbers=("", "", "{}. ")
    ),
    "Springer, basic in full": Publisher("springer-basic", VANCOUVER, VANCOUVER, "full"),
    "Springer, LNCS": Publisher("lncs", COMMAS, COMMAS, numbers=("", "{}. ")),
    "Wiley": Publisher("wiley", VANCOUVER._replace(most_names=9), VANCOUVER, "full"),
    "Wiley, commas": Publisher("wiley", GLUED_ANDS._replace(final=" & ", pair=" & "), STRAIGHT, "full"),
    "APA": Publisher("author-date", APA, STRAIGHT._replace(final=", & ", pair=" & "), "full", day=("{m} {d}, {y}",)),
    "Taylor & Francis": Publisher(
        "chicago", ANDS._replace(order="first inverted"), STRAIGHT, "full", day=("{m} {d}, {y}",)
    ),
    "Copernicus": Publisher("copernicus", ANDS._replace(most_names=15), ANDS),
    "IOP": Publisher("iop", SPACED, SPACED, numbers=BRACKETED),
    "Royal Society": Publisher("royal-society", VANCOUVER._replace(most_names=9), VANCOUVER, numbers=NUMBERED),
    "Emerald": Publisher(
        "emerald",
        COMMAS._replace(final=" and ", pair=" and "),
        COMMAS._replace(final=" and ", pair=" and "),
        "full",
        dash="-",
    ),
}
"""All publishers, each equally frequent."""
