"""Fixtures for the tests of the pages."""

import pytest

from pages.sample import make_overview
from pages.tree import Page
from reflist.pages import Overview, index_page


@pytest.fixture
def overview() -> Overview:
    return make_overview()


@pytest.fixture
def page(overview: Overview) -> Page:
    """The overview page of the sample."""
    return Page(index_page(overview))
