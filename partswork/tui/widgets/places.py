"""Places in or around the body, side by side so that all are seen at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from partswork.cleaning import clean
from partswork.tui.content import plain
from partswork.tui.messages import Given, LeftOut
from partswork.wording import app as words

COLUMN = 18
"""Cells that a place takes, at least."""


class PlaceGrid(Widget, can_focus=True):
    """Places to choose any of: arrows move, space or enter chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("up", "row(-1)", show=False),
        Binding("down", "row(1)", show=False),
        Binding("space,enter", "choose", show=False),
    ]

    at: reactive[int] = reactive(0)
    chosen: reactive[frozenset[str]] = reactive(frozenset)

    def __init__(self, places: Sequence[str], chosen: Sequence[str]) -> None:
        super().__init__()
        self.places = list(places)
        self.set_reactive(PlaceGrid.chosen, frozenset(chosen))

    @property
    def _columns(self) -> int:
        return max(1, min(3, self.size.width // COLUMN)) if self.size.width else 3

    def render(self) -> Content:
        cells = [self._cell(number) for number in range(len(self.places))]
        rows = [cells[n : n + self._columns] for n in range(0, len(cells), self._columns)]
        return Content("\n").join([Content("").join(row) for row in rows])

    def on_click(self, event: events.Click) -> None:
        number = event.style.meta.get("place")
        if number is not None:
            self.at = number
            self.action_choose()

    def action_move(self, by: int) -> None:
        """Go to the next place or the one before."""
        self.at = max(0, min(self.at + by, len(self.places) - 1))

    def action_row(self, by: int) -> None:
        """Go up or down."""
        to = self.at + by * self._columns
        self.at = to if 0 <= to < len(self.places) else self.at

    def action_choose(self) -> None:
        """Choose the place, or leave it again."""
        self.chosen = self.chosen ^ {self.places[self.at]}

    def _cell(self, number: int) -> Content:
        place = self.places[number]
        mark = "● " if place in self.chosen else "○ "
        here = number == self.at and self.has_focus
        style = Style(bold=place in self.chosen or here, underline=here) + Style.from_meta({"place": number})
        text = mark + clean(place)
        return Content.assemble(Content.styled(text, style), " " * max(1, COLUMN - len(text)))


class Placing(Vertical):
    """Places from the list, or one in their own words."""

    def __init__(self, before: Sequence[str], *, optional: bool) -> None:
        super().__init__()
        self._before, self._optional = before, optional

    def compose(self) -> ComposeResult:
        more = [place for place in self._before if place not in words.PLACES]
        yield PlaceGrid([*words.PLACES, *more], self._before)
        yield Input(placeholder=words.OWN_PLACE, id="own")
        yield Static(plain(words.PLACING), classes="hint")
        with Horizontal(classes="ways"):
            yield Button(plain(words.GO_ON), id="go-on", compact=True)
            if self._optional:
                yield Button(plain(words.LEAVE_OUT), id="leave-out", compact=True)

    @on(Input.Submitted)
    @on(Button.Pressed, "#go-on")
    def _go_on(self, event: Input.Submitted | Button.Pressed) -> None:
        event.stop()
        grid = self.query_one(PlaceGrid)
        own = " ".join(self.query_one("#own", Input).value.split())
        chosen = [place for place in grid.places if place in grid.chosen] + ([own] if own else [])
        self.post_message(Given(tuple(chosen)) if chosen else LeftOut())

    @on(Button.Pressed, "#leave-out")
    def _leave_out(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(LeftOut())
