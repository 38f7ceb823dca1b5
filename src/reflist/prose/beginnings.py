"""How references begin: with a number or bullet, a name, or a dash for the same name; and lines of identifiers."""

import re
import string
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from reflist.grammar.keys import INSIGNIFICANT
from reflist.grammar.names import FAMILY, INITIALS, UPPER
from reflist.grammar.places import is_place
from reflist.grammar.wordlists import words
from reflist.prose.text_lines import Line

YEAR = r"(?:1[4-9]|20)\d\d[a-z]?"
YEAR_WORDS = (
    r"forthcoming|in press|in preparation|n\.\s?d\.|no date|undated|im Druck|im Erscheinen|i\.\s?E\.|o\.\s?J\."
    r"|à paraître|sous presse|s\.\s?d\.|en prensa"
)
"""Words in place of a year: for works not yet printed, or without a date."""

MOST_SMALL_WORDS = 2
"""The most words in lower case, apart from articles and the like, in an institution's name."""

FEWEST_MARKED = 1 / 8
"""A list is not numbered or bulleted (also by dashes or stars) if a smaller share of its lines is so marked."""

ENOUGH_NUMBERS = 5
"""Fewer numbers, below other lines, must be a good share of all lines, since volumes and pages begin lines too."""

MOST_LOST = 2
"""The most numbers in a row that may be missing from a list."""

LARGEST_NUMBER = 3000
"""The most references in a list."""

FEWEST_SENTENCES, SMALL_SHARE = 2, 0.6
"""Text is sentences if it has this many with a verb each, and more than this share of its words is in lower case."""

IDENTIFIER_LABELS = r"doi|url|isbn|pmid|pmcid|available\s(?:online\s)?(?:at|from|via)|retrieved\sfrom"
"""Labels of an identifier that is on a line of its own."""

_DATED = re.compile(rf"\b(?:{YEAR}\b|{YEAR_WORDS})", re.IGNORECASE)
_PERSON = re.compile(
    rf"(?:{FAMILY})(?<!\.),?\s+(?:{INITIALS}|[^\W\d_a-z]{{1,3}}\b)(?=[\s,.;:&(]|$)"
    rf"|(?:{FAMILY}), (?P<given>[^\W\d_a-z]\w+(?=[\s,.]|$)[^,.;:()\[\]\d]{{0,30}})"
    rf"|{INITIALS}\s?(?:{FAMILY})(?=[,:;]?\s(?:and|und|et|y|e|&)\s|,\s|:\s|\s[(\[])"
)
_VOLUME = re.compile(r",?\s\d{1,4}\s?[(,:]")
_IMPRINT = re.compile(r"\.?:\s")
_NAMED_AND_DATED = re.compile(
    r"(?P<name>[^\W\d_a-z][^()\[\]=]{1,160})(?:\([A-Z]\w{1,12}\)[^()\[\]=]{0,80})?"
    rf"[(\[](?:c\.\s?)?(?:{YEAR}|(?i:{YEAR_WORDS}))"
)
_DIRECT = rf"[{UPPER}][\w’'‐-]*\.?(?:\s(?:(?:v[ao]n|d[eu]r?|di|da|ter)\s){{0,2}}[{UPPER}][\w’'‐-]*\.?){{1,3}}"
"""A person's name with the given names first and in full."""

_DIRECT_NAMES = re.compile(
    rf"{_DIRECT}(?:, {_DIRECT}){{0,20}}"
    rf"(?:,?\s(?:and|und|et|y|e|&)\s{_DIRECT}(?:(?<=\.)\s|[.:]\s|,\s[“\"‘«„]|\s[(\[]{YEAR})|(?:(?<=\.)|\.)\s{YEAR}\.\s)"
)
_IN_FULL = re.compile(
    rf"(?P<given>[{UPPER}][\w’'‐-]*)(?:\s[{UPPER}]\.)*(?:\s(?:v[ao]n|d[eu]r?|di|da|ter))*(?:\s[{UPPER}][\w’'‐-]+){{1,2}}"
    rf"(?:,\s|,?\s(?:and|und|et|y|&)\s)"
)
SIGNALS = "see cf compare vgl siehe voir véase and but und"
SIGNAL = (
    r"(?:(?:(?:[Aa]nd|[Bb]ut|[Uu]nd),?\s)?(?:(?:[Ff]or|[Oo]n|[Zz]u[rm]?)\s[^.,;:()]{3,80},?\s)?"
    r"(?:[Ss]ee|[Cc]f\.|[Cc]ompare|[Vv]gl\.|[Ss]iehe|[Vv]oir|[Vv]éase)"
    r"(?:,?\s(?:also|further|generally|especially|e\.g\.|for\s(?:example|instance)|auch|dazu|hierzu|aber|aussi|también))*,?"
    r"|(?:[Aa]nd|[Bb]ut|[Uu]nd),?\s(?:for|on|zu[rm]?)\s[^.,;:()]{3,80},)"
    rf"\s+(?=[“‘„]?[{UPPER}][a-zà-ÿ]|[{UPPER}]\.\s?[{UPPER}])"
)
"""The words with which a note introduces a citation (Chicago Manual of Style, 17th edition, 14.37).

Every such introduction contains one of `SIGNALS`.
"""

