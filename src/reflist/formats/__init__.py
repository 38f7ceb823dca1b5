"""The formats: one module each, listed in `BUILT_IN`."""

from importlib import import_module

from reflist.formats.base import Format, Item, Reader, Writer

BUILT_IN = {
    "bibtex": "reflist.formats.bibtex",
    "biblatex": "reflist.formats.biblatex",
    "ris": "reflist.formats.ris",
    "refer": "reflist.formats.refer",
    "csljson": "reflist.formats.csljson",
    "csljsonl": "reflist.formats.csljsonl",
    "cslyaml": "reflist.formats.cslyaml",
    "endnotexml": "reflist.formats.endnotexml",
    "mods": "reflist.formats.mods",
    "nbib": "reflist.formats.nbib",
    "csv": "reflist.formats.csv",
    "tsv": "reflist.formats.tsv",
}
"""The module that declares each built-in format, as a constant ``FORMAT``.

These are names, so that looking up one format imports only its module.
"""


def built_in(name: str) -> Format:
    """The built-in format of this name. Raises `KeyError` for an unknown one."""
    format = import_module(BUILT_IN[name]).FORMAT
    assert isinstance(format, Format)
    return format


__all__ = ["BUILT_IN", "Format", "Item", "Reader", "Writer", "built_in"]
