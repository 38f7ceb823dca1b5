"""How a page says it is to be cited: a reference to the paper itself, for what the rest of the page leaves open."""

import re

from reflist.model import Reference
from reflist.prose.page.front import letters_of
from reflist.prose.page.headings import Part
from reflist.prose.page.sections import Sections
from reflist.prose.strings import ReadString, looks_like_reference
from reflist.report import Report
from reflist.source import Source

_LEAD = re.compile(
    r"(?:to cite this (?:article|paper|document|chapter)|how to cite(?: this article)?|cite this (?:article)?(?: as)?"
    r"|cite as|(?:suggested |recommended |full )?citation)\s?:?\s*",
    re.IGNORECASE,
)


def read_cited_as(sections: Sections, title: str, source: Source, read_string: ReadString) -> Reference | None:
    """The paper's reference as its page prints it: a line with the paper's title that reads as a reference.

    None where there is none. Looked for outside of running text and reference lists.
    """
    letters = letters_of(title)
    lines = sections.lines(Part.FRONT, Part.FIELD, Part.ASIDE)
    for line in lines if letters else ():
        text = _LEAD.sub("", line.text, count=1) if _LEAD.match(line.text) else line.text
        if len(text) > len(title) and letters in letters_of(text) and looks_like_reference(text):
            return read_string(text, source.place(line.number), Report(), line.text)
    return None
