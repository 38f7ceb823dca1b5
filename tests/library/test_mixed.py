"""Lists in several formats that were pasted together."""

import io

import pytest

import reflist
from reflist.library.registry import within

BIB = "@book{a,\n  title = {Größe},\n}\n"
RIS = "TY  - BOOK\nID  - b\nTI  - B\nER  - \n"
JSON = '[{"id": "c", "type": "book", "title": "C"}]\n'
XML = "<mods xmlns='http://www.loc.gov/mods/v3' ID='d'><titleInfo><title>D</title></titleInfo></mods>\n"


@pytest.mark.parametrize(
    ("text", "ids", "lines"),
    [
        (f"{RIS}\n{BIB}", ["b", "a"], [1, 6]),
        (f"{BIB}\n{RIS}", ["a", "b"], [1, 5]),
        (f"{BIB}\n{JSON}", ["a", "c"], [1, 5]),
        (f"{BIB}\n{XML}{BIB.replace('{a', '{e')}", ["a", "d", "e"], [1, 5, 6]),
    ],
)
def test_each_part_is_read_in_its_format(text: str, ids: list[str], lines: list[int]) -> None:
    library = reflist.read(io.BytesIO(text.encode()))
    assert [reference.id for reference in library.references] == ids
    assert [reference.origin.line for reference in library.references] == lines
    assert library.report.counts()["mixed-formats"] == 1
    assert not library.remainders


@pytest.mark.parametrize(
    ("text", "around", "name"),
    [
        (RIS, "bibtex", "ris"),
        (RIS, "ris", ""),
        (BIB, "biblatex", ""),
        (BIB, "ris", "bibtex"),
        ("@online{a, date = {2001}}", "ris", "biblatex"),
        (JSON, "csljsonl", ""),
        ("Title,Authors,Year,DOI\nA,B,2001,10.1000/x", "ris", ""),
        ("% a remark", "bibtex", ""),
    ],
)
def test_only_what_is_unmistakable_is_another_format(text: str, around: str, name: str) -> None:
    assert within(text, around) == name
