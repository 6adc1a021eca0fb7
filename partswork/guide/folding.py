"""Following events: the fold that a session is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from partswork.guide.beats import Beat, Ending
from partswork.guide.events import (
    Answered,
    Asked,
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
from partswork.guide.mover import Mover
from partswork.guide.taking_back import just_withdrawn, still_pending, withdrawn
from partswork.guide.values import Brought
from partswork.script.model import Bundle
from partswork.script.steps import Calm


class CannotFollow(Exception):
    """An event does not belong here: the script asks something else, or nothing more."""


def fold(bundle: Bundle, brought: Brought, events: Iterable[Event]) -> tuple[Mover, int]:
    """Return a mover where all these events lead to, and how many calm beats are gone past since the last.

    Those come again, except after Back: its question is put at once, with the answer it had.

    Raises:
        CannotFollow, DoesNotFit: an event does not belong to this script.
    """
    happened = tuple(events)
    mover, past = Mover(bundle, brought), 0
    gone = withdrawn(happened)
    for n, event in enumerate(happened):
        if isinstance(event, Back):
            mover.set_pending(still_pending(happened[:n]))
        elif not (isinstance(event, Answered | Skipped) and event.id in gone):
            apply(mover, event)
    taken = just_withdrawn(happened)
    if taken is not None:
        beat, past = to_question(mover, taken.asked)
        mover.beat = replace(beat, before=taken.value if isinstance(taken, Answered) else None)
    mover.arisen.clear()
    mover.set_pending(still_pending(happened))
    return mover, past


def questions_met(
    bundle: Bundle, brought: Brought, events: Iterable[Event]
) -> list[tuple[Beat, Answered | Skipped]]:
    """Return each question as it was put, with what was said to it; those taken back too.

    Raises:
        CannotFollow, DoesNotFit: an event does not belong to this script.
    """
    met: list[tuple[Beat, Answered | Skipped]] = []
    so_far: list[Event] = []
    mover = Mover(bundle, brought)
    for event in events:
        so_far.append(event)
        if isinstance(event, Back):
            mover, _ = fold(bundle, brought, so_far)
            continue
        if isinstance(event, Answered | Skipped):
            met.append((to_question(mover, event.asked)[0], event))
        apply(mover, event)
    return met


def apply(mover: Mover, event: Event) -> None:
    """Move on by one event that is not Back.

    Raises:
        CannotFollow, DoesNotFit: it does not belong here.
    """
    match event:
        case Answered(id, asked, value):
            to_question(mover, asked)
            mover.answer(id, value)
        case Skipped(id, asked):
            to_question(mover, asked)
            mover.answer(id, None)
        case Stopped() | Grounding() if isinstance(mover.beat, Ending):
            raise CannotFollow
        case Stopped(after):
            _go_past(mover, after)
            mover.stop()
        case Grounding(why, after):
            _go_past(mover, after)
            mover.ground(why)
        case Grounded():
            while mover.interlude in ("asked", "owed") and is_calm(mover):
                mover.go_past()
        case Ended(how, turned):
            _go_on(mover)
            if not isinstance(mover.beat, Ending):
                mover.end(how, turned)
        case Back() | Paused() | EnteredDeep():
            pass
        case _:
            assert_never(event)


def to_question(mover: Mover, asked: Asked) -> tuple[Beat, int]:
    """Go past calm beats to the question that was asked; return it and how many they were.

    Raises:
        CannotFollow: something else comes.
    """
    past = _go_on(mover)
    beat = mover.beat
    if not isinstance(beat, Beat) or beat.asked is None or not _same(beat.asked, asked):
        raise CannotFollow
    return beat, past


def _same(one: Asked, other: Asked) -> bool:
    """Whether two askings are of one question; its section may have been given another id since."""
    inside = one.section.partition("/")[2] == other.section.partition("/")[2]
    return inside and (one.name, one.kind) == (other.name, other.kind)


def _go_on(mover: Mover) -> int:
    """Go past calm beats to whatever else comes; return how many they were."""
    past = 0
    while is_calm(mover):
        mover.go_past()
        past += 1
    return past


def _go_past(mover: Mover, beats: int) -> None:
    for _ in range(beats):
        if is_calm(mover):
            mover.go_past()


def is_calm(mover: Mover) -> bool:
    """Whether the beat at hand asks nothing."""
    return isinstance(mover.beat, Beat) and isinstance(mover.beat.step, Calm)
