"""Back: the record says which answer it takes back, and the answer stays, marked."""

from __future__ import annotations

import pytest

from partswork.errors import CannotTake
from partswork.guide import Beat
from partswork.journal import Journal
from partswork.session import begin
from tests.practices import ACROSS, TWO_QUESTIONS, Own, practice
from tests.session.sitting import Clock, asked, give, kinds, live_values, words


def test_the_record_says_which_answer_was_taken_back(journal: Journal, own: Own, now: Clock) -> None:
    session = begin(journal, own.put("two", TWO_QUESTIONS), now)
    give(session, "one")
    session.back()
    given, back = journal.records(session.id)[-2:]
    assert (given.kind, back.kind, back.body) == ("answered", "back", {"withdraws": given.id})
    give(session, "other")
    told = [(one.value, one.abandoned, one.visit) for one in journal.answers(session.id)]
    assert told == [("one", True, 1), ("other", False, 1)]
    assert words(session) == "You said: other. And now?"


def test_the_answer_taken_back_is_offered_again(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("two", TWO_QUESTIONS), now)
    give(session, "one")
    session.back()
    assert isinstance(session.beat, Beat)
    assert (asked(session), session.beat.before) == ("mind", "one")


def test_a_question_passed_over_can_be_gone_back_to(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("two", TWO_QUESTIONS), now)
    give(session, None)
    session.back()
    give(session, "after all")
    assert live_values(memory, session.id) == [("mind", "after all")]


def test_back_goes_as_far_as_the_beginning(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("across", ACROSS), now)
    give(session, 2, "given", "a door")
    for name, number in (("seen", 3), ("leave", 2), ("distress", 1)):
        assert session.can_go_back
        session.back()
        assert (asked(session), session.number) == (name, number)
    assert not session.can_go_back
    with pytest.raises(CannotTake):
        session.back()
    assert kinds(memory, session.id).count("back") == 3


def test_a_refusal_can_be_corrected_only_until_the_next_answer(memory: Journal, own: Own, now: Clock) -> None:
    steps = """\
        - choose: |
            Is it all right?
          save_as: leave
          options:
            - given: Yes
            - refused: No
              refusal: yes
        - ask: |
            What is it afraid of?
          save_as: worry
        - ask: |
            And what else?
          save_as: further
        """
    session = begin(memory, own.put("leave", practice("leave", steps)), now)
    give(session, "refused")
    session.back()
    give(session, "refused", "mornings")
    # What came after it can be taken back; it cannot.
    session.back()
    assert not session.can_go_back
    with pytest.raises(CannotTake):
        session.back()
    assert live_values(memory, session.id) == [("leave", "refused")]


def test_deep_stays_entered_whatever_is_taken_back(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("across", ACROSS), now)
    give(session, 2, "given", "a door")
    session.back()
    session.back()
    session.stop()
    session.go_past()
    assert kinds(memory, session.id)[-3:] == ["stopped", "grounded", "ended"]
