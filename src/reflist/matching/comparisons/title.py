"""Comparing titles."""

import re
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.process import extractOne

from reflist.matching.folding import SMALL_WORDS, exchanged, in_other_scripts, looks_like, significant
from reflist.matching.levels import Finding, Level
from reflist.matching.opposites import are_opposites
from reflist.matching.record import Record
from reflist.matching.titles import AFTER_PART, LETTERS, SHORT_WORD, Title, in_digits, numeral

LONG = 4
"""A title with at least this many significant words is unlikely to be that of another work."""

SAME_ALONE = Level("same, long, and nothing else to compare", 10)
SAME = Level("same", 9)
SAME_SHORT = Level("same, short", 5)
SAME_GENERIC = Level("same, generic", 0)
GENERIC_ELSEWHERE = Level("same, generic, in another issue or on other pages", -10)
GENERIC_NEXT = Level("same, generic, in a different year", -4)
SPELT = Level("spelt differently", 7)
ALMOST = Level("same except for a word", 2)
REORDERED = Level("same words in another order", 5)
PART = Level("one without the end", 5)
BREAKS_OFF = Level("one is cut off", 6)
PART_NUMBERED = Level("one without the number of a part", -4)
COMPANION = Level("one accompanies the other", -4)
PART_GENERIC = Level("one without the end, generic", -8)
PART_SHORT = Level("one without the end, short", 2)
BEGINNING = Level("one is the beginning of the other", -2)
ELSEWHERE = Level("in another field of the other", 7)
LABELLED = Level("one after a label", 6)
END = Level("one is the end of the other", 1)
NUMBERED_END = Level("one is the end of the other, after a number", -6)
LIKE_WORD = Level("same except for a similar word", -1)
ONE_WORD = Level("same except for a different word", -6)
SIMILAR = Level("similar", -7)
TRANSLATED = Level("different, one translated", -3)
OTHER_SCRIPT = Level("in different scripts", -5)
NUMBER = Level("different numbers", -12)
OPPOSITE = Level("opposite in meaning", -10)
DIFFERENT = Level("different", -12)

CUT = 2
"""A truncated title must have more significant words than this to count as the other without its end."""

PROCEEDINGS = frozenset(["proceedings", "proc"])
"""First words of containers that may be printed after a title."""

SHORTEST_CUT = 15
"""The fewest letters of a truncated title or main part that are compared."""

LABEL = re.compile(
    r"(?:(?:abstract|poster|oral|paper|presentation) )?(?:(?:no|number|nr) )?"
    r"(?:[a-z] )?[a-z]{0,3} ?\d{1,5}(?: \d{1,4})?[a-z]{0,2} "
)
"""Labels, folded, before titles in programmes of meetings and some databases: ``abstract 123``, ``p 12``, ``pcn45``."""

STUDIES = frozenset("trial trials study studies cohort registry project survey programme program".split())
"""Words after the name of a study, whose number is not that of a part: "the SPS3 trial"."""

LENGTHY = 7
"""Equal titles with at least this many significant words are proof if there is nothing else to compare."""

COMPANIONS = frozenset(
    """workbook exercises exercise book solutions answers key supplement supplementary material materials appendix
    appendices annex index manual companion atlas glossary tables protocol summary executive abridged methodology
    technical notes teachers students instructors guide""".split()
)
"""Words that companions of a work add to its title: "executive summary", "teacher's guide"."""

FEW = 2
"""The most significant words that one of two titles may have in addition."""

MOST_SPELT = 3
"""The most words of a title that are searched for in the other, spelt differently, if the titles are not alike."""

SPELLING = 80
"""The least similarity (0 to 100) of the same word spelt differently or misprinted."""

LIKE = 60
"""The least similarity of two words of which one may be a slip for the other."""

ALIKE = 93
"""The least similarity of titles that differ only in spelling."""

