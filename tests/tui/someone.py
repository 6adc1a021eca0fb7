"""Someone at the app: keys in, what stands on the screen out, waited for and never slept for."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from textual import events
from textual.dom import DOMNode
from textual.keys import _character_to_key
from textual.strip import Strip
from textual.widget import Widget

from partswork.catalogue.found import Found
from partswork.paths import places
from partswork.people import ToCall
from partswork.session import Desk, Session, Unfinished
from partswork.settings import Person
from partswork.tui import PartsworkApp
from partswork.tui.screens.sitting import Sitting
from tests.practices import Unproved

PATIENCE = 20.0
"""Seconds until something that should have happened is said not to happen."""
TURN = 0.005
"""Seconds between two looks."""

PEOPLE = ToCall("112", "IE", False, (Person("Ada", "01"),))


class WatchedDesk(Desk):
    """A desk that remembers the session it opened last, and takes scripts as they are, proved or not."""

    session: Session | None = None
    journal_is_new = False
    """Whether it would have been the first time."""
    gate: threading.Event | None = None
    """What a session that has begun waits for, as for a slow disk."""

    def find(self, name: str) -> Found:
        """Find a script."""
        found = super().find(name)
        return Unproved(found.file, found.source, found.reading, found.bundle, found.texts)

    def begin(self, *arguments: Any, **more: Any) -> Session:
        """Begin, and remember."""
        self.session = super().begin(*arguments, **more)
        if self.gate is not None:
            self.gate.wait(PATIENCE)
        return self.session

    def resume(self, left: Unfinished, **more: Any) -> Session:
        """Resume, and remember."""
        self.session = super().resume(left, **more)
        return self.session


class Someone:
    """One person at one running app."""

    def __init__(self, app: PartsworkApp, desk: WatchedDesk) -> None:
        self.app, self.desk = app, desk

    # Looking.

    @property
    def session(self) -> Session:
        """The session at hand."""
        assert self.desk.session is not None
        return self.desk.session

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, line by line; nothing while widgets come and go."""
        return ["".join(segment.text for segment in strip).rstrip() for strip in self.strips]

    @property
    def strips(self) -> list[Strip]:
        """What stands on the screen, with its styles; nothing while widgets come and go."""
        compositor = self.app.screen._compositor
        still = all(widget.is_attached for widget in compositor.widgets)
        return compositor.render_strips() if still else []

    @property
    def text(self) -> str:
        """What stands on the screen, each run of spaces and line ends as one space."""
        return " ".join("\n".join(self.lines).split())

    @property
    def control(self) -> Widget | None:
        """The widget of the beat at hand, None while there is none."""
        screen = self.app.screen
        if not isinstance(screen, Sitting):
            return None
        return next(iter(screen.query("#control > *")), None)

    @property
    def at_control(self) -> bool:
        """Whether keys go to the widget of the beat at hand, and it has its place on the screen."""
        control, focused = self.control, self.app.focused
        if control is None or focused is None or control not in focused.ancestors_with_self:
            return False
        return bool(focused.region)

    def sees(self, text: str) -> bool:
        """Whether a text stands on the screen, however it was broken into lines."""
        return " ".join(text.split()) in self.text

    # Doing.

    async def press(self, *keys: str) -> None:
        """Press keys, as a terminal tells of them, each once the one before was taken."""
        for key in keys:
            self.send(key)
            if len(key) > 1:
                await self._taken()
        await self._taken()

    async def types(self, text: str) -> None:
        """Type a text; a line end is the Enter key."""
        await self.press(*("enter" if one == "\n" else one for one in text))

    async def pastes(self, text: str) -> None:
        """Paste a text."""
        self._send(events.Paste(text))
        await self._taken()

    def send(self, key: str) -> None:
        """Press a key, and do not wait until it was taken."""
        character = {"space": " ", "enter": "\r", "tab": "\t"}.get(key, key if len(key) == 1 else None)
        self._send(events.Key(_character_to_key(key) if len(key) == 1 else key, character))

    def _send(self, event: events.Event) -> None:
        event.set_sender(self.app)
        self.app.post_message(event)

    async def _taken(self) -> None:
        """Wait until every key pressed so far was taken.

        A key goes to the app, from there to what has the focus, and up from there back to the app,
        where what is bound to it is done: it is overtaken by whoever does not wait all that way.
        """
        done = asyncio.Event()

        def go(way: list[DOMNode]) -> None:
            if not way or not way[0].call_later(go, way[1:]):
                done.set()

        self.app.call_later(lambda: go([*(self.app.focused or self.app.screen).ancestors_with_self]))
        await self.until(done.is_set, "the keys to be taken")

    # Waiting.

    async def until(self, holds: Callable[[], object], what: str = "") -> None:
        """Wait until something holds."""
        last = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < last, f"waited for {what}\n" + "\n".join(self.lines)
            if self.app._exception is not None:
                raise self.app._exception
            await asyncio.sleep(TURN)

    async def until_sees(self, *texts: str) -> None:
        """Wait until texts stand on the screen."""
        for text in texts:
            await self.until(lambda text=text: self.sees(text), text)  # type: ignore[misc]

    async def until_asked(self, *not_this: Widget | None) -> Widget:
        """Wait until a widget takes keys that is none of these; return it."""
        await self.until(lambda: self.at_control and self.control not in not_this, "another beat")
        assert self.control is not None
        return self.control


@asynccontextmanager
async def at_the_app(
    begin: str | None = None, *, size: tuple[int, int] = (80, 24), first_time: bool = False
) -> AsyncIterator[Someone]:
    """Run the app over the home of the test; unless asked for, past what is told the first time."""
    desk = WatchedDesk(places())
    with desk:
        desk.journal_is_new, desk.first_time = desk.first_time, first_time
        app = PartsworkApp(desk, PEOPLE, begin)
        async with app.run_test(size=size, notifications=True, tooltips=True):
            someone = Someone(app, desk)
            if begin is not None:
                await someone.until(lambda: someone.at_control or len(app.screen_stack) > 1, "a sitting")
            yield someone


def lives(story: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a story to its end."""
    asyncio.run(story())
