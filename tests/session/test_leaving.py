"""Coming back: consent does not keep, and what was left deep is grounded first."""

from __future__ import annotations

import pytest

from partswork.guide import Beat, Ending
from partswork.journal import Journal
from partswork.session import Session, Unfinished, begin, resume, unfinished
from tests.practices import ACROSS, TWO_QUESTIONS, Own
from tests.session.sitting import Clock, asked, bodies, give, kinds, live_values, to_end, to_question, words


def _left(
    journal: Journal, own: Own, now: Clock, *given: int | str, away: float, id: str = "across"
) -> Unfinished:
    """Begin a session, answer, leave it for so many minutes, and return what is left."""
    with begin(journal, own.put(id, ACROSS if id == "across" else TWO_QUESTIONS), now) as session:
        give(session, *given)
        session.pause("asked")
    now.wait(away)
    left = unfinished(journal, own.find(id), now)
    assert left is not None
    return left


def _interlude(session: Session) -> str | None:
    assert isinstance(session.beat, Beat)
    return session.beat.interlude


@pytest.mark.parametrize(
    ("given", "away", "stale"),
    [
        ((2,), 29.9, False),
        ((2,), 30, False),
        ((2,), 30.1, True),
        ((2,), 60 * 24 * 400, True),
        # Nothing was consented to yet.
        ((), 60 * 24, False),
        # The clock was set back meanwhile.
        ((2,), -600, False),
    ],
)
def test_a_gate_answered_more_than_half_an_hour_ago_is_stale(
    memory: Journal, own: Own, now: Clock, given: tuple[int, ...], away: float, stale: bool
) -> None:
    assert _left(memory, own, now, *given, away=away).stale is stale


def test_where_no_gate_was_answered_a_session_stays_fresh(memory: Journal, own: Own, now: Clock) -> None:
    left = _left(memory, own, now, "a", away=60 * 24 * 30, id="two")
    assert not left.stale
    assert asked(resume(memory, left, now)) == "now_said"


def test_a_gate_taken_back_is_no_gate(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("across", ACROSS), now) as session:
        give(session, 2)
        session.back()
    now.wait(60)
    left = unfinished(memory, own.find("across"), now)
    assert left is not None
    assert not left.stale


def test_being_away_is_counted_from_the_last_that_was_kept(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("across", ACROSS), now) as session:
        give(session, 2)
        now.wait(25)
        give(session, "given")
    now.wait(25)
    left = unfinished(memory, own.find("across"), now)
    assert left is not None
    assert not left.stale


def test_what_is_stale_is_closed_gently(memory: Journal, own: Own, now: Clock) -> None:
    left = _left(memory, own, now, 2, away=31)
    with resume(memory, left, now) as session:
        assert _interlude(session) == "stopping"
        to_end(session)
        assert isinstance(session.beat, Ending)
    assert kinds(memory, session.id) == ["begun", "answered", "paused", "stopped", "grounded", "ended"]
    assert live_values(memory, session.id) == [("distress", 2)]
    assert memory.session(session.id).state == "stopped"
    assert unfinished(memory, own.find("across"), now) is None


def test_what_became_stale_while_one_was_asked_is_closed_gently(
    memory: Journal, own: Own, now: Clock
) -> None:
    left = _left(memory, own, now, 2, away=10)
    assert not left.stale
    # The question whether to go on stood there all night.
    now.wait(60 * 9)
    assert _interlude(resume(memory, left, now)) == "stopping"


def test_one_can_begin_again_and_the_words_are_kept(memory: Journal, own: Own, now: Clock) -> None:
    left = _left(memory, own, now, 2, away=31)
    with begin(memory, own.find("across"), now) as session:
        assert asked(session) == "distress"
    assert live_values(memory, left.summary.id) == [("distress", 2)]
    assert memory.session(left.summary.id).state == "paused"


def test_what_was_left_deep_is_grounded_first_and_gone_on_with(memory: Journal, own: Own, now: Clock) -> None:
    left = _left(memory, own, now, 2, "given", "a door", away=5)
    assert (left.owes, left.stale) == (True, False)
    with resume(memory, left, now) as session:
        assert _interlude(session) == "owed"
        assert words(session) == "Look around the room."
        session.go_past()
        assert asked(session) == "after_that"
    assert bodies(memory, session.id, "grounding") == [{"why": "owed", "after": 0}]
    # And where it goes on is deep again.
    assert kinds(memory, session.id)[-3:] == ["grounding", "grounded", "entered-deep"]


def test_what_was_left_deep_and_is_stale_is_only_grounded(memory: Journal, own: Own, now: Clock) -> None:
    left = _left(memory, own, now, 2, "given", "a door", away=31)
    assert (left.owes, left.stale) == (True, True)
    with resume(memory, left, now) as session:
        assert _interlude(session) == "stopping"
        to_end(session)
    assert kinds(memory, session.id)[-3:] == ["stopped", "grounded", "ended"]


def test_leaving_again_before_the_grounding_is_over_owes_it_again(
    memory: Journal, own: Own, now: Clock
) -> None:
    left = _left(memory, own, now, 2, "given", "a door", away=5)
    with resume(memory, left, now) as session:
        assert _interlude(session) == "owed"
    left_again = unfinished(memory, own.find("across"), now)
    assert left_again is not None
    assert left_again.owes
    with resume(memory, left_again, now) as session:
        assert _interlude(session) == "owed"
        session.go_past()
        assert asked(session) == "after_that"
    assert kinds(memory, session.id).count("grounded") == 1


def test_a_stop_that_was_left_goes_on_as_a_stop(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("across", ACROSS), now) as session:
        give(session, 2, "given", "a door")
        session.stop()
    for away in (5, 60):
        now.wait(away)
        left = unfinished(memory, own.find("across"), now)
        assert left is not None
        with resume(memory, left, now) as session:
            assert _interlude(session) == "stopping"
    assert kinds(memory, session.id).count("stopped") == 1


def test_grounding_on_demand_comes_back_to_the_same_step(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("two", TWO_QUESTIONS), now)
    beat = to_question(session)
    session.ground()
    assert not session.can_ground
    session.ground()
    session.go_past()
    assert session.beat == beat
    assert kinds(memory, session.id) == ["begun", "grounding", "grounded"]


def test_stopping_while_grounding_was_asked_for_ends_after_it(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("two", TWO_QUESTIONS), now)
    session.ground()
    session.stop()
    assert _interlude(session) == "stopping"
    session.go_past()
    assert isinstance(session.beat, Ending)
