"""Merging references into works: references found to be the same work, merged, with the evidence."""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise, product
from operator import attrgetter, itemgetter
from typing import NamedTuple

from reflist.grammar import keys
from reflist.matching.clusters import CHECKED, Clusters, Publication, cluster
from reflist.matching.decisions import UNDECIDED, Decisions, Pair, Preprints
from reflist.matching.keys import Keys, candidate_keys, candidates
from reflist.matching.merging import merge, variants
from reflist.matching.record import Record
from reflist.matching.score import MERGED, REVIEW, Score, likely, score
from reflist.model import Evidence, Reference, Work, to_csl

IDENTICAL = "identical in every value"
"""The reason for merging exact copies."""

DECIDED = "decided by a person"
"""The reason for merging what a person has decided to be one work."""

LIKE_THE_OTHERS = "like most of the many records of this work"
"""The reason for joining a leftover record to a large cluster, when no single pair is enough."""

MOST_HELD = 10_000
"""Up to this many records keep what their keys have computed until they are compared, in some 15 MB."""

TOGETHER = 32
"""How many records are built at a time before their keys, since alternating between the two steps is slower."""

NOTHING_SHARED = "they have nothing that could be compared"
"""The objection if two records have nothing to compare."""

COMMON = 6
"""If at least this many works share a title, it is that of a column or series and no reason for a question."""

DIGITS = 4
"""The number of digits of a reported score."""

NOT_IDENTIFYING = frozenset(["issued", "accessed", "language", "license", "medium", "status"])
"""Variables that do not identify a work: records with no others are never merged."""


class Matching(NamedTuple):
    """The result of matching references.

    ``works`` are sorted by id; ``review`` has the pairs of members that a person should decide. ``work_ids`` and
    ``member_ids`` give, for each reference in the order given, the id of its work and its id as a member.
    """

    works: tuple[Work, ...]
    review: tuple[Evidence, ...]
    work_ids: tuple[str, ...]
    member_ids: tuple[str, ...]


class _Given(NamedTuple):
    """A reference with its position in the input and the reference list that it comes from."""

    reference: Reference
    at: int
    list: Hashable | None

    @property
    def place(self) -> tuple[str, int, str]:
        """Its place in its source, for sorting."""
        origin = self.reference.origin
        return origin.source, origin.line or 0, self.reference.id

    @property
    def outline(self) -> int:
        """A hash that is equal for references with the same content, and rarely for others."""
        return hash((self.reference.type, len(self.reference.variables), self.reference.plain("title")))

    def extract(self, shared: bool) -> tuple[str, ...]:
        """Its title, followed by more of its values if other references have ``shared`` the title; almost unique."""
        title = self.reference.plain("title")
        return (title, *map(self.reference.plain, ("DOI", "page", "container-title"))) if shared else (title,)

    @property
    def content(self) -> str:
        """All of its content as one string."""
        item = to_csl(self.reference)
        return json.dumps({name: value for name, value in item.items() if name not in ("id", "custom")}, sort_keys=True)


def match(
    references: Sequence[Reference],
    lists: Sequence[Hashable | None] | None = None,
    decisions: Decisions = UNDECIDED,
) -> Matching:
    """Find which references are the same work, and merge them.

    ``lists`` names, for each reference, the reference list it comes from, or None if it was exported from a database:
    two entries of one list are rarely the same work. ``decisions`` are a person's, by ids of members. The order of the
    references affects neither works nor ids: they are compared in order of content and reported in order of place.
    """
    given = _in_order(references, lists or [None] * len(references))
    ids = keys.numbered([one.reference.id or keys.key(one.reference) for one in given])
    members = [_with_id(one.reference, id) for one, id in zip(given, ids, strict=True)]
    found = _found(given, members, decisions)
    works = _works(
        [[given[at].reference for at in own] for own in found.parts],
        [[members[at] for at in own] for own in found.parts],
    )
    home = {member.id: number for number, work in enumerate(works) for member in work.members}
    proofs: defaultdict[int, list[Evidence]] = defaultdict(list)
    for proof in found.evidence:
        proofs[home[proof.members[0]]].append(proof)
    works = [
        work.replace(evidence=tuple(proofs[number])) if number in proofs else work for number, work in enumerate(works)
    ]
    by_input = [""] * len(given)
    for one, id in zip(given, ids, strict=True):
        by_input[one.at] = id
    return Matching(
        tuple(sorted(works, key=attrgetter("id"))),
        tuple(found.questions),
        tuple([works[home[id]].id for id in by_input]),
        tuple(by_input),
    )


