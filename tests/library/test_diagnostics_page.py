"""What reflist can say is documented, and each code means one thing."""

from collections import defaultdict

from diagnostics_page import PAGE, page, rules


def test_the_page_is_what_the_code_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python tests/diagnostics_page.py writes it anew"


def test_a_code_means_one_thing() -> None:
    meanings = defaultdict(set)
    for _, rule in rules():
        meanings[rule.code].add(rule)
    assert {code: found for code, found in meanings.items() if len(found) > 1} == {}
