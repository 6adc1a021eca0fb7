"""Whatever is thrown at a session, in whatever order: it is followed, or told not to belong."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from hypothesis import given, settings

from partswork.guide import (
    Answered,
    Asked,
    Back,
    Beat,
    CannotFollow,
    DoesNotFit,
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
    Walk,
    begin,
    replay,
)
from tests.guide.generating import Generated, scripts
from tests.guide.living import live_through, taken_up
from tests.guide.tape import Tape, tapes
from tests.guide.witness import owes_grounding

VALUES: tuple[Value, ...] = (
    *("", " ", "given", "refused", "open", "numb", "unsure", "words", 0, 3, 7, -1, 11, 10**9),
    *((), ("head",), ("belly", "head", "head"), ("", "chest"), ("unknown",)),
    *({}, {"calm": "some"}, {"calm": "unheard of"}, {"unknown": "some"}),
    *(PartGiven("p1", "the Watchman"), PartGiven("p2", " "), PartGiven("p3", "x" * 201)),
)


@settings(max_examples=100)
@given(scripts(), tapes(400))
def test_an_event_is_followed_or_told_not_to_belong(script: Generated, told: bytes) -> None:
    tape = Tape(told)
    walk = begin(script.bundle, script.brought)
    while not tape.over:
        before = walk
        try:
            walk = walk.passed() if tape.chance(3) else walk.follow(_any_event(walk, tape, walk.past))
        except (CannotFollow, DoesNotFit):
            assert walk is before
        assert walk.state.pending == owes_grounding(walk.events)
    taken_up(walk)


@settings(max_examples=100)
@given(scripts(), tapes(140), tapes(60))
def test_a_record_in_any_order_is_followed_or_told_not_to_belong(
    script: Generated, told: bytes, shuffling: bytes
) -> None:
    events = list(live_through(script.bundle, script.brought, told).walk.events)
    tape = Tape(shuffling)
    while not tape.over and events:
        one, other = tape.below(len(events)), tape.below(len(events))
        match tape.below(4):
            case 0:
                events[one], events[other] = events[other], events[one]
            case 1:
                events.insert(other, events[one])
            case 2:
                del events[one]
            case _:
                walk = begin(script.bundle, script.brought)
                events.insert(one, _any_event(walk, tape, tape.below(5)))
        with suppress(CannotFollow, DoesNotFit):
            replay(script.bundle, script.brought, events)


def _any_event(walk: Walk, tape: Tape, past: int) -> Event:
    id = f"a{len(walk.events)}"
    back = walk.can_go_back
    choices: tuple[Event, ...] = (
        *[Answered(id, _any_asked(walk, tape), tape.pick(VALUES))] * 8,
        *[Skipped(id, _any_asked(walk, tape))] * 2,
        Back(back if back is not None and tape.chance(8) else tape.pick(("a0", "a1", "unheard of"))),
        Stopped(past),
        Paused("asked"),
        Grounding(tape.pick(("asked", "owed")), past),
        Grounded(),
        EnteredDeep("deep-one"),
        Ended(tape.pick(("complete", "people", "stopped")), tape.pick((None, "high"))),
    )
    return tape.pick(choices)


def _any_asked(walk: Walk, tape: Tape) -> Asked:
    """Return the question at hand, mostly; else one that is close to it or an older one."""
    beat = walk.beat
    older = [event.asked for event in walk.events if isinstance(event, Answered | Skipped)]
    if not isinstance(beat, Beat) or beat.asked is None or tape.chance(2):
        return tape.pick(older or [Asked("asking", "leave", 1, "choose")])
    match tape.below(8):
        case 0:
            return replace(beat.asked, section="elsewhere/unblending")
        case 1:
            return replace(beat.asked, name="worry")
        case 2:
            return replace(beat.asked, kind="ask")
        case _:
            return beat.asked