class _Found(NamedTuple):
    """The result of comparing: positions of the members of each work, why they are one, and questions."""

    parts: list[list[int]]
    evidence: list[Evidence]
    questions: list[Evidence]


def _found(given: Sequence[_Given], members: Sequence[Reference], decisions: Decisions) -> _Found:
    """Compare the references in order of content, and report in order of place.

    The data made for comparisons is freed before the works are built.
    """
    place = {member.id: at for at, member in enumerate(members)}
    copies = _by_content(given, _copies(given, decisions.different_pairs(place) if decisions.apart else ()))
    first = [own[0] for own in copies]
    order = sorted(range(len(copies)), key=first.__getitem__)  # in the order in memory, which is faster
    listed = any(one.list is not None for one in given)
    records = (Record(members[first[at]], _lists(given[one] for one in copies[at]) if listed else ()) for at in order)
    scores = _Scores(records, order, first, decisions.preprints)
    has_decisions = bool(decisions.same or decisions.apart)
    record_of = {members[at].id: record for record, own in enumerate(copies) for at in own} if has_decisions else {}
    same, apart = decisions.same_pairs(record_of), decisions.different_pairs(record_of)
    clusters = cluster(len(copies), scores.candidates(), scores.value, MERGED, REVIEW, same, apart, scores.publication)

    def places(evidence: Evidence) -> list[int]:
        return [place[id] for id in evidence.members]

    decided_pairs = frozenset(same)
    evidence = [
        _decided(pair, copies, members) if pair in decided_pairs else scores.joined(pair) for pair in clusters.joined
    ]
    evidence.sort(key=lambda one: (-one.score, places(one)))
    return _Found(
        sorted(
            [sorted([at for record in own for at in copies[record]]) for own in clusters.members], key=itemgetter(0)
        ),
        [*evidence, *_evidence_of_copies(copies, members)],
        sorted(_questions_of(clusters, scores), key=places),
    )


def _questions_of(clusters: Clusters, scores: "_Scores") -> Iterator[Evidence]:
    """The questions; if a pair was only kept apart by other records of its clusters, with the strongest objection.

    If many works share a title, as the parts of a column do, a pair is not a question when little else agrees.
    """
    if not clusters.questions:
        return
    home = {position: own for own in clusters.members if len(own) > 1 for position in own}
    common = scores.common_titles(clusters)
    for pair in clusters.questions:
        if scores.share_only_title(pair, common):
            continue
        evidence = scores.evidence(pair)
        if evidence.score >= MERGED:
            one, other = (home.get(position, [position])[:CHECKED] for position in pair)
            against = min(product(one, other), key=lambda both: (scores.value(*both), both))
            evidence = evidence.replace(reasons=(*evidence.reasons, scores.objection(against)))
        yield evidence


def _lists(given: Iterable[_Given]) -> set[Hashable]:
    """The reference lists that references come from."""
    return {one.list for one in given if one.list is not None}


def _in_order(references: Sequence[Reference], lists: Sequence[Hashable | None]) -> list[_Given]:
    """The references in an order that does not depend on the order given."""
    given = sorted((_Given(one, at, lists[at]) for at, one in enumerate(references)), key=lambda one: one.place)
    if all(one.place != other.place for one, other in pairwise(given)):
        return given
    shared = Counter(one.place for one in given)
    return sorted(given, key=lambda one: (one.place, one.content if shared[one.place] > 1 else ""))


