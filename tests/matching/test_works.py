"""Merging references into works: which are one work, ids, evidence, and what must not matter."""

import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from described import article, described
from reflist.matching import Matching, evidence_to_json, match, work_to_json, works
from reflist.model import Name, Origin, Reference, Work
from reflist.text import Text
from strategies import references

BOVAIRD = "Beyond engagement and participation – user and community co-production of services"


def bovaird(year: int | str, title: str = BOVAIRD, **more: Any) -> Reference:
    return article("Bovaird, T.", year, title, "Public Administration Review", **more)


def parts(matching: Matching) -> list[list[str]]:
    return [[member.id for member in work.members] for work in matching.works]


def only(matching: Matching) -> Work:
    (work,) = matching.works
    return work


def test_an_article_in_two_lists_and_announced_in_a_third() -> None:
    listed = [
        bovaird(2007, volume="67", issue="5", page="846-860", source="000", line=3),
        bovaird(2007, BOVAIRD.replace("of", "of public"), volume="67", issue="5", page="846-860", source="001", line=7),
        bovaird("forthcoming", BOVAIRD.replace(" –", ":"), source="003", line=1),
    ]
    matching = match(listed, ["000", "001", "003"])
    work = only(matching)
    assert work.reference == listed[0].replace(id="bovaird2007beyondEngagementParticipation")
    assert [variant.member for variant in work.variants["title"]] == [
        "bovaird2007beyondEngagementParticipation#2",
        "bovairdforthcomingbeyondEngagementParticipation",
    ]
    assert matching.review == ()
    assert "the titles agree except for “public”" in work.evidence[0].reasons
    assert "forthcoming in one, 2007 in the other" in work.evidence[1].reasons


WHITE_PAPER = "http://www.archive.example.org/document/cm43/4310/4310-00.htm"


def white_paper(number: str, url: str) -> Matching:
    office = described("Cabinet Office", 1999, "Modernising Government", type="report", URL=url, source="000", line=6)
    government = described("HM Government", 1999, "Modernising Government", type="report", source="001", line=20)
    return match([office, government | {"number": number}], ["000", "001"])


def test_a_number_in_the_other_s_url_joins_a_white_paper_of_two_bodies() -> None:
    work = only(white_paper("Cm 4310", WHITE_PAPER))
    assert "the number 4310 is in the other's URL" in work.evidence[0].reasons
    assert (work.id, work.reference.plain("number")) == ("cabinetoffice1999modernisingGovernment", "Cm 4310")
    assert [name.literal for name in work.reference.names("author")] == ["Cabinet Office"]
    assert work.variants.keys() == {"author"}


def test_without_that_number_it_is_a_question() -> None:
    matching = white_paper("Cm 4310", "http://www.archive.example.org/document/index.htm")
    assert len(matching.works) == 2
    (question,) = matching.review
    assert 0.5 <= question.score < 0.97
    assert question.reasons == ("the same title", "different institutions", "the same year")


def test_another_number_separates_them() -> None:
    matching = white_paper("Cm 6737", WHITE_PAPER)
    assert len(matching.works) == 2
    assert matching.review == ()


HANDBOOK = "The Sage Handbook of Governance"


def chapter(author: str, title: str) -> Reference:
    return described(author, 2011, title, type="chapter", container_title=HANDBOOK, publisher="Sage")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            described("Boyle, D.", 2010, "Right Here, Right Now"),
            described("Boyle, D.", 2010, "Public Services Inside Out"),
        ),
        (described("Needham, C.", "2011a", "Personalization"), described("Needham, C.", "2011b", "Personalising")),
        (chapter("McGuire, M.", "Network management"), described((), 2011, HANDBOOK, publisher="Sage")),
        (chapter("McGuire, M.", HANDBOOK), described("McGuire, M.", 2011, HANDBOOK, publisher="Sage")),
        (chapter("McGuire, M.", "Network management"), chapter("Jessop, B.", "Metagovernance")),
        (
            described("HM Government", 2006, "Putting People First"),
            described("HM Government", 2008, "Putting People First"),
        ),
        (described("Flick, U.", 2009, "Research", edition="4"), described("Flick, U.", 2009, "Research", edition="3")),
        (bovaird(2007), bovaird(2007, f"Reply to: {BOVAIRD}")),
        (bovaird(2007), bovaird(2007, f"Erratum: {BOVAIRD}")),
        (described("Doe, A.", 2001, "Bins, volume 1"), described("Doe, A.", 2001, "Bins, volume 2")),
        (described("Doe, A.", 2001, "Bins", volume="1"), described("Doe, A.", 2001, "Bins", volume="2")),
        (described("Ostrom, E.", 1996, "Crossing"), described("Ostrom, V.", 1989, "Crossing")),
        (described("Doe, A.", 2001), described("Doe, A.", 2001, "Bins")),
    ],
)
def test_two_works(one: Reference, other: Reference) -> None:
    matching = match([one, other], ["a", "b"])
    assert len(matching.works) == 2
    assert matching.review == ()


