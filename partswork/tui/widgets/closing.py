"""What may be done once a session has ended."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from partswork.tui.content import plain
from partswork.tui.messages import Finished, LineWanted, ReadingWanted
from partswork.tui.widgets.marked import Numbered
from partswork.wording import app as words


class Closing(Vertical):
    """Finish, read what was written, or add a line for later."""

    WAYS: ClassVar[dict[str, type[Message]]] = {
        words.FINISH: Finished,
        words.READ_IT: ReadingWanted,
        words.ADD_LINE: LineWanted,
    }

    def __init__(self, *, marked: bool) -> None:
        """Begin; the first is `marked` unless a sleepy Enter would take away who to call."""
        super().__init__()
        self._marked = marked

    def on_mount(self) -> None:
        self.query_one(Numbered).highlighted = 0 if self._marked else None

    def compose(self) -> ComposeResult:
        yield Numbered(*(Option(plain(way)) for way in self.WAYS), id="ways")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(list(self.WAYS.values())[event.option_index]())
