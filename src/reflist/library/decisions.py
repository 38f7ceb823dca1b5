"""Files of decisions: what a person has said is the same work, and what is not, as YAML that is easy to compare.

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
"""The two lists of groups in the file."""

PREPRINTS = "preprints"
"""What may stand beside them: what a preprint and its published version are (weighed, same, apart)."""

LONGEST_FILE = 20_000_000
"""How many bytes a file of decisions may have."""


def read_decisions(path: str | Path) -> Decisions:
    """The decisions in a YAML file; groups of fewer than two members say nothing.

    Raises `SourceError` where the file cannot be read, or is no such file: a decision that was passed over unseen would
    merge what a person has parted.
    """
    source = open_source(path)
    if len(source.data) > LONGEST_FILE:
        raise SourceError(f"{path}: too long for a file of decisions")
    try:
        read = yaml.load(source.data, Loader=_Loader)  # noqa: S506  # a safe one, which makes strings only
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise SourceError(f"{path}{_place(error)}: not YAML: {getattr(error, 'problem', None) or error}") from error
    if read is None:
        return Decisions()
    if not isinstance(read, dict) or not read.keys() <= {SAME, APART, PREPRINTS}:
        raise SourceError(f"{path}: two lists of groups are expected, '{SAME}' and '{APART}'")
    return Decisions(_groups(read.get(SAME), path), _groups(read.get(APART), path), _preprints(read, path))


def _place(error: Exception) -> str:
    """Where YAML breaks off, as ``:line:column``, where the parser says."""
    mark = getattr(error, "problem_mark", None)
    return f":{mark.line + 1}:{mark.column + 1}" if mark else ""


def _preprints(read: dict[str, Any], path: str | Path) -> Preprints:
    said = read.get(PREPRINTS, Preprints.WEIGHED)
    if said not in tuple(Preprints):
        raise SourceError(f"{path}: {PREPRINTS} are one of {', '.join(Preprints)}")
    return Preprints(said)


class _Loader(yaml.CSafeLoader):
    """Reads every scalar as the string that stands there: an id may look like a number or a date."""


_Loader.yaml_implicit_resolvers = {}


def _groups(raw: Any, path: str | Path) -> tuple[tuple[str, ...], ...]:
    groups = raw or []
    if not isinstance(groups, list) or not all(isinstance(group, list) for group in groups):
        raise SourceError(f"{path}: each group is a list of ids, as [doe2001, doe2001#2]")
    if not all(isinstance(id, str) for group in groups for id in group):
        raise SourceError(f"{path}: the ids in a group are plain words, as [doe2001, doe2001#2]")
    return tuple(tuple(group) for group in groups if len(group) > 1)