def test_two_entries_of_one_list_that_are_alike_are_a_question() -> None:
    pair = [described("Doe, A.", 2001, BOVAIRD), described("Doe, Ann", 2001, BOVAIRD)]
    assert len(match(pair, ["a", "b"]).works) == 1
    assert len(match(pair).works) == 1
    together = match(pair, ["a", "a"])
    assert len(together.works) == 2
    assert [question.reasons[-1] for question in together.review] == ["two entries of one list"]


def test_exact_copies_in_one_list_are_one_work_unless_they_are_empty() -> None:
    copy = described("Doe, A.", 2001, "Bins", id="doe")
    matching = match([copy, copy, copy], ["a", "a", "b"])
    assert parts(matching) == [["doe", "doe#2", "doe#3"]]
    assert [evidence.reasons for evidence in only(matching).evidence] == [("identical in every value",)] * 2
    assert len(match([described(year=2001), described(year=2001)]).works) == 2
    assert len(match([described(), described()]).works) == 2


def test_imported_ids_are_kept_and_works_have_distinct_ones() -> None:
    bins, carts = described("Doe, A.", 2001, "Bins", id="x"), described("Roe, B.", 2002, "Carts", id="x")
    matching = match([bins, carts])
    assert matching.work_ids == ("x", "roe2002carts")
    assert matching.member_ids == ("x", "x#2")
    fuller = described("Doe, A.", 2001, "Bins", publisher="Town")
    assert match([bins, fuller]).work_ids == ("x", "x")
    assert match([bins.replace(id="y"), fuller.replace(id="x")]).work_ids == ("x", "x")
    assert match([bins.replace(id="doe2001bins#2")]).work_ids == ("doe2001bins",)
    assert match([bins.replace(id="doe2001bins-of-mine")]).work_ids == ("doe2001bins-of-mine",)


def test_works_that_share_a_key_get_distinct_ones() -> None:
    first, second = described("Doe, A.", 2001, "Bins of Bath: one"), described("Doe, B.", 2001, "Bins of Bath: one")
    ids = match([first, second]).work_ids
    assert len(set(ids)) == 2
    assert all(id.startswith("doe2001binsBathOne-") for id in ids)


def test_no_references() -> None:
    assert match([]) == Matching((), (), (), ())


def test_works_and_evidence_as_json() -> None:
    listed = [
        described("Doe, A.", 2001, "Bins of Bath", id="a", source="a.txt", line=4, raw="Doe"),
        described("Doe, Ann", 2001, "Bins of Bath", id="b", source="b.txt", line=5, raw="Doe, Ann", publisher="Town"),
    ]
    row = work_to_json(only(match(listed)))
    evidence = {
        "members": ["a", "b"],
        "score": 0.9961,
        "reasons": ["the same title", "the same author", "the same year"],
    }
    assert row == {
        "id": "b",
        "reference": {
            "id": "b",
            "type": "book",
            "author": [{"family": "Doe", "given": "Ann"}],
            "issued": {"date-parts": [[2001]]},
            "title": "Bins of Bath",
            "publisher": "Town",
        },
        "members": [
            {"id": "a", "source": "a.txt", "line": 4, "raw": "Doe"},
            {"id": "b", "source": "b.txt", "line": 5, "raw": "Doe, Ann"},
        ],
        "cited_by": [],
        "evidence": [evidence],
        "variants": {"author": [{"value": [{"family": "Doe", "given": "A."}], "member": "a"}]},
    }
    assert evidence_to_json(only(match(listed)).evidence[0]) == evidence


