"""Home with nothing behind it; the arguments are a word for its footer and the lines it lists."""

from __future__ import annotations

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Footer, OptionList, Static


class BareHome(App[None]):
    """A line, another, a list, and a footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "first", "begin"),
        ("j", "second", "journal"),
        ("q", "third", "quit"),
        ("f4", "fourth", "blank"),
        ("f3", "fifth", "keys"),
        ("f2", "sixth", sys.argv[1]),
    ]

    def compose(self) -> ComposeResult:
        """Put them below each other."""
        yield Static("a day")
        with Vertical(), Vertical():
            yield Static("a greeting")
            yield OptionList(*sys.argv[2:])
        yield Footer(show_command_palette=False)


if __name__ == "__main__":
    BareHome().run()
