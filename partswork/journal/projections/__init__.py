"""The projections: tables made of records, kept up in the transaction that keeps the record.

`sessions` has a row a session; `parts` has what each session says of each part; `said` has what was
said in words, to be searched. All can be thrown away and made again.
"""

from __future__ import annotations

from collections.abc import Sequence

from partswork.journal.projections import parts, said, sessions
from partswork.journal.records import kinds, store
from partswork.journal.records.body import text_in, texts_in
from partswork.journal.records.record import Record, is_id
from partswork.journal.vault.connection import Connection

_EMPTY = (
    "DELETE FROM gone",
    "DELETE FROM session",
    "DELETE FROM mention",
    "DELETE FROM trait",
    "DELETE FROM relation",
)


def follow(connection: Connection, records: Sequence[Record]) -> None:
    """Bring the projections up to `records`: newly kept ones, the last in the order."""
    sessions.follow(connection, [record for record in records if record.session])
    of_parts = {record.session for record in records if parts.concerns_parts(record)}
    of_words = {record.session for record in records if said.concerns_words(record)}
    for session in filter(None, of_parts | of_words):
        its = store.of_session(connection, session)
        if session in of_parts:
            parts.forget(connection, session)
            parts.project(connection, session, its)
        if session in of_words:
            said.follow(connection, session, its)
    for record in records:
        if record.session is None:
            _follow_loose(connection, record)


def make_again(connection: Connection, source: str) -> None:
    """Make what the projections say of one source again, after some of its records were removed.

    A source is a session, or a record that belongs to none.
    """
    sessions.forget(connection, source)
    parts.forget(connection, source)
    left = store.of_session(connection, source)
    _make(connection, source, left)
    said.follow(connection, source, left)


def rebuild(connection: Connection) -> None:
    """Throw all projections away and make them again from the records."""
    for statement in _EMPTY:
        connection.execute(statement)
    said.empty(connection)
    for record in store.of_no_session(connection):
        _follow_loose(connection, record)
    for session in store.sessions_with_records(connection):
        records = store.of_session(connection, session)
        _make(connection, session, records)
        said.keep(connection, session, records)
    said.index(connection)


def _make(connection: Connection, session: str, records: Sequence[Record]) -> None:
    sessions.follow(connection, records)
    parts.project(connection, session, records)


def _follow_loose(connection: Connection, record: Record) -> None:
    if record.kind == kinds.DELETED:
        _bury(connection, record)
    elif parts.concerns_parts(record):
        parts.project(connection, record.id, [record])


def _bury(connection: Connection, tombstone: Record) -> None:
    named = [text_in(tombstone.body, "session"), *texts_in(tombstone.body, "ids")]
    connection.executemany(
        "INSERT OR IGNORE INTO gone (id) VALUES (?)",
        [(bytes.fromhex(id),) for id in named if id and is_id(id)],
    )
