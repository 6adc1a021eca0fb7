"""What may be done once a session has ended: finish, read it again, add a line for later."""

from __future__ import annotations

import signal
from collections.abc import Awaitable, Callable

import pytest
from textual.widgets import TextArea

from partswork.paths import places
from partswork.session.recording import LINE
from partswork.tui.screens.reading import Reading
from partswork.wording import app as words
from partswork.wording import plain as plain_words
from partswork.wording import session as session_words
from tests.plain.kept import draft, sessions, state
from tests.plain.piping import runs
from tests.plain.scripts import own
from tests.tui import in_the_app
from tests.tui.at_home import at_home, clicks, goes_to, is_home, leave_unfinished, rows
from tests.tui.kept import kinds, newest
from tests.tui.someone import Someone, lives
from tests.tui.window import ENTER, Window

TWO = "- name_part: Who?\n  save_as: near\n- name_part: And who?\n  save_as: other\n- end: complete\n"
ONE = "- ask: What?\n  save_as: it\n- end: complete\n"


async def to_the_end(someone: Someone) -> None:
    """Answer the one question, and wait for what may be done then."""
    await someone.until_asked()
    await someone.types("one word")
    await someone.press("tab", "enter")
    await someone.until(lambda: words.FINISH in rows(someone), "the end")
    await someone.until(lambda: someone.at_control)


async def to_the_line(someone: Someone) -> None:
    """Go to the end, and ask for room for a line."""
    await to_the_end(someone)
    await goes_to(someone, words.ADD_LINE)
    await someone.until_sees(words.LINE_ASKED)
    await someone.until(lambda: isinstance(someone.app.focused, TextArea), "room for words")


async def adds(someone: Someone, text: str) -> None:
    """Add a line from the end of a session, and be back there."""
    await to_the_line(someone)
    await someone.types(text)
    await someone.press("tab", "enter")
    await back_at_the_end(someone)


async def back_at_the_end(someone: Someone) -> None:
    await someone.until(lambda: words.FINISH in rows(someone) and someone.at_control, "the end again")


def lines() -> list[object]:
    """Return the lines that were added to the newest session."""
    return [one.body["text"] for one in newest(places()) if one.kind == LINE]


def shown() -> str:
    """Return the newest session as the command shows it."""
    return runs("journal", "show", sessions()[0].id).out


def test_what_may_be_done_is_said_and_an_enter_finishes() -> None:
    own("mine", ONE)

    async def story() -> None:
        async with at_home("mine") as someone:
            await to_the_end(someone)
            assert rows(someone) == [words.FINISH, words.READ_IT, words.ADD_LINE]
            assert someone.sees(plain_words.ended(stopped=False, kept=True, people=False))
            await someone.press("enter")
            await someone.until(lambda: is_home(someone), "home")

    lives(story)
    assert (state(), lines()) == ("complete", [])


def test_what_was_written_can_be_read_and_one_comes_back() -> None:
    own("mine", ONE)

    async def story() -> None:
        async with at_home("mine") as someone:
            await to_the_end(someone)
            await goes_to(someone, words.READ_IT)
            await someone.until(lambda: isinstance(someone.app.screen, Reading), "what was written")
            await someone.until_sees("A test", "What?", "one word")
            await someone.press("escape")
            await back_at_the_end(someone)
            await someone.press("2", "enter")
            await someone.until(lambda: isinstance(someone.app.screen, Reading), "what was written")
            await someone.press("escape")
            await back_at_the_end(someone)
            await someone.press("1", "enter")
            await someone.until(lambda: is_home(someone), "home")

    lives(story)
    assert kinds(places())[-1] == "ended"


def test_a_line_for_later_is_kept_and_shown_wherever_it_is_read() -> None:
    own("mine", ONE)

    async def story() -> None:
        async with at_home("mine") as someone:
            await adds(someone, "Ask *her* about [the] garden\nand the key")
            assert lines() == ["Ask *her* about [the] garden\nand the key"]
            await goes_to(someone, words.READ_IT)
            await someone.until_sees(
                "one word", session_words.LINE_ADDED, "Ask *her* about [the] garden", "and the key"
            )
            await someone.press("escape")
            await back_at_the_end(someone)
            await goes_to(someone, words.ADD_LINE)
            await someone.until(lambda: isinstance(someone.app.focused, TextArea), "room for words")
            assert someone.app.screen.query_one(TextArea).text == ""
            await someone.types("And one more")
            await someone.press("tab", "enter")
            await back_at_the_end(someone)
            await someone.press("enter")
            await someone.until(lambda: is_home(someone), "home")
            await someone.press("j")
            await someone.until_sees(words.JOURNAL_TITLE)
            await someone.press("enter")
            await someone.until_sees("and the key", "And one more")
            assert someone.text.index("and the key") < someone.text.index("And one more")

    lives(story)
    assert lines() == ["Ask *her* about [the] garden\nand the key", "And one more"]
    assert kinds(places())[-3:] == ["ended", LINE, LINE]
    assert state() == "complete"


