"""Leaving half-way, by every door: what was answered is there on coming back, and a half-typed line too."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from partswork.wording import plain as words
from tests.plain.kept import draft, state, values
from tests.plain.scripts import EVERY_KIND, TWO_WORDS, own
from tests.terminal.person import Person, until


def killed(person: Person) -> int:
    # Nothing can be kept at that moment, only before it.
    keeps("beside|word|1", "It is tired\nof wai")
    return person.sends(signal.SIGKILL).left_with()


def told_to_end(person: Person) -> int:
    return person.sends(signal.SIGTERM).left_with()


def hung_up(person: Person) -> int:
    return person.sends(signal.SIGHUP).left_with()


def interrupted(person: Person) -> int:
    return person.types("\x03").left_with()


def closed(person: Person) -> int:
    keeps("beside|word|1", "It is tired\nof wai")
    person.closes()
    return person.left_with()


def keeps(question: str, text: str) -> None:
    until(lambda: draft(question) == text, f"the draft {text!r}")


@pytest.mark.parametrize(
    ("leave", "code"),
    [(killed, -signal.SIGKILL), (told_to_end, 130), (hung_up, 130), (interrupted, 130), (closed, 130)],
)
def test_half_way_through_a_check_in(leave: Callable[[Person], int], code: int) -> None:
    given = {"pace": "five", "distress": "3", "who": "part", "near": "The Watchman", "place": "chest"}
    with Person("run", "--plain", "daily-check-in") as person:
        for answer in (*given.values(), "open", "It is tired"):
            person.answers(answer)
        person.is_asked().types("of wai").has_typed("of wai")
        assert leave(person) == code
    assert state() == "paused"
    with Person("run", "--plain", "daily-check-in") as person:
        person.sees(words.CONTINUE).answers().sees(words.WRITTEN + "It is tired").has_typed("of wai")
        person.enters("ting").answers().answers("/pause").left_with()
    kept = {**given, "distress": 3, "place": ["chest"], "feeling": "open", "word": "It is tired\nof waiting"}
    assert values() == kept


def test_a_window_closed_behind_a_shell() -> None:
    """There the end of input comes first, and a line of which half is typed must not be taken for whole."""
    own("mine", TWO_WORDS)
    # Like a shell it leads the session, so that the signal goes to it alone.
    shell = (
        "import signal, subprocess, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); "
        "sys.exit(subprocess.call([sys.executable, '-m', 'partswork', 'run', '--plain', 'mine']))"
    )
    with Person(command=[sys.executable, "-c", shell]) as person:
        person.answers("one").answers().is_asked().types("tw")
        keeps("main|second|1", "tw")
        person.closes()
        assert person.left_with() == 1
    assert (state(), values(), draft("main|second|1")) == ("paused", {"first": "one"}, "tw")


def test_the_end_of_input_key_pauses() -> None:
    own("mine", TWO_WORDS)
    with Person("run", "--plain", "mine") as person:
        person.answers("one").answers().is_asked().types("\x04")
        assert person.left_with() == 1
        assert f"\n{words.PAUSED[:20]}" in person.text
    assert (state(), values()) == ("paused", {"first": "one"})


@pytest.mark.parametrize(
    ("step", "number"),
    [
        ("say: Here.", signal.SIGHUP),
        ("pause: as long as you like", signal.SIGINT),
        ("breathe: 20 in, 20 out", signal.SIGTERM),
    ],
)
def test_quiet_can_be_left_too(step: str, number: signal.Signals) -> None:
    own("mine", f"- {step}\n- ask: What?\n  save_as: what\n- end: complete\n")
    with Person("run", "--plain", "mine") as person:
        if step.startswith("say"):
            person.is_asked()
        else:
            person.sees("Enter goes on", "Enter goes on")
        assert person.sends(number).left_with() == 130
        assert f"\n{words.PAUSED[:20]}" in person.text
    assert state() == "paused"


def test_a_command_typed_slowly_is_not_found_in_the_line_later() -> None:
    own("mine", EVERY_KIND)
    with Person("run", "--plain", "mine") as person:
        person.answers().enters().sees("How stirred up?").is_asked().types("/pause")
        keeps("main|distress|1", "/pause")
        assert person.enters().left_with() == 0
    with Person("run", "--plain", "mine") as person:
        person.answers().answers().enters().sees("How stirred up?").is_asked().types("7").has_typed("7")


def test_what_a_signal_finds_before_a_line_is_open_does_not_replace_what_was_typed() -> None:
    early = (
        "import os, signal\n"
        "from partswork.plain import Interruptions, Terminal\n"
        "from partswork.plain.interruptions import Interrupted\n"
        "with Interruptions() as interruptions:\n"
        "    terminal = Terminal(interruptions)\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "    try:\n"
        "        terminal.line('half a li', lambda typed: print('kept', repr(typed)))\n"
        "    except Interrupted:\n"
        "        print('left')\n"
    )
    with Person(command=[sys.executable, "-c", early]) as person:
        assert person.left_with() == 0
        assert "left" in person.text
        assert "kept ''" not in person.text


def test_an_answer_offered_again_is_kept_like_a_half_typed_one() -> None:
    own("mine", TWO_WORDS)
    with Person("run", "--plain", "mine") as person:
        person.answers("one").answers().answers("/back").is_asked().has_typed("one")
        keeps("main|first|1", "one")
        person.sends(signal.SIGKILL).left_with()
    with Person("run", "--plain", "mine") as person:
        person.answers().sees("The first?").is_asked().has_typed("one")


def test_leaving_the_choice_of_what_to_do_changes_nothing() -> None:
    own("mine", TWO_WORDS)
    with Person("run", "--plain", "mine") as person:
        person.answers("one").answers().answers("/pause").left_with()
    with Person("run", "--plain", "mine") as person:
        person.sees(words.BEGIN_AGAIN).is_asked().types("\x03")
        assert person.left_with() == 130
    assert (state(), values()) == ("paused", {"first": "one"})
    assert [*Path(os.environ["PARTSWORK_HOME"], "data", "leases").iterdir()] == []
