"""A way on from a state, while it is being gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from partswork.proof.answering import Said
from partswork.proof.looks import Value


def behind(close: int) -> int:
    """Return the place behind an end; and of such a place, the end before it."""
    return ~close


def is_over(place: int) -> bool:
    """Whether a place is behind an end."""
    return place < 0


@dataclass(slots=True)
class Move:
    """One way on from a state.

    Attributes:
        source: the state.
        said: what was said there, None where it follows by itself.
        place: where one is.
        held: the answers held; changed on the way.
        ghost: the guide would have turned away, or could not have gone on.
        trail: the places shown on the way.
        quiet: how many instructions were gone through before, between and behind them.
    """

    source: int
    said: Said | None
    place: int
    held: dict[int, Value]
    ghost: bool
    trail: list[int]
    quiet: list[int] = field(default_factory=lambda: [0])

    def copy(self, place: int, said: Said | None = None, held: Mapping[int, Value] | None = None) -> Move:
        """Return another move that has come the same way.

        Args:
            place: where it goes on.
            said: what was said to come there, None where nothing new was.
            held: the answers held there, None for the same.
        """
        return Move(
            self.source,
            said if said is not None else self.said,
            place,
            dict(self.held if held is None else held),
            self.ghost,
            [*self.trail],
            [*self.quiet],
        )
