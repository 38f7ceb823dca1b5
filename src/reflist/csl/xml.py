"""CSL files as XML: read without entities or network, and checked against the schema."""

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
    """The name of an element without its namespace."""
    return etree.QName(element).localname


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
