"""The rendering elements, each compiled into a function from state to tree (CSL 1.0.2, "Rendering Elements")."""

from collections.abc import Callable, Mapping
from functools import partial

from reflist.csl.locales import Locales, language
from reflist.csl.processor.conditions import compile_condition
from reflist.csl.processor.dates import compile_date
from reflist.csl.processor.look import look_of
from reflist.csl.processor.names import NamesSetting, compile_names, in_language, setting_of
from reflist.csl.processor.numbers import formatted, is_numeric, is_plural, page_range
from reflist.csl.processor.problems import CALLS_ITSELF, LARGEST, NO_MACRO, TOO_LARGE, Problem
from reflist.csl.processor.sequences import Branches, chosen, first_of, grouped
from reflist.csl.processor.state import SHORT_OF, Render, State, Test, Words, asked, label_of, written
from reflist.csl.processor.textcase import recased
from reflist.csl.processor.tree import PLAIN, Box, Look, Node, Run, in_look, interned
from reflist.csl.xml import Element
from reflist.late import late
from reflist.text import Text

_LABELLED = late(r"[^\W\d_]{2,}\.\s+\S")
NUMBER_OF = ("number-of-pages", "number-of-volumes")
"""Variables that mean several if their number is larger than one (CSL 1.0.2, "Label", plural)."""

COUNTED = ("chapter-number", "collection-number", "issue", "volume")
"""Variables of numbers that may be ranges and are printed with a range's dash: issue 3–4."""

_OWN_LABEL = late(r"^pp?\.\s*(?=[^\W_]*\d)")
PAGES = ("page", "page-first", "locator")
"""Variables that hold page ranges."""


