"""Works of science as printed by a publisher, with labels."""

import random
from collections.abc import Iterator, Sequence

from naming import names
from printing import Printed
from publishers import ALTERNATIVES, PUBLISHERS, Publisher
from science import Day, Scientific, scientific
from templates import can_fill, fill

WHOLE = 0.5
"""The share of congresses whose names are in full where journals are abbreviated."""

PER_LIST = 8
"""How many works are printed in the style of one publisher."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)

DASHES = ("", "", "", "-", "–")
"""Text between the pages of a range, besides the publisher's dash: pages are pasted from many programs."""


def published(rng: random.Random, titles: tuple[str, ...]) -> Iterator[Printed]:
    """A list of works, as printed by a random publisher."""
    publisher = PUBLISHERS[rng.choice(list(PUBLISHERS))]
    publisher = publisher._replace(dash=rng.choice(DASHES) or publisher.dash, numbers=(rng.choice(publisher.numbers),))
    first = rng.randint(1, 90)
    chosen: dict[str, int] = {}
    for number in range(first, first + PER_LIST):
        printed = _printed(scientific(rng, titles), publisher, number, chosen, rng)
        if printed:
            yield printed


def _printed(
    science: Scientific, publisher: Publisher, number: int, chosen: dict[str, int], rng: random.Random
) -> Printed | None:
    """A work printed by the template chosen for its kind; None if no template fits."""
    values = values_of(science, publisher, rng)
    for kind in _kinds(science.work.kind, publisher):
        fitting = [one for one in publisher.templates[kind] if can_fill(one, values)]
        if fitting:
            # a list has one way of printing each kind, if its works allow it
            template = fitting[chosen.setdefault(kind, rng.randrange(len(fitting))) % len(fitting)]
            return fill(publisher.numbers[0].replace("{}", str(number)) + template, values)
    return None


def _kinds(kind: str, publisher: Publisher) -> Iterator[str]:
    """A kind, and the kinds as which it may be printed instead, if the publisher has templates for them."""
    found: str | None = kind
    while found:
        if found in publisher.templates:
            yield found
        found = ALTERNATIVES.get(found)


def values_of(science: Scientific, publisher: Publisher, rng: random.Random) -> dict[str, str]:
    """The values of a work in the publisher's form, by the names that templates use for them."""
    work = science.work
    container = work.container
    is_whole = publisher.journals == "full" or (work.kind == "paper" and rng.random() < WHOLE)
    if science.short_container and not is_whole:
        container = science.short_container
        container = container.replace(".", "") if publisher.journals == "bare" else container
    is_preprint = work.kind == "preprint"
    pages = _range(work.pages, publisher)
    article = science.number if work.kind == "article" else ""
    return {
        "author": names(work.authors, publisher.authors),
        "editor": names(work.editors, publisher.editors) if work.editors else "",
        "title": work.title.rstrip("."),
        "journal": container,
        "book": container,
        "proceedings": container,
        "volume": work.volume,
        "issue": work.issue,
        "pages": pages,
        "article": article,
        "page": pages or article,
        "year": work.year,
        "year-again": work.year,
        "month": _month(science.month, publisher) if science.month else "",
        "publisher": work.publisher,
        "place": work.place,
        "event-place": science.event_place,
        "town": science.event_place,
        "days": _days(science.event, rng.choice(publisher.days), publisher) if science.event else "",
        "edition": _ordinal(work.edition) if work.edition else "",
        "series": work.series,
        "report": work.genre,
        "thesis": work.genre,
        "number": science.number,
        "arxiv": science.number if is_preprint else "",
        "doi": work.doi,
        "url": work.url,
        "accessed": _days(science.looked_up, rng.choice(publisher.day), publisher) if science.looked_up else "",
        "Eds": "Eds" if len(work.editors) > 1 else "Ed",
        "eds": "eds" if len(work.editors) > 1 else "ed",
        "s": "s" if len(work.editors) > 1 else "",
    }


def _range(pages: Sequence[str], publisher: Publisher) -> str:
    """Pages, with the last one shortened if the publisher does so (345-50)."""
    if len(pages) < 2:
        return "".join(pages)
    first, last = pages
    if publisher.shortens and len(first) == len(last):
        same = next(
            (at for at, (one, other) in enumerate(zip(first, last, strict=True)) if one != other), len(first) - 1
        )
        last = last[same:]
    return f"{first}{publisher.dash}{last}"


def _month(month: int, publisher: Publisher) -> str:
    name = MONTHS[month - 1]
    if not publisher.short_months:
        return name
    return name[:3] + "." * (len(name) > 4 and publisher.journals == "abbreviated")


def _days(day: Day, form: str, publisher: Publisher) -> str:
    return form.format(
        d=day.first, e=day.last, m=_month(day.month, publisher), n=day.month, y=day.year, y2=f"{day.year % 100:02}"
    )


def _ordinal(number: int) -> str:
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"
