"""Strings that nobody printed: works, houses, damage, and the labels that must survive all of it."""

import random
from collections import Counter

import pytest

import damage
from damage import damaged
from house_styles import AND, HEADS, House, house
from houses import printed
from naming import names
from printing import Printed, Printer
from reflist.prose.labels import Label, Span, spans_of
from synthetic import labelled, language_of
from works import KINDS, LANGUAGES, MAKERS, Person, Work, invented, pool


def values(line: Printed) -> dict[str, str]:
    return {span.label.value: line.text[span.start : span.end] for span in line.spans}


def plain_house(**changes: object) -> House:
    """A house whose choices are known."""
    made = house("de", random.Random(1))._replace(
        final=" und ",
        between=", ",
        given="full",
        order="inverted",
        upper=False,
        head="{} (",
        after_year="): ",
        year_first=True,
        after_title=". ",
        quotes="",
        subtitle=". ",
        within="In: ",
        before_journal="",
        volume=" {}",
        issue="({})",
        pages=", S. {}",
        chapter_pages=", S. {}",
        pages_before=False,
        dash="-",
        edited=" (Hrsg.)",
        editors_last=False,
        edited_after="",
        editors_inverted=True,
        after_editors=": ",
        imprint="place: publisher",
        before_imprint=". ",
        end=".",
        most_names=9,
        numbered="",
        year_before_volume=False,
        first_year_first=False,
        series_last=False,
    )
    return made._replace(**changes)  # type: ignore[arg-type]  # the names and types are checked by the class


WORK = Work(
    "article",
    "de",
    (Person("Lind", "Anna"), Person("Rossi", "Max")),
    "Die Stadt",
    "Ein Versuch",
    "1998",
    container="Soziale Welt",
    volume="4",
    issue="2",
    pages=("3", "19"),
)


def test_an_article_in_a_house() -> None:
    line = printed(WORK, plain_house(), 1)
    assert line.text == "Lind, Anna und Rossi, Max (1998): Die Stadt. Ein Versuch. Soziale Welt 4(2), S. 3-19."
    assert values(line) == {
        "author": "Lind, Anna und Rossi, Max",
        "date": "1998",
        "title": "Die Stadt. Ein Versuch",
        "container-title": "Soziale Welt",
        "volume": "4",
        "issue": "2",
        "page": "3-19",
    }


def test_a_chapter_in_a_house() -> None:
    work = WORK._replace(kind="chapter", editors=(Person("Sato", "Eva"),), volume="", publisher="Enke", place="Bonn")
    line = printed(work, plain_house(numbered="[{}] ", quotes="„“"), 7)
    assert line.text == (
        "[7] Lind, Anna und Rossi, Max (1998): „Die Stadt. Ein Versuch“. In: Sato, Eva (Hrsg.): Soziale Welt. Bonn: "
        "Enke, S. 3-19."
    )
    assert values(line)["title"] == "„Die Stadt. Ein Versuch“"
    assert values(line)["editor"] == "Sato, Eva"
    late = printed(work, plain_house(editors_last=True, edited_by="hrsg. von ", editors_inverted=False), 7)
    assert "In: Soziale Welt, hrsg. von Eva Sato. Bonn: Enke" in late.text


def test_a_year_that_comes_last() -> None:
    line = printed(WORK, plain_house(year_first=False, after_authors=": ", year_in_brackets=True), 1)
    assert line.text.endswith("Soziale Welt 4 (1998)(2), S. 3-19.")
    book = WORK._replace(kind="book", volume="", publisher="Enke", place="Bonn", edition=2)
    form = {"year_first": False, "imprint": "(place: publisher)", "edition": "{}. Aufl.", "before_edition": ", {}"}
    line = printed(book, plain_house(**form), 1)
    assert line.text.endswith("Ein Versuch, 2. Aufl. (Bonn: Enke, 1998).")
    assert values(line)["edition"] == "2."


@pytest.mark.parametrize(
    ("form", "order", "expected"),
    [
        ("full", "inverted", "von Lind, Hans-Peter, Rossi, Max A. und Ito, K."),
        ("J. K.", "first inverted", "von Lind, H.-P., M. A. Rossi und K. Ito"),
        ("JK", "no comma", "von Lind H-P, Rossi MA und Ito K"),
        ("J.K.", "straight", "H.-P. von Lind, M.A. Rossi und K. Ito"),
    ],
)
def test_names_in_a_house(form: str, order: str, expected: str) -> None:
    people = (Person("von Lind", "Hans-Peter"), Person("Rossi", "Max A."), Person("Ito", "K."))
    assert names(people, plain_house(given=form, order=order)) == expected


