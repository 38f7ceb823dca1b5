"""Diagnostics as they are shown, counted and written to a file."""

import pytest

from reflist.report import Diagnostic, Place, Report, Rule, Severity

LOSS = Rule("lost-field", Severity.LOSS, "A field has no place.")
NOTE = Rule("a-note", Severity.NOTE, "Good to know.")


@pytest.mark.parametrize(
    ("diagnostic", "shown"),
    [
        (Diagnostic(LOSS, "note left out"), "loss[lost-field] note left out"),
        (Diagnostic(LOSS, "note left out", Place("a.bib")), "a.bib: loss[lost-field] note left out"),
        (Diagnostic(LOSS, "note left out", Place("a.bib", 3, 7)), "a.bib:3:7: loss[lost-field] note left out"),
        (Diagnostic(LOSS, "gone", Place("a.bib", 3), "smith"), "a.bib:3: loss[lost-field] gone (smith)"),
        (Diagnostic(LOSS, "gone", key="smith"), "loss[lost-field] gone (smith)"),
    ],
)
def test_a_diagnostic_is_one_line(diagnostic: Diagnostic, shown: str) -> None:
    assert str(diagnostic) == shown


def test_a_report_collects_and_counts() -> None:
    report = Report()
    report.add(LOSS, "one", Place("a", 1))
    report.extend([Diagnostic(NOTE, "two"), Diagnostic(LOSS, "three")])
    assert [diagnostic.message for diagnostic in report] == ["one", "two", "three"]
    assert len(report) == 3
    assert report.count(Severity.LOSS) == 2
    assert report.counts() == {"lost-field": 2, "a-note": 1}
    assert [found.message for found in report.of(Severity.NOTE, Severity.ERROR)] == ["two"]
    assert repr(report) == "<Report: 0 error, 2 loss, 0 repair, 1 note>"


def test_a_report_as_json() -> None:
    report = Report([Diagnostic(LOSS, "gone", Place("a.bib", 3), "smith")])
    assert report.to_json() == [
        {
            "severity": "loss",
            "code": "lost-field",
            "message": "gone",
            "source": "a.bib",
            "line": 3,
            "column": None,
            "key": "smith",
        }
    ]


def test_severities_are_ordered_by_gravity() -> None:
    assert [severity.value for severity in Severity] == ["error", "loss", "repair", "note"]
