"""Files made to hang or to fill memory: read in bounded time and memory, with a word about it, all good records kept.

The bounds are those that only a hang breaks; how fast good files are read is measured in `make bench`.
"""

import resource
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from reflist.formats import built_in
from reflist.library.reading import read_source
from reflist.model import Reference
from reflist.report import Report, Severity
from reflist.source import Source

pytestmark = pytest.mark.untraced  # other tests reach the same lines; traced, these take twice as long

SECONDS = 60
"""Processor time that only a hang takes."""

MEMORY = 1 << 30
"""Bytes of address space that a process reading 3 MB may take."""

MANY = 10_000
LONG = 3_000_000

BIBTEX = ("@book{first, title = {First good}}\n", "\n@book{last, title = {Last good}}\n")
RIS = ("TY  - BOOK\nTI  - First good\nER  - \n", "\nER  - \nTY  - BOOK\nTI  - Last good\nER  - \n")
REFER = ("%0 Book\n%T First good\n\n", "\n\n%0 Book\n%T Last good\n")
NBIB = ("PMID- 1\nTI  - First good\n\n", "\n\nPMID- 3\nTI  - Last good\n")
JSON = (
    '[{"id": "first", "type": "book", "title": "First good"},\n',
    ',\n{"id": "last", "type": "book", "title": "Last good"}]',
)
LINES = (
    '{"id": "first", "type": "book", "title": "First good"}\n',
    '\n{"id": "last", "type": "book", "title": "Last good"}\n',
)
YAML = ("- id: first\n  type: book\n  title: First good\n", "\n- id: last\n  type: book\n  title: Last good\n")
CSV = ("title,author,year,doi\nFirst good,Doe,2001,\n", "\nLast good,Roe,2002,\n")
ENDNOTE = (
    "<xml><records><record><titles><title>First good</title></titles></record>\n",
    "\n<record><titles><title>Last good</title></titles></record></records></xml>",
)
MODS = (
    "<modsCollection><mods><titleInfo><title>First good</title></titleInfo></mods>\n",
    "\n<mods><titleInfo><title>Last good</title></titleInfo></mods></modsCollection>",
)
BOTH = {"First good", "Last good"}
FIRST = {"First good"}
LAST = {"Last good"}

Family = tuple[str, tuple[str, str], Callable[[int], str], set[str], bool]
"""Format, the good records before and after, what stands between, which good ones must be read, and whether it is an
error."""

