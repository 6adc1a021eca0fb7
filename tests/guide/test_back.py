"""Back withdraws exactly the last answer, and what must stand stands."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from partswork.guide import Answered, Back, Beat, Skipped, Walk
from partswork.guide.state import State
from tests.guide.generating import Generated, scripts
from tests.guide.living import live_through
from tests.guide.tape import tapes
from tests.guide.witness import Witness, owes_grounding


@settings(max_examples=90)
@given(scripts(), tapes(140))
def test_back_then_the_same_answer_changes_nothing_but_the_record_of_it(
    script: Generated, told: bytes
) -> None:
    for asked, act, answered in live_through(script.bundle, script.brought, told).moves():
        if not isinstance(act, Answered | Skipped) or answered.can_go_back != act.id:
            continue
        back = answered.follow(Back(act.id))
        assert isinstance(asked.beat, Beat)
        assert isinstance(back.beat, Beat)
        assert back.beat == replace(asked.beat, before=act.value if isinstance(act, Answered) else None)
        assert replace(back.state, pending=asked.state.pending) == asked.state
        assert owes_grounding(back.events) or not owes_grounding(answered.events)
        assert back.beat.asked is not None
        again = back.follow(replace(act, id="again"))
        assert again.beat == answered.beat
        assert _renamed(again.state, act.id) == answered.state
        assert owes_grounding(again.events) == owes_grounding(answered.events)


@settings(max_examples=90)
@given(scripts(), tapes(140))
def test_a_refusal_and_high_distress_are_taken_back_only_until_the_next_answer(
    script: Generated, told: bytes
) -> None:
    life = live_through(script.bundle, script.brought, told)
    witness = Witness(life)
    for walk in life.walks:
        id = walk.can_go_back
        if id is not None:
            assert id == _last_given(walk)
            assert not witness.settled(walk, id)


def _last_given(walk: Walk) -> str:
    withdrawn = {event.withdraws for event in walk.events if isinstance(event, Back)}
    return [e.id for e in walk.events if isinstance(e, Answered | Skipped) and e.id not in withdrawn][-1]


def _renamed(state: State, id: str) -> State:
    sealing = frozenset(id if sealed == "again" else sealed for sealed in state.facts.sealing)
    return replace(state, facts=replace(state.facts, sealing=sealing))
