"""Every kind of step, with every key it may carry."""

from __future__ import annotations

import pytest

from partswork.script.conditions import IsOneOf
from partswork.script.notes import Note
from partswork.script.shapes import STEPS
from partswork.script.steps import (
    Ask,
    Breathe,
    End,
    GoTo,
    If,
    Pause,
    RepeatUntil,
    Return,
    Rotate,
    Say,
    Use,
)
from partswork.script.words import plain_text
from tests.script.scripts import script_of, shared_with, step, steps_of, told, with_sections, with_steps

NAMED = """
- name_part: Who?
  save_as: guard
"""


def test_say() -> None:
    say = step(Say, "- say: Hello.\n  note: Slowly.")
    assert plain_text(say.words) == "Hello."
    assert say.note is not None
    assert say.note.say is not None
    assert plain_text(say.note.say) == "Slowly."


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("20 seconds", 20),
        ("1 second", 1),
        ("1 minute", 60),
        ("10 minutes", 600),
        ("600 seconds", 600),
        ("as long as you like", None),
    ],
)
def test_pause(written: str, seconds: int | None) -> None:
    pause = step(Pause, f"- pause: {written}\n  text: Sit.\n  note: Wait.")
    assert pause.seconds == seconds
    assert pause.text is not None
    assert plain_text(pause.text) == "Sit."


@pytest.mark.parametrize(
    "written",
    ["11 minutes", "601 seconds", "0 seconds", "soon", "20", "2 hours", "-1 seconds", "1.5 minutes"],
)
def test_a_pause_of_another_length_is_told(written: str) -> None:
    assert told(with_steps(f"- pause: {written}")) == [("PW022", written)]


@pytest.mark.parametrize(
    ("written", "pattern"),
    [
        ("4 in, 6 out", (("in", 4), ("out", 6))),
        ("4 in, 4 hold, 6 out", (("in", 4), ("hold", 4), ("out", 6))),
        ("4 in, 6 out, 2 hold", (("in", 4), ("out", 6), ("hold", 2))),
        ("1 in, 20 hold, 20 out, 1 hold", (("in", 1), ("hold", 20), ("out", 20), ("hold", 1))),
    ],
)
def test_breathe(written: str, pattern: tuple[tuple[str, int], ...]) -> None:
    breathe = step(Breathe, f"- breathe: {written}\n  rounds: 3\n  text: Softly.\n  note: With them.")
    assert breathe.pattern == pattern
    assert breathe.seconds == 3 * sum(seconds for _, seconds in pattern)
    assert breathe.text is not None


def test_breath_goes_once_unless_told() -> None:
    assert step(Breathe, "- breathe: 4 in, 6 out").rounds == 1


@pytest.mark.parametrize(
    "written",
    ["6 out, 4 in", "4 in", "0 in, 6 out", "21 in, 6 out", "4 in 6 out", "4 in, 6 out, 2 in", "in, out"],
)
def test_a_breath_of_another_shape_is_told(written: str) -> None:
    assert told(with_steps(f"- breathe: {written}")) == [("PW022", written)]


def test_rotate() -> None:
    steps = """
- rotate:
    - steps:
        - say: One.
    - steps:
        - say: Two.
        - rotate:
            - steps:
                - say: Three.
            - steps:
                - say: Four.
  note: In turn.
"""
    rotate = step(Rotate, steps)
    assert [len(one) for one in rotate.lists] == [1, 2]
    inner = rotate.lists[1][1]
    assert isinstance(inner, Rotate)
    assert rotate.key != inner.key


def test_if() -> None:
    one = step(
        If, "- if: distress is low\n  then:\n    - say: Good.\n  otherwise:\n    - say: Oh.\n  note: Look up."
    )
    assert isinstance(one.condition, IsOneOf)
    assert len(one.then) == len(one.otherwise) == 1


def test_repeat_until() -> None:
    steps = (
        "- repeat_until: distress is low\n  at_most: 10\n  steps:\n    - distress: And now?\n  note: Slowly."
    )
    assert step(RepeatUntil, steps).at_most == 10


def test_use() -> None:
    unblending = "- use: unblending\n  with:\n    part: guard\n  save_as: space\n  note: Slowly."
    used = [one for one in steps_of(f"{NAMED}\n{unblending}\n- use: grounding") if isinstance(one, Use)]
    assert {name: given.text for name, given in used[0].given.items()} == {"part": "guard"}
    assert used[0].save_as is not None
    assert used[0].save_as.text == "space"
    assert used[1].save_as is None


