"""The commands: each reads its options and calls the library.

Each returns what its report file holds beyond the diagnostics.
"""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reflist.cli.table import table
from reflist.eager import collection_paused
from reflist.formats import Format
from reflist.library import registry
from reflist.library.api import references_in
from reflist.library.files import OutputError, encoded, open_source, standard_input, write_file
from reflist.library.reading import UNREAD, open_all, read_source
from reflist.model import Reference
from reflist.report import ReflistError, Report
from reflist.source import Source, SourceError

if TYPE_CHECKING:
    from reflist.library.main_job import Bibliographies

More = dict[str, Any] | None


def bib(options: Namespace, report: Report) -> More:
    """The main job: pages to bibliographies."""
    from reflist.library.main_job import bib

    made = bib(options.files, options.output, options.style)
    report.extend(made.report)
    if made.files and not options.quiet:
        _send([f"{line}\n" for line in _summary(made, str(Path(options.output)))], None, report)
    return made.to_json()


def parse(options: Namespace, report: Report) -> More:
    """Convert free text to references."""
    target = _target(options)
    forced = registry.LINES if options.lines else _forced(options)
    items = chain.from_iterable(
        read_source(source, report, forced, free_text=True, jobs=options.jobs) for source in _sources(options, report)
    )
    return _write(references_in(items, papers=options.papers), target, options, report)


def convert(options: Namespace, report: Report) -> More:
    """Convert from one format to another."""
    target = _target(options)
    return _write(_references(options, report, is_whole=True), target, options, report)


@collection_paused()
def render(options: Namespace, report: Report) -> More:
    """Format references as a list; with ``--citations``, a manuscript's citations and its list, as JSON."""
    from reflist.engines import engine, engine_for, read_citations, render_bibliography

    output = options.to or _output_by_suffix(options.output)
    engine_name = engine_for(options.style, options.engine)
    style = engine(engine_name).style(options.style, report)  # a wrong name is reported before anything is read
    clusters = read_citations(_citations(options), report) if options.citations else None
    references = list(_references(options, report))
    rendered = render_bibliography(references, style, options.locale, engine_name, report, clusters)
    if clusters is None:
        written = rendered.to(output)
    else:
        written = json.dumps(rendered.to_json(output), ensure_ascii=False, indent=2) + "\n"
    _send([written], options.output if references else None, report)
    return None


SUFFIXES = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".tex": "latex", ".rtf": "rtf"}
"""Which output ``render`` writes for which suffix; for others, text."""

WORD_PROCESSED = (".docx", ".doc", ".odt", ".pdf")
"""Suffixes of formats that ``render`` cannot write: a file of plain text with such a name could not be opened."""


def _output_by_suffix(path: str | None) -> str:
    """The output that a file's suffix stands for."""
    suffix = Path(path or "").suffix.lower()
    if suffix in WORD_PROCESSED:
        raise ReflistError(f"cannot write {suffix} files: word processors open .rtf files (or name the output with -t)")
    return SUFFIXES.get(suffix, "text")


def _citations(options: Namespace) -> Source:
    """The source of the citations."""
    if options.citations != "-":
        return open_source(options.citations)
    if not options.files or "-" in options.files:
        raise ReflistError("standard input cannot hold both the references and the citations")
    return standard_input()


def dedupe(options: Namespace, report: Report) -> More:
    """Merge the records of each work; with ``--undo``, give back the records that works were merged from."""
    from reflist.library.deduping import dedupe, merged, undone
    from reflist.matching import UNDECIDED, with_preprints

    target = _target(options)
    if options.undo:
        return _write(undone(_references(options, report), report), target, options, report)
    decisions = UNDECIDED
    if options.decisions:
        from reflist.library.decisions import read_decisions

        decisions = read_decisions(options.decisions)
    decisions = with_preprints(decisions, options.preprints)
    library = [reference for path in options.against for reference in _library(path, report)]
    references = list(_references(options, report))
    found = dedupe(references, library, decisions, report)
    assert target.write is not None
    written = target.write(merged(found, target.name, report), report)
    _send(written, options.output if references else None, report)
    if options.review:
        from reflist.pages import review_page

        page = review_page(found.review, found.members, found.counts())
        write_file(options.review, [page.encode("utf-8", "replace")])
    if references and options.output not in (None, "-") and not options.quiet:
        _send([f"{_counted(found.counts())}\n"], None, report)
    return found.to_json(report)


