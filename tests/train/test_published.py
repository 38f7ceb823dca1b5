"""Works of science as publishers print them: how they write what, their templates, and the labels of it all."""

import random

import pytest

import publishers
from labelling import tags_of, with_stop
from naming import names
from printing import Printed
from published import MONTHS, published, values_of
from publishers import ALTERNATIVES, PUBLISHERS
from reflist.prose.labels import Label, spans_of
from reflist.prose.tokens import tokenize
from science import KINDS, Day, Scientific, abbreviated, scientific
from synthetic import labelled
from templates import LABELS, can_fill, fill, names_in
from works import Person, Work

PEOPLE = (Person("Lind", "Anna Eva"), Person("Rossi", "Max"), Person("Ito", "Ken"))
ARTICLE = Scientific(
    Work(
        "article", "en", PEOPLE, "Tall trees", year="2019", container="Journal of Ecology", volume="7", issue="2"
    )._replace(pages=("345", "350"), doi="10.1000/x1"),
    "J. Ecol.",
    month=11,
)


def printed(publisher: str, science: Scientific = ARTICLE) -> Printed:
    """What the first template that can prints."""
    chosen = PUBLISHERS[publisher]
    values = values_of(science, chosen, random.Random(1))
    return fill(next(one for one in chosen.templates[science.work.kind] if can_fill(one, values)), values)


def fields(line: Printed) -> dict[str, str]:
    return {span.label.value: line.text[span.start : span.end] for span in line.spans}


@pytest.mark.parametrize(
    ("publisher", "text"),
    [
        ("MDPI", "Lind, A.E.; Rossi, M.; Ito, K. Tall trees. J. Ecol. 2019, 7, 345–350. [doi:10.1000/x1]"),
        (
            "IEEE",
            (
                "A. E. Lind, M. Rossi, and K. Ito, “Tall trees,” J. Ecol., vol. 7, no. 2, "
                "pp. 345–350, Nov. 2019, doi: 10.1000/x1."
            ),
        ),
        ("NLM", "Lind AE, Rossi M, Ito K. Tall trees. J Ecol. 2019;7(2):345-50. doi: 10.1000/x1."),
        (
            "Elsevier, Harvard",
            "Lind, A.E., Rossi, M., Ito, K., 2019. Tall trees. J. Ecol. 7 (2), 345–350. https://doi.org/10.1000/x1.",
        ),
        ("Nature", "Lind, A. E., Rossi, M. & Ito, K. Tall trees. J. Ecol. 7, 345–350 (2019)."),
        (
            "ACM",
            (
                "Anna Eva Lind, Max Rossi, and Ken Ito. 2019. Tall trees. Journal of Ecology 7, 2 (November 2019), "
                "345–350. https://doi.org/10.1000/x1"
            ),
        ),
    ],
)
def test_an_article_of_a_publisher(publisher: str, text: str) -> None:
    line = printed(publisher)
    assert line.text == text
    assert fields(line)["title"].strip("“,”") == "Tall trees"
    assert fields(line)["volume"] == "7"
    assert fields(line)["DOI"] == "10.1000/x1" if "doi" in text else "DOI" not in fields(line)


def test_a_paper_in_proceedings() -> None:
    paper = Work(
        "paper", "en", PEOPLE[:2], "Is it so?", year="2019", container="Proceedings of Trees", pages=("1", "9")
    )
    line = printed("MDPI", Scientific(paper, "", "Rome, Italy", Day(2019, 7, 3, 5)))
    assert line.text == "Lind, A.E.; Rossi, M. Is it so? In Proceedings of Trees, Rome, Italy, 3–5 July 2019; pp. 1–9."
    assert fields(line)["event-date"] == "3–5 July 2019"
    assert fields(line)["event-place"] == "Rome, Italy"


def test_a_question_in_quotation_marks_has_no_comma() -> None:
    asked = ARTICLE._replace(work=ARTICLE.work._replace(title="Is it so?"))
    assert fields(printed("IEEE", asked))["title"] == "“Is it so?”"


def test_templates_leave_out_what_is_not_there() -> None:
    assert fill("{journal}< ({issue})><, {page}>.", {"journal": "Water", "issue": "", "page": "7"}).text == "Water, 7."
    assert not can_fill("{journal}, {year}", {"journal": "Water"})
    assert can_fill("{journal}<, {year}>", {"journal": "Water"})
    one_mark = fill("“{eds}: {title}”", {"eds": "Ed.", "title": "Water"})
    assert (one_mark.text, fields(one_mark)) == ("“Ed.: Water”", {"title": "Water"})


def test_names_of_two_and_of_many() -> None:
    ieee, nlm = PUBLISHERS["IEEE"].authors, PUBLISHERS["NLM"].authors
    assert names(PEOPLE[:2], ieee) == "A. E. Lind and M. Rossi"
    assert names(PEOPLE * 3, nlm) == "Lind AE, Rossi M, Ito K, Lind AE, Rossi M, Ito K, et al"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Journal of Plant Science", "J. Plant Sci."),
        ("Water", "Water"),
        ("Ecology & Evolution", "Ecol. Evol."),
        ("Acoustics, Speech and Signal Processing", "Acoust. Speech Signal Process."),
    ],
)
def test_titles_of_journals_are_abbreviated(title: str, short: str) -> None:
    assert abbreviated(title) == short


def test_every_template_asks_for_what_there_is() -> None:
    for publisher in PUBLISHERS.values():
        values = values_of(ARTICLE, publisher, random.Random(1))
        for kind, templates in publisher.templates.items():
            assert kind in KINDS
            for template in templates:
                assert set(names_in(template.replace("<", "").replace(">", ""))) <= values.keys()
        assert {"article", "book", "chapter", "web", "thesis"} <= publisher.templates.keys()
    assert ALTERNATIVES.keys() | ALTERNATIVES.values() <= KINDS.keys()


def test_a_table_that_is_like_another() -> None:
    tables = publishers._templates()
    assert tables["ama"]["thesis"] == tables["nlm"]["thesis"]
    assert tables["ama"]["book"] != tables["nlm"]["book"]


def test_lists_are_printed_with_all_their_labels() -> None:
    rng = random.Random(1)
    shown = set[Label]()
    for _ in range(40):
        for line in published(rng, ("A title that is known",)):
            assert all(0 <= span.start < span.end <= len(line.text) for span in line.spans)
            assert all(one.end <= other.start for one, other in zip(line.spans, line.spans[1:], strict=False))
            labels = {span.label for span in line.spans}
            assert Label.TITLE in labels or Label.CONTAINER in labels
            shown |= labels
    assert shown == set(LABELS.values())


def test_chance_is_the_same_each_time() -> None:
    first, second = (list(published(random.Random(3), ())) for _ in range(2))
    assert first == second
    assert len({scientific(random.Random(seed)).work.title for seed in range(9)}) > 5


def test_the_stop_of_the_last_initial_is_the_names() -> None:
    line = printed("NLM")
    sample, tokens, tagged = labelled(line)
    author = next(span for span in spans_of(tokens, tagged) if span.label is Label.AUTHOR)
    assert sample.text[author.start : author.end] == "Lind AE, Rossi M, Ito K."
    assert tags_of(line.spans, list(tokenize(line.text))) != tagged
    assert with_stop("Lind, A. x", 7) == 8


def test_months_are_twelve() -> None:
    assert len(MONTHS) == 12
