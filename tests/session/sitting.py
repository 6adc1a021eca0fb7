"""What a person does in a session, and what the journal then has of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from partswork.guide import Beat, Value
from partswork.journal import JSON, Journal
from partswork.script.steps import Calm
from partswork.session import Session


class Clock:
    """A clock that goes only when it is told to."""

    def __init__(self) -> None:
        self.moment = datetime.fromisoformat("2026-11-22T08:30:00+01:00")

    def __call__(self) -> datetime:
        return self.moment

    def wait(self, minutes: float) -> None:
        """Let time go by."""
        self.moment += timedelta(minutes=minutes)


def to_question(session: Session) -> Beat:
    """Go past calm beats to the next question and return it."""
    while isinstance(session.beat, Beat) and isinstance(session.beat.step, Calm):
        session.go_past()
    assert isinstance(session.beat, Beat), session.beat
    return session.beat


def to_end(session: Session) -> None:
    """Go past every calm beat that is left; no question may be."""
    while isinstance(session.beat, Beat):
        session.go_past()


def give(session: Session, *values: Value | None) -> None:
    """Answer the questions that come, in turn; None passes one over."""
    for value in values:
        to_question(session)
        if value is None:
            session.skip()
        else:
            session.answer(value)


def asked(session: Session) -> str:
    """Return the name of the question that is next."""
    beat = to_question(session)
    assert beat.asked is not None
    return beat.asked.name


def words(session: Session) -> str:
    """Return what is shown now."""
    assert isinstance(session.beat, Beat)
    return str(session.beat.words)


def kinds(journal: Journal, session: str) -> list[str]:
    """Return the kinds of a session's records, in order."""
    return [record.kind for record in journal.records(session)]


def bodies(journal: Journal, session: str, kind: str) -> list[dict[str, JSON]]:
    """Return the bodies of a session's records of one kind, in order."""
    return [dict(record.body) for record in journal.records(session) if record.kind == kind]


def live_values(journal: Journal, session: str) -> list[tuple[str, JSON]]:
    """Return the name and value of each answer that counts, in order."""
    return [(one.name, one.value) for one in journal.answers(session) if not one.abandoned]
