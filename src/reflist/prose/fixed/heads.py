"""Names before a colon, with or without a year between them, as most German references begin."""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.names import INITIALS, UPPER
from reflist.grammar.persons import PARTICLES
from reflist.grammar.places import is_place
from reflist.grammar.wordlists import words
from reflist.late import late
from reflist.prose.beginnings import SIGNAL, SIGNALS
from reflist.prose.labels import Label
from reflist.prose.line import Form, Line

_PARTICLE = rf"(?:(?:{'|'.join(sorted(PARTICLES))})\s+)*"
_WORD = rf"[{UPPER}][\w’'‐-]+"
_GIVEN = rf"(?:{INITIALS}|{_WORD})(?:\s(?:{INITIALS}|{_WORD})){{0,2}}(?:\s(?:von|van|de|der|den|zu)\b){{0,2}}"
_INVERTED = rf"{_PARTICLE}{_WORD}(?:\s{_WORD})?,\s{_GIVEN}"
_AFTER_GIVEN = rf"(?:\s(?:[{UPPER}]\.|{_WORD}))?\s{_PARTICLE}{_WORD}"
_DIRECT = rf"{_WORD}{_AFTER_GIVEN}"
_BY_INITIALS = rf"(?:[{UPPER}][a-z]?\.[\s\-‐]?){{1,3}}\s?{_PARTICLE}{_WORD}"
_JOINT = r"(?:\s*[/;]\s*|,?\s+(?:und|and|u\.|&)\s+|,\s+)"
_OTHERS = r"(?:\s*,?\s+(?:u\.\s?a\.|et\sal\.))?"
_ROLE = r"(?P<role>,?\s*\(?\s*(?:Hrsg|Hg|[Ee]ds?)\b\.?\s*\)?)?"
_REST = rf"{_OTHERS}){_ROLE}(?:,?\s+\(?(?P<year>{YEAR}[a-z]?)\)?)?\s?:\s"
# Atomic groups prevent backtracking over names: each name, and each list of them, can be read in one way only.
_INVERTED_HEAD = late(rf"(?P<names>{_INVERTED}(?>(?:{_JOINT}(?>{_INVERTED}|{_DIRECT}))*){_REST}")
_DIRECT_HEAD = late(rf"(?P<names>(?P<given>{_WORD}){_AFTER_GIVEN}(?>(?:{_JOINT}(?>{_DIRECT}))*){_REST}")
_INITIALS_HEAD = late(rf"(?P<names>{_BY_INITIALS}(?>(?:{_JOINT}(?>{_BY_INITIALS}))*){_REST}")
_FIRST_WORDS = re.compile(rf"(?:^|{_JOINT})({_WORD})")
_FULL_AND_TITLE = re.compile(rf"(?P<given>{_WORD})\s{_WORD},\s(?P<word>{_WORD}|A)(?:\s{_WORD}|$)")
"""A family name of two words, unless it begins with a given name and the word after the comma is not one."""

_WITH_ARTICLE = re.compile(r"[,;]\s(?:The|A|An|On)\s")
"""The beginning of a title: an article, which no name after a comma begins with."""

_GIVEN_AND_STOP = re.compile(rf"{_WORD}(?:\s{_WORD})?,\s(?P<given>{_WORD})\.\s")
"""Names that end in a sentence of their own: ``Schabert, Ina. Literaturgeschichte: …``."""

_AFTER_INITIALS = re.compile(rf",\s(?:{_WORD}\s)?{INITIALS}\s(?P<word>{_WORD})(?![\w’'‐-]|\s?[;/])")
"""Another given name, ``Lepsius, M. Rainer: …``, or the beginning of the title, ``Lipsky, M. Bureaucracy: …``."""

_DIRECT_AFTER = re.compile(
    rf",\s(?:{INITIALS}(?:\s{_WORD})?|{_WORD}(?:\s(?:[{UPPER}]\.|{_WORD}))*),\s(?P<word>{_WORD})\s{_PARTICLE}{_WORD}(?!,)"
)
"""A further name with the given name first, after one with the family name first; or the beginning of the title."""

_NAME_AND_TITLE = late(
    rf"(?P<names>{_PARTICLE}{_WORD}(?:\s{_WORD})?,\s(?P<inverted>{_WORD})(?:\s[{UPPER}]\.)*"
    rf"|(?P<direct>{_WORD})(?:\s[{UPPER}]\.)*\s{_PARTICLE}{_WORD}|(?P<initialed>{_PARTICLE}{_WORD},\s{INITIALS})),\s(?P<title>[{UPPER}][^.,:;()\[\]\0“”\"]{{1,200}})"
    r"(?P<after>\s?[.,:;(])"
)
_NAME_AND_STOP = late(
    rf"(?P<names>{_PARTICLE}{_WORD}(?:\s{_WORD})?,\s(?P<given>{_WORD})(?:\s[{UPPER}]\.)+)\s(?P<word>{_WORD}|A)\s(?![{UPPER}]\.)"
)
_SUFFIXES = frozenset("Jr Sr II III IV Hrsg Hg Ed Eds".split())
_JOINING = frozenset("and und et y e i con mit with al u".split())
_ARTICLES = frozenset("A An The On".split())

