"""The encrypted file: its settings, its modes, its failures, and nothing readable in it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from partswork.errors import JournalBusy, JournalError, JournalUnreadable
from partswork.journal import Journal, new_id, projections
from partswork.journal.vault import schema
from tests.journal.sitting import AT, Sitting, live, record, tables

MARK = "xyzzy-marked-word"
_derived = projections.rebuild


def _copied(number: int) -> None:
    """A copy is looked at in test_migrating."""


def test_the_settings_hold_on_the_live_connection(journal: Journal) -> None:
    Sitting(journal)
    assert {name: live(journal, name) for name in ("journal_mode", "cipher_log_level")} == {
        "journal_mode": "delete",
        "cipher_log_level": "NONE",
    }
    assert {
        name: live(journal, name)
        for name in (
            "synchronous",
            "temp_store",
            "secure_delete",
            "busy_timeout",
            "foreign_keys",
            "mmap_size",
        )
    } == {
        "synchronous": 3,
        "temp_store": 2,
        "secure_delete": 1,
        "busy_timeout": 5000,
        "foreign_keys": 1,
        "mmap_size": 0,
    }
    assert live(journal, "fullfsync") == (1 if sys.platform == "darwin" else 0)
    assert (live(journal, "cipher_status"), live(journal, "cipher_page_size")) == ("1", "4096")
    assert live(journal, "cipher_hmac_algorithm") == "HMAC_SHA512"


def test_the_settings_of_a_demonstration(memory: Journal) -> None:
    assert (live(memory, "journal_mode"), live(memory, "temp_store")) == ("memory", 2)


def test_nothing_written_can_be_read_in_the_folder(folder: Path) -> None:
    with Journal.open(folder) as journal:
        session = Sitting(journal, script=MARK, title=MARK, text=f"id: {MARK}")
        part = session.meet_new(MARK, role=MARK)
        for number in range(30):
            session.answer(
                f"{MARK}-{number}", MARK * 50, section=MARK, remember={"field": "job", "part": part}
            )
        session.add("paused", {"why": MARK})
        journal.keep_draft(session.id, MARK, MARK)
        with journal.lease(session.id), journal._vault.writing() as connection:
            # More than the cache holds, so that the rollback journal is on the disk too.
            connection.execute("PRAGMA cache_size = 1")
            connection.execute("UPDATE record SET body = body || ' '")
            files = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert {"journal.db", "journal.db-journal", "journal.key", "journal.key.copy"} < files.keys()
    files |= {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for encoding in ("utf-8", "utf-16-le"):
        assert [name for name, content in files.items() if MARK.encode(encoding) in content] == []
    assert not files["journal.db"].startswith(b"SQLite format 3")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_nobody_else_may_read_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    folder = tmp_path / "home" / "data"
    before = os.umask(umask)
    try:
        with Journal.open(folder) as journal:
            session = Sitting(journal)
            with journal.lease(session.id), journal._vault.writing() as connection:
                connection.execute("DELETE FROM record")
                found = {path: path.stat() for path in (folder, folder.parent, *folder.rglob("*"))}
    finally:
        os.umask(before)
    modes = {
        path.relative_to(tmp_path).as_posix(): stat.S_IMODE(info.st_mode) for path, info in found.items()
    }
    assert modes == {
        "home": 0o700,
        "home/data": 0o700,
        "home/data/leases": 0o700,
        f"home/data/leases/{session.id}.lease": 0o600,
        "home/data/journal.db": 0o600,
        "home/data/journal.db-journal": 0o600,
        "home/data/journal.key": 0o600,
        "home/data/journal.key.copy": 0o600,
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_what_was_copied_with_open_modes_is_closed_again(folder: Path) -> None:
    Journal.open(folder).close()
    folder.chmod(0o755)
    for path in folder.iterdir():
        path.chmod(0o644)
    Journal.open(folder).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("name", ["", "journal.db", "journal.key", "journal.key.copy", "leases"])
def test_links_are_refused(folder: Path, tmp_path: Path, name: str) -> None:
    with Journal.open(folder) as journal:
        journal.lease(new_id()).release()
    elsewhere = tmp_path / "elsewhere"
    (folder / name).rename(elsewhere)
    (folder / name).symlink_to(elsewhere)
    with pytest.raises(JournalUnreadable, match="link"), Journal.open(folder) as journal:
        journal.lease(new_id())


def test_a_dangling_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    (folder / "journal.db").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(JournalUnreadable, match="link"):
        Journal.open(folder)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("name", ["journal.db", "journal.key"])
def test_what_is_not_a_file_is_refused(folder: Path, name: str) -> None:
    (folder / name).mkdir(parents=True)
    with pytest.raises(JournalUnreadable, match="not a file"):
        Journal.open(folder)


def test_a_file_where_the_folder_should_be_is_refused(folder: Path) -> None:
    folder.write_text("mine")
    with pytest.raises(JournalUnreadable, match="not a file of the journal"):
        Journal.open(folder)
    assert folder.read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize("name", ["", "journal.db", "journal.key", "journal.key.copy"])
def test_what_belongs_to_somebody_else_is_refused(folder: Path, name: str) -> None:
    Journal.open(folder).close()
    os.chown(folder / name, 65534, 65534)
    with pytest.raises(JournalUnreadable, match="another account"):
        Journal.open(folder)


def test_a_journal_that_is_written_in_too_long_says_so(folder: Path) -> None:
    session = new_id()
    with Journal.open(folder) as one, Journal.open(folder) as other:
        with other._vault.reading() as connection:
            connection.execute("PRAGMA busy_timeout = 50")
        with one._vault.writing() as connection:
            connection.execute("DELETE FROM draft")
            with pytest.raises(JournalBusy, match="did not get its turn"):
                other.append([record("stopped", session, {})])
            # Reading goes on meanwhile.
            assert other.records(session) == []
        other.append([record("stopped", session, {})])
        assert len(one.records(session)) == 1


def test_a_full_disk_says_so_and_keeps_what_was_kept(journal: Journal) -> None:
    session = Sitting(journal)
    with journal._vault.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchall()[0][0]
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(JournalError, match="disk is full") as told:
        session.answer("words", MARK * 5000)
    assert MARK not in repr(told.value)
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__
    with journal._vault.reading() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    session.answer("words", MARK * 5000)
    assert len(journal.answers(session.id)) == 1


def test_a_disk_that_refuses_says_so_without_a_path(folder: Path) -> None:
    # A name longer than any file system takes.
    deep = folder / ("x" * 300)
    with pytest.raises(JournalError) as told:
        Journal.open(deep)
    assert "xxx" not in str(told.value)
    assert told.value.__suppress_context__


def test_damage_is_told_without_values(folder: Path) -> None:
    with Journal.open(folder) as journal:
        session = Sitting(journal)
        for number in range(50):
            session.answer(f"q{number}", MARK * 50)
    content = bytearray((folder / "journal.db").read_bytes())
    for page in range(4096, len(content), 4096):
        content[page + 100] ^= 1
    (folder / "journal.db").write_bytes(bytes(content))
    with pytest.raises(JournalUnreadable) as told, Journal.open(folder) as journal:
        journal.records(session.id)
    assert "damaged" in str(told.value)
    assert MARK not in repr(told.value)


def test_a_newer_journal_is_not_touched(folder: Path) -> None:
    with Journal.open(folder) as journal, journal._vault.writing() as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(JournalUnreadable, match="newer partswork"):
        Journal.open(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_step_that_fails_leaves_the_journal_as_it_was(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Sitting(journal)
    before = tables(journal, "sqlite_master", "record")
    monkeypatch.setattr(schema, "_STEPS", (*schema._STEPS, ("CREATE TABLE new (a)", "CREATE TABLE new (a)")))
    with pytest.raises(JournalError):
        schema.bring_up_to_date(journal._vault, _derived, _copied)
    assert tables(journal, "sqlite_master", "record") == before
    assert live(journal, "user_version") == schema.VERSION
    monkeypatch.setattr(schema, "_STEPS", (*schema._STEPS[:-1], ("CREATE TABLE new (a)",)))
    assert not schema.bring_up_to_date(journal._vault, _derived, _copied)
    assert live(journal, "user_version") == schema.VERSION + 1
    assert len(journal.records(session.id)) == 1


def test_an_unfinished_first_start_is_finished_by_the_next(folder: Path) -> None:
    Journal.open(folder).close()
    (folder / "journal.db").write_bytes(b"")
    with Journal.open(folder) as journal:
        Sitting(journal)
        assert len(journal.sessions()) == 1


def test_another_working_directory_is_not_another_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Journal.open(Path("with space ü%20?#")) as journal:
        session = Sitting(journal)
        (tmp_path / "other").mkdir()
        monkeypatch.chdir(tmp_path / "other")
        with journal.lease(session.id):
            session.end()
    assert list((tmp_path / "other").iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other", "with space ü%20?#"]
    with Journal.open(tmp_path / "with space ü%20?#") as journal:
        assert journal.session(session.id).started == AT


def test_the_libraries_are_imported_when_needed(folder: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from partswork.journal import Journal
assert "sqlcipher3" not in sys.modules
journal = Journal.open(Path({str(folder)!r}))
assert "sqlcipher3" in sys.modules
assert "filelock" not in sys.modules
journal.lease("0" * 32)
assert "filelock" in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])


def test_a_step_that_another_process_took_meanwhile_is_not_taken_again(folder: Path) -> None:
    with Journal.open(folder) as journal:
        before = tables(journal, "sqlite_master")
        assert schema.bring_up_to_date(journal._vault, _derived, _copied)
        assert tables(journal, "sqlite_master") == before
