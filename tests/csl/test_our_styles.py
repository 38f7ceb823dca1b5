"""Our styles on a set of what social scientists cite; and the differences from the official styles that are kept."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reflist.csl.processor.document import Document
from reflist.csl.processor.program import Program
from reflist.csl.processor.state import Cite
from reflist.csl.styles import find_style
from reflist.model import from_csl

SET = Path(__file__).with_name("social-science.json")
KINDS = """article book edited chapter report command newspaper webpage thesis conference speech forthcoming no-author
    no-date institution many same-year""".split()


@pytest.fixture(scope="module")
def items() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(SET.read_text("utf-8"))
    return found


def formatted(name: str, locale: str, items: list[dict[str, Any]]) -> tuple[dict[str, str], dict[str, str]]:
    """The entries and the citations of the items by id."""
    cites = [[Cite(item["id"])] for item in items]
    document = Document(Program(find_style(name), locale), [from_csl(item) for item in items], cites)
    entries = {entry.id: entry.finished.text.plain for entry in document.bibliography()}
    citations = [citation.text.plain for citation in document.citations()]
    return entries, {item["id"]: text for item, text in zip(items, citations, strict=True)}


@cache
def the_set(name: str, locale: str = "en-GB") -> tuple[dict[str, str], dict[str, str]]:
    """The same of the whole set."""
    return formatted(name, locale, json.loads(SET.read_text("utf-8")))


@pytest.mark.untraced
@pytest.mark.parametrize("name", ["apa", "harvard"])
@pytest.mark.parametrize("locale", ["en-GB", "en-US", "de-DE"])
def test_every_work_has_an_entry_and_a_citation_of_its_own(name: str, locale: str, items: list[dict[str, Any]]) -> None:
    entries, citations = the_set(name, locale)
    assert len(entries) == len(set(entries.values())) == len(items)
    assert len(set(citations.values())) == len(items)
    assert not [
        text for text in (*entries.values(), *citations.values()) if ".." in text or "()" in text or " ," in text
    ]


def test_ten_works_of_each_kind(items: list[dict[str, Any]]) -> None:
    count = Counter(item["id"].rpartition("-")[0] for item in items)
    assert [*count] == KINDS
    assert min(count.values()) >= 10


@pytest.mark.parametrize(
    ("name", "id", "expected"),
    [
        (
            "harvard",
            "conference-01",
            (
                "Glass, R. (2005) ‘Lessons from the first local programmes’. Annual Conference of the Social Policy "
                "Association, Bath, 27 June."
            ),
        ),
        (
            "apa",
            "conference-01",
            (
                "Glass, R. (2005, June 27). Lessons from the first local programmes. Annual "
                "Conference of the Social Policy Association, Bath."
            ),
        ),
        ("harvard", "speech-08", "Mbeki, T. (1998) ‘Reconciliation and nation building’. Cape Town, 29 May."),
        (
            "apa",
            "thesis-06",
            "Kaur, J. (2003). Second generation women and paid work. University of Warwick.",
        ),
        (
            "harvard",
            "forthcoming-09",
            "Bovell, T. (forthcoming b) ‘Users as producers again’, Public Administration.",
        ),
        (
            "harvard",
            "no-author-07",
            (
                "‘Anonymous letters to the guardians’ (1991) in A. Crowther (ed.) Voices of the workhouse. London: "
                "Batsford, pp. 33–48."
            ),
        ),
        (
            "apa",
            "no-author-07",
            (
                "Anonymous letters to the guardians. (1991). In A. Crowther (Ed.), Voices of the workhouse "
                "(pp. 33–48). Batsford."
            ),
        ),
        (
            "harvard",
            "book-12",
            "Webb, S. and Webb, B. (1929) English poor law history. Vol. 2. London: Longmans, Green.",
        ),
        (
            "harvard",
            "speech-04",
            "Cameron, D. (2009) ‘The big society’ [Lecture]. Hugo Young Memorial Lecture, London, 10 November.",
        ),
        (
            "harvard",
            "report-03",
            "Hills, J. (2010) An anatomy of economic inequality. CASE Report 60. London: London School of Economics.",
        ),
        (
            "harvard",
            "webpage-11",
            (
                "Zhou, L. (c. 2009) Street markets of Chengdu, City Walks. Available at: "
                "https://citywalks.example.net/chengdu (Accessed: 8 August 2013)."
            ),
        ),
    ],
)
def test_what_is_kept_on_purpose(name: str, id: str, expected: str) -> None:
    assert the_set(name)[0][id] == expected


@pytest.mark.parametrize(
    ("name", "id", "expected"),
    [
        ("apa", "no-author-01", "(‘Early Years under Scrutiny’, 2004)"),
        ("apa", "no-author-02", "(The Concise Atlas of Poverty, 2002)"),
        ("apa", "no-date-08", "(Larkham, n.d.-a)"),
        ("apa", "same-year-10", "(Jones, Reed, Park, et al., 2015a)"),
        ("harvard", "no-author-01", "(Community Care, 2004)"),
        ("harvard", "no-author-02", "(The Concise Atlas of Poverty, 2002)"),
        ("harvard", "no-date-08", "(Larkham, no date a)"),
        ("harvard", "many-01", "(Aalto et al., 2014)"),
    ],
)
def test_citations(name: str, id: str, expected: str) -> None:
    assert the_set(name)[1][id] == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "Doe, J. (2001) T. Vol. 7."),
        ({"collection-title": "Studies"}, "Doe, J. (2001) T. (Studies)."),
        ({"collection-title": "Studies", "collection-number": "12"}, "Doe, J. (2001) T. Vol. 7. (Studies, 12)."),
        ({"collection-title": "Studies", "number-of-volumes": "9"}, "Doe, J. (2001) T. Vol. 7. (Studies)."),
    ],
)
def test_the_volume_of_a_book_may_be_its_number_in_a_series(more: dict[str, str], expected: str) -> None:
    item = {"id": "x", "type": "book", "title": "T", "volume": "7", "issued": {"date-parts": [[2001]]}}
    author = {"author": [{"family": "Doe", "given": "Jane"}]}
    assert formatted("harvard", "en-GB", [{**item, **author, **more}])[0]["x"] == expected


@pytest.mark.parametrize(
    ("type", "more", "expected"),
    [
        ("chapter", {"collection-number": "12"}, "Doe, J. (2001) ‘T’, C. P (12)."),
        ("chapter", {}, "Doe, J. (2001) ‘T’, C. Vol. 7. P."),
        ("review-book", {"issue": "2"}, "Doe, J. (2001) ‘T’, C. P, 7(2)."),
        ("software", {"version": "1.4.2"}, "Doe, J. (2001) ‘T’ [Computer program] (Version 1.4.2), C. Vol. 7. P."),
        ("dataset", {"version": "2nd edition"}, "Doe, J. (2001) ‘T’ [Data set] (2nd edition), C. Vol. 7. P."),
    ],
)
def test_numbers_in_harvard(type: str, more: dict[str, str], expected: str) -> None:
    item = {"id": "x", "type": type, "title": "T", "container-title": "C", "publisher": "P", "volume": "7"}
    issued = {"author": [{"family": "Doe", "given": "Jane"}], "issued": {"date-parts": [[2001]]}}
    assert formatted("harvard", "en-GB", [{**item, **issued, **more}])[0]["x"] == expected


ADAIR = {"reviewed-author": [{"family": "Adair", "given": "Ruth"}], "reviewed-title": "Local voices"}


@pytest.mark.parametrize(
    ("type", "more", "entry", "citation"),
    [
        ("review-book", ADAIR, "Doe, J. (2001). T [Review of the book Local voices, by R. Adair].", "(Doe, 2001)"),
        ("review-book", {}, "Doe, J. (2001). [Review of the book T].", "(Doe, 2001)"),
        ("review", {}, "Doe, J. (2001). [Review of T].", "(Doe, 2001)"),
        ("review", {"genre": "film review of"}, "Doe, J. (2001). [Film review of T].", "(Doe, 2001)"),
        (
            "personal_communication",
            {},
            "Doe, J. (2001, May 4). T [Personal communication].",
            "(J. Doe, personal communication, May 4, 2001)",
        ),
        ("interview", {"publisher": "BBC"}, "Doe, J. (2001, May 4). T [Interview]. BBC.", "(Doe, 2001)"),
        ("bill", {"number": "HL 22", "authority": "House of Lords"}, "T, HL 22, House of Lords (2001).", "(T, 2001)"),
        ("bill", {"author": []}, "T (2001).", "(T, 2001)"),
        ("legal_case", {"author": [], "authority": "CA"}, "T (CA 2001).", "(T, 2001)"),
        ("interview", {"author": []}, "T [Interview]. (2001, May 4).", "(T, personal communication, May 4, 2001)"),
    ],
)
def test_what_is_not_read_in_books_in_apa(type: str, more: dict[str, Any], entry: str, citation: str) -> None:
    item = {"id": "x", "type": type, "title": "T", "issued": {"date-parts": [[2001, 5, 4]]}}
    author = {"author": [{"family": "Doe", "given": "Jane"}]}
    entries, citations = formatted("apa", "en-US", [{**item, **author, **more}])
    assert (entries["x"], citations["x"]) == (entry, citation)
