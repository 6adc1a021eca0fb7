"""The line above a session: what it is, and how long it may still take."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from partswork.guide import Beat
from partswork.session import Session
from partswork.tui.content import plain
from partswork.wording import app as words

if TYPE_CHECKING:
    from partswork.session.ahead import Ahead


class Heading(Horizontal):
    """Says how long as soon as that is known; nothing waits for it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._left = Static(id="left")
        self._ahead: Ahead | None = None

    def compose(self) -> ComposeResult:
        yield Static(plain(self._session.title), id="title")
        yield self._left

    @work(exclusive=True)
    async def look(self) -> None:
        """Look how long it may still take from where the session stands."""
        if self._ahead is None:
            self._ahead = await asyncio.to_thread(_ahead_of, self._session)
        beat = self._session.beat
        minutes = self._ahead.most_minutes(beat) if isinstance(beat, Beat) else None
        self._left.update(plain(words.minutes_left(minutes) if minutes else ""))


def _ahead_of(session: Session) -> Ahead:
    # Imported here: the first step is on the screen before its proof.
    from partswork.session.ahead import Ahead

    return Ahead(session.bundle)
