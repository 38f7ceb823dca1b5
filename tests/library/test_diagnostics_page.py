"""Every diagnostic is documented, and each code means one thing."""

from collections import defaultdict

from diagnostics_page import PAGE, page, rules


def test_the_page_agrees_with_the_code() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python tests/diagnostics_page.py writes it again"


def test_a_code_means_one_thing() -> None:
    meanings = defaultdict(set)
    for _, rule in rules():
        meanings[rule.code].add(rule)
    assert {code: found for code, found in meanings.items() if len(found) > 1} == {}
