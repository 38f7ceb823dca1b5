"""The first section of the overview: what is left for a person to decide."""

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from reflist.citing import CitingPaper
from reflist.model import Citation, Evidence, Reference
from reflist.pages.html import Html, join, tag
from reflist.pages.overview import View, counted
from reflist.pages.raw import Stretch, marked, place, shortened
from reflist.report import Diagnostic, Severity

INTRODUCTION = (
    "Pairs that may be the same work but were kept apart, citations whose work is in no list, and lines that "
    "could not be read or carried over in full. Everything else on this page was settled without doubt."
)

_WORD = re.compile(r"\w+")


def questions(view: View) -> Html:
    """The section: doubtful pairs, citations without a work, and what was not read or was lost."""
    parts = [*_pairs(view), *_unresolved(view), *_not_read(view)]
    nothing = tag("p", "Nothing: every line was read, and no pair of references is doubtful.", class_="quiet")
    return tag(
        "section",
        tag("h2", "Left for you to decide", id="questions"),
        *([tag("p", INTRODUCTION, class_="lead"), *parts] if parts else [nothing]),
        class_="questions",
    )


def differing_words(one: str, other: str) -> tuple[list[Stretch], list[Stretch]]:
    """The stretches of words in which two lines differ, ignoring punctuation, spaces and case.

    >>> differing_words("services of the state", "services, the States")
    ([Stretch(start=9, end=11, note=''), Stretch(start=16, end=21, note='')], [Stretch(start=14, end=20, note='')])
    """
    first, second = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    words, others = ([word[0].casefold() for word in found] for found in (first, second))
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    return (
        [_stretch(first[start:end]) for _, start, end, _, _ in changes if start < end],
        [_stretch(second[start:end]) for _, _, _, start, end in changes if start < end],
    )


def _stretch(words: Sequence[re.Match[str]]) -> Stretch:
    return Stretch(words[0].start(), words[-1].end(), "")


def likelihood(evidence: Evidence) -> Html:
    """How likely a pair is one work; never 100%, since then nobody would be asked."""
    return tag("p", tag("b", f"{min(evidence.score, 0.99):.0%}"), " likely the same", class_="score")


def _pairs(view: View) -> list[Html]:
    likeliest_first = sorted(view.overview.review, key=lambda evidence: (-evidence.score, evidence.members))
    pairs = [_pair(view, evidence) for evidence in likeliest_first]
    if not pairs:
        return []
    return [tag("h3", counted(len(pairs), "pair"), " that may be one work"), *pairs]


def _pair(view: View, evidence: Evidence) -> Html:
    one, other = (view.members[id] for id in evidence.members)
    raw_one, raw_other = shortened(one.origin.raw), shortened(other.origin.raw)
    first, second = differing_words(raw_one, raw_other)
    why = tag("ul", *(tag("li", reason) for reason in evidence.reasons), class_="reasons")
    return tag(
        "article",
        likelihood(evidence),
        tag(
            "div",
            _side(view, one, marked(raw_one, first)),
            _side(view, other, marked(raw_other, second)),
            class_="pair",
        ),
        why,
        class_="question",
    )


def _side(view: View, member: Reference, line: Html) -> Html:
    about = join([place(member), view.work_link(view.work_of[member.id])], " · ")
    return tag("div", tag("p", about, class_="about"), tag("p", line, class_="raw", dir="auto"))


def _unresolved(view: View) -> list[Html]:
    lists = [_of_paper(view, paper) for paper in view.overview.papers if view.unresolved(paper)]
    if not lists:
        return []
    number = sum(len(view.unresolved(paper)) for paper in view.overview.papers)
    return [tag("h3", counted(number, "citation"), " whose work is in no list"), *lists]


def _of_paper(view: View, paper: CitingPaper) -> Html:
    lines: dict[str, list[int]] = defaultdict(list)
    for citation in view.unresolved(paper):
        lines[_named(citation)].append(citation.line)
    items = (
        tag("li", text, " ", tag("span", counted_lines(numbers), class_="about")) for text, numbers in lines.items()
    )
    about = join([view.paper_link(paper.id), paper.paper.source or None], " · ")
    return tag("div", tag("p", about, class_="about"), tag("ul", *items, class_="citations"), class_="question")


def _named(citation: Citation) -> str:
    """A citation as printed; if that is only a year ("DoH 1997; 2001"), with the names that it continues."""
    if any(name in citation.text for name in citation.names):
        return citation.text
    return f"{citation.text} ({' & '.join(citation.names)}{' et al.' if citation.others else ''})"


def counted_lines(numbers: Sequence[int]) -> str:
    """Where something is: ``line 3``, ``lines 3, 17``."""
    return f"line{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def _not_read(view: View) -> list[Html]:
    tables = (
        (Severity.ERROR, "line that could not be read", "lines that could not be read"),
        (Severity.LOSS, "value that could not be carried over", "values that could not be carried over"),
    )
    parts: list[Html] = []
    for severity, singular, plural in tables:
        if found := view.found(severity):
            parts += [
                tag("h3", counted(len(found), singular, plural)),
                tag("ul", *map(_finding, found), class_="findings"),
            ]
    return parts


def _finding(diagnostic: Diagnostic) -> Html:
    where = tag("span", str(diagnostic.place), class_="about") if any(diagnostic.place) else None
    return tag("li", join([where, diagnostic.message], " "))