def _copies(given: Sequence[_Given], apart: Sequence[Pair]) -> list[list[int]]:
    """Groups of positions of references with exactly the same content; those without identifying values stay single.

    References that a person has decided to keep ``apart`` are in different groups.
    """
    copies: list[list[int]] = []
    known: dict[tuple[str, int], list[int]] = {}
    outlines = [one.outline for one in given]
    shared = Counter(outlines)
    different: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in apart:
        different[other].add(one)
    for at, reference in enumerate(given):
        own: list[int] | None = None
        if shared[outlines[at]] > 1 and reference.reference.variables.keys() - NOT_IDENTIFYING:
            content, group = reference.content, 0
            while at in different and not different[at].isdisjoint(known.get((content, group), ())):
                group += 1
            own = known.setdefault((content, group), [])
        if own:
            own.append(at)
            continue
        own = [] if own is None else own
        own.append(at)
        copies.append(own)
    return copies


def _by_content(given: Sequence[_Given], copies: Sequence[list[int]]) -> list[list[int]]:
    """The copies in order of content, so that content and not place decides between equals."""
    titles = [given[own[0]].reference.plain("title") for own in copies]
    titled = Counter(titles)
    extracts = [given[own[0]].extract(titled[title] > 1) for own, title in zip(copies, titles, strict=True)]
    shared = Counter(extracts)
    if len(shared) < len(extracts):
        extracts = [
            (*one, given[own[0]].content) if shared[one] > 1 else one for own, one in zip(copies, extracts, strict=True)
        ]
    return [copies[at] for at in sorted(range(len(copies)), key=extracts.__getitem__)]


def _decided(pair: Pair, copies: Sequence[Sequence[int]], members: Sequence[Reference]) -> Evidence:
    one, other = (members[at].id for at in sorted(copies[record][0] for record in pair))
    return Evidence((one, other), 1.0, (DECIDED,))


def _evidence_of_copies(copies: Sequence[Sequence[int]], members: Sequence[Reference]) -> list[Evidence]:
    found = ((own[0], at) for own in copies for at in own[1:])
    return [Evidence((members[one].id, members[at].id), 1.0, (IDENTICAL,)) for one, at in sorted(found)]


