"""Names in a style that do not exist: elements and variables of CSL, terms of its language (CSL 1.0.2)."""

from collections.abc import Iterator

from reflist.csl.locales import Locales
from reflist.csl.processor.problems import Problem
from reflist.csl.xml import Element
from reflist.model import KINDS
from reflist.report import Rule, Severity

NOT_KNOWN = Rule(
    "style-name-unknown",
    Severity.ERROR,
    "A citation style has an element, or names a variable or a term, that CSL does not know. Nothing is printed in its "
    "place.",
)

RENDERING = frozenset("text number label date names group choose".split())
"""The rendering elements."""

KNOWN = RENDERING | frozenset(
    """macro citation bibliography layout sort key if else-if else date-part name name-part et-al substitute institution
    institution-part intext""".split()
)
"""The elements of CSL outside locales and ``cs:info``; the last three are from its extensions for law."""

ASIDE = frozenset({"info", "locale"})
"""Elements whose content does not affect how works are rendered."""


def unknown_names(root: Element, locales: Locales) -> Iterator[Problem]:
    """The elements, variables and terms in a style that do not exist, in order, each with its line."""
    for part in root:
        if part.name not in ASIDE:
            for element in (part, *part.inside()):
                for what in _unknown(element, locales):
                    yield Problem(NOT_KNOWN, f"there is no {what}", element.line)


def _unknown(element: Element, locales: Locales) -> Iterator[str]:
    if element.name not in KNOWN:
        yield f"element {element.name!r}"
    if element.name in RENDERING:
        for variable in element.get("variable", "").split():
            if variable not in KINDS:
                yield f"variable {variable!r}"
        term = element.get("term")
        if term and not locales.has_term(term):
            yield f"term {term!r}"
