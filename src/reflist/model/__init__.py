"""The core model of references and works, independent of any format."""

from reflist.model.csl import from_csl, to_csl
from reflist.model.date import Date, DateParts
from reflist.model.document import Citation, Evidence, Paper, Remainder, Variant, Work
from reflist.model.name import Name
from reflist.model.reference import NOWHERE, Extras, FieldOrigin, Origin, Reference, Value
from reflist.model.variables import KINDS, TYPES, Kind

__all__ = [
    "KINDS",
    "NOWHERE",
    "TYPES",
    "Citation",
    "Date",
    "DateParts",
    "Evidence",
    "Extras",
    "FieldOrigin",
    "Kind",
    "Name",
    "Origin",
    "Paper",
    "Reference",
    "Remainder",
    "Value",
    "Variant",
    "Work",
    "from_csl",
    "to_csl",
]
