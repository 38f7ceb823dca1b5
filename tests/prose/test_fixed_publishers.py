"""Parts recognisable by publishers' print: uniform names, bodies, quoted titles, standards, versions, chapters."""

from collections.abc import Callable

import pytest

from reflist.prose.fixed.authors import find_names_of_one_form
from reflist.prose.fixed.bodies import find_body
from reflist.prose.fixed.chapters import find_book_before_editors
from reflist.prose.fixed.emphasis import find_emphasised_container
from reflist.prose.fixed.events import find_proceedings
from reflist.prose.fixed.numbers import find_chapter_number, find_numbers_by_label
from reflist.prose.fixed.online import find_ahead_of_print, find_site
from reflist.prose.fixed.patents import find_patent
from reflist.prose.fixed.quoted import find_quoted_title
from reflist.prose.fixed.series import find_series, find_series_after_book
from reflist.prose.fixed.standards import find_standard, find_version
from reflist.prose.line import Line


def told(find: Callable[[Line], None], text: str) -> dict[str, str]:
    line = Line(text)
    find(line)
    return {span.label.value: line.printed(span) for span in line.spans}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Weir, A.B.; van Ash, C. Hedges: A history.", "Weir, A.B.; van Ash, C."),
        ("Weir, A. Bowling Alone: A story.", "Weir, A."),
        ("Weir, A. B., Ash, C. & Lee, D.-E. Hedges. Nature 4, 5 (2001).", "Weir, A. B., Ash, C. & Lee, D.-E."),
        ("Weir, A. et al. Hedges. Nature 4, 5 (2001).", "Weir, A. et al."),
        ("Weir AB, de Ash C, Lee D Jr. Hedges. Lancet. 2001;4:5.", "Weir AB, de Ash C, Lee D Jr."),
        ("Weir A. Hedges, ditches and walls. Lancet. 2001;4:5.", "Weir A."),
        ('A. B. Weir, C. Ash, and D. Lee, Jr., "Hedges," IEEE Softw.', "A. B. Weir, C. Ash, and D. Lee, Jr."),
        ("A. Weir and V. Yu. Ash, “Hedges,” IEEE Softw.", "A. Weir and V. Yu. Ash"),
    ],
)
def test_names_of_one_form(text: str, names: str) -> None:
    assert told(find_names_of_one_form, text) == {"author": names}


def test_the_word_for_editors() -> None:
    assert told(find_names_of_one_form, "Weir A, Ash C, eds. Hedges. Wiley; 2001.") == {"editor": "Weir A, Ash C"}
    assert told(find_names_of_one_form, "A. Weir (Ed.), Hedges, Wiley, London (2001)") == {"editor": "A. Weir"}


