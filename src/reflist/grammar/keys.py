"""Keys of references. They depend on the work alone, so adding another work renames none."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from reflist.late import late
from reflist.model import Reference, to_csl

TITLE_WORDS = 3
"""How many significant title words go into a key: enough for clashes to be rare."""

LONGEST_PART = 24
"""The most letters of a name, or of a title word, in a key."""

INSIGNIFICANT = frozenset(
    """a an the and or of in on at to for from by with as is are be it its this that into
    der die das des dem den ein eine und oder von zur zum im auf mit für
    le la les l un une des du de d et en au aux sur pour el los las y del""".split()
)
"""Words of a title that are not used in keys, in English, German, French and Spanish."""

TRANSLITERATED = str.maketrans(
    {
        "ß": "ss",
        "ẞ": "SS",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
    }
    | {"ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H"}
)
"""Latin letters that Unicode does not decompose into a base letter and a mark."""


_AFTER_KEY = late(r"(?:-[0-9a-f]{6})?(?:#\d+)?")
"""What is added to our own keys if several are equal."""

_APOSTROPHE = late(r"['’‘ʼ`]")
_OTHER = late(r"[^A-Za-z0-9]+")


def ascii_letters(text: str) -> str:
    """The text in ASCII letters, digits and spaces: accents removed, apostrophes dropped, anything else a space."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(TRANSLITERATED))
        text = "".join(c for c in text if c.isascii() or not unicodedata.combining(c))
    return _OTHER.sub(" ", _APOSTROPHE.sub("", text)).strip()


def key(reference: Reference) -> str:
    """A new key in ASCII: family name or acronym, year or ``forthcoming``, first significant title words.

    A name or title in another script, without ASCII letters, is represented by a short hash.

    >>> from reflist.model import Date, Name
    >>> from reflist.text import Text
    >>> title = Text("Beyond engagement and participation")
    >>> bovaird = {"author": (Name("Bovaird", "T."),), "issued": Date.of(2007), "title": title}
    >>> key(Reference("", "article-journal", bovaird))
    'bovaird2007beyondEngagementParticipation'
    """
    name, title = _name(reference), _title(reference)
    return name + _year(reference) + title if name + title else _hash(reference)


def is_made(id: str, reference: Reference) -> bool:
    """Whether an id is the key that we would make for the reference, with or without an addition against clashes."""
    year = reference.date("issued").year
    if (year and year > 0 and str(year) not in id) or not id.startswith(_name(reference)):
        return False
    made = key(reference)
    return id.startswith(made) and _AFTER_KEY.fullmatch(id, len(made)) is not None


def distinct(references: Sequence[Reference]) -> list[str]:
    """A key for each reference, in order; equal keys get a short hash of the whole record added."""
    keys = [key(reference) for reference in references]
    shared = Counter(keys)
    return [
        f"{key}-{_hash(reference)}" if shared[key] > 1 else key for key, reference in zip(keys, references, strict=True)
    ]


def keyed(references: Iterable[Reference]) -> Iterator[Reference]:
    """The references, with new keys for those without an id; the second and later uses of a key get ``#2``, ``#3``.

    For formats in which each reference must have an id.
    """
    made: Counter[str] = Counter()
    for reference in references:
        if reference.id:
            yield reference
            continue
        new = key(reference)
        made[new] += 1
        yield reference.replace(id=new if made[new] == 1 else f"{new}#{made[new]}")


def numbered(ids: Sequence[str]) -> list[str]:
    """The ids, made distinct by adding ``#2``, ``#3`` to the second and later uses of each."""
    used: Counter[str] = Counter()
    result = []
    for id in ids:
        used[id] += 1
        result.append(id if used[id] == 1 else f"{id}#{used[id]}")
    return result


def _name(reference: Reference) -> str:
    for variable in ("author", "editor", "translator", "container-author"):
        for name in reference.names(variable):
            chosen = name.family or name.acronym or name.literal or name.given
            return ascii_letters(chosen).replace(" ", "").lower()[:LONGEST_PART] or _digest(chosen)
    return ""


def _title(reference: Reference) -> str:
    printed = reference.plain("title")
    words = ascii_letters(printed).lower().split()
    words = list(islice((word for word in words if word not in INSIGNIFICANT), TITLE_WORDS)) or words[:TITLE_WORDS]
    if not words:
        return _digest(printed) if printed else ""
    first, *others = (word[:LONGEST_PART] for word in words)
    return first + "".join(word[0].upper() + word[1:] for word in others)


def _year(reference: Reference) -> str:
    year = reference.date("issued").year
    if year is not None:
        return str(year) if year > 0 else f"bc{-year}"
    return ascii_letters(reference.plain("status")).split(" ")[0].lower()


def _hash(reference: Reference) -> str:
    item = to_csl(reference)
    return _digest(repr(sorted((field, item[field]) for field in item if field not in ("id", "custom"))))


def _digest(text: str) -> str:
    from hashlib import blake2b  # noqa: PLC0415  # few keys clash, and loading it takes as long as all of grammar

    return blake2b(text.encode("utf-8", "replace"), digest_size=3).hexdigest()
