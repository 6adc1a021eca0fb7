"""Draws the pictures of the app for the README and the docs: the real app, a made-up person, a fixed evening.

`make pictures` writes them beside this file; a test sees that they show the app as it is.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from partswork.paths import places
from partswork.people import to_call
from partswork.session import Desk
from partswork.settings import Person, Settings
from partswork.tui import PartsworkApp
from partswork.tui.picture import without_addresses
from partswork.tui.screens.sitting import Sitting
from partswork.tui.widgets.closing import Closing

SIZE = (80, 24)
EVENING = "2026-11-21T19:40:00+00:00"
PATIENCE = 30.0
"""Seconds until a screen that should come is said not to come."""

ONE_MINUTE, A_PART, NOBODY = "1", "1", "2"


class Drawing:
    """The app, a person at it, and what they have had drawn so far."""

    def __init__(self, app: PartsworkApp, pilot: Pilot[int]) -> None:
        self._app, self._pilot = app, pilot
        self.pictures: dict[str, str] = {}

    async def draw(self, name: str) -> None:
        """Draw what is on the screen, once it also says about how long is left."""
        async with asyncio.timeout(PATIENCE):
            while not self._is_whole:
                await asyncio.sleep(0.01)
        await self._pilot.pause()
        self.pictures[f"{name}.svg"] = without_addresses(self._app.export_screenshot(title="partswork"))

    async def press(self, *keys: str) -> None:
        """Press keys that stay at the same step."""
        await self._pilot.press(*keys)
        await self._pilot.pause()

    async def go_on(self, *keys: str) -> None:
        """Press keys that lead to another step, and wait until it is there."""
        before = self._step
        await self._pilot.press(*keys)
        async with asyncio.timeout(PATIENCE):
            while self._step is None or self._step is before or self._app.focused is None:
                await asyncio.sleep(0.01)
        await self._pilot.pause()

    @property
    def _is_whole(self) -> bool:
        screen = self._app.screen
        if not isinstance(screen, Sitting):
            return True
        told = str(screen.query_one("#left", Static).content)
        return bool(told) != bool(screen.query(Closing))

    @property
    def _step(self) -> object:
        screen = self._app.screen
        return next(iter(screen.query("#control > *")), None) if isinstance(screen, Sitting) else None


async def everything() -> dict[str, str]:
    """Return each picture by the name of its file."""
    settings = Settings(country="IE", people=(Person("Sam", "555 0100"),))
    with Desk(places()) as desk:
        desk.first_time = False
        app = PartsworkApp(desk, to_call(settings), settings=settings)
        async with app.run_test(size=SIZE) as pilot:
            someone = Drawing(app, pilot)
            await someone.press()
            await someone.draw("home")
            await someone.go_on("enter")
            await someone.go_on(ONE_MINUTE, "enter")
            await someone.press("3")
            await someone.draw("distress")
            await someone.go_on("enter")
            await someone.go_on(A_PART, "enter")
            await someone.go_on(*"the Hurrier", "enter")
            await someone.go_on("right", "down", "space", "tab", "tab", "enter")
            await someone.press(*"Leave the phone in the hall until eight.")
            await someone.draw("writing")
            await someone.press("tab")
            await someone.go_on("enter")
            await someone.go_on("2", "enter")
            await someone.go_on("enter")
            await someone.draw("afterwards")
            await someone.press("enter", "down", "down", "down")
            await someone.go_on("enter")
            await someone.go_on("enter")
            await someone.go_on("2", "enter")
            await someone.press("3", "down", "4", "down", "2", "down", "5", "down", "1", "down", "down")
            await someone.press("3", "down", "5", "up", "up", "3")
            await someone.draw("readings")
            return someone.pictures


@contextmanager
def somewhere_else() -> Iterator[None]:
    """Let nothing be read or kept where it really is, and let it be the same evening everywhere."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"PARTSWORK_HOME": home, "PARTSWORK_NOW": EVENING, "TZ": "UTC"}
        time.tzset()
        yield


def main(folder: Path) -> None:
    """Write the pictures into a folder."""
    with somewhere_else():
        pictures = asyncio.run(everything())
    for name, picture in pictures.items():
        (folder / name).write_text(picture, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
