"""The tables, as a list of numbered steps from an empty file to the present ones."""

from __future__ import annotations

from collections.abc import Callable
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

# What was said, to be searched. `number` is 256 times the record's clock and a little more, so that the
# newest is the greatest, and records of two journals at one clock have each their own. The text is the
# one that was indexed, to the letter: the index can only forget what it is told again.
#
# Words are told apart without case and accents. `columnsize=0`: nothing is ranked. The index of first
# letters is for the word that is being typed. And without its own `secure-delete` the index keeps
# what is deleted, whatever the pragma of that name says.
_SECOND: Final = (
    """CREATE TABLE said (
        number  INTEGER NOT NULL PRIMARY KEY,
        record  BLOB NOT NULL,
        session BLOB NOT NULL,
        name    TEXT NOT NULL,
        text    TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX said_session ON said (session)",
    """CREATE VIRTUAL TABLE said_words USING fts5 (
        text, content = 'said', content_rowid = 'number', columnsize = 0, prefix = '1 2',
        tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
    )""",
    "INSERT INTO said_words (said_words, rank) VALUES ('secure-delete', 1)",
    # Keeps nothing: it shows the index, a row for each word at each place.
    "CREATE VIRTUAL TABLE said_terms USING fts5vocab (said_words, instance)",
)

_STEPS: Final = (_FIRST, _SECOND)
VERSION: Final = len(_STEPS)


def bring_up_to_date(
    vault: Vault, derive: Callable[[Connection], None], keep_copy: Callable[[int], None]
) -> bool:
    """Bring the tables to their present form, in one transaction; return whether they had it already.

    Several processes may do this at once: what is there is looked at again once the lock is held.

    Args:
        vault: the open file.
        derive: makes the projections anew from the records. Called where there are any.
        keep_copy: keeps a copy of the file as it is before it comes to the form with this number.
            Called where the file holds something, and while nobody can write in it.

    Raises:
        JournalError: the disk refused, or another process kept the lock too long.
    """
    newest = len(_STEPS)
    with vault.reading() as connection:
        if _version(connection) == newest:
            return True
    with vault.writing() as connection:
        present = _version(connection)
        if present == newest:
            return True
        if present:
            keep_copy(newest)
        for statement in (statement for step in _STEPS[present:] for statement in step):
            connection.execute(statement)
        if present:
            derive(connection)
        connection.execute(f"PRAGMA user_version = {newest:d}")
    return False


def _version(connection: Connection) -> int:
    return int(rows(connection, "PRAGMA user_version")[0][0])
