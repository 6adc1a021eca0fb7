"""A session is run by one process at a time."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from partswork.errors import SessionElsewhere
from partswork.journal import Journal, new_id
from tests.journal import processes


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "leases").glob("*"))


def test_a_leased_session_is_refused_elsewhere(folder: Path) -> None:
    session = new_id()
    with Journal.open(folder) as one, Journal.open(folder) as other:
        with one.lease(session):
            assert one.is_leased(session)
            assert other.is_leased(session)
            for journal in (one, other):
                with pytest.raises(SessionElsewhere, match="another window"):
                    journal.lease(session)
            with other.lease(new_id()):
                assert len(_files(folder)) == 2
        assert not one.is_leased(session)
        assert not other.is_leased(session)
        other.lease(session).release()


def test_no_file_is_left_behind(journal: Journal, folder: Path) -> None:
    session = new_id()
    assert not journal.is_leased(session)
    lease = journal.lease(session)
    assert _files(folder) == [f"{session}.lease"]
    lease.release()
    lease.release()
    assert _files(folder) == []


def test_a_lease_given_back_late_does_not_end_a_newer_one(journal: Journal) -> None:
    session = new_id()
    first = journal.lease(session)
    first.release()
    second = journal.lease(session)
    first.release()
    assert journal.is_leased(session)
    second.release()
    assert not journal.is_leased(session)


def test_closing_gives_the_leases_back(folder: Path) -> None:
    session = new_id()
    with Journal.open(folder) as one:
        one.lease(session)
    with Journal.open(folder) as other, other.lease(session):
        assert other.is_leased(session)


def test_another_thread_may_give_it_back(journal: Journal) -> None:
    session = new_id()
    lease = journal.lease(session)
    thread = threading.Thread(target=lease.release)
    thread.start()
    thread.join()
    assert not journal.is_leased(session)


def test_in_memory_a_lease_is_its_own(memory: Journal) -> None:
    session = new_id()
    with memory.lease(session):
        assert memory.is_leased(session)
        with pytest.raises(SessionElsewhere):
            memory.lease(session)
    assert not memory.is_leased(session)


def test_a_killed_process_holds_nothing(folder: Path) -> None:
    first, second = new_id(), new_id()
    holders = [processes.start("hold", folder, session) for session in (first, second)]
    processes.go(*holders)
    assert [processes.told(holder) for holder in holders] == [f"held {first}", f"held {second}"]
    with Journal.open(folder) as journal:
        assert len(_files(folder)) == 2
        assert journal.is_leased(first)
        with pytest.raises(SessionElsewhere):
            journal.lease(first)
        for holder in holders:
            holder.kill()
            processes.finish(holder)
        assert not journal.is_leased(first)
        with journal.lease(first):
            assert _files(folder) == sorted([f"{first}.lease", f"{second}.lease"])
    with Journal.open(folder):
        # What the second one left is swept up.
        assert _files(folder) == []


def test_the_sweep_leaves_what_is_held_and_what_is_not_ours(journal: Journal, folder: Path) -> None:
    session = new_id()
    with journal.lease(session):
        (folder / "leases" / "notes.lease").touch()
        with Journal.open(folder) as other:
            assert other.is_leased(session)
        assert _files(folder) == sorted([f"{session}.lease", "notes.lease"])
