"""reflist: reference lists as people have them, turned into clean bibliographies.

>>> import reflist
>>> library = reflist.parse("Ostrom, E. (1996), ‘Crossing the great divide’, World Development, 24, 6, 1073–87.")
>>> library.references[0].plain("title")
'Crossing the great divide'

The names below are imported on first use, so that importing the package costs nothing.
"""

TYPE_CHECKING = False  # not imported from `typing`, which takes longer than all of this module

if TYPE_CHECKING:
    from reflist.engines import Rendered
    from reflist.library import Library, convert, match, parse, read, render, write
    from reflist.library.main_job import bib
    from reflist.matching import Matching
    from reflist.model import Citation, Date, Name, Origin, Paper, Reference, Work
    from reflist.report import Diagnostic, ReflistError, Report, Severity
    from reflist.text import Text

__version__ = "0.1.0"

__all__ = [
    "Citation",
    "Date",
    "Diagnostic",
    "Library",
    "Matching",
    "Name",
    "Origin",
    "Paper",
    "Reference",
    "ReflistError",
    "Rendered",
    "Report",
    "Severity",
    "Text",
    "Work",
    "bib",
    "convert",
    "match",
    "parse",
    "read",
    "render",
    "write",
]

_MODULES = {
    "reflist.engines": "Rendered",
    "reflist.library": "Library convert match parse read render write",
    "reflist.library.main_job": "bib",
    "reflist.matching": "Matching",
    "reflist.model": "Citation Date Name Origin Paper Reference Work",
    "reflist.report": "Diagnostic ReflistError Report Severity",
    "reflist.text": "Text",
}
"""The module that holds each name."""


def __getattr__(name: str) -> object:
    for module, names in _MODULES.items():
        if name in names.split():
            from importlib import import_module

            value = globals()[name] = getattr(import_module(module), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
