"""What a format's own fields cannot hold: JSON of the part that is `unsaid`, in one additional element or field.

If somebody has changed a field since the file was written, the field counts, not what stands in the JSON.
"""

import json
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from reflist.formats.unsaid import completed, unsaid
from reflist.late import late
from reflist.model import NOWHERE, Origin, Reference
from reflist.report import Report

Fields = TypeVar("Fields")
"""What a format makes of a reference before it is written as text."""

_NOT_XML = late("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")


class Form(NamedTuple, Generic[Fields]):
    """How a format writes references into fields and reads its fields.

    ``extra`` is the extra in which a reference keeps content of the additional field that is not our JSON; ``note``
    reports what the fields leave out.
    """

    write: Callable[[Reference], Fields]
    read: Callable[[Fields, Origin], Reference]
    extra: tuple[str, str]
    note: Callable[[Reference, Report], None] = lambda _, __: None

    def parts(self, reference: Reference, report: Report) -> tuple[Fields, str]:
        """The fields of a reference, and JSON of what they cannot hold of it; empty if they hold all."""
        fields = self.write(reference)
        said = self.read(fields, NOWHERE)
        if reference == said:
            return fields, ""
        self.note(reference, report)
        written = json.dumps(unsaid(reference, said), ensure_ascii=False)
        return fields, _NOT_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", written)

    def whole(self, fields: Fields, beside: str, origin: Origin) -> Reference:
        """The reference from the fields and the JSON beside them."""
        said = self.read(fields, origin)
        return self._completed(said, beside) if beside else said

    def _completed(self, said: Reference, beside: str) -> Reference:
        """The reference with those values of the JSON whose fields have not been changed since it was written."""
        try:
            item = json.loads(beside)
            whole = completed(said, item, said.origin.place) if isinstance(item, dict) else None
        except (ValueError, RecursionError):
            whole = None
        if whole is None:
            return said.replace(extras={**said.extras, self.extra: (beside,)})
        fields = self.read(self.write(whole), NOWHERE)
        names = {*said.variables, *whole.variables}
        changed = {name for name in names if said.variables.get(name) != fields.variables.get(name)}
        variables = {name: value for name, value in whole.variables.items() if name not in changed}
        variables |= {name: value for name, value in said.variables.items() if name in changed}
        id_ = whole.id if fields.id == said.id else said.id
        type_ = whole.type if fields.type == said.type else said.type
        return whole.replace(id=id_, type=type_, variables=variables, origin=said.origin)
