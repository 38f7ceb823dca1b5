"""Checking CSL files against the CSL 1.0.2 schema, by lxml."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from reflist.csl.resources import schema_file
from reflist.csl.xml import BrokenXmlError


class SchemaError(NamedTuple):
    """A place where a CSL file violates the schema."""

    line: int
    message: str


_CAUSES = ("failed to validate attributes", "Did not expect element", "has extra content")
"""Messages of the validator that name the cause, the best first; it also reports every element around it."""

REQUIRED = {"info": ("id", "title", "updated")}
"""What an element of a style must hold (CSL 1.0.2, "Info"); the validator would report what follows instead."""

VERSION = "1.0"
"""The version that styles of CSL 1.0.2 declare."""

RELAX_NG = "{http://relaxng.org/ns/structure/1.0}"
CSL = "{http://purl.org/net/xbiblio/csl}"


def schema_error(source: bytes) -> SchemaError | None:
    """Where a style or locale violates the CSL 1.0.2 schema, if anywhere.

    A cause that we know is named in our words, else by the validator's best message.

    Raises `BrokenXmlError` if it is not well-formed, or larger or deeper than any CSL file can be.
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
    error = min((SchemaError(error.line, error.message) for error in schema.error_log), key=_usefulness)
    return next(_causes(tree), error)


def _causes(tree: Any) -> Iterator[SchemaError]:
    """Causes that the validator would not name, in order: names that CSL does not have, and what is missing."""
    elements, attributes, root = _names("element"), _names("attribute"), tree.getroot()
    is_style = root.tag == f"{CSL}style"
    if is_style and root.get("version") != VERSION:
        yield SchemaError(
            int(root.sourceline), f"the version of CSL is {root.get('version', 'not given')}, not {VERSION}"
        )
    for element in tree.iter(f"{CSL}*"):
        name, line = str(element.tag).removeprefix(CSL), int(element.sourceline)
        if name not in elements:
            yield SchemaError(line, f"CSL has no element {name}")
        for attribute in map(str, element.keys()):
            if not attribute.startswith("{") and attribute not in attributes:
                yield SchemaError(line, f"CSL has no attribute {attribute}")
        children = {child.tag for child in element}
        for required in REQUIRED.get(name, ()) if is_style else ():
            if f"{CSL}{required}" not in children:
                yield SchemaError(line, f"{name} has no {required}")


def _usefulness(error: SchemaError) -> tuple[int, int]:
    causes = (index for index, words in enumerate(_CAUSES) if words in error.message)
    return next(causes, len(_CAUSES)), -error.line


@cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(Path(schema_file())))


@cache
def _names(kind: str) -> frozenset[str]:
    """The names of all elements, or of all attributes, in the schema."""
    found = etree.parse(Path(schema_file())).iter(f"{RELAX_NG}{kind}")
    named = (one.findall(path) for one in found for path in (f"{RELAX_NG}name", f"{RELAX_NG}choice/{RELAX_NG}name"))
    return frozenset((name.text or "").rpartition(":")[2] for names in named for name in names)
