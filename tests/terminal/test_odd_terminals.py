"""Terminals that are small, dumb, foreign, resized, or only half there."""

from __future__ import annotations

from shlex import join

import pytest
from wcwidth import width

from partswork.wording import plain as words
from tests.plain.hostile import WIDE
from tests.plain.kept import state, values
from tests.plain.piping import PROGRAM
from tests.plain.scripts import TWO_WORDS, own
from tests.terminal.person import Person

PARAGRAPHS = (
    "\n\n".join(f"Paragraph {n}. " + "Some words, and 日本語. " * 40 for n in range(10)) + "\n\nThe end."
)


def sits(*, columns: int = 80, rows: int = 24, **environment: str) -> Person:
    return Person("run", "--plain", "mine", columns=columns, rows=rows, environment=environment)


def test_a_dumb_terminal_gets_nothing_but_text() -> None:
    own("mine", TWO_WORDS)
    with sits(TERM="dumb") as person:
        person.answers("one").answers(WIDE).answers().answers("/back")
        person.sees(words.WRITTEN + "one").is_asked().enters().answers().sees("The second?").answers()
        assert person.left_with() == 0
        assert b"\x1b" not in person.raw
    assert values()["first"] == f"one\n{WIDE}"


def test_a_terminal_of_twenty_columns_and_five_lines() -> None:
    own("mine", TWO_WORDS)
    with sits(columns=20, rows=5) as person:
        person.answers("a line that is longer than the terminal is wide, and then some").answers()
        person.sees("The second?").answers()
        assert person.left_with() == 0
        told = [line for line in person.text.splitlines() if not line.startswith("> ")]
        assert [
            line for line in told if width(line) > 20 and "longer" not in line and "Saved" not in line
        ] == []
    assert values()["first"] == "a line that is longer than the terminal is wide, and then some"


def test_a_window_resized_while_one_types() -> None:
    own("mine", TWO_WORDS)
    with sits() as person:
        person.is_asked().types("half a line").has_typed("half a line").resizes(40, 10).types(" and the rest")
        person.has_typed("half a line and the rest").resizes(200, 60).types(" of it")
        person.has_typed("half a line and the rest of it").resizes(30, 10).enters().answers()
        person.sees("The second?").answers()
        assert person.left_with() == 0
        _, _, after = person.text.partition("The second?")
        assert [line for line in after.splitlines() if len(line) > 30 and "Saved" not in line] == []
    assert values()["first"] == "half a line and the rest of it"


def test_pages_are_pasted_as_one_answer() -> None:
    own("mine", TWO_WORDS)
    assert len(PARAGRAPHS.encode()) > 10_000
    with sits() as person:
        person.is_asked().pastes(PARAGRAPHS).enters().answers().sees("The second?").answers()
        assert person.left_with() == 0
    assert values() == {"first": PARAGRAPHS, "second": None}


@pytest.mark.parametrize("environment", [{"LANG": "C", "LC_ALL": ""}, {"LC_ALL": "C"}])
def test_letters_of_every_alphabet_where_the_language_is_none(environment: dict[str, str]) -> None:
    own("mine", TWO_WORDS)
    with Person("run", "--plain", "mine", environment=environment) as person:
        person.is_asked().types("é ß 日本 ไทย\r").answers().answers()
        assert person.left_with() == 0
    assert values()["first"] == "é ß 日本 ไทย"


def test_bytes_that_are_no_text_lose_nothing_else() -> None:
    own("mine", TWO_WORDS)
    with sits() as person:
        person.is_asked().types(b"caf\xe9 noir\r").is_asked().enters("two").answers().answers()
        assert person.left_with() == 0
    first = str(values()["first"])
    assert first.startswith("caf")
    assert first.endswith("noir\ntwo")


def test_typing_where_what_is_written_goes_into_a_pipe() -> None:
    own("mine", "- say: Welcome.\n- pause: 10 minutes\n" + "- ask: What?\n  save_as: what\n- end: complete\n")
    with Person(command=["sh", "-c", join([*PROGRAM, "run", "mine"]) + " | cat"]) as person:
        person.sees("Welcome.", "What?").enters("one").sees("Saved as")
        assert person.left_with() == 0
        assert "> " not in person.text
    assert (state(), values()) == ("complete", {"what": "one"})


def test_lines_from_a_pipe_shown_at_a_terminal() -> None:
    own("mine", "- say: Welcome.\n- pause: 10 minutes\n" + "- ask: What?\n  save_as: what\n- end: complete\n")
    with Person(command=["sh", "-c", "echo one | " + join([*PROGRAM, "run", "mine"])]) as person:
        person.sees("Welcome.", "What?", "Saved as")
        assert person.left_with() == 0
        assert person.unknown == []
    assert (state(), values()) == ("complete", {"what": "one"})


def test_nothing_of_readline_is_left_switched_on() -> None:
    own("mine", TWO_WORDS)
    with sits() as person:
        person.answers("one").answers().is_asked().types("\x03")
        person.left_with()
        assert person.raw.count(b"\x1b[?2004h") == person.raw.count(b"\x1b[?2004l")
        assert person.raw.rfind(b"\x1b[?2004l") > person.raw.rfind(b"\x1b[?2004h")
