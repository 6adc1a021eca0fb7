"""What no sequence of events passes: a refusal, high distress, the needs of what is deep, and what is owed.

Worked out a second time by `Witness` from what was shown and said.
"""

from __future__ import annotations

from hypothesis import given, settings

from partswork.guide import Back, Beat, Ending, Impasse, Stopped, Walk
from tests.guide.generating import Generated, scripts
from tests.guide.living import MOST_MOVES, Act, Life, live_through
from tests.guide.tape import tapes
from tests.guide.witness import Witness, inward, needs_hold, owes_grounding, question, said_on_refusing, where


@settings(max_examples=100)
@given(scripts(), tapes(140))
def test_what_was_refused_is_not_asked_again_and_nothing_deep_follows(script: Generated, told: bytes) -> None:
    life = live_through(script.bundle, script.brought, told)
    witness = Witness(life)
    for walk in life.walks:
        if not isinstance(walk.beat, Beat):
            continue
        refused = witness.known(walk).refused
        if refused and where(script.bundle, walk.beat).deep:
            assert walk.beat.step in said_on_refusing(script.bundle)
        if walk.beat.asked is not None:
            assert question(script.bundle, walk) not in refused


@settings(max_examples=100)
@given(scripts(), tapes(140))
def test_once_distress_was_high_nothing_inward_follows(script: Generated, told: bytes) -> None:
    life = live_through(script.bundle, script.brought, told)
    witness = Witness(life)
    owed = script.bundle.script.depth != "settling"
    for walk in life.walks:
        if owed and isinstance(walk.beat, Beat) and inward(script.bundle, walk.beat):
            assert "high" not in witness.known(walk).bands


@settings(max_examples=120)
@given(scripts(), tapes(140))
def test_something_deep_is_entered_only_with_all_it_needs(script: Generated, told: bytes) -> None:
    life = live_through(script.bundle, script.brought, told)
    witness = Witness(life)
    _may_be_here(life, life.walks[0], witness)
    for before, act, walk in life.moves():
        if _enters(life, before, act, walk):
            _may_be_here(life, walk, witness)


@settings(max_examples=100)
@given(scripts(), tapes(140))
def test_no_session_ends_while_grounding_is_owed(script: Generated, told: bytes) -> None:
    life = live_through(script.bundle, script.brought, told)
    deep_since_grounding = False
    for walk in life.walks:
        if isinstance(walk.beat, Beat):
            at = where(script.bundle, walk.beat)
            deep_since_grounding = (deep_since_grounding or at.deep) and not at.grounding
            assert owes_grounding(walk.events) or not at.deep
    if isinstance(life.walk.beat, Ending) and not _stopped_inside_grounding(life):
        assert not owes_grounding(life.walk.events)
        assert not deep_since_grounding


@settings(max_examples=80)
@given(scripts(), tapes(140))
def test_every_session_ends(script: Generated, told: bytes) -> None:
    life = live_through(script.bundle, script.brought, told)
    assert len(life.acts) < MOST_MOVES
    assert isinstance(life.walk.beat, Ending | Impasse)


def _enters(life: Life, before: Walk, act: Act, walk: Walk) -> bool:
    """Whether this act led into a deep section, or back into one from grounding that came in between."""
    if not isinstance(walk.beat, Beat) or isinstance(act, Back) or act == "killed":
        return False
    now = where(life.bundle, walk.beat)
    if now.section is None or not now.section.deep:
        return False
    was = where(life.bundle, before.beat) if isinstance(before.beat, Beat) else None
    return was is None or now.section != was.section


def _may_be_here(life: Life, walk: Walk, witness: Witness) -> None:
    if not isinstance(walk.beat, Beat):
        return
    section = where(life.bundle, walk.beat).section
    if section is None or not section.deep:
        return
    known = witness.known(walk)
    assert known.band == "low"
    assert "high" not in known.bands
    assert not known.refused
    assert needs_hold(section, known, _results(walk))


def _results(walk: Walk) -> dict[str, str]:
    """Return the results of shared scripts as the guide holds them: nothing that is shown tells them."""
    held = walk.state.scopes[0].answers
    return {name: str(one.value) for name, one in held.items() if name == "space" and one.value is not None}


def _stopped_inside_grounding(life: Life) -> bool:
    return any(isinstance(act, Stopped) and before.between is not None for before, act, _ in life.moves())
