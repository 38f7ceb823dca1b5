"""What the fields of a format cannot hold: found by reading them back, and kept as fields of a CSL-JSON item.

A writer makes its fields, reads them with its own reader, and puts whatever did not come back into one additional
place. So nothing is lost, and what other programs understand is in the format's own fields.
"""

from collections.abc import Mapping
from typing import Any

from reflist.model import Reference, from_csl, to_csl
from reflist.report import Place, Report

CUSTOM, OWN = "custom", "reflist"
"""The place in CSL-JSON items for what CSL-JSON has no field for."""


def missing_values(reference: Reference, read_back: Reference) -> dict[str, Any]:
    """What is missing from ``read_back``, the reference read back from the fields, as fields of a CSL-JSON item.

    None stands for a variable, and an empty list for an extra, that is in ``read_back`` but not in the reference.
    """
    variables = {name: value for name, value in reference.variables.items() if read_back.variables.get(name) != value}
    extras = {key: values for key, values in reference.extras.items() if read_back.extras.get(key) != values}
    item = to_csl(reference.replace(variables=variables, extras=extras))
    if reference.type == read_back.type:
        del item["type"]
    if reference.id in ("", read_back.id):  # a generated key serves as well as no id
        del item["id"]
    item |= dict.fromkeys(read_back.variables.keys() - reference.variables.keys())
    if surplus := sorted(read_back.extras.keys() - reference.extras.keys()):
        custom = item.setdefault(CUSTOM, {}).setdefault(OWN, {}).setdefault("extras", {})
        for format, tag in surplus:
            custom.setdefault(format, {})[tag] = []
    return dict(sorted(item.items(), key=lambda field: field[1] is None))


def completed(read_back: Reference, item: Mapping[str, Any], place: Place) -> Reference:
    """The reference read from fields, completed by what `missing_values` found. No content of the item makes it raise.

    Problems of values in the item are not reported: they were when the reference was first read.
    """
    if not item:
        return read_back
    own = from_csl({"id": read_back.id, "type": read_back.type, **item}, Report(), place)
    variables = {name: value for name, value in read_back.variables.items() if item.get(name, value) is not None}
    extras = {key: values for key, values in {**read_back.extras, **own.extras}.items() if values}
    return Reference(own.id, own.type, {**variables, **own.variables}, extras, read_back.origin)
