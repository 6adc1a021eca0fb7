"""`journal search`: where words were said, from the command line."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest

from partswork.journal import Journal
from tests.cli.conftest import Call
from tests.cli.running import run
from tests.journal.sitting import Sitting


@pytest.fixture
def said(tmp_path: Path) -> list[str]:
    """Two sessions with words in them; their ids."""
    with Journal.open(tmp_path / "data") as journal:
        first = Sitting(journal, at="2026-11-20T08:30:00+01:00")
        first.meet_new("The Watchman")
        first.answer("mind", "the gate\nis \x1b[31mshut")
        second = Sitting(journal, script="eight-cs", title="The eight C's", at="2026-11-22T08:30:00+01:00")
        second.answer("now", "-- a gate again")
        return [first.id, second.id]


def test_what_is_found_is_told_newest_first(call: Call, said: list[str]) -> None:
    first, second = said
    assert call("journal", "search", "gate") == (
        0,
        f"2026-11-22 08:30  {second[:8]}  The eight C's, now\n"
        "    -- a gate again\n"
        f"2026-11-20 08:30  {first[:8]}  Check-in, mind\n"
        "    the gate is [31mshut\n",
        "",
    )
    assert call("journal", "show", second[:8]).code == 0


def test_as_json(call: Call, said: list[str]) -> None:
    assert json.loads(call("journal", "search", "the", "gate", "--json").out) == [
        {
            "session": said[0],
            "script": "check-in",
            "started": "2026-11-20T08:30:00+01:00",
            "name": "mind",
            "snippet": "the gate is [31mshut",
        }
    ]
    assert call("journal", "search", "nowhere", "--json").out == "[]\n"


def test_options_narrow_it(call: Call, said: list[str]) -> None:
    first, second = said
    for options, sessions in (
        (["--part", "the watchman"], [first]),
        (["--script", "eight-cs"], [second]),
        (["--script", "check-in"], [first]),
        (["--since", "2026-11-21"], [second]),
        (["--until", "2026-11-20"], [first]),
        (["--since", "2026-11-23"], []),
        (["--most", "1"], [second]),
    ):
        told = json.loads(call("journal", "search", "gate", "--json", *options).out)
        assert [hit["session"] for hit in told] == sessions, options


@pytest.mark.usefixtures("said")
def test_more_than_is_shown_is_said(call: Call) -> None:
    assert call("journal", "search", "gate", "--most", "1").out.endswith(
        "\nThere is more; --most shows more of it.\n"
    )
    assert "There is more" not in call("journal", "search", "gate", "--most", "2").out


@pytest.mark.usefixtures("said")
@pytest.mark.parametrize("words", ["nowhere", "...", "", "\x1b", '"'])
def test_nothing_found_is_no_failure(call: Call, words: str) -> None:
    assert call("journal", "search", words) == (0, "Nothing found.\n", "")


def test_words_that_look_like_options_are_words_behind_two_dashes(call: Call, said: list[str]) -> None:
    assert said[1][:8] in call("journal", "search", "--", "--", "gate", "again").out


@pytest.mark.parametrize("wrong", [[], ["gate", "--since", "yesterday"], ["gate", "--most", "0"]])
def test_what_cannot_be_understood_is_wrong_usage(call: Call, wrong: list[str]) -> None:
    told = call("journal", "search", *wrong)
    assert (told.code, told.out) == (2, "")


def test_looking_for_words_makes_nothing(call: Call, tmp_path: Path) -> None:
    assert call("journal", "search", "gate") == (0, "Nothing found.\n", "")
    assert call("journal", "search", "gate", "--json") == (0, "[]\n", "")
    assert list(tmp_path.iterdir()) == []


def test_a_dash_reads_the_words_from_a_line(said: list[str]) -> None:
    told = run("journal", "search", "-", "--json", lines=["the gate", "nowhere"])
    assert (told.returncode, told.stderr) == (0, "")
    assert [hit["session"] for hit in json.loads(told.stdout)] == [said[0]]
    assert run("journal", "search", "-").stdout == "Nothing found.\n"


def test_a_dash_asks_at_a_terminal(call: Call, said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    typed = StringIO("the gate\n")
    typed.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr("sys.stdin", typed)
    told = call("journal", "search", "-")
    assert told.err == "Words: "
    assert said[0][:8] in told.out