_SIGNAL = re.compile(SIGNAL)
_DITTO = re.compile(r"(?:[—–―_]{1,20}|-{2,20}|\*{3})[.,]?\s")
_BACK = r"[\^↑↵]\s*(?:Jump up to:?\s*)?(?:(?:[a-z]\s)+(?=[\"“«A-Z]))?"
"""Links back to the text: a sign and, in Wikipedia, a letter for each place of citation."""

_PARTICLES = r"(?:(?:v[ao]n|d[eiu]|d[ae][rs]?|te[rn]?|la|le|el)\s)*"
_NUMBER = (
    r"\[(?P<bracketed>\d{1,4})\]|\((?P<round>\d{1,3})\)[.:]?|#?(?P<plain>\d{1,4})(?:[.)]|:(?=\s)|\s[-–—](?=\s))"
    r"|#(?P<signed>\d{1,4})(?=\s)"
    rf"|(?P<bare>\d{{1,3}})(?=\s+(?:{_PARTICLES}[^\W\d_a-z]|\([a-z]\)\s|(?:ibid|ebd)\b)|$)"
)
_LABEL = re.compile(rf"(?:{_NUMBER})\s*(?:{_BACK})?")
_COUNTED = re.compile(rf"(?:{_NUMBER}|(?P<glued>\d{{1,3}})(?={_PARTICLES}[^\W\d_a-z][^\W\d_]))\s*(?:{_BACK})?")
"""A number that may be glued to the name after it, ``1Weir A.``, if other numbers continue the count."""

_KEYED = re.compile(r"\[[^\W\d_][^\[\]]{0,45}?\d{1,5}[a-z]?\]\s+(?=[^\W_])")
"""A label of names and a year, as BibTeX's ``alpha`` and natbib make them: ``[BKW03]``, ``[Blum, 2003]``, ``[R1]``."""

_LETTERED = re.compile(r"\(?(?P<mark>[a-z]|[ivxl]{1,7})[.)]\s+(?=\S)")
_ROMAN = tuple(
    ten + one
    for ten in ("", "x", "xx", "xxx", "xl")
    for one in ["", *"i ii iii iv v vi vii viii ix".split()]
    if ten + one
)
_COUNTS = tuple((count, frozenset(pairwise(count))) for count in (_ROMAN, tuple(string.ascii_lowercase)))
"""Other counters of references than numbers: the sequence, and its pairs of neighbours; each may start again."""

FEWEST_LETTERED = 3
"""Fewer letters may be the parts of a note."""

_SURELY_NUMBERED = re.compile(r"\[\d{1,4}\]\s*[“\"‘«]?\d*[^\W\d_]")
_WHERE = re.compile(
    r"\b(?:pp?|SS?|vol|Vol|Jg|Bd|[Nn][or]|t)\.\s?\d|\b\d{1,4}\s?\(\d{1,3}\)[,:]|\d[,:]\s?\d+[-‐-―]\d"
    rf"|\d, \d{{1,5}} \({YEAR}\)"
)
_BULLET = re.compile(
    rf"(?P<sure>[•·▪◦‣○●■□\uf0b7\uf0a7\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s*|\\item\s+|{_BACK}"
    r"|\[\^[\w-]{1,40}\]:\s+)|[*+–-]\s+"
)
"""A bullet before each reference, a link back to the text, or the label of a note in Markdown: ``[^1]: Weir, A.``."""

_SENTENCE_END = re.compile(r"(?<=[^\W\d_A-Z][.?!])\s+(?=[^\W\d_a-z])")
_VERBS = frozenset(
    """is are was were has have had can will would may must does argue argues show shows present presents examine
    examines explore explores provide provides offer offers describe describes discusses use uses find finds suggest
    suggests draws compare compares conclude concludes makes gives focuses consider considers""".split()
)
"""Verbs in sentences about a work that are rare in names and titles."""

_IDENTIFIER = re.compile(
    rf"""(?:(?:{IDENTIFIER_LABELS})\b[\s:]*)?
    <?(?:(?:https?://|www\.)\S+|(?:doi:\s?)?10\.\d{{4,9}}/\S+)>?
    (?:\s[(\[]?(?:last\s)?(?:accessed|retrieved|viewed)\b[^()\[\]]{{1,40}}[)\]]?)?[.,;]?
    |(?:ISBN|PMID|PMCID)\b[\s:]*[\w-]{{6,20}}[.,;]?|97[89](?:[- ]?\d){{10}}
    |arXiv:\s?[\w./-]{{6,20}}""",
    re.IGNORECASE | re.VERBOSE,
)
_LOOKED_AT = 400


