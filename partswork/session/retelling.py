"""A session told again: what was asked, in the script's words, and what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from partswork.guide import Answered, Back, Beat, Skipped, questions_met
from partswork.guide.held import shown
from partswork.journal import Journal
from partswork.script.words import Prose
from partswork.session.opening import replayed


@dataclass(frozen=True, slots=True)
class Told:
    """One question and what was said to it.

    Attributes:
        section: where it was asked; inside a shared script `meeting/unblending`.
        words: the question, as it was put then.
        answer: in words; None where it was passed over.
        abandoned: it was taken back afterwards.
    """

    section: str
    words: Prose
    answer: str | None
    abandoned: bool


def retell(journal: Journal, session: str) -> list[Told]:
    """Return a session's questions and answers in order; nothing if its script can no longer be walked."""
    end = replayed(journal, journal.records(session))
    if end is None:
        return []
    withdrawn = {event.withdraws for event in end.events if isinstance(event, Back)}
    met = questions_met(end.bundle, end.brought, end.events)
    return [Told(beat.section, beat.words, _said(beat, event), event.id in withdrawn) for beat, event in met]


def _said(beat: Beat, event: Answered | Skipped) -> str | None:
    if isinstance(event, Skipped):
        return None
    labels = {key: str(label) for key, label in beat.labels.items()}
    if isinstance(event.value, Mapping):
        return "\n".join(f"{labels[scale]}: {word}" for scale, word in event.value.items())
    return shown(event.value, labels)
