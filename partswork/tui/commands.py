"""What can be done on a screen: for the palette, and for who asks which keys there are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping

from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from partswork.tui.actions import BY_ID, EVERYWHERE, PALETTE_ONLY
from partswork.tui.widgets.keys import Keys

_NOT_SOUGHT = frozenset({"select", "app.command_palette", "app.interrupt"})
"""Actions that make no sense from the palette: it has taken the place of what they are about."""


def bindings_here(screen: Screen[object], keys: Mapping[str, str]) -> list[Binding]:
    """Return the keys of a screen that stand for actions, those of everywhere last.

    Args:
        screen: where they work.
        keys: other keys that actions were given, by their id.
    """
    works = next((line.works for line in screen.query(Keys)), lambda id: True)
    found = [one.binding for one in screen.active_bindings.values()]
    everywhere = {action.id for action in EVERYWHERE}
    here = [one for one in found if one.id in BY_ID and one.id not in everywhere and works(one.id or "")]
    always = [action.binding().with_key(keys.get(action.id, action.key)) for action in EVERYWHERE]
    return [*here, *always]


def commands_here(screen: Screen[object], keys: Mapping[str, str]) -> Iterator[SystemCommand]:
    """Yield what the palette offers over a screen; see `bindings_here`."""
    here = [BY_ID[binding.id or ""] for binding in bindings_here(screen, keys)]
    for action in (*here, *PALETTE_ONLY):
        if action.method not in _NOT_SOUGHT:
            yield SystemCommand(action.word, action.help, _runs(screen, action.method))


def _runs(screen: Screen[object], method: str) -> Callable[[], Awaitable[None]]:
    """Return what does something on the screen below the palette."""
    return lambda: screen.run_action(method)
