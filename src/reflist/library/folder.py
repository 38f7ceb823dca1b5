"""The output folder of the main job: what only an earlier run wrote is removed, and nothing else.

``report.json`` records every file with a digest of its content; a file that was changed since belongs to the user.
"""

import json
from collections.abc import Callable, Collection, Mapping
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from reflist.library.files import OutputError, write_file
from reflist.library.reading import resolved

RECORD = "report.json"
"""The file that records the others."""


def own_files(folder: str | Path) -> set[Path]:
    """The files (resolved) that an earlier run wrote here and nobody has changed since, and their record."""
    root = resolved(folder)
    own = {path for name, digest in _record(root).items() if (path := _inside(root, name)) and _holds(path, digest)}
    return own | {root / RECORD} if own else own


def update(
    folder: str | Path, files: Mapping[str, str], report: Callable[[dict[str, str]], str], sources: Collection[Path]
) -> tuple[str, ...]:
    """Write the files and the report (made from the digest of each); remove what only an earlier run wrote.

    Returns the names written, sorted. Raises `OutputError` if one cannot be written, or is one of the ``sources``
    (resolved).
    """
    contents = {name: text.encode("utf-8", "replace") for name, text in files.items()}
    contents[RECORD] = report({name: _digest(data) for name, data in contents.items()}).encode("utf-8", "replace")
    root = Path(folder)
    if root.exists() and not root.is_dir():
        raise OutputError(f"cannot write into {folder}: it is a file, not a folder")
    for name in contents:
        if resolved(root / name) in sources:
            raise OutputError(f"{root / name} is one of the sources: choose another folder for the output")
    stale = own_files(folder) - {resolved(root / name) for name in contents}
    for name, data in contents.items():
        _write(root / name, data)
    for path in sorted(stale):
        _remove(path, resolved(folder))
    return tuple(sorted(contents))


def _write(path: Path, data: bytes) -> None:
    """Write a file, unless it has just this content already."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == data:
            return
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error
    write_file(path, [data])


def _record(root: Path) -> dict[str, str]:
    try:
        record = json.loads((root / RECORD).read_bytes())["files"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return {}
    return {str(name): str(digest) for name, digest in record.items()} if isinstance(record, dict) else {}


def _inside(root: Path, name: str) -> Path | None:
    """The file of this name, if it is a plain file below the folder and no link leads out of it."""
    if "\0" in name or not PurePosixPath(name).parts:
        return None
    path = root / name
    return path if path == resolved(path) and path.is_relative_to(root) and path.is_file() else None


def _holds(path: Path, digest: str) -> bool:
    try:
        return _digest(path.read_bytes()) == digest
    except OSError:
        return False


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()


def _remove(path: Path, root: Path) -> None:
    """Remove a file, and folders below the root that become empty."""
    try:
        path.unlink(missing_ok=True)
        while (path := path.parent) != root and not any(path.iterdir()):
            path.rmdir()
    except OSError as error:
        raise OutputError(f"cannot remove {path}: {error.strerror or error}") from error
