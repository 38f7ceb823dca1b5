"""The ends of quotations: mixed marks, nested ones, apostrophes, commas inside."""

import pytest

from reflist.prose.quotes import closing_quote


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("‘A title’, Journal", "A title"),
        ("‘A title', Journal", "A title"),
        ("“A title”. Journal", "A title"),
        ('"A title". Journal', "A title"),
        ("«A title» Journal", "A title"),
        ("»A title« Journal", "A title"),
        ("„A title“ Journal", "A title"),
        ("‚A title‘, Journal", "A title"),
        ("`A title', Journal", "A title"),
        ("‹A title› Journal", "A title"),
        ("‘A title,’ Journal", "A title,"),
        ("‘A title’ Journal", "A title"),
        ("‘A title’ *Journal*", "A title"),
        ("‘A title’ in Baker", "A title"),
        ("‘A title’ 12, 3", "A title"),
        ("‘A title’", "A title"),
        ("‘A ‘nested’ title’, Journal", "A ‘nested’ title"),
        ("‘A “nested” title’, Journal", "A “nested” title"),
        ("‘The ‘partner’ in the town,’ Journal", "The ‘partner’ in the town,"),
        ("‘Nested ‘at the end’’, Journal", "Nested ‘at the end’"),
        ("‘Answering citizens' needs from users' views’, Journal", "Answering citizens' needs from users' views"),
        ("‘A “users' view” of it’, Journal", "A “users' view” of it"),
        ("‘What don't we know’, Journal", "What don't we know"),
        ("‘One’, ‘two’, three", "One"),
        ("“One” [two], three", "One"),
    ],
)
def test_where_a_quotation_ends(text: str, quoted: str) -> None:
    end = closing_quote(text, 0)
    assert end is not None
    assert text[1:end] == quoted


@pytest.mark.parametrize("text", ["‘A title, Journal", "‘", "‘A title\0’, Journal", "‘a’b"])
def test_what_never_ends(text: str) -> None:
    assert closing_quote(text, 0) is None


def test_a_far_mark_does_not_make_a_near_one_an_apostrophe() -> None:
    text = "‘A title’, " + "words and more words " * 6 + "’, end"
    assert closing_quote(text, 0) == text.index("’")
