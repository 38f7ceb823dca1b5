"""The learned tagger, as shipped."""

import pytest

from reflist.prose import learned
from reflist.prose.labels import Label, Tag, spans_of
from reflist.prose.learned.tagger import MODEL, closed, to_name, to_tags
from reflist.prose.tokens import tokenize

STRINGS = {
    # the four styles least known to the rules for Harvard lists
    "Nguyen TH, Okafor B, Lind P. Screening for frailty in primary care: a cohort study. BMJ Open. 2014;4:112–9.": {
        Label.AUTHOR: "Nguyen TH, Okafor B, Lind P.",
        Label.TITLE: "Screening for frailty in primary care: a cohort study",
        Label.CONTAINER: "BMJ Open",
        Label.DATE: "2014",
        Label.VOLUME: "4",
        Label.PAGES: "112–9",
    },
    "Harrow, Miriam. The Making of the Provincial Town. Chicago: University of Chicago Press, 1987.": {
        Label.AUTHOR: "Harrow, Miriam",
        Label.TITLE: "The Making of the Provincial Town",
        Label.PLACE: "Chicago",
        Label.PUBLISHER: "University of Chicago Press",
        Label.DATE: "1987",
    },
    (
        "[12] K. Sato and M. Rossi, “Adaptive filters for sparse channels,” IEEE Trans. Signal Process., vol. 41, "
        "no. 3, pp. 115–126, 1993."
    ): {
        Label.AUTHOR: "K. Sato and M. Rossi",
        Label.TITLE: "“Adaptive filters for sparse channels,”",
        Label.CONTAINER: "IEEE Trans. Signal Process.",
        Label.VOLUME: "41",
        Label.ISSUE: "3",
        Label.PAGES: "115–126",
        Label.DATE: "1993",
    },
    "Wargel, B. J., & Scholl, J. H. 2005, ApJ, 643, 687": {
        Label.AUTHOR: "Wargel, B. J., & Scholl, J. H.",
        Label.DATE: "2005",
        Label.CONTAINER: "ApJ",
        Label.VOLUME: "643",
        Label.PAGES: "687",
    },
}


@pytest.mark.parametrize("text", STRINGS)
def test_strings_of_other_styles(text: str) -> None:
    tokens = list(tokenize(text))
    spans = spans_of(tokens, learned.tag(text, tokens))
    assert {span.label: text[span.start : span.end] for span in spans} == STRINGS[text]


def test_a_tag_says_how_sure_the_model_is() -> None:
    sure, unsure = "Harrow, Miriam. The Town. Chicago: Chicago Press, 1987.", "blue green the 7 of it all"
    lowest = [min(tag.confidence for tag in learned.tag(text, list(tokenize(text)))) for text in (sure, unsure)]
    assert 0 <= lowest[1] < lowest[0] <= 1


def test_no_token_has_no_tag() -> None:
    assert list(learned.tag("", [])) == []


@pytest.mark.parametrize(
    "tags",
    [
        [Tag(Label.TITLE, True), Tag(Label.TITLE), Tag(Label.SEPARATOR), Tag(Label.TITLE, True)],
        [Tag(Label.TITLE, True), Tag(Label.TITLE, True)],
        [Tag(Label.DATE, True), Tag(Label.DATE), Tag(Label.VOLUME, True), Tag(Label.SEPARATOR), Tag(Label.DATE, True)],
    ],
)
def test_the_models_names_of_tags(tags: list[Tag]) -> None:
    assert to_tags(list(map(to_name, tags)), [1.0] * len(tags)) == tags


def test_what_begins_without_saying_so() -> None:
    """A name that continues (``I-``) after another label begins a span nevertheless."""
    assert [tag.begins for tag in to_tags(["O", "I-title", "date", "date"], [1.0] * 4)] == [*(False, True, True, False)]


def test_the_model_is_small() -> None:
    assert MODEL.stat().st_size < 6_000_000


@pytest.mark.parametrize(
    ("text", "tags", "quoted"),
    [
        ("x “Towns” y", "O O B-title O O", "“Towns”"),
        ("x “Towns” y", "O B-title I-title O O", "“Towns”"),
        ("x “Towns” y", "O B-title I-title I-title O", "“Towns”"),
        ("x “Towns y", "O B-title I-title O", "“Towns"),
        ("x Towns” y", "O B-title O O", "Towns"),
    ],
)
def test_a_quoted_part_has_both_its_marks(text: str, tags: str, quoted: str) -> None:
    tokens = list(tokenize(text))
    (span,) = spans_of(tokens, closed(tokens, to_tags(tags.split(), [1.0] * len(tokens))))
    assert text[span.start : span.end] == quoted


@pytest.mark.parametrize(
    ("text", "tags", "expected"),
    [
        ('"Hedges." Ditch', "O B-title O O B-container-title", ['"Hedges."', "Ditch"]),
        (
            "'The rich' men,' Ditch",
            "O B-title I-title I-title I-title O O B-container-title",
            ["'The rich' men,'", "Ditch"],
        ),
        ("'Hedges' 4 ' Ditch", "O B-title O volume O B-container-title", ["'Hedges'", "4", "' Ditch"]),
        ("' Hedges 4 '", "B-title I-title volume O", ["' Hedges", "4"]),
        ("' Hedges ; '", "B-title I-title O O", ["' Hedges"]),
    ],
)
def test_a_mark_that_can_open_and_close_closes_what_is_open(text: str, tags: str, expected: list[str]) -> None:
    tokens = list(tokenize(text))
    spans = spans_of(tokens, closed(tokens, to_tags(tags.split(), [1.0] * len(tokens))))
    assert [text[span.start : span.end] for span in spans] == expected


def test_addresses_are_not_left_to_the_model() -> None:
    text = "Lind P. Towns. J Urban Stud 2001; 4: 1-9. https://doi.org/10.1234/a.b-1 [cited 2017 May 3]"
    tokens = list(tokenize(text))
    spans = {span.label: text[span.start : span.end] for span in spans_of(tokens, learned.tag(text, tokens))}
    assert spans[Label.DOI] == "10.1234/a.b-1"
    assert spans[Label.ACCESSED] == "2017 May 3"


def test_what_is_glued_to_an_identifier_is_none() -> None:
    text = "Weir, A. Hedges. JHEP 9906, 028 (1999) doi:10.1088/1126-6708/1999/06/028[hep-th/9906022]."
    tokens = tokenize(text)
    spans = spans_of(tokens, learned.tag(text, tokens))
    assert [text[span.start : span.end] for span in spans if span.label is Label.DOI] == [
        "10.1088/1126-6708/1999/06/028"
    ]