def _library(path: str, report: Report) -> list[Reference]:
    """The references of ``--against``. If it cannot be read the command stops, because everything would look new."""
    source, findings = open_source(path), Report()
    references = list(references_in(read_source(source, findings)))
    report.extend(findings)
    if source.beginning.strip() and not UNREAD.isdisjoint(findings.counts()):
        raise SourceError(f"{path} could not be read, so what is new cannot be found")
    return references


def _counted(counts: dict[str, Any]) -> str:
    """The counts of de-duplication as one line."""
    known = f", {counts['known']} known" if counts["known"] else ""
    found = f"{_many(counts['records'], 'record')}: {_many(counts['duplicates'], 'duplicate')} removed{known}"
    return f"{found}, {_many(counts['works'], 'work')} left; {_many(counts['questions'], 'pair')} to decide"


def check(options: Namespace, report: Report) -> More:
    """Report what is wrong in files of references and manuscripts."""
    from reflist.library.checks import check_sources

    check_sources(_sources(options, report), _forced(options), report)
    return None


def formats(_options: Namespace, report: Report) -> More:
    """Print the table of formats."""
    rows = [
        (
            f"`{format.name}`",
            format.title,
            " ".join(format.suffixes),
            "yes" if format.read else "",
            "yes" if format.write else "",
            format.extras,
        )
        for format in (*registry.formats(), *registry.added(report))
    ]
    _send(
        [table(("format", "what it is", "suffixes", "read", "written", "what has no field goes to"), rows)],
        None,
        report,
    )
    return None


def styles(_options: Namespace, report: Report) -> More:
    """Print the names and titles of the styles."""
    from reflist.csl import styles

    _send([f"{name:<12} {title}\n" for name, title in styles(report)], None, report)
    return None


COMMANDS: dict[str, Callable[[Namespace, Report], More]] = {
    "bib": bib,
    "parse": parse,
    "convert": convert,
    "render": render,
    "dedupe": dedupe,
    "check": check,
    "formats": formats,
    "styles": styles,
}
"""The function that runs each command."""


def _summary(made: "Bibliographies", folder: str) -> list[str]:
    """The summary of the main job: at most eight lines."""
    from shlex import quote

    references, pairs = _many(made.references, "reference"), _many(len(made.review), "doubtful pair")
    return [
        f"{_many(made.pages, 'page')}: {references}, {_many(made.citations, 'citation')} in the text",
        f"{_many(made.repairs, 'repair')}",
        f"{references} -> {_many(len(made.works), 'work')}",
        f"questions left: {pairs}, {_many(made.unresolved, 'citation')} without a work",
        f"{_many(len(made.files), 'file')} written to {folder}",
        f"open {quote(f'{folder}/index.html')}",
    ]


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _forced(options: Namespace) -> Format | None:
    return registry.reader(options.source_format) if options.source_format else None


def _target(options: Namespace) -> Format:
    """The format to write: the one named, else the one of the output's suffix, else the command's default."""
    by_suffix = registry.format_by_suffix(options.output) if options.output and not options.to else None
    if not (by_suffix or options.to or options.default_format):
        raise registry.FormatError("name the format to write with -t (reflist formats lists them)")
    format = by_suffix or registry.writer(options.to or options.default_format)
    return registry.with_origin(format) if options.origin else format


def _sources(options: Namespace, report: Report) -> Iterator[Source]:
    for path in options.files or ["-"]:
        if path == "-":
            if sys.stdin is not None and sys.stdin.isatty() and not options.quiet:
                print("Waiting for text: paste it, then press Ctrl-D on a new line (Ctrl-C stops).", file=sys.stderr)
            yield standard_input()
        else:
            yield from open_all([path], report, in_parts=True)


def _references(options: Namespace, report: Report, *, is_whole: bool = False) -> Iterator[Reference]:
    """The references of the inputs. If ``is_whole``, parts of the files that belong to no reference are reported."""
    forced = _forced(options)
    for source in _sources(options, report):
        yield from references_in(read_source(source, report, forced), report if is_whole else None)


def _write(references: Iterable[Reference], target: Format, options: Namespace, report: Report) -> More:
    """Write the references. If nothing was read no file is touched, and standard output gets an empty list."""
    assert target.write is not None
    references = iter(references)
    first = next(references, None)
    found = chain([first], references) if first else references
    _send(target.write(found, report), options.output if first else None, report)
    return None


def _send(pieces: Iterable[str], output: str | None, report: Report) -> None:
    """Write pieces of text, as UTF-8, to a file or to standard output."""
    if output and output != "-":
        write_file(output, encoded(pieces, report, output))
        return
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    sys.stdout.buffer.writelines(encoded(pieces, report))
    sys.stdout.buffer.flush()
