"""From stated confidence to the share that is right."""

from calibrating import curve, reliability
from reflist.prose.learned.confidence import curve as whole_curve
from reflist.prose.learned.confidence import field_curve, of_record


def test_a_curve_rises() -> None:
    cases = [(0.2, False)] * 3 + [(0.2, True)] + [(0.6, True)] * 1 + [(0.6, False)] * 3 + [(0.9, True)] * 4
    assert curve(cases, fewest=4) == [(0.4, 0.25), (0.9, 1.0)]


def test_few_cases_make_one_point() -> None:
    assert curve([(0.5, True), (0.7, False)]) == [(0.6, 0.5)]
    assert curve([]) == []


def test_confidence_by_bins() -> None:
    cases = [(0.55, True), (0.65, False), (0.95, True)]
    assert reliability(cases, (0.0, 0.5, 0.8, 1.01)) == [
        (0.5, 0.8, 2, 0.6000000000000001, 0.5),
        (0.8, 1.01, 1, 0.95, 1.0),
    ]


def test_a_curve_between_its_points() -> None:
    found = whole_curve([(0.2, 0.1), (0.6, 0.9)])
    assert (found[0], found[200], found[600], found[1000]) == (0.1, 0.1, 0.9, 0.9)
    assert abs(found[400] - 0.5) < 1e-9


def test_the_shipped_curves_rise() -> None:
    fields = field_curve()
    records = [of_record([step / 20]) for step in range(21)]
    assert [*fields] == sorted(fields)
    assert records == sorted(records)
    assert 0 <= fields[0] < fields[-1] <= 1
    assert of_record([0.9, 0.9]) <= of_record([0.9])