FAMILIES: dict[str, Family] = {
    "braces never closed": ("bibtex", BIBTEX, lambda n: "@book{x, title = " + "{" * n, BOTH, True),
    "deep braces": ("bibtex", BIBTEX, lambda n: "@book{x, title = " + "{" * n + "}" * n + "}", BOTH, False),
    "deep commands": ("bibtex", BIBTEX, lambda n: "@book{x, title = {" + r"\emph{" * n + "}" * n + "}}", BOTH, False),
    "quotes": ("bibtex", BIBTEX, lambda n: "@book{x, title = " + '"' * n, BOTH, True),
    "entries never closed": ("bibtex", BIBTEX, lambda n: "@book{x, title = {\n" * n, BOTH, True),
    "entries never closed in a line": ("bibtex", BIBTEX, lambda n: "@book{x, title = {" * n, BOTH, True),
    "entries that lack a brace": ("bibtex", BIBTEX, lambda n: "@book{x, title = {}\n" * n, BOTH, True),
    "comments never closed": ("bibtex", BIBTEX, lambda n: "@comment{\n" * n, BOTH, False),
    "signs": ("bibtex", BIBTEX, lambda n: "@ \n" * n, BOTH, False),
    "one key": ("bibtex", BIBTEX, lambda n: "@book{x, title = {T}}" * n, BOTH, True),
    "one field": ("bibtex", BIBTEX, lambda n: "@book{x, " + "note = {T}, " * n + "}", BOTH, False),
    "missing commas": ("bibtex", BIBTEX, lambda n: "@book{x, " + "note = {T} " * n + "}", BOTH, True),
    "pieces": ("bibtex", BIBTEX, lambda n: "@book{x, title = {T}" + " # {T}" * n + "}", BOTH, False),
    "names": ("bibtex", BIBTEX, lambda n: "@book{x, author = {" + "A and " * n + "B}}", BOTH, False),
    "white space": ("bibtex", BIBTEX, lambda n: "@book{x, title" + " \n" * n + "{T}}", BOTH, True),
    "white space in a value": ("bibtex", BIBTEX, lambda n: "@book{x, title = {T" + "\n" * n, BOTH, True),
    "parents": ("bibtex", BIBTEX, lambda n: "@book{x, crossref = {" + "x," * n + "}}", BOTH, True),
    "one tag": ("ris", RIS, lambda n: "TY  - BOOK\n" + "".join(f"N1  - {i}\n" for i in range(n)), BOTH, False),
    "one unknown tag": ("ris", RIS, lambda n: "TY  - BOOK\n" + "ZZ  - x\n" * n, BOTH, False),
    "one name": ("ris", RIS, lambda n: "TY  - BOOK\n" + "AU  - Doe, J.\n" * n, BOTH, False),
    "notes on names": (
        "ris", RIS,
        lambda n: "TY  - BOOK\n" + "".join(f"U1  - acronym of D{i}: x\nAU  - D{i},\n" for i in range(n)),
        BOTH, False,
    ),
    "lines without a tag": ("ris", RIS, lambda n: "TY  - BOOK\nAB  - x\n" + "y\n" * n, BOTH, False),
    "types alone": ("ris", RIS, lambda n: "TY  - BOOK\n" * n, BOTH, True),
    "one letter": ("refer", REFER, lambda n: "%0 Book\n" + "".join(f"%Z {i}\n" for i in range(n)), BOTH, False),
    "lines without a letter": ("refer", REFER, lambda n: "%0 Book\n%X x\n" + "y\n" * n, BOTH, False),
    "one tag of PubMed": ("nbib", NBIB, lambda n: "PMID- 2\n" + "".join(f"OT  - {i}\n" for i in range(n)), BOTH, False),
    "records without a line": ("nbib", NBIB, lambda n: "PMID- 2\n" * n, BOTH, False),
    "lines that are not indented": ("nbib", NBIB, lambda n: "PMID- 2\nAB  - x\n" + "y\n" * n, BOTH, False),
    "deep arrays": ("csljson", JSON, lambda n: "[" * n + "]" * n, BOTH, True),
    "deep objects": ("csljson", JSON, lambda n: '{"a":' * n + "1" + "}" * n, BOTH, True),
    "arrays never closed": ("csljson", JSON, lambda n: "[" * n, FIRST, True),
    "objects never closed": ("csljson", JSON, lambda n: '{"id":' * n, FIRST, True),
    "items that break": ("csljson", JSON, lambda n: ",\n".join(['{"id": "x",}'] * (n // 10)), BOTH, True),
    "one member": ("csljson", JSON, lambda n: '{"id": "x"' + ', "note": "T"' * n + "}", BOTH, False),
    "deep lines": ("csljsonl", LINES, lambda n: "[" * n + "]" * n, BOTH, True),
    "marks": ("csljson", JSON, lambda n: '{"id": "x", "title": "' + "<i>" * n + "T" + "</i>" * n + '"}', BOTH, False),
    "deep sequences": ("cslyaml", YAML, lambda n: "- id: x\n  note: " + "[" * n + "]" * n, FIRST, True),
    "sequences never closed": ("cslyaml", YAML, lambda n: "- id: x\n  note: " + "[" * n, FIRST, True),
    "aliases that double": (
        "cslyaml", YAML,
        lambda n: "- id: &a0 [x, x]\n" + "".join(f"- id: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, n // 100)),
        FIRST, True,
    ),
    "one key in a mapping": ("cslyaml", YAML, lambda n: "- id: x\n" + "  note: T\n" * n, BOTH, False),
    "a quote never closed": ("csv", CSV, lambda n: '"' + "x,\n" * n, BOTH, True),
    "quotes in rows": ("csv", CSV, lambda n: 'T,"x,2001,\n' * n, BOTH, False),
    "cells": ("csv", CSV, lambda n: "," * n, BOTH, False),
    "names in a cell": ("csv", CSV, lambda n: 'T,"' + "Doe, J; " * n + '",2001,', BOTH, False),
    "deep elements": ("endnotexml", ENDNOTE, lambda n: "<record>" + "<a>" * n + "</a>" * n + "</record>", BOTH, True),
    "elements never closed": ("endnotexml", ENDNOTE, lambda n: "<record>" + "<a>" * n, BOTH, True),
    "records never closed": ("endnotexml", ENDNOTE, lambda n: "<record>\n" * n, BOTH, True),
    "attributes": (
        "endnotexml", ENDNOTE, lambda n: "<record " + " ".join(f'a{i}="x"' for i in range(n)) + "/>", BOTH, False
    ),
    "ampersands": (
        "endnotexml", ENDNOTE,
        lambda n: "<record><titles><title>" + "& " * n + "</title></titles></record>",
        BOTH, False,
    ),
    "one element": ("endnotexml", ENDNOTE, lambda n: "<record>" + "<u>x</u>" * n + "</record>", BOTH, False),
    "deep hosts": (
        "mods", MODS,
        lambda n: "<mods>" + '<relatedItem type="host">' * n + "</relatedItem>" * n + "</mods>",
        BOTH, True,
    ),
    "one name of MODS": (
        "mods", MODS, lambda n: "<mods>" + "<name><namePart>x</namePart></name>" * n + "</mods>", BOTH, False
    ),
    "nested groups": ("bibtex", BIBTEX, lambda n: "@book{x, title = {" + "{A " * n + "}" * n + "}}", BOTH, False),
}  # fmt: skip


def titles(text: str, name: str, report: Report) -> set[str]:
    items = read_source(Source("hostile", text.encode()), report, built_in(name))
    return {item.plain("title") for item in items if isinstance(item, Reference)}


@pytest.mark.parametrize("family", FAMILIES)
def test_what_is_made_to_hang_is_read(family: str) -> None:
    name, (before, after), between, kept, is_error = FAMILIES[family]
    report = Report()
    begin = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    found = titles(f"{before}{between(MANY)}{after}", name, report)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - begin < SECONDS
    assert kept <= found
    errors = report.of(Severity.ERROR)
    assert bool(errors) is is_error
    assert all(finding.place.line for finding in errors)


def doubling(steps: int) -> str:
    """Definitions of which each is twice the one before: a few hundred bytes that stand for gigabytes."""
    strings = "".join(f"@string{{s{step} = s{step - 1} # s{step - 1}}}\n" for step in range(1, steps))
    return f'@string{{s0 = "xxxxxxxxxx"}}\n{strings}@book{{x, title = s{steps - 1}}}\n'


def test_definitions_that_double_stay_small() -> None:
    report = Report()
    tracemalloc.start()
    try:
        found = titles(f"{BIBTEX[0]}{doubling(40)}{BIBTEX[1]}", "bibtex", report)
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()
    assert found >= BOTH
    first = report.of(Severity.ERROR)[0]
    assert (first.code, first.place.line, first.key) == ("bibtex-too-long", 18, None)


SUBSET = '<!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa">{}]>\n'
ENTITIES = {
    "bomb": "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ),
    "outside": '<!ENTITY i SYSTEM "file:///etc/passwd">',
    "parameter": '<!ENTITY % i SYSTEM "http://127.0.0.1:9/x.dtd">%i;',
}


@pytest.mark.parametrize("entities", ENTITIES)
@pytest.mark.parametrize(("name", "good"), [("endnotexml", ENDNOTE), ("mods", MODS)])
def test_entities_are_refused_with_one_word(entities: str, name: str, good: tuple[str, str]) -> None:
    report = Report()
    text = SUBSET.format(ENTITIES[entities]) + "".join(good).replace("First good", "&i;")
    found = titles(text, name, report)
    assert not any("root:" in title for title in found)
    assert [finding.code for finding in report.of(Severity.ERROR)] == ["xml-doctype", "nothing-to-read"]


LINES_OF = {
    "bibtex": lambda: "@book{x, title = {" + "word " * (LONG // 5) + "}}",
    "ris": lambda: "TY  - BOOK\nAB  - " + "word " * (LONG // 5),
    "csljson": lambda: '[{"id": "x", "title": "' + "word " * (LONG // 5) + '"}]',
    "csv": lambda: 'title,author,year,doi\n"' + "word " * (LONG // 5) + '",Doe,2001,x',
    "endnotexml": lambda: (
        "<xml><records><record><titles><title>" + "word " * (LONG // 5) + "</title></titles></record>"
    ),
    "bibtex in one line": lambda: "@book{x, title = {Plain things}, author = {Doe, Jane}}" * (LONG // 500),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LINES_OF)
def test_a_line_of_megabytes_fits_in_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "long"
    path.write_text(LINES_OF[name](), encoding="utf-8")
    target = tmp_path / "out.jsonl"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "reflist",
            "convert",
            path,
            "-f",
            name.partition(" ")[0],
            "-t",
            "csljsonl",
            "-o",
            target,
        ],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == 0
    assert target.stat().st_size > LONG / 10


@pytest.mark.parametrize("number", range(1, 46))
def test_what_is_malformed_is_read_and_reported(number: int, data: Path | None) -> None:
    found = sorted((data / "malformed").glob(f"{number:02}_*")) if data else []
    if not found:
        pytest.skip("the data is not there")
    report = Report()
    items = list(read_source(Source.from_path(found[0]), report))
    assert items or report.of(Severity.ERROR)
    text = Source.from_path(found[0]).text
    for title in {"First good", "Last good"} if "xml" not in found[0].suffix else set():
        assert title not in text or any(title in item.plain("title") for item in items if isinstance(item, Reference))
