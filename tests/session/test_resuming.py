"""A session that was left and taken up again goes on as if it had not been."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from partswork.catalogue.found import Found
from partswork.errors import ScriptUnusable
from partswork.guide import Beat, Ending
from partswork.journal import Journal
from partswork.session import Session, begin, resume, unfinished
from tests.guide.generating import Generated, scripts
from tests.guide.tape import Tape, tapes
from tests.practices import EVERY_KIND, TWO_QUESTIONS, Own
from tests.session.living import Deed, do, found, live
from tests.session.sitting import Clock, asked, give, kinds, live_values, to_question, words


class Interrupted:
    """A session that is left at moments a tape tells, and taken up again each time."""

    def __init__(self, script: Found, journal: Journal, leaving: Tape) -> None:
        self.session = begin(journal, script, Clock())
        self.owed = False
        self._script, self._journal, self._leaving = script, journal, leaving

    def do(self, deed: Deed, straight: Session) -> None:
        """Do what was done in the other, and perhaps leave; what was owed then is another course."""
        if self.owed:
            return
        do(self.session, deed)
        if isinstance(self.session.beat, Ending) or not self._leaving.chance(3):
            return
        with self.session:
            if self._leaving.chance(5):
                self.session.pause("asked")
        left = unfinished(self._journal, self._script, Clock())
        assert left is not None
        self.session = resume(self._journal, left, Clock())
        self.owed = left.owes
        # Calm beats come again on return; as many as were gone past are gone past again.
        while not self.owed and self.session._walk.past < straight._walk.past:
            self.session.go_past()
        assert self.owed or self.session.beat == straight.beat


@settings(max_examples=40)
@given(scripts(), tapes(80), tapes(60))
def test_leaving_anywhere_and_going_on_comes_to_the_same_as_going_straight_through(
    script: Generated, told: bytes, leaving: bytes
) -> None:
    with Journal.in_memory() as one, Journal.in_memory() as other:
        straight = begin(one, found(script), Clock())
        left = Interrupted(found(script), other, Tape(leaving))
        live(straight, Tape(told), lambda deed: left.do(deed, straight))
        if left.owed:
            beat = left.session.beat
            assert isinstance(beat, Beat)
            # Where grounding was under way already, it goes on.
            assert beat.interlude is not None
            return
        assert left.session.beat == straight.beat
        assert other.answers(left.session.id) == one.answers(straight.id)
        assert other.session(left.session.id).state == one.session(straight.id).state


def test_one_comes_back_to_the_question_with_the_calm_lines_before_it(
    journal: Journal, own: Own, now: Clock
) -> None:
    found = own.put("two", TWO_QUESTIONS)
    with begin(journal, found, now) as session:
        to_question(session)
        session.pause("asked")
    left = unfinished(journal, found, now)
    assert left is not None
    with resume(journal, left, now) as session:
        assert words(session) == "Here we are."
        give(session, "a", "b")
    assert live_values(journal, session.id) == [("mind", "a"), ("now_said", "b")]
    assert kinds(journal, session.id) == ["begun", "paused", "answered", "answered", "ended"]


def test_a_session_that_was_killed_is_unfinished_too(journal: Journal, own: Own, now: Clock) -> None:
    found = own.put("every-kind", EVERY_KIND)
    with begin(journal, found, now) as session:
        give(session, 3, "a")
    left = unfinished(journal, found, now)
    assert left is not None
    assert (left.summary.id, left.stale, left.owes, left.changed) == (session.id, False, False, False)
    assert asked(resume(journal, left, now)) == "warmth"


def test_only_the_newest_session_of_a_script_can_be_unfinished(
    journal: Journal, own: Own, now: Clock
) -> None:
    found, other = own.put("two", TWO_QUESTIONS), own.put("every-kind", EVERY_KIND)
    assert unfinished(journal, found, now) is None
    with begin(journal, found, now) as older:
        give(older, "a")
    with begin(journal, found, now) as newer:
        give(newer, "b")
    with begin(journal, other, now) as elsewhere:
        give(elsewhere, 3)
    left = unfinished(journal, found, now)
    assert left is not None
    assert left.summary.id == newer.id
    with resume(journal, left, now) as newer:
        give(newer, "c")
    assert unfinished(journal, found, now) is None
    assert journal.session(older.id).state == "paused"


def test_what_was_taken_back_stays_taken_back(journal: Journal, own: Own, now: Clock) -> None:
    found = own.put("two", TWO_QUESTIONS)
    with begin(journal, found, now) as session:
        give(session, "a")
        session.back()
    left = unfinished(journal, found, now)
    assert left is not None
    with resume(journal, left, now) as session:
        assert asked(session) == "mind"
        give(session, "b")
        assert words(session) == "You said: b. And now?"


def test_taking_up_what_another_has_finished_meanwhile_shows_its_end(
    journal: Journal, own: Own, now: Clock
) -> None:
    found = own.put("two", TWO_QUESTIONS)
    with begin(journal, found, now) as session:
        give(session, "a")
    left = unfinished(journal, found, now)
    assert left is not None
    with resume(journal, left, now) as session:
        give(session, "b")
    records = journal.records(session.id)
    for stale in (False, True):
        with resume(journal, replace(left, stale=stale), now) as session:
            assert isinstance(session.beat, Ending)
    assert journal.records(session.id) == records


def test_a_script_that_can_no_longer_be_walked_is_not_taken_up(
    journal: Journal, own: Own, now: Clock
) -> None:
    found = own.put("two", TWO_QUESTIONS)
    with begin(journal, found, now) as session:
        give(session, "a")
    left = unfinished(journal, found, now)
    assert left is not None
    _break_what_is_pinned(journal)
    assert unfinished(journal, found, now) is None
    with pytest.raises(ScriptUnusable):
        resume(journal, left, now)
    # And it is not held on to.
    assert not journal.is_leased(session.id)
    assert live_values(journal, session.id) == [("mind", "a")]


def _break_what_is_pinned(journal: Journal) -> None:
    with journal._vault.writing() as connection:
        connection.execute(
            "UPDATE record SET body = replace(body, 'save_as', 'kept_as') WHERE kind = 'script'"
        )