def test_go_to_and_end() -> None:
    sections = """
- id: here
  steps:
    - go_to: there
      note: On.
- id: there
  steps:
    - end: people
      note: Together.
"""
    here, there = script_of(with_sections(sections, "meeting")).sections
    (going,), (ending,) = here.steps, there.steps
    assert isinstance(going, GoTo)
    assert going.section.text == "there"
    assert isinstance(ending, End)
    assert ending.how == "people"
    assert step(End, "- end: complete").how == "complete"


def test_return() -> None:
    script = script_of(shared_with("- return: done\n  note: Back.", "returns:\n  - done"))
    (back,) = script.sections[0].steps
    assert isinstance(back, Return)
    assert back.result.text == "done"


def test_notes_are_text_or_three_texts() -> None:
    say = step(Say, "- say: Hello.\n  note:\n    say: Hi.\n    watch_for: Haste.\n    if_stuck: Wait.")
    assert isinstance(say.note, Note)
    said = (say.note.say, say.note.watch_for, say.note.if_stuck)
    assert [plain_text(words) for words in said if words is not None] == ["Hi.", "Haste.", "Wait."]


@pytest.mark.parametrize("kind", sorted(STEPS))
def test_a_note_may_stand_on_any_step(kind: str) -> None:
    assert "note" in STEPS[kind]


def test_keys_that_begin_with_x_are_left_alone() -> None:
    script_of("x-script: 1\n" + with_steps("- say: Hello.\n  x-colour: blue\n  x-list:\n    - any: thing"))


@pytest.mark.parametrize(
    ("yes", "means"),
    [("yes", True), ("no", False), ("true", True), ("false", False), ("Yes", True), ("FALSE", False)],
)
def test_yes_and_no(yes: str, means: bool) -> None:
    assert step(Ask, f"- ask: What?\n  save_as: it\n  optional: {yes}").optional is means


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("- breathe: 4 in, 6 out\n  rounds: 21", ("PW029", "21")),
        ("- breathe: 4 in, 6 out\n  rounds: many", ("PW029", "many")),
        ("- breathe: 4 in, 6 out\n  rounds: ٣", ("PW029", "٣")),
        ("- ask: What?\n  save_as: it\n  optional: Maybe", ("PW023", "Maybe")),
        ("- ask: What?\n  save_as: 2nd", ("PW026", "2nd")),
        ("- ask: What?\n  save_as: is", ("PW026", "is")),
        ("- ask: What?\n  save_as: distress", ("PW026", "distress")),
        ("- ask: What?\n  save_as: für", ("PW026", "für")),
        ("- ask: What?\n  save_as: " + "a" * 65, ("PW026", "a" * 65)),
        ("- end: sometime", ("PW023", "sometime")),
        ("- use: the room", ("PW024", "the room")),
        ("- say:", ("PW022", "say")),
        ("- say: ''", ("PW022", "'")),
        ("- say:\n    - Hello.", ("PW022", "-")),
        ("- if: distress is low\n  then: grounding", ("PW022", "grounding")),
        ("- if: distress is low\n  then:", ("PW022", "then")),
        ("- Hello.", ("PW018", "Hello.")),
        ("-", ("PW018", "-")),
        ("- tell: Hello.", ("PW010", "tell")),
        ("- note: Slowly.\n  say: Hello.", ("PW038", "say")),
        ("- use: grounding\n  with: room", ("PW022", "room")),
        ("- use: unblending\n  with:\n    part:", ("PW022", "part")),
        ("- rotate:\n    - say: One.\n    - steps:\n        - say: Two.", ("PW022", "say")),
        ("- rotate:\n    - steps:\n        - say: One.", ("PW028", "rotate")),
        ("- choose: W?\n  save_as: w\n  options:\n    - a: One", ("PW028", "options")),
        ("- choose: W?\n  save_as: w\n  options:\n    - a: One\n    - Two", ("PW022", "Two")),
        ("- choose: W?\n  save_as: w\n  options:\n    - a: One\n    - a: Two", ("PW017", "a")),
        ("- choose: W?\n  save_as: w\n  options:\n    - a: One\n    - b: ONE", ("PW017", "ONE")),
        ("- say: Hello.\n  note:\n    tell: Hi.", ("PW020", "tell")),
    ],
)
def test_what_cannot_stand_there_is_told_with_its_place(steps: str, expected: tuple[str, str]) -> None:
    assert told(with_steps(steps)) == [expected]