class Compiler:
    """Compiles the elements of one area of a style: its citations or its bibliography."""

    def __init__(
        self,
        macros: Mapping[str, Element],
        locales: Locales,
        style_options: Mapping[str, str],
        name_defaults: Mapping[str, str],
    ) -> None:
        self.macros = macros
        self.locales = locales
        self.language = language(locales.tag)
        self.style_options = style_options  # the style's global options
        self.name_defaults = name_defaults  # attributes of names that the area passes on
        # Macros by name and by whether they are called inside a parenthesis, with the number of elements each renders.
        self._compiled: dict[tuple[str, int], tuple[list[Render], int]] = {}
        self._size = 0  # how many elements the area renders in all, counting a macro's at each call
        self._open: list[str] = []
        self._parentheses = 0  # how many parentheses are open around the current element, in notes
        self._enclosed = 0  # how many groups and macro calls are around it
        self._delimiter = ""  # the delimiter of the current group or macro
        self._names: NamesSetting | None = None  # the setting of the names that the current elements substitute
        self._alternatives = False  # whether the current elements are substitutes, of which only one is rendered
        self._groups: set[Render] = set()
        self._choices: dict[Render, Branches] = {}
        self.problems: list[Problem] = []
        self.ambiguity_tests = 0  # how many conditions test whether works look alike

    def children(self, element: Element) -> list[Render]:
        """The compiled children of an element; in a substitute, the first of them that can be compiled."""
        renders = [self.element(child) for child in element if child.name in ELEMENTS]
        return [first_of(renders)] if self._alternatives and len(renders) > 1 else renders

    def _delimited(self, element: Element, delimiter: str) -> list[Render]:
        """The compiled children of an element that sets the delimiter, which also holds for a ``cs:choose`` in it."""
        outer = self._delimiter, self._alternatives
        self._delimiter, self._alternatives = delimiter, False
        renders = self.children(element)
        self._delimiter, self._alternatives = outer
        return renders

    def element(self, element: Element) -> Render:
        """Compile one element."""
        self._size += 1
        return ELEMENTS[element.name](self, element)

    def macro(self, name: str, line: int | None = None) -> list[Render]:
        """The compiled parts of a macro.

        A macro that is missing, calls itself, or makes the area too large renders nothing there, and is a problem.
        """
        if name not in self.macros:
            self.problems.append(Problem(NO_MACRO, f"there is no macro {name!r}", line))
            return []
        if name in self._open:
            self.problems.append(Problem(CALLS_ITSELF, f"macro {name!r} calls itself", line))
            return []
        key = name, self._parentheses % 2
        if key not in self._compiled:
            self._compiled[key] = self._new_macro(name)
        renders, size = self._compiled[key]
        if self._size + size > LARGEST:
            self.problems.append(Problem(TOO_LARGE, f"with macro {name!r} there are more than {LARGEST:,}", line))
            return []
        self._size += size
        return renders

    def _new_macro(self, name: str) -> tuple[list[Render], int]:
        self._open.append(name)
        names, self._names = self._names, None
        outside, self._size = self._size, 0
        compiled = self._delimited(self.macros[name], ""), self._size
        self._size = outside
        self._names = names
        self._open.pop()
        return compiled

    # --- text ---------------------------------------------------------------------------------------------------------

    def text(self, element: Element) -> Render:
        """``cs:text``: a variable, a macro, a term or a value."""
        look = self._look(element)
        if (name := element.get("macro")) is not None:
            # The macro's parts have text cases of their own; published styles expect no other to be applied to them.
            look = self._bracketed(interned(look._replace(text_case="")))
            return self._grouped(self._within(look, partial(self.macro, name, element.line)), look, "")
        if (name := element.get("variable")) is not None:
            return self._variable(name, element.get("form", "long"), look)
        if (name := element.get("term")) is not None:
            words = self.locales.term(name, element.get("form", "long"), element.get("plural") == "true")
            return _constant(in_language(Text.from_csl(words), f"term {name}", look, self.language) if words else None)
        value = Text.from_csl(element.get("value") or "")
        return _constant(in_look(Run(value), look) if value else None)

    def _variable(self, name: str, form: str, look: Look) -> Render:
        if name == "year-suffix":
            return self._letter(look)
        short = SHORT_OF.get(name) if form == "short" else None
        outside = interned(look._replace(text_case="", strip_periods=False))
        value = _value_of(name)
        prepare = self._preparation(name, look)

        def found(state: State) -> Text | None:
            text = state.work.values.get(short) if short else None
            return value(state) if text is None else text

        def render(state: State) -> Node | None:
            state.called += 1
            if name in state.done:
                return None
            text = found(state)
            if text is None:
                return None
            state.filled += 1
            if state.substituting:
                state.done.add(name)
            run = Run(prepare(text, state) if prepare else text, name)
            return run if outside is PLAIN else Box([run], outside)

        ranges = None if look.text_case or look.strip_periods else self._count_form(name) or self._range_form(name)

        def words(state: State) -> str | None:
            text = state.work.values.get(name) if short is None else found(state)
            if text is None or text.spans:
                return None
            if ranges is not None and not state.sorting:
                return ranges(text.plain)  # as `prepare` does it, without its other steps
            return prepare(text, state).plain if prepare else text.plain

        found_first = None if name in CITED else Words(words, outside)
        return written(
            render, *_variables(name, *([short] if short else [])), words=found_first, where=CITE_TESTS.get(name)
        )

    def _preparation(self, name: str, look: Look) -> Callable[[Text, State], Text] | None:
        """What is done to the value of a variable before its look is applied; None for nothing."""
        ranges, case = self._count_form(name) or self._range_form(name), look.text_case
        if not (case or look.strip_periods or ranges):
            return None

        def prepare(text: Text, state: State) -> Text:
            if ranges is not None and not state.sorting:
                written = ranges(text.plain)
                text = text if written == text.plain else Text(written)
            if look.strip_periods:
                text = Text.from_csl(text.to_csl().replace(".", ""))
            return recased(text, case, state.english, state.work.language or self.language) if case else text

        return prepare

    def _count_form(self, name: str) -> Callable[[str], str] | None:
        if name not in COUNTED:
            return None

        def write(printed: str) -> str:
            is_range = not printed.isdecimal() and is_numeric(printed)
            return formatted(printed, "numeric", self.locales) if is_range else printed

        return write

    def _range_form(self, name: str) -> Callable[[str], str] | None:
        if name not in PAGES:
            return None
        form = self.style_options.get("page-range-format", "")
        term = self.locales.term("page-range-delimiter")
        delimiter = "–" if term is None else term
        ampersand = f" {self.locales.term('and', 'symbol') or '&'} "

        def write(printed: str) -> str:
            bare = _OWN_LABEL.sub("", printed) if printed.startswith("p") else printed
            return page_range(bare, form, delimiter).replace(" & ", ampersand)

        return write

    @staticmethod
    def _letter(look: Look) -> Render:
        is_there = asked(lambda state: bool(state.distinction.letter))

        def render(state: State) -> Node | None:
            state.called += 1
            state.filled += 1
            state.lettered = True
            return in_look(Run(Text(state.distinction.letter), "year-suffix"), look)

        write = written(render)
        # A missing value from the document does not count as an empty variable of the group.
        return lambda state: write(state) if is_there(state) else None

    # --- numbers and labels -------------------------------------------------------------------------------------------

    def number(self, element: Element) -> Render:
        """``cs:number``: a number in a form; text that is not numeric as it is."""
        name, form = element.get("variable", ""), element.get("form", "numeric")
        look = self._bracketed(self._look(element))
        ranges = self._range_form(name)
        gender = self.locales.gender(name)
        value = _value_of(name)

        def render(state: State) -> Node | None:
            state.called += 1
            if name in state.done:
                return None
            text = value(state)
            if text is None:
                return None
            state.filled += 1
            if state.substituting:
                state.done.add(name)
            if state.sorting and is_numeric(text.plain) and (padded := _padded(text.plain)):
                return Run(Text(padded), name)
            printed = formatted(text.plain, form, self.locales, gender) if is_numeric(text.plain) else text.plain
            if ranges is not None:
                printed = ranges(text.plain)
            return in_look(Run(Text(printed) if printed != text.plain else text, name), look)

        return written(render, *_variables(name), where=CITE_TESTS.get(name))

    def label(self, element: Element) -> Render:
        """``cs:label``: the term of a number variable, in the plural if it means several."""
        name, form, look = element.get("variable", ""), element.get("form", "long"), self._look(element)
        plural = element.get("plural", "contextual")
        value = _value_of(name)
        labels: dict[tuple[str, bool], Node | None] = {}  # by term, and whether it is plural

        def render(state: State) -> Node | None:
            text = value(state)
            if text is None:
                state.called += name != "locator"
                return None
            if name == "locator" and _LABELLED.match(text.plain):
                return None  # it has its own label
            term = state.cite.label if name == "locator" else name
            if plural == "contextual":
                several = (
                    text.plain.strip() not in ("1", "") and text.plain.isdecimal()
                    if name in NUMBER_OF
                    else is_plural(text.plain)
                )
            else:
                several = plural == "always"
            if (term, several) not in labels:
                words = self.locales.term(term, form, several)
                words = words or self.locales.term(term.replace(" ", "-"), form, several)
                labels[term, several] = (
                    in_language(Text(words), f"label {term}", look, self.language) if words else None
                )
            return labels[term, several]

        return written(render, *_variables(name), where=CITE_TESTS.get(name))

    # --- the others ---------------------------------------------------------------------------------------------------

    def date(self, element: Element) -> Render:
        """``cs:date``."""
        look = self._bracketed(self._look(element))
        render, words = compile_date(element, self.locales, look)
        return written(render, element.get("variable", ""), words=words)

    def names(self, element: Element) -> Render:
        """``cs:names`` and its substitutes."""
        setting = setting_of(element, self.name_defaults, self._names)
        outer = self._names, self._alternatives
        self._names, self._alternatives = setting, True
        substitutes = [
            (self.element(other), setting.look if other.name == "names" else interned(setting.look.inside))
            for child in element
            if child.name == "substitute"
            for other in child
            if other.name in ELEMENTS
        ]
        self._names, self._alternatives = outer
        return compile_names(setting, substitutes, self.locales, self.style_options)

    def group(self, element: Element) -> Render:
        """``cs:group``: nothing if it calls variables and all of them are empty."""
        look, delimiter = self._bracketed(self._look(element)), element.get("delimiter", "")
        return self._grouped(self._within(look, partial(self._delimited, element, delimiter)), look, delimiter)

    def _look(self, element: Element) -> Look:
        """The look of an element. Nested elements are never displayed as blocks: published styles do not expect it."""
        look = look_of(element.attributes)
        return interned(look._replace(display=None)) if self._enclosed and look.display else look

    def _bracketed(self, look: Look) -> Look:
        """A look inside parentheses, with square brackets in place of its own parentheses, as in notes."""
        if self._parentheses % 2 and _is_parenthesis(look):
            return look._replace(prefix=look.prefix.replace("(", "["), suffix=look.suffix.replace(")", "]"))
        return look

    def _within(self, look: Look, compiled: Callable[[], list[Render]]) -> list[Render]:
        """What is compiled inside the affixes of a look."""
        opened = self.style_options.get("class") == "note" and (_is_parenthesis(look) or _is_parenthesis(look, "[]"))
        self._parentheses += opened
        self._enclosed += 1
        renders = compiled()
        self._enclosed -= 1
        self._parentheses -= opened
        return renders

    def _grouped(self, renders: list[Render], look: Look, delimiter: str) -> Render:
        """A group or a called macro; one that holds only a group, or only a choose, is merged with that."""
        branches: Branches = [(None, renders)]
        if len(renders) == 1:
            if look is PLAIN and renders[0] in self._groups:
                return renders[0]
            branches = self._choices.get(renders[0], branches)
        group = grouped(branches, look, delimiter)
        self._groups.add(group)
        return group

    def choose(self, element: Element) -> Render:
        """``cs:choose``: the first branch whose condition is true; its parts have the delimiter of those around it."""
        delimiter = self._delimiter
        branches: Branches = []
        before = most = self._size
        for branch in element:
            if (kind := branch.name) in ("if", "else-if", "else"):
                self._size = before  # only one branch is rendered, so the largest counts
                self.ambiguity_tests += branch.get("disambiguate") is not None
                condition = compile_condition(branch, self.ambiguity_tests) if kind != "else" else None
                branches.append((condition, self.children(branch)))
                most = max(most, self._size)
        self._size = most
        choice = chosen(branches, delimiter)
        self._choices[choice] = branches
        return choice


