"""Formatters behind one interface: references and a style in, a bibliography's entries and citations out."""

from collections.abc import Callable, Sequence
from functools import cache

from reflist.csl.locales import canonical, is_known
from reflist.csl.styles import DEFAULT_LOCALE, Style
from reflist.engines.base import AnyStyle, CitingEngine, Engine, Rendered, UnknownEngineError, UnknownOutputError
from reflist.engines.citations import Cluster, citations_of, read_citations
from reflist.grammar.keys import keyed
from reflist.model import Reference
from reflist.report import Report, Rule, Severity

__all__ = [
    "DEFAULT_ENGINE",
    "ENGINES",
    "AnyStyle",
    "Cluster",
    "Engine",
    "Rendered",
    "UnknownEngineError",
    "UnknownOutputError",
    "citations_of",
    "engine",
    "engine_for",
    "read_citations",
    "render_bibliography",
    "style_for",
]

NO_LOCALE = Rule(
    "locale-unknown",
    Severity.LOSS,
    "CSL has no terms in the language asked for; the words in the bibliography are English.",
)


def _citeproc_py() -> Engine:
    from reflist.engines.citeproc_py import CiteprocPy

    return CiteprocPy()


def _own() -> Engine:
    from reflist.engines.own import OwnEngine

    return OwnEngine()


def _pybtex() -> Engine:
    from reflist.engines.pybtex_engine import PybtexEngine

    return PybtexEngine()


ENGINES: dict[str, Callable[[], Engine]] = {"reflist": _own, "citeproc-py": _citeproc_py, "pybtex": _pybtex}
"""The engines by name. Making one loads its package, so it is made when asked for."""

DEFAULT_ENGINE = "reflist"

PYBTEX = "pybtex"
"""The engine for styles that are not CSL."""

ENGINE_OF = {".bst": PYBTEX}
"""The engines for style files of other kinds than CSL, by suffix."""


def engine(name: str = DEFAULT_ENGINE) -> Engine:
    """The engine of this name, the same one each time, so that it can keep what it has prepared.

    Raises `UnknownEngineError`.
    """
    if name not in ENGINES:
        from difflib import get_close_matches

        near = get_close_matches(name, ENGINES, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there is {', '.join(ENGINES)}"
        raise UnknownEngineError(f"unknown engine {name!r}: {hint}")
    return _made(name)


@cache
def _made(name: str) -> Engine:
    return ENGINES[name]()


def engine_for(style: str, asked: str = DEFAULT_ENGINE) -> str:
    """The name of the engine for a style: ``asked``, unless only one engine can format in this style."""
    return next((name for suffix, name in ENGINE_OF.items() if style.lower().endswith(suffix)), asked)


def style_for(name: str, report: Report | None = None) -> AnyStyle:
    """The style of this name or path, of any kind. Raises `UnknownStyleError`, `BadStyleError`."""
    return engine(engine_for(name)).style(name, Report() if report is None else report)


def render_bibliography(
    references: Sequence[Reference],
    style: AnyStyle | str,
    locale: str | None = None,
    engine_name: str = DEFAULT_ENGINE,
    report: Report | None = None,
    clusters: Sequence[Cluster] | None = None,
) -> Rendered:
    """The references formatted in a style, in the style's order.

    ``style`` is a style found by the engine, or a name or path; ``locale`` a tag such as ``en-GB`` (None: the style's
    own). With ``clusters``, the citations of a manuscript, these are formatted too, and only the references that they
    cite. Findings go to the report. Raises `UnknownStyleError`, `BadStyleError` and `UnknownEngineError`.
    """
    report = Report() if report is None else report
    references = list(keyed(references))  # entries are identified by their ids, also in HTML
    if isinstance(style, str):
        engine_name = engine_for(style, engine_name)
        style = engine(engine_name).style(style, report)
    elif not isinstance(style, Style):
        engine_name = PYBTEX
    chosen = engine(engine_name)
    lang = _language(style, locale, report)
    if clusters is None:
        return Rendered(chosen.render(references, style, locale, report), style, lang, report)
    if not isinstance(chosen, CitingEngine):
        raise UnknownEngineError(
            f"engine {engine_name!r} formats lists only: citations need a CSL style and the engine reflist"
        )
    written = chosen.write(references, clusters, style, locale, report)
    return Rendered(written.bibliography, style, lang, report, citations=written.citations)


def _language(style: AnyStyle, locale: str | None, report: Report) -> str:
    """The language tag of a list; reported if the one asked for has no terms, or the style is not CSL."""
    if not isinstance(style, Style):
        if locale:
            report.add(NO_LOCALE, f"style {style.name!r} has a language of its own: {locale!r} is not used")
        return DEFAULT_LOCALE
    if locale and not is_known(locale):
        report.add(NO_LOCALE, f"no locale {locale!r}: en-US is used")
    return canonical(locale or style.default_locale)