def test_the_command_says_what_a_line_for_later_is() -> None:
    own("mine", ONE)

    async def story() -> None:
        async with at_home("mine") as someone:
            await adds(someone, "About the garden")

    lives(story)
    before, _, after = shown().partition("    About the garden")
    assert "one word" in before
    assert after == "\n"
    assert before.endswith(f"{session_words.LINE_ADDED}\n")


def test_a_line_without_words_is_none() -> None:
    own("mine", ONE)

    async def story() -> None:
        async with at_home("mine") as someone:
            await adds(someone, "  \n ")

    lives(story)
    assert lines() == []


def test_a_line_can_be_thought_better_of() -> None:
    own("mine", ONE)

    async def story() -> None:
        async with at_home("mine") as someone:
            await to_the_line(someone)
            await someone.types("About the g")
            await someone.until(lambda: draft(LINE) == "About the g", "it to be kept")
            await in_the_app.go_to(someone, "leave-out")
            await someone.press("enter")
            await back_at_the_end(someone)

    lives(story)
    assert lines() == []
    assert not draft(LINE)


async def escape(someone: Someone) -> None:
    await someone.press("escape")
    await someone.until(lambda: is_home(someone), "home")


async def quit_(someone: Someone) -> None:
    someone.send("ctrl+q")
    await someone.until(lambda: not someone.app.is_running or someone.app._exit, "the end")


@pytest.mark.parametrize("leave", [escape, quit_])
def test_half_a_line_is_kept_by_whoever_leaves(leave: Callable[[Someone], Awaitable[None]]) -> None:
    own("mine", ONE)

    async def story() -> None:
        async with at_home("mine") as someone:
            await to_the_line(someone)
            await someone.types("About the g")
            await leave(someone)

    lives(story)
    assert lines() == ["About the g"]
    assert state() == "complete"
    assert not draft(LINE)


def test_half_a_line_outlives_a_kill() -> None:
    """It was never given, and stands there all the same when the session is read again."""
    own("mine", "- say: Only this.\n- end: complete\n")
    own("before", ONE)
    # A session was begun by now, so nothing is told that is told the first time.
    leave_unfinished("before")
    with Window("run", "mine") as window:
        window.sees("Only this.").types(ENTER)
        window.sees(words.ADD_LINE).types(f"3{ENTER}").sees(words.LINE_ASKED).types("About the g")
        window.waits(lambda: draft(LINE) == "About the g", "it to be kept")
        assert window.sends(signal.SIGKILL).left_with() == -signal.SIGKILL
    assert lines() == []
    assert "    About the g" in shown()

    async def story() -> None:
        async with at_home() as someone:
            await someone.press("j")
            await someone.until_sees(words.JOURNAL_TITLE)
            await someone.press("enter")
            await someone.until_sees(session_words.LINE_ADDED, "About the g")

    lives(story)


def test_a_demonstration_has_only_an_end() -> None:
    """Nothing is kept, so there is nothing to read again and nowhere to add to."""
    own("mine", TWO)

    async def story() -> None:
        async with at_home("mine", demo=True) as someone:
            for name in ("Ada", "Bo"):
                control = await someone.until_asked()
                await someone.types(name)
                await someone.press("enter")
                await someone.until_asked(control)
            await someone.until_sees(plain_words.ended(stopped=False, kept=False, people=False))
            await someone.until_sees(words.GOES_ON)
            assert rows(someone) == []
            assert not someone.sees(words.ADD_LINE)
            assert not someone.sees(words.READ_IT)
            await someone.press("enter")
            await someone.until(lambda: is_home(someone), "home")

    lives(story)
    assert not places().journal.exists()


def test_the_ways_can_be_clicked() -> None:
    own("mine", ONE)

    async def story() -> None:
        async with at_home("mine") as someone:
            await to_the_end(someone)
            await clicks(someone, words.READ_IT)
            await someone.until(lambda: isinstance(someone.app.screen, Reading), "what was written")
            await someone.press("escape")
            await back_at_the_end(someone)
            await clicks(someone, words.FINISH)
            await someone.until(lambda: is_home(someone), "home")

    lives(story)
