"""Crossref's own records in CSL-JSON are read, whatever they contain."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflist.formats.csljson_crossref import NARROWER_TYPES, TYPES, as_csl
from reflist.model import TYPES as ITEM_TYPES
from reflist.model import from_csl, to_csl

FIELDS = "type title subtitle event license abstract custom author short-container-title publisher-location".split()
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                "name location start end date-parts URL content-version reflist extras affiliation".split()
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(FIELDS), VALUES), st.sampled_from([*TYPES, *NARROWER_TYPES, "book"]))
def test_anything_is_read(fields: dict[str, Any], type_: str) -> None:
    item = {"type": type_, "is-referenced-by-count": 1, **fields}
    reference = from_csl(as_csl(item))
    assert from_csl(to_csl(reference)) == reference


def test_types_are_those_of_csl() -> None:
    assert {*TYPES.values(), *NARROWER_TYPES.values()} <= ITEM_TYPES


@pytest.mark.parametrize("item", [{"type": "article-journal", "title": "A", "subtitle": ["B"]}, {"type": 5}, {}])
def test_others_stay_as_they_are(item: dict[str, Any]) -> None:
    assert as_csl(item) is item


@pytest.mark.parametrize(
    ("title", "whole"), [("A", "A: B"), ("A:", "A: B"), ("A: b", "A: b"), (["A"], "A: B"), (["A", "C"], "A, C")]
)
def test_subtitles(title: object, whole: str) -> None:
    item = {"type": "journal-article", "title": title, "subtitle": ["B"]}
    assert from_csl(as_csl(item)).plain("title") == whole
