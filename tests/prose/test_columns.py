"""Text of PDFs with two columns: side by side, or the second before the rest of the first."""

import textwrap
from itertools import zip_longest

import reflist
from reflist.model import to_csl
from reflist.prose.page.columns import unwound
from reflist.prose.page.relaid import Relaid
from reflist.source import Source

REFERENCES = (
    "Adeyemi, T. (2010). Falls in care homes of the north of England. Ageing & Society, 30(2), 1–20.",
    "Falk, I. (1998). The moral economy of sandbags and of other public goods. Policy & Politics, 26(4), 381–396.",
    "Harrow, M. (1987). The making of the provincial town in three centuries. Pluto Press.",
    "Lind, P. (1994). Neighbours and wardens of a coast that moves every winter. Rural Studies, 10(1), 11–29.",
    "Okafor, B., & Lind, P. (1999). Who governs the clinic? Public Administration, 77(3), 431–450.",
    "Sato, K. (2004). Users as partners. Social Policy & Administration, 38(2), 101–115.",
    "Weir, A. (2011). Talking of floods by lamplight: A field experiment. Parish Climate, 157, 433–449.",
    "Zhang, H. (2015). Blame by catchment: Five river authorities compared. Regulation & Governance, 9(1), 1–17.",
)
PROSE = textwrap.wrap(
    "The evidence for this is mixed and depends on the setting in which the measures were taken, as several reviews "
    "conclude (Weir, 2011). We followed the approach of earlier work and extended it to three further regions in which "
    "the rivers had been walled in before the war, so that their people could be asked what they remembered of it.",
    38,
)
HEAD, WIDTH = "Journal of Applied Studies 12 (2019) 345–367", 46


def hanging(references: tuple[str, ...], width: int = 38) -> list[str]:
    return [line for text in references for line in textwrap.wrap(text, width, subsequent_indent="   ")]


def beside(left: list[str], right: list[str], margin: str = "") -> list[str]:
    return [(margin + a.ljust(WIDTH) + b).rstrip() for a, b in zip_longest(left, right, fillvalue="")]


def page(lines: list[str], number: int) -> str:
    return "\n".join(("", " " * 20 + HEAD, "", *lines, "", " " * 43 + str(number), ""))


def titles(text: str) -> list[str]:
    return [str(to_csl(reference)["title"]) for reference in reflist.parse(text).references]


TITLES = titles("\n".join(REFERENCES))


def test_columns_side_by_side_are_read_one_below_the_other() -> None:
    first = page(beside([*PROSE, "", *PROSE], [*PROSE, "", *PROSE]), 1)
    listed = page(beside(["References", "", *hanging(REFERENCES[:3])], hanging(REFERENCES[3:6]), margin="    "), 2)
    text = "\f".join((first, listed, page(hanging(REFERENCES[6:]), 3)))
    library = reflist.parse(text)
    assert len(TITLES) == 8
    assert [str(to_csl(reference)["title"]) for reference in library.references] == TITLES
    printed = text.split("\n")
    for reference, begins in zip(library.references, REFERENCES, strict=True):
        assert reference.origin.line is not None
        assert begins[:10] in printed[reference.origin.line - 1]


def test_a_repair_in_a_column_is_at_its_line_as_printed() -> None:
    right = [
        *hanging(REFERENCES[3:6]),
        "Weir, A. (2011). Talking of floods by lamp-",
        "   light. Parish Climate, 157, 433–449.",
    ]
    text = page(beside(["References", "", *hanging(REFERENCES[:3])], right), 1)
    library = reflist.parse(text)
    assert to_csl(library.references[-1])["title"] == "Talking of floods by lamplight"
    (repair,) = (finding for finding in library.report if finding.code == "hyphen-repaired")
    assert "lamp-" in text.split("\n")[(repair.place.line or 0) - 1]


def test_a_column_before_the_heading_of_its_list_belongs_to_it() -> None:
    early = [line.strip() for line in hanging(REFERENCES[3:])]
    own = [line.strip() for line in hanging(REFERENCES[:3])]
    text = "\n".join(
        (HEAD, "", *PROSE, "", "1", "\f" + HEAD, "", *early, "", *PROSE, "", "References", *own, "", "2", "\f")
    )
    assert titles(text) == TITLES


def test_references_one_by_one_before_the_heading_of_their_list_belong_to_it() -> None:
    early = [line for text in REFERENCES[4:] for line in (*textwrap.wrap(text, 38), "")]
    own = [line.strip() for line in hanging(REFERENCES[:4])]
    text = "\n".join(("Discussion", *PROSE, "\f" + HEAD, "", *early, "References", *own, "", "2", "\f"))
    assert titles(text) == TITLES


def test_running_text_of_another_column_below_the_heading_of_a_list_is_none_of_it() -> None:
    first, then = (
        [line for text in part for line in (*textwrap.wrap(text, 38), "")] for part in (REFERENCES[:3], REFERENCES[3:])
    )
    text = "\n".join(("References", *first, "Discussion", *PROSE, "", *then, *PROSE[1:], "", "2", "\f"))
    assert titles(text) == TITLES


def test_lines_taken_out_word_by_word_are_whole_again() -> None:
    lines = [line for text in REFERENCES for line in textwrap.wrap(text, 38)]
    words = [word for index, line in enumerate(lines) for word in (line.split(" ") if index % 4 == 1 else [line])]
    assert max(map(len, lines)) <= 38 < len(words)
    assert titles("\n".join(("References", *words, "", "2", "\f"))) == TITLES
    numbered = ["1", "Weir", "A.", "The", "hedges.", "Sage;", "2004.", "2", "Ash", "B.", "A", "wall.", "Sage;", "2005."]
    read = reflist.parse("\n".join(("References", *numbered, "", "7", "\f"))).references
    assert [reference.origin.raw for reference in read] == [
        "1 Weir A. The hedges. Sage; 2004.",
        "2 Ash B. A wall. Sage; 2005.",
    ]


