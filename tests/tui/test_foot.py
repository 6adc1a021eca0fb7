"""The line of keys at the foot: what works now, help in a crisis always, and each a click away."""

from __future__ import annotations

import pytest

from partswork.tui.actions import BACK, BEGIN, BLANK, CLOSE, GROUND, JOURNAL, KEYS, LEAVE, PEOPLE, Action
from partswork.tui.screens.home import Home
from partswork.tui.screens.journal import JournalList
from partswork.tui.screens.over import KeysShown, Ways
from partswork.wording import app as words
from tests.plain.scripts import LOOKING, TWO_WORDS, own
from tests.tui import in_the_app
from tests.tui.at_home import at_home, clicks, is_home, resizes
from tests.tui.someone import Someone, lives

BEHIND = (*[LEAVE, GROUND, BACK], BLANK, PEOPLE, KEYS)


def told(action: Action) -> str:
    """Return how an action stands at the foot."""
    return f"{action.key.replace('escape', 'esc')} {action.word}"


def foot(someone: Someone) -> str:
    """Return the line at the foot of the screen."""
    return someone.lines[-1] if someone.lines else ""


async def shows(someone: Someone, *actions: Action) -> None:
    """Wait until these stand at the foot, in this order, and nothing else."""
    there = [told(action) for action in actions]
    await someone.until(
        lambda: foot(someone).split() == " ".join(there).split(), f"{there} at the foot, not {foot(someone)}"
    )


def test_only_what_works_now_is_shown() -> None:
    """Nothing to take back at first; no grounding while it comes in between, none when it is over."""
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_home("mine", size=(100, 24)) as someone:
            control = await someone.until_asked()
            await shows(someone, LEAVE, GROUND, BLANK, PEOPLE, KEYS)
            await someone.types("one")
            await someone.press("tab", "enter")
            control = await someone.until_asked(control)
            await shows(someone, LEAVE, GROUND, BACK, BLANK, PEOPLE, KEYS)
            await someone.press("ctrl+g")
            control = await someone.until_asked(control)
            await someone.until_sees(LOOKING)
            await someone.until(lambda: told(GROUND) not in foot(someone), "no grounding")
            await someone.press("enter")
            control = await someone.until_asked(control)
            await someone.press("1", "enter")
            control = await someone.until_asked(control)
            await someone.until(lambda: told(GROUND) in foot(someone), "grounding")
            await someone.press("tab", "enter")
            await someone.until_sees(words.FINISH)
            await someone.until(lambda: told(GROUND) not in foot(someone), "no grounding")
            assert told(PEOPLE) in foot(someone)

    lives(story)


def test_what_is_shown_works_and_what_is_not_does_nothing() -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_home("mine", size=(100, 24)) as someone:
            control = await someone.until_asked()
            await someone.press("ctrl+g")
            control = await someone.until_asked(control)
            await someone.until_sees(LOOKING)
            await someone.press("ctrl+g")
            assert someone.sees(LOOKING)
            assert someone.control is control

    lives(story)


def test_every_screen_has_its_own() -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_home(size=(100, 24)) as someone:
            await someone.until(lambda: told(BEGIN) in foot(someone) and told(JOURNAL) in foot(someone))
            assert told(LEAVE) not in foot(someone)
            await someone.press("j")
            await someone.until(lambda: isinstance(someone.app.screen, JournalList), "the journal")
            await someone.until(lambda: told(CLOSE) in foot(someone), "the way back")
            assert told(PEOPLE) in foot(someone)

    lives(story)


@pytest.mark.parametrize("question", [False, True])
def test_with_little_room_help_and_the_keys_stay(question: bool) -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_home("mine" if question else None, size=(120, 24)) as someone:
            await someone.until(lambda: told(KEYS) in foot(someone))
            there = len(foot(someone))
            for columns in (40, 59, 80):
                await resizes(someone, columns, 24)
                await someone.until(
                    lambda columns=columns: (
                        told(PEOPLE) in foot(someone) and foot(someone).endswith(told(KEYS))
                    ),  # type: ignore[misc]
                    f"help at {columns} columns, not {foot(someone)}",
                )
                assert len(foot(someone)) <= columns
                assert [one for one in foot(someone).split("  ") if one.strip() and not whole(one)] == []
            await resizes(someone, 120, 24)
            await someone.until(lambda: len(foot(someone)) == there, "all of them")

    lives(story)


def whole(shown: str) -> bool:
    """Whether keys stand there with their whole words."""
    some = [told(one) for one in (*BEHIND, BEGIN, JOURNAL, CLOSE)] + [f"q {words.QUIT}"]
    left = shown
    for one in [*some, *(one.replace("ctrl+", "^") for one in some)]:
        left = left.replace(one, "")
    return not left.strip()


@pytest.mark.parametrize(("action", "screen"), [(KEYS, KeysShown), (JOURNAL, JournalList)])
def test_a_click_does_it(action: Action, screen: type) -> None:
    async def story() -> None:
        async with at_home() as someone:
            await someone.until(lambda: told(action) in foot(someone), "the key")
            await clicks(someone, told(action))
            await someone.until(lambda: isinstance(someone.app.screen, screen), "what it does")

    lives(story)


def test_a_click_does_it_in_a_session_too() -> None:
    own("mine", TWO_WORDS)

    async def story() -> None:
        async with at_home("mine", size=(40, 15)) as someone:
            control = await someone.until_asked()
            await someone.until(lambda: told(KEYS) in foot(someone))
            await clicks(someone, PEOPLE.word)
            await someone.until_sees("112", "Ada: 01")
            await someone.press("escape")
            await someone.until(lambda: someone.at_control)
            await someone.types("one")
            await resizes(someone, 80, 24)
            await someone.until(lambda: told(GROUND) in foot(someone))
            await clicks(someone, told(GROUND))
            await someone.until_asked(control)
            await someone.until_sees(LOOKING)
            await clicks(someone, told(LEAVE))
            await someone.until(lambda: isinstance(someone.app.screen, Ways), "the ways to leave")
            await in_the_app.choose(someone, words.PAUSE)
            await someone.until(lambda: is_home(someone), "home")

    lives(story)


def test_what_stands_between_the_keys_does_nothing() -> None:
    async def story() -> None:
        async with at_home(size=(120, 24)) as someone:
            await someone.until(lambda: told(KEYS) in foot(someone))
            await clicks(someone, "    " + told(PEOPLE))
            await someone.press("down", "up")
            assert isinstance(someone.app.screen, Home)
            assert someone.app.is_running

    lives(story)
