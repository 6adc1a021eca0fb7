"""Records as lines of JSON: a header, then one record a line, in the journal's own order.

docs/export.md tells the form. `reading` reads it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from partswork.journal import Journal, Record, SessionSummary

FORMAT = 1
HEADER = "partswork-export"
KEYS = ("id", "clock", "at", "kind", "session", "body")


def lines(journal: Journal, chosen: Sequence[SessionSummary] | None) -> Iterator[str]:
    """Yield the lines, each with its end.

    Args:
        journal: where the records are.
        chosen: only these sessions, with the scripts they ran on and what is known of their parts; `None`:
            every record there is. What was deleted is told in either.
    """
    yield _written({HEADER: FORMAT})
    belongs = None if chosen is None else Belonging.to(journal, chosen)
    for record in journal.everything():
        if belongs is None or record in belongs:
            yield _written({key: value for key, value in asdict(record).items() if key in KEYS})


class Belonging:
    """Which records belong to some sessions."""

    def __init__(self, sessions: frozenset[str], pins: frozenset[str], parts: frozenset[str]) -> None:
        """Use `Belonging.to`."""
        self._sessions, self._pins, self._parts = sessions, pins, parts

    @classmethod
    def to(cls, journal: Journal, chosen: Sequence[SessionSummary]) -> Belonging:
        """Look through the sessions for the stored scripts and the parts they name."""
        pins: set[str] = set()
        parts: set[str] = set()
        for summary in chosen:
            records = journal.records(summary.id)
            parts.update(_parts_spoken_of(records))
            for record in records:
                named = record.body.get("pins")
                pins.update(str(pin) for pin in named.values()) if isinstance(named, dict) else None
        return cls(frozenset(summary.id for summary in chosen), frozenset(pins), frozenset(parts))

    def __contains__(self, record: Record) -> bool:
        about = {value for key in ("part", "other") if isinstance(value := record.body.get(key), str)}
        match record.kind:
            case "deleted":
                return True
            case "script":
                return record.id in self._pins
            case "part-named":
                # Perhaps in a session that is not among them, where it was first met.
                return about <= self._parts
            case "part-changed" | "part-related" if record.session is None:
                return about <= self._parts
            case _:
                return record.session in self._sessions


def _parts_spoken_of(records: Sequence[Record]) -> Iterator[str]:
    """Yield the ids of all parts that some records speak of, whatever was taken back."""
    for record in records:
        body: dict[str, Any] = dict(record.body)
        for about in (body, body.get("remember"), body.get("value")):
            if isinstance(about, dict):
                yield from (about[key] for key in ("part", "other") if isinstance(about.get(key), str))


def _written(line: dict[str, object]) -> str:
    return json.dumps(line, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"
