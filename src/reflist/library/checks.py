"""What is wrong in files of references and in manuscripts."""

from collections.abc import Iterable

from reflist.checking import Input, check_inputs, cites_by_key
from reflist.formats import Format
from reflist.library.reading import read_source, recognised
from reflist.library.registry import FREE_TEXT, PROSE
from reflist.report import Report
from reflist.source import Source

MARKDOWN = (".md", ".markdown", ".qmd", ".rmd")
"""Suffixes of texts that may carry their references in their head, so that a format claims them."""


def check_sources(sources: Iterable[Source], format: Format | None, report: Report) -> None:
    """Read the sources, and add to the report what is wrong in each and in all together.

    What no format claims is free text: a manuscript, which cites by name and year, or by key as pandoc reads it.
    """
    check_inputs([_input(source, format, report) for source in sources], report)


def _input(source: Source, format: Format | None, report: Report) -> Input:
    known = format or recognised(source, Report(), free_text=True)
    is_text = known in (FREE_TEXT, *PROSE.values())
    if (is_text or source.name.lower().endswith(MARKDOWN)) and cites_by_key(source):
        items = [] if is_text else list(read_source(source, report, known))
        return Input(source, items, not is_text, cites_by_key=True)
    return Input(source, list(read_source(source, report, format, free_text=True)), known is not None and not is_text)