MAIN_ALIKE = 95
"""The same for a title and the other's main part."""

RESEMBLING = 82
"""Titles less similar than this are different."""

END_WORDS = 3
"""The fewest significant words of a title that may follow a heading in another database."""

NUMBERING = 3
"""The most words that the number of a part takes ("a second report")."""


def compare(a: Record, b: Record) -> Finding | None:
    """Whether the titles are the same, except for spelling, a word or the subtitle, or different."""
    one, other = a.title, b.title
    if not one.folded or not other.folded:
        return _within(a, b) or _within(b, a)
    if one.folded == other.folded or one.whole == other.whole:
        return _generic(a, b) if one.is_generic else _same(one, _has_other_values(a) and _has_other_values(b))
    if a.may_have_additions or b.may_have_additions:
        one, other = _bare(a, b)
        if one.folded == other.folded:
            return _same(one, _has_other_values(a) and _has_other_values(b))
    if finding := _without_known_words(one, other, a, b):
        return finding
    if (one.parallel and one.parallel == other.whole) or other.parallel == one.whole:
        return Finding(SAME, "the same title in a second language")
    years = tuple(str(record.year) for record in (a, b) if record.year is not None)
    finding = _labelled(one, other) or _cut_short(one, other, years) or _compared(one, other)
    if finding.level in (SPELT, REORDERED) and (one.is_generic or other.is_generic):
        return _generic(a, b)  # spelt differently in one of them
    if finding.level in (DIFFERENT, SIMILAR) and (end := _end(a, b)):
        return end
    return (_translated(one, other) if finding.level is DIFFERENT else None) or finding


def _translated(one: Title, other: Title) -> Finding | None:
    """Why two different titles may still be of one work: a translation, the same parallel title, or another script.

    Text in brackets after both titles may also be only the kind of work.
    """
    if one.translated != other.translated and not in_other_scripts(one.folded, other.folded):
        return Finding(TRANSLATED, "the titles differ, but one is a translation")
    if one.parallel and one.parallel == other.parallel:
        return Finding(TRANSLATED, "the titles differ, but have the same second title")
    if in_other_scripts(one.folded, other.folded):
        return Finding(OTHER_SCRIPT, "the titles are in different scripts")
    return None


def _within(a: Record, b: Record) -> Finding | None:
    """A record without a title that has the other's title in another field, as after wrong parsing of a citation."""
    title = b.title
    if a.title.folded or len(set(title.significant)) < LONG or len(title.whole) < SHORTEST_CUT:
        return None
    words = "".join(a.untitled_words)
    return Finding(ELSEWHERE, "the title of one is in another field of the other") if title.whole in words else None


def _bare(a: Record, b: Record) -> tuple[Title, Title]:
    """The titles without additions before and after them, if both begin or end with the same word."""
    one, other = a.title, b.title
    if one.words[0] != other.words[0] and one.words[-1] != other.words[-1]:
        return one, other
    elsewhere = a.beside_title | b.beside_title
    return a.bare_title(elsewhere), b.bare_title(elsewhere)


def _without_known_words(one: Title, other: Title, a: Record, b: Record) -> Finding | None:
    """One title is the other without names, year or container before or after it, with no mark to separate them."""
    short, long = (one, other) if len(one.words) < len(other.words) else (other, one)
    words, count = long.words, len(short.words)
    begins = words[:count] == short.words
    if not (begins or words[-count:] == short.words) or len(set(short.significant)) < END_WORDS:
        return None
    more = words[count:] if begins else words[:-count]
    if begins and not PROCEEDINGS.isdisjoint(more[:2]) and more[0] in PROCEEDINGS | {"in"}:
        return _same(short, comparable=True)
    long_words = [word for word in more if len(word) > SHORT_WORD]
    if not long_words or not (a.beside_title | b.beside_title).issuperset(long_words):
        return None
    containers = {r.squeezed_container for r in (a, b) if r.container}
    beside = any(r.name_words.union([str(r.year)]).issuperset(long_words) for r in (a, b))
    if beside or "".join(significant(more)) in containers:
        return _same(short, comparable=True)
    return None


