"""Text that a page glues to its lines and that is in no table, and text that only looks like it."""

import pytest

import reflist
from reflist.model import to_csl
from reflist.prose.lists.glued import LOOKED_AT, NOTHING, glued_to
from reflist.prose.text_lines import Line
from reflist.report import Report
from reflist.source import Source

REFERENCES = (
    "Okafor, B. and Lind, P. (1999), ‘Who governs the clinic?’, Public Administration, 77, 3, 431–50.",
    "Harrow, M. (1987), The Making of the Provincial Town, London: Pluto Press.",
    "Cabinet Office (2001), Better Policy-Making, London: Cabinet Office.",
    "Sato, K. (2004), ‘Users as partners’, Social Policy & Administration, 38, 2, 101–15.",
    "Weir, A. (2004), ‘A title’, A Journal, 26, 4, 699–721.",
    "Adeyemi, T. (2010), Falls in Care, Bristol: Policy Press.",
    "Rossi, M. and Bell, C. (2006), ‘Forms of care’, Policy & Politics, 34, 2, 201–22.",
)
ITEMS = [to_csl(reference) for reference in reflist.parse("\n".join(REFERENCES)).references]


def glued(*texts: str) -> object:
    return glued_to([Line(number, text) for number, text in enumerate(texts, 1)], Report(), Source("list.txt", b""))


@pytest.mark.parametrize(
    "tail",
    [
        " Zum Volltext",
        " Zeige in Sammlung",
        "Zeige in Sammlung",
        " [Nachweis]",
        " [Nachweis] [Bestand]",
        " [Nachweis], Zeige in Sammlung",
        " Look it up at 2 libraries!",
        " ⧉",
        " pdf",
        "\nZeige in Sammlung",
        "\n\nZeige in Sammlung\n",
    ],
)
def test_words_at_every_end_are_the_pages_own(tail: str) -> None:
    library = reflist.parse("\n".join(reference + tail for reference in REFERENCES))
    assert [to_csl(reference) for reference in library.references] == ITEMS
    told = {diagnostic.code for diagnostic in library.report}
    assert told == {"glued-words", "page-furniture"}


def test_they_are_said_with_their_place_and_kept_in_the_origin() -> None:
    library = reflist.parse("\n".join(f"{reference} Zum Volltext" for reference in REFERENCES))
    [first] = [diagnostic for diagnostic in library.report if diagnostic.code == "glued-words"]
    assert (first.place.line, first.place.column) == (1, len(REFERENCES[0]) + 2)
    assert first.message == "'Zum Volltext' stands on 7 lines and was left out: the page's own"
    assert library.references[1].origin.raw == f"{REFERENCES[1]} Zum Volltext"


def test_so_are_those_that_only_half_of_the_lines_have() -> None:
    texts = [f"{text} Zum Volltext" if i % 3 else text for i, text in enumerate(REFERENCES * 2)]
    assert glued(*texts) == NOTHING._replace(tails=("Zum Volltext",))


@pytest.mark.parametrize("head", ["[Details] ", "Buch: ", "↗ ", "Buch "])
@pytest.mark.parametrize("number", ["", "{}. "])
def test_words_before_every_name(head: str, number: str) -> None:
    people = [text for text in REFERENCES if not text.startswith("Cabinet")]
    library = reflist.parse("\n".join(number.format(i) + head + text for i, text in enumerate(people, 1)))
    expected = [item for item in ITEMS if item["author"] != [{"literal": "Cabinet Office"}]]
    assert [to_csl(reference) for reference in library.references] == expected


def test_every_line_alone() -> None:
    library = reflist.parse("\n".join(f"{reference} Zum Volltext" for reference in REFERENCES), lines=True)
    assert [to_csl(reference) for reference in library.references] == ITEMS


@pytest.mark.parametrize(
    "form",
    [
        "{name}, A. (2001) Title {name}. London: Sage",
        "{name}, A. (2001) Title {name}. Sage",
        "{name}, A. (2001) Title {name}. Suhrkamp, Frankfurt",
        "{name}, A. (2001) Title {name}. University of Leeds",
        "{name}, A. (2001) Title {name}. OECD",
        "{name}, A. (2001) Title {name}. In press",
        "{name}, A. Title {name}. London: Sage, 2001. Print",
        "{name}, A. (2001) Title {name}. Discussion Paper",
        "{name}, A. (2001) Title {name} [in Russian]",
        "{name}, A. (2001) Title {name}. 412 Seiten",
        "{name}, A. (2001) Title {name}. The Guardian",
        "{name}, A. (2001) Title {name}. Zeitschrift für Soziologie",
        "{name}, A. (2001) Title {name} and Practice",
        "{name} (2001). Herausgegeben von Peter K",
        "van {name}, A. (2001) Title {name}. London: Sage.",
        "Smith J, {name} A (2001) Title {name}. London: Sage.",
        "Ulrich {name} (2001) Title {name}. London: Sage.",
        "OECD Directorate {name} (2001) Title {name}. Paris.",
    ],
)
def test_what_many_references_share_is_content(form: str) -> None:
    names = "Abel Bell Chipper Dalton Eversen Frank Gable".split()
    assert glued(*(form.format(name=name) for name in names)) == NOTHING


def test_headings_and_dashes_between_references_stay() -> None:
    between = ["Quellen", "———", "References", "Sage"]
    texts = [line for text in REFERENCES for line in (text, *between)]
    assert glued(*texts) == NOTHING


def test_a_few_lines_say_nothing() -> None:
    assert glued(*(f"{text} Zum Volltext" for text in REFERENCES[:4])) == NOTHING
    assert glued() == NOTHING


def test_only_so_many_lines_are_looked_at() -> None:
    texts = ["Weir, A. (2004), A title, London: Sage."] * LOOKED_AT + [f"{text} Zum Volltext" for text in REFERENCES]
    assert glued(*texts) == NOTHING
    assert not NOTHING
    assert glued(*texts[-7:])


def test_letters_for_the_places_that_cite() -> None:
    library = reflist.parse(
        "\n".join(f"{text} {'a, b, c'[: 1 + 3 * (index % 3)]}" for index, text in enumerate(REFERENCES))
    )
    assert [to_csl(reference) for reference in library.references] == ITEMS
    assert "letters stand at the ends of 7 lines" in str(next(iter(library.report)))


def test_letters_out_of_order_are_content() -> None:
    assert glued(*(f"{text} b, a" for text in REFERENCES)) == NOTHING
