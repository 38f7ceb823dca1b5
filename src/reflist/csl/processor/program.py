"""A compiled style: functions that render citations and bibliography, and options (CSL 1.0.2, "Style Behavior")."""

from collections.abc import Callable, Mapping

from reflist.csl.locales import Locales, language
from reflist.csl.processor.elements import Compiler
from reflist.csl.processor.entries import entry
from reflist.csl.processor.look import look_of
from reflist.csl.processor.names import inherited
from reflist.csl.processor.plans import EntryPlans, TextPlans
from reflist.csl.processor.sequences import in_turn
from reflist.csl.processor.sorting import Key, compile_sort, date_keys
from reflist.csl.processor.state import State, Work
from reflist.csl.processor.tree import PLAIN, Box, Look, Node
from reflist.csl.styles import Style
from reflist.csl.xml import Element

SUFFIXED = ("year-suffix", "citation-label")
"""Variables that print the year suffix: a style with one of them places it itself."""

BY_CITE = "by-cite"
RULE = "givenname-disambiguation-rule"


class Area:
    """The citations or the bibliography of a style."""

    def __init__(self, style: Style, element: Element | None, locales: Locales) -> None:
        root = style.root
        macros = {macro.get("name", ""): macro for macro in root.all("macro")}
        style_options = root.attributes
        elements = (root,) if element is None else (root, element)
        compiler = Compiler(macros, locales, style_options, inherited(*elements))
        self.problems = compiler.problems
        self.options: Mapping[str, str] = {} if element is None else element.attributes
        layout = None if element is None else element.first("layout")
        self.look: Look = PLAIN if layout is None else look_of(layout.attributes)
        self.delimiter = "" if layout is None else layout.get("delimiter", "")
        self.render: Callable[[State], list[Node]] = (
            (lambda _state: []) if layout is None else in_turn(compiler.children(layout))
        )
        self.is_aligned = bool(self.options.get("second-field-align"))
        self.appearances = TextPlans(lambda state: Box(self.render(state)))
        self.entries = EntryPlans(
            lambda state: entry(self.render(state), self.look, language(locales.tag), is_aligned=self.is_aligned),
            locales,
            english=language(locales.tag) == "en",
        )
        sort = None if element is None else element.first("sort")
        self.keys: list[Key] = compile_sort(sort, compiler, language(locales.tag))
        self.date_keys = date_keys(sort, macros)  # how many sort keys there are up to the date
        used = _used(layout, macros)
        self.places_suffix = any(part.name == "text" and part.get("variable") in SUFFIXED for part in used)
        self.name_rule = self.options.get(RULE, BY_CITE)
        named = [{**compiler.name_defaults, **part.attributes} for part in used if part.name == "name"]
        surnames = [attributes for attributes in named if attributes.get("form") == "short"]
        # Whether given names are disambiguated where citations print only family names, and whether in full.
        self.adds_given_to_surnames = self.is_on("disambiguate-add-givenname") and bool(surnames)
        self.adds_full_given = self.adds_given_to_surnames and any("initialize-with" not in name for name in surnames)
        self.ambiguity_tests = compiler.ambiguity_tests  # how many conditions test whether works look alike

    def is_on(self, option: str) -> bool:
        """Whether an option is "true"."""
        return self.options.get(option) == "true"


class Program:
    """A style compiled for a language, ready to render."""

    def __init__(self, style: Style, tag: str | None = None) -> None:
        self.style = style
        self.locales = Locales(style, tag)
        self.english = language(self.locales.tag) == "en"
        root = style.root
        self.citation = Area(style, root.first("citation"), self.locales)
        element = root.first("bibliography")
        self.has_bibliography = element is not None
        self.bibliography = Area(style, element, self.locales)
        self.problems = [*dict.fromkeys((*self.citation.problems, *self.bibliography.problems))]
        self.is_note = root.get("class") == "note"

    def is_english(self, work: Work) -> bool:
        """Whether a work's titles are in English: by its language, else by the style's."""
        return work.language == "en" if work.language else self.english


def _used(layout: Element | None, macros: Mapping[str, Element]) -> list[Element]:
    """The elements in the layout and in the macros that it calls, directly or indirectly."""
    used, waiting, called = list[Element](), [layout] if layout else [], set[str]()
    while waiting:
        inside = [*waiting.pop().inside()]
        used += inside
        names = {element.get("macro", "") for element in inside if element.name == "text"}
        waiting += (macros[name] for name in macros if name in names and name not in called)
        called |= names
    return used
