"""What should be known before the first time: read or not, nothing is decided by an Enter too many."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from partswork.tui.screens.home import Home
from partswork.tui.screens.over import People, Ways
from partswork.wording import app as words
from partswork.wording import session as session_words
from tests.tui.someone import Someone, at_the_app, lives


async def at_the_first_page(someone: Someone) -> None:
    await someone.until_sees(session_words.BEFORE_THE_FIRST[0], *words.BEGIN_WAYS)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
def test_enter_space_and_escape_pass_nothing(size: tuple[int, int]) -> None:
    async def story() -> None:
        async with at_the_app(first_time=True, size=size) as someone:
            await someone.until_sees(session_words.BEFORE_THE_FIRST[0])
            await someone.press("enter", "space", "escape", "enter")
            await someone.until_sees(session_words.BEFORE_THE_FIRST[0])
            assert isinstance(someone.app.screen, Ways)

    lives(story)


def test_each_way_leads_where_it_says() -> None:
    async def story() -> None:
        async with at_the_app(first_time=True) as someone:
            await at_the_first_page(someone)
            await someone.press("3", "enter")
            await someone.until(lambda: isinstance(someone.app.screen, People), "people")
            await someone.press("escape")
            await at_the_first_page(someone)
            await someone.press("2", "enter")
            await someone.until_asked()
            assert someone.session.bundle.script.id == "looking-around"

    async def leaves() -> None:
        async with at_the_app(first_time=True) as someone:
            await at_the_first_page(someone)
            someone.send("4")
            someone.send("enter")
            await someone.until(lambda: not someone.app.is_running or someone.app._exit, "the end")

    async def goes_on() -> None:
        async with at_the_app(first_time=True) as someone:
            await at_the_first_page(someone)
            await someone.press("1", "enter")
            await someone.until(lambda: isinstance(someone.app.screen, Home), "home")
            await someone.until_sees(words.NEW_HERE)

    for part in (story, leaves, goes_on):
        lives(part)


def test_it_comes_until_a_session_was_begun() -> None:
    async def story() -> None:
        async with at_the_app() as someone:
            assert someone.desk.journal_is_new
            await someone.until(lambda: someone.app.focused, "home")
            await someone.press("ctrl+g")
            await someone.until_asked()

    async def again() -> None:
        async with at_the_app() as someone:
            assert not someone.desk.journal_is_new

    lives(story)
    lives(again)


def test_the_room_is_a_key_away_at_home() -> None:
    async def story() -> None:
        async with at_the_app() as someone:
            await someone.until(lambda: someone.app.focused, "home")
            await someone.press("ctrl+g")
            await someone.until_asked()
            assert someone.session.bundle.script.id == "looking-around"

    lives(story)


def test_how_long_it_may_take_is_told_once_it_is_known() -> None:
    async def story() -> None:
        async with at_the_app("arriving") as someone:
            await someone.until_asked()
            left = someone.app.screen.query_one("#left", Static)
            await someone.until(lambda: "minutes left" in str(left.content), "how long")

    lives(story)
