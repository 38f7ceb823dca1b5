"""CSL files as XML: read without entities or network, and checked against the schema."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from reflist.csl.resources import schema_file

NAMESPACE = "http://purl.org/net/xbiblio/csl"
"""The XML namespace of CSL."""

NS = {"cs": NAMESPACE}
"""The prefix that path expressions use for it."""

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute ``xml:lang``."""


MOST_DIGITS = 9
"""How long a number in an attribute may be: what is longer is no count of names or notes."""


class SchemaError(NamedTuple):
    """One place where a CSL file departs from the schema."""

    line: int
    message: str


def parse(source: bytes) -> etree._Element:
    """The root element of an XML text. Raises `lxml.etree.XMLSyntaxError` where it is not well-formed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(source, parser)


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace; none for what is no element, an entity that is not resolved."""
    tag: object = element.tag  # a function for an entity
    return etree.QName(element).localname if isinstance(tag, str) else ""


def line_of(element: etree._Element) -> int | None:
    """The line that an element stands on; None where it was not read from a text."""
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def attributes(element: etree._Element) -> dict[str, str]:
    """The attributes of an element by name."""
    return {str(name): str(value) for name, value in element.attrib.items()}


def whole_number(attributes: Mapping[str, str], name: str) -> int | None:
    """The value of an attribute that is a small whole number; None where it is none."""
    value = attributes.get(name, "")
    return int(value) if value.isdecimal() and len(value) <= MOST_DIGITS else None


_TELLING = ("failed to validate attributes", "Did not expect element", "has extra content")
"""What the validator says about the cause, the most telling first; it also names every element around it."""


def schema_error(source: bytes) -> SchemaError | None:
    """Where a style or locale departs from the CSL 1.0.2 schema: the most telling of the validator's words, if any."""
    schema = _schema()
    if schema.validate(etree.ElementTree(parse(source))):
        return None
    return min((SchemaError(error.line, error.message) for error in schema.error_log), key=_how_telling)


def _how_telling(error: SchemaError) -> tuple[int, int]:
    said = (index for index, words in enumerate(_TELLING) if words in error.message)
    return next(said, len(_TELLING)), -error.line


@cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(Path(schema_file())))
