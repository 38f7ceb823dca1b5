"""What XML formats carry beside their own fields: JSON of what those leave `unsaid`, in one element of ours.

What somebody has changed in a field since it was written counts more than what stands beside it.
"""

import json
import re
from collections.abc import Callable

from reflist.formats.unsaid import completed, unsaid
from reflist.model import Reference
from reflist.report import Report

Again = Callable[[Reference], Reference]
"""Writes the fields of a reference and reads them."""

_NOT_XML = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")


def beside(reference: Reference, said: Reference) -> str:
    """JSON of what ``said``, the reference that reading the fields gives, lacks; nothing where it lacks nothing."""
    if reference == said:
        return ""
    written = json.dumps(unsaid(reference, said), ensure_ascii=False)
    return _NOT_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def restored(said: Reference, written: str, again: Again) -> Reference | None:
    """What the fields said and what was written beside them, together; None where that is nothing we wrote.

    A value beside the fields counts only if its field still says what it did when both were written.
    """
    try:
        item = json.loads(written)
        whole = completed(said, item, Report(), said.origin.place) if isinstance(item, dict) else None
    except (ValueError, RecursionError):
        return None
    if whole is None:
        return None
    fields = again(whole)
    as_written = {name for name in {*said.variables, *whole.variables} if _same(said, fields, name)}
    variables = {name: value for name, value in whole.variables.items() if name in as_written}
    variables |= {name: value for name, value in said.variables.items() if name not in as_written}
    type_ = whole.type if fields.type == said.type else said.type
    return whole.replace(
        id=whole.id if fields.id == said.id else said.id, type=type_, variables=variables, origin=said.origin
    )


def _same(said: Reference, fields: Reference, name: str) -> bool:
    return said.variables.get(name) == fields.variables.get(name)
