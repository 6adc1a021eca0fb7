"""Records from elsewhere, united with those that are here.

Two journals that take in each other's records come to hold the same, whichever goes first. So what
is left in the end depends on nothing but the records of both, put together:

- Where both have a record, they keep the earlier place in the order, and the earlier moment.
- What a tombstone names goes, and all of a deleted session, wherever it came from.
- A part named in a deleted session stays known if a session that is left speaks of it. If none does,
  what was said about the part outside sessions goes as well, and so does a stored script that only
  deleted sessions ran on. (A journal holds such things only together with a session that they belong
  to; so whoever has to let go of them has seen why.)

Every function runs inside a transaction of its caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from partswork.errors import JournalError, SessionElsewhere
from partswork.journal import drafts, projections
from partswork.journal.projections import said
from partswork.journal.projections.parts import what_is_said
from partswork.journal.records import kinds, store
from partswork.journal.records.body import mapping_in, same, text_in, written
from partswork.journal.records.record import Record
from partswork.journal.vault.connection import Connection, rows
from partswork.wording import exchange as words
from partswork.wording.journal import DIFFERENT_RECORD

PAGE = 500

_NOTES = (
    # What is new or has changed: a session, or a record that belongs to none.
    "CREATE TEMP TABLE touched (id BLOB NOT NULL PRIMARY KEY, loose INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    # The stored scripts that records name, and one record that does.
    "CREATE TEMP TABLE needed (pin BLOB NOT NULL PRIMARY KEY, record BLOB NOT NULL) STRICT, WITHOUT ROWID",
)
_INSERT = "INSERT INTO record (id, clock, at, kind, session, body) VALUES (?, ?, ?, ?, ?, ?)"
_HERE_BEFORE = "SELECT 1 FROM record WHERE session = ? AND rowid <= ? LIMIT 1"
_MISSING = """
    SELECT record FROM needed JOIN record AS of ON of.id = needed.record
    WHERE NOT EXISTS (SELECT 1 FROM record WHERE id = pin AND kind = 'script') LIMIT 1
"""
_DEAD = "SELECT id FROM gone WHERE EXISTS (SELECT 1 FROM record WHERE session = gone.id)"
_NAMED_BY_TOMBSTONES = (
    "SELECT record.id, session FROM gone JOIN record ON record.id = gone.id "
    "WHERE kind NOT IN ('deleted', 'script')"
)
_SPOKEN_OF = (
    "SELECT 1 FROM mention WHERE part = ? AND NOT EXISTS (SELECT 1 FROM gone WHERE id = source) LIMIT 1"
)
_RAN_ON = (
    "SELECT 1 FROM session WHERE instr(pins, ?) "
    "AND NOT EXISTS (SELECT 1 FROM gone WHERE gone.id = session.id) LIMIT 1"
)
_SOURCES_ABOUT = (
    "SELECT source FROM trait WHERE part = ?1 UNION SELECT source FROM relation WHERE part = ?1 OR other = ?1"
)


class NotTaken(JournalError):
    """A record from elsewhere cannot be here; nothing was taken in.

    Attributes:
        record: its id.
    """

    def __init__(self, sentence: str, record: str) -> None:
        super().__init__(sentence)
        self.record = record


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of taking in records.

    Attributes:
        records: how many are here that were not.
        sessions: how many sessions were not here before.
        deleted: how many sessions that were here went, because they were deleted elsewhere.
    """

    records: int
    sessions: int
    deleted: int


def page_after(connection: Connection, last: Record | None) -> list[Record]:
    """Return the next records in order, at most `PAGE`; the first ones after `None`."""
    clock, id = (last.clock, last.id) if last is not None else (-1, "")
    found = rows(
        connection,
        "SELECT id FROM record WHERE clock >= ?1 AND (clock, id) > (?1, ?2) ORDER BY clock, id LIMIT ?3",
        clock,
        bytes.fromhex(id),
        PAGE,
    )
    return [record for (key,) in found if (record := store.find(connection, key.hex())) is not None]


def take_in(connection: Connection, offered: Iterable[Record], is_leased: Callable[[str], bool]) -> TakenIn:
    """Unite `offered`, each of them as its kind should be, with what is here.

    Args:
        connection: inside a transaction, which an error must roll back.
        offered: in any order; known ones among them change nothing.
        is_leased: whether somebody is in a session just now.

    Raises:
        NotTaken: a record contradicts one that is here, or its session is not whole.
        SessionElsewhere: a session that would change is open.
    """
    for statement in _NOTES:
        connection.execute(statement)
    last = int(rows(connection, "SELECT coalesce(max(rowid), 0) FROM record")[0][0])
    sessions = _count(connection, "SELECT count(*) FROM session")
    for record in offered:
        _unite(connection, record)
    _project(connection)
    deleted = _settle(connection, last, is_leased)
    missing = rows(connection, _MISSING)
    if missing:
        raise NotTaken(words.SCRIPT_MISSING, missing[0][0].hex())
    fresh = _count(connection, "SELECT count(*) FROM record WHERE rowid > ?", last)
    sessions = _count(connection, "SELECT count(*) FROM session") - sessions + deleted
    connection.execute("DROP TABLE touched")
    connection.execute("DROP TABLE needed")
    return TakenIn(fresh, sessions, deleted)


