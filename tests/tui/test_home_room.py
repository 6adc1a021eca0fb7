"""Home in a window of any size, and in one that changes: every practice stays within reach."""

from __future__ import annotations

import re

import pytest

from partswork.wording import app as words
from tests.plain.scripts import own
from tests.tui.at_home import (
    STEPS,
    at_home,
    deep_and_medicine,
    goes_down_to,
    is_home,
    leave_unfinished,
    listed,
    marked,
    resizes,
    rows,
    titles,
)
from tests.tui.someone import Someone, lives

SIZES = ((40, 15), (120, 40), (59, 24), (60, 24), (20, 8), (200, 60), (80, 24))


def test_no_practice_is_lost_when_the_window_changes() -> None:
    own("mine", STEPS, title="Of my own")
    own("broken", "- aks: What?\n")
    deep_and_medicine()
    leave_unfinished("mine")

    async def story() -> None:
        async with at_home() as someone:
            before = titles(someone)
            assert {"Arriving", "Of my own", "Continue: Of my own", words.MORE_TITLE} <= before
            await goes_down_to(someone, "The loud part")
            for size in SIZES:
                await resizes(someone, *size)
                assert titles(someone) == before
                assert highlighted(someone) == "the-loud-part"
            await someone.press("enter")
            await someone.until_asked()
            assert someone.session.title == "The loud part"

    lives(story)


@pytest.mark.parametrize("number", [5])
def test_the_line_one_is_at_stays_in_sight(number: int) -> None:
    for other in range(12):
        own(f"mine-{other}", STEPS, title=f"Number {other} of my own")

    async def story() -> None:
        async with at_home() as someone:
            await goes_down_to(someone, f"Number {number} of")
            for size in ((40, 15), (120, 40), (59, 16), (60, 16)):
                await resizes(someone, *size)
                await someone.until(lambda: f"Number {number}" in marked(someone), f"one's line at {size}")
            await someone.press("j")
            await someone.until_sees(words.JOURNAL_EMPTY)
            await someone.press("escape")
            await someone.until(lambda: is_home(someone), "home")
            await someone.until(lambda: f"Number {number}" in marked(someone), "the line one was at")

    lives(story)


def highlighted(someone: Someone) -> str | None:
    """Return the id of the line one is at."""
    here = listed(someone).highlighted_option
    return here.id if here is not None else None


@pytest.mark.parametrize("size", [(40, 15), (60, 24)])
def test_every_practice_can_be_gone_to_and_read(size: tuple[int, int]) -> None:
    """Narrow, the name of a group stands above its practices; nowhere does it take a title's room."""

    async def story() -> None:
        async with at_home(size=size) as someone:
            narrow = size[0] < 60
            for row in rows(someone):
                title = re.sub(rf"^({'|'.join(words.GROUPS.values())}) ", "", row)
                await someone.until(lambda title=title: f"▸ {title.split()[0]}" in marked(someone), title)  # type: ignore[misc]
                await someone.press("down")
            names = [str(one.prompt).strip() for one in listed(someone).options if one.disabled]
            assert [name for name in names if name] == (["settling", "meeting", words.MORE] if narrow else [])

    lives(story)
