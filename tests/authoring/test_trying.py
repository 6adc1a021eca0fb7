"""Script tests, run in the real guide: what is as they expect, and what is told where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from partswork.authoring.trying import Bench
from tests.authoring.bench import WELL, Desk
from tests.practices import ACROSS, TWO_QUESTIONS, practice, shared

HEAD = "test: something\nscript: guarded\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_every_kind_of_answer_can_be_given(desk: Desk) -> None:
    assert desk.failures(WELL) == []


def test_what_can_be_passed_over_is_where_it_is_not_answered(desk: Desk) -> None:
    assert desk.failures(f"{HEAD}expect:\n  passes:\n    - meeting\n    - closing\n  never: asking\n") == []


def test_an_empty_answer_passes_one_asking_over_and_answers_the_next(desk: Desk) -> None:
    text = HEAD + "answers:\n  distress:\n    -\n    - 9\nexpect:\n  passes: closing\n"
    assert desk.failures(text) == []
    text = HEAD + "answers:\n  distress:\n    - 9\n    -\nexpect:\n  passes: people\n  ends: people\n"
    assert desk.failures(text) == []


ASKING_IT = shared(
    "asking-it",
    """\
    - choose: May we, ${part}?
      save_as: may
      options:
        - gladly: Yes
        - refused: No
          refusal: yes
    """,
    more="takes:\n  - part: part\n",
)
BOTH = practice(
    "unproved",
    """\
    - name_part: Who?
      save_as: first
    - name_part: And who?
      save_as: second
    - use: asking-it
      with:
        part: first
    - use: asking-it
      with:
        part: second
    """,
)


@pytest.mark.parametrize(("second", "answers"), [("the Guard", ""), ("the Clown", "    - gladly\n")])
def test_the_same_name_is_the_same_part_and_another_is_another(desk: Desk, second: str, answers: str) -> None:
    """After a no from one part the question is not asked again of it, but of another it is."""
    desk.own.put_shared("asking-it", ASKING_IT)
    text = f"test: it\nanswers:\n  first: the  Guard\n  second: {second}\n"
    text += f"  asking-it.may:\n    - refused\n{answers}expect:\n  ends: complete\n"
    assert desk.unproved(BOTH, text) == []


def test_what_must_be_answered_and_is_not_fails_by_name(desk: Desk) -> None:
    text = HEAD + "answers:\n  guard: it\n  space.feeling: open\nexpect:\n  ends: complete\n"
    assert desk.failures(text) == [
        ("answers:", '"leave" was asked at line 37 of guarded and the test has no answer for it.')
    ]


def test_what_is_asked_once_more_than_answered_fails_by_name(desk: Desk) -> None:
    text = (
        HEAD + "answers:\n  guard: it\n  space.feeling: open\n  leave: unclear\nexpect:\n  ends: complete\n"
    )
    assert desk.failures(text) == [
        (
            "leave: unclear",
            '"leave" was asked at line 37 of guarded for the 2nd time, and the test answers it only once.',
        )
    ]


def test_an_empty_answer_to_what_must_be_answered_fails_by_name(desk: Desk) -> None:
    text = HEAD + "answers:\n  guard: it\n  space.feeling:\nexpect:\n  ends: complete\n"
    assert desk.failures(text) == [
        (
            "space.feeling:",
            '"space.feeling" was asked at line 15 of making-room and cannot be passed over, '
            "but the test does so.",
        )
    ]


def test_what_is_answered_and_never_asked_fails_by_name(desk: Desk) -> None:
    text = HEAD + "answers:\n  distress:\n    - 8\n    - 7\n    - 6\n  says: hello\nexpect:\n  ends: people\n"
    assert desk.failures(text) == [
        ("- 6", '"distress" was asked twice, but the test has 3 answers for it.'),
        ("says: hello", '"says" was never asked, but the test has an answer for it.'),
    ]


def test_after_a_no_the_question_is_not_asked_again(desk: Desk) -> None:
    answers = "answers:\n  guard: it\n  space.feeling: open\n  leave:\n    - refused\n    - given\n"
    assert desk.failures(f"{HEAD}{answers}expect:\n  ends: complete\n") == [
        ("- given", '"leave" was asked once, but the test has 2 answers for it.')
    ]


def test_sections_are_passed_in_their_order_with_others_between(desk: Desk) -> None:
    wrong = WELL.replace("    - arriving\n    - asking\n", "    - asking\n    - meeting\n")
    went = "but the session went through arriving, meeting, asking and closing."
    assert desk.failures(wrong) == [("- meeting", f'Expected to pass "meeting" after "asking", {went}')]
    wrong = WELL.replace("    - arriving\n    - asking\n", "    - people\n")
    assert desk.failures(wrong) == [("- people", f'Expected to pass "people", {went}')]


def test_a_section_that_should_never_be_come_to_fails_where_it_is_named(desk: Desk) -> None:
    wrong = WELL.replace("never: people", "never:\n    - people\n    - meeting")
    assert desk.failures(wrong) == [
        (
            "- meeting",
            'Expected never to come to "meeting", but the session went through arriving, meeting, asking and '
            "closing.",
        )
    ]


@pytest.mark.parametrize(
    "seen",
    [
        "Here we are. There is nothing to get right. Sit down.",
        "|\n    There is nothing\n    to   get right.",
        "Is it all right with the Watchman?",
        "It is willing",
        "right here",
        "little fog",
        "a word will do",
        "The nearest number.",
        "What is in the way?",
    ],
)
def test_all_that_is_shown_counts_as_seen(desk: Desk, seen: str) -> None:
    text = WELL.replace("what does the Watchman say?", seen)
    assert desk.failures(text) == []


def test_what_is_not_shown_is_told_with_what_is_nearest_to_it(desk: Desk) -> None:
    expected = "Then is it alright with the watchman?"
    assert desk.failures(WELL.replace("what does the Watchman say?", expected)) == [
        (
            f"sees: {expected}",
            f"Expected to see “{expected}”, but it was not shown. "
            "Nearest to it: “Is it all right with the Watchman?”",
        )
    ]
    nothing = "Bananas, carrots, onions."
    (failure,) = desk.failures(WELL.replace("what does the Watchman say?", nothing))
    assert failure[1] == f"Expected to see “{nothing}”, but it was not shown. Nothing like it was shown."


def test_case_counts_in_what_is_seen(desk: Desk) -> None:
    (failure,) = desk.failures(WELL.replace("what does the", "What does the"))
    assert "Nearest to it: “what does the Watchman say?”" in failure[1]


def test_each_of_several_things_must_be_seen(desk: Desk) -> None:
    text = WELL.replace("sees: what", "sees:\n    - Sit down.\n    - Stand up.\n    - what")
    assert [line for line, _ in desk.failures(text)] == ["- Stand up."]


def test_an_ending_that_is_another_is_told(desk: Desk) -> None:
    assert desk.failures(WELL.replace("ends: complete", "ends: people")) == [
        ("ends: people", "Expected the session to end with who to call, but it ended complete.")
    ]


def test_an_ending_that_was_turned_away_to_says_why(desk: Desk) -> None:
    text = "test: it\nanswers:\n  distress: 2\n  leave: refused\nexpect:\n  ends: complete\n"
    assert desk.unproved(ACROSS.replace("id: across", "id: unproved"), text) == [
        (
            "ends: complete",
            "Expected the session to end complete, but it ended stopped, as something deep came after a no.",
        )
    ]


def test_stopping_after_an_answer_leads_to_grounding_and_the_end(desk: Desk) -> None:
    text = HEAD + "answers:\n  guard: it\n  space.feeling: other\nstops: after space.feeling\nexpect:\n"
    text += "  sees: Look around the room.\n  passes:\n    - meeting\n    - settle\n  never: closing\n"
    text += "  ends: stopped\n"
    assert desk.failures(text) == []


def test_stopping_is_after_the_last_answer_under_that_name(desk: Desk) -> None:
    text = HEAD + "answers:\n  guard: it\n  space.feeling: open\n  leave:\n    - unclear\n    - given\n"
    assert desk.failures(text + "stops: after leave\nexpect:\n  ends: stopped\n") == []


def test_a_stop_that_never_comes_fails(desk: Desk) -> None:
    message = 'Expected them to stop after "says", but the session did not come there, or was over by then.'
    assert desk.failures(HEAD + "stops: after says\nexpect:\n  ends: complete\n") == [
        ("stops: after says", message)
    ]
    desk.own.put("short", practice("short", "- ask: What?\n  save_as: says\n  optional: yes\n"))
    text = "test: it\nscript: short\nstops: after says\nexpect:\n  ends: complete\n"
    assert desk.failures(text) == [("stops: after says", message)]


def test_a_script_that_breaks_a_promise_is_not_tested(desk: Desk) -> None:
    desk.own.put("broken", practice("broken", "- say: You said ${what}.\n- ask: What?\n  save_as: what\n"))
    file = desk.own.folder / "broken.yaml"
    assert desk.failures("test: it\nscript: broken\nexpect:\n  ends: complete\n") == [
        (
            "script: broken",
            f"{file} cannot be run yet: one thing stands in the way. To see what: partswork check {file}",
        )
    ]


def test_a_script_that_cannot_be_joined_or_is_only_shared_is_not_tested(desk: Desk) -> None:
    (desk.own.folder / "odd.yaml").write_text("partswork: 1\nid: odd\n", "utf-8")
    (failure,) = desk.failures("test: it\nscript: odd\nexpect:\n  ends: complete\n")
    assert "cannot be run yet" in failure[1]
    only_shared = "test: it\nscript: ../shared/naming-it.yaml\nexpect:\n  ends: complete\n"
    (failure,) = desk.failures(only_shared)
    assert failure[1].startswith("This is a shared script")


def test_where_a_session_cannot_go_on_is_told(desk: Desk) -> None:
    script = practice(
        "unproved", "- ask: What?\n  save_as: what\n  optional: yes\n- say: You said ${what}.\n"
    )
    assert desk.unproved(script, "test: it\nexpect:\n  ends: complete\n") == [
        (
            "test: it",
            'Expected the session to end, but in "main" it cannot go on: "what" is shown or tested there, '
            "and was never answered.",
        )
    ]


def test_a_session_that_goes_on_and_on_fails(desk: Desk) -> None:
    rounds = "".join(
        f"{'    ' * n}- repeat_until: it is that\n{'    ' * n}  at_most: 10\n{'    ' * n}  steps:\n"
        for n in range(4)
    )
    asks = "- choose: Which?\n  save_as: it\n  options:\n    - this: This\n    - that: That\n"
    script = practice("unproved", f"{asks}{rounds}{'    ' * 4}- say: Again.\n")
    (failure,) = desk.unproved(script, "test: it\nanswers:\n  it: this\nexpect:\n  ends: complete\n")
    assert failure[1] == "Expected the session to end, but it goes on for more than 2000 screens."


def test_a_script_is_found_beside_its_test_above_it_among_ones_own_and_built_in(
    desk: Desk, tmp_path: Path
) -> None:
    text = "test: it\nscript: two\nanswers:\n  mind: x\nexpect:\n  sees: {0}\n"
    elsewhere = tmp_path / "elsewhere" / "deeper"
    elsewhere.mkdir(parents=True)
    file = elsewhere / "it.test.yaml"
    bench = Bench(desk.own.folder)

    def put(folder: Path, word: str) -> None:
        script = TWO_QUESTIONS.replace("Here we are", word).replace(
            "if_they_stop: settle", "if_they_stop: grounding"
        )
        (folder / "two.yaml").write_text(script, "utf-8")

    for folder, word in ((desk.own.folder, "own"), (elsewhere.parent, "above"), (elsewhere, "beside")):
        put(folder, word)
        file.write_text(text.format(word), "utf-8")
        assert bench.try_out(file).ok
    file.write_text("test: it\nscript: looking-around\nexpect:\n  ends: complete\n", "utf-8")
    assert bench.try_out(file).ok
    file.write_text(text.replace("script: two", "script: ../two.yaml").format("above"), "utf-8")
    assert bench.try_out(file).ok