def _unite(connection: Connection, record: Record) -> None:
    key, body = bytes.fromhex(record.id), written(record.body)
    session = bytes.fromhex(record.session) if record.session else None
    offered = (record.clock, record.at, body)
    found = rows(connection, "SELECT clock, at, body, kind, session FROM record WHERE id = ?", key)
    if not found:
        connection.execute(_INSERT, (key, record.clock, record.at, record.kind, session, body))
    else:
        *here, kind, its_session = found[0]
        if (kind, its_session) != (record.kind, session) or not same(here[2], body):
            raise NotTaken(DIFFERENT_RECORD, record.id)
        if tuple(here) <= offered:
            return
        connection.execute("UPDATE record SET clock = ?, at = ?, body = ? WHERE id = ?", (*offered, key))
    connection.execute("INSERT OR IGNORE INTO touched VALUES (?, ?)", (session or key, int(session is None)))
    pins = [pin for pin in mapping_in(record.body, "pins").values() if isinstance(pin, str)]
    if record.kind in (kinds.BEGUN, kinds.MOVED):
        connection.executemany(
            "INSERT OR IGNORE INTO needed VALUES (?, ?)", [(bytes.fromhex(pin), key) for pin in pins]
        )


def _project(connection: Connection) -> None:
    """Bring the projections up to what was touched, as though none of it had been deleted before."""
    for id in _touched(connection, loose=True):
        projections.make_again(connection, id)
        record = store.find(connection, id)
        if record is not None:
            projections.follow(connection, [record])
    for id in _touched(connection, loose=False):
        if not store.is_gone(connection, id):
            projections.make_again(connection, id)


def _settle(connection: Connection, last: int, is_leased: Callable[[str], bool]) -> int:
    """Take out what is deleted, here or elsewhere; return how many sessions that were here went."""
    dead = [id.hex() for (id,) in rows(connection, _DEAD)]
    _see_that_nobody_is_in(connection, dead, last, is_leased)
    were_here = _count(
        connection,
        "SELECT count(*) FROM session WHERE EXISTS (SELECT 1 FROM gone WHERE gone.id = session.id)",
    )
    doomed = _named_by_tombstones(connection)
    parts, scripts = set[str](), set[str]()
    for session in dead:
        records = store.of_session(connection, session)
        told = what_is_said(records)
        parts |= {*told.mentions, *(part for part, _ in told.traits)}
        for record in records:
            scripts.update(pin for pin in mapping_in(record.body, "pins").values() if isinstance(pin, str))
    lost = {part for part in parts if not rows(connection, _SPOKEN_OF, part)}
    for session in dead:
        for record in store.of_session(connection, session):
            part = text_in(record.body, "part")
            if record.kind != kinds.PART_NAMED or part is None or part in lost:
                doomed.setdefault(record.id, session)
    for id in _said_outside_of(connection, lost):
        doomed.setdefault(id, id)
    unused = [pin for pin in scripts if not rows(connection, _RAN_ON, pin)]
    store.remove(connection, [*doomed, *unused])
    for session in dead:
        drafts.drop_all(connection, session)
    for source in {*doomed.values(), *dead}:
        projections.make_again(connection, source)
    if doomed:
        said.leave_no_beginnings(connection)
    return were_here


def _see_that_nobody_is_in(
    connection: Connection, dead: Iterable[str], last: int, is_leased: Callable[[str], bool]
) -> None:
    for sessions in (dead, _touched(connection, loose=False)):
        for session in sessions:
            if rows(connection, _HERE_BEFORE, bytes.fromhex(session), last) and is_leased(session):
                raise SessionElsewhere(words.OPEN_WHILE_IMPORTED)


def _named_by_tombstones(connection: Connection) -> dict[str, str]:
    """Return the records that tombstones name, each with its source."""
    found: dict[str, str] = {}
    for id, session in rows(connection, _NAMED_BY_TOMBSTONES):
        if session is not None and not store.is_gone(connection, session.hex()):
            # No deletion takes one answer out of a session.
            raise NotTaken(words.ODD_TOMBSTONE, id.hex())
        found[id.hex()] = (session or id).hex()
    return found


def _said_outside_of(connection: Connection, parts: Iterable[str]) -> Iterator[str]:
    """Yield the records that belong to no session and are about one of `parts`."""
    for part in parts:
        for (source,) in rows(connection, _SOURCES_ABOUT, part):
            record = store.find(connection, source.hex())
            if record is not None and record.session is None:
                yield record.id


def _touched(connection: Connection, *, loose: bool) -> Iterator[str]:
    last = b""
    while True:
        found = rows(
            connection,
            "SELECT id FROM touched WHERE loose = ? AND id > ? ORDER BY id LIMIT ?",
            int(loose),
            last,
            PAGE,
        )
        if not found:
            return
        yield from (id.hex() for (id,) in found)
        last = found[-1][0]


def _count(connection: Connection, sql: str, *parameters: object) -> int:
    return int(rows(connection, sql, *parameters)[0][0])
