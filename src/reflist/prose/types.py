"""The CSL type of a reference read from print, by the evidence in its line."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from reflist.draft import Draft
from reflist.grammar.archives import is_data_archive
from reflist.grammar.designations import STANDARD
from reflist.grammar.institutions import looks_like_institution
from reflist.grammar.periodicals import abbreviations, is_newspaper, is_periodical
from reflist.grammar.publishers import is_publisher
from reflist.model import Date, Name
from reflist.text import Text

_GOVERNMENT = re.compile(
    r"\b(?:HMSO|TSO|Station[ae]ry Office|Cabinet Office|Government|Parliament|Ministry|Department|Home Office"
    r"|Treasury|Office for|Bundes(?!zentrale)\w+)\b"
)
_THESIS = re.compile(
    r"thesis|dissertation|\bdiss\b|thèse|tesis|\btesi\b|\btese\b|dissertação|proefschrift|habilitation|arbeit$"
    r"|\bph\.?\s?d\b|\b(?:dphil|edd|mphil|msc)\b",
    re.IGNORECASE,
)
_DATA = re.compile(r"(?i)\bdata\s?(?:set|file)s?$")
_POST = re.compile(r"(?i)\b(?:blog|log|weblog)\s(?:post|entry)$|^(?:we)?blog$")
SPOKEN = re.compile(r"\b(?:speech|lecture|remarks|keynote|address)\b", re.IGNORECASE)
"""Words in titles of spoken works."""

_SOFTWARE = re.compile(r"\b[Ss]oftware\b[^.]{0,20}\b(?:[Rr]elease|[Vv]ersion)\s\d")
"""A program with its release: ``Stata Statistical Software: Release 14``."""

_REPORT_TITLE = re.compile(r"[a-zäöü]bericht\b|\b[Bb]ericht\b|\bReport\b|\b(?:annual|final|progress)\sreport\b")
_DICTIONARY = re.compile(r"\b[Dd]ictionary\b|[Ww]örterbuch\b|\bDictionnaire\b")
_ENCYCLOPEDIA = re.compile(r"\b[Ee]ncyclop(?:a?e|æ)dia\b|[Ee]nzyklopädie\b|\bEncyclopédie\b|\bWikipedia\b")
_OF_SESSION = re.compile(r"\d{1,3}(?:st|nd|rd|th|d)\s(?:Cong|Parl)")
_OF_LAW = re.compile(
    r"\b(?:Charter|Treaty|Convention|Protocol|Agreement|Directive|Regulation|Decision|Resolution|Act)\b"
)
_GAZETTE = re.compile(r"OJ\b|Official Journal\b")
_PERSONAL = re.compile(
    r"(?i)personal (?:communication|correspondence)\b|(?:e-?mail|letter|\w+ conversation) (?:to|with) (?:the )?author$"
)
_HEARING = re.compile(r"\bHearings?\b[^.]*$")
_INTERVIEW = re.compile(r"(?:\w+(?:['’]s)?\s)?[Ii]nterviews?(?:\s(?:with|by)\s|$)")
_TREATIES = re.compile(r"Treaty Series$|^(?:U\.?N\.?|L\.?N\.?)T\.?S\b|^C?ETS\b|^[TU]\.?I\.?A\.?S\b")
"""Collections in which treaties are printed and numbered."""

_PREPRINT = re.compile(
    r"//(?:www\.)?(?:(?:arxiv|(?:bio|med)rxiv)\.org/(?:abs|pdf|content)|psyarxiv\.com|osf\.io/preprints)/"
)
_PAPERS = re.compile(r"(?i)\b(?:working|discussion|research|occasional)\s+papers?\b|\b\w+-?papers\b")
_PROCEEDINGS = re.compile(
    r"\b(?:[Pp]roceedings|[Cc]onference|[Ss]ymposium|[Ww]orkshop|Tagungsband)\b|\b(?:Proc|Conf|Symp)\."
)


def _plain(draft: Draft, variable: str) -> str:
    value = draft.variables.get(variable, "")
    return value.plain if isinstance(value, Text) else value if isinstance(value, str) else ""


def _published_by_its_author(draft: Draft) -> bool:
    authors = draft.variables.get("author", ())
    publisher = _plain(draft, "publisher").removeprefix("The ")
    return isinstance(authors, tuple) and any(_same_body(author, publisher) for author in authors)


def _same_body(author: Name, publisher: str) -> bool:
    if not author.literal or not publisher:
        return False
    return publisher in (author.literal.removeprefix("The "), author.acronym) or author.literal in publisher


def _institutional_author(draft: Draft) -> bool:
    authors = draft.variables.get("author", ())
    return isinstance(authors, tuple) and bool(authors) and all(name.is_institution for name in authors)


_OF_BODIES = re.compile(
    r"\b(?:Rapport|Report|Bericht|Informe|International|National|European|Global|World|Action|Aid|Relief)\b"
)


def _may_be_person(literal: str) -> bool:
    """Whether a name whose order is unknown may be a person's: ``Lee Kuan Yew``."""
    is_body = looks_like_institution(literal) or _OF_BODIES.search(literal)
    return not is_body and len(literal.split()) in (2, 3)