def looks_like_reference(text: str) -> bool:
    """Whether a line by itself reads as a reference: it begins like one and is dated."""
    return begins_like_reference(text) and is_dated(text)


def is_dated(text: str) -> bool:
    """Whether a year, or words in its place, are anywhere in a line."""
    return bool(_DATED.search(text))


def says_where(text: str) -> bool:
    """Whether a line is dated, and has pages, a volume or the like as references print them.

    >>> [says_where(text) for text in ("王进玉, 2002, 敦煌研究, 74(4), pp.23-28.", "It rained in May 2004.")]
    [True, False]
    """
    return is_dated(text) and bool(_WHERE.search(text))


def reads_as_sentences(text: str) -> bool:
    """Whether a text does not begin like a reference and consists of sentences, as in annotated bibliographies.

    >>> text = "This article presents a framework. Weir (2007) uses six case studies, which are of use for my chapter."
    >>> reads_as_sentences(text), reads_as_sentences("Weir, A. (2007) What hedges are. Leeds: Gate. This is so.")
    (True, False)
    """
    words_of = text.split()
    small = sum(word[0].islower() for word in words_of)
    if small <= SMALL_SHARE * len(words_of) or not text.endswith((".", "?", "!")):
        return False
    sentences = _SENTENCE_END.split(text)
    with_verbs = sum(not _VERBS.isdisjoint(sentence.split()) for sentence in sentences)
    return with_verbs >= FEWEST_SENTENCES and not begins_like_reference(text)


def is_numbered(text: str) -> bool:
    """Whether a line begins with a number in square brackets, as hardly anything but a reference does."""
    return bool(_SURELY_NUMBERED.match(text))


def begins_like_reference(text: str) -> bool:
    """Whether a line begins like references: with a name and initials, names and a year or title, or a dash."""
    head = text[label_end(text) :][:_LOOKED_AT]
    if _DITTO.match(head) or begins_with_person(head) or _DIRECT_NAMES.match(head):
        return True
    named = _NAMED_AND_DATED.match(head)
    return named is not None and _reads_as_name(named["name"])


def begins_with_person(text: str) -> bool:
    """Whether a line begins with a person's name: the family name first, or after initials.

    >>> [begins_with_person(text) for text in ("Weir, A.", "A. Weir, 2004", "New York, NY: Gate", "PLoS ONE, 1(2)")]
    [True, True, False, False]
    """
    person = _PERSON.match(text[:_LOOKED_AT])
    if person is None or (person["given"] and is_place(person["given"])):
        return False
    if _VOLUME.match(text, person.end()):
        return False
    return not (_IMPRINT.match(text, person.end()) and is_place(person[0].partition(",")[0]))


def begins_with_name_in_full(text: str) -> bool:
    """Whether a line begins with a person's known given name and family name, and a comma or another name after it.

    >>> [begins_with_name_in_full(text) for text in ("Robert D. Putnam, Bowling Alone", "New York, 1974")]
    [True, False]
    """
    found = _IN_FULL.match(text)
    return found is not None and found["given"].partition("-")[0] in words("given_names")


def signal_end(text: str) -> int:
    """The end of a note's words before a citation, "For a critique, see also "; 0 if there are none."""
    found = _SIGNAL.match(text)
    return found.end() if found else 0


def _reads_as_name(text: str) -> bool:
    """Whether the text before a bracketed year may be a name, not the beginning of a sentence."""
    small = [word for word in text.split() if word[0].islower() and word.casefold() not in INSIGNIFICANT]
    return len(small) <= MOST_SMALL_WORDS


def is_identifier(text: str) -> bool:
    """Whether a line is only a DOI, an address or the like, apart from its label and an access date.

    >>> [is_identifier(text) for text in ("10.1111/1365-2745.12666", "Available at: https://example.org/a", "Weir")]
    [True, True, False]
    """
    return bool(_IDENTIFIER.fullmatch(text))


def label_end(text: str) -> int:
    """The end of the number, bullet or label before a reference; 0 if there is none, or nothing follows it."""
    label = _LABEL.match(text) or _BULLET.match(text) or _KEYED.match(text)
    return label.end() if label and label.end() < len(text) else 0


