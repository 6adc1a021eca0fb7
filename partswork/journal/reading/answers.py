"""The answers of one session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from partswork.journal.projections.parts import NAME, part_answered
from partswork.journal.records import kinds
from partswork.journal.records.body import mapping_in, text_in
from partswork.journal.records.record import JSON, Record
from partswork.journal.records.withdrawn import withdrawn


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """One answer, or one question left out.

    Attributes:
        name: the lasting name the script gives it (`save_as`, or `distress`).
        section: where it was asked; inside a shared script `meeting/unblending`.
        visit: which time it was asked, from 1.
        kind: the kind of the question.
        value: as said; a part's is its name, a scan's a mapping, `None` if it was left out.
        abandoned: it was taken back, or the script was changed under it.
    """

    name: str
    section: str
    visit: int
    kind: str
    value: JSON
    abandoned: bool


def answers_in(records: Iterable[Record]) -> list[AnswerEntry]:
    """Return the answers among the records of one session, in order.

    Every answer appears, abandoned or not. A question left out appears unless that was taken back.
    """
    kept = list(records)
    gone = withdrawn(kept)
    entries = []
    for record in kept:
        if record.kind == kinds.ANSWERED:
            entries.append(_entry(record, _value(record), record.id in gone))
        elif record.kind == kinds.SKIPPED and record.id not in gone.back:
            entries.append(_entry(record, None, record.id in gone))
    return entries


def _entry(record: Record, value: JSON, abandoned: bool) -> AnswerEntry:
    body = record.body
    visit = body.get("visit")
    return AnswerEntry(
        name=text_in(body, "name") or "",
        section=text_in(body, "section") or "",
        visit=visit if isinstance(visit, int) else 1,
        kind=text_in(body, "kind") or "",
        value=value,
        abandoned=abandoned,
    )


def _value(record: Record) -> JSON:
    if part_answered(record) is not None:
        return text_in(mapping_in(record.body, "value"), NAME)
    return record.body.get("value")
