"""The app at a real terminal: however it ends, nothing is lost and the terminal is as it was."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from partswork.journal import Journal
from partswork.paths import places
from partswork.wording import app as app_words
from partswork.wording import plain as words
from tests.plain.hostile import C1, C1_CLEANED, ESCAPES, ESCAPES_CLEANED, MARKUP, WIDE
from tests.plain.kept import draft, sessions, state, values
from tests.plain.scripts import TWO_WORDS, own
from tests.tui.kept import newest
from tests.tui.test_hostile import hostile
from tests.tui.window import Window

PARAGRAPHS = (
    "\n\n".join(f"Paragraph {n}. " + "Some words, and 日本語. " * 20 for n in range(20)) + "\nThe end."
)


def closed(window: Window) -> int:
    window.closes()
    return window.left_with()


def test_killed_in_the_middle_of_a_word() -> None:
    with Window() as window:
        window.sees("this is not a treatment").presses("enter").sees(app_words.TODAY[None])
        window.presses("enter").sees("What would suit you today?").presses("2", "enter")
        window.sees("stirred up").presses("3", "enter").sees("Yes, a part is near").presses("1", "enter")
        window.sees(app_words.NAMING).types("The Watch")
        window.waits(lambda: draft("who|near|1") == "The Watch", "a draft")
        assert window.sends(signal.SIGKILL).left_with() == -signal.SIGKILL
    assert state() == "paused"
    with Window() as window:
        window.sees(app_words.TODAY["paused"] or "").presses("enter").sees(words.CONTINUE).presses("enter")
        window.sees("The Watch").types("man").sees("The Watchman").presses("enter")
        window.waits(lambda: values().get("near") == "The Watchman", "an answer")
    assert {"pace": "five", "distress": 3, "who": "part"}.items() <= values().items()


@pytest.mark.parametrize(
    ("leave", "code"),
    [
        (lambda window: window.sends(signal.SIGTERM).left_with(), 130),
        (lambda window: window.sends(signal.SIGHUP).left_with(), 130),
        (lambda window: window.sends(signal.SIGINT).left_with(), 130),
        (lambda window: window.presses("ctrl+q").left_with(), 0),
        (closed, 130),
    ],
    ids=["SIGTERM", "SIGHUP", "SIGINT", "ctrl+q", "closed"],
)
def test_however_it_is_left(leave: Callable[[Window], int], code: int) -> None:
    own("mine", TWO_WORDS)
    with Window("run", "mine") as window:
        window.sees("this is not a treatment").presses("enter").sees("The first?").types("one").sees("one")
        window.goes_on(app_words.GO_ON).sees("The second?").types("half a third").sees("half a third")
        assert leave(window) == code
        if leave is not closed:
            assert window.left_clean
    assert (state(), values(), draft("main|second|1")) == ("paused", {"first": "one"}, "half a third")
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
        window.sees("this is not").presses("enter").sees("The first?").types("half").sees("half")
        window.closes()
        assert window.left_with() == 130
    assert (state(), draft("main|first|1")) == ("paused", "half")


def test_a_window_made_tiny_and_large_again() -> None:
    own("mine", TWO_WORDS)
    with Window("run", "mine") as window:
        window.sees("this is not").resizes(20, 5).presses("enter").types("on")
        window.waits(lambda: draft("main|first|1") == "on", "a draft")
        window.resizes(80, 24).sees("The first?", "on").types("e").sees("one")
        window.goes_on(app_words.GO_ON).sees("The second?").presses("ctrl+q")
        assert window.left_with() == 0
        assert window.left_clean
    assert values() == {"first": "one"}


def test_ten_kilobytes_pasted() -> None:
    own("mine", TWO_WORDS)
    assert len(PARAGRAPHS.encode()) > 10_000
    with Window("run", "mine") as window:
        window.sees("this is not").presses("enter").sees("The first?")
        window.pastes(PARAGRAPHS).sees("The end.").goes_on(app_words.GO_ON).sees("The second?")
    assert values() == {"first": PARAGRAPHS}


@pytest.mark.parametrize("text", [ESCAPES, C1, MARKUP, WIDE], ids=["escapes", "c1", "markup", "wide"])
def test_no_word_of_anyone_acts_on_the_terminal(text: str) -> None:
    script = hostile(text.replace("\x85", ""))
    seen = {ESCAPES: ESCAPES_CLEANED, C1: C1_CLEANED}.get(text, text)
    with Window("run", script) as window:
        window.sees("this is not").presses("enter").sees(app_words.GOES_ON, seen[:40]).presses("enter")
        window.sees("stays longer", seen[:40]).presses("enter")
        window.sees("1 of 1", seen[:40]).presses("enter")
        window.sees(app_words.DISTRESS_SCALE, seen[:40]).presses("2", "enter")
        window.sees(app_words.WRITING.split("\n")[0]).pastes(text).types(
            text.replace("\x1b", "").replace("\x07", "")
        )
        window.waits(lambda: (draft("main|word|1") or "").startswith(seen), "a draft")
        window.goes_on(app_words.GO_ON).sees(app_words.SCALE, seen[:40]).presses("3", "enter")
        window.sees(app_words.READING_KEYS.split(";")[0], seen[:40]).presses("2", "enter")
        window.sees(app_words.CHOOSING, seen[:40]).presses("1", "enter")
        window.sees(app_words.CHOOSING_MANY, seen[:40]).presses(" ").goes_on(app_words.GO_ON)
        window.sees(app_words.NAMING).pastes(text).sees(seen[:40]).presses("enter")
        window.sees(app_words.PLACING, seen[:40]).presses(" ", "tab").pastes(text).sees(seen[:20]).presses(
            "enter"
        )
        window.sees(app_words.GOES_ON, seen[:40]).presses("enter").sees("If it gets harder").presses("enter")
        window.sees(app_words.DEPTHS["settling"]).presses("j").sees(seen[:20]).presses("enter")
        window.sees(seen[:40]).presses("ctrl+q")
        assert window.left_with() == 0
        assert window.acting == []
        assert window.left_clean


def test_a_terminal_that_can_show_no_screen_gets_plain_lines() -> None:
    own("mine", TWO_WORDS)
    with Window("run", "mine", environment={"TERM": "dumb"}) as window:
        window.sees("Question 1").types("one\r\r")
        window.sees("Question 2").types("\r")
        assert window.left_with() == 0
        assert b"\x1b" not in window.raw
    assert values()["first"] == "one"


BREAKING = """
import sys
from partswork.tui.screens import sitting
from partswork.session import Session

