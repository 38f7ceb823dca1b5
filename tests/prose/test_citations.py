"""Citations in running text: every form, and text that looks like one but is none."""

from collections.abc import Sequence
from time import perf_counter

import pytest

from reflist.model import Citation
from reflist.prose.citations import read_citations
from reflist.prose.citations_names import names_at_end, names_of
from reflist.prose.text_lines import lines_of
from reflist.source import Source


def cited(text: str) -> list[Citation]:
    return list(read_citations(lines_of(Source.from_text(text))))


def short(citations: Sequence[Citation]) -> list[str]:
    """The names, year and locator of each citation, as one string that is easy to read."""
    return [
        f"{' + '.join(c.names)}{' +' * c.others} {c.year}{c.suffix}" + (f" @ {c.locator}" if c.locator else "")
        for c in citations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Weir, 2004)", ["Weir 2004"]),
        ("(Weir 2004)", ["Weir 2004"]),
        ("(Weir and Ash, 2004)", ["Weir + Ash 2004"]),
        ("(Weir, Ash and Bell, 2004)", ["Weir + Ash + Bell 2004"]),
        ("(Weir, Ash, & Bell, 2004)", ["Weir + Ash + Bell 2004"]),
        ("(Weir/Ash 2004)", ["Weir + Ash 2004"]),
        ("(J. Weir, 2004)", ["Weir 2004"]),
        ("(Lord Weir, 2004)", ["Weir 2004"]),
        ("(Weir et al,2005, Cameron & Lart, 2003; Ash, 2000)", ["Weir + 2005", "Cameron + Lart 2003", "Ash 2000"]),
        ("(Weir et al., forthcoming)", ["Weir + forthcoming"]),
        ("(Weir, in press)", ["Weir in press"]),
        ("(Weir, n.d.)", ["Weir n.d."]),
        ("(van der Berg and O’Neill, 2004)", ["van der Berg + O’Neill 2004"]),
        ("(Müller-Lüdenscheidt 1999: 4)", ["Müller-Lüdenscheidt 1999 @ 4"]),
        ("(Cabinet Office, 1999)", ["Cabinet Office 1999"]),
        ("(Department for Education and Skills, 2006)", ["Department for Education and Skills 2006"]),
        ("(Office of Parish Affairs [OPA], 2010)", ["Office of Parish Affairs 2010"]),
        ("(Johnston Miller, 2004)", ["Johnston Miller 2004"]),
        ("[Weir, 2004]", ["Weir 2004"]),
        ("(Weir, 1990/2005)", ["Weir 2005"]),
        ("(Weir, c. 1850)", ["Weir 1850"]),
        ("(Weir et Ash, 1970 ; Bell, 1991, p. 12)", ["Weir + Ash 1970", "Bell 1991 @ 12"]),
        ("(vgl. Weir 1922, S. 124 ff.; Ash 1984: 30)", ["Weir 1922 @ 124 ff.", "Ash 1984 @ 30"]),
        ("(Weir 1922, S. 124f.)", ["Weir 1922 @ 124f."]),
        ("(see Ash, 2010; Weir 1980, pp. 12–\n14)", ["Ash 2010", "Weir 1980 @ 12–14"]),
        ("(London and Weir, 2004)", ["London + Weir 2004"]),
    ],
)
def test_in_one_bracket(text: str, expected: list[str]) -> None:
    assert short(cited(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as Weir (2004) says", ["Weir 2004"]),
        ("as Weir (2004: 12-14) says", ["Weir 2004 @ 12-14"]),
        ("of Weir and Ash's (2010, p. 88) claim", ["Weir + Ash 2010 @ 88"]),
        ("of Weir and Jones' (2010) claim", ["Weir + Jones 2010"]),
        ("Weir and colleagues' notion (2012, p. 417) that", ["Weir + 2012 @ 417"]),
        ("Weir and her co-authors (2012)", ["Weir + 2012"]),
        ("Weir et al. (2012)", ["Weir + 2012"]),
        ("Weir, Ash and Bell (2004)", ["Weir + Ash + Bell 2004"]),
        ("In Leeds, Weir (2004)", ["Weir 2004"]),
        ("However, Weir (2004)", ["Weir 2004"]),
        ("Although Weir (2004)", ["Weir 2004"]),
        ("the work of Weir (2004)", ["Weir 2004"]),
        ("Work for Weir (2004)", ["Weir 2004"]),
        ("Professor Weir (2004)", ["Weir 2004"]),
        ("and van der Berg (2004)", ["van der Berg 2004"]),
        ("the Department of Health (DH) (2010)", ["Department of Health 2010"]),
        ("the Department for Education and Skills (2006)", ["Department for Education and Skills 2006"]),
        ("(as Weir (2004) and Ash (2005) say)", ["Weir 2004", "Ash 2005"]),
        ("as do Weir and van der Berg (2004)", ["Weir + van der Berg 2004"]),
        ("Nothing here. Weir (2004)", ["Weir 2004"]),
    ],
)
def test_names_before_the_bracket(text: str, expected: list[str]) -> None:
    assert short(cited(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(eg. DoH 1997; 2001; Cabinet Office, 1999)", ["DoH 1997", "DoH 2001", "Cabinet Office 1999"]),
        ("(CSCI, 2005b; 2006)", ["CSCI 2005b", "CSCI 2006"]),
        ("(Weir, 2005, 2006)", ["Weir 2005", "Weir 2006"]),
        ("(Weir, 2005 and 2006)", ["Weir 2005", "Weir 2006"]),
        ("(Weir, 2005a, b; Ash 2001c/d)", ["Weir 2005a", "Weir 2005b", "Ash 2001c", "Ash 2001d"]),
        ("Brown and Green's (2001a, 2003)", ["Brown + Green 2001a", "Brown + Green 2003"]),
        ("(Weir, 2005; in 2006)", ["Weir 2005"]),
        ("(Weir, 2005; after the war; 2006)", ["Weir 2005", "Weir 2006"]),
    ],
)
def test_a_bare_year_belongs_to_the_names_before(text: str, expected: list[str]) -> None:
    assert short(cited(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(see also Weir et al., 2010, pp. 3–5; cf. Lee, in press)", ["Weir + 2010 @ 3–5", "Lee in press"]),
        ("(Weir, 2010, 88)", ["Weir 2010 @ 88"]),
        ("(Weir 2010 p. 88)", ["Weir 2010 @ 88"]),
        ("(Weir, 2010, ch. 3)", ["Weir 2010 @ 3"]),
        ("(Weir, 2010: xii)", ["Weir 2010 @ xii"]),
        ("(vgl. Weir 2010, S. 12f.)", ["Weir 2010 @ 12f."]),
        ("(Weir, 2010, pp. 3, 17 and 20)", ["Weir 2010 @ 3, 17 and 20"]),
        ("(Weir, 2010, emphasis added)", ["Weir 2010"]),
        ("(Weir, 2010, on which more below; Ash, 2011)", ["Weir 2010", "Ash 2011"]),
        ("(for example Weir, 2010)", ["Weir 2010"]),
    ],
)
def test_what_stands_around_it(text: str, expected: list[str]) -> None:
    assert short(cited(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "between 2000–2005 by",
        "(2000–2005)",
        "(n = 2005)",
        "(formerly 1997)",
        "(in 2004)",
        "in 2004",
        "(260 Sure Start Local Programmes)",
        "(Sure Start 1999 programme)",
        "(January 2004)",
        "(Since 2004)",
        "(Children Act 1989; Human Rights Act, 1998)",
        "(Table 2, 2004)",
        "of it (2004)",
        "(2004)",
        "[accessed 3 May 2011]",
        "(formerly 1997, 2004)",
        "(Weir, 2010 12 people)",
        "(Weir, 12004)",
        "(a, 2004)",
        f"({', '.join(['Weir'] * 9)}, 2004)",
        f"({'Office of ' * 8}Weir 2004)",
        "A paragraph ends with Weir\n\n(2004)",
        "",
    ],
)
def test_what_is_none(text: str) -> None:
    assert cited(text) == []


