"""A small overview with one of everything: three papers, five works, a merge, a repair, a doubtful pair."""

from reflist.citing import CitingPaper, LinkedCitation
from reflist.model import Citation, Date, Evidence, FieldOrigin, Name, Origin, Paper, Reference, Value, Variant, Work
from reflist.pages import Formatted, Overview
from reflist.report import Diagnostic, Place, Rule, Severity
from reflist.text import Mark, Text

RANGE = Rule("range-without-dash", Severity.REPAIR, "A range lost its dash.")
YEAR = Rule("year-chosen", Severity.REPAIR, "Two years were printed.")
UNREADABLE = Rule("unreadable", Severity.ERROR, "No reference.")
NO_PLACE = Rule("no-place", Severity.LOSS, "The format has no field for it.")

HOSTILE = '<script>alert(1)</script> & "co" <b>'
"""A title that would be executed if it were taken for markup."""


def reference(
    id: str, names: str, year: int, title: str, line: int, raw: str, source: str = "a.txt", **more: Value
) -> Reference:
    people = tuple(Name(name) for name in names.split(", "))
    variables: dict[str, Value] = {"author": people, "issued": Date.of(year), "title": Text(title), **more}
    return Reference(id, "book", variables, origin=Origin(source, line, raw))


def repaired(member: Reference, printed: str, variable: str, repair: str) -> Reference:
    origin = member.origin
    start = origin.raw.index(printed)
    field = FieldOrigin(start, start + len(printed), printed, 0.9, repair)
    return member.replace(origin=origin.replace(fields={variable: field}))


def make_overview() -> Overview:
    ostrom = reference("ostrom1996", "Ostrom", 1996, "Crossing", 3, "Ostrom (1996) Crossing, 10731087.", DOI="10.1/a<b")
    ostrom = repaired(ostrom | {"page": "1073-1087"}, "10731087", "page", "10731087 -> 1073-1087")
    again = reference("ostrom1996#2", "Ostrom", 1996, "Crossing over", 7, "Ostrom 1996. Crossing over.", "b.txt")
    boyle = reference("boyle2010a", "Boyle, Coote, Slay", 2010, "Right here", 4, "Boyle, D. (2010) Right here. NESTA.")
    other = reference("boyle2010b", "Boyle", 2010, "Right now", 8, "Boyle, D. (2010) Right now, NESTA.", "b.txt")
    hostile = reference(
        "evil id/1", "O’Brien & <Sons>", 2001, HOSTILE, 5, f"O’Brien 2001 {HOSTILE}", URL="javascript:alert(1)"
    )
    office = reference(
        "office1999",
        "Cabinet Office",
        1999,
        "Modernising",
        9,
        "Cabinet Office 1999",
        "b.txt",
        URL="https://x.org/?a=1&b=2",
    )
    evidence = Evidence(("ostrom1996", "ostrom1996#2"), 0.97, ("same author and year", "titles agree but for ‘over’"))
    variants = {"title": (Variant(Text("Crossing over"), "ostrom1996#2"),), "volume": (Variant("24", "ostrom1996#2"),)}
    works = (
        Work(ostrom, (ostrom, again), (evidence,), variants, ("one", "two")),
        Work(boyle, (boyle,), cited_by=("one",)),
        Work(other, (other,), cited_by=("two",)),
        Work(hostile, (hostile,), cited_by=("one",)),
        Work(office, (office,), cited_by=("three", "two")),
    )
    authors = (Name("Pemberton"), Name("Mason"))
    reflections = Text("Reflections on my experience of things")
    own = {
        "one": Reference("one", "article", {"author": authors, "issued": Date.of(2009)}, origin=Origin("a.txt", 1)),
        "two": Reference("two", "article", {"title": reflections}, origin=Origin("b.txt", 1)),
        "three": Reference("three", "article", origin=Origin("c.txt")),
    }
    papers = (
        CitingPaper("one", Paper(own["one"], (ostrom, boyle, hostile)), ("boyle2010a", "evil id/1", "ostrom1996"), ()),
        CitingPaper(
            "two",
            Paper(own["two"], (again, other, office)),
            ("boyle2010b", "office1999", "ostrom1996"),
            (LinkedCitation(Citation("Boyle, 2010", 5, ("Boyle",), False, "2010"), "boyle2010b", "own list"),),
        ),
        CitingPaper(
            "three",
            Paper(own["three"]),
            ("office1999",),
            (
                LinkedCitation(
                    Citation("Cabinet Office, 1999", 2, ("Office",), False, "1999"), "office1999", "other list"
                ),
                LinkedCitation(Citation("DfES <2004>", 3, ("DfES",), False, "2004"), None, None),
                LinkedCitation(Citation("DfES <2004>", 6, ("DfES",), False, "2004"), None, None),
                LinkedCitation(Citation("Laming, 2003", 4, ("Laming",), False, "2003"), None, None),
            ),
        ),
    )
    diagnostics = (
        Diagnostic(RANGE, "10731087 read as 1073-1087", Place("a.txt", 3, 24), "ostrom1996"),
        Diagnostic(YEAR, "2009 taken, not 2008", Place("a.txt", 2)),
        Diagnostic(UNREADABLE, "no reference: <hr>", Place("b.txt", 11)),
        Diagnostic(NO_PLACE, "scale has no field"),
    )
    italic = Text("Crossing").marked(Mark.ITALIC)
    harvard = {work.id: Text(f"{work.id}, Harvard. ") + italic for work in reversed(works)}
    apa = {work.id: Text(f"{work.id}, APA. ") for work in works}
    styles = (
        Formatted("harvard", "Harvard", harvard, {"one": Text("Pemberton & Mason, Harvard")}),
        Formatted("apa", "APA", apa, {}),
    )
    bibtex = {work.id: f"@book{{{work.id},\n}}\n" for work in works if work.id != "office1999"}
    files = (
        "index.html",
        "references.bib",
        "harvard.html",
        "works.json",
        "papers/one/apa.html",
        "papers/a b/x.html",
        "x.y",
    )
    doubtful = Evidence(("boyle2010a", "boyle2010b"), 0.62, ("same author", "same year"))
    return Overview(works, papers, (doubtful,), styles, bibtex, diagnostics, files)
