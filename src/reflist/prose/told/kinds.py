"""What a work is, in square brackets behind its title (APA, 7th edition, 9.21): ``[Data set]``, ``[PhD thesis]``."""

from reflist.grammar.designations import names_genre
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.types import SPOKEN

_KIND = late(r"\s?\[(?P<kind>[^\W\d_][^\W\d_]*(?:[ ’'-][^\W\d_]+){0,4})\](?=\s*[.,;:\0]|\s*$)")


def find_kind_in_brackets(line: Line) -> None:
    """Words in brackets that name a genre; those for what was spoken go with where that was, and are left."""
    if "[" not in line.text:
        return
    for found in list(_KIND.finditer(line.open)):
        if names_genre(found["kind"]) and not SPOKEN.search(found["kind"]):
            line.claim_match(found, kind=Label.THESIS)
            return
