"""Beats that ask nothing: a line to rest with, and silence."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from partswork.tui.content import plain
from partswork.tui.messages import WentOn
from partswork.wording import app as words


class Resting(Widget, can_focus=True):
    """Waits until they go on."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "go_on", words.GO_ON, show=False)]

    def render(self) -> Content:
        return plain(words.GOES_ON)

    def on_click(self) -> None:
        self.action_go_on()

    def action_go_on(self) -> None:
        """Go on."""
        self.post_message(WentOn())


class Quiet(Resting):
    """Silence for a while: a slow small sign of time that can be skipped or stretched."""

    DOTS = 10
    BINDINGS: ClassVar[list[BindingType]] = [Binding("plus", "stretch", "longer", show=False)]

    def __init__(self, seconds: int | None) -> None:
        super().__init__()
        self._seconds = seconds
        self._length: float = seconds or 0
        self._began = monotonic()
        self._full = -1

    def on_mount(self) -> None:
        self._began = monotonic()
        if self._seconds is not None:
            self.set_interval(0.5, self._look)

    def render(self) -> Content:
        if self._seconds is None:
            return plain(words.GOES_ON)
        full = max(self._full, 0)
        return plain(f"{'● ' * full}{'· ' * (self.DOTS - full)}\n\n{words.QUIET_GOES_ON}")

    def action_stretch(self) -> None:
        """Stay as long again."""
        if self._seconds is not None:
            self._length += self._seconds
            self._look()

    def _look(self) -> None:
        gone = monotonic() - self._began
        if gone >= self._length:
            self.post_message(WentOn(by_itself=True))
            self._length = float("inf")
            return
        full = int(gone / self._length * self.DOTS)
        if full != self._full:
            self._full = full
            self.refresh()
