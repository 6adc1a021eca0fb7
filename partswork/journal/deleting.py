"""Deleting a session for good, with what nothing else refers to any more.

Gone are its records, its drafts, and its rows in the projections; of a part that no other session
speaks of also the records outside the session (its naming, a new name, a relation); and a stored
script that no other session ran on. A part's `part-named` stays while another session speaks of it.
Left behind is one record that names the ids, so that none of them comes back with an import. A
stored script is not among them: its id is made of its text, and the next session on it is welcome.
"""

from __future__ import annotations

from partswork.journal import drafts, projections
from partswork.journal.projections import said
from partswork.journal.records import kinds, store
from partswork.journal.records.body import text_in
from partswork.journal.records.record import NewRecord, Record, new_id
from partswork.journal.vault.connection import Connection, rows

# A part is spoken of in a session where `mention` has it; where only `trait` does, all that the
# session has of it is its naming.
_PARTS_OF = "SELECT part FROM mention WHERE source = ?1 UNION SELECT part FROM trait WHERE source = ?1"
_SPOKEN_OF_ELSEWHERE = "SELECT 1 FROM mention WHERE part = ? AND source <> ? LIMIT 1"
_SOURCES_ABOUT = (
    "SELECT source FROM trait WHERE part = ?1 UNION SELECT source FROM relation WHERE part = ?1 OR other = ?1"
)


def delete_session(connection: Connection, session: str, at: str) -> None:
    """Delete a session. Where nothing of it is kept, or it is deleted already, nothing happens.

    `at` is when, ISO 8601 with an offset; it goes into the tombstone.
    """
    drafts.drop_all(connection, session)
    its = store.of_session(connection, session)
    if not its or store.is_gone(connection, session):
        return
    parts = _parts_nobody_else_speaks_of(connection, session)
    doomed = [
        record for record in its if record.kind != kinds.PART_NAMED or text_in(record.body, "part") in parts
    ]
    doomed += _records_elsewhere(connection, session, parts)
    scripts = _scripts_nobody_else_ran_on(connection, session)
    store.remove(connection, [*(record.id for record in doomed), *scripts])
    for source in {record.session or record.id for record in doomed}:
        projections.make_again(connection, source)
    said.leave_no_beginnings(connection)
    ids = sorted(record.id for record in doomed)
    tombstone = NewRecord(new_id(), at, kinds.DELETED, None, {"session": session, "ids": ids})
    projections.follow(connection, store.insert(connection, [tombstone]))


def _parts_nobody_else_speaks_of(connection: Connection, session: str) -> set[str]:
    key = bytes.fromhex(session)
    spoken_of = {part for (part,) in rows(connection, _PARTS_OF, key)}
    return {part for part in spoken_of if not rows(connection, _SPOKEN_OF_ELSEWHERE, part, key)}


def _records_elsewhere(connection: Connection, session: str, parts: set[str]) -> list[Record]:
    """Return the records about `parts` outside the session.

    They belong to no session, or are what a session deleted earlier had to leave.
    """
    sources = {source.hex() for part in parts for (source,) in rows(connection, _SOURCES_ABOUT, part)}
    found: list[Record] = []
    for source in sources - {session}:
        loose = store.find(connection, source)
        found += [loose] if loose else store.of_session(connection, source)
    return [
        record for record in found if {text_in(record.body, "part"), text_in(record.body, "other")} & parts
    ]


def _scripts_nobody_else_ran_on(connection: Connection, session: str) -> list[str]:
    found = rows(connection, "SELECT pins FROM session WHERE id = ?", bytes.fromhex(session))
    pins = found[0][0].split() if found else []
    used = "SELECT 1 FROM session WHERE id <> ? AND instr(pins, ?) LIMIT 1"
    return [pin for pin in pins if not rows(connection, used, bytes.fromhex(session), pin)]
