"""One line of figures: ours, a peer's, and what ours is held against."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure beside a peer's, as it is printed.

    Attributes:
        name: what was measured.
        ours: the figure, in `unit`.
        peer: what the peer is.
        theirs: the peer's figure, in `unit`.
        unit: of both figures.
        ratio: the most that ours may be, as a multiple of theirs; None where there is no such bound.
        most: the most that ours may be, in `unit`; None where there is no such bound.
    """

    name: str
    ours: float
    peer: str
    theirs: float
    unit: str
    ratio: float | None = None
    most: float | None = None

    def __str__(self) -> str:
        ours, theirs = (f"{figure:7.1f} {self.unit:<2}" for figure in (self.ours, self.theirs))
        told = f"{self.name:<26} {ours}   {self.peer:<26} {theirs}"
        if self.most is not None:
            told += f"   {'':<10}   {_verdict(self.ours <= self.most)} {self.most:g} {self.unit}"
        else:
            told += f"   ratio {self.ours / self.theirs:4.2f}"
        if self.ratio is not None:
            told += f"   {_verdict(self.ours <= self.ratio * self.theirs)} {self.ratio}"
        return told


def _verdict(within: bool) -> str:
    return "within" if within else "over"
