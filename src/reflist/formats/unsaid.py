"""What the fields of a format leave unsaid: found by reading them again, and kept as fields of a CSL-JSON item.

A writer composes its fields, reads them with its own reader, and puts whatever did not come back in one place of its
own. So nothing is lost, and what everybody understands stands in the format's own fields first.
"""

from collections.abc import Mapping
from typing import Any

from reflist.model import Reference, from_csl, to_csl
from reflist.report import Place, Report

CUSTOM, OWN = "custom", "reflist"
"""Where CSL-JSON items keep what CSL-JSON has no place for."""


def unsaid(reference: Reference, said: Reference) -> dict[str, Any]:
    """What ``said``, the reference that reading the fields gives, lacks: fields of a CSL-JSON item.

    None stands for a variable, and an empty list for an extra, that the reference does not have.
    """
    variables = {name: value for name, value in reference.variables.items() if said.variables.get(name) != value}
    extras = {key: values for key, values in reference.extras.items() if said.extras.get(key) != values}
    item = to_csl(reference.replace(variables=variables, extras=extras))
    if reference.type == said.type:
        del item["type"]
    if reference.id in ("", said.id):  # a key that was made is as good as none
        del item["id"]
    item |= dict.fromkeys(said.variables.keys() - reference.variables.keys())
    if surplus := sorted(said.extras.keys() - reference.extras.keys()):
        custom = item.setdefault(CUSTOM, {}).setdefault(OWN, {}).setdefault("extras", {})
        for format, tag in surplus:
            custom.setdefault(format, {})[tag] = []
    return dict(sorted(item.items(), key=lambda field: field[1] is None))


def completed(said: Reference, item: Mapping[str, Any], place: Place) -> Reference:
    """The reference that fields give, with what `unsaid` found. Never raises for what the item holds.

    What is odd in the item is not said once more: it was when the reference was read, before we wrote it so.
    """
    if not item:
        return said
    own = from_csl({"id": said.id, "type": said.type, **item}, Report(), place)
    variables = {name: value for name, value in said.variables.items() if item.get(name, value) is not None}
    extras = {key: values for key, values in {**said.extras, **own.extras}.items() if values}
    return Reference(own.id, own.type, {**variables, **own.variables}, extras, said.origin)
