"""The app at a real terminal: however it ends, nothing is lost and the terminal is as it was."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable

import pytest

from partswork.journal import Journal
from partswork.paths import places
from partswork.wording import app as app_words
from partswork.wording import people as people_words
from partswork.wording import plain as words
from partswork.wording import session as session_words
from tests.plain.kept import draft, sessions, state, values
from tests.plain.scripts import TWO_WORDS, own
from tests.tui.kept import newest
from tests.tui.window import BACKSPACE, CTRL_C, CTRL_Q, ENTER, ESCAPE, F2, F3, Window

THREE_WORDS = """
    - ask: The first?
      save_as: first
    - ask: The second?
      save_as: second
    - ask: The third, when you have looked around for it?
      save_as: third
    - end: complete
"""
LINES = " ".join(f"word{number}" for number in range(30))
PARAGRAPHS = (
    "\n\n".join(f"Paragraph {n}. " + "Some words, and 日本語. " * 20 for n in range(20)) + "\nThe end."
)


def at(*arguments: str) -> Window:
    """Start, and go past what is told the first time."""
    return Window(*arguments).sees(session_words.BEFORE_THE_FIRST[0]).types("1" + ENTER)


def at_the_second() -> Window:
    """Answer the first question, and type half of the second answer."""
    own("mine", TWO_WORDS)
    window = at("run", "mine").sees("The first?").types("a stone").sees("a stone")
    return window.goes_on(app_words.GO_ON).sees("The second?").types("half a li").sees("half a li")


def test_killed_in_the_middle_of_a_word() -> None:
    own("mine", THREE_WORDS)
    with at("run", "mine") as window:
        window.sees("The first?").types("a stone").sees("a stone").goes_on(app_words.GO_ON)
        window.sees("The second?").types("the second").sees("the second").goes_on(app_words.GO_ON)
        window.sees("The third, when").types("half a th")
        window.waits(lambda: draft("main|third|1") == "half a th", "the draft")
        assert window.sends(signal.SIGKILL).left_with() == -signal.SIGKILL
    assert state() == "paused"
    with Window("run", "mine") as window:
        window.sees(words.CONTINUE).types(ENTER).sees("The third, when", "half a th")
        window.types("ird").sees("half a third").goes_on(app_words.GO_ON)
        window.waits(lambda: state() == "complete", "the end")
    assert values() == {"first": "a stone", "second": "the second", "third": "half a third"}


def told_to_end_while_looking_for_help(window: Window) -> int:
    return window.types(F2).sees(people_words.INTRODUCTION).sends(signal.SIGTERM).left_with()


def hung_up_while_leaving(window: Window) -> int:
    return window.types(ESCAPE).sees(app_words.LEAVING).sends(signal.SIGHUP).left_with()


def interrupted(window: Window) -> int:
    return window.sends(signal.SIGINT).left_with()


def pressed_ctrl_c(window: Window) -> int:
    return window.types(CTRL_C).left_with()


def pressed_ctrl_q(window: Window) -> int:
    return window.types(CTRL_Q).left_with()


def closed(window: Window) -> int:
    window.closes()
    return window.left_with()


@pytest.mark.parametrize(
    ("leave", "codes"),
    [
        (told_to_end_while_looking_for_help, {130}),
        (hung_up_while_leaving, {130}),
        (interrupted, {130}),
        (pressed_ctrl_c, {0, 130}),
        (pressed_ctrl_q, {0}),
        (closed, {130}),
    ],
)
def test_however_it_is_left(leave: Callable[[Window], int], codes: set[int]) -> None:
    with at_the_second() as window:
        assert leave(window) in codes
        if leave is not closed:
            assert window.left_changed == []
    assert (state(), values(), draft("main|second|1")) == ("paused", {"first": "a stone"}, "half a li")
    assert newest(places())[-1].kind == "paused"
    with Journal.open(places().data) as journal:
        assert not journal.is_leased(sessions()[0].id)


def test_a_window_closed_behind_a_shell_that_stays() -> None:
    """There no signal tells of it."""
    own("mine", TWO_WORDS)
    shell = (
        "import signal, subprocess, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); "
        "sys.exit(subprocess.call([sys.executable, '-m', 'partswork', 'run', 'mine']))"
    )
    with Window(command=[sys.executable, "-c", shell]) as window:
        window.sees(session_words.BEFORE_THE_FIRST[0]).types("1" + ENTER)
        window.sees("The first?").types("half").sees("half").closes()
        assert window.left_with() == 130
    assert (draft("main|first|1"), newest(places())[-1].kind) == ("half", "paused")


def test_what_one_writes_stays_as_it_is_whatever_becomes_of_the_window() -> None:
    own("mine", THREE_WORDS)
    assert len(PARAGRAPHS.encode()) > 10_000
    with at("run", "mine") as window:
        window.sees("The first?").pastes(LINES).sees(LINES)
        window.waits(lambda: draft("main|first|1") == LINES, "the draft")
        before = window.screen
        window.types(F3).waits(lambda: window.screen != before, "the keys")
        window.types(F3).waits(lambda: window.screen == before, "all as it was")
        window.resizes(20, 5).types("s").waits(lambda: draft("main|first|1") == f"{LINES}s", "a letter more")
        window.types(BACKSPACE).waits(lambda: draft("main|first|1") == LINES, "a letter less")
        window.resizes(80, 24).waits(lambda: window.screen == before, "all as it was")
        window.types("!").sees(f"{LINES}!").goes_on(app_words.GO_ON)
        window.sees("The second?").pastes(PARAGRAPHS).sees("The end.").goes_on(app_words.GO_ON)
        window.sees("The third, when").types(CTRL_Q)
        assert window.left_with() == 0
        assert window.left_changed == []
    assert values() == {"first": f"{LINES}!", "second": PARAGRAPHS}


def test_a_byte_that_is_no_text_loses_nothing_else() -> None:
    own("mine", TWO_WORDS)
    with at("run", "mine") as window:
        window.sees("The first?").types(b"caf\xe9 noir").sees("noir").goes_on(app_words.GO_ON)
        window.sees("The second?")
    first = str(values()["first"])
    assert first.startswith("caf")
    assert first.endswith("noir")


def test_a_second_window_is_told_and_may_look() -> None:
    with at_the_second() as first:
        with Window("run", "mine") as second:
            second.sees(app_words.ELSEWHERE).types(ESCAPE).sees_no_more(app_words.ELSEWHERE)
            second.types("j").sees(app_words.STATES["paused"]).types(ENTER).sees("The first?", "a stone")
            assert second.types(CTRL_Q).left_with() == 0
        first.types("ne").sees("half a line").goes_on(app_words.GO_ON)
        first.waits(lambda: state() == "complete", "the end")
    assert len(sessions()) == 1
    assert values() == {"first": "a stone", "second": "half a line"}


def test_a_terminal_that_can_show_no_screen_gets_plain_lines() -> None:
    """More of that stands among the tests of plain lines at a terminal, and through pipes."""
    own("mine", TWO_WORDS)
    with Window("run", "mine", environment={"TERM": "dumb"}) as window:
        window.sees("Question 1").types("one\r\r").sees("Question 2").types("\r")
        assert window.left_with() == 0
        assert b"\x1b" not in window.raw
    assert values()["first"] == "one"
