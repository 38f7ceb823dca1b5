"""References without a title."""

from collections.abc import Iterator

from reflist.checking.base import Finding
from reflist.model import Reference
from reflist.report import Rule, Severity

NO_TITLE = Rule("no-title", Severity.ERROR, "A reference has no title, or one without any letter or digit.")

UNTITLED = frozenset({"personal_communication", "interview", "review", "review-book", "periodical", "manuscript"})
"""Types of works that may lack a title."""


def titles(reference: Reference) -> Iterator[Finding]:
    """A finding if there is no title."""
    title = reference.plain("title") or reference.plain("title-short")
    if reference.type not in UNTITLED and not any(map(str.isalnum, title)):
        yield Finding(NO_TITLE, f"the title is {title!r}" if title else "there is no title", title)
