"""Distress bands, where they are tested and what a high one closes."""

from __future__ import annotations

import pytest

from partswork.guide import Beat, Ending, Value
from partswork.script.distress import band
from tests.guide.sitting import Sitting, far_in, script

TABLE: list[tuple[Value | None, int | None, bool, str]] = [
    *[(number, None, False, "low") for number in range(5)],
    *[(number, None, False, "raised") for number in (5, 6)],
    *[(number, None, False, "high") for number in (7, 8, 9, 10)],
    ("numb", None, False, "high"),
    ("unsure", None, False, "raised"),
    (None, None, False, "raised"),
    # 5 and more after a rise of 3 above the lowest.
    (5, 2, False, "high"),
    (5, 3, False, "raised"),
    (6, 3, False, "high"),
    (6, 4, False, "raised"),
    (4, 0, False, "low"),
    (3, 0, False, "low"),
    ("unsure", 0, False, "raised"),
    # Inside something deep, not knowing is high.
    ("unsure", 3, True, "high"),
    (None, 3, True, "high"),
    ("numb", 3, True, "high"),
    (4, 3, True, "low"),
    (5, 3, True, "raised"),
]


@pytest.mark.parametrize(("said", "lowest", "deep", "expected"), TABLE)
def test_the_band_of_what_is_said(said: Value | None, lowest: int | None, deep: bool, expected: str) -> None:
    assert band(said, lowest, deep=deep) == expected


TOLD = """\
steps:
  - distress: First?
  - distress: Then?
  - if: distress is low
    then:
      - say: It is low.
  - if: distress is raised
    then:
      - say: It is raised.
  - if: distress is high
    then:
      - say: It is high.
"""


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        *[(4, 4, "low"), (3, 5, "raised"), (2, 5, "high")],
        *[(None, 4, "low"), ("unsure", 5, "raised"), (7, 3, "low")],
    ],
)
def test_it_is_tested_as_its_newest_band(first: Value | None, then: Value, expected: str) -> None:
    sitting = Sitting(script(TOLD, depth="settling"))
    sitting.give("distress", first)
    sitting.give("distress", then)
    assert sitting.words == f"It is {expected}."


def test_a_rise_is_counted_from_the_lowest_number_of_the_whole_session() -> None:
    steps = "steps:\n  - distress: 1?\n  - distress: 2?\n  - use: asking\n  - distress: 4?\n  - say: Done."
    bundle = script(steps, depth="settling", asking="steps:\n  - distress: 3?")
    sitting = Sitting(bundle)
    for said in (4, 2, 4, 5):
        sitting.give("distress", said)
    assert sitting.walk.state.facts.high


def test_a_number_taken_back_is_no_longer_the_lowest() -> None:
    sitting = Sitting(script("steps:\n  - distress: 1?\n  - distress: 2?\n  - say: Done.", depth="settling"))
    sitting.give("distress", 1)
    sitting.back()
    sitting.give("distress", 4)
    sitting.give("distress", 5)
    assert sitting.walk.state.facts.band == "raised"


INWARD = """\
sections:
  - id: arriving
    opening: yes
    steps:
      - distress: How stirred up?
      - choose: How long?
        save_as: long
        options:
          - short: Short
          - longer: Longer
  - id: within
    steps:
      - say: A line is not inward here.
      - ask: What is there?
        save_as: there
  - id: closing
    closing: yes
    steps:
      - say: Well.
"""


def test_once_high_no_inward_question_follows_but_grounding_and_the_end() -> None:
    sitting = Sitting(script(INWARD, depth="meeting"))
    sitting.given(distress="numb", long="short")
    assert sitting.words == "A line is not inward here."
    sitting.past()
    assert sitting.beat.interlude == "high"
    assert sitting.on() == ["Look round.", "Feel the floor."]
    ending = sitting.over()
    assert ending == Ending("stopped", "high", high=True)
    assert isinstance(ending, Ending)
    assert ending.people


def test_high_stays_high_whatever_is_said_later() -> None:
    steps = "steps:\n  - distress: 1?\n  - distress: 2?\n  - ask: What is there?\n    save_as: there"
    sitting = Sitting(script(steps, depth="meeting"))
    sitting.give("distress", 8)
    sitting.give("distress", 0)
    assert sitting.beat.interlude == "high"


def test_a_settling_script_owes_nothing_of_this() -> None:
    sitting = Sitting(script(INWARD, depth="settling"))
    sitting.given(distress="numb", long="short", there="words")
    assert sitting.words == "Well."


def test_high_distress_is_a_slip_until_the_next_answer() -> None:
    sitting = Sitting(script(INWARD, depth="meeting"))
    sitting.give("distress", 9)
    sitting.back()
    assert sitting.beat.before == 9
    sitting.given(distress=9, long="short")
    assert sitting.words == "A line is not inward here."
    sitting.back()
    assert sitting.walk.can_go_back is None


def test_can_t_tell_inside_something_deep_is_high() -> None:
    deep = far_in(
        """\
- distress: And here?
- say: Far in.
"""
    )
    sitting = Sitting(script(deep))
    sitting.give("distress", 2)
    sitting.give("distress", "unsure")
    assert isinstance(sitting.walk.beat, Beat)
    assert sitting.beat.interlude == "high"


def test_nor_does_grounding_there_make_can_t_tell_less_than_high() -> None:
    deep = far_in(
        """\
- use: grounding
- say: Far in.
"""
    )
    sitting = Sitting(script(deep, grounding="say: Look round.\n  - distress: And here?"))
    sitting.give("distress", 2)
    sitting.give("distress", "unsure")
    assert sitting.walk.state.facts.band == "high"
    assert sitting.beat.interlude == "high"


def test_after_stop_can_t_tell_is_not_high() -> None:
    deep = far_in(
        """\
- say: Far in.
"""
    )
    sitting = Sitting(script(deep, grounding="say: Look round.\n  - distress: And here?"))
    sitting.give("distress", 2)
    sitting.stop()
    sitting.give("distress", "unsure")
    assert sitting.walk.state.facts.band == "raised"
