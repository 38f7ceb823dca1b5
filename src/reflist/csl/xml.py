"""CSL files as XML: a tree of elements, read by expat without entities or network access.

Styles and locales need no more. lxml, which takes longer to load than a style takes to read, is used only for the
check against the schema (`reflist.csl.schema`).
"""

from collections.abc import Iterator, Mapping
from pyexpat import ErrorString, ExpatError, ParserCreate
from typing import overload

NAMESPACE = "http://purl.org/net/xbiblio/csl"
"""The XML namespace of CSL."""

LANG = "http://www.w3.org/XML/1998/namespace lang"
"""The attribute ``xml:lang``, as it is named here."""

MOST_DIGITS = 9
"""The most digits of a number in an attribute: a longer one cannot be a count of names or notes."""


class BrokenXmlError(Exception):
    """A text that is not well-formed XML, with the line of the error."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class Element:
    """An element: its name, attributes, the text before its first child, its children, and its line.

    The name is CSL's; outside CSL's namespace it is written ``{namespace}name``.
    """

    __slots__ = ("name", "attributes", "text", "children", "line")

    def __init__(self, name: str, attributes: Mapping[str, str], line: int | None = None) -> None:
        self.name = name
        self.attributes = attributes
        self.text = ""
        self.children: list[Element] = []
        self.line = line

    def __iter__(self) -> "Iterator[Element]":
        return iter(self.children)

    @overload
    def get(self, attribute: str) -> str | None: ...
    @overload
    def get(self, attribute: str, default: str) -> str: ...
    def get(self, attribute: str, default: str | None = None) -> str | None:
        """The value of an attribute."""
        return self.attributes.get(attribute, default)

    def all(self, *path: str) -> "list[Element]":
        """The children with a name; with several names, their children with the next name, and so on."""
        found = [self]
        for name in path:
            found = [child for element in found for child in element.children if child.name == name]
        return found

    def first(self, *path: str) -> "Element | None":
        """The first of `all`."""
        return next(iter(self.all(*path)), None)

    def inside(self) -> "Iterator[Element]":
        """All elements inside it, at any depth, in document order."""
        waiting = self.children[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += element.children[::-1]


def parse(source: bytes) -> Element:
    """The root element of an XML text. Raises `BrokenXmlError` if it is not well-formed."""
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    document = Element("", {})
    open_elements = [document]

    def start(name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        name = local if namespace == NAMESPACE else f"{{{namespace}}}{local}"
        element = Element(name, attributes, parser.CurrentLineNumber)
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def end(_name: str) -> None:
        open_elements.pop()

    def text(characters: str) -> None:
        element = open_elements[-1]
        if not element.children:
            element.text += characters

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.DefaultHandler = _ignore
    try:
        parser.Parse(source, True)
    except (ExpatError, ValueError, LookupError) as error:  # an encoding unknown to Python
        raise BrokenXmlError(ErrorString(parser.ErrorCode) or str(error), parser.ErrorLineNumber) from error
    return document.children[0]


def _ignore(_markup: str) -> None:
    """Ignore everything but elements and text. With a handler for the rest, expat does not expand entities."""


def whole_number(attributes: Mapping[str, str], name: str) -> int | None:
    """The value of an attribute that is a small whole number; None if it is not."""
    value = attributes.get(name, "")
    return int(value) if value.isdecimal() and len(value) <= MOST_DIGITS else None
