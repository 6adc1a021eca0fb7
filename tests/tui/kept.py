"""What a journal holds, told so that two journals can be compared."""

from __future__ import annotations

import re
from typing import Any

from partswork.journal import Journal, Record
from partswork.paths import Places

_ID = re.compile(r"[0-9a-f]{32}")


def records(here: Places) -> list[tuple[str, Any]]:
    """Return the kind and the body of every session's records, oldest session first.

    Ids are numbered as they first appear; times are left out.
    """
    with Journal.open(here.data) as journal:
        sessions = [one.id for one in reversed(journal.sessions())]
        numbers: dict[str, str] = {}
        return [
            (record.kind, [_numbered(record.id, numbers), _numbered(record.body, numbers)])
            for session in sessions
            for record in journal.records(session)
        ]


def newest(here: Places) -> list[Record]:
    """Return the records of the newest session."""
    with Journal.open(here.data) as journal:
        return journal.records(journal.sessions()[0].id)


def kinds(here: Places) -> list[str]:
    """Return the kinds of the records of the newest session."""
    return [record.kind for record in newest(here)]


def _numbered(body: Any, numbers: dict[str, str]) -> Any:
    match body:
        case str() if _ID.fullmatch(body):
            return numbers.setdefault(body, f"id {len(numbers)}")
        case list() | tuple():
            return [_numbered(one, numbers) for one in body]
        case str() | int() | None:
            return body
        case _:
            return {_numbered(key, numbers): _numbered(one, numbers) for key, one in body.items()}
