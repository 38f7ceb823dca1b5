"""Lists of many house styles in every layout: one reference per line, wrapped, hanging, numbered, with headings."""

from textwrap import wrap

import pytest

import reflist
from reflist.model import Reference
from reflist.prose import reading
from reflist.prose.beginnings import list_numbers
from reflist.prose.lists.strings import split_list
from reflist.prose.text_lines import Joiner, lines_of
from reflist.report import Report
from reflist.source import Source

ENGINEERS = (
    'M. Keller, "A method for measuring loads," IEEE Trans. Instrum. Meas., vol. 45, no. 2, pp. 123-130, Feb. 2001.',
    "J. Doe and A. N. Other, Signals and Circuits, 2nd ed. New York: Wiley, 1999.",
    'K. Lee, "A fast method," in Proc. IEEE Int. Conf. Commun. (ICC), Paris, France, Jun. 2004, pp. 1-5.',
    'R. Roe, "On sparse graphs," Ph.D. dissertation, Dept. Math., Northern Univ., Leeds, U.K., 1990.',
)
COMPUTING = (
    "John Keller and Mary Ann Roe. 2001. A method for measuring loads. ACM Trans. Inf. Syst. 45, 2 (2001), 123–130.",
    "Alan Open and Ron Shafer. 1999. Signals and Circuits (2nd. ed.). Prentice Hall, Englewood Cliffs, NJ.",
    "Kim Lee, Jan de Vries, and Peter Müller. 2004. A fast method. In Proc. of the 12th Conference on Routes, 1–5.",
    "Robert Roe. 1990. Routing in sparse graphs. Ph.D. Dissertation. Northern University, Leeds.",
)
ASTRONOMERS = (
    "Anders, E., & Green, N. 1989, Geochim. Cosmochim. Acta, 53, 197",
    "Arnold, K. A. 1996, ASP Conf. Ser., 101, 17",
    "Ashen, B., Egger, R., & Thomas, J. 1995, Nature, 373, 587",
    "DeLand,T .,Rudd ,L .,Stage ,M .D .,et al .2010 ,ApJ ,725 ,2038",
    "Hamm, M. C., & Fess, R. A. 2008, ApJS, 179, 195",
    "Kato,S .,Mori ,K .,Tsuda ,H .,et al .2008 ,ApJ ,678 ,297",
    "Laming,J .M .,Hwa ,U .,Rad ,B .,et al .2006 ,ApJ ,644 ,260",
)
CHINESE = (
    "王进, 王聪, 2002, 石窟颜料的应用与来源, 敦煌研究, 74(4), pp.23-28.",
    "李明, 2004, 城市社会的形成, 社会学研究, 3(1), pp.45-60.",
    "张伟, 刘洋, 2010, 农村教育的问题, 教育研究, 12(2), pp.101-110.",
)
STANDARDS = (
    'TS 21.905: "Vocabulary for specifications".',
    '"Working procedures of the group, (2010-04-23)"',
    'TR 25.410: "Interface: general aspects and principles".',
)


def strings(text: str) -> list[str]:
    source = Source.from_text(text)
    lines = lines_of(source)
    return [string.text for string in split_list(lines, Joiner(lines), Report(), source).all]


def items(text: str) -> list[Reference]:
    return [item for item in reading.read(Source.from_text(text), Report()) if isinstance(item, Reference)]


@pytest.mark.parametrize("listed", [ENGINEERS, COMPUTING, ASTRONOMERS, CHINESE, STANDARDS])
def test_one_reference_a_line(listed: tuple[str, ...]) -> None:
    assert strings("\n".join(listed)) == list(listed)


@pytest.mark.parametrize("listed", [ENGINEERS, COMPUTING, ASTRONOMERS, CHINESE])
def test_lines_that_hang(listed: tuple[str, ...]) -> None:
    hanging = (line for text in listed for line in wrap(text, 50, subsequent_indent="   ", break_on_hyphens=False))
    assert strings("\n".join(hanging)) == list(listed)


