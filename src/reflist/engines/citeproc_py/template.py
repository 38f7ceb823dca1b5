"""The style as given to citeproc-py: with marks added where its output must show what came from where."""

from lxml import etree

from reflist.csl.processor import sorting
from reflist.csl.styles import Style, readable
from reflist.csl.xml import NAMESPACE
from reflist.engines.citeproc_py.marks import (
    FIELD_END,
    ISSUED_OFF,
    ISSUED_ON,
    LABEL_OFF,
    LABEL_ON,
    LETTER_OFF,
    LETTER_ON,
    QUOTE_OFF,
    QUOTE_ON,
)

NS = {"cs": NAMESPACE}
"""The prefix of CSL's namespace in path expressions."""


def marked_style(style: Style) -> bytes:
    """The style as XML, with marks in the affixes of its elements."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(readable(style.source), parser)
    places_letter = root.find(".//cs:text[@variable='year-suffix']", NS) is not None
    for element in root.iter(f"{{{NAMESPACE}}}*"):
        name = etree.QName(element).localname
        if element.get("quotes") == "true":
            del element.attrib["quotes"]
            _affix(element, QUOTE_ON, QUOTE_OFF, inside=True)
        if name == "label" and _is_names(element.getparent()):
            _affix(element, LABEL_ON, LABEL_OFF)
        elif name == "text" and element.get("variable") == "year-suffix":
            _affix(element, LETTER_ON, LETTER_OFF)
        elif name == "date" and element.get("variable") == "issued" and not places_letter:
            _affix(element, ISSUED_ON, ISSUED_OFF, inside=True)
        elif name == "names":
            _name_child(element)
    _mark_first_field(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def adds_letters(style: Style) -> bool:
    """Whether the style adds year suffixes to tell works apart."""
    citation = style.root.first("citation")
    return citation is not None and citation.get("disambiguate-add-year-suffix") == "true"


def date_keys(style: Style) -> int:
    """The number of sort keys up to the last one by date, after which works of one author and year are still equal."""
    macros = {macro.get("name", ""): macro for macro in style.root.all("macro")}
    return sorting.date_keys(style.root.first("bibliography", "sort"), macros)


def descending(style: Style) -> list[bool]:
    """For each sort key of the style, whether it is descending."""
    keys = style.root.all("bibliography", "sort", "key")
    return [key.get("sort") == "descending" for key in keys]


def _affix(element: etree._Element, before: str, after: str, inside: bool = False) -> None:
    """Put marks around what an element prints: outside its own affixes, or inside them."""
    prefix, suffix = element.get("prefix", ""), element.get("suffix", "")
    element.set("prefix", prefix + before if inside else before + prefix)
    element.set("suffix", after + suffix if inside else suffix + after)


def _is_names(element: etree._Element | None) -> bool:
    return element is not None and etree.QName(element).localname == "names"


def _name_child(names: etree._Element) -> None:
    """Write out the empty ``cs:name`` that CSL implies; else citeproc-py adds one at each use, and the style grows."""
    parent = names.getparent()
    if names.find("cs:name", NS) is None and parent is not None and etree.QName(parent).localname != "substitute":
        names.insert(0, etree.Element(f"{{{NAMESPACE}}}name"))


def _mark_first_field(root: etree._Element) -> None:
    bibliography = root.find("cs:bibliography[@second-field-align]", NS)
    first = None if bibliography is None else bibliography.find("cs:layout/*", NS)
    if first is not None:
        first.set("suffix", first.get("suffix", "") + FIELD_END)
