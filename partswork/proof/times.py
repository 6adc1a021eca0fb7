"""How many screens and how many timed seconds lie ahead, from every place that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from partswork.proof.instructions import Put, Show
from partswork.proof.move import is_over
from partswork.proof.order import last_first
from partswork.proof.pace import unhurried
from partswork.proof.search import Searched, Trail
from partswork.script.finding import Mark


@dataclass(frozen=True, slots=True)
class Left:
    """What lies ahead, the place itself counted in.

    Attributes:
        screens_most: the most steps that are shown.
        seconds_least: the least timed seconds; a pause of any length counts none.
        seconds_most: the most.
        whole_least: the least seconds with reading and answering, for someone unhurried.
        whole_most: the most.
    """

    screens_most: int
    seconds_least: int
    seconds_most: int
    whole_least: int
    whole_most: int

    @property
    def minutes(self) -> tuple[int, int]:
        """The least and the most minutes, as one would say them: at least one."""
        return max(1, round(self.whole_least / 60)), max(1, ceil(self.whole_most / 60))

    def either(self, other: Left | None) -> Left:
        """Return what lies ahead where both may come."""
        if other is None:
            return self
        return Left(
            max(self.screens_most, other.screens_most),
            min(self.seconds_least, other.seconds_least),
            max(self.seconds_most, other.seconds_most),
            min(self.whole_least, other.whole_least),
            max(self.whole_most, other.whole_most),
        )

    def after(self, timed: int, unhurried: int) -> Left:
        """Return what lies ahead from a step before: its timed seconds, and those it takes besides."""
        whole = timed + unhurried
        return Left(
            self.screens_most + 1,
            self.seconds_least + timed,
            self.seconds_most + timed,
            self.whole_least + whole,
            self.whole_most + whole,
        )


Where = tuple[str, Mark]
"""The path of a place, as the guide has it, and where its step stands in its own script."""

_OVER = Left(0, 0, 0, 0, 0)


def times(searched: Searched) -> tuple[Left, Mapping[Where, Left]]:
    """Return what lies ahead from the beginning, and from each step that is shown.

    The search must have finished. Paths that end in what the guide would turn away from count as far
    as they go.
    """
    laid, edges = searched.program.instructions, searched.edges
    ahead: list[Left | None] = [None] * len(searched.states)
    places: dict[int, Left] = {}
    seen: set[tuple[Trail, int]] = set()
    paces = {n: unhurried(one.step) for n, one in enumerate(laid) if isinstance(one, Show | Put)}

    def along(trail: Trail, to: int) -> Left:
        beyond = None if is_over(to) else ahead[to]
        left = beyond if beyond is not None else _OVER
        told = (trail, to) in seen
        seen.add((trail, to))
        for place in reversed(trail):
            one = laid[place]
            left = left.after(one.seconds if isinstance(one, Show) else 0, paces.get(place, 0))
            if not told:
                places[place] = left.either(places.get(place))
        return left

    for at in last_first(edges):
        for to, trail, *_ in edges[at]:
            ahead[at] = along(trail, to).either(ahead[at])
    found: dict[Where, Left] = {}
    for place, left in places.items():
        one = laid[place]
        if isinstance(one, Show | Put) and not one.scene.stopping:
            where = (one.scene.path, one.step.at)
            found[where] = left.either(found.get(where))
    whole: Left | None = None
    for beginning, came in zip(ahead, searched.came, strict=True):
        if came is None:
            whole = (beginning if beginning is not None else _OVER).either(whole)
    return whole if whole is not None else _OVER, found