# --- what must not matter -------------------------------------------------------------------------------

WORDS = st.sampled_from("bins carts towns bath york refuse collecting paper one two".split())


@st.composite
def entries(draw: st.DrawFn) -> Reference:
    """A reference with so few values that many references are alike."""
    return described(
        draw(st.sampled_from(["Doe, A.", "Doe, Ann", "Roe, B.", "Cabinet Office", ""])),
        draw(st.sampled_from([2001, 2002, "forthcoming", "2001a", None])),
        " ".join(draw(st.lists(WORDS, min_size=0, max_size=5))),
        type=draw(st.sampled_from(["book", "article-journal", "chapter"])),
        id=draw(st.sampled_from(["", "", "x", "y"])),
        source=draw(st.sampled_from(["a", "b"])),
        line=draw(st.integers(1, 9)),
    )


def content(matching: Matching) -> list[object]:
    return [*(work_to_json(work) for work in matching.works), *matching.review]


@given(st.lists(entries(), max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_matter(listed: Sequence[Reference], chance: random.Random) -> None:
    order = list(range(len(listed)))
    chance.shuffle(order)
    lists = [reference.origin.source for reference in listed]
    straight = match(listed, lists)
    shuffled = match([listed[at] for at in order], [lists[at] for at in order])
    assert content(shuffled) == content(straight)
    assert sorted(shuffled.work_ids) == sorted(straight.work_ids)


@given(st.lists(entries(), max_size=12), st.randoms(use_true_random=False))
def test_the_places_of_references_do_not_matter(listed: Sequence[Reference], chance: random.Random) -> None:
    def works_of(lines: Sequence[int]) -> list[list[str]]:
        placed = [one.replace(id="", origin=Origin("a", line)) for one, line in zip(listed, lines, strict=True)]
        return sorted(sorted(repr(one.replace(id="")) for one in work.members) for work in match(placed).works)

    lines = list(range(len(listed)))
    straight = works_of(lines)
    chance.shuffle(lines)
    assert works_of(lines) == straight


@given(st.lists(entries(), min_size=1, max_size=10), st.data())
def test_an_exact_copy_changes_no_cluster(listed: Sequence[Reference], data: st.DataObject) -> None:
    copied = data.draw(st.integers(0, len(listed) - 1))
    before, after = match(listed), match([*listed, listed[copied]])

    def together(matching: Matching) -> set[tuple[int, int]]:
        ids = matching.work_ids[: len(listed)]
        return {(a, b) for a in range(len(ids)) for b in range(a) if ids[a] == ids[b]}

    assert together(after) == together(before)
    if listed[copied].variables.keys() - {"issued", "status"}:
        assert after.work_ids[-1] == after.work_ids[copied]


@settings(max_examples=25)  # each has many arbitrary values
@given(st.lists(references(), max_size=3))
def test_any_references_are_matched_and_none_is_lost(listed: Sequence[Reference]) -> None:
    matching = match(listed, [None] * len(listed))
    assert sum(len(work.members) for work in matching.works) == len(listed)
    assert len({work.id for work in matching.works}) == len(matching.works)
    assert [work.id for work in matching.works] == sorted(work.id for work in matching.works)
    members = {member.id: member for work in matching.works for member in work.members}
    assert [members[id].replace(id=one.id) for id, one in zip(matching.member_ids, listed, strict=True)] == list(listed)


def test_a_question_names_the_records_that_separate_a_likely_pair() -> None:
    title = "A short history of the cart and the bin"
    (question,) = match([described("Roe, R.", year, title, id=f"r{year}") for year in (1999, None, 2003)]).review
    assert question.members == ("r2003", "rNone")
    assert question.reasons[-1] == "not merged because of r1999 and r2003: years apart: 1999 and 2003"


def test_records_that_share_nothing_may_separate_a_pair() -> None:
    title = "A short history of the cart and the bin"
    people = ("Roe, R.", "Doe, A.")
    undated = described(people, None, title.replace("history", "hisstory"), id="b")
    cut = described((), 1999, container_title=f"{title}, Carts", id="c")
    (question,) = match([described(people, 1999, title, id="a"), undated, cut]).review
    assert question.reasons[-1] == "not merged because of b and c: they have nothing that could be compared"


def test_a_title_that_many_works_have_is_not_a_question_by_itself() -> None:
    noted = [described((), None, "On bins", note=f"Note {number}") for number in range(8)]
    assert match(noted[:3]).review
    assert not match(noted).review
    signed = [described(("Doe, A.", "Roe, B."), 2001, "On bins", note=f"Note {number}") for number in range(2)]
    assert match([*noted, *signed]).review == match(signed).review


def test_what_records_have_worked_out_may_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = [bovaird(2007, page=page, id=page) for page in ("846-860", "846", "e12", "1-15")]
    whole = match(listed)
    monkeypatch.setattr(works, "MOST_HELD", 1)
    assert content(match(listed)) == content(whole)


def test_many_records_of_one_title_take_no_quadratic_time() -> None:
    crowd = [described(f"Name{number}, A.", 1000 + number, "On the very same thing") for number in range(600)]
    assert len(match(crowd).works) == 600


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"authors": ("Doe, A.",)},
        {"year": 2001},
        {"container_title": "Bins"},
        {"authors": ("Doe, A.",), "year": 2001},
        {"title": "Editorial"},
        {"title": "Bins"},
        {"authors": ("Doe, A.",), "volume": "3"},
        {"container_title": "Bins", "year": 2001, "volume": "3"},
    ],
)
def test_records_with_too_few_values_are_not_merged(variables: dict[str, Any]) -> None:
    """The two differ only in values that do not identify a work, so they are not exact copies."""
    pair = [described(language=language, **variables) for language in ("en", "de")]
    assert len(match(pair).works) == 2


