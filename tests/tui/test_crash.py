"""When partswork itself breaks, it says so in a sentence: no values, no traceback, and nothing is lost."""

from __future__ import annotations

import sys

from partswork.paths import places
from partswork.session import Desk
from partswork.wording import plain as plain_words
from tests.plain.kept import sessions, state
from tests.plain.scripts import own
from tests.tui.window import ENTER, Window

SECRET = "a word nobody else may read"

BREAKING = f"""
from partswork.cli import main
from partswork.tui.screens.sitting import Sitting

def breaks(self):
    told = {SECRET!r}
    raise ValueError(told)

Sitting.action_back = breaks
main()
"""


def test_a_fault_tells_no_values_and_loses_nothing() -> None:
    own(
        "mine",
        "- ask: The first?\n  save_as: first\n- ask: The second?\n  save_as: second\n- end: complete\n",
    )
    with Desk(places()) as desk, desk.begin(desk.find("arriving")):
        pass
    with Window(command=(sys.executable, "-c", BREAKING, "run", "mine")) as window:
        window.sees("The first?").types("kept").sees("kept").goes_on("Go on").sees("The second?")
        window.types("\x1b[18~")
        assert window.left_with() == 1
        window.sees("It was not you", "ValueError")
        assert SECRET.encode() not in window.raw
        assert b"Traceback" not in window.raw
        assert window.left_changed == []
    assert len(sessions()) == 2
    assert state() == "paused"
    with Window("run", "mine") as window:
        window.sees(plain_words.CONTINUE).types(ENTER).sees("The second?")
