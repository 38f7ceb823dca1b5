"""What reports and series call themselves, and their numbers."""

import pytest

from reflist.grammar.designations import Designation, ends_in_genre, names_genre, read_designation


@pytest.mark.parametrize(
    ("printed", "genre", "series", "number"),
    [
        ("NESS Report 024", "NESS Report", "", "024"),
        ("Research Report", "Research Report", "", ""),
        ("Working Paper No. 12", "Working Paper", "", "12"),
        ("Town Institute Paper 1206–17", "Town Institute Paper", "", "1206-17"),
        ("Think pieces 47", "", "Think pieces", "47"),
        ("Studies in Rates, Vol. 3", "", "Studies in Rates", "3"),
        ("Boards Series", "", "Boards Series", ""),
        ("Indices No. 2007", "", "Indices", "2007"),
        ("Cm 4310", "", "", "Cm 4310"),
        ("No. Cm 4310", "", "", "Cm 4310"),
        ("No. RR013", "", "", "RR013"),
        ("Report No.: 77", "Report", "", "77"),
        ("U.S. Patent 7 712 087", "U.S. Patent", "", "7 712 087"),
        ("European Patent Application No. EP 1234567", "European Patent Application", "", "EP 1234567"),
        ("Cmnd. 9876", "", "", "Cmnd. 9876"),
        ("(HC 104)", "", "", "HC 104"),
        ("HC 104 Session 2006–2007", "", "", "HC 104 Session 2006–2007"),
        ("Session 2012–13", "", "", "Session 2012–13"),
        ("Audit Office Report HC 104 Session 2006–2007", "Audit Office Report", "", "HC 104 Session 2006–2007"),
        ("COM (2005) 299 final", "", "", "COM (2005) 299 final"),
        ("A/RES/70/1", "", "", "A/RES/70/1"),
        ("report to the Social Work Committee", "report to the Social Work Committee", "", ""),
    ],
)
def test_designations(printed: str, genre: str, series: str, number: str) -> None:
    assert read_designation(printed) == Designation(genre, series, number)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "Planning and Evaluation",
        "Renewal: Case Studies in Public Participation",
        "Multilingua: 207–221",
        "1997–2007",
        "12 May 2007",
        "Indices 2007",
        "A7",
        "London",
        "a sentence that has more than ten words in it and ends in a report 3",
    ],
)
def test_what_is_none(printed: str) -> None:
    assert read_designation(printed) is None


def test_genres() -> None:
    assert ends_in_genre("a White Paper,")
    assert not ends_in_genre("")
    assert not names_genre("evidence of nothing")
    assert names_genre("submission to the Treasury Committee")