def _has_other_values(record: Record) -> bool:
    """Whether a record has anything to compare besides the title and names, which may be wrong."""
    return record.year is not None or bool(record.container) or record.type == "thesis"


def _generic(a: Record, b: Record) -> Finding:
    """A title of many works counts for nothing, but against the pair if the records have different places."""
    places = zip((a.volume, a.issue, a.pages.first), (b.volume, b.issue, b.pages.first), strict=True)
    if any(one and other and one != other for one, other in places):
        return Finding(GENERIC_ELSEWHERE, "the same title, one that many works have, in a different place")
    if a.year is not None and b.year is not None and a.year != b.year and not (a.pages.first and b.pages.first):
        return Finding(GENERIC_NEXT, "the same title, one that many works have, in a different year")
    return Finding(SAME_GENERIC, "the same title, one that many works have")


def _same(title: Title, comparable: bool) -> Finding:
    words = len(set(title.significant))
    if words >= LENGTHY and not comparable:
        return Finding(SAME_ALONE, "the same title, a long one")
    return Finding(SAME if words >= LONG else SAME_SHORT, "the same title")


def _labelled(one: Title, other: Title) -> Finding | None:
    """One title is the other after a label, such as its number at a meeting."""
    short, long = (one, other) if len(one.folded) < len(other.folded) else (other, one)
    if not long.folded.endswith(short.folded) or len(short.words) < END_WORDS:
        return None
    label = LABEL.match(long.folded)
    if label and label.end() + len(short.folded) == len(long.folded):
        return Finding(LABELLED, "one title has a number before it, as in the programme of a meeting")
    return None


def _cut_short(one: Title, other: Title, years: tuple[str, ...]) -> Finding | None:
    """One title is the other's main part, or a beginning of it."""
    whole, rest = one.whole, other.whole
    short, long = (one, other) if len(whole) <= len(rest) else (other, one)
    if short is other:
        whole, rest = rest, whole
    begins, is_main = rest.startswith(whole), bool(long.main) and whole == long.main
    if short.is_truncated and not begins:
        begins = _is_misprint(whole, rest[: len(whole)])
    misprinted = not begins and not is_main and bool(long.main) and _is_misprint(whole, long.main)
    if not (begins or is_main or misprinted) or short.notice != long.notice or _is_numbered(short, long, years):
        return None
    words = len(set(short.significant))
    if finding := _addition(short, long):
        return finding
    if is_main or misprinted:
        return Finding(PART if words > LONG - 2 else PART_SHORT, "one title is the other without its subtitle")
    if _inflected(short.words, long.words):
        return None
    if short.is_truncated and words >= LONG:
        return Finding(BREAKS_OFF, "one title is cut off")
    is_long = words > LONG and len(whole) > len(rest) // 3
    enough = words > CUT if short.is_truncated else is_long or long.words[-1] in years
    if enough or len(whole) >= SHORTEST_CUT:
        return Finding(PART if enough else BEGINNING, "one title is the beginning of the other")
    return None


def _addition(short: Title, long: Title) -> Finding | None:
    """A finding for an addition that makes another work: a part, a companion, or anything after a generic title."""
    if short.is_generic:
        return Finding(PART_GENERIC, "one title is the beginning of the other, and many works have it")
    more = long.words[len(short.words) :]
    if len(more) > 1 and more[0] in AFTER_PART and (more[1] in LETTERS or numeral(more[1])):
        return Finding(PART_NUMBERED, "one title is the other without the number of a part")
    if more and COMPANIONS.issuperset(significant(more)):
        return Finding(COMPANION, f"one accompanies the other: “{' '.join(more)}”")
    return None


