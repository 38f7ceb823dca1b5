"""What a format's own fields cannot hold: JSON of the missing values, in one additional element or field.

If somebody has changed a field since the file was written, the field counts, not the JSON.
"""

import json
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from reflist.formats.missing_values import completed, missing_values
from reflist.late import late
from reflist.model import NOWHERE, Origin, Reference
from reflist.report import Report

Fields = TypeVar("Fields")
"""What a format makes of a reference before it is written as text."""

_NOT_XML = late("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")


class Codec(NamedTuple, Generic[Fields]):
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
        read_back = self.read(fields, NOWHERE)
        if reference == read_back:
            return fields, ""
        self.note(reference, report)
        written = json.dumps(missing_values(reference, read_back), ensure_ascii=False)
        return fields, _NOT_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", written)

    def whole(self, fields: Fields, additional: str, origin: Origin) -> Reference:
        """The reference from the fields and the JSON of the additional field."""
        read_back = self.read(fields, origin)
        return self._completed(read_back, additional) if additional else read_back

    def _completed(self, read_back: Reference, additional: str) -> Reference:
        """The reference with those values of the JSON whose fields have not been changed since it was written."""
        try:
            item = json.loads(additional)
            whole = completed(read_back, item, read_back.origin.place) if isinstance(item, dict) else None
        except (ValueError, RecursionError):
            whole = None
        if whole is None:
            return read_back.replace(extras={**read_back.extras, self.extra: (additional,)})
        fields = self.read(self.write(whole), NOWHERE)
        names = {*read_back.variables, *whole.variables}
        changed = {name for name in names if read_back.variables.get(name) != fields.variables.get(name)}
        variables = {name: value for name, value in whole.variables.items() if name not in changed}
        variables |= {name: value for name, value in read_back.variables.items() if name in changed}
        id_ = whole.id if fields.id == read_back.id else read_back.id
        type_ = whole.type if fields.type == read_back.type else read_back.type
        return whole.replace(id=id_, type=type_, variables=variables, origin=read_back.origin)