_ARTICLE = r"(?:The|An?|On|Das|D[ei]r|Die|L[ae]s?|Il|El)\s"
_OWN_WITHIN = late(
    rf"(?<=[.,;?!”\"’'])\s+[Ii]n:?\s+(?:(?:his|her|their)\s(?:own\s)?(?=[{UPPER}])|(?P<family>{_PARTICLE}{_WORD})[,:]\s(?!{_GIVEN}(?:\s?[:(,/;&]|\s(?:and|und|et)\s)))"
)
_FAMILY_FIRST = late(rf"\W*(?:\d+\W+)?(?P<family>{_PARTICLE}{_WORD}),\s")
_SAME_WITHIN = late(
    r"(?<=[.,;?!”\"’'])\s+[Ii]n:?\s+(?P<names>(?:(?:[Dd](?:ers|ies|ens|ieselben)|[Ii]d(?:em)?|[Ii]bid(?:em)?|[Ee]adem)\b\.?|_{3,8}\.?)"
    rf"(?>(?:(?:\s?[/;]\s?|,\s|\s(?:und|u\.|&)\s)(?!{_ARTICLE})(?>{_INVERTED}|{_DIRECT}|{INITIALS}\s{_PARTICLE}{_WORD}))*))"
    r"(?:\s*[(\[](?:Hrsg|Hg|[Ee]ds?)\b\.?[)\]])?\s*[:,]?\s+"
)
_PERSON_WITHIN = Form(
    "in",
    r"(?<=[.,;?!”\"’'])\s+[Ii]n:?\s+(?P<names>(?P<first>"
    rf"{_PARTICLE}{_WORD},\s(?:{INITIALS}|(?P<given>{_WORD})(?:\s(?:{INITIALS}|{_WORD}))?))(?>(?:\s?[/;]\s?{_INVERTED})*)):\s+(?=[{UPPER}“„])",
)
_WITHIN = frozenset({"in"})
_SAME = frozenset("ders dies dens dieselben id idem ibid ibidem eadem".split())
_SIGNAL = Form(SIGNALS, rf"(?:\d{{1,3}}[.)]?\s)?\s*{SIGNAL}")
_NOTE_NUMBER = re.compile(rf"\d{{1,3}}[.)]?\s+(?P<given>{_WORD})\s(?:[{UPPER}]\.\s)*{_PARTICLE}{_WORD},\s")
_YEAR = re.compile(YEAR)
LONGEST_HEAD = 120
"""After so many characters a year no longer belongs to the names."""

LONGEST = 400
"""The most characters that such a list of names has."""


def find_signal(line: Line) -> None:
    """``See also John Rawls``: the signal with which a note cites.

    Also the number of the note before a person's name: ``12 John Rawls, A Theory of Justice``.
    """
    if found := _SIGNAL.match(line):
        line.claim(*found.span(), Label.SEPARATOR)
    elif (number := _NOTE_NUMBER.match(line.open)) and number["given"] in words("given_names"):
        line.claim(0, number.start("given"), Label.SEPARATOR)


def find_names_before_colon(line: Line) -> None:
    """``Alber, Jens: Titel``, ``Gerda Ullmann/Karl Ritter: Titel``, ``Weir, Ann (Hrsg.) 2007: Titel``.

    Names with the given name first need a known given name, since a title may also have a colon after two words.
    """
    head = line.open[:LONGEST]
    if ": " not in head:
        return
    if (stop := _GIVEN_AND_STOP.match(head)) and stop["given"] in words("given_names"):
        return
    found = _INVERTED_HEAD.match(head)
    if found and found["names"].count(", ") > 1 and is_place(found["names"].rpartition(", ")[2]):
        return  # "Weir, Ann, Das Dorf, Bonn: Beck"
    if not found and (initials := _INITIALS_HEAD.match(head)):
        found = initials
    if not found:
        found = _DIRECT_HEAD.match(head)
        if not found or not all(map(_is_given, _FIRST_WORDS.findall(found["names"]))):
            return  # "Robert D. Putnam, Bowling Alone: …"
    names = found["names"]
    if _WITH_ARTICLE.search(names):
        return  # "Rodin, R. Scott, The Steward Leader: …"
    if (full := _FULL_AND_TITLE.match(names)) and not _is_given(full["word"]):
        return  # "Benedict Anderson, Imagined Communities: …"
    others = (*_AFTER_INITIALS.finditer(names), *_DIRECT_AFTER.finditer(names))
    if any(name["word"] not in words("given_names") for name in others):
        return  # "Cass, Victoria, Dangerous Women: Warriors"
    label = Label.EDITOR if found["role"] else Label.AUTHOR
    line.claim_match(found, names=label, year=Label.DATE)


