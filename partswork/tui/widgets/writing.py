"""Room for words, kept as they are typed."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Static, TextArea

from partswork.tui.actions import PEOPLE, key_here
from partswork.tui.content import plain
from partswork.tui.messages import Given, LeftOut
from partswork.tui.widgets.drafting import Drafting
from partswork.wording import app as words


class Writing(Drafting):
    """A text area with a visible way on; nothing depends on a key that terminals disagree about."""

    def __init__(self, text: str, placeholder: str, *, optional: bool, kept: bool) -> None:
        super().__init__()
        self._text, self._placeholder, self._optional, self._kept = text, placeholder, optional, kept

    def compose(self) -> ComposeResult:
        yield TextArea(
            self._text,
            soft_wrap=True,
            tab_behavior="focus",
            placeholder=plain(self._placeholder),
            highlight_cursor_line=False,
            id="writing",
        )
        yield Static(
            plain(words.writing(kept=self._kept, people=key_here(self.screen, PEOPLE))), classes="hint"
        )
        with Horizontal(classes="ways"):
            yield Button(plain(words.GO_ON), id="go-on", compact=True)
            if self._optional:
                yield Button(plain(words.LEAVE_OUT), id="leave-out", compact=True)

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    @property
    def text(self) -> str:
        """What is written."""
        return self.query_one(TextArea).text

    @on(Button.Pressed, "#go-on")
    def _go_on(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(Given(self.text) if self.text.strip() or not self._optional else LeftOut())

    @on(Button.Pressed, "#leave-out")
    def _leave_out(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(LeftOut())