@pytest.mark.parametrize(
    "printed",
    [
        "Growth of <i>E. coli</i> &amp; H<sub>2</sub>O in <b>very</b> small towns",
        "Die Müllabfuhr in kleinen Städten: Über Straßen",
        "О сборе мусора в малых городах и посёлках",
        "小城镇垃圾收集研究与实践",
        "جمع القمامة في المدن الصغيرة والقرى",
        "धीरे शहरों में कचरा संग्रह का अध्ययन",
        "작은 도시의 쓰레기 수거에 관한 연구",
        "סיפורו של איסוף האשפה בעיירות קטנות",
        "🗑 🛒 🗑",
    ],
)
def test_titles_with_markup_and_in_every_script(printed: str) -> None:
    whole = described("Doe, A.", 2001, printed, type="article-journal", container_title="Bins", page="1-9")
    less = described("Doe, Ann", 2001, printed, type="article-journal", container_title="Bins", page="1-9")
    other = described("Roe, B.", 2001, printed[::-1], type="article-journal", container_title="Bins", page="11-19")
    matching = match([whole, less, other])
    assert len({*matching.work_ids[:2]}) == 1
    assert len(matching.works) == 2


def test_ids_that_are_used_twice_lose_nothing() -> None:
    listed = [described("Doe, A.", 2001 + number, f"Bins of the year {number}", id="x") for number in range(30)]
    matching = match(listed)
    assert len(matching.works) == 30
    assert sorted(matching.member_ids) == sorted(["x", *(f"x#{number}" for number in range(2, 31))])


@pytest.mark.parametrize(
    "variables",
    [
        {"author": (Name(literal="A. Doe, " * 100_000),)},
        {"author": (Name("Doe"), Name("A" + "." * 100_000))},
        {"title": Text(". in proc. " * 50_000)},
        {"container-title": Text("SIGBIN proc. " * 50_000)},
        {"page": "x, " * 50_000 + "1 p"},
        {"volume": "1 " * 100_000},
    ],
    ids=lambda variables: next(iter(variables)),
)
def test_values_of_any_length_are_compared_in_bounded_time(variables: dict[str, Any]) -> None:
    shared = {"title": Text("Bins of very small towns"), **variables}
    pair = [Reference(id, "article-journal", {**shared, "note": Text(id)}) for id in ("a", "b")]
    assert len(match(pair).works) <= 2


def test_a_reference_of_five_thousand_authors() -> None:
    authors = tuple(f"Name{number}, A." for number in range(5_000))
    pair = [described(authors, 2001, "The bins"), described(authors[:40], 2001, "The bins")]
    assert len(match(pair).works) == 1
