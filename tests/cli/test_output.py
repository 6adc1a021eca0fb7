"""Where the output goes may know few letters, be full, or be gone: no complaint of Python's own."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import PARTSWORK, TIMEOUT, run, surroundings
from tests.practices import TWO_QUESTIONS, Own

posix = pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")

NARROW = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
C_LOCALE = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture
def wide(own: Own, tmp_path: Path) -> None:
    """A practice, a session and a person with letters that ASCII has not."""
    own.put(
        "two", TWO_QUESTIONS.replace("A practice", "見張り").replace("Two questions", "Zwei Fragen – 見張り")
    )
    assert run("run", "--plain", "two", lines=["見張り", "Zoë"]).returncode == 0
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text('[[people]]\nname = "Zoë"\nphone = "555"\n', "utf-8")


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize("env", [NARROW, C_LOCALE])
def test_letters_the_output_has_not_stop_nothing(env: dict[str, str]) -> None:
    for command in (
        ["scripts"],
        ["scripts", "show", "two"],
        ["check"],
        ["journal"],
        ["help-now"],
        ["--help"],
    ):
        said = run(*command, env=env)
        assert (said.returncode, said.stderr) == (0, ""), command
    (session,) = json.loads(run("journal", "--json", env=env).stdout)
    assert "What is on your mind?\n    ???" in run("journal", "show", session["id"], env=env).stdout
    played = run("run", "--plain", "two", lines=["見張り", "b"], env=env)
    assert (played.returncode, played.stderr) == (0, "")


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize("env", [NARROW, {}])
def test_json_loses_no_letter_to_a_narrow_output(env: dict[str, str]) -> None:
    (session,) = json.loads(run("journal", "--json", env=env).stdout)
    assert session["title"] == "Zwei Fragen – 見張り"
    shown = json.loads(run("journal", "show", session["id"], "--json", env=env).stdout)
    assert [answer["value"] for answer in shown["answers"]] == ["見張り", "Zoë"]
    assert json.loads(run("help-now", "--json", env=env).stdout)["people"][0]["name"] == "Zoë"


@posix
def test_a_file_name_acts_on_no_terminal(own: Own) -> None:
    name = "a\x1b]0;title\x07\u202e\x9b31m.yaml"
    (own.folder / name).write_text("", "utf-8")
    for command in (
        ["scripts"],
        ["check"],
        ["check", str(own.folder / name)],
        ["run", "--plain", str(own.folder / name)],
    ):
        said = run(*command)
        assert not set(said.stdout + said.stderr) & set("\x1b\x07\u202e\x9b"), command
    said = run("check", "--json", str(own.folder / name))
    assert not set(said.stdout) & set("\x1b\x07\u202e\x9b")
    assert json.loads(said.stdout)["files"][0]["file"] == str(own.folder / name)


@posix
def test_a_file_name_that_is_no_text_stops_nothing(own: Own) -> None:
    path = os.fsencode(own.folder) + b"/\xff\xfe.yaml"
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
    for command in (["scripts"], ["scripts", "--json"], ["check"], ["check", "--json"]):
        said = run(*command)
        assert said.returncode == (1 if "check" in command else 0)
        assert said.stderr == ""


def _shell(command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which `$P` is the program."""
    env = surroundings({"P": " ".join(PARTSWORK), **more})
    return subprocess.run(
        ["sh", "-c", command], env=env, capture_output=True, text=True, timeout=TIMEOUT, check=False
    )


COMMANDS = ("scripts --json", "check", "--help")


@posix
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", COMMANDS)
def test_who_reads_only_the_beginning_hears_no_complaint(command: str, unbuffered: str) -> None:
    # The reader has left before the first word is written.
    said = _shell(
        f"(exec 3>&1; {{ sleep 0.2; $P {command}; echo $? >&3; }} | true)", PYTHONUNBUFFERED=unbuffered
    )
    assert said.stderr == ""
    assert said.stdout == "1\n"


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", COMMANDS)
def test_where_the_output_is_full_one_sentence_says_so(command: str, unbuffered: str) -> None:
    said = _shell(f"$P {command} > /dev/full", PYTHONUNBUFFERED=unbuffered)
    assert said.returncode == 1
    assert len(said.stderr.strip().split("\n")) == 1
    assert said.stderr.startswith("Something broke in partswork itself (OSError at ")


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_streams_that_are_closed_break_nothing(closed: str, own: Own) -> None:
    own.put("two", TWO_QUESTIONS)
    for command, code in (("scripts", 0), ("run no-such", 1)):
        assert _shell(f"$P {command} {closed}").returncode == code
    assert _shell(f"$P run --plain two {closed} < /dev/null").returncode == 1
    sessions = json.loads(_shell("$P journal --json").stdout)
    assert [session["state"] for session in sessions] == ["paused"]