def breaks(self, *arguments):
    secret = "MARKED" + str(arguments)
    raise ValueError(secret)

{where} = breaks
sys.argv = ["partswork", "run", "mine"]
from partswork.cli import main
main()
"""


@pytest.mark.parametrize(
    "where",
    ["sitting.Sitting.action_back", "Session.answer", "Session.keep_draft", "sitting.Sitting._say_ending"],
    ids=["key", "commit", "draft", "drawing"],
)
def test_a_crash_tells_no_words(where: str) -> None:
    own("mine", "- ask: The first?\n  save_as: first\n- end: complete\n")
    with Window(command=[sys.executable, "-c", BREAKING.format(where=where)]) as window:
        window.sees("this is not").presses("enter").sees("The first?").types("some words").sees("some words")
        if "back" in where:
            window.presses("f7")
        elif "draft" not in where:
            window.goes_on(app_words.GO_ON)
        assert window.left_with() == 1
        assert window.left_clean
    assert "ValueError at <string>" in window.after
    assert "MARKED" not in window.after
    assert "words" not in window.after


TELLING = """
import sys
from pathlib import Path
from partswork.session import Session

def keep_draft(self, text, keep=Session.keep_draft):
    Path({told!r}).write_text(text)
    keep(self, text)

Session.keep_draft = keep_draft
sys.argv = ["partswork", "run", "mine"]
from partswork.cli import main
main()
"""


def test_typing_never_waits_for_the_disk(tmp_path: Path) -> None:
    own("mine", TWO_WORDS)
    told = tmp_path / "told"
    with Window(command=[sys.executable, "-c", TELLING.format(told=str(told))]) as window:
        window.sees("this is not").presses("enter").sees("The first?").types("a")
        window.waits(lambda: draft("main|first|1") == "a", "a draft")
        with Journal.open(places().data) as other, other._vault.writing():
            window.types("b").waits(lambda: told.read_text() == "ab", "words on their way to the disk")
            window.types("c").sees("abc").types("d").sees("abcd")
            window.presses("f2").sees("call now").presses("enter").sees_no_more("call now")
            window.goes_on(app_words.GO_ON).presses("f2").sees("call now").presses("enter")
        window.sees("The second?")
    assert values() == {"first": "abcd"}
