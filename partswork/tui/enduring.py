"""How the app ends: told to by the system, with its terminal closed, or broken. No word is lost."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

from rich.text import Text
from textual import work
from textual.app import App
from textual.driver import Driver
from textual.worker import WorkerFailed

from partswork.tui.terminal import Enduring, Incoming, is_gone
from partswork.wording import app as words

LOOK_EVERY = 2.0
"""Seconds between two looks whether the terminal is still there."""


class EnduringApp(App[int]):
    """An app that keeps what it can before it ends."""

    _ending = False

    async def keep_all(self) -> None:
        """Keep what can be kept."""
        raise NotImplementedError

    def watch_for_the_end(self) -> None:
        """Look out for signals, and for the terminal going away. Textual heeds neither SIGTERM nor SIGHUP."""
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                # Windows has the one but no way for a loop to wait for it.
                with suppress(NotImplementedError):
                    loop.add_signal_handler(number, self._told_to_end)
        if not self.is_headless:
            self.set_interval(LOOK_EVERY, self._look_for_the_terminal)

    def _look_for_the_terminal(self) -> None:
        if is_gone():
            self._told_to_end()

    @work
    async def _told_to_end(self) -> None:
        """Leave because the system says so; what can be kept is kept."""
        if self._ending:
            return
        self._ending = True
        await self.keep_all()
        self.exit(130)

    def _build_driver(
        self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None
    ) -> Driver:
        driver = super()._build_driver(headless, inline, mouse, size)
        if isinstance(stream := getattr(driver, "_file", None), TextIOWrapper):
            driver._file = Enduring(stream)  # type: ignore[attr-defined]  # of the drivers that have one
        # The driver's own thread makes its decoder from this name.
        vars(sys.modules[type(driver).__module__])["getincrementaldecoder"] = lambda name: Incoming
        return driver

    def panic(self, *renderables: object) -> None:
        """Leave: reading from the terminal broke, or a fault that Textual would draw in its own way."""
        if self._exception is None:
            self._told_to_end()
        else:
            self._fatal_error()

    def _fatal_error(self) -> None:
        # Textual's own way prints local variables.
        error: BaseException | None = self._exception
        if isinstance(error, WorkerFailed):
            error = error.error
        place = _where(error.__traceback__) if error is not None else ""
        told = words.BROKEN.format(error=type(error).__name__, place=place)
        self._exit_renderables.append(Text(told))
        self._close_messages_no_wait()


def _where(trace: TracebackType | None) -> str:
    place = ""
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
