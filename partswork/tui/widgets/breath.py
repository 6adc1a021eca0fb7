"""The drawn breath: small, slow, its frames drawn once, repainted only when they change."""

from __future__ import annotations

from functools import cache
from time import monotonic

from textual.content import Content

from partswork.script.steps import Breathe
from partswork.tui.content import plain
from partswork.tui.messages import WentOn
from partswork.tui.widgets.calm import Resting
from partswork.wording import app as words

WIDTH, HEIGHT = 20, 8
"""Cells of the drawing; each holds 2 by 4 dots."""
FRAMES = 14
PER_SECOND = 6


@cache
def frame(number: int) -> str:
    """Return one drawing of the breath, 0 the emptiest and `FRAMES` the fullest."""
    radius = 4 + (HEIGHT * 2 - 5) * number / FRAMES
    lines = []
    for row in range(HEIGHT):
        cells = ""
        for column in range(WIDTH):
            dots = 0
            for bit, (x, y) in enumerate(((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))):
                across = column * 2 + x - WIDTH + 0.5
                down = row * 4 + y - HEIGHT * 2 + 0.5
                dots |= (across * across + down * down <= radius * radius) << bit
            cells += chr(0x2800 + dots)
        lines.append(cells)
    return "\n".join(lines)


class Breath(Resting):
    """Breathes with them, round after round, then goes on by itself."""

    def __init__(self, step: Breathe) -> None:
        super().__init__()
        self._step = step
        self._round = sum(seconds for _, seconds in step.pattern)
        self._began = monotonic()
        self._shown: tuple[int, str, int] = (0, "in", 1)
        self._over = False

    def on_mount(self) -> None:
        self._began = monotonic()
        still = self.app.animation_level == "none"
        self.set_interval(1.0 if still else 1 / PER_SECOND, self._look)

    def render(self) -> Content:
        number, phase, turn = self._shown
        told = f"{phase}   {turn} of {self._step.rounds}"
        drawing = "" if self.app.animation_level == "none" else frame(number) + "\n\n"
        return plain(f"{drawing}{told}\n\n{words.GOES_ON}")

    def _look(self) -> None:
        gone = monotonic() - self._began
        if gone >= self._round * self._step.rounds:
            if not self._over:
                self._over = True
                self.post_message(WentOn(by_itself=True))
            return
        now = self._at(gone)
        if now != self._shown:
            self._shown = now
            self.refresh()

    def _at(self, gone: float) -> tuple[int, str, int]:
        """Return the frame, the phase and the round after so many seconds."""
        turn, within = int(gone // self._round), gone % self._round
        fullness = 0.0
        for phase, seconds in self._step.pattern:
            if within < seconds:
                moved = within / seconds
                if phase == "in":
                    fullness = moved
                elif phase == "out":
                    fullness = 1 - moved
                return round(fullness * FRAMES), phase, turn + 1
            within -= seconds
            fullness = 1.0 if phase == "in" else 0.0 if phase == "out" else fullness
        return 0, "in", turn + 1
