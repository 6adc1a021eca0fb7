"""What a record is."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from partswork.cleaning import clean

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"

_ID = re.compile("[0-9a-f]{32}")
_KIND = re.compile("[a-z][a-z0-9-]*")


def new_id() -> str:
    """Return a new random id: 128 bits as 32 hex digits."""
    return secrets.token_hex(16)


def is_id(text: str) -> bool:
    """Say whether `text` has the form of an id."""
    return _ID.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record to be kept; the journal gives it its place in the order.

    Attributes:
        id: 32 lowercase hex digits, fixed before the first try, so that a second one changes nothing.
        at: when, ISO 8601 with an offset from UTC; a label, never an order.
        kind: lowercase letters, digits and hyphens; see docs/journal-format.md.
        session: the id of the session it belongs to, `None` if to none.
        body: what is said, by kind.
    """

    id: str
    at: str
    kind: str
    session: str | None
    body: Mapping[str, JSON]

    def __post_init__(self) -> None:
        if not is_id(self.id) or not (self.session is None or is_id(self.session)):
            raise ValueError("an id is 32 lowercase hex digits")
        if not _KIND.fullmatch(self.kind):
            raise ValueError("a kind is a lowercase word")
        # The parser lets any character stand between the date and the time.
        if clean(self.at) != self.at or datetime.fromisoformat(self.at).tzinfo is None:
            raise ValueError("a moment needs its offset from UTC")


@dataclass(frozen=True, slots=True)
class Record:
    """A record that is kept. The order of a journal is `(clock, id)`.

    Attributes:
        clock: a Lamport counter: one more than the greatest this journal had seen.
        id, at, kind, session, body: as in `NewRecord`.
    """

    id: str
    clock: int
    at: str
    kind: str
    session: str | None
    body: Mapping[str, JSON]