def find_name_before_title(line: Line) -> None:
    """A person and, after a comma, the title: ``Volf, Miroslav, After Our Likeness: …``, ``Max Weber, The City, …``.

    Or the title after initials: ``Archer, Margaret S. Culture and Agency``, ``Wright, E.O., Class Counts: …``.
    The words of the title show that it is not another name: some are in small letters, or the first is an article, or a
    colon follows and none is a given name.
    """
    start = len(line.open) - len(line.open.lstrip("\0 "))  # after "See" and the number of a note
    stopped = _NAME_AND_STOP.match(line.open, start, start + LONGEST)
    if stopped and stopped["given"] in words("given_names") and _begins_title(stopped["word"]):
        line.claim(*stopped.span("names"), Label.AUTHOR)
        return
    found = _NAME_AND_TITLE.match(line.open, start, start + LONGEST)
    if found and found["initialed"]:
        title = found["title"].split()
        if found["after"] in (".", ":") and len(title) > 1 and _are_words_of_title(title):
            line.claim(*found.span("names"), Label.AUTHOR)
        return
    if not found or (found["inverted"] or found["direct"]) not in words("given_names"):
        return
    if _reads_as_title(found["title"].split(), found["after"].strip(), bool(found["inverted"])):
        line.claim(*found.span("names"), Label.AUTHOR)


def _is_given(word: str) -> bool:
    return word.partition("-")[0] in words("given_names")


def _are_words_of_title(title: list[str]) -> bool:
    """Whether the words after ``Wright, E.O.,`` are not another name, which would have initials too."""
    return not any(len(word) < 2 or word in _SUFFIXES or word in words("given_names") for word in title)


def _begins_title(word: str) -> bool:
    """Whether a word after initials is neither another given name nor a suffix."""
    return word not in words("given_names") and word not in _SUFFIXES


def _reads_as_title(title: list[str], after: str, is_inverted: bool) -> bool:
    given = words("given_names")
    if not _begins_title(title[0]) or (len(title[0]) == 1 and title[0] not in _ARTICLES):
        return False
    if (title[0] in _ARTICLES and len(title) > 1) or any(word[0].isdigit() for word in title):
        return True
    if any(word.islower() and word not in _JOINING and word not in PARTICLES for word in title):
        return True
    if len(title) == 1:
        return is_inverted and after in (".", ":", "(")
    return after == ":" and given.isdisjoint(title)


_TWO_YEARS = re.compile(rf"(?:(?<=[\w)\]][.,]\s)(?P<year>{YEAR}\s?/\s?\d\d)(?=[.:]\s)|\((?P<bracketed>{YEAR}/\d\d)\))")


def find_two_years(line: Line) -> None:
    """``Mearsheimer, John J. 1994/95. Title``: the two years of one winter, after the names."""
    found = _TWO_YEARS.search(line.open, 0, LONGEST_HEAD) if "/" in line.text else None
    if found and not _YEAR.search(line.open, 0, found.start()) and line.open[found.end() :].strip(" .,:\0"):
        line.claim_match(found, year=Label.DATE, bracketed=Label.DATE)


def find_same_within(line: Line) -> None:
    """``In: ders. (Hrsg.), Titel``: the authors themselves, alone or first, edited or wrote the containing book.

    Also if the family name or a pronoun says so: ``Geertz, C.: …, in: Geertz, The Interpretation``, ``in his The``.
    """
    if (line.tells(_SAME) or "___" in line.text) and (found := _SAME_WITHIN.search(line.open)):
        line.claim_match(found, names=Label.EDITOR)
        line.container_start = found.end()
    elif line.tells(_WITHIN) and (own := _OWN_WITHIN.search(line.open)):
        author = _FAMILY_FIRST.match(line.text)
        if not own["family"] or (author and author["family"] == own["family"]):
            line.claim_match(own, family=Label.EDITOR)
            line.container_start = own.end()


def find_person_within(line: Line) -> None:
    """``In: Weir, Ann: Das Dorf``: the editor, with a colon before the book's title and no word for the role."""
    found = _PERSON_WITHIN.search(line) if ": " in line.text else None
    if found and (not found["given"] or _is_given(found["given"])):
        line.claim_match(found, names=Label.EDITOR)


_DAY_FOR_YEAR = re.compile(
    r"(?:(?P<names>[^\W\d_][^()\d\0:]{3,120}?)|[\0\s,.]+?)\s?"
    rf"\((?P<day>\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?|[A-Z][a-zä]{{2,8}}\s){YEAR})\)\s?[:.,]"
)
_DAY_BEGINS = re.compile(r"\(\d{1,2}\.")


def find_day_for_year(line: Line) -> None:
    """``Weir, A. (04.05.2004): Hecken``: a day in place of the year, as German lists of newspaper articles print it."""
    if _DAY_BEGINS.search(line.text) and (found := _DAY_FOR_YEAR.match(line.open)):
        line.claim_match(found, names=Label.AUTHOR, day=Label.DAY)
