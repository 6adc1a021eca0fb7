"""The tables, as a list of numbered steps from an empty file to the present ones."""

from __future__ import annotations

from typing import Final

from partswork.journal.vault.connection import Connection, Vault, rows

# `record` is the truth and is only added to; a deletion takes rows out. `draft` is what is being
# typed. Every other table is a projection: made of records, and made again by a rebuild.
#
# `place` and its like are sortable: the clock as 8 bytes, big-endian, then the record's id.
_FIRST: Final = (
    """CREATE TABLE record (
        id      BLOB NOT NULL PRIMARY KEY,
        clock   INTEGER NOT NULL,
        at      TEXT NOT NULL,
        kind    TEXT NOT NULL,
        session BLOB,
        body    TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX record_session ON record (session)",
    "CREATE INDEX record_clock ON record (clock)",
    """CREATE TABLE draft (
        session  BLOB NOT NULL,
        question TEXT NOT NULL,
        text     TEXT NOT NULL,
        PRIMARY KEY (session, question)
    ) STRICT""",
    # The ids of deleted records and of deleted sessions.
    "CREATE TABLE gone (id BLOB NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID",
    """CREATE TABLE session (
        id      BLOB NOT NULL PRIMARY KEY,
        script  TEXT NOT NULL,
        title   TEXT NOT NULL,
        started TEXT NOT NULL,
        ended   TEXT,
        state   TEXT NOT NULL,
        last    TEXT NOT NULL,
        begun   INTEGER NOT NULL,
        pins    TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX session_begun ON session (begun)",
    "CREATE INDEX session_script ON session (script, begun)",
    # `source` is a session, or the id of a record that belongs to none.
    """CREATE TABLE mention (
        source   BLOB NOT NULL,
        part     TEXT NOT NULL,
        name     TEXT,
        first    BLOB,
        first_at TEXT,
        last     BLOB,
        last_at  TEXT,
        PRIMARY KEY (part, source)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX mention_source ON mention (source)",
    """CREATE TABLE trait (
        source BLOB NOT NULL,
        part   TEXT NOT NULL,
        trait  TEXT NOT NULL,
        text   TEXT,
        place  BLOB NOT NULL,
        PRIMARY KEY (part, trait, source)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX trait_source ON trait (source)",
    """CREATE TABLE relation (
        source BLOB NOT NULL,
        part   TEXT NOT NULL,
        kind   TEXT NOT NULL,
        other  TEXT NOT NULL,
        place  BLOB NOT NULL,
        PRIMARY KEY (part, kind, other, source)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX relation_source ON relation (source)",
    "CREATE INDEX relation_other ON relation (other)",
)

_STEPS: Final = (_FIRST,)
VERSION: Final = len(_STEPS)


def bring_up_to_date(vault: Vault) -> None:
    """Take the steps the file has not seen, each in one transaction with its number.

    Several processes may do this at once: each step is looked for again once the lock is held.

    Raises:
        JournalError: the disk refused, or another process kept the lock too long.
    """
    with vault.reading() as connection:
        present = _version(connection)
    # A file that already holds something is copied here, before its first new step; step 1 starts
    # from an empty one.
    for number, statements in enumerate(_STEPS, start=1):
        if number > present:
            _take_step(vault, number, statements)


def _take_step(vault: Vault, number: int, statements: tuple[str, ...]) -> None:
    with vault.writing() as connection:
        if _version(connection) >= number:
            return
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number:d}")


def _version(connection: Connection) -> int:
    return int(rows(connection, "PRAGMA user_version")[0][0])
