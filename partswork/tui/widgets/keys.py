"""The quiet line of keys at the foot of a screen."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from partswork.tui.actions import BY_ID, shown_key

_ORDER: list[str | None] = list(BY_ID)


class Keys(Widget):
    """The keys that work now; what helps in a crisis always has its place at the right.

    Textual's own footer is a widget for each key, built anew whenever the focus moves: most of the
    time of a step went there.
    """

    def __init__(self, works: Callable[[str], bool] = lambda id: True) -> None:
        """Begin.

        Args:
            works: whether the action of an id does something now.
        """
        super().__init__()
        self.works = works
        self._told: list[Binding] = []

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda screen: self.look())
        self.look()

    def look(self) -> None:
        """Look which keys work now."""
        if not self.is_attached:
            # The app ends just now.
            return
        told = [one.binding for one in self.screen.active_bindings.values() if self._is_told(one.binding)]
        told.sort(key=lambda binding: _ORDER.index(binding.id))
        if told != self._told:
            self._told = told
            self.refresh()

    def _is_told(self, binding: Binding) -> bool:
        return binding.show and binding.id in BY_ID and self.works(binding.id)

    def render(self) -> Content:
        sides: tuple[list[Content], list[Content]] = ([], [])
        wide = self._width(self._told, wide=True) <= self.size.width
        left = [one for one in self._told if not BY_ID[one.id or ""].aside]
        right = [one for one in self._told if BY_ID[one.id or ""].aside]
        while left and not wide and self._width([*left, *right], wide=False) > self.size.width:
            left.pop()
        for told, side in zip((left, right), sides, strict=True):
            side += [_drawn(one, wide=wide) for one in told]
        gap = Content("  " if wide else " ")
        first, last = (gap.join(side) for side in sides)
        return Content.assemble(
            first, " " * max(1, self.size.width - first.cell_length - last.cell_length), last
        )

    def on_click(self, event: events.Click) -> None:
        key = event.style.meta.get("key")
        if key is not None:
            self.app.simulate_key(key)

    @staticmethod
    def _width(told: list[Binding], *, wide: bool) -> int:
        gap = 2 if wide else 1
        return sum(_drawn(one, wide=wide).cell_length + gap for one in told) - gap


def _drawn(binding: Binding, *, wide: bool) -> Content:
    key = shown_key(binding.key) if wide else shown_key(binding.key).replace("ctrl+", "^")
    told = Content.assemble((key, Style(bold=True)), (f" {binding.description}", Style(dim=True)))
    return told.stylize(Style.from_meta({"key": binding.key}))
