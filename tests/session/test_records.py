"""What the journal has of a session: as docs/journal-format.md says, kind by kind."""

from __future__ import annotations

import pytest

from partswork.errors import CannotTake
from partswork.guide import PartGiven, Value
from partswork.journal import JSON, Journal, new_id, script_record
from partswork.session import begin
from tests.practices import ACROSS, EVERY_KIND, SETTLE, TWO_QUESTIONS, Own, practice
from tests.session.sitting import Clock, bodies, give, kinds, to_end, to_question

AT = "2026-11-22T08:30:00+01:00"
WATCHMAN = PartGiven("5d0c9e7a41b84f2296d3f8107ac2be64", "The Watchman")


def test_a_session_begins_with_its_script_and_what_it_brought(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("every-kind", EVERY_KIND), now)
    (begun,) = memory.records(session.id)
    pins = {"every-kind": script_record(EVERY_KIND, "every-kind", AT).id, "settle": _pin_of_settle()}
    assert (begun.kind, begun.at) == ("begun", AT)
    assert begun.body == {
        "script": "every-kind",
        "title": "Every kind of question",
        "version": "1.0",
        "language": "en",
        "pins": pins,
        "brought": {"turns": {}},
    }
    assert memory.pinned(pins["every-kind"]) == EVERY_KIND


def _pin_of_settle() -> str:
    return script_record(SETTLE, "settle", AT).id


@pytest.mark.parametrize(
    ("given", "section", "name", "kind", "value"),
    [
        (["numb"], "first", "distress", "distress", "numb"),
        (["unsure"], "first", "distress", "distress", "unsure"),
        ([0], "first", "distress", "distress", 0),
        ([3, "It keeps watch.\nEven at night."], "first", "mind", "ask", "It keeps watch.\nEven at night."),
        ([3, "a", 5], "first", "warmth", "rate", 5),
        ([3, "a", 5, "left"], "first", "way", "choose", "left"),
        ([3, "a", 5, "left", ("cars", "wind")], "first", "heard", "choose", ["wind", "cars"]),
        ([3, "a", 5, "left", ("rain",), {"clear": "some"}], "second", "weather", "scan", {"clear": "some"}),
        (
            [3, "a", 5, "left", ("rain",), {"clear": "some"}, WATCHMAN],
            "second",
            "near",
            "name_part",
            {"part": WATCHMAN.id, "name": "The Watchman"},
        ),
        (
            [3, "a", 5, "left", ("rain",), {"clear": "some"}, WATCHMAN, ("chest", "behind me")],
            "second",
            "where",
            "locate",
            ["chest", "behind me"],
        ),
    ],
)
def test_an_answer_is_kept_with_where_and_what_it_was(
    memory: Journal, own: Own, now: Clock, given: list[Value], section: str, name: str, kind: str, value: JSON
) -> None:
    session = begin(memory, own.put("every-kind", EVERY_KIND), now)
    give(session, *given)
    body = bodies(memory, session.id, "answered")[-1]
    assert body.pop("remember", None) == (
        {"field": "place", "part": WATCHMAN.id} if name == "where" else None
    )
    assert body == {"section": section, "name": name, "visit": 1, "kind": kind, "value": value}


def test_a_question_passed_over_is_kept_without_a_value(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("two", TWO_QUESTIONS), now)
    give(session, None)
    assert bodies(memory, session.id, "skipped") == [
        {"section": "main", "name": "mind", "visit": 1, "kind": "ask"}
    ]


def test_a_second_visit_is_told_from_the_first(memory: Journal, own: Own, now: Clock) -> None:
    again = """\
        - repeat_until: sure is yes_it_is
          at_most: 3
          steps:
            - choose: |
                Sure?
              save_as: sure
              options:
                - yes_it_is: Yes
                - unclear: I can't tell
        """
    session = begin(memory, own.put("again", practice("again", again)), now)
    give(session, "unclear", "unclear", "yes_it_is")
    assert [body["visit"] for body in bodies(memory, session.id, "answered")] == [1, 2, 3]


def test_an_answer_in_a_shared_script_says_so(memory: Journal, own: Own, now: Clock) -> None:
    own.put_shared(
        "settle", SETTLE.replace("steps:\n", "steps:\n  - distress: |\n      How stirred up are you?\n")
    )
    session = begin(memory, own.put("across", ACROSS), now)
    give(session, 1, "given", None, None, 2, 2)
    sections = [body["section"] for body in bodies(memory, session.id, "answered")]
    assert sections == ["arriving", "arriving", "closing/settle", "closing"]


