"""Errors in plain words on standard error, and exit codes: 0 done, 1 failed, 2 wrong usage."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from partswork.cli.entry import COMMANDS
from tests.cli.conftest import Call
from tests.cli.running import PARTSWORK, TIMEOUT, run, surroundings
from tests.practices import TWO_QUESTIONS, Own


def test_each_command_has_its_help(call: Call) -> None:
    listed = call("--help")
    assert listed.code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in listed.out
        for asking in ("--help", "-h"):
            said = call(command, asking)
            assert (said.code, said.err) == (0, "")
            assert said.out.startswith(f"Usage: partswork {command} ")


@pytest.mark.parametrize("command", [["scripts", "show"], ["journal", "show"]])
def test_so_has_each_command_of_a_command(call: Call, command: list[str]) -> None:
    said = call(*command, "--help")
    assert said.code == 0
    assert said.out.startswith(f"Usage: partswork {' '.join(command)} ")


def test_the_version(call: Call) -> None:
    from partswork import __version__

    assert call("--version") == (0, f"partswork {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing-like-it"],
        ["run"],
        ["run", "two", "three"],
        ["scripts", "shw"],
        ["scripts", "--jsn"],
        ["journal", "show"],
        ["explain"],
        ["explain", "PW999"],
        ["explain", ""],
        ["explain", "\x1b[31m"],
        ["paths", "too", "much\x07\x1b[31m"],
        ["--no-such"],
    ],
)
def test_wrong_usage_is_two(call: Call, arguments: list[str]) -> None:
    said = call(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.strip()
    assert not set(said.err) & set("\x1b\x07")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["run", "--plain", "daily-chekin"],
            'There is no practice called "daily-chekin". Did you mean "daily-check-in"? '
            "To see them all: partswork scripts",
        ),
        (
            ["check", "tow"],
            'There is no practice called "tow". Did you mean "two"? To see them all: partswork scripts',
        ),
        (
            ["scripts", "show", "xyzzy"],
            'There is no practice called "xyzzy". To see them all: partswork scripts',
        ),
        (
            ["scripts", "show", "x\x1b]0;t\x07\u202ey"],
            'There is no practice called "x]0;ty". To see them all: partswork scripts',
        ),
        (["journal", "show", "abcd"], "There is no session with that id in the journal."),
        (["explain", "PW0322"], 'There is no finding "PW0322". Did you mean PW032?'),
    ],
)
def test_what_is_not_there_is_told_with_what_may_be_meant(
    call: Call, own: Own, arguments: list[str], sentence: str
) -> None:
    own.put("two", TWO_QUESTIONS)
    said = call(*arguments)
    assert (said.code, said.out) == (2 if arguments[0] == "explain" else 1, "")
    assert said.err == f"{sentence}\n"


def test_a_name_of_any_length_is_looked_for(call: Call) -> None:
    for command in (["run", "--plain"], ["check"], ["scripts", "show"]):
        said = call(*command, "a" * 300)
        assert said.code == 1
        assert said.err.startswith('There is no practice called "aaa')


def test_a_shared_script_is_not_run(call: Call, own: Own) -> None:
    path = own.folder / "shared" / "settle.yaml"
    said = call("run", "--plain", str(path))
    assert (said.code, said.out) == (1, "")
    assert said.err == "This is a shared script: other scripts use it, and it cannot be run on its own.\n"


def test_a_script_with_an_error_is_told_before_it_is_not_run(call: Call, own: Own, tmp_path: Path) -> None:
    path = own.folder / "two.yaml"
    path.write_text(TWO_QUESTIONS.replace("if_they_stop: settle", "if_they_stop: setle"), "utf-8")
    said = call("run", "--plain", "two")
    assert (said.code, said.out) == (1, "")
    assert 'There is no shared script called "setle".\nDid you mean "settle"?\n' in said.err
    assert said.err.endswith(
        f"{path} cannot be run yet: one thing stands in the way. To see what: partswork check {path}\n"
    )
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("clock", ["tuesday", "0001-01-01T00:00:00", "\x1b[31m"])
def test_a_clock_that_cannot_be_read_is_told_and_nothing_begun(tmp_path: Path, clock: str) -> None:
    said = run("today", "--plain", lines=["1"], env={"PARTSWORK_NOW": clock, "TZ": "Europe/Dublin"})
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == "PARTSWORK_NOW is set, but not to a date and time such as 2026-11-22T08:30.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_demonstration_needs_the_clock_too(tmp_path: Path) -> None:
    assert run("run", "--plain", "--demo", "daily-check-in", env={"PARTSWORK_NOW": "noon"}).returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_what_needs_no_clock_does_not_look_at_it(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTSWORK_NOW", "tuesday")
    for command in (["scripts"], ["check"], ["journal"], ["paths"], ["help-now"], ["explain", "PW032"]):
        assert call(*command).code == 0


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("countri = 'IE'\n", 'The settings have nothing called "countri". Did you mean "country"?'),
        ("colour = 'red'\n", 'The settings have nothing called "colour".'),
        ("country = 'Ireland'\n", 'In the settings, country is two letters, such as country = "IE".'),
    ],
)
def test_what_the_settings_get_wrong_is_told_and_stops_nothing(
    call: Call, tmp_path: Path, text: str, remark: str
) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text(text, "utf-8")
    said = call("help-now")
    assert said.code == 0
    assert remark in said.err
    session = run("today", "--plain", lines=["minute", "2", "", "", "2"])
    assert session.returncode == 0
    assert remark in session.stderr
    assert "Saved as" in session.stdout


@pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")
def test_an_interrupt_is_one_hundred_and_thirty() -> None:
    command = [*PARTSWORK, "run", "--plain", "daily-check-in"]
    env = surroundings({"PYTHONUNBUFFERED": "1"})
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, text=True
    ) as session:
        assert session.stdout is not None
        while "Question 1" not in session.stdout.readline():
            pass
        session.send_signal(signal.SIGINT)
        out, err = session.communicate(timeout=TIMEOUT)
    assert (session.returncode, err) == (130, "")
    assert "Saved as " in out


@pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")
def test_a_home_that_cannot_be_written_is_told(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTSWORK_HOME", str(tmp_path / "file" / "home"))
    (tmp_path / "file").touch()
    said = run("run", "--plain", "daily-check-in", lines=["1"])
    assert said.returncode == 1
    assert "Traceback" not in said.stderr
    assert len(said.stderr.strip().split("\n")) == 1
    for command in (["scripts"], ["check"], ["journal"], ["journal", "--json"], ["help-now"], ["paths"]):
        assert call(*command).code == 0, command
