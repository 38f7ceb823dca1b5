"""Tiny styles and items for tests of the processor: the output of a layout for works, as text with CSL's own markup."""

from collections.abc import Sequence
from typing import Any

from reflist.csl.processor.document import Document
from reflist.csl.processor.program import Program
from reflist.csl.processor.state import Cite
from reflist.csl.styles import Style
from reflist.model import Date, Reference, from_csl
from reflist.text import Text

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"'
Item = dict[str, Any]


def work(id: str = "x", type: str = "book", **variables: Any) -> Reference:
    """A reference; ``_`` in a variable's name stands for ``-``, a number in place of a date for its year."""
    item = {name.replace("_", "-"): value for name, value in variables.items()}
    for name in ("issued", "accessed"):
        if isinstance(item.get(name), int):
            item[name] = dated(item[name])
    dates = {name: value for name, value in item.items() if isinstance(value, Date)}
    return from_csl({"id": id, "type": type, **{k: v for k, v in item.items() if k not in dates}}) | dates


def dated(*parts: int, **more: Any) -> Item:
    """A date of year, month and day."""
    return {"date-parts": [list(parts)], **more}


def ranged(first: Sequence[int], last: Sequence[int], **more: Any) -> Item:
    """A range of dates."""
    return {"date-parts": [list(first), list(last)], **more}


def people(*names: str) -> list[Item]:
    """Names: ``Family, Given`` a person, one without a comma an institution."""
    found = []
    for name in names:
        family, comma, given = name.partition(", ")
        found.append({"family": family, "given": given} if comma else {"literal": name})
    return found


def program(
    layout: str,
    *,
    macros: str = "",
    root: str = 'class="in-text"',
    around: str = "",
    options: str = "",
    sort: str = "",
    bibliography: str = "",
    language: str | None = None,
) -> Program:
    """A style with one layout for citations; ``around``: attributes of the layout, ``options``: of cs:citation."""
    source = f"{HEAD} {root}><info><title>T</title></info>{macros}"
    source += f"<citation {options}>{sort}<layout {around}>{layout}</layout></citation>{bibliography}</style>"
    return Program(Style("tiny", source.encode()), language)


def shown(text: Text) -> str:
    """A text with its marks as CSL writes them; marks without a CSL tag in braces."""
    tags = {mark: (f"{{{mark} ", "}") for mark in {span.mark for span in text.spans}}
    return text.render(tags)


def cited(in_style: Program, *works: Reference, clusters: Sequence[Sequence[Cite]] = ()) -> list[str]:
    """The citations of a document; without ``clusters``, one citation for each work."""
    document = Document(in_style, works, clusters or [[Cite(one.id)] for one in works])
    return [shown(finished.text) for finished in document.citations()]


def together(in_style: Program, *works: Reference) -> str:
    """One citation of all works."""
    return cited(in_style, *works, clusters=[[Cite(one.id) for one in works]])[0]


def one(layout: str, item: Reference | None = None, **options: Any) -> str:
    """The output of a layout for one work."""
    return cited(program(layout, **options), item or work(title="Title"))[0]


def listed(
    layout: str, *works: Reference, options: str = "", around: str = "", sort: str = "", **more: Any
) -> list[str]:
    """The entries of a bibliography."""
    bibliography = f"<bibliography {options}>{sort}<layout {around}>{layout}</layout></bibliography>"
    in_style = program('<text variable="title"/>', bibliography=bibliography, **more)
    return [shown(entry.finished.text) for entry in Document(in_style, works).bibliography()]
