"""What is left when all other rules have claimed their parts: a title that was not set off, a publisher, notes."""

import re

from reflist.grammar.institutions import looks_like_institution
from reflist.grammar.periodicals import is_newspaper
from reflist.grammar.places import is_place
from reflist.prose.labels import Label
from reflist.prose.line import Line
from reflist.prose.tagger.containers import LOWER_WORD, SENTENCE_END

_ABBREVIATED = re.compile(r"\b(?:vs|v|cf|St|Dr|Mr|Mrs|No|no|eds?|al|U\.S|U\.K|e\.g|i\.e)\.$")
_LONGEST_ASIDE = 10  # words


def find_plain_title(line: Line) -> None:
    """A title that is not set off: from the start of the body to the first claimed part.

    A second sentence still belongs to the title unless it names an institution or a place.
    """
    if line.has(Label.TITLE):
        return
    segments = line.segments()
    if not segments:
        _take_title_from_head(line)
        return
    start = segments[0][0]
    claimed = line.open.find("\0", start)
    end = len(line.open) if claimed < 0 else claimed
    for found in SENTENCE_END.finditer(line.open, start, end):
        ends_sentence = found[0][0] == "." and not _ABBREVIATED.search(line.open, found.start() - 5, found.start() + 1)
        if ends_sentence and _is_aside(line.open[found.end() : end].strip(" .")):
            end = found.start() + 1
            break
    line.claim_title(start, end, Label.TITLE, 0.8)


def _is_aside(rest: str) -> bool:
    """Whether the text after a sentence is not part of the title: an institution, a place, or a newspaper."""
    if not rest or len(rest.split(maxsplit=_LONGEST_ASIDE)) > _LONGEST_ASIDE:
        return False
    is_institution = looks_like_institution(rest) and not LOWER_WORD.search(rest)
    return is_place(rest) or is_institution or is_newspaper(rest)


def _take_title_from_head(line: Line) -> None:
    """Make the authors the title, since no words follow the year."""
    line.relabel(Label.AUTHOR, Label.TITLE, 0.6)


def find_rest(line: Line) -> None:
    """Unclaimed parts: a place, else the publisher, else a note."""
    for start, end in line.segments(line.title_end):
        printed = line.open[start:end]
        if not line.has(Label.PLACE, Label.CONTAINER) and is_place(printed):
            line.claim(start, end, Label.PLACE, 0.7)
        elif not line.has(Label.PUBLISHER, Label.CONTAINER) and not printed.startswith("("):
            line.claim_title(start, end, Label.PUBLISHER, 0.6)
        else:
            line.claim(start, end, Label.NOTE, 0.5)
