"""Merging references: no chimeras, gaps filled, differences kept."""

from described import article, described, names
from reflist.matching.merging import chosen, merge, printed_suffix, variants
from reflist.model import Date, Reference, Variant, Work
from reflist.text import Text


def test_the_published_one_is_chosen_then_the_fuller_then_the_first() -> None:
    bare = described("Doe, A.", 2001, "Bins", id="bare")
    full = article("Doe, A.", 2001, "Bins", "Refuse", volume="3", id="full")
    announced = article("Doe, A.", "forthcoming", "Bins", "Refuse", page="1-9", volume="3", issue="2", id="announced")
    assert chosen([bare, announced, full]).id == "full"
    assert chosen([bare, announced]).id == "bare"
    assert chosen([bare, bare.replace(id="other")]).id == "bare"


def test_gaps_are_filled() -> None:
    full = article("Doe, A.", 2001, "Bins", "Refuse", volume="3", issue="2", id="full")
    other = article("Doe, Ann", 2001, "Bins!", "Refuse", volume="3", page="1-9", DOI="10.1000/1", id="other")
    merged = merge([other, full])
    assert merged == other | {"issue": "2"}


def test_what_belongs_together_comes_from_members_that_do_not_contradict() -> None:
    full = article(
        "Doe, A.", 2001, "Bins", "Refuse", volume="3", issue="2", publisher="Bin Press", number="12", id="full"
    )
    reprint = article(
        "Doe, A.", 2001, "Bins", "Refuse", volume="4", page="1-9", publisher="Town", publisher_place="Bath"
    )
    third = described("Doe, A.", 2001, "Bins", type="article-journal", genre="Paper", publisher_place="York")
    merged = merge([full, reprint, third])
    assert "page" not in merged
    assert (merged.plain("publisher-place"), merged.plain("genre")) == ("York", "Paper")


def test_the_core_is_filled_only_from_a_member_of_the_same_kind_that_agrees() -> None:
    bare = Reference(
        "bare", "article-journal", {"title": Text("Bins"), "issued": Date.of(2001), "volume": "1", "page": "2"}
    )
    agreeing = described("Doe, A.", None, "Bins", type="article-journal")
    assert merge([bare, agreeing]).names("author") == names("Doe, A.")
    assert not merge([bare, agreeing.replace(type="book")]).names("author")
    assert not merge([bare, agreeing | {"title": Text("Carts")}]).names("author")


def test_a_status_does_not_come_back_and_a_date_of_access_comes_with_its_url() -> None:
    dated = described("Doe, A.", 2001, "Bins", URL="http://a.example/", id="dated")
    announced = described("Doe, A.", "forthcoming", "Bins", id="announced") | {"accessed": Date.of(2001, 5)}
    elsewhere = described("Doe, A.", 2001, "Bins", URL="http://b.example/") | {"accessed": Date.of(2002, 5)}
    assert merge([dated, announced, elsewhere]) == elsewhere
    assert merge([announced, dated]) == dated


def test_a_place_in_one_archive_is_none_in_another() -> None:
    scopus = described("Doe, A.", 2001, "Bins", archive="Scopus", DOI="10.1000/1", id="scopus")
    number = described("Doe, A.", 2001, "Bins", id="number") | {"archive_location": Text("WOS:1")}
    assert merge([scopus, number]) == scopus
    assert merge([scopus | {"archive": None}, number]) == scopus | {"archive": None, "archive_location": Text("WOS:1")}
    assert merge([scopus, number | {"archive": Text("Scopus")}]) == scopus | {"archive_location": Text("WOS:1")}


def test_extras_are_kept() -> None:
    one = described("Doe, A.", 2001, "Bins", DOI="10.1000/1").replace(extras={("bibtex", "keywords"): ("a",)})
    other = described("Doe, A.", 2001, "Bins").replace(extras={("bibtex", "keywords"): ("b",), ("ris", "C1"): ("c",)})
    assert merge([one, other]).extras == {("bibtex", "keywords"): ("a",), ("ris", "C1"): ("c",)}


def test_a_printed_letter_stays_in_its_list() -> None:
    member = described("Needham, C.", "2011b", "Two", id="m")
    merged = merge([member])
    assert "year-suffix" not in merged
    assert variants(merged, [member]) == {}
    work = Work(merged, (member, member | {"year-suffix": "a"}, member | {"year-suffix": None}))
    assert printed_suffix(work) == "a"
    assert printed_suffix(Work(merged, (merged,))) == ""


def test_differences_are_variants() -> None:
    dated = described("Doe, A.", 2001, "Bins", id="dated")
    announced = described("Doe, Ann", "forthcoming", "Bins", id="announced", publisher="Town")
    merged = merge([dated, announced])
    assert merged.plain("publisher") == "Town"
    assert variants(merged, [dated, announced]) == {
        "author": (Variant(names("Doe, Ann"), "announced"),),
        "status": (Variant(Text("forthcoming"), "announced"),),
    }
    assert list(variants(merged, [announced, dated])) == ["author", "status"]
