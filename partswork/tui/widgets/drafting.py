"""Words that are kept while they are typed."""

from __future__ import annotations

from textual import on
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input, TextArea

from partswork.tui.messages import Written
from partswork.tui.widgets.toggles import Toggles

KEEP_AFTER = 0.4
"""Seconds of stillness after which what is written is kept."""


class Drafting(Vertical):
    """A control with words in it; tells what is written so far once it has been still for a moment."""

    _timer: Timer | None = None

    @property
    def text(self) -> str:
        """What is written so far, as a line or lines would say it."""
        raise NotImplementedError

    def on_mount(self) -> None:
        # Nothing on the screen blinks.
        for room in self.query("TextArea, Input"):
            assert isinstance(room, TextArea | Input)
            room.cursor_blink = False

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(Toggles.Changed)
    def _changed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(KEEP_AFTER, self._tell)

    def _tell(self) -> None:
        self.post_message(Written(self.text))
