"""Names (CSL 1.0.2, "Names"): lists of persons and institutions, abbreviated, joined, labelled, substituted."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from reflist.csl.locales import Locales, language
from reflist.csl.processor.look import look_of
from reflist.csl.processor.particles import LAST_LATIN
from reflist.csl.processor.person import SCRIPTS, NameOptions, Person, is_asian
from reflist.csl.processor.state import Render, State, Words, written
from reflist.csl.processor.textcase import recased
from reflist.csl.processor.tree import NOTHING, PLAIN, Box, Look, Node, Run, has_value, in_look, interned, prints_text
from reflist.csl.xml import Element, whole_number
from reflist.model import Name
from reflist.text import Text

INHERITED = frozenset(
    """and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first et-al-use-last
    et-al-subsequent-min et-al-subsequent-use-first initialize initialize-with name-as-sort-order
    sort-separator""".split()
)
"""Attributes that ``cs:style``, ``cs:citation`` and ``cs:bibliography`` pass on to names under the same name."""

RENAMED = {"name-form": "form", "name-delimiter": "delimiter"}
"""Attributes that they pass on to ``cs:name`` under another name."""

NAMES_DELIMITER = "names-delimiter"
TWO_ROLES = ("editor", "translator")
ROLES_TERM = "editortranslator"
WIDTH = 6
"""The number of digits to which counts of names are padded for comparison."""


def _cannot_meet(words: str) -> bool:
    """Whether no punctuation can meet where these delimiters and words stand between names."""
    return all(sign in " ,;&" or (sign.isalpha() and sign <= LAST_LATIN) for sign in words.removesuffix("."))


def _is_spaced(conjunction: str) -> bool:
    """Whether the word for "and" has spaces around it; a style may define it as ";"."""
    first = conjunction[:1]
    return first == "&" or (first.isalpha() and not any(low <= first <= high for low, high in SCRIPTS))


def in_language(words: Text, source: str, look: Look, language: str) -> Node:
    """Words of a language in a look, with the case already applied, since they are the same for many works."""
    words = Text.from_csl(words.to_csl().replace(".", "")) if look.strip_periods else words
    text = recased(words, look.text_case, True, language) if look.text_case else words
    return in_look(Run(text, source), interned(look._replace(text_case="", strip_periods=False)))


def inherited(*elements: Element) -> dict[str, str]:
    """The attributes that elements pass on to names; inner elements override outer ones."""
    name_defaults: dict[str, str] = {}
    for element in elements:
        for name, value in element.attributes.items():
            if name in INHERITED or name == NAMES_DELIMITER:
                name_defaults[name] = value
            elif name in RENAMED:
                name_defaults[RENAMED[name]] = value
    return name_defaults


class NamesSetting(NamedTuple):
    """How lists of names are formatted: the settings of ``cs:names`` and the elements in it."""

    variables: tuple[str, ...]
    look: Look
    delimiter: str
    name: Mapping[str, str]
    name_look: Look
    parts: Mapping[str, Look]
    et_al: str
    et_al_look: Look
    label: Element | None
    label_first: bool


def setting_of(element: Element, name_defaults: Mapping[str, str], outer: "NamesSetting | None" = None) -> NamesSetting:
    """The settings of a ``cs:names``. In a substitute, one without children takes those of the outer one."""
    children = {child.name: child for child in element}
    variables = tuple(element.get("variable", "").split())
    has_own = bool(children.keys() & {"name", "et-al"})
    if outer and not has_own:
        return outer._replace(variables=variables, look=PLAIN, label=children.get("label", outer.label))
    name = children.get("name")
    et_al = children.get("et-al")
    order = [child.name for child in element]
    label_first = "label" in order and "name" in order and order.index("label") < order.index("name")
    own = {} if name is None else name.attributes
    parts = () if name is None else name.all("name-part")
    return NamesSetting(
        variables,
        look_of(element.attributes),
        element.get("delimiter", name_defaults.get(NAMES_DELIMITER, "")),
        {**name_defaults, **own},
        look_of(own),
        {part.get("name", ""): look_of(part.attributes) for part in parts},
        "et-al" if et_al is None else et_al.get("term", "et-al"),
        PLAIN if et_al is None else look_of(et_al.attributes),
        children.get("label"),
        label_first,
    )


def compile_names(
    setting: NamesSetting,
    substitutes: Sequence[tuple[Render, Look]],
    locales: Locales,
    style_options: Mapping[str, str],
) -> Render:
    """Compile a ``cs:names``: its variables, or the first substitute that prints anything, in a look.

    Affixes of the names do not apply to substitutes: published styles rely on that.
    """
    names = NameList(setting, locales, style_options)
    write = written(names.write, *setting.variables, words=names.words)
    if not substitutes:
        return write

    def render(state: State) -> Node | None:
        found = write(state)
        if found is not None:
            return found
        called, filled, before = state.called, state.filled, state.substituting
        state.substituting = True
        for substitute, look in substitutes:
            state.called = state.filled = 0
            opens = state.first is None
            found = substitute(state)
            if state.without_names and opens and state.first is not None:
                state.called, state.filled, state.substituting = called + 1, filled + 1, before
                return NOTHING  # the names of another variable, which are suppressed
            if found is not None and prints_text(found):
                # A substitute that is only text or terms of the style is not a value: its group prints nothing.
                state.called, state.filled, state.substituting = called + 1, filled + (state.filled > 0), before
                if state.first is None:
                    state.first, state.words_first = [found], not has_value(found)
                    if state.without_names:
                        return NOTHING
                    found = Box([Box([found])])
                    state.first_list = found.parts
                return in_look(found, look)
        state.called, state.filled, state.substituting = called + 1, filled, before
        return None

    return render


class NameList:
    """Renders the lists of names of one ``cs:names``."""

    def __init__(self, setting: NamesSetting, locales: Locales, style_options: Mapping[str, str]) -> None:
        self.setting = setting
        self.locales = locales
        self.person = Person(NameOptions.of({**style_options, **setting.name}), setting.parts, language(locales.tag))
        name = setting.name
        self.form = name.get("form", "long")
        self.delimiter = name.get("delimiter", ", ")
        self.conjunction = {"text": locales.term("and") or "and", "symbol": "&"}.get(name.get("and", ""), "")
        self._between, self._last = Run(Text(self.delimiter)), Run(Text(f"{self.delimiter}… "))
        self._inside, self._affixes = interned(setting.name_look.inside), interned(setting.name_look.affixes)
        self.label = {} if setting.label is None else setting.label.attributes
        self.label_form = self.label.get("form", "long")
        self._label_look = look_of(self.label)
        self._labels: dict[tuple[str, bool], Node | None] = {}  # by term, and whether it is plural
        self._et_al_words = locales.term(setting.et_al) or ""
        self._et_al_node = Box([Run(Text(self._et_al_words), "term et-al")], setting.et_al_look)
        between = f"{self.delimiter}{self.conjunction} {self._et_al_words}"
        self._cannot_meet = self.person.flows and _cannot_meet(between) and setting.name_look == PLAIN
        self._single = setting.variables[0] if len(setting.variables) == 1 and self.form != "count" else ""
        look = setting.look
        is_cased = look.text_case or look.strip_periods
        is_one = self._single and self._cannot_meet and setting.label is None and not is_cased
        self.words = Words(self._as_text, look) if is_one else None
        self._two_roles = set(setting.variables) >= set(TWO_ROLES)
        least, first = whole_number(name, "et-al-min"), whole_number(name, "et-al-use-first")
        self._limits = least, first
        self._limits_subsequent = (
            whole_number(name, "et-al-subsequent-min") or least,
            whole_number(name, "et-al-subsequent-use-first") or first,
        )
        minima = [limit for limit, _ in (self._limits, self._limits_subsequent) if limit is not None]
        self._fewest: float = min(minima, default=inf)  # the least number of names that may be abbreviated

    def write(self, state: State) -> Node | None:
        """The names of all variables; None if there are none."""
        if self._single:
            return self._single_variable(state, self._single)
        written: list[Node] = []
        count = 0
        for variable, label, people in self._roles(state):
            state.called += 1
            if not people or variable in state.done:
                continue
            state.filled += 1
            if state.substituting:
                state.done.add(variable)
            if self.form == "count":
                count += self._shown(people, state, -1)[0]
                continue
            names = self._list(people, state, variable)
            if names is None:
                return NOTHING
            if not prints_text(names):
                continue
            written.append(self._with_label(names, label, people, state))
        if self.form == "count":
            return Run(Text(f"{count:0{WIDTH}d}" if state.sorting else str(count))) if count else None
        return Box(written, self.setting.look, self.setting.delimiter) if written else None

    def _single_variable(self, state: State, variable: str) -> Node | None:
        """The names of the single variable that most lists have, rendered as by `write`."""
        state.called += 1
        people = state.work.names.get(variable)
        if not people or variable in state.done:
            return None
        state.filled += 1
        if state.substituting:
            state.done.add(variable)
        names = self._list(people, state, variable)
        if names is None:
            return NOTHING
        if type(names) is not Run and not prints_text(names):
            return None
        if self.setting.label is not None:
            names = self._with_label(names, variable, people, state)
        return in_look(names, self.setting.look)

    def _roles(self, state: State) -> list[tuple[str, str, tuple[Name, ...]]]:
        """Variable, term of its label, and names; editors who are also the translators come once."""
        variables = self.setting.variables
        found = [(variable, variable, state.work.names.get(variable, ())) for variable in variables]
        if self._two_roles:
            editors, translators = (state.work.names.get(role, ()) for role in TWO_ROLES)
            if editors and editors == translators and self.locales.term(ROLES_TERM, self.label_form):
                kept = [role for role in found if role[0] not in TWO_ROLES]
                at = min(variables.index(role) for role in TWO_ROLES)
                return [*kept[:at], ("editor", ROLES_TERM, editors), *kept[at:]]
        return found

    def _with_label(self, names: Node, term: str, people: Sequence[Name], state: State) -> Node:
        if self.setting.label is None or state.sorting:
            return names
        plural = self.label.get("plural", "contextual")
        several = plural == "always" or (plural == "contextual" and len(people) > 1)
        if (term, several) not in self._labels:
            words = self.locales.term(term, self.label_form, several)
            look, tag = self._label_look, language(self.locales.tag)
            self._labels[term, several] = in_language(Text(words), f"label {term}", look, tag) if words else None
        label = self._labels[term, several]
        if label is None:
            return names
        return Box([label, names] if self.setting.label_first else [names, label])

    def _shown(self, people: Sequence[Name], state: State, number: int) -> tuple[int, bool]:
        """How many names are shown, and whether "et al." stands for the rest."""
        subsequent = "subsequent" in state.cite.positions and not state.sorting
        least, first = self._limits_subsequent if subsequent else self._limits
        if state.limits:
            least, first = state.limits.get("names-min", least), state.limits.get("names-use-first", first)
        if least is None or len(people) < least or first is None:
            return len(people), False
        shown = max(first, state.distinction.shown.get(number, 0))
        return (len(people), False) if shown >= len(people) else (shown, True)

    def _as_text(self, state: State) -> str | None:
        """The names of the only variable as one text, if they can be; see `Words`."""
        variable = self._single
        people = state.work.names.get(variable)
        if not people or not state.joins or (are_full := state.work.simple.get(variable)) is None:
            return None
        shown, shortened = self._count_shown(people, state, state.lists)
        if not shown or (shortened and self.setting.et_al_look is not PLAIN):
            return None
        state.lists += 1
        state.trace.append((people, shown))
        return self._as_one_text(people, shown, shortened, state.lists - 1, state, are_full=are_full)

    def _count_shown(self, people: Sequence[Name], state: State, number: int) -> tuple[int, bool]:
        """The same as `_shown`, with a short cut for lists that are too short to be abbreviated."""
        if len(people) < self._fewest and not state.limits:
            return len(people), False
        return self._shown(people, state, number)

    def _list(self, people: tuple[Name, ...], state: State, variable: str) -> Node | None:
        """One list of names; None if it is suppressed."""
        number = state.lists
        state.lists += 1
        shown, shortened = self._count_shown(people, state, number)
        state.trace.append((people, shown))
        if state.joins and self._cannot_meet and shown and variable in state.work.simple:
            are_full = state.work.simple[variable]
            joined = Run(Text(self._as_one_text(people, shown, shortened, number, state, are_full=are_full)), variable)
            has_end = shortened and not self._ends_in_last(people, shown, state) and not state.sorting
            apart = has_end and self._et_al_words and self.setting.et_al_look is not PLAIN
            return Box([joined, self._et_al_node]) if apart else joined
        written = [self._one(people, index, number, state, variable) for index in range(shown)]
        parts: list[Node]
        if len(written) == 1 and not shortened:
            parts = [*written]
        elif shortened and self._ends_in_last(people, shown, state):
            last = self._one(people, len(people) - 1, number, state, variable)
            parts = [*self._joined(written), self._last, last]
        elif shortened:
            parts = self._joined(written) if state.sorting else self._et_al(written)
        else:
            parts = self._conjoined(written, people, state)
        if state.first is None:
            state.first, state.others = written, shortened
            state.first_list = parts
            if state.without_names:
                return None
        return Box(parts, self._affixes if shortened else PLAIN)

    def _as_one_text(
        self, people: Sequence[Name], shown: int, shortened: bool, number: int, state: State, *, are_full: bool
    ) -> str:
        """A list of simple names between which no punctuation meets, as one text equal to that of `_list`.

        An "et al." with a look of its own is not included. ``are_full``: each has only a family name and a given name.
        """
        distinction, simple, sorting = state.distinction, self.person.simple, state.sorting
        is_distinct = distinction.given or distinction.namesakes
        if shown == len(people) == 1:
            person = people[0]
            return simple(person, 0, distinction.fullness(person, (number, 0)) if is_distinct else 0, sorting=sorting)
        if not are_full or is_distinct:
            written = [
                simple(people[index], index, distinction.fullness(people[index], (number, index)), sorting=sorting)
                for index in range(shown)
            ]
        else:
            written = self.person.all_simple(people[:shown], sorting=sorting)
        if shortened and self._ends_in_last(people, shown, state):
            last = len(people) - 1
            written.append(
                "… " + simple(people[last], last, distinction.fullness(people[last], (number, last)), sorting=sorting)
            )
        elif shortened and not sorting and self._et_al_words:
            end = self._et_al_words if self.setting.et_al_look is PLAIN else ""
            return self.delimiter.join(written) + self._before_et_al(shown) + end
        elif not shortened and shown > 1 and self.conjunction and not sorting:
            *before_it, last_one = written
            return self.delimiter.join(before_it) + self._before_last(shown, is_whole=False) + last_one
        return self.delimiter.join(written)

    def _one(self, people: Sequence[Name], index: int, number: int, state: State, variable: str) -> Node:
        fullness = state.distinction.fullness(people[index], (number, index))
        named = self.person.write(people[index], index, fullness, state, variable)
        return in_look(named, self._inside if people[index].literal else self.setting.name_look)

    def _ends_in_last(self, people: Sequence[Name], shown: int, state: State) -> bool:
        """Whether an abbreviated list ends in its last name, with names before it left out."""
        uses_last = self.setting.name.get("et-al-use-last") == "true"
        return bool(state.limits.get("names-use-last", uses_last)) and len(people) > shown + 1

    def _joined(self, written: Sequence[Node]) -> list[Node]:
        parts: list[Node] = []
        for node in written:
            if parts:
                parts.append(self._between)
            parts.append(node)
        return parts

    def _et_al(self, written: list[Node]) -> list[Node]:
        words = self._et_al_words
        if not words or not written:
            return self._joined(written)
        return [
            *self._joined(written),
            Run(Text(self._before_et_al(len(written)))),
            self._et_al_node,
        ]

    def _before_et_al(self, count: int) -> str:
        """What is between this many names and "et al."."""
        rule = self.setting.name.get("delimiter-precedes-et-al", "contextual")
        delimited = self._precedes(rule, count, first_inverted=self.person.inverts(count - 1))
        before = self.delimiter if delimited else ""
        return before if before.endswith(" ") or is_asian(self._et_al_words[:1]) else before + " "

    def _conjoined(self, written: list[Node], people: Sequence[Name], state: State) -> list[Node]:
        if len(written) < 2 or not self.conjunction or state.sorting:
            return self._joined(written)
        whole, ends_whole = (bool(people[at].literal) for at in (len(written) - 2, -1))
        before = self._before_last(len(written), is_whole=whole, ends_whole=ends_whole)
        return [*self._joined(written[:-1]), Run(Text(before)), written[-1]]

    def _before_last(self, count: int, *, is_whole: bool, ends_whole: bool = False) -> str:
        """What is before the last of this many names.

        ``is_whole``: the name before it is an institution's; ``ends_whole``: the last name is.
        """
        rule = self.setting.name.get("delimiter-precedes-last", "contextual")
        inverted = self.person.inverts(count - 2) and not is_whole
        delimited = self._precedes(rule, count - 1, first_inverted=inverted)
        if rule == "always" and count == 2 and ends_whole:
            delimited = False  # a comma here would look like part of a name: Justice, & Home Office
        before, between = (self.delimiter if delimited else " "), f"{self.conjunction} "
        if not _is_spaced(self.conjunction):
            before, between = "", self.conjunction
        elif not before.endswith(" "):
            before += " "
        return before + between

    def _precedes(self, rule: str, names_before: int, *, first_inverted: bool) -> bool:
        """Whether the delimiter is printed before "and" or "et al." (CSL 1.0.2, "Name", delimiter-precedes-last)."""
        if rule == "after-inverted-name":
            return first_inverted
        return rule == "always" or (rule == "contextual" and names_before > 1)
