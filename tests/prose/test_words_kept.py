"""No word of a line is lost: it is in a value, in a note or extra, or is known only to introduce parts."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given

import strict
from printed import strings
from reflist.model import to_csl
from reflist.prose import learned, tagger
from reflist.prose.choice import Tagger
from reflist.prose.mending.gaps import SEPARATORS as SMALL
from reflist.prose.page.furniture import split_tail
from reflist.prose.reference import read_string
from reflist.report import Place, Report

pytestmark = pytest.mark.untraced  # other tests reach the same lines; traced, these take twice as long

FOLDERS = [Path(__file__).parent.parent / name for name in ("lists", "seeds")]
STRINGS = Path(__file__).parent.parent / "strings"
WORD = re.compile(r"[^\W\d_]+?(?=https?://)|[^\W\d_]{3,}")

SEPARATORS = frozenset(
    """eds edn edition editor editors edited series trans transl translated vol vols volume nos number issue pages
    art article part heft band chapter chap suppl doi https http org isbn pmid pmcid arxiv preprint online url
    available accessible at from the on in via retrieved accessed access date last first viewed visited consulted
    downloaded checked seen see stand also
    ponencia presentada presentado comunicación apresentado
    paper presented presentation speech given delivered made to address remarks talk keynote lecture conference
    unpublished original originally work published orig hrsg aufl auflage bearb
    dir consulté abs cited case cases joined application applications app appl judgment judgement ligne""".split()
)
"""Words of three letters or more that only introduce or separate."""


KNOWN = frozenset(form for entry in SMALL for word in entry.split() for form in (word, word.capitalize(), word.upper()))
"""Words that the rules for mending treat as separators in any case."""


def lost(raw: str, tag: Tagger = tagger.tag) -> set[str]:
    """The words of a line that its reference lacks; empty if it is no reference, which is reported."""
    reference = read_string(raw, Place("list.txt", 1), Report(), tag=tag)
    if reference is None:
        return set()
    kept = json.dumps(to_csl(reference), ensure_ascii=False).replace("*", "")
    kept += " ".join(field.printed for field in reference.origin.fields.values())
    return {word for word in WORD.findall(raw) if word not in kept and word.casefold() not in SEPARATORS}


@pytest.mark.parametrize(
    "path", [path for folder in FOLDERS for path in sorted(folder.glob("*.jsonl"))], ids=lambda p: p.stem
)
def test_lists_lose_no_word(path: Path) -> None:
    raws = [split_tail(truth["raw"])[0] for truth in strict.read_truth(path)]
    assert raws
    assert {raw: words for raw in raws if (words := lost(raw))} == {}


@given(strings)
def test_nor_does_any_line(raw: str) -> None:
    assert lost(raw) == set()


@given(strings)
def test_nor_what_was_learned(raw: str) -> None:
    assert lost(raw, learned.tag) <= KNOWN


@pytest.mark.parametrize("path", sorted(STRINGS.glob("*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("tag", [tagger.tag, learned.tag], ids=["rules", "learned"])
def test_strings_of_other_styles_lose_no_word(path: Path, tag: Tagger) -> None:
    raws = [block.splitlines()[0] for block in path.read_text("utf-8").strip().split("\n\n")]
    assert raws
    assert {raw: words for raw in raws if (words := lost(raw, tag) - KNOWN)} == {}


@pytest.mark.parametrize("sign", ["²", "Ⅷ", "٣", "\ud83d", "\0", "𝒜", "ﬁ"])
def test_signs_that_few_expect_are_no_trouble(sign: str) -> None:
    assert lost(f"Smith, J. {sign} A title. Leeds: Example Press {sign}", learned.tag) <= KNOWN