def list_numbers(lines: Sequence[Line]) -> dict[int, int]:
    """The ends of the labels of a numbered list (1, 2, 3 ...), by the numbers of their lines.

    A list may begin with any number, and start again with 1. Empty if the list is not numbered: if it has fewer than
    two numbers, or hardly any among the lines from the first to the last of them. A number alone on its line only
    counts in a list that begins with 1, since pages have numbers too. Labels of names and years count as numbers. Of
    several kinds of labels, those with the longest count are the list's.
    """
    keyed = {line.number: key.end() for line in lines if (key := _KEYED.match(line.text))}
    if len(keyed) >= 2 and len(keyed) >= FEWEST_MARKED * sum(map(bool, lines)):
        return keyed
    if styled := _styled(lines) or _lettered(lines):
        return styled
    labels = [
        (at, line, label) for at, line in enumerate(filter(None, lines), 1) if (label := _COUNTED.match(line.text))
    ]
    kinds = list(dict.fromkeys(label.lastgroup for _, _, label in labels))
    ways = (
        [labels]
        if len(kinds) < 2
        else [*([one for one in labels if one[2].lastgroup == kind] for kind in kinds), labels]
    )
    found = max((_counted(way) for way in ways), key=len)
    first, last = (min(found), max(found)) if found else (1, 0)
    among = last - first + 1 if first == 1 or len(found) >= ENOUGH_NUMBERS else sum(map(bool, lines))
    return dict(found.values()) if len(found) >= 2 and len(found) >= FEWEST_MARKED * among else {}


def _styled(lines: Sequence[Line]) -> dict[int, int]:
    """The ends of the style names that Google Scholar puts before a work's citation in each style, in this order."""
    found = dict[int, int]()
    for line in lines:
        name = f"{STYLES[len(found) % len(STYLES)]} "
        if line.text.startswith(name):
            found[line.number] = len(name)
    return found if len(found) >= len(STYLES) else {}


def _lettered(lines: Sequence[Line]) -> dict[int, int]:
    """The ends of the labels in a list with letters or Roman numerals in lower case: ``a)``, ``iv.``."""
    labels = [(line.number, found) for line in lines if (found := _LETTERED.match(line.text))]
    if len(labels) < FEWEST_LETTERED or len(labels) < FEWEST_MARKED * sum(map(bool, lines)):
        return {}
    marks = [found["mark"] for _, found in labels]
    is_counted = any(
        marks[0] == count[0] and all(mark == count[0] or (one, mark) in pairs for one, mark in pairwise(marks))
        for count, pairs in _COUNTS
    )
    return {number: found.end() for number, found in labels} if is_counted else {}


STYLES = ("MLA", "APA", "Chicago", "Harvard", "Vancouver")


def _counted(labels: Sequence[tuple[int, Line, re.Match[str]]]) -> dict[int, tuple[int, int]]:
    """The labels that increase by one, by the places of their lines: each with its line's number and its end.

    A 1 starts the count again if its 2 comes before the next number of the previous count.
    """
    numbers = [int(next(filter(None, label.groups()))) for _, _, label in labels]
    places: dict[int, list[int]] = {}
    for place, number in enumerate(numbers):
        places.setdefault(number, []).append(place)

    def first_after(place: int, number: int) -> int:
        of_number = places.get(number, [])
        after = bisect_right(of_number, place)
        return of_number[after] if after < len(of_number) else len(numbers)

    found: dict[int, tuple[int, int]] = {}
    expected: int | None = None
    for place, ((at, line, label), number) in enumerate(zip(labels, numbers, strict=True)):
        if number > LARGEST_NUMBER:
            continue
        if label.end() == len(line.text) and not (number == 1 or (found and number == expected)):
            continue
        is_next = expected is None or number == expected or _is_missed(number, expected, place, first_after)
        if is_next or (
            number == 1 and not label["bare"] and first_after(place, 2) <= first_after(place, expected or 1)
        ):
            found[at] = line.number, label.end()
            expected = number + 1
    return found


def _is_missed(number: int, expected: int, place: int, first_after: Callable[[int, int], int]) -> bool:
    """Whether the numbers skipped before this one are missing: none of them occurs before the number after this one."""
    after = first_after(place, number + 1)
    return expected < number <= expected + MOST_LOST and all(
        after < first_after(place, lost) for lost in range(expected, number)
    )


def list_bullets(lines: Sequence[Line]) -> dict[int, int]:
    """The end of each bullet, by line number. A dash or star must be before the beginning of a reference, or recur."""
    bullets = {line.number: found for line in lines if (found := _BULLET.match(line.text))}
    if not bullets:
        return {}
    with_text = sum(map(bool, lines))
    in_a_row = len(bullets) >= 2 and len(bullets) >= FEWEST_MARKED * with_text
    return {
        line.number: bullets[line.number].end()
        for line in lines
        if line.number in bullets
        and (in_a_row or bullets[line.number]["sure"] or begins_like_reference(line.text))
        and bullets[line.number].end() < len(line.text)
    }
