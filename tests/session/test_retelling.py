"""A session told again has every question that was put, and everything that was said."""

from __future__ import annotations

from hypothesis import given, settings

from partswork.guide import Beat, PartGiven
from partswork.journal import Journal
from partswork.script.steps import Question
from partswork.session import begin, resume, unfinished
from partswork.session.retelling import retell
from tests.guide.generating import Generated, scripts
from tests.guide.tape import Tape, tapes
from tests.practices import EVERY_KIND, TWO_QUESTIONS, Own
from tests.session.living import Deed, found, live
from tests.session.sitting import Clock, give

WATCHMAN = PartGiven("5d0c9e7a41b84f2296d3f8107ac2be64", "The Watchman")


def test_questions_are_told_in_the_scripts_words_and_answers_in_the_persons(
    journal: Journal, own: Own, now: Clock
) -> None:
    session = begin(journal, own.put("every-kind", EVERY_KIND), now)
    said = (
        3,
        None,
        5,
        "left",
        ("rain", "wind"),
        {"calm": "some", "clear": "far"},
        WATCHMAN,
        ("chest", "feet"),
    )
    give(session, *said)
    told = [(one.section, str(one.words), one.answer) for one in retell(journal, session.id)]
    assert told == [
        ("first", "How stirred up are you?", "3"),
        ("first", "What is on your mind?", None),
        ("first", "How warm is it?", "5"),
        ("first", "Which way?", "To the left"),
        ("first", "What do you hear?", "The wind and The rain"),
        ("second", "How is it today?", "Calm: some\nClear: far"),
        ("second", "Who is near?", "The Watchman"),
        ("second", "Where is The Watchman?", "chest and feet"),
    ]


def test_what_was_taken_back_is_told_and_marked(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("two", TWO_QUESTIONS), now)
    give(session, "one", "then")
    session = begin(memory, own.find("two"), now)
    give(session, "one")
    session.back()
    give(session, "other", None)
    told = [(str(one.words), one.answer, one.abandoned) for one in retell(memory, session.id)]
    assert told == [
        ("What is on your mind?", "one", True),
        ("What is on your mind?", "other", False),
        ("You said: other. And now?", None, False),
    ]


def test_what_did_not_fit_a_newer_version_is_told_and_marked(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("two", TWO_QUESTIONS), now) as session:
        give(session, "one")
    newer = own.put(
        "two", TWO_QUESTIONS.replace("save_as: mind", "save_as: thought").replace("${mind", "${thought")
    )
    left = unfinished(memory, newer, now)
    assert left is not None
    with resume(memory, left, now, into=newer) as session:
        give(session, "other")
    told = [(str(one.words), one.answer, one.abandoned) for one in retell(memory, session.id)]
    assert told == [("mind", "one", True), ("What is on your mind?", "other", False)]


def test_what_a_script_can_no_longer_tell_is_told_by_its_name(memory: Journal, own: Own, now: Clock) -> None:
    with begin(memory, own.put("every-kind", EVERY_KIND), now) as session:
        give(session, 3, "words", 5, "left", ("rain",), {"calm": "some"}, WATCHMAN, ("chest",))
    with memory._vault.writing() as connection:
        connection.execute(
            "UPDATE record SET body = replace(body, 'partswork: 1', 'partswork: 9') WHERE kind = 'script'"
        )
    told = [(str(one.words), one.answer) for one in retell(memory, session.id)]
    assert told == [
        ("distress", "3"),
        ("mind", "words"),
        ("warmth", "5"),
        ("way", "left"),
        ("heard", "rain"),
        ("weather", "calm: some"),
        ("near", "The Watchman"),
        ("where", "chest"),
    ]


@settings(max_examples=40)
@given(scripts(), tapes(100))
def test_every_question_that_was_answered_is_told_as_it_was_put(script: Generated, told: bytes) -> None:
    with Journal.in_memory() as journal:
        session = begin(journal, found(script), Clock())
        shown: list[tuple[str, str]] = []
        here = [session.beat]

        def note(deed: Deed) -> None:
            before = here[-1]
            if (
                deed[0] in ("answer", "skip")
                and isinstance(before, Beat)
                and isinstance(before.step, Question)
            ):
                shown.append((before.section, str(before.words)))
            here.append(session.beat)

        live(session, Tape(told), note)
        retold = retell(journal, session.id)
        assert [(one.section, str(one.words)) for one in retold] == shown
        live_answers = [one.value for one in journal.answers(session.id) if not one.abandoned]
        left_out = [one.answer is None for one in retold if not one.abandoned]
        assert left_out == [value is None for value in live_answers]
