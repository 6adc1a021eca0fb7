"""Which sessions are to be exported."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from partswork.cleaning import clean
from partswork.errors import PartsworkError
from partswork.guide import Answered, Back, PartGiven
from partswork.journal import Journal, KnownPart, Record, SessionSummary
from partswork.session.recording import events_of
from partswork.wording import exchange as words


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; `None` leaves that open.

    Attributes:
        since, until: the first and the last day on which a session may have begun, as its own clock had it.
        part: the name of a part that must have been named, and not taken back.
        script: the id of its practice.
    """

    since: date | None = None
    until: date | None = None
    part: str | None = None
    script: str | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


def chosen(journal: Journal, wanted: Wanted) -> list[SessionSummary]:
    """Return the sessions that are wanted, oldest first.

    Raises:
        PartsworkError: no part goes by that name.
    """
    part = _part_called(journal.parts(), wanted.part) if wanted.part is not None else None
    found = []
    for summary in reversed(journal.sessions()):
        day = day_of(summary.started)
        if (
            (wanted.since is None or day >= wanted.since)
            and (wanted.until is None or day <= wanted.until)
            and (wanted.script is None or summary.script == wanted.script)
            and (part is None or part.id in parts_in(journal.records(summary.id)))
        ):
            found.append(summary)
    return found


def day_of(at: str) -> date:
    """Return the day of a moment, as the clock beside the person had it."""
    return datetime.fromisoformat(at).date()


def parts_in(records: list[Record]) -> list[str]:
    """Return the ids of the parts that the answers of a session name, in their order, each once."""
    events = events_of(records)
    gone = {event.withdraws for event in events if isinstance(event, Back)}
    given = (event.value for event in events if isinstance(event, Answered) and event.id not in gone)
    return list(dict.fromkeys(value.id for value in given if isinstance(value, PartGiven)))


def _part_called(parts: Sequence[KnownPart], name: str) -> KnownPart:
    for part in parts:
        if _alike(part.name) == _alike(name):
            return part
    raise PartsworkError(words.NO_SUCH_PART)


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(clean(name).split())).casefold()
