"""Names at the beginning of a string, in styles that print every name with initials, all in the same form.

MDPI (``Weir, A.B.; Ash, C. Title``), Nature (``Weir, A. B., Ash, C. & Lee, D. Title``), Vancouver (``Weir AB, Ash C.
Title``; Citing Medicine, chapter 1), IEEE and Elsevier (``A. B. Weir, C. Ash, and D. Lee, “Title”``). Since every name
has the form of the first one, the list ends with the last name of that form, whatever words follow it.
"""

import re

from reflist.grammar.dates import YEAR
from reflist.grammar.institutions import is_institution_word
from reflist.grammar.name_words import STATES
from reflist.grammar.names import UPPER
from reflist.grammar.periodicals import is_abbreviated
from reflist.grammar.persons import CLOSED_PARTICLES, PARTICLES
from reflist.grammar.wordlists import words
from reflist.late import late
from reflist.prose.labels import Label
from reflist.prose.line import Line

LONGEST = 4_000
"""The most characters that a list of names has."""

_PARTICLES = rf"(?>(?:(?:{'|'.join(sorted(map(re.escape, PARTICLES), key=len, reverse=True))}|[’'‘]t)\s)*)"
_WORD = rf"(?:{CLOSED_PARTICLES})?[{UPPER}][\w’'‐-]*+"
_FAMILY = rf"{_PARTICLES}{_WORD}(?:\s{_PARTICLES}{_WORD}){{0,2}}"
_INITIAL = rf"[{UPPER}][a-z]?\."
_STOPPED = rf"{_INITIAL}(?>(?:\s?[-‐]?{_INITIAL}|[-‐][a-z]\.){{0,5}})"
_PACKED = rf"[{UPPER}](?>(?:[-‐]?[{UPPER}]){{0,3}})(?![\w’'])"
_SUFFIX = r"(?>(?:,?\s(?:Jr|Sr|II|III|IV|2nd|3rd)\b\.?)?)"
_AND = r"(?:[Aa]nd|AND|&|und|y|et)\s"
_JOINT = rf"(?:\s?[;,]\s(?:(?:\.\.\.|…)\s)?(?:{_AND})?|\s{_AND})"
_OTHERS = r"(?>(?:[,;]?\s(?:\.\.\.|…|et\sal\b\.?))?)"
_ROLE = r"(?>(?P<role>,?\s\(?(?:[Ee]ds?|[Ee]ditors?|Hrsg)\b\.?\)?)?)"

_OPENS = r"\((?!(?!(?:In|To|Under)\s|Forthcoming|Accepted|(?:Org|Coord|Dir|Comp)s?\b)[^\W\d_a-z][^()\d]+\))"
"""A bracket with more than words. Words only are a body, ``(Particle Data Group)``, or a role, ``(Director)``."""

_TITLE = rf"[^\W\d_a-z]|[a-z][A-Z]|[\d“\"‘'«\[*_¿¡]|{_OPENS}"
SURE = 0.99
"""The confidence of names that all have one form."""

_SHORT_NAME = re.compile(rf",\s(?P<given>[{UPPER}][a-z]{{1,2}})\.$")
"""A given name in full that is followed by a full stop, as initials are."""

_WORD_ALONE = re.compile(rf"\s(?P<word>[{UPPER}][a-z]+)[.:,\s]")
_FAMILY_AFTER = re.compile(rf"\s[{UPPER}][a-z]+(?:\.\s(?:[^\s\d.]+\s){{2}}|,\s[{UPPER}“‘\"«])")
"""A family name and the beginning of a title: ``Sarita V. Adve. Using information from the …``."""

_NAMES_ON = re.compile(rf",\s(?:[{UPPER}][.,]?[\s-]?){{1,3}}\s?{_WORD}[,.]")
_GOES_ON = late(
    rf"[;,]?\s(?:[Aa]nd\b|&|\.\.\.|…|et\sal\b)|\s[{UPPER}],\s|\s{_WORD}(?:\s{_WORD})?(?:,\s{_INITIAL}|,?\set\sal\b)"
    rf"|\s{_WORD}\s(?:{_INITIAL}|{_PACKED}\.)"
    rf"|\s{_WORD}(?:\s(?:and|&)|,)\s{_WORD}\s(?:{_WORD}(?:,|\sand\s)|{_INITIAL})|\s{_WORD}\s(?:and|&)\s{_WORD}\s{_WORD}"
)
"""What follows the last name found if there are more names: ``Lu, D.R. Ou, Q.``."""

_BEFORE_YEAR = re.compile(rf"\s{_WORD}{_SUFFIX}[.,]?\s\(?{YEAR}")
"""Another given name between initials and the year: ``Powell, G. Bingham Jr. 1986``."""

_NUMBERED = re.compile(rf"[.,:]?(?:(?:\s[{UPPER}]\w*\.)+\s?[A-Z]?(?!{YEAR}\b)\d|\s(?!{YEAR}\b)\d{{1,4}}\s?[:(,])")
"""Numbers after a periodical, or after the first words of an abbreviated one: ``A. Weir Astropart. Phys. 3``."""

_ONE_WORD = re.compile(rf"\s{_WORD}(?:,\s(?:The\s|An?\s|[“‘\"«])|\.\s[“‘\"«])")
"""A word that may be either a given name or the title: ``Fuller, R. Buckminster, The …``, ``Noni E. MacDonald. “…``."""

