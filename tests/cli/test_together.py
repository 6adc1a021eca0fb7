"""Several at once in one home, the first start included: everything said is kept."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from partswork.wording.commands import RUNNING_ELSEWHERE, UNFINISHED
from tests.cli.conftest import Call
from tests.cli.running import PARTSWORK, TIMEOUT, surroundings
from tests.practices import TWO_QUESTIONS, Own

MANY = 4


def _start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*PARTSWORK, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
        text=True,
    )


def _together(*commands: tuple[list[str], list[str]]) -> list[tuple[int, str, str]]:
    """Run commands at the same moment, each with its lines; return code, output and errors of each."""
    started = [_start(*arguments) for arguments, _ in commands]
    # Whoever asks for input first waits for it, so that all are under way before any goes on.
    for process, (_, lines) in zip(started, commands, strict=True):
        assert process.stdin is not None
        process.stdin.write("".join(f"{line}\n" for line in lines))
        process.stdin.flush()
    ended = [process.communicate(timeout=TIMEOUT) for process in started]
    return [(process.returncode, *said) for process, said in zip(started, ended, strict=True)]


def test_several_first_starts_at_once_are_all_kept(call: Call, own: Own, tmp_path: Path) -> None:
    own.put("two", TWO_QUESTIONS)
    all_said = {f"said by {n}" for n in range(MANY)}
    ended = _together(*((["run", "--plain", "two"], [said, f"{said}, again"]) for said in sorted(all_said)))
    for code, out, err in ended:
        # It may be said that another session is under way, or was begun and not finished; nothing else.
        assert (code, set(err.splitlines()) <= {RUNNING_ELSEWHERE, UNFINISHED}) == (0, True), err
        assert "Saved as " in out
    sessions = json.loads(call("journal", "--json").out)
    assert [session["state"] for session in sessions] == ["complete"] * MANY
    kept = [json.loads(call("journal", "show", session["id"], "--json").out) for session in sessions]
    values = [[answer["value"] for answer in one["answers"]] for one in kept]
    assert sorted(values) == sorted([said, f"{said}, again"] for said in all_said)
    assert sorted(path.name for path in (tmp_path / "data").glob("journal*")) == [
        "journal.db",
        "journal.key",
        "journal.key.copy",
    ]
    assert list((tmp_path / "data" / "leases").glob("*.lease")) == []


def test_sessions_and_looking_at_once_do_not_hinder_each_other(call: Call, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    sitting = (["run", "--plain", "two"], ["a", "b"])
    looking: tuple[list[str], list[str]] = (["journal", "--json"], [])
    for code, _, err in _together(sitting, looking, sitting, looking):
        assert code == 0, err
    assert len(json.loads(call("journal", "--json").out)) == 2


def test_one_part_met_in_several_at_once_may_be_several_but_none_is_lost(call: Call, own: Own) -> None:
    third = "  - name_part: |\n      Who is near?\n    save_as: near\n"
    own.put("two", TWO_QUESTIONS.replace("  - end: complete", f"{third}  - end: complete"))
    lines = ["a", "b", "The Watchman"]
    for code, _, err in _together(*[(["run", "--plain", "two"], lines)] * MANY):
        assert code == 0, err
    for session in json.loads(call("journal", "--json").out):
        shown = json.loads(call("journal", "show", session["id"], "--json").out)
        assert [answer["value"] for answer in shown["answers"]] == ["a", "b", "The Watchman"]