@pytest.mark.parametrize(
    "text",
    [
        "Weir, Don. 1995. “Hedges.” Ditches 4: 5.",  # a given name in full
        "Long, J. Scott. 1997. Hedges. London: Sage.",
        "Mason, R. Hal and John Weir. Hedges. London: Sage.",
        "Eric S. Weir. 1999. Hedges. London: Sage.",
        "Age NI. Hedges. Belfast: Age NI; 2001.",
        "Health Group A. Hedges. Lancet. 2001;4:5.",  # a body
        "ALICE Collaboration, K. Weir et al., “Hedges,” Phys. Lett. B 4 (2001).",
        "Lu, D.R. Ou, Q. et al., Hedges, Earth Science, v.8.",  # another name after it, without a conjunction
        "Weir, A. Jr. and Ash, Carl. Hedges. London: Sage.",
        "Ann-Marie Weir, C. D. Ash, Dora Low, and Eva Nye. 2018. Hedges. Ditches 2, 3 (2018), 4–9.",
        "Ann-Marie Weir, C. D. Ash and Dora Low. 2018. Hedges. Ditches 2, 3 (2018), 4–9.",
        "A. Weir, Z. Phys. C34, 497 (1987).",  # a periodical
        "Karnataka J. Agric. Sci., 19(4): 2006",
        "K. Weir and C. Ash Astropart. Phys. 3 (1995) 295.",
        "K. Weir and C. Ash, J. High Energy Phys. 07 (2011), 089.",
        "J. Cell. Physiol. 177:206–213, 1998",
        "C. Weir et al. (Ditch Data Group), Hedges. Ditches 40, 100001 (2016).",  # the body follows them
        "Weir, A. (Producer), & Ash, C. (Director). (1999). Hedges. Ditch Studio.",
        "WEIR F., ASH B. LOW Y.J. 2016. Hedges. Ditches 207, 48–55.",
        "Fuller, R. Buckminster, The World Game. 1971.",  # a name that continues with a name in full
        "Noni E. MacDonald. “Hedges”. Ditches 33 (2015).",
        "Hedges and ditches. Lancet. 2001;4:5.",
    ],
)
def test_names_that_are_not_told(text: str) -> None:
    assert told(find_names_of_one_form, text) == {}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Centers for Disease Control and Prevention. Hedges. Atlanta: CDC; 2001.", True),
        ("United States. Department of Labor. Hedges. Washington: GPO, 1990.", True),
        ("Great Britain. Parliament. House of Commons. Hedges. London: HMSO, 1998.", True),
        ("Canada. A history of hedges. Toronto: Ditch, 1990.", False),
        ("GBD 2019 Collaborators. Hedges. Lancet 2020; 396: 1–9.", True),
        ("National Institute for Health and Care Excellence. Hedges. London: NICE; 2001.", True),
        ("Secretary of State for Ditches. Hedges and freedom. 2012.", True),
        ("Secretary of State for Ditches, ‘Hedges and freedom’, 2012.", True),
        ("Secretary Weir, ‘Hedges and freedom’, 2012.", False),
        ("The World Health Organization (WHO). Hedges. Geneva: WHO; 2001.", True),
        ("Department budgets. Hedges. London: HMSO; 2001.", False),
        ("OECD. Hedges 2018. Paris: OECD; 2019.", True),
        ("Institute and state in a changing world. London: HMSO; 2001.", False),
        ("Telegraph. Hedges. London, 2001.", False),
        ("A shorter history of hedges. London: HMSO; 2001.", False),
    ],
)
def test_bodies(text: str, body: bool) -> None:
    assert bool(told(find_body, text)) is body


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("National Grid ESO, “The events of 9 August 2019,” London, U.K., 2019.", "“The events of 9 August 2019,”"),
        ('Weir, Ann. 2001. "Who plants hedges?" Ditches 4:5.', '"Who plants hedges?"'),
        ("“A hedge of one's own.” The Times, 4 May 2001.", "“A hedge of one's own.”"),
        ("Weir, Ann. The sense of “planting hedges” in verse. London: Sage.", None),
        ("Weir, Ann. “Hedges” and “ditches.” Walls 4:5.", None),
        ("Weir, Ann. “Hedge.” Walls 4:5.", None),
        ("Weir, Ann. Hedges of Kent. London: Sage.", None),
        ("Weir, Ann. “Hedges that nobody closes. Walls 4:5.", None),
        ("Weir, Ann.“Hedges glued to the name.” Walls 4:5.", "“Hedges glued to the name.”"),
    ],
)
def test_quoted_titles(text: str, title: str | None) -> None:
    assert told(find_quoted_title, text) == ({"title": title} if title else {})


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        (find_standard, "EN 12831-1:2017; Heat load. CEN: Brussels, 2017.", {"report": "EN 12831-1:2017"}),
        (find_standard, "“Hedges,” ISO/IEC 14764:2006, 2006.", {"report": "ISO/IEC 14764:2006"}),
        (find_standard, "Weir, A. How ISO 9001 changed hedges. London: Sage.", {}),
        (find_standard, "Weir, A. Hedges. London: Sage.", {}),
        (find_version, "R: A language; Version 4.1.2; R Foundation", {"version": "4.1.2"}),
        (find_version, "lme4, R package version 1.1-2, 2014", {}),
        (find_version, "lme4, R package version 1.1, 2014", {"report": "R package", "version": "1.1"}),
        (find_version, "Loneliness scale (version 3.1): Reliability", {}),
        (
            find_emphasised_container,
            "Hedges. *Appl. Energy* **2012**, *93*, 2–10.",
            {"container-title": "Appl. Energy", "date": "2012"},
        ),
        (find_emphasised_container, "*Hedges of Kent*. London: Sage, 2001.", {}),
        (find_chapter_number, "New York: Springer, 2017, ch. 4, pp. 77–101.", {"chapter-number": "4"}),
        (find_chapter_number, "The church, ch. of hedges", {}),
        (find_numbers_by_label, "BMJ 2016;352(Suppl 1):i512.", {"volume": "352", "issue": "Suppl 1"}),
        (find_numbers_by_label, "Films, 515 (19 SPEC. ISS.) (2007)", {"volume": "515", "issue": "19 SPEC. ISS."}),
        (
            find_series_after_book,
            "Hedges. In: Ash, N. (ed.) MICCAI 2015. LNCS, vol. 9351, pp. 234–241. Springer, Cham (2015)",
            {"report": "LNCS, vol. 9351"},
        ),
        (find_series_after_book, "Hedges. Ditches. Walls and Roads, vol. 3, pp. 4–5.", {}),
    ],
)
def test_what_is_set_off(find: Callable[[Line], None], text: str, expected: dict[str, str]) -> None:
    assert told(find, text) == expected


