"""The row of a session: its script, when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from partswork.journal.records import kinds
from partswork.journal.records.body import mapping_in, text_in
from partswork.journal.records.record import Record
from partswork.journal.vault.connection import Connection, rows

PAUSED: Final = "paused"
STOPPED: Final = "stopped"
COMPLETE: Final = "complete"


@dataclass(slots=True)
class SessionRow:
    """What the table `session` holds of one session, brought up to one record after another.

    Attributes:
        script, title: of the script, as it called itself at the beginning.
        started, ended, last: the `at` of the first, the ending (`None` so far) and the last record.
        state: `PAUSED`, `STOPPED` or `COMPLETE`.
        begun: the clock of its beginning, the order of sessions.
        pins: the ids of the stored scripts it ever ran on, separated by spaces.
    """

    script: str
    title: str
    started: str
    ended: str | None
    state: str
    last: str
    begun: int
    pins: str


_SELECT: Final = "SELECT script, title, started, ended, state, last, begun, pins FROM session WHERE id = ?"
# Not REPLACE: it would write every index anew at each answer.
_UPSERT: Final = """
    INSERT INTO session (script, title, started, ended, state, last, begun, pins, id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        ended = excluded.ended, state = excluded.state, last = excluded.last, pins = excluded.pins
"""


def brought_up(row: SessionRow | None, record: Record) -> SessionRow | None:
    """Bring the row of a session up to `record` and return it; there is none before `begun`."""
    if row is None:
        return _begun(record) if record.kind == kinds.BEGUN else None
    row.last = record.at
    if record.kind == kinds.ENDED:
        row.ended = record.at
        row.state = STOPPED if text_in(record.body, "how") == STOPPED else COMPLETE
    elif record.kind == kinds.MOVED:
        row.pins = _pins(record, row.pins)
    return row


def follow(connection: Connection, records: Iterable[Record]) -> None:
    """Bring the rows of the records' sessions up to them."""
    by_session: dict[str, list[Record]] = {}
    for record in records:
        if record.session is not None:
            by_session.setdefault(record.session, []).append(record)
    for session, its in by_session.items():
        key = bytes.fromhex(session)
        found = rows(connection, _SELECT, key)
        row = SessionRow(*found[0]) if found else None
        for record in its:
            row = brought_up(row, record)
        if row is not None:
            connection.execute(_UPSERT, (*_values(row), key))


def forget(connection: Connection, session: str) -> None:
    """Remove the row of a session."""
    connection.execute("DELETE FROM session WHERE id = ?", (bytes.fromhex(session),))


def _values(row: SessionRow) -> tuple[object, ...]:
    return row.script, row.title, row.started, row.ended, row.state, row.last, row.begun, row.pins


def _begun(record: Record) -> SessionRow:
    return SessionRow(
        script=text_in(record.body, "script") or "",
        title=text_in(record.body, "title") or "",
        started=record.at,
        ended=None,
        state=PAUSED,
        last=record.at,
        begun=record.clock,
        pins=_pins(record, ""),
    )


def _pins(record: Record, before: str) -> str:
    named = (pin for pin in mapping_in(record.body, "pins").values() if isinstance(pin, str))
    return " ".join(dict.fromkeys([*before.split(), *named]))