ELEMENTS: dict[str, Callable[[Compiler, Element], Render]] = {
    "text": Compiler.text,
    "number": Compiler.number,
    "label": Compiler.label,
    "date": Compiler.date,
    "names": Compiler.names,
    "group": Compiler.group,
    "choose": Compiler.choose,
}
"""The rendering elements, with the methods that compile them."""


def _is_parenthesis(look: Look, marks: str = "()") -> bool:
    """Whether the affixes of a look form parentheses."""
    return marks[0] in look.prefix and marks[1] in look.suffix


def _constant(node: Node | None) -> Render:
    return lambda _state: node


def _value_of(name: str) -> Callable[[State], Text | None]:
    """A function that gives the value of a text or number variable, of the work or of the document."""
    cited = CITED.get(name)
    if cited is None:
        return lambda state: state.work.values.get(name)

    def value(state: State) -> Text | None:
        found = cited(state)
        return Text.from_csl(found) if found else None

    return value


CITED: Mapping[str, Callable[[State], str]] = {
    "locator": lambda state: state.cite.locator,
    "citation-number": lambda state: str(state.work.number) if state.work.number else "",
    "first-reference-note-number": lambda state: str(state.cite.first_note) if state.cite.first_note else "",
    "citation-label": lambda state: label_of(state.work) + state.distinction.letter,
}
"""The variables whose values come from the document, not from the work."""

CITE_TESTS: Mapping[str, Test] = {"locator": asked(lambda state: bool(state.cite.locator))}
"""Those of them that most cites lack, and the test whether one is present."""


def _variables(name: str, *others: str) -> tuple[str, ...]:
    """The variables of a work whose value is printed; none if the document provides the value."""
    return () if name in CITED else (name, *others)


def _padded(number: str) -> str:
    """The first number padded to a fixed width, by which numbers sort as text; empty if there is none."""
    digits = "".join(character for character in number if character.isdecimal())
    return digits and digits.zfill(20)
