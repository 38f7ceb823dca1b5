"""A reference as matching uses it: the values that comparisons and keys need, computed once per record."""

import re
from collections.abc import Hashable, Iterable, Iterator
from itertools import islice

from reflist.grammar.identifiers import IN_URL, READERS, Identifier, in_url, read_report_number
from reflist.matching.folding import fold, fold_words, folded, significant, squeezed
from reflist.matching.meetings import read_meeting
from reflist.matching.pages import NO_PAGES, Pages
from reflist.matching.people import Person, end_surnames, people
from reflist.matching.stand_ins import INDEX_OF_THESES, INSTITUTION, NOTHING, STAND_INS, stand_in
from reflist.matching.titles import BESIDE_TITLE, LONGEST, SHORTEST, Title, read_title, without
from reflist.model import Date, Name, Reference
from reflist.value import any_in, lazy

CREATORS = ("author", "editor", "translator", "composer", "director", "container-author")
"""Variables for the names that identify a reference; the first of them with names is used."""

_NUMBER = re.compile(r"\d+")
_REPORT_NUMBER = re.compile(r"[\w/.\-–:]*\d[\w/.\-–:]*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_BESIDE_TITLE = re.compile(
    r"\A\W{0,2}((?:19|20)\d\d)[a-z]?\)?[.:,]\s+(?=\D{12})|(?<=\D{12}),\s+\(?((?:19|20)\d\d)\)?\W*\Z"
)
"""A year before a title, as author-date lists print it, or after it: "1989. On carts", "On carts and bins, 1998"."""

_YEAR_OF_MEETING = re.compile(r"\b((?:19|20)\d\d)\b|(?:(?<=[A-Za-z])\s?[-'’]|(?<=[A-Z]{3}))(\d\d)\b")
"""The year in the name of a meeting: "Proceedings of the 1992 Conference", "AAAI-92", "COLT '91"."""

_BEFORE_CONTAINER = re.compile(r"\A\s*in(?::\s*|\s+)", re.IGNORECASE)
_INVERTED = re.compile(r"\A([^,]{1,200}), ([^,]{1,100} (?:on|of)(?: the)?)(?=\s*\(|\Z)", re.IGNORECASE)
"""A container with its first words moved to the end: "Carts and Bins, Transactions on"."""

LONGEST_EDITOR = 80
"""The most characters taken by editors' names before the title of what they edited."""

_EDITORS = re.compile(r"\A(?=.{,80}\bed)[^()]{3,70}?(?:,\s*|\s\()ed(?:itor)?s?\b\.?\)?[,.:]\s+(?=\w)", re.IGNORECASE)
_ITS_PAGES = re.compile(r"\s*,\s*(?:pp?\.?|pages?)\s*\d+(?:\s*[-–]+\s*\d+)?\Z", re.IGNORECASE)
_HOST = re.compile(
    r"(?:https?://)?(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|(?:ac|co)\.uk|(?-i:info|de|ca))(?:/\S*)?[\s.]*",
    re.IGNORECASE,
)
"""A web site given in place of a container."""

_IN = frozenset(["In", "in", "IN"])


def _year_in(literal: str) -> int | None:
    """The year in a date that could not be parsed: ``(Oct. 1989)``, ``[1992]``; None if there are several or none."""
    found = set(_YEAR.findall(literal[:LONGEST]))
    return int(found.pop()) if len(found) == 1 else None


_PARTS = re.compile(r"[\[\](){}=/;|]|: |\. (?=Conference)|\s[-–—]\s")

YEAR_DIGITS = 4
"""A number with at least this many digits is a year, not a volume."""


def _without_container(title: str, container: str) -> str:
    """A title without the name of its container at the end; unchanged if too little would be left."""
    name = r"\W+".join(map(re.escape, container.split()))
    found = re.search(rf"[.,?!]\W*(?:in\b\W*)?{name}\W*\Z", title[:LONGEST], re.IGNORECASE)
    return title[: found.start()] if found and found.start() > SHORTEST else title


MAY_HOLD_TITLE = ("container-title", "genre", "volume", "page", "publisher", "note")
"""Fields, besides names and dates, that may contain the title of a wrongly parsed citation."""

MOST_WORDS_OF_FIELD = 40
"""How many words of each such field are used."""

MOST_WORDS = 200
"""How many words of all such fields together are used."""

