"""Literate cases: pages of Markdown with inputs and what must become of them. `tests/cases/README.md` shows the form.

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

CASES = Path(__file__).resolve().parent / "cases"

FENCE = re.compile(r"^(?P<ticks>`{3,})(?P<info>[^`\n]+)\n(?P<body>.*?)^(?P=ticks)$", re.DOTALL | re.MULTILINE)
HEAD = re.compile(r"# (?P<title>.+)\n+(?P<why>\S.*)\n")
SEPARATOR = re.compile(r"^---$", re.MULTILINE)

JSON = {"csljson", "works", "papers"}
"""Outputs compared as JSON, not as text."""

REDUCED = {"works", "papers"}
"""Outputs of which a case gives as many keys as it is about."""

RENDERED = {"text", "html", "markdown", "latex", "rtf"}
"""Outputs that a style makes."""


class Fence(NamedTuple):
    """A fenced part of a case: the format it names, its options, what it holds, and where that stands in the page."""

    format: str
    options: dict[str, str]
    body: str
    start: int
    end: int


class Case(NamedTuple):
    """What a page says: the fences before the line `---`, and those after it."""

    inputs: list[Fence]
    expected: list[Fence]


class NotACaseError(Exception):
    """A page that is not of the form."""


def case_pages() -> list[Path]:
    """The files of all cases, in order."""
    return sorted(path for path in CASES.rglob("*.md") if path.name != "README.md")


# --- reading a page -------------------------------------------------------------------------------------


def read_case(page: str) -> Case:
    """The case on a page. Raises `NotACaseError`, saying what is missing."""
    fences = [_fence(match) for match in FENCE.finditer(page)]
    prose = FENCE.sub(lambda match: " " * len(match[0]), page)
    separators = [match.start() for match in SEPARATOR.finditer(prose)]
    if not HEAD.match(prose):
        raise NotACaseError("it must begin with a title (# ...) and a sentence that says why it exists")
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


# --- running it -----------------------------------------------------------------------------------------


def outcomes(case: Case) -> list[str]:
    """What reflist makes of the inputs: the text of each expected fence, in order."""
    with tempfile.TemporaryDirectory() as folder:
        run = _Run(case, Path(folder))
        made = [run.make(fence) for fence in case.expected]
    messages = "".join(f"{message}\n" for message in run.messages)
    return [messages if text is None else text for text in made]


class _Run:
    """One run of a case: its inputs as files in a folder, what was read from them, and the messages so far."""

    def __init__(self, case: Case, folder: Path) -> None:
        self.folder = folder
        self.messages: list[str] = []
        self.files = [self._lay_out(fence, number) for number, fence in enumerate(case.inputs)]
        self.main_job = any(fence.format in REDUCED for fence in case.expected)
        self.references = [] if self.main_job else self._read(case.inputs)
        if self.main_job:
            self._note(reflist.bib(self.files, self.folder / "out", styles=[]).report)

    def _lay_out(self, fence: Fence, number: int) -> Path:
        path = self.folder / fence.options.get("name", f"input{number or ''}")
        path.write_text(fence.body, encoding="utf-8", newline="")
        return path

    def _note(self, report: reflist.Report) -> None:
        self.messages += map(str, report)

    def _read(self, inputs: list[Fence]) -> list[reflist.Reference]:
        references: list[reflist.Reference] = []
        for fence, path in zip(inputs, self.files, strict=True):
            lines = fence.options.get("lines") == "yes"
            library = reflist.parse(fence.body, lines=True) if lines else reflist.read(path, format=fence.format)
            self._note(library.report)
            references += library.references
        return references

    def make(self, fence: Fence) -> str | None:
        """One output; none for the messages, which are complete only when all else is made."""
        if fence.format == "report":
            return None
        if fence.format in REDUCED:
            return _pretty(
                _reduced(json.loads((self.folder / "out" / f"{fence.format}.json").read_bytes()), fence.body)
            )
        if fence.format in RENDERED:
            return str(reflist.render(self.references, to=fence.format, **fence.options)).rstrip("\n") + "\n"
        stream = io.StringIO()
        self._note(reflist.write(self.references, stream, format=fence.format))
        if fence.format == "csljson":
            return _pretty(_without_new_ids(json.loads(stream.getvalue()), fence.body))
        return stream.getvalue()


# --- comparing and writing ------------------------------------------------------------------------------


def agrees(fence: Fence, outcome: str) -> bool:
    """Whether the outcome is what the fence expects: as JSON where it is JSON, else to the letter."""
    if fence.format in JSON and fence.body.strip():
        return bool(json.loads(fence.body) == json.loads(outcome))
    return fence.body == outcome


def rewritten(page: str) -> str:
    """The page with the expected parts that do not agree replaced by what comes out now; all else is left alone."""
    case = read_case(page)
    for fence, outcome in reversed(list(zip(case.expected, outcomes(case), strict=True))):
        if not agrees(fence, outcome):
            page = page[: fence.start] + outcome + page[fence.end :]
    return page


def _pretty(value: Any) -> str:
    """JSON for people: a list item or an object's field per line, and what is in a field on that line."""
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
    """The items without their ids, unless the case gives them."""
    if '"id"' not in expected:
        for item in items:
            del item["id"]
    return items


def _reduced(value: Any, expected: str) -> Any:
    """Of each object only the keys that the case gives for it (a new object: those of the first beside it)."""
    return _cut(value, json.loads(expected)) if expected.strip() else value


def _cut(value: Any, model: Any) -> Any:
    if isinstance(value, dict) and isinstance(model, dict):
        return {key: _cut(value[key], model[key]) for key in model if key in value}
    if isinstance(value, list) and isinstance(model, list) and model:
        models = model + model[:1] * (len(value) - len(model))
        return [_cut(item, like) for item, like in zip(value, models, strict=False)]
    return value


def main(names: list[str]) -> None:
    """Rewrite the cases in these files (all, where none is named) and say which changed."""
    for path in [Path(name) for name in names] or case_pages():
        page = path.read_text(encoding="utf-8")
        if (new := rewritten(page)) != page:
            path.write_text(new, encoding="utf-8")
            print(f"rewritten: {path}")


if __name__ == "__main__":
    main(sys.argv[1:])
