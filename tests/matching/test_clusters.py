"""Clusters of scored pairs: the best pairs are joined first, and works are not chained across a pair that is apart."""

from collections.abc import Mapping, Sequence

from reflist.matching.clusters import CHECKED, Clusters, cluster
from reflist.matching.decisions import Pair


def clusters(count: int, scores: Mapping[Pair, float], unasked: float = 1.0) -> Clusters:
    return cluster(count, scores, lambda *_: unasked, merged=0.9, review=0.5)


def test_pairs_that_score_high_are_joined() -> None:
    found = clusters(4, {(0, 2): 0.95, (2, 3): 0.92})
    assert found == Clusters([[0, 2, 3], [1]], [(0, 2), (2, 3)], [])


def test_a_bad_pair_does_not_chain() -> None:
    found = clusters(3, {(0, 1): 0.99, (1, 2): 0.95, (0, 2): 0.1})
    assert found.members == [[0, 1], [2]]
    assert found.questions == [(1, 2)]


def test_a_pair_that_was_no_candidate_is_asked_for() -> None:
    scores = {(0, 1): 0.99, (1, 2): 0.95}
    assert clusters(3, scores, unasked=0.4).members == [[0, 1], [2]]
    assert clusters(3, scores, unasked=0.9).members == [[0, 1, 2]]


def test_the_band_between_is_a_question_unless_others_join_the_two() -> None:
    assert clusters(2, {(0, 1): 0.7}) == Clusters([[0], [1]], [], [(0, 1)])
    joined = clusters(3, {(0, 1): 0.85, (0, 2): 0.95, (1, 2): 0.95})
    assert (joined.members, joined.questions) == ([[0, 1, 2]], [])


def test_of_the_questions_between_two_clusters_the_likeliest_is_asked() -> None:
    found = clusters(4, {(0, 1): 0.95, (2, 3): 0.95, (0, 2): 0.6, (1, 3): 0.8}, unasked=0.6)
    assert found.questions == [(1, 3)]


def test_pairs_separated_by_other_members_are_not_questions() -> None:
    """Of two clusters with one likely pair between them, the other three pairs decide whether it is a question."""

    def questions(others: float) -> Sequence[Pair]:
        return clusters(4, {(0, 1): 0.95, (2, 3): 0.95, (0, 2): 0.8}, unasked=others).questions

    assert questions(0.45) == [(0, 2)]
    assert questions(0.2) == []
    assert questions(0.0) == []


def test_separated_pairs_are_not_questions() -> None:
    assert clusters(2, {(0, 1): 0.49}) == Clusters([[0], [1]], [], [])


def test_large_clusters_are_compared_by_some_of_their_members() -> None:
    half = 3 * CHECKED
    asked: list[Pair] = []

    def score(a: int, b: int) -> float:
        asked.append((a, b))
        return 1.0

    chain = {(at, at + 1): 0.99 for at in range(half * 2 - 1)}
    found = cluster(half * 2, chain, score, merged=0.9, review=0.5)
    assert found.members == [list(range(half * 2))]
    assert len(asked) < half * 2 * CHECKED


def test_a_question_between_two_that_became_one_is_none() -> None:
    late, other, third = 20, 30, 31
    crowd = {(at, late): 0.95 for at in range(CHECKED)}
    found = clusters(32, {(other, third): 0.99, (late, other): 0.98, (late, third): 0.1, (0, other): 0.92, **crowd})
    assert [*range(CHECKED), late, other, third] in found.members
    assert found.questions == []


def test_many_pairs_that_agree_outweigh_one_that_is_unlikely() -> None:
    likely = {(a, b): 0.99 for a in range(5) for b in range(a + 1, 5)}
    assert clusters(5, {**likely, (0, 4): 0.2}).members == [[0, 1, 2, 3, 4]]
    assert [0, 1, 2, 3, 4] not in clusters(5, {**likely, (0, 4): 0.0}).members


def test_the_smaller_of_two_clusters_moves() -> None:
    found = clusters(4, {(1, 2): 0.99, (2, 3): 0.99, (1, 3): 0.99, (0, 3): 0.95, (0, 1): 0.95, (0, 2): 0.95})
    assert found.members == [[0, 1, 2, 3]]


def test_a_decision_holds_however_the_clusters_grow() -> None:
    likely = {(a, b): 0.99 for a in range(4) for b in range(a + 1, 4)}
    found = cluster(4, likely, lambda *_: 0.99, merged=0.9, review=0.5, same=[(0, 1), (2, 3)], apart=[(1, 2)])
    assert (found.members, found.questions) == ([[0, 1], [2, 3]], [])
    assert cluster(3, {}, lambda *_: 0.0, 0.9, 0.5, same=[(0, 1), (1, 2)], apart=[(0, 2)]).members == [[0, 1], [2]]


def test_a_few_damaged_records_do_not_keep_one_out_that_most_others_are_like() -> None:
    """A record like three of eight may join them; a record like two of eight, or one of two, may not."""

    def joined(alike: int, others: int) -> bool:
        scores = {(a, b): 0.99999 for a in range(others) for b in range(a + 1, others)}
        new = {(at, others): 0.99 if at < alike else 0.05 for at in range(others)}
        found = cluster(others + 1, scores | new, lambda a, b: (scores | new)[a, b], 0.97, 0.5)
        return len(found.members) == 1

    assert joined(6, 8)
    assert joined(3, 8)
    assert not joined(2, 8)
    assert not joined(1, 2)


def test_what_is_left_over_joins_many_that_it_agrees_with_not_few() -> None:
    def members(count: int) -> Sequence[Sequence[int]]:
        crowd = {(a, b): 0.999 for a in range(count) for b in range(a + 1, count)}
        return cluster(count + 1, {**crowd, (0, count): 0.96}, lambda *_: 0.96, merged=0.97, review=0.5).members

    assert members(CHECKED) == [list(range(CHECKED + 1))]
    assert members(CHECKED - 1) == [list(range(CHECKED - 1)), [CHECKED - 1]]


def test_several_reports_and_several_articles_are_two_works_but_one_may_be_mistaken() -> None:
    def members(reports: int) -> Sequence[Sequence[int]]:
        forms = ["report"] * reports + [""] * 3
        scores = {
            (a, b): 0.999 if forms[a] == forms[b] else 0.98 for a in range(len(forms)) for b in range(a + 1, len(forms))
        }
        publication = [(True, 2, form) for form in forms]
        return cluster(
            len(forms), scores, lambda *_: 0.0, merged=0.97, review=0.5, publication=publication.__getitem__
        ).members

    assert members(1) == [[0, 1, 2, 3]]
    assert members(2) == [[0, 1], [2, 3, 4]]