VERSIONS = frozenset(["report", "thesis"])
"""Types that may be published in addition to an article with the same content."""

DEFAULT_TYPES = frozenset(["article-journal", "article", "document"])
"""Types given to references about which nothing else is known."""

STATED_IN = frozenset(["genre", "note", "publisher"])
"""Variables, besides the container, that may show that a work is a report or a thesis, and of which institution."""

LONGEST_STATED = 120
"""How many characters of such a variable are used."""

DEGREES = frozenset(
    ["ph d", "phd", "m sc", "msc", "m a", "m phil", "mphil", "m d", "d phil", "dphil", "ed d", "edd", "psy d"]
)
"""Degrees, which some lists give as the volume of a thesis."""


class Record:
    """One reference, and the reference lists that it comes from (none if exported from a database).

    Values that are cheap, or needed by every comparison, are stored; the others are computed when needed and can be
    forgotten. ``identifiers`` maps each identifier to the variable that it was found in.
    """

    __slots__ = (
        "__dict__",
        "container",
        "identifiers",
        "issue",
        "lists",
        "pages",
        "reference",
        "suffix",
        "title",
        "type",
        "volume",
        "year",
    )

    def __init__(self, reference: Reference, lists: Iterable[Hashable] = ()) -> None:
        plain = reference.plain
        self.reference = reference
        self.lists = frozenset(lists)
        self.type = reference.type
        self.title: Title = read_title(plain("title"))
        issued = reference.variables.get("issued")
        self.year = (issued.year or _year_in(issued.literal)) if isinstance(issued, Date) else None
        self.suffix = plain("year-suffix").casefold()
        self.container = folded(self.printed_container)
        self.volume = leading_number(plain("volume"))
        self.issue = leading_number(plain("issue"))
        self.pages = Pages(plain("page"))
        self.identifiers = _identifiers(reference)
        if self.year is None:
            self.year = self._year_elsewhere
        if not self.container:
            self._take_stated()
        elif instead := stand_in(self.container):
            self._take_stand_in(instead, self.printed_container)
        elif not self.volume and self.container[-1:].isdecimal():
            self._take_volume()
        if self.volume in DEGREES:
            self.type, self.volume = "thesis", ""
        if self.container and self.title.folded.endswith(self.container):
            self.title = read_title(_without_container(plain("title"), self.container))

    @property
    def _year_elsewhere(self) -> int | None:
        """The year if no date is given, from before or after the title, or from the name of a meeting."""
        if found := _YEAR_BESIDE_TITLE.search(self.reference.plain("title")[:LONGEST]):
            return int(found[1] or found[2])
        return self.year_of_meeting if self.container else None

    def _take_stated(self) -> None:
        """Take the type from other variables, if there is no container and the type is a general one."""
        if self.type not in DEFAULT_TYPES or STATED_IN.isdisjoint(self.reference.variables):
            return
        for variable in sorted(STATED_IN):
            printed = self.reference.plain(variable)[:LONGEST_STATED]
            instead = stand_in(folded(printed))
            if instead not in ("", NOTHING):
                self._take_stand_in(instead, printed)
                return

    def _take_stand_in(self, instead: str, printed: str) -> None:
        """Interpret text in place of a container, such as a type of work or an institution."""
        if instead == INSTITUTION:
            if not self.volume and not self.pages.first:
                self.type, self.container = "report", ""
            return
        if instead == INDEX_OF_THESES:
            self.type, self.volume, self.issue, self.pages = "thesis", "", "", NO_PAGES
        elif instead != NOTHING:
            self.type = instead
            if instead == "report":
                self._take_number(printed)
        self.container = ""

    def _take_number(self, printed: str) -> None:
        """Take a report's number given in place of a container, without the letters of its institution."""
        for found in _REPORT_NUMBER.findall(printed):
            number = read_report_number(" ".join(_NUMBER.findall(found)))
            if not _YEAR.fullmatch(number):
                self.identifiers = {**self.identifiers, Identifier(REPORT_NUMBER, number): "container-title"}
                return

    def _take_volume(self) -> None:
        """Take a number after a journal's name as its volume; after a meeting's name it is that meeting's."""
        name, _, number = self.container.rpartition(" ")
        if len(number) >= YEAR_DIGITS or not name or name[-1].isdecimal() or read_meeting(name).is_meeting:
            return
        if self.year is None or int(number) != self.year % 100:
            self.container, self.volume = name, number.lstrip("0")

    @property
    def year_of_meeting(self) -> int | None:
        """The year of the meeting, from the name of the container."""
        found = _YEAR_OF_MEETING.search(self.printed_container)
        if not found:
            return None
        return int(found[1] or ("19" if found[2] > "40" else "20") + found[2])

    def forget(self) -> None:
        """Drop the computed values, which take twice as much memory as the stored ones."""
        del self.__dict__  # values without a slot; they are computed again when needed

    @lazy
    def people(self) -> tuple[Person, ...]:
        """The people or institutions of the first of `CREATORS` that has any."""
        for variable in CREATORS:
            if found := people(self.reference.names(variable)):
                return found
        return ()

    @property
    def end_surnames(self) -> tuple[str, ...]:
        """The first and the last surname, which is all that keys need; most records need no other names."""
        names = self._creators
        if not names:
            return ()
        return end_surnames(names) or tuple([one.surname for one in (*self.people[:1], *self.people[-1:])])

    @property
    def _creators(self) -> tuple[Name, ...]:
        """The names in the first of `CREATORS` that has any."""
        for variable in CREATORS:
            if names := self.reference.names(variable):
                return names
        return ()

    @lazy
    def name_words(self) -> frozenset[str]:
        """All longer words of the names, in whichever field an export has put them."""
        words = (
            word for name in self._creators for word in folded(f"{name.literal} {name.family} {name.given}").split()
        )
        return frozenset(word for word in words if len(word) > 2)

    @lazy
    def beside_title(self) -> frozenset[str]:
        """The words of names, container, year and volume, which may also be printed before or after the title."""
        year = str(self.year)
        is_own = self.container.startswith(self.title.folded)  # a book that is given as its own container
        container = () if is_own else self.container.split()
        return self.name_words.union(container, [year, year[-2:], self.volume])

    @lazy
    def untitled_words(self) -> tuple[str, ...]:
        """The words of names, dates and other fields in which a missing title may be found."""
        values = self.reference.variables
        dates = (value.literal for value in values.values() if isinstance(value, Date))
        names = (f"{name.literal} {name.given} {name.family}" for name in self._creators)
        printed = (self.reference.plain(name) for name in MAY_HOLD_TITLE if name in values)
        words = (word for text in (*dates, *printed, *names) for word in fold_words(text)[:MOST_WORDS_OF_FIELD])
        return tuple(islice(words, MOST_WORDS))

    @property
    def may_have_additions(self) -> bool:
        """Whether the title has a mark that may separate it from additions."""
        return any_in(BESIDE_TITLE, self.reference.plain("title"))

    def bare_title(self, elsewhere: frozenset[str]) -> Title:
        """The title without additions before and after it, if these words occur ``elsewhere``."""
        printed = self.reference.plain("title")[:LONGEST]
        bare = without(printed, elsewhere)
        return self.title if bare == printed else read_title(bare)

    @property
    def kinds(self) -> dict[str, str]:
        """The last identifier of each kind."""
        return dict(self.identifiers.keys())

    @property
    def is_placed(self) -> bool:
        """Whether the place of publication is given; if not, it may be a preprint."""
        return bool(self.container or self.volume or self.pages.first)

    @property
    def publication(self) -> tuple[bool, int, str]:
        """Whether the place of publication is given, in how many values, and "report" or "thesis" (else "").

        Versions of a work differ in where they were published.
        """
        where = self.is_placed or self.type in STAND_INS
        number = bool(self.volume) or self.is_numbered_report
        values = where + (self.year is not None) + number + bool(self.pages.first)
        return where, values, self.type if self.type in VERSIONS else ""

    @property
    def is_numbered_report(self) -> bool:
        """Whether it is a report with a number of its own."""
        return self.type == "report" and any(kind == REPORT_NUMBER for kind, _ in self.identifiers)

    @property
    def printed_container(self) -> str:
        """The title of the container, or of the event, as printed."""
        printed = self.reference.plain("container-title") or self.reference.plain("event-title")
        if printed[:2] in _IN:
            printed = _BEFORE_CONTAINER.sub("", printed, count=1)
        if "ed" in printed[:LONGEST_EDITOR]:
            printed = _EDITORS.sub("", printed, count=1)
        if printed[-1:].isdigit():
            printed = _ITS_PAGES.sub("", printed, count=1)
        if "." in printed and _HOST.fullmatch(printed):
            return ""
        return _INVERTED.sub(r"\2 \1", printed, count=1) if ", " in printed else printed

    @lazy
    def container_words(self) -> tuple[str, ...]:
        """The significant words of the container's title."""
        words = significant(tuple(self.container.split()))
        return tuple([word for word in words if word not in SMALL_IN_CONTAINERS]) or words

    @lazy
    def container_titles(self) -> tuple[tuple[str, ...], ...]:
        """The parts of the container's title, such as subtitle, place or parallel title, each as significant words."""
        parts = (significant(tuple(folded(part).split())) for part in _PARTS.split(self.printed_container))
        return tuple(part for part in parts if part)

    @lazy
    def squeezed_container(self) -> str:
        """The container's title without spaces and small words."""
        return squeezed(" ".join(self.container_words))

    @property
    def is_forthcoming(self) -> bool:
        """Whether it was not published yet when the reference was written."""
        if self.year is not None:
            return False
        status = fold(self.reference.plain("status") or self.reference.date("issued").literal)
        return status in FORTHCOMING