def test_wrapped_lines_without_any_mark() -> None:
    wrapped = (line for text in COMPUTING for line in wrap(text, 70, break_on_hyphens=False))
    assert strings("\n".join(wrapped)) == list(COMPUTING)


def test_a_list_of_which_most_lines_begin_a_reference_may_be_wrapped_all_the_same() -> None:
    listed = [
        f"{text}, and a note to it." if index in (1, 4, 7) else text for index, text in enumerate(ASTRONOMERS * 2)
    ]
    wrapped = (line for text in listed for line in wrap(text, 66, break_on_hyphens=False))
    assert strings("\n".join(wrapped)) == listed


def test_a_database_named_at_the_end_of_a_line_that_is_not_the_last_ends_no_reference() -> None:
    listed = f"{ENGINEERS[1]} PubMed\n   PMID: 22832565.\n{ENGINEERS[0]}\n   Reprinted."
    assert len(strings(listed)) == 2


@pytest.mark.parametrize("listed", [ENGINEERS, COMPUTING, CHINESE])
def test_free_text_that_is_such_a_list(listed: tuple[str, ...]) -> None:
    assert len(items("\n".join(listed))) == len(listed)


def test_numbers_in_brackets_tell_a_list() -> None:
    undated = [
        f"Northern Standards Institute: “{title}”, technical report, Leeds" for title in ("Words", "Signs", "Marks")
    ]
    assert items("\n".join(undated)) == []
    assert len(items("\n".join(f"[{number}] {text}" for number, text in enumerate(undated, start=1)))) == 3


def test_a_heading_tells_a_list() -> None:
    undated = "Keller, John: Loads and how to measure them. Leeds: Northern Press."
    said = "so that they say where and when it was."
    text = "\n".join([undated, *[said] * 9])
    assert items(text) == []
    assert items(f"References\n\n{text}")[0].names("author")[0].family == "Keller"


def test_a_wrapped_line_that_ends_in_an_abbreviation_goes_on() -> None:
    first = "Keller M 1998 Singular loads in theories of conformal ditches and hedges Nucl. Phys. B 514 523-52"
    second = "Roe P A and Lee J 2007 Fusion of loads and of what stands on some of them J. Phys. A 40 13711"
    third = "Weir G 2013 Operators of hedges and how to make use of them in theories 46 494003"
    wrapped = [line for text in (first, second, third) * 2 for line in wrap(text, 78)]
    assert {line.split()[-1] for line in wrapped} >= {"Nucl.", "J."}
    assert strings("\n".join(wrapped)) == [first, second, third] * 2


@pytest.mark.parametrize("form", ["[{}]", "{}."])
def test_numbers_within_references_do_not_begin_a_list_of_their_own(form: str) -> None:
    one, two, three, four = (form.format(number) for number in range(1, 5))
    text = (
        f"{one}B. Lind, “Falls in parks,” in Parks of the north,\nLondon: Sage, 1957, pp. 1–9.\n"
        f"{two}A. Weir, “Words of the hills,” Word, vol. 1, pp. 48–60;\n1.9:57-64; 1.10:59-67, 1955.\n"
        f"{three}C. Sato, “Users as partners,” Lancet, vol.\n3, pp. 11–12, 1958.\n{four}D. Ash, Towns, Sage, 1960."
    )
    assert list_numbers(lines_of(Source.from_text(text))) == {number: len(one) for number in (1, 3, 5, 7)}


def test_the_source_of_a_web_page_is_read_without_its_tags() -> None:
    weir = "Weir, A. (2004) <i>Hedges</i>, Leeds: Gate."
    ash = "Ash, B. (2006) ‘Ponds’, Rural Studies, 12(3), 45–67."
    text = f'<h2>References</h2>\n<ol>\n<li class="ref">{weir}</li>\n<li>{ash}<br/></li>\n</ol>\n'
    references = reflist.parse(text).references
    assert [reference.origin.raw for reference in references] == [weir, ash]
    assert [reference.plain("title") for reference in references] == ["Hedges", "Ponds"]
