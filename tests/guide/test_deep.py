"""What is deep: entered only with all it needs, and never left ungrounded."""

from __future__ import annotations

import pytest

from partswork.guide import Ending, EnteredDeep, Grounded, Grounding, Paused
from tests.guide.sitting import WATCHMAN, Sitting, fixture, script

GATED = """\
sections:
  - id: arriving
    steps:
      - if: {asks}
        then:
          - distress: How stirred up?
      - choose: Shall we?
        save_as: leave
        optional: yes
        options:
          - given: Yes
          - unclear: Can't tell
          - home: Straight to the end
            then:
              - end: complete
  - id: far-in
    deep: yes
    needs: {needs}
    steps:
      - ask: What is there?
        save_as: there
        optional: yes
      - say: A little longer.
      - ask: What else?
        save_as: else
        optional: yes
  - id: out
    steps:
      - choose: Back again. How was it?
        save_as: how
        options:
          - well: Well
          - long: Long
      - end: complete
"""


def gated(needs: str = "leave is given", asks: str = "distress is not answered") -> Sitting:
    return Sitting(script(GATED.format(needs=needs, asks=asks)))


def test_it_is_entered_where_all_it_needs_holds() -> None:
    sitting = gated()
    sitting.given(distress=4, leave="given")
    assert sitting.words == "What is there?"
    assert EnteredDeep("far-in") in sitting.walk.arisen


@pytest.mark.parametrize(
    ("distress", "leave", "needs", "turned"),
    [
        (4, "unclear", "leave is given", "needs"),
        # Needs of an answer that was passed over, or of one that no path came to, do not hold.
        (4, None, "leave is given", "needs"),
        (4, None, "leave is not given", "needs"),
        (4, "given", "leave is given and how is well", "needs"),
        # Low distress is needed whatever the script says.
        (5, "given", "leave is given", "needs"),
        ("unsure", "given", "leave is given", "needs"),
        (None, "given", "distress is answered", "needs"),
        (7, "given", "distress is high", "high"),
    ],
)
def test_without_what_it_needs_one_is_turned_away_to_grounding(
    distress: int | str | None, leave: str | None, needs: str, turned: str
) -> None:
    sitting = gated(needs)
    sitting.give("distress", distress)
    # At high distress the question is not inward by itself; what is asked first is whether it may be asked.
    if turned != "high":
        sitting.give("leave", leave)
    assert sitting.beat.interlude == turned
    assert sitting.beat.section == "grounding"
    sitting.on()
    ending = sitting.over()
    assert isinstance(ending, Ending)
    assert (ending.how, ending.turned) == ("stopped", turned)


def test_distress_must_have_been_asked() -> None:
    sitting = gated(asks="distress is answered")
    sitting.give("leave", "given")
    assert sitting.beat.interlude == "needs"


def test_an_end_met_while_grounding_is_owed_grounds_first() -> None:
    sitting = gated()
    sitting.given(distress=1, leave="given", there=None, **{"else": None}, how="well")
    assert sitting.beat.interlude == "ending"
    assert sitting.on() == ["Look round.", "Feel the floor."]
    assert sitting.over() == Ending("complete")
    assert sitting.walk.events[-2:] == (Grounded(), sitting.walk.events[-1])


def test_back_out_of_something_deep_does_not_clear_what_is_owed() -> None:
    sitting = gated()
    sitting.given(distress=1, leave="given")
    sitting.back()
    assert sitting.words == "Shall we?"
    assert sitting.walk.state.pending
    sitting.give("leave", "home")
    assert sitting.beat.interlude == "ending"
    # Nor is it lost where one leaves just here and comes back.
    sitting.leave()
    assert sitting.beat.interlude == "ending"
    sitting.on()
    assert sitting.over() == Ending("complete")


def test_back_into_something_deep_owes_grounding_anew() -> None:
    body = GATED.format(needs="leave is given", asks="distress is not answered")
    asked = "      - choose: Back again."
    sitting = Sitting(script(body.replace(asked, f"      - use: grounding\n{asked}")))
    sitting.given(distress=1, leave="given", there=None, **{"else": None})
    sitting.on()
    assert not sitting.walk.state.pending
    sitting.back()
    assert sitting.words == "What else?"
    assert sitting.walk.arisen == (EnteredDeep("far-in"),)


