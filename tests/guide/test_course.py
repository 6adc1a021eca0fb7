"""The course of a script: turns, rounds, which asking of a question it is, and where it cannot go on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from partswork.guide import (
    Answered,
    Asked,
    Beat,
    CannotFollow,
    DoesNotFit,
    Ended,
    Ending,
    Event,
    Impasse,
    Paused,
    Skipped,
    Walk,
    live,
    replay,
)
from tests.guide.generating import Generated, scripts
from tests.guide.living import live_through
from tests.guide.sitting import WATCHMAN, Sitting, fixture, script
from tests.guide.tape import tapes


@settings(max_examples=60)
@given(scripts(), tapes(140))
def test_every_asking_is_told_from_every_other(script: Generated, told: bytes) -> None:
    walk = live_through(script.bundle, script.brought, told).walk
    asked = [event.asked for event in live(walk.events) if isinstance(event, Answered | Skipped)]
    assert len(set(asked)) == len(asked)


def test_a_question_is_known_by_its_section_its_name_and_its_visit() -> None:
    sitting = Sitting(fixture())
    sitting.given(distress=2, guard=WATCHMAN, feeling="blank")
    sitting.given(feeling="open", job=None)
    sitting.ground()
    sitting.give("near", None)
    sitting.on()
    sitting.given(leave="refused", worry=None, near=None, distress=3)
    asked = [event.asked for event in sitting.walk.events if isinstance(event, Answered | Skipped)]
    assert asked == [
        Asked("arriving", "distress", 1, "distress"),
        Asked("meeting", "guard", 1, "name_part"),
        Asked("meeting/unblending", "feeling", 1, "choose"),
        Asked("meeting/unblending", "feeling", 2, "choose"),
        Asked("meeting", "job", 1, "ask"),
        Asked("grounding", "near", 1, "choose"),
        Asked("asking", "leave", 1, "choose"),
        Asked("asking", "worry", 1, "ask"),
        Asked("closing/grounding", "near", 1, "choose"),
        Asked("closing", "distress", 2, "distress"),
    ]


def test_grounding_asked_for_again_is_another_visit_wherever_one_is() -> None:
    sitting = Sitting(fixture())
    for visit, step in ((1, "distress"), (2, "guard")):
        sitting.on()
        sitting.ground()
        sitting.on()
        assert sitting.beat.asked == Asked("grounding", "near", visit, "choose")
        sitting.give("near", None)
        sitting.on()
        sitting.give(step, 1 if step == "distress" else WATCHMAN)


def test_a_visit_that_was_taken_back_does_not_count() -> None:
    sitting = Sitting(script("steps:\n  - distress: 1?\n  - distress: 2?\n  - say: Done.", depth="settling"))
    sitting.give("distress", 1)
    sitting.back()
    assert sitting.beat.asked == Asked("main", "distress", 1, "distress")


TURNS = """\
steps:
  - ask: How are you?
    save_as: how
  - rotate:
      - steps:
          - say: First.
      - steps:
          - say: Second.
      - steps:
          - say: Third.
  - say: Done.
"""


@pytest.mark.parametrize(("turn", "said"), [(0, "First."), (1, "Second."), (2, "Third."), (3, "First.")])
def test_a_rotate_takes_its_turn(turn: int, said: str) -> None:
    sitting = Sitting(script(TURNS, depth="settling"), {"main:main:1": turn})
    assert "main:main:1" not in sitting.walk.state.facts.rotated
    sitting.give("how", "well")
    assert sitting.words == said
    assert sitting.walk.state.facts.rotated == {"main:main:1"}


def test_a_turn_counts_also_where_only_calm_beats_came_before_and_after_it() -> None:
    sitting = Sitting(script(TURNS.replace("  - rotate", "  - say: Now.\n  - rotate"), depth="settling"))
    sitting.give("how", "well")
    sitting.on()
    assert sitting.over() == Ending("complete")
    sitting.leave()
    assert sitting.walk.state.facts.rotated == {"main:main:1"}


def test_the_first_turn_where_nothing_was_brought() -> None:
    sitting = Sitting(script(TURNS, depth="settling"))
    sitting.give("how", "well")
    assert sitting.words == "First."


ROUNDS = """\
steps:
  - repeat_until: leave is given
    at_most: 3
    steps:
      - choose: May we?
        save_as: leave
        options:
          - given: Yes
          - unclear: Hm
  - say: Done.
