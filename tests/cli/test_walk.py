"""`partswork walk`: what an author is told of sessions gone through at random."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.running import PARTSWORK, TIMEOUT, surroundings
from tests.practices import TWO_QUESTIONS, Own, practice

BROKEN = practice(
    "broken",
    """\
    - ask: What?
      save_as: what
      optional: yes
    - if: what is answered
      then:
        - say: You said so.
    - say: You said ${what}.
    """,
)


def margins(out: str) -> dict[int, str]:
    """Return what stands beside each line of the script, by its number."""
    found = re.findall(r"^(.{7}) +(\d+) \|", out, re.MULTILINE)
    return {int(number): margin.strip() for margin, number in found}


def test_beside_each_step_stands_how_often_it_was_shown(call: Call, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    said = call("walk", "two", "--times", "50")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("50 sessions of two, at random (seed 1).")
    beside = margins(said.out)
    lines = TWO_QUESTIONS.rstrip("\n").split("\n")
    assert list(beside) == list(range(1, len(lines) + 1))
    steps = {number: line for number, line in enumerate(lines, 1) if re.match(r"  - (say|ask):", line)}
    assert {number for number, count in beside.items() if count} == set(steps)
    assert beside[min(steps)] == "50"
    assert all(f"| {line}" in said.out for line in lines if line)


def test_a_step_that_was_never_shown_is_marked_and_named(call: Call, own: Own) -> None:
    text = practice(
        "dark",
        "- rate: How?\n  save_as: how\n  from: 0\n  to: 100\n- if: how is 37\n  then:\n    - say: So.\n",
    )
    own.put("dark", text)
    said = call("walk", "dark", "--times", "1")
    line = next(number for number, one in enumerate(text.split("\n"), 1) if "- say: So." in one)
    assert margins(said.out)[line] == "0 never"
    assert f"One step of dark was never shown: line {line}." in said.out
    assert "--times" in said.out


def test_how_sessions_ended_is_counted(call: Call, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    out = call("walk", "two").out
    counts = [int(count) for count in re.findall(r"^ *(\d+)  (?:ended|were)", out, re.MULTILINE)]
    assert sum(counts) == 200
    assert "The longest met " in out


def test_shared_scripts_are_told_in_full_only_when_asked_for(call: Call, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    assert "Look around the room." not in call("walk", "two").out
    out = call("walk", "two", "--shared").out
    assert "The shared script settle:" in out
    assert "Look around the room." in out


def test_where_a_session_cannot_go_on_is_told_with_the_answers_and_fails(call: Call, own: Own) -> None:
    """An author looks for what goes wrong, so a script that breaks a promise is gone through as well."""
    (own.folder / "broken.yaml").write_text(BROKEN, "utf-8")
    said = call("walk", "broken")
    assert (said.code, said.err) == (1, "")
    assert said.out.endswith(
        'In "main" one cannot go on: "what" is shown or tested there, but was never answered. '
        "What leads there:\n  what: (passed over)\n"
    )
    assert re.search(r"^ *\d+  could not go on$", said.out, re.MULTILINE)


def test_the_same_seed_says_the_same(call: Call, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    first = call("walk", "two", "--seed", "5", "--json").out
    assert call("walk", "two", "--seed", "5", "--json").out == first
    assert call("walk", "two", "--seed", "6", "--json").out != first


def test_as_json(call: Call, own: Own) -> None:
    (own.folder / "broken.yaml").write_text(BROKEN, "utf-8")
    said = call("walk", "broken", "--times", "40", "--json")
    document = json.loads(said.out)
    assert said.code == 1
    assert (document["script"], document["times"], document["seed"]) == ("broken", 40, 1)
    assert sum(document["ended"].values()) == 40
    assert document["stuck"] == [
        {"name": "what", "section": "main", "answers": [{"name": "what", "value": None}]}
    ]
    steps = {(step["script"], step["line"]): step["shown"] for step in document["steps"]}
    assert steps["broken", 11] == 40
    assert {script for script, _ in steps} == {"broken", "settle"}
    assert document["screens_most"] >= 2


def test_a_script_that_cannot_be_joined_is_told_as_it_is_when_run(call: Call, own: Own) -> None:
    (own.folder / "odd.yaml").write_text(
        TWO_QUESTIONS.replace("id: two", "id: odd") + "  - sai: x\n", "utf-8"
    )
    said, run = call("walk", "odd"), call("run", "--plain", "odd")
    assert (said.code, said.out) == (1, "")
    assert said.err == run.err
    assert "PW010" in said.err


def test_a_shared_script_and_one_that_is_not_there_are_refused(call: Call, own: Own) -> None:
    said = call("walk", str(own.folder / "shared" / "settle.yaml"))
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("This is a shared script")
    said = call("walk", "dayly-check-in")
    assert (said.code, said.out) == (1, "")
    assert 'Did you mean "daily-check-in"?' in said.err


@pytest.mark.parametrize("times", ["0", "-1", "many", "1000001"])
def test_only_some_numbers_of_times_are_taken(call: Call, times: str) -> None:
    assert call("walk", "looking-around", "--times", times).code == 2


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_it_ends_when_interrupted(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [*PARTSWORK, "walk", "daily-check-in", "--times", "1000000"],
        env=surroundings({"PARTSWORK_HOME": str(tmp_path)}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with program:
        with pytest.raises(subprocess.TimeoutExpired):
            program.wait(3)
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=TIMEOUT)
    assert (program.returncode, out, err.strip()) == (130, b"", b"")
