"""Nothing is lost silently: from any format to any other, each fact comes back or is reported, by key and field."""

import json
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from facts import Fact, facts, unaccounted
from reflist.formats import BUILT_IN, Format, built_in
from reflist.model import Date, Name, Reference, from_csl
from reflist.report import Report, Rule, Severity
from reflist.source import Source
from reflist.text import Text
from strategies import WORDS, references

FORMATS = [format for name in BUILT_IN if (format := built_in(name)).read and format.write]

# Every pair of formats is tried on each example, so a few say much; and none is made smaller, which takes minutes.
FEW = settings.get_current_profile_name() == "default"
EXAMPLES = settings(max_examples=12 if FEW else 500, phases=[Phase.explicit, Phase.generate])

Legs = list[tuple[Format, Reference, Report]]
"""By format, the reference written and read back, and what was reported."""


@st.composite
def brought(draw: st.DrawFn) -> Reference:
    """A reference with fields that no variable holds, as some format brought them."""
    tags = st.tuples(st.sampled_from([format.name for format in FORMATS]), st.sampled_from(["ZZ", "X1", "my-field"]))
    return draw(references()).replace(extras=draw(st.dictionaries(tags, st.lists(WORDS, min_size=1).map(tuple))))


def through(reference: Reference, format: Format, report: Report) -> Reference:
    """What is read of a reference that was written in a format."""
    assert format.read
    assert format.write
    text = "".join(format.write([reference], report))
    (returned,) = format.read(Source.from_text(text, format.name), report)
    assert isinstance(returned, Reference)
    return returned


def legs(reference: Reference) -> Legs:
    """A reference through each of the formats."""
    reports = [Report() for _ in FORMATS]
    return [
        (format, through(reference, format, reported), reported)
        for format, reported in zip(FORMATS, reports, strict=True)
    ]


def silent_losses(reference: Reference) -> list[tuple[str, str, Fact]]:
    """The facts lost without a word between a reference and what two formats, one after the other, make of it.

    What comes back as it was goes on as it did the first time.
    """
    lost = []
    first_legs = legs(reference)
    for first, once, reported in first_legs:
        for second, twice, then in first_legs if once == reference else legs(once):
            both = Report([*reported, *then])
            lost += [(first.name, second.name, fact) for fact in unaccounted(reference, twice, both)]
    return lost


@pytest.mark.untraced
@EXAMPLES
@given(brought())
def test_between_all_pairs_of_formats(reference: Reference) -> None:
    assert silent_losses(reference) == []


def test_rich_items(data: Path | None) -> None:
    if data is None:
        pytest.skip("no data")
    items = json.loads((data / "fidelity" / "rich-items.json").read_text(encoding="utf-8"))
    assert [lost for item in items for lost in silent_losses(from_csl(item))] == []


def test_what_counts_as_reported() -> None:
    """The measure itself: another key, another field, or a mere note accounts for nothing."""
    reference = Reference(
        "doe",
        "book",
        {"title": Text("T"), "author": (Name("Doe"), Name("Roe")), "issued": Date.of(2001)},
        {("ris", "U5"): ("x", "y")},
    )
    assert [fact.field for fact in facts(reference)] == ["type", "title", "author", "author", "issued", "U5", "U5"]
    returned = Reference("doe", "book", {"title": Text("T"), "author": (Name("Roe"),)}, {("ris", "U5"): ("x",)})
    loss, note = Rule("loss", Severity.LOSS, ""), Rule("note", Severity.NOTE, "")
    lost = [
        ("author", (0, Name("Doe"))),
        ("author", (1, Name("Roe"))),
        ("issued", Date.of(2001)),
        ("U5", ("ris", 1, "y")),
    ]
    report = Report()
    for rule, field, key in [(loss, "author", "roe"), (note, "author", "doe"), (loss, "container-author", "doe")]:
        report.add(rule, f"{field} has no place", key=key)
    assert unaccounted(reference, returned, report) == lost
    report.add(loss, "author, name 1 has no place", key="doe")
    assert unaccounted(reference, returned, report) == lost[2:]
    assert unaccounted(reference, None, Report()) == list(facts(reference))
