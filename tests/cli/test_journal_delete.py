"""`journal delete`: one session, for good, and never by mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from partswork.journal import Journal
from tests.cli.conftest import Call
from tests.cli.running import run
from tests.journal.sitting import Sitting

WILL_GO = "Check-in, begun 2026-11-22 08:30: every answer in it goes, for good.\n"
ELSEWHERE = (
    "Deleted. Backups, snapshots of the disk, synchronised copies and anything exported still have it; "
    "partswork cannot reach those.\n"
)


@pytest.fixture
def session(tmp_path: Path) -> str:
    with Journal.open(tmp_path / "data") as journal:
        sitting = Sitting(journal)
        sitting.answer("mind", "the gate is shut")
        return sitting.id


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a person at a terminal types."""
    lines: list[str] = []

    class Terminal:
        encoding = "utf-8"

        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            return lines.pop(0) if lines else ""

    monkeypatch.setattr("sys.stdin", Terminal())
    return lines


def _kept(tmp_path: Path) -> list[str]:
    with Journal.open(tmp_path / "data") as journal:
        return [summary.id for summary in journal.sessions()]


def test_a_typed_word_deletes(call: Call, session: str, types: list[str], tmp_path: Path) -> None:
    types.append("delete\n")
    assert call("journal", "delete", session[:8]) == (0, WILL_GO + ELSEWHERE, 'To delete it, type "delete": ')
    assert _kept(tmp_path) == []
    assert call("journal", "search", "gate").out == "Nothing found.\n"


@pytest.mark.parametrize("typed", ["", "\n", "y\n", "yes\n", "deleted\n"])
def test_anything_else_deletes_nothing(
    call: Call, session: str, types: list[str], tmp_path: Path, typed: str
) -> None:
    types.append(typed)
    told = call("journal", "delete", session)
    assert (told.code, told.out) == (1, WILL_GO)
    assert told.err.endswith("Nothing was deleted.\n")
    assert _kept(tmp_path) == [session]


def test_through_a_pipe_nothing_is_deleted_unasked(session: str, tmp_path: Path) -> None:
    told = run("journal", "delete", session, lines=["delete"])
    assert (told.returncode, told.stdout) == (1, WILL_GO)
    assert "--yes" in told.stderr
    assert told.stderr.endswith("Nothing was deleted.\n")
    assert _kept(tmp_path) == [session]


def test_with_yes_it_is_deleted_through_a_pipe(session: str, tmp_path: Path) -> None:
    told = run("journal", "delete", session[:6], "--yes")
    assert (told.returncode, told.stdout, told.stderr) == (0, WILL_GO + ELSEWHERE, "")
    assert _kept(tmp_path) == []


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("said", ["ffff0000", "abc", "", "hello"])
def test_which_session_is_not_guessed(call: Call, tmp_path: Path, said: str) -> None:
    assert call("journal", "delete", said, "--yes").code == 1
    assert len(_kept(tmp_path)) == 1


def test_a_session_that_is_open_elsewhere_stays(call: Call, session: str, tmp_path: Path) -> None:
    with Journal.open(tmp_path / "data") as journal, journal.lease(session):
        told = call("journal", "delete", session, "--yes")
    assert told.code == 1
    assert "open in another window" in told.err
    assert _kept(tmp_path) == [session]


def test_where_there_is_no_journal_none_is_made(call: Call, tmp_path: Path) -> None:
    told = call("journal", "delete", "abcdef", "--yes")
    assert told == (1, "", "There is no session with that id in the journal.\n")
    assert list(tmp_path.iterdir()) == []
