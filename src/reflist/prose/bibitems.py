r"""Reference lists in LaTeX: ``\bibitem[label]{key} E.~Ostrom, \emph{Crossing}, World Development 24``.

Each item is one reference, and its key becomes the reference's id. Commands are read as they are printed.
"""

import re
from collections.abc import Iterator

from reflist.grammar.latex import read_plain
from reflist.late import late
from reflist.model import Reference
from reflist.prose.lists.strings import String
from reflist.prose.references import read_certain
from reflist.report import Report
from reflist.source import Source

_GROUP = r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}"
_ITEM = late(rf"\\bibitem\s*(?:\[(?:[^\[\]{{}}]|{_GROUP}|\[[^\[\]]*\])*\]\s*)?\{{(?P<key>[^{{}}]*)\}}")
_TITLE = late(rf"\\title\s*(?:\[[^\[\]]*\])?\s*{_GROUP}")
_END = re.compile(r"\\end\s*\{thebibliography\}")
_COMMENT = late(r"(?P<kept>\\url\s*\{[^{}]*\}|\\%)|%[^\n]*(?:\n[ \t]*|$)")
_LINK = late(rf"\\href\s*\{{(?P<url>[^{{}}]*)\}}\s*{_GROUP}")
_COMMANDS = (
    (late(r"\\newblock\b|\\(?:BibitemOpen|BibitemShut\s*\{[^{}]*\}|bibAnnote\w*)"), " "),
    (late(r"\\bysame\b"), "———"),
    (late(rf"\\(?:bibinfo|bibfield|Eprint|citenamefont)\s*\{{[^{{}}]*\}}\s*{_GROUP}"), r"\1"),
    (late(rf"\\(?:natexlab|bibnamefont|bibfnamefont|citenamefont|BibTitle|path)\s*{_GROUP}"), r"\1"),
    (late(rf"\\doi\s*{_GROUP}"), r"doi:\1"),
    (late(rf"\\(?:arxiv|eprint|arXiv)\s*{_GROUP}"), r"arXiv:\1"),
    (late(rf"\\MR\s*{_GROUP}"), ""),  # the number of a review, which is a link like "Google Scholar"
)
"""Commands of packages and journals in items, and what they print."""

_DEEPEST = 4
"""The depth to which nested commands are read."""


def holds_bibitems(source: Source) -> bool:
    """Whether a text is LaTeX with a bibliography of its own."""
    return "\\bibitem" in source.text and _ITEM.search(source.text) is not None


def read_bibitems(source: Source, report: Report, jobs: int = 1) -> Iterator[Reference]:
    """The items of a LaTeX text, each with its key; one that cannot be read becomes a document and is reported."""
    items = [item for item in _ITEM.finditer(source.text) if not _is_commented_out(source.text, item.start())]
    ends = [item.start() for item in items[1:]] + [len(source.text)]
    keys: list[str] = []
    strings: list[String] = []
    line, counted = 1, 0
    for item, end in zip(items, ends, strict=True):
        line, counted = line + source.text.count("\n", counted, item.start()), item.start()
        if printed := printed_of(source.text[item.end() : end]):
            keys.append(item["key"].strip())
            strings.append(String(line, printed))
    for key, reference in zip(keys, read_certain(strings, source, report, jobs), strict=True):
        yield reference.replace(id=key) if key else reference


def _is_commented_out(text: str, offset: int) -> bool:
    return "%" in text[text.rfind("\n", 0, offset) + 1 : offset].replace("\\%", "")


def title_of(source: Source) -> str:
    """The title that the text gives itself by its title command; empty if there is none."""
    found = _TITLE.search(source.text)
    return printed_of(found[1]) if found else ""


def printed_of(latex: str) -> str:
    r"""The printed text of an item, up to the end of the bibliography, on one line, with addresses of links at its end.

    >>> printed_of(r"E.~Ostrom, \href{https://doi.org/10.1/x}{\emph{Crossing}}, 24 (1996). % so")
    'E. Ostrom, Crossing, 24 (1996). https://doi.org/10.1/x'
    """
    if end := _END.search(latex):
        latex = latex[: end.start()]
    latex = _COMMENT.sub(lambda found: found["kept"] or "", latex)
    links = [link["url"] for link in _LINK.finditer(latex)]
    latex = _LINK.sub(r"\2", latex)
    for _ in range(_DEEPEST):
        before = latex
        for command, printed in _COMMANDS:
            latex = command.sub(printed, latex)
        if latex == before:
            break
    plain = " ".join(read_plain(latex).split())
    return " ".join([plain, *(read_plain(link) for link in links if link not in latex)]).strip()