def other_volumes(one: Record, other: Record) -> bool:
    """Whether both have volumes and these differ; not if one may be a number that is part of the journal's name."""
    if not one.volume or not other.volume or one.volume == other.volume:
        return False
    return one.printed_container != other.printed_container or one.container == other.container


SMALL_IN_CONTAINERS = frozenset(
    "di da do dos della dello delle dell dei degli e em na nas nos il per con het van voor i och og".split()
)
"""Small words that abbreviated journal titles leave out, in languages in which few titles are."""

NO_IDENTIFIERS: dict[Identifier, str] = {}
"""The identifiers of records without any; shared, never changed."""

FORTHCOMING = frozenset(
    ["forthcoming", "in press", "accepted", "in preparation", "submitted", "to appear", "im druck", "im erscheinen"]
)
"""What is printed instead of a year before publication."""

IDENTIFYING = {"DOI": "DOI", "ISBN": "ISBN", "PMID": "PubMed number", "PMCID": "PubMed Central number"}
"""Variables that hold an identifier, with its kind."""

NUMBERED = (("genre", "number"), ("collection-title", "collection-number"))
"""Pairs of variables that together give a report's number: the kind or series, and the number in it."""

_MAY_IDENTIFY = frozenset(["URL", "note", *(number for _, number in NUMBERED), *IDENTIFYING])

