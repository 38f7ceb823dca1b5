"""Institutions: distinguished from persons, with their acronyms, alone or several in one string."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.grammar.institutions import (
    is_acronym,
    is_institution_word,
    looks_like_institution,
    read_institution,
    read_institutions,
)
from reflist.model import Name


@pytest.mark.parametrize(
    ("printed", "literal", "acronym"),
    [
        ("Department of Health (DOH)", "Department of Health", "DOH"),
        ("Department of Health [DoH]", "Department of Health", "DoH"),
        ("Department of Health(DOH).", "Department of Health", "DOH"),
        ("Office for Standards in Education (Ofsted)", "Office for Standards in Education", "Ofsted"),
        ("Trades Union Congress (TUC), ", "Trades Union Congress", "TUC"),
        ("Age Concern (Scotland)", "Age Concern (Scotland)", ""),
        ("Health Canada (Ottawa)", "Health Canada (Ottawa)", ""),
        ("Department of Health.", "Department of Health", ""),
        ("Smith & Co.", "Smith & Co.", ""),
        ("Acme Ltd.", "Acme Ltd.", ""),
        ("Library of the U.S.", "Library of the U.S.", ""),
        ("  Cabinet \n Office,", "Cabinet Office", ""),
        ("(NCC)", "(NCC)", ""),
    ],
)
def test_one_institution(printed: str, literal: str, acronym: str) -> None:
    assert read_institution(printed) == Name(literal=literal, acronym=acronym)


@pytest.mark.parametrize(
    ("printed", "literals"),
    [
        ("Royal College of Nursing (RCN) and Age Concern", ["Royal College of Nursing", "Age Concern"]),
        ("National Consumer Council (NCC)/Unison", ["National Consumer Council", "Unison"]),
        ("Cabinet Office; Department of Health", ["Cabinet Office", "Department of Health"]),
        ("Department of Health and Ministry of Justice", ["Department of Health", "Ministry of Justice"]),
        ("World Bank & International Monetary Fund", ["World Bank", "International Monetary Fund"]),
        ("Department for Education and Skills", ["Department for Education and Skills"]),
        ("Ministry of Agriculture, Fisheries and Food", ["Ministry of Agriculture, Fisheries and Food"]),
        ("Health and Safety Executive", ["Health and Safety Executive"]),
        ("Council and", ["Council and"]),
        ("National Consumer Council and Unison", ["National Consumer Council", "Unison"]),
        ("Youth Agency and Trust", ["Youth Agency and Trust"]),
        ("Ministry of Justice and Home Office", ["Ministry of Justice", "Home Office"]),
        ("DETR and Audit Commission", ["DETR", "Audit Commission"]),
        ("Ministry of Justice, Home Office", ["Ministry of Justice", "Home Office"]),
        ("Institute of Hedges, Home Office", ["Institute of Hedges, Home Office"]),
        ("Scottish Executive and COSLA", ["Scottish Executive", "COSLA"]),
        ("Ministry of Housing and Local Government", ["Ministry of Housing and Local Government"]),
        ("House of Commons Media and Sport Committee", ["House of Commons Media and Sport Committee"]),
        ("", []),
        (" ; / ", []),
    ],
)
def test_several_institutions(printed: str, literals: list[str]) -> None:
    assert [name.literal for name in read_institutions(printed)] == literals


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Cabinet Office", True),
        ("DfES", True),
        ("In Control", False),
        ("Office", True),
        ("Bundesregierung", True),
        ("Friends of the Earth", True),
        ("One Two Three Four", True),
        ("Peter Scourfield", False),
        ("Scourfield", False),
        ("McGuire", False),
        ("", False),
    ],
)
def test_institutions_are_distinguished_from_persons(printed: str, expected: bool) -> None:
    assert looks_like_institution(printed) is expected


@pytest.mark.parametrize("word", ["Office", "office,", "(Trust)", "Bundesamt", "Universiteit", "Society’s"])
def test_words_of_institutions(word: str) -> None:
    assert is_institution_word(word)


@pytest.mark.parametrize("word", ["Smith", "Officer", "", "..."])
def test_words_of_no_institution(word: str) -> None:
    assert not is_institution_word(word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("DfES", True),
        ("UNISON", True),
        ("HM", True),
        ("NHS", True),
        ("R&D", True),
        ("HMRCs", True),
        ("McGuire", False),
        ("Smith", False),
        ("J.", False),
        ("dH", False),
        ("INTERNATIONALISATION", False),
        ("", False),
        ("12", False),
    ],
)
def test_acronyms(word: str, expected: bool) -> None:
    assert is_acronym(word) is expected


@given(st.lists(st.sampled_from(["Cabinet Office", "Age Concern", "Unison", "Department of Health"]), min_size=1))
def test_joined_institutions_are_separated(literals: list[str]) -> None:
    names = tuple(Name(literal=literal, acronym="ABC") for literal in literals)
    for joint in ("/", "; ", " and ", " & "):
        assert read_institutions(joint.join(f"{literal} (ABC)" for literal in literals)) == names


def test_and_within_what_an_institution_is_for() -> None:
    printed = "European Foundation for the Improvement of Living and Working Conditions"
    assert [name.literal for name in read_institutions(printed)] == [printed]
