r"""BibTeX, as classic styles read it (Patashnik, "BibTeXing", 1988).

Files are written in UTF-8, but Latin letters that BibTeX sorts, abbreviates or changes in case are written as LaTeX
commands (see `reflist.grammar.latex`), so that a ``bibtex`` that does not know Unicode handles them correctly. A web
address goes to ``url``, which most styles print; all print ``howpublished = {\url{...}}``, but other programs would
read that as a publisher.
"""

import re
from collections.abc import Iterable, Iterator

from reflist.formats.base import Format
from reflist.formats.bibtex_entries import NAME, Entry
from reflist.formats.bibtex_losses import report_losses
from reflist.formats.bibtex_reading import read
from reflist.formats.bibtex_tables import MONTHS
from reflist.formats.bibtex_writing import to_entry
from reflist.formats.sniffing import SNIFFERS
from reflist.grammar.keys import ascii_letters
from reflist.grammar.keys import key as made_key
from reflist.late import late
from reflist.model import Reference
from reflist.report import Report, Rule, Severity

KEY = Rule(
    "bibtex-key",
    Severity.REPAIR,
    "BibTeX cannot use a reference's id as its key: it holds a space or a character with a special meaning, or it "
    "differs from another key only in case. It was changed.",
)

_NO_KEY = late(r"[^A-Za-z0-9_:./+*;?!-]")


class Keys:
    """Gives each reference its key in a BibTeX file: its id if that has no character that is ``refused``."""

    def __init__(self, refused: re.Pattern[str] = _NO_KEY) -> None:
        self.refused = refused
        self.used: set[str] = set()
        self.numbers: dict[str, int] = {}

    def key(self, reference: Reference, report: Report) -> str:
        """A key that no other reference has been given."""
        key = usable = reference.id or made_key(reference)
        if self.refused.search(key):
            plain = "_".join(ascii_letters(word) for word in key.split())
            key = usable = _NO_KEY.sub("_", plain) if plain.strip("_") else made_key(reference)
        while key.lower() in self.used:
            number = self.numbers[usable] = self.numbers.get(usable, 1) + 1
            key = f"{usable}-{number}"
        self.used.add(key.lower())
        if reference.id and key != reference.id:
            report.add(KEY, f"the key is written as {key}", reference.origin.place, reference.id)
        return key


def write(references: Iterable[Reference], report: Report) -> Iterator[str]:
    """The entries, one after the other, with an empty line between them."""
    keys = Keys()
    between = ""
    for reference in references:
        entry, returned = to_entry(reference, keys.key(reference, report))
        if returned:
            report_losses(reference, returned, report)
        yield between + _write_entry(entry)
        between = "\n"


def _write_entry(entry: Entry) -> str:
    fields = [
        f"  {tag} = {value},\n" if tag == "month" and value in MONTHS else f"  {tag} = {{{value}}},\n"
        for tag, value in entry.fields.items()
    ]
    return f"@{entry.type}{{{entry.key},\n{''.join(fields)}}}\n"


FORMAT = Format(
    NAME,
    "BibTeX",
    (".bib",),
    read,
    write,
    SNIFFERS["bibtex"],
    extras="fields of their own, which styles ignore",
)
