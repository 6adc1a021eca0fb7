"""A session told again: what was asked, in the script's words, and what was said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from partswork.guide import (
    Answered,
    Back,
    Beat,
    CannotFollow,
    DoesNotFit,
    Event,
    Skipped,
    Walk,
    questions_met,
)
from partswork.journal import Journal
from partswork.script.words import Prose, Span
from partswork.session.opening import replayed
from partswork.session.recording import LINE, abandoned, event_of, events_of
from partswork.session.saying import in_words


@dataclass(frozen=True, slots=True)
class Told:
    """One question and what was said to it, or a line that was added for later.

    Attributes:
        section: where it was asked; inside a shared script `meeting/unblending`.
        words: the question, as it was put then; its name where the script can no longer tell; nothing for a
            line that was added.
        answer: in words; None where it was passed over.
        abandoned: it was taken back afterwards, or did not fit a newer version of the script.
    """

    section: str
    words: Prose
    answer: str | None
    abandoned: bool


def retell(journal: Journal, session: str) -> list[Told]:
    """Return a session's questions and answers in order, every one of them, then the lines that were added.

    A line that was typed and never given, because the machine stopped, stands among them.
    """
    records = journal.records(session)
    events = events_of(records)
    met = _beats(replayed(journal, records), events)
    gone = abandoned(records) | {event.withdraws for event in events if isinstance(event, Back)}
    said = (event for record in records if isinstance(event := event_of(record), Answered | Skipped))
    lines = [
        text for record in records if record.kind == LINE and isinstance(text := record.body["text"], str)
    ]
    unfinished = journal.draft(session, LINE)
    return [
        *(_told(event, met.get(event.id), abandoned=event.id in gone) for event in said),
        *(Told("", Prose(), line, abandoned=False) for line in (*lines, unfinished) if line),
    ]


def _beats(end: Walk | None, events: Iterable[Event]) -> dict[str, Beat]:
    """Return the questions as they were put, by the id of what was said; none if they cannot be put again."""
    if end is None:
        return {}
    try:
        return {event.id: beat for beat, event in questions_met(end.bundle, end.brought, events)}
    except (CannotFollow, DoesNotFit):
        return {}


def _told(event: Answered | Skipped, beat: Beat | None, *, abandoned: bool) -> Told:
    words = beat.words if beat is not None else Prose(((Span(event.asked.name),),))
    labels = beat.labels if beat is not None else {}
    answer = in_words(event.value, labels) if isinstance(event, Answered) else None
    return Told(event.asked.section, words, answer, abandoned)
