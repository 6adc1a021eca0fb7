"""The states of a search in an order in which all that follows a state comes before it."""

from __future__ import annotations

from collections.abc import Sequence

from partswork.proof.answering import Said
from partswork.proof.move import is_over

Edges = Sequence[Sequence[tuple[int, tuple[int, ...], tuple[int, int, int], Said | None]]]
"""For each state its ways on, as the search has them."""


def last_first(edges: Edges) -> list[int]:
    """Return all states, each behind those that follow it: there is no way back in a script."""
    waits = [sum(not is_over(to) for to, *_ in following) for following in edges]
    before: list[list[int]] = [[] for _ in edges]
    for at, following in enumerate(edges):
        for to, *_ in following:
            if not is_over(to):
                before[to].append(at)
    order = [at for at, count in enumerate(waits) if count == 0]
    for at in order:
        for earlier in before[at]:
            waits[earlier] -= 1
            if waits[earlier] == 0:
                order.append(earlier)
    return order


def longest_silence(edges: Edges) -> tuple[int, int]:
    """Return the most instructions in a row that show nothing, and the first state among them."""
    silent = [0] * len(edges)
    most, where = 0, 0
    for at in last_first(edges):
        for to, trail, (first, longest, last), _ in edges[at]:
            beyond = last + (0 if is_over(to) else silent[to])
            silent[at] = max(silent[at], first if trail else beyond)
            if max(longest, beyond) > most:
                most, where = max(longest, beyond), to if trail and not is_over(to) else at
    return most, where
