"""Mistakes of programs in BibTeX fields: each kind is searched for in the whole file, and mended entry by entry.

We write none of them ourselves, so what we write is read back unchanged.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reflist.grammar import markup
from reflist.grammar.institutions import is_institution_word
from reflist.grammar.wordlists import words
from reflist.late import late
from reflist.report import Rule, Severity
from reflist.value import remembered

NUMBERED_NAME = Rule(
    "bibtex-numbered-name",
    Severity.REPAIR,
    "A name ends in a number of four digits, by which DBLP distinguishes people of the same name (``Jane Doe "
    "0002``). It is not part of the name and was left out.",
)
GLUED_WORD = Rule(
    "bibtex-glued-word",
    Severity.REPAIR,
    "The list of editors ends in that word, glued to the last name, as in Cambridge's exports (``Taylor, "
    "AnnEditors``). It is not part of the name and was left out.",
)
OPEN_INSTITUTION = Rule(
    "bibtex-open-institution",
    Severity.REPAIR,
    "The name of an institution has no braces around it (``author = {World Health Organization}``), so BibTeX takes "
    "its last word for a person's family name. It was read as if it had braces.",
)
HTML_SIGN = Rule(
    "bibtex-html-sign",
    Severity.REPAIR,
    "A character is written as in HTML (``Behavior &amp; Brain``), as in Crossref's exports. The character itself "
    "was read.",
)
SEVERAL_ADDRESSES = Rule(
    "bibtex-several-addresses",
    Severity.REPAIR,
    "The field url holds several addresses, as Mendeley writes them. The first was read; the others were kept.",
)

Fields = dict[str, str]
"""The fields of an entry, by tag."""


class Mending(NamedTuple):
    """A kind of mistake: the rule that reports it, its sign in the text of an entry, the function that mends fields.

    The function changes the fields and yields a message for each change.
    """

    rule: Rule
    sign: re.Pattern[str]
    mend: Callable[[Fields], Iterator[str]]


class Mendings:
    """Mends the entries of a file, in order. Mistakes whose next sign is after an entry cost that entry no time."""

    def __init__(self, text: str) -> None:
        self.end = len(text) + 1
        self.signs = [mending.sign.finditer(text) for mending in MENDINGS]
        self.ahead = [self._next(at) for at in range(len(MENDINGS))]
        self.nearest = min(self.ahead)

    def mended(self, fields: Fields, end: int) -> list[tuple[Rule, str]]:
        """Mend the fields of the next entry, which ends at ``end`` in the text; returns rules and messages."""
        found = [(OPEN_INSTITUTION, message) for message in _with_braces(fields)]
        if self.nearest < end:
            for at, mending in enumerate(MENDINGS):
                if self.ahead[at] < end:
                    found += [(mending.rule, message) for message in mending.mend(fields)]
                while self.ahead[at] < end:
                    self.ahead[at] = self._next(at)
            self.nearest = min(self.ahead)
        return found

    def _next(self, at: int) -> int:
        """The offset of the next sign of a kind of mistake; beyond the end of the text if there is none."""
        match = next(self.signs[at], None)
        return match.start() if match else self.end


_NAMES = ("author", "editor", "Author", "Editor", "AUTHOR", "EDITOR")
"""The fields of names, in the cases that files have."""
_URLS = ("url", "Url", "URL")


# --- names ------------------------------------------------------------------------------------------------------------

_NUMBER = late(r"(?<=[^\W\d_]) 0\d{3}\s*\Z")
_GLUED_WORD = late(r"(?<=[a-z])Editors?\Z")


def _without_numbers(fields: Fields) -> Iterator[str]:
    for tag in [tag for tag in _NAMES if " 0" in fields.get(tag, "")]:
        names = [name if "," in name else _NUMBER.sub("", name) for name in fields[tag].split(" and ")]
        if (without := " and ".join(names)) != fields[tag]:
            yield f"a number ends a name: {fields[tag][:60]}"
            fields[tag] = without


def _without_word(fields: Fields) -> Iterator[str]:
    editors = fields.get("editor", "")
    if _GLUED_WORD.search(editors):
        yield f"read without the word: {editors[-60:]}"
        fields["editor"] = _GLUED_WORD.sub("", editors)


_NEVER_IN_PERSONS = frozenset(("of", "for", "the"))
_BRACED = late(r"[{}\\,.\d]")


def _with_braces(fields: Fields) -> list[str]:
    """Put institutions in braces. Most entries are ruled out at once, by commas or initials in their names."""
    messages = []
    for tag in _NAMES:
        written = fields.get(tag)
        if not written or "{" in written or written.count(",") > written.count(" and "):
            continue  # every name has a comma
        names = written.split(" and ")
        if found := [name for name in names if " " in name and "." not in name and _is_institution(name)]:
            messages.append(f"read as institutions: {', '.join(found)[:60]}")
            fields[tag] = " and ".join([f"{{{name}}}" if name in found else name for name in names])
    return messages


def _is_certain_institution(name: str) -> bool:
    """Whether a name without braces is certainly an institution: by one of its words, without a given name first."""
    parts = name.split(" ")
    if len(parts) < 2 or parts[0] in words("given_names") or _BRACED.search(name):
        return False
    if is_institution_word(parts[-1]) or is_institution_word(parts[0]):
        return True
    return len(parts) > 2 and (
        not _NEVER_IN_PERSONS.isdisjoint(parts[1:-1]) or any(map(is_institution_word, parts[1:-1]))
    )


_is_institution = remembered(_is_certain_institution)


# --- text and addresses -----------------------------------------------------------------------------------------------

_TEXTS = frozenset(
    """title subtitle booktitle booksubtitle maintitle journal journaltitle shorttitle series publisher organization
    institution school address location abstract keywords note annote author editor howpublished""".split()
)
_HTML = re.compile(r"&(?<!\\&)(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,6});")
_OF_LATEX = frozenset("{}\\$%#~^_")


def _without_html(fields: Fields) -> Iterator[str]:
    for tag, written in fields.items():
        if "&" in written and "$" not in written and tag.lower() in _TEXTS:
            replaced = _HTML.sub(_sign, written)
            if replaced != written:
                yield f"{tag}: {written[:60]}"
                fields[tag] = replaced


def _sign(found: re.Match[str]) -> str:
    """The character of a character reference, unless it has a meaning in LaTeX."""
    character = markup.resolved(found[0])
    return found[0] if character in _OF_LATEX else character


_ADDRESSES = late(r"\S+(?:\s+https?://\S+)+")


def _one_address(fields: Fields) -> Iterator[str]:
    for tag in _URLS:
        written = fields.get(tag)
        if written and " " in written and _ADDRESSES.fullmatch(written):
            first, *others = written.split()
            yield f"kept as fields: {' '.join(others)[:60]}"
            fields[tag] = first
            fields.update({f"url+{number}": other for number, other in enumerate(others, start=2)})


MENDINGS = (
    Mending(NUMBERED_NAME, late(r" 0\d{3}(?:\s+and\s|\s{0,9}[\"}])"), _without_numbers),
    Mending(GLUED_WORD, late(r"Editors?\}"), _without_word),
    Mending(HTML_SIGN, _HTML, _without_html),
    Mending(SEVERAL_ADDRESSES, late(r" https?://"), _one_address),
)
"""The kinds of mistakes that have a sign, in the order of mending."""