def test_a_chapter_of_nature() -> None:
    text = "Lay, T. in Subduction Faults (eds Dixon, T. & Moore, C.) Vol. 2, Ch. 15, 476–511 (Columbia, 2007)."
    assert told(find_book_before_editors, text) == {
        "container-title": "Subduction Faults",
        "editor": "Dixon, T. & Moore, C.",
        "volume": "2",
        "chapter-number": "15",
        "page": "476–511",
        "publisher": "Columbia",
        "date": "2007",
    }
    assert told(find_book_before_editors, "Hedges (ed. Dixon, T.) in Kent.") == {}
    assert told(find_book_before_editors, "Hedges in Kent.") == {}


@pytest.mark.parametrize(
    ("text", "place", "days"),
    [
        (
            "In Proceedings of the ECOS: Efficiency, Cost, Heat, Osaka, Japan, 29 June–3 July 2020.",
            "Osaka, Japan",
            True,
        ),
        ("In 27th Software Conference, APSEC 2020, Singapore, December 1-4, 2020. IEEE", "Singapore", True),
        (
            "in Proc. IEEE Power Soc. Gen. Meeting (PESGM), Denver, CO, USA, Jul. 2015, pp. 1–5.",
            "Denver, CO, USA",
            True,
        ),
        ("In Proceedings of the Symposium on Walls, pages 55-66, Orlando, FL, January 1991.", None, False),
        ("In Proceedings of the 30th Symposium (Virtual, Denmark) (ISSTA 2021). ACM", "Virtual, Denmark", False),
        ("in Proc. 6th Int. Conf. Softw. Repositories, May 2009, pp. 1–10.", None, False),
    ],
)
def test_where_and_when_a_conference_was(text: str, place: str | None, days: bool) -> None:
    found = told(find_proceedings, text)
    assert found.get("event-place") == place
    assert ("event-date" in found) is days


@pytest.mark.parametrize(
    "status",
    ["Advance online publication", "Advance Access publication", "OnlineFirst", "Published online ahead of print"],
)
def test_what_says_that_an_article_is_not_in_print_yet(status: str) -> None:
    assert told(find_ahead_of_print, f"Hedge Review, {status}, 12")["status"] == status


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hedges [online]. Families Now\0\0", {"container-title": "Families Now"}),
        ("Hedges [Internet]. Ditch Foundation.\0\0", {"publisher": "Ditch Foundation"}),
        ("Hedges [online]. Families Now, 12", {}),
    ],
)
def test_who_keeps_a_work_online(text: str, found: dict[str, str]) -> None:
    assert told(find_site, text) == found


def test_a_report_in_brackets() -> None:
    assert told(find_series, "Hedges (NBER Working Paper No. 20007). Ditch") == {
        "report": "NBER Working Paper No. 20007"
    }
    assert told(find_series, "Hedges. NBER Working Paper No. 20007. Ditch") == {}


def test_a_series_in_brackets_before_place_and_publisher() -> None:
    series = "Typological Studies in Language 43"
    assert told(find_series, f"A hedge grammar ({series}). Leeds: Ditch") == {"report": series}


@pytest.mark.parametrize(
    ("text", "patent"),
    [
        ("Hedges. U.S. Patent 9,876,543, Jan 23, 2018.", "U.S. Patent 9,876,543"),
        ("“Hedges,” US Patent No. 7 712 087, May 4, 2010.", "US Patent No. 7 712 087"),
        ("Hedges. German Patent DE 1234567; 2010.", "German Patent DE 1234567"),
        ("Hedges. Patent law 12, 3, 2010.", None),
    ],
)
def test_patents(text: str, patent: str | None) -> None:
    assert told(find_patent, text).get("report") == patent
