"""What the guide calls an event, the journal keeps as a record: the way there and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

from partswork.cleaning import clean
from partswork.guide import (
    Answered,
    Asked,
    Back,
    Ended,
    EnteredDeep,
    Event,
    Grounded,
    Grounding,
    PartGiven,
    Paused,
    Skipped,
    Stopped,
    Value,
)
from partswork.journal import JSON, NewRecord, Record, new_id

LINE = "line"
"""The kind of record, and the draft, of a line added for later after a session has ended."""


def record_of(
    event: Event, session: str, at: str, *, remember: Mapping[str, JSON] | None = None
) -> NewRecord:
    """Return the record of an event.

    Args:
        event: what happened.
        session: the id of the session.
        at: when, ISO 8601 with offset.
        remember: for an answer that a part keeps: `field`, `part` (its id), perhaps `text`.
    """
    body: dict[str, JSON]
    id = new_id()
    match event:
        case Answered(id, asked, value):
            kind, body = "answered", {**_question(asked), "value": _value(value)}
            if remember is not None:
                body["remember"] = remember
        case Skipped(id, asked):
            kind, body = "skipped", _question(asked)
        case Back(withdraws):
            kind, body = "back", {"withdraws": withdraws}
        case Stopped(after):
            kind, body = "stopped", {"after": after}
        case Paused(why):
            kind, body = "paused", {"why": why}
        case Grounding(why, after):
            kind, body = "grounding", {"why": why, "after": after}
        case Grounded():
            kind, body = "grounded", {}
        case EnteredDeep(section):
            kind, body = "entered-deep", {"section": section}
        case Ended(how, turned):
            kind, body = "ended", {"how": how} | ({"turned": turned} if turned else {})
        case _:
            assert_never(event)
    return NewRecord(id, at, kind, session, body)


def events_of(records: list[Record]) -> tuple[Event, ...]:
    """Return the events of a session; records that are none, or of kinds not known here, are left out.

    What was given after a script had changed, and did not fit the new one, is left out too.
    """
    gone = abandoned(records)
    found = (event_of(record) for record in records if record.id not in gone)
    return tuple(event for event in found if event is not None)


def abandoned(records: list[Record]) -> frozenset[str]:
    """Return the ids of records that did not fit a newer version of the script."""
    bodies: list[Mapping[str, Any]] = [record.body for record in records if record.kind == "moved"]
    return frozenset(id for body in bodies for id in body["abandons"])


def event_of(record: Record) -> Event | None:
    """Return the event a record keeps, None where it keeps none."""
    body: Mapping[str, Any] = record.body
    match record.kind:
        case "answered":
            return Answered(record.id, _asked(body), _given(body["kind"], body["value"]))
        case "skipped":
            return Skipped(record.id, _asked(body))
        case "back":
            return Back(body["withdraws"])
        case "stopped":
            return Stopped(body.get("after", 0))
        case "paused":
            return Paused(body["why"])
        case "grounding":
            return Grounding(body["why"], body.get("after", 0))
        case "grounded":
            return Grounded()
        case "entered-deep":
            return EnteredDeep(body["section"])
        case "ended":
            return Ended(body["how"], body.get("turned"))
        case _:
            return None


def cleaned(value: Value) -> Value:
    """Return an answer with every text in it as the journal keeps it."""
    match value:
        case str():
            return clean(value)
        case tuple():
            return tuple(clean(one) for one in value)
        case PartGiven(id, name):
            return PartGiven(id, clean(name))
        case Mapping():
            return {key: clean(word) for key, word in value.items()}
        case _:
            return value


def _question(asked: Asked) -> dict[str, JSON]:
    return {"section": asked.section, "name": asked.name, "visit": asked.visit, "kind": asked.kind}


def _asked(body: Mapping[str, Any]) -> Asked:
    return Asked(body["section"], body["name"], body["visit"], body["kind"])


def _value(value: Value) -> JSON:
    match value:
        case PartGiven(id, name):
            return {"part": id, "name": name}
        case tuple():
            return list(value)
        case Mapping():
            return dict(value)
        case _:
            return value


def _given(kind: str, value: Any) -> Value:
    match kind:
        case "name_part":
            return PartGiven(value["part"], value["name"])
        case "choose" | "locate" if isinstance(value, list):
            return tuple(value)
        case "scan":
            return dict(value)
        case _:
            return value  # type: ignore[no-any-return]
