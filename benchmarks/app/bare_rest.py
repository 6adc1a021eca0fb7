"""An app that shows a line and does nothing."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Static


class BareRest(App[None]):
    """A line and a footer."""

    def compose(self) -> ComposeResult:
        """Put them below each other."""
        yield Static("with the breath")
        yield Footer()


if __name__ == "__main__":
    BareRest().run()
