"""Links over what a style prints of identifiers and addresses."""

import pytest

from csl.tiny import program, work
from reflist.csl.links import links
from reflist.csl.processor.document import Document
from reflist.csl.processor.state import Work
from reflist.model import Reference

VARIABLES = "".join(
    f'<text variable="{name}" prefix="{prefix}"/>'
    for name, prefix in (("DOI", "https://doi.org/"), ("PMID", "; PMID "), ("PMCID", "; "), ("URL", "; at "))
)


def linked(item: Reference, layout: str = VARIABLES, *, values: bool = True) -> list[tuple[str, str]]:
    """What is linked, and where to."""
    bibliography = f"<bibliography><layout>{layout}</layout></bibliography>"
    document = Document(program("<text value='x'/>", bibliography=bibliography), [item])
    entry = document.bibliography()[0].finished
    found = links(entry, Work(item).values if values else None)
    return [(entry.text.plain[start:end], target) for start, end, target in found]


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"DOI": "10.1/x"}, [("https://doi.org/10.1/x", "https://doi.org/10.1/x")]),
        ({"PMID": "123"}, [("123", "https://www.ncbi.nlm.nih.gov/pubmed/123")]),
        ({"PMCID": "PMC5"}, [("PMC5", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5")]),
        ({"PMCID": "5"}, [("5", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5")]),
        ({"URL": "https://x.org/a"}, [("https://x.org/a", "https://x.org/a")]),
        ({"URL": "FTP://x.org/a"}, [("FTP://x.org/a", "FTP://x.org/a")]),
        ({"URL": "www.x.org/a"}, [("www.x.org/a", "http://www.x.org/a")]),
        ({"URL": "javascript:alert(1)//https://x.org"}, []),
        ({"URL": "data:text/html,x"}, []),
        ({"URL": "x.org"}, []),
        ({"PMID": "none at all"}, []),
    ],
)
def test_what_links_where(variables: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert linked(work(**variables)) == expected


def test_several_links_in_order() -> None:
    item = work(DOI="10.1/x", PMID="1", URL="https://y.org")
    assert [text for text, _ in linked(item)] == ["https://doi.org/10.1/x", "1", "https://y.org"]


def test_an_identifier_without_an_address_before_it() -> None:
    assert linked(work(DOI="10.1/x"), '<text variable="DOI" prefix="doi:"/>') == [("10.1/x", "https://doi.org/10.1/x")]


def test_the_value_is_linked_whatever_the_style_makes_of_it() -> None:
    layout = '<text variable="URL" text-case="uppercase"/>'
    item = work(URL="https://x.org/a")
    assert linked(item, layout) == [("HTTPS://X.ORG/A", "https://x.org/a")]
    assert linked(item, layout, values=False) == [("HTTPS://X.ORG/A", "HTTPS://X.ORG/A")]
