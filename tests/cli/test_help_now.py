"""Who to call, whatever else is broken; the journal is never touched for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.running import TIMEOUT, run, surroundings

INTRODUCTION = "If you or someone else is in danger, or you cannot keep yourself safe, call now.\n"


def _settings(tmp_path: Path) -> Path:
    (tmp_path / "config").mkdir(exist_ok=True)
    return tmp_path / "config" / "settings.toml"


def test_the_number_of_the_country_and_ones_own_people_are_told(call: Call, tmp_path: Path) -> None:
    _settings(tmp_path).write_text(
        'country = "GB"\n'
        'people = [{ name = "Sam", phone = "555 0100" }, { name = "Ada", phone = "555 0101" }]\n',
        "utf-8",
    )
    said = call("help-now")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(INTRODUCTION)
    for line in ("Emergency services (GB): 999", "Sam: 555 0100", "Ada: 555 0101"):
        assert f"{line}\n" in said.out


@pytest.mark.parametrize(
    "content",
    [
        b"country = ",
        b"\xff\xfe\x00",
        b"[" * 50_000,
        b"people = 3\ncountry = 4\n",
        b'[[people]]\nname = "Sam"\n',
        b'people = [{ name = "\\u0007", phone = "\\u001b" }]\n',
        b"\x00",
        b"a.b.c.d = 1\n" * 1000,
    ],
)
def test_whatever_the_settings_hold_there_is_someone_to_call(
    call: Call, tmp_path: Path, content: bytes
) -> None:
    _settings(tmp_path).write_bytes(content)
    said = call("help-now")
    assert said.code == 0
    assert said.out.startswith(INTRODUCTION)
    assert "Emergency services" in said.out
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert not set(said.out + said.err) & set("\x1b\x07")
    as_json = call("help-now", "--json")
    assert as_json.code == 0
    assert json.loads(as_json.out)["people"] == []


@pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")
@pytest.mark.parametrize("what", ["folder", "pipe", "endless", "loop", "closed"])
def test_whatever_stands_in_the_settings_place_there_is_someone_to_call(tmp_path: Path, what: str) -> None:
    place = _settings(tmp_path)
    match what:
        case "folder":
            place.mkdir()
        case "pipe":
            os.mkfifo(place)
        case "endless":
            place.symlink_to("/dev/zero")
        case "loop":
            place.symlink_to(place)
        case _:
            place.touch(mode=0)
    said = run("help-now", as_nobody=what == "closed" and os.geteuid() == 0)
    assert said.returncode == 0
    assert said.stdout.startswith(INTRODUCTION)
    assert "The settings file could not be read" in said.stderr


@pytest.mark.parametrize(
    "home", ["/proc/nowhere", "~nobody-of-that-name/x", "\x1b[31m", "relative/home", "/dev/null/x"]
)
def test_whatever_home_there_is_there_is_someone_to_call(home: str) -> None:
    said = run("help-now", env={"PARTSWORK_HOME": home})
    assert said.returncode == 0
    assert said.stdout.startswith(INTRODUCTION)
    assert "\x1b" not in said.stdout + said.stderr


@pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")
def test_where_one_stands_may_be_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = f'rmdir {gone} && exec "$0" -m partswork help-now'
    for home in (str(tmp_path), "relative"):
        gone.mkdir(exist_ok=True)
        said = subprocess.run(
            ["sh", "-c", command, sys.executable],
            cwd=gone,
            env=surroundings({"PARTSWORK_HOME": home}),
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
        assert said.returncode == 0, said.stderr
        assert said.stdout.startswith(INTRODUCTION)


def test_the_journal_is_not_touched_for_it(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "journal.db").write_bytes(b"no journal at all")
    before = (data / "journal.db").stat()
    said = run("help-now")
    assert (said.returncode, said.stderr) == (0, "")
    assert [path.name for path in tmp_path.rglob("*")] == ["data", "journal.db"]
    assert (data / "journal.db").stat() == before
