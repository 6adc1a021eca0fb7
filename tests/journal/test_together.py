"""Several processes at once, and processes that are killed: nothing is lost."""

from __future__ import annotations

import random
from pathlib import Path

from partswork.journal import Journal, new_id
from tests.journal import processes
from tests.journal.sitting import live


def test_two_processes_write_at_once(folder: Path) -> None:
    Journal.open(folder).close()
    sessions = [new_id(), new_id()]
    writers = [processes.start("append", folder, session, "200") for session in sessions]
    processes.go(*writers)
    told = [processes.finish(writer) for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    with Journal.open(folder) as journal:
        kept = [journal.records(session) for session in sessions]
    assert [[record.id for record in records] for records in kept] == told
    clocks = sorted(record.clock for records in kept for record in records)
    assert clocks == list(range(1, 401))


def test_four_first_starts_at_once_make_one_journal(tmp_path: Path) -> None:
    for turn in range(3):
        folder = tmp_path / f"home-{turn}" / "data"
        session = new_id()
        starting = [processes.start("append", folder, session, "5") for _ in range(4)]
        processes.go(*starting)
        told = [id for process in starting for id in processes.finish(process)]
        assert [process.returncode for process in starting] == [0, 0, 0, 0]
        with Journal.open(folder) as journal:
            assert {record.id for record in journal.records(session)} == set(told)
        assert len(told) == 20
        assert sorted(path.name for path in folder.iterdir()) == [
            "journal.db",
            "journal.key",
            "journal.key.copy",
        ]


def test_what_was_acknowledged_is_there_after_kill_9(folder: Path) -> None:
    chance = random.Random(20)  # noqa: S311
    session = new_id()
    acknowledged: list[str] = []
    for _ in range(20):
        writer = processes.start("append", folder, session, "100000")
        processes.go(writer)
        acknowledged += [processes.told(writer) for _ in range(chance.randint(1, 12))]
        writer.kill()
        acknowledged += processes.finish(writer)
    with Journal.open(folder) as journal:
        records = journal.records(session)
        assert live(journal, "integrity_check") == "ok"
    kept = [record.id for record in records]
    assert [id for id in kept if id in set(acknowledged)] == acknowledged
    # At most the one that was under way at each kill was kept without having been told.
    assert len(kept) - len(acknowledged) <= 20
    assert [record.clock for record in records] == list(range(1, len(kept) + 1))
