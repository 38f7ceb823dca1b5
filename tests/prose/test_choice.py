"""The choice of the tagger for a string."""

import pytest

from reflist.prose import choice, learned, tagger
from reflist.prose.tokens import tokenize

HARVARD = (
    "Harrow, M. (1987), The Making of the Provincial Town, London: Pluto Press.",
    "Okafor, B. and Lind, P. (1999), ‘Who governs the clinic?’, Public Administration, 77, 3, 431–50.",
    "Cabinet Office (2001), Better Policy-Making, London: Cabinet Office.",
    "Sato, K. (2004), ‘Users as partners’, Social Policy & Administration, 38, 2, 101–15.",
)
VANCOUVER = (
    "Nguyen TH, Okafor B. Screening for frailty in primary care. BMJ Open. 2014;4:112–9.",
    "Lind P, Sato K. Falls in care homes: a cohort study. Lancet. 2009;373:88–95.",
    "Rossi M. Bone density and age. J Bone Miner Res. 2001;16:12–9.",
    "Harrow M, Adeyemi T, Lind P. Grip strength at eighty. Age Ageing. 2012;41:701–5.",
)


def tags(tag: choice.Tagger, text: str) -> list[object]:
    return list(tag(text, list(tokenize(text))))


def test_a_harvard_list_is_the_rules() -> None:
    tag = choice.tagger_for([*HARVARD, VANCOUVER[0]])
    assert all(tags(tag, text) == tags(tagger.tag, text) for text in HARVARD)


def test_what_the_rules_of_a_list_do_not_read_whole_is_read_by_what_was_learned_if_that_is_sure() -> None:
    tag = choice.tagger_for(HARVARD)
    assert tags(tag, VANCOUVER[0]) == tags(learned.tag, VANCOUVER[0])
    unread = "Of 12, and 14: bits on. Notes, the."
    assert tags(tag, unread) == tags(tagger.tag, unread)


@pytest.mark.parametrize(
    "text",
    [
        "Weir, A. (2011), Doing Better for Families, Paris OECD Publishing.",
        "Garde, M. (2006), “The Language of Song.” Musicology Australia 28 5989.",
        "Starosta, S. (1992), The case-marking system In: The third symposium, Bangkok: Moat, pp. 7–21.",
        "Ash, B. (1994), “Hedges.” In A. Weir, ed. Hedges in the North Gate Press.",
    ],
)
def test_parts_that_the_rules_run_together_are_not_whole(text: str) -> None:
    tokens = list(tokenize(text))
    assert not choice.is_whole(tokens, list(tagger.tag(text, tokens)))


def test_another_list_is_read_by_what_was_learned() -> None:
    tag = choice.tagger_for([*VANCOUVER, HARVARD[0]])
    listed = learned.Listed([*VANCOUVER, HARVARD[0]])
    assert all(tags(tag, text) == tags(listed.tag, text) for text in VANCOUVER)


def test_a_string_of_another_style_within_a_list_is_judged_by_itself() -> None:
    assert tags(choice.tagger_for(VANCOUVER), HARVARD[2]) == tags(tagger.tag, HARVARD[2])


def test_strings_of_many_styles_that_the_rules_read_are_judged_by_themselves() -> None:
    mixed = [
        "Harrow, M. (1987), The Making of the Provincial Town, London: Pluto Press.",
        "Okafor, B. 1999. ‘Who governs the clinic?’, Public Administration, 77, 3, 431–50.",
        "Cabinet Office 2001: Better Policy-Making, London: Cabinet Office.",
        "Sato, K., 2004, ‘Users as partners’, Social Policy & Administration, 38, 2, 101–15.",
        "Lind, Paula [2009] Falls in care homes, London: Sage.",
    ]
    tag = choice.tagger_for(mixed)
    assert all(tags(tag, text) == tags(choice.judging, text) for text in mixed)


@pytest.mark.parametrize(
    ("text", "expected"), [(HARVARD[2], tagger.tag), (HARVARD[0], learned.tag), (VANCOUVER[0], learned.tag)]
)
def test_a_string_alone_is_judged_by_itself(text: str, expected: choice.Tagger) -> None:
    assert tags(choice.tagger_for([text]), text) == tags(expected, text)


def test_what_the_rules_call_the_source_is_none_where_it_was_learned_to_be_the_title() -> None:
    text = "OECD (2008), Growing Unequal? Income Distribution and Poverty in OECD Countries, OECD Publishing, Paris."
    assert tags(choice.judging, text) == tags(learned.tag, text) != tags(tagger.tag, text)


def test_what_the_rules_add_to_a_title_is_none_where_it_was_learned_to_be_a_series() -> None:
    text = (
        "Kaufmann, F.-X. (1997). Herausforderungen des Staates (edition suhrkamp, 2053). Frankfurt am Main: Suhrkamp."
    )
    assert tags(choice.judging, text) == tags(learned.tag, text) != tags(tagger.tag, text)


def test_places_of_the_rules_are_none_where_they_were_learned_to_be_in_the_title() -> None:
    text = "Harrow, M. (1979). Towns: a comparative analysis of France, Russia and China. Cambridge University Press."
    assert tags(choice.judging, text) == tags(learned.tag, text) != tags(tagger.tag, text)


def test_what_is_too_long_to_be_a_reference_says_nothing_of_the_others() -> None:
    assert choice.tagger_for([*VANCOUVER[:3], "A b. " * 1_000]) is choice.judging


def test_no_strings() -> None:
    assert choice.tagger_for([]) is choice.judging


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (HARVARD[0], True),
        ("Harrow, M. (1987), ‘Towns. A survey of the provinces’, Public Administration, 77, 3, 431–50.", True),
        ("Harrow, M. (1987), Towns of the provinces. Mitt. Geogr., 29(3):187–220.", False),
        ("Harrow, M. (1987), ‘Towns’, Science 162 (13 December): 1243–8.", False),
        ("The Making of the Provincial Town, London: Pluto Press.", False),
        ("Harrow, M. (1987), Towns, Chicago, University of Chicago Press, 352 pp.", False),
        ("Harrow, M. (1987): Towns, Part I, Philosophy & Public Affairs 12:3, pp. 205-235.", False),
        ("Harrow, M. 2003. A Secure Town in England: A Strategy. Brussels, 12 December 2003.", False),
    ],
)
def test_what_the_rules_read_whole(text: str, whole: bool) -> None:
    tokens = list(tokenize(text))
    assert choice.is_whole(tokens, list(tagger.tag(text, tokens))) is whole