def _is_misprint(one: str, other: str) -> bool:
    """Whether two titles without spaces, neither of them short, differ by no more than a slip or two."""
    return min(len(one), len(other)) >= SHORTEST_CUT and fuzz.ratio(one, other, score_cutoff=MAIN_ALIKE) > 0


def _inflected(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one title is longer only by the end of its last word: ``update`` and ``updates``."""
    return len(short) == len(long) and _spelt(short[-1], long[-1])


def _end(a: Record, b: Record) -> Finding | None:
    """One title is the end of the other, after the heading of a column or the name of a whole."""
    one, other = a.title, b.title
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if long.words[-1] != short.words[-1] or long.words[-len(short.words) :] != short.words:
        return None
    words = len(set(short.significant))
    if words < END_WORDS or short.notice != long.notice:
        return None
    if short.numbers != long.numbers:
        return Finding(NUMBERED_END, "one title follows a number and a heading in the other")
    return Finding(END, "one title is the end of the other")


def _is_numbered(short: Title, long: Title, years: tuple[str, ...]) -> bool:
    """Whether the longer title adds a number, as of a part, in few words; years and names of studies do not count."""
    more = long.words[len(short.words) :]
    if more and more[-1] in years and long.numbers == (*short.numbers, more[-1]):
        return False
    return len(more) <= NUMBERING and long.numbers != short.numbers and not _names_study(more)


def _names_study(words: tuple[str, ...]) -> bool:
    """Whether words name a study, with a number that belongs to the name: "ABCDE-1 trial", "the SPS3 study"."""
    if not words or words[-1] not in STUDIES:
        return False
    named = (before for before, word in pairwise(words) if word.isdecimal())
    numbered = any(map(numeral, words)) and not any(b not in AFTER_PART and b not in SMALL_WORDS for b in named)
    return not numbered


def _compared(one: Title, other: Title) -> Finding:
    """Compare two titles of which neither is a part of the other."""
    if _without_article(one.words) == _without_article(other.words):
        return Finding(SPELT, "the titles agree except for their first word")
    if one.numbers != other.numbers and in_digits(one.words) == in_digits(other.words):
        return Finding(SPELT, "the titles agree except for numbers in words")
    in_order = fuzz.ratio(one.folded, other.folded, score_cutoff=RESEMBLING)
    alike = in_order or fuzz.token_sort_ratio(one.folded, other.folded, score_cutoff=RESEMBLING)
    words, others = set(one.words), set(other.words)
    if not alike and min(len(words - others), len(others - words)) > MOST_SPELT:
        return Finding(DIFFERENT, "the titles differ")
    return (_numbers(one, other) if in_order else None) or _words(one, other, bool(alike))


def _without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a small first one, which citations leave out: "The", "On"."""
    return words[1:] if len(words) > LONG - 2 and words[0] in SMALL_WORDS else words


def _numbers(one: Title, other: Title) -> Finding | None:
    """A finding for similar titles with different numbers: another part, year or volume."""
    if sorted(one.numbers) == sorted(other.numbers) or "".join(one.numbers) == "".join(other.numbers):
        return None
    mine, theirs = (_only(x.numbers, y.numbers) for x, y in ((one, other), (other, one)))
    numbers = " and ".join(number or "none" for number in (" ".join(mine), " ".join(theirs)))
    return Finding(NUMBER, f"the titles differ in a number: {numbers}")


def _words(one: Title, other: Title, are_alike: bool) -> Finding:
    """Compare two titles by the words that only one of them has."""
    mine, theirs = list(_only(one.words, other.words)), list(_only(other.words, one.words))
    if not are_alike and min(len(mine), len(theirs)) > MOST_SPELT:
        return Finding(DIFFERENT, "the titles differ")
    if not mine and not theirs:
        return Finding(REORDERED, "the titles have the same words in another order")
    spelt = _take_pairs(mine, theirs)
    extra = [word for word in mine or theirs if word not in SMALL_WORDS]
    shared = min(len(set(one.significant)), len(set(other.significant))) - len(extra)
    few = not (mine and theirs) and len(extra) <= FEW and shared >= LONG
    if not few and not are_alike:
        return Finding(DIFFERENT, "the titles differ")
    if len(mine) == len(theirs) == 1 and len(mine[0]) == len(theirs[0]) == 1:
        return Finding(NUMBER, f"the titles differ in a letter: {mine[0]} and {theirs[0]}")
    left = zip(mine, theirs, strict=True) if len(mine) == len(theirs) else ()
    if are_opposites((*spelt, *left), mine, theirs):
        return Finding(OPPOSITE, "the titles differ in words that change their meaning")
    if few and extra:
        return Finding(ALMOST, f"the titles agree except for “{' '.join(mine or theirs)}”")
    if mine and theirs:
        both = min(_shared(one, mine), _shared(other, theirs))
        finding = _other_words(mine, theirs) if both > 1 else None
        if finding and (finding.level is SPELT or both >= LONG - 1):
            return finding
        return Finding(SIMILAR, "the titles are similar")
    if few or not extra or fuzz.ratio(one.whole, other.whole) >= ALIKE:
        return Finding(SPELT, "the titles agree except for spelling")
    return Finding(SIMILAR, "the titles are similar")


def _shared(title: Title, own: list[str]) -> int:
    """How many significant words of a title are not among its ``own`` ones."""
    return len(set(title.significant).difference(own))


def _other_words(mine: list[str], theirs: list[str]) -> Finding | None:
    """The finding for two titles that differ in a few words; None if it is neither spelling nor a single word."""
    if _are_negligible(mine, theirs) or fuzz.ratio("".join(mine), "".join(theirs)) >= SPELLING:
        return Finding(SPELT, "the titles agree except for spelling")
    if len(mine) == len(theirs) == 1:
        level = LIKE_WORD if fuzz.ratio(mine[0], theirs[0]) >= LIKE else ONE_WORD
        return Finding(level, f"the titles agree except for “{mine[0]}” and “{theirs[0]}”")
    return None


def _are_negligible(mine: list[str], theirs: list[str]) -> bool:
    """Whether all words are small ones, or single letters left by a misprint: ``n`` for ``in``."""
    both = mine + theirs
    if SMALL_WORDS.isdisjoint(both):
        return False
    return all(word in SMALL_WORDS or (len(word) == 1 and not word.isdecimal()) for word in both)


def _only(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The words of one that the other does not have, or has less often, in order."""
    left = list(other)
    result = []
    for word in one:
        if word in left:
            left.remove(word)
        else:
            result.append(word)
    return tuple(result)


def _take_pairs(mine: list[str], theirs: list[str]) -> list[tuple[str, str]]:
    """Remove from both lists the words that are the same, spelt differently, and return them as pairs.

    Examples are ``organise`` and ``organize``, ``4th`` and ``fourth``. What stays in the lists is what differs.
    """
    pairs = []
    for word in list(mine):
        best = extractOne(word, theirs, scorer=fuzz.ratio)[0] if theirs else ""
        if _spelt(word, best) or (numeral(word) and (best := _of_one_number(word, theirs))):
            pairs.append((word, best))
            mine.remove(word)
            theirs.remove(best)
    return pairs


def _spelt(one: str, other: str) -> bool:
    """Whether two words are the same: spelt differently, with two letters swapped (``form``, ``from``), or misread."""
    if len(one) > SHORT_WORD and fuzz.ratio(one, other) >= SPELLING:
        return True
    return exchanged(one, other) or (len(one) > SHORT_WORD and looks_like(one, other))


def _of_one_number(word: str, others: list[str]) -> str:
    """The word that stands for the same number, written differently; empty if there is none."""
    return next((other for other in others if numeral(other) == numeral(word)), "")
