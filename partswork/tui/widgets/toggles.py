"""Things to choose any of, side by side where there is room, so that all are seen at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget


class Toggles(Widget, can_focus=True):
    """Arrows move, space or enter chooses; what is chosen shows without colour too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("up", "row(-1)", show=False),
        Binding("down", "row(1)", show=False),
        Binding("space,enter", "choose", show=False),
    ]

    at: reactive[int] = reactive(0)
    chosen: reactive[frozenset[str]] = reactive(frozenset)

    class Changed(Message):
        """Something was chosen, or left again."""

    def __init__(self, labels: Mapping[str, Content], chosen: Sequence[str], most_columns: int = 1) -> None:
        """Begin.

        Args:
            labels: what can be chosen, by key.
            chosen: what is chosen beforehand: an answer that is offered again.
            most_columns: how many may stand side by side.
        """
        super().__init__()
        self._labels, self._keys, self._most = labels, list(labels), most_columns
        self._column = max(label.cell_length for label in labels.values()) + 5
        self.set_reactive(Toggles.chosen, frozenset(chosen))

    @property
    def in_order(self) -> tuple[str, ...]:
        """The chosen keys, in the order they stand."""
        return tuple(key for key in self._keys if key in self.chosen)

    @property
    def _columns(self) -> int:
        return max(1, min(self._most, self.size.width // self._column)) if self.size.width else self._most

    def render(self) -> Content:
        cells = [self._cell(number) for number in range(len(self._keys))]
        rows = [cells[n : n + self._columns] for n in range(0, len(cells), self._columns)]
        return Content("\n").join([Content("").join(row) for row in rows])

    def on_click(self, event: events.Click) -> None:
        number = event.style.meta.get("cell")
        if number is not None:
            self.at = number
            self.action_choose()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def action_move(self, by: int) -> None:
        """Go to the next or the one before."""
        self.at = max(0, min(self.at + by, len(self._keys) - 1))

    def action_row(self, by: int) -> None:
        """Go up or down."""
        to = self.at + by * self._columns
        self.at = to if 0 <= to < len(self._keys) else self.at

    def action_choose(self) -> None:
        """Choose it, or leave it again."""
        self.chosen = self.chosen ^ {self._keys[self.at]}
        self.post_message(self.Changed())

    def _cell(self, number: int) -> Content:
        key = self._keys[number]
        here = number == self.at and self.has_focus
        style = Style(bold=key in self.chosen or here, underline=here) + Style.from_meta({"cell": number})
        label = Content.assemble("● " if key in self.chosen else "○ ", self._labels[key]).stylize(style)
        # In a single column a label may be longer than the line, and breaks by itself.
        space = max(1, self._column - label.cell_length) if self._columns > 1 else 0
        return Content.assemble(label, " " * space)