class _Scores:
    """The scores of pairs of records; each record is built once.

    If there are very many, only the records needed next keep their computed values.
    """

    def __init__(
        self, records: Iterable[Record], order: Sequence[int], places: Sequence[int], preprints: Preprints
    ) -> None:
        self._places = places
        self._preprints = preprints
        self._records: dict[int, Record] = {}
        self._pairs = candidates(self._keys(order, records), order)
        self._evidence: dict[Pair, Evidence] = {}

    def _keys(self, order: Iterable[int], records: Iterable[Record]) -> Iterator[Keys]:
        """The keys of the records, in order. Building records in batches before their keys saves a tenth of time."""
        placed = zip(order, records, strict=True)
        while some := tuple(islice(placed, TOGETHER)):
            self._records.update(some)
            yield from [candidate_keys(record) for _, record in some]
            if len(self._records) > MOST_HELD:
                for _, record in some:
                    record.forget()

    def candidates(self) -> dict[Pair, float]:
        """The scores of all candidate pairs that are not clearly different works.

        The pairs are in order, so a record can be forgotten once the pairs that begin with it are done.
        """
        values: dict[Pair, float] = {}
        turn = 0
        for pair in self._pairs:
            if pair[0] != turn:
                self._records[turn].forget()
                turn = pair[0]
            if found := likely(*self._both(pair), self._preprints):
                values[pair] = found.value
                self._evidence[pair] = self._evidence_of(pair, found)
        return values

    def value(self, a: int, b: int) -> float:
        """The score of a pair, from 0 to 1."""
        return self._score((a, b)).value

    def publication(self, position: int) -> Publication:
        """What is known of a record's publication, as in `Record.publication`."""
        return self._records[position].publication

    def common_titles(self, clusters: Clusters) -> frozenset[str]:
        """The titles, of records in questions, that are shared by so many works that they do not identify one."""
        asked = {self._records[position].title.folded for pair in clusters.questions for position in pair}
        works = Counter(title for own in clusters.members if (title := self._records[own[0]].title.folded) in asked)
        return frozenset(title for title, count in works.items() if title and count >= COMMON)

    def share_only_title(self, pair: Pair, common: frozenset[str]) -> bool:
        """Whether two records share one of these titles and little else."""
        one, other = (self._records[position].title.folded for position in pair)
        return one == other and one in common and not self._score(pair).is_likely_but_for_title

    def evidence(self, pair: Pair) -> Evidence:
        """The evidence that the two records of a pair are, or may be, one work."""
        return self._evidence.get(pair) or self._evidence_of(pair, self._score(pair))

    def joined(self, pair: Pair) -> Evidence:
        """The evidence for joining a pair, noting if only a large cluster's other records were enough."""
        evidence = self.evidence(pair)
        return evidence if evidence.score >= MERGED else evidence.replace(reasons=(*evidence.reasons, LIKE_THE_OTHERS))

    def objection(self, pair: Pair) -> str:
        """The strongest finding against a pair, which also keeps apart other records that seem to be one work."""
        findings = self._score(pair).findings
        least = min(findings, key=lambda finding: (not finding.level.veto, finding.level.weight), default=None)
        one, other = (record.reference.id for record in self._both(pair))
        return f"not merged because of {one} and {other}: {least.reason if least else NOTHING_SHARED}"

    def _evidence_of(self, pair: Pair, found: Score) -> Evidence:
        one, other = (record.reference.id for record in self._both(pair))
        return Evidence((one, other), round(found.value, DIGITS), tuple(map(sys.intern, found.reasons)))

    def _score(self, pair: Pair) -> Score:
        return score(*self._both(pair), self._preprints)

    def _both(self, pair: Pair) -> tuple[Record, Record]:
        """The records of a pair, in order of place."""
        one, other = pair if self._places[pair[0]] < self._places[pair[1]] else pair[::-1]
        return self._records[one], self._records[other]


def _works(parts: Sequence[Sequence[Reference]], members: Sequence[Sequence[Reference]]) -> list[Work]:
    """One work per group, from its references as given and the same as members with their own ids."""
    merged = [merge(own) for own in members]
    ids = _ids([_imported(*both) for both in zip(parts, members, merged, strict=True)], merged)
    return [
        Work(_with_id(reference, id), tuple(own), (), variants(reference, own))
        for reference, id, own in zip(merged, ids, members, strict=True)
    ]


def _with_id(reference: Reference, id: str) -> Reference:
    """The reference with this id."""
    return reference if reference.id == id else reference.replace(id=id)


def _ids(imported: Sequence[str], merged: Sequence[Reference]) -> list[str]:
    """The ids of the works: the imported key if no other work has it, else a new one."""
    taken: dict[str, int] = {}
    for work, id in enumerate(imported):
        if id:
            taken.setdefault(id, work)
    ids = {work: id for id, work in taken.items()}
    new = [work for work in range(len(merged)) if work not in ids]
    ids |= dict(zip(new, keys.distinct([merged[work] for work in new]), strict=True))
    return keys.numbered([ids[work] for work in range(len(merged))])


def _imported(own: Sequence[Reference], members: Sequence[Reference], merged: Reference) -> str:
    """The imported id: of the chosen member, or else of the first member whose id we have not made; else empty."""
    if len(own) == 1:
        return own[0].id if own[0].id and not keys.is_made(own[0].id, own[0]) else ""
    best = (one for one, member in zip(own, members, strict=True) if member.id == merged.id)
    return next((one.id for one in chain(best, own) if one.id and not keys.is_made(one.id, one)), "")