def test_an_ending_says_how(memory: Journal, own: Own, now: Clock) -> None:
    found = own.put("two", TWO_QUESTIONS)
    through, stopped = begin(memory, found, now), begin(memory, found, now)
    give(through, "a", "b")
    stopped.stop()
    to_end(stopped)
    assert bodies(memory, through.id, "ended") == [{"how": "complete"}]
    assert bodies(memory, stopped.id, "ended") == [{"how": "stopped"}]
    assert kinds(memory, stopped.id) == ["begun", "stopped", "grounded", "ended"]
    assert [summary.state for summary in memory.sessions()] == ["stopped", "complete"]


def test_high_distress_ends_and_says_why(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("across", ACROSS), now)
    give(session, 9)
    to_end(session)
    assert bodies(memory, session.id, "ended") == [{"how": "stopped", "turned": "high"}]


def test_grounding_a_pause_and_a_stop_are_kept_with_how_far_one_had_come(
    memory: Journal, own: Own, now: Clock
) -> None:
    session = begin(memory, own.put("two", TWO_QUESTIONS), now)
    session.go_past()
    session.ground()
    session.go_past()
    session.stop()
    session.pause("interrupted")
    assert bodies(memory, session.id, "grounding") == [{"why": "asked", "after": 1}]
    assert bodies(memory, session.id, "stopped") == [{"after": 0}]
    assert bodies(memory, session.id, "paused") == [{"why": "interrupted"}]


def test_what_is_entered_deep_is_kept_before_it_is_shown(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("across", ACROSS), now)
    give(session, 2)
    to_question(session)
    assert "entered-deep" not in kinds(memory, session.id)
    session.answer("given")
    assert bodies(memory, session.id, "entered-deep") == [{"section": "inside"}]
    give(session, "a door", None)
    assert "grounded" not in kinds(memory, session.id)
    give(session, 1)
    assert kinds(memory, session.id)[-3:] == ["grounded", "answered", "ended"]


def test_the_same_script_is_stored_once(memory: Journal, own: Own, now: Clock) -> None:
    found = own.put("two", TWO_QUESTIONS)
    first = begin(memory, found, now)
    second = begin(memory, found, now)
    with memory._vault.reading() as connection:
        stored = connection.execute("SELECT count(*) FROM record WHERE kind = 'script'").fetchall()
    # The practice, and what it grounds with.
    assert stored == [(2,)]
    assert bodies(memory, first.id, "begun")[0]["pins"] == bodies(memory, second.id, "begun")[0]["pins"]


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ([], 11),
        ([], "calm"),
        ([3], " \n "),
        ([3], "\x07"),
        ([3, "a"], 6),
        ([3, "a", 5], "up"),
        ([3, "a", 5, "left"], ()),
        ([3, "a", 5, "left", ("rain",)], {"calm": "very"}),
        ([3, "a", 5, "left", ("rain",), {"calm": "far"}], PartGiven(new_id(), "\u202e")),
        ([3, "a", 5, "left", ("rain",), {"calm": "far"}, WATCHMAN], ("chest", "\x1b")),
    ],
)
def test_what_cannot_be_taken_changes_nothing(
    memory: Journal, own: Own, now: Clock, before: list[Value], value: Value
) -> None:
    session = begin(memory, own.put("every-kind", EVERY_KIND), now)
    give(session, *before)
    beat, kept = to_question(session), memory.records(session.id)
    with pytest.raises(CannotTake):
        session.answer(value)
    assert session.beat == beat
    assert memory.records(session.id) == kept


def test_what_a_terminal_would_act_on_is_left_out_of_what_is_shown_and_kept(
    memory: Journal, own: Own, now: Clock
) -> None:
    session = begin(memory, own.put("two", TWO_QUESTIONS), now)
    give(session, "a\x1b]0;title\x07b\r\nc")
    assert str(to_question(session).words) == "You said: a]0;titleb\nc. And now?"
    assert bodies(memory, session.id, "answered")[0]["value"] == "a]0;titleb\nc"


def test_what_may_not_be_passed_over_is_not(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("every-kind", EVERY_KIND), now)
    give(session, 3, "a")
    to_question(session)
    with pytest.raises(CannotTake):
        session.skip()
    assert kinds(memory, session.id) == ["begun", "answered", "answered"]


def test_at_a_calm_beat_there_is_nothing_to_answer(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("two", TWO_QUESTIONS), now)
    with pytest.raises(CannotTake):
        session.answer("a")
    with pytest.raises(CannotTake):
        session.skip()
    assert kinds(memory, session.id) == ["begun"]


def test_nothing_more_is_kept_of_a_session_that_has_ended(memory: Journal, own: Own, now: Clock) -> None:
    session = begin(memory, own.put("two", TWO_QUESTIONS), now)
    give(session, "a", "b")
    ending, kept = session.beat, memory.records(session.id)
    session.stop()
    session.ground()
    session.pause("interrupted")
    with pytest.raises(CannotTake):
        session.back()
    assert session.beat == ending
    assert memory.records(session.id) == kept
