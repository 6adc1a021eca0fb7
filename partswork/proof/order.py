"""The states of a search in an order in which all that follows a state comes before it."""

from __future__ import annotations

from collections.abc import Sequence

from partswork.proof.answering import Said

Edges = Sequence[Sequence[tuple[int, tuple[int, ...], tuple[int, int, int], Said | None]]]
"""For each state its ways on, as the search has them; a way to less than 0 is one to an end."""


def last_first(edges: Edges) -> list[int]:
    """Return all states, each behind those that follow it: there is no way back in a script."""
    waits = [sum(to >= 0 for to, *_ in following) for following in edges]
    before: list[list[int]] = [[] for _ in edges]
    for at, following in enumerate(edges):
        for to, *_ in following:
            if to >= 0:
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
            beyond = last + (silent[to] if to >= 0 else 0)
            silent[at] = max(silent[at], first if trail else beyond)
            if max(longest, beyond) > most:
                most, where = max(longest, beyond), to if trail and to >= 0 else at
    return most, where
