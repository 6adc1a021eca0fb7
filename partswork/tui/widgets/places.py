"""Places in or around the body, from a list or in their own words."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Input, Static

from partswork.tui.content import plain
from partswork.tui.messages import Given, LeftOut
from partswork.tui.widgets.drafting import Drafting
from partswork.tui.widgets.toggles import Toggles
from partswork.wording import app as words


class Placing(Drafting):
    """Places from the list, or one in their own words."""

    def __init__(self, before: Sequence[str], *, optional: bool) -> None:
        super().__init__()
        self._before, self._optional = before, optional

    def compose(self) -> ComposeResult:
        more = [place for place in self._before if place not in words.PLACES]
        yield Toggles({place: plain(place) for place in (*words.PLACES, *more)}, self._before, most_columns=3)
        yield Input(placeholder=words.OWN_PLACE, id="own", select_on_focus=False)
        yield Static(plain(words.PLACING), classes="hint")
        with Horizontal(classes="ways"):
            yield Button(plain(words.GO_ON), id="go-on", compact=True)
            if self._optional:
                yield Button(plain(words.LEAVE_OUT), id="leave-out", compact=True)

    @property
    def text(self) -> str:
        """What is chosen so far, with commas between."""
        return ", ".join(self._places())

    @on(Input.Submitted)
    @on(Button.Pressed, "#go-on")
    def _go_on(self, event: Input.Submitted | Button.Pressed) -> None:
        event.stop()
        chosen = self._places()
        self.post_message(Given(chosen) if chosen else LeftOut())

    @on(Button.Pressed, "#leave-out")
    def _leave_out(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(LeftOut())

    def _places(self) -> tuple[str, ...]:
        own = " ".join(self.query_one("#own", Input).value.split())
        return self.query_one(Toggles).in_order + ((own,) if own else ())
