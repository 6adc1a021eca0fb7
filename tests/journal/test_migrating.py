"""A journal of an older form: it comes to the present one whole, whatever happens on the way."""

from __future__ import annotations

import json
import resource
import stat
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from partswork.errors import JournalError
from partswork.journal import Journal, new_id
from partswork.journal.vault import schema
from tests.journal import processes
from tests.journal.older import FORMATS, held, lay_out, opened
from tests.journal.sitting import live, tables

FIRST = FORMATS[0]
ROOT = Path(__file__).parents[2]


def _copies(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if ".before-" in path.name)


def _see_that_it_holds(journal: Journal, kept: Path) -> None:
    """See that a journal holds what it held when its earlier version wrote it, and finds it."""
    holds = held(kept)
    found = journal._vault._connection.execute(
        "SELECT id, clock, at, kind, session, body FROM record ORDER BY clock, id"
    ).fetchall()
    names = ("id", "clock", "at", "kind", "session", "body")
    records = [dict(zip(names, row, strict=True)) for row in found]
    for record in records:
        record["id"] = record["id"].hex()
        record["session"] = record["session"] and record["session"].hex()
        record["body"] = json.loads(record["body"])
    assert records == holds["records"]
    assert [asdict(session) for session in journal.sessions()] == holds["sessions"]
    assert json.loads(json.dumps([asdict(part) for part in journal.parts()])) == holds["parts"]
    for draft in holds["drafts"]:
        assert journal.draft(draft["session"], draft["question"]) == draft["text"]
    before = tables(journal, "said", "session", "mention", "trait", "relation", "gone")
    assert live(journal, "integrity_check") == "ok"
    assert live(journal, "user_version") == schema.VERSION
    with journal._vault.reading() as connection:
        connection.execute("INSERT INTO said_words (said_words, rank) VALUES ('integrity-check', 1)")
    assert len(before["said"]) > 3


@pytest.mark.parametrize("kept", FORMATS, ids=lambda kept: kept.name)
def test_a_journal_of_every_released_form_opens_and_holds_all(kept: Path, folder: Path) -> None:
    lay_out(kept, folder)
    with Journal.open(folder) as journal:
        _see_that_it_holds(journal, kept)
        before = tables(journal, "said", "session", "mention", "trait", "relation", "gone")
        journal.rebuild()
        assert tables(journal, "said", "session", "mention", "trait", "relation", "gone") == before


def test_what_the_first_form_held_is_found(folder: Path) -> None:
    lay_out(FIRST, folder)
    with Journal.open(folder) as journal:
        found = {
            words: [hit.name for hit in journal.search(words)] for words in ("cafe", "番が眠", "thursday ")
        }
        assert found == {"cafe": ["job"], "番が眠": ["fear"], "thursday ": ["line"]}
        for gone in ("mistaken", "left behind", "deleted"):
            assert journal.search(gone) == []


def test_the_file_is_copied_first_and_the_copy_goes_when_it_opened_once_more(folder: Path) -> None:
    lay_out(FIRST, folder)
    Journal.open(folder).close()
    assert _copies(folder) == ["journal.db.before-2"]
    copy = folder / "journal.db.before-2"
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert b"Ask Sam about" not in copy.read_bytes()
    assert not copy.read_bytes().startswith(b"SQLite")
    older = opened(folder, copy.name)
    assert older.execute("PRAGMA user_version").fetchall() == [(1,)]
    assert older.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert len(older.execute("SELECT * FROM record").fetchall()) == len(held(FIRST)["records"])
    older.close()
    Journal.open(folder).close()
    assert _copies(folder) == []


def test_put_back_the_copy_is_the_journal_it_was(folder: Path) -> None:
    lay_out(FIRST, folder)
    Journal.open(folder).close()
    (folder / "journal.db.before-2").replace(folder / "journal.db")
    with Journal.open(folder) as journal:
        _see_that_it_holds(journal, FIRST)


def test_a_deletion_leaves_no_copy_that_has_the_session(folder: Path) -> None:
    lay_out(FIRST, folder)
    with Journal.open(folder) as journal:
        assert _copies(folder) != []
        journal.delete(journal.sessions()[0].id, at="2026-11-24T09:00:00+01:00")
        assert _copies(folder) == []


def test_a_new_journal_is_not_copied(folder: Path) -> None:
    Journal.open(folder).close()
    assert _copies(folder) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
def test_killed_at_any_step_the_journal_is_whole_in_one_form_or_the_other(tmp_path: Path) -> None:
    folders = tmp_path / "killed"
    subprocess.run(
        [sys.executable, "-m", "tests.journal.older", str(folders), str(FIRST)],
        check=True,
        cwd=ROOT,
        timeout=300,
    )
    forms, unfinished = set(), 0
    for folder in folders.iterdir():
        copies = _copies(folder)
        assert len(copies) <= 1
        unfinished += "journal.db.before-2.unfinished" in copies
        for name in ("journal.db", *(copy for copy in copies if copy.endswith("-2"))):
            found = opened(folder, name)
            form = found.execute("PRAGMA user_version").fetchall()[0][0]
            assert len(found.execute("SELECT * FROM record").fetchall()) == len(held(FIRST)["records"])
            assert form == 1 or name == "journal.db"
            found.close()
            forms.add(form)
    assert forms == {1, 2}
    assert unfinished
    for number, folder in enumerate(sorted(folders.iterdir())):
        with Journal.open(folder) as journal:
            _see_that_it_holds(journal, FIRST)
        # The rest is the same for each, and slow.
        if number % 20 == 0:
            Journal.open(folder).close()
            assert _copies(folder) == []


def test_several_processes_bring_it_over_once(folder: Path) -> None:
    lay_out(FIRST, folder)
    session = new_id()
    starting = [processes.start("append", folder, session, "5") for _ in range(4)]
    processes.go(*starting)
    told = [id for process in starting for id in processes.finish(process)]
    assert [process.returncode for process in starting] == [0, 0, 0, 0]
    with Journal.open(folder) as journal:
        assert {record.id for record in journal.records(session)} == set(told)
        assert len(told) == 20
        clocks = [row[1] for row in tables(journal, "record")["record"]]
        assert len(set(clocks)) == len(clocks) == len(held(FIRST)["records"]) + 20
    assert _copies(folder) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_without_room_for_the_copy_the_journal_stays_as_it_is(folder: Path) -> None:
    lay_out(FIRST, folder)
    before = (folder / "journal.db").read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, hard))
    try:
        with pytest.raises(JournalError, match="Nothing was changed"):
            Journal.open(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert _copies(folder) == []
    assert (folder / "journal.db").read_bytes() == before
    with Journal.open(folder) as journal:
        _see_that_it_holds(journal, FIRST)


def test_a_disk_that_fills_on_the_way_leaves_the_older_form(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(FIRST, folder)
    full = ("PRAGMA max_page_count = 25", *schema._SECOND)
    monkeypatch.setattr(schema, "_STEPS", (schema._FIRST, full))
    with pytest.raises(JournalError, match="disk is full"):
        Journal.open(folder)
    older = opened(folder)
    assert older.execute("PRAGMA user_version").fetchall() == [(1,)]
    older.close()
    monkeypatch.undo()
    with Journal.open(folder) as journal:
        _see_that_it_holds(journal, FIRST)
    assert _copies(folder) == ["journal.db.before-2"]
