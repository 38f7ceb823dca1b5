"""An HTML page as a tree that can be queried with CSS selectors."""

import re

from lxml import html
from lxml.html import HtmlElement


class Page:
    """The tree of a page, as a browser would parse it."""

    def __init__(self, page: str) -> None:
        self.root = html.document_fromstring(page)

    def all(self, selector: str, within: HtmlElement | None = None) -> list[HtmlElement]:
        """The elements for a CSS selector made of names, classes, ids, attributes, spaces, ``>`` and commas."""
        found = (self.root if within is None else within).xpath(" | ".join(map(_path, selector.split(", "))))
        return [element for element in found if isinstance(element, HtmlElement)] if isinstance(found, list) else []

    def one(self, selector: str, within: HtmlElement | None = None) -> HtmlElement:
        (element,) = self.all(selector, within)
        return element

    def texts(self, selector: str, within: HtmlElement | None = None) -> list[str]:
        return [text(element) for element in self.all(selector, within)]

    def rows(self, selector: str, within: HtmlElement | None = None) -> list[list[str]]:
        return [[text(cell) for cell in row] for row in self.all(selector, within)]

    def text(self, selector: str, within: HtmlElement | None = None) -> str:
        return text(self.one(selector, within))


def text(element: HtmlElement) -> str:
    """The text of an element, with single spaces."""
    return " ".join(element.text_content().split())


_SIMPLE = re.compile(r"\.(?P<class>[\w-]+)|#(?P<id>[\w-]+)|\[(?P<name>[\w-]+)(?:(?P<test>\^?=)(?P<value>[^]]*))?\]")

_TESTS = {"=": "[@{name}='{value}']", "^=": "[starts-with(@{name}, '{value}')]", None: "[@{name}]"}


def _path(selector: str) -> str:
    """The XPath for a CSS selector, relative to the element queried."""
    steps = re.sub(r"\s*>\s*", " >", selector).split(" ")
    axes = ("/" if step.startswith(">") else "//" for step in steps)
    return "." + "".join(axis + _step(step.lstrip(">")) for axis, step in zip(axes, steps, strict=True))


def _step(step: str) -> str:
    """A name, or any, with the conditions on the element."""
    name = re.match(r"\w*", step)
    tests = ""
    for part in _SIMPLE.finditer(step):
        if part["class"]:
            tests += f"[contains(concat(' ', @class, ' '), ' {part['class']} ')]"
        elif part["id"]:
            tests += f"[@id='{part['id']}']"
        else:
            tests += _TESTS[part["test"]].format(**part.groupdict())
    return ((name and name[0]) or "*") + tests
