"""The journal: the sessions, and what was said in them, found as one types."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from partswork.errors import JournalError
from partswork.session import Desk
from partswork.tui.actions import CLOSE, READ, ROOM, SEARCH
from partswork.tui.content import plain
from partswork.tui.screens.reading import Reading
from partswork.tui.widgets.keys import Keys
from partswork.tui.widgets.marked import Marked
from partswork.wording import app as words

if TYPE_CHECKING:
    from partswork.session import Hit, SessionSummary


class Sessions(Marked):
    """What was written, to read again."""

    BINDINGS: ClassVar[list[BindingType]] = [READ.binding()]


class JournalList(Screen[None]):
    """The sessions, newest first; while one looks for something, where it was said."""

    BINDINGS: ClassVar[list[BindingType]] = [SEARCH.binding(), CLOSE.binding(), ROOM.binding()]

    class Found(Message):
        """Words were looked for."""

        def __init__(self, sought: str, hits: Sequence[Hit]) -> None:
            super().__init__()
            self.sought, self.hits = sought, hits

    class Refused(Message):
        """The journal could not be looked through."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sessions = desk.sessions()
        self._listed = [one.id for one in self._sessions]
        self._sought: Input | None = None
        self._none_found = Static()

    def compose(self) -> ComposeResult:
        with Vertical(id="top"):
            yield Static(plain(words.JOURNAL_TITLE), id="title")
        with Vertical(id="middle"), Vertical(id="column"):
            if not self._sessions:
                yield Static(plain(words.JOURNAL_EMPTY), id="empty")
            yield Sessions(*map(_session, self._sessions), id="sessions")
        yield Keys()

    async def action_search(self) -> None:
        """Make room for words to look for, or go back to it."""
        if not self._sessions:
            return
        if self._sought is None:
            self._sought = Input(placeholder=words.SEARCH_FOR, id="sought")
            self._none_found = Static(id="none-found", classes="dim")
            column = self.query_one("#column")
            await column.mount(self._sought, before=0)
            await column.mount(self._none_found)
        self._sought.focus()

    async def action_dismiss(self, result: object = None) -> None:
        """Leave what one looked for, then the journal."""
        if self._sought is None:
            self.dismiss()
            return
        await self._sought.remove()
        await self._none_found.remove()
        self._sought = None
        self._show("", [])
        self.query_one(Sessions).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._look_for(event.value)

    @work(thread=True, exclusive=True)
    def _look_for(self, sought: str) -> None:
        worker = get_current_worker()
        try:
            hits = self._desk.search(sought) if sought.strip() else []
        except JournalError as refused:
            self.post_message(self.Refused(refused.sentence))
            return
        if not worker.is_cancelled:
            self.post_message(self.Found(sought, hits))

    @on(Found)
    def _found(self, event: Found) -> None:
        if self._sought is not None and event.sought == self._sought.value:
            self._show(event.sought, event.hits)
            looking = bool(event.sought.strip())
            self._none_found.update(plain(words.NONE_FOUND if looking and not event.hits else ""))

    def _show(self, sought: str, hits: Sequence[Hit]) -> None:
        """List what was found, or every session where nothing is looked for."""
        looking = bool(sought.strip())
        options = map(_hit, hits) if looking else map(_session, self._sessions)
        self._listed = [one.session for one in hits] if looking else [one.id for one in self._sessions]
        listed = self.query_one(Sessions)
        with self.app.batch_update():
            listed.clear_options()
            listed.add_options(list(options))
            listed.highlighted = 0 if self._listed else None

    @on(Refused)
    def _refused(self, event: Refused) -> None:
        if self._sought is not None:
            self._none_found.update(plain(event.sentence))

    @on(Input.Submitted)
    def _to_what_was_found(self) -> None:
        if self._listed:
            self.query_one(Sessions).focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.app.push_screen(Reading(self._desk, self._listed[event.option_index]))


def _session(one: SessionSummary) -> Option:
    state = words.STATES[one.state]
    return Option(
        Content.assemble(_date(one.started), plain(one.title), (f"   {state}" if state else "", "dim"))
    )


def _hit(one: Hit) -> Option:
    pieces = [plain(piece.text).stylize("bold" if piece.found else "") for piece in one.snippet]
    return Option(
        Content.assemble(_date(one.started), *pieces, ("   ", "dim"), plain(one.title).stylize("dim"))
    )


def _date(at: str) -> Content:
    return Content.styled(f"{datetime.fromisoformat(at):%Y-%m-%d %H:%M}   ", "dim")