def _by_body(draft: Draft) -> bool:
    """Whether no author is a person, nor has a name that may be a person's."""
    authors = draft.variables.get("author", ())
    if not isinstance(authors, tuple) or not authors:
        return False
    return all(name.is_institution and not _may_be_person(name.literal) for name in authors)


def _is_newspaper_author(draft: Draft) -> bool:
    authors = draft.variables.get("author", ())
    return isinstance(authors, tuple) and len(authors) == 1 and is_newspaper(authors[0].literal)


def _has_numbers(draft: Draft) -> bool:
    return "volume" in draft or "issue" in draft


def _is_periodical(container: str) -> bool:
    return abbreviations(container) > 1 or is_periodical(container)


def _is_archived(draft: Draft) -> bool:
    return is_data_archive(_plain(draft, "publisher")) or is_data_archive(_plain(draft, "container-title"))


def _is_of_gazette(draft: Draft) -> bool:
    """Whether it is a law in the Official Journal of the European Union: ``OJ C 364``."""
    is_there = _GAZETTE.match(_plain(draft, "container-title")) is not None
    return is_there and _OF_LAW.search(_plain(draft, "title")) is not None


def _has_persons(draft: Draft) -> bool:
    return "author" in draft and not _institutional_author(draft)


def _is_placed(draft: Draft) -> bool:
    """Whether a draft gives the place of an event: by label, or as a place without a publisher in a work with a day."""
    return "event-place" in draft or ("publisher-place" in draft and "publisher" not in draft and has_day(draft))


def _is_body(publisher: str) -> bool:
    """Whether a publisher is a body that publishes occasionally, not a publishing house."""
    return looks_like_institution(publisher) and not is_publisher(publisher)


_DATA_ARCHIVES = ("10.4232/", "10.7802/", "10.5684/", "10.3886/", "10.5255/")
"""The DOI prefixes of data archives: GESIS, the Socio-Economic Panel, ICPSR, the UK Data Archive."""

KINDS_OF_TYPES: Mapping[str, frozenset[str]] = {
    type: frozenset(kinds.split(";"))
    for type, kinds in {
        "motion_picture": "film;motion picture;documentary;video;video file;online video;youtube video",
        "broadcast": "podcast;audio podcast;video podcast;podcast episode;audio podcast episode;video podcast episode"
        ";radio broadcast;radio series episode;tv broadcast;tv series;tv series episode;television series"
        ";television series episode",
        "song": "song;album",
        "software": "computer software;computer program;software;mobile app;mobile application;r package",
        "map": "map",
        "graphic": "photograph;infographic",
        "interview": "interview",
        "dataset": "indicator;data collection;database;computer file",
        "post": "tweet;post;facebook post;instagram post;status update;facebook status update",
    }.items()
}
"""The names of kinds of works, in lower case, for each type that they show (APA, 7th edition, 10.10-16)."""


def _is_of_kind(kinds: frozenset[str], draft: Draft) -> bool:
    genre = _plain(draft, "genre").casefold()
    return genre in kinds or genre.rpartition(" ")[2] in kinds & {"film", "documentary", "video", "database"}


