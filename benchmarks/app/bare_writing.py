"""Room to write with nothing behind it."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class BareWriting(App[None]):
    """A text area."""

    def compose(self) -> ComposeResult:
        """Fill the screen with it."""
        yield TextArea(placeholder="a line or two")


if __name__ == "__main__":
    BareWriting().run()
