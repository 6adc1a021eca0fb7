"""Back: what may be withdrawn, and what stays whatever is withdrawn."""

from __future__ import annotations

from collections.abc import Iterable

from partswork.guide.events import (
    Answered,
    Back,
    Ended,
    EnteredDeep,
    Event,
    Grounded,
    Grounding,
    Paused,
    Skipped,
    Stopped,
)


def live(events: Iterable[Event]) -> list[Event]:
    """Return the events without the answers that were taken back."""
    happened = list(events)
    gone = withdrawn(happened)
    return [
        event
        for event in happened
        if not isinstance(event, Back) and not (isinstance(event, Answered | Skipped) and event.id in gone)
    ]


def withdrawn(events: Iterable[Event]) -> frozenset[str]:
    """Return the ids of the answers that were taken back."""
    return frozenset(event.withdraws for event in events if isinstance(event, Back))


def just_withdrawn(events: Iterable[Event]) -> Answered | Skipped | None:
    """Return the answer that was taken back last, None where something was done since."""
    done = [event for event in events if not isinstance(event, Paused | EnteredDeep)]
    if not done or not isinstance(done[-1], Back):
        return None
    id = done[-1].withdraws
    return next((event for event in done if isinstance(event, Answered | Skipped) and event.id == id), None)


def still_pending(events: Iterable[Event]) -> bool:
    """Whether grounding is owed: over all events in time, so that Back never clears it."""
    pending = False
    for event in events:
        if isinstance(event, EnteredDeep):
            pending = True
        elif isinstance(event, Grounded):
            pending = False
    return pending


def may_withdraw(events: tuple[Event, ...], sealing: frozenset[str]) -> str | None:
    """Return the id of the last answer, or None where it must stand.

    A refusal, and a distress that was high, can be corrected as a slip only until the next answer.
    Grounding that came in between settles what was said before it.

    Args:
        events: all that has happened.
        sealing: ids of live answers that refused or said high.
    """
    gone = withdrawn(events)
    last: str | None = None
    newest: str | None = None
    inside = False
    for event in events:
        match event:
            case Answered(id=id) | Skipped(id=id):
                newest = id
                last = last if id in gone else id
            case Grounding() | Stopped() | Ended():
                last, inside = None, isinstance(event, Grounding)
            case Grounded() if inside:
                last, inside = None, False
            case _:
                pass
    return None if last in sealing and newest != last else last
