"""The modules around citeproc-py: marks, quotation marks, punctuation, letters, initials, order."""

import pytest

from reflist.engines.citeproc_py.initials import initials
from reflist.engines.citeproc_py.letters import letters, with_letter, with_place
from reflist.engines.citeproc_py.marks import (
    ISSUED_OFF,
    ISSUED_ON,
    LABEL_OFF,
    LABEL_ON,
    LETTER,
    LETTER_OFF,
    LETTER_ON,
    ON_OFF,
    QUOTE_OFF,
    QUOTE_ON,
    VALUE_END,
    to_text,
    without_marks,
)
from reflist.engines.citeproc_py.order import SortValues, ordered
from reflist.engines.citeproc_py.punctuation import with_settled_punctuation
from reflist.engines.citeproc_py.quotes import TOO_MANY, marked_quotes, printed
from reflist.text import Mark, Span, Text

BRITISH = (("‘", "’"), ("“", "”"))


def on(text: str, mark: Mark = Mark.ITALIC) -> str:
    return f"{ON_OFF[mark][0]}{text}{ON_OFF[mark][1]}"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("plain", Text("plain")),
        (on("all"), Text("all", [Span(0, 3, Mark.ITALIC)])),
        (on(f"a {on('b')} c"), Text("a b c", [Span(0, 1, Mark.ITALIC), Span(4, 5, Mark.ITALIC)])),
        (on(on("x", Mark.SUP), Mark.SUP), Text("x", [Span(0, 1, Mark.SUP)])),
        (on(""), Text("")),
        (on("  "), Text("  ")),
        (on("x", Mark.NO_CASE) + on("y", Mark.QUOTE) + VALUE_END, Text("xy")),
        (ON_OFF[Mark.BOLD][1] + "x", Text("x")),
    ],
)
def test_marks_become_spans(raw: str, text: Text) -> None:
    assert to_text(raw) == text


@pytest.mark.parametrize(
    ("value", "marked"),
    [
        ("no quotes", "no quotes"),
        ("‘partnership’ in England", "[partnership] in England"),
        ("‘partnership’ in England’s towns", "[partnership] in England’s towns"),
        ("local 'care' and Children's Centres", "local [care] and Children’s Centres"),
        ("“A” and “B”", "[A] and [B]"),
        ('the "third" way', "the [third] way"),
        ("“outer ‘inner’ outer”", "[outer [inner] outer]"),
        ("‘the workers’ rights’", "[the workers’ rights]"),
        ("workers’ rights", "workers’ rights"),
        ("the workers' rights", "the workers’ rights"),
        ("‘mixed' marks", "[mixed] marks"),
        ("„deutsch“ und „deutsch”", "[deutsch] und [deutsch]"),
        ("'90s and the ’60s", "’90s and the ’60s"),
        ("never closed “quote", "never closed “quote"),
        ("‘a’ (‘b’)—‘c’", "[a] ([b])—[c]"),
        ("‘Why?’ he asked", "[Why?] he asked"),
        ("‘unclosed ‘and’", "‘unclosed [and]"),
        ('5" by 6"', '5" by 6"'),
    ],
)
def test_pairs_of_quotation_marks_are_understood(value: str, marked: str) -> None:
    assert marked_quotes(value).replace(QUOTE_ON, "[").replace(QUOTE_OFF, "]") == marked


def test_more_quotation_marks_than_a_title_has_are_left_alone() -> None:
    many = '"a" ' * TOO_MANY
    assert marked_quotes(many) == many


def test_pairs_are_printed_by_their_depth() -> None:
    raw = f"{QUOTE_ON}a {QUOTE_ON}b {QUOTE_ON}c{QUOTE_OFF}{QUOTE_OFF}{QUOTE_OFF} {QUOTE_ON}d{QUOTE_OFF}"
    assert printed(raw, *BRITISH) == "‘a “b ‘c’”’ ‘d’"
    assert printed(QUOTE_OFF + raw, *BRITISH).endswith("‘d’")


