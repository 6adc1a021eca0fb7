"""Coming back to what was left: what is offered, and what comes first."""

from __future__ import annotations

import signal

from partswork.wording import commands as command_words
from partswork.wording import plain as words
from partswork.wording import session as session_words
from tests.plain.kept import answers, sessions, state, values
from tests.plain.scripts import DEEP, LOOKING, TWO_WORDS, own, own_in_sections
from tests.terminal.person import Person, until


def sits(*arguments: str, **environment: str) -> Person:
    return Person("run", "--plain", "mine", *arguments, environment=environment)


def leaves_deep_work(**environment: str) -> None:
    """Leave by a crash where grounding is owed."""
    own_in_sections("mine", DEEP, depth="deep")
    with sits(**environment) as person:
        person.answers("2").answers("given").sees("What is there?").is_asked()
        person.sends(signal.SIGKILL).left_with()


def test_after_deep_work_the_room_comes_first() -> None:
    leaves_deep_work()
    with sits() as person:
        person.sees(words.OWES, words.CONTINUE).answers()
        person.sees(session_words.INTERLUDES["owed"] or "", LOOKING).answers()
        person.sees("How is it now?").answers("2")
        person.sees(session_words.returned("owed"), "What is there?").answers("a stone").answers()
        person.sees(LOOKING).answers().answers("1").sees("And now?").answers("1")
        assert person.left_with() == 0
    assert (state(), values()["found"]) == ("complete", "a stone")


def test_beginning_again_after_deep_work_grounds_before_it_begins() -> None:
    leaves_deep_work()
    with sits() as person:
        person.sees(words.BEGIN_AGAIN).answers("2").sees(LOOKING).answers().answers("2")
        person.sees("Saved as", "How stirred up?").answers("/pause").left_with()
    assert [one.state for one in sessions()] == ["paused", "stopped"]


def test_leaving_while_it_grounds_begins_nothing() -> None:
    leaves_deep_work()
    with sits() as person:
        person.sees(words.BEGIN_AGAIN).answers("2").sees(LOOKING).is_asked().types("\x03")
        assert person.left_with() == 130
    assert [one.state for one in sessions()] == ["paused"]


def test_within_half_an_hour_it_goes_on() -> None:
    leaves_deep_work(PARTSWORK_NOW="2026-11-22T08:00:00+01:00")
    with sits(PARTSWORK_NOW="2026-11-22T08:29:00+01:00") as person:
        person.sees(words.CONTINUE, words.BEGIN_AGAIN).answers("/nothing")
        person.sees(words.which_way(2)).answers("1").sees(LOOKING).answers().answers("2")
        person.sees("What is there?").is_asked()


def test_after_half_an_hour_it_is_closed_gently_or_begun_again() -> None:
    leaves_deep_work(PARTSWORK_NOW="2026-11-22T08:00:00+01:00")
    with sits(PARTSWORK_NOW="2026-11-22T08:31:00+01:00") as person:
        person.sees(words.STALE, f"1. {words.CLOSE_GENTLY}", f"2. {words.BEGIN_AGAIN}").answers()
        person.sees(session_words.INTERLUDES["stopping"] or "", LOOKING).answers().answers("2")
        assert person.left_with() == 0
        assert words.CONTINUE not in person.text
        assert person.text.count("What is there?") == 0
    assert (state(), values()["leave"]) == ("stopped", "given")


CHANGED = TWO_WORDS.replace("- ask: The second?", "- locate: A place?").replace(
    "save_as: second", "save_as: place"
)


def leaves_what_then_changes() -> None:
    own(
        "mine",
        TWO_WORDS.replace("- end: complete", "- ask: The third?\n      save_as: third\n    - end: complete"),
    )
    with sits() as person:
        person.answers("one").answers().answers("two").answers()
        person.sees("The third?").answers("/pause").left_with()
    own("mine", CHANGED)


def test_a_changed_practice_goes_on_as_it_was() -> None:
    leaves_what_then_changes()
    with sits() as person:
        person.sees(words.CHANGED, words.CONTINUE, words.CONTINUE_NEWER, words.BEGIN_AGAIN).answers("1")
        person.sees("The third?").answers("three").answers()
        assert person.left_with() == 0
    assert values() == {"first": "one", "second": "two", "third": "three"}


def test_a_changed_practice_may_be_gone_on_with_in_its_newer_version() -> None:
    leaves_what_then_changes()
    with sits() as person:
        person.sees(words.CONTINUE_NEWER).answers("2").sees("A place?").answers("chest")
        assert person.left_with() == 0
    assert [(one.name, one.value, one.abandoned) for one in answers()] == [
        ("first", "one", False),
        ("second", "two", True),
        ("place", ["chest"], False),
    ]


def test_a_second_window_is_told() -> None:
    own("mine", TWO_WORDS)
    with sits() as first:
        first.answers("one").answers().sees("The second?").is_asked()
        with sits() as second:
            second.sees(command_words.RUNNING_ELSEWHERE, "The first?").answers("/pause")
            assert second.left_with() == 0
        first.enters("two").answers()
        assert first.left_with() == 0
    assert sorted(one.state for one in sessions()) == ["complete", "paused"]


def test_a_second_check_in_of_today_is_refused_while_the_first_goes_on() -> None:
    with Person("today", "--plain") as first:
        first.is_asked()
        with Person("today", "--plain") as second:
            assert second.left_with() == 1
            assert "Question" not in second.text
        first.enters("sit")
        until(lambda: values() == {"pace": "sit"}, "the answer of the first")
    assert len(sessions()) == 1
