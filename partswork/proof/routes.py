"""The ways through a script, gathered by the sections they pass and how they end, and counted.

A way is what is shown, from the first step to the end. Answers after which all is the same are one
way; stopping, which is possible anywhere, is not counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from partswork.proof.answering import Said
from partswork.proof.instructions import Close, Put, Show
from partswork.proof.laying import Laying, TooLarge
from partswork.proof.move import behind, is_over
from partswork.proof.order import last_first
from partswork.proof.search import MOST_STATES, Searched, Trail, search
from partswork.proof.stories import Story, tell
from partswork.script.model import Bundle
from partswork.wording.promises import ENDS

MOST_KINDS = 300
"""Where there are more, they are gathered by how they end alone."""

Ends = Literal["complete", "people"]


@dataclass(frozen=True, slots=True)
class Route:
    """All ways through a script that pass the same sections and end at the same step.

    Attributes:
        sections: the ids of the sections in which something is shown, in order; empty where there are
            too many kinds of ways to tell them apart by it.
        ends: how the session ends.
        line: where the step stands that ends it.
        ways: how many there are.
        screens_least: the fewest steps that are shown.
        screens_most: the most.
        story: one that asks little.
    """

    sections: tuple[str, ...]
    ends: Ends
    line: int
    ways: int
    screens_least: int
    screens_most: int
    story: Story


def routes(bundle: Bundle, *, most_states: int = MOST_STATES) -> tuple[Route, ...] | None:
    """Return the ways through a script that can be run, those that ask least first.

    Where a promise is broken, ways are told only as far as the guide would go them.

    Returns:
        None where there are too many to be looked at.
    """
    try:
        searched = search(Laying(bundle).program(), most_states=most_states)
    except TooLarge:
        return None
    if not searched.finished:
        return None
    found = _Gathering(searched, apart=True).routes()
    return found if found is not None else _Gathering(searched, apart=False).routes()


_Kind = tuple[tuple[str, ...], int]
"""The sections that are passed, and the place of the end."""


@dataclass(slots=True)
class _Ways:
    """Ways on from one state that are of one kind.

    Attributes:
        asked: how much is said on the one that asks least. It begins with `said`, and leads to `to`, from
            where its kind is `after`.
    """

    ways: int
    screens_least: int
    screens_most: int
    asked: int
    said: Said | None
    to: int
    after: _Kind


class _Gathering:
    """Counts, from the ends backward, the ways on from each state.

    Attributes:
        apart: ways through different sections are told apart.
    """

    def __init__(self, searched: Searched, *, apart: bool) -> None:
        self._searched, self._apart = searched, apart
        self._laid = searched.program.instructions
        self._ahead: dict[int, dict[_Kind, _Ways]] = {}

    def routes(self) -> tuple[Route, ...] | None:
        """Return the ways from the beginning, None where there are too many kinds of them."""
        for at in last_first(self._searched.edges):
            ahead = self._ways_on(at)
            if self._apart and len(ahead) > MOST_KINDS:
                return None
            self._ahead[at] = ahead
        beginning = sorted(self._ahead[0].items(), key=lambda one: (one[1].asked, one[1].screens_least))
        return tuple(self._route(kind, ways) for kind, ways in beginning)

    def _ways_on(self, at: int) -> dict[_Kind, _Ways]:
        ahead: dict[_Kind, _Ways] = {}
        alike: set[tuple[int, Trail]] = set()
        for to, trail, _, said in self._searched.edges[at]:
            if (to, trail) in alike:
                continue
            alike.add((to, trail))
            for kind, ways in self._beyond(to).items():
                one = replace(
                    ways,
                    screens_least=ways.screens_least + len(trail),
                    screens_most=ways.screens_most + len(trail),
                    asked=ways.asked + (said is not None),
                    said=said,
                    to=to,
                    after=kind,
                )
                self._join(ahead, (self._passed(trail, kind[0]), kind[1]), one)
        return ahead

    def _beyond(self, to: int) -> Mapping[_Kind, _Ways]:
        if not is_over(to):
            return self._ahead[to]
        kind = ((), behind(to))
        return {kind: _Ways(1, 0, 0, 0, None, to, kind)}

    def _passed(self, trail: Trail, after: tuple[str, ...]) -> tuple[str, ...]:
        """Return the sections of what is shown here and after it."""
        if not self._apart:
            return after
        for place in reversed(trail):
            one = self._laid[place]
            assert isinstance(one, Show | Put)
            if after[:1] != (one.scene.section.id,):
                after = (one.scene.section.id, *after)
        return after

    def _join(self, ahead: dict[_Kind, _Ways], kind: _Kind, one: _Ways) -> None:
        other = ahead.get(kind)
        if other is None:
            ahead[kind] = one
            return
        first = one if one.asked < other.asked else other
        ahead[kind] = replace(
            first,
            ways=one.ways + other.ways,
            screens_least=min(one.screens_least, other.screens_least),
            screens_most=max(one.screens_most, other.screens_most),
        )

    def _route(self, kind: _Kind, ways: _Ways) -> Route:
        close = self._laid[kind[1]]
        assert isinstance(close, Close)
        ends: Ends = close.step.how if close.step is not None else "complete"
        return Route(
            sections=kind[0],
            ends=ends,
            line=close.at.line,
            ways=ways.ways,
            screens_least=ways.screens_least,
            screens_most=ways.screens_most,
            story=tell(self._said(kind), ENDS[ends]),
        )

    def _said(self, kind: _Kind) -> list[Said]:
        """Return what is said on the way of this kind that asks least."""
        said: list[Said] = []
        at = 0
        while not is_over(at):
            ways = self._ahead[at][kind]
            if ways.said is not None:
                said.append(ways.said)
            at, kind = ways.to, ways.after
        return said
