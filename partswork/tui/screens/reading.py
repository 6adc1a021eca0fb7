"""One session of the journal, read again."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from partswork.session import Desk
from partswork.tui.actions import CLOSE, ROOM
from partswork.tui.content import plain, prose
from partswork.tui.widgets.keys import Keys
from partswork.wording import app as words
from partswork.wording import session as session_words


class Reading(Screen[None]):
    """One session: the script's words and one's own."""

    BINDINGS: ClassVar[list[BindingType]] = [CLOSE.binding(), ROOM.binding()]

    def __init__(self, desk: Desk, session: str) -> None:
        super().__init__()
        summary = desk.summary(session)
        began = datetime.fromisoformat(summary.started)
        self._title = words.read_again(summary.title, f"{began:%Y-%m-%d %H:%M}", summary.state)
        self._told = desk.retold(session)

    def compose(self) -> ComposeResult:
        with Vertical(id="top"):
            yield Static(plain(self._title), id="title")
        with VerticalScroll(id="reading"), Vertical(id="column"):
            if not self._told:
                yield Static(plain(words.READING_EMPTY), classes="dim")
            for one in self._told:
                yield Static(
                    prose(one.words) if one.words else plain(session_words.LINE_ADDED), classes="asked"
                )
                answer = words.LEFT_OUT if one.answer is None else one.answer
                said = plain(f"{answer}  ({words.TAKEN_BACK})" if one.abandoned else answer)
                yield Static(said, classes="dim said" if one.answer is None or one.abandoned else "said")
        yield Keys()
