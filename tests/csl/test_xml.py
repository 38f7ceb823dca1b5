"""CSL files as trees of elements: names, texts, lines, other namespaces; what expat is not to do for them."""

import pytest

from reflist.csl.xml import NAMESPACE, BrokenXmlError, Element, parse


def tree(content: str, doctype: str = "") -> Element:
    return parse(f'{doctype}<style xmlns="{NAMESPACE}" xmlns:x="other" version="1.0">{content}</style>'.encode())


def test_elements_are_found_by_the_names_that_lead_to_them() -> None:
    root = tree('<info><title>A</title></info><info><title>B</title></info>\n<macro name="m"><text/></macro>')
    assert [title.text for title in root.all("info", "title")] == ["A", "B"]
    assert root.first("info", "link") is None
    assert [element.name for element in root.inside()] == ["info", "title", "info", "title", "macro", "text"]
    macro = root.first("macro")
    assert macro is not None
    assert (macro.line, macro.get("name"), macro.get("form"), macro.get("form", "long")) == (2, "m", None, "long")


def test_the_text_of_an_element_ends_where_another_begins() -> None:
    assert tree("before <!-- aside --> it <text/> after").text == "before  it "


def test_elements_of_other_namespaces_keep_them() -> None:
    assert [element.name for element in tree('<x:text/><text xmlns=""/>')] == ["{other}text", "{}text"]


@pytest.mark.parametrize("declared", ['"secret"', 'SYSTEM "file:///etc/hostname"'])
def test_entities_are_not_text(declared: str) -> None:
    root = tree("<info>plain&e;<title>&lt;</title></info>", f"<!DOCTYPE style [<!ENTITY e {declared}>]>")
    assert [element.text for element in root.inside()] == ["plain", "<"]


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"<style>\n<text></style>",
        b'<?xml version="1.0" encoding="nonsense"?><style/>',
        b"\xff\xfe\x00",
        b"<a/><b/>",
    ],
)
def test_malformed_xml_is_reported_with_its_line(source: bytes) -> None:
    with pytest.raises(BrokenXmlError, match=r"\w") as broken:
        parse(source)
    assert broken.value.line >= 1
