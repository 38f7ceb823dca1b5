"""Lines of our own lists that the rules read right: they teach the damage that pasted pages do."""

from collections.abc import Iterator
from pathlib import Path

import strict
from reflist.model import to_csl
from reflist.prose import tagger
from reflist.prose.page.lines import Joiner, Line
from reflist.prose.reference import read_string
from reflist.prose.strings import split_list
from reflist.prose.tokens import tokenize
from reflist.report import Place, Report
from reflist.source import Source
from scoring import Labelled
from sources import Sample

LISTS = Path(__file__).parent.parent / "tests" / "lists"


def own_samples() -> Iterator[Labelled]:
    """Each line, free of what the page glued on, with its tokens and tags."""
    for path in sorted(LISTS.glob("*.jsonl")):
        for truth in strict.read_truth(path):
            source = Source.from_text(truth["raw"])
            strings = split_list([Line(1, truth["raw"])], Joiner([]), Report(), source).all
            text = strings[0].text if strings else ""
            read = read_string(text, Place(), Report(), tag=tagger.tag) if text else None
            if read and not strict.differences(truth, to_csl(read)):
                tokens = list(tokenize(text))
                yield Sample(text, (), path.name), tokens, list(tagger.tag(text, tokens))
