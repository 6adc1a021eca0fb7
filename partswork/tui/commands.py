"""What can be done on a screen: for the palette, and for who asks which keys there are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from partswork.tui.actions import BY_ID, EVERYWHERE, PALETTE_ONLY

_NOT_SOUGHT = frozenset({"select", "app.command_palette", "app.interrupt"})
"""Actions that make no sense from the palette: it has taken the place of what they are about."""


def bindings_here(app: App[int], screen: Screen[object]) -> list[Binding]:
    """Return the keys of a screen that stand for actions, those of everywhere last."""
    here = [one.binding for one in screen.active_bindings.values() if one.binding.id in BY_ID]
    always = [binding for _, binding in app._bindings if binding.id in BY_ID and binding not in here]
    everywhere = {action.id for action in EVERYWHERE}
    return sorted([*here, *always], key=lambda binding: binding.id in everywhere)


def commands_here(app: App[int], screen: Screen[object]) -> Iterator[SystemCommand]:
    """Yield what the palette offers over a screen."""
    here = [BY_ID[binding.id or ""] for binding in bindings_here(app, screen)]
    for action in (*here, *PALETTE_ONLY):
        if action.method not in _NOT_SOUGHT:
            yield SystemCommand(action.word, action.help, _runs(screen, action.method))


def _runs(screen: Screen[object], method: str) -> Callable[[], Awaitable[None]]:
    """Return what does something on the screen below the palette."""
    return lambda: screen.run_action(method)
