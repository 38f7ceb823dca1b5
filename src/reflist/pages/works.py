"""The middle section of the overview: every work, how each style prints it, and what it was made from."""

from collections.abc import Iterable
from urllib.parse import quote

from reflist.model import Date, Evidence, Name, Reference, Value, Work
from reflist.pages.html import Child, Html, anchor, join, link, tag
from reflist.pages.overview import View, counted
from reflist.pages.raw import place, repaired, shortened
from reflist.text import Text

IDENTIFIERS = (
    ("DOI", "https://doi.org/"),
    ("PMID", "https://pubmed.ncbi.nlm.nih.gov/"),
    ("PMCID", "https://www.ncbi.nlm.nih.gov/pmc/articles/"),
    ("ISBN", ""),
    ("ISSN", ""),
    ("URL", ""),
)
"""The variables shown as identifiers, and the address before their values."""

KINDS = (
    ("shared", "cited by several papers"),
    ("merged", "merged from several lines"),
    ("repaired", "with repairs"),
)
"""The kinds of works in the filter, besides those cited by a paper: classes of elements, and labels."""


def works(view: View) -> Html:
    """The section of all works, in the order of the first style, with controls to filter and copy them."""
    if not view.works:
        return tag("section", tag("h2", "Works", id="works"), tag("p", "None: no reference was read.", class_="quiet"))
    items = (_work(view, work) for work in view.works.values())
    return tag(
        "section",
        tag("h2", "Works", id="works"),
        _controls(view),
        tag("ol", join(items, Html("\n")), class_="works"),
        tag(
            "p", "No work matches. ", tag("button", "Show all", type="button", class_="all"), class_="none", hidden=True
        ),
        tag(
            "template",
            tag("button", "Copy", type="button", data_copy="entry", title="The formatted entry, italics included"),
            tag("button", "BibTeX", type="button", data_copy="bibtex", title="The BibTeX record"),
            id="actions",
        ),
    )


def value_shown(value: Value) -> Child:
    """A value of any kind as people read it."""
    if isinstance(value, Date):
        days = ("-".join(f"{part:02d}" for part in parts) for parts in value.parts)
        return " ".join(filter(None, ("c." if value.circa else "", "/".join(days), value.season, value.literal)))
    if isinstance(value, tuple):
        return "; ".join(map(_name_shown, value))
    return value


def _name_shown(name: Name) -> str:
    acronym = f" ({name.acronym})" if name.acronym else ""
    return name.display + acronym


def _controls(view: View) -> Html:
    """The controls, hidden until their script runs."""
    papers = (
        tag("option", f"{view.labels[id]} ({len(paper.cites)})", value=anchor("paper", id))
        for id, paper in view.papers.items()
    )
    kinds = (tag("option", name, value=kind) for kind, name in KINDS)
    styles = (tag("option", style.title, value=style.name) for style in view.overview.formatted)
    number = len(view.works)
    return tag(
        "form",
        _labelled(
            "Find", tag("input", type="search", name="text", autocomplete="off", placeholder="author, title, year")
        ),
        _labelled("Cited by", _choice("paper", tag("option", "any paper", value=""), *papers)) if view.papers else None,
        _labelled("Only", _choice("kind", tag("option", "all works", value=""), *kinds)),
        _labelled("Style", _choice("style", *styles)) if len(view.overview.formatted) > 1 else None,
        tag(
            "p",
            tag("output", f"{number:,} of {counted(number, 'work')}", name="shown", role="status"),
            tag("button", "Copy these", type="button", data_copy="entry"),
            tag("button", "Copy as BibTeX", type="button", data_copy="bibtex"),
            class_="shown",
        ),
        id="filter",
        class_="filter",
        hidden=True,
        role="search",
        aria_label="Works",
    )


def _labelled(label: str, control: Html) -> Html:
    return tag("label", tag("span", label), control)


def _choice(name: str, *options: Child) -> Html:
    return tag("select", *options, name=name)


