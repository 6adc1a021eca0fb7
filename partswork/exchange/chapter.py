"""One session as the pages tell it: what was put and said, whom it met, how stirred up one was."""

from __future__ import annotations

from dataclasses import dataclass

from partswork.exchange.choosing import parts_in
from partswork.journal import AnswerEntry, Journal, SessionSummary
from partswork.session.recording import LINE
from partswork.session.retelling import Told, retell


@dataclass(frozen=True, slots=True)
class Chapter:
    """A session to be told on a page.

    Attributes:
        summary: which one.
        parts: the ids of the parts its answers name, each once.
        distress: as said, in order; a number, `numb` or `unsure`.
        told: what was asked and answered, without what was left out or taken back, then lines for later.
        entries: the answers alone, as values.
        lines: the lines for later that were given.
    """

    summary: SessionSummary
    parts: tuple[str, ...]
    distress: tuple[int | str, ...]
    told: tuple[Told, ...]
    entries: tuple[AnswerEntry, ...]
    lines: tuple[str, ...]


def chapter(journal: Journal, summary: SessionSummary, *, retold: bool = True) -> Chapter:
    """Return a session to be told; without `retold` it has no `told`, and is quickly there."""
    records = journal.records(summary.id)
    entries = [
        entry for entry in journal.answers(summary.id) if not entry.abandoned and entry.value is not None
    ]
    told = retell(journal, summary.id) if retold else []
    lines = (record.body.get("text") for record in records if record.kind == LINE)
    return Chapter(
        summary,
        tuple(parts_in(records)),
        tuple(
            entry.value
            for entry in entries
            if entry.kind == "distress" and isinstance(entry.value, int | str)
        ),
        tuple(one for one in told if one.answer is not None and not one.abandoned),
        tuple(entries),
        tuple(line for line in lines if isinstance(line, str)),
    )
