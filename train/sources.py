"""Strings labelled by people, as parts of a text: the sets of AnyStyle and GROBID."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

ANYSTYLE = ("core", "gold", "good")
"""The clean sets of AnyStyle; its other two are noisy."""

ANYSTYLE_KINDS = {
    "journal": "container",
    "container-title": "container",
    "collection-title": "series",
    "location": "place",
    "citation-number": "",
    "director": "author",
    **dict.fromkeys(("source", "medium", "producer"), "note"),
}
"""AnyStyle's names of parts that have another name here (empty: a part that is not used)."""

GROBID_TITLES = {"j": "container", "s": "series"}
GROBID_SCOPES = {
    **dict.fromkeys(("vol", "volume"), "volume"),
    "issue": "issue",
    **dict.fromkeys(("pp", "page"), "pages"),
    "chapter": "chapter",
}
GROBID_KINDS = {
    "author": "author",
    "editor": "editor",
    "date": "date",
    "publisher": "publisher",
    "pubPlace": "place",
    "placeName": "place",
    "meeting": "event",
    "ptr": "url",
    "ref": "url",
}
"""The parts in TEI's elements (TEI guidelines, 3.12)."""


class Part(NamedTuple):
    """A part of a text, ``text[start:end]``, and its kind."""

    kind: str
    start: int
    end: int


class Sample(NamedTuple):
    """A reference string, its labelled parts in order, and the file and set that it comes from."""

    text: str
    parts: tuple[Part, ...]
    file: str
    set: str = ""


def samples(folder: Path) -> Iterator[Sample]:
    """All samples below the folder of training data (``parsing`` in the data's README)."""
    for name in ANYSTYLE:
        yield from _anystyle(folder / "anystyle" / f"{name}.xml")
    for path in sorted((folder / "grobid" / "citations").glob("*.xml")):
        yield from _grobid(path)


def _anystyle(path: Path) -> Iterator[Sample]:
    for sequence in etree.parse(path).getroot():
        text, parts = "", list[Part]()
        has_title = sequence.find("title") is not None
        for element in sequence:
            printed = " ".join((element.text or "").split())
            start = len(text) + (text != "")
            text = f"{text} {printed}".strip()
            kind = ANYSTYLE_KINDS.get(str(element.tag), str(element.tag))
            if element.tag == "container-title" and not has_title:
                kind = "title"  # an edited book by itself
            if printed and kind:
                parts.append(Part(kind, start, len(text)))
        yield Sample(text, tuple(parts), path.name, "AnyStyle")


def _grobid(path: Path) -> Iterator[Sample]:
    root = etree.parse(path, etree.XMLParser(recover=True, resolve_entities=False)).getroot()
    for entry in root.iter("{*}bibl"):
        reader = _Tei(entry)
        if reader.parts:
            yield Sample(reader.text.rstrip(), tuple(reader.parts), path.name, "GROBID")


class _Tei:
    """A TEI reference as one text with white space normalised, and its parts."""

    def __init__(self, entry: etree._Element) -> None:
        self.text = ""
        self.parts: list[Part] = []
        self.has_article = any(title.get("level") == "a" for title in entry.iter("{*}title"))
        self._walk(entry, within=False)

    def _walk(self, element: etree._Element, *, within: bool) -> None:
        self._add(element.text)
        for child in element.iterchildren("{*}*"):
            kind = "" if within else self._kind(child)
            start = len(self.text)
            self._walk(child, within=within or bool(kind))
            if etree.QName(child).localname == "lb":
                self._add(" ")
            if kind and self.text[start:].strip():
                self.parts.append(Part(kind, start, len(self.text.rstrip())))
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        """Add text; white space is normalised, and dropped at the beginning."""
        folded = " ".join((text or "").split())
        before, after = (text or "")[:1].isspace(), (text or "")[-1:].isspace()
        if self.text and not self.text.endswith(" ") and before:
            self.text += " "
        self.text += folded
        if folded and after:
            self.text += " "

    def _kind(self, element: etree._Element) -> str:
        name = etree.QName(element).localname
        kind = (element.get("type") or element.get("unit") or "").lower()
        if name == "title":
            level = element.get("level") or ""
            return "container" if level == "m" and self.has_article else GROBID_TITLES.get(level, "title")
        if name == "biblScope":
            return GROBID_SCOPES.get(kind, "note")
        if name == "orgName":
            return "author" if kind == "collaboration" or not self.parts else "publisher"
        if name == "idno":
            return kind if kind in ("doi", "isbn") else "note"
        if name == "note":
            return "genre" if kind in ("report", "thesis") else "note"
        return GROBID_KINDS.get(name, "")
