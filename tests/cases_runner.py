"""Literate cases: Markdown pages with inputs and expected outputs. `tests/cases/README.md` describes the form.

As a program, rewrites the expected parts of every case (or of those named on the command line) for review.
"""

import io
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import reflist
from reflist.citing import link_citations, paper_to_json
from reflist.library.checks import check_sources
from reflist.matching import evidence_to_json, match, work_to_json
from reflist.report import Report
from reflist.source import Source

CASES = Path(__file__).resolve().parent / "cases"

FENCE = re.compile(r"^(?P<ticks>`{3,})(?P<info>[^`\n]+)\n(?P<body>.*?)^(?P=ticks)$", re.DOTALL | re.MULTILINE)
HEAD = re.compile(r"# (?P<title>.+)\n+(?P<why>\S.*)\n")
SEPARATOR = re.compile(r"^---$", re.MULTILINE)

FREE_TEXT = {"page", "list"}
"""Inputs that are printed lists, in which no work occurs twice, as it may in a database's export."""

REDUCED = {"works", "papers", "review"}
"""Outputs of which a case gives only the keys that it is about."""

JSON = {"csljson", *REDUCED}
"""Outputs compared as JSON instead of text."""

CHECK = "check"
"""The output of `reflist check`, which must be the only output of its case."""

RENDERED = {"text", "html", "markdown", "latex", "rtf"}
"""Outputs formatted in a style."""


class Fence(NamedTuple):
    """A fenced part of a case: its format, its options, its content, and where that stands in the page."""

    format: str
    options: dict[str, str]
    body: str
    start: int
    end: int


class Case(NamedTuple):
    """A parsed case: the fences before the line `---`, and those after it."""

    inputs: list[Fence]
    expected: list[Fence]


class NotACaseError(Exception):
    """A page that does not have the form of a case."""


def case_pages() -> list[Path]:
    """The files of all cases, in order."""
    return sorted(path for path in CASES.rglob("*.md") if path.name != "README.md")


# --- reading a page -------------------------------------------------------------------------------------


def read_case(page: str) -> Case:
    """The case on a page. Raises `NotACaseError` with what is missing."""
    fences = [_fence(match) for match in FENCE.finditer(page)]
    prose = FENCE.sub(lambda match: " " * len(match[0]), page)
    separators = [match.start() for match in SEPARATOR.finditer(prose)]
    if not HEAD.match(prose):
        raise NotACaseError("it must begin with a title (# ...) and a sentence on why it exists")
    if len(separators) != 1:
        raise NotACaseError("one line --- must part what goes in from what comes out")
    case = Case(
        [fence for fence in fences if fence.end < separators[0]],
        [fence for fence in fences if fence.start > separators[0]],
    )
    if not case.inputs or not case.expected:
        raise NotACaseError("there must be a fenced part before the line --- and one after it")
    return case


def _fence(match: re.Match[str]) -> Fence:
    format, *options = match["info"].split()
    return Fence(format, dict(option.split("=", 1) for option in options), match["body"], *match.span("body"))


# --- running it -----------------------------------------------------------------------------------------------------


def outcomes(case: Case) -> list[str]:
    """What reflist makes of the inputs: the text for each expected fence, in order."""
    if all(fence.format == CHECK for fence in case.expected):
        return [_checked(case.inputs)] * len(case.expected)
    run = _Run(case)
    made = [run.make(fence) for fence in case.expected]
    messages = "".join(f"{diagnostic}\n" for diagnostic in run.report)
    return [messages if fence.format == "report" else text for fence, text in zip(case.expected, made, strict=True)]


def _checked(inputs: list[Fence]) -> str:
    """The output of `reflist check` for the inputs, as files with their names."""
    sources = [Source.from_text(fence.body, fence.options.get("name", "input")) for fence in inputs]
    report = Report()
    check_sources(sources, None, report)
    return "".join(f"{diagnostic}\n" for diagnostic in report)


