"""One connection to the encrypted database: its settings, its transactions, its errors.

`Connection` and `Cursor` say what is used of `sqlcipher3`, which has no types of its own.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, cast

from partswork.errors import JournalError, JournalUnreadable
from partswork.journal.vault.troubles import NOT_A_DATABASE, of_database, primary_code
from partswork.wording import journal as words


class Cursor(Protocol):
    """The rows of one statement."""

    @property
    def rowcount(self) -> int:
        """How many rows the statement changed."""

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return the rows not yet fetched."""

    def close(self) -> None:
        """Let go of what the statement holds."""


class Connection(Protocol):
    """A database connection without implicit transactions."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""

    def execute(self, sql: str, parameters: Sequence[object] = (), /) -> Cursor:
        """Run one statement."""

    def executemany(self, sql: str, parameters: Sequence[Sequence[object]], /) -> Cursor:
        """Run one statement for each row of parameters."""

    def backup(self, target: Connection, /) -> None:
        """Copy the whole database into another."""

    def close(self) -> None:
        """Close the database."""


def rows(connection: Connection, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
    """Return every row of a query. Its cursor is closed at once: an open one keeps writers waiting."""
    cursor = connection.execute(sql, parameters)
    try:
        return cursor.fetchall()
    finally:
        cursor.close()


class KeyDoesNotFit(JournalUnreadable):
    """The file is no database under this key."""


class Vault:
    """The open database. Its methods may be called from any thread; they take turns."""

    def __init__(self, connection: Connection, error: type[Exception]) -> None:
        """Take a connection that has its settings, and the library's base class of errors."""
        self._connection = connection
        self._error = error
        self._turn = threading.RLock()
        self._closed = False

    @classmethod
    def open(cls, path: Path, key: str, newest: int) -> Vault:
        """Open the database file at `path`, which exists, with a key of 64 hex digits.

        Args:
            path: the file.
            key: its key.
            newest: the greatest `user_version` we understand; a newer file is not touched.

        Raises:
            KeyDoesNotFit: the file is damaged, or the key another one's.
            JournalUnreadable: the file is newer than we are.
            JournalError: the disk refused.
        """
        database = _library()
        # The file is made by us with its mode, never by SQLite, which would take the umask.
        connection = _connect(database, _uri(path))
        try:
            _unlock(connection, key)
            # The first read of the file: here a key that does not fit is found.
            _refuse_newer(connection, newest)
            _set(connection)
        except database.Error as error:
            connection.close()
            if primary_code(error) == NOT_A_DATABASE:
                raise KeyDoesNotFit(words.KEY_DOES_NOT_FIT) from None
            raise of_database(error) from None
        except BaseException:
            connection.close()
            raise
        return cls(connection, database.Error)

    @classmethod
    def in_memory(cls) -> Vault:
        """Return an empty vault that never touches the disk."""
        database = _library()
        connection = _connect(database, ":memory:")
        _set(connection)
        return cls(connection, database.Error)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read, all of the block from one state of the journal."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write all of the block or nothing; on a normal return it is committed and durable.

        Raises:
            JournalBusy: another process kept the lock for longer than the timeout.
            JournalError: the disk refused. Whether a failed commit took place is then unknown: try
                again with the same record ids.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    def close(self) -> None:
        """Close the database; a second call does nothing."""
        with self._turn:
            self._closed = True
            self._connection.close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        with self._turn:
            if self._closed:
                raise JournalError(words.CLOSED)
            try:
                self._connection.execute(begin)
                try:
                    yield self._connection
                    self._connection.execute("COMMIT")
                except BaseException:
                    self._roll_back()
                    raise
            except self._error as error:
                raise of_database(error) from None

    def _roll_back(self) -> None:
        # SQLite rolls back by itself after some errors; if a rollback fails too, the first error
        # is the one to tell, and the next start restores the file.
        with contextlib.suppress(self._error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


def copy_whole(path: Path, key: str, to: Path) -> None:
    """Copy the database file at `path`, as it was last committed, into the empty file `to`, under its key.

    Another connection may hold the lock to write, if it has not yet written. Never copy such a file by its
    bytes: closing it would end the locks that this process holds on it.

    Raises:
        JournalError: the disk is full, or refused; which, is not known.
    """
    database = _library()
    with (
        contextlib.closing(_connect(database, _uri(path))) as source,
        contextlib.closing(_connect(database, _uri(to))) as target,
    ):
        try:
            for connection in (source, target):
                _unlock(connection, key)
            # A copy that is not whole is thrown away, so there is nothing to roll back to.
            target.execute("PRAGMA journal_mode = OFF")
            source.backup(target)
        except database.Error:
            # This call gives its errors no code that would tell more.
            raise JournalError(words.DISK_TROUBLE) from None


def _library() -> Any:
    from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # it ships none

    return dbapi2


def _uri(path: Path) -> str:
    return f"{path.absolute().as_uri()}?mode=rw"


def _connect(database: Any, name: str) -> Connection:
    try:
        made = database.connect(name, uri=True, isolation_level=None, check_same_thread=False)
    except database.Error as error:
        raise of_database(error) from None
    return cast(Connection, made)


def _unlock(connection: Connection, key: str) -> None:
    # Before the key: else SQLCipher prints about a wrong one on the terminal.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("PRAGMA cipher_compatibility = 4")


def _refuse_newer(connection: Connection, newest: int) -> None:
    if rows(connection, "PRAGMA user_version")[0][0] > newest:
        raise JournalUnreadable(words.JOURNAL_NEWER)


def _set(connection: Connection) -> None:
    """Apply the settings that docs/journal-format.md gives reasons for."""
    connection.execute("PRAGMA busy_timeout = 5000")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = 1")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA journal_mode = DELETE")