def test_a_column_of_running_text_stays_where_it_is() -> None:
    own = [line.strip() for line in hanging(REFERENCES)]
    text = "\n".join(("Introduction", *PROSE, "", *PROSE, "", "References", *own, "", "2", "\f"))
    source = Source.from_text(text)
    assert unwound(source).text.split("\n")[: len(PROSE) + 1] == ["Introduction", *PROSE]
    assert titles(text) == TITLES


def test_a_line_past_the_gutter_is_of_the_first_column_and_one_across_parts_them() -> None:
    lines = beside(PROSE, PROSE)
    lines[2] = "x" * (WIDTH + 3)
    across = "", ("A heading " * 12).strip()
    read = unwound(Source.from_text("\n".join((*lines, *across)))).text.split("\n")
    first = [lines[2] if index == 2 else line for index, line in enumerate(PROSE)]
    second = [line for index, line in enumerate(PROSE) if index != 2]
    assert read == [*first, "", "", *second, *across]


def test_of_three_columns_each_is_read_to_its_end() -> None:
    listed = hanging(REFERENCES, 30)
    rows = [*zip_longest(["References", *listed[:12]], listed[12:25], listed[25:], fillvalue="")]
    lines = ["".join(cell.ljust(35) for cell in row).rstrip() for row in rows]
    assert titles("\n".join(lines)) == TITLES
    column = textwrap.wrap(" ".join(PROSE * 2), 30)
    short = [*column[:-3], "", "", ""]
    prose = ["".join(cell.ljust(35) for cell in row) for row in zip(short, column, column, strict=True)]
    address = f"{'of the river, and of its banks.':35}https://example.org/{'falls-' * 12}2.html"
    read = unwound(Source.from_text("\n".join((*prose, address, *prose, "\f", *lines)))).text.split("\n")
    assert [read.count(line) for line in column[:3]] == [6, 6, 6]


def test_a_short_last_page_has_the_gutter_of_those_before() -> None:
    first = page(beside(["References", "", *hanging(REFERENCES[:3])], hanging(REFERENCES[3:6])), 1)
    last = page(beside(hanging(REFERENCES[6:7]), hanging(REFERENCES[7:])), 2)
    assert titles(f"{first}\f{last}") == TITLES


def test_a_full_line_of_the_first_column_leaves_one_space_before_the_second_and_an_address_runs_past_it() -> None:
    left, right = hanging(REFERENCES[:4]), hanging(REFERENCES[4:])
    left[4] = left[4].ljust(WIDTH - 1, "x")
    left[7:7] = [f"   https://example.org/{'falls-' * 6}2.html"]
    right[7:7] = [""]
    read = unwound(Source.from_text("\n".join(("References", *beside(left, right))))).text.split("\n")
    assert [line for line in read if line] == ["References", *left, *right[:7], *right[8:]]


def test_a_line_of_one_column_that_stands_lower_leaves_no_gap_in_a_sentence_of_the_other() -> None:
    left, right = hanging(REFERENCES[:4]), hanging(REFERENCES[4:])
    left.insert(1, "")
    right.insert(4, "")
    text = "\n".join(beside(["References", *left], ["", *right]))
    assert titles(text) == TITLES
    assert unwound(Source.from_text(text)).text.split("\n")[1:3] == [left[0], left[2]]


def test_a_gap_in_a_column_parts_a_list_only_where_something_begins() -> None:
    left, right = (textwrap.wrap(text, 38) for text in (REFERENCES[1], REFERENCES[2]))
    left[2:2] = [""]  # after a full line, before the name of the periodical
    rows = [*beside(["References", *left], ["", *right]), *beside(hanging(REFERENCES[3:5]), hanging(REFERENCES[5:]))]
    read = [line.strip() for line in unwound(Source.from_text("\n".join(rows))).text.split("\n")]
    assert read[1:4] == [line for line in left if line]


def test_a_table_and_long_lines_with_gaps_are_no_columns() -> None:
    table = "\n".join(f"Weir {number}               2004      {number}" for number in range(30))
    wide = "\n".join(f"Kurmann   A, Peter   M.   {REFERENCES[0] * 3}" for _ in range(30))
    for text in (table, wide):
        source = Source.from_text(text)
        assert unwound(source) is source


def test_each_page_has_a_margin_of_its_own() -> None:
    pages = [
        "\n".join(f"{margin}{line}" for line in hanging(REFERENCES[begin : begin + 4], 90))
        for margin, begin in (("      ", 0), ("", 4))
    ]
    text = f"References\n\n{pages[0]}\n\n\n{' ' * 50}1\n\f\n{pages[1]}"
    assert isinstance(unwound(Source.from_text(text)), Relaid)
    assert titles(text) == TITLES


def test_a_word_by_itself_in_a_narrow_column_is_no_heading() -> None:
    lines = (
        "1. Willis D. Reconstructing last week’s weather:",
        "syntactic reconstruction and free relatives.",
        "Journal",
        "of Linguistics. 2011;47(2):407–46.",
        "2. Hayes L. Vietic and its neighbours in the",
        "Results",
        "of a survey. Lingua. 1992;21:211–28. doi:",
        "doi:",
        "10.1234/abc.12",
        "3. Luoma P. Garden plants. Word. 1993;12:1–9.",
    )
    text = "\n".join(("References", *lines))
    assert titles(text) == [
        "Reconstructing last week’s weather: syntactic reconstruction and free relatives",
        "Vietic and its neighbours in the Results of a survey",
        "Garden plants",
    ]
