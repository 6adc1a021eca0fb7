"""Readings drawn as a wheel: a petal for each, as long as its word is near. Weather, not a mark."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, hypot, pi

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

WIDTH, HEIGHT = 16, 8
"""Cells of the drawing; each holds 2 by 4 dots."""
RADIUS = HEIGHT * 2 - 0.5
PETAL = 0.72
"""How much of its share of the circle a petal fills."""
_BITS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))


class Wheel(Widget):
    """As many petals as there are readings, the first at the top, then with the clock."""

    petals: reactive[tuple[float | None, ...]] = reactive(())
    """How far each petal reaches, above 0 to 1; None for a reading that is left empty."""
    at: reactive[int] = reactive(0)
    """The reading one is at; the rim beside its petal is drawn through."""

    def render(self) -> Content:
        return Content.assemble(*(self._row(row) for row in range(HEIGHT)))

    def _row(self, row: int) -> Content:
        cells = [self._cell(row, column) for column in range(WIDTH)]
        parts = [(chr(0x2800 + dots) if dots else " ", "$accent" if here else "") for dots, here in cells]
        return Content.assemble(*parts, "" if row == HEIGHT - 1 else "\n")

    def _cell(self, row: int, column: int) -> tuple[int, bool]:
        """Return the dots of a cell, and whether one of them belongs to the reading one is at."""
        dots, here = 0, False
        for bit, (x, y) in enumerate(_BITS):
            share = drawn_at(
                column * 2 + x - WIDTH + 0.5, row * 4 + y - HEIGHT * 2 + 0.5, self.petals, self.at
            )
            if share is not None:
                dots |= 1 << bit
                here = here or share == self.at
        return dots, here


def drawn_at(across: float, down: float, petals: Sequence[float | None], at: int) -> int | None:
    """Return whose dot stands at a place, None where nothing is drawn.

    Args:
        across: dots to the right of the middle.
        down: dots below it.
        petals: how far each reaches, above 0 to 1, or None.
        at: the petal whose rim is drawn through.
    """
    if not petals:
        return None
    width = 2 * pi / len(petals)
    angle = (atan2(across, -down) + width / 2) % (2 * pi)
    number, off = int(angle / width), abs(angle % width - width / 2) / (width / 2)
    far = hypot(across, down)
    reach = petals[number]
    if reach is not None and 1 < far <= 1 + (RADIUS - 3) * reach and off < PETAL:
        return number
    on_the_rim = RADIUS - 1 < far <= RADIUS
    return number if on_the_rim and ((number == at and off < PETAL) or off < 0.16) else None
