"""Checking files of references and manuscripts."""

import re
from collections.abc import Iterable

from reflist.checking import Input, check_inputs, cites_by_key, is_latex
from reflist.formats import Format, Item, built_in
from reflist.library.reading import read_source, recognised
from reflist.library.registry import FREE_TEXT, PROSE
from reflist.model import Paper
from reflist.report import Report
from reflist.source import Source

MARKDOWN = (".md", ".markdown", ".qmd", ".rmd")
"""Suffixes of texts that may have their references in their front matter."""

_LINE = r"(?!(?:---|\.\.\.)[ \t]*$).*\n"
_WITH_REFERENCES = re.compile(rf"---[ \t]*\n(?:{_LINE})*?references:(?:{_LINE})*", re.MULTILINE)


def check_sources(sources: Iterable[Source], format: Format | None, report: Report) -> None:
    """Read the sources, and report what is wrong in each and in all together.

    What no format claims is free text: a manuscript that cites by name and year, or by key in pandoc's way.
    """
    check_inputs([_input(source, format, report) for source in sources], report)


def _head(source: Source) -> Source | None:
    """The YAML front matter of a text, if it lists references (pandoc manual, "Specifying bibliographic data")."""
    head = _WITH_REFERENCES.match(source.text)
    return Source.from_text(head[0], source.name) if head else None


def _input(source: Source, format: Format | None, report: Report) -> Input:
    known = format or recognised(source, Report(), free_text=True)
    is_text = known in (FREE_TEXT, *PROSE.values())
    if is_text and is_latex(source):
        items = list(read_source(source, report, format, free_text=True)) if "\\bibitem" in source.text else []
        return Input(source, items, False, cites_by_key=True, has_keys=bool(items))
    if is_text and cites_by_key(source):
        head = _head(source) if source.name.lower().endswith(MARKDOWN) else None
        items = list(read_source(head, report, built_in("cslyaml"))) if head else _with_list(source, format, report)
        return Input(source, items, head is not None, cites_by_key=True)
    return Input(source, list(read_source(source, report, format, free_text=True)), known is not None and not is_text)


def _with_list(source: Source, format: Format | None, report: Report) -> list[Item]:
    """The items of a text that cites by key, if it also has a reference list of its own; else none."""
    own = Report()
    items = list(read_source(source, own, format, free_text=True))
    if not any(isinstance(item, Paper) and item.references for item in items):
        return []
    report.extend(own)
    return items
