"""The words and habits of a language: terms, quotation marks, options.

They are looked up where CSL says (CSL 1.0.2, "Locale fallback").
"""

import json
from functools import cache

from lxml import etree

from reflist.csl.resources import locale_file, locale_index
from reflist.csl.styles import DEFAULT_LOCALE, Style
from reflist.csl.xml import LANG, NS, parse

Terms = dict[tuple[str, str], str]
"""Terms by (name, form), in the singular; the long form is "long"."""


class Locales:
    """The locales that hold for a style in a language, the first that knows an answer giving it.

    They are: the style's own for the dialect, for its language, for every language; then the files for the dialect, for
    the language's primary dialect, for en-US.
    """

    __slots__ = ("tag", "_chain", "_terms")

    tag: str
    _chain: tuple[etree._Element, ...]
    _terms: tuple[Terms, ...]

    def __init__(self, style: Style, tag: str | None = None) -> None:
        self.tag = canonical(tag or style.default_locale)
        in_style = {locale.get(LANG): locale for locale in style.in_style_locales()}
        wanted = (self.tag, language(self.tag), None)
        own = [in_style[key] for key in dict.fromkeys(wanted) if key in in_style]
        names = file_chain(self.tag)
        self._chain = (*own, *map(_file, names))
        self._terms = (*map(_terms, own), *map(_file_terms, names))

    def term(self, name: str, form: str = "long") -> str:
        """A term in the singular, or an empty string where none of the locales has it."""
        return next((terms[name, form] for terms in self._terms if (name, form) in terms), "")

    def option(self, name: str) -> bool:
        """Whether an option such as ``punctuation-in-quote`` is on."""
        values = (options.get(name) for locale in self._chain for options in locale.iterfind("cs:style-options", NS))
        return next((value == "true" for value in values if value is not None), False)

    def quotes(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """The outer quotation marks and the inner ones, each as (opening, closing)."""
        outer = (self.term("open-quote"), self.term("close-quote"))
        return outer, (self.term("open-inner-quote"), self.term("close-inner-quote"))


def canonical(tag: str) -> str:
    """A language tag the way locale files are named: ``en_gb`` is ``en-GB``, ``sr-latn-rs`` is ``sr-Latn-RS``."""
    head, *rest = tag.replace("_", "-").split("-")
    return "-".join([head.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def language(tag: str) -> str:
    """The language of a tag: ``en`` of ``en-GB``."""
    return tag.partition("-")[0]


def is_known(tag: str) -> bool:
    """Whether there is a locale for this tag, or for its language."""
    tag = canonical(tag)
    return locale_file(tag).is_file() or language(tag) in _primary_dialects()


def file_chain(tag: str) -> tuple[str, ...]:
    """The locale files that answer for a tag, in order: the dialect, its language's primary dialect, en-US."""
    primary = _primary_dialects().get(language(tag), "")
    names = dict.fromkeys((tag, primary, DEFAULT_LOCALE))
    return tuple(name for name in names if name and locale_file(name).is_file())


@cache
def _primary_dialects() -> dict[str, str]:
    index: dict[str, dict[str, str]] = json.loads(locale_index().read_bytes())
    return index["primary-dialects"]


@cache
def _file(tag: str) -> etree._Element:
    return parse(locale_file(tag).read_bytes())


@cache
def _file_terms(tag: str) -> Terms:
    return _terms(_file(tag))


def _terms(locale: etree._Element) -> Terms:
    terms = {}
    for term in locale.iterfind("cs:terms/cs:term", NS):
        single = term.find("cs:single", NS)
        terms[term.get("name", ""), term.get("form", "long")] = (term if single is None else single).text or ""
    return terms
