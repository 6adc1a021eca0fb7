"""`import`: what was exported, taken in again."""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path

import pytest
from ptyprocess import PtyProcess

from partswork.exchange.lines import lines
from partswork.journal import Journal
from tests.cli.conftest import Call
from tests.cli.running import PARTSWORK, TIMEOUT, surroundings
from tests.journal.homes import held
from tests.journal.sitting import LATER, Sitting


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "export.jsonl"


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another home, which commands use from now on; the journal it will have."""
    monkeypatch.setenv("PARTSWORK_HOME", str(tmp_path / "elsewhere"))
    return tmp_path / "elsewhere" / "data"


def _export(call: Call, file: Path) -> None:
    assert call("export", "--format", "jsonl", "-o", str(file), "--force").code == 0


def test_a_journal_is_carried_to_another_machine(
    call: Call, tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.open(tmp_path / "data") as journal:
        Sitting(journal).meet_new("The Watchman")
        _export(call, file)
        monkeypatch.setenv("PARTSWORK_HOME", str(tmp_path / "elsewhere"))
        assert call("import", str(file)) == (0, "4 records taken in, 1 new session among them.\n", "")
        assert call("import", str(file)) == (0, "Everything in it was here already.\n", "")
        with Journal.open(tmp_path / "elsewhere" / "data") as other:
            assert held(other) == held(journal)
    told = call("import", str(file), "--json")
    assert (told.code, json.loads(told.out)) == (0, {"records": 0, "sessions": 0, "deleted": 0})


def test_what_was_deleted_there_is_deleted_here(
    call: Call, tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.open(tmp_path / "data") as journal:
        sitting = Sitting(journal)
        _export(call, file)
        monkeypatch.setenv("PARTSWORK_HOME", str(tmp_path / "elsewhere"))
        call("import", str(file))
        with Journal.open(tmp_path / "elsewhere" / "data") as other:
            other.delete(sitting.id, at=LATER)
        _export(call, file)
        monkeypatch.setenv("PARTSWORK_HOME", str(tmp_path))
        said = "1 record taken in. 1 session deleted there is deleted here too.\n"
        assert call("import", str(file)) == (0, said, "")
        assert journal.sessions() == []


@pytest.mark.parametrize("answer", ["n", "y"])
def test_at_a_terminal_one_is_asked_before_anything_is_deleted(
    tmp_path: Path, file: Path, answer: str
) -> None:
    with Journal.open(tmp_path / "data") as journal:
        sitting = Sitting(journal)
        with Journal.in_memory() as other:
            other.take_in(list(journal.everything()))
            other.delete(sitting.id, at=LATER)
            file.write_text("".join(lines(other, None)), "utf-8")
        terminal = PtyProcess.spawn([*PARTSWORK, "import", str(file)], env=surroundings({"TERM": "dumb"}))
        said = b""
        while b"Go on?" not in said:
            said += terminal.read()
        terminal.write(f"{answer}\n".encode())
        while True:
            try:
                said += terminal.read()
            except EOFError:
                break
        terminal.wait()
        assert terminal.exitstatus == (0 if answer == "y" else 1)
        assert [one.id for one in journal.sessions()] == ([] if answer == "y" else [sitting.id])


@pytest.mark.parametrize(
    "content", [b"", b"# Notes\n", b'{"partswork-export":1}\n{"id":"something private"}\n']
)
def test_a_file_that_cannot_be_taken_makes_no_journal(
    call: Call, file: Path, elsewhere: Path, content: bytes
) -> None:
    file.write_bytes(content)
    said = call("import", str(file))
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Line ")
    assert said.err.endswith("Nothing was taken in.\n")
    assert said.err.count("\n") == 1
    assert "something private" not in said.err
    assert not elsewhere.exists()


def test_what_is_no_file_is_told(call: Call, tmp_path: Path, elsewhere: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "none", "."):
        said = call("import", str(tmp_path / name))
        assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert call("import").code == 2
    assert not elsewhere.exists()


def test_one_that_is_killed_half_way_is_whole_the_second_time(
    call: Call, file: Path, elsewhere: Path
) -> None:
    with Journal.in_memory() as journal:
        for _ in range(300):
            Sitting(journal).meet_new("The Watchman")
        file.write_text("".join(lines(journal, None)), "utf-8")
        with Journal.open(elsewhere) as other:
            nothing = held(other)
        for moment in (0, 0.05, 0.1, 0.2, 0.3):
            process = subprocess.Popen([*PARTSWORK, "import", str(file)], env=surroundings())
            give_up = time.monotonic() + TIMEOUT
            # There while a transaction is under way.
            while not (elsewhere / "journal.db-journal").exists() and time.monotonic() < give_up:
                time.sleep(0.001)
            time.sleep(moment)
            process.kill()
            process.wait()
            with Journal.open(elsewhere) as other:
                assert held(other) in (nothing, held(journal))
        assert call("import", str(file)).code == 0
        with Journal.open(elsewhere) as other:
            assert held(other) == held(journal)
