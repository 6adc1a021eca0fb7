"""`partswork new`: what an author begins with, checked and run as they would do it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.running import run


@pytest.fixture(autouse=True)
def _in_a_folder_of_scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)


def test_what_was_written_is_told_with_what_comes_next(call: Call) -> None:
    said = call("new", "tea.yaml")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Written: tea.yaml, ")
    assert "Beside it: partswork-1.schema.json. " in said.out
    assert said.out.endswith("  partswork check tea.yaml\n  partswork run tea.yaml --demo\n")
    assert sorted(path.name for path in Path().iterdir()) == ["partswork-1.schema.json", "tea.yaml"]


def test_nothing_is_told_of_a_schema_that_was_there(call: Call) -> None:
    call("new", "tea.yaml")
    assert "schema" not in call("new", "mint").out


@pytest.mark.parametrize("answer", ["breath", "sounds", "neither", ""])
def test_it_is_checked_and_goes_through_to_its_end(call: Call, answer: str) -> None:
    call("new", "tea.yaml")
    assert call("check", "tea.yaml") == (0, "1 script read, nothing found.\n", "")
    said = run(
        "run", "tea.yaml", "--plain", "--demo", lines=["3", answer, "warm", "steady", "2"], at=Path.cwd()
    )
    assert (said.returncode, said.stderr) == (0, "")
    assert "You can put it down here: warm." in said.stdout
    assert said.stdout.endswith("Nothing was saved.\n")


def test_who_is_very_stirred_up_is_led_to_people(call: Call) -> None:
    call("new", "tea.yaml")
    said = run("run", "tea.yaml", "--plain", "--demo", lines=["9", "too_much", "9", "9"], at=Path.cwd())
    assert said.returncode == 0
    assert "rest on" not in said.stdout


def test_a_shared_one_is_used_by_another_just_as_its_notes_say(call: Call) -> None:
    said = call("new", "minute", "--shared")
    assert said.code == 0
    assert "partswork run" not in said.out
    shared = Path("minute.yaml").read_text("utf-8")
    notes = shared.partition("uses it like this:\n#\n")[2].partition("\n\n")[0]
    steps = "\n".join(line.removeprefix("# ") for line in notes.splitlines())
    call("new", "tea")
    tea = Path("tea.yaml")
    tea.write_text(tea.read_text("utf-8").replace("  - use: grounding\n\n", f"{steps}\n\n"), "utf-8")
    assert "use: minute" in tea.read_text("utf-8")
    assert call("check", "minute.yaml", "tea.yaml") == (0, "2 scripts read, nothing found.\n", "")


def test_what_is_there_is_left_with_a_sentence(call: Call) -> None:
    call("new", "tea.yaml")
    said = call("new", "tea")
    assert (said.code, said.out) == (1, "")
    assert said.err == "tea.yaml is there already and was left as it is. Choose another name.\n"


def test_a_built_in_one_is_refused_with_the_reason(call: Call) -> None:
    said = call("new", "arriving")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith('A built-in practice is already called "arriving", and ')


@pytest.mark.parametrize("name", ["", "tea.txt", ".", "two words", "a\x1b[31mb"])
def test_a_bad_name_is_wrong_usage(call: Call, name: str) -> None:
    said = call("new", name)
    assert (said.code, said.out) == (2, "")
    assert len(said.err.splitlines()) == 1
    assert "\x1b" not in said.err
    assert list(Path().iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="made of what POSIX has")
def test_a_folder_one_may_not_write_in_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    said = run("new", "/partswork-may-not-write-here.yaml", as_nobody=True)
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr == "/partswork-may-not-write-here.yaml could not be written.\n"
