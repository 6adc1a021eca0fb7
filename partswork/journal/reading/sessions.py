"""The sessions, newest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from partswork.errors import JournalError
from partswork.journal.vault.connection import Connection, rows
from partswork.wording import journal as words

_ID_LENGTH = 32
_LEAST_PREFIX = 4

_SELECT = "SELECT id, script, title, started, ended, state, last FROM session "
_NEWEST_FIRST = "ORDER BY begun DESC, id DESC LIMIT ?"


class SessionNotFound(JournalError):
    """No session, or more than one, goes by what was asked for."""


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One session, without its words.

    Attributes:
        id: 32 hex digits.
        script, title: of the script, as it called itself when the session began.
        started, ended, last: when it began, ended (`None` so far) and was last written in; ISO 8601.
        state: `paused` until it ends.
    """

    id: str
    script: str
    title: str
    started: str
    ended: str | None
    state: Literal["complete", "stopped", "paused"]
    last: str


def newest(connection: Connection, most: int | None) -> list[SessionSummary]:
    """Return the sessions, newest first, at most so many."""
    limit = -1 if most is None else most
    return [_made(row) for row in rows(connection, _SELECT + _NEWEST_FIRST, limit)]


def newest_of(connection: Connection, script: str) -> SessionSummary | None:
    """Return the newest session of one script."""
    found = rows(connection, _SELECT + "WHERE script = ? " + _NEWEST_FIRST, script, 1)
    return _made(found[0]) if found else None


def by_prefix(connection: Connection, prefix: str) -> SessionSummary:
    """Return the session whose id is, or alone begins with, `prefix` (at least 4 hex digits).

    Raises:
        SessionNotFound: none does, several do, or the prefix is too short.
    """
    digits = prefix.strip().lower()
    if len(digits) < _LEAST_PREFIX:
        raise SessionNotFound(words.SHORT_PREFIX)
    if len(digits) > _ID_LENGTH or not re.fullmatch("[0-9a-f]+", digits):
        raise SessionNotFound(words.NO_SUCH_SESSION)
    found = rows(
        connection,
        _SELECT + "WHERE id BETWEEN ? AND ? LIMIT 2",
        bytes.fromhex(digits.ljust(_ID_LENGTH, "0")),
        bytes.fromhex(digits.ljust(_ID_LENGTH, "f")),
    )
    return _only(found)


def _only(found: Sequence[tuple[Any, ...]]) -> SessionSummary:
    if not found:
        raise SessionNotFound(words.NO_SUCH_SESSION)
    if len(found) > 1:
        raise SessionNotFound(words.SEVERAL_SESSIONS)
    return _made(found[0])


def _made(row: tuple[Any, ...]) -> SessionSummary:
    return SessionSummary(row[0].hex(), *row[1:])
