"""Leaving, grounding and coming back: every way there is, and no word lost on any of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.widgets import Input, TextArea

from partswork.journal import Journal
from partswork.paths import places
from partswork.tui.screens.home import Home
from partswork.tui.screens.over import Ways
from partswork.wording import app as words
from partswork.wording import plain as plain_words
from tests.plain.kept import draft, sessions, state, values
from tests.plain.scripts import LOOKING, TWO_WORDS, own
from tests.tui import in_the_app
from tests.tui.kept import kinds, newest
from tests.tui.someone import Someone, at_the_app, lives

NAMES = "- name_part: Who?\n  save_as: who\n- locate: Where?\n  save_as: place\n- end: complete\n"

ENDED = plain_words.ended(stopped=False, kept=True, people=False)


async def at_the_second(someone: Someone) -> None:
    """Answer the first question, and type half of the second answer."""
    control = await someone.until_asked()
    await someone.types("one")
    await someone.press("tab", "enter")
    await someone.until_asked(control)
    await someone.types("half a th")


def editor(someone: Someone) -> str:
    """Return what stands in the room for words."""
    return someone.app.screen.query_one(TextArea).text


async def home(someone: Someone) -> None:
    """Wait until home is there."""
    await someone.until(lambda: isinstance(someone.app.screen, Home), "home")


async def paused(someone: Someone) -> None:
    await in_the_app.leave(someone, words.PAUSE)
    await home(someone)


async def quit_(someone: Someone) -> None:
    someone.send("ctrl+q")
    await someone.until(lambda: not someone.app.is_running or someone.app._exit, "the end")
    assert someone.app.return_value == 0


@pytest.mark.parametrize("leave", [paused, quit_])
def test_a_pause_keeps_what_was_typed_a_moment_ago(leave: Callable[[Someone], Awaitable[None]]) -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_the_app("mine") as someone:
            await at_the_second(someone)
            await leave(someone)

    async def again() -> None:
        async with at_the_app("mine") as someone:
            await someone.until(lambda: isinstance(someone.app.screen, Ways), "what to do")
            await in_the_app.choose(someone, plain_words.CONTINUE)
            await someone.until_asked()
            assert editor(someone) == "half a th"
            await someone.types("ird")
            await someone.press("tab", "enter")
            await someone.until_sees(ENDED)
            await someone.press("enter")
            await home(someone)

    lives(story)
    assert (state(), newest(places())[-1].body) == ("paused", {"why": "asked"})
    lives(again)
    assert (state(), values()) == ("complete", {"first": "one", "second": "half a third"})


def test_a_name_and_places_half_said_are_kept_too() -> None:
    own("mine", NAMES)

    async def story() -> None:
        async with at_the_app("mine") as someone:
            await someone.until_asked()
            await someone.types("The Watch")
            await paused(someone)

    async def named() -> None:
        async with at_the_app("mine") as someone:
            await someone.until(lambda: isinstance(someone.app.screen, Ways), "what to do")
            await in_the_app.choose(someone, plain_words.CONTINUE)
            control = await someone.until_asked()
            assert someone.app.screen.query_one(Input).value == "The Watch"
            await someone.types("man")
            await someone.press("enter")
            await someone.until_asked(control)
            await someone.press("right", "space", "tab", *"left kn")
            await someone.until(lambda: draft("main|place|1") == "face, left kn", "a draft")

    async def placed() -> None:
        async with at_the_app("mine") as someone:
            await someone.until(lambda: isinstance(someone.app.screen, Ways), "what to do")
            await in_the_app.choose(someone, plain_words.CONTINUE)
            await someone.until_asked()
            await someone.press("tab", "enter")
            await someone.until_sees(ENDED)

    for part in (story, named, placed):
        lives(part)
    assert values() == {"who": "The Watchman", "place": ["face", "left kn"]}


@pytest.mark.parametrize("stay", ["choose", "escape"])
def test_staying_changes_nothing(stay: str) -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_the_app("mine") as someone:
            await at_the_second(someone)
            if stay == "choose":
                await in_the_app.leave(someone, words.STAY)
            else:
                await someone.press("escape")
                await someone.until(lambda: isinstance(someone.app.screen, Ways))
                await someone.press("escape")
            await someone.until(lambda: someone.at_control)
            await someone.types("ird")
            assert editor(someone) == "half a third"
            await someone.press("tab", "enter")
            await someone.until_sees(ENDED)

    lives(story)
    assert kinds(places())[-3:] == ["answered", "answered", "ended"]


def test_no_way_of_leaving_is_chosen_beforehand_but_staying() -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_the_app("mine") as someone:
            await at_the_second(someone)
            await someone.press("escape", "enter", "enter")
            await someone.until(lambda: someone.at_control)
            assert someone.app.screen_stack[-1].query(TextArea)

    lives(story)
    assert kinds(places())[-1] == "answered"


def test_stopping_goes_through_the_room_first() -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_the_app("mine") as someone:
            await at_the_second(someone)
            control = someone.control
            await in_the_app.leave(someone, words.STOP)
            control = await someone.until_asked(control)
            await someone.until_sees(LOOKING)
            await someone.press("enter")
            control = await someone.until_asked(control)
            await someone.press("2", "enter")
            await someone.until_asked(control)
            await someone.until_sees("Stopped here.")
            await someone.press("escape")
            await home(someone)

    lives(story)
    assert state() == "stopped"
    assert kinds(places())[-4:] == ["stopped", "answered", "grounded", "ended"]


def test_discarding_is_asked_twice_and_leaves_nothing() -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_the_app("mine") as someone:
            await at_the_second(someone)
            await in_the_app.leave(someone, words.DISCARD)
            await someone.until_sees(words.DISCARD_SURE)
            await in_the_app.choose(someone, words.STAY)
            await someone.until(lambda: someone.at_control)
            assert len(sessions()) == 1
            await in_the_app.leave(someone, words.DISCARD)
            await someone.until_sees(words.DISCARD_SURE)
            await in_the_app.choose(someone, words.DISCARD_NOW)
            await home(someone)

    lives(story)
    assert sessions() == []


def test_grounding_comes_in_between_and_returns_to_the_words() -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_the_app("mine") as someone:
            await at_the_second(someone)
            control = someone.control
            await someone.press("ctrl+g")
            control = await someone.until_asked(control)
            await someone.until_sees(LOOKING)
            await someone.press("enter")
            control = await someone.until_asked(control)
            await someone.press("1", "enter")
            await someone.until_asked(control)
            await someone.until_sees("Back to where you were.", "The second?")
            assert editor(someone) == "half a th"

    lives(story)


def test_back_leaves_the_words_of_the_question_one_comes_from() -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_the_app("mine") as someone:
            await at_the_second(someone)
            control = someone.control
            await someone.press("f7")
            control = await someone.until_asked(control)
            assert editor(someone) == "one"
            await someone.press("f7")
            await someone.until_sees("no answer here that can be taken back")
            await someone.press("tab", "enter")
            await someone.until_asked(control)
            assert editor(someone) == "half a th"

    lives(story)


def test_a_session_that_is_open_elsewhere_is_left_alone() -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_the_app("mine") as someone:
            await at_the_second(someone)
            with Journal.open(places().data) as other:
                assert other.is_leased(sessions()[0].id)
            await paused(someone)
            with Journal.open(places().data) as other:
                await someone.until(lambda: not other.is_leased(sessions()[0].id))

    lives(story)
