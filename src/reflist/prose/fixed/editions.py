"""Editions of books: numbered, named, or as a superscript number beside the year."""

import re

from reflist.grammar.dates import YEAR
from reflist.prose.labels import Label
from reflist.prose.line import Line

_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
zweite dritte vierte fünfte sechste"""
_REVISED = r"""
    (?: vollst(?:ändig)? | völlig | stark | grundlegend | gründlich | wesentlich | leicht | neu | durchges(?:ehene)?
      | (?:neu)?(?:über|be)arb(?:eitete)? | erw(?:eiterte)? | erg(?:änzte)? | aktual(?:isierte)?
      | akt | verb(?:esserte)?
      | ver?änd(?:erte)? | korr(?:igierte)? | rev(?:idierte)? | unver(?:änd(?:erte)?)? | unv ) \b \.?
"""
"""Descriptions of a new edition, in full and abbreviated, as a part of a verbose regular expression."""

_EDITION = re.compile(
    rf"""[(\[]? (?<![\w-])
    (?P<edition>
      (?: \d{{1,2}}\s?(?:st|nd|rd|th|d|\.?\s?[ªº]|\.|e|ème|a) | {" | ".join(_ORDINALS.split())}
        | emended | abridged | annotated | illustrated
        | revised | rev\. | new | expanded | enlarged | international | student | paperback | reprint | kindle )
      (?: (?: ,?\s+(?:and|&|und|u\.) | ,? )\s*
          (?: anniversary | global | american | british | english | german | french
            | revised | updated | expanded | enlarged | international | reprint
            | (?<!\d\s)(?<!\d\.\s)\d{{1,2}}(?:st|nd|rd|th) | {_REVISED} ) ){{0,6}} )
    \s+ (?: edn | edition | ed | Auflage | Aufl | édition | éd | edición | edição | edizione | ediz | druk )\b \.?
    (?: \s*[)\]] | (?!\s+of\b)(?=[\s,.;:\0]|$) )""",
    re.IGNORECASE | re.VERBOSE,
)
_NAMED_EDITION = re.compile(
    rf"""(?<=[.,(]\s)
    (?P<edition>
      (?: (?: {_REVISED} | ungekürzte | vollständige | neue ) (?: ,?\s+(?:und|u\.)\s+ | ,?\s* ) ){{1,4}}
      (?: Neuausg(?:abe)? | Ausg(?:abe)? | Neuaufl(?:age)? ) \b \.?
      | (?: Neu | Sonder | Studien | Taschenbuch | Jubiläums ) (?: ausgabe | auflage ) )
    (?=\s*[.,;)\0])""",
    re.IGNORECASE | re.VERBOSE,
)
"""An edition without a number: ``Erweiterte Ausgabe``, ``Vollst. überarb. und erw. Neuausg.``"""
_NUMBER_AFTER = re.compile(r"(?<=[.,]\s)(?:[Ee]dition|ed\.)\s(?P<edition>\d{1,2}(?:\.\d)?)(?=[.,]\s)")
"""A number after the word: ``An Introduction. Edition 5. London``, ``(Spade, Leeds, ed. 2, 1959)``."""

_NUMBER_BEFORE = re.compile(r"(?<=[.,(]\s)\d{1,2}\.\s(?:Aufl(?:age)?|Ausg(?:abe)?)\b\.?,\s\Z")
"""The numbered edition before one of `_NAMED_EDITION`: ``18. Aufl., vollst. überarb. und erw. Neuausg.`` is one
edition.
"""

_EDITION_WORDS = frozenset(
    """edn edition ed auflage aufl édition éd edición edição edizione ediz druk
    nded rded thed sted ndedn rdedn thedn stedn""".split()
)
"""The words that follow the number of an edition; also as glued to ``4th``."""

_BRIEF_EDITION = re.compile(r"(?<=[.,]\s)(?P<edition>\d{1,2}\.)\sA\.(?=,?\s[^\W\d_a-z])")
"""A brief German form: ``Sozialpolitik. 3. A., Wiesbaden``."""

_GLUED_EDITION = re.compile(
    r"(?<=[,.(\s])(?<!\bvol\s)(?<!\bvol\.\s)(?P<edition>\d{1,2})(?:nd|rd|th|st)?\s*(?:edn|ed)\b\.?(?=[\s,.;:)\0]|$)",
    re.IGNORECASE,
)
SUPERSCRIPTS = "²³⁴⁵⁶⁷⁸⁹"
_RAISED = re.compile(rf"[{SUPERSCRIPTS}](?={YEAR}\b)|(?<={YEAR})[{SUPERSCRIPTS}](?!\w)")
"""The superscript number of an edition beside its year, as in German lists: ``London ²2000``."""

_NAMED_EDITIONS = ("usg", "ufl", "USG", "UFL")
"""Parts of ``Ausgabe`` and ``Auflage``."""


def follows_title(line: Line, offset: int) -> bool:
    """Whether a title, or at least words that may be one, stand before this offset."""
    return line.has(Label.TITLE) or line.has_words(line.body, offset)


def find_edition(line: Line) -> None:
    """``4th edn``, ``(2nd ed.)``, ``third revised edition``, ``2. Auflage``, ``²2000``."""
    if not line.text.isascii() and (raised := _RAISED.search(line.open, line.body)):
        line.claim(*raised.span(), Label.EDITION)
        return
    is_named = any(part in line.text for part in _NAMED_EDITIONS)
    if is_named and (named := _NAMED_EDITION.search(line.open, line.body)):
        number = _NUMBER_BEFORE.search(line.open[: named.start()], line.body)
        line.claim(number.start() if number else named.start(), named.end(), Label.EDITION)
        return
    if after := _NUMBER_AFTER.search(line.open, line.body):
        line.claim_match(after, edition=Label.EDITION)
        return
    if ". A." in line.text and (brief := _BRIEF_EDITION.search(line.open, line.body)):
        line.claim_match(brief, edition=Label.EDITION)
        return
    if not line.tells(_EDITION_WORDS):
        return
    found = _EDITION.search(line.open, line.body) or _GLUED_EDITION.search(line.open, line.body)
    if found and follows_title(line, found.start("edition")):
        line.claim_match(found, edition=Label.EDITION)
