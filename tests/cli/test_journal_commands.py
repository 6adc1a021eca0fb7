"""`journal`: looking at what was written, and making nothing by looking."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from partswork.journal import Journal
from tests.cli.conftest import Call
from tests.cli.running import run
from tests.journal.sitting import Sitting
from tests.practices import TWO_QUESTIONS, Own

NOON = {"PARTSWORK_NOW": "2026-11-22T12:00:00+00:00", "TZ": "UTC"}


@pytest.fixture
def kept(tmp_path: Path) -> list[str]:
    """Three sessions, the ids of two of which begin alike."""
    with Journal.open(tmp_path / "data") as journal:
        ids = []
        for id in ("abcd" + "1" * 28, "abcd" + "2" * 28, "beef" + "3" * 28):
            sitting = Sitting(journal, title=f"Sitting {id[:5]}")
            # The id of a session is random; here it has to be known.
            _rename(journal, sitting.id, id)
            ids.append(id)
    return ids


def _rename(journal: Journal, old: str, new: str) -> None:
    with journal._vault.writing() as connection:
        for statement in (
            "UPDATE record SET session = ? WHERE session = ?",
            "UPDATE session SET id = ? WHERE id = ?",
        ):
            connection.execute(statement, (bytes.fromhex(new), bytes.fromhex(old)))


@pytest.mark.parametrize(
    "arguments",
    [
        ["journal"],
        ["journal", "--json"],
        ["journal", "show", "abcdef"],
        ["journal", "show", "abcdef", "--json"],
        ["scripts"],
        ["scripts", "--json"],
        ["scripts", "show", "daily-check-in"],
        ["check"],
        ["check", "--json"],
        ["explain", "PW032"],
        ["paths"],
        ["help-now"],
        ["run", "--plain", "no-such"],
        ["--help"],
    ],
)
def test_looking_makes_nothing(call: Call, tmp_path: Path, arguments: list[str]) -> None:
    call(*arguments)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_said_to_be_written_where_nothing_is(call: Call) -> None:
    assert call("journal") == (0, "Nothing is written yet.\n", "")
    assert call("journal", "--json") == (0, "[]\n", "")
    assert call("journal", "show", "abcdef") == (1, "", "There is no session with that id in the journal.\n")


def test_sessions_are_listed_newest_first(own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    for n, lines in enumerate((["a", "b"], ["a", "/stop"], ["a"])):
        run(
            "run",
            "--plain",
            "two",
            lines=lines,
            env={**NOON, "PARTSWORK_NOW": f"2026-11-2{n}T08:30:00+00:00"},
        )
    told = run("journal", env=NOON).stdout.split("\n")
    assert [line[:28] for line in told[:3]] == [
        "2026-11-22 08:30  paused    ",
        "2026-11-21 08:30  stopped   ",
        "2026-11-20 08:30  complete  ",
    ]
    assert all(line.endswith("  Two questions") for line in told[:3])


def test_a_session_is_shown_in_words(own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    run("run", "--plain", "two", lines=["one", "/back", "first thing", ""], env=NOON)
    (session,) = json.loads(run("journal", "--json").stdout)
    said = run("journal", "show", session["id"])
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout == (
        "Two questions\n"
        "2026-11-22 12:00  complete\n"
        "\n"
        "What is on your mind?\n"
        "    one  (taken back)\n"
        "\n"
        "What is on your mind?\n"
        "    first thing\n"
        "\n"
        "You said: first thing. And now?\n"
        "    (left out)\n"
    )


def test_a_session_whose_script_can_no_longer_be_walked_is_shown_too(
    call: Call, own: Own, tmp_path: Path
) -> None:
    own.put("two", TWO_QUESTIONS)
    run("run", "--plain", "two", lines=["one", "other"], env=NOON)
    with Journal.open(tmp_path / "data") as journal, journal._vault.writing() as connection:
        connection.execute("UPDATE record SET body = replace(body, 'partswork: 1', 'partswork: 9')")
    (session,) = json.loads(call("journal", "--json").out)
    said = call("journal", "show", session["id"])
    assert said.code == 0
    assert "\nmind\n    one\n\nnow_said\n    other\n" in said.out


def test_a_session_is_found_by_the_beginning_of_its_id(call: Call, kept: list[str]) -> None:
    for said in ("beef", "BEEF3", kept[2], "abcd1", f" {kept[1]} "):
        told = call("journal", "show", said)
        assert told.code == 0
        assert told.out.startswith(f"Sitting {said.strip().lower()[:5].ljust(5, '3')}\n")


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("abcd", "More than one session's id begins like that. A few more characters will tell them apart."),
        ("abc", "Please give at least the first four characters of the session's id."),
        ("", "Please give at least the first four characters of the session's id."),
        ("ffff", "There is no session with that id in the journal."),
        ("hello", "There is no session with that id in the journal."),
        ("a" * 40, "There is no session with that id in the journal."),
        ("../../etc", "There is no session with that id in the journal."),
        ("abcd%", "There is no session with that id in the journal."),
    ],
)
def test_which_session_is_not_guessed(call: Call, said: str, sentence: str) -> None:
    for more in ([], ["--json"]):
        assert call("journal", "show", said, *more) == (1, "", f"{sentence}\n")


def test_what_was_written_acts_on_no_terminal(call: Call, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    run("run", "--plain", "two", lines=["a\x1b]0;title\x07\u202e\x9b31mb", "[/ [Manager] c"])
    (session,) = json.loads(call("journal", "--json").out)
    for more in ([], ["--json"]):
        said = call("journal", "show", session["id"], *more)
        assert said.code == 0
        assert not set(said.out) & set("\x1b\x07\u202e\x9b")
        assert "a]0;title31mb" in said.out
        assert "[/ [Manager] c" in said.out
