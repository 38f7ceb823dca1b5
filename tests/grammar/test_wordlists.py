"""The word lists are as a person would keep them."""

from importlib.resources import files

import pytest

from reflist.grammar.wordlists import folded, words

LISTS = sorted(path.name.removesuffix(".txt") for path in files("reflist.grammar").joinpath("words").iterdir())


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_entries_and_a_description(name: str) -> None:
    text = files("reflist.grammar").joinpath("words", f"{name}.txt").read_text("utf-8")
    assert text.startswith("# ")
    assert len(words(name)) > 5
    assert all(entry == " ".join(entry.split()) and entry for entry in words(name))


@pytest.mark.parametrize("name", LISTS)
def test_folded_lists_ignore_case(name: str) -> None:
    assert folded(name) == {entry.casefold() for entry in words(name)}


def test_entries_are_as_they_stand() -> None:
    assert "Peter" in words("given_names")
    assert "peter" in folded("given_names")
    assert not any(entry.startswith("#") for entry in words("given_names"))
