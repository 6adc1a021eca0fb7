"""Following events: the fold that a session is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from partswork.guide.beats import Beat
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
from partswork.guide.taking_back import live
from partswork.guide.values import Brought
from partswork.script.model import Bundle
from partswork.script.steps import Calm


class CannotFollow(Exception):
    """An event does not belong here: the script asks something else, or nothing more."""


def fold(bundle: Bundle, brought: Brought, events: Iterable[Event]) -> Mover:
    """Return a mover at the beat that all these events lead to.

    Raises:
        CannotFollow, DoesNotFit: an event does not belong to this script.
    """
    mover = Mover(bundle, brought)
    for event in live(events):
        apply(mover, event)
    return mover


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
            mover = fold(bundle, brought, so_far)
            continue
        if isinstance(event, Answered | Skipped):
            met.append((to_question(mover, event.asked), event))
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
            mover.end(how, turned)
        case Back() | Paused() | EnteredDeep():
            pass
        case _:
            assert_never(event)


def to_question(mover: Mover, asked: Asked) -> Beat:
    """Go past calm beats to the question that was asked, and return it."""
    while is_calm(mover):
        mover.go_past()
    beat = mover.beat
    if not isinstance(beat, Beat) or beat.asked is None or not _same(beat.asked, asked):
        raise CannotFollow
    return beat


def _same(one: Asked, other: Asked) -> bool:
    """Whether two askings are of one question; its section may have been given another id since."""
    inside = one.section.partition("/")[2] == other.section.partition("/")[2]
    return inside and (one.name, one.kind) == (other.name, other.kind)


def _go_past(mover: Mover, beats: int) -> None:
    for _ in range(beats):
        if is_calm(mover):
            mover.go_past()


def is_calm(mover: Mover) -> bool:
    """Whether the beat at hand asks nothing."""
    return isinstance(mover.beat, Beat) and isinstance(mover.beat.step, Calm)
