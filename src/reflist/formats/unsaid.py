"""What the fields of a format leave unsaid: found by reading them back, and kept as fields of a CSL-JSON item.

A writer makes its fields, reads them with its own reader, and puts whatever did not come back into one additional
place. So nothing is lost, and what other programs understand is in the format's own fields.
"""

from collections.abc import Mapping
from typing import Any

from reflist.model import Reference, from_csl, to_csl
from reflist.report import Place, Report

CUSTOM, OWN = "custom", "reflist"
"""The place in CSL-JSON items for what CSL-JSON has no field for."""


def unsaid(reference: Reference, said: Reference) -> dict[str, Any]:
    """What is missing from ``said``, the reference read back from the fields, as fields of a CSL-JSON item.

    None stands for a variable, and an empty list for an extra, that is in ``said`` but not in the reference.
    """
    variables = {name: value for name, value in reference.variables.items() if said.variables.get(name) != value}
    extras = {key: values for key, values in reference.extras.items() if said.extras.get(key) != values}
    item = to_csl(reference.replace(variables=variables, extras=extras))
    if reference.type == said.type:
        del item["type"]
    if reference.id in ("", said.id):  # a generated key serves as well as no id
        del item["id"]
    item |= dict.fromkeys(said.variables.keys() - reference.variables.keys())
    if surplus := sorted(said.extras.keys() - reference.extras.keys()):
        custom = item.setdefault(CUSTOM, {}).setdefault(OWN, {}).setdefault("extras", {})
        for format, tag in surplus:
            custom.setdefault(format, {})[tag] = []
    return dict(sorted(item.items(), key=lambda field: field[1] is None))


def completed(said: Reference, item: Mapping[str, Any], place: Place) -> Reference:
    """The reference read from fields, completed by what `unsaid` found. Never raises for any content of the item.

    Problems of values in the item are not reported: they were when the reference was first read.
    """
    if not item:
        return said
    own = from_csl({"id": said.id, "type": said.type, **item}, Report(), place)
    variables = {name: value for name, value in said.variables.items() if item.get(name, value) is not None}
    extras = {key: values for key, values in {**said.extras, **own.extras}.items() if values}
    return Reference(own.id, own.type, {**variables, **own.variables}, extras, said.origin)