def test_text_is_as_printed_on_one_line_and_the_line_is_where_it_begins() -> None:
    citations = cited(
        "agencies (eg. DoH\n1997; 2001; Cabinet\nOffice, 1999) and Skelcher and\nTorfing's (2010, p. 88)."
    )
    assert [(c.text, c.line) for c in citations] == [
        ("DoH 1997", 1),
        ("2001", 2),
        ("Cabinet Office, 1999", 2),
        ("Skelcher and Torfing's (2010, p. 88)", 3),
    ]


def test_a_bracket_that_the_text_opens_is_closed() -> None:
    assert [c.text for c in cited("Brown's (2001a, 2003)")] == ["Brown's (2001a)", "2003"]
    assert [c.text for c in cited("Brown's [2001, 2003]")] == ["Brown's [2001]", "2003"]


def test_a_name_divided_at_its_hyphen_is_whole() -> None:
    assert short(cited("(Wilks-\nHeeg, 2003)")) == ["Wilks-Heeg 2003"]


def test_paragraphs_are_crossed_inside_a_bracket_only() -> None:
    assert short(cited("(Weir, 2003;\n\n\nAsh, 2004)")) == ["Weir 2003", "Ash 2004"]


def test_names_alone() -> None:
    assert names_of("") is None
    assert names_at_end("") is None
    assert names_at_end("and ") is None
    assert names_at_end("of it and Weir’s own early work") == names_at_end("of it and Weir’s")


@pytest.mark.untraced
@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "()",
        "A. ",
        "Smith and ",
        "Smith and Jones (2004) ",
        "(Smith 2004; ",
        "(2004,",
        "see also (",
        "2004 ",
        "et al. (",
    ],
)
def test_long_text_takes_linear_time(piece: str) -> None:
    begin = perf_counter()
    cited(piece * (100_000 // len(piece)))
    assert perf_counter() - begin < 60  # only a hang takes so long


@pytest.mark.parametrize(
    "text",
    [
        "(London, 2004)",
        "(New York, 2004)",
        "held in London (2004)",
        "(Cambridge, MA, 2004)",
        "(Leeds and Hull, 2004)",
        "(London, Policy Press, 2004)",
    ],
)
def test_a_place_is_nobody(text: str) -> None:
    assert cited(text) == []


def test_a_place_that_the_list_has_as_a_name_is_somebody() -> None:
    lines = lines_of(Source.from_text("So it was (London, 1908)."))
    assert short(list(read_citations(lines, {"London"}))) == ["London 1908"]
