"""What is being typed: one row a question, changed in place, gone with the answer.

Every function runs inside a transaction of its caller.
"""

from __future__ import annotations

from partswork.cleaning import clean
from partswork.errors import JournalError
from partswork.journal.records.store import is_gone
from partswork.journal.vault.connection import Connection, rows
from partswork.wording import journal as words


def draft_of(connection: Connection, session: str, question: str) -> str | None:
    """Return the draft of a question."""
    found = rows(
        connection, "SELECT text FROM draft WHERE session = ? AND question = ?", *_key(session, question)
    )
    return str(found[0][0]) if found else None


def keep(connection: Connection, session: str, question: str, text: str) -> None:
    """Keep `text` as the draft of a question.

    Raises:
        JournalError: the session was deleted.
    """
    if is_gone(connection, session):
        raise JournalError(words.SESSION_DELETED)
    connection.execute(
        "INSERT INTO draft (session, question, text) VALUES (?, ?, ?) "
        "ON CONFLICT (session, question) DO UPDATE SET text = excluded.text",
        (*_key(session, question), clean(text)),
    )


def drop(connection: Connection, session: str, question: str) -> None:
    """Remove the draft of a question."""
    connection.execute("DELETE FROM draft WHERE session = ? AND question = ?", _key(session, question))


def drop_all(connection: Connection, session: str) -> None:
    """Remove every draft of a session."""
    connection.execute("DELETE FROM draft WHERE session = ?", (bytes.fromhex(session),))


def _key(session: str, question: str) -> tuple[bytes, str]:
    return bytes.fromhex(session), clean(question)
