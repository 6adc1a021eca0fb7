"""Which answers no longer count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from partswork.journal.records import kinds
from partswork.journal.records.body import text_in, texts_in
from partswork.journal.records.record import Record


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The ids of records of a session that no longer count, by what happened to them.

    Attributes:
        back: taken back by a `back` that itself still counts.
        left: abandoned when the session moved to another version of its script.
    """

    back: frozenset[str]
    left: frozenset[str]

    def __contains__(self, id: str) -> bool:
        return id in self.back or id in self.left


def withdrawn(records: Iterable[Record]) -> Withdrawn:
    """Return what no longer counts among the records of one session."""
    backs: list[Record] = []
    left: set[str] = set()
    for record in records:
        if record.kind == kinds.BACK:
            backs.append(record)
        elif record.kind == kinds.MOVED:
            left.update(texts_in(record.body, "abandons"))
    taken = (text_in(back.body, "withdraws") for back in backs if back.id not in left)
    return Withdrawn(frozenset(id for id in taken if id is not None), frozenset(left))