"""


def test_a_repeat_is_tested_after_each_round_and_ends_after_the_last() -> None:
    sitting = Sitting(script(ROUNDS, depth="settling"))
    for _ in range(3):
        sitting.give("leave", "unclear")
    assert sitting.words == "Done."
    sitting = Sitting(script(ROUNDS, depth="settling"))
    sitting.give("leave", "given")
    assert sitting.words == "Done."


def test_an_answer_ahead_is_taken_only_where_its_question_comes_next() -> None:
    sitting = Sitting(fixture())
    with pytest.raises(CannotFollow):
        sitting.walk.follow(Answered("a0", Asked("meeting", "guard", 1, "name_part"), WATCHMAN))
    sitting.walk = sitting.walk.follow(Answered("a0", Asked("arriving", "distress", 1, "distress"), 2))
    assert sitting.words.startswith("Someone may be standing guard")


def test_what_must_be_answered_is_not_passed_over() -> None:
    sitting = Sitting(fixture())
    sitting.given(distress=2, guard=WATCHMAN)
    with pytest.raises(DoesNotFit):
        sitting.give("feeling", None)


def test_what_arises_is_never_brought_about_by_hand() -> None:
    sitting = Sitting(fixture())
    arising: Event = Ended("complete")
    with pytest.raises(CannotFollow):
        sitting.walk.follow(arising)


@pytest.mark.parametrize("body", ["if: how is well\n    then:\n      - say: Good.", "say: So ${how}."])
def test_an_answer_that_was_never_given_is_an_impasse(body: str) -> None:
    steps = f"steps:\n  - say: Hello.\n  - {body}\n  - choose: How?\n    save_as: how\n    options:\n"
    sitting = Sitting(script(steps + "      - well: Well\n      - ill: Ill"))
    sitting.past()
    assert sitting.over() == Impasse("how", "main")
    with pytest.raises(CannotFollow):
        sitting.past()
    sitting.leave()
    assert sitting.words == "Hello."


def test_a_shared_script_given_what_was_not_answered_is_an_impasse() -> None:
    steps = "steps:\n  - name_part: Who?\n    save_as: guard\n    optional: yes\n"
    steps += "  - use: looking\n    with:\n      part: guard"
    sitting = Sitting(script(steps, looking="takes:\n  - part: part\nsteps:\n  - say: Here is ${part}."))
    sitting.give("guard", None)
    assert sitting.over() == Impasse("guard", "main")
    sitting.back()
    sitting.give("guard", WATCHMAN)
    assert sitting.words == "Here is the Watchman."


def test_an_end_of_people_closes_on_who_to_call() -> None:
    sitting = Sitting(script("steps:\n  - say: Hello.\n  - end: people"))
    sitting.past()
    ending = sitting.over()
    assert ending == Ending("people")
    assert isinstance(ending, Ending)
    assert ending.people


def test_back_comes_to_its_question_with_the_answer_it_had_also_after_a_crash() -> None:
    sitting = Sitting(fixture())
    sitting.given(distress=2, guard=WATCHMAN)
    sitting.back()
    sitting.back()
    assert sitting.words == "How stirred up are you just now?"
    sitting.walk = sitting.walk.follow(Paused("asked"))
    sitting.leave()
    assert sitting.words == "How stirred up are you just now?"
    assert sitting.beat.before == 2


def test_nothing_arises_from_what_back_goes_past() -> None:
    steps = "say: Look round.\n  - say: Feel the floor."
    body = """\
sections:
  - id: arriving
    steps:
      - distress: How stirred up?
  - id: far-in
    deep: yes
    needs: distress is low
    steps:
      - say: Far in.
  - id: closing
    closing: yes
    steps:
      - use: grounding
      - distress: And now?
      - say: Well.
"""
    sitting = Sitting(script(body, grounding=steps))
    sitting.give("distress", 1)
    sitting.give("distress", 2)
    sitting.back()
    assert sitting.words == "And now?"
    assert sitting.walk.arisen == ()


def test_a_gate_that_was_answered_is_known() -> None:
    sitting = Sitting(fixture())
    assert not _gate(sitting.walk)
    sitting.given(distress=2)
    assert _gate(sitting.walk)
    asking = "steps:\n  - ask: First?\n    save_as: first\n  - choose: May we?\n    save_as: leave\n"
    asking += "    options:\n      - given: Yes\n      - refused: No\n        refusal: yes\n  - say: Done."
    sitting = Sitting(script(asking))
    sitting.give("first", "words")
    assert not _gate(sitting.walk)
    sitting.give("leave", "given")
    assert _gate(sitting.walk)
    sitting.back()
    assert not _gate(sitting.walk)


def test_a_section_may_have_another_id_in_an_edited_script() -> None:
    steps = "    steps:\n      - ask: How?\n        save_as: how\n      - say: So ${how}."
    sitting = Sitting(script(f"sections:\n  - id: first\n{steps}"))
    sitting.give("how", "well")
    edited = script(f"sections:\n  - id: another\n{steps}")
    beat = replay(edited, sitting.walk.brought, sitting.walk.events).beat
    assert isinstance(beat, Beat)
    assert (beat.section, str(beat.words)) == ("another", "So well.")


def _gate(walk: Walk) -> bool:
    return walk.state.facts.gate
