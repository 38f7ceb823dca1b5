"""CSL files checked against the CSL 1.0.2 schema, by lxml."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from reflist.csl.resources import schema_file
from reflist.csl.xml import BrokenXmlError


class SchemaError(NamedTuple):
    """One place where a CSL file departs from the schema."""

    line: int
    message: str


_TELLING = ("failed to validate attributes", "Did not expect element", "has extra content")
"""What the validator says about the cause, the most telling first; it also names every element around it."""


def schema_error(source: bytes) -> SchemaError | None:
    """Where a style or locale departs from the CSL 1.0.2 schema: the most telling of the validator's words, if any.

    Raises `BrokenXmlError` where it is not well-formed, or has more of anything than a CSL file can have.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.ElementTree(etree.fromstring(source, parser))
    except etree.XMLSyntaxError as broken:
        raise BrokenXmlError(broken.msg, broken.lineno or 0) from broken
    schema = _schema()
    if schema.validate(tree):
        return None
    return min((SchemaError(error.line, error.message) for error in schema.error_log), key=_how_telling)


def _how_telling(error: SchemaError) -> tuple[int, int]:
    said = (index for index, words in enumerate(_TELLING) if words in error.message)
    return next(said, len(_TELLING)), -error.line


@cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(Path(schema_file())))
