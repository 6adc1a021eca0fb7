"""What the journal of the test holds, read beside the program and by other ways than its own screens."""

from __future__ import annotations

from partswork.journal import JSON, Journal, SessionSummary
from partswork.journal.reading.answers import AnswerEntry
from partswork.paths import places


def sessions() -> list[SessionSummary]:
    """Return the sessions, newest first."""
    with Journal.open(places().data) as journal:
        return journal.sessions()


def answers() -> list[AnswerEntry]:
    """Return the answers of the newest session."""
    with Journal.open(places().data) as journal:
        return journal.answers(journal.sessions()[0].id)


def values() -> dict[str, JSON]:
    """Return the newest answer under each name of the newest session that was not taken back."""
    return {one.name: one.value for one in answers() if not one.abandoned}


def state() -> str:
    """Return how the newest session stands."""
    return sessions()[0].state


def draft(question: str) -> str | None:
    """Return what is typed so far in the newest session for a question, `section|name|visit`."""
    with Journal.open(places().data) as journal:
        return journal.draft(journal.sessions()[0].id, question)
