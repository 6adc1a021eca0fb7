"""Resuming: what a session comes to does not depend on whether it was left on the way."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from partswork.guide import Answered, CannotFollow, DoesNotFit, Skipped, replay
from tests.guide.generating import Generated, generate, scripts
from tests.guide.living import Life, after, alike, live_through, taken_up
from tests.guide.tape import tapes
from tests.guide.witness import owes_grounding


@settings(max_examples=90)
@given(scripts(), tapes(140), st.lists(st.integers(0), min_size=1, max_size=3))
def test_leaving_anywhere_and_going_on_gives_what_going_straight_through_gives(
    script: Generated, told: bytes, cuts: list[int]
) -> None:
    life = live_through(script.bundle, script.brought, told)
    for cut in cuts:
        n = cut % len(life.walks)
        _same_from(life, n)


@settings(max_examples=60)
@given(scripts(), tapes(140))
def test_a_session_left_at_every_moment_is_taken_up_where_it_was(script: Generated, told: bytes) -> None:
    life = live_through(script.bundle, script.brought, told)
    for walk in life.walks:
        taken_up(walk)


@settings(max_examples=60)
@given(scripts(), tapes(140))
def test_grounding_is_owed_just_as_the_events_tell_it(script: Generated, told: bytes) -> None:
    for walk in live_through(script.bundle, script.brought, told).walks:
        assert walk.state.pending == owes_grounding(walk.events)


@settings(max_examples=80)
@given(tapes(260), tapes(140), st.integers(0, 259), st.integers(1, 255))
def test_in_an_edited_script_events_are_followed_or_told_not_to_fit(
    written: bytes, told: bytes, at: int, change: int
) -> None:
    script = generate(written)
    edited = bytearray(written.ljust(at + 1, b"\0"))
    edited[at] = (edited[at] + change) % 256
    newer = generate(bytes(edited)).bundle
    events = live_through(script.bundle, script.brought, told).walk.events
    followed = 0
    for n in range(len(events) + 1):
        try:
            replay(newer, script.brought, events[:n])
        except (CannotFollow, DoesNotFit):
            break
        followed = n
    # Up to the first that does not fit, they lead to a place that one can go on from.
    kept = [event for event in events[:followed] if isinstance(event, Answered | Skipped)]
    walk = replay(newer, script.brought, events[:followed])
    assert [event for event in walk.events if isinstance(event, Answered | Skipped)] == kept


def _same_from(life: Life, n: int) -> None:
    """Take a session up at one moment and do all that was done from there on."""
    walk = taken_up(life.walks[n])
    for act, straight in zip(life.acts[n:], life.walks[n + 1 :], strict=True):
        walk = after(walk, act)
        assert alike(walk, straight)
        assert walk.past == straight.past
        assert walk.can_go_back == straight.can_go_back