RULES: Sequence[tuple[str, Callable[[Draft], bool]]] = (
    ("treaty", lambda d: _TREATIES.search(_plain(d, "container-title") or _plain(d, "number")) is not None),
    ("treaty", lambda d: _is_of_gazette(d) and _plain(d, "title").startswith("Treaty ")),
    ("legislation", lambda d: _is_of_gazette(d) and not _has_persons(d)),
    ("thesis", lambda d: bool(_THESIS.search(_plain(d, "genre")))),
    ("dataset", lambda d: bool(_DATA.search(_plain(d, "genre")))),
    *((type, partial(_is_of_kind, kinds)) for type, kinds in KINDS_OF_TYPES.items()),
    ("software", lambda d: bool(_SOFTWARE.search(_plain(d, "title"))) and "container-title" not in d),
    ("post-weblog", lambda d: bool(_POST.search(_plain(d, "genre")))),
    ("patent", lambda d: bool(re.search(r"\b[Pp]at(?:ent\b|\.)", _plain(d, "genre"))) and "number" in d),
    ("dataset", lambda d: _plain(d, "DOI").startswith(_DATA_ARCHIVES)),
    ("dataset", lambda d: not _has_numbers(d) and _is_archived(d)),
    ("standard", lambda d: bool(STANDARD.fullmatch(_plain(d, "number")))),
    ("hearing", lambda d: _institutional_author(d) and bool(_HEARING.search(_plain(d, "title")))),
    ("report", lambda d: _institutional_author(d) and bool(_OF_SESSION.match(_plain(d, "note")))),
    ("interview", lambda d: "container-title" not in d and bool(_INTERVIEW.match(_plain(d, "title")))),
    ("personal_communication", lambda d: bool(_PERSONAL.match(_plain(d, "title")))),
    ("speech", lambda d: _is_placed(d) and bool(SPOKEN.search(_plain(d, "event-title") or _plain(d, "title")))),
    ("speech", lambda d: bool(SPOKEN.search(_plain(d, "genre")))),
    ("manuscript", lambda d: bool(re.search(r"(?i)manus[ck]ript|mimeo|typos[ck]ript|\bms\b", _plain(d, "genre")))),
    ("article-newspaper", lambda d: is_newspaper(_plain(d, "container-title")) and "volume" not in d),
    (
        "article-journal",
        lambda d: (
            "container-title" in d
            and _has_numbers(d)
            and ("publisher" not in d or ("volume" in d and "issue" in d))
            and ("editor" not in d or _is_periodical(_plain(d, "container-title")))
        ),
    ),
    (
        "paper-conference",
        lambda d: (
            "event-title" in d or ("container-title" in d and bool(_PROCEEDINGS.search(_plain(d, "container-title"))))
        ),
    ),
    ("chapter", lambda d: "container-title" in d and "container-author" in d),
    ("chapter", lambda d: "container-title" in d and ("editor" in d or "publisher" in d or "chapter-number" in d)),
    ("entry-dictionary", lambda d: bool(_DICTIONARY.search(_plain(d, "container-title")))),
    ("entry-encyclopedia", lambda d: bool(_ENCYCLOPEDIA.search(_plain(d, "container-title")))),
    ("article-newspaper", lambda d: "container-title" in d and has_day(d) and not _has_numbers(d) and "DOI" not in d),
    (
        "article-journal",
        lambda d: "container-title" in d and ("page" in d or "DOI" in d or "status" in d or _has_numbers(d)),
    ),
    (
        "webpage",
        lambda d: (
            ("URL" in d or "accessed" in d)
            and "container-title" in d
            and not is_periodical(_plain(d, "container-title"))
        ),
    ),
    ("article-journal", lambda d: "container-title" in d),
    ("article-newspaper", lambda d: has_day(d) and _is_newspaper_author(d)),
    ("article", lambda d: _plain(d, "number").startswith("arXiv:") or _PREPRINT.search(_plain(d, "URL")) is not None),
    ("report", lambda d: "genre" in d or "number" in d),
    ("book", lambda d: "editor" in d and "author" not in d and "publisher" in d),
    ("report", lambda d: _published_by_its_author(d) or bool(_GOVERNMENT.search(_plain(d, "publisher")))),
    ("report", lambda d: _institutional_author(d) and bool(_REPORT_TITLE.search(_plain(d, "title")))),
    ("report", lambda d: bool(_PAPERS.search(_plain(d, "collection-title"))) and "ISBN" not in d),
    ("webpage", lambda d: "URL" in d and "publisher" not in d and "collection-title" not in d),
    ("webpage", lambda d: "URL" in d and has_day(d)),
    ("report", lambda d: "URL" in d and _is_body(_plain(d, "publisher"))),
    ("report", lambda d: _by_body(d) and "publisher" in d and "edition" not in d and "ISBN" not in d),
    ("book", lambda d: "publisher" in d or "publisher-place" in d or "edition" in d or "ISBN" in d or "editor" in d),
    ("article", lambda d: "DOI" in d),
    ("article-journal", lambda d: "PMID" in d or "PMCID" in d),
)
"""Types and their evidence, the stronger evidence first; a work without any is a document."""


def type_of(draft: Draft) -> str:
    """The type of a draft; one that a normaliser has set is kept."""
    if draft.type != "document":
        return draft.type
    return next((type for type, holds in RULES if holds(draft)), "document")


def has_day(draft: Draft) -> bool:
    """Whether a draft was issued on a day, and not only in a year or month."""
    issued = draft.variables.get("issued")
    return isinstance(issued, Date) and any(len(parts) > 2 for parts in issued.parts)
