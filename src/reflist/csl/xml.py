"""CSL files as XML: a tree of elements, read by expat without entities or network.

That is all which styles and locales need; lxml, which takes longer to load than either takes to read, is left to the
check against the schema (`reflist.csl.schema`).
"""

from collections.abc import Iterator, Mapping
from pyexpat import ErrorString, ExpatError, ParserCreate
from typing import overload

NAMESPACE = "http://purl.org/net/xbiblio/csl"
"""The XML namespace of CSL."""

LANG = "http://www.w3.org/XML/1998/namespace lang"
"""The attribute ``xml:lang``."""

MOST_DIGITS = 9
"""How long a number in an attribute may be: what is longer is no count of names or notes."""


class BrokenXmlError(Exception):
    """A text that is no well-formed XML; ``line`` is where."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class Element:
    """An element: its name, attributes, the text before the elements in it, those elements, and its line.

    The name is that of CSL; one of another namespace, or of none, is written ``{namespace}name``.
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
        """The elements of a name among those in it; with several names, the elements of the next one in those."""
        found = [self]
        for name in path:
            found = [child for element in found for child in element.children if child.name == name]
        return found

    def first(self, *path: str) -> "Element | None":
        """The first of them."""
        return next(iter(self.all(*path)), None)

    def inside(self) -> "Iterator[Element]":
        """All elements inside it, at any depth, in order."""
        waiting = self.children[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += element.children[::-1]


def parse(source: bytes) -> Element:
    """The root element of an XML text. Raises `BrokenXmlError` where it is not well-formed."""
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
    parser.DefaultHandler = _passed_over
    try:
        parser.Parse(source, True)
    except (ExpatError, ValueError, LookupError) as error:  # an encoding that Python does not know, or cannot be asked
        raise BrokenXmlError(ErrorString(parser.ErrorCode) or str(error), parser.ErrorLineNumber) from error
    return document.children[0]


def _passed_over(_markup: str) -> None:
    """Take what is neither element nor text. With something that takes them, expat leaves entities as they are."""


def whole_number(attributes: Mapping[str, str], name: str) -> int | None:
    """The value of an attribute that is a small whole number; None where it is none."""
    value = attributes.get(name, "")
    return int(value) if value.isdecimal() and len(value) <= MOST_DIGITS else None
