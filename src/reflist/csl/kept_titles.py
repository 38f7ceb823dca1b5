"""The titles of many styles, kept from one run to the next: to read ten thousand files takes a third of a second.

They are kept in the user's folder for such things (``$XDG_CACHE_HOME``, else ``~/.cache``), and read anew where a
folder of styles is another one or has changed. Where nothing can be kept or read there, all works the same, but later.
"""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

FILE = Path("reflist", "style-titles.json")
"""The file, inside the folder for such things."""


def kept(folders: Sequence[Path], read: Callable[[], Mapping[str, str]]) -> Mapping[str, str]:
    """The names of the styles in folders by title: as kept, else as ``read`` finds them."""
    try:
        of = [[str(folder), folder.stat().st_mtime_ns] for folder in folders]
        file = _cache() / FILE
    except (OSError, RuntimeError):  # no such folder; nobody's home
        return read()
    found = _kept_of(of, file)
    if found is None:
        found = read()
        _keep({"of": of, "titles": found}, file)
    return found


def _kept_of(of: Sequence[Any], file: Path) -> Mapping[str, str] | None:
    """What a file keeps of folders in the state that they are in; None where it does not."""
    try:
        value = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    titles = value.get("titles") if isinstance(value, dict) and value.get("of") == of else None
    if not isinstance(titles, dict) or not all(isinstance(name, str) for name in titles.values()):
        return None
    return titles


def _cache() -> Path:
    """The user's folder for what can be made again; a path that is not absolute counts for none, as XDG has it."""
    said = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return said if said.is_absolute() else Path.home() / ".cache"


def _keep(value: Mapping[str, Any], file: Path) -> None:
    """Write the file, whole or not at all."""
    part = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
