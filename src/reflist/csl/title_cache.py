"""The titles of many styles, cached between runs, since reading ten thousand files takes a third of a second.

The cache is in the user's cache folder (``$XDG_CACHE_HOME``, else ``~/.cache``). It is replaced when the folders of
styles change. If it cannot be written or read, everything works, only more slowly.
"""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

FILE = Path("reflist", "style-titles.json")
"""The file, inside the user's cache folder."""


def cached_titles(folders: Sequence[Path], read: Callable[[], Mapping[str, str]]) -> Mapping[str, str]:
    """The names of the styles in folders by title: from the cache, else as ``read`` finds them."""
    try:
        state = [[str(folder), folder.stat().st_mtime_ns] for folder in folders]
        file = _cache() / FILE
    except (OSError, RuntimeError):  # no such folder; no home folder
        return read()
    found = _read(state, file)
    if found is None:
        found = read()
        _write({"of": state, "titles": found}, file)
    return found


def _read(state: Sequence[Any], file: Path) -> Mapping[str, str] | None:
    """What a file has cached for folders in their present state; None if nothing."""
    try:
        value = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    titles = value.get("titles") if isinstance(value, dict) and value.get("of") == state else None
    if not isinstance(titles, dict) or not all(isinstance(name, str) for name in titles.values()):
        return None
    return titles


def _cache() -> Path:
    """The user's cache folder; by XDG's rule a relative path is ignored."""
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return given if given.is_absolute() else Path.home() / ".cache"


def _write(value: Mapping[str, Any], file: Path) -> None:
    """Write the file completely or not at all."""
    part = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
