"""The app: what is everywhere, and how it ends."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import ClassVar
from unicodedata import category

from rich.text import Text
from textual import events, on, work
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.driver import Driver
from textual.screen import Screen
from textual.worker import WorkerFailed

from partswork.cleaning import clean
from partswork.errors import PartsworkError, SessionElsewhere
from partswork.people import ToCall
from partswork.session import TODAY, Desk, Session, Unfinished
from partswork.tui.actions import EVERYWHERE
from partswork.tui.screens.home import Home
from partswork.tui.screens.journal import JournalList
from partswork.tui.screens.over import Blank, People, Told, Ways
from partswork.tui.screens.sitting import Sitting
from partswork.tui.terminal import Enduring, is_gone
from partswork.wording import app as words
from partswork.wording import people as people_words
from partswork.wording import plain as plain_words
from partswork.wording import session as session_words

LOOK_EVERY = 2.0
"""Seconds between two looks whether the terminal is still there."""


class PartsworkApp(App[int]):
    """partswork on the whole screen."""

    TITLE = "partswork"
    CSS_PATH = "styles/app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in EVERYWHERE]

    def __init__(self, desk: Desk, people: ToCall, begin: str | None = None) -> None:
        """Begin.

        Args:
            desk: what there is and what is kept.
            people: who to call.
            begin: a practice to begin with; None for home.
        """
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
        self._desk, self._people, self._begin = desk, people, begin
        self._open = self._quitting = self._ending = False

    def get_default_screen(self) -> Screen[None]:
        return Home(self._desk)

    async def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                # Windows has the one but no way for a loop to wait for it.
                with suppress(NotImplementedError):
                    loop.add_signal_handler(number, self._told_to_end)
        if not self.is_headless:
            self.set_interval(LOOK_EVERY, self._look_for_the_terminal)
        self._welcome()

    async def on_event(self, event: events.Event) -> None:
        await super().on_event(_as_words(event))

    @work
    async def _welcome(self) -> None:
        if self._desk.first_time:
            await self.push_screen_wait(Told(session_words.BEFORE_THE_FIRST, words.CLOSE))
        if self._begin is not None:
            self.sit(self._begin)

    def _look_for_the_terminal(self) -> None:
        if is_gone():
            self._told_to_end()

    @work
    async def _told_to_end(self) -> None:
        """Leave because the system says so; what can be kept is kept."""
        if self._ending:
            return
        self._ending = True
        for sitting in self._sittings():
            await sitting.pause("interrupted")
        self.exit(130)

    async def action_quit(self) -> None:
        """Leave partswork; a session in progress is paused."""
        self._quit()

    @work
    async def _quit(self) -> None:
        if self._quitting:
            return
        self._quitting = True
        leaves = [await sitting.may_leave("asked") for sitting in self._sittings()]
        self._quitting = False
        if all(leaves):
            self.exit(0)

    def _sittings(self) -> list[Sitting]:
        return [screen for screen in self.screen_stack if isinstance(screen, Sitting)]

    # What can be done everywhere.

    def action_people(self) -> None:
        """Show who to call."""
        if isinstance(self.screen, Blank):
            self.pop_screen()
        if not isinstance(self.screen, People):
            self.push_screen(People([people_words.INTRODUCTION, *self._people.lines()]))

    def action_blank(self) -> None:
        """Show nothing, or everything again."""
        if isinstance(self.screen, Blank):
            self.pop_screen()
        else:
            self.push_screen(Blank())

    def action_keys(self) -> None:
        """Show or hide the keys."""
        if self.screen.query("HelpPanel"):
            self.action_hide_help_panel()
        else:
            self.action_show_help_panel()

    def action_journal(self) -> None:
        """Show the journal."""
        self.push_screen(JournalList(self._desk))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        yield SystemCommand(words.PEOPLE, words.PEOPLE_HELP, self.action_people)
        yield SystemCommand(words.BLANK, words.BLANK_HELP, self.action_blank)
        yield SystemCommand(words.KEYS, words.KEYS_HELP, self.action_keys)
        yield SystemCommand(words.JOURNAL, words.JOURNAL_HELP, self.action_journal)
        yield SystemCommand(words.THEME, words.THEME_HELP, self.action_change_theme)
        yield SystemCommand(words.QUIT, words.QUIT_HELP, self.action_quit)

    # Sessions.

    @on(Home.Chosen)
    def _chosen(self, event: Home.Chosen) -> None:
        self.sit(event.id)

    @work
    async def sit(self, name: str) -> None:
        """Begin a practice, or take it up where it was left; not while one is open already."""
        if self._open:
            return
        self._open = True
        try:
            session = await self._session_of(name)
            if session is not None:
                await self.push_screen_wait(Sitting(session, self._people.lines()))
        except PartsworkError as error:
            self.push_screen(Told([error.sentence]))
        finally:
            self._open = False

    async def _session_of(self, name: str) -> Session | None:
        desk = self._desk
        found = await asyncio.to_thread(desk.find, name)
        try:
            left = await asyncio.to_thread(desk.left_today if name == TODAY else desk.left, found)
        except SessionElsewhere:
            left = None
        if left is None:
            if name == TODAY and desk.today(TODAY) is not None:
                ways = [session_words.NOT_NOW, session_words.ANOTHER]
                if await self.push_screen_wait(Ways([session_words.DONE_TODAY], ways)) != ways[1]:
                    return None
            return await asyncio.to_thread(desk.begin, found)
        chosen = await self.push_screen_wait(Ways(*_ways_with(left)))
        if chosen is None:
            return None
        if chosen == plain_words.BEGIN_AGAIN:
            if left.owes:
                await self.push_screen_wait(Sitting(desk.close_gently(left), self._people.lines()))
            return await asyncio.to_thread(desk.begin, found)
        into = found if chosen == plain_words.CONTINUE_NEWER else None
        return await asyncio.to_thread(lambda: desk.resume(left, into=into))

    # The terminal may be closed at any moment.

    def _build_driver(
        self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None
    ) -> Driver:
        driver = super()._build_driver(headless, inline, mouse, size)
        if isinstance(stream := getattr(driver, "_file", None), TextIOWrapper):
            driver._file = Enduring(stream)  # type: ignore[attr-defined]  # of the drivers that have one
        return driver

    def panic(self, *renderables: object) -> None:
        """Leave: reading from the terminal broke, or a fault that Textual would draw in its own way."""
        if self._exception is None:
            self._told_to_end()
        else:
            self._fatal_error()

    # A crash tells no values: Textual's own way prints local variables.

    def _fatal_error(self) -> None:
        error: BaseException | None = self._exception
        if isinstance(error, WorkerFailed):
            error = error.error
        place = _where(error.__traceback__) if error is not None else ""
        told = words.BROKEN.format(error=type(error).__name__, place=place)
        self._exit_renderables.append(Text(told))
        self._close_messages_no_wait()


def run_app(desk: Desk, people: ToCall, begin: str | None = None) -> int:
    """Run the app and return the exit code."""
    app = PartsworkApp(desk, people, begin)
    code = app.run()
    return code if code is not None else app.return_code or 0


def _as_words(event: events.Event) -> events.Event:
    """Return what comes in as words may: a paste without control codes, every visible character as one.

    Textual shows control codes as they are, and takes no character that Python does not call printable:
    joiners within words and emoji, and the wide space of East Asian scripts.
    """
    if isinstance(event, events.Paste):
        event.text = clean(event.text)
    said = event.character if isinstance(event, events.Key) and not event.is_printable else None
    if said is not None and len(said) == 1 and category(said) in ("Cf", "Zs"):
        return events.Paste(clean(said))
    return event


def _ways_with(left: Unfinished) -> tuple[list[str], list[str]]:
    """Return what is to be said about an unfinished session, and what can become of it."""
    lines = [words.TAKE_UP]
    if left.stale:
        lines.append(plain_words.STALE)
    if left.owes:
        lines.append(plain_words.OWES)
    if left.changed:
        lines.append(plain_words.CHANGED)
    if left.stale:
        return lines, [plain_words.CLOSE_GENTLY, plain_words.BEGIN_AGAIN]
    newer = [plain_words.CONTINUE_NEWER] if left.changed else []
    return lines, [plain_words.CONTINUE, *newer, plain_words.BEGIN_AGAIN]


def _where(trace: TracebackType | None) -> str:
    place = ""
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