def _work(view: View, work: Work) -> Html:
    lines = counted(len(work.members), "line")
    repairs = _repairs(view, work)
    made_from = f"from {lines}" + (f", {counted(len(repairs), 'repair')}" if repairs else "")
    holds = {"shared": len(work.cited_by) > 1, "merged": len(work.members) > 1, "repaired": bool(repairs)}
    first, *others = [style.name for style in view.overview.formatted if work.id in style.works] or [""]
    return tag(
        "li",
        _entry(view, work, first),
        tag("p", *_cited_by(view, work), class_="cited"),
        tag("details", tag("summary", made_from), *_details(view, work, others), class_="origin"),
        id=anchor("work", work.id),
        class_=" ".join(("work", *(kind for kind, _ in KINDS if holds[kind]))),
        data_papers=" ".join(anchor("paper", id) for id in work.cited_by) or None,
    )


def _entry(view: View, work: Work, style: str) -> Html:
    """The entry in a style; without one, the title or the first raw line."""
    entry = next((formatted.works[work.id] for formatted in view.overview.formatted if formatted.name == style), Text())
    shown = (
        entry
        or work.reference.text("title")
        or Text(shortened(work.members[0].origin.raw) if work.members else work.id)
    )
    return tag("div", shown, class_="entry", data_style=style or None, dir="auto")


def _cited_by(view: View, work: Work) -> list[Child]:
    if not work.cited_by:
        return []
    return ["Cited by ", join((view.paper_link(id) for id in work.cited_by), " ")]


def _details(view: View, work: Work, styles: Iterable[str]) -> list[Child]:
    titles = {style.name: style.title for style in view.overview.formatted}
    record = view.overview.bibtex.get(work.id, "").strip()
    return [
        tag("ul", *(_member(view, member) for member in work.members), class_="members"),
        _evidence(view, work.evidence),
        _variants(view, work),
        _identifiers(work.reference),
        *(part for style in styles for part in (tag("h4", titles[style]), _entry(view, work, style))),
        *([tag("h4", "BibTeX"), tag("pre", record, class_="bibtex")] if record else []),
    ]


def _member(view: View, member: Reference) -> Html:
    """A member: where it is, its line with the repairs marked, and the repairs in words."""
    repairs = [repair.message for repair in view.repairs.get(member.origin.place[:2], [])]
    return tag(
        "li",
        place(member),
        tag("p", repaired(member), class_="raw", dir="auto") if member.origin.raw else None,
        tag("ul", *(tag("li", message) for message in repairs), class_="repairs") if repairs else None,
    )


def _repairs(view: View, work: Work) -> list[str]:
    places = dict.fromkeys(member.origin.place[:2] for member in work.members)
    return [repair.message for place in places for repair in view.repairs.get(place, [])]


def _evidence(view: View, evidence: Iterable[Evidence]) -> Html | None:
    items = [
        tag(
            "li",
            join((place(view.members[id]) for id in merged.members), " = "),
            f" ({merged.score:.0%}): {'; '.join(merged.reasons)}",
        )
        for merged in evidence
    ]
    return join([tag("h4", "Why they are one work"), tag("ul", *items, class_="evidence")]) if items else None


def _variants(view: View, work: Work) -> Html | None:
    """The values of members that differ from the merged reference."""
    rows = [
        tag(
            "tr",
            tag("th", variable, scope="row"),
            tag("td", value_shown(work.reference[variable]) if variable in work.reference else "–"),
            tag("td", value_shown(variant.value)),
            tag("td", place(view.members[variant.member])),
        )
        for variable, variants in work.variants.items()
        for variant in variants
    ]
    if not rows:
        return None
    head = tag("tr", *(tag("th", name, scope="col") for name in ("", "here", "otherwise", "in")))
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="variants")
    return join([tag("h4", "Variants"), tag("div", table, class_="scroll")])


def _identifiers(reference: Reference) -> Html:
    """The key, the type, and the identifiers, with links if they lead to the web."""
    rows: list[tuple[str, Child]] = [("Key", tag("code", reference.id)), ("Type", reference.type)]
    for variable, resolver in IDENTIFIERS:
        if value := reference.plain(variable):
            rows.append((variable, link(resolver + quote(value, safe="/:;()") if resolver else value, value)))
    return tag("dl", *(tag("div", tag("dt", name), tag("dd", value)) for name, value in rows), class_="facts")