def test_leaving_in_the_middle_owes_grounding_on_return_and_asks_again_what_it_needs() -> None:
    sitting = gated("leave is given and distress is low")
    sitting.given(distress=1, leave="given")
    sitting.walk = sitting.walk.follow(Paused("asked"))
    sitting.leave()
    assert sitting.walk.state.pending
    sitting.walk = sitting.walk.follow(sitting.walk.grounding("owed"))
    assert sitting.beat.interlude == "owed"
    sitting.past(2)
    assert sitting.words == "What is there?"
    assert sitting.walk.arisen == (Grounded(), EnteredDeep("far-in"))


def test_what_it_needs_is_asked_again_after_grounding_in_between() -> None:
    grounding = "say: Look round.\n  - distress: And now?"
    body = GATED.format(needs="leave is given", asks="distress is not answered")
    sitting = Sitting(script(body, grounding=grounding))
    sitting.given(distress=3, leave="given")
    sitting.ground()
    sitting.give("distress", 4)
    assert sitting.words == "What is there?"
    sitting.ground()
    sitting.give("distress", 5)
    # Grounded a moment ago, so it just ends.
    assert sitting.over() == Ending("stopped", "needs")


def test_grounding_in_between_settles_what_is_owed_also_inside_grounding() -> None:
    body = GATED.format(needs="leave is given", asks="distress is not answered")
    asked = "      - choose: Back again."
    sitting = Sitting(script(body.replace(asked, f"      - use: grounding\n{asked}")))
    sitting.given(distress=1, leave="given", there=None, **{"else": None})
    assert sitting.beat.section == "out/grounding"
    before = sitting.walk.state
    assert before.pending
    sitting.ground()
    sitting.past(2)
    assert sitting.beat.section == "out/grounding"
    after = sitting.walk.state
    assert not after.pending
    sitting.stop()
    assert sitting.over() == Ending("stopped")


def test_it_is_entered_also_where_it_begins_by_grounding() -> None:
    body = GATED.format(needs="leave is given", asks="distress is not answered")
    asked = "      - ask: What is there?"
    sitting = Sitting(script(body.replace(asked, f"      - use: grounding\n{asked}")))
    sitting.given(distress=1, leave="given")
    assert sitting.beat.section == "far-in/grounding"
    assert sitting.walk.arisen == (EnteredDeep("far-in"),)


INSIDE = """\
sections:
  - id: arriving
    steps:
      - distress: How stirred up?
      - choose: Shall we?
        save_as: leave
        options:
          - given: Yes
          - unclear: Can't tell
  - id: far-in
    deep: yes
    needs: leave is given
    steps:
      - use: looking
"""


LOOKING = """\
steps:
  - choose: Is it near?
    save_as: leave
    options:
      - given: Yes
      - unclear: No
  - ask: What is there?
    save_as: there
"""


def test_its_needs_are_those_of_the_script_also_inside_a_shared_one() -> None:
    sitting = Sitting(script(INSIDE, looking=LOOKING))
    sitting.give("distress", 1)
    sitting.give("leave", "given")
    # The shared script keeps an answer under the same name, and has none of the other.
    sitting.ground()
    sitting.on()
    assert sitting.words == "Is it near?"
    sitting.give("leave", "unclear")
    sitting.ground()
    sitting.on()
    assert sitting.words == "What is there?"


def test_across_the_room_and_back() -> None:
    sitting = Sitting(fixture())
    sitting.given(distress=2, guard=WATCHMAN, feeling="other")
    sitting.given(feeling="open", job="keeps watch", leave="given", message="that it is cold")
    assert sitting.on() == ["Let it know what reached you: that it is cold.", "Look round the room."]
    sitting.give("near", "window")
    assert sitting.words == "Feel the floor."
    sitting.give("distress", 2)
    # Grounded in the script's own course: nothing more is owed.
    sitting.on()
    assert sitting.over() == Ending("complete")
    assert not [event for event in sitting.walk.events if isinstance(event, Grounding)]
