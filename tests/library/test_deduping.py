"""`reflist dedupe`: members that come back, decisions, a library to compare with, the figures."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reflist
from described import article, described
from reflist.library.decisions import read_decisions
from reflist.library.deduping import Deduped, dedupe, merged, undone
from reflist.matching import Decisions
from reflist.model import Reference, from_csl, to_csl
from reflist.report import ReflistError, Report
from reflist.source import SourceError
from reflist.text import Text
from strategies import any_references

BINS = "Who carries the bins: on collecting refuse in small towns"


def bins(id: str = "", source: str = "one.ris", **more: Any) -> Reference:
    return article("Doe, Ann", 2001, BINS, "Bins", id=id, source=source, **more)


def cart(id: str = "", source: str = "one.ris", title: str = "A short history of the cart") -> Reference:
    return described("Roe, R.", 1999, title, id=id, source=source)


def test_the_members_of_a_merged_item_come_back_unchanged() -> None:
    given = [bins("doe", volume="3", line=4), cart("roe"), bins("d2", "two.bib", note="mine", page="4-9")]
    report = Report()
    written = list(merged(dedupe(given), "csljson", report))
    assert [one.id for one in written] == ["d2", "roe"]
    items = [to_csl(one) for one in written]
    assert [member["id"] for member in items[0]["custom"]["reflist"]["members"]] == ["doe", "d2"]
    assert items[0]["custom"]["reflist"]["members"][0]["custom"] == {"reflist": {"source": "one.ris", "line": 4}}
    assert "custom" not in items[1]
    again = list(undone([from_csl(json.loads(json.dumps(item))) for item in items], report))
    assert again == [given[0], given[2], given[1]]
    assert [(one.origin.source, one.origin.line) for one in again[:2]] == [("one.ris", 4), ("two.bib", None)]
    assert [one.code for one in report] == ["not-merged"]


@settings(max_examples=25)  # of arbitrary values there are many in each
@given(st.lists(any_references(), max_size=2))
def test_whatever_is_merged_comes_back(given: list[Reference]) -> None:
    copies = [one.replace(id=f"r{number}") for number, one in enumerate([*given, *given])]
    items = [json.loads(json.dumps(to_csl(one))) for one in merged(dedupe(copies), "csljson", Report())]
    again = sorted(undone(map(from_csl, items), Report()), key=lambda one: one.id)
    assert again == [from_csl(to_csl(one)) for one in copies]


def parts(found: Deduped) -> list[list[str]]:
    return sorted(sorted(member.id for member in work.members) for work in found.new)


def sparse() -> st.SearchStrategy[Reference]:
    """Records that are often alike: few titles, names, years and pages, each of which may be missing."""
    return st.builds(
        lambda title, name, year, page: described(name or (), year, title, **({"page": page} if page else {})),
        st.sampled_from([BINS, BINS.replace("refuse", "rubbish"), "Editorial", ""]),
        st.sampled_from(["Doe, Ann", "Doe, A.", "Roe, R.", ""]),
        st.sampled_from([2001, 2002, None]),
        st.sampled_from(["4-9", "12-19", ""]),
    )


@given(st.lists(sparse(), max_size=8), st.integers(0, 8))
def test_files_added_one_at_a_time_give_what_one_run_gives(given: list[Reference], first: int) -> None:
    given = [one.replace(id=f"r{number}") for number, one in enumerate(given)]
    written = [json.dumps(to_csl(one)) for one in merged(dedupe(given[:first]), "csljson", Report())]
    again = [from_csl(json.loads(item)) for item in written]
    assert parts(dedupe([*again, *given[first:]])) == parts(dedupe(given))


@given(st.lists(sparse(), min_size=1, max_size=5))
def test_the_same_bytes_on_every_run_and_identical_records_merge(given: list[Reference]) -> None:
    given = [one.replace(id=f"r{number}") for number, one in enumerate(given)]
    copies = [one.replace(id=f"{one.id}x") for one in given]
    once, again = dedupe([*given, *copies]), dedupe([*copies[::-1], *given])
    assert [to_csl(one) for one in merged(once, "csljson", Report())] == [
        to_csl(one) for one in merged(again, "csljson", Report())
    ]
    for one, copy in zip(given, copies, strict=True):
        if one.variables.keys() - {"issued"}:
            assert [one.id in own for own in parts(once)] == [copy.id in own for own in parts(once)]


def test_records_changed_since_the_merge_are_not_undone() -> None:
    (one,) = merged(dedupe([bins("doe"), bins("d2", note="mine")]), "csljson", Report())
    assert parts(dedupe([one])) == [["d2", "doe"]]
    assert parts(dedupe([one | {"note": Text("yours")}])) == [[one.id]]


def test_a_printed_letter_and_a_clashing_key_are_kept() -> None:
    lettered = described("Roe, R.", "1999a", "A short history of the cart", id="roe")
    other = described("Low, L.", 2005, "On bins", id="roe")
    written = list(merged(dedupe([lettered, other]), "csljson", Report()))
    assert sorted(one.id for one in written) == ["roe", "roe1999shortHistoryCart"]
    again = sorted(undone(written, Report()), key=lambda one: one.plain("title"))
    assert again == [lettered, other]


def test_members_that_somebody_has_broken_give_the_item_as_it_is() -> None:
    broken = bins("doe").replace(extras={("reflist", "members"): ("no JSON",)})
    report = Report()
    assert list(undone([broken], report)) == [broken]
    assert [one.code for one in report] == ["not-merged"]
    odd = {"id": "a", "type": "book", "custom": {"reflist": {"members": "none"}}}
    assert list(undone([from_csl(odd)], Report())) == [Reference("a", "book")]
    for custom in ("foreign", {"reflist": 3}, {"reflist": {"source": 3, "line": "x"}}):
        member = {"id": "m", "type": "book", "custom": custom}
        merged_item = {"id": "a", "type": "book", "custom": {"reflist": {"members": [member]}}}
        assert [one.id for one in undone([from_csl(merged_item)], Report())] == ["m"]


def test_biblatex_holds_the_keys_and_other_formats_report_their_loss() -> None:
    found = dedupe([bins("doe"), bins("d2", note="mine"), bins("d3", volume="3")])
    report = Report()
    (reference,) = merged(found, "biblatex", report)
    assert reference.extras["biblatex", "ids"] == ("d3,doe",)
    assert [one.code for one in report] == ["members-left-out"]
    (plain,) = merged(found, "ris", Report())
    assert plain == found.new[0].reference


def test_new_works_are_reported_against_a_library() -> None:
    library = [bins("lib1", "library.bib"), cart("lib2", "library.bib")]
    given = [bins("n1", volume="3"), bins("n2", page="4-9"), cart("n3", title="A long history of the barrow")]
    found = dedupe(given, library)
    assert [work.id for work in found.new] == ["n3"]
    assert found.known == {"n1": "lib1", "n2": "lib1"}
    printed = found.to_json(Report())
    assert printed["known"] == [{"member": "n1", "library": "lib1"}, {"member": "n2", "library": "lib1"}]
    assert printed["counts"] == {
        "sources": {"one.ris": 3},
        "records": 3,
        "duplicates": 0,
        "known": 2,
        "works": 1,
        "questions": 0,
    }
    assert [one.id for one in merged(found, "csljson", Report())] == ["n3"]


def test_questions_within_the_library_are_not_asked_again() -> None:
    doubtful = [cart("a", "library.bib"), described("Roe, S.", 1999, "A short history of the cart", id="b")]
    assert len(dedupe(doubtful).review) == 1
    assert dedupe([bins()], doubtful).review == []
    assert len(dedupe(doubtful[:1], doubtful[1:]).review) == 1


def test_the_figures_add_up() -> None:
    found = dedupe([bins("a"), bins("b", "two.bib"), bins("c", "two.bib", note="x"), cart("d")])
    assert found.counts() == {
        "sources": {"one.ris": 2, "two.bib": 2},
        "records": 4,
        "duplicates": 2,
        "known": 0,
        "works": 2,
        "questions": 0,
    }
    assert "known" not in found.to_json(Report())


def test_decisions_count_more_than_scores(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text("same:\n- [doe, roe]\nnot the same:\n- [doe, doe#2]\n- [doe, gone]\n", encoding="utf-8")
    report = Report()
    found = dedupe([bins("doe"), bins("doe"), cart("roe")], decisions=read_decisions(path), report=report)
    assert [[one.id for one in work.members] for work in found.new] == [["doe", "roe"], ["doe#2"]]
    assert found.new[0].evidence[0].reasons == ("decided by a person",)
    assert [(one.code, one.key) for one in report] == [("decision-unused", "gone")]
    assert len(reflist.match([bins("doe"), bins("doe"), cart("roe")], path).works) == 2
    assert len(reflist.match([bins("doe"), cart("roe")], Decisions(same=(("doe", "roe"),))).works) == 1


def test_contradictory_decisions_keep_members_apart() -> None:
    report = Report()
    decisions = Decisions(same=(("doe", "d2", "roe"),), apart=(("doe", "d2"),))
    found = dedupe([bins("doe"), bins("d2"), cart("roe")], decisions=decisions, report=report)
    assert len(found.new) == 2
    assert [one.code for one in report] == ["decisions-contradict"]


def preprint(id: str = "p", **more: Any) -> Reference:
    return described("Doe, Ann", 2000, BINS, id=id, type="article", publisher="arXiv", DOI="10.48550/arXiv.1", **more)


def test_a_preprint_is_the_published_work_or_another_one_as_a_person_wishes(tmp_path: Path) -> None:
    pair = [preprint(), bins("doe", DOI="10.1000/bins")]
    assert len(reflist.match(pair).works) == 2
    merged = reflist.match(pair, preprints="same")
    assert merged.works[0].evidence[0].reasons[-1] == "a preprint and a publication, treated as one work"
    assert len(merged.works) == 1
    alike = [preprint(), bins("doe").replace(variables={**bins().variables, "issued": preprint().date("issued")})]
    assert len(reflist.match(alike).works) == 1
    assert len(reflist.match(alike, preprints="apart").works) == 2
    assert len(reflist.match([preprint("a"), preprint("b", note="x")], preprints="apart").works) == 1
    path = tmp_path / "decisions.yaml"
    path.write_text("preprints: same\n", encoding="utf-8")
    assert len(reflist.match(pair, path).works) == 1
    assert len(reflist.match(pair, path, preprints="apart").works) == 2


def test_there_are_three_words_about_preprints(tmp_path: Path) -> None:
    with pytest.raises(ReflistError, match="preprints must be one of weighed, same, apart, not 'perhaps'"):
        reflist.match([], preprints="perhaps")
    path = tmp_path / "decisions.yaml"
    path.write_text("preprints: perhaps\n", encoding="utf-8")
    with pytest.raises(SourceError, match="preprints must be one of"):
        read_decisions(path)


@pytest.mark.parametrize("content", ["", "same:\n", "same:\n- [alone]\nnot the same: []\n"])
def test_a_file_may_be_empty(tmp_path: Path, content: str) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(content, encoding="utf-8")
    assert read_decisions(path) == Decisions()


def test_ids_are_words_whatever_they_look_like(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text("same:\n- [1, 2001-01-01, null, 'a b']\n", encoding="utf-8")
    assert read_decisions(path).same == (("1", "2001-01-01", "null", "a b"),)


@pytest.mark.parametrize(
    "content",
    [
        b"same: [",
        b"[a, b]",
        b"same:\n- a\n",
        b"same: {a: b}",
        b"same:\n- [[a], b]\n",
        b"other:\n- [a, b]\n",
        b"\xff\xfe\x00",
        b"same: &a\n- *a\n",
    ],
)
def test_what_is_not_a_file_of_decisions_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"decisions\.yaml"):
        read_decisions(path)


def test_a_file_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text("same:\n- [a, b]\n", encoding="utf-8")
    monkeypatch.setattr("reflist.library.decisions.LONGEST_FILE", 3)
    with pytest.raises(SourceError, match="too long"):
        read_decisions(path)