@pytest.mark.parametrize(
    ("raw", "settled_in_britain", "settled_in_america"),
    [
        (f"Why?{VALUE_END}. P", "Why? P", "Why? P"),
        (f"Why?{VALUE_END}, P", "Why?, P", "Why?, P"),
        (f"Inc.{VALUE_END}. P", "Inc. P", "Inc. P"),
        (f"x, {VALUE_END} y", "x, y", "x, y"),
        (f"x,{VALUE_END}, y", "x, y", "x, y"),
        (f"x;{VALUE_END}.", "x.", "x."),
        ("wait... what", "wait... what", "wait... what"),
        (f"[Why?{VALUE_END}]. P", "[Why?] P", "[Why?] P"),
        (f"[So{VALUE_END}]. P", "[So]. P", "[So.] P"),
        (f"[So{VALUE_END}], P", "[So], P", "[So,] P"),
        (f"[a [b{VALUE_END}]], P", "[a [b]], P", "[a [b,]] P"),
        (" both ends ", "both ends", "both ends"),
    ],
)
def test_seams_are_settled(raw: str, settled_in_britain: str, settled_in_america: str) -> None:
    raw = raw.replace("[", QUOTE_ON).replace("]", QUOTE_OFF)
    for inside, expected in ((False, settled_in_britain), (True, settled_in_america)):
        shown = with_settled_punctuation(raw, inside).replace(QUOTE_ON, "[").replace(QUOTE_OFF, "]")
        assert without_marks(shown) == expected


def placed(author: str, year: str) -> str:
    return f"{author} ({year}{LETTER_ON}-{LETTER}{LETTER_OFF})"


def test_letters_in_the_order_of_the_list() -> None:
    ed = f"{LABEL_ON} (ed.){LABEL_OFF}"
    raws = [placed("A", "n.d."), placed("A", "n.d."), placed("B", "1999"), "no place", placed(f"B{ed}", "1999")]
    assert letters(raws, {}) == ["a", "b", "a", "", "b"]


def test_more_works_than_letters() -> None:
    found = letters([placed("A", "1999")] * 704, {})
    assert len(set(found)) == 704
    assert (found[25], found[26], found[27], found[702]) == ("z", "aa", "ab", "aaa")


def test_a_letter_is_inserted_or_removed_with_its_affixes() -> None:
    assert with_letter(placed("A", "n.d."), "b") == "A (n.d.-b)"
    assert with_letter(placed("A", "n.d."), "") == "A (n.d.)"


def test_a_place_is_found_after_the_first_year() -> None:
    raw = f"A, 2001: {ISSUED_ON}(1999{ISSUED_OFF}), {ISSUED_ON}1999{ISSUED_OFF}"
    assert without_marks(with_letter(with_place(raw), "b")) == "A, 2001: (1999b), 1999"
    assert with_place("A, 2001") == "A, 2001"


@pytest.mark.parametrize(
    ("given", "spaced", "close", "bare"),
    [
        ("Rosa M.", "R. M.", "R.M.", "RM"),
        ("P-O.", "P.-O.", "P.-O.", "P-O"),
        ("A.-M. B", "A.-M. B.", "A.-M.B.", "A-MB"),
        ("Jean-Paul Charles", "J.-P. C.", "J.-P.C.", "J-PC"),
        ("JK", "J. K.", "J.K.", "JK"),
        ("JCJH", "J. C. J. H.", "J.C.J.H.", "JCJH"),
        ("JOHN", "J.", "J.", "J"),
        ("Kwang-ho", "K.-h.", "K.-h.", "K-h"),
        ("danah", "danah", "danah", "danah"),
        ("Jean de la", "J. de la", "J. de la", "J de la"),
        ("明", "明", "明", "明"),
        ("-", "", "", ""),
    ],
)
def test_initials(given: str, spaced: str, close: str, bare: str) -> None:
    assert [initials(given, mark, keep_hyphen=True) for mark in (". ", ".", "")] == [spaced, close, bare]


def test_initials_may_lose_their_hyphen() -> None:
    assert initials("Jean-Paul", ".", keep_hyphen=False) == "J.P."


def test_order_by_keys_letters_and_ids() -> None:
    def entry(id: str, *keys: str | None, letter: str = "") -> tuple[SortValues, str]:
        return SortValues(keys, letter, id), id

    entries = [
        entry("z", "smith", "2001", "a"),
        entry("y", "smith", "2001", "b", letter="a"),
        entry("x", "smith", None, "a"),
        entry("w", "smith", "99", "a"),
        entry("v", "smith", "2001", "a"),
        entry("u", "adams", "2001", "a", letter="aa"),
        entry("t", "adams", "2001", "b", letter="b"),
    ]
    flags = [False, False, False]
    assert [id for _, id in ordered(entries, flags, 2, "en")] == ["t", "u", "w", "y", "v", "z", "x"]
    assert [id for _, id in ordered(entries, flags, 3, "en")] == ["u", "t", "w", "v", "z", "y", "x"]
    assert [id for _, id in ordered(entries, [False, True, False], 2, "en")] == ["t", "u", "y", "v", "z", "w", "x"]
    assert [id for _, id in ordered(entries, [], 0, "en")] == list("zyxwvut")
