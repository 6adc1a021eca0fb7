"""A list to choose from whose highlighted line shows without colour too."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.strip import Strip
from textual.widgets import OptionList

from partswork.tui.actions import digits

MARK = "▸ "


class Marked(OptionList):
    """An option list with a mark before the line one is at."""

    def _get_left_gutter_width(self) -> int:
        # How a list of Textual's own keeps room for a mark: `SelectionList`.
        return len(MARK)

    def on_resize(self) -> None:
        self.call_after_refresh(self.scroll_to_highlight)

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        here = self._lines[line] if line < len(self._lines) else None
        marked = self.highlighted is not None and here == (self.highlighted, 0)
        style = next(iter(strip)).style if strip else None
        return Strip([Segment(MARK if marked else " " * len(MARK), style), *strip])


class Numbered(Marked):
    """A list whose first nine options can be gone to by digit."""

    BINDINGS: ClassVar[list[BindingType]] = digits("go_to")

    def action_go_to(self, digit: int) -> None:
        """Go to an option, the first being 1."""
        if 0 < digit <= self.option_count:
            self.highlighted = digit - 1
