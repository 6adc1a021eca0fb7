"""A refusal is kept: in loops, in later sections, in shared scripts, and by Back."""

from __future__ import annotations

from partswork.guide import Ending, EnteredDeep, PartGiven
from tests.guide.sitting import WATCHMAN, Sitting, far_in, fixture, script

LOOP = """\
sections:
  - id: asking
    steps:
      - distress: How stirred up?
      - repeat_until: leave is given
        at_most: 5
        steps:
          - choose: May we?
            save_as: leave
            options:
              - given: Yes
              - refused: No
                refusal: yes
                then:
                  - ask: What does it worry about?
                    save_as: worry
              - unclear: Can't tell
          - say: "So: ${leave}"
  - id: again
    steps:
      - choose: And now, may we?
        save_as: leave
        options:
          - given: Yes
          - refused: No
          - unclear: Can't tell
      - ask: What else?
        save_as: else
        optional: yes
  - id: far-in
    deep: yes
    needs: distress is low
    steps:
      - say: Far in.
"""


def test_a_refused_question_is_not_asked_again_by_a_loop_or_later_and_nothing_deep_follows() -> None:
    sitting = Sitting(script(LOOP))
    sitting.given(distress=1, leave="unclear")
    sitting.past()
    sitting.given(leave="refused", worry="that it hurts")
    # The loop goes on, its question left out and its answer kept as it was.
    assert sitting.on() == ["So: No"] * 4
    sitting.give("else", None)
    assert sitting.beat.interlude == "refused"
    sitting.on()
    assert sitting.over() == Ending("stopped", "refused")


def test_back_corrects_a_refusal_only_until_the_next_answer() -> None:
    sitting = Sitting(script(LOOP))
    sitting.given(distress=1, leave="refused")
    sitting.back()
    assert sitting.beat.before == "refused"
    sitting.given(leave="refused", worry="that it hurts")
    sitting.back()
    assert sitting.words == "What does it worry about?"
    assert sitting.walk.can_go_back is None


def test_a_refusal_corrected_at_once_is_none() -> None:
    sitting = Sitting(script(LOOP))
    sitting.given(distress=1, leave="refused")
    sitting.back()
    sitting.give("leave", "given")
    sitting.given(leave="given", **{"else": None})
    sitting.on()
    assert sitting.over() == Ending("complete")


SHARED = """\
steps:
  - name_part: Who?
    save_as: watchman
  - name_part: Who else?
    save_as: other
  - use: asking
    with:
      part: watchman
    save_as: first
  - use: asking
    with:
      part: other
    save_as: second
  - use: asking
    with:
      part: watchman
    save_as: third
  - if: third is closed
    then:
      - say: Still no.
"""

ASKING = """\
takes:
  - part: part
returns:
  - ok
  - closed
steps:
  - say: Asking ${part}.
  - choose: May we, ${part}?
    save_as: leave
    options:
      - given: Yes
      - refused: No
        refusal: yes
  - if: leave is given
    then:
      - return: ok
  - return: closed
"""


def test_in_a_shared_script_a_question_is_its_script_its_name_and_the_parts_given() -> None:
    sitting = Sitting(script(SHARED, depth="meeting", asking=ASKING))
    sitting.given(watchman=WATCHMAN, other=PartGiven("p2", "the Clerk"), leave="refused")
    # Another part is asked, the first one not again: what it said is taken as its answer.
    sitting.give("leave", "given")
    assert sitting.on() == ["Asking the Watchman.", "Still no."]
    assert sitting.over() == Ending("complete")


def test_the_same_name_in_another_script_is_another_question() -> None:
    asking = (
        ASKING.replace("takes:\n  - part: part\n", "")
        .replace("${part}", "someone")
        .replace(", someone?", "?")
    )
    body = """\
steps:
  - use: asking
  - choose: And here, may we?
    save_as: leave
    options:
      - given: Yes
      - refused: No
        refusal: yes
"""
    sitting = Sitting(script(body, depth="meeting", asking=asking))
    sitting.give("leave", "refused")
    assert sitting.words == "And here, may we?"


def test_a_refusal_in_something_deep_ends_it_there() -> None:
    deep = far_in(
        """\
- choose: May we stay?
  save_as: stay
  options:
    - given: Yes
    - refused: No
      refusal: yes
- say: Still here.
"""
    )
    sitting = Sitting(script(deep))
    sitting.given(distress=1, stay="refused")
    assert sitting.beat.interlude == "refused"


def test_what_a_refusal_says_for_itself_is_heard_out_in_something_deep() -> None:
    deep = far_in(
        """\
- choose: May we stay?
  save_as: stay
  options:
    - given: Yes
    - refused: No
      refusal: yes
      then:
        - say: Thank it.
        - ask: What does it worry about?
          save_as: worry
          optional: yes
- say: Still here.
"""
    )
    sitting = Sitting(script(deep))
    sitting.given(distress=1, stay="refused")
    assert sitting.on() == ["Thank it."]
    sitting.give("worry", None)
    assert sitting.beat.interlude == "refused"
    sitting.on()
    assert sitting.over() == Ending("stopped", "refused")


def test_after_a_refusal_something_deep_is_not_even_entered() -> None:
    sitting = Sitting(
        script(LOOP.replace("      - say: Far in.", "      - use: grounding\n      - say: Far in."))
    )
    sitting.given(distress=1, leave="refused", worry="words", **{"else": None})
    assert sitting.beat.section == "grounding"
    assert not [event for event in sitting.walk.events if isinstance(event, EnteredDeep)]


def test_the_guard_of_the_design_page_says_no() -> None:
    sitting = Sitting(fixture())
    sitting.given(distress=2, guard=WATCHMAN, feeling="open", job=None, leave="refused", worry=None)
    assert sitting.on() == ["We will not go past the Watchman today.", "Look round the room."]
    sitting.given(near=None, distress=1)
    sitting.on()
    assert sitting.over() == Ending("complete")


def test_the_guard_is_asked_twice_at_most() -> None:
    sitting = Sitting(fixture())
    sitting.given(distress=2, guard=PartGiven("p2", "the Clerk"), feeling="open", job=None)
    sitting.give("leave", "unclear")
    sitting.give("leave", "unclear")
    assert sitting.words == "We will not go past the Clerk today."
