"""The journal: the sessions, and one of them read again."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from partswork.session import Desk
from partswork.tui.actions import CLOSE, READ, ROOM
from partswork.tui.content import plain, prose
from partswork.tui.widgets.keys import Keys
from partswork.tui.widgets.marked import Marked
from partswork.wording import app as words
from partswork.wording import session as session_words


class Sessions(Marked):
    """What was written, to read again."""

    BINDINGS: ClassVar[list[BindingType]] = [READ.binding()]


class JournalList(Screen[None]):
    """The sessions, newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [CLOSE.binding(), ROOM.binding()]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sessions = desk.sessions()

    def compose(self) -> ComposeResult:
        with Vertical(id="top"):
            yield Static(plain(words.JOURNAL_TITLE), id="title")
        with Vertical(id="middle"), Vertical(id="column"):
            if not self._sessions:
                yield Static(plain(words.JOURNAL_EMPTY))
            yield Sessions(*map(self._line, range(len(self._sessions))), id="sessions")
        yield Keys()

    def _line(self, number: int) -> Option:
        one = self._sessions[number]
        began = datetime.fromisoformat(one.started)
        state = words.STATES[one.state]
        date, after = (f"{began:%Y-%m-%d %H:%M}   ", "dim"), (f"   {state}" if state else "", "dim")
        return Option(Content.assemble(date, plain(one.title), after))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.app.push_screen(Reading(self._desk, self._sessions[event.option_index].id))


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
