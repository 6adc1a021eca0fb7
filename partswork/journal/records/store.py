"""Keeping records and finding them again. Every function runs inside a transaction of its caller."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from partswork.errors import JournalError
from partswork.journal.records import kinds
from partswork.journal.records.body import read, same, written
from partswork.journal.records.record import NewRecord, Record
from partswork.journal.vault.connection import Connection, rows
from partswork.wording import journal as words

_INSERT = "INSERT INTO record (id, clock, at, kind, session, body) VALUES (?, ?, ?, ?, ?, ?)"
_SELECT = "SELECT id, clock, at, kind, session, body FROM record "


def insert(connection: Connection, records: Iterable[NewRecord]) -> list[Record]:
    """Keep `records` in their order and return those that were not kept already.

    Raises:
        JournalError: an id is taken by a record that says something else, or was deleted.
    """
    clock = _greatest_clock(connection)
    fresh = []
    for record in records:
        body = written(record.body)
        if _is_kept(connection, record, body):
            continue
        _refuse_deleted(connection, record)
        clock += 1
        made = Record(record.id, clock, record.at, record.kind, record.session, read(body))
        connection.execute(
            _INSERT,
            (_key(made.id), clock, made.at, made.kind, _key(made.session), body),
        )
        fresh.append(made)
    return fresh


def remove(connection: Connection, ids: Sequence[str]) -> None:
    """Take records out. Only a deletion may, and it leaves a tombstone."""
    connection.executemany("DELETE FROM record WHERE id = ?", [(_key(id),) for id in ids])


def find(connection: Connection, id: str) -> Record | None:
    """Return one record by its id."""
    found = rows(connection, _SELECT + "WHERE id = ?", _key(id))
    return _made(found[0]) if found else None


def of_session(connection: Connection, session: str) -> list[Record]:
    """Return the records of one session, in order."""
    found = rows(connection, _SELECT + "WHERE session = ? ORDER BY clock, id", _key(session))
    return [_made(row) for row in found]


def of_no_session(connection: Connection) -> list[Record]:
    """Return the records that belong to no session, in order."""
    found = rows(connection, _SELECT + "WHERE session IS NULL ORDER BY clock, id")
    return [_made(row) for row in found]


def sessions_with_records(connection: Connection) -> list[str]:
    """Return the ids of all sessions that have a record, in the order in which they lie in the file."""
    found = rows(
        connection,
        "SELECT session FROM record WHERE session IS NOT NULL GROUP BY session ORDER BY min(rowid)",
    )
    return [session.hex() for (session,) in found]


def is_gone(connection: Connection, id: str) -> bool:
    """Say whether a tombstone names this record or session."""
    return bool(rows(connection, "SELECT 1 FROM gone WHERE id = ?", _key(id)))


def place(record: Record) -> bytes:
    """Return the place of a record in the order, as bytes that sort like it."""
    return record.clock.to_bytes(8, "big") + bytes.fromhex(record.id)


def _greatest_clock(connection: Connection) -> int:
    return int(rows(connection, "SELECT coalesce(max(clock), 0) FROM record")[0][0])


def _is_kept(connection: Connection, record: NewRecord, body: str) -> bool:
    found = rows(connection, "SELECT kind, session, body FROM record WHERE id = ?", _key(record.id))
    if not found:
        return False
    kind, session, stored = found[0]
    if (kind, session) != (record.kind, _key(record.session)) or not same(stored, body):
        raise JournalError(words.DIFFERENT_RECORD)
    return True


def _refuse_deleted(connection: Connection, record: NewRecord) -> None:
    # A stored script is welcome again with the next session on it, whatever a tombstone from elsewhere says.
    named = record.kind != kinds.SCRIPT and is_gone(connection, record.id)
    if named or (record.session and is_gone(connection, record.session)):
        raise JournalError(words.SESSION_DELETED)


def _key(id: str | None) -> bytes | None:
    return None if id is None else bytes.fromhex(id)


def _made(row: tuple[Any, ...]) -> Record:
    id, clock, at, kind, session, body = row
    return Record(id.hex(), clock, at, kind, None if session is None else session.hex(), read(body))
