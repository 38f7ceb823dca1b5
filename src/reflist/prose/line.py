"""A reference string while rules claim its parts."""

import re
from collections.abc import Iterator, Sequence

from reflist.prose.labels import Label, Span, Tag
from reflist.prose.tokens import Token

CLAIMED = "\0"
"""What a claimed character reads as in `Line.open`, so that no pattern reaches across it."""

QUOTES = {"‘": "’'", "“": '”"', "'": "'’", '"': '"”', "«": "»", "„": "“”", "‚": "‘’", "`": "'’", "‹": "›", "»": "«"}
"""Opening quotation marks and what may close them: people mix them."""

_BREAK = re.compile(
    r"""[,;]\s+ | [,;]?\s*\0[\0\s,.;:]*
      | (?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b(?:no|vs|cf|nr|ed|al|St|Dr|Mr|Bd)) (?<!\b(?:vol|eds|edn|Vol|Mrs|Rev|art)) \.\s+(?=[^\W\da-z]|[‘“"'*\d(])
      | (?<=[?!])\s+(?=[A-ZÀ-Þ‘“])
    """,
    re.VERBOSE,
)


class Line:
    """A reference string, and the spans that rules have claimed of it so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open = text
        self.spans: list[Span] = []
        self.body = 0
        """Where the part after authors and year begins."""
        self.container_start: int | None = None
        """Where the title of a containing book begins ("in ... (eds), |Title"), if one has been found."""
        self.numbers_start: int | None = None
        """Where a periodical's volume, issue and pages begin, if they have been found."""

    def claim(self, start: int, end: int, label: Label, confidence: float = 0.95) -> None:
        """Label a part; white space, commas and semicolons at its ends are left out of the span but claimed with it."""
        part = self.text[start:end]
        first = start + len(part) - len(part.lstrip(" ,;"))
        last = end - len(part) + len(part.rstrip(" ,;"))
        if first < last and label is not Label.SEPARATOR:
            self.spans.append(Span(label, first, last, confidence))
        self.open = self.open[:start] + CLAIMED * (end - start) + self.open[end:]

    def of(self, *labels: Label) -> list[Span]:
        """The spans claimed with one of these labels, in order."""
        return sorted((span for span in self.spans if span.label in labels), key=lambda span: span.start)

    def has(self, *labels: Label) -> bool:
        """Whether a span of one of these labels is claimed."""
        return any(span.label in labels for span in self.spans)

    def printed(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def segments(self, start: int | None = None, end: int | None = None) -> list[tuple[int, int]]:
        """The unclaimed parts of the body between commas, semicolons, sentence ends and claimed parts, as offsets.

        Commas inside brackets and quotation marks part nothing.
        """
        return list(self._segments(self.body if start is None else start, len(self.open) if end is None else end))

    def _segments(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        begin = start
        shielded = _shielded(self.open, start, end)
        for mark in _BREAK.finditer(self.open, start, end):
            if any(a < mark.start() < b for a, b in shielded):
                continue
            yield from self._bare(begin, mark.start())
            begin = mark.end()
        yield from self._bare(begin, end)

    def _bare(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The part without white space and stray punctuation at its ends, if anything is left."""
        part = self.open[start:end]
        first = start + len(part) - len(part.lstrip(" .,;:\0"))
        last = end - len(part) + len(part.rstrip(" ,;:\0"))
        if first < last and re.search(r"\w", self.open[first:last]):
            yield first, last

    def tags(self, tokens: Sequence[Token]) -> Iterator[Tag]:
        """The tag of each token; what no rule claimed separates."""
        spans = iter(sorted(self.spans, key=lambda span: span.start))
        span = next(spans, None)
        fresh = True
        for token in tokens:
            while span and span.end <= token.start:
                span, fresh = next(spans, None), True
            if span and span.start < token.end:
                yield Tag(span.label, fresh)
                fresh = False
            else:
                yield Tag(Label.SEPARATOR, begins=False)


def _shielded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts in round or square brackets."""
    return [
        (found.start(), found.end())
        for found in re.finditer(r"\([^()]*\)|\[[^\[\]]*\]", text[:end])
        if found.start() >= start
    ]


def closing_quote(text: str, start: int) -> int | None:
    """The offset of the mark that closes the quotation which ``text[start]`` opens; None where none does.

    Quotations nest, marks are mixed, and an apostrophe after a plural (``Users'``) closes nothing. A mark beside punctuation
    or at the end is a strong candidate, one before a capital or a number a weak one; of equal candidates with no new quotation between them
    the last one closes.
    """
    closers = QUOTES[text[start]]
    depth, best, strength = 1, None, 0
    for i in range(start + 1, len(text)):
        character = text[i]
        if character == CLAIMED or (best is not None and i - best > _MISTAKEN_FOR_A_QUOTE):
            break
        if character in QUOTES and _opens(text, i):
            if best is not None:
                break
            depth += 1
        elif character in closers + "’”»" and not text[i + 1 : i + 2].isalnum() and not text[i - 1].isspace():
            if depth > 1:
                depth -= not _possessive(text, i)
            elif character in closers and (closes := _closes(text, i)) and closes >= strength:
                best, strength = i, closes
    return best


_MISTAKEN_FOR_A_QUOTE = 80
"""How many characters after a possible closing mark another one may still prove it an apostrophe."""


def _opens(text: str, i: int) -> bool:
    return (i == 0 or text[i - 1] in " \0([-–—/*") and text[i + 1 : i + 2].strip() != "" and text[i] not in "’”»"


def _closes(text: str, i: int) -> int:
    """How likely the mark closes a title: 2 beside punctuation or at the end, 1 before what may follow a title, 0 elsewhere."""
    after = text[i + 1 :].lstrip(" *_")
    if not after or after[0] in ",.;:)]([\0" or text[i - 1] in ",.?!":
        return 2
    return int(after[0].isupper() or bool(re.match(r"in\b|\d|https?:|at http", after)) or text[i + 1 : i + 2] in "*_")


def _possessive(text: str, i: int) -> bool:
    """``Users' views`` inside a nested quotation: an s, the mark, and a word in lower case."""
    return text[i] == "'" and text[i - 1] == "s" and bool(re.match(r"\s[a-z]", text[i + 1 :]))
