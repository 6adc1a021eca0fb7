"""The app as someone has set it, with a mouse and a window that changes its size."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from partswork.paths import places
from partswork.session import Desk
from partswork.settings import read_settings
from partswork.tui import PartsworkApp
from partswork.tui.screens.home import Home
from partswork.wording import app as app_words
from tests.plain.scripts import own
from tests.tui.someone import PEOPLE, Someone, WatchedDesk

STEPS = "- ask: What?\n  save_as: it\n- end: complete\n"
"""One question."""
CALM = "- say: Here.\n- end: complete\n"
"""Nothing that a practice would owe anything for, however deep it says it is."""

_FRAMES = re.compile("[\u2500-\u259f]")


def set_up(text: str) -> None:
    """Write the settings file of the test."""
    places().config.mkdir(parents=True, exist_ok=True)
    places().settings.write_text(text, "utf-8")


def as_set() -> str:
    """Return what stands in the settings file of the test."""
    return places().settings.read_text("utf-8")


def leave_unfinished(*scripts: str) -> None:
    """Begin practices, and pause each."""
    with Desk(places()) as desk:
        for script in scripts:
            with desk.begin(desk.find(script)) as session:
                session.pause("asked")


@asynccontextmanager
async def at_home(
    begin: str | None = None, *, size: tuple[int, int] = (80, 24), demo: bool = False
) -> AsyncIterator[Someone]:
    """Run the app over the home of the test with the settings that stand in its file."""
    desk = WatchedDesk(places(), demo=demo)
    with desk:
        desk.first_time = False
        app = PartsworkApp(desk, PEOPLE, begin, read_settings(places().settings))
        async with app.run_test(size=size, notifications=True, tooltips=True):
            someone = Someone(app, desk)
            if begin is None:
                await someone.until(lambda: is_home(someone) and bool(rows(someone)), "home")
            else:
                await someone.until_asked()
            yield someone


def is_home(someone: Someone) -> bool:
    """Whether home is there, and takes keys."""
    return isinstance(someone.app.screen, Home) and someone.app.focused is not None


def listed(someone: Someone) -> OptionList:
    """Return the list on the screen."""
    return someone.app.screen.query_one(OptionList)


def rows(someone: Someone) -> list[str]:
    """Return the lines of the list on the screen that can be gone to, also those further down."""
    options = [one for some in someone.app.screen.query(OptionList) for one in some.options]
    return [" ".join(str(one.prompt).split()) for one in options if not one.disabled]


async def goes_down_to(someone: Someone, row: str) -> None:
    """Go to a line of the list on the screen, with keys."""
    await someone.press("home", *["down"] * at(rows(someone), row))


async def goes_to(someone: Someone, row: str) -> None:
    """Go to a line of the list on the screen, with keys, and take it."""
    await goes_down_to(someone, row)
    await someone.press("enter")


def at(told: Sequence[str], words: str) -> int:
    """Return which of some lines has these words."""
    there = [number for number, line in enumerate(told) if " ".join(words.split()) in line]
    assert there, f"no {words} in {told}"
    return there[0]


async def clicks(someone: Someone, words: str) -> None:
    """Click on words that stand on the screen in one line; on the lowest of such lines."""
    y = max(number for number, line in enumerate(someone.lines) if words in line)
    await Pilot(someone.app).click(offset=(someone.lines[y].index(words), y))


async def resizes(someone: Someone, columns: int, lines: int) -> None:
    """Make the window larger or smaller, and wait until all is drawn anew."""
    await Pilot(someone.app).resize_terminal(columns, lines)
    await someone.until(lambda: len(someone.strips) == lines and someone.strips[0].cell_length == columns)


async def until_told(someone: Someone, sentence: str) -> None:
    """Wait until something is said at the edge of the screen, wherever its lines are broken."""

    def said() -> str:
        lines = someone.lines
        regions = [one.region for one in someone.app.screen.query("Toast")] if lines else []
        cut = (line[one.x : one.right] for one in regions for line in lines[one.y : one.bottom])
        return "".join(_FRAMES.sub(" ", " ".join(cut)).split())

    await someone.until(lambda: "".join(sentence.split()) in said(), sentence)


async def does(someone: Someone, command: str) -> None:
    """Open the palette, seek what can be done, and do it."""
    await someone.press("ctrl+p")
    await seeks(someone, command)


async def seeks(someone: Someone, words: str) -> None:
    """Type words into the palette once it is there, and take what they find first."""
    await someone.until(lambda: isinstance(someone.app.screen, CommandPalette), "the palette")
    palette = someone.app.screen
    await someone.until(lambda: isinstance(someone.app.focused, Input), "room for words")
    await someone.types(words)
    found = palette.query_one(OptionList)

    def first() -> str:
        return str(found.get_option_at_index(0).prompt) if found.option_count else ""

    await someone.until(lambda: first().startswith(words) and found.highlighted == 0, f"{words} to be found")
    await someone.press("enter")
    await someone.until(lambda: palette not in someone.app.screen_stack, "the end of the palette")


def tagged(id: str, *, title: str, depth: str = "meeting") -> Path:
    """Write a practice that goes with ketamine-assisted therapy."""
    path = own(id, CALM, depth=depth, title=title)
    path.write_text(path.read_text("utf-8").replace("about:", "tags:\n  - ketamine\nabout:"), "utf-8")
    return path


def deep_and_medicine() -> None:
    """Write two practices of those that home does not show to everyone."""
    own("going-near", CALM, depth="deep", title="Going near")
    tagged("the-evening-after", title="The evening after", depth="deep")


def titles(someone: Someone) -> set[str]:
    """Return the titles of home without the names of their groups."""
    names = "|".join([*app_words.GROUPS.values(), app_words.MORE])
    return {re.sub(rf"^({names}) ", "", row) for row in rows(someone)}


def marked(someone: Someone) -> str:
    """Return the line one is at, without the name of its group."""
    line = next((line for line in someone.lines if "▸" in line), "")
    return re.sub(rf"▸ +({'|'.join(app_words.GROUPS.values())})? *", "▸ ", line).strip()
