"""Grounding on demand, and Stop."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from partswork.guide import Beat, CannotFollow, Ending, Grounding, Impasse, Stopped, Walk
from tests.guide.generating import Generated, scripts
from tests.guide.living import Life, live_through
from tests.guide.sitting import Sitting, script
from tests.guide.tape import tapes
from tests.guide.witness import Witness, question

COURSE = """\
steps:
  - say: One.
  - say: Two.
  - choose: How is it?
    save_as: how
    options:
      - well: Well
      - long: Long
  - use: grounding
  - say: Three.
"""


@settings(max_examples=80)
@given(scripts(), tapes(140))
def test_grounding_on_demand_returns_to_where_one_was(script: Generated, told: bytes) -> None:
    life = live_through(script.bundle, script.brought, told)
    for n, (before, act, _) in enumerate(life.moves()):
        if isinstance(act, Grounding) and before.between is None:
            _returns(life, n)


def test_it_comes_back_to_the_very_same_calm_beat_also_after_a_crash() -> None:
    sitting = Sitting(script(COURSE))
    sitting.past()
    sitting.ground()
    assert (sitting.words, sitting.beat.interlude) == ("Look round.", "asked")
    sitting.leave()
    sitting.past(2)
    assert (sitting.words, sitting.beat.interlude) == ("Two.", None)
    # Asked for again further on, it counts from there.
    sitting.past()
    sitting.ground()
    sitting.leave()
    sitting.past(2)
    sitting.leave()
    assert sitting.words == "How is it?"


def test_it_cannot_be_asked_for_inside_itself_and_not_after_the_end() -> None:
    sitting = Sitting(script(COURSE))
    sitting.ground()
    sitting.ground()
    sitting.past(2)
    assert sitting.words == "One."
    sitting.given(how="well")
    sitting.on()
    assert sitting.over() == Ending("complete")
    with pytest.raises(CannotFollow):
        sitting.ground()
    with pytest.raises(CannotFollow):
        sitting.stop()


def test_stop_grounds_and_then_ends() -> None:
    sitting = Sitting(script(COURSE))
    sitting.given(how="well")
    sitting.on()
    sitting = Sitting(script(COURSE))
    sitting.past()
    sitting.stop()
    assert sitting.beat.interlude == "stopping"
    assert sitting.walk.can_go_back is None
    assert sitting.on() == ["Look round.", "Feel the floor."]
    assert sitting.over() == Ending("stopped")


def test_stop_inside_it_just_ends() -> None:
    sitting = Sitting(script(COURSE))
    sitting.stop()
    sitting.stop()
    assert sitting.over() == Ending("stopped")
    # In the script's own course too, where nothing is owed.
    sitting = Sitting(script(COURSE))
    sitting.given(how="well")
    assert sitting.beat.section == "main/grounding"
    sitting.stop()
    assert sitting.over() == Ending("stopped")


def test_stop_inside_grounding_asked_for_goes_on_to_the_end_of_it() -> None:
    sitting = Sitting(script(COURSE))
    sitting.ground()
    sitting.stop()
    assert (sitting.words, sitting.beat.interlude) == ("Look round.", "stopping")
    sitting.on()
    assert sitting.over() == Ending("stopped")


def test_grounding_settles_what_was_said_before_it() -> None:
    sitting = Sitting(script(COURSE))
    sitting.given(how="well")
    sitting.ground()
    assert sitting.walk.can_go_back is None
    sitting.past(2)
    assert sitting.walk.can_go_back is None


TOO_EARLY = """\
steps:
  - if: how is well
    then:
      - end: complete
  - choose: How is it?
    save_as: how
    options:
      - well: Well
      - ill: Ill
"""


def test_where_the_script_cannot_go_on_grounding_does_not_lead_past_it() -> None:
    sitting = Sitting(script(TOO_EARLY))
    assert sitting.over() == Impasse("how", "main")
    sitting.ground()
    assert sitting.on() == ["Look round.", "Feel the floor."]
    assert sitting.over() == Impasse("how", "main")
    sitting.stop()
    assert sitting.on() == ["Look round.", "Feel the floor."]
    assert sitting.over() == Ending("stopped")


def test_where_grounding_itself_cannot_go_on_stop_just_ends() -> None:
    grounding = "say: Look.\n  - if: distress is low\n    then:\n      - say: Well."
    sitting = Sitting(script("steps:\n  - say: One.", grounding=grounding))
    sitting.ground()
    sitting.past()
    assert sitting.over() == Impasse("distress", "grounding")
    assert sitting.walk.between == "asked"
    sitting.stop()
    assert sitting.over() == Ending("stopped")


def _returns(life: Life, n: int) -> None:
    """Show that grounding begun by the act `n` comes back to what was there, where it does come back."""
    there = life.walks[n]
    for act, walk in zip(life.acts[n + 1 :], life.walks[n + 2 :], strict=True):
        if isinstance(act, Stopped) or isinstance(walk.beat, Ending) or _refused(life, there, walk):
            return
        if walk.between is None:
            assert _place(walk.beat) == _place(there.beat)
            return


def _refused(life: Life, there: Walk, walk: Walk) -> bool:
    """Whether the question one was at has met a refusal meanwhile: grounding may ask it too."""
    asked = isinstance(there.beat, Beat) and there.beat.asked is not None
    return asked and question(life.bundle, there) in Witness(life).known(walk).refused


def _place(beat: Beat | Ending | Impasse) -> object:
    """Return what must be the same; distress may have been asked meanwhile, and is then another asking."""
    return replace(beat, asked=None, before=None) if isinstance(beat, Beat) else beat
