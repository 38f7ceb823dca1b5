"""The words and conventions of a language: terms, quotation marks, ordinals, dates, options.

They are looked up in the order that CSL defines (CSL 1.0.2, "Locale fallback").
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reflist.csl.resources import locale_file, locale_index
from reflist.csl.styles import DEFAULT_LOCALE, Style
from reflist.csl.xml import LANG, Element, parse

FORM_FALLBACK = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}
"""The form of a term used if a locale lacks the one asked for (CSL 1.0.2, "Terms")."""

ORDINAL = "ordinal"


class Term(NamedTuple):
    """A term: singular, plural, its gender as a noun, and how an ordinal matches numbers."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


Terms = dict[tuple[str, str, str], Term]
"""Terms by (name, form, the gender of the noun that it goes with); the long form is "long"."""


class Locales:
    """The locales for a style in a language; the first that has an answer gives it.

    In order: the style's own for the dialect, for its language, for all languages; then the files for the dialect, for
    the language's primary dialect, for en-US. A file is read only if those before it have no answer.
    """

    __slots__ = ("tag", "_own", "_own_terms", "_files", "_ordinals", "_found", "_options", "_quotes")

    tag: str
    _own: list[Element]
    _own_terms: list[Terms]
    _files: tuple[str, ...]
    _ordinals: Terms
    _found: dict[tuple[str, str, bool, str], str | None]
    _options: dict[str, bool]
    _quotes: tuple[tuple[str, str], tuple[str, str]] | None

    def __init__(self, style: Style, tag: str | None = None) -> None:
        self.tag = canonical(tag or style.default_locale)
        in_style = {locale.get(LANG): locale for locale in style.in_style_locales()}
        wanted = (self.tag, language(self.tag), None)
        self._own = [in_style[key] for key in dict.fromkeys(wanted) if key in in_style]
        self._own_terms = [*map(_terms, self._own)]
        self._files = file_chain(self.tag)
        # The first locale with ordinals has all of them: suffixes of different languages cannot be mixed.
        self._ordinals = next(filter(None, map(_ordinals, self._terms())), {})
        self._found = {}
        self._options = {}
        self._quotes = None

    def _chain(self) -> Iterator[Element]:
        yield from self._own
        yield from map(_file, self._files)

    def _terms(self) -> Iterator[Terms]:
        yield from self._own_terms
        yield from map(_file_terms, self._files)

    def term(self, name: str, form: str = "long", plural: bool = False, gender: str = "") -> str | None:
        """A term in a form or its fallback, of a gender if it has several; None for an unknown one."""
        key = name, form, plural, gender
        if key not in self._found:
            self._found[key] = self._term(*key)
        return self._found[key]

    def _term(self, name: str, form: str, plural: bool, gender: str) -> str | None:
        wanted: str | None = form
        while wanted:
            for terms in self._terms():
                found = terms.get((name, wanted, gender)) or terms.get((name, wanted, ""))
                if found is not None:
                    return found.multiple if plural else found.single
            wanted = FORM_FALLBACK.get(wanted)
        return None

    def has_term(self, name: str) -> bool:
        """Whether there is a term of this name, in any form."""
        return any(name == key[0] for terms in self._terms() for key in terms)

    def gender(self, name: str) -> str:
        """The gender of a term as a noun: masculine, feminine, or empty."""
        return next((term.gender for terms in self._terms() if (term := terms.get((name, "long", "")))), "")

    def ordinal(self, number: int, gender: str = "") -> str:
        """The suffix that makes a number an ordinal (CSL 1.0.2, "Ordinal suffixes")."""
        for digits, kinds in ((number % 100, ("last-two-digits",)), (number % 10, ("last-digit", "last-two-digits"))):
            for wanted in dict.fromkeys((gender, "")):
                found = self._ordinals.get((f"{ORDINAL}-{digits:02d}", "long", wanted))
                if found and (number == digits or _matches(found, digits, kinds)):
                    return found.single
        found = self._ordinals.get((ORDINAL, "long", gender)) or self._ordinals.get((ORDINAL, "long", ""))
        return found.single if found else ""

    def date_parts(self, form: str) -> tuple[str, list[Element]]:
        """The delimiter and the parts of a localised date, in the form "text" or "numeric"."""
        for locale in self._chain():
            for date in (date for date in locale.all("date") if date.get("form") == form):
                return date.get("delimiter", ""), date.all("date-part")
        return "", []

    def option(self, name: str) -> bool:
        """Whether an option such as ``punctuation-in-quote`` is on."""
        if name not in self._options:
            values = (options.get(name) for locale in self._chain() for options in locale.all("style-options"))
            self._options[name] = next((value == "true" for value in values if value is not None), False)
        return self._options[name]

    def quotes(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """The outer and the inner quotation marks, each as (opening, closing)."""
        if self._quotes is None:
            outer, inner = (
                (self.term(f"open-{kind}") or "", self.term(f"close-{kind}") or "") for kind in ("quote", "inner-quote")
            )
            self._quotes = outer, inner
        return self._quotes


def canonical(tag: str) -> str:
    """A language tag as the names of locale files have it: ``en_gb`` gives ``en-GB``."""
    head, *rest = tag.replace("_", "-").split("-")
    return "-".join([head.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def language(tag: str) -> str:
    """The language of a tag: ``en`` of ``en-GB``."""
    return tag.partition("-")[0]


def is_known(tag: str) -> bool:
    """Whether there is a locale for this tag or for its language."""
    tag = canonical(tag)
    return locale_file(tag).is_file() or language(tag) in _primary_dialects()


def file_chain(tag: str) -> tuple[str, ...]:
    """The locale files for a tag, in order: the dialect, its language's primary dialect, en-US."""
    primary = _primary_dialects().get(language(tag), "")
    names = dict.fromkeys((tag, primary, DEFAULT_LOCALE))
    return tuple(name for name in names if name and locale_file(name).is_file())


@cache
def _primary_dialects() -> dict[str, str]:
    index: dict[str, dict[str, str]] = json.loads(locale_index().read_bytes())
    return index["primary-dialects"]


@cache
def _file(tag: str) -> Element:
    return parse(locale_file(tag).read_bytes())


@cache
def _file_terms(tag: str) -> Terms:
    return _terms(_file(tag))


def _terms(locale: Element) -> Terms:
    terms: Terms = {}
    for term in locale.all("terms", "term"):
        numbers = {child.name: _words(child) for child in term.children}
        words = numbers["single"] if "single" in numbers else _words(term)
        several = numbers.get("multiple", words)
        key = term.get("name", ""), term.get("form", "long"), term.get("gender-form", "")
        terms[key] = Term(words, several, term.get("gender", ""), term.get("match", ""))
    return terms


def _words(element: Element) -> str:
    """The text of an element; empty if it is only line ends and indentation."""
    words = element.text
    return "" if "\n" in words and not words.strip() else words


def _ordinals(terms: Terms) -> Terms:
    return {key: term for key, term in terms.items() if key[0] == ORDINAL or key[0].startswith(f"{ORDINAL}-")}


def _matches(term: Term, digits: int, kinds: tuple[str, ...]) -> bool:
    """Whether an ordinal is for numbers that end in these digits, by its ``match`` or by how many digits it has."""
    default = "last-two-digits" if digits >= 10 else "last-digit"
    return (term.match or default) == kinds[0]
