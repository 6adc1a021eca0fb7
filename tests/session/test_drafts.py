"""What is being written is kept beside the question, and goes with its answer."""

from __future__ import annotations

import pytest

from partswork.journal import Journal
from partswork.session import begin, demonstrate, resume, unfinished
from tests.journal.sitting import tables
from tests.practices import TWO_QUESTIONS, Own, practice
from tests.session.sitting import Clock, give, to_question


def _rows(journal: Journal) -> int:
    return len(tables(journal, "draft")["draft"])


def test_a_draft_outlives_the_session_object(journal: Journal, own: Own, now: Clock) -> None:
    found = own.put("two", TWO_QUESTIONS)
    with begin(journal, found, now) as session:
        to_question(session)
        session.keep_draft("half a")
        session.keep_draft("half a sent\x07ence\r\nand")
    left = unfinished(journal, found, now)
    assert left is not None
    with resume(journal, left, now) as session:
        to_question(session)
        assert session.draft == "half a sentence\nand"


@pytest.mark.parametrize("given", ["half a sentence", None])
def test_a_draft_goes_with_its_answer(memory: Journal, own: Own, now: Clock, given: str | None) -> None:
    session = begin(memory, own.put("two", TWO_QUESTIONS), now)
    to_question(session)
    session.keep_draft("half a sentence")
    give(session, given)
    assert _rows(memory) == 0
    assert session.draft == ""
    session.keep_draft("the next")
    assert (session.draft, _rows(memory)) == ("the next", 1)


def test_grounding_and_leaving_keep_the_draft(memory: Journal, own: Own, now: Clock) -> None:
    found = own.put("two", TWO_QUESTIONS)
    with begin(memory, found, now) as session:
        to_question(session)
        session.keep_draft("half a sentence")
        session.ground()
        assert session.draft == ""
        to_question(session)
        assert session.draft == "half a sentence"
        session.pause("asked")
    left = unfinished(memory, found, now)
    assert left is not None
    session = resume(memory, left, now)
    to_question(session)
    assert session.draft == "half a sentence"


def test_each_asking_has_a_draft_of_its_own(memory: Journal, own: Own, now: Clock) -> None:
    steps = """\
        - repeat_until: word is answered
          at_most: 3
          steps:
            - ask: |
                A word?
              save_as: word
              optional: yes
        """
    session = begin(memory, own.put("words", practice("words", steps)), now)
    give(session, None)
    session.keep_draft("second")
    session.back()
    assert session.draft == ""
    give(session, None)
    assert session.draft == "second"


def test_going_back_offers_the_answer_and_no_old_draft(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("two", TWO_QUESTIONS), now)
    to_question(session)
    session.keep_draft("half")
    give(session, "whole")
    to_question(session)
    session.keep_draft("something for the second")
    session.back()
    assert session.draft == ""
    give(session, "whole after all")
    to_question(session)
    assert session.draft == "something for the second"


def test_at_a_calm_beat_nothing_is_written(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("two", TWO_QUESTIONS), now)
    session.keep_draft("nowhere")
    assert (session.draft, _rows(memory)) == ("", 0)


def test_a_demonstration_has_drafts_too(own: Own, now: Clock) -> None:
    session = demonstrate(own.put("two", TWO_QUESTIONS), now)
    to_question(session)
    session.keep_draft("half")
    assert session.draft == "half"