NUMBER_KINDS = ("arXiv number", "command paper", "paper of Parliament")
"""Kinds of identifier that are printed as a report's number."""

REPORT_NUMBER = "report number"
"""The kind of a number that is only unique within its publisher."""


def _identifiers(reference: Reference) -> dict[Identifier, str]:
    if _MAY_IDENTIFY.isdisjoint(reference.variables):
        return NO_IDENTIFIERS
    return dict(_found_identifiers(reference)) or NO_IDENTIFIERS


def _found_identifiers(reference: Reference) -> Iterator[tuple[Identifier, str]]:
    variables = reference.variables
    if "URL" in variables:
        yield from ((identifier, "URL") for identifier in in_url(reference.plain("URL")))
    if "note" in variables:
        note = reference.plain("note")
        yield from ((Identifier(kind, value), "note") for kind in IN_URL[:3] if (value := READERS[kind](note)))
    for words, number in NUMBERED:
        if number in variables:
            yield from _numbers(reference.plain(words), reference.plain(number), number)
    for variable, kind in IDENTIFYING.items():
        if variable in variables and (value := READERS[kind](reference.plain(variable))):
            yield Identifier(kind, value), variable


def _numbers(words: str, number: str, variable: str) -> Iterable[tuple[Identifier, str]]:
    for kind in NUMBER_KINDS:
        if value := READERS[kind](number) or READERS[kind](f"{words} {number}"):
            yield Identifier(kind, value), variable
            return
    if variable == "number" and (value := read_report_number(number)):
        yield Identifier(REPORT_NUMBER, value), variable


def leading_number(printed: str) -> str:
    """The first number in a volume or issue, without leading zeros; the folded words if there is no number.

    >>> leading_number("04 (1) (no pagination)"), leading_number("Suppl"), leading_number("")
    ('4', 'suppl', '')
    """
    if printed.isdecimal():
        return printed.lstrip("0") or "0"
    found = _NUMBER.search(printed) if printed else None
    return (found[0].lstrip("0") or "0") if found else fold(printed)
