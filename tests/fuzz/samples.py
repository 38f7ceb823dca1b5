"""The files that are mutated: small ones of our own in each format, and real ones if the data is available."""

from pathlib import Path

from reflist.formats import BUILT_IN, built_in
from reflist.library.reading import recognised
from reflist.model import Date, Name, Reference
from reflist.report import Report
from reflist.source import Source
from reflist.text import Mark, Span, Text

LARGEST = 6_000
"""The size in bytes of the largest real file used, so that each mutant is read in a few milliseconds."""

MOST = 120
"""How many real files are used for a format, spread evenly over all."""

REFERENCES = (
    Reference(
        "doe2001",
        "article-journal",
        {
            "author": (
                Name("Doe", "Jane"),
                Name("Beauvoir", "Simone", non_dropping_particle="de"),
                Name(literal="WHO"),
            ),
            "title": Text("Größe & Łódź: a {braced} $x^2$ study", [Span(0, 5, Mark.ITALIC)]),
            "container-title": Text("Journal of Plain Things"),
            "issued": Date.of(2001, 4, 3),
            "volume": "12",
            "page": "45-67",
            "DOI": "10.9999/plain.2001",
            "keyword": Text("things, plain"),
        },
        {("ris", "ZZ"): ("a", "b")},
    ),
    Reference(
        "roe1999",
        "chapter",
        {
            "author": (Name("Roe", "R.", suffix="Jr."),),
            "editor": (Name("Poe", "E."),),
            "title": Text("‘Quoted’ – a chapter"),
            "container-title": Text("The Book"),
            "issued": Date(((1999,), (2000,))),
            "publisher": Text("Sage"),
            "publisher-place": Text("London"),
            "ISBN": "978-0-306-40615-7",
            "URL": "https://example.org/a_b?c=d&e=f",
            "note": Text("One\nTwo"),
        },
    ),
)

FILES = Path(__file__).parent / "files"
"""A file for each format, with what other programs write but ours does not."""


def of_our_own() -> dict[str, list[bytes]]:
    """Small files by format, made here."""
    samples: dict[str, list[bytes]] = {}
    for name in BUILT_IN:
        format = built_in(name)
        assert format.write
        samples[name] = ["".join(format.write(REFERENCES, Report())).encode()]
    for path in sorted(FILES.iterdir()):
        samples[path.name].append(path.read_bytes())
    return samples


def with_real_ones(data: Path | None) -> dict[str, list[bytes]]:
    """The same, and small real files of each format, detected by content."""
    samples = of_our_own()
    real: dict[str, list[bytes]] = {}
    for path in sorted((data / "formats").rglob("*")) if data else ():
        if not path.is_file() or path.stat().st_size > LARGEST:
            continue
        source = Source(path.name, path.read_bytes())
        if format := recognised(source, Report()):
            real.setdefault(format.name, []).append(source.data)
    real["biblatex"] = [*real.get("biblatex", ()), *real.get("bibtex", ())]
    real["csljsonl"] = [*real.get("csljsonl", ()), *real.get("csljson", ())]
    real["tsv"] = [*real.get("tsv", ()), *real.get("csv", ())]
    for name, files in real.items():
        if name in samples:
            samples[name] += files[:: len(files) // MOST + 1]
    return samples