def test_many_names_are_cut_short() -> None:
    people = tuple(Person(letter, "X") for letter in "ABCD")
    assert names(people, plain_house(most_names=3, others=" u.a.")) == "A, X u.a."
    assert names((Person("OECD"),), plain_house(upper=True)) == "OECD"
    assert names(people[:2], plain_house(final=", and ")) == "A, X, and B, X"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_every_work_is_labelled(kind: str, language: str) -> None:
    rng = random.Random(f"{kind}{language}")
    for number in range(40):
        work = MAKERS[kind](pool(language), rng)
        line = printed(work, house(language, rng), number)
        assert all(0 <= span.start < span.end <= len(line.text) for span in line.spans)
        assert all(one.end <= other.start for one, other in zip(line.spans, line.spans[1:], strict=False))
        shown = values(line)
        assert work.title in shown["title"]
        assert shown.get("status" if work.status else "date", "") == (work.status or work.year)
        assert shown.get("page", "").startswith(work.pages[0] if work.pages else "")


def test_chance_is_the_same_each_time() -> None:
    first, second = (
        [printed(invented(rng, "en"), house("en", rng), 1).text for _ in range(20)]
        for rng in (random.Random(3), random.Random(3))
    )
    assert first == second
    assert len(set(first)) == 20


def test_titles_that_are_known_are_used() -> None:
    rng = random.Random(1)
    titles = Counter(invented(rng, "fr", ("Les villes neuves: un essai",)).title for _ in range(200))
    assert titles["Les villes neuves"] > 50


LINE = Printed(
    "Lind: „Der finanzielle Überfluß“, S. 3-19.",
    (Span(Label.AUTHOR, 0, 4), Span(Label.TITLE, 6, 32), Span(Label.PAGES, 37, 41)),
)


@pytest.mark.parametrize(
    ("harm", "text", "title", "pages"),
    [
        (damage.lost_dashes, "Lind: „Der finanzielle Überfluß“, S. 319.", "„Der finanzielle Überfluß“", "319"),
        (
            damage._spelled(damage.SPELLED),
            "Lind: „Der finanzielle Ueberfluss“, S. 3-19.",
            "„Der finanzielle Ueberfluss“",
            "3-19",
        ),
        (damage._ligatures, "Lind: „Der ﬁnanzielle Überﬂuß“, S. 3-19.", "„Der ﬁnanzielle Überﬂuß“", "3-19"),
        (damage._truncated, "Lind: „Der finanzielle Überfluß“, S. 3-19", "„Der finanzielle Überfluß“", "3-19"),
    ],
)
def test_damage_moves_the_labels_along(harm: damage.Damage, text: str, title: str, pages: str) -> None:
    line = damaged(LINE, [harm], random.Random(1))
    assert line.text == text
    assert (values(line)["title"], values(line)["page"]) == (title, pages)


@pytest.mark.parametrize("harm", damage.DAMAGES)
def test_damage_leaves_the_parts_in_order(harm: damage.Damage) -> None:
    changed = set()
    for seed in range(20):
        line = damaged(LINE, [harm], random.Random(seed))
        assert [span.label for span in line.spans] == [Label.AUTHOR, Label.TITLE, Label.PAGES]
        assert all(one.end <= other.start for one, other in zip(line.spans, line.spans[1:], strict=False))
        changed.add(line.text)
    assert changed != {LINE.text}


def test_damage_of_nothing() -> None:
    empty = Printed("1", ())
    assert all(damaged(empty, [harm], random.Random(1)).spans == () for harm in damage.DAMAGES)
    assert {len(damage.damages(random.Random(seed))) for seed in range(40)} == {0, 1, 2}


def test_a_printed_line_as_a_sample() -> None:
    sample, tokens, tags = labelled(LINE)
    assert sample.text == LINE.text
    assert [(span.label, span.start, span.end) for span in spans_of(tokens, tags)] == [span[:3] for span in LINE.spans]


def test_what_is_printed_is_not_doubled() -> None:
    printer = Printer()
    for part in (" ", "a?", ". ", " b", ". "):
        printer.literal(part)
    printer.put(Label.NOTE, "")
    assert printer.done() == Printed("a? b.", ())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Wandel der Stadt und das Land", "de"),
        ("Les villes et la campagne", "fr"),
        ("La ciudad y el campo", "es"),
        ("The town and the country", "en"),
        ("Xyz", "en"),
    ],
)
def test_the_language_of_a_title(text: str, language: str) -> None:
    assert language_of(text) == language


def test_tables_have_every_language() -> None:
    assert set(AND) == set(LANGUAGES)
    assert all("{}" in head for head in HEADS)
