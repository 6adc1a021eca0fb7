"""The quiet line of keys at the foot of a screen."""

from __future__ import annotations

from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer


class Keys(Footer):
    """The keys that work now, built anew only when they are others.

    Textual builds its footer anew whenever the focus moves, which took most of the time of a step.
    """

    _told: list[tuple[Binding, bool]] | None = None

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)

    def bindings_changed(self, screen: Screen[object]) -> None:
        if not screen.app.app_focus or screen is not self.screen:
            return
        told = [(one.binding, one.enabled) for one in screen.active_bindings.values() if one.binding.show]
        if told != self._told:
            self._told = told
            super().bindings_changed(screen)