class _Run:
    """One run of a case: the content of its inputs, and the report so far."""

    def __init__(self, case: Case) -> None:
        self.report = Report()
        self.libraries = [_read(fence, number) for number, fence in enumerate(case.inputs)]
        for library in self.libraries:
            self.report.extend(library.report)
        self.references = [reference for library in self.libraries for reference in library]
        self.found = self._main_job(case) if any(fence.format in REDUCED for fence in case.expected) else {}

    def _main_job(self, case: Case) -> dict[str, Any]:
        """The works and papers of the inputs, as in the files of `reflist bib`."""
        papers = [paper for library in self.libraries for paper in library.papers]
        listed = zip(case.inputs, self.libraries, strict=True)
        lists = [None if fence.format not in FREE_TEXT else fence.start for fence, library in listed for _ in library]
        matching = match(self.references, lists)
        citing = link_citations(papers, matching, self.report)
        return {
            "works": [work_to_json(work) for work in citing.works],
            "papers": [paper_to_json(paper) for paper in citing.papers],
            "review": [evidence_to_json(evidence) for evidence in matching.review],
        }

    def make(self, fence: Fence) -> str:
        """One output; losses are added to the report, which is complete only after all other outputs."""
        if fence.format == "report":
            return ""
        if fence.format in REDUCED:
            return _pretty(_reduced(self.found[fence.format], fence.body))
        if fence.format in RENDERED:
            rendered = reflist.render(self.references, to=fence.format, **fence.options)
            self.report.extend(rendered.report)
            return str(rendered).rstrip("\n") + "\n"
        stream = io.StringIO()
        self.report.extend(reflist.write(self.references, stream, format=fence.format))
        if fence.format == "csljson":
            return _pretty(_without_new_ids(json.loads(stream.getvalue()), fence.body))
        return stream.getvalue()


def _read(fence: Fence, number: int) -> reflist.Library:
    """The content of the fence, read as a file with its name."""
    if fence.options.get("lines") == "yes":
        return reflist.parse(fence.body, lines=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, fence.options.get("name", f"input{number or ''}"))
        path.write_text(fence.body, encoding="utf-8", newline="")
        return reflist.read(path, format=fence.format)


# --- comparing and writing ------------------------------------------------------------------------------


def agrees(fence: Fence, outcome: str) -> bool:
    """Whether the outcome is what the fence expects: compared as JSON if it is JSON, else exactly."""
    if fence.format in JSON and fence.body.strip():
        return bool(json.loads(fence.body) == json.loads(outcome))
    return fence.body == outcome


def rewritten(page: str) -> str:
    """The page with expected parts that differ replaced by the present outcomes; all else stays as it is."""
    case = read_case(page)
    for fence, outcome in reversed(list(zip(case.expected, outcomes(case), strict=True))):
        if not agrees(fence, outcome):
            page = page[: fence.start] + outcome + page[fence.end :]
    return page


def _pretty(value: Any) -> str:
    """JSON for people: one list item or field of an object per line."""
    return _indented(value, "") + "\n"


def _indented(value: Any, margin: str) -> str:
    flat = json.dumps(value, ensure_ascii=False)
    if not value or not isinstance(value, dict | list) or (margin and len(margin + flat) <= 100):
        return flat
    inner = margin + "  "
    if isinstance(value, list):
        return "[\n" + ",\n".join(inner + _indented(item, inner) for item in value) + f"\n{margin}]"
    fields = (f"{inner}{json.dumps(key)}: {_indented(item, inner)}" for key, item in value.items())
    return "{\n" + ",\n".join(fields) + f"\n{margin}}}"


def _without_new_ids(items: list[dict[str, Any]], expected: str) -> list[dict[str, Any]]:
    """The items without their ids, unless the case gives ids."""
    if '"id"' not in expected:
        for item in items:
            del item["id"]
    return items


def _reduced(value: Any, expected: str) -> Any:
    """Each object reduced to the keys that the case gives for it (for a new object: for the first one)."""
    return _cut(value, json.loads(expected)) if expected.strip() else value


def _cut(value: Any, model: Any) -> Any:
    if isinstance(value, dict) and isinstance(model, dict):
        return {key: _cut(value[key], model[key]) for key in model if key in value}
    if isinstance(value, list) and isinstance(model, list) and model:
        models = model + model[:1] * (len(value) - len(model))
        return [_cut(item, like) for item, like in zip(value, models, strict=False)]
    return value


def main(names: list[str]) -> None:
    """Rewrite the cases in these files (default: all) and print which changed."""
    for path in [Path(name) for name in names] or case_pages():
        page = path.read_text(encoding="utf-8")
        if (new := rewritten(page)) != page:
            path.write_text(new, encoding="utf-8")
            print(f"rewritten: {path}")


if __name__ == "__main__":
    main(sys.argv[1:])
