"""Files of decisions: which references a person has called the same work, or different ones, as simple YAML.

::

    same:
    - [doe2001, doe2001#2]
    not the same:
    - [doe2001, roe1999]
    preprints: same
"""

from pathlib import Path
from typing import Any

import yaml

from reflist.library.files import open_source
from reflist.matching import Decisions, Preprints
from reflist.source import SourceError

SAME, APART = "same", "not the same"
"""The keys of the two lists of groups in the file."""

PREPRINTS = "preprints"
"""The key of what a preprint and its published version are (weighed, same, apart)."""

LONGEST_FILE = 20_000_000
"""The most bytes of a file of decisions."""


def read_decisions(path: str | Path) -> Decisions:
    """The decisions in a YAML file; groups of fewer than two members have no effect.

    Raises `SourceError` if the file cannot be read or has another form: silently ignoring a decision would merge what a
    person has kept apart.
    """
    source = open_source(path)
    if len(source.data) > LONGEST_FILE:
        raise SourceError(f"{path}: too long for a file of decisions")
    try:
        read = yaml.load(source.data, Loader=_Loader)  # noqa: S506  # a safe loader, which makes strings only
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise SourceError(f"{path}{_place(error)}: not YAML: {getattr(error, 'problem', None) or error}") from error
    if read is None:
        return Decisions()
    if not isinstance(read, dict) or not read.keys() <= {SAME, APART, PREPRINTS}:
        raise SourceError(f"{path}: two lists of groups are expected, '{SAME}' and '{APART}'")
    return Decisions(_groups(read.get(SAME), path), _groups(read.get(APART), path), _preprints(read, path))


def _place(error: Exception) -> str:
    """The place of a YAML error as ``:line:column``, if the parser gives one."""
    mark = getattr(error, "problem_mark", None)
    return f":{mark.line + 1}:{mark.column + 1}" if mark else ""


def _preprints(read: dict[str, Any], path: str | Path) -> Preprints:
    choice = read.get(PREPRINTS, Preprints.WEIGHED)
    if choice not in tuple(Preprints):
        raise SourceError(f"{path}: {PREPRINTS} must be one of {', '.join(Preprints)}")
    return Preprints(choice)


class _Loader(yaml.CSafeLoader):
    """Reads every scalar as a string: an id may look like a number or a date."""


_Loader.yaml_implicit_resolvers = {}


def _groups(raw: Any, path: str | Path) -> tuple[tuple[str, ...], ...]:
    groups = raw or []
    if not isinstance(groups, list) or not all(isinstance(group, list) for group in groups):
        raise SourceError(f"{path}: each group is a list of ids, as [doe2001, doe2001#2]")
    if not all(isinstance(id, str) for group in groups for id in group):
        raise SourceError(f"{path}: the ids in a group are plain words, as [doe2001, doe2001#2]")
    return tuple(tuple(group) for group in groups if len(group) > 1)
