"""`run --plain` with its lines from a pipe: what reads a line, and what a line may be."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import asdict
from typing import Any

import pytest

from partswork.wording import plain as words
from partswork.wording import session as session_words
from tests.plain.kept import answers, sessions, state, values
from tests.plain.piping import PROGRAM, Told, runs
from tests.plain.scripts import EVERY_KIND, LOOKING, TWO_WORDS, own


def sit(*said: str, script: str = "mine") -> Told:
    return runs("run", "--plain", script, said=said)


def test_quiet_reads_no_line_and_waits_for_nothing() -> None:
    own(
        "mine",
        """
        - say: Welcome.
        - breathe: 20 in, 20 out
          rounds: 20
        - pause: 10 minutes
        - pause: as long as you like
        - ask: What is there?
          save_as: word
        - say: Thank you.
        - end: complete
        """,
    )
    told = sit("a line")
    assert (told.code, values()) == (0, {"word": "a line"})


# How each question of `EVERY_KIND` may be answered, and what is then kept.
BY_WORDS = {
    "distress": (["numb"], "numb"),
    "word": (["a line"], "a line"),
    "rest": (["another"], "another"),
    "far": (["5"], 5),
    "weather": (["much", "a little"], {"calm": "much", "warmth": "a little"}),
    "way": (["Go, for now"], "leave"),
    "colours": (["Blue, Green"], ["blue", "green"]),
    "near": (["The Watchman"], "The Watchman"),
    "place": (["chest,  left   hand"], ["chest", "left hand"]),
}
BY_KEYS_AND_NUMBERS = BY_WORDS | {
    "distress": (["10"], 10),
    "weather": (["", "1"], {"warmth": "none"}),
    "way": (["wait"], "wait"),
    "colours": (["green, 1"], ["red", "green"]),
    "near": (["2"], "2"),
}
SKIPPING = BY_WORDS | {
    "distress": ([""], None),
    "rest": ([""], None),
    "weather": (["", ""], None),
    "colours": ([""], None),
    "place": ([""], None),
}
LOOSELY = BY_WORDS | {
    "distress": ([" Unsure "], "unsure"),
    "far": ([" 3"], 3),
    "weather": (["MUCH", " a  little"], {"calm": "much", "warmth": "a little"}),
    "way": (["go,  FOR now"], "leave"),
    "colours": (["red, or nearly"], ["red"]),
    "near": (["  The   Watchman "], "The Watchman"),
}


@pytest.mark.parametrize("ways", [BY_WORDS, BY_KEYS_AND_NUMBERS, SKIPPING, LOOSELY])
def test_each_kind_of_question_takes_its_lines(ways: dict[str, tuple[list[str], Any]]) -> None:
    own("mine", EVERY_KIND)
    told = sit(*(line for lines, _ in ways.values() for line in lines))
    assert (told.code, told.errors) == (0, "")
    assert values() == {name: value for name, (_, value) in ways.items()}
    assert told.last == words.saved(sessions()[0].id)


def test_a_choice_matches_its_key_then_its_number_then_its_label() -> None:
    options = "  options:\n    - other: second\n    - second: 1\n"
    own(
        "mine",
        f"- choose: Which?\n  save_as: by_key\n{options}- choose: Which?\n  save_as: by_number\n{options}"
        "- end: complete\n",
    )
    sit("second", "1")
    assert values() == {"by_key": "second", "by_number": "other"}


MISFITS = {
    "distress": "11",
    "word": "",
    "far": "6",
    "weather": "very",
    "way": "4",
    "colours": "Blue, Yellow",
    "near": "x" * 201,
    "place": ",".join("abcdefghijklm"),
}


def test_what_does_not_fit_is_told_and_asked_again() -> None:
    own("mine", EVERY_KIND)
    said = [
        line
        for name, (lines, _) in BY_WORDS.items()
        for line in ([MISFITS[name], *lines] if name in MISFITS else lines)
    ]
    told = sit(*said)
    for sentence in (
        session_words.misfit("distress"),
        session_words.REQUIRED,
        session_words.misfit("number", 1, 5),
        session_words.which_of(["none", "a little", "much"]),
        session_words.which_of(["Stay here", "Go, for now", "Wait"]),
        session_words.which_of(["Red, or nearly", "Blue", "Green"]),
        session_words.misfit("part"),
        session_words.misfit("places"),
    ):
        assert sentence in told.out
    assert (told.code, values()) == (0, {name: value for name, (_, value) in BY_WORDS.items()})


def test_a_number_names_a_part_and_picks_none() -> None:
    own("mine", "- name_part: Who?\n  save_as: who\n- end: complete\n")
    sit("The Watchman")
    told = sit("1")
    assert "The Watchman" in told.out
    assert values() == {"who": "1"}


NO_COMMANDS = [
    "/Stop",
    "/stop now",
    "stop",
    "/ stop",
    " /stop",
    "/pause ",
    "/help",
    "/stop/",
    "///stop",
    "x/stop",
]
ESCAPED = ["/stop", "/back", "/pause", "/ground"]


def test_only_the_commands_themselves_are_commands() -> None:
    said = [*NO_COMMANDS, *(f"/{command}" for command in ESCAPED)]
    asks = "".join(f"- ask: Number {n}?\n  save_as: word{n}\n" for n, _ in enumerate(said))
    own("mine", asks + "- end: complete\n")
    assert sit(*said).code == 0
    assert [one.value for one in answers()] == [*NO_COMMANDS, *ESCAPED]


def test_running_out_of_input_pauses_and_loses_nothing() -> None:
    own("mine", TWO_WORDS)
    told = sit("one")
    assert (told.code, told.last) == (1, words.saved(sessions()[0].id))
    assert words.OUT_OF_INPUT in told.out
    assert told.errors == words.input_ended(2) + "\n"
    assert (state(), values()) == ("paused", {"first": "one"})
    again = runs("run", "--plain", "mine", "--continue", said=b"t\xc3\xb6")
    assert (again.code, again.last) == (0, told.last)
    assert (state(), values()) == ("complete", {"first": "one", "second": "tö"})


def test_running_out_in_the_middle_of_a_scan_keeps_what_was_read_of_it() -> None:
    scan = "- scan: S\n  save_as: s\n  words:\n    - a\n    - b\n    - c\n  scales:\n    - x: X\n    - y: Y\n"
    own("mine", scan + "- end: complete\n")
    assert sit("b").code == 1
    assert runs("run", "mine", "--continue", said=["c"]).code == 0
    assert values() == {"s": {"x": "b", "y": "c"}}


def test_an_unfinished_session_is_told_of_and_left_alone() -> None:
    own("mine", TWO_WORDS)
    sit("one")
    told = sit("another", "two")
    assert "--continue" in told.errors
    assert [one.state for one in sessions()] == ["complete", "paused"]


def test_pause_leaves_it_for_later() -> None:
    own("mine", TWO_WORDS)
    told = sit("one", "/pause", "two")
    assert (told.code, told.last) == (0, words.saved(sessions()[0].id))
    assert (state(), values()) == ("paused", {"first": "one"})


@pytest.mark.parametrize("grounding", [["0"], ["/stop"], []])
def test_stop_grounds_and_ends(grounding: list[str]) -> None:
    own("mine", TWO_WORDS)
    told = sit("one", "/stop", *grounding)
    assert LOOKING in told.out
    assert (told.code, told.last) == (0, words.saved(sessions()[0].id))
    assert state() == "stopped"
    assert values()["first"] == "one"


def test_ground_comes_in_between_and_returns() -> None:
    own("mine", TWO_WORDS)
    told = sit("one", "/ground", "0", "two")
    assert told.out.count(LOOKING) == 1
    assert told.out.count("The second?") == 2
    assert (told.code, values()["second"]) == (0, "two")


def test_back_takes_the_last_answer_back() -> None:
    own("mine", TWO_WORDS)
    told = sit("/back", "one", "/back", "other", "two")
    assert told.code == 0
    assert told.out.count(session_words.NO_WAY_BACK) == 1
    assert [(one.value, one.visit, one.abandoned) for one in answers()] == [
        ("one", 1, True),
        ("other", 1, False),
        ("two", 1, False),
    ]


def test_commands_are_taken_where_a_scan_is_half_read() -> None:
    own("mine", EVERY_KIND)
    told = sit("3", "w", "m", "2", "much", "/stop", "/stop")
    assert (told.code, state()) == (0, "stopped")
    assert "weather" not in values()


def test_nothing_is_written_but_lines() -> None:
    own("mine", EVERY_KIND)
    lines = [line for lines, _ in BY_WORDS.values() for line in lines]
    told = runs("run", "mine", said=lines, FORCE_COLOR="1", CLICOLOR_FORCE="1", TERM="xterm-256color")
    assert [one for one in told.out if not one.isprintable() and one != "\n"] == []
    assert "\n\n\n" not in told.out


def test_journal_tells_in_json_what_was_said() -> None:
    own("mine", TWO_WORDS)
    sit("one", "/back", "other", "/pause")
    listed = json.loads(runs("journal", "--json").out)
    assert [(one["script"], one["state"], one["ended"]) for one in listed] == [("mine", "paused", None)]
    shown = json.loads(runs("journal", "show", "--json", listed[0]["id"]).out)
    assert shown["answers"] == [asdict(one) for one in answers()]


def test_without_any_input_at_all_it_pauses_too() -> None:
    own("mine", TWO_WORDS)
    closed = subprocess.run(
        ["sh", "-c", '"$@" <&-', "sh", *PROGRAM, "run", "mine"], capture_output=True, text=True, check=False
    )
    assert (closed.returncode, closed.stderr) == (1, words.input_ended(1) + "\n")
    assert state() == "paused"


def test_answers_are_kept_though_nobody_reads_what_is_written() -> None:
    own("mine", TWO_WORDS)
    reading, writing = os.pipe()
    os.close(reading)
    unread = subprocess.run(
        [*PROGRAM, "run", "mine"], input=b"one\ntwo\n", stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert unread.stderr == b""
    assert (state(), values()) == ("complete", {"first": "one", "second": "two"})