_TEAM = re.compile(r"\b(?:Collaboration|Consortium|Group|Team)\b")
_LOOKED_AT = 40
_STATES = "|".join(sorted(STATES))


_TWO_STOPS = r"(?=[^,;(]*?(?:\.\s?[-‐]?[^\W\d_a-z][a-z]?\.|\.,\s|\.\s(?:and|und|&)\s))"
"""The first name's last initial has a stop that does not end a sentence, since another stop or a mark follows."""


def _heads(name: str, end: str, stop: str = "", first: str = "") -> re.Pattern[str]:
    """A list of such names, each readable in one way only, and what must follow it."""
    return late(
        rf"(?P<names>{first}(?P<first>(?>{name}))(?P<more>(?>(?:{_JOINT}(?>{name}))*)){_OTHERS}{stop}){_ROLE}(?={end})"
    )


_FORMS = (
    _heads(rf"{_FAMILY},\s?{_STOPPED}{_SUFFIX}", rf"\s(?:{_TITLE})|[,:]\s\(?\d|$"),
    _heads(rf"{_FAMILY}\s{_STOPPED}{_SUFFIX}", rf",?\s{_OPENS}|\s(?:{_TITLE})|[,:]\s\(?[\d“‘«\"]|$", first=_TWO_STOPS),
    _heads(rf"{_FAMILY}\s{_STOPPED}{_SUFFIX}", rf",?\s{_OPENS}|,\s[“‘«\"]"),
    _heads(
        rf"{_FAMILY}?\s(?!(?:{_STATES})\b){_PACKED}{_SUFFIX}",
        rf"(?:(?<=\.)|:)\s(?:{_TITLE})|\s{_OPENS}|,?\s\d{{4}}|$",
        r"\.?+",
    ),
    _heads(
        rf"(?!(?:U\.\s?[SKN]|E\.\s?U|H\.\s?M)\.){_STOPPED}\s?{_FAMILY}(?<!\W[{UPPER}]){_SUFFIX}",
        rf"[.,:]\s(?:{_TITLE})|\s{_OPENS}|$",
    ),
)
"""The forms of names, one for a whole list, and what may follow the last name."""


_HANDLE = late(r"\s\[(?P<handle>@\w{1,30}|(?<=\.\s\[)[A-Z][^\[\]\0\d]{2,50}(?=\]\.?\s\((?:19|20)\d\d))\]")


def find_handle(line: Line) -> None:
    """``Weir, A. [@annweir]``: the name that an author uses on a social network (APA, 7th edition, 10.15)."""
    if " [" in line.text and (found := _HANDLE.search(line.open)):
        line.claim_match(found, handle=Label.NOTE)


def find_names_of_one_form(line: Line) -> None:
    """The names at the beginning of a string if all of them have one form, and the word for editors after them."""
    head = line.open[:LONGEST]
    for form in _FORMS:
        found = form.match(head)
        if found and (short := _SHORT_NAME.search(found["names"])) and short["given"] in words("given_names"):
            return  # "Weber, Max. Wirtschaft und Gesellschaft"
        after = line.open[found.end() : found.end() + _LOOKED_AT] if found else ""
        if found and (_names_no_persons(found["names"], after) or _GOES_ON.match(after)):
            return
        if found and (found["more"] or _is_person(found["first"], after)):
            line.claim_match(found, SURE, names=Label.EDITOR if found["role"] else Label.AUTHOR)
            return


_AFTER_STOP = re.compile(rf"(?<=\.)\s?([{UPPER}][\w’'‐-]+)")


def _names_no_persons(names: str, after: str) -> bool:
    """Whether one name is a body's or an abbreviated periodical's, as when no title separates names and periodical.

    ``ALICE Collaboration, J. Adams``; ``M. Neubert, Eur. Phys. J. C40``.
    """
    if _TEAM.search(names) or any(map(is_institution_word, names.split())) or _NUMBERED.match(after):
        return True
    if after[:1] == "." and names.rpartition(" ")[2] in words("periodical_abbreviations"):
        return True
    return any(word in words("periodical_abbreviations") for word in _AFTER_STOP.findall(names))


def _is_person(printed: str, after: str) -> bool:
    """Whether a single name is a complete person's name and not a body's, such as ``Age NI``.

    It is not complete if a name in full begins or goes on there: ``Eric S. Raymond``, ``Long, J. Scott.``, ``Knight B.
    Weir.``; or if another name follows that has a slip in it: ``A. Gupta, V Roy, D. Quass``.
    """
    words_of = printed.split()
    next_word = _WORD_ALONE.match(after)
    if (
        _NAMES_ON.match(after)
        or _ONE_WORD.match(after)
        or _BEFORE_YEAR.match(after)
        or (next_word and f"{next_word['word']}." in after and is_abbreviated(next_word["word"]))
    ):
        return False  # the last condition: "Karnataka J. Agric. Sci."
    if "," in printed:
        is_part = next_word is not None and next_word["word"] in words("given_names")
    else:
        is_part = len(words_of) == 2 and (words_of[0] in words("given_names") or bool(_FAMILY_AFTER.match(after)))
    return not is_part and not any(map(is_institution_word, words_of))
