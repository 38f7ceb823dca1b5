"""The position of a cite among the others: first, subsequent, ibid, near (CSL 1.0.2, "Position")."""

from collections.abc import Mapping, Sequence

from reflist.csl.processor.state import Cite

NEAR = 5
"""How many notes away counts as near if the style does not set it (``near-note-distance``)."""


def placed(clusters: Sequence[Sequence[Cite]], near: int = NEAR) -> list[list[Cite]]:
    """The cites of a document, citation by citation, with their positions and the notes of their first mention."""
    seen: dict[str, tuple[int, int]] = {}  # of each work: the note of its first and of its last cite
    result: list[list[Cite]] = []
    for cites in clusters:
        done: list[Cite] = []
        for cite in cites:
            positions = _positions(cite, done, result, seen, near)
            first = seen[cite.id][0] if cite.id in seen else 0
            done.append(cite._replace(positions=frozenset(positions), first_note=first))
            seen[cite.id] = (seen[cite.id][0] if cite.id in seen else cite.note, cite.note)
        result.append(done)
    return result


def _positions(
    cite: Cite,
    before: Sequence[Cite],
    earlier: Sequence[Sequence[Cite]],
    seen: Mapping[str, tuple[int, int]],
    near: int,
) -> set[str]:
    if cite.id not in seen:
        return {"first"}
    positions = {"subsequent"}
    if cite.note and cite.note - seen[cite.id][1] <= near:
        positions.add("near-note")
    previous = before[-1] if before else _only(earlier, cite)
    if previous is not None and previous.id == cite.id:
        if cite.locator and (cite.locator, cite.label) != (previous.locator, previous.label):
            positions |= {"ibid", "ibid-with-locator"}
        elif cite.locator or not previous.locator:
            positions.add("ibid")
    return positions


def _only(earlier: Sequence[Sequence[Cite]], cite: Cite) -> Cite | None:
    """The cite of the citation just before, if it has only one and is in the same note or the one before."""
    if not earlier or not earlier[-1]:
        return None
    last = earlier[-1]
    return last[0] if len(last) == 1 and cite.note - last[0].note <= 1 else None
